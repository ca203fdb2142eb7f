/*
 * redact.h -- the numbers of persons that a case shows made masks.
 *
 * In facts, history and all that the database says of them; what files of the
 * nights show one still is named.  Interface: "Commands".
 */
#ifndef JOB_REDACT_H
#define JOB_REDACT_H

#include "store/store.h"

struct redact {
	struct store	*store;
	const char	*county;	/* of the number, or "" */
	const char	*id;
	const char	*ground, *by;
	const char	*when, *who;
};

struct redacted {
	long long	 numbers;	/* that were found */
	const char	*inbox;		/* of the nights, or "" */
	const char	*code;		/* of its county */
	const char	**files;	/* of theirs that show one still */
	size_t		 nfiles, files_cap;
	const char	**cases;	/* others with the same text */
	size_t		 ncases, cases_cap;
};

/*
 * False: errors were added; the database is as it was, or, where numbers are
 * counted, all is masked.  A case that was taken back has its history.
 */
bool	 redact_run(struct arena *, const struct redact *, struct redacted *,
	    struct diags *);

#endif
