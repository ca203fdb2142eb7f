/*
 * Why a day was due: what set it, and what that names.
 */
#include <string.h>

#include "base/text.h"
#include "words/saying.h"

struct told
step_at(const struct saying *t, int step, const char *division)
{
	struct told	title = quoted_told(t->a, step_told(t->a,
			    &t->proc->steps[step]));

	if (division == NULL || strcmp(division, t->f->division) == 0)
		return title;
	return TELL(t->a, N_("%s at %s"), title,
	    place_told(t->a, t->names, division));
}

/* A slot as it was on the day that is told of; NULL: there is none. */
static const struct slot *
slot_named(const struct saying *t, int step, const char *at)
{
	const struct slot	*s = at == NULL ? NULL :
				    plan_slot(t->plan, step, at);

	return s == NULL ? NULL : slot_on(s, t->f->actual);
}

static struct told
named_step(const struct saying *t, int step, enum edge edge, const char *at)
{
	const struct slot	*s = slot_named(t, step, at);
	struct told		 title = step_at(t, step, at);

	if (s == NULL || !s->posted)
		return title;
	if (edge == EDGE_OPENS || !s->lasts)
		return TELL(t->a, N_("%s (posted on %s)"), title,
		    told_day(s->opens));
	if (!day_is(s->judged))
		return title;
	return TELL(t->a, N_("%s (last day %s)"), title,
	    told_day(s->judged));
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

static struct told
named_event(const struct saying *t, int event)
{
	struct told	title = event_told(t->a, t->proc, event);
	struct day	d = event_day(t, event);

	return !day_is(d) ? title : TELL(t->a, N_("%s (%s)"), title,
	    told_day(d));
}

/*
 * What a bound names, with the day it took place.  What has none of its own
 * passes on what it must follow: that is named behind it.
 */
static struct told
named(const struct saying *t, const struct bound *b, const char *at)
{
	const struct limit	*l;
	struct told		 rest, first;
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
	first = point_told(t->a, t->proc, top);
	return TELL(t->a, applies(t, top) ||
	    (top < t->proc->nevents && t->proc->events[top].optional) ?
	    N_("%s (not recorded, but itself only after %s)") :
	    N_("%s (does not apply here, but comes only after %s)"), first,
	    rest);
}

/* What makes a deadline longer than its words; who is early asks nothing. */
static struct told
stretched(const struct saying *t, const struct bound *b, struct told words)
{
	if (t->f->code == CODE_EARLY || t->f->code == CODE_ORDER)
		return words;
	if (b->npauses > 0)
		words = TELL(t->a, N_("%s, time that is paused not "
		    "counted"), words);
	if (b->longer.n > 0)
		words = TELL(t->a, N_("%s, %s longer if %s comes in "
		    "time"), words, told_period(b->longer),
		    event_told(t->a, t->proc, b->upon));
	return words;
}

/* Is it the one that a notice which begins anew has? */
static bool
is_anew(const struct saying *t, const struct bound *b)
{
	return t->slot != NULL && t->slot->round > 0 &&
	    b == t->proc->steps[t->slot->step].objections.again_opens;
}

static struct told
dated(const struct saying *t, const struct bound *b, struct told what)
{
	return b->month > 0 ?
	    TELL(t->a, N_("by %02d-%02d after %s"), told_number(b->month),
	    told_number(b->day), what) : TELL(t->a, N_("by day %d of the month "
	    "after that "
	    "of %s"), told_number(b->day), what);
}

struct told
own_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	struct told		 what;

	if (is_anew(t, b))
		return TELL(t->a, N_("within %s after an objection to "
		    "it was upheld (%s)"), told_period(b->period),
		    told_day(t->slot->begins));
	what = named(t, b, l->at);
	switch (b->kind) {
	case BOUND_WITHIN:
		return stretched(t, b, TELL(t->a, N_("within %s after %s"),
		    told_period(b->period),
		    what));
	case BOUND_BY:
		return stretched(t, b, dated(t, b, what));
	case BOUND_WITH:
		return TELL(t->a, N_("on the day of %s"), what);
	case BOUND_LEAST_AFTER:
		return TELL(t->a, N_("at least %s after %s"),
		    told_period(b->period), what);
	case BOUND_BEFORE:
		return TELL(t->a, N_("before %s"), what);
	case BOUND_LEAST_BEFORE:
		return TELL(t->a, N_("at least %s before %s"),
		    told_period(b->period), what);
	case BOUND_AFTER:
	case BOUND_GATE:
		break;
	}
	return TELL(t->a, N_("after %s"), what);
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
static struct told
pusher(const struct saying *t, const struct limit *l)
{
	int			 step = l->owner - t->proc->nevents;
	const struct slot	*s = step < 0 || l->at == NULL ? NULL :
				    plan_slot(t->plan, step, l->at);
	const struct room	*r = owed_of(t, l->owner, l->at);
	struct told		 title = step < 0 ? event_told(t->a, t->proc,
				    l->owner) : step_at(t, step, l->at);
	struct day		 fact = step < 0 ? event_day(t, l->owner) :
				    s != NULL && s->posted ? s->opens :
				    DAY_NONE;

	if (day_is(fact))
		return TELL(t->a, N_("%s (%s)"), title,
		    told_day(fact));
	if (r == NULL || !day_is(r->latest.day) || t->f->code == CODE_CONFLICT)
		return title;
	return TELL(t->a, N_("%s (itself due by %s)"), title,
	    told_day(r->latest.day));
}

static struct told
pushed_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	struct told		 who = pusher(t, pushing(t, l)), n;

	if (b->kind == BOUND_LEAST_AFTER) {
		n = told_period(b->period);
		return TELL(t->a, b->point.edge == EDGE_CLOSES ?
		    N_("%s must come at least %s after its last day") :
		    N_("%s must come at least %s after it goes up"), who, n);
	}
	return TELL(t->a, b->point.edge == EDGE_CLOSES ?
	    N_("its period must be over before %s") :
	    N_("it must be up by the time of %s"), who);
}

struct told
with_reason(const struct saying *t, struct told core)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL)
		return TELL(t->a, N_("%s."), core);
	return TELL(t->a, N_("%s: %s."), core,
	    is_own(t, l) ? own_reason(t, l) : pushed_reason(t, l));
}
