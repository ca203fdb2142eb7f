/*
 * loose.h -- rows that fit each other though their keys are not the same to
 * the letter; for src/store/.
 */
#ifndef STORE_LOOSE_H
#define STORE_LOOSE_H

#include "store/merge.h"

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

#endif
