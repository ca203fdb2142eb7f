/*
 * solve.h -- what the files that lay a plan share; not for others.
 *
 *	apply.c		what applies, what ends
 *	rounds.c	rounds and eras
 *	stands.c	last days of periods, runs
 *	forward.c	earliest days
 *	deadline.c	own deadlines
 *	backward.c	latest days
 *	plan.c		facts to points, and the order of all this
 */
#ifndef CASE_SOLVE_H
#define CASE_SOLVE_H

#include "case/reason.h"
#include "time/reckoning.h"

/* One way of asking: in an era, with what an end cuts off or without. */
struct frame {
	int		era;
	bool		cut;
	struct room	*rooms;		/* by node */
};

/* Who asks: a point, at a slot of its own, or an event (NULL). */
struct asker {
	struct plan		*p;
	struct frame		 f;
	int			 point;
	const struct slot	*slot;
	const struct workcal	*cal;
	struct room		*room;
	struct room		 base;		/* of a slot before it, with */
	const struct workcal	*based;		/* ... these days off; NULL */
};

static inline bool
is_event(const struct plan *p, int point)
{
	return point < p->proc->nevents;
}

static inline struct frame
frame_of(const struct plan *p, int era, bool cut)
{
	size_t	i = (size_t)(era + (cut ? p->neras : 0));

	return (struct frame){ era, cut, p->rooms + i * (size_t)p->nrooms };
}

/* Of what is no fact, and of all where there is one era. */
static inline struct frame
last_frame(const struct plan *p, bool cut)
{
	return frame_of(p, p->neras - 1, cut);
}

static inline struct room *
slot_room(struct frame f, const struct slot *s)
{
	return &f.rooms[s->node];
}

/* Is a day after the end that this frame cuts at? */
static inline bool
is_cut(const struct plan *p, struct frame f, struct maybe_day d)
{
	struct day	day = d.kind == MAYBE_DAY ? d.day : d.brink;

	return f.cut && day_is(day) && day_cmp(day, p->ending.day) > 0;
}

static inline void
raise_limit(struct limit *l, struct day d, const struct bound *b, int owner,
    const char *at)
{
	if (day_is(d) && (!day_is(l->day) || day_cmp(d, l->day) > 0))
		*l = (struct limit){ d, owner, b, at, NULL };
}

static inline void
lower_limit(struct limit *l, struct day d, const struct bound *b, int owner,
    const char *at)
{
	if (day_is(d) && (!day_is(l->day) || day_cmp(d, l->day) < 0))
		*l = (struct limit){ d, owner, b, at, NULL };
}

/* apply.c */
void		 find_applying(struct plan *);
void		 find_ending(struct plan *, const struct plan *until);

/* Is the bound written, as far as this case goes? */
static inline bool
bound_holds(const struct plan *p, const struct bound *b)
{
	return b->when == NULL || plan_holds(p, b->when);
}

/* rounds.c: begins and eras, of objections in view. */
void		 find_rounds(struct plan *, struct day view);
const struct slot *round_before(const struct plan *, const struct slot *,
		    int era);

/* A slot as it answers in an era. */
static inline const struct slot *
round_in(const struct plan *p, const struct slot *s, int era)
{
	return s->round == 0 ? s : round_before(p, s, era);
}

/* stands.c */

/* Last day of a period; NONE: it has none, for now or ever. */
struct maybe_day slot_last(const struct plan *, const struct slot *,
		    struct day opens, bool planned);

/* The same, `until P` at P's own earliest day; NONE: it has none. */
struct maybe_day slot_last_forecast(const struct plan *, struct frame,
		    const struct slot *, struct day opens);

/* The last day to open so that it is over by `limit`; NONE: unknown. */
struct day	 slot_opening(const struct plan *, const struct slot *,
		    struct day limit, bool planned,
		    const struct period_part **by);

/* Settles the runs of each round, and the last days. */
void		 settle(const struct plan *, struct slot *);

/* forward.c */
void		 look_ahead(struct asker *);

/* deadline.c */
void		 find_due(struct asker *);

/* backward.c */
void		 sweep_back(struct plan *);

/* latest and advised, of what must follow it and these own deadlines. */
void		 close_room(struct room *, const struct room *own);

/* A reason is copied for good, where they are kept; else NULL. */
const struct reason *keep(struct plan *, const struct reason *);

#endif
