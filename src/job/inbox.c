#include "job/inbox.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "job/beside.h"
#include "job/import.h"
#include "job/parcel.h"
#include "store/night.h"

enum { FAULTS = 1 << 20 };		/* bytes of faults that are kept */

static const char	loose[] = ".loose";	/* put aside, their folder */

struct taker {
	struct arena		*arena;
	const struct inbox	*in;
	const char		*aside;		/* INBOX/.taking */
	struct stuck		*stuck;
	struct diags		*d;
};

/* One delivery on its way. */
struct way {
	struct taker	*t;
	const char	*name;		/* "." for loose files */
	const char	*from;		/* in the inbox; of "." the inbox */
	const char	*aside;		/* its folder in .taking */
	struct parcel	 parcel;	/* as it was put aside */
};

static bool
complain(struct taker *t, const char *path)
{
	diag_fail(t->d, "%s: %s", path, strerror(errno));
	return false;
}

static bool
make_folder(struct taker *t, const char *path)
{
	return mkdir(path, 0777) == 0 || errno == EEXIST || complain(t, path);
}

static bool
is_there(const char *path)
{
	struct stat	st;

	return lstat(path, &st) == 0;
}

static bool
is_folder(const char *path)
{
	struct stat	st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
is_loose(const struct way *w)
{
	return strcmp(w->name, ".") == 0;
}

/* ---- names in a folder */

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
	const char	**list;
	size_t		 n, cap;
};

/* *list sorted; a folder that is not there has none. */
static bool
names_in(struct taker *t, const char *dir, struct names *out)
{
	struct dirent	*e;
	DIR		*d = opendir(dir);

	*out = (struct names){ 0 };
	if (d == NULL)
		return errno == ENOENT || complain(t, dir);
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 ||
		    strcmp(e->d_name, "..") == 0)
			continue;
		out->list = arena_grow(t->arena, out->list, out->n, &out->cap,
		    sizeof(*out->list));
		out->list[out->n++] = arena_dup(t->arena, e->d_name);
	}
	(void)closedir(d);
	if (out->n > 0)
		qsort(out->list, out->n, sizeof(*out->list), by_text);
	return true;
}

static bool
is_delivery(const char *name)
{
	return !parcel_leaves(name) && strcmp(name, "taken") != 0 &&
	    strcmp(name, "refused") != 0;
}

/* Folders, and "." where there is any other thing. */
static bool
deliveries_in(struct taker *t, struct names *out)
{
	struct names	all;
	bool		any = is_there(arena_printf(t->arena, "%s/%s",
			    t->aside, loose));
	size_t		i, n = 0;

	if (!names_in(t, t->in->dir, &all))
		return false;
	*out = (struct names){ arena_array(t->arena, all.n + 1,
	    sizeof(*out->list)), 1, 0 };
	out->list[n++] = ".";
	for (i = 0; i < all.n; i++) {
		if (!is_delivery(all.list[i]))
			continue;
		if (is_folder(arena_printf(t->arena, "%s/%s", t->in->dir,
		    all.list[i])))
			out->list[n++] = all.list[i];
		else
			any = true;
	}
	out->n = n;
	if (!any) {
		out->list++;
		out->n--;
	}
	return true;
}

/* ---- looking at one delivery, where it lies */

static void
look(const struct way *w, const char *dir, struct parcel *p)
{
	struct taker	*t = w->t;
	struct names	 all = { 0 };
	size_t		 i;

	*p = (struct parcel){ .files = NULL };
	if (!is_loose(w))
		parcel_add(t->arena, p, dir);
	else if (names_in(t, dir, &all))
		for (i = 0; i < all.n; i++)
			if (is_delivery(all.list[i]) &&
			    !is_folder(arena_printf(t->arena, "%s/%s", dir,
			    all.list[i])))
				parcel_add(t->arena, p, arena_printf(
				    t->arena, "%s/%s", dir, all.list[i]));
	parcel_close(p);
}

/* Nothing is in it, or somebody may still be writing. */
static bool
waits(const struct taker *t, const struct parcel *p)
{
	long long	age = t->in->clock - p->latest;

	return p->n + p->nbad == 0 ||
	    (age < t->in->settle && age > -t->in->settle);
}

/* ---- moving */

/* A name already there gets -2, before the ending of a file. */
static const char *
free_name(struct taker *t, const char *dir, const char *name, bool file)
{
	const char	*dot = strrchr(name, '.');
	const char	*to = arena_printf(t->arena, "%s/%s", dir, name);
	int		 n = 1, stem = (int)strlen(name);

	if (file && dot != NULL && dot != name)
		stem = (int)(dot - name);
	while (is_there(to))
		to = arena_printf(t->arena, "%s/%.*s-%d%s", dir, stem, name,
		    ++n, name + stem);
	return to;
}

/* One that may not be moved keeps no other waiting. */
static bool
cannot_move(struct way *w, const char *path)
{
	struct taker	*t = w->t;

	diag_warn(t->d, (struct place){ .path = path }, _("this delivery "
	    "cannot be moved, and waits: %s"), strerror(errno));
	t->stuck->names = arena_grow(t->arena, t->stuck->names, t->stuck->n,
	    &t->stuck->cap, sizeof(*t->stuck->names));
	t->stuck->names[t->stuck->n++] = w->name;
	return false;
}

static bool
put_aside_loose(struct way *w, const struct parcel *p)
{
	const char	*from, *to;
	size_t		 i;

	if (!make_folder(w->t, w->aside))
		return false;
	for (i = 0; i < p->n + p->nbad; i++) {
		from = i < p->n ? p->files[i] : p->bad[i - p->n].path;
		to = arena_printf(w->t->arena, "%s/%s", w->aside,
		    strrchr(from, '/') + 1);
		/* of a name that is aside already: the next night's */
		if (!is_there(to) && rename(from, to) != 0 &&
		    errno != ENOENT)
			return cannot_move(w, from);
	}
	return true;
}

/*
 * Out of everybody's way.  What is aside already was put there by a night
 * that was killed, and goes first.
 */
static bool
put_aside(struct way *w)
{
	struct parcel	here;

	if (!is_loose(w) && is_there(w->aside))
		return true;
	look(w, w->from, &here);
	if (waits(w->t, &here))
		return is_there(w->aside);
	if (!make_folder(w->t, w->t->aside))
		return false;
	if (is_loose(w))
		return put_aside_loose(w, &here);
	return rename(w->from, w->aside) == 0 || cannot_move(w, w->from);
}

/* Back to where it was, as far as nothing new lies there. */
static void
put_back(struct way *w)
{
	struct names	all;
	const char	*to;
	size_t		i;

	if (!is_loose(w)) {
		if (!is_there(w->from))
			(void)rename(w->aside, w->from);
		return;
	}
	if (!names_in(w->t, w->aside, &all))
		return;
	for (i = 0; i < all.n; i++) {
		to = arena_printf(w->t->arena, "%s/%s", w->from, all.list[i]);
		if (!is_there(to))
			(void)rename(arena_printf(w->t->arena, "%s/%s",
			    w->aside, all.list[i]), to);
	}
	(void)rmdir(w->aside);
}

/* INBOX/taken/DAY */
static const char *
folder_of(struct taker *t, const struct delivery *v)
{
	char		 date[DAY_TEXT];
	const char	*top = arena_printf(t->arena, "%s/%s", t->in->dir,
			    v->taken ? "taken" : "refused");
	const char	*day = arena_printf(t->arena, "%s/%s", top,
			    day_print(v->day, date));

	return make_folder(t, top) && make_folder(t, day) ? day : NULL;
}

/* From aside to its end; again where a night was killed in between. */
static bool
move_on(struct way *w, const struct delivery *v)
{
	struct taker	*t = w->t;
	const char	*dir = folder_of(t, v), *from;
	struct names	 all;
	size_t		 i;

	if (dir == NULL)
		return false;
	if (!is_loose(w)) {
		if (rename(w->aside, free_name(t, dir, w->name, false)) == 0 ||
		    errno == ENOENT)
			return true;
		return cannot_move(w, w->aside);
	}
	if (!names_in(t, w->aside, &all))
		return false;
	for (i = 0; i < all.n; i++) {
		from = arena_printf(t->arena, "%s/%s", w->aside, all.list[i]);
		if (rename(from, free_name(t, dir, all.list[i], true)) != 0)
			return cannot_move(w, from);
	}
	(void)rmdir(w->aside);
	return true;
}

/* ---- taking in */

static const char *
faults_of(struct taker *t, struct diags *d)
{
	size_t	 len = 0;
	char	*text = NULL, *out;
	FILE	*f = open_memstream(&text, &len);

	if (f == NULL)
		return "";
	diags_write(d, f);
	if (fclose(f) != 0 || text == NULL)
		return "";
	/* cut behind a line */
	if (len > FAULTS)
		for (len = FAULTS; len > 0 && text[len - 1] != '\n'; len--)
			;
	out = arena_ndup(t->arena, text, len);
	free(text);
	return out;
}

/* Bytes of the paths aside that are not shown. */
static size_t
hidden(const struct way *w)
{
	return strlen(is_loose(w) ? w->aside : w->t->aside) + 1;
}

/*
 * A file that may not be read is a fault of its delivery, not of the
 * machine: the others go on.
 */
static bool
may_be_read(const struct way *w, struct diags *d)
{
	const struct parcel	*p = &w->parcel;
	size_t			 before = diags_errors(d), i;

	for (i = 0; i < p->nbad; i++)
		if (*p->bad[i].why != '\0')
			diag_error(d, (struct place){ .path = p->bad[i].path +
			    hidden(w) }, _("may not be read: %s"),
			    p->bad[i].why);
		else
			diag_error(d, (struct place){ .path = p->bad[i].path +
			    hidden(w) }, _("this is neither a file nor a "
			    "folder of files (at most %d, %d folders deep)"),
			    PARCEL_FILES, PARCEL_DEPTH);
	for (i = 0; i < p->n; i++)
		if (access(p->files[i], R_OK) != 0)
			diag_error(d, (struct place){ .path = p->files[i] +
			    hidden(w) }, _("may not be read: %s"),
			    strerror(errno));
	return diags_errors(d) == before;
}

/* Did nobody write into it while it was read? */
static bool
is_same(void *ctx)
{
	struct way	*w = ctx;
	struct parcel	 now;

	look(w, w->aside, &now);
	return now.n == w->parcel.n && now.mark == w->parcel.mark;
}

/* The first line of what was complained of, from its words on. */
static const char *
without_prefix(struct arena *a, const char *faults)
{
	static const char	 mark[] = "error: ";
	const char		*p = strstr(faults, mark);

	p = p == NULL ? faults : p + sizeof(mark) - 1;
	return arena_ndup(a, p, strcspn(p, "\n"));
}

/* *failed: the machine did. */
static void
take_in(struct way *w, struct delivery *v, bool *failed)
{
	struct taker		*t = w->t;
	const struct inbox	*in = t->in;
	struct import		 job = { .store = in->store,
				    .book = in->book,
				    .files = w->parcel.files,
				    .nfiles = (int)w->parcel.n,
				    .skip = hidden(w), .when = in->when,
				    .who = in->who, .command = "nightly",
				    .progress = in->progress,
				    .confirm = is_same, .ctx = w };
	struct import_result	 r = { 0 };
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	int			 s;

	v->taken = may_be_read(w, d) && import_run(a, &job, &r, d);
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		v->rows += r.of[s].rows;
	v->errors = (long long)diags_errors(d);
	*failed = diags_failed(d);
	v->faults = v->taken ? "" : faults_of(t, d);
	if (*failed)
		diag_fail(t->d, _("delivery %s: %s"), v->name,
		    without_prefix(t->arena, v->faults));
	arena_free(a);
}

static bool
note(struct taker *t, const struct delivery *v, bool moved)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && (moved ? store_delivery_moved(s, v, t->d) :
	    store_put_delivery(s, v, t->d));
	if (good)
		return store_commit(s, t->d);
	store_rollback(s);
	return false;
}

static void
put_faults(void *f, const char *faults)
{
	fputs(faults, f);
}

/* errors.txt is written whole out of what is kept, so it is never doubled. */
static bool
write_errors(struct taker *t, struct day day)
{
	const struct delivery	 refused = { .day = day };
	const char		*dir = folder_of(t, &refused);
	struct beside		 b;

	return dir != NULL && beside_open(t->arena, dir, "errors.txt", &b,
	    t->d) && beside_close(&b, store_each_fault(t->in->store, day,
	    put_faults, b.file, t->d), t->d);
}

static struct way
way_of(struct taker *t, const char *name)
{
	bool	is_dot = strcmp(name, ".") == 0;

	return (struct way){
		.t = t, .name = name,
		.from = is_dot ? t->in->dir : arena_printf(t->arena, "%s/%s",
		    t->in->dir, name),
		.aside = arena_printf(t->arena, "%s/%s", t->aside,
		    is_dot ? loose : name),
	};
}

/* Moved on, and noted so.  One that cannot be will be taken in again. */
static bool
send_on(struct way *w, const struct delivery *v)
{
	if (is_there(w->aside) && !move_on(w, v)) {
		if (diags_failed(w->t->d))
			return false;
		put_back(w);
	}
	return note(w->t, v, true);
}

/*
 * Kept and noted; one that was taken moves on at once.  Those refused do so
 * in the end, when errors.txt lies there.
 */
static bool
take(struct taker *t, const char *name)
{
	struct delivery	v = { .day = t->in->today, .name = name };
	struct way	w = way_of(t, name);
	bool		failed;

	if (!put_aside(&w))
		return !diags_failed(t->d);
	look(&w, w.aside, &w.parcel);
	if (waits(t, &w.parcel)) {
		put_back(&w);
		return !diags_failed(t->d);
	}
	take_in(&w, &v, &failed);
	if (failed || (!v.taken && !is_same(&w))) {
		put_back(&w);
		return !failed;
	}
	return note(t, &v, false) && (!v.taken || send_on(&w, &v));
}

/*
 * What was noted and did not move on: the refused ones of this night, and
 * all of one that was killed.
 */
static bool
finish_moves(struct taker *t)
{
	struct delivery	*list;
	struct day	 told = DAY_NONE;
	struct way	 w;
	size_t		 n, i;

	if (!store_unmoved(t->in->store, t->arena, &list, &n, t->d))
		return false;
	for (i = 0; i < n; i++) {
		if (!list[i].taken && (!day_is(told) ||
		    day_cmp(told, list[i].day) != 0)) {
			told = list[i].day;
			if (!write_errors(t, told))
				return false;
		}
		w = way_of(t, list[i].name);
		if (!send_on(&w, &list[i]))
			return false;
	}
	return true;
}

/* Those a killed night left aside first, then those in the inbox. */
static bool
take_all(struct taker *t)
{
	struct names	aside, here;
	size_t		i;

	if (!names_in(t, t->aside, &aside))
		return false;
	for (i = 0; i < aside.n; i++)
		if (strcmp(aside.list[i], loose) != 0 &&
		    !take(t, aside.list[i]))
			return false;
	if (!deliveries_in(t, &here))
		return false;
	/* a new one of a name that is on its way is the next night's */
	for (i = 0; i < here.n; i++)
		if ((strcmp(here.list[i], ".") == 0 ||
		    !is_there(way_of(t, here.list[i]).aside)) &&
		    !take(t, here.list[i]))
			return false;
	return true;
}

bool
inbox_take(struct arena *a, const struct inbox *in, struct stuck *stuck,
    struct diags *d)
{
	struct taker	t = { .arena = a, .in = in, .stuck = stuck,
			    .d = d };
	char		today[DAY_TEXT];
	bool		good;

	*stuck = (struct stuck){ 0 };
	t.aside = arena_printf(a, "%s/.taking", in->dir);
	good = finish_moves(&t) && take_all(&t) && finish_moves(&t) &&
	    (!is_there(arena_printf(a, "%s/refused/%s/errors.txt", in->dir,
	    day_print(in->today, today))) || write_errors(&t, in->today));
	(void)rmdir(t.aside);
	return good;
}

/* ---- what lies refused */

/* `skip` is a name that is not looked at. */
static bool
holds(struct arena *a, const char *dir, bool days, const char *skip)
{
	struct dirent	*e;
	DIR		*d = opendir(dir);
	bool		 found = false;

	if (d == NULL)
		return false;
	while (!found && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.' || strcmp(e->d_name, skip) == 0)
			continue;
		found = !days || holds(a, arena_printf(a, "%s/%s", dir,
		    e->d_name), false, "errors.txt");
	}
	(void)closedir(d);
	return found;
}

bool
inbox_has_refused(struct arena *a, const char *dir, struct day but,
    bool *there)
{
	const char	*refused = arena_printf(a, "%s/refused", dir);
	char		 day[DAY_TEXT];

	*there = access(dir, R_OK | X_OK) == 0 &&
	    (access(refused, R_OK | X_OK) == 0 || errno == ENOENT);
	return *there && holds(a, refused, true, day_print(but, day));
}
