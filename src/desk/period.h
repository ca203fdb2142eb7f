/*
 * period.h -- cases of a period: their numbers, and rows that name one by it.
 */
#ifndef DESK_PERIOD_H
#define DESK_PERIOD_H

#include "desk/desk.h"

/*
 * 2026Q3, 2026年第三季度, 2026年3季度, 2026M07, 2026年7月, 2026-07, 2026H1,
 * 2026年上半年, 2026年, 2026; of any width.  False: it is no period.
 */
bool		 interval_read(struct arena *, const char *text,
		    struct interval *);

/* "2026年第三季度", as people write it. */
const char	*interval_words(struct arena *, struct interval);

/* Is the number of a case what that of one of a period must be? */
bool		 fits_period(struct desk *, const struct matter *);

/* False, and told: the event, of that index there, happens by itself. */
bool		 may_record(struct desk *, const struct matter *,
		    const struct procedure *, int event);

/* Does the row name its case by procedure and period? */
bool		 names_period(const struct desk *);

/*
 * The case that it means so, at or above the row's division; its number and
 * county into the fact.  False: none, or two; told.
 */
bool		 find_by_period(struct desk *, struct fact *);

#endif
