/*
 * seen.h -- keys that this run has met without writing them, or taken back;
 * for src/store/.
 */
#ifndef STORE_SEEN_H
#define STORE_SEEN_H

#include "store/merge.h"

enum { TAKEN = -1 };	/* instead of bits: taken back in this run */

/* The bits noted for a key, TAKEN, or 0 where it was not seen. */
bool		 seen_get(struct store *, const struct fact *, enum kind,
		    const char *key, int *has);
bool		 seen_note(struct store *, const struct fact *, int has);

/* Has this run taken back the key of f, or its case? */
bool		 seen_taken(struct store *, const struct fact *f, bool *taken);

/*
 * The columns that this run has given for the key of f: noted, or else those
 * of a row that it has written itself.
 */
bool		 seen_given(struct store *, const struct fact *f,
		    const struct fact *old, long long src, unsigned *has);

#endif
