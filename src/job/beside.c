#include "job/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

static bool
complain(const char *path, struct diags *d)
{
	diag_fail(d, _("cannot write %s: %s"), path, strerror(errno));
	return false;
}

bool
beside_open(struct arena *a, const char *dir, const char *name,
    struct beside *b, struct diags *d)
{
	b->dir = dir;
	b->path = arena_printf(a, "%s/%s", dir, name);
	b->tmp = arena_printf(a, "%s/.%s.tmp", dir, name);
	b->file = fopen(b->tmp, "w");
	return b->file != NULL || complain(b->tmp, d);
}

/* Some file systems know no such thing of a folder. */
static bool
sync_folder(const char *dir)
{
	int	fd = open(dir, O_RDONLY | O_DIRECTORY);
	bool	good = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (fd >= 0)
		close(fd);
	return good;
}

bool
beside_close(struct beside *b, bool good, struct diags *d)
{
	/* an earlier write may have failed where the last one did not */
	if (good && (ferror(b->file) || fflush(b->file) != 0 ||
	    fsync(fileno(b->file)) != 0))
		good = complain(b->tmp, d);
	if (fclose(b->file) != 0 && good)
		good = complain(b->tmp, d);
	if (good && (rename(b->tmp, b->path) != 0 || !sync_folder(b->dir)))
		good = complain(b->path, d);
	if (!good)
		(void)unlink(b->tmp);
	return good;
}
