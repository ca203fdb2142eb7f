/*
 * parcel.h -- one county as a file.
 */
#ifndef JOB_PARCEL_H
#define JOB_PARCEL_H

#include "job/parcel_text.h"

struct parcel {
	struct store	*store;		/* of a reader */
	const char	*county;	/* in normal form */
	const char	*path;
	const char	*key;		/* of ssh-keygen; NULL: not signed */
	bool		 pulled;	/* from a hub: it must have its hash */
};

struct parcel_made {
	long long	version;
	struct day	day;
	long long	cases;
	const char	*sum;		/* of the whole file */
};

/*
 * Writes the county's parcel, and with a key PATH.sig beside it.  Whatever
 * lies at the path is replaced: that it may be is the caller's to see.  False:
 * an error was added, and nothing was written.
 */
bool	 parcel_write(struct arena *, const struct parcel *,
	    struct parcel_made *, struct diags *);

/*
 * Goes over what that parcel would hold: `visit` gets each row as its line,
 * with the newline; false from it ends the walk, and is returned; NULL: only
 * *made is wanted.  `path` and `key` are not asked.
 */
typedef bool	 parcel_row_fn(void *ctx, int table, const char *line,
		    size_t len);
bool	 parcel_each(struct arena *, const struct parcel *, parcel_row_fn *,
	    void *ctx, struct parcel_made *, struct diags *);

/* The hash that a hub says of what was pulled; false: an error was added. */
bool	 parcel_has_sum(const char *code, const struct county *,
	    const char *sum, struct diags *);

#endif
