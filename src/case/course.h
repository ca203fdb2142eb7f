/*
 * course.h -- a procedure run through once, all of it on its first day.
 *
 * What follows nothing comes on the start day, what comes round by itself on
 * its day of the period, and each other point on the first day that what it
 * must follow allows.  Nothing comes before the start day: where a notice is
 * due so long *before* an event, the event waits for it.
 */
#ifndef CASE_COURSE_H
#define CASE_COURSE_H

#include "case/plan.h"

/*
 * How often what waits for what is due before it may be put off, on one start
 * day: a course that goes on longer is never done.
 */
enum { COURSE_TURNS = 32 };

/* Who runs: the case, without facts, and which optional events come. */
struct runner {
	const struct procedure	*proc;
	const struct calendars	*calendars;
	struct matter		 matter;	/* traits, places */
	const bool		*with;		/* by event: it happens */
	const bool		*asked;		/* by event: it is optional, or
						   a condition names it */
	int			*ahead;		/* by event, then slot: what was
						   certain in the last course,
						   in days from its start; -1 */
	struct arena		*scratch;	/* of one plan */
	struct day		*days;		/* three of each of these */
	long long		*work;		/* points yet to be laid */
	const char *const	*division;	/* of slot i */
	const int		*first;		/* of step i; nsteps + 1 */
};

/* A point's own deadline that is over before the point can be. */
typedef void	 unkept_fn(void *ctx, const struct bound *, int point,
		    struct day earliest, struct day due);

/*
 * All of a course as facts, in `scratch`; NULL: a day of it is unknown, or the
 * work is used up, and then it is no more than a beginning.  In
 * *never (by point) what gets no day at all.  Tells each deadline that is not
 * kept, once a bound and slot.
 */
const struct plan *course_run(const struct runner *, struct day start,
		    bool *never, unkept_fn *, void *ctx);

#endif
