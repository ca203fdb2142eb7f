/*
 * circular.h -- the figures of a circular: of slots from the plan and the
 * judge as of today, of findings from the lives that the nights keep.
 *
 * One ordered pass over the cases, one over the findings; memory grows with
 * units, procedures and kinds, not with cases.
 */
#ifndef JOB_CIRCULAR_H
#define JOB_CIRCULAR_H

#include "input/holidays.h"
#include "report/circular.h"
#include "store/store.h"

struct circular_ask {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	struct day			 today;
	struct stretch			 is;	/* until today at the latest */
	enum level			 by;
	const char			*top;	/* "" all */
};

/*
 * False: an error was added: no night of the period was finished, or the
 * database failed.
 */
bool	 circular_make(struct arena *, const struct circular_ask *,
	    struct circular *, struct diags *);

#endif
