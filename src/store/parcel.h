/*
 * parcel.h -- the rows of one county that go into its parcel, and back.
 *
 * A parcel holds its tables in one order, each in the order of its key, with
 * all columns but those that follow from others.  Runs and files, by which
 * rows say where they came from, bear numbers of the parcel's own, from 1 in
 * the order in which they came: so a county has the same rows in its own
 * database and in the region's.
 *
 *	goes		run, file	those that a row of the county names
 *			division	names at or below the county
 *			matter, place, event, posting, objection
 *			past		the history, of what was taken back too
 *			finding		with their lives
 *			waiver		of findings of the county
 *			renamed, redacted, duty
 *	stays		setting		home is the file's own
 *			night, ground, dirty, watch	a night's marks: the
 *					region's night makes its own
 *			delivery, brought, sent, deferred	of the inbox
 *			entry, shelf	what this database's calendars were
 *					told, which rise by their own clock
 *			county		what is known of parcels
 *			matter.twin	follows from the number
 */
#ifndef STORE_PARCEL_H
#define STORE_PARCEL_H

#include "store/county.h"

enum { PARCEL_COLUMNS = 20 };		/* of a table, at the most */

/* The schema from which on its tables are those of this file; the newest. */
enum { PARCEL_SCHEMA = 11 };
int		 store_schema(void);

struct parcel_cell {
	const char	*text;		/* NULL: the column's NULL */
	size_t		 len;
};

/* How many tables; the name of one, its columns. */
int		 store_parcel_tables(void);
const char	*store_parcel_name(int table);
int		 store_parcel_width(int table);
const char	*store_parcel_column(int table, int i);

/* Is the county one of its columns, the first? */
bool		 store_parcel_has_county(int table);

/* How many of its first columns are its key. */
int		 store_parcel_keys(int table);

/* ---- out: within one transaction of a reader */

/* Numbers what the county's rows came from. */
bool		 store_parcel_begin(struct store *, const char *county,
		    struct diags *);

/* Visits the rows of a table; false from it ends the walk, and is returned. */
typedef bool	 store_parcel_fn(void *ctx, const struct parcel_cell *, int n);
bool		 store_parcel_each(struct store *, const char *county,
		    int table, store_parcel_fn *, void *ctx, struct diags *);

/*
 * Within a run that is shared (store_share), when its county was begun: the
 * rows of a table that are not what they were before it.  Those that were come
 * as their keys (`gone`), those that are with all their cells, and one that
 * changed as both.  Runs are none of them: each is that one's own.
 */
typedef bool	 store_parcel_change_fn(void *ctx, const struct parcel_cell *,
		    int n, bool gone);
bool		 store_parcel_changes(struct store *, const char *county,
		    int table, store_parcel_change_fn *, void *ctx,
		    struct diags *);

/* ---- in: within a run; a failure is rolled back by the caller */

struct parcel_in;

enum parcel_put {
	PARCEL_GOOD,
	PARCEL_WRONG,		/* the row may not stand in it: *fault */
	PARCEL_FAILED		/* the machine; an error was added */
};

/*
 * Tables come in their order, each from its first row to its last.  What the
 * database holds of the county goes when the last file is known.  `fault` is
 * a sentence in the arena.
 */
struct parcel_in *store_parcel_take(struct store *, struct arena *,
		    const char *county, struct diags *);
enum parcel_put	 store_parcel_put(struct parcel_in *, int table,
		    const struct parcel_cell *, const char **fault);

/* No more rows of this table. */
enum parcel_put	 store_parcel_table_end(struct parcel_in *, int table,
		    const char **fault);

/* All is there: what it changes is marked for the next night. */
enum parcel_put	 store_parcel_end(struct parcel_in *, const char **fault);
void		 store_parcel_close(struct parcel_in *);

/*
 * Within a run that takes several counties: what was put behind the point goes
 * without the rest (`keep` false), or stays.  A point lies in no other.
 */
bool		 store_parcel_point(struct store *, struct diags *);
bool		 store_parcel_settled(struct store *, bool keep,
		    struct diags *);

/* Within a run: nothing is known of the county any more, nor of its parcel. */
bool		 store_parcel_drop(struct store *, const char *county,
		    struct diags *);

/* Cases that were put. */
long long	 store_parcel_cases(const struct parcel_in *);

#endif
