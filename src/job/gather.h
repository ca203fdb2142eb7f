/*
 * gather.h -- counties' parcels into a hub, each whole or not at all.
 *
 * A parcel is read and judged as for a file, by the same code: into a database
 * in memory that has of the hub what is known of its counties.  Then it goes
 * into the hub as a county's own file does.
 */
#ifndef JOB_GATHER_H
#define JOB_GATHER_H

#include "hub/hub.h"
#include "job/rollup.h"

struct gather {
	struct hub	*hub;		/* entered, by its owner */
	struct rollup	 rules;		/* `store` is not asked */
};

/* As rollup_take(). */
bool	 gather_take(struct arena *, const struct gather *, const char *path,
	    struct rolled *, struct diags *);

#endif
