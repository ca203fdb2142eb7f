/*
 * parcel.h -- what lies in a folder of the inbox.
 *
 * Its files are opened once: what was looked at is what is read.
 */
#ifndef JOB_PARCEL_H
#define JOB_PARCEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "folder/folder.h"

enum {
	PARCEL_DEPTH = 8,		/* folders within a folder */
	PARCEL_FILES = 500,		/* opened at once by an import */
	PARCEL_BYTES = 1 << 30		/* of one file */
};

struct mishap {
	const char	*path;
	const char	*why;		/* "": it is no file or folder */
};

struct parcel {
	bool		 hold;		/* open the files that are added */
	const char	**files;	/* names as they are told, sorted */
	size_t		 n, cap;
	struct held	*held;		/* these, and those that cannot be
					   opened */
	size_t		 nheld, held_cap;
	long long	 latest;	/* secs, when something changed in it */
	struct mishap	*bad;		/* what cannot be taken */
	size_t		 nbad, bad_cap;
	bool		 busy;		/* somebody keeps a file to himself */
	int		 failed;	/* the machine did: errno, else 0 */
	const char	*failed_at;
	unsigned long long mark;	/* another where a file is another */
};

/*
 * Names that are left alone, since programs that are still writing, desktops
 * and nights leave them: .x, $x, @x, x~, x.tmp, x.part, Thumbs.db ...
 */
bool	 parcel_leaves(const char *name);

/*
 * Adds one thing in the folder and what is below it, under a name that is
 * told.  Links and pipes are not followed: the one could lead anywhere, the
 * other would never end.
 */
void	 parcel_add(struct arena *, struct parcel *, const struct folder *,
	    const char *name, const char *told);

/* The same with all that lies in the folder, but for what is left alone. */
void	 parcel_add_all(struct arena *, struct parcel *,
	    const struct folder *, const char *told);

/* Sorts and marks it, when all is added. */
void	 parcel_close(struct parcel *);

/* Is what lies there now, only looked at, what was held? */
bool	 parcel_is_same(const struct parcel *held, const struct parcel *now);

/* The descriptor of a file that is held; -1 and errno: it is not. */
int	 parcel_lend(const struct parcel *, const char *file);

/* Lets go of the files. */
void	 parcel_free(struct parcel *);

#endif
