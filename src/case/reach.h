/*
 * reach.h -- can a day still be reached: by what is recorded, and today.
 */
#ifndef CASE_REACH_H
#define CASE_REACH_H

#include "case/plan.h"

enum reached { REACH_GOOD, REACH_FAILS, REACH_UNKNOWN };

struct reach {
	struct aim	 aim;
	enum reached	 how;
	int		 point;		/* the first, in the procedure's order,
					   that fails or is unknown; -1 */
	const char	*division;	/* its slot's; NULL: an event */
	struct day	 first;		/* when it can be (or was), of one that
					   fails */
	struct day	 latest;	/* when it had to be */
};

/*
 * `p` is laid for that one aim and nothing else (plan_aim, alone).  What has
 * not happened can happen today at the earliest.
 */
struct reach	 plan_reach(const struct plan *, struct aim, struct day today);

#endif
