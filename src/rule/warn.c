#include "rule/warn.h"

#include <string.h>

#include "rule/build.h"
#include "rule/overlay.h"
#include "rule/uses.h"

/* ---- what nobody can miss, and what nothing uses */

static bool
has_due(const struct procedure *p, int point)
{
	return p->ties[point].ndues > 0;
}

static bool
is_followed(const struct procedure *p, int point)
{
	const struct ties	*t;
	int			 i, k;

	for (i = 0; i < p->nevents + p->nsteps; i++) {
		t = &p->ties[i];
		for (k = 0; k < t->nfollows; k++)
			if (t->follows[k]->point.index == point)
				return true;
	}
	return false;
}

static void
warn_never_missing(const struct procedure *p, int step, struct diags *d)
{
	int	point = p->nevents + step;

	if (has_due(p, point) || is_followed(p, point))
		return;
	diag_warn(d, p->steps[step].place, _("`%s` can never be missing: it "
	    "has no deadline, and nothing follows it"),
	    point_called(p, point));
	diag_note(d, NOWHERE, _("give it a deadline, as `within 20 workdays "
	    "after EVENT`; where the document says no number (及时), nobody is "
	    "ever told that it was not posted"));
}

/* Its own bounds are judged; an end ends the case. */
static void
warn_event(const struct procedure *p, const struct uses *u, int i,
    struct diags *d)
{
	const struct event_rule	*e = &p->events[i];

	if (e->nbounds > 0 || e->ends || u->named[i] || u->asked[i])
		return;
	diag_warn(d, e->place, _("nothing uses the event `%s`: it has no "
	    "bound, and nothing counts from it"), point_called(p, i));
	diag_note(d, NOWHERE, _("name it in a bound or a condition, or take "
	    "it out"));
}

static void
warn_trait(const struct label *l, struct diags *d)
{
	diag_warn(d, l->place, _("nothing uses the trait `%s`: no condition "
	    "asks for it"), text_lang() == LANG_ZH ? l->title : l->id);
	diag_note(d, NOWHERE, _("say `%s: %s` or `%s: %s` where it makes a "
	    "difference, or take it out"), vocab_text(W_FOR, text_lang()),
	    l->id, vocab_text(W_NOT_FOR, text_lang()), l->id);
}

/* ---- instruments */

struct cited {
	const struct pack	*p;
	bool			*list;		/* by instrument */
};

static void
note_cited(void *ctx, const struct basis *b)
{
	const struct cited	*c = ctx;
	const struct instrument	*first = c->p->instruments;

	if (b->instrument >= first &&
	    b->instrument < first + c->p->ninstruments)
		c->list[b->instrument - first] = true;
}

static bool
is_in_why(const struct pack *p, const struct instrument *i)
{
	int	k;

	for (k = 0; k < CODES; k++)
		if (p->why[k] != NULL && *i->name != '\0' &&
		    strstr(p->why[k], i->name) != NULL)
			return true;
	return false;
}

/* What is from another file, as of a base, is that file's. */
static bool
is_own(const struct pack *p, struct place at)
{
	return at.path != NULL && strcmp(at.path, p->path) == 0;
}

static void
warn_instruments(const struct pack *p, struct diags *d)
{
	struct arena	*a = arena_new();
	struct cited	 c = { p, arena_array(a, (size_t)p->ninstruments + 1,
			    sizeof(bool)) };
	int		 i;

	pack_each_basis(p, note_cited, &c);
	for (i = 0; i < p->ninstruments; i++) {
		if (c.list[i] || !is_own(p, p->instruments[i].place) ||
		    is_in_why(p, &p->instruments[i]))
			continue;
		diag_warn(d, p->instruments[i].place, _("nothing uses the "
		    "instrument `%s`: no basis cites it"),
		    p->instruments[i].name);
		diag_note(d, NOWHERE, _("cite it in a basis, or take it "
		    "out"));
	}
	arena_free(a);
}

/* ---- days that are working days */

/* Does every instrument that is cited mean working days? */
static bool
means_workdays(const struct basis *b)
{
	if (b == NULL)
		return false;
	for (; b != NULL; b = b->also)
		if (b->instrument == NULL || !b->instrument->workdays)
			return false;
	return true;
}

static void
warn_days(struct period p, const struct basis *b, struct place at,
    struct diags *d)
{
	if (p.n < 1 || p.n > WARN_DAYS || p.unit != UNIT_DAY ||
	    !means_workdays(b))
		return;
	diag_warn(d, at, _("%d calendar days, and the days of %s are working "
	    "days"), p.n, b->instrument->name);
	diag_note(d, NOWHERE, _("write `%d %s`; where the document itself says "
	    "calendar days here, let it stand"), p.n,
	    vocab_text(W_WORKDAY, text_lang()));
}

static void
warn_bounds(const struct bound *b, int n, struct diags *d)
{
	int	i;

	for (i = 0; i < n; i++) {
		warn_days(b[i].period, b[i].basis, b[i].place, d);
		warn_days(b[i].longer, b[i].basis, b[i].place, d);
	}
}

static void
warn_parts(const struct period_parts *p, struct diags *d)
{
	int	i;

	for (i = 0; i < p->n; i++) {
		warn_days(p->list[i].judged, p->list[i].basis,
		    p->list[i].place, d);
		warn_days(p->list[i].after, p->list[i].basis,
		    p->list[i].place, d);
	}
}

static void
warn_step_days(const struct step_rule *s, struct diags *d)
{
	const struct objection_rule	*o = &s->objections;

	warn_bounds(s->bounds, s->nbounds, d);
	warn_bounds(s->down, s->down != NULL, d);
	warn_bounds(o->again_opens, o->again_opens != NULL, d);
	if (s->own_lasts)
		warn_parts(&s->lasts, d);
	warn_parts(&o->again, d);
	warn_days(o->raised, step_basis(s, CITE_RAISED), o->raised_at, d);
	warn_days(o->within, step_basis(s, CITE_WITHIN), o->within_at, d);
}

/* ---- all of it */

static void
warn_procedure(const struct procedure *p, struct diags *d)
{
	struct arena	*a = arena_new();
	struct uses	*u = arena_alloc(a, sizeof(*u));
	int		 i;

	diag_over(d, p->laid == NULL ? NULL : &p->laid->places);
	procedure_uses(p, u);
	/* one without a basis may only group cases, for figures */
	for (i = 0; i < p->ntraits; i++)
		if (!u->trait[i] && p->traits[i].basis != NULL)
			warn_trait(&p->traits[i], d);
	for (i = 0; i < p->nevents; i++) {
		warn_event(p, u, i, d);
		warn_bounds(p->events[i].bounds, p->events[i].nbounds, d);
	}
	for (i = 0; i < p->nsteps; i++) {
		warn_never_missing(p, i, d);
		warn_step_days(&p->steps[i], d);
	}
	if (p->defaults.gives_lasts)
		warn_parts(&p->defaults.lasts, d);
	warn_disagree(p, d);
	diag_over(d, NULL);
	arena_free(a);
}

void
pack_warn(const struct pack *p, struct diags *d)
{
	int	i;

	/* where none of its procedures is read, that is what is to be told */
	if (p->nprocedures == 0)
		return;
	diag_over(d, p->laid == NULL ? NULL : &p->laid->places);
	warn_instruments(p, d);
	if (p->defaults.gives_lasts)
		warn_parts(&p->defaults.lasts, d);
	diag_over(d, NULL);
	for (i = 0; i < p->nprocedures; i++)
		warn_procedure(&p->procedures[i], d);
}
