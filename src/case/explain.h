/*
 * explain.h -- what a plan kept of its days, point by point.
 *
 * An *account* holds all reasons of one slot or event of a plan that was laid
 * by plan_lay_kept.  Nothing is reckoned here, nothing judged, and no word is
 * made.  Interface: "Points and the plan".
 */
#ifndef CASE_EXPLAIN_H
#define CASE_EXPLAIN_H

#include "case/reason.h"

/* One bound that a point must follow: a reason for each slot it names. */
struct need {
	const struct bound	 *bound;
	const struct reason	**of;
	int			  n;
	bool			  sets;		/* it set the earliest day */
	bool			  left_out;	/* it does not apply, or asks
						   nothing: no reasons */
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
	const struct sum	*planned;	/* earliest; NULL: none, or no
						   part in days sets it */
	const struct run_account	*runs;
	int			 nruns;
};

const struct account	*explain_slot(struct arena *, const struct plan *,
			    int slot);
const struct account	*explain_event(struct arena *, const struct plan *,
			    int event);

#endif
