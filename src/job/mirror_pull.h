/*
 * mirror_pull.h -- what the parts of mirror share; for job/mirror* only.
 *
 * False: an error was added.
 */
#ifndef JOB_MIRROR_PULL_H
#define JOB_MIRROR_PULL_H

#include "job/mirror.h"
#include "store/store.h"

struct pulling {
	const struct mirror	*job;
	struct arena		*arena;
	struct diags		*diags;
	const char		*path;
	const char		*draft;		/* made anew; NULL: not */
	int			 lock;		/* of who pulls; -1: not had */
	struct store		*store;
	struct arena		*row;		/* texts of one */
	const struct hub_county	*counties;
	size_t			 n;
};

/*
 * What cannot be read leaves nothing in the mirror, and was named: true.
 * Whether it can, what lay there before has no say in.
 */
bool		 mirror_take_county(struct pulling *,
		    const struct hub_county *);

/* The county of the job alone, for its night, and the names around it. */
bool		 mirror_take_night(struct pulling *);

/* All at or below it, for one night over them. */
bool		 mirror_take_nights(struct pulling *);

#endif
