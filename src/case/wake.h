/*
 * wake.h -- the next day on which a case's verdict could be another.
 *
 * Findings, states and their sentences change with the facts, the rules, the
 * calendars, and with the passing of days.  This is the last: from `today`
 * until the day before `wake`, judging the case again gives the same.
 */
#ifndef CASE_WAKE_H
#define CASE_WAKE_H

#include "case/plan.h"

/*
 * `all` and `now` as for judge(), and not NULL.  NONE: never.  That another
 * rule comes into force for a case without facts is the caller's to know.
 */
struct day	 wake(const struct plan *all, const struct plan *now,
		    struct day today);

#endif
