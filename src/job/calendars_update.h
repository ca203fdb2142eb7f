/*
 * calendars_update.h -- the nights' folder of calendars, brought up to date.
 *
 * Written is what is marked stale, is not there, or is not as the last night
 * left it.  Interface: "Out".
 */
#ifndef JOB_CALENDARS_UPDATE_H
#define JOB_CALENDARS_UPDATE_H

#include "job/publish.h"
#include "store/night.h"

/* What is known of calendars before a night's own changes. */
struct calendars_update {
	struct calendar_state	*before;	/* by code */
	size_t			 n;
	struct splice		*splice;	/* NULL: write anew */
};

/*
 * Writes into job->dir.  What was written is kept in a run of its own, so
 * that a night killed before it writes those files again.
 */
bool	 calendars_update_run(struct arena *, const struct publish *,
	    const struct calendars_update *, struct diags *);

#endif
