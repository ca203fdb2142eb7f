/*
 * due.h -- which alarms are due at a look (pure).
 */
#ifndef ALERT_DUE_H
#define ALERT_DUE_H

#include "alert/calendar.h"
#include "alert/state.h"

/* How many bubbles at a time; more become one digest. */
enum { DUE_BUBBLES = 3 };

enum { DUE_AHEAD = 15 * 60 };	/* seconds from look to look, at the most */

enum urgency { URGENCY_LOW, URGENCY_NORMAL, URGENCY_CRITICAL };

enum alert_kind {
	ALERT_ONE,		/* one alarm of one entry */
	ALERT_MANY,		/* the digest of more than DUE_BUBBLES */
	ALERT_PAST		/* the day's digest of deadlines past */
};

#define ALERT_DIGEST	"-"	/* stands for the UID of a digest */

/* An alarm whose time has come. */
struct ring {
	const struct event	*event;
	struct moment		 when;
};

struct alert {
	enum alert_kind		 kind;
	struct moment		 when;		/* a digest: of the look */
	const char		*uid;
	enum urgency		 urgency;
	const struct ring	*rings;		/* most pressing first */
	size_t			 n;		/* at least 1 */
};

struct dues {
	struct alert	*alerts;	/* at most DUE_BUBBLES + 1 */
	size_t		 n;
};

/* The day that an entry is about: when it may go up, else its last. */
struct day	 due_day(const struct event *);

/*
 * May an entry be due at a look at `now`, or before the next?  What answers no
 * may be given to due_find and due_next without its texts and alarms.
 */
bool		 due_matters(const struct event *, const struct state *,
		    struct moment now);

/*
 * The alerts of a look at `now`, from entries of which each UID is there once.
 * An alarm is due after the state's `since`, up to and with now, unless it was
 * told; and one that was asked for again.  Where not `past`, the digest of
 * deadlines past is left for a later look.
 */
struct dues	 due_find(struct arena *, const struct event *events,
		    size_t n, const struct state *, struct moment now,
		    bool past);

/* When to look again: at the next alarm, or on the clock's next quarter. */
struct moment	 due_next(const struct event *, size_t n, struct moment now);

/* It was shown: what it told will not be told again. */
void		 due_told(struct state *, const struct alert *,
		    struct moment now);

#endif
