/*
 * places.h -- the places of a case: named by its row, or known below it.
 */
#ifndef DESK_PLACES_H
#define DESK_PLACES_H

#include "desk/desk.h"

/* What the row names, into the case; errors for what lies outside of it. */
bool		 read_places(struct desk *, struct matter *);

/* Where a case names no places: those known below it when it comes first. */
void		 take_all_known(struct desk *, struct matter *);

/*
 * The places: as the row has them, else as they were, else all known.  Where
 * it names the same again, what was known then stays known.
 */
bool		 settle_places(struct desk *, struct fact *,
		    const struct matter *old);

#endif
