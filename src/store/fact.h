/*
 * fact.h -- one fact of any kind, as its key and its values; for src/store/.
 *
 * A key begins with the case's division and id (a division's is its code);
 * the fields come in the order in which the statements number them.  What a
 * fact means against the row that has its key is the same for all kinds, and
 * is decided here without asking the database.
 */
#ifndef STORE_FACT_H
#define STORE_FACT_H

#include "store/put.h"

/* These numbers stand in the file and in whole.c's statements. */
enum kind {
	KIND_DIVISION, KIND_CASE, KIND_EVENT, KIND_EVENT_DAY, KIND_POSTING,
	KIND_OBJECTION
};

enum {
	KEYS = 7,		/* fields of a key, at the most */
	VALUES = 7,
	ALWAYS = 1 << 30	/* bit of a value that every sheet has */
};

enum type { TEXT, DAY, FLAG };

struct field {
	enum type	 type;
	unsigned	 bit;		/* the column it comes from */
	const char	*text;
	int		 n;		/* DAY: its number, FLAG: 0 or 1 */
};

struct fact {
	enum kind	kind;
	unsigned	has;		/* bits: which values are given */
	struct field	key[KEYS];	/* a case's are division, id, ... */
	struct field	val[VALUES];
};

/* Whether the sheet had these matters to the judge, even if empty. */
extern const unsigned	fact_telling;

int		 fact_keys(enum kind);	/* fields of its key */
int		 fact_values(enum kind);
bool		 field_is_empty(const struct field *);
void		 field_empty(struct field *);

/*
 * A key of postings and objections has a day, and behind it cells that a sheet
 * may leave empty: an empty one stands for any.  Two rows of a slot and day
 * fit where each such cell is the same in both, or empty in one.
 */
enum { GAPS_FROM = 5 };		/* field of the key at which these begin */

/* Has the kind such cells?  Is one of them empty? */
bool		 fact_is_loose(enum kind);
bool		 fact_has_gap(const struct fact *);
bool		 fact_fits(const struct fact *, const struct fact *);

/* Of two that have slot and day in common. */
bool		 fact_same_key(const struct fact *, const struct fact *);
bool		 fact_same_row(const struct fact *, const struct fact *);

/* Has the row all that f has filled? */
bool		 fact_has_cells(const struct fact *f, const struct fact *row);

/*
 * How a row meets the one that is there: by its key; by its key, which has a
 * gap; or as one that it fits.
 */
enum meeting { BY_KEY, BY_GAP, BY_FIT };

/*
 * Lays what f gives over the old values, of which this run has given some
 * before (bits).  By its key one of those may not be another: PUT_CLASH, and
 * `old` is worth nothing.  A row with a gap comes last, and what it fills
 * replaces; what it leaves empty leaves what is there, where it met by fit or
 * this run had given it.  PUT_SAME: nothing is new; PUT_COMPLETED: only what
 * was empty, or a column that is told of for the first time where the judge
 * asks for it; else PUT_CORRECTED.
 */
enum put	 fact_merge(const struct fact *f, struct fact *old,
		    enum meeting, unsigned given_before);

/* The columns that f gives, as far as they count. */
unsigned	 fact_gives(const struct fact *f, enum meeting);

/* Fills the gaps of the key; false: there was none to fill. */
bool		 fact_fill_gaps(const struct fact *f, struct fact *old);

#endif
