/*
 * slip.h -- a sheet of one row that came from no file, as if it had been read.
 */
#ifndef DESK_SLIP_H
#define DESK_SLIP_H

#include "base/arena.h"
#include "desk/sheet.h"

struct slip {
	struct header	header;
	struct row	row;
	struct cell	cells[COLUMNS];
};

void		 slip_begin(struct slip *, enum sheet);

/* A cell as people would write it; NULL: the sheet lacks the column. */
void		 slip_put(struct arena *, struct slip *, enum column,
		    const char *text);

#endif
