/*
 * towns.h -- the townships of a report: what is open, who is called, and
 * whether they deliver.
 */
#ifndef JOB_TOWNS_H
#define JOB_TOWNS_H

#include "case/kept.h"
#include "store/store.h"

struct towns;

/* Those that deliveries came of, up to `today`.  NULL: an error was added. */
struct towns	*towns_new(struct arena *, struct store *, struct day today,
		    struct diags *);

/* The township of a division, or itself where it lies above one. */
struct town	*towns_find(struct towns *, const char *division);

/* By code. */
const struct town	*towns_list(const struct towns *, size_t *n);

/*
 * Who is called about a finding, and what is to be said of the deliveries of
 * its township; valid until the next call.
 */
const struct caller	*towns_caller(struct towns *, const struct kept *);

#endif
