/*
 * impact.h -- the recorded cases judged as they are and as they would be.
 *
 * The second world has other rules, other days off, or a database of its own
 * with sheets taken in.  Both are walked side by side, a case at a time, so
 * that memory does not grow with the cases.  Nothing is written.
 */
#ifndef JOB_IMPACT_H
#define JOB_IMPACT_H

#include "input/holidays.h"
#include "job/workers.h"
#include "report/impact.h"
#include "rule/pack.h"
#include "store/store.h"

struct impact_world {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
};

struct impact {
	struct impact_world	 of[WORLDS];	/* what is the same may be
						   the same pointers */
	long long		 upto;		/* the file before the second
						   store's own; -1 */
	struct day		 today;
	const char		*top;		/* only at or below; "" all */
	struct impact_writer	*writer;
	int			 jobs;		/* processes; 0: as many as
						   serve; with a second store
						   always one */
	struct again		 again;
};

/* Which packs and years differ, by name, in the arena. */
void	 impact_grounds(struct arena *, const struct impact *,
	    struct grounds *);

/* False: the database failed, or the output (an error was added). */
bool	 impact_run(struct arena *, const struct impact *,
	    struct impact_totals *, struct diags *);

#endif
