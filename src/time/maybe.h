/*
 * maybe.h -- a day that may not be there, or that nobody can know yet.
 *
 * What a bound runs from: a fact, or a sum that came out; no day at all, where
 * nothing has happened; or unknown, where a sum met a day that no calendar has
 * settled.  Of an unknown one the *brink* may be known: it is no earlier.
 *
 * Two of them make a third, in one of two ways.  In a row, the one that
 * outweighs stands before the other:
 *
 *	both are needed		none, unknown, the later day
 *	one is enough		a day on or before the brink of the other,
 *				unknown, the earlier day, none
 */
#ifndef TIME_MAYBE_H
#define TIME_MAYBE_H

#include <stdbool.h>
#include <stddef.h>

#include "time/day.h"

enum maybe { MAYBE_NONE, MAYBE_UNKNOWN, MAYBE_DAY };

struct maybe_day {
	enum maybe	 kind;
	struct day	 day;		/* of DAY, else NONE */
	struct day	 brink;		/* of UNKNOWN, where known; else NONE */
	const char	*at;		/* where: goes with the day, or NULL */
};

static inline struct maybe_day
maybe_none(void)
{
	return (struct maybe_day){ MAYBE_NONE, DAY_NONE, DAY_NONE, NULL };
}

/* A sum's day; where it has none, unknown, and no earlier than the brink. */
static inline struct maybe_day
maybe_sum(struct day d, struct day brink, const char *at)
{
	if (day_is(d))
		return (struct maybe_day){ MAYBE_DAY, d, DAY_NONE, at };
	return (struct maybe_day){ MAYBE_UNKNOWN, DAY_NONE, brink, at };
}

/* Of two that are unknown nobody can say which; of equal days the first. */
static inline struct maybe_day
maybe_later(struct maybe_day a, struct maybe_day b)
{
	if (a.kind != b.kind)
		return a.kind < b.kind ? a : b;
	if (a.kind == MAYBE_DAY)
		return day_cmp(b.day, a.day) > 0 ? b : a;
	a.brink = day_min(a.brink, b.brink);
	return a;
}

/* Is the day first, whatever the unknown one will be? */
static inline bool
maybe_before(struct maybe_day known, struct maybe_day unknown)
{
	return day_is(unknown.brink) &&
	    day_cmp(known.day, unknown.brink) <= 0;
}

static inline struct maybe_day
maybe_earlier(struct maybe_day a, struct maybe_day b)
{
	if (a.kind == MAYBE_NONE || b.kind == MAYBE_NONE)
		return a.kind == MAYBE_NONE ? b : a;
	if (a.kind == MAYBE_DAY && b.kind == MAYBE_DAY)
		return day_cmp(b.day, a.day) < 0 ? b : a;
	if (a.kind != b.kind) {
		if (a.kind == MAYBE_DAY)
			return maybe_before(a, b) ? a : b;
		return maybe_before(b, a) ? b : a;
	}
	a.brink = day_is(a.brink) && day_is(b.brink) ?
	    day_min(a.brink, b.brink) : DAY_NONE;
	return a;
}

#endif
