/*
 * altered.h -- what is another of one case between two worlds.
 */
#ifndef JOB_ALTERED_H
#define JOB_ALTERED_H

#include "case/gone.h"
#include "job/sequence.h"
#include "report/impact.h"
#include "rule/pack.h"

/* A case as one world has it. */
struct side {
	const struct matter	*matter;	/* NULL: it is not recorded */
	const struct plan	*all, *now;	/* NULL: no rule in force */
	struct verdict		 verdict;	/* at or below `top` */
	struct holds		 holds;		/* its entries */
	const struct rulebook	*book;
	const struct names	*names;
};

struct sides {
	struct arena		*arena;		/* of the case */
	struct side		 of[WORLDS];
	struct fate		 fate;		/* what it is by */
	struct day		 today;
	const char		*top;
};

/* False: the database failed. */
bool	 altered_between(const struct sides *, struct altered *,
	    struct diags *);

/* Is anything another? */
bool	 altered_is(const struct altered *);

/* Does a plan have slot i, at or below `top`? */
bool	 altered_shows(const struct plan *, int i, const char *top);

#endif
