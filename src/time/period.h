/*
 * period.h -- how the law counts from an act to a last day (期间计算).
 *
 * "Not less than five working days, from the day after posting" is a struct
 * period: pure counting, holding no date.  Laying it on a calendar is all
 * this module does.  民法典 200 to 203.
 */
#ifndef TIME_PERIOD_H
#define TIME_PERIOD_H

#include "time/workcal.h"

enum unit { UNIT_DAY, UNIT_WORKDAY, UNIT_MONTH };

enum { PERIOD_MAX = 100000 };	/* the largest n that is taken */

struct period {
	int32_t		n;		/* at least 1 */
	enum unit	unit;
	bool		same_day;	/* the act's day counts (当日起算) */
	bool		roll;		/* a last day off moves on (末日顺延) */
};

/*
 * The last day (届满日) of p when the act falls on `act`.  DAY_NONE: it had
 * to ask whether a day is worked that nobody has settled, and *brink (may be
 * NULL) is the first such day; or, with *brink DAY_NONE, act is no day or the
 * sum leaves the years 1 to 9999.
 */
struct day	period_last(struct period p, struct day act,
		    const struct workcal *, struct day *brink);

/*
 * The inverse: the latest act whose last day is on or before `last`.  Asks no
 * day after `last`.  DAY_NONE as above; *brink is then the act for the case
 * that every day not settled is off: the true one is no earlier.
 */
struct day	period_act(struct period p, struct day last,
		    const struct workcal *, struct day *brink);

#endif
