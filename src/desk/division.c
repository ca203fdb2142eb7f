#include "desk/division.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"

struct found {
	struct arena	*arena;
	const char	*code;
	int		 n;
};

static bool
take_found(void *ctx, const char *code, const char *name)
{
	struct found	*f = ctx;

	(void)name;
	if (f->n++ == 0)
		f->code = arena_dup(f->arena, code);
	return f->n < 3;
}

const char *
squeezed(struct arena *a, const char *name)
{
	char	*out = arena_alloc(a, strlen(name) + 1);

	(void)twin_form(name, out);
	return out;
}

/* What is behind the names of those above: 某村一屯 at 某村 is 一屯. */
static const char *
own_part(const struct desk *k, const char *name, const char *code)
{
	const struct world	*w = k->in->world;
	char			 up[DIVISION_MAX + 1];
	const char		*top, *s = name;
	enum level		 l;

	for (l = LEVEL_REGION; l < division_level(code); l++) {
		if (!division_above(code, l, up))
			continue;
		top = squeezed(k->arena, w->name(w->ctx, k->arena, up));
		if (*top != '\0' && strncmp(s, top, strlen(top)) == 0 &&
		    s[strlen(top)] != '\0')
			s += strlen(top);
	}
	return s;
}

/* A village's committee is the village: 某村村委会, 某村委会. */
static bool
is_committee(const char *word, const char *name, const char *code)
{
	static const char *const	tails[] = {
		"村委会", "委会", "村民委员会", "民委员会", "居委会", "村委"
	};
	size_t				i, n = strlen(name);

	if (division_level(code) != LEVEL_VILLAGE ||
	    strncmp(word, name, n) != 0)
		return false;
	for (i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		if (strcmp(word + n, tails[i]) == 0)
			return true;
	return false;
}

bool
division_means(const struct desk *k, const char *word, const char *code,
    const char *name)
{
	const char	*own;

	if (*name == '\0' || *word == '\0')
		return false;
	name = squeezed(k->arena, name);
	if (strcmp(word, name) == 0)
		return true;
	own = own_part(k, name, code);
	return strcmp(own_part(k, word, code), own) == 0 ||
	    is_committee(own_part(k, word, code), own, code);
}

struct loose {
	struct desk	*k;
	const char	*word;
	struct found	*found;
};

static bool
take_loose(void *ctx, const char *code, const char *name)
{
	struct loose	*l = ctx;

	return !division_means(l->k, l->word, code, name) ||
	    take_found(l->found, code, name);
}

/*
 * A name with blanks, or with or without that of what it lies in.  Among all
 * there are only blanks are overlooked: a region has a hundred thousand.
 */
static void
find_loosely(struct desk *k, const char *word, const char *top,
    struct found *f)
{
	const struct world	*w = k->in->world;
	struct loose		 l = { k, squeezed(k->arena, word), f };

	if (*top == '\0')
		w->each(w->ctx, top, l.word, take_found, f);
	else
		w->each(w->ctx, top, NULL, take_loose, &l);
}

/* The one division below `top` of that name; NULL and an error. */
static const char *
find_named(struct desk *k, const char *word, struct place p, const char *top)
{
	struct found	f = { .arena = k->arena };

	k->in->world->each(k->in->world->ctx, top, word, take_found, &f);
	if (f.n == 0)
		find_loosely(k, word, top, &f);
	if (f.n == 1)
		return f.code;
	k->in->lacking += f.n == 0;
	if (f.n == 0)
		diag_error(k->d, p, *top == '\0' ? _("no division is named "
		    "`%s`; write its code, or import a table of divisions "
		    "with it") : _("no division below the case's is named "
		    "`%s`; write its code, or import a table of divisions "
		    "with it"), word);
	else
		diag_error(k->d, p, _("more than one division is named `%s`; "
		    "write its code"), word);
	return NULL;
}

const char *
find_division(struct desk *k, const struct typed *t, const char *top)
{
	if (*t->text == '\0') {
		diag_error(k->d, t->at, _("the division is missing"));
		return NULL;
	}
	if (!cell_good(t, k->d))
		return NULL;
	return t->code != NULL ? t->code :
	    find_named(k, t->text, t->at, top);
}
