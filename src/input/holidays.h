/*
 * holidays.h -- calendars of days off and made-up working days, from .ics.
 *
 * DIR/cn/YEAR.ics hold the country's days, DIR/cn/PREFIX/YEAR.ics those of a
 * division-code prefix; where two speak of one day the longer prefix wins.
 * A file is read by ics_days.h, the one reader of libical.  Saturday and
 * Sunday are off unless a file says otherwise; a day is settled when its
 * cn/YEAR.ics is there and the file that wins does not say UNSETTLED.  Where a
 * division has files of earlier years and none of a year that the country has,
 * that year is open there.  What is not read is warned of by name.
 */
#ifndef INPUT_HOLIDAYS_H
#define INPUT_HOLIDAYS_H

#include "base/arena.h"
#include "base/diag.h"
#include "time/workcal.h"

struct calendars;

struct holiday {
	struct day	 day;
	enum day_kind	 kind;
	const char	*name;		/* as 春节; "" if none */
	const char	*notice;	/* the official notice; "" if none */
	const char	*scope;		/* prefix; "" for the country */
	bool		 remark;	/* says nothing of the day's kind */
	bool		 missing;	/* open, since no file is there */
};

/* A day that is not settled, and which file would settle it. */
struct gap {
	struct day	 day;
	int		 year;
	const char	*scope;		/* "": cn/YEAR.ics, else cn/SCOPE/ */
	bool		 missing;	/* it is not there; else it says so */
};

/*
 * A file in `local` (NULL or not there: none) is read instead of the one at
 * the same place below `dir`, or besides; one in `fresh` (NULL: none) wins over
 * both.  NULL: a file is broken, or `dir` or `fresh` has no calendar (errors
 * say which).
 */
struct calendars *calendars_load(struct arena *, const char *dir,
		    const char *local, const char *fresh, struct diags *);

/* The working days of a division (code without zero groups; "" country). */
const struct workcal *calendars_for(const struct calendars *,
		    const char *division);

/* What a file says of that day there (the one that wins), or NULL. */
const struct holiday *calendars_day(const struct calendars *,
		    const char *division, struct day);

/* The first day of [from, to] that is not settled there; false: none. */
bool		 calendars_gap(const struct calendars *, const char *division,
		    struct day from, struct day to, struct gap *);

/* The divisions with files of their own, by prefix: "" first, NULL last. */
const char	*calendars_scope(const struct calendars *, size_t);

/* The last day before the first unsettled one; DAY_NONE if there is none. */
struct day	 calendars_settled(const struct calendars *,
		    const char *division);

/*
 * What calendars say, in a line for each year of each division with days of
 * its own: "PREFIX YEAR OWN HASH\n" ("" the country), in the arena.  OWN is 1
 * where a file of the division itself speaks of that year.  A line is another
 * where some day is; of a year without a settled day there is none.
 */
const char	*calendars_digest(const struct calendars *, struct arena *);

#endif
