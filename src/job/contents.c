#include "job/contents.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "input/decode.h"

struct held {
	const char	*told;
	struct stat	 st;
	int		 fd;		/* -1: only looked at */
};

static bool
ends_in(const char *name, const char *end)
{
	size_t	n = strlen(name), m = strlen(end);

	return n >= m && strcmp(name + n - m, end) == 0;
}

bool
contents_leaves(const char *name)
{
	static const char *const	ends[] = { "~", ".tmp", ".part",
					    ".filepart" };
	static const char *const	whole[] = { "Thumbs.db",
					    "desktop.ini", "errors.txt",
					    "receipt.txt" };
	size_t				i;

	if (strchr(".$@", *name) != NULL || strncmp(name, "~$", 2) == 0)
		return true;
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (ends_in(name, ends[i]))
			return true;
	for (i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (strcmp(name, whole[i]) == 0)
			return true;
	return false;
}

static void
refuse(struct arena *a, struct contents *p, const char *told, const char *why)
{
	p->bad = arena_grow(a, p->bad, p->nbad, &p->bad_cap,
	    sizeof(*p->bad));
	p->bad[p->nbad++] = (struct mishap){ told, why };
}

/* A fault of the delivery; one of the machine keeps all of it waiting. */
static void
blame(struct arena *a, struct contents *p, const char *told, int error)
{
	enum folder_fault	fault = folder_fault(error);

	if (error == EAGAIN || error == EBUSY) {
		p->busy = true;
		return;
	}
	if (fault == FOLDER_FAILED) {
		p->failed = error;
		p->failed_at = told;
		return;
	}
	refuse(a, p, told, fault == FOLDER_FOREIGN ? "" : arena_dup(a,
	    text_error(error)));
}

static void
note_time(struct contents *p, const struct stat *st)
{
	if ((long long)st->st_mtime > p->latest)
		p->latest = (long long)st->st_mtime;
}

static void	 add(struct arena *, struct contents *, const struct folder *,
		    const char *name, const char *told, int depth);

/* What is being written beside a file says that somebody is at work. */
static void
add_all(struct arena *a, struct contents *p, const struct folder *f,
    const char *told, int depth)
{
	const char	**names;
	struct stat	  st;
	size_t		  n, i;

	if (!folder_list(f, a, &names, &n)) {
		blame(a, p, told, errno);
		return;
	}
	for (i = 0; i < n && p->failed == 0; i++)
		if (!contents_leaves(names[i]))
			add(a, p, f, names[i], arena_printf(a, "%s/%s", told,
			    decode_name(a, names[i])), depth);
		else if (folder_look(f, names[i], &st))
			note_time(p, &st);
}

static void
add_folder(struct arena *a, struct contents *p, const struct folder *f,
    const char *name, const char *told, int depth)
{
	struct folder	sub;

	if (!folder_enter(f, name, told, &sub)) {
		blame(a, p, told, errno);
		return;
	}
	add_all(a, p, &sub, told, depth + 1);
	folder_close(&sub);
}

/* One that cannot be opened is held to what it looked like all the same. */
static void
add_file(struct arena *a, struct contents *p, const struct folder *f,
    const char *name, const char *told, struct stat *st)
{
	int	fd = p->hold ? folder_read(f, name, st) : -1;

	if (p->hold && fd < 0)
		blame(a, p, told, errno);
	else if (st->st_size > CONTENTS_BYTES)
		refuse(a, p, told, _("it is larger than 1 GiB"));
	p->held = arena_grow(a, p->held, p->nheld, &p->held_cap,
	    sizeof(*p->held));
	p->held[p->nheld++] = (struct held){ told, *st, fd };
	if (p->hold && fd < 0)
		return;
	p->files = arena_grow(a, p->files, p->n, &p->cap,
	    sizeof(*p->files));
	p->files[p->n++] = told;
}

static void
add(struct arena *a, struct contents *p, const struct folder *f,
    const char *name, const char *told, int depth)
{
	struct stat	st;

	if (!folder_look(f, name, &st)) {
		/* what is gone again is nobody's fault, and marks it */
		if (errno != ENOENT)
			blame(a, p, told, errno);
		return;
	}
	note_time(p, &st);
	if (S_ISDIR(st.st_mode) && depth < CONTENTS_DEPTH)
		add_folder(a, p, f, name, told, depth);
	else if (S_ISREG(st.st_mode) && p->nheld < CONTENTS_FILES)
		add_file(a, p, f, name, told, &st);
	else
		blame(a, p, told, ENXIO);
}

void
contents_add(struct arena *a, struct contents *p, const struct folder *f,
    const char *name, const char *told)
{
	add(a, p, f, name, told, 0);
}

static int
by_told(const void *a, const void *b)
{
	return strcmp(((const struct held *)a)->told,
	    ((const struct held *)b)->told);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
mark(struct contents *p, const void *data, size_t len)
{
	const unsigned char	*b = data;
	size_t			 i;

	for (i = 0; i < len; i++)
		p->mark = hash_add(p->mark, b[i]);
}

/* The time of change is one that nobody can set back. */
void
contents_close(struct contents *p)
{
	const struct held	*h;
	size_t			 i;

	if (p->nheld > 1)
		qsort(p->held, p->nheld, sizeof(*p->held), by_told);
	if (p->n > 1)
		qsort(p->files, p->n, sizeof(*p->files), by_name);
	p->mark = HASH_START;
	for (i = 0; i < p->nheld; i++) {
		h = &p->held[i];
		mark(p, h->told, strlen(h->told) + 1);
		mark(p, &h->st.st_dev, sizeof(h->st.st_dev));
		mark(p, &h->st.st_ino, sizeof(h->st.st_ino));
		mark(p, &h->st.st_size, sizeof(h->st.st_size));
		mark(p, &h->st.st_mtim, sizeof(h->st.st_mtim));
		mark(p, &h->st.st_ctim, sizeof(h->st.st_ctim));
	}
}

bool
contents_is_same(const struct contents *held, const struct contents *now)
{
	return held->mark == now->mark && held->nheld == now->nheld &&
	    held->nbad == now->nbad + (held->nheld - held->n);
}

int
contents_lend(const struct contents *p, const char *file)
{
	struct held	*h, key = { .told = file };

	h = p->nheld == 0 ? NULL : bsearch(&key, p->held, p->nheld,
	    sizeof(*p->held), by_told);
	errno = ENOENT;
	return h == NULL ? -1 : h->fd;
}

void
contents_free(struct contents *p)
{
	size_t	i;

	for (i = 0; i < p->nheld; i++)
		if (p->held[i].fd >= 0)
			(void)close(p->held[i].fd);
	p->n = p->nheld = 0;
}
