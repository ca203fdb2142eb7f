#include "rule/elements.h"

#include <string.h>

#include "rule/terms.h"

struct listing {
	struct arena			*arena;
	const struct procedure		*proc;
	struct element			*list;
	size_t				 n, cap;
};

bool
element_has_day(enum element_kind k)
{
	switch (k) {
	case ELEMENT_ANY:
	case ELEMENT_ALL:
	case ELEMENT_TIMES:
	case ELEMENT_CONTENT:
	case ELEMENT_EVIDENCE:
	case ELEMENT_REVIEW:
	case ELEMENT_HANDLER:
		return false;
	default:
		return true;
	}
}

/* ---- what no case can raise: conditions that exclude each other */

static bool
has(const struct some *s, int one)
{
	int	i;

	for (i = 0; i < s->n; i++)
		if (s->of[i] == one)
			return true;
	return false;
}

/* Is each of these, of which one is asked for, kept away? */
static bool
kept_away(const struct some *asked, const struct some *a,
    const struct some *b)
{
	int	i;

	for (i = 0; i < asked->n; i++)
		if (!has(a, asked->of[i]) && !has(b, asked->of[i]))
			return false;
	return asked->n > 0;
}

/* Do two conditions never hold together?  Either may be NULL, or the same. */
static bool
excluded(const struct condition *a, const struct condition *b)
{
	static const struct condition	always = { .only.n = 0 };

	a = a == NULL ? &always : a;
	b = b == NULL ? &always : b;
	return kept_away(&a->only, &a->except, &b->except) ||
	    kept_away(&b->only, &a->except, &b->except) ||
	    kept_away(&a->when, &a->unless, &b->unless) ||
	    kept_away(&b->when, &a->unless, &b->unless);
}

static const struct condition *
condition_of(const struct procedure *p, int point)
{
	return point < p->nevents ? p->events[point].when :
	    p->steps[point - p->nevents].when;
}

static bool
same_point(const struct bound *a, const struct bound *b)
{
	return a->point.index == b->point.index &&
	    a->point.edge == b->point.edge;
}

/* Does it give P's own day as the first? */
static bool
gives_own_day(const struct bound *b)
{
	return b->kind == BOUND_AFTER || b->kind == BOUND_WITHIN ||
	    b->kind == BOUND_BY || b->kind == BOUND_WITH;
}

static bool
same_count(struct period a, struct period b)
{
	return a.unit == b.unit && a.same_day == b.same_day &&
	    a.roll == b.roll;
}

/*
 * Does `a` always end after `b`, or with `or_same` never before it?  Two that
 * move on from days off may end on one day.
 */
static bool
is_longer(struct period a, struct period b, bool or_same)
{
	if (!same_count(a, b))
		return false;
	return or_same ? a.n >= b.n : a.n > b.n && (!a.roll ||
	    a.unit == UNIT_WORKDAY);
}

/*
 * Does it always allow a later day than P's own, or with `or_same` none before
 * it?  Where it asks which days are worked it allows any while nobody knows.
 */
static bool
is_behind(const struct bound *b, bool or_same)
{
	int	free = b->point.edge == EDGE_CLOSES;	/* what is behind a last
							   day comes after it */

	return b->kind == BOUND_LEAST_AFTER &&
	    b->period.unit != UNIT_WORKDAY && (or_same ||
	    b->period.unit == UNIT_MONTH || b->period.n > free);
}

/* Is the first day of `c`, of two of one point, always the one that decides? */
static bool
hides(const struct bound *c, const struct bound *b, bool before)
{
	if (gives_own_day(b))
		return (gives_own_day(c) && before) || is_behind(c, before);
	return is_behind(c, before) && is_longer(c->period, b->period, before);
}

/*
 * Is its first day never the one that decides?  Only another bound of the same
 * point sees to that: any other point may be missing or itself too early, and
 * one of the calendar may be still to come.
 */
static bool
is_hidden(const struct bound *list, int n, int k)
{
	int	i;

	for (i = 0; i < n; i++)
		if (i != k && list[i].when == NULL &&
		    same_point(&list[i], &list[k]) &&
		    hides(&list[i], &list[k], i < k))
			return true;
	return false;
}

/* Is another deadline there never later, and so the one that decides? */
static bool
is_outrun(const struct bound *list, int n, int k)
{
	const struct bound	*b = &list[k], *c;
	int			 i;

	for (i = 0; i < n; i++) {
		c = &list[i];
		if (i != k && c->when == NULL && c->kind == BOUND_WITHIN &&
		    b->kind == BOUND_WITHIN && same_point(b, c) &&
		    c->npauses == 0 && c->longer.n == 0 &&
		    is_longer(b->period, c->period, i < k))
			return true;
	}
	return false;
}

/* Is another part never shorter? */
static bool
is_shorter(const struct period_parts *parts, int k)
{
	const struct period_part	*b = &parts->list[k], *c;
	int				 i;

	for (i = 0; i < parts->n; i++) {
		c = &parts->list[i];
		if (i != k && c->when == NULL && c->kind == PART_LASTS &&
		    b->kind == PART_LASTS &&
		    is_longer(c->judged, b->judged, i < k))
			return true;
	}
	return false;
}

/* ---- the list */

static struct element *
add(struct listing *l, enum element_kind kind, int point,
    const struct condition *when)
{
	struct element	*e;

	l->list = arena_grow(l->arena, l->list, l->n, &l->cap,
	    sizeof(*l->list));
	e = &l->list[l->n++];
	*e = (struct element){ .kind = kind, .point = point,
	    .never = excluded(condition_of(l->proc, point), when) };
	return e;
}

static void
add_bounds(struct listing *l, int point)
{
	struct element		*e;
	const struct bound	*b;
	int			 i, n;

	b = point_bounds(l->proc, point, &n);
	for (i = 0; i < n; i++) {
		if (b[i].kind == BOUND_GATE) {
			add(l, ELEMENT_GATE, point, b[i].when)->bound = &b[i];
			continue;
		}
		if (bound_follows(&b[i])) {
			e = add(l, ELEMENT_FIRST, point, b[i].when);
			e->bound = &b[i];
			e->never |= is_hidden(b, n, i);
		}
		if (bound_is_due(&b[i])) {
			e = add(l, ELEMENT_LAST, point, b[i].when);
			e->bound = &b[i];
			e->never |= is_outrun(b, n, i);
		}
	}
}

static void
add_parts(struct listing *l, enum element_kind kind, int point,
    const struct period_parts *parts)
{
	struct element	*e;
	int		 i;

	for (i = 0; i < parts->n; i++) {
		e = add(l, kind, point, parts->list[i].when);
		e->part = &parts->list[i];
		e->never |= is_shorter(parts, i);
	}
}

static void
add_items(struct listing *l, enum element_kind kind, int point,
    const struct item_rules *items)
{
	int	i;

	for (i = 0; i < items->n; i++)
		add(l, kind, point, items->list[i].when)->item =
		    &items->list[i];
}

/* Is every medium accepted, whatever the case? */
static bool
takes_all(const struct item_rules *any)
{
	int	i, k;

	for (i = 0; media_terms[i].id != NULL; i++) {
		for (k = 0; k < any->n; k++)
			if (any->list[k].when == NULL &&
			    strcmp(any->list[k].text, media_terms[i].id) == 0)
				break;
		if (k == any->n)
			return false;
	}
	return true;
}

/* Does a point wait for this one?  `event`: an event alone. */
static bool
is_followed(const struct procedure *p, int point, bool event)
{
	int	i, k;

	for (i = 0; i < (event ? p->nevents : p->nevents + p->nsteps); i++)
		for (k = 0; k < p->ties[i].nfollows; k++)
			if (p->ties[i].follows[k]->point.index == point)
				return true;
	return false;
}

/* Has it a deadline that does not wait for what is marked? */
static bool
has_deadline(const struct ties *t, const bool *waits)
{
	int	i;

	for (i = 0; i < t->ndues; i++)
		if (bound_follows(t->dues[i]) &&
		    !waits[t->dues[i]->point.index])
			return true;
	return false;
}

/* Is something free to come on the very last day on which it is owed? */
static bool
is_free_with(const struct bound *b)
{
	return b->point.edge != EDGE_CLOSES && b->kind != BOUND_LEAST_AFTER;
}

/* What waits for it is marked, and may have a deadline that waits for none. */
static enum owed
owed_by(const struct procedure *p, int point)
{
	bool			 waits[POINTS_MAX * 2] = { false };
	enum owed		 found = OWED_WITH_FOLLOWER;
	const struct bound	*b;
	int			 i, k, at;

	waits[point] = true;
	for (i = 0; i < p->nevents + p->nsteps; i++) {
		at = p->order[i];
		for (k = 0; k < p->ties[at].nfollows; k++) {
			b = p->ties[at].follows[k];
			waits[at] |= waits[b->point.index];
			if (b->point.index == point && !is_free_with(b))
				found = OWED_BEFORE_FOLLOWER;
		}
	}
	for (i = 0; i < p->nevents + p->nsteps; i++)
		if (i != point && waits[i] &&
		    has_deadline(&p->ties[i], waits))
			return OWED_BY_FOLLOWERS_DEADLINE;
	return found;
}

/* Must the step come before the event, whatever else holds? */
static bool
is_before(const struct ties *step, int event)
{
	const struct bound	*b;
	int			 i;

	for (i = 0; i < step->ndues; i++) {
		b = step->dues[i];
		if (b->kind == BOUND_BEFORE && b->point.index == event &&
		    b->when == NULL)
			return true;
	}
	return false;
}

/*
 * Only events follow it that nothing follows, that have no deadline but from
 * it, and on whose day it may still begin: where it must come before each of
 * them, that is the earlier day.
 */
static bool
is_always_before(const struct procedure *p, int point)
{
	bool			 waits[POINTS_MAX * 2] = { false };
	const struct bound	*b;
	int			 i, k;

	waits[point] = true;
	for (i = 0; i < p->nevents + p->nsteps; i++)
		for (k = 0; k < p->ties[i].nfollows; k++) {
			b = p->ties[i].follows[k];
			if (b->point.index == point && (i >= p->nevents ||
			    !is_free_with(b) || is_followed(p, i, false) ||
			    has_deadline(&p->ties[i], waits) ||
			    !is_before(&p->ties[point], i)))
				return false;
		}
	return true;
}

static void
add_missing(struct listing *l, int point)
{
	struct element	*e;

	if (!is_followed(l->proc, point, false))
		return;
	e = add(l, ELEMENT_MISSING, point, NULL);
	e->owed = owed_by(l->proc, point);
	e->never = is_always_before(l->proc, point);
}

static void
add_objections(struct listing *l, int point, const struct step_rule *s)
{
	const struct objection_rule	*o = &s->objections;
	bool				 followed = is_followed(l->proc,
					    point, false);

	if (*o->handler != '\0')
		add(l, ELEMENT_HANDLER, point, NULL);
	if (followed && (*o->handler != '\0' || o->raised.n > 0 ||
	    o->within.n > 0 || o->upheld != UPHELD_GOES_ON))
		add(l, ELEMENT_OBJECTION, point, NULL);
	if (o->raised.n > 0)
		add(l, ELEMENT_RAISED, point, NULL)->never = !followed;
	if (o->within.n > 0)
		add(l, ELEMENT_WITHIN, point, NULL);
	if (o->upheld == UPHELD_STOPS)
		add(l, ELEMENT_STOPS, point, NULL)->never = !followed;
	if (o->upheld != UPHELD_AGAIN)
		return;
	if (o->again_opens != NULL)
		add(l, ELEMENT_AGAIN_OPENS, point, NULL)->bound =
		    o->again_opens;
	if (o->again_lasts)
		add_parts(l, ELEMENT_AGAIN_PART, point, &o->again);
	else
		add(l, ELEMENT_AGAIN, point, NULL)->never = !followed &&
		    s->lasts.n == 0;
}

static void
add_step(struct listing *l, int k)
{
	const struct step_rule	*s = &l->proc->steps[k];
	int			 point = l->proc->nevents + k;

	add_bounds(l, point);
	add_missing(l, point);
	add_parts(l, ELEMENT_PART, point, &s->lasts);
	if (s->down != NULL)
		add(l, ELEMENT_DOWN, point, s->down->when)->bound = s->down;
	if (s->any.n > 0)
		add(l, ELEMENT_ANY, point, NULL)->never = takes_all(&s->any);
	add_items(l, ELEMENT_ALL, point, &s->all);
	add_items(l, ELEMENT_TIMES, point, &s->times);
	add_items(l, ELEMENT_CONTENT, point, &s->content);
	if (s->evidence)
		add(l, ELEMENT_EVIDENCE, point, NULL);
	if (s->review)
		add(l, ELEMENT_REVIEW, point, NULL);
	add_objections(l, point, s);
}

const struct element *
procedure_elements(struct arena *a, const struct procedure *p, int *n)
{
	struct listing	l = { .arena = a, .proc = p };
	int		i;

	for (i = 0; i < p->nsteps; i++)
		add_step(&l, i);
	for (i = 0; i < p->nevents; i++)
		add_bounds(&l, i);
	*n = (int)l.n;
	return l.list;
}
