/*
 * reckoning.h -- a deadline counted with time that does not count (中止) and
 * with an extension (延长).
 *
 * A bound whose clock stops is no other kind of bound: what stops it stands in
 * the reckoning beside the calendar.  LANGUAGE, "More bounds".
 */
#ifndef TIME_RECKONING_H
#define TIME_RECKONING_H

#include "time/maybe.h"
#include "time/period.h"

struct span {
	struct day	from, to;	/* both inclusive */
	int		cause;		/* whose it is, a number of the
					   caller's; -1: of several */
};

struct pauses {
	const struct span	*spans;		/* in order, none overlaps */
	int			 n;
	struct day		 endless;	/* from it on without end */
	struct day		 unsure;	/* from it on nobody knows, but
						   of what a span holds */
};

struct reckoning {
	const struct workcal	*cal;
	const struct pauses	*pauses;	/* NULL: none */
	struct period		 longer;	/* goes on by this, once, */
	struct day		 on;		/* where this day is not after
						   the last day; NONE: not */
};

/* How many: a period, or (n is 0) up to a date. */
struct amount {
	struct period	period;
	int		month, day;	/* the first such day after the act;
					   month 0: of the month after it */
};

/*
 * Last days.  NONE is "no last day yet": an endless pause begins before it is
 * reached.  `rolled` is moved on where the period says so, `plain` is not.
 */
struct reckoned {
	struct maybe_day	rolled, plain;
	bool			extended;
};

struct reckoned	 reckon(struct amount, struct day act,
		    const struct reckoning *);

/* Without pauses: the day that an amount gives, not moved on. */
struct day	 amount_last(struct amount, struct day act,
		    const struct workcal *, struct day *brink);

/* Is the day in one of the spans? */
bool		 pauses_hold(const struct pauses *, struct day);

/*
 * Puts spans in order and joins those that overlap, and those of one cause
 * that touch; returns how many are left.
 */
int		 spans_join(struct span *, int n);

#endif
