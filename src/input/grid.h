/*
 * grid.h -- a file of rows, whichever it is: CSV, or a workbook's worksheets
 * one after the other.
 *
 * What a file is, its content says.  Cells of both read alike: trimmed texts,
 * dates as 2020-09-01, numbers with all their digits (input/workbook.h).
 */
#ifndef INPUT_GRID_H
#define INPUT_GRID_H

#include "base/table.h"
#include "input/csv.h"
#include "input/workbook.h"

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

/* ---- for whoever looks for a header, and reads what lies below it */

/*
 * Opens it to look for headers: a fault of a cell (struct cell) is not told,
 * but left to whoever asks for that cell.
 */
struct grid	*grid_open_as(const char *path, const char *name,
		    csv_header_fn *is_header, void *ctx, struct diags *);

/* Worksheets; 0 of a CSV file. */
size_t		 grid_pages(const struct grid *);
const struct book_page *grid_page(const struct grid *, size_t);

/*
 * Goes to the header of a worksheet (of a CSV file, whatever the number): one
 * of its first CSV_BEFORE + 1 rows that are not blank, *passed of them came
 * before it.  False: it has none, or an error was added (of a CSV file
 * always).
 */
bool		 grid_find(struct grid *, size_t page, int *passed,
		    struct diags *);

/* The header that was found, until the next is looked for. */
const struct row *grid_header(const struct grid *);

/* As what a CSV file was read (csv.h); NULL of a workbook. */
const char	*grid_encoding(const struct grid *);

/* As in csv.h. */
void		 grid_progress(const struct grid *, long long *done,
		    long long *size);
const char	*grid_digest(const struct grid *);

#endif
