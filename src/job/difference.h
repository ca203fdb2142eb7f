/*
 * difference.h -- the rows of a county before and after, as lines of its
 * parcel.
 */
#ifndef JOB_DIFFERENCE_H
#define JOB_DIFFERENCE_H

#include "job/parcel.h"

struct line {
	int		 table;
	const char	*text;		/* without its newline */
	size_t		 len;
};

/* Table by table, and there by their bytes; all zero: none. */
struct lines {
	struct arena	*arena;
	struct line	*all;
	size_t		 n, cap;
};

/* All that the store holds of the county; *made: its parcel. */
bool	 lines_read(struct arena *, struct store *, const char *county,
	    struct lines *, struct parcel_made *, struct diags *);

/* One by one, as a visitor of rows has them, and put in order then. */
void	 lines_keep(struct lines *, int table, const struct parcel_cell *,
	    int n);
void	 lines_sort(struct lines *);

/* Those that are in one alone; false from `visit` ends it, and is returned. */
typedef bool	 lines_fn(void *ctx, const struct line *, bool gone);
bool	 lines_compare(const struct lines *was, const struct lines *is,
	    lines_fn *visit, void *ctx);

#endif
