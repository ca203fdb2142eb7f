/*
 * clock.h -- comparisons with today, and when one of them turns.
 *
 * A verdict looks at today in many places.  Each asks here, and the least day
 * on which an answer that was given would be another is kept: until the day
 * before it, asking everything again gives the same.
 */
#ifndef TIME_CLOCK_H
#define TIME_CLOCK_H

#include <stdbool.h>

#include "time/day.h"

struct clock {
	struct day	today;
	struct day	turn;		/* NONE: nothing turns */
};

/* Something is another from this day on. */
static inline void
clock_note(struct clock *c, struct day d)
{
	if (day_is(d) && day_cmp(d, c->today) > 0)
		c->turn = day_min(c->turn, d);
}

/* Is the day past, so that today is after it? */
static inline bool
clock_past(struct clock *c, struct day d)
{
	if (day_cmp(c->today, d) > 0)
		return true;
	clock_note(c, day_add(d, 1));
	return false;
}

/* Has the day come? */
static inline bool
clock_came(struct clock *c, struct day d)
{
	if (day_cmp(c->today, d) >= 0)
		return true;
	clock_note(c, d);
	return false;
}

#endif
