/*
 * scan.h -- every case laid out and judged, in one ordered pass.
 *
 * Memory does not grow with the number of cases: an arena a case.
 */
#ifndef JOB_SCAN_H
#define JOB_SCAN_H

#include "input/holidays.h"
#include "job/workers.h"
#include "report/report.h"
#include "store/store.h"

struct scan {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	struct day			 today;
	enum detail			 detail;
	const char			*top;	/* "" all */
	struct writer			*writer;
	const char			*county; /* of the cases named; "" */
	int				 jobs;	/* processes asked for; 0:
						   what is usual */
	struct again			 again;	/* for them */
};

/* Findings to the writer; false: the database failed. */
bool	 scan_run(const struct scan *, struct totals *, struct diags *);

/* Plans to the writer: of the cases named, or of all where n is 0. */
bool	 scan_plans(const struct scan *, const char *const *ids, int n,
	    struct totals *, struct diags *);

/* Of slots at or below `top`; of events and objections those of cases there. */
bool	 scan_keeps(const struct finding *, const char *top);

/*
 * The two plans of a case: with all facts, and with those until today (the
 * same one where none lies later).  False: no rule is in force for it.  *m is
 * the case as the store has it, and then with what happens by itself.
 */
bool	 scan_lay(const struct scan *, struct arena *,
	    const struct matter **m, const struct plan **all,
	    const struct plan **now);

/*
 * A case that was laid, its slots at or below `top` by their states, into the
 * totals; false: none of it is there, and nothing is counted.
 */
bool	 scan_count(const struct scan *, struct arena *kept,
	    const struct matter *, const struct plan *all,
	    const struct plan *now, struct totals *);

#endif
