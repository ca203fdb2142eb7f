/*
 * which.h -- the case that a command's word names.
 *
 * A number is unique within its county: where two counties have it, --county
 * says which.  Interface: "Data in".
 */
#ifndef JOB_WHICH_H
#define JOB_WHICH_H

#include "store/store.h"

/* Its header, in the arena; NULL and an error where none is meant, or two. */
const struct matter	*which_case(struct store *, struct arena *,
			    const char *county, const char *id,
			    struct diags *);

/*
 * The county of a case that is or was, "" where no county was asked and one
 * alone has the number; NULL and an error.
 */
const char		*which_county(struct store *, struct arena *,
			    const char *county, const char *id,
			    struct diags *);

#endif
