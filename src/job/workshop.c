#include "job/workshop.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "job/lock.h"

enum { NAMESAKES = 1000 };		/* -2, -3 ... of one name */

static const char	inner[] = ".taking";	/* one in the inbox */

static bool
make(struct arena *a, struct workshop *w)
{
	return folder_make_private(&w->around, w->name, arena_printf(a,
	    "%s/%s", w->around.path, w->name), &w->folder);
}

static void
let_go(struct workshop *w)
{
	folder_close(&w->folder);
	if (!w->inside)
		folder_close(&w->around);
}

/* Where what lies in the inbox can be renamed into it. */
static bool
open_beside(struct arena *a, const struct folder *inbox, struct workshop *w)
{
	const char	*base;

	*w = (struct workshop){ .folder = FOLDER_NONE };
	if (!folder_of(a, inbox->path, &w->around, &base))
		return false;
	w->name = arena_printf(a, ".gongshi-night-%s", base);
	if (make(a, w) && folder_same_mount(&w->folder, inbox))
		return true;
	if (w->folder.fd >= 0)
		(void)unlinkat(w->around.fd, w->name, AT_REMOVEDIR);
	let_go(w);
	return false;
}

/*
 * Where it cannot be made there, or lies on another disk, one in the inbox.
 * Officers can move it away, then its deliveries are lost from sight; they
 * can neither look into it nor put another in its place.
 */
static bool
open_inside(struct arena *a, const struct folder *inbox, struct workshop *w,
    struct diags *d)
{
	int	n;

	*w = (struct workshop){ FOLDER_NONE, *inbox, true, inner };
	for (n = 2; !make(a, w); n++) {
		if (folder_fault(errno) != FOLDER_FOREIGN || n == NAMESAKES)
			return diag_errno(d, arena_printf(a, "%s/%s",
			    inbox->path, w->name));
		w->name = arena_printf(a, "%s-%d", inner, n);
	}
	return true;
}

/*
 * What a night that worked in the inbox itself left there, if the folder is
 * truly such a night's: our own, and nobody else may write into it.
 */
static bool
adopt(struct arena *a, const struct folder *inbox, const struct workshop *w,
    struct diags *d)
{
	const char	**names = NULL;
	struct folder	  old;
	struct stat	  st;
	size_t		  n = 0, i;
	bool		  good = true;

	if (w->inside || !folder_enter(inbox, inner, inner, &old))
		return true;
	if (fstat(old.fd, &st) == 0 && st.st_uid == geteuid() &&
	    (st.st_mode & 022) == 0) {
		good = folder_list(&old, a, &names, &n) ||
		    diag_errno(d, inner);
		for (i = 0; i < n; i++)
			(void)folder_move(&old, names[i], &w->folder,
			    names[i]);
		(void)unlinkat(inbox->fd, inner, AT_REMOVEDIR);
	}
	folder_close(&old);
	return good;
}

/*
 * A night that waited finds that the one before has taken it down.  Adds an
 * error where it cannot be told.
 */
static bool
is_still_there(const struct workshop *w, struct diags *d)
{
	struct stat	mine, there;

	if (fstat(w->folder.fd, &mine) != 0 || (!folder_look(&w->around,
	    w->name, &there) && errno != ENOENT))
		return diag_errno(d, w->folder.path);
	return folder_look(&w->around, w->name, &there) &&
	    mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

/* Only who has its lock may take it down. */
bool
workshop_open(struct arena *a, const struct folder *inbox,
    struct workshop *w, struct diags *d)
{
	for (;;) {
		if (!open_beside(a, inbox, w) &&
		    !open_inside(a, inbox, w, d))
			return false;
		if (lock_take(w->folder.fd, inbox->path, stderr, d) &&
		    is_still_there(w, d) && adopt(a, inbox, w, d))
			return true;
		let_go(w);
		if (diags_failed(d))
			return false;
	}
}

void
workshop_close(struct workshop *w)
{
	(void)unlinkat(w->around.fd, w->name, AT_REMOVEDIR);
	let_go(w);
}
