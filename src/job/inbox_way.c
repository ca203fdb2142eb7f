#include "job/inbox_way.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "input/decode.h"

const char *const	end_names[] = { "refused", "taken" };
const char		loose_aside[] = ".loose";

bool
taker_fails(struct taker *t, const char *path)
{
	diag_fail(t->d, "%s: %s", path, text_error(errno));
	return false;
}

const char *
taker_path(struct taker *t, const struct folder *f, const char *name)
{
	return arena_printf(t->arena, "%s/%s", f->path, name);
}

/* False also where it cannot be told, with an error. */
static bool
taker_has(struct taker *t, const struct folder *f, const char *name,
    struct stat *st)
{
	if (folder_look(f, name, st))
		return true;
	if (errno != ENOENT)
		(void)taker_fails(t, taker_path(t, f, name));
	return false;
}

static bool
is_folder(struct taker *t, const struct folder *f, const char *name)
{
	struct stat	st;

	return taker_has(t, f, name, &st) && S_ISDIR(st.st_mode);
}

bool
taker_names(struct taker *t, const struct folder *f, struct names *out)
{
	return folder_list(f, t->arena, &out->list, &out->n) ||
	    taker_fails(t, f->path);
}

/* ---- which are deliveries */

bool
end_is(const char *name)
{
	size_t	i, n;

	for (i = 0; i < 2; i++) {
		n = strlen(end_names[i]);
		if (strncmp(name, end_names[i], n) != 0)
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
	return !contents_leaves(name) && !end_is(name);
}

/* No region's code has a zero there: 2020 is a year's folder. */
static bool
is_code(const char *name)
{
	char	code[DIVISION_MAX + 1];

	return division_parse(name, code) && code[1] != '0';
}

struct way
way_of(struct taker *t, const char *name)
{
	struct way	w = { .t = t, .name = name, .aside = name,
			    .from = FOLDER_NONE };
	char		code[DIVISION_MAX + 1];

	if (strcmp(name, ".") == 0) {
		w.how = HOW_LOOSE;
		w.aside = loose_aside;
		w.from = t->inbox;
	} else if (is_code(name)) {
		w.how = HOW_CODE;
		(void)division_parse(name, code);
		w.within = arena_dup(t->arena, code);
		if (!folder_enter(&t->inbox, name, taker_path(t, &t->inbox,
		    name), &w.from))
			w.shut = errno;
	}
	return w;
}

void
way_end(struct way *w)
{
	contents_free(&w->contents);
	if (w->how == HOW_CODE)
		folder_close(&w->from);
}

bool
way_is_aside(const struct way *w)
{
	struct stat	st;

	return taker_has(w->t, &w->t->shop, w->aside, &st);
}

/*
 * Its name in the database, and in taken/, is a text; where another has that,
 * with a number behind it.  One that cannot be renamed cannot be moved either,
 * of which is told then.
 */
static const char *
name_of(struct taker *t, const char *name)
{
	enum { TRIES = 100 };
	const char	*text = decode_name(t->arena, name), *to = text;
	int		 i;

	if (text == name)
		return name;
	for (i = 2; i <= TRIES; i++) {
		if (folder_move(&t->inbox, name, &t->inbox, to))
			return to;
		if (errno != EEXIST)
			break;
		to = arena_printf(t->arena, "%s-%d", text, i);
	}
	return name;
}

bool
taker_deliveries(struct taker *t, struct names *out)
{
	struct names	all;
	struct stat	st;
	bool		any = taker_has(t, &t->shop, loose_aside, &st);
	size_t		i, n = 1;

	if (!taker_names(t, &t->inbox, &all))
		return false;
	*out = (struct names){ arena_array(t->arena, all.n + 1,
	    sizeof(*out->list)), 0 };
	out->list[0] = ".";
	for (i = 0; i < all.n; i++) {
		if (!is_delivery(all.list[i]))
			continue;
		if (is_folder(t, &t->inbox, all.list[i]))
			out->list[n++] = name_of(t, all.list[i]);
		else
			any = true;
	}
	qsort(&out->list[1], n - 1, sizeof(*out->list), text_by_bytes);
	if (!any)
		out->list++;
	out->n = any ? n : n - 1;
	return !diags_failed(t->d);
}

/* ---- looking at one, where it lies */

static const char *
saying_of(const struct way *w, const char *part)
{
	const char	*said = decode_name(w->t->arena, part);

	return w->how == HOW_LOOSE ? said : arena_printf(w->t->arena,
	    "%s/%s", w->name, said);
}

/* The parts of one that is not moved as a whole. */
static bool
is_part(const struct way *w, const struct folder *f, const char *name)
{
	if (w->how == HOW_LOOSE)
		return is_delivery(name) && !is_folder(w->t, f, name);
	return !contents_leaves(name);
}

bool
way_parts(const struct way *w, const struct folder *f, struct names *out)
{
	size_t	i, n = 0;

	if (!taker_names(w->t, f, out))
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

	if (way_parts(w, f, &parts))
		for (i = 0; i < parts.n; i++)
			contents_add(w->t->arena, p, f, parts.list[i],
			    saying_of(w, parts.list[i]));
}

/* In the inbox. */
bool
way_look_here(const struct way *w, struct contents *p)
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
bool
way_look_aside(const struct way *w, bool hold, struct contents *p)
{
	struct taker	*t = w->t;
	struct folder	 f;

	*p = (struct contents){ .hold = hold };
	if (w->how == HOW_WHOLE)
		contents_add(t->arena, p, &t->shop, w->aside, w->name);
	else if (folder_enter(&t->shop, w->aside, taker_path(t, &t->shop,
	    w->aside), &f)) {
		add_parts(w, &f, p);
		folder_close(&f);
	}
	contents_close(p);
	if (p->failed != 0) {
		errno = p->failed;
		return taker_fails(t, p->failed_at);
	}
	return !diags_failed(t->d);
}

bool
taker_waits(const struct taker *t, const struct contents *p)
{
	long long	age = t->in->clock - p->latest;

	return p->busy || p->n + p->nbad == 0 ||
	    (age < t->in->settle && age > -t->in->settle);
}
