/*
 * beside.h -- a file written beside its place, and renamed when it is whole.
 *
 * Whoever reads it finds the old one or the new one, also after a loss of
 * power.
 */
#ifndef JOB_BESIDE_H
#define JOB_BESIDE_H

#include <stdio.h>

#include "base/diag.h"

struct beside {
	FILE		*file;
	const char	*dir, *path, *tmp;
};

/* DIR/.NAME.tmp, to be DIR/NAME.  False: an error was added. */
bool	 beside_open(struct arena *, const char *dir, const char *name,
	    struct beside *, struct diags *);

/*
 * Puts it in its place, or drops it where not all was `good`.  False: it was
 * dropped; an error was added if it was good until now.
 */
bool	 beside_close(struct beside *, bool good, struct diags *);

#endif
