/*
 * table.h -- a row of a sheet: fields that know their column.
 *
 * What input/csv fills, row by row, and desk/cells reads.  The row dies when
 * the next one is read.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include <stddef.h>

#include "base/diag.h"

struct cell {
	const char	*text;		/* UTF-8, trimmed at both ends */
	int		 line;		/* where it begins, from 1 */
	int		 col;		/* characters from the row's start, 1 */
};

struct row {
	const char	*path;
	int		 line;		/* where the row begins, from 1 */
	const char	*text;		/* its first line, for the caret */
	struct cell	*cells;
	size_t		 n;
	int		 number;	/* of the row in its sheet, from 1; 0 */
	const struct place *own;	/* of each cell, where they do not
					   stand in one row; or NULL */
};

/* The place of cell i, or of the row's end where it has no such cell. */
struct place	 row_at(const struct row *, size_t i);

#endif
