/*
 * variants.h -- what may be another from case to case: traits, what happens.
 */
#ifndef CASE_VARIANTS_H
#define CASE_VARIANTS_H

#include "base/arena.h"
#include "rule/uses.h"

struct variant {
	int		 trait;		/* -1: none */
	const bool	*with;		/* by event: it happens */
};

struct variants {
	struct variant	*list;		/* few events before many */
	int		 n;
	bool		 more;		/* than `most` */
};

/*
 * No trait, and each by itself that days depend on; with each set of optional
 * events that has, of each, the optional ones that it must follow.  An end is
 * in none: nothing is owed behind it.
 */
struct variants	 variants_of(struct arena *, const struct procedure *,
		    const struct uses *, int most);

#endif
