/*
 * parcel.h -- what lies in a folder of the inbox.
 */
#ifndef JOB_PARCEL_H
#define JOB_PARCEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum {
	PARCEL_DEPTH = 8,		/* folders within a folder */
	PARCEL_FILES = 500		/* opened at once by an import */
};

struct mishap {
	const char	*path;
	const char	*why;		/* "": it is no file or folder */
};

struct parcel {
	const char	**files;	/* paths, sorted */
	size_t		 n, cap;
	long long	 latest;	/* secs, when something changed in it */
	struct mishap	*bad;		/* what cannot be taken */
	size_t		 nbad, bad_cap;
	unsigned long long mark;	/* another where a file is another */
};

/* Names that are left alone: .x, x~, x.tmp, x.part. */
bool	 parcel_leaves(const char *name);

/*
 * Adds one thing and what is below it.  Links and pipes are not followed:
 * the one could lead anywhere, the other would never end.
 */
void	 parcel_add(struct arena *, struct parcel *, const char *path);

/* Sorts and marks it, when all is added. */
void	 parcel_close(struct parcel *);

#endif
