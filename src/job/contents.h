/*
 * contents.h -- what lies in a folder of the inbox.
 *
 * Its files are opened once: what was looked at is what is read.
 */
#ifndef JOB_CONTENTS_H
#define JOB_CONTENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "folder/folder.h"

enum {
	CONTENTS_DEPTH = 8,		/* folders within a folder */
	CONTENTS_FILES = 500,		/* opened at once by an import */
	CONTENTS_BYTES = 1 << 30		/* of one file */
};

struct mishap {
	const char	*path;
	const char	*why;		/* "": it is no file or folder */
};

struct contents {
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
bool	 contents_leaves(const char *name);

/*
 * Adds one thing in the folder and what is below it, under a name that is
 * told.  Links and pipes are not followed: the one could lead anywhere, the
 * other would never end.
 */
void	 contents_add(struct arena *, struct contents *, const struct folder *,
	    const char *name, const char *told);

/* Sorts and marks it, when all is added. */
void	 contents_close(struct contents *);

/* Is what lies there now, only looked at, what was held? */
bool	 contents_is_same(const struct contents *held,
	    const struct contents *now);

/* The descriptor of a file that is held; -1 and errno: it is not. */
int	 contents_lend(const struct contents *, const char *file);

/* Lets go of the files. */
void	 contents_free(struct contents *);

#endif
