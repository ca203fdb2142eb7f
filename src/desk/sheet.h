/*
 * sheet.h -- which sheet a header announces, and what a cell says.
 *
 * Headers, dates, codes and words as people write them in spreadsheets; what
 * a spreadsheet has spoilt is named with its remedy.  Interface: "Data in".
 */
#ifndef DESK_SHEET_H
#define DESK_SHEET_H

#include "base/division.h"
#include "base/table.h"
#include "time/day.h"

enum { SHEET_CELLS = 256 };	/* of a row, at the most */

enum sheet {
	SHEET_NONE, SHEET_DIVISIONS, SHEET_CASES, SHEET_EVENTS,
	SHEET_POSTINGS, SHEET_OBJECTIONS, SHEETS
};

enum column {
	COL_NONE, COL_CASE, COL_PROCEDURE, COL_DIVISION, COL_TITLE,
	COL_PLACES, COL_BATCH, COL_NAME, COL_LEVEL, COL_CONTACT,
	COL_PHONE, COL_EVENT, COL_DATE,
	COL_STEP, COL_POSTED, COL_UNTIL, COL_MEDIUM, COL_PLACE,
	COL_REVIEWED, COL_CONTENT, COL_BY, COL_EVIDENCE, COL_NUMBER,
	COL_RECEIVED, COL_RESOLVED, COL_OUTCOME, COL_HANDLER, COL_COUNTY,
	COL_KNOWN, COL_FIRST, COL_VOID, COL_IGNORED, COLUMNS
};

struct header {
	enum sheet	sheet;
	int		at[COLUMNS];	/* index of the cell, -1: absent */
	size_t		n;		/* cells of the header row */
	bool		bare[SHEET_CELLS];	/* a cell without a heading */
};

/* Is this row a header?  Two known columns at least, and half of them. */
bool		 header_looks(const struct row *);

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

/* A cell that is not empty under no heading: an error; false then. */
bool		 cells_headed(const struct row *, const struct header *,
		    struct diags *);

/* The text of a column in a row, "" where it has none. */
const char	*cell_of(const struct row *, const struct header *,
		    enum column);
struct place	 place_of(const struct row *, const struct header *,
		    enum column);

/*
 * A date in one of the forms of the interface, 1990 to 2100.  An empty cell
 * is DAY_NONE.  False: an error was added.
 */
bool		 cell_day(const struct row *, const struct header *,
		    enum column, struct day *, struct diags *);

/* The same from a word alone, as an argument of a command; NULL: it is. */
const char	*day_complaint(const char *text, struct day *);

/* What a case number may not be, as a format for it; NULL: it may. */
const char	*case_complaint(const char *id);

/* A case number as the interface wants it; complains if it is none. */
bool		 cell_case(const struct row *, const struct header *,
		    struct diags *);

/* The batch that a case cell names (batch:B1, 批次：B1), or NULL. */
const char	*text_batch(const char *);

/* Likewise the number of an objection, which may be empty. */
bool		 cell_number(const struct row *, const struct header *,
		    struct diags *);

enum code_kind { CELL_CODE, CELL_NAME, CELL_BAD };

/* Is a text a division code (then normal in out), a name, or spoilt? */
enum code_kind	 cell_code(const char *text, struct place,
		    char out[static DIVISION_MAX + 1], struct diags *);

/* Ids of a medium or an outcome; NULL and an error where it is none. */
const char	*cell_medium(const struct row *, const struct header *,
		    struct diags *);
const char	*cell_outcome(const struct row *, const struct header *,
		    struct diags *);
bool		 cell_void(const struct row *, const struct header *,
		    bool *, struct diags *);

#endif
