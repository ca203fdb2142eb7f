#include "job/coverage.h"

#include <string.h>

#include "rule/overlay.h"

/* ---- by which element a finding was raised */

static bool
lacks_item(const struct finding *f, const struct item_rule *item)
{
	int	i;

	for (i = 0; f->lacks != NULL && i < f->lacks->n; i++)
		if (f->lacks->list[i] == item)
			return true;
	return false;
}

/* In a round begun by an objection that was upheld? */
static bool
is_of_round(const struct finding *f)
{
	const struct slot	*s = plan_slot(f->plan, f->step, f->division);

	return s != NULL && s->round > 0 && (f->code == CODE_MISSING ||
	    f->code == CODE_LATE || f->code == CODE_SHORT);
}

static bool
is_upheld_of(const struct finding *f, const char *step)
{
	return f->code == CODE_UPHELD && f->upheld != NULL &&
	    strcmp(f->upheld->step, step) == 0;
}

static bool
is_by_bound(const struct finding *f, const struct bound *b, enum code one,
    enum code other)
{
	return f->because.bound == b && (f->code == one || f->code == other);
}

static bool
is_by_notice(const struct finding *f, const struct element *e)
{
	switch (e->kind) {
	case ELEMENT_ANY:
		return f->code == CODE_MEDIUM && f->lacks != NULL &&
		    f->lacks->no_run;
	case ELEMENT_ALL:
	case ELEMENT_TIMES:
		return f->code == CODE_MEDIUM && lacks_item(f, e->item);
	case ELEMENT_CONTENT:
		return f->code == CODE_CONTENT && lacks_item(f, e->item);
	case ELEMENT_EVIDENCE:
		return f->code == CODE_CONTENT && f->lacks != NULL &&
		    f->lacks->unproved;
	case ELEMENT_REVIEW:
		return f->code == CODE_REVIEW;
	case ELEMENT_HANDLER:
		return f->code == CODE_HANDLER;
	case ELEMENT_OBJECTION:
		return f->code == CODE_OBJECTION && f->follower >= 0;
	case ELEMENT_RAISED:
		return f->code == CODE_OBJECTION && f->follower >= 0;
	case ELEMENT_WITHIN:
		return f->code == CODE_OBJECTION && f->follower < 0;
	default:
		return is_of_round(f);
	}
}

/* Of a step or event; the finding is of the same procedure. */
static bool
is_by(const struct finding *f, const struct procedure *p,
    const struct element *e)
{
	int	step = e->point - p->nevents;

	switch (e->kind) {
	case ELEMENT_FIRST:
		return is_by_bound(f, e->bound, CODE_EARLY, CODE_ORDER);
	case ELEMENT_LAST:
	case ELEMENT_AGAIN_OPENS:
		return is_by_bound(f, e->bound, CODE_LATE, CODE_MISSING);
	case ELEMENT_DOWN:
		return is_by_bound(f, e->bound, CODE_OVERSTAY, CODE_OVERSTAY);
	case ELEMENT_GATE:
		return f->code == CODE_GATE && f->event == e->point &&
		    gate_shut(f->plan, e->bound, f->actual);
	case ELEMENT_PART:
	case ELEMENT_AGAIN_PART:
		return f->code == CODE_SHORT && f->step == step &&
		    f->part == e->part;
	case ELEMENT_MISSING:
		return f->code == CODE_MISSING && f->step == step &&
		    f->because.owner != e->point;
	case ELEMENT_STOPS:
		return is_upheld_of(f, p->steps[step].id);
	default:
		return f->step == step && is_by_notice(f, e);
	}
}

/* ---- a test held against the one above it */

/* How many findings at the division of this one the element has raised. */
static int
raised_at(const struct ruling *r, const struct procedure *p,
    const struct element *e, const char *division)
{
	size_t	i;
	int	n = 0;

	for (i = 0; i < r->verdict.n; i++)
		n += strcmp(r->verdict.findings[i].division, division) == 0 &&
		    is_by(&r->verdict.findings[i], p, e);
	return n;
}

/* Is one of its objections to that step raised too late? */
static bool
has_late_objection(const struct ruling *r, int step)
{
	const struct matter	*m = r->now->matter;
	size_t			 i;

	for (i = 0; i < m->nobjections; i++)
		if (procedure_step(r->now->proc, m->objections[i].step) ==
		    step && objection_is_late(r->now, &m->objections[i],
		    step))
			return true;
	return false;
}

/* Does `a` raise a finding by the element that `b` leaves alone? */
static bool
differs(const struct ruling *a, const struct ruling *b,
    const struct procedure *p, const struct element *e)
{
	const struct finding	*f;
	size_t			 i;

	for (i = 0; i < a->verdict.n; i++) {
		f = &a->verdict.findings[i];
		if (is_by(f, p, e) && raised_at(a, p, e, f->division) >
		    raised_at(b, p, e, f->division))
			return e->kind != ELEMENT_RAISED ||
			    has_late_objection(b, e->point - p->nevents);
	}
	return false;
}

static bool
raises(const struct ruling *r, const struct procedure *p,
    const struct element *e)
{
	size_t	i;

	for (i = 0; i < r->verdict.n; i++)
		if (is_by(&r->verdict.findings[i], p, e))
			return true;
	return false;
}

static bool
is_of(const struct ruling *r, const struct procedure *p)
{
	return r->now != NULL && r->now->proc == p;
}

/* Is the test one word away from its case, by a day where the element has
   one? */
static bool
is_beside(const struct trial *t, const struct element *e)
{
	return t->model != NULL && (t->apart || (t->differs == 1 &&
	    !element_has_day(e->kind)));
}

static struct spot
spot_of(const struct ruling *r)
{
	return (struct spot){ r->trial->suite->path, r->trial->at.line };
}

/* Of a file; the case of a test stands above it. */
static void
look_into(const struct tested *file, struct cover *c)
{
	const struct ruling	*r, *model = NULL;
	size_t			 i;

	for (i = 0; i < file->suite->n && c->left.file == NULL; i++) {
		r = &file->rulings[i];
		if (r->trial->model == NULL)
			model = r;
		if (!is_of(r, c->proc))
			continue;
		if (c->raised.file == NULL && raises(r, c->proc, c->element))
			c->raised = spot_of(r);
		if (model == NULL || !is_of(model, c->proc) ||
		    !is_beside(r->trial, c->element))
			continue;
		if (differs(model, r, c->proc, c->element)) {
			c->raised = spot_of(model);
			c->left = spot_of(r);
		} else if (differs(r, model, c->proc, c->element)) {
			c->raised = spot_of(r);
			c->left = spot_of(model);
		}
	}
}

/* ---- all elements of a pack */

struct pack_cover *
coverage_of(struct arena *a, const struct tests *t)
{
	struct pack_cover	*out = arena_alloc(a, sizeof(*out));
	struct cover		*list = NULL, *c;
	const struct element	*e;
	const struct laid	*laid;
	size_t			 cap = 0, f;
	int			 i, k, n;

	*out = (struct pack_cover){ .pack = t->pack, .files = t->n };
	for (f = 0; f < t->n; f++)
		out->faulty += t->files[f].suite == NULL;
	for (i = 0; i < t->pack->nprocedures; i++) {
		/* What an overlay does not name its base's tests cover. */
		laid = t->pack->procedures[i].laid;
		if (laid != NULL && laid->own == NULL)
			continue;
		e = procedure_elements(a, &t->pack->procedures[i], &n);
		for (k = 0; k < n; k++) {
			list = arena_grow(a, list, out->n, &cap,
			    sizeof(*list));
			c = &list[out->n++];
			*c = (struct cover){ .proc = &t->pack->procedures[i],
			    .element = &e[k] };
			for (f = 0; f < t->n; f++)
				if (t->files[f].suite != NULL)
					look_into(&t->files[f], c);
			out->never += e[k].never;
			out->lacking += !is_covered(c);
		}
	}
	out->list = list;
	return out;
}
