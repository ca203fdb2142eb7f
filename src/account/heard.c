/*
 * What was heard of a notice: objections with their limits, and the rounds
 * that begin where one was upheld.
 */
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/parts.h"

/* One that is over: what was posted in it. */
static void
tell_round(struct explainer *t, const struct slot *s)
{
	const char	*what = _("not posted");

	if (s->posted && day_is(s->ends))
		what = arena_printf(t->a, _("posted %s to %s"),
		    weekday_words(t->a, s->opens), weekday_words(t->a,
		    s->ends));
	else if (s->posted)
		what = arena_printf(t->a, _("posted from %s on"),
		    weekday_words(t->a, s->opens));
	tell_line(t, IN, s->round == 0 ?
	    arena_printf(t->a, _("the first: %s"), what) :
	    arena_printf(t->a, _("from %s on: %s"), weekday_words(t->a,
	    s->begins), what));
}

void
tell_rounds(struct explainer *t)
{
	const struct slot	*s = t->of->slot;
	int			 i;

	if (s->round == 0)
		return;
	tell_head(t, _("Begins anew"), arena_printf(t->a, _("on %s, for an "
	    "objection was upheld that day; what was posted before counts no "
	    "more"), weekday_words(t->a, s->begins)));
	for (i = 0; i < s->round; i++)
		tell_round(t, &s->rounds[i]);
}

/* Is the objection one of this slot? */
bool
is_contested(const struct explainer *t, const struct objection *o)
{
	const struct slot	*s = t->of->slot, *of;
	const struct plan	*p = t->of->plan;
	int			 n;

	if (strcmp(o->step, p->proc->steps[s->step].id) != 0)
		return false;
	of = plan_contested(p, o, s->step, &n);
	return s >= of && s < of + n;
}

static const char *
came_of_it(struct explainer *t, const struct objection *o)
{
	if (!day_is(o->resolved))
		return _("not resolved");
	return arena_printf(t->a, strcmp(o->outcome, "upheld") == 0 ?
	    _("upheld on %s") : _("resolved on %s"), weekday_words(t->a,
	    o->resolved));
}

/* Where the rule says no more than who deals with them, nothing is told. */
bool
has_limits(const struct step_rule *r)
{
	return r->objections.raised.n > 0 || r->objections.within.n > 0 ||
	    r->objections.upheld != UPHELD_GOES_ON;
}

/* "Last day to raise it: 2026-09-28 Mon (within ... after ...)" */
static void
tell_raised(struct explainer *t, const struct objection *o)
{
	int				 step = t->of->slot->step;
	const struct objection_rule	*r = &t->of->plan->proc->steps[step]
					    .objections;
	struct day			 from, last = objection_raised_by(
					    t->of->plan, o, step, &from);

	if (!day_is(last))
		return;
	tell_line(t, IN, arena_printf(t->a, r->raised_after == EDGE_OPENS ?
	    _("The last day to raise it was %s (within %s after it went up on "
	    "%s).") : _("The last day to raise it was %s (within %s after its "
	    "last day, %s)."), weekday_words(t->a, last),
	    period_words(t->a, r->raised), weekday_words(t->a, from)));
	if (objection_is_late(t->of->plan, o, step))
		tell_line(t, IN, _("Raised after the last day for that: it "
		    "keeps nothing from going on."));
}

static void
tell_resolved(struct explainer *t, const struct objection *o)
{
	int				 step = t->of->slot->step;
	const struct objection_rule	*r = &t->of->plan->proc->steps[step]
					    .objections;
	struct day			 limit = objection_limit(t->of->plan,
					    o, step);

	if (!day_is(limit))
		return;
	tell_line(t, IN, arena_printf(t->a, r->within_closes ?
	    _("To be resolved by %s, by its own limit (within %s after its "
	    "last day, %s).") : _("To be resolved by %s, by its own limit "
	    "(within %s after it was received on %s)."),
	    weekday_words(t->a, limit), period_words(t->a, r->within),
	    weekday_words(t->a, objection_limit_from(t->of->plan, o,
	    step))));
}

static void
tell_objection(struct explainer *t, const struct objection *o)
{
	const char	*words = arena_printf(t->a, _("received on %s, %s"),
			    weekday_words(t->a, o->received), came_of_it(t,
			    o));

	if (*o->number != '\0')
		words = arena_printf(t->a, _("%s: %s"), o->number, words);
	tell_head(t, _("Objection"), words);
	tell_raised(t, o);
	tell_resolved(t, o);
}

void
tell_objections(struct explainer *t)
{
	const struct plan	*p = t->of->plan;
	const struct matter	*m = p->matter;
	size_t			 i;

	if (!has_limits(&p->proc->steps[t->of->slot->step]))
		return;
	for (i = 0; i < m->nobjections; i++)
		if (is_contested(t, &m->objections[i]))
			tell_objection(t, &m->objections[i]);
}
