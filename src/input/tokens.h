/*
 * tokens.h -- where the cells of one row begin and end (RFC 4180).
 *
 * Looks at bytes and changes none: a row that is not yet whole in memory is
 * gone over again when more has come.  A quote within an unquoted cell is text,
 * as spreadsheets take it.
 */
#ifndef INPUT_TOKENS_H
#define INPUT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "input/csv.h"

enum fault {
	FAULT_NONE, FAULT_NUL, FAULT_BEHIND_QUOTE, FAULT_OPEN_QUOTE,
	FAULT_LONG_QUOTED, FAULT_LONG, FAULT_CELLS, FAULT_ROW, FAULT_BROKEN,
	FAULT_MARK
};

struct span {
	size_t	 from;		/* first byte, behind an opening quote */
	size_t	 to;		/* behind the last byte */
	size_t	 line_from;	/* where its line begins */
	int	 line;		/* lines below the row's first */
	bool	 quoted;
	bool	 folded;	/* has "" or CR to be undone */
};

struct tokens {
	struct span	 spans[CSV_CELLS];
	size_t		 n;
	size_t		 end;		/* behind the row, or where to go on */
	int		 lines;		/* newlines before `end` */
	bool		 cut;		/* what is left of the line at `end`
					   belongs to the faulty row */
	bool		 high;		/* has bytes above 0x7f */
	enum fault	 fault;		/* the first one, if any */
	struct span	 at;		/* its place */
};

/*
 * Finds the cells of the row that begins at text[0]; text[len] must be NUL.
 * False: the row goes on behind len (never where `last`).
 */
bool	tokens_find(struct tokens *, const char *text, size_t len, bool last,
	    char separator);

#endif
