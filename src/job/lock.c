#include "job/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* The handle stays open as long as the process: it is the lock. */
bool
lock_folder(const char *dir, bool make, FILE *say, struct diags *d)
{
	int	fd = -1;

	if (!make || mkdir(dir, 0777) == 0 || errno == EEXIST)
		fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	if (fd >= 0 && errno == EWOULDBLOCK) {
		fprintf(say, _("another night is at work on %s; waiting\n"),
		    dir);
		fflush(say);
		if (flock(fd, LOCK_EX) == 0)
			return true;
	}
	/* a folder of another machine: the database has its own lock */
	if (fd >= 0 && (errno == EBADF || errno == ENOLCK ||
	    errno == EOPNOTSUPP)) {
		diag_warn(d, (struct place){ .path = dir }, _("this folder "
		    "cannot be locked; let one night run at a time"));
		return true;
	}
	diag_fail(d, "%s: %s", dir, strerror(errno));
	if (fd >= 0)
		close(fd);
	return false;
}
