/*
 * aside.h -- rows of a sheet that are no facts: sums, remarks, signatures, the
 * header once more on the next page.
 *
 * They are passed over, and said so.  A row that could be a fact never is one.
 */
#ifndef DESK_ASIDE_H
#define DESK_ASIDE_H

#include "desk/sheet.h"

enum aside {
	ASIDE_NOT, ASIDE_TOTAL, ASIDE_REMARK, ASIDE_HEADER,
	ASIDE_OTHER		/* the header of another table: no fact, but
				   what follows is none of this sheet either */
};

enum aside	 row_aside(const struct row *, const struct header *);

/* What was passed over, for a message (a msgid); "" where nothing was. */
const char	*aside_name(enum aside);

#endif
