/*
 * csv.h -- a sheet as rows of cells, streamed.
 *
 * UTF-8 with or without BOM, GB18030, and UTF-16 with BOM ("Unicode text",
 * tabs); commas, tabs or semicolons.  Which is found out by the header: the
 * first
 * decoding and separator under which one of the first CSV_BEFORE + 1 rows
 * that are not blank is a header as `is_header` says.
 * Memory does not grow with the file.
 */
#ifndef INPUT_CSV_H
#define INPUT_CSV_H

#include "base/table.h"

enum {
	CSV_BEFORE = 5,			/* title rows passed over */
	CSV_FIELD = 1 << 16,		/* bytes of a cell, at the most */
	CSV_CELLS = 256,		/* cells of a row, at the most */
	CSV_ROW = 1 << 20		/* bytes of a row, at the most */
};

struct csv;

typedef bool csv_header_fn(void *ctx, const struct row *);

/*
 * Opens and finds the header; places in it are shown under `name`.  NULL: it
 * cannot be read (diag_error at the file, diag_fail where the machine is at
 * fault), or no header was found.  Says in *encoding ("UTF-8", "GB18030",
 * "UTF-16LE", "UTF-16BE") what was read and in *passed how many rows were
 * passed over (both may be NULL).
 */
struct csv	*csv_open_as(const char *path, const char *name,
		    csv_header_fn *is_header, void *ctx,
		    const char **encoding, int *passed, struct diags *);

/*
 * Opens a table with whatever headings, or none: its rows from the first on.
 * It is read in the first way in which one of the first rows has several
 * cells, else as UTF-8 or GB18030 with a cell a line.
 */
struct csv	*csv_open_all(const char *path, const char *name,
		    struct diags *);

/* The header row; lives as long as the csv. */
const struct row *csv_header(const struct csv *);

/*
 * The next row that is not blank, or NULL at the end.  A fault in the file's
 * form (broken characters, NUL, an open quote, too long a cell) is an error,
 * and reading goes on behind that row where it can.
 */
const struct row *csv_next(struct csv *, struct diags *);

/*
 * 1 where the text begins as an export writes one that a spreadsheet would
 * reckon out: a ' more than it has, before =, +, - or @.  That one is left
 * out of what is read; else 0.
 */
int		 csv_guarded(const char *);

/* A text as it would be read from a cell: no blanks around it; LF alone. */
const char	*csv_cell_of(struct arena *, const char *);

/* Bytes read and the file's size (0 where not known), for progress. */
void		 csv_progress(const struct csv *, long long *done,
		    long long *size);

/* SHA-256 of the whole file's bytes as read, hex; valid after the last row. */
const char	*csv_digest(const struct csv *);
void		 csv_close(struct csv *);

/* The same of a file that is not read as a sheet, in the arena; or NULL. */
const char	*csv_digest_of(struct arena *, const char *path);

#endif
