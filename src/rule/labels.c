/*
 * Traits and amounts: what a procedure's cases may have.
 */
#include <string.h>

#include "rule/making.h"

static bool
good_label(const char *id)
{
	return making_good_id(id) && strpbrk(id, "=+") == NULL &&
	    strstr(id, "、") == NULL && strstr(id, "；") == NULL &&
	    strstr(id, "，") == NULL;
}

static void
read_label(struct making *m, const struct pair *pair, struct label *out)
{
	struct fields	f;

	out->id = out->title = pair->key->text;
	out->title_en = out->note = "";
	out->place = pair->key->place;
	if (!good_label(out->id))
		diag_error(m->b->diags, pair->key->place, _("`%s` is no id: "
		    "no blanks, dots, slashes, commas, quotes, `=` or `+`, at "
		    "most %d bytes"), out->id, ID_MAX);
	if (!build_fields(m->b, pair->value, IN_LABEL, &f))
		return;
	if (*build_text(m->b, &f, W_TITLE) != '\0')
		out->title = f.value[W_TITLE]->text;
	out->title_en = build_text(m->b, &f, W_TITLE_EN);
	out->note = build_text(m->b, &f, W_NOTE);
	if (f.value[W_BASIS] != NULL)
		out->basis = build_basis(m->b, f.value[W_BASIS]);
}

static bool
alike(const struct label *a, const struct label *b)
{
	return strcmp(a->id, b->id) == 0 || strcmp(a->title, b->title) == 0 ||
	    strcmp(a->id, b->title) == 0 || strcmp(a->title, b->id) == 0;
}

static void
refuse_alike(struct making *m, const struct node *n,
    const struct label *list, size_t k)
{
	size_t	i;

	for (i = 0; i < k; i++)
		if (alike(&list[i], &list[k])) {
			diag_error(m->b->diags, n->pairs[k].key->place,
			    _("`%s` and `%s` have the same id or title; a "
			    "name must mean one thing"), list[k].id,
			    list[i].id);
			diag_note(m->b->diags, n->pairs[i].key->place,
			    _("the other one stands here"));
			return;
		}
}

const struct label *
making_labels(struct making *m, const struct node *n, int *many)
{
	struct label	*list;
	size_t		 i;

	*many = 0;
	if (n == NULL || build_is_empty(n))
		return NULL;
	if (n->kind != NODE_MAP) {
		diag_error(m->b->diags, n->place, _("expected %s here, each "
		    "`id: {title: ...}`"), _("names"));
		return NULL;
	}
	if (n->n > LABELS_MAX) {
		diag_error(m->b->diags, n->place, _("more than %d of them"),
		    LABELS_MAX);
		return NULL;
	}
	list = arena_array(m->b->arena, n->n + 1, sizeof(*list));
	for (i = 0; i < n->n; i++) {
		read_label(m, &n->pairs[i], &list[i]);
		refuse_alike(m, n, list, i);
	}
	*many = (int)n->n;
	return list;
}

/* What was meant by a trait that is none, or which there are. */
static void
unknown_trait(struct making *m, const struct node *n)
{
	const char	*known[2 * LABELS_MAX], *all = "";
	int		 i, many = m->p->ntraits;

	diag_error(m->b->diags, n->place, _("`%s` is no trait of this "
	    "procedure"), n->text);
	if (!build_offers(m->b))
		return;
	for (i = 0; i < many; i++) {
		known[2 * i] = m->p->traits[i].id;
		known[2 * i + 1] = m->p->traits[i].title;
		all = arena_printf(m->b->arena, _("%s%s`%s`"), all, i == 0 ?
		    "" : _(", "), text_lang() == LANG_ZH ?
		    m->p->traits[i].title : m->p->traits[i].id);
	}
	if (diag_meant(m->b->diags, text_nearest(n->text, known,
	    2 * (size_t)many)))
		return;
	if (many > 0)
		diag_note(m->b->diags, NOWHERE, _("these can stand here: %s"),
		    all);
	else
		diag_note(m->b->diags, NOWHERE, _("traits are named first: "
		    "`traits: {%s: {title: ...}}` at the outermost level of "
		    "the procedure's file"), n->text);
}

int
making_trait(struct making *m, const struct node *n)
{
	struct label	*t;
	const char	*was;
	int		 i;

	if (n->kind != NODE_TEXT || *n->text == '\0') {
		diag_error(m->b->diags, n->place,
		    _("expected the name of a trait here"));
		return -1;
	}
	for (i = 0; i < m->p->ntraits; i++)
		if (strcmp(m->p->traits[i].id, n->text) == 0 ||
		    strcmp(m->p->traits[i].title, n->text) == 0)
			return i;
	was = laid_was(m->laid, n->text);
	for (i = 0; was != NULL && i < m->p->ntraits; i++)
		if (strcmp(m->p->traits[i].id, was) == 0)
			return i;
	if (making_taken(m, n->place, n->text))
		return -1;
	if (!m->open || m->p->ntraits == LABELS_MAX) {
		unknown_trait(m, n);
		return -1;
	}
	t = &m->traits[m->p->ntraits];
	t->id = t->title = n->text;
	t->title_en = t->note = "";
	return m->p->ntraits++;
}
