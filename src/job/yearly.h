/*
 * yearly.h -- the figures of a year, in one ordered pass over the cases.
 *
 * Memory grows with procedures and tables, not with cases.
 */
#ifndef JOB_YEARLY_H
#define JOB_YEARLY_H

#include "input/holidays.h"
#include "report/yearly.h"
#include "store/store.h"

struct yearly_ask {
	struct store		*store;
	const struct rulebook	*book;
	const struct calendars	*calendars;
	struct day		 today;
	int			 year;
	const char		*top;	/* "" all */
};

/* False: the database failed. */
bool	 yearly_count(struct arena *, const struct yearly_ask *,
	    struct yearly *, struct diags *);

#endif
