/*
 * marks.h -- what nights know of a county beside its parcel, out and in.
 *
 * The rows of the tables of nights, of the inbox and of calendars, which no
 * parcel holds (store/parcel.h).  In a database that holds one county alone
 * they are that county's, and go into a hub with it.  A hub reads in them only
 * of which case they are; the rest are arrays of JSON: what else the key has,
 * and the other columns.
 */
#ifndef STORE_MARKS_H
#define STORE_MARKS_H

#include "store/database.h"

struct mark {
	const char	*table;
	const char	*division, *id;		/* of its case; "" of none */
	const char	*key, *vals;
};

/* `gone`: there is none any more; false from it ends the walk. */
typedef bool	 store_mark_fn(void *ctx, const struct mark *, bool gone);

/*
 * By table, then the others as bytes; those of one county out of a database
 * that may hold several, when its parcel was begun (store_parcel_begin) and so
 * its files are numbered: of its cases, the nights, and what they rest on.
 * What the inbox brought, and which calendars lie there, are the county's whose
 * the database is (its home).
 */
bool		 store_each_mark_of(struct store *, const char *county,
		    store_mark_fn *visit, void *ctx, struct diags *);

/*
 * Within a run that is shared (store_share): those that are not what they were
 * before it; of one that is there no more (`gone`) the key alone says which.
 */
bool		 store_mark_changes(struct store *, store_mark_fn *visit,
		    void *ctx, struct diags *);

/*
 * Within a run; in the place of one of the same key.  *fits false: no gongshi
 * wrote that, and it was not put.  False: the database failed.
 */
bool		 store_put_mark(struct store *, const struct mark *,
		    bool *fits, struct diags *);

/* Within a run: no night is known any more. */
bool		 store_drop_nights(struct store *, struct diags *);

/*
 * Within a run: names of divisions that another county keeps, for what is
 * said of cases above and below them.  They come from no file, and are not
 * this database's to hand on.
 */
bool		 store_lend_division(struct store *, const char *code,
		    const char *name, const char *contact, const char *phone,
		    struct diags *);

#endif
