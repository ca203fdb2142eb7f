/*
 * status.h -- is everything as it should be?
 *
 * What an administrator's own monitoring asks: nobody should have to notice
 * a silence.  Interface: "status".
 */
#ifndef JOB_STATUS_H
#define JOB_STATUS_H

#include "hub/hub.h"
#include "input/holidays.h"
#include "job/mirror.h"
#include "rule/pack.h"
#include "store/store.h"

struct status {
	struct store			*store;	/* NULL: broken */
	const struct rulebook		*book;
	const struct calendars		*calendars;
	struct day			 today;
	bool				 by_day;	/* today was given */
	long long			 clock;		/* secs from 1970 UTC */
	const char			*inbox;		/* NULL: the last
							   night's */
	struct hub			*hub;	/* whose mirror the
							   store is; NULL: it
							   is a file */
	const struct mirror_nights	*nights; /* of its counties */
	struct diags			*diags;	/* why one could not tell */
};

struct check {
	const char	*name;		/* night, calendars, ... */
	bool		 good;
	const char	*text;		/* a sentence */
};

enum { CHECKS = 5 };		/* at the most */

/* How many; the last is that of a hub, where there is one. */
int	 status_run(struct arena *, const struct status *,
	    struct check out[static CHECKS]);

#endif
