/*
 * history.h -- every fact of a case, past and present.
 */
#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include "store/database.h"

struct record {
	const char	*what;		/* case, event, posting, objection */
	const char	*key;		/* readable: step/division/posted/... */
	const char	*values;	/* readable: name=value; ... */
	const char	*when;		/* of the run it came with */
	const char	*who;
	const char	*file;
	const char	*gone;		/* when it was replaced or taken back,
					   "" if it holds */
	const char	*gone_file;
	const char	*why;		/* "", corrected, completed, void */
};

typedef bool	 store_record_fn(void *ctx, const struct record *);

/* Every fact of a county's case, past and present, in the order it came. */
bool		 store_each_record(struct store *, const char *county,
		    const char *id, store_record_fn *, void *ctx,
		    struct diags *);

#endif
