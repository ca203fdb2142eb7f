/*
 * Where an element applies: `for`, `not-for`, `when`, `unless`.
 */
#include "rule/making.h"

size_t
making_items(struct making *m, const struct node *n,
    const struct node *const **items)
{
	const struct node	**one;

	if (n->kind != NODE_LIST) {
		one = arena_alloc(m->b->arena, sizeof(*one));
		*one = n;
		*items = one;
		return 1;
	}
	*items = (const struct node *const *)n->items;
	if (n->n == 0)
		diag_error(m->b->diags, n->place, _("an empty list: leave "
		    "the key out"));
	if (n->n <= LIST_MAX)
		return n->n;
	diag_error(m->b->diags, n->place, _("more than %d in a list"),
	    LIST_MAX);
	return 0;
}

/* The names behind a key; false where the key does not stand. */
static bool
read_some(struct making *m, const struct fields *f, enum word key,
    struct some *out)
{
	const struct node	*const *items;
	bool			 traits = key == W_FOR || key == W_NOT_FOR;
	size_t			 i, n;
	int			*list;

	if (f->value[key] == NULL)
		return false;
	n = making_items(m, f->value[key], &items);
	list = arena_array(m->b->arena, n + 1, sizeof(*list));
	for (i = 0; i < n; i++) {
		list[out->n] = traits ? making_trait(m, items[i]) :
		    making_event(m, items[i], 0, items[i]->text);
		out->n += list[out->n] >= 0;
	}
	out->of = list;
	return true;
}

const struct condition *
making_condition(struct making *m, const struct fields *f)
{
	struct condition	 c = { .only.n = 0 }, *out;
	bool			 any = false;

	any |= read_some(m, f, W_FOR, &c.only);
	any |= read_some(m, f, W_NOT_FOR, &c.except);
	any |= read_some(m, f, W_WHEN, &c.when);
	any |= read_some(m, f, W_UNLESS, &c.unless);
	if (!any)
		return NULL;
	out = arena_alloc(m->b->arena, sizeof(*out));
	*out = c;
	return out;
}
