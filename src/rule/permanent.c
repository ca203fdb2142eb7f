/*
 * What stands for ever has no last day: nothing follows it, and nothing that
 * needs one names it.  And whether all of a procedure applies to every case.
 */
#include "rule/making.h"

/* Is it a step that never closes? */
static bool
endless(const struct procedure *p, int index)
{
	const struct step_rule	*s;

	if (index < p->nevents)
		return false;
	s = &p->steps[index - p->nevents];
	return parts_permanent(&s->lasts) ||
	    parts_permanent(&s->objections.again);
}

/* The part that stands for ever, where an overlay says so; else NULL. */
static const struct period_part *
of_overlay(const struct making *m, int index)
{
	const struct period_parts *p = &m->p->steps[index -
				    m->p->nevents].lasts;
	int			 i;

	for (i = 0; m->laid != NULL && i < p->n; i++)
		if (p->list[i].kind == PART_PERMANENT &&
		    places_hold(&m->laid->places, &p->list[i].place))
			return &p->list[i];
	return NULL;
}

static void
refuse_follower(struct making *m, const struct bound *b)
{
	const struct period_part *part;
	const char		*name = point_called(m->p, b->point.index);

	if (b->point.edge != EDGE_CLOSES || !bound_follows(b) ||
	    !endless(m->p, b->point.index))
		return;
	part = of_overlay(m, b->point.index);
	diag_error(m->b->diags, part != NULL ? part->place : b->place,
	    _("`%s` stands permanently: what follows its last day would never "
	    "come"), name);
	diag_note(m->b->diags, NOWHERE, _("`%s.%s` is its first day"), name,
	    vocab_text(W_EDGE_OPENS, text_lang()));
	if (part != NULL)
		diag_note(m->b->diags, b->place, _("here it is named"));
}

static void
refuse_pauses(struct making *m, const struct bound *b)
{
	int	i;

	for (i = 0; i < b->npauses; i++)
		if (b->pauses[i].to < 0 &&
		    endless(m->p, b->pauses[i].from))
			diag_error(m->b->diags, b->place, _("`%s` stands "
			    "permanently: this deadline would pause for ever"),
			    point_called(m->p, b->pauses[i].from));
}

void
making_permanent(struct making *m)
{
	const struct procedure	*p = m->p;
	const struct bound	*bounds;
	int			 i, k, n;

	for (i = 0; i < p->nevents + p->nsteps; i++) {
		bounds = point_bounds(p, i, &n);
		for (k = 0; k < n; k++) {
			refuse_follower(m, &bounds[k]);
			refuse_pauses(m, &bounds[k]);
		}
	}
	for (i = 0; i < p->nsteps; i++) {
		if (p->steps[i].down == NULL)
			continue;
		refuse_pauses(m, p->steps[i].down);
		if (p->steps[i].down->point.index == p->nevents + i &&
		    endless(p, p->nevents + i))
			diag_error(m->b->diags, p->steps[i].down->place,
			    _("`%s` stands permanently: it has no last day "
			    "to count from"), point_called(p,
			    p->nevents + i));
	}
}

static bool
plain_bounds(const struct bound *b, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		if (b[i].when != NULL)
			return false;
	return true;
}

static bool
plain_parts(const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++)
		if (p->list[i].when != NULL)
			return false;
	return true;
}

static bool
plain_items(const struct item_rules *r)
{
	int	i;

	for (i = 0; i < r->n; i++)
		if (r->list[i].when != NULL)
			return false;
	return true;
}

static bool
plain_step(const struct step_rule *s)
{
	return s->when == NULL && plain_bounds(s->bounds, s->nbounds) &&
	    plain_parts(&s->lasts) && s->objections.upheld != UPHELD_AGAIN &&
	    (s->down == NULL || s->down->when == NULL) &&
	    plain_items(&s->any) && plain_items(&s->all) &&
	    plain_items(&s->times) && plain_items(&s->content);
}

bool
making_plain(const struct procedure *p)
{
	const struct event_rule	*e;
	int			 i;

	for (i = 0; i < p->nevents; i++) {
		e = &p->events[i];
		if (e->when != NULL || e->optional || e->ends ||
		    !plain_bounds(e->bounds, e->nbounds))
			return false;
	}
	for (i = 0; i < p->nsteps; i++)
		if (!plain_step(&p->steps[i]))
			return false;
	return true;
}
