#define _DEFAULT_SOURCE		/* flock */

#include "job/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

enum { PATIENCE = 1800 };	/* secs to wait for another night */

static const char	out_lock[] = ".night";

/* A folder of another machine: the database has its own lock. */
static bool
cannot_lock(const char *told, struct diags *d)
{
	if (errno == EBADF || errno == ENOLCK || errno == EOPNOTSUPP) {
		diag_warn(d, (struct place){ .path = told }, _("this folder "
		    "cannot be locked; let one night run at a time"));
		return true;
	}
	(void)diag_errno(d, told);
	return false;
}

bool
lock_take(int fd, const char *told, FILE *say, struct diags *d)
{
	static const struct timespec	nap = { 1, 0 };
	int				i;

	for (i = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; i++) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return cannot_lock(told, d);
		if (i == PATIENCE) {
			diag_fail(d, _("%s: another night has been at work "
			    "for %d minutes; this one gives up"), told,
			    PATIENCE / 60);
			return false;
		}
		if (i == 0) {
			fprintf(say, _("another night is at work on %s; "
			    "waiting\n"), told);
			fflush(say);
		}
		(void)nanosleep(&nap, NULL);
	}
	return true;
}

/* For nobody else; root's night must not shut out those of the folder's own. */
static bool
make_private(const struct folder *f, int fd)
{
	struct stat	st, owner;

	if (fstat(fd, &st) != 0 || fstat(f->fd, &owner) != 0)
		return false;
	if (!S_ISREG(st.st_mode)) {
		errno = EEXIST;
		return false;
	}
	if (geteuid() == 0 && st.st_uid != owner.st_uid &&
	    fchown(fd, owner.st_uid, owner.st_gid) != 0)
		return false;
	return (st.st_mode & 077) == 0 || fchmod(fd, 0600) == 0;
}

/* -1: errno. */
static int
open_lock(const struct folder *f, const char *name)
{
	int	fd = openat(f->fd, name, O_RDWR | O_CREAT | O_NOFOLLOW |
		    O_NONBLOCK | O_CLOEXEC, 0600), error;

	if (fd < 0 || make_private(f, fd))
		return fd;
	error = errno;
	(void)close(fd);
	errno = error;
	return -1;
}

/*
 * The handle stays open as long as the process: it is the lock.  One that was
 * removed while this night waited is none any more.
 */
static bool
lock_in(const struct folder *f, const char *name, const char *told,
    FILE *say, struct diags *d)
{
	struct stat	st;
	int		fd;

	while ((fd = open_lock(f, name)) >= 0) {
		if (!lock_take(fd, told, say, d))
			return false;
		if (fstat(fd, &st) != 0 || st.st_nlink > 0)
			return true;
		(void)close(fd);
	}
	diag_fail(d, "%s/%s: %s", f->path, name, text_error(errno));
	return false;
}

static bool
beside(struct arena *a, const char *path, struct folder *f,
    const char **name)
{
	if (!folder_of(a, path, f, name))
		return false;
	*name = arena_printf(a, ".%s.night", *name);
	return true;
}

bool
lock_database(struct arena *a, const char *path, FILE *say, struct diags *d)
{
	struct folder	 f;
	const char	*name;
	bool		 good;

	if (!beside(a, path, &f, &name)) {
		(void)diag_errno(d, path);
		return false;
	}
	good = lock_in(&f, name, path, say, d);
	folder_close(&f);
	return good;
}

bool
lock_out(const char *dir, FILE *say, struct diags *d)
{
	struct folder	f;
	bool		good;

	if (!folder_open_made(dir, &f)) {
		(void)diag_errno(d, dir);
		return false;
	}
	good = lock_in(&f, out_lock, dir, say, d);
	folder_close(&f);
	return good;
}

void
lock_out_end(const char *dir)
{
	struct folder	f;

	if (folder_open(dir, &f)) {
		(void)unlinkat(f.fd, out_lock, 0);
		folder_close(&f);
	}
}

bool
lock_mark(struct arena *a, const char *path, struct diags *d)
{
	struct folder	 f;
	const char	*name;
	int		 fd = -1;

	if (beside(a, path, &f, &name)) {
		fd = open_lock(&f, name);
		folder_close(&f);
	}
	if (fd < 0)
		(void)diag_errno(d, path);
	else
		(void)close(fd);
	return fd >= 0;
}

bool
lock_marked(struct arena *a, const char *path)
{
	struct folder	 f;
	const char	*name;
	bool		 marked = false;

	if (beside(a, path, &f, &name)) {
		marked = folder_has(&f, name);
		folder_close(&f);
	}
	return marked;
}
