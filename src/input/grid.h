/*
 * grid.h -- a file of rows, whichever it is: CSV, or a workbook's worksheets
 * one after the other.
 */
#ifndef INPUT_GRID_H
#define INPUT_GRID_H

#include "base/table.h"

struct grid;

/*
 * Opens it; places in it are shown under `name`.  NULL: it cannot be read, or
 * is neither (.xls, .ods, a page ...), and an error said what it is and what
 * to do.
 */
struct grid	*grid_open(const char *path, const char *name, struct diags *);

/*
 * The next worksheet, hidden or not: its name, "" of a CSV file, which is the
 * only one.  NULL: there is none, or an error was added.
 */
const char	*grid_sheet(struct grid *, struct diags *);

/*
 * Its next row that is not blank, or NULL at the end; it dies with the next
 * one.  A fault is an error, and reading goes on where it can.
 */
const struct row *grid_next(struct grid *, struct diags *);

void		 grid_close(struct grid *);

#endif
