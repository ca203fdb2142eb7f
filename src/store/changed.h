/*
 * changed.h -- which rows a run has changed, and what they were; for
 * src/store/ only.
 *
 * Of each table that is watched, triggers of this connection's own note every
 * row that comes, goes or changes, by its key and with what it held before;
 * what goes back with a transaction goes back there too.  So the difference of
 * a run costs what it changed, however large the county is.
 */
#ifndef STORE_CHANGED_H
#define STORE_CHANGED_H

#include "store/inside.h"

/* Columns end with NULL; the first `keys` of them tell a row of the table. */
struct watched {
	const char		*table;
	const char *const	*columns;
	int			 keys;
};

/* False: SQLite's error. */
typedef bool	 watch_fn(struct store *, const struct watched *);

/* From now on. */
bool		 changed_watch(struct store *, const struct watched *);

/* Nothing was changed so far. */
bool		 changed_clear(struct store *, const struct watched *);

/* Either, for the tables of a parcel but runs; of marks. */
bool		 parcel_watch(struct store *, watch_fn *);
bool		 marks_watch(struct store *, watch_fn *);

/*
 * Those that are not what they were, as "FROM ... WHERE (...)" in the arena:
 * `k` has the columns of the key, and `was`, which is NULL where there was no
 * such row; `t` is the row as it is, all NULL where there is none.
 */
const char	*changed_rows(struct arena *, const struct watched *);

/* "t.a, t.b": columns from one to before another, or up to the last. */
const char	*changed_list(struct arena *, const struct watched *,
		    const char *of, int from, int to);

#endif
