/*
 * status.h -- is everything as it should be?
 *
 * What an administrator's own monitoring asks: nobody should have to notice
 * a silence.  Interface: "status".
 */
#ifndef JOB_STATUS_H
#define JOB_STATUS_H

#include "input/holidays.h"
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
};

struct check {
	const char	*name;		/* night, calendars, ... */
	bool		 good;
	const char	*text;		/* a sentence */
};

enum { CHECKS = 4 };

void	 status_run(struct arena *, const struct status *,
	    struct check out[static CHECKS]);

#endif
