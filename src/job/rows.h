/*
 * rows.h -- a row's way into the store: from its cells to a fact, from the fact
 * to what is kept, and what is to be said of it.
 */
#ifndef JOB_ROWS_H
#define JOB_ROWS_H

#include "desk/cells.h"
#include "job/import.h"

struct rows;

/* Lives in the arena, but for what rows_close frees; within a run of the
   store. */
struct rows	*rows_open(struct arena *, const struct import *,
		    struct import_result *, struct diags *);

/* False: the machine failed.  Faults of the row alone are only told. */
bool		 rows_take(struct rows *, const struct row *, struct cells *);

/* Those that contradict others, to be looked for once all were taken. */
struct clashes	*rows_clashes(struct rows *);

/* Tells what could only be told when all were taken. */
void		 rows_end(struct rows *);

/* The last counts, and away. */
void		 rows_close(struct rows *);

#endif
