/*
 * region_night.h -- a night over all counties of a hub at or below a division.
 *
 * First the nights of those that had none today are run, by as many processes
 * as there is room for: each takes the next county whose night nobody else
 * runs.  Then all are pulled as of one moment, each case is judged from its
 * facts, and one report, one set of calendars and pages are written; of what
 * the counties' nights know, the days alone are taken over: since when a
 * finding is known, and when their last nights were.
 */
#ifndef JOB_REGION_NIGHT_H
#define JOB_REGION_NIGHT_H

#include "job/county_night.h"

/*
 * As county_night_run; `county` is the division.  What is not as it should be
 * is a failure that names its county, and the report is written all the same:
 * one whose night somebody else runs, or whose guard stops it; that cannot be
 * read; whose findings, as its nights kept them, are not those of its facts.
 */
bool	 region_night_run(struct arena *, const struct county_night *,
	    struct night_done *, struct diags *);

#endif
