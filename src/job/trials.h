/*
 * trials.h -- the tests of packs: facts through an import into a store in
 * memory, then the judge of every scan.
 */
#ifndef JOB_TRIALS_H
#define JOB_TRIALS_H

#include "desk/suite.h"
#include "input/holidays.h"
#include "report/trials.h"

/* A case of a test as it was judged. */
struct ruling {
	const struct trial	*trial;
	const struct plan	*now;		/* NULL: no rule is in force */
	struct verdict		 verdict;
};

/* What tests are judged by. */
struct bench {
	const struct rulebook	*book;
	const struct calendars	*calendars;
};

/* A file of tests, read and judged. */
struct tested {
	const struct suite	*suite;		/* NULL: it has faults, */
	struct ruling		*rulings;	/* which were told; of each
						   trial */
};

struct tests {
	const struct pack	*pack;
	struct tested		*files;		/* of its folder, by name */
	size_t			 n;
};

/* All of a pack; n 0: it has none.  All lives in the arena. */
struct tests	 tests_judge(struct arena *, const struct bench *,
		    const struct pack *, struct diags *);

/*
 * What came of those whose title has `run` in it ("": of all).
 */
struct pack_result *tests_result(struct arena *, const struct tests *,
		    const char *run);

#endif
