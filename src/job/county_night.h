/*
 * county_night.h -- a county's night on a hub.
 *
 * It is had by one at a time (hub_night_take).  The county is pulled into a
 * file of its own, with what its nights know; the night runs there as on any
 * file, and each run of it is in the hub before it is kept here: before a
 * delivery moves, too.  Killed anywhere and run again, on any machine, it ends
 * as if it had run once.  The file goes with the night.
 */
#ifndef JOB_COUNTY_NIGHT_H
#define JOB_COUNTY_NIGHT_H

#include "job/night.h"

struct county_night {
	const char	*words;		/* of the hub */
	const char	*county;
	struct night	 night;		/* but for the store and names */
	bool		 lacking;	/* only where none ended today */

	/* The file is open; what divisions are called in it. */
	const struct names *(*names)(void *ctx, const char *path,
			    struct store *);
	void		*ctx;
};

enum county_nights {
	COUNTY_NIGHT_RAN,
	COUNTY_NIGHT_WAS,	/* one ended today already */
	COUNTY_NIGHT_BUSY,	/* somebody else runs it */
	COUNTY_NIGHT_FAILED	/* errors were added */
};

enum county_nights
	 county_night_run(struct arena *, const struct county_night *,
	    struct night_done *, struct diags *);

#endif
