/*
 * remark.h -- what is taken in, but ought to be looked at.
 *
 * A posting that overlaps another of its slot, a day far from all others of
 * its case, a posting that loses its slot with a correction of the case: each
 * is a warning at its row.  What a row can be judged by that comes later in
 * the import is told at the end.
 */
#ifndef JOB_REMARK_H
#define JOB_REMARK_H

#include "desk/intake.h"
#include "store/store.h"

struct remarks;

/* Lives in the arena, but for what remarks_free frees. */
struct remarks	*remarks_new(struct arena *, struct store *, struct intake *,
		    struct diags *);
void		 remarks_free(struct remarks *);

/* A row that was put. */
void		 remark(struct remarks *, const struct cells *,
		    const struct fact *, const struct matter *, enum put);

/* A row to be taken back never was: an error, with the nearest that are. */
void		 remark_never(struct remarks *, struct place,
		    const struct fact *, const struct matter *,
		    struct diags *);

/* All rows are read. */
void		 remarks_end(struct remarks *, struct diags *);
long long	 remarks_count(const struct remarks *);

#endif
