/*
 * ruling.h -- what a night keeps of a case that was judged.
 *
 * A value of its own, so that one process may judge and another keep: written
 * as it lies in memory, with its texts behind it, for processes of one
 * program.  Sentences go as they are kept, in no language.
 */
#ifndef JOB_RULING_H
#define JOB_RULING_H

#include <stdio.h>

#include "calendar/ics.h"
#include "store/night.h"

struct ruling {
	struct dirty	 key;
	bool		 there;		/* else the case is no more */
	bool		 judged;	/* a rule is in force for it */
	struct watch	 watch;
	struct kept	*list;
	size_t		 n;
	struct entry	*entries;	/* what calendars are to say */
	size_t		 nentries;
};

/* One after the other, and then the end; the arena is for texts on the way. */
void	 ruling_write(FILE *, struct arena *, const struct ruling *);
void	 ruling_end(FILE *);

/* The next, in the arena; *end: there is none.  False: it cannot be read. */
bool	 ruling_read(FILE *, struct arena *, struct ruling *, bool *end);

#endif
