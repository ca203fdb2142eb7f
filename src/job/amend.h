/*
 * amend.h -- acts on their way into a hub: what a run did to a case by name.
 *
 * Each is a function of the hub's.  What that made of the county is read
 * back before anything is kept, and held against what this run made of it.
 */
#ifndef JOB_AMEND_H
#define JOB_AMEND_H

#include "hub/hub.h"
#include "job/difference.h"
#include "store/act.h"

struct amend {
	struct hub		*hub;		/* within hub_begin_push */
	const struct act	*act;
	struct hub_change	 change;
	const struct lines	*was, *is;	/* of the county */
	struct diags		*diags;
};

/*
 * Can a hub do it at all, where it changes so many counties?  An error was
 * added where not.
 */
bool		 amend_can_go(const struct act *, size_t counties,
		    struct diags *);

/* *any: something is another, and was sent. */
enum hub_pushed	 amend(struct arena *, const struct amend *, bool *any);

#endif
