/*
 * stretch.h -- a stretch of days, both ends included, and its neighbours.
 *
 * Whole months are followed by as many months; of any other stretch the
 * neighbours have as many days.
 */
#ifndef TIME_STRETCH_H
#define TIME_STRETCH_H

#include "time/day.h"

struct stretch {
	struct day	from, until;
};

static inline bool
stretch_has(struct stretch s, struct day d)
{
	return day_is(d) && day_cmp(s.from, d) <= 0 &&
	    day_cmp(d, s.until) <= 0;
}

/* How many days it has; how many whole months it is, 0: it is not. */
int		 stretch_days(struct stretch);
int		 stretch_months(struct stretch);

/* The month that a day lies in. */
struct stretch	 stretch_month(struct day);

/* The ones beside it; a day is NONE beyond the years that days have. */
struct stretch	 stretch_before(struct stretch);
struct stretch	 stretch_after(struct stretch);

#endif
