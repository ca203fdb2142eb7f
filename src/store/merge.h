/*
 * merge.h -- facts put into the database, and taken back; for src/store/.
 *
 * What a fact means against the row that is there says fact.h; here is how it
 * is met, written and kept in the history.
 */
#ifndef STORE_MERGE_H
#define STORE_MERGE_H

#include "store/fact.h"
#include "store/inside.h"

/* What put.h says of putting and taking back, but for the complaint. */
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

/*
 * The values of the row that has the key of f, by the statement of its kind.
 * SQLITE_ROW: its texts live until that is reset.
 */
enum stmt	 put_old(enum kind);
int		 put_read_old(struct store *, const struct fact *f,
		    struct fact *old, long long *src);

/* Moves the row into the history, as taken back, and drops it. */
bool		 put_take(struct store *, const struct fact *);

#endif
