#include "cmd/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int	 behind = -1;		/* standard output itself */

static bool
may_wait(int fd)
{
	struct stat	st;

	return isatty(fd) || (fstat(fd, &st) == 0 &&
	    (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode)));
}

/* Without room for a file it is printed as it comes. */
void
spool_begin(void)
{
	FILE	*f;

	if (behind >= 0 || !may_wait(STDOUT_FILENO) || fflush(stdout) != 0 ||
	    (f = tmpfile()) == NULL)
		return;
	behind = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (behind >= 0 && dup2(fileno(f), STDOUT_FILENO) < 0) {
		close(behind);
		behind = -1;
	}
	fclose(f);
}

static bool
put(int fd, const char *bytes, size_t n)
{
	ssize_t	w;

	for (; n > 0; bytes += w, n -= (size_t)w)
		while ((w = write(fd, bytes, n)) < 0)
			if (errno != EINTR)
				return false;
	return true;
}

static bool
copy(int from, int to)
{
	char	buf[1 << 16];
	ssize_t	n = 0;
	off_t	at = 0;

	while ((n = pread(from, buf, sizeof(buf), at)) > 0) {
		if (!put(to, buf, (size_t)n))
			return false;
		at += n;
	}
	return n == 0;
}

bool
spool_end(void)
{
	int	kept;
	bool	good;

	if (behind < 0)
		return true;
	good = fflush(stdout) == 0 && !ferror(stdout) &&
	    (kept = dup(STDOUT_FILENO)) >= 0;
	if (good) {
		good = dup2(behind, STDOUT_FILENO) >= 0 &&
		    copy(kept, STDOUT_FILENO);
		close(kept);
	}
	close(behind);
	behind = -1;
	return good;
}

int
spool_target(FILE *f)
{
	int	fd = fileno(f);

	return fd == STDOUT_FILENO && behind >= 0 ? behind : fd;
}
