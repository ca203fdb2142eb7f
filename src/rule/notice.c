/*
 * What a notice must be: media, content, a review, evidence.
 */
#include <string.h>

#include "rule/making.h"
#include "rule/terms.h"

static const char *
medium_id(const char *s)
{
	const struct term	*t;

	for (t = media_terms; t->id != NULL; t++)
		if (strcmp(s, t->id) == 0 || strcmp(s, t->zh) == 0)
			return t->id;
	return NULL;
}

/* The id of a medium that a text names; NULL: told. */
static const char *
read_medium(struct making *m, const struct node *n)
{
	enum { MEDIA = 16 };
	const char		*known[2 * MEDIA], *all = "", *id = NULL;
	const struct term	*t;
	size_t			 k = 0;

	if (n->kind == NODE_TEXT)
		id = medium_id(n->text);
	if (id != NULL)
		return id;
	if (n->kind == NODE_TEXT)
		diag_error(m->b->diags, n->place, _("`%s` is no medium"),
		    n->text);
	else
		diag_error(m->b->diags, n->place,
		    _("expected the name of a medium here"));
	for (t = media_terms; t->id != NULL; t++) {
		known[k++] = t->id;
		known[k++] = t->zh;
		all = arena_printf(m->b->arena, "%s%s%s", all,
		    t == media_terms ? "" : _(", "), text_lang() == LANG_ZH ?
		    t->zh : t->id);
	}
	if (n->kind != NODE_TEXT || !diag_meant(m->b->diags,
	    text_nearest(n->text, known, k)))
		diag_note(m->b->diags, NOWHERE, _("expected one of: %s"),
		    all);
	return NULL;
}

/* TEXT, or {item: TEXT, for: ...}: where the text stands; NULL: told. */
static const struct node *
item_of(struct making *m, const struct node *n, enum word key,
    struct item_rule *out)
{
	enum word	other = key == W_ITEM ? W_MEDIUM : W_ITEM;
	struct fields	f;

	if (n->kind != NODE_MAP)
		return n;
	if (!build_fields(m->b, n, IN_ITEM, &f))
		return NULL;
	if (f.key[other] != NULL) {
		diag_error(m->b->diags, f.key[other]->place,
		    _("`%s` is no key here"), f.key[other]->text);
		diag_meant(m->b->diags, vocab_text(key, text_lang()));
		return NULL;
	}
	if (f.value[key] == NULL)
		diag_error(m->b->diags, n->place, _("`%s: TEXT` is missing "
		    "here"), vocab_text(key, text_lang()));
	out->when = making_condition(m, &f);
	return f.value[key];
}

static bool
read_item(struct making *m, const struct node *n, enum word key,
    struct item_rule *out)
{
	const struct node	*text;

	memset(out, 0, sizeof(*out));
	text = item_of(m, n, key, out);
	if (text == NULL)
		return false;
	if (key == W_MEDIUM)
		out->text = read_medium(m, text);
	else if (text->kind == NODE_TEXT && *text->text != '\0' &&
	    strchr(text->text, '\n') == NULL)
		out->text = text->text;
	else
		diag_error(m->b->diags, text->place,
		    _("expected a text of one line here"));
	return out->text != NULL;
}

static struct item_rules
read_items(struct making *m, const struct node *n, enum word key)
{
	struct item_rules	 out = { NULL, 0 };
	struct item_rule	*list;
	const struct node	*const *items;
	size_t			 i, many;

	if (n == NULL)
		return out;
	many = making_items(m, n, &items);
	list = arena_array(m->b->arena, many + 1, sizeof(*list));
	for (i = 0; i < many; i++)
		out.n += read_item(m, items[i], key, &list[out.n]);
	out.list = list;
	return out;
}

/* 1 to PERIOD_MAX, or 0 and told. */
static int
read_times(struct making *m, const struct node *n)
{
	int	many = 0;
	size_t	i, len = n->kind == NODE_TEXT ? strlen(n->text) : 0;

	for (i = 0; i < len && many <= PERIOD_MAX; i++) {
		if (n->text[i] < '0' || n->text[i] > '9')
			break;
		many = many * 10 + (n->text[i] - '0');
	}
	if (len > 0 && i == len && many > 0 && many <= PERIOD_MAX)
		return many;
	diag_error(m->b->diags, n->place, _("expected a number, how often "
	    "it is posted there: 1 or more"));
	if (n->kind == NODE_MAP)
		diag_note(m->b->diags, NOWHERE,
		    _("nothing under this key takes conditions"));
	return 0;
}

/* {M: N}, each medium once. */
static struct item_rules
read_all_times(struct making *m, const struct node *n)
{
	struct item_rules	 out = { NULL, 0 };
	struct item_rule	*list, *one;
	size_t			 i;
	int			 k;

	if (n->kind != NODE_MAP || n->n > LIST_MAX) {
		diag_error(m->b->diags, n->place, _("expected media with "
		    "numbers here, each `MEDIUM: N`, at most %d"), LIST_MAX);
		return out;
	}
	list = arena_array(m->b->arena, n->n + 1, sizeof(*list));
	for (i = 0; i < n->n; i++) {
		one = &list[out.n];
		one->text = read_medium(m, n->pairs[i].key);
		one->times = read_times(m, n->pairs[i].value);
		for (k = 0; one->text != NULL && k < out.n; k++)
			if (strcmp(list[k].text, one->text) == 0) {
				diag_error(m->b->diags,
				    n->pairs[i].key->place, _("`%s` stands "
				    "here a second time"),
				    n->pairs[i].key->text);
				break;
			}
		out.n += one->text != NULL && one->times > 0 && k == out.n;
	}
	out.list = list;
	return out;
}

static void
read_media(struct making *m, struct step_rule *s, const struct node *n)
{
	struct fields	f;

	if (n->kind != NODE_MAP) {
		s->any = read_items(m, n, W_MEDIUM);
		return;
	}
	if (!build_fields(m->b, n, IN_MEDIA, &f))
		return;
	s->any = read_items(m, f.value[W_ANY], W_MEDIUM);
	s->all = read_items(m, f.value[W_ALL], W_MEDIUM);
	if (f.value[W_TIMES] == NULL)
		return;
	s->times = read_all_times(m, f.value[W_TIMES]);
	if (m->asked || s->times.n == 0)
		return;
	diag_error(m->b->diags, f.key[W_TIMES]->place, _("`%s` on a step "
	    "without a period: nobody can say until when they count"),
	    f.key[W_TIMES]->text);
	diag_note(m->b->diags, NOWHERE, _("say how long it stands: `%s`"),
	    text_lang() == LANG_ZH ? "公示期: 不少于 N 日" :
	    "lasts: at least N days");
}

/* true, false or {basis: ...}; false: nothing was given, or it is told. */
bool
making_review(struct build *b, const struct fields *f, bool *asked,
    const struct basis **basis)
{
	const struct node	*n = f->value[W_REVIEW];
	struct fields		 in;
	enum word		 w;

	if (n == NULL)
		return false;
	*basis = NULL;
	if (n->kind == NODE_MAP) {
		if (build_fields(b, n, IN_REVIEW, &in) &&
		    in.value[W_BASIS] != NULL)
			*basis = build_basis(b, in.value[W_BASIS]);
		return *asked = true;
	}
	w = build_word(b, n, IN_BOOL);
	*asked = w == W_TRUE;
	return w != W_NONE;
}

void
making_notice(struct making *m, struct step_rule *s, const struct fields *f)
{
	if (f->value[W_MEDIA] != NULL)
		read_media(m, s, f->value[W_MEDIA]);
	s->content = read_items(m, f->value[W_CONTENT], W_ITEM);
	if (f->value[W_EVIDENCE] != NULL)
		s->evidence = build_word(m->b, f->value[W_EVIDENCE],
		    IN_BOOL) == W_TRUE;
}
