/*
 * workbook.h -- workbooks (.xlsx) written.  libxlsxwriter's only door.
 *
 * What is the same is written as the same bytes: no clock, no name of a user,
 * no path is in it.  Texts stay texts, whatever they begin with (no formula,
 * no link is ever made of one); what no workbook may hold (characters that no
 * text may carry on, base/text) becomes a blank or U+FFFD; what is longer than
 * 32,767 characters of UTF-16 is cut.  Strings are copied.  Memory does not
 * grow with rows: they go to files that nobody else can open, under TMPDIR.
 */
#ifndef REPORT_WORKBOOK_H
#define REPORT_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "time/day.h"

struct workbook;
struct book_page;		/* a worksheet that is being written */

enum { BOOK_ROWS = 1048576 };	/* of a worksheet, with its head */

/* How a cell looks; the look of a column holds for cells without their own. */
enum look {
	LOOK_PLAIN, LOOK_HEAD, LOOK_TITLE, LOOK_NOTE, LOOK_LOCKED, LOOK_OPEN,
	LOOK_URGENT, LOOK_SOON, LOOK_GOOD, LOOK_TOTAL, LOOKS
};

enum cell_kind {
	CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_DAY,
	CELL_SHARE		/* of 1, shown as a percentage */
};

struct cell_value {
	enum cell_kind	 kind;
	enum look	 look;
	const char	*text;
	double		 number;
	struct day	 day;
};

/* A worksheet's column. */
struct book_column {
	const char	*title;
	int		 width;		/* in columns of a terminal; 0: by its
					   title */
	enum cell_kind	 kind;		/* CELL_DAY: of dates, checked as such
					   where they are entered */
	const char	*const *choices; /* a drop-down list, NULL at its end;
					   or NULL */
	bool		 locked;	/* nobody is to write there */
	const char	*help;		/* shown where one enters; or NULL */
};

struct book_sheet {
	const char			*name;	/* at most 31 characters */
	const char			*title;	/* a line above the head; or
						   NULL */
	const struct book_column	*columns;
	size_t				 ncolumns;
	bool				 filled_in;	/* by somebody: locked
					   columns are protected, without a
					   password */
	const char			*mark;	/* a defined name of this sheet,
					   by which reading knows it; or NULL */
	int				 blank;	/* empty rows to fill in at the
						   end, checked like the others;
						   nothing is locked there */
	bool				 filter;	/* arrows at the head,
							   to look for rows */
};

/* Is the text the same when it comes back from a workbook? */
bool		 workbook_carries(struct arena *, const char *text);

/*
 * Written beside `path`, and renamed by workbook_end.  NULL: an error was
 * added.
 */
struct workbook	*workbook_begin(struct arena *, const char *path,
		    struct diags *);

/*
 * Another worksheet.  A4 landscape, one page wide, its head on every page and
 * frozen.  A name that is taken gets a number, one that is too long is cut.
 */
struct book_page *workbook_sheet(struct workbook *,
		    const struct book_sheet *);

/* To the last worksheet, or to any; what is more than BOOK_ROWS is an error
   at the end. */
void		 workbook_row(struct workbook *, const struct cell_value *,
		    size_t n);
void		 book_page_row(struct book_page *, const struct cell_value *,
		    size_t n);

/*
 * False: it could not be written, or `good` was false, and then no file is
 * there that was not there before.  Of what was good until now an error was
 * added.
 */
bool		 workbook_end(struct workbook *, bool good, struct diags *);

#endif
