#include "job/inbox.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "job/import.h"
#include "store/night.h"

enum {
	DEPTH = 8,			/* folders within a delivery */
	FILES = 10000,			/* files of one delivery */
	FAULTS = 1 << 20		/* bytes of faults that are kept */
};

struct parcel {				/* a delivery */
	const char	*name;		/* "." for loose files */
	const char	**files;	/* paths, sorted */
	size_t		 n, cap;
	long long	 latest;	/* when something changed in it */
	const char	*fault;		/* what is no file or folder */
};

struct taker {
	struct arena		*arena;
	const struct inbox	*in;
	struct diags		*d;
	char			 today[DAY_TEXT];
	struct parcel		*parcels;
	size_t			 n, cap;
};

static bool
complain(struct taker *t, const char *path)
{
	diag_fail(t->d, "%s: %s", path, strerror(errno));
	return false;
}

/* ---- looking */

static bool
ends_in(const char *name, const char *end)
{
	size_t	n = strlen(name), m = strlen(end);

	return n >= m && strcmp(name + n - m, end) == 0;
}

/* What programs leave that are still writing, and desktops for themselves. */
static bool
is_left_alone(const char *name)
{
	return name[0] == '.' || ends_in(name, "~") ||
	    ends_in(name, ".tmp") || ends_in(name, ".part");
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int
by_name(const void *va, const void *vb)
{
	const struct parcel	*a = va, *b = vb;

	return strcmp(a->name, b->name);
}

static void
add_file(struct taker *t, struct parcel *p, const char *path)
{
	p->files = arena_grow(t->arena, p->files, p->n, &p->cap,
	    sizeof(*p->files));
	p->files[p->n++] = path;
}

static void
note_change(struct parcel *p, const struct stat *st)
{
	if ((long long)st->st_mtime > p->latest)
		p->latest = (long long)st->st_mtime;
}

/*
 * One thing in a delivery.  A link could lead anywhere, a pipe would never
 * end: neither is followed.
 */
static bool	 look_into(struct taker *, struct parcel *, const char *dir,
		    int depth);

static bool
look_at(struct taker *t, struct parcel *p, const char *path, int depth)
{
	struct stat	st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT || complain(t, path);
	note_change(p, &st);
	if (S_ISDIR(st.st_mode) && depth < DEPTH)
		return look_into(t, p, path, depth + 1);
	if (!S_ISREG(st.st_mode) || p->n == FILES)
		p->fault = path;
	else
		add_file(t, p, path);
	return true;
}

static bool
look_into(struct taker *t, struct parcel *p, const char *dir, int depth)
{
	struct dirent	*e;
	DIR		*d = opendir(dir);
	bool		 good = true;

	if (d == NULL)
		return complain(t, dir);
	while (good && (e = readdir(d)) != NULL)
		if (!is_left_alone(e->d_name))
			good = look_at(t, p, arena_printf(t->arena, "%s/%s",
			    dir, e->d_name), depth);
	(void)closedir(d);
	return good;
}

static struct parcel *
add_parcel(struct taker *t, const char *name)
{
	t->parcels = arena_grow(t->arena, t->parcels, t->n, &t->cap,
	    sizeof(*t->parcels));
	t->parcels[t->n] = (struct parcel){ .name = arena_dup(t->arena,
	    name) };
	return &t->parcels[t->n++];
}

/* A folder by itself; anything else goes to the loose files, parcel 0. */
static bool
look_at_top(struct taker *t, const char *name)
{
	const char	*path = arena_printf(t->arena, "%s/%s", t->in->dir,
			    name);
	struct stat	 st;

	if (is_left_alone(name) || strcmp(name, "taken") == 0 ||
	    strcmp(name, "refused") == 0)
		return true;
	if (lstat(path, &st) != 0)
		return errno == ENOENT || complain(t, path);
	if (S_ISDIR(st.st_mode))
		return look_at(t, add_parcel(t, name), path, 0);
	return look_at(t, &t->parcels[0], path, 0);
}

static bool
look(struct taker *t)
{
	struct dirent	*e;
	DIR		*d = opendir(t->in->dir);
	bool		 good = true;
	size_t		 i;

	if (d == NULL)
		return complain(t, t->in->dir);
	add_parcel(t, ".");
	while (good && (e = readdir(d)) != NULL)
		good = look_at_top(t, e->d_name);
	(void)closedir(d);
	qsort(t->parcels, t->n, sizeof(*t->parcels), by_name);
	for (i = 0; i < t->n; i++)
		if (t->parcels[i].n > 0)
			qsort(t->parcels[i].files, t->parcels[i].n,
			    sizeof(*t->parcels[i].files), by_text);
	return good;
}

/* Nothing in it, or somebody may still be writing. */
static bool
waits(const struct taker *t, const struct parcel *p)
{
	long long	age = t->in->clock - p->latest;

	return (p->n == 0 && p->fault == NULL) ||
	    (age < t->in->settle && age > -t->in->settle);
}

/* ---- taking in */

/* The complaints as lines; names of files begin in the inbox. */
static const char *
faults_of(struct taker *t, struct diags *d)
{
	const char	*prefix = arena_printf(t->arena, "%s/", t->in->dir);
	size_t		 len = 0, skip = strlen(prefix);
	char		*text = NULL, *out, *to;
	const char	*from;
	FILE		*f = open_memstream(&text, &len);

	if (f == NULL)
		return "";
	diags_write(d, f);
	if (fclose(f) != 0 || text == NULL)
		return "";
	out = to = arena_alloc(t->arena, len + 1);
	for (from = text; *from != '\0' && to - out < FAULTS; from += len) {
		if (strncmp(from, prefix, skip) == 0)
			from += skip;
		len = strcspn(from, "\n");
		len += from[len] == '\n';
		memcpy(to, from, len);
		to += len;
	}
	*to = '\0';
	free(text);
	return out;
}

/*
 * A file that may not be read is a fault of its delivery, not of the
 * machine: the others go on.
 */
static bool
may_be_read(const struct parcel *p, struct diags *d)
{
	size_t	before = diags_errors(d), i;

	if (p->fault != NULL)
		diag_error(d, (struct place){ .path = p->fault }, _("this is "
		    "neither a file nor a folder of files (at most %d, %d "
		    "folders deep)"), FILES, DEPTH);
	for (i = 0; i < p->n; i++)
		if (access(p->files[i], R_OK) != 0)
			diag_error(d, (struct place){ .path = p->files[i] },
			    _("may not be read: %s"), strerror(errno));
	return diags_errors(d) == before;
}

/* *failed: the machine did, and the delivery is left where it is. */
static void
take_in(struct taker *t, const struct parcel *p, struct delivery *v,
    bool *failed)
{
	const struct inbox	*in = t->in;
	struct import		 job = { .store = in->store,
				    .book = in->book, .files = p->files,
				    .nfiles = (int)p->n, .when = in->when,
				    .who = in->who, .command = "nightly",
				    .progress = in->progress };
	struct import_result	 r = { 0 };
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	int			 s;

	v->name = p->name;
	v->taken = may_be_read(p, d) && import_run(a, &job, &r, d);
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		v->rows += r.of[s].rows;
	v->errors = (long long)diags_errors(d);
	*failed = diags_failed(d);
	if (*failed)
		diag_fail(t->d, "%s", faults_of(t, d));
	v->faults = v->taken ? "" : faults_of(t, d);
	arena_free(a);
}

static bool
keep(struct taker *t, const struct delivery *v, const char *moved)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && (moved != NULL ? store_delivery_moved(s, t->in->today,
	    moved, t->d) : store_put_delivery(s, t->in->today, v, t->d));
	if (good)
		return store_commit(s, t->d);
	store_rollback(s);
	return false;
}

/* ---- moving */

static bool
make_folder(struct taker *t, const char *path)
{
	return mkdir(path, 0777) == 0 || errno == EEXIST || complain(t, path);
}

/* INBOX/taken/TODAY */
static const char *
folder_of(struct taker *t, bool taken)
{
	const char	*top = arena_printf(t->arena, "%s/%s", t->in->dir,
			    taken ? "taken" : "refused");
	const char	*day = arena_printf(t->arena, "%s/%s", top, t->today);

	return make_folder(t, top) && make_folder(t, day) ? day : NULL;
}

/* A name already there gets -2, before the ending of a file. */
static bool
move(struct taker *t, const char *from, const char *to_dir)
{
	const char	*name = strrchr(from, '/') + 1;
	const char	*dot = strrchr(name, '.'), *to;
	struct stat	 st;
	int		 n = 1, stem;

	if (lstat(from, &st) != 0)
		return errno == ENOENT || complain(t, from);
	stem = dot == NULL || dot == name || S_ISDIR(st.st_mode) ?
	    (int)strlen(name) : (int)(dot - name);
	to = arena_printf(t->arena, "%s/%s", to_dir, name);
	while (lstat(to, &st) == 0)
		to = arena_printf(t->arena, "%s/%.*s-%d%s", to_dir, stem,
		    name, ++n, name + stem);
	return rename(from, to) == 0 || complain(t, from);
}

static bool
move_parcel(struct taker *t, const struct parcel *p, bool taken)
{
	const char	*dir = folder_of(t, taken);
	size_t		 i;

	if (dir == NULL)
		return false;
	if (strcmp(p->name, ".") != 0)
		return move(t, arena_printf(t->arena, "%s/%s", t->in->dir,
		    p->name), dir);
	for (i = 0; i < p->n; i++)
		if (!move(t, p->files[i], dir))
			return false;
	return p->fault == NULL || move(t, p->fault, dir);
}

/* errors.txt is written whole out of what is kept, so it is never doubled. */
static bool
write_errors(struct taker *t)
{
	const char	*dir = folder_of(t, false), *path, *tmp;
	struct delivery	*list;
	size_t		 n, i;
	FILE		*f;
	bool		 good;

	if (dir == NULL || !store_deliveries(t->in->store, t->arena,
	    t->in->today, &list, &n, t->d))
		return false;
	path = arena_printf(t->arena, "%s/errors.txt", dir);
	tmp = arena_printf(t->arena, "%s/.errors.txt.tmp", dir);
	f = fopen(tmp, "w");
	if (f == NULL)
		return complain(t, tmp);
	for (i = 0; i < n; i++)
		fputs(list[i].faults, f);
	good = fflush(f) == 0 && fsync(fileno(f)) == 0;
	good = fclose(f) == 0 && good && rename(tmp, path) == 0;
	return good || complain(t, path);
}

static bool
take_parcel(struct taker *t, const struct parcel *p)
{
	struct delivery	v = { 0 };
	bool		failed;

	take_in(t, p, &v, &failed);
	return !failed && keep(t, &v, NULL) &&
	    (v.taken || write_errors(t)) &&
	    move_parcel(t, p, v.taken) && keep(t, NULL, p->name);
}

/* What a night that was killed had moved and not noted. */
static bool
note_moved(struct taker *t)
{
	struct delivery	*list;
	size_t		 n, i, k;
	bool		 there;

	if (!store_deliveries(t->in->store, t->arena, t->in->today, &list, &n,
	    t->d))
		return false;
	for (i = 0; i < n; i++) {
		there = false;
		for (k = 0; k < t->n; k++)
			there |= t->parcels[k].n > 0 &&
			    strcmp(t->parcels[k].name, list[i].name) == 0;
		if (!list[i].moved && !there && !keep(t, NULL, list[i].name))
			return false;
	}
	return true;
}

bool
inbox_take(struct arena *a, const struct inbox *in, struct diags *d)
{
	struct taker	t = { .arena = a, .in = in, .d = d };
	size_t		i;

	day_print(in->today, t.today);
	if (!look(&t) || !note_moved(&t))
		return false;
	for (i = 0; i < t.n; i++)
		if (!waits(&t, &t.parcels[i]) &&
		    !take_parcel(&t, &t.parcels[i]))
			return false;
	return true;
}

/* ---- what lies refused */

static bool
holds(struct arena *a, const char *dir, bool days)
{
	struct dirent	*e;
	DIR		*d = opendir(dir);
	bool		 found = false;

	while (d != NULL && !found && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.' ||
		    strcmp(e->d_name, "errors.txt") == 0)
			continue;
		found = !days || holds(a, arena_printf(a, "%s/%s", dir,
		    e->d_name), false);
	}
	if (d != NULL)
		(void)closedir(d);
	return found;
}

bool
inbox_has_refused(struct arena *a, const char *dir)
{
	return holds(a, arena_printf(a, "%s/refused", dir), true);
}
