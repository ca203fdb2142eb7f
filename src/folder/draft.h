/*
 * draft.h -- a file that is being written beside its place.
 *
 * It has a name that nobody can guess, .NAME.PID-XXXXXX.tmp, and is made
 * anew, never opened: so no link is followed and no two runs write into one.
 * SIGTERM, SIGINT and SIGHUP take it away, unless the program has asked for
 * these signals itself.  What a killed run left is swept up by the next.
 */
#ifndef FOLDER_DRAFT_H
#define FOLDER_DRAFT_H

#include "folder/folder.h"

struct draft;

/*
 * With this mode, less the umask.  The folder must stay open as long as the
 * draft.  NULL: errno.
 */
struct draft	*draft_new(const struct folder *, const char *name, mode_t);

/* Its name while it is written; a companion of SQLite's goes with it. */
const char	*draft_name(const struct draft *);

/* The descriptor that it was made with, which is the caller's now. */
int		 draft_fd(struct draft *);

/* Another, to write at its end; -1: errno. */
int		 draft_again(const struct draft *);

/*
 * Puts it in its place, whatever lies there, if that is no folder.  False:
 * errno, and it was dropped.  The folder is to be synced by the caller.
 */
bool		 draft_keep(struct draft *);
void		 draft_drop(struct draft *);

/*
 * Takes away what killed runs left of `name` (NULL: of all names) in the
 * folder.  Only ordinary files of our own go.
 */
void		 draft_sweep(const struct folder *, const char *name);

#endif
