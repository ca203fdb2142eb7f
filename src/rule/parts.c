/*
 * Periods: one part or a list of parts, of which those that apply all count.
 */
#include <string.h>

#include "rule/making.h"

/* PHRASE, or {bound: PHRASE, ...}: where the phrase stands; NULL: told. */
static const struct node *
beside(struct making *m, const struct node *n, struct period_part *out)
{
	struct fields	f;

	out->counting = NOTHING_COUNTED;
	out->note = "";
	if (n->kind != NODE_MAP)
		return n;
	if (!build_fields(m->b, n, IN_PART, &f))
		return NULL;
	if (f.value[W_BASIS] != NULL)
		out->basis = build_basis(m->b, f.value[W_BASIS]);
	out->own_basis = out->basis != NULL;
	build_counting(m->b, f.value[W_COUNTING], &out->counting);
	out->note = build_text(m->b, &f, W_NOTE);
	out->when = making_condition(m, &f);
	if (f.value[W_BOUND] == NULL)
		diag_error(m->b->diags, n->place, _("`bound: PHRASE` is "
		    "missing here"));
	return f.value[W_BOUND];
}

/* P of `until P`. */
static bool
read_until(struct making *m, const struct node *n, const struct phrase *ph,
    struct period_part *out)
{
	out->event = making_event(m, n, ph->at, ph->point);
	if (out->event >= 0 && ph->edge != EDGE_EVENT) {
		diag_error(m->b->diags, node_at(n, ph->at), _("`%s` is an "
		    "event: it has one day, no opening or closing"),
		    ph->point);
		return false;
	}
	if (ph->n > 0)
		out->after = (struct period){ ph->n, ph->unit, false, false };
	return out->event >= 0;
}

static bool
read_part(struct making *m, const struct owner *o, const struct node *n,
    struct period_part *out)
{
	struct phrase		 ph;
	struct counting		 c;
	const struct node	*words;

	memset(out, 0, sizeof(*out));
	words = beside(m, n, out);
	if (words == NULL || !mend_read_part(m->b->arena, words,
	    m->open ? NULL : &m->names, &ph, m->b->diags))
		return false;
	out->kind = ph.part;
	out->place = words->place;
	if (out->basis == NULL)
		out->basis = o->basis;
	if (ph.part == PART_UNTIL)
		return read_until(m, words, &ph, out);
	if (ph.part == PART_PERMANENT)
		return true;
	c = counting_merge(o->counting, out->counting);
	out->judged = (struct period){ ph.n, ph.unit, c.judged_counted,
	    c.window_roll };
	out->planned = (struct period){ ph.n, ph.unit, c.planned_counted,
	    c.window_roll };
	return true;
}

struct period_parts
making_parts(struct making *m, const struct owner *o, const struct node *n,
    bool *given)
{
	struct period_parts	 out = { NULL, 0 };
	struct period_part	*list;
	const struct node	*const *items;
	size_t			 i, many;

	*given = n != NULL;
	if (n == NULL || phrase_is_none(n))
		return out;
	many = making_items(m, n, &items);
	list = arena_array(m->b->arena, many + 1, sizeof(*list));
	for (i = 0; i < many; i++)
		out.n += read_part(m, o, items[i], &list[out.n]);
	out.list = list;
	return out;
}

struct period_parts
making_parts_again(struct making *m, const struct owner *o,
    const struct node *n)
{
	struct build		 told = *m->b;
	struct period_parts	 out;
	bool			 given;

	m->b->diags = diags_new(m->b->arena);
	out = making_parts(m, o, n, &given);
	*m->b = told;
	return out;
}

bool
parts_permanent(const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++)
		if (p->list[i].kind == PART_PERMANENT)
			return true;
	return false;
}
