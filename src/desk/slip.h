/*
 * slip.h -- a sheet of one row that came from no sheet, as if it had been read.
 */
#ifndef DESK_SLIP_H
#define DESK_SLIP_H

#include "base/arena.h"
#include "desk/sheet.h"

struct slip {
	struct header	header;
	struct row	row;
	struct cell	cells[COLUMNS];
	struct place	own[COLUMNS];	/* of slip_put_at alone */
};

void		 slip_begin(struct slip *, enum sheet);

/* A cell as people would write it; NULL: the sheet lacks the column. */
void		 slip_put(struct arena *, struct slip *, enum column,
		    const char *text);

/* The same of words of another file: faults are told at their places. */
void		 slip_begin_at(struct slip *, enum sheet, struct place);
void		 slip_put_at(struct slip *, enum column, const char *text,
		    struct place);

#endif
