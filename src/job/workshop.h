/*
 * workshop.h -- where a night puts deliveries while it reads them.
 *
 * A folder of our own that nobody else may look into: beside the inbox, out of
 * reach of those who write there, so that what lies in it is what a night has
 * put there.  One night has it at a time.
 */
#ifndef JOB_WORKSHOP_H
#define JOB_WORKSHOP_H

#include "base/diag.h"
#include "folder/folder.h"

struct workshop {
	struct folder	 folder;
	struct folder	 around;	/* where it lies; not ours to close
					   where that is the inbox */
	bool		 inside;
	const char	*name;
};

/*
 * What a killed night left in it lies there.  Waits for another night that
 * has it.  False: an error was added.
 */
bool	 workshop_open(struct arena *, const struct folder *inbox,
	    struct workshop *, struct diags *);

/* Takes it down, if nothing is left in it. */
void	 workshop_close(struct workshop *);

#endif
