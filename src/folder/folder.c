#define _GNU_SOURCE		/* renameat2, statx */

#include "folder/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

enum folder_fault
folder_fault(int error)
{
	switch (error) {
	case ENOENT:
		return FOLDER_ABSENT;
	case ELOOP:
	case ENOTDIR:
	case EISDIR:
	case EEXIST:
	case ENOTEMPTY:
	case ENXIO:
		return FOLDER_FOREIGN;
	case EACCES:
	case EPERM:
	case ENAMETOOLONG:
	case EXDEV:		/* a mount of its own */
	case EBUSY:
	case ETXTBSY:
		return FOLDER_DENIED;
	default:
		return FOLDER_FAILED;
	}
}

static bool
look_at(const char *path, struct stat *st, struct diags *d)
{
	if (stat(path, st) == 0)
		return true;
	if (folder_fault(errno) == FOLDER_FAILED)
		(void)diag_errno(d, path);
	return false;
}

bool
path_exists(const char *path, struct diags *d)
{
	struct stat	st;

	return look_at(path, &st, d);
}

bool
path_is_folder(const char *path, struct diags *d)
{
	struct stat	st;

	return look_at(path, &st, d) && S_ISDIR(st.st_mode);
}

void
folder_close(struct folder *f)
{
	int	error = errno;

	if (f->fd >= 0)
		(void)close(f->fd);
	f->fd = -1;
	errno = error;
}

bool
folder_open(const char *path, struct folder *f)
{
	*f = (struct folder){ open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
	    path };
	return f->fd >= 0;
}

bool
folder_open_made(const char *path, struct folder *f)
{
	*f = FOLDER_NONE;
	return (mkdir(path, 0777) == 0 || errno == EEXIST) &&
	    folder_open(path, f);
}

bool
folder_enter(const struct folder *in, const char *name, const char *path,
    struct folder *f)
{
	*f = (struct folder){ openat(in->fd, name, O_RDONLY | O_DIRECTORY |
	    O_NOFOLLOW | O_CLOEXEC), path };
	return f->fd >= 0;
}

/*
 * Our own; or of the owner of the folder that it lies in, where a share gives
 * all files to one user, or root works for that owner.
 */
static bool
is_ours(const struct folder *in, const struct folder *f, bool made)
{
	const bool	root = geteuid() == 0;
	struct stat	st, above;

	if (fstat(f->fd, &st) != 0 || fstat(in->fd, &above) != 0)
		return false;
	if (root && made && st.st_uid == 0)
		return fchown(f->fd, above.st_uid, above.st_gid) == 0;
	errno = EEXIST;
	return st.st_uid == geteuid() || ((made || root) &&
	    st.st_uid == above.st_uid);
}

bool
folder_make(const struct folder *in, const char *name, mode_t mode,
    const char *path, struct folder *f)
{
	bool	made = mkdirat(in->fd, name, mode) == 0;

	*f = (struct folder){ -1, path };
	if ((!made && errno != EEXIST) || !folder_enter(in, name, path, f))
		return false;
	if (is_ours(in, f, made))
		return true;
	folder_close(f);
	return false;
}

bool
folder_make_private(const struct folder *in, const char *name,
    const char *path, struct folder *f)
{
	struct stat	st;

	if (!folder_make(in, name, 0700, path, f))
		return false;
	if (fstat(f->fd, &st) == 0 && ((st.st_mode & 077) == 0 ||
	    fchmod(f->fd, 0700) == 0))
		return true;
	folder_close(f);
	return false;
}

bool
folder_same_mount(const struct folder *a, const struct folder *b)
{
	struct statx	x, y;

	if (statx(a->fd, "", AT_EMPTY_PATH, STATX_INO | STATX_MNT_ID,
	    &x) != 0 || statx(b->fd, "", AT_EMPTY_PATH, STATX_INO |
	    STATX_MNT_ID, &y) != 0)
		return false;
	return x.stx_dev_major == y.stx_dev_major &&
	    x.stx_dev_minor == y.stx_dev_minor &&
	    x.stx_mnt_id == y.stx_mnt_id;
}

/* ---- what lies in it */

/* An error of readdir is the machine's, and no end of the folder. */
static bool
list_all(DIR *d, struct arena *a, const char ***names, size_t *n)
{
	struct dirent	*e;
	size_t		 cap = 0;

	for (errno = 0; (e = readdir(d)) != NULL; errno = 0) {
		if (strcmp(e->d_name, ".") == 0 ||
		    strcmp(e->d_name, "..") == 0)
			continue;
		*names = arena_grow(a, *names, *n, &cap, sizeof(**names));
		(*names)[(*n)++] = arena_dup(a, e->d_name);
	}
	return errno == 0;
}

/* A second descriptor, since closedir() takes its own along. */
bool
folder_list(const struct folder *f, struct arena *a, const char ***names,
    size_t *n)
{
	int	 fd = fcntl(f->fd, F_DUPFD_CLOEXEC, 0), error;
	DIR	*d = fd < 0 ? NULL : fdopendir(fd);
	bool	 good;

	*names = NULL;
	*n = 0;
	if (d == NULL) {
		error = errno;
		if (fd >= 0)
			(void)close(fd);
		errno = error;
		return false;
	}
	rewinddir(d);
	good = list_all(d, a, names, n);
	error = errno;
	(void)closedir(d);
	errno = error;
	if (good && *n > 1)
		qsort(*names, *n, sizeof(**names), text_by_bytes);
	return good;
}

bool
folder_look(const struct folder *f, const char *name, struct stat *st)
{
	return fstatat(f->fd, name, st, AT_SYMLINK_NOFOLLOW) == 0;
}

bool
folder_has(const struct folder *f, const char *name)
{
	struct stat	st;

	return folder_look(f, name, &st);
}

int
folder_read(const struct folder *f, const char *name, struct stat *st)
{
	int	fd = openat(f->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
		    O_NOCTTY | O_CLOEXEC), error;

	if (fd < 0 || (fstat(fd, st) == 0 && S_ISREG(st->st_mode)))
		return fd;
	error = S_ISREG(st->st_mode) ? errno : ENXIO;
	(void)close(fd);
	errno = error;
	return -1;
}

/* Some file systems cannot be asked not to replace: it is looked first. */
bool
folder_move(const struct folder *f, const char *name, const struct folder *to,
    const char *as)
{
	if (renameat2(f->fd, name, to->fd, as, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (folder_has(to, as)) {
		errno = EEXIST;
		return false;
	}
	return renameat(f->fd, name, to->fd, as) == 0;
}

bool
folder_sync(const struct folder *f)
{
	return fsync(f->fd) == 0 || errno == EINVAL || errno == ENOTSUP;
}

bool
folder_of(struct arena *a, const char *path, struct folder *f,
    const char **name)
{
	const char	*slash = strrchr(path, '/');

	*name = slash == NULL ? path : slash + 1;
	return folder_open(slash == NULL ? "." : slash == path ? "/" :
	    arena_ndup(a, path, (size_t)(slash - path)), f);
}
