/*
 * reports.h -- the reports of the last nights, OUT/reports/DAY.txt and .json.
 */
#ifndef JOB_REPORTS_H
#define JOB_REPORTS_H

#include "base/diag.h"
#include "time/day.h"

/*
 * Copies the reports that lie in `out` to those of the day, and drops those
 * of nights before the latest 60; nothing else is touched.  False: an error
 * was added.
 */
bool	 reports_keep(struct arena *, const char *out, struct day,
	    struct diags *);

#endif
