/*
 * table.h -- a row of a sheet: fields that know their column.
 *
 * What input/csv or input/workbook fills, row by row, and desk/cells reads.
 * The row dies when the next one is read.
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct cell {
	const char	*text;		/* UTF-8, trimmed at both ends */
	int		 line;		/* where it begins, from 1 */
	int		 col;		/* characters from the row's start, 1 */

	/* of a workbook's cells alone */
	const char	*fault;		/* why the text is not what was meant
					   (#REF!, digits lost); or NULL */
	bool		 fraction;	/* a number that is not whole */
	bool		 month;		/* a day of which month and year are
					   shown */
	bool		 copy;		/* merged with the one to its left,
					   whose text it has */
};

struct row {
	const char	*path;
	const char	*sheet;		/* of a workbook: the worksheet's name,
					   and then line is the row's number
					   in it and col a column's; or NULL */
	int		 line;		/* where the row begins, from 1 */
	const char	*text;		/* its first line, for the caret */
	struct cell	*cells;
	size_t		 n;
	int		 number;	/* of the row in its sheet, from 1; 0 */
	const struct place *own;	/* of each cell, where they do not
					   stand in one row; or NULL */
};

/* Its text, but for a copy of the one to its left: "" then. */
static inline const char *
cell_own(const struct cell *c)
{
	return c->copy ? "" : c->text;
}

/* The place of cell i, or of the row's end where it has no such cell. */
struct place	 row_at(const struct row *, size_t i);

#endif
