/*
 * look.h -- one look: read, find what is due, show it, remember.
 */
#ifndef ALERT_LOOK_H
#define ALERT_LOOK_H

#include "alert/bubble.h"

/* What a run of the program was asked for. */
struct asked {
	const char *const	*paths;		/* of calendars and folders */
	size_t			 npaths;
	bool			 named;		/* by the user: must be there */
	bool			 dry;		/* print, change nothing */
	const char		*folder;	/* of the state; NULL: none */
	struct bubbles		*bubbles;
	bool			 resident;
	bool			 first;		/* look of this run */
	bool			 retry;		/* to show what was kept */
};

struct looked {
	bool		kept;		/* something could not be shown */
	bool		failed;		/* nothing could be remembered */
	struct moment	next;		/* when to look again */
};

/*
 * Complaints, and what could not be shown, go to standard error, except on a
 * retry: they were said a minute ago.
 */
struct looked	 look(const struct asked *, struct moment now);

/* `uid` is wanted again, at 09:00 of the day after `now`'s. */
void		 look_again(const struct asked *, const char *uid,
		    struct moment now);

#define LOCK_LOOK	"alert.lock"
#define LOCK_RESIDENT	"alert.resident"

#endif
