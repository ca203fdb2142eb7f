/*
 * form.h -- what each column of the database may hold; for src/store/ only.
 *
 * A file may have been changed by another hand, or by a failing disk: no row
 * is trusted.  One table says of every column what a command of ours can have
 * written into it.  Whatever statement reads a column, sql_row() looks at it
 * by that table; store_verify() looks at all of them by the same one.  So
 * what a reader would refuse, verify finds.
 */
#ifndef STORE_FORM_H
#define STORE_FORM_H

#include "store/inside.h"

/* What is asked of the columns of one statement. */
struct shape;

/*
 * The shape of a prepared statement, in the arena; NULL where it returns
 * nothing that is a column of our tables.
 */
const struct shape	*form_shape(sqlite3_stmt *, struct arena *);

/* Is the row at hand as it may be?  Else what is wrong, in the arena. */
bool		 form_fits(const struct shape *, sqlite3_stmt *,
		    struct arena *, const char **fault);

/*
 * A cell that came as text (NULL: the column's NULL), read as its column has
 * it.  False: it is nothing that a command of ours can have written; *expected
 * is the msgid of what would be.
 */
struct column;

struct form_value {
	bool		 null;
	bool		 is_number;
	long long	 number;
	const char	*text;
	size_t		 len;
};

const struct column	*form_column(const char *table, const char *name);
bool		 form_reads(const struct column *, const char *text,
		    size_t len, struct form_value *, const char **expected);

/* The column of its table whose value its own may not be less than, or NULL. */
const char	*form_from(const struct column *);

/* A case number: neither a control character nor a slash, nor too long. */
bool		 form_case(const char *, size_t len);

/* The tables of the list, in its order; NULL ends. */
const char	*form_table(int i);

#endif
