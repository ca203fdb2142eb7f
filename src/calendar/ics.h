/*
 * ics.h -- schedules as iCalendar (RFC 5545, 7986), through libical.
 *
 * One entry is an all-day VEVENT, printed when it comes: a calendar never
 * stands in memory as a whole.  The exclusive DTEND is made here and nowhere
 * else.  Interface: "ics".
 */
#ifndef CALENDAR_ICS_H
#define CALENDAR_ICS_H

#include <stdio.h>

#include "base/text.h"
#include "case/plan.h"
#include "case/told.h"
#include "words/layout.h"

/*
 * The old ones were written by versions before 2, under UIDs that were no
 * UUIDs; they are only ever withdrawn.  By number in the store.
 */
enum entry_kind {
	ENTRY_WINDOW, ENTRY_DEADLINE, ENTRY_OLD_WINDOW, ENTRY_OLD_DEADLINE
};

enum entry_status { ENTRY_CONFIRMED, ENTRY_TENTATIVE, ENTRY_CANCELLED };

enum { ALARMS_MAX = 3 };

/*
 * How an alarm's time is written: from the first day, or as the same moment
 * in UTC, 09:00 of the clock in China.
 */
enum alarms { ALARMS_RELATIVE, ALARMS_ABSOLUTE };

struct entry {
	enum entry_kind		 kind;
	enum entry_status	 status;
	const char		*home;		/* the case's division */
	const char		*id, *step, *division;	/* the slot */
	const char		*first_id;	/* as COUNTY:NUMBER, of a case
						   that had another number
						   first; NULL or "": none */
	struct day		 first, last;		/* both inclusive */
	int			 alarms[ALARMS_MAX];	/* days from `first`; */
	int			 nalarms;		/* each at 09:00 */
	bool			 stays;		/* what was written does */
	struct told		 summary;	/* NOTHING can be said; or */
	struct told		 description, location;
	int			 sequence;
	long long		 stamp;		/* DTSTAMP and LAST-MODIFIED, */
};						/* seconds from 1970 UTC */

/*
 * The entries of slot i of a plan laid with all facts (`now`: with those until
 * today; where the case cannot end it may be the same): at most two; returns
 * how many.  Forecasts only where asked.
 * Sequence and stamp are left 0.  Where its day is unknown the entry `stays`:
 * it says what can be said now, if anything, for when nothing was written.
 */
int		 entry_build(struct arena *, const struct plan *,
		    const struct plan *now, int i, bool forecast,
		    const struct names *, struct entry out[static 2]);

/* Makes of an entry one that no longer holds: its status, tag, no alarms. */
void		 entry_cancel(struct arena *, struct entry *);

/*
 * What alarm i says: what is to be done at that time.  It follows from what is
 * remembered of an entry, so that one that stays rings in the same words.
 */
const char	*entry_alarm(struct arena *, const struct catalogue *,
		    const struct entry *, int i);

/* A summary or location as one harmless line; a description as several. */
const char	*entry_line(struct arena *, const struct catalogue *,
		    struct told);
const char	*entry_lines(struct arena *, const struct catalogue *,
		    struct told);

/* For an X- value: libical escapes `,` and `;` there or not, by its version. */
const char	*ics_x_text(struct arena *, const char *s);

/* Begins and ends a calendar; `name` is shown as its title. */
bool		 ics_begin(FILE *, const char *name);
bool		 ics_entry(FILE *, struct arena *, const struct catalogue *,
		    const struct entry *, enum alarms);
bool		 ics_end(FILE *);

/*
 * The UID of an entry, in the arena: it depends on the case's first number,
 * step, division and kind alone, and is a UUID, since slashes and Chinese in
 * one break servers.
 */
const char	*ics_uid(struct arena *, const struct entry *);

#endif
