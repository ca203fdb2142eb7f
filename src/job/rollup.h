/*
 * rollup.h -- parcels into the database, each whole or not at all.
 */
#ifndef JOB_ROLLUP_H
#define JOB_ROLLUP_H

#include "job/parcel_text.h"

struct rollup {
	struct store	*store;		/* for writing */
	const char	*when;		/* ISO UTC */
	const char	*who;
	const char	*signers;	/* allowed_signers; NULL: none */
	size_t		 nsigners;
	bool		 yes;		/* also what is older, or other */
};

struct rolled {
	const char	*county;	/* "": its head could not be read */
	long long	 version, was;	/* was: of the parcel before, or -1 */
	struct day	 day;
	long long	 cases;
	bool		 there;		/* it was there already */
	bool		 is_signed;	/* by the county's key */
	bool		 unsigned_;	/* no signature lies beside it */
};

/* False: errors were added, and nothing of it was taken in. */
bool	 rollup_take(struct arena *, const struct rollup *, const char *path,
	    struct rolled *, struct diags *);

#endif
