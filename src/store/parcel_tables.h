/*
 * parcel_tables.h -- what both ways of a parcel know of its tables; for
 * src/store/ only.
 */
#ifndef STORE_PARCEL_TABLES_H
#define STORE_PARCEL_TABLES_H

#include "store/inside.h"
#include "store/parcel.h"

enum parcel_table {
	PARCEL_RUN, PARCEL_FILE, PARCEL_DIVISION, PARCEL_MATTER, PARCEL_PLACE,
	PARCEL_EVENT, PARCEL_POSTING, PARCEL_OBJECTION, PARCEL_PAST,
	PARCEL_FINDING, PARCEL_WAIVER, PARCEL_RENAMED, PARCEL_REDACTED,
	PARCEL_DUTY,
	PARCEL_TABLES
};

/* What a column is beside what store/form says of it. */
enum parcel_role {
	ROLE_PLAIN,
	ROLE_WHOSE,		/* a division of the county */
	ROLE_AT,		/* one at, below or above it */
	ROLE_WITHIN,		/* a place of the case, in its division */
	ROLE_FILE,		/* the number of a file */
	ROLE_RUN,		/* ... of a run */
	ROLE_SERIAL,		/* its own: 1, 2, 3 ... */
	ROLE_DATE,		/* a day as sheets have it, 1990 to 2100 */
	ROLE_KEY,		/* of a finding: begins with its case */
	ROLE_WAIVED,		/* of a finding of the county */
	ROLE_KIND,		/* of a fact, in the history */
	ROLE_INSTANT		/* a time, also where others may stand */
};

struct parcel_column {
	const char		*name;
	enum parcel_role	 role;
};

struct parcel_part {
	const char		*name;
	int			 keys;		/* the first columns */
	bool			 of_case;	/* rows of a case are counted */
	struct parcel_column	 columns[PARCEL_COLUMNS + 1];
};

extern const struct parcel_part	parcel_parts[PARCEL_TABLES];

/* The codes of a county: low <= code < high; without it, those below it. */
struct parcel_range {
	char	low[COUNTY_MAX + 1], high[COUNTY_MAX + 2];
};

struct parcel_range	 parcel_range(const char *county);

/* As ?1 and ?2, as many as it asks for; the range lives as long. */
void			 parcel_bind(sqlite3_stmt *,
			    const struct parcel_range *);

/*
 * Fills temp.parcel_file and temp.parcel_run with the numbers of what the
 * rows of the county came from, and temp.parcel_waiver with the keys of its
 * waivers.
 */
bool		 parcel_number(struct store *, const char *county);

/* One statement with a key in it. */
bool		 parcel_keep(struct store *, const char *sql, const char *key);

/* A statement on the range of a county, as ?1 and ?2. */
bool		 parcel_exec(struct store *, const char *sql,
		    const char *county);

#endif
