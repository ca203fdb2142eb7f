/*
 * cells.h -- a row of a sheet, turned once into typed cells.
 *
 * Each cell has its text, what that means for its column, and its place.  Of
 * one that means nothing there the fault is kept and not told: whoever needs
 * the cell tells it, so that no row is refused for what nobody asks of it.
 */
#ifndef DESK_CELLS_H
#define DESK_CELLS_H

#include "base/table.h"
#include "desk/sheet.h"
#include "time/cycle.h"
#include "time/day.h"

struct typed {
	const char	*text;		/* "": nothing is written there */
	struct place	 at;
	const char	*fault;		/* why it means nothing; NULL */
	bool		 there;		/* the sheet has the column */

	/* what it means; each of some columns only */
	bool		 yes;		/* void */
	struct day	 day;		/* of a day; NONE: none is said */
	bool		 spans;		/* the cell says the last day too: */
	struct day	 last;		/* this; NONE: it still stands */
	unsigned	 levels;	/* that it may be, 1U << LEVEL_... */
	const char	*id;		/* medium, outcome; number of an
					   amount; "" */
	const char	*batch;		/* of a case: it is one; NULL */
	const char	*code;		/* of a division, NULL: its name */
	struct interval	 period;
	struct typed	*parts;		/* of a list, as cells */
	size_t		 nparts;
};

/* The rows of a sheet, one after another in the same place. */
struct cells {
	const struct header *header;
	enum sheet	 sheet;
	unsigned	 has;		/* HAS_... of case/matter.h */
	const struct row *row;		/* as it was read */
	bool		 stray;		/* a cell stands under no heading, */
	bool		 ditto;		/* or for the one above, or is not what
					   was meant: it was told */
	const struct typed *of[COLUMNS];	/* never NULL */
	struct typed	 absent;	/* for what the sheet lacks: empty,
					   at the row's start */
	size_t		 n;		/* columns that the sheet has */
	enum column	 column[COLUMNS];
	struct typed	 there[COLUMNS];
};

void		 cells_begin(struct cells *, const struct header *);

/*
 * The next row; what is made of it lives as long as the row and the arena.
 * False, and an error: this is no text at all.
 */
bool		 cells_read(struct cells *, struct arena *,
		    const struct row *, struct diags *);

/* Tells the fault; false. */
bool		 cell_refuse(const struct typed *, struct diags *);

/* Tells the fault, if there is one; false then. */
static inline bool
cell_good(const struct typed *t, struct diags *d)
{
	return t->fault == NULL || cell_refuse(t, d);
}

#endif
