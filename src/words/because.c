/*
 * Why a day was due: what set it, and what that names.
 */
#include <string.h>

#include "base/text.h"
#include "words/saying.h"

const char *
step_at(const struct saying *t, int step, const char *division)
{
	const char	*title = quoted(t->a,
			    message_step(&t->proc->steps[step]));

	if (division == NULL || strcmp(division, t->f->division) == 0)
		return title;
	return arena_printf(t->a, _("%s at %s"), title,
	    message_place(t->a, t->names, division));
}

/* A slot as it was on the day that is told of; NULL: there is none. */
static const struct slot *
slot_named(const struct saying *t, int step, const char *at)
{
	const struct slot	*s = at == NULL ? NULL :
				    plan_slot(t->plan, step, at);

	return s == NULL ? NULL : slot_on(s, t->f->actual);
}

static const char *
named_step(const struct saying *t, int step, enum edge edge, const char *at)
{
	const struct slot	*s = slot_named(t, step, at);
	const char		*title = step_at(t, step, at);

	if (s == NULL || !s->posted)
		return title;
	if (edge == EDGE_OPENS || !s->lasts)
		return arena_printf(t->a, _("%s (posted on %s)"), title,
		    day_words(t->a, s->opens));
	if (!day_is(s->judged))
		return title;
	return arena_printf(t->a, _("%s (last day %s)"), title,
	    day_words(t->a, s->judged));
}

/* Does the point apply to this case? */
static bool
applies(const struct saying *t, int point)
{
	return t->proc->plain || t->plan->applies[point];
}

/*
 * What stands in the place of a point that does not apply, or of an event
 * that is not recorded: the last of what that must follow itself; or NULL.
 */
static const struct limit *
stands_for(const struct saying *t, int point, const char *at)
{
	int			 step = point - t->proc->nevents;
	const struct slot	*s;
	const struct room	*r;

	if (step < 0) {
		if (day_is(event_day(t, point)))
			return NULL;
		r = t->plan->events[point].room;
	} else {
		/* rooms are of last rounds alone */
		s = applies(t, point) || at == NULL ? NULL :
		    plan_slot(t->plan, step, at);
		if (s == NULL)
			return NULL;
		r = s->room;
	}
	return r->lower.bound == NULL ? NULL : &r->lower;
}

static const char *
named_event(const struct saying *t, int event)
{
	const char	*title = event_title(t->a, t->proc, event);
	struct day	 d = event_day(t, event);

	return !day_is(d) ? title : arena_printf(t->a, _("%s (%s)"), title,
	    day_words(t->a, d));
}

/*
 * What a bound names, with the day it took place.  What has none of its own
 * passes on what it must follow: that is named behind it.
 */
static const char *
named(const struct saying *t, const struct bound *b, const char *at)
{
	const struct limit	*l;
	const char		*rest, *first;
	int			 point = b->point.index, top = point;

	while ((l = stands_for(t, b->point.index, at)) != NULL) {
		b = l->bound;
		at = l->at;
	}
	point = b->point.index;
	rest = point < t->proc->nevents ? named_event(t, point) :
	    named_step(t, point - t->proc->nevents, b->point.edge, at);
	if (point == top)
		return rest;
	first = point_title(t->a, t->proc, top);
	return arena_printf(t->a, applies(t, top) ||
	    (top < t->proc->nevents && t->proc->events[top].optional) ?
	    _("%s (not recorded, but itself only after %s)") :
	    _("%s (does not apply here, but comes only after %s)"), first,
	    rest);
}

/* What makes a deadline longer than its words; who is early asks nothing. */
static const char *
stretched(const struct saying *t, const struct bound *b, const char *words)
{
	if (t->f->code == CODE_EARLY || t->f->code == CODE_ORDER)
		return words;
	if (b->npauses > 0)
		words = arena_printf(t->a, _("%s, time that is paused not "
		    "counted"), words);
	if (b->longer.n > 0)
		words = arena_printf(t->a, _("%s, %s longer if %s comes in "
		    "time"), words, period_words(t->a, b->longer),
		    event_title(t->a, t->proc, b->upon));
	return words;
}

/* Is it the one that a notice which begins anew has? */
static bool
is_anew(const struct saying *t, const struct bound *b)
{
	return t->slot != NULL && t->slot->round > 0 &&
	    b == t->proc->steps[t->slot->step].objections.again_opens;
}

static const char *
dated(const struct saying *t, const struct bound *b, const char *what)
{
	return b->month > 0 ?
	    arena_printf(t->a, _("by %02d-%02d after %s"), b->month, b->day,
	    what) : arena_printf(t->a, _("by day %d of the month after that "
	    "of %s"), b->day, what);
}

const char *
own_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*what;

	if (is_anew(t, b))
		return arena_printf(t->a, _("within %s after an objection to "
		    "it was upheld (%s)"), period_words(t->a, b->period),
		    day_words(t->a, t->slot->begins));
	what = named(t, b, l->at);
	switch (b->kind) {
	case BOUND_WITHIN:
		return stretched(t, b, arena_printf(t->a,
		    _("within %s after %s"), period_words(t->a, b->period),
		    what));
	case BOUND_BY:
		return stretched(t, b, dated(t, b, what));
	case BOUND_WITH:
		return arena_printf(t->a, _("on the day of %s"), what);
	case BOUND_LEAST_AFTER:
		return arena_printf(t->a, _("at least %s after %s"),
		    period_words(t->a, b->period), what);
	case BOUND_BEFORE:
		return arena_printf(t->a, _("before %s"), what);
	case BOUND_LEAST_BEFORE:
		return arena_printf(t->a, _("at least %s before %s"),
		    period_words(t->a, b->period), what);
	case BOUND_AFTER:
	case BOUND_GATE:
		break;
	}
	return arena_printf(t->a, _("after %s"), what);
}

/* ---- what must come later */

/* What is owed of a point, at one of its slots. */
static const struct room *
owed_of(const struct saying *t, int point, const char *at)
{
	int			 step = point - t->proc->nevents;
	const struct slot	*s;

	if (step < 0)
		return t->plan->events[point].owed;
	s = at == NULL ? NULL : plan_slot(t->plan, step, at);
	return s == NULL ? NULL : s->owed;
}

const struct limit *
pushing(const struct saying *t, const struct limit *l)
{
	const struct room	*r;

	while (!is_own(t, l) && !applies(t, l->owner)) {
		r = owed_of(t, l->owner, l->at);
		if (r == NULL || r->latest.bound == NULL)
			break;
		l = &r->latest;
	}
	return l;
}

/* The point that must come later, with its day or its own last one. */
static const char *
pusher(const struct saying *t, const struct limit *l)
{
	int			 step = l->owner - t->proc->nevents;
	const struct slot	*s = step < 0 || l->at == NULL ? NULL :
				    plan_slot(t->plan, step, l->at);
	const struct room	*r = owed_of(t, l->owner, l->at);
	const char		*title = step < 0 ? event_title(t->a, t->proc,
				    l->owner) : step_at(t, step, l->at);
	struct day		 fact = step < 0 ? event_day(t, l->owner) :
				    s != NULL && s->posted ? s->opens :
				    DAY_NONE;

	if (day_is(fact))
		return arena_printf(t->a, _("%s (%s)"), title,
		    day_words(t->a, fact));
	if (r == NULL || !day_is(r->latest.day) || t->f->code == CODE_CONFLICT)
		return title;
	return arena_printf(t->a, _("%s (itself due by %s)"), title,
	    day_words(t->a, r->latest.day));
}

static const char *
pushed_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*who = pusher(t, pushing(t, l)), *n;

	if (b->kind == BOUND_LEAST_AFTER) {
		n = period_words(t->a, b->period);
		return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
		    _("%s must come at least %s after its last day") :
		    _("%s must come at least %s after it goes up"), who, n);
	}
	return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
	    _("its period must be over before %s") :
	    _("it must be up by the time of %s"), who);
}

const char *
with_reason(const struct saying *t, const char *core)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL)
		return arena_printf(t->a, _("%s."), core);
	return arena_printf(t->a, _("%s: %s."), core,
	    is_own(t, l) ? own_reason(t, l) : pushed_reason(t, l));
}
