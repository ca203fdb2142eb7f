/*
 * workbook.h -- workbooks (.xlsx, .xlsm) read: libzip's and expat's only door.
 *
 * What a cell shows is taken as a text: of a formula its stored value, of a
 * date its day (2020-09-01), of a number all its digits, of a merged range in
 * each cell what the first one has, texts trimmed as in CSV.  A cell whose
 * text is not what was meant (#REF!, digits that a spreadsheet has lost, a
 * time of day, a formula that was never reckoned out) keeps that as its fault.
 *
 * Nothing in the file is trusted: no entity is expanded, no link followed, no
 * path leaves the archive, and what is larger than the limits below is refused
 * by name.  Memory holds the shared strings, the merged ranges and a row.
 */
#ifndef INPUT_WORKBOOK_H
#define INPUT_WORKBOOK_H

#include "base/table.h"

enum {
	BOOK_ENTRIES = 20000,		/* files in the archive */
	BOOK_SHEETS = 1024,		/* worksheets */
	BOOK_ROWS = 1048576,		/* of a worksheet, */
	BOOK_COLUMNS = 16384,		/* as spreadsheets have them */
	BOOK_CELLS = 256,		/* columns that may hold something */
	BOOK_CELL = 1 << 16,		/* bytes of a cell's text */
	BOOK_STRINGS = 4 << 20,		/* shared strings */
	BOOK_STYLES = 1 << 16,		/* formats of cells */
	BOOK_MERGED = 1 << 18,		/* merged ranges of a worksheet */
	BOOK_DEPTH = 64,		/* elements within elements */
	BOOK_ATTRIBUTES = 256,		/* of an element */
	BOOK_TAG = 1 << 20,		/* bytes of an element's tag */
	BOOK_RATIO = 400		/* unpacked to packed, of a part of */
};
#define BOOK_RATIO_FROM	(64LL << 20)	/* so many bytes or more */
#define BOOK_STRING_BYTES (256LL << 20)	/* of all shared strings */
#define BOOK_PART	(1LL << 30)	/* bytes of a part, unpacked */
#define BOOK_ALL	(4LL << 30)	/* of all that are read */

struct book;

/* Our own worksheets are known by a defined name; report/workbook writes it. */
enum book_mark {
	BOOK_FOREIGN,
	BOOK_TODO,		/* _gongshi_todo: what is to be done */
	BOOK_HELP,		/* _gongshi_help: how it is filled in */
	BOOK_LOG		/* _gongshi_log: a row without a date, and
				   nothing behind it, is an empty one */
};

struct book_page {
	const char	*name;
	enum book_mark	 mark;
	bool		 hidden;

	/* once it was begun: */
	bool		 hides;		/* rows or columns of it are hidden */
	bool		 filtered;
};

/*
 * Opens it; places in it are shown under `name`.  NULL: an error was added.
 */
struct book	*book_open(const char *path, const char *name, struct diags *);
void		 book_close(struct book *);

/* Worksheets in their order; charts are none. */
size_t		 book_pages(const struct book *);
const struct book_page *book_page(const struct book *, size_t);

/* Goes to the first row of a worksheet; false: an error was added. */
bool		 book_begin(struct book *, size_t page, struct diags *);

/*
 * Its next row in which a cell of its own is not empty, or NULL: the end, or
 * an error was added.  It dies with the next one.  A fault of its form is an
 * error too (cells out of order, twice), and reading goes on behind it.
 */
const struct row *book_next(struct book *, struct diags *);

/* Bytes of the worksheet read and its size, unpacked. */
void		 book_progress(const struct book *, long long *done,
		    long long *size);

/* SHA-256 of the file as it was when it was opened, hex. */
const char	*book_digest(const struct book *);

#endif
