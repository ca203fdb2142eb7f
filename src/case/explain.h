/*
 * explain.h -- why each day of a plan is what it is, back to the facts.
 *
 * A *reason* is one bound at work: another point has a day (a fact, or a day
 * of its own that has a reason again: `next`), a period may be counted in
 * between, and out comes a day.  An *account* holds all reasons of one slot
 * or event.  Nothing is judged here and no word is made.  Interface: "Points
 * and the plan".
 */
#ifndef CASE_EXPLAIN_H
#define CASE_EXPLAIN_H

#include "case/plan.h"
#include "case/sum.h"

/* How the day of the other point is known. */
enum known {
	KNOWN_NOT,		/* no day at all */
	KNOWN_UNKNOWN,		/* nobody can know it yet */
	KNOWN_RECORDED,		/* an event of that day */
	KNOWN_POSTED,		/* a slot whose standing run begins then */
	KNOWN_EARLIEST,		/* no fact: its own earliest day */
	KNOWN_LATEST,		/* no fact: the last day that is left to it */
	KNOWN_ADVISED		/* the same by the planned count */
};

enum reason_kind {
	REASON_AFTER,	/* self must follow other: not before `day` */
	REASON_DUE,	/* a deadline of self: `day` at the latest */
	REASON_AHEAD	/* other must follow self: `day` at the latest */
};

struct reason {
	enum reason_kind	 kind;
	const struct bound	*bound;
	int			 self;		/* the point explained */
	const char		*self_at;	/* its division; NULL: event */
	int			 other;
	const char		*at;		/* of other; NULL: event */
	enum known		 known;
	struct day		 base;		/* day of other: of a slot the
						   one on which it opens */
	const struct reason	*next;		/* why, where no fact */
	const struct sum	*window;	/* the period between: other's,
						   of AHEAD self's; or NULL */
	const struct sum	*count;		/* the bound's period or NULL */
	struct day		 edge;		/* AFTER, DUE: what the bound
						   runs from (base, or where
						   the window ends); AHEAD:
						   where self's window or self
						   must end at the latest */
	struct day		 day;		/* NONE: none or unknown */
	struct day		 brink;		/* of an unknown one */
};

/* One bound that a point must follow: a reason for each slot it names. */
struct need {
	const struct bound	 *bound;
	const struct reason	**of;
	int			  n;
	bool			  sets;		/* it set the earliest day */
};

/* One run of postings. */
struct run_account {
	struct day	from;
	struct day	to;		/* NONE: without end */
	struct day	judged;		/* NONE: no period, or unknown */
	int		postings;
	bool		enough;		/* long enough */
	bool		early;		/* before the first day allowed */
	bool		stands;		/* the slot is judged on it */
};

struct account {
	const struct plan	*plan;
	int			 point;
	const struct slot	*slot;		/* NULL: an event */
	const struct event_plan	*event;		/* NULL: a slot */
	const struct room	*room;
	const char		*division;	/* whose days off count */
	const struct need	*needs;
	int			 nneeds;
	const struct reason	*earliest;	/* NULL: none */
	const struct reason	*allowed;	/* by facts alone; NULL: none,
						   or as earliest */
	const struct reason	**due;		/* each own deadline */
	int			 ndue;
	const struct reason	*latest;
	const struct reason	*advised;
	const struct sum	*judged;	/* from its opening, or */
	const struct sum	*planned;	/* earliest; NULL: none */
	const struct run_account	*runs;
	int			 nruns;
};

const struct account	*explain_slot(struct arena *, const struct plan *,
			    const struct calendars *, int slot);
const struct account	*explain_event(struct arena *, const struct plan *,
			    const struct calendars *, int event);

#endif
