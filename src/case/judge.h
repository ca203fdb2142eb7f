/*
 * judge.h -- what is wrong in a case, as of a day (公示问题).
 *
 * A finding is one breach, or one question nobody can answer, at one slot,
 * event or objection.  Its key never changes: a finding stays itself from
 * night to night.  Interface: "Findings".
 */
#ifndef CASE_JUDGE_H
#define CASE_JUDGE_H

#include "case/plan.h"
#include "rule/code.h"

struct finding {
	enum code		 code;
	enum severity		 severity;
	const struct plan	*plan;		/* NULL: no rule in force */
	const struct matter	*matter;
	int			 step;		/* -1: none */
	int			 event;		/* -1: none */
	const char		*division;
	struct day		 due;		/* NONE: null */
	struct day		 actual;
	int32_t			 days;		/* -1: null */
	const struct basis	*basis;		/* NULL: none */
	const char		*note;		/* of the instrument; or "" */
	const char		*key;
	struct limit		 because;	/* set `due` */
	const struct objection	*objection;	/* or NULL */
	const struct objection	*upheld;	/* that should have stopped the
						   event; or NULL */
	int			 follower;	/* of an objection: the point
						   that set `due`; or -1 */
	const struct period_part *part;		/* of a period, that set `due`
						   or has no last day; NULL */
	const struct shown_less	*lacks;		/* of `medium` and `content`;
						   else NULL */
};

/* Is it about an event, and not about a slot (of which event may be set)? */
static inline bool
finding_of_event(const struct finding *f)
{
	return f->step < 0 && f->event >= 0;
}

struct verdict {
	struct finding	*findings;	/* ordered */
	size_t		 n, cap;
	int		 slots;		/* those that apply, by the plan */
	int		 states[STATES];
	struct day	 wake;		/* from today until the day before it,
					   judging again gives the same; NONE:
					   for ever, as far as days go */
};

/*
 * Which divisions are known: those strictly below `top`, by their codes,
 * until it is asked again.  It is asked only where a verdict needs it.
 */
struct land {
	void	(*below)(void *ctx, const char *top,
		    const char *const **codes, size_t *n);
	void	*ctx;
};

/*
 * Judges one case.  `all` is laid with every fact, `now` with those until
 * today; both NULL where no rule is in force.  `land` NULL: no division is
 * known.
 */
void		 judge(struct arena *, const struct matter *,
		    const struct plan *all, const struct plan *now,
		    struct day today, const struct land *land,
		    struct verdict *out);

/*
 * Two postings of a slot that seem to be one written down twice: in one
 * medium, or one of them without, they overlap, and one has an end, the other
 * none.
 */
struct doubled {
	const struct posting	*former, *later;	/* by day posted */
};

/* The pair whose later first day is earliest; false: there is none. */
bool		 slot_doubled(const struct slot *, struct doubled *);

/* What `media` and `content` ask and no posting of the slot shows. */
struct shown_less {
	const struct item_rule	*list[LIST_MAX * 2];
	int			 n;
	bool			 no_run;	/* in no medium accepted */
	bool			 unproved;	/* no evidence is named */
};

void		 slot_media(const struct plan *, const struct slot *,
		    bool times, struct clock *, struct shown_less *);
void		 slot_content(const struct plan *, const struct slot *,
		    struct shown_less *);

/* Why what a gate names did not allow an event on that day. */
enum shut {
	SHUT_NOT,
	SHUT_UNPOSTED,
	SHUT_POSTED_LATER,
	SHUT_OPEN,		/* it has no last day (yet) */
	SHUT_UNKNOWN,		/* nobody can tell when it is over */
	SHUT_SHORT,		/* it came down before its period was over */
	SHUT_STANDING		/* its period was not over yet */
};

enum shut	 slot_shut(const struct slot *, enum edge, struct day when);

/* Did what this bound of a gate names not allow an event on that day? */
bool		 gate_shut(const struct plan *, const struct bound *,
		    struct day when);

/*
 * Until when an objection that was received must be resolved, by the step's
 * own limit; NONE: none runs, or nobody knows.
 */
struct day	 objection_limit(const struct plan *,
		    const struct objection *, int step);

/*
 * The last day to raise it, at the slot that leaves most, and that slot's day
 * from which it is counted; NONE: none, or nobody knows.
 */
struct day	 objection_raised_by(const struct plan *,
		    const struct objection *, int step, struct day *from);

/* The day that objection_limit is counted from, or NONE. */
struct day	 objection_limit_from(const struct plan *,
		    const struct objection *, int step);

/* Was it raised after the last day for that, at each slot that it is of? */
bool		 objection_is_late(const struct plan *,
		    const struct objection *, int step);

#endif
