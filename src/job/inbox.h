/*
 * inbox.h -- deliveries taken from a folder, each whole or not at all.
 *
 * A folder in the inbox is a delivery, loose files together are one more
 * (".").  What was taken lies in taken/TODAY/, what was refused in
 * refused/TODAY/, where errors.txt in its folder has every fault by file, line
 * and column (that of loose files in the folder of the day).  One that lacks
 * cases or divisions is tried again after others were taken.
 *
 * A delivery is first put aside (in the workshop), so that nobody adds to it
 * unseen; facts are kept before it is noted, and it is noted before it moves
 * on.  Killed anywhere and run again, it ends as if it had run once.
 */
#ifndef JOB_INBOX_H
#define JOB_INBOX_H

#include "case/kept.h"
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

/*
 * Deliveries that were left where they lie: somebody may still be writing, or
 * they may not be moved (each of these was warned of).
 */
struct left {
	struct left_one {
		const char	*name;
		bool		 stuck;		/* may not be moved */
	}		*list;
	size_t		 n, cap, stuck;
};

/*
 * Takes what is there, by name.  False: the machine failed, and what was not
 * reached waits.
 */
bool	 inbox_take(struct arena *, const struct inbox *, struct left *,
	    struct diags *);

/*
 * What lies refused in this inbox, `but` what came on that day (NONE: on any);
 * *open: of how many nothing of that name was taken since.  False: it cannot
 * be read.
 */
bool	 inbox_refused(struct arena *, struct store *, const char *dir,
	    struct day but, struct refused **list, size_t *n, size_t *open);

/*
 * Writes receipt.txt into each delivery taken today, and those of a night
 * that was killed; one that is not there any more is passed over.
 */
typedef bool	 inbox_receipt_fn(void *ctx, FILE *, const struct delivery *);
bool	 inbox_receipts(struct arena *, const struct inbox *,
	    inbox_receipt_fn *, void *ctx, struct diags *);

#endif
