/*
 * sheet.h -- which sheet a header announces, and where its columns are.
 *
 * The headings of all sheets are one table, with what people write for them.
 * Interface: "Data in".
 */
#ifndef DESK_SHEET_H
#define DESK_SHEET_H

#include "base/table.h"

enum { SHEET_CELLS = 256 };	/* of a row, at the most */

enum sheet {
	SHEET_NONE, SHEET_DIVISIONS, SHEET_CASES, SHEET_EVENTS,
	SHEET_POSTINGS, SHEET_OBJECTIONS, SHEET_DUTIES, SHEETS
};

enum column {
	COL_NONE, COL_CASE, COL_PROCEDURE, COL_PERIOD, COL_DIVISION, COL_TITLE,
	COL_PLACES, COL_BATCH, COL_TRAITS, COL_AMOUNTS, COL_NAME, COL_LEVEL,
	COL_CONTACT, COL_PHONE, COL_EVENT, COL_DATE,
	COL_STEP, COL_POSTED, COL_UNTIL, COL_MEDIUM, COL_PLACE,
	COL_REVIEWED, COL_CONTENT, COL_BY, COL_EVIDENCE, COL_NUMBER,
	COL_RECEIVED, COL_RESOLVED, COL_OUTCOME, COL_HANDLER, COL_COUNTY,
	COL_FROM, COL_OPENED, COL_KNOWN, COL_FIRST, COL_VOID, COL_CALLED,
	COL_IGNORED, COLUMNS
};

struct header {
	enum sheet	sheet;
	int		at[COLUMNS];	/* index of the cell, -1: absent */
	size_t		n;		/* cells of the header row */
	bool		bare[SHEET_CELLS];	/* a cell without a heading */
	bool		span;		/* posted says until when, too */
};

/* Is this row a header?  Two known columns at least, and half of them. */
bool		 header_looks(const struct row *);

/* How many columns of one sheet it names, those passed over not counted. */
size_t		 header_known(const struct row *);

/* Reads it; false: unknown, double or missing columns were complained of. */
bool		 header_read(const struct row *, struct header *,
		    struct diags *);
const char	*sheet_name(enum sheet);	/* "postings" */

/* How many cells of a row are headings, or near to one. */
size_t		 header_score(const struct row *);

/* Notes what a row that is no header may have meant (NULL: no row), and the
   columns of every sheet. */
void		 header_wanted(struct arena *, const struct row *,
		    struct diags *);

/* The column of a heading in a sheet; NONE: not known in it. */
enum column	 column_named(const char *heading, enum sheet);
bool		 column_needed(enum column, enum sheet);

/* What stands in `known` where nothing was; a word of either language. */
const char	*known_none(void);
bool		 known_is_none(const char *);

/* Is it one that only what was exported has, and nobody fills in? */
bool		 column_exported(enum column);

/* The nth column of a sheet, from 0, its two usual headings; NONE: the end. */
enum column	 sheet_column(enum sheet, size_t n, const char **en,
		    const char **zh);

/* The text of a column in a row as it was read, "" where it has none; what it
   means, desk/cells says. */
const char	*cell_of(const struct row *, const struct header *,
		    enum column);

#endif
