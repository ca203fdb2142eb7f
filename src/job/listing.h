/*
 * listing.h -- the table that a notice shows, from a CSV file or a workbook.
 *
 * Of a workbook its first worksheet with rows.  Of the first six rows the
 * first that has two different texts is the head, else the first; what stands
 * above it is the caption.
 */
#ifndef JOB_LISTING_H
#define JOB_LISTING_H

#include "base/diag.h"
#include "report/paper.h"
#include "rule/pack.h"

enum {
	LISTING_ROWS = 200000,		/* rows at the most */
	LISTING_BYTES = 64 << 20	/* and bytes of their texts */
};

struct listed {
	struct listing	 table;
	int		 private;	/* cells that show a person's number */
};

/*
 * Each cell with a number of a person that is no hotline of the pack is an
 * error and counted; with `mask` it is masked instead.  False: it cannot be
 * read, and that was said.
 */
bool	 listing_read(struct arena *, const char *path, const struct pack *,
	    bool mask, struct listed *, struct diags *);

#endif
