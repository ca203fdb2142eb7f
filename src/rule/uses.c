#include "rule/uses.h"

/* ---- conditions, and what points name */

static void
see_condition(struct uses *u, const struct condition *c, bool dated)
{
	const struct some	*some;
	int			 i, k;

	if (c == NULL)
		return;
	for (k = 0; k < 2; k++) {
		some = k == 0 ? &c->only : &c->except;
		for (i = 0; i < some->n; i++) {
			u->trait[some->of[i]] = true;
			u->dated[some->of[i]] |= dated;
		}
		some = k == 0 ? &c->when : &c->unless;
		for (i = 0; i < some->n; i++)
			u->asked[some->of[i]] = true;
	}
}

static void
see_bound(struct uses *u, const struct bound *b, int self)
{
	int	i;

	see_condition(u, b->when, true);
	if (b->point.index != self)
		u->named[b->point.index] = true;
	for (i = 0; i < b->npauses; i++) {
		u->named[b->pauses[i].from] = true;
		if (b->pauses[i].to >= 0)
			u->named[b->pauses[i].to] = true;
	}
	if (b->longer.n > 0)
		u->named[b->upon] = true;
}

static void
see_parts(struct uses *u, const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++) {
		see_condition(u, p->list[i].when, true);
		if (p->list[i].kind == PART_UNTIL)
			u->named[p->list[i].event] = true;
	}
}

static void
see_items(struct uses *u, const struct item_rules *r)
{
	int	i;

	for (i = 0; i < r->n; i++)
		see_condition(u, r->list[i].when, false);
}

static void
see_step(struct uses *u, const struct step_rule *s, int self)
{
	see_condition(u, s->when, true);
	see_parts(u, &s->lasts);
	see_parts(u, &s->objections.again);
	if (s->down != NULL)
		see_bound(u, s->down, self);
	see_items(u, &s->any);
	see_items(u, &s->all);
	see_items(u, &s->times);
	see_items(u, &s->content);
}

void
procedure_uses(const struct procedure *p, struct uses *u)
{
	const struct bound	*bounds;
	int			 i, k, n;

	*u = (struct uses){ 0 };
	for (i = 0; i < p->nevents + p->nsteps; i++) {
		bounds = point_bounds(p, i, &n);
		for (k = 0; k < n; k++)
			see_bound(u, &bounds[k], i);
		if (i < p->nevents)
			see_condition(u, p->events[i].when, true);
		else
			see_step(u, &p->steps[i - p->nevents], i);
	}
}

/* ---- citations */

struct asking {
	basis_fn	*see;
	void		*ctx;
};

static void
see(const struct asking *a, const struct basis *b)
{
	for (; b != NULL; b = b->also)
		a->see(a->ctx, b);
}

static void
cited_parts(const struct asking *a, const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++)
		see(a, p->list[i].basis);
}

static void
cited_bounds(const struct asking *a, const struct bound *b, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		see(a, b[i].basis);
}

static void
cited_step(const struct asking *a, const struct step_rule *s)
{
	int	i;

	see(a, s->basis);
	for (i = 0; i < CITES; i++)
		see(a, s->cites[i]);
	see(a, s->review_basis);
	cited_bounds(a, s->bounds, s->nbounds);
	cited_parts(a, &s->lasts);
	cited_parts(a, &s->objections.again);
	cited_bounds(a, s->objections.again_opens,
	    s->objections.again_opens != NULL);
	cited_bounds(a, s->down, s->down != NULL);
}

static void
cited_labels(const struct asking *a, const struct label *l, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		see(a, l[i].basis);
}

static void
cited_procedure(const struct asking *a, const struct procedure *p)
{
	int	i;

	see(a, p->basis);
	see(a, p->own_basis);
	see(a, p->defaults.review_basis);
	cited_parts(a, &p->defaults.lasts);
	cited_labels(a, p->traits, p->ntraits);
	cited_labels(a, p->amounts, p->namounts);
	for (i = 0; i < p->nevents; i++) {
		see(a, p->events[i].basis);
		cited_bounds(a, p->events[i].bounds, p->events[i].nbounds);
	}
	for (i = 0; i < p->nsteps; i++)
		cited_step(a, &p->steps[i]);
}

void
pack_each_basis(const struct pack *pack, basis_fn *visit, void *ctx)
{
	const struct asking	a = { visit, ctx };
	int			i;

	see(&a, pack->defaults.review_basis);
	cited_parts(&a, &pack->defaults.lasts);
	for (i = 0; i < pack->nprocedures; i++)
		cited_procedure(&a, &pack->procedures[i]);
}
