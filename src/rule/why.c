/*
 * What stands behind a finding's code, in a pack's own words: the clause that
 * makes a gate a gate.  The program cites no clause of any law.
 */
#include <string.h>

#include "rule/build.h"

static void
read_reason(struct build *b, const struct pair *p)
{
	const char	*text = p->value->text;
	enum code	 c;

	if (!build_code(b, p->key, CODE_OF_ANY, &c))
		return;
	if (b->pack->why[c] != NULL)
		diag_error(b->diags, p->key->place,
		    _("`%s` stands here a second time"), p->key->text);
	else if (p->value->kind != NODE_TEXT || *text == '\0' ||
	    strchr(text, '\n') != NULL)
		diag_error(b->diags, p->value->place,
		    _("expected a text of one line as the value of `%s`"),
		    p->key->text);
	else
		b->pack->why[c] = text;
}

void
build_why(struct build *b, const struct node *n)
{
	size_t	i;

	if (n == NULL || (n->kind == NODE_TEXT && *n->text == '\0'))
		return;
	if (n->kind != NODE_MAP) {
		diag_error(b->diags, n->place,
		    _("expected texts here, each `CODE: TEXT`"));
		return;
	}
	for (i = 0; i < n->n; i++)
		read_reason(b, &n->pairs[i]);
}
