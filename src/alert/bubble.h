/*
 * bubble.h -- shows bubbles on the desktop, from a child process.
 *
 * Libraries of the desktop wait 25 seconds for a service that never answers,
 * and keep what they know of a bus that is gone.  So one child does the
 * talking; it is killed where it has not answered in BUBBLE_WAIT, and the next
 * bubble gets a new one.  While it lives it listens for the buttons: desktops
 * send a click to the process that showed the bubble, and some take all of an
 * application's bubbles away when that process ends.
 */
#ifndef ALERT_BUBBLE_H
#define ALERT_BUBBLE_H

#include <stdbool.h>
#include <stdint.h>

#include "alert/due.h"
#include "alert/words.h"

enum {
	BUBBLE_WAIT = 3000,	/* milliseconds */
	BUBBLE_MOST = 32	/* that are listened to at a time */
};

struct bubbles {
	int	fd;		/* of the child; -1: there is none */
	long	pid;
	bool	stays;		/* the child stays, so bubbles have buttons */
};

/* What is to be shown.  Where an entry has a bubble already, that changes. */
struct bubble {
	const char	*key;		/* a UID, or of a digest */
	struct words	 words;
	enum urgency	 urgency;
	uint32_t	 id;		/* of the entry's bubble, or 0 */
	const char	*server;	/* who showed that, or "" */
	bool		 later;		/* offer "tomorrow again" */
};

/*
 * Shows it.  True: it is shown, as *id by *server, which belongs to the arena.
 * False: nobody could be shown it; *why says why.
 */
bool		 bubbles_show(struct bubbles *, struct arena *,
		    const struct bubble *, uint32_t *id, const char **server,
		    const char **why);

/*
 * What was clicked: the key of a bubble that is wanted again tomorrow, else
 * NULL.  To be called when the descriptor has something to read; where the
 * child is gone fd is -1 then.
 */
const char	*bubbles_click(struct bubbles *, struct arena *);

/* Lets the child go. */
void		 bubbles_end(struct bubbles *);

/* The child's side (alert/talker.c): serves until fd ends, then exits. */
_Noreturn void	 talker_run(int fd, bool stays);

#endif
