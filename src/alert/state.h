/*
 * state.h -- what was looked at and shown, kept from look to look.
 *
 * A text file of the user's, replaced as a whole.  `since` is the moment up to
 * which all is shown; what is shown behind it stands in `told`, so that an
 * alarm rings once, though a bubble failed, a file could not be read for a
 * while, or the clock was set back.
 */
#ifndef ALERT_STATE_H
#define ALERT_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "alert/moment.h"
#include "base/arena.h"
#include "base/diag.h"

struct mark {
	struct moment	 when;
	const char	*name;		/* a UID, or a path */
};

/* A bubble that may still be there; `server` names who showed it. */
struct shown {
	uint32_t	 id;
	const char	*server;
	const char	*uid;
};

struct state {
	struct arena	*arena;
	struct moment	 since;		/* exclusive; MOMENT_NONE: first look */
	struct mark	*told;		/* alarms shown: the first nsorted */
	size_t		 ntold, nsorted, told_cap;	/* sorted, each once */
	struct mark	*behind;	/* paths that were not read since */
	size_t		 nbehind, behind_cap;
	struct mark	*again;		/* asked for: ring then once more */
	size_t		 nagain, again_cap;
	struct shown	*shown;
	size_t		 nshown, shown_cap;
};

/* $XDG_STATE_HOME/gongshi, by the environment; NULL where it has no HOME. */
const char	*state_folder(struct arena *);

/*
 * Reads the state in that folder; none, or one that is not understood (which
 * is said), is that of a first look, which begins at 00:00 of `now`'s day.
 */
struct state	*state_load(struct arena *, const char *folder,
		    struct moment now, struct diags *);

/*
 * Writes it, making the folder; as a whole or not at all.  False: an error
 * was added.
 */
bool		 state_save(const struct state *, const char *folder,
		    struct diags *);

/* From when on alarms of that file are due, exclusive. */
struct moment	 state_since(const struct state *, const char *path);

/* The earliest of all of those. */
struct moment	 state_earliest(const struct state *);

bool		 state_was_told(const struct state *, const char *uid,
		    struct moment);
void		 state_tell(struct state *, const char *uid, struct moment);

/* Behind many that were told: from now on they are quickly found. */
void		 state_settle(struct state *);

/* Rings that UID once more at that time; at no time, no more. */
void		 state_again(struct state *, const char *uid, struct moment);

/* The bubble of that UID, or NULL; a new one takes its place. */
const struct shown *state_shown(const struct state *, const char *uid);
void		 state_show(struct state *, const char *uid, uint32_t id,
		    const char *server);

/*
 * The look at `now` is over.  `unread` are the files or folders that could not
 * be read; where not `all` was shown, what is due stays due.
 */
void		 state_looked(struct state *, struct moment now, bool all,
		    const char *const *unread, size_t n);

/*
 * A lock of that name in the folder, which is made if it is not there: a
 * descriptor, or -1 where another process (its id in *holder, 0 if that cannot
 * be known) has held it for `wait` milliseconds or it cannot be had (an error
 * was added).  It ends with the process, or by close.
 */
int		 state_lock(const char *folder, const char *name, int wait,
		    long *holder, struct diags *);

/* Does another process hold that lock? */
bool		 state_is_locked(const char *folder, const char *name);

#endif
