#include "store/journal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* At the very end of a journal: the name of one above it stands before. */
static const unsigned char	mark[] =
    { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

static const char *const	kinds[] = { "journal", "wal", "shm" };

static bool
names_another(const char *path, off_t size)
{
	unsigned char	end[sizeof(mark)];
	int		fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	bool		is = fd >= 0 && size >= (off_t)sizeof(end) &&
			    pread(fd, end, sizeof(end), size -
			    (off_t)sizeof(end)) == (ssize_t)sizeof(end) &&
			    memcmp(end, mark, sizeof(end)) == 0;

	if (fd >= 0)
		(void)close(fd);
	return is;
}

static bool
is_plain(const struct store *s, const char *path, struct diags *ds)
{
	struct stat	st;

	if (lstat(path, &st) != 0)
		return true;
	if (!S_ISREG(st.st_mode))
		diag_fail(ds, _("%s: not a plain file; remove it, or take a "
		    "backup in the place of %s"), path, s->path);
	else if (names_another(path, st.st_size))
		diag_fail(ds, _("%s: it belongs to several databases at "
		    "once, which gongshi never writes; remove it, or take a "
		    "backup in the place of %s"), path, s->path);
	else
		return true;
	return false;
}

/* SQLite follows a link to the database, and looks beside what it names. */
bool
journals_are_plain(const struct store *s, struct diags *ds)
{
	char	*real = realpath(s->path, NULL);
	bool	 good = true;
	size_t	 i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && good; i++)
		good = is_plain(s, arena_printf(s->arena, "%s-%s",
		    real == NULL ? s->path : real, kinds[i]), ds);
	free(real);
	return good;
}
