/*
 * entries.h -- all entries of the calendars named, each UID once.
 *
 * Files are read in a child process: one that hangs (a share whose server is
 * gone), one that brings a library down, or one that never ends, costs at
 * most ENTRIES_WAIT and is named; the others are read.
 */
#ifndef ALERT_ENTRIES_H
#define ALERT_ENTRIES_H

#include "alert/due.h"
#include "base/diag.h"

enum {
	ENTRIES_WAIT = 3000,	/* milliseconds without a sign of life */
	ENTRIES_TRIES = 3,	/* children that may hang or die in a look */
	ENTRIES_FILE = 512	/* MiB of a file, at the most */
};

struct entries {
	struct event	 *events;	/* of one UID the higher SEQUENCE */
	size_t		  n;
	const char	**unread;	/* files, folders not read wholly */
	size_t		  nunread;
	size_t		  files;	/* that were there */
};

/*
 * Reads the files, and the *.ics of the folders, named in paths; of two
 * entries with one UID that of the higher SEQUENCE, else of the later
 * DTSTAMP, else the first.  What is not due at `now` (due_matters) comes
 * without texts and alarms.  What is wrong is added as warnings; a path that
 * is not there, or not for this user, is one where `strict`.  Belongs to the
 * arena.
 */
struct entries	 entries_read(struct arena *, const char *const *paths,
		    size_t n, bool strict, const struct state *,
		    struct moment now, struct diags *);

#endif
