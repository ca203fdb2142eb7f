/*
 * guard.h -- what would go because rules or calendars were changed.
 *
 * A pack or a year's calendar that is lost by mistake would take findings and
 * entries away in silence.  Before a night takes anything in, the facts of
 * the last one are judged by what the rules and days off are now.  Nothing is
 * written.  Interface: "The guard".
 */
#ifndef JOB_GUARD_H
#define JOB_GUARD_H

#include "input/holidays.h"
#include "rule/pack.h"
#include "store/store.h"

struct guard {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
};

/* What goes by one pack, or by one year of one calendar. */
struct toll {
	const char	*what;
	long long	 findings, entries;
};

struct guarded {
	long long	 findings, going;	/* open, and of these */
	long long	 entries, leaving;
	struct toll	*tolls;
	size_t		 n, cap;
	const char	*lost;		/* used last night, and not there: a
					   sentence, or "" */
	bool		 stops;		/* too much for a night to go on */
};

/* False: the database failed. */
bool		 guard_look(struct arena *, const struct guard *,
		    struct guarded *, struct diags *);

/* What would go, as one sentence. */
const char	*guard_words(struct arena *, const struct guarded *);

/* The line that lets a night go on. */
const char	*guard_line(struct arena *, const char *inbox,
		    const char *out);

#endif
