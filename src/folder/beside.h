/*
 * beside.h -- a file written beside its place, and renamed when it is whole.
 *
 * Whoever reads it finds the old one or the new one, also after a loss of
 * power.  While it is written it is a draft (folder/draft.h).
 */
#ifndef FOLDER_BESIDE_H
#define FOLDER_BESIDE_H

#include <stdio.h>

#include "base/diag.h"
#include "folder/draft.h"

enum {
	BESIDE_INSIDE = 0640,	/* names people: not for everybody */
	BESIDE_OUTSIDE = 0666	/* as the umask says */
};

struct beside {
	FILE		*file;
	const char	*path;
	struct folder	 dir;
	struct draft	*draft;
	bool		 own;		/* dir was opened here */
};

/* To be DIR/NAME.  False: an error was added. */
bool	 beside_open(struct arena *, const char *dir, const char *name,
	    mode_t, struct beside *, struct diags *);

/* To be PATH; what killed runs left of it goes. */
bool	 beside_path(struct arena *, const char *path, mode_t,
	    struct beside *, struct diags *);

/* The same in a folder that is held already. */
bool	 beside_at(struct arena *, const struct folder *, const char *name,
	    mode_t, struct beside *, struct diags *);

/*
 * Puts it in its place, or drops it where not all was `good`.  False: it was
 * dropped; an error was added if it was good until now.
 */
bool	 beside_close(struct beside *, bool good, struct diags *);

#endif
