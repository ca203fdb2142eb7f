/*
 * moment.h -- a local time of day, as the clock on the wall shows it.
 *
 * Calendars of gongshi say "09:00" and mean the office's clock.  A moment is
 * that: seconds of local civil time since 1970-01-01T00:00, whatever the
 * machine's time zone.  Two moments of one office compare as people would.
 */
#ifndef ALERT_MOMENT_H
#define ALERT_MOMENT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "time/day.h"

struct moment {
	int64_t	s;
};

enum { MOMENT_TEXT = 20, MOMENT_DAY = 24 * 60 * 60 };

#define MOMENT_NONE	((struct moment){INT64_MIN})

static inline bool
moment_is(struct moment m)
{
	return m.s != INT64_MIN;
}

/* `seconds` after 00:00 of the day, also negative or more than a day. */
struct moment	 moment_make(struct day, int64_t seconds);

/* The day it lies in; DAY_NONE outside of the years 1 to 9999. */
struct day	 moment_day(struct moment);

/* Moved, MOMENT_NONE where that leaves the years 1 to 9999. */
struct moment	 moment_add(struct moment, int64_t seconds);

/* What a clock on this machine's wall shows at that time. */
struct moment	 moment_local(time_t);

/* YYYY-MM-DD[THH:MM[:SS]], also with a blank for T; false: it is none. */
bool		 moment_parse(const char *, struct moment *);

/* YYYY-MM-DDTHH:MM, with `seconds` also :SS; returns buf. */
char		*moment_print(struct moment, bool seconds,
		    char buf[static MOMENT_TEXT]);

#endif
