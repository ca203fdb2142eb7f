/*
 * rename.h -- a case's number or division put right.
 *
 * Interface: "Commands".
 */
#ifndef JOB_RENAME_H
#define JOB_RENAME_H

#include "rule/pack.h"
#include "store/store.h"

struct rename {
	struct store		*store;
	const struct rulebook	*book;		/* NULL: the division stays */
	const char		*county;	/* of the old number, or "" */
	const char		*id, *to;	/* numbers */
	const char		*division;	/* the new one; "": it stays */
	const char		*when, *who;
};

/* False: errors were added, and the database is as it was. */
bool	 rename_run(struct arena *, const struct rename *, struct diags *);

#endif
