/*
 * clash.h -- rows of one import with one key and different values.
 *
 * A complaint about the later row shows the first one too.  Where that stands
 * nobody has kept, since every import would pay for it and only a refused one
 * asks: once all rows are read, the files are looked through once more, for
 * the rows of these cases alone.  They are read as before, because one key is
 * written in many ways; divisions and cases, which they are read against, have
 * not changed since the first of them was.
 */
#ifndef JOB_CLASH_H
#define JOB_CLASH_H

#include "desk/intake.h"
#include "job/sheetfile.h"

struct clashes;

/* Lives in the arena. */
struct clashes	*clashes_new(struct arena *, struct intake *);

/* The row's key was there before; m is its case, of a case itself too. */
void		 clash_add(struct clashes *, const struct cells *,
		    const struct fact *, const struct matter *m);

/* Looks through a sheet again, in the order in which they were taken. */
void		 clashes_seek(struct clashes *, struct sheetfiles *,
		    struct sheetfile *);

/* Complains of each. */
void		 clashes_tell(const struct clashes *, struct diags *);

#endif
