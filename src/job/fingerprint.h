/*
 * fingerprint.h -- what the last night's verdicts rest on, held against now.
 *
 * Rules and calendars are known by their content, not by their dates: a file
 * written anew with the same bytes changes nothing.
 */
#ifndef JOB_FINGERPRINT_H
#define JOB_FINGERPRINT_H

#include "base/text.h"
#include "calendar/ics.h"
#include "input/holidays.h"
#include "rule/pack.h"
#include "store/night.h"

/*
 * The rules as text, a line for each procedure of each pack: its id, a blank,
 * then each behind a tab the pack, its first and last day, its scope (each
 * prefix ended by a comma) and a hash of what the files say.
 */
const char	*fingerprint_rules(struct arena *, const struct rulebook *);

/*
 * Marks the cases whose procedure or calendar is another than at the last
 * night, and keeps what there is now; *all is set where every case is to be
 * judged: no night before, or another program.  *anew is set where
 * calendars may be in another order: other rules.  Within a run.
 */
bool	 fingerprint_settle(struct arena *, struct store *,
	    const struct rulebook *, const struct calendars *, bool *all,
	    bool *anew, struct diags *);

/*
 * *anew is set where calendars were written in another language, or with
 * alarms of the other kind; what is remembered of them is the same.  Within a
 * run.
 */
bool	 fingerprint_calendars(struct arena *, struct store *, enum lang,
	    enum alarms, bool *anew, struct diags *);

#endif
