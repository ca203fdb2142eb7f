/*
 * county.h -- counties: their versions, and what is known of their parcels.
 *
 * A county is the first six digits of a case's division; the cases of a city
 * itself, and of the region itself, are each a county of their own (4502, 45).
 */
#ifndef STORE_COUNTY_H
#define STORE_COUNTY_H

#include "store/database.h"
#include "time/day.h"

struct county {
	long long	version;	/* rises with each change of what its
					   parcel holds; 0: nothing is known */
	struct day	day;		/* of the last change, at UTC+8 */
	bool		own;		/* facts of it changed here since its
					   parcel was taken in */
	long long	taken;		/* the version of that; -1: none came */
	const char	*sum;		/* its SHA-256, or "" */
	const char	*signer;	/* whose key signed one, or "" */
};

/* By the county's code, in normal form; texts go to the arena. */
bool		 store_county(struct store *, struct arena *,
		    const char *code, struct county *, struct diags *);

/* The codes of all that have a version, in their order. */
bool		 store_counties(struct store *, struct arena *,
		    const char *const **, size_t *n, struct diags *);

/* The same, of those that are another than what was taken in last. */
bool		 store_counties_changed(struct store *, struct arena *,
		    const char *const **, size_t *n, struct diags *);

/*
 * Within a run: the parcel of this content is what is kept of the county now.
 * `signer` NULL: it was not signed; what is known of an earlier one stays.
 */
bool		 store_county_taken(struct store *, const char *code,
		    const struct county *parcel, const char *signer,
		    struct diags *);

/* Within a run: it is the same parcel, but signed. */
bool		 store_county_signed(struct store *, const char *code,
		    const char *signer, struct diags *);

#endif
