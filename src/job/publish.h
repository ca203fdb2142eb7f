/*
 * publish.h -- calendars written for those who must post.
 *
 * One calendar of all, or one a division.  Files are written beside their
 * targets and renamed when all are whole.  Interface: "ics".
 */
#ifndef JOB_PUBLISH_H
#define JOB_PUBLISH_H

#include <stdio.h>

#include "input/holidays.h"
#include "output/names.h"
#include "rule/pack.h"
#include "store/store.h"

struct publish {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	struct day			 today;	/* for a case without facts */
	const char			*top;
	struct day			 since;	/* NONE: all */
	bool				 forecast;
	long long			 now;	/* seconds from 1970 UTC */
	bool				 remember;	/* may be written */
	FILE				*out;	/* one calendar, or */
	const char			*dir;	/* a folder of them, and */
	enum level			 by;	/* one for each of these */
};

struct published {
	long long	entries;
	long long	files;
};

bool	 publish_run(struct arena *, const struct publish *,
	    struct published *, struct diags *);

#endif
