/*
 * inbox.h -- deliveries taken from a folder, each whole or not at all.
 *
 * A folder in the inbox is a delivery, loose files together are one more
 * (".").  What was taken lies in taken/TODAY/, what was refused in
 * refused/TODAY/, where errors.txt has every fault by file, line and column.
 *
 * A delivery is first put aside (.taking/NAME), so that nobody adds to it
 * unseen; facts are kept before it is noted, and it is noted before it moves
 * on.  Killed anywhere and run again, it ends as if it had run once.
 */
#ifndef JOB_INBOX_H
#define JOB_INBOX_H

#include "rule/pack.h"
#include "store/store.h"

struct inbox {
	struct store		*store;
	const struct rulebook	*book;
	const char		*dir;
	struct day		 today;
	long long		 clock;		/* seconds from 1970 UTC */
	long long		 settle;	/* secs that deliveries wait */
	const char		*when, *who;
	FILE			*progress;	/* a terminal, or NULL */
};

/* Deliveries that may not be moved; each was warned of, and waits. */
struct stuck {
	const char	**names;
	size_t		 n, cap;
};

/*
 * Takes what is there, by name.  False: the machine failed, and what was not
 * reached waits.
 */
bool	 inbox_take(struct arena *, const struct inbox *, struct stuck *,
	    struct diags *);

/*
 * Does something lie refused in this inbox, `but` what came on that day (NONE:
 * on any)?  *there: it can be read.
 */
bool	 inbox_has_refused(struct arena *, const char *dir, struct day but,
	    bool *there);

#endif
