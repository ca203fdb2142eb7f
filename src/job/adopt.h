/*
 * adopt.h -- a county's own file goes into a hub, with its history.
 */
#ifndef JOB_ADOPT_H
#define JOB_ADOPT_H

#include "hub/hub.h"

struct adopt {
	struct hub	*hub;		/* entered, by its owner */
	struct store	*store;		/* of a reader */
	const char	*source;	/* the file's name, as told */
	bool		 yes;		/* also what is there already */
};

struct adopted {
	const char	*county;
	long long	 version, was;	/* was: in the hub; 0: nothing */
	long long	 cases;
};

/*
 * All counties of the file in one transaction; how many, in the arena.  False:
 * errors were added, and nothing of it is in the hub.
 */
bool	 adopt_run(struct arena *, const struct adopt *, struct adopted **,
	    size_t *n, struct diags *);

#endif
