/*
 * calendar.h -- one .ics file, entry by entry.
 *
 * One component is parsed at a time, so that a file of any length costs the
 * memory of its largest entry.  What is wrong is told to the sink and the rest
 * is read; nothing here ever ends the process.
 */
#ifndef ALERT_CALENDAR_H
#define ALERT_CALENDAR_H

#include <stdbool.h>
#include <stdio.h>

#include "alert/moment.h"
#include "base/arena.h"

enum {
	CALENDAR_ENTRY = 256 * 1024,	/* bytes of one entry, at the most */
	CALENDAR_ALARMS = 64,		/* of one entry */
	CALENDAR_UID = 1000		/* bytes */
};

/* What is not the first two never rings. */
enum event_status { EVENT_CONFIRMED, EVENT_TENTATIVE, EVENT_CANCELLED,
	EVENT_OTHER };

/* By CATEGORIES, and for a window by its summary's tag; pressing ones last. */
enum event_kind { EVENT_PLAIN, EVENT_TO_POST, EVENT_POSTED, EVENT_BROKEN,
	EVENT_DEADLINE };

/*
 * An entry; its texts are UTF-8 without control characters, "" where there is
 * none.  `summary` is without its tag; `text` may have several lines.
 */
struct event {
	const char		*uid;
	const char		*path;		/* the file it stands in */
	int64_t			 sequence;
	int64_t			 stamp;		/* of DTSTAMP, as a moment */
	enum event_status	 status;
	enum event_kind		 kind;
	struct day		 first;
	struct day		 last;		/* inclusive */
	const char		*summary;
	const char		*place;
	const char		*text;
	struct moment		*alarms;	/* no repetitions, no e-mail */
	size_t			 nalarms;
};

/*
 * Who is told.  The event lives until the call returns.  `line` counts from
 * 1; the text is in the language set up.
 */
struct sink {
	void	(*event)(void *ctx, const struct event *);
	void	(*fault)(void *ctx, int line, const char *text);
	void	 *ctx;
};

/*
 * Reads VEVENTs to the file's end.  False: the file is no calendar, ends in
 * the midst of one, or could not be read to its end; that was told.  Of a
 * repeating event only the first is taken.  Times without a zone, and those
 * with a TZID, are local.
 */
bool		 calendar_read(FILE *, const char *path, const struct sink *);

#endif
