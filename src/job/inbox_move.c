#include "job/inbox_move.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

enum { NAMESAKES = 1000 };	/* -2, -3 ... of one name */

bool
move_note(struct taker *t, const struct delivery *v)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && store_delivery_lies(s, v, t->d) &&
	    store_commit(s, t->d);
	store_rollback(s);
	return good;
}

/* ---- aside, and back */

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
		return taker_fails(t, path);
	diag_warn(t->d, (struct place){ .path = path }, _("this delivery "
	    "cannot be moved, and waits: %s"), text_error(errno));
	leave(t, w->name, true);
	return false;
}

void
move_back(struct way *w)
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
	    taker_path(t, &t->shop, w->aside), &f))
		return;
	if (taker_names(t, &f, &all))
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

	if (!way_parts(w, &w->from, &parts))
		return false;
	if (!folder_make(&t->shop, w->aside, 0700, taker_path(t, &t->shop,
	    w->aside), &f))
		return taker_fails(t, taker_path(t, &t->shop, w->aside));
	for (i = 0; i < parts.n && good; i++)
		/* of a name that is aside already: the next night's */
		if (!folder_move(&w->from, parts.list[i], &f,
		    parts.list[i]) && errno != ENOENT && errno != EEXIST)
			good = cannot_move(w, taker_path(t, &w->from,
			    parts.list[i]));
	folder_close(&f);
	if (!good)
		move_back(w);
	return good;
}

/* Out of everybody's way; what is aside of it already stays there. */
bool
move_aside(struct way *w)
{
	struct taker	*t = w->t;
	struct contents	 here;

	if (diags_failed(t->d))
		return false;
	if (w->how == HOW_CODE && w->from.fd < 0 && !way_is_aside(w)) {
		errno = w->shut;
		return cannot_move(w, taker_path(t, &t->inbox, w->name));
	}
	if (!way_look_here(w, &here))
		return false;
	if (here.failed != 0) {
		errno = here.failed;
		return taker_fails(t, here.failed_at);
	}
	if (taker_waits(t, &here)) {
		/* junk alone is none */
		if (here.n + here.nbad > 0)
			leave(t, w->name, false);
		return way_is_aside(w);
	}
	if (w->how != HOW_WHOLE)
		return put_parts_aside(w);
	return folder_move(&t->inbox, w->name, &t->shop, w->aside) ||
	    cannot_move(w, taker_path(t, &t->inbox, w->name));
}

/* ---- to where a day's end */

/* A name that is not taken by what is not ours: then it gets -2, and so on. */
static bool
make_own(struct taker *t, const struct folder *in, const char *name,
    struct folder *f)
{
	const char	*as = name, *path = taker_path(t, in, name);
	int		 n;

	for (n = 2; !folder_make(in, as, 0777, path, f); n++) {
		if (folder_fault(errno) != FOLDER_FOREIGN || n == NAMESAKES)
			return taker_fails(t, path);
		as = arena_printf(t->arena, "%s-%d", name, n);
		diag_warn(t->d, (struct place){ .path = path }, _("this is "
		    "no folder of the night's own: `%s` takes its place"),
		    as);
		path = taker_path(t, in, as);
	}
	return true;
}

const struct folder *
move_end(struct taker *t, const struct delivery *v)
{
	struct end	*e = &t->ends[v->taken];
	char		 date[DAY_TEXT];

	if (e->folder.fd >= 0 && day_cmp(e->day, v->day) == 0)
		return &e->folder;
	folder_close(&e->folder);
	if (e->top.fd < 0 && !make_own(t, &t->inbox, end_names[v->taken],
	    &e->top))
		return NULL;
	if (!make_own(t, &e->top, day_print(v->day, date), &e->folder))
		return NULL;
	e->day = v->day;
	return &e->folder;
}

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

static bool
move_loose_on(struct way *w, const struct folder *end)
{
	struct taker	*t = w->t;
	struct names	 all;
	struct folder	 f;
	bool		 good;
	size_t		 i;

	if (!folder_enter(&t->shop, w->aside, taker_path(t, &t->shop, w->aside),
	    &f))
		return cannot_move(w, taker_path(t, &t->shop, w->aside));
	good = taker_names(t, &f, &all);
	for (i = 0; good && i < all.n; i++)
		good = move_free(t, &f, all.list[i], end) ||
		    cannot_move(w, taker_path(t, &f, all.list[i]));
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

const char *
move_free_name(struct taker *t, const struct folder *end, const char *name)
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
			    taker_path(t, &t->shop, w->aside));
		v->lies = move_free_name(t, end, w->name);
		if (!move_note(t, v))
			return false;
	}
	return good;
}

bool
move_on(struct way *w, struct delivery *v)
{
	struct taker		*t = w->t;
	const struct folder	*end = move_end(t, v);

	if (end == NULL)
		return false;
	if (w->how == HOW_LOOSE)
		return move_loose_on(w, end);
	open_up(w);
	return move_noted(w, v, end);
}
