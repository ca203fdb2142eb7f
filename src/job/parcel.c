#include "job/parcel.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"

static bool
ends_in(const char *name, const char *end)
{
	size_t	n = strlen(name), m = strlen(end);

	return n >= m && strcmp(name + n - m, end) == 0;
}

/* What programs leave that are still writing, and desktops for themselves. */
bool
parcel_leaves(const char *name)
{
	return name[0] == '.' || ends_in(name, "~") ||
	    ends_in(name, ".tmp") || ends_in(name, ".part");
}

static void
blame(struct arena *a, struct parcel *p, const char *path, const char *why)
{
	p->bad = arena_grow(a, p->bad, p->nbad, &p->bad_cap,
	    sizeof(*p->bad));
	p->bad[p->nbad++] = (struct mishap){ path, why };
}

static void
mark(struct parcel *p, const void *data, size_t len)
{
	const unsigned char	*b = data;
	size_t			 i;

	for (i = 0; i < len; i++)
		p->mark = hash_add(p->mark, b[i]);
}

static void	 add(struct arena *, struct parcel *, const char *path,
		    int depth);

/* What is being written beside a file says that somebody is at work. */
static void
add_all(struct arena *a, struct parcel *p, const char *dir, int depth)
{
	const char	*path;
	struct dirent	*e;
	struct stat	 st;
	DIR		*d = opendir(dir);

	if (d == NULL) {
		blame(a, p, dir, arena_dup(a, strerror(errno)));
		return;
	}
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 ||
		    strcmp(e->d_name, "..") == 0)
			continue;
		path = arena_printf(a, "%s/%s", dir, e->d_name);
		if (!parcel_leaves(e->d_name))
			add(a, p, path, depth);
		else if (lstat(path, &st) == 0 &&
		    (long long)st.st_mtime > p->latest)
			p->latest = (long long)st.st_mtime;
	}
	(void)closedir(d);
}

static void
add(struct arena *a, struct parcel *p, const char *path, int depth)
{
	struct stat	st;

	if (lstat(path, &st) != 0)
		return;
	if ((long long)st.st_mtime > p->latest)
		p->latest = (long long)st.st_mtime;
	if (S_ISDIR(st.st_mode) && depth < PARCEL_DEPTH) {
		add_all(a, p, path, depth + 1);
		return;
	}
	if (!S_ISREG(st.st_mode) || p->n == PARCEL_FILES) {
		blame(a, p, path, "");
		return;
	}
	p->files = arena_grow(a, p->files, p->n, &p->cap,
	    sizeof(*p->files));
	p->files[p->n++] = path;
}

void
parcel_add(struct arena *a, struct parcel *p, const char *path)
{
	add(a, p, path, 0);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
parcel_close(struct parcel *p)
{
	const char	*name;
	struct stat	 st;
	size_t		 i;

	if (p->n > 0)
		qsort(p->files, p->n, sizeof(*p->files), by_text);
	p->mark = HASH_START;
	for (i = 0; i < p->n; i++) {
		name = strrchr(p->files[i], '/') + 1;
		mark(p, name, strlen(name) + 1);
		if (lstat(p->files[i], &st) != 0)
			continue;
		mark(p, &st.st_ino, sizeof(st.st_ino));
		mark(p, &st.st_size, sizeof(st.st_size));
		mark(p, &st.st_mtim.tv_sec, sizeof(st.st_mtim.tv_sec));
		mark(p, &st.st_mtim.tv_nsec, sizeof(st.st_mtim.tv_nsec));
	}
}
