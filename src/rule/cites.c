/*
 * `bases`: what single keys of a step are cited by.
 */
#include "rule/cites.h"

#include "rule/making.h"

const struct cite_key cite_keys[CITES] = {
	[CITE_AT] = { W_AT, W_NONE, IN_STEP },
	[CITE_LASTS] = { W_LASTS, W_NONE, IN_STEP },
	[CITE_REVIEW] = { W_REVIEW, W_NONE, IN_STEP },
	[CITE_ANY] = { W_ANY, W_MEDIA, IN_MEDIA },
	[CITE_ALL] = { W_ALL, W_MEDIA, IN_MEDIA },
	[CITE_TIMES] = { W_TIMES, W_MEDIA, IN_MEDIA },
	[CITE_CONTENT] = { W_CONTENT, W_NONE, IN_STEP },
	[CITE_EVIDENCE] = { W_EVIDENCE, W_NONE, IN_STEP },
	[CITE_HANDLER] = { W_HANDLER, W_OBJECTIONS, IN_OBJECTIONS },
	[CITE_RAISED] = { W_RAISED, W_OBJECTIONS, IN_OBJECTIONS },
	[CITE_WITHIN] = { W_WITHIN, W_OBJECTIONS, IN_OBJECTIONS },
	[CITE_UPHELD] = { W_UPHELD, W_OBJECTIONS, IN_OBJECTIONS },
};

bool
cite_find(const char *text, enum cite *out)
{
	int	i;

	for (i = 0; i < CITES; i++)
		if (vocab_find(text, cite_keys[i].groups) ==
		    cite_keys[i].key) {
			*out = (enum cite)i;
			return true;
		}
	return false;
}

static const char *
all_keys(struct arena *a)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < CITES; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : _(", "),
		    vocab_text(cite_keys[i].key, text_lang()));
	return all;
}

void
making_bases(struct making *m, struct step_rule *s, const struct node *n)
{
	enum cite	c;
	size_t		i;

	if (n == NULL || build_is_empty(n))
		return;
	if (n->kind != NODE_MAP)
		diag_error(m->b->diags, n->place, _("expected keys of the "
		    "step with what they are cited by: {%s: BASIS}"),
		    vocab_text(W_CONTENT, text_lang()));
	for (i = 0; i < n->n && n->kind == NODE_MAP; i++) {
		if (!cite_find(n->pairs[i].key->text, &c)) {
			diag_error(m->b->diags, n->pairs[i].key->place,
			    _("`%s` is no key here"), n->pairs[i].key->text);
			diag_note(m->b->diags, NOWHERE,
			    _("expected one of: %s"), all_keys(m->b->arena));
		} else if (s->cites[c] != NULL)
			diag_error(m->b->diags, n->pairs[i].key->place,
			    _("`%s` stands here a second time"),
			    n->pairs[i].key->text);
		else
			s->cites[c] = build_basis(m->b, n->pairs[i].value);
	}
}
