/*
 * before.h -- a course that has not begun, laid on the calendar and not kept.
 *
 * Its facts go the way of rows of sheets, into a store in memory; what
 * divisions are called, and which lie below, is asked of a database where
 * there is one.  SURFACES, "Before it happens".
 */
#ifndef JOB_BEFORE_H
#define JOB_BEFORE_H

#include "case/reach.h"
#include "report/report.h"
#include "store/store.h"

struct before {
	const struct rulebook	*book;
	const struct calendars	*calendars;
	struct store		*known;		/* or NULL */
	struct day		 today;
	const char		*procedure, *division;	/* as they were given */
	const char		*places, *traits;	/* NULL: none */
	const char		*events, *goals;	/* "POINT=DATE", a line
							   each; or NULL */
};

struct ahead {
	const struct matter	*matter;
	const struct plan	*all, *now;	/* NULL: no rule is in force */
	struct totals		 totals;	/* of it alone */
	const struct reach	*goals;
	size_t			 ngoals;
};

/* False: errors were added, all that there are. */
bool	 before_lay(struct arena *, const struct before *, struct ahead *,
	    struct diags *);

#endif
