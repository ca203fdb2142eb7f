/*
 * maybe.h -- may a row be there?  How a question is saved; for src/store/.
 *
 * The rows of a case mostly stand together in a sheet: what events and slots
 * it has is asked for once, and kept as marks, each of several names.  Where
 * a mark is missing there is certainly no row; where the question fails, any
 * may be there.  The number of rows is counted along, in s->run.
 */
#ifndef STORE_MAYBE_H
#define STORE_MAYBE_H

#include "store/merge.h"

/* A row of this event, whatever its day; of the same slot. */
bool		 maybe_event(struct store *, const struct fact *);
bool		 maybe_slot(struct store *, const struct fact *);

/* The row is there now: the one that was asked for last, of a slot. */
void		 maybe_added(struct store *, const struct fact *);

#endif
