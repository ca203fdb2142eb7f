/*
 * import.h -- CSV files into the database, all of them or none.
 *
 * Files are taken by kind (divisions, cases, events, postings, objections),
 * whatever their order; rows are streamed.  Interface: "Data in".
 */
#ifndef JOB_IMPORT_H
#define JOB_IMPORT_H

#include <stdio.h>

#include "desk/sheet.h"
#include "rule/pack.h"
#include "store/store.h"

struct import {
	struct store		*store;
	const struct rulebook	*book;
	const char		*const *files;
	int			 nfiles;
	size_t			 skip;		/* bytes of each that are not
						   shown as its name */
	const char		*when, *who, *command;
	FILE			*progress;	/* a terminal, or NULL */

	/* Asked before all is kept, if not NULL: false, and nothing is. */
	bool			(*confirm)(void *ctx);
	void			*ctx;

	/*
	 * If not NULL: the descriptor of a file, which is read in its place,
	 * whatever lies at its path by now; the lender's until the end.
	 */
	int			(*lend)(void *ctx, const char *file);
	/* If not NULL, told of each row that could be read, also where
	   another refuses all: its division, and the case that it is of. */
	void			(*meet)(void *ctx, enum sheet,
				    const char *division,
				    const struct matter *);
	const char		*within;	/* a division, or NULL: rows of
						   others are errors */
	const char		*county; /* of rows that name none; or NULL */
	const char		*office; /* or NULL: of the hub's user, who
					    may change nothing of a county that
					    is not at or below it */
	bool			 check;	/* take in nothing */
	bool			 bare;	/* what ought to be looked at is not
					   told, faults alone */
	bool			 whole;	/* all there is of the cases named */
	bool			 yes;	/* even if much is taken back */
};

struct import_count {
	long long	rows, fresh, same, completed, corrected, voided;
};

struct import_result {
	struct import_count	 of[SHEETS];
	const char		**notes;	/* what was passed over, read */
	size_t			 nnotes, notes_cap;
	long long		 lacking;	/* faults that cases or
					   divisions taken in since
					   would mend */
	long long		 remarks;	/* warnings about what was in */
	const char		**taken;	/* by --whole: readable rows */
	size_t			 ntaken, taken_cap;
	bool			 seen[SHEETS];	/* a sheet of that kind */
};

/* Of one kind of rows, a line without its end. */
const char	*import_words(struct arena *, enum sheet,
		    const struct import_count *);

/* False: errors were added and the database is as it was. */
bool	 import_run(struct arena *, const struct import *,
	    struct import_result *, struct diags *);

/* One row that came from no file, as from `record`; files are not read. */
bool	 import_row(struct arena *, const struct import *,
	    const struct header *, const struct row *,
	    struct import_result *, struct diags *);

#endif
