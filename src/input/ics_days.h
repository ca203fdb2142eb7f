/*
 * ics_days.h -- the days that one calendar file speaks of.
 *
 * The one reader of libical.  A file holds days of its own year only, each at
 * the most once.  Every event says what its days are, or that it only remarks
 * on them: one that does not, and a country's year without a day off, are no
 * calendar of days off.
 */
#ifndef INPUT_ICS_DAYS_H
#define INPUT_ICS_DAYS_H

#include "input/holidays.h"

enum { ICS_SIZE = 4 << 20, ICS_YEAR = 366 };

struct ics_days {
	const char	*path;
	const char	*scope;		/* folder's prefix, "" the country */
	int		 year;		/* 0: of a feed, any */
	/* By the day of the year from 0; NULL where the file is silent. */
	const struct holiday	*day[ICS_YEAR];
	const struct holiday	*remark[ICS_YEAR];
	bool			 any, any_off;
};

/*
 * Reads days->path for days->year and days->scope; false: it is broken, and
 * how was said.
 */
bool	 ics_days_read(struct arena *, struct ics_days *, struct diags *);

#endif
