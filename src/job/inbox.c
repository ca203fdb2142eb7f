#include "job/inbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/division.h"
#include "base/text.h"
#include "folder/beside.h"
#include "job/contents.h"
#include "job/import.h"
#include "job/workshop.h"
#include "store/night.h"

enum {
	FAULTS = 1 << 20,		/* bytes of faults that are kept */
	NAMESAKES = 1000		/* -2, -3 ... of one name */
};

static const char	errors[] = "errors.txt", receipts[] = "receipt.txt";
static const char	loose[] = ".loose";	/* put aside, their folder */
static const char *const ends[] = { "refused", "taken" };

/* Where deliveries of a day end. */
struct end {
	struct folder	top, folder;
	struct day	day;
};

/* One that lacks what another may bring; it lies aside meanwhile. */
struct deferred {
	const char	*name;
	size_t		 tried;		/* when so many were taken; NEVER */
	struct delivery	 last;		/* what came of it */
	struct sender	*senders;
	size_t		 nsenders;
};

#define NEVER	((size_t)-1)

struct taker {
	struct arena		*arena;
	const struct inbox	*in;
	struct folder		 inbox;
	struct folder		 shop;		/* what is put aside, ours */
	struct end		 ends[2];	/* by `taken` */
	struct deferred		*deferred;	/* by name */
	size_t			 ndeferred, deferred_cap;
	size_t			 taken;		/* by this run */
	struct left		*left;
	struct diags		*d;
};

enum how {
	HOW_WHOLE,		/* a folder, which is moved */
	HOW_LOOSE,		/* files of the inbox itself */
	HOW_CODE		/* what lies in a division's folder */
};

/* One delivery on its way. */
struct way {
	struct taker	*t;
	enum how	 how;
	const char	*name;		/* "." for loose files */
	const char	*aside;		/* its name in the workshop */
	struct folder	 from;		/* where its parts lie; not of WHOLE */
	int		 shut;		/* errno: it cannot be entered */
	const char	*within;	/* rows at or below it only, or NULL */
	struct contents	 contents;	/* as it was put aside */

	/* of its rows */
	struct delivery	*v;
	struct import_result result;
	struct diags	*d;
	struct dirty	*cases;		/* neighbours are not the same */
	size_t		 ncases, cases_cap;
	struct sender	*senders;
	size_t		 nsenders, senders_cap;
};

struct names {
	const char	**list;
	size_t		 n;
};

static bool
complain(struct taker *t, const char *path)
{
	diag_fail(t->d, "%s: %s", path, strerror(errno));
	return false;
}

static const char *
path_of(struct taker *t, const struct folder *f, const char *name)
{
	return arena_printf(t->arena, "%s/%s", f->path, name);
}

/* False also where it cannot be told, which the machine is at fault for. */
static bool
is_there(struct taker *t, const struct folder *f, const char *name,
    struct stat *st)
{
	if (folder_look(f, name, st))
		return true;
	if (errno != ENOENT)
		(void)complain(t, path_of(t, f, name));
	return false;
}

static bool
is_folder(struct taker *t, const struct folder *f, const char *name)
{
	struct stat	st;

	return is_there(t, f, name, &st) && S_ISDIR(st.st_mode);
}

static bool
names_in(struct taker *t, const struct folder *f, struct names *out)
{
	return folder_list(f, t->arena, &out->list, &out->n) ||
	    complain(t, f->path);
}

/* ---- which are deliveries */

/* taken, refused, and taken-2 where somebody had put another `taken`. */
static bool
is_end(const char *name)
{
	size_t	i, n;

	for (i = 0; i < 2; i++) {
		n = strlen(ends[i]);
		if (strncmp(name, ends[i], n) != 0)
			continue;
		if (name[n] == '\0' || (name[n] == '-' && name[n + 1] != '\0' &&
		    strspn(name + n + 1, "0123456789") ==
		    strlen(name + n + 1)))
			return true;
	}
	return false;
}

static bool
is_delivery(const char *name)
{
	return !contents_leaves(name) && !is_end(name);
}

/* No region's code has a zero there: 2020 is a year's folder. */
static bool
is_code(const char *name)
{
	char	code[DIVISION_MAX + 1];

	return division_parse(name, code) && code[1] != '0';
}

static struct way
way_of(struct taker *t, const char *name)
{
	struct way	w = { .t = t, .name = name, .aside = name,
			    .from = FOLDER_NONE };
	char		code[DIVISION_MAX + 1];

	if (strcmp(name, ".") == 0) {
		w.how = HOW_LOOSE;
		w.aside = loose;
		w.from = t->inbox;
	} else if (is_code(name)) {
		w.how = HOW_CODE;
		(void)division_parse(name, code);
		w.within = arena_dup(t->arena, code);
		if (!folder_enter(&t->inbox, name, path_of(t, &t->inbox,
		    name), &w.from))
			w.shut = errno;
	}
	return w;
}

static void
way_end(struct way *w)
{
	contents_free(&w->contents);
	if (w->how == HOW_CODE)
		folder_close(&w->from);
}

static bool
is_aside(const struct way *w)
{
	struct stat	st;

	return is_there(w->t, &w->t->shop, w->aside, &st);
}

/* Folders, and "." where there is any other thing. */
static bool
deliveries_in(struct taker *t, struct names *out)
{
	struct names	all;
	struct stat	st;
	bool		any = is_there(t, &t->shop, loose, &st);
	size_t		i, n = 1;

	if (!names_in(t, &t->inbox, &all))
		return false;
	*out = (struct names){ arena_array(t->arena, all.n + 1,
	    sizeof(*out->list)), 0 };
	out->list[0] = ".";
	for (i = 0; i < all.n; i++) {
		if (!is_delivery(all.list[i]))
			continue;
		if (is_folder(t, &t->inbox, all.list[i]))
			out->list[n++] = all.list[i];
		else
			any = true;
	}
	if (!any)
		out->list++;
	out->n = any ? n : n - 1;
	return !diags_failed(t->d);
}

/* ---- looking at one delivery, where it lies */

static const char *
saying_of(const struct way *w, const char *part)
{
	return w->how == HOW_LOOSE ? part : arena_printf(w->t->arena,
	    "%s/%s", w->name, part);
}

/* The parts of one that is not moved as a whole. */
static bool
is_part(const struct way *w, const struct folder *f, const char *name)
{
	if (w->how == HOW_LOOSE)
		return is_delivery(name) && !is_folder(w->t, f, name);
	return !contents_leaves(name);
}

static bool
parts_in(const struct way *w, const struct folder *f, struct names *out)
{
	size_t	i, n = 0;

	if (!names_in(w->t, f, out))
		return false;
	for (i = 0; i < out->n; i++)
		if (is_part(w, f, out->list[i]))
			out->list[n++] = out->list[i];
	out->n = n;
	return !diags_failed(w->t->d);
}

static void
add_parts(const struct way *w, const struct folder *f, struct contents *p)
{
	struct names	parts;
	size_t		i;

	if (parts_in(w, f, &parts))
		for (i = 0; i < parts.n; i++)
			contents_add(w->t->arena, p, f, parts.list[i],
			    saying_of(w, parts.list[i]));
}

/* In the inbox. */
static bool
look_here(const struct way *w, struct contents *p)
{
	*p = (struct contents){ .hold = false };
	if (w->how == HOW_WHOLE)
		contents_add(w->t->arena, p, &w->t->inbox, w->name, w->name);
	else if (w->from.fd >= 0)
		add_parts(w, &w->from, p);
	contents_close(p);
	return !diags_failed(w->t->d);
}

/* In the workshop; false: the machine failed. */
static bool
look_aside(const struct way *w, bool hold, struct contents *p)
{
	struct taker	*t = w->t;
	struct folder	 f;

	*p = (struct contents){ .hold = hold };
	if (w->how == HOW_WHOLE)
		contents_add(t->arena, p, &t->shop, w->aside, w->name);
	else if (folder_enter(&t->shop, w->aside, path_of(t, &t->shop,
	    w->aside), &f)) {
		add_parts(w, &f, p);
		folder_close(&f);
	}
	contents_close(p);
	if (p->failed != 0) {
		errno = p->failed;
		return complain(t, p->failed_at);
	}
	return !diags_failed(t->d);
}

/* Nothing is in it, or somebody may still be writing. */
static bool
waits(const struct taker *t, const struct contents *p)
{
	long long	age = t->in->clock - p->latest;

	return p->busy || p->n + p->nbad == 0 ||
	    (age < t->in->settle && age > -t->in->settle);
}

/* ---- noting */

/* Where it lies or shall, and whether it does. */
static bool
note_place(struct taker *t, const struct delivery *v)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && store_delivery_lies(s, v, t->d) &&
	    store_commit(s, t->d);
	store_rollback(s);
	return good;
}

/* ---- moving */

/* A name already there gets -2, before its ending. */
static bool
move_free(struct taker *t, const struct folder *f, const char *name,
    const struct folder *to)
{
	const char	*dot = strrchr(name, '.'), *as = name;
	int		 n = 1, stem = (int)strlen(name);

	if (dot != NULL && dot != name)
		stem = (int)(dot - name);
	while (!folder_move(f, name, to, as)) {
		if (errno != EEXIST || n == NAMESAKES)
			return false;
		as = arena_printf(t->arena, "%.*s-%d%s", stem, name, ++n,
		    name + stem);
	}
	return true;
}

static void
leave(struct taker *t, const char *name, bool stuck)
{
	struct left	*l = t->left;

	l->list = arena_grow(t->arena, l->list, l->n, &l->cap,
	    sizeof(*l->list));
	l->list[l->n++] = (struct left_one){ name, stuck };
	l->stuck += stuck;
}

/* One that may not be moved keeps no other waiting. */
static bool
cannot_move(struct way *w, const char *path)
{
	struct taker	*t = w->t;

	if (folder_fault(errno) == FOLDER_FAILED)
		return complain(t, path);
	diag_warn(t->d, (struct place){ .path = path }, _("this delivery "
	    "cannot be moved, and waits: %s"), strerror(errno));
	leave(t, w->name, true);
	return false;
}

/* Back to where it was, as far as nothing new lies there. */
static void
put_back(struct way *w)
{
	struct taker	*t = w->t;
	struct names	 all;
	struct folder	 f;
	size_t		 i;

	if (w->how == HOW_WHOLE) {
		(void)folder_move(&t->shop, w->aside, &t->inbox, w->name);
		return;
	}
	if (w->from.fd < 0 || !folder_enter(&t->shop, w->aside,
	    path_of(t, &t->shop, w->aside), &f))
		return;
	if (names_in(t, &f, &all))
		for (i = 0; i < all.n; i++)
			(void)folder_move(&f, all.list[i], &w->from,
			    all.list[i]);
	folder_close(&f);
	(void)unlinkat(t->shop.fd, w->aside, AT_REMOVEDIR);
}

/* All of them, or none is. */
static bool
put_parts_aside(struct way *w)
{
	struct taker	*t = w->t;
	struct names	 parts;
	struct folder	 f;
	bool		 good = true;
	size_t		 i;

	if (!parts_in(w, &w->from, &parts))
		return false;
	if (!folder_make(&t->shop, w->aside, 0700, path_of(t, &t->shop,
	    w->aside), &f))
		return complain(t, path_of(t, &t->shop, w->aside));
	for (i = 0; i < parts.n && good; i++)
		/* of a name that is aside already: the next night's */
		if (!folder_move(&w->from, parts.list[i], &f,
		    parts.list[i]) && errno != ENOENT && errno != EEXIST)
			good = cannot_move(w, path_of(t, &w->from,
			    parts.list[i]));
	folder_close(&f);
	if (!good)
		put_back(w);
	return good;
}

/*
 * Out of everybody's way.  What is aside already was put there by a night
 * that was killed, and goes first.
 */
static bool
put_aside(struct way *w)
{
	struct taker	*t = w->t;
	struct contents	 here;

	if (w->how == HOW_WHOLE && is_aside(w))
		return true;
	/* half a folder may be aside: it is taken whole or not at all */
	if (w->how == HOW_CODE && is_aside(w))
		put_back(w);
	if (diags_failed(t->d))
		return false;
	if (w->how == HOW_CODE && w->from.fd < 0 && !is_aside(w)) {
		errno = w->shut;
		return cannot_move(w, path_of(t, &t->inbox, w->name));
	}
	if (!look_here(w, &here))
		return false;
	if (here.failed != 0) {
		errno = here.failed;
		return complain(t, here.failed_at);
	}
	if (waits(t, &here)) {
		/* junk alone is none */
		if (here.n + here.nbad > 0)
			leave(t, w->name, false);
		return is_aside(w);
	}
	if (w->how != HOW_WHOLE)
		return put_parts_aside(w);
	return folder_move(&t->inbox, w->name, &t->shop, w->aside) ||
	    cannot_move(w, path_of(t, &t->inbox, w->name));
}

/* A name that is not taken by what is not ours: then it gets -2, and so on. */
static bool
make_own(struct taker *t, const struct folder *in, const char *name,
    struct folder *f)
{
	const char	*as = name, *path = path_of(t, in, name);
	int		 n;

	for (n = 2; !folder_make(in, as, 0777, path, f); n++) {
		if (folder_fault(errno) != FOLDER_FOREIGN || n == NAMESAKES)
			return complain(t, path);
		as = arena_printf(t->arena, "%s-%d", name, n);
		diag_warn(t->d, (struct place){ .path = path }, _("this is "
		    "no folder of the night's own: `%s` takes its place"),
		    as);
		path = path_of(t, in, as);
	}
	return true;
}

/* INBOX/taken/DAY, held until another day's is asked for; NULL: an error. */
static const struct folder *
end_of(struct taker *t, const struct delivery *v)
{
	struct end	*e = &t->ends[v->taken];
	char		 date[DAY_TEXT];

	if (e->folder.fd >= 0 && day_cmp(e->day, v->day) == 0)
		return &e->folder;
	folder_close(&e->folder);
	if (e->top.fd < 0 && !make_own(t, &t->inbox, ends[v->taken],
	    &e->top))
		return NULL;
	if (!make_own(t, &e->top, day_print(v->day, date), &e->folder))
		return NULL;
	e->day = v->day;
	return &e->folder;
}

static bool
move_loose_on(struct way *w, const struct folder *end)
{
	struct taker	*t = w->t;
	struct names	 all;
	struct folder	 f;
	bool		 good;
	size_t		 i;

	if (!folder_enter(&t->shop, w->aside, path_of(t, &t->shop, w->aside),
	    &f))
		return cannot_move(w, path_of(t, &t->shop, w->aside));
	good = names_in(t, &f, &all);
	for (i = 0; good && i < all.n; i++)
		good = move_free(t, &f, all.list[i], end) ||
		    cannot_move(w, path_of(t, &f, all.list[i]));
	folder_close(&f);
	if (good)
		(void)unlinkat(t->shop.fd, w->aside, AT_REMOVEDIR);
	return good;
}

/* What was made for the parts of a division's folder is to be read there. */
static void
open_up(const struct way *w)
{
	struct folder	f;
	mode_t		mask = umask(0);

	(void)umask(mask);
	if (w->how == HOW_CODE && folder_enter(&w->t->shop, w->aside, "",
	    &f)) {
		(void)fchmod(f.fd, 0777 & ~mask);
		folder_close(&f);
	}
}

/* A name that is free there. */
static const char *
free_name(struct taker *t, const struct folder *end, const char *name)
{
	const char	*as = name;
	int		 n;

	for (n = 2; folder_has(end, as) && n < NAMESAKES; n++)
		as = arena_printf(t->arena, "%s-%d", name, n);
	return as;
}

/*
 * To the name that was noted, so that a night that is killed behind it knows
 * where it lies; where another lies there by now, to one that is noted before.
 */
static bool
move_noted(struct way *w, struct delivery *v, const struct folder *end)
{
	struct taker	*t = w->t;
	bool		 good;

	while (!(good = *v->lies != '\0' && folder_move(&t->shop, w->aside,
	    end, v->lies))) {
		if (*v->lies != '\0' && errno != EEXIST)
			return errno == ENOENT || cannot_move(w,
			    path_of(t, &t->shop, w->aside));
		v->lies = free_name(t, end, w->name);
		if (!note_place(t, v))
			return false;
	}
	return good;
}

/* From aside to its end; again where a night was killed in between. */
static bool
move_on(struct way *w, struct delivery *v)
{
	struct taker		*t = w->t;
	const struct folder	*end = end_of(t, v);

	if (end == NULL)
		return false;
	if (w->how == HOW_LOOSE)
		return move_loose_on(w, end);
	open_up(w);
	return move_noted(w, v, end);
}

/* ---- what is said of one */

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

/*
 * A file that may not be read is a fault of its delivery, not of the
 * machine: the others go on.
 */
static bool
may_be_read(const struct way *w, struct diags *d)
{
	const struct contents	*p = &w->contents;
	size_t			 i;

	for (i = 0; i < p->nbad; i++)
		if (*p->bad[i].why != '\0')
			diag_error(d, (struct place){ .path = p->bad[i].path },
			    _("may not be read: %s"), p->bad[i].why);
		else
			diag_error(d, (struct place){ .path = p->bad[i].path },
			    _("this is neither a file nor a "
			    "folder of files (at most %d, %d folders deep)"),
			    CONTENTS_FILES, CONTENTS_DEPTH);
	return p->nbad == 0;
}

/* Is what lies there what was opened, and did nobody write into it since? */
static bool
is_same(void *ctx)
{
	struct way	*w = ctx;
	struct contents	 now;

	return look_aside(w, false, &now) &&
	    contents_is_same(&w->contents, &now);
}

static int
lend(void *ctx, const char *file)
{
	return contents_lend(&((struct way *)ctx)->contents, file);
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

/* ---- of whom it is */

static void
add_sender(struct way *w, const char *code, bool acts)
{
	struct sender	*s;
	size_t		 i;

	for (i = w->nsenders; i > 0; i--) {
		s = &w->senders[i - 1];
		if (strcmp(s->code, code) == 0) {
			s->acts |= acts;
			return;
		}
	}
	w->senders = arena_grow(w->t->arena, w->senders, w->nsenders,
	    &w->senders_cap, sizeof(*w->senders));
	w->senders[w->nsenders++] = (struct sender){
	    arena_dup(w->t->arena, code), acts };
}

static void
add_case(struct way *w, const struct matter *m)
{
	const struct dirty	*last = w->ncases == 0 ? NULL :
				    &w->cases[w->ncases - 1];
	struct arena		*a = w->t->arena;

	if (last != NULL && strcmp(last->id, m->id) == 0 &&
	    strcmp(last->division, m->division) == 0)
		return;
	w->cases = arena_grow(a, w->cases, w->ncases, &w->cases_cap,
	    sizeof(*w->cases));
	w->cases[w->ncases++] = (struct dirty){ arena_dup(a, m->division),
	    arena_dup(a, m->id) };
}

static void
meet(void *ctx, enum sheet sheet, const char *division,
    const struct matter *m)
{
	struct way	*w = ctx;
	char		 town[DIVISION_MAX + 1];

	add_sender(w, division_above(division, LEVEL_TOWNSHIP, town) ? town :
	    division, sheet != SHEET_DIVISIONS && sheet != SHEET_CASES);
	if (sheet != SHEET_DIVISIONS)
		add_case(w, m);
}

/* The township whose code or name the folder of a refused one begins with. */
static void
ask_name(struct way *w)
{
	const char	*code = store_town_named(w->t->in->store,
			    w->t->arena, w->name);

	if (code == NULL)
		return;
	w->nsenders = 0;
	add_sender(w, code, false);
}

/* ---- taking in */

/* Lines of the receipt: rows by kind, then what was passed over or warned. */
static const char *
receipt_of(struct way *w)
{
	struct arena			*a = w->t->arena;
	const struct import_result	*r = &w->result;
	const char			*text = "", *warned;
	size_t				 i;
	int				 s;

	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (r->of[s].rows > 0)
			text = arena_printf(a, "%s%s\n", text,
			    import_words(a, (enum sheet)s, &r->of[s]));
	for (i = 0; i < r->nnotes; i++)
		text = arena_printf(a, "%s%s%s\n", text, i == 0 ? "\n" : "",
		    r->notes[i]);
	warned = faults_of(w->t, w->d);
	return *warned == '\0' ? text : arena_printf(a, "%s\n%s", text,
	    warned);
}

static void
count_rows(struct way *w)
{
	int	s;

	w->v->rows = 0;
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		w->v->rows += w->result.of[s].rows;
}

static bool
put_note(struct way *w, struct diags *d)
{
	const struct cargo	 c = { w->v->taken ? receipt_of(w) : "",
				    w->cases, w->v->taken ? w->ncases : 0,
				    w->senders, w->nsenders };
	const struct folder	*end = end_of(w->t, w->v);

	if (end == NULL)
		return false;
	w->v->lies = w->how == HOW_LOOSE ? "" : free_name(w->t, end,
	    w->name);
	return store_put_delivery(w->t->in->store, w->v, &c, d);
}

/*
 * Its facts and that they were taken are kept in one piece, so that a receipt
 * says what they changed, whatever is killed.
 */
static bool
is_same_and_noted(void *ctx)
{
	struct way	*w = ctx;

	if (!is_same(w))
		return false;
	w->v->taken = true;
	count_rows(w);
	return put_note(w, w->d);
}

/* *failed: the machine did. */
static void
take_in(struct way *w, struct delivery *v, bool *failed)
{
	struct taker		*t = w->t;
	const struct inbox	*in = t->in;
	struct import		 job = { .store = in->store,
				    .book = in->book,
				    .files = w->contents.files,
				    .nfiles = (int)w->contents.n,
				    .when = in->when, .who = in->who,
				    .command = "nightly",
				    .progress = in->progress,
				    .confirm = is_same_and_noted,
				    .lend = lend, .meet = meet,
				    .ctx = w, .within = w->within };
	struct arena		*a = arena_new();

	w->v = v;
	w->d = diags_new(a);
	v->taken = may_be_read(w, w->d) && import_run(a, &job, &w->result,
	    w->d);
	count_rows(w);
	v->errors = (long long)diags_errors(w->d);
	*failed = diags_failed(w->d) || diags_failed(t->d);
	v->faults = v->taken ? "" : faults_of(t, w->d);
	if (diags_failed(w->d))
		diag_fail(t->d, _("delivery %s: %s"), v->name,
		    without_prefix(t->arena, v->faults));
	arena_free(a);
}

/* What was refused. */
static bool
note(struct way *w)
{
	struct taker	*t = w->t;
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	if (good)
		ask_name(w);
	good = good && put_note(w, t->d) && store_commit(s, t->d);
	store_rollback(s);
	return good;
}

/* ---- what officers are told, in the folder that they brought */

static void
put_faults(void *f, const char *faults)
{
	fputs(faults, f);
}

/*
 * Can a file of that name be put there?  Officers can see to it that not; false
 * only where the machine failed.
 */
static bool
ask_write(struct taker *t, const struct folder *f, const char *name, bool *may)
{
	struct stat	st;

	*may = faccessat(f->fd, ".", W_OK | X_OK, AT_EACCESS) == 0;
	if (*may && folder_look(f, name, &st) && S_ISDIR(st.st_mode)) {
		*may = false;
		errno = EISDIR;
	}
	if (*may)
		return true;
	if (folder_fault(errno) == FOLDER_FAILED)
		return complain(t, path_of(t, f, name));
	diag_warn(t->d, (struct place){ .path = path_of(t, f, name) },
	    _("this cannot be written, and is left out: %s"),
	    strerror(errno));
	return true;
}

/* It is written whole out of what is kept, so it is never doubled. */
static bool
write_errors(struct taker *t, const struct folder *f,
    const struct delivery *v)
{
	struct beside	b;
	bool		may;

	if (!ask_write(t, f, errors, &may))
		return false;
	return !may || (beside_at(t->arena, f, errors, BESIDE_OUTSIDE, &b,
	    t->d) && beside_close(&b, store_each_fault(t->in->store, v,
	    put_faults, b.file, t->d), t->d));
}

/* Those of loose files in the folder of their day, else in its own. */
static bool
tell_errors(struct way *w, const struct delivery *v)
{
	struct taker		*t = w->t;
	const struct folder	*end;
	struct folder		 f;
	bool			 good;

	if (w->how == HOW_LOOSE) {
		end = end_of(t, v);
		return end != NULL && write_errors(t, end, v);
	}
	if (!folder_enter(&t->shop, w->aside, path_of(t, &t->shop, w->aside),
	    &f))
		return folder_fault(errno) != FOLDER_FAILED ||
		    complain(t, path_of(t, &t->shop, w->aside));
	good = write_errors(t, &f, v);
	folder_close(&f);
	return good;
}

/* Moved on, and noted so.  One that cannot be will be taken in again. */
static bool
send_on(struct way *w, struct delivery *v)
{
	if (is_aside(w) && ((!v->taken && !tell_errors(w, v)) ||
	    !move_on(w, v)) && !diags_failed(w->t->d))
		put_back(w);
	v->moved = true;
	return !diags_failed(w->t->d) && note_place(w->t, v);
}

/* ---- those that wait for another */

static struct deferred *
find_deferred(struct taker *t, const char *name)
{
	size_t	i;

	for (i = 0; i < t->ndeferred; i++)
		if (strcmp(t->deferred[i].name, name) == 0)
			return &t->deferred[i];
	return NULL;
}

/* By name, as they are kept. */
static struct deferred *
add_deferred(struct taker *t, const char *name)
{
	size_t	i;

	t->deferred = arena_grow(t->arena, t->deferred, t->ndeferred,
	    &t->deferred_cap, sizeof(*t->deferred));
	for (i = t->ndeferred++; i > 0 &&
	    strcmp(t->deferred[i - 1].name, name) > 0; i--)
		t->deferred[i] = t->deferred[i - 1];
	t->deferred[i] = (struct deferred){ .name = name, .tried = NEVER };
	return &t->deferred[i];
}

static void
drop_deferred(struct taker *t, const char *name)
{
	struct deferred	*f = find_deferred(t, name);

	if (f != NULL)
		memmove(f, f + 1, (size_t)(&t->deferred[--t->ndeferred] - f) *
		    sizeof(*f));
}

static bool
keep_deferred(struct taker *t, const char *name, bool end)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && (end ? store_defer_end(s, name, t->d) :
	    store_defer(s, name, t->d)) && store_commit(s, t->d);
	store_rollback(s);
	return good;
}

/* It waits for another; what came of it is told if none brings that. */
static bool
defer(struct way *w, const struct delivery *v)
{
	struct taker	*t = w->t;
	struct deferred	*f = find_deferred(t, w->name);

	if (f == NULL) {
		if (!keep_deferred(t, w->name, false))
			return false;
		f = add_deferred(t, w->name);
	}
	f->tried = t->taken;
	f->last = *v;
	f->senders = w->senders;
	f->nsenders = w->nsenders;
	return true;
}

/*
 * Kept and noted; one that was taken moves on at once.  Those refused do so
 * in the end.
 */
static bool
take_aside(struct way *w)
{
	struct taker	*t = w->t;
	struct delivery	 v = { .day = t->in->today, .name = w->name,
			    .lies = "", .faults = "" };
	bool		 failed;

	if (!look_aside(w, true, &w->contents) || waits(t, &w->contents)) {
		put_back(w);
		return !diags_failed(t->d) && (find_deferred(t, w->name) ==
		    NULL || keep_deferred(t, w->name, true));
	}
	take_in(w, &v, &failed);
	if (failed || (!v.taken && !is_same(w))) {
		put_back(w);
		return !failed && !diags_failed(t->d) &&
		    (find_deferred(t, w->name) == NULL ||
		    keep_deferred(t, w->name, true));
	}
	if (!v.taken)
		return w->result.lacking > 0 ? defer(w, &v) : note(w);
	t->taken++;
	return send_on(w, &v);
}

static bool
take(struct taker *t, const char *name)
{
	struct way	w = way_of(t, name);
	bool		good;

	good = put_aside(&w) ? take_aside(&w) : !diags_failed(t->d);
	way_end(&w);
	return good;
}

/*
 * What was noted and did not move on: the refused ones of this night, and
 * all of one that was killed.
 */
static bool
finish_moves(struct taker *t)
{
	struct delivery	*list;
	struct way	 w;
	size_t		 n, i;
	bool		 good;

	good = store_unmoved(t->in->store, t->arena, &list, &n, t->d);
	for (i = 0; i < n && good; i++) {
		w = way_of(t, list[i].name);
		good = send_on(&w, &list[i]);
		way_end(&w);
	}
	return good;
}

/* Those a killed night left aside first, then those in the inbox. */
static bool
take_all(struct taker *t)
{
	struct names	aside, here;
	struct way	w;
	size_t		i;
	bool		good;

	if (!names_in(t, &t->shop, &aside))
		return false;
	for (i = 0; i < aside.n; i++)
		if (strcmp(aside.list[i], loose) != 0 &&
		    find_deferred(t, aside.list[i]) == NULL &&
		    !take(t, aside.list[i]))
			return false;
	good = deliveries_in(t, &here);
	for (i = 0; good && i < here.n; i++) {
		w = way_of(t, here.list[i]);
		/* a new one of a name that is on its way is the next night's */
		if (find_deferred(t, here.list[i]) == NULL &&
		    (w.how == HOW_LOOSE || !is_aside(&w)))
			good = take(t, here.list[i]);
		way_end(&w);
	}
	return good;
}

/* ---- again, after others were taken */

/* False: the machine failed, or it is not there any more (*there). */
static bool
try_again(struct taker *t, const char *name)
{
	struct way	w = way_of(t, name);
	struct deferred	*f;
	bool		good = true;

	if (is_aside(&w))
		good = take_aside(&w);
	else
		good = !diags_failed(t->d) && keep_deferred(t, name, true);
	f = find_deferred(t, name);
	if (good && f != NULL && f->tried != t->taken)
		drop_deferred(t, name);
	way_end(&w);
	return good;
}

/*
 * The first by name that was not tried since one was taken last, until there
 * is none: a night that is killed and run again comes to the same.
 */
static bool
try_deferred(struct taker *t)
{
	size_t	i = 0;

	while (i < t->ndeferred) {
		if (t->deferred[i].tried == t->taken) {
			i++;
			continue;
		}
		if (!try_again(t, t->deferred[i].name))
			return false;
		i = 0;
	}
	return true;
}

/* Nobody brought what they lack. */
static bool
refuse_deferred(struct taker *t)
{
	struct deferred	*f;
	struct way	 w;
	size_t		 i;
	bool		 good = true;

	for (i = 0; good && i < t->ndeferred; i++) {
		f = &t->deferred[i];
		w = way_of(t, f->name);
		w.v = &f->last;
		w.senders = f->senders;
		w.nsenders = f->nsenders;
		good = note(&w);
		way_end(&w);
	}
	return good;
}

static bool
read_deferred(struct taker *t)
{
	const char	**names;
	size_t		  n, i;
	bool		  good = store_deferred(t->in->store, t->arena, &names,
			    &n, t->d);

	for (i = 0; good && i < n; i++)
		(void)add_deferred(t, names[i]);
	return good;
}

/* ---- from end to end */

static bool
take_here(struct taker *t)
{
	struct workshop	 w;
	bool		 good;
	int		 i;

	if (!workshop_open(t->arena, &t->inbox, &w, t->d))
		return false;
	t->shop = w.folder;
	good = finish_moves(t) && read_deferred(t) && take_all(t) &&
	    try_deferred(t) && refuse_deferred(t) && finish_moves(t) &&
	    !diags_failed(t->d);
	workshop_close(&w);
	for (i = 0; i < 2; i++) {
		folder_close(&t->ends[i].folder);
		folder_close(&t->ends[i].top);
	}
	return good;
}

bool
inbox_take(struct arena *a, const struct inbox *in, struct left *left,
    struct diags *d)
{
	const struct end	none = { FOLDER_NONE, FOLDER_NONE, DAY_NONE };
	struct taker		t = { .arena = a, .in = in, .left = left,
				    .ends = { none, none }, .d = d };
	bool			good;

	*left = (struct left){ 0 };
	if (!folder_open(in->dir, &t.inbox))
		return complain(&t, in->dir);
	good = take_here(&t);
	folder_close(&t.inbox);
	return good;
}

/* ---- what lies refused */

struct found {
	struct arena	*arena;
	const char	**names;	/* DAY/NAME */
	size_t		 n, cap;
};

/*
 * Anything but what nights and desktops put there themselves.  False: it
 * cannot be read.
 */
static bool
look_day(struct found *l, const struct folder *in, const char *name)
{
	struct folder	 f;
	const char	**names;
	size_t		 n = 0, i;
	bool		 good;

	if (!folder_enter(in, name, name, &f))
		return folder_fault(errno) == FOLDER_FOREIGN;
	good = folder_list(&f, l->arena, &names, &n);
	for (i = 0; good && i < n; i++) {
		if (contents_leaves(names[i]))
			continue;
		l->names = arena_grow(l->arena, l->names, l->n, &l->cap,
		    sizeof(*l->names));
		l->names[l->n++] = arena_printf(l->arena, "%s/%s", name,
		    names[i]);
	}
	folder_close(&f);
	return good;
}

/* DAY, or DAY-2 */
static bool
is_of_day(const char *name, const char *day)
{
	size_t	n = strlen(day);

	return strncmp(name, day, n) == 0 && (name[n] == '\0' ||
	    name[n] == '-');
}

/* In one folder `refused`; false: it cannot be read. */
static bool
look_refused(struct found *l, const struct folder *inbox, const char *name,
    const char *but)
{
	struct folder	 f;
	const char	**days;
	size_t		 n, i;
	bool		 good;

	if (!folder_enter(inbox, name, name, &f))
		return folder_fault(errno) == FOLDER_FOREIGN;
	good = folder_list(&f, l->arena, &days, &n);
	for (i = 0; good && i < n; i++)
		if (days[i][0] != '.' && !is_of_day(days[i], but))
			good = look_day(l, &f, days[i]);
	folder_close(&f);
	return good;
}

/* When was one of the name that was refused then taken? */
static struct day
taken_since(struct arena *a, struct store *s, const char *name)
{
	struct day	day;

	if (strlen(name) < DAY_TEXT || name[DAY_TEXT - 1] != '/' ||
	    !day_parse(arena_ndup(a, name, DAY_TEXT - 1), &day))
		return DAY_NONE;
	return store_taken_since(s, day, name + DAY_TEXT);
}

static void
find_again(struct arena *a, struct store *s, const struct found *l,
    struct refused **list, size_t *open)
{
	size_t	i;

	*list = arena_alloc(a, (l->n + 1) * sizeof(**list));
	*open = 0;
	for (i = 0; i < l->n; i++) {
		(*list)[i] = (struct refused){ l->names[i],
		    taken_since(a, s, l->names[i]) };
		*open += !day_is((*list)[i].again);
	}
}

bool
inbox_refused(struct arena *a, struct store *s, const char *dir,
    struct day but, struct refused **list, size_t *count, size_t *open)
{
	struct found	 l = { .arena = a };
	struct folder	 inbox;
	const char	**names;
	size_t		 n, i;
	char		 day[DAY_TEXT];
	bool		 there = folder_open(dir, &inbox) &&
			    folder_list(&inbox, a, &names, &n);

	for (i = 0; there && i < n; i++)
		if (is_end(names[i]) && *names[i] == *ends[0])
			there = look_refused(&l, &inbox, names[i],
			    day_is(but) ? day_print(but, day) : "-");
	folder_close(&inbox);
	find_again(a, s, &l, list, open);
	*count = l.n;
	return there;
}

/* ---- receipts */

/* The folder of a delivery that was taken; false: it is not there. */
static bool
enter_taken(struct arena *a, const struct folder *inbox,
    const struct delivery *v, struct folder *f)
{
	struct folder	top = FOLDER_NONE, day = FOLDER_NONE;
	char		date[DAY_TEXT];
	const char	*path = arena_printf(a, "%s/%s/%s", inbox->path,
			    ends[1], day_print(v->day, date));
	bool		found;

	*f = FOLDER_NONE;
	found = folder_enter(inbox, ends[1], ends[1], &top) &&
	    folder_enter(&top, date, path, &day);
	if (found && *v->lies == '\0') {
		*f = day;
		day = FOLDER_NONE;
	} else if (found)
		found = folder_enter(&day, v->lies, arena_printf(a, "%s/%s",
		    path, v->lies), f);
	folder_close(&day);
	folder_close(&top);
	return found;
}

/* Those of one day's loose files stand in one receipt. */
static bool
write_receipt(struct taker *t, const struct folder *f,
    const struct delivery *list, size_t n, inbox_receipt_fn *fn, void *ctx)
{
	struct beside	b;
	bool		may, good = ask_write(t, f, receipts, &may);
	size_t		i;

	if (!good || !may)
		return good;
	if (!beside_at(t->arena, f, receipts, BESIDE_OUTSIDE, &b, t->d))
		return false;
	for (i = 0; i < n && good; i++)
		if (i == 0 || (strcmp(list[i].name, ".") == 0 &&
		    day_cmp(list[i].day, list[0].day) == 0))
			good = fn(ctx, b.file, &list[i]);
	return beside_close(&b, good, t->d);
}

static bool
is_first_loose(const struct delivery *list, size_t i)
{
	size_t	k;

	for (k = 0; k < i; k++)
		if (strcmp(list[k].name, ".") == 0 &&
		    day_cmp(list[k].day, list[i].day) == 0)
			return false;
	return true;
}

bool
inbox_receipts(struct arena *a, const struct inbox *in, inbox_receipt_fn *fn,
    void *ctx, struct diags *d)
{
	struct taker	 t = { .arena = a, .in = in, .d = d };
	struct delivery	*list;
	struct folder	 f;
	size_t		 n, i;
	bool		 good = store_receipts_due(in->store, a, in->today,
			    &list, &n, d);

	if (good && !folder_open(in->dir, &t.inbox))
		return complain(&t, in->dir);
	for (i = 0; good && i < n; i++) {
		/* of before receipts were, or told with the first of its day */
		if (strcmp(list[i].name, ".") == 0 ?
		    !is_first_loose(list, i) : *list[i].lies == '\0')
			continue;
		if (enter_taken(a, &t.inbox, &list[i], &f)) {
			good = write_receipt(&t, &f, &list[i],
			    strcmp(list[i].name, ".") == 0 ? n - i : 1, fn,
			    ctx);
			folder_close(&f);
		} else if (folder_fault(errno) == FOLDER_FAILED)
			good = complain(&t, in->dir);
	}
	folder_close(&t.inbox);
	return good;
}
