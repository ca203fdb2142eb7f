/*
 * worksheet.h -- what to post, and the log to fill in: a workbook that comes
 * back through an import.
 *
 * One pass over the store; what is kept of it does not grow with it.  A row of
 * the log that nobody fills in says nothing, and one of a notice that stands
 * says what is known already.
 */
#ifndef JOB_WORKSHEET_H
#define JOB_WORKSHEET_H

#include "input/holidays.h"
#include "job/workers.h"
#include "rule/pack.h"
#include "store/store.h"
#include "words/layout.h"

enum { WORKSHEET_TODOS = 20000 };	/* lines of what is to be done */

struct worksheet {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	struct day			 today;
	struct day			 through;	/* what may go up until
							   then, too */
	const char			*top;		/* "" all */
	const char			*path;
	int				 jobs;		/* processes; 0: as
							   many as serve */
	struct again			 again;
};

struct worksheet_done {
	long long	cases;		/* that have anything there */
	long long	todos;		/* of them WORKSHEET_TODOS at the most
					   are listed */
	long long	postings, events, objections;	/* rows of the logs */
	long long	left;		/* that a workbook cannot carry */
};

/* False: errors were added, and no file is there that was not before. */
bool	 worksheet_write(struct arena *, const struct worksheet *,
	    struct worksheet_done *, struct diags *);

#endif
