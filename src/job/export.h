/*
 * export.h -- the facts as sheets that import to the same facts.
 *
 * One sheet a kind; of postings one for each set of columns that theirs had,
 * since a column that was not there is not one that is empty.  Ids stand for
 * what has a title, so that no rules are asked.  Interface: "Commands".
 */
#ifndef JOB_EXPORT_H
#define JOB_EXPORT_H

#include "store/store.h"

struct exported {
	long long	rows;
	int		files;
};

/*
 * Into a folder that is made, or that holds nothing: all sheets or none.
 * False: errors were added.
 */
bool	 export_run(struct arena *, struct store *, const char *dir,
	    struct exported *, struct diags *);

#endif
