/*
 * waivers.h -- findings that somebody answers for; within a run.
 */
#ifndef STORE_WAIVERS_H
#define STORE_WAIVERS_H

#include "case/kept.h"
#include "store/database.h"

bool		 store_put_waiver(struct store *, const struct waiver *,
		    struct diags *);

/* *was: there was one in force or expired. */
bool		 store_end_waiver(struct store *, const char *key,
		    const char *when, bool *was, struct diags *);

/* All that were not ended, by key, in the arena. */
bool		 store_waivers(struct store *, struct arena *,
		    struct waiver **, size_t *n, struct diags *);

/* The one of a key among them, or NULL. */
struct waiver	*waivers_find(struct waiver *, size_t n, const char *key);

/* Has an open finding this key?  Within a run. */
bool		 store_finding_there(struct store *, const char *key,
		    bool *there, struct diags *);

#endif
