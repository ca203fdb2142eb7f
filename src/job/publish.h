/*
 * publish.h -- calendars written for those who must post.
 *
 * One calendar of all, or one a division.  Files are written beside their
 * targets and renamed when all are whole.  Interface: "ics".
 */
#ifndef JOB_PUBLISH_H
#define JOB_PUBLISH_H

#include <stdio.h>

#include "calendar/ics.h"
#include "input/holidays.h"
#include "job/splice.h"
#include "job/workers.h"
#include "rule/pack.h"
#include "store/store.h"
#include "words/layout.h"

struct publish {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	const struct catalogue		*words;	/* that calendars are in */
	struct day			 today;	/* for a case without facts */
	const char			*top;
	struct day			 since;	/* NONE: all */
	bool				 forecast;
	enum alarms			 alarms;
	long long			 now;	/* seconds from 1970 UTC */
	bool				 remember;	/* may be written */
	FILE				*out;	/* one calendar, or */
	const char			*dir;	/* a folder of them, and */
	enum level			 by;	/* one for each of these */
	const char			*const *only;	/* codes of files, */
	size_t				 nonly;		/* sorted; NULL: all */
	int				 jobs;		/* processes asked for;
							   0: what is usual */
	struct again			 again;		/* for them */
	bool	(*meanwhile)(void *ctx, struct diags *);
	void	*ctx;	/* what this process does as long as others write, of
			   publish_kept; NULL: nothing */
};

struct published {
	long long	entries;
	long long	files;
};

bool	 publish_run(struct arena *, const struct publish *,
	    struct published *, struct diags *);

/*
 * Remembers what holds of one case now, as sequence_one, and marks the
 * nights' calendars of what is another than before; writes none.  What such
 * calendars say of the case goes to the splice, if not NULL.  In a run.
 */
bool	 publish_remember(struct arena *, const struct publish *,
	    const char *division, const char *id, struct entry *, size_t n,
	    struct splice *, struct diags *);

/*
 * The entries that a case has by its plans, laid with LAY_DAYS at the least,
 * with all facts and with those until today; *list is never NULL.
 */
size_t	 publish_entries(struct arena *, const struct plan *all,
	    const struct plan *now, bool forecast, const struct names *,
	    struct entry **list);

/* How many entries of a case that was told would be withdrawn now. */
bool	 publish_leaving(struct arena *, const struct publish *,
	    const struct matter *, long long *leaving, struct diags *);

/*
 * Writes calendars into a folder out of what is remembered, and of nothing
 * else: of the cases that store_each_case visits for each range, in their
 * order.
 */
bool	 publish_kept(struct arena *, const struct publish *,
	    const char *const *ranges, size_t n, struct published *,
	    struct diags *);

#endif
