/*
 * duty.h -- duties that are kept: their cases are opened as periods begin.
 *
 * A case is opened as if its row had been read: by the same way, with the same
 * faults.  One that was there, taken back or renamed since is never opened
 * again.
 */
#ifndef JOB_DUTY_H
#define JOB_DUTY_H

#include "rule/pack.h"
#include "store/store.h"

struct duties {
	struct store		*store;
	const struct rulebook	*book;
	struct day		 today;
	const char		*when, *who, *command;
};

struct duty_done {
	const struct duty	*duty;
	long long		 opened;	/* cases */
	long long		 refused;	/* that could not be */
};

struct duties_done {
	struct duty_done	*list;		/* by procedure and division */
	size_t			 n;
	long long		 opened;
};

/*
 * Opens what has begun by today; again changes nothing.  A case that cannot be
 * opened is warned of, and tried again.  False: the machine failed.
 */
bool		 duties_run(struct arena *, const struct duties *,
		    struct duties_done *, struct diags *);

/* A duty as people write it; `until` may be NULL. */
struct duty_words {
	const char	*procedure, *division, *from, *until;
};

/*
 * Keeps one, or corrects its days, and opens its cases at once, all or none.
 * False: errors were added, and nothing was done.
 */
bool		 duties_add(struct arena *, const struct duties *,
		    const struct duty_words *, struct duties_done *,
		    struct diags *);

/*
 * Periods that begin after today are not opened for it; what was opened stays.
 * Added again it is a new one, of the divisions that are known then.
 */
bool		 duties_end(struct arena *, const struct duties *,
		    const char *procedure, const char *division,
		    struct diags *);

#endif
