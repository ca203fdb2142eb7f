/*
 * plan.h -- one case laid on one procedure: what may, must and should be when.
 *
 * A point is an event, or a slot (one step at one division).  A recorded
 * event is a fact, and so is a posted slot: it stands from the first day of
 * its standing run, and its period is over on the judged last day reckoned
 * from there.  Two sweeps settle it: forward for `earliest` and the standing
 * runs, backward for `latest` (judged count) and `advised` (planned count).
 * Each bound keeps what set it.  None of it depends on today; `view` alone
 * leaves out what lies later.  Interface: "Points and the plan".
 */
#ifndef CASE_PLAN_H
#define CASE_PLAN_H

#include "base/arena.h"
#include "case/matter.h"
#include "input/holidays.h"
#include "rule/pack.h"
#include "time/maybe.h"

/* A day that a bound gives, and which: the bound, and whose it is. */
struct limit {
	struct day		 day;	/* NONE: none */
	int			 owner;	/* the point the bound stands at */
	const struct bound	*bound;
	const char		*at;	/* of a slot that set it, else NULL */
};

/* What the other points allow this one. */
struct room {
	struct day	 earliest;	/* NONE: no day, or unknown */
	bool		 unknown;	/* earliest cannot be known */
	bool		 forecast;	/* something before is no fact */
	bool		 waiting;	/* what it must follow is no fact */
	bool		 blind;		/* what must follow it bounds it by a
					   sum that nobody can know */
	struct limit	 from;		/* what set earliest */
	struct limit	 allowed;	/* first day that what is recorded or
					   posted allows, gates left out */
	struct limit	 lower;		/* the same, gates too */
	struct limit	 due;		/* earliest of its own deadlines */
	struct limit	 brink;		/* first brink of an unknown one */
	struct limit	 latest;
	struct limit	 advised;
};

struct event_plan {
	const struct event	*facts;	/* those in view, by day */
	size_t			 n;
	struct day		 day;	/* the first of them, else NONE */
	bool			 ever;	/* recorded, be it for a later day */
	struct room		 room;
};

struct slot {
	const char		*division;	/* first: it is found by it */
	int			 step;
	const struct workcal	*cal;
	const struct posting	*postings;	/* in view, by day posted */
	size_t			 n;
	bool			 posted;
	struct day		 opens;		/* of the standing run */
	struct day		 ends;		/* its last day; NONE: stands */
	struct day		 judged;	/* last days, from `opens`, */
	struct day		 planned;	/* else `earliest`; NONE: no or
						   unknown */
	bool			 judged_unknown;
	bool			 planned_unknown;
	struct day		 judged_brink;
	struct room		 room;
};

struct plan {
	const struct procedure	*proc;
	const struct matter	*matter;
	const struct workcal	*cal;		/* of the case's division */
	struct event_plan	*events;	/* by the procedure's order */
	struct slot		*slots;		/* by step, then division */
	int			 nslots;
	const int		*first;		/* of step i; nsteps + 1 */
};

/* Facts later than `view` are left out; DAY_LAST: none are. */
struct plan	*plan_lay(struct arena *, const struct procedure *,
		    const struct matter *, const struct calendars *,
		    struct day view);

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

/* The last day of the period of a slot that opens then. */
struct day	 plan_closes(const struct plan *, const struct slot *,
		    struct day opens, bool planned, struct day *brink);

/* Postings of a slot that overlap, or follow on the day after. */
struct posted_run {
	struct day	from;
	struct day	to;		/* NONE: without end */
	int		postings;
};

/* The run that begins at posting *i of the slot; moves *i behind it. */
struct posted_run plan_run(const struct slot *, size_t *i);

/* Is it as long as the judged period?  Not where nobody knows that. */
bool		 run_is_whole(const struct plan *, const struct slot *,
		    struct posted_run);

/* Does it begin before the first day that the slot is allowed? */
bool		 run_is_early(const struct slot *, struct posted_run);

/*
 * The first point, in the procedure's order, that must follow the step, and
 * the first day for it if this slot opens then; of other slots and points
 * nothing is asked.  owner -1: nothing follows; day NONE: it is unknown.
 */
struct limit	 plan_next(const struct plan *, const struct slot *,
		    struct day opens);

enum state {
	STATE_DONE, STATE_STANDING, STATE_BROKEN, STATE_READY, STATE_UPCOMING,
	STATE_WAITING, STATE_OVERDUE, STATE_CONFLICT, STATE_UNKNOWN,
	STATES
};

/*
 * The state of slot i: by all facts (`all`), overdue by what has happened
 * until today (`now`, which has the same slots).
 */
enum state	 plan_state(const struct plan *all, const struct plan *now,
		    int i, struct day today);
const char	*state_name(enum state);	/* "done" */

/* The earliest day recorded of a case, event or posting, or NONE. */
struct day	 matter_first_day(const struct matter *);

/* The last fact's day: a view from then on sees all. */
struct day	 matter_last_day(const struct matter *);

#endif
