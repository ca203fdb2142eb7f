/*
 * Objections: what they hold up, who deals with them, and what an upheld one
 * stops.  LANGUAGE, "Objections".
 */
#include <string.h>

#include "case/court.h"

/* ---- what follows */

static void
earliest(struct day *best, struct day d, struct day from)
{
	if (day_is(d) && day_cmp(d, from) >= 0)
		*best = day_min(*best, d);
}

/* The first day on or after `from` on which this point happened. */
static struct day
first_since(const struct plan *p, int point, struct day from)
{
	struct day		 d = DAY_NONE;
	const struct slot	*s;
	size_t			 k;
	int			 i, n, step = point - p->proc->nevents;

	for (k = 0; step < 0 && k < p->events[point].n; k++)
		earliest(&d, p->events[point].facts[k].day, from);
	for (i = step < 0 ? 0 : p->first[step]; step >= 0 &&
	    i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		for (n = 0; n < s->round; n++)
			if (s->rounds[n].posted)
				earliest(&d, s->rounds[n].opens, from);
		if (s->posted)
			earliest(&d, s->opens, from);
	}
	return d;
}

/* Looked through: what does not apply, and events not recorded. */
static bool
is_bare(const struct plan *p, int point)
{
	if (!p->proc->plain && !p->applies[point])
		return true;
	return point < p->proc->nevents && p->events[point].n == 0;
}

/*
 * The first thing that follows the point, past what is bare; *who: of several
 * on that day the first in the procedure.
 */
static struct day
first_follower(const struct plan *p, int point, struct day from, int *who)
{
	bool		reached[POINTS_MAX * 2] = { false };
	int		i, k, n = p->proc->nevents + p->proc->nsteps;
	struct day	d = DAY_NONE, at;

	*who = -1;
	reached[point] = true;
	for (k = 0; k < n; k++) {
		i = p->proc->order[k];
		if (!reached[i])
			continue;
		if (i != point && !is_bare(p, i)) {
			at = first_since(p, i, from);
			if (day_is(at) && (!day_is(d) || day_cmp(at, d) < 0 ||
			    (day_cmp(at, d) == 0 && i < *who))) {
				d = at;
				*who = i;
			}
			continue;
		}
		for (int to = 0; to < n; to++)
			reached[to] |= must_follow(p, to, i);
	}
	return d;
}

/* ---- limits of its own */

/* Its slots as they were when it was received. */
static struct maybe_day
slot_day(const struct slot *s, enum edge edge)
{
	if (!s->posted || (edge == EDGE_CLOSES && s->endless))
		return maybe_none();
	return edge == EDGE_OPENS ? maybe_sum(s->opens, DAY_NONE, NULL) :
	    maybe_sum(s->judged, s->judged_brink, NULL);
}

struct day
objection_raised_by(const struct plan *p, const struct objection *o, int step,
    struct day *from)
{
	const struct objection_rule	*r = &p->proc->steps[step].objections;
	const struct slot		*s;
	struct day			 base, d, last = DAY_NONE;
	int				 i, n;

	*from = DAY_NONE;
	if (r->raised.n == 0)
		return DAY_NONE;
	s = plan_contested(p, o, step, &n);
	for (i = 0; i < n; i++) {
		d = base = slot_day(slot_on(&s[i], o->received),
		    r->raised_after).day;
		if (day_is(d))
			d = period_last(r->raised, d, s[i].cal, NULL);
		if (!day_is(d))
			return DAY_NONE;
		if (day_is(last) && day_cmp(d, last) <= 0)
			continue;
		last = d;
		*from = base;
	}
	return last;
}

bool
objection_is_late(const struct plan *p, const struct objection *o, int step)
{
	struct day	from, last = objection_raised_by(p, o, step, &from);

	return day_is(last) && day_cmp(o->received, last) > 0;
}

/* From the day received, or the last day of the last of its slots. */
struct day
objection_limit_from(const struct plan *p, const struct objection *o, int step)
{
	const struct slot	*s;
	struct day		 d, from = o->received;
	int			 i, n;

	if (!p->proc->steps[step].objections.within_closes)
		return from;
	s = plan_contested(p, o, step, &n);
	for (i = 0; i < n; i++) {
		d = slot_day(slot_on(&s[i], o->received), EDGE_CLOSES).day;
		if (!day_is(d))
			return DAY_NONE;
		from = day_max(from, d);
	}
	return from;
}

struct day
objection_limit(const struct plan *p, const struct objection *o, int step)
{
	const struct objection_rule	*r = &p->proc->steps[step].objections;
	struct day			 from;
	const char			*at = o->division;

	if (r->within.n == 0)
		return DAY_NONE;
	if (*at == '\0')
		at = p->matter->division;
	from = objection_limit_from(p, o, step);
	if (!day_is(from))
		return DAY_NONE;
	return period_last(r->within, from, calendars_for(p->calendars, at),
	    NULL);
}

/* ... which an end that comes before it takes away. */
static struct day
limit_owed(const struct plan *p, const struct objection *o, int step)
{
	struct day	d = objection_limit(p, o, step);

	return day_is(d) && p->cuts &&
	    !p->ending.behind[p->proc->nevents + step] &&
	    day_cmp(d, p->ending.day) >= 0 ? DAY_NONE : d;
}

/* ---- one objection */

/* Does the name end in the rule's words, 乡镇 standing for 乡 or 镇? */
static bool
fits(const char *name, size_t n, const char *words, size_t w)
{
	static const char	town[] = "乡镇", xiang[] = "乡", zhen[] = "镇";
	size_t			len = sizeof(town) - 1, one = sizeof(zhen) - 1;

	while (w > 0) {
		if (w >= len && strncmp(words + w - len, town, len) == 0 &&
		    !(n >= len && strncmp(name + n - len, town, len) == 0)) {
			if (n < one || (strncmp(name + n - one, xiang, one) &&
			    strncmp(name + n - one, zhen, one)))
				return false;
			w -= len;
			n -= one;
			continue;
		}
		if (n == 0 || name[n - 1] != words[w - 1])
			return false;
		n--;
		w--;
	}
	return true;
}

static struct finding *
raise_objection(struct court *c, enum code code, const struct objection *o,
    int step)
{
	const char	*at = *o->division != '\0' ? o->division :
			    c->now->matter->division;
	struct finding	*f = raise_finding(c, code, step, -1, at);

	f->basis = c->now->proc->steps[step].basis;
	f->objection = o;
	return f;
}

/* Not resolved, or later than what follows and its own limit allow. */
static void
judge_unresolved(struct court *c, const struct objection *o, int step,
    struct day resolved)
{
	struct day	 limit = limit_owed(c->now, o, step);
	int		 next = -1;
	struct day	 due = DAY_NONE;
	struct finding	*f;

	if (!objection_is_late(c->now, o, step))
		due = first_follower(c->now, c->now->proc->nevents + step,
		    o->received, &next);
	if (!(day_is(due) && (!day_is(resolved) ||
	    day_cmp(resolved, due) > 0)) && !(day_is(limit) &&
	    (day_is(resolved) ? day_cmp(resolved, limit) > 0 :
	    clock_past(&c->clock, limit))))
		return;
	f = raise_objection(c, CODE_OBJECTION, o, step);
	f->follower = day_is(limit) && (!day_is(due) ||
	    day_cmp(limit, due) < 0) ? -1 : next;
	if (f->follower < 0)
		f->basis = step_basis(&c->now->proc->steps[step], CITE_WITHIN);
	set_days(f, day_min(due, limit), resolved);
}

static void
judge_objection(struct court *c, const struct objection *o)
{
	int		 step = procedure_step(c->now->proc, o->step);
	const struct step_rule *rule;
	const char	*who;
	struct day	 resolved = o->resolved;
	struct finding	*f;

	if (step < 0 || day_cmp(o->received, c->clock.today) > 0 ||
	    (!c->now->proc->plain &&
	    !c->now->applies[c->now->proc->nevents + step]))
		return;
	if (day_is(resolved) && day_cmp(resolved, c->clock.today) > 0)
		resolved = DAY_NONE;
	rule = &c->now->proc->steps[step];
	who = rule->objections.handler;
	judge_unresolved(c, o, step, resolved);
	if (*o->handler == '\0' || *who == '\0' || fits(o->handler,
	    strlen(o->handler), who, strlen(who)))
		return;
	f = raise_objection(c, CODE_HANDLER, o, step);
	f->basis = step_basis(rule, CITE_HANDLER);
	set_days(f, DAY_NONE, resolved);
}

/* ---- upheld, and done all the same */

/* Of a step no slot is posted in the round of the event's day. */
static bool
is_bare_on(const struct plan *p, int point, struct day day)
{
	int	i, step = point - p->proc->nevents;

	if (is_bare(p, point))
		return true;
	for (i = step < 0 ? 0 : p->first[step]; step >= 0 &&
	    i < p->first[step + 1]; i++)
		if (slot_on(&p->slots[i], day)->posted)
			return false;
	return step >= 0;
}

/* Must the event follow the step, for what happened on that day? */
static bool
follows_on(const struct plan *p, int event, int step, struct day day)
{
	bool		 reached[POINTS_MAX * 2] = { false };
	const struct ties	*t;
	int		 i, k, to, n = p->proc->nevents + p->proc->nsteps;

	reached[event] = true;
	for (k = n - 1; k >= 0; k--) {
		i = p->proc->order[k];
		t = &p->proc->ties[i];
		for (to = 0; reached[i] && to < t->nfollows; to++) {
			if (!bound_asks(p, i, t->follows[to]))
				continue;
			if (t->follows[to]->point.index ==
			    p->proc->nevents + step)
				return true;
			reached[t->follows[to]->point.index] |= is_bare_on(p,
			    t->follows[to]->point.index, day);
		}
	}
	return false;
}

/* Is the objection one that stops what follows, as far as today is known? */
static bool
stops(const struct court *c, const struct objection *o, int *step)
{
	const struct plan	*p = c->now;

	*step = procedure_step(p->proc, o->step);
	return *step >= 0 && p->proc->steps[*step].objections.upheld ==
	    UPHELD_STOPS && (p->proc->plain ||
	    p->applies[p->proc->nevents + *step]) &&
	    strcmp(o->outcome, "upheld") == 0 && day_is(o->resolved) &&
	    day_cmp(o->resolved, c->clock.today) <= 0 &&
	    !objection_is_late(p, o, *step);
}

/* One finding an event: the first day that came on or after an upholding. */
static void
judge_upheld(struct court *c, int event)
{
	const struct event_plan	*e = &c->now->events[event];
	const struct matter	*m = c->now->matter;
	const struct objection	*by = NULL;
	struct day		 first = DAY_NONE, d;
	const struct basis	*basis = NULL;
	struct finding		*f;
	size_t			 o, k;
	int			 step;

	for (o = 0; o < m->nobjections; o++) {
		if (!stops(c, &m->objections[o], &step))
			continue;
		for (k = 0; k < e->n; k++) {
			d = e->facts[k].day;
			if (day_cmp(d, m->objections[o].resolved) < 0 ||
			    (day_is(first) && day_cmp(d, first) >= 0) ||
			    !follows_on(c->now, event, step, d))
				continue;
			first = d;
			by = &m->objections[o];
			basis = c->now->proc->steps[step].cites[CITE_UPHELD];
		}
	}
	if (by == NULL)
		return;
	f = raise_event(c, CODE_UPHELD, event);
	f->upheld = by;
	if (basis != NULL)
		f->basis = basis;
	set_days(f, DAY_NONE, first);
}

void
judge_objections(struct court *c)
{
	size_t	k, n = c->now->matter->nobjections;
	int	i;

	for (k = 0; k < n; k++)
		judge_objection(c, &c->now->matter->objections[k]);
	for (i = 0; n > 0 && i < c->now->proc->nevents; i++)
		judge_upheld(c, i);
}
