/*
 * plan.h -- one case laid on one procedure: what may, must and should be when.
 *
 * A point is an event, or a slot (one step at one division).  A recorded
 * event is a fact, and so is a posted slot: it stands from the first day of
 * its standing run, and its period is over on the judged last day reckoned
 * from there.  Two sweeps settle it: forward for `earliest` and the standing
 * runs, backward for `latest` (judged count) and `advised` (planned count).
 * None of it depends on today; `view` alone leaves out what lies later.
 * Interface: "Points and the plan"; LANGUAGE, sections 1 to 4.
 *
 * Each limit keeps what set it, and where it is asked for (LAY_REASONS) each
 * bound keeps how it was reckoned (case/reason.h).
 *
 * Two things ask the same point in more than one way:
 *
 * - a slot whose objections were upheld has *rounds*.  What happened answers to
 *   the rounds of its own day, what did not to the last.  Between two days on
 *   which any round of the case begins all answers are the same: an *era*.
 * - once an event with `ends` has come, what happens after that day sets no
 *   latest day to whatever need not follow it: it is *cut* off.
 *
 * So there is a room for each point in each era, with and without the cut;
 * nearly always there is one era, no end, and so one room.
 */
#ifndef CASE_PLAN_H
#define CASE_PLAN_H

#include "base/arena.h"
#include "case/matter.h"
#include "input/holidays.h"
#include "rule/pack.h"
#include "time/clock.h"
#include "time/maybe.h"

struct reason;
struct stopped;

/* A day that a bound gives, and which: the bound, and whose it is. */
struct limit {
	struct day		 day;	/* NONE: none */
	int			 owner;	/* the point the bound stands at */
	const struct bound	*bound;
	const char		*at;	/* of a slot that set it, else NULL */
	const struct reason	*why;	/* NULL where none are kept */
};

/* What the other points allow this one. */
struct room {
	struct day	 earliest;	/* NONE: no day, or unknown */
	bool		 unknown;	/* earliest cannot be known */
	bool		 forecast;	/* something before is no fact */
	bool		 waiting;	/* what it must follow is no fact */
	bool		 silent;	/* it asks nothing of what is before */
	bool		 blind;		/* what must follow it bounds it by a
					   sum that nobody can know */
	bool		 held;		/* an endless pause keeps a deadline of
					   its own from bounding */
	struct limit	 from;		/* what set earliest */
	struct limit	 allowed;	/* first day that what is recorded or
					   posted allows, gates left out */
	struct limit	 lower;		/* the same, gates too */
	struct limit	 due;		/* earliest of its own deadlines */
	struct limit	 brink;		/* first brink of an unknown one */
	struct limit	 urged;		/* of its own as advised, brinks too */
	struct limit	 behind;	/* what must follow it leaves it, */
	struct limit	 pressed;	/* and by the planned count */
	struct limit	 latest;	/* of due and behind */
	struct limit	 advised;	/* of urged and pressed */
	const struct reason	*needs;	/* each kept: what it must follow, */
	const struct reason	*dues;	/* its own deadlines */
};

struct event_plan {
	const struct event	*facts;	/* those in view, by day */
	size_t			 rows;
	size_t			 n;	/* of them that count: 0 where it
					   does not apply */
	struct day		 day;	/* the first of them, else NONE */
	bool			 ever;	/* recorded, be it for a later day */
	bool			 applies;
	const struct room	*room;
	const struct room	*owed;	/* with what an end cuts off */
};

/*
 * A slot in its last round.  Earlier rounds are slots of their own, of which
 * `rounds` holds those from the first on.
 */
struct slot {
	const char		*division;	/* first: it is found by it */
	int			 step;
	const struct workcal	*cal;
	int			 node;		/* neighbours share a room */
	bool			 applies;
	const struct posting	*postings;	/* in view, by day posted */
	size_t			 n;
	const struct posting	*all;		/* of all rounds */
	size_t			 nall;
	struct slot		*rounds;	/* before this one */
	int			 round;		/* how many those are */
	struct day		 begins;	/* of a round but the first */
	bool			 posted;
	struct day		 opens;		/* of the standing run */
	struct day		 ends;		/* its last day; NONE: stands */
	struct day		 judged;	/* last days, from `opens`, */
	struct day		 planned;	/* else `earliest`; NONE: no or
						   unknown */
	bool			 judged_unknown;
	bool			 planned_unknown;
	bool			 endless;	/* it has no last day (yet) */
	bool			 lasts;		/* a part of a period applies */
	struct day		 judged_brink;
	const struct room	*room;
	const struct room	*owed;		/* with what an end cuts off */
};

/* The day of the first event with `ends` that has come, and whose it is. */
struct ending {
	struct day	 day;		/* NONE: none has */
	const bool	*behind;	/* points that must follow it; NULL */
};

/* A day by which a point is to be reached: of a step to open, or be over. */
struct aim {
	struct point	 point;
	struct day	 day;
};

/*
 * An event aimed at counts for conditions as recorded, and is not: what must
 * come before it is pushed from that day, what comes after it is not held to
 * it.
 */
struct aims {
	const struct aim	*list;
	int			 n;
	bool			 alone;	/* nothing else sets a latest day */
};

/* What a plan is laid for; each has all that the one before has. */
enum detail {
	LAY_VERDICT,	/* of what has happened no latest and advised day */
	LAY_DAYS,
	LAY_REASONS	/* each bound keeps how it was reckoned */
};

struct plan {
	const struct procedure	*proc;
	const struct matter	*matter;
	const struct calendars	*calendars;
	struct arena		*arena;
	const struct workcal	*cal;		/* of the case's division */
	struct event_plan	*events;	/* by the procedure's order */
	struct slot		*slots;		/* by step, then division */
	int			 nslots;
	const int		*first;		/* of step i; nsteps + 1 */
	uint64_t		 traits;	/* a bit for each it has */
	const bool		*applies;	/* by point */
	bool			*open;		/* by point: some of it is no
						   fact */
	struct ending		 ending;
	struct day		 turn;		/* next fact out of view */
	const struct stopped	*stopped;	/* by bound, once asked for */
	bool			 held;		/* some deadline, by a pause */
	enum detail		 detail;
	bool			 keeps;		/* reasons */
	struct room		*rooms;		/* by cut, era, then `node` */
	int			 nrooms;	/* of each */
	const struct day	*eras;		/* first days of all but the
						   first era, in order */
	int			 neras;		/* with it */
	bool			 cuts;
	struct aims		 aims;
};

/*
 * Facts later than `view` are left out; DAY_LAST: none are.  An end is that
 * of `until`, a plan laid up to today; NULL: its own.
 */
struct plan	*plan_lay(struct arena *, const struct procedure *,
		    const struct matter *, const struct calendars *,
		    struct day view, const struct plan *until, enum detail);

/* The same with all facts, and days to be reached. */
struct plan	*plan_aim(struct arena *, const struct procedure *,
		    const struct matter *, const struct calendars *,
		    const struct plan *until, struct aims);

/*
 * Where a procedure's steps are posted for a case: steps and divisions in
 * order, each once.  *first has nsteps + 1 entries.
 */
struct slot	*plan_slots(struct arena *, const struct procedure *,
		    const struct matter *, int *n, const int **first);

/*
 * The first level at which the step must be posted and has no slot, since no
 * place at or below it is named; NONE: there is none such.
 */
enum level	 plan_lacks(const struct procedure *, const struct matter *,
		    int step);

/* The slot of a step at a division, or NULL. */
struct slot	*plan_slot(const struct plan *, int step,
		    const char *division);

/*
 * The last day of the period of a slot that opens then; NONE: unknown, or it
 * has none.
 */
struct day	 plan_closes(const struct plan *, const struct slot *,
		    struct day opens, bool planned, struct day *brink);

/*
 * The first day on which a notice may come down, if it still hangs then: the
 * day after its planned last one, so that every way to count is content.  NONE:
 * no such day is known, or it came down before.
 */
struct day	 slot_down(const struct slot *);

/* The part that sets it: the first of equals, or that has none; or NULL. */
const struct period_part *plan_part(const struct plan *, const struct slot *,
		    struct day opens, bool planned);

/* The n-th part, from 0, that applies to it in its round; NULL: no more. */
const struct period_part *plan_nth_part(const struct plan *,
		    const struct slot *, int n);

/* Does an element apply to this case?  NULL: always. */
bool		 plan_holds(const struct plan *, const struct condition *);

/* The trait that alone keeps a step away; -1: none. */
int		 plan_exempt(const struct plan *, int step);

/* The slots that an objection is of: *n from the one returned on. */
const struct slot *plan_contested(const struct plan *,
		    const struct objection *, int step, int *n);

/* A slot as it was on that day: in the last round begun by then. */
const struct slot *slot_on(const struct slot *, struct day);

/* The era of a day; of what has not happened the last. */
int		 plan_era_of(const struct plan *, struct day);

static inline int
plan_era(const struct plan *p, struct day d)
{
	return p->neras == 1 ? 0 : plan_era_of(p, d);
}

/* Postings of a slot that overlap, or follow on the day after. */
struct posted_run {
	struct day	from;
	struct day	to;		/* NONE: without end */
	int		postings;
};

/*
 * The run that begins at posting *i of the slot; moves *i behind it.  Postings
 * in a medium that the step does not accept are passed over: none is left
 * where the run has no postings.
 */
struct posted_run plan_run(const struct plan *, const struct slot *,
		    size_t *i);

/* Does the step accept the medium?  An empty one counts for every medium. */
bool		 plan_accepts(const struct plan *, const struct slot *,
		    const char *medium);

/* Is it as long as the judged period?  Not where nobody knows that. */
bool		 run_is_whole(const struct plan *, const struct slot *,
		    struct posted_run);

/* Does it begin before the first day that the slot is allowed? */
bool		 run_is_early(const struct plan *, const struct slot *,
		    struct posted_run);

/*
 * The first point, in the procedure's order, that must follow the step, and
 * the first day for it if this slot opens then; of other slots and points
 * nothing is asked.  owner -1: nothing follows; day NONE: it is unknown.
 */
struct limit	 plan_next(const struct plan *, const struct slot *,
		    struct day opens);

enum state {
	STATE_ENDED, STATE_DONE, STATE_STANDING, STATE_BROKEN, STATE_READY,
	STATE_UPCOMING, STATE_WAITING, STATE_OVERDUE, STATE_CONFLICT,
	STATE_UNKNOWN, STATES
};

/*
 * The state of slot i, which applies by all facts (`all`): overdue and ended
 * by what has happened until today (`now`, which has the same slots).
 */
enum state	 plan_state(const struct plan *all, const struct plan *now,
		    int i, struct day today);

/* The same, noting when it could be another. */
enum state	 plan_state_by(const struct plan *all, const struct plan *now,
		    int i, struct clock *);
const char	*state_name(enum state);	/* "done" */

/* Has an end come before what is not recorded, or posted, was owed? */
bool		 event_ended(const struct plan *now, int event);
bool		 slot_ended(const struct plan *all, const struct plan *now,
		    int slot);

/*
 * The gravest severity, `least` at the least, of a point's own deadlines that
 * are past: before its fact `as_of`, or (NONE) before today.  One that has none
 * of its own has `own`.  s: its slot, NULL for an event; cut: without what an
 * end cuts off.
 */
enum severity	 due_severity(const struct plan *, int point,
		    const struct slot *s, struct clock *, struct day as_of,
		    bool cut, enum severity own, enum severity least);

/* The room of an event as of a day: by the rounds begun by then. */
const struct room *plan_room_on(const struct plan *, int event, struct day);

/* Must the point follow what the bound names, as far as this case goes? */
bool		 bound_asks_here(const struct plan *, int point,
		    const struct bound *);

static inline bool
bound_asks(const struct plan *p, int point, const struct bound *b)
{
	return p->proc->plain || bound_asks_here(p, point, b);
}

/*
 * Each own deadline of a point that is written and names what applies, with the
 * last day that it leaves.  s: its slot, NULL for an event.
 */
typedef void	 due_fn(void *ctx, const struct bound *, struct maybe_day last);
void		 plan_each_due(const struct plan *, int point,
		    const struct slot *s, due_fn *, void *ctx);

/* The last day that a bound leaves from a day on; NONE: not known, or none. */
struct day	 due_after(const struct plan *, const struct bound *,
		    struct day from, const struct workcal *);

/* What is left out, by the plan, at slots at or below `top`, and of events. */
struct leftout {
	int	exempt[LABELS_MAX];	/* slots, by trait */
	int	paused;			/* slots and events */
};

void		 plan_left_out(const struct plan *all, const struct plan *now,
		    const char *top, struct leftout *);

/*
 * The earliest day recorded of a case, event or posting, or NONE: of one that
 * the calendar opened the first day of its period, whatever is recorded.
 */
struct day	 matter_first_day(const struct matter *);

/* The last fact's day: a view from then on sees all. */
struct day	 matter_last_day(const struct matter *);

#endif
