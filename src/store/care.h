/*
 * care.h -- the file itself: copied, restored, looked through.
 */
#ifndef STORE_CARE_H
#define STORE_CARE_H

#include "store/database.h"

/*
 * Writes a whole copy to `path`, which must not be there (the caller names a
 * file beside the target).  A database that is not sound is not copied.
 */
bool		 store_copy(struct store *, const char *path,
		    struct diags *);

/*
 * A copy of before becomes the database again: each entry of calendars counts
 * as changed at `now` (seconds from 1970 UTC), with the sequence that minute
 * has, and every calendar is to be written anew.  Within a run.
 */
bool		 store_restored(struct store *, long long now, int sequence,
		    struct diags *);

/* Are its pages and keys whole?  Quicker than store_verify. */
bool		 store_sound(struct store *, struct diags *);

/*
 * Looks through everything: pages, keys, dates, what belongs together.  Each
 * fault is an error of the machine; false where there was one.
 */
bool		 store_verify(struct store *, struct diags *);

#endif
