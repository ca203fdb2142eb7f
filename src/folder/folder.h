/*
 * folder.h -- the outer wall: folders held by descriptor, files opened once.
 *
 * What lies in a folder that others may write to is never trusted: no link is
 * followed, no fifo or device is opened, and what was opened is what was
 * looked at.  Only the path of a folder that the command line named may lead
 * over links: that is the administrator's own.
 *
 * What fails leaves errno behind; folder_fault() tells whose fault that is.
 */
#ifndef FOLDER_FOLDER_H
#define FOLDER_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/diag.h"

struct folder {
	int		 fd;		/* -1: none */
	const char	*path;		/* as it is told, the caller's */
};

#define FOLDER_NONE	((struct folder){ -1, "" })

/* Whose fault is it? */
enum folder_fault {
	FOLDER_ABSENT,		/* nothing is there */
	FOLDER_FOREIGN,		/* something else is: a link, another's */
	FOLDER_DENIED,		/* it may not be done */
	FOLDER_FAILED		/* the machine: disk, share, memory, handles */
};

enum folder_fault folder_fault(int error);

/*
 * Does anything, or a folder, lie at a path, links in it followed?  What the
 * disk fails to tell of is an error, and not taken for absent.
 */
bool	 path_exists(const char *path, struct diags *);
bool	 path_is_folder(const char *path, struct diags *);

/* A folder by its path, links in it followed.  False: errno. */
bool	 folder_open(const char *path, struct folder *);

/* The same, and it is made where nothing is there. */
bool	 folder_open_made(const char *path, struct folder *);

/* One within another; false also where it is a link (FOLDER_FOREIGN). */
bool	 folder_enter(const struct folder *, const char *name,
	    const char *path, struct folder *);

/*
 * The same, and it is made where nothing is there.  False also where it is
 * there and no real folder of this process's own user (FOLDER_FOREIGN).  What
 * root makes belongs to the owner of the folder that it lies in.
 */
bool	 folder_make(const struct folder *, const char *name, mode_t,
	    const char *path, struct folder *);

/* The same, for nobody else to look into, also if it was there before. */
bool	 folder_make_private(const struct folder *, const char *name,
	    const char *path, struct folder *);

/* Can what lies in one be renamed into the other? */
bool	 folder_same_mount(const struct folder *, const struct folder *);
void	 folder_close(struct folder *);

/* Names in order of bytes, without "." and ".."; false: errno. */
bool	 folder_list(const struct folder *, struct arena *,
	    const char ***names, size_t *n);

/* What lies there itself, links not followed.  False: errno. */
bool	 folder_look(const struct folder *, const char *name, struct stat *);
bool	 folder_has(const struct folder *, const char *name);

/*
 * An ordinary file to read, *st of what was opened.  -1: errno, ENXIO where
 * it is no ordinary file.  Never waits.
 */
int	 folder_read(const struct folder *, const char *name, struct stat *);

/* Renames; what is there already is never replaced (false: EEXIST). */
bool	 folder_move(const struct folder *, const char *name,
	    const struct folder *to, const char *as);

/* What was renamed in it is there after a loss of power too. */
bool	 folder_sync(const struct folder *);

/* The folder of a path, and *name its last part; false: errno. */
bool	 folder_of(struct arena *, const char *path, struct folder *,
	    const char **name);

#endif
