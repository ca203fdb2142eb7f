/*
 * merge.h -- one fact of any kind, as its key and its values; for src/store/.
 *
 * A key begins with the case's division and id (a division's is its code);
 * the fields come in the order in which the statements number them.  How a
 * fact meets the row that has its key is the same for all kinds.
 */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "store/inside.h"

enum kind {
	KIND_DIVISION, KIND_CASE, KIND_EVENT, KIND_EVENT_DAY, KIND_POSTING,
	KIND_OBJECTION
};

enum {
	KEYS = 7,		/* fields of a key, at the most */
	VALUES = 5,
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

/*
 * A key of postings and objections has a day, and behind it cells that a sheet
 * may leave empty: an empty one stands for any.  Two rows of a slot and day
 * fit where each such cell is the same in both, or empty in one.
 */
enum { GAPS_FROM = 5 };		/* field of the key at which these begin */

/* Whether the sheet had these matters to the judge, even if empty. */
extern const unsigned	put_telling;

int		 put_keys(enum kind);	/* fields of its key */
int		 put_values(enum kind);
bool		 field_is_empty(const struct field *);
bool		 field_is_same(const struct field *, const struct field *);

/* Has the kind such cells?  Is one of them empty? */
bool		 loose_kind(enum kind);
bool		 loose_gap(const struct fact *);
bool		 loose_fits(const struct fact *, const struct fact *);

/*
 * May there be a row of the same slot?  Asked for once a case.  And the row
 * that was asked for last is there now.
 */
bool		 loose_may_meet(struct store *, const struct fact *);
void		 loose_met(struct store *, const struct fact *);

/*
 * The rows that f fits, in s->scratch: all, or those alone that have a gap.
 * False: the database failed.
 */
struct fitting {
	struct fact	*fact;
	long long	*src;
	size_t		 n;
};

bool		 loose_find(struct store *, const struct fact *f,
		    bool with_gap, struct fitting *);

/* The first of *n whose cells are those that f has filled, or NULL. */
struct fact	*loose_same(const struct fact *f, const struct fitting *,
		    size_t *n);

/*
 * Rows of earlier runs are remembered as they were when this run first changes
 * them.  Of several that f fits, *which is the one that had what f has filled,
 * or else the only one that this run has changed, where the file that is read
 * now was read before; -1: none.
 */
bool		 loose_remember(struct store *, const struct fact *);
bool		 loose_was(struct store *, const struct fact *f,
		    const struct fitting *, int *which);

/*
 * Where the row is what it was before the run, its changes never were: they
 * leave the history.  False: the database failed.
 */
bool		 loose_turn_back(struct store *, const struct fact *row);

/* Did the run that the source is of read the file that is read now? */
bool		 loose_same_file(struct store *, long long src, bool *same);

/* ... that of the row, as it was before this run changed it? */
bool		 loose_came_with(struct store *, const struct fact *row,
		    long long src, bool *same);

/* Says of several which they are, for store_fitting. */
void		 loose_tell(struct store *, const struct fitting *);

/*
 * A row with a gap was told once with other values in this run: true in
 * *clash.  Else what it says is noted.
 */
bool		 loose_note(struct store *, const struct fact *, bool *clash);

/* Has this run taken back a key that f fits? */
bool		 loose_taken(struct store *, const struct fact *, bool *taken);

/*
 * Was there ever a row that f names, in any run?  Was one that f, with its gap,
 * fits taken back by the file that is read now?
 */
bool		 loose_ever(struct store *, const struct fact *, bool *ever);
bool		 loose_gone(struct store *, const struct fact *, bool *gone);

/* What store.h says of putting and taking back, but for the complaint. */
enum put	 put_fact(struct store *, struct fact *);
enum put	 put_take_back(struct store *, const struct fact *);

/* Writes the rows of the run and its file, with the first change. */
bool		 put_touch(struct store *);

/*
 * Binds the key, or its first fields, to the first parameters of a statement;
 * the county and the number of the case (a division's: "" and its code).
 */
void		 put_bind_key(struct store *, enum stmt, const struct fact *);
void		 put_bind_part(struct store *, enum stmt, const struct fact *,
		    int fields);
void		 put_bind_whose(struct store *, enum stmt,
		    const struct fact *);

/* What the key has beside the case, in s->scratch. */
const char	*put_key_text(struct store *, const struct fact *);

/*
 * A cell that shows a number of a person, and whose mask is what a cell of
 * that slot and day was made, becomes that mask.
 */
bool		 redact_meet(struct store *, struct fact *);

/* Runs the statement with the key alone. */
bool		 put_drop(struct store *, enum stmt, const struct fact *);

#endif
