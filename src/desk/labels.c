#include "desk/labels.h"

#include <string.h>

#include "base/text.h"

enum { WORDS = 4 * LABELS_MAX };	/* ids and titles of some versions */

/* Traits or amounts. */
struct family {
	enum column	 column;
	const char	*unknown;	/* for what is none of a procedure's */
	const char	*none;		/* ... where it names none */
	const char	*twice;
};

static const struct family	traits = {
	COL_TRAITS,
	N_("`%s` is no trait (类别) of `%s`"),
	N_("`%s`: `%s` names no traits; leave the column 类别 (traits) empty"),
	NULL
};

static const struct family	amounts = {
	COL_AMOUNTS,
	N_("`%s` is no amount (金额) of `%s`"),
	N_("`%s`: `%s` names no amounts; leave the column 金额 (amounts) "
	    "empty"),
	N_("the amount `%s` stands in this cell twice")
};

static const struct label *
labels_of(const struct procedure *p, const struct family *k, int *n)
{
	*n = k->column == COL_TRAITS ? p->ntraits : p->namounts;
	return k->column == COL_TRAITS ? p->traits : p->amounts;
}

/* The next of those of all versions of a procedure, each version's in turn. */
struct walk {
	const struct rulebook	*book;
	const char		*procedure;
	const struct family	*family;
	int			 version, i;
};

static const struct label *
walk_next(struct walk *w)
{
	const struct procedure	*p;
	const struct label	*all;
	int			 n;

	for (; (p = rulebook_version(w->book, w->procedure, w->version)) !=
	    NULL; w->version++, w->i = 0) {
		all = labels_of(p, w->family, &n);
		if (w->i < n)
			return &all[w->i++];
	}
	return NULL;
}

static struct walk
walk_of(const struct desk *k, const struct matter *m,
    const struct family *family)
{
	return (struct walk){ k->in->world->book, m->procedure, family, 0, 0 };
}

static bool
is_shown(const struct label **shown, int n, const struct label *l)
{
	while (n-- > 0)
		if (strcmp(shown[n]->id, l->id) == 0)
			return true;
	return false;
}

/* "secret (涉密), movable (动产)" */
static const char *
list_of(struct desk *k, const struct matter *m, const struct family *family)
{
	struct walk		 w = walk_of(k, m, family);
	const struct label	*shown[LABELS_MAX], *l;
	const char		*text = "";
	int			 n = 0;

	while (n < LABELS_MAX && (l = walk_next(&w)) != NULL) {
		if (is_shown(shown, n, l))
			continue;
		text = arena_printf(k->arena, "%s%s%s", text, n == 0 ? "" :
		    text_lang() == LANG_ZH ? "、" : ", ", l->id);
		if (strcmp(l->id, l->title) != 0)
			text = arena_printf(k->arena, text_lang() == LANG_ZH ?
			    "%s（%s）" : "%s (%s)", text, l->title);
		shown[n++] = l;
	}
	return text;
}

static void
complain(struct desk *k, const struct matter *m, const struct family *family,
    const char *word)
{
	struct walk		 w = walk_of(k, m, family);
	const struct procedure	*p = rulebook_version(w.book, m->procedure, 0);
	const struct label	*l;
	const char		*words[WORDS];
	size_t			 n = 0;

	while (n + 1 < WORDS && (l = walk_next(&w)) != NULL) {
		words[n++] = l->id;
		words[n++] = l->title;
	}
	diag_error(k->d, cell(k, family->column)->at, n == 0 ? _(family->none) :
	    _(family->unknown), word, p->title);
	if (n == 0)
		return;
	did_you_mean(k, text_nearest(word, words, n));
	diag_note(k->d, NOWHERE, _("it may have: %s"), list_of(k, m, family));
}

/* The id of the one with that id or title, or NULL and an error. */
static const char *
find(struct desk *k, const struct matter *m, const struct family *family,
    const char *word)
{
	struct walk		 w = walk_of(k, m, family);
	const struct label	*l;

	while ((l = walk_next(&w)) != NULL)
		if (strcmp(l->id, word) == 0 || strcmp(l->title, word) == 0)
			return l->id;
	complain(k, m, family, word);
	return NULL;
}

static bool
read_traits(struct desk *k, struct matter *m)
{
	const struct typed	*t = cell(k, COL_TRAITS);
	const char		*id;
	size_t			 i;
	bool			 good = true;

	m->traits = arena_array(k->arena, t->nparts + 1, sizeof(*m->traits));
	for (i = 0; i < t->nparts; i++) {
		id = find(k, m, &traits, t->parts[i].text);
		if (id != NULL)
			m->traits[m->ntraits++] = id;
		good &= id != NULL;
	}
	m->ntraits = text_sort_once(m->traits, m->ntraits);
	return good;
}

static bool
is_there(const char *const *ids, size_t n, const char *id)
{
	while (n-- > 0)
		if (strcmp(ids[n], id) == 0)
			return true;
	return false;
}

/* The amount of a part as it is kept, or NULL and an error; its id in *id. */
static const char *
read_amount(struct desk *k, const struct matter *m, const struct typed *part,
    const char *const *ids, size_t n, const char **id)
{
	*id = find(k, m, &amounts, part->text);
	if (*id == NULL)
		return NULL;
	if (!is_there(ids, n, *id))
		return arena_printf(k->arena, "%s=%s", *id, part->id);
	diag_error(k->d, part->at, _(amounts.twice), part->text);
	return NULL;
}

static bool
read_amounts(struct desk *k, struct matter *m)
{
	const struct typed	*t = cell(k, COL_AMOUNTS);
	const char		**ids = arena_array(k->arena, t->nparts + 1,
				    sizeof(*ids));
	const char		**all = arena_array(k->arena, t->nparts + 1,
				    sizeof(*all));
	size_t			 i, n = 0;
	bool			 good = cell_good(t, k->d);

	for (i = 0; good && i < t->nparts; i++) {
		all[n] = read_amount(k, m, &t->parts[i], ids, n, &ids[n]);
		good = all[n] != NULL;
		n += good;
	}
	n = text_sort_once(all, n);
	m->amounts = "";
	for (i = 0; i < n; i++)
		m->amounts = arena_printf(k->arena, "%s%s%s", m->amounts,
		    i == 0 ? "" : ";", all[i]);
	return good;
}

bool
read_labels(struct desk *k, struct matter *m)
{
	const bool	good = read_traits(k, m);

	return read_amounts(k, m) && good;
}
