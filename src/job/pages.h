/*
 * pages.h -- pages to look at: an index, those of each division, one for each
 * case that is over.
 *
 * One ordered pass over the store.  A page is written when no case behind can
 * say anything on it, and then forgotten; what waits lies in temporary files.
 * A case that is over and without a finding, and of which nothing is another
 * than when its page was written, is neither laid nor judged.  Interface:
 * SURFACES, "Pages".
 */
#ifndef JOB_PAGES_H
#define JOB_PAGES_H

#include <sys/types.h>

#include "input/holidays.h"
#include "job/pages_folder.h"
#include "job/workers.h"
#include "rule/pack.h"
#include "store/store.h"
#include "words/layout.h"

struct pages {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	struct day			 today;
	const char			*top;	/* "" all */
	const char			*dir;
	mode_t				 mode;
	const char			*base;	/* address of calendars/;
						   NULL: none is known */
	bool				 night;	/* tonight's, not finished */
	int				 jobs;	/* processes; 0: as many as
						   serve */
	struct again			 again;
};

/* False: an error was added; run again, it goes on. */
bool	 pages_run(struct arena *, const struct pages *,
	    struct pages_written *, struct diags *);

#endif
