/*
 * Own deadlines: from facts only.
 */
#include <stdlib.h>

#include "case/solve.h"

/* ---- time that does not count */

struct stops {
	const struct plan	*p;
	struct span		*spans;
	size_t			 n, cap;
	struct day		 endless, unsure;
	int			 cause;		/* the pause of the bound */
};

static void
stop(struct stops *s, struct day from, struct day to)
{
	if (!day_is(from) || day_cmp(from, to) > 0)
		return;
	s->spans = arena_grow(s->p->arena, s->spans, s->n, &s->cap,
	    sizeof(*s->spans));
	s->spans[s->n++] = (struct span){ from, to, s->cause };
}

/* The first TO on or after each FROM ends it; where none does, nothing. */
static void
stop_pair(struct stops *s, const struct pause *pause)
{
	const struct event_plan	*from = &s->p->events[pause->from];
	const struct event_plan	*to = &s->p->events[pause->to];
	struct day		 day;
	size_t			 i, k = 0;

	for (i = 0; i < from->n; i++) {
		day = from->facts[i].day;
		while (k < to->n && day_cmp(to->facts[k].day, day) < 0)
			k++;
		if (k == to->n) {
			s->endless = day_min(s->endless, day_add(day, 1));
			return;
		}
		stop(s, day_add(day, 1), to->facts[k].day);
	}
}

/* While its notices stand, each in its last round. */
static void
stop_step(struct stops *s, int step)
{
	const struct plan	*p = s->p;
	const struct slot	*l;
	struct day		 last;
	int			 i;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		l = &p->slots[i];
		if (!l->posted)
			continue;
		if (l->endless) {
			s->endless = day_min(s->endless, l->opens);
			continue;
		}
		last = l->judged;
		if (l->judged_unknown) {
			last = day_max(l->opens, day_add(l->judged_brink,
			    -1));
			s->unsure = day_min(s->unsure, day_add(last, 1));
		}
		stop(s, l->opens, last);
	}
}

/* One that names what does not apply is left out. */
static void
stop_by(struct stops *s, const struct pause *pause)
{
	const struct procedure	*r = s->p->proc;

	if (pause->to < 0) {
		if (s->p->proc->plain || s->p->applies[pause->from])
			stop_step(s, pause->from - r->nevents);
	} else if (plan_holds(s->p, r->events[pause->from].when) &&
	    plan_holds(s->p, r->events[pause->to].when))
		stop_pair(s, pause);
}

/* The time that does not count for a bound, whoever asks. */
struct stopped {
	const struct bound	*bound;
	struct pauses		 pauses;
	const struct stopped	*next;
};

static const struct pauses *
pauses_of(struct plan *p, const struct bound *b)
{
	struct stops		 s = { .p = p, .endless = DAY_NONE,
				    .unsure = DAY_NONE };
	const struct stopped	*old;
	struct stopped		*out;
	int			 i;

	if (b->npauses == 0)
		return NULL;
	for (old = p->stopped; old != NULL; old = old->next)
		if (old->bound == b)
			return &old->pauses;
	for (i = 0; i < b->npauses; i++) {
		s.cause = i;
		stop_by(&s, &b->pauses[i]);
	}
	out = arena_alloc(p->arena, sizeof(*out));
	*out = (struct stopped){ b, { s.spans, spans_join(s.spans, (int)s.n),
	    s.endless, s.unsure }, p->stopped };
	p->stopped = out;
	return &out->pauses;
}

static struct reckoning
reckoning_of(struct plan *p, const struct bound *b,
    const struct workcal *cal)
{
	struct reckoning	r = { .cal = cal, .pauses = pauses_of(p, b),
				    .longer = b->longer, .on = DAY_NONE };

	if (b->longer.n > 0)
		r.on = p->events[b->upon].day;
	return r;
}

static struct amount
amount_of(const struct bound *b)
{
	return (struct amount){ b->period, b->month, b->day };
}

/* ---- what a deadline runs from */

/* A day that may be after the end, and then counts for nothing. */
static bool
counts(const struct asker *k, struct maybe_day d)
{
	return d.kind != MAYBE_NONE && !is_cut(k->p, k->f, d);
}

static struct maybe_day
slot_fact(const struct slot *s, enum edge edge)
{
	if (!s->posted || (edge != EDGE_OPENS && s->endless))
		return maybe_none();
	return edge == EDGE_OPENS ?
	    maybe_sum(s->opens, DAY_NONE, s->division) :
	    maybe_sum(s->judged, s->judged_brink, s->division);
}

static struct maybe_day
event_fact(const struct asker *k, int i)
{
	const struct event_plan	*e = &k->p->events[i];
	struct maybe_day	 d = maybe_none();

	if (e->n > 0)
		d = maybe_sum(e->day, DAY_NONE, NULL);
	return counts(k, d) ? d : maybe_none();
}

/*
 * Of `within` and its like: the last of the slots, once all are posted.  *by:
 * the slot that it is, of several that nobody knows the last.
 */
static struct maybe_day
all_posted(const struct asker *k, struct point pt, const struct slot **by)
{
	const struct plan	*p = k->p;
	const struct slot	*s;
	struct maybe_day	 all = maybe_none(), d;
	int			 i, step = pt.index - p->proc->nevents;

	*by = NULL;
	if (step < 0)
		return event_fact(k, pt.index);
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = round_in(p, &p->slots[i], k->f.era);
		d = slot_fact(s, pt.edge);
		if (!counts(k, d)) {
			*by = NULL;
			return maybe_none();
		}
		if (*by == NULL || d.kind == MAYBE_UNKNOWN ||
		    (all.kind == MAYBE_DAY && day_cmp(d.day, all.day) > 0))
			*by = s;
		all = i == p->first[step] ? d : maybe_later(all, d);
	}
	return all;
}

/* Of `before`: the first of the slots that is posted. */
static struct maybe_day
first_posted(const struct asker *k, struct point pt, const struct slot **by)
{
	const struct plan	*p = k->p;
	const struct slot	*s;
	struct maybe_day	 first = maybe_none(), d;
	int			 i, step = pt.index - p->proc->nevents;

	*by = NULL;
	if (step < 0)
		return event_fact(k, pt.index);
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = round_in(p, &p->slots[i], k->f.era);
		d = slot_fact(s, pt.edge);
		if (!counts(k, d))
			continue;
		if (*by == NULL || d.kind == MAYBE_UNKNOWN ||
		    (first.kind == MAYBE_DAY && day_cmp(d.day, first.day) < 0))
			*by = s;
		first = maybe_earlier(first, d);
	}
	return first;
}

/* ---- the last day that a deadline leaves */

struct due {
	const struct bound	*bound;
	struct maybe_day	 from;
	const struct slot	*by;		/* whose that is */
	struct maybe_day	 last;		/* as verdicts take it */
	struct maybe_day	 urged;		/* as it is advised */
	bool			 held;
	struct reckoning	 reckoning;
	struct day		 edge;		/* what is counted from */
};

/* A number of days, and nothing that stops or prolongs them. */
static bool
is_simple(const struct bound *b)
{
	return b->kind == BOUND_WITHIN && b->npauses == 0 &&
	    b->longer.n == 0;
}

static void
due_within(const struct asker *k, struct due *d)
{
	struct reckoned	r;
	struct day	last, brink;

	d->last = d->urged = d->from;
	if (d->from.kind != MAYBE_DAY)
		return;
	d->edge = d->from.day;
	if (d->bound->kind == BOUND_WITH)
		return;
	if (is_simple(d->bound)) {
		last = period_last(d->bound->period, d->edge, k->cal, &brink);
		d->last = d->urged = maybe_sum(last, brink, NULL);
		return;
	}
	d->reckoning = reckoning_of(k->p, d->bound, k->cal);
	r = reckon(amount_of(d->bound), d->edge, &d->reckoning);
	d->last = r.rolled;
	d->urged = d->bound->kind == BOUND_BY ? r.plain : r.rolled;
	d->held = r.rolled.kind == MAYBE_NONE;
}

/* Back from the earliest day that an unknown one can be, it is no earlier. */
static void
due_before(const struct asker *k, struct due *d)
{
	struct day	base = d->from.kind == MAYBE_UNKNOWN ? d->from.brink :
			    d->from.day;
	struct day	day, brink = DAY_NONE;

	d->last = d->urged = d->from;
	if (!day_is(base))
		return;
	d->edge = d->from.day;
	if (d->bound->kind == BOUND_LEAST_BEFORE)
		day = period_act(d->bound->period, base, k->cal, &brink);
	else
		day = day_add(base, -1);
	if (d->from.kind == MAYBE_UNKNOWN)
		d->last = maybe_sum(DAY_NONE, day_is(day) ? day : brink,
		    NULL);
	else
		d->last = maybe_sum(day, brink, NULL);
	d->urged = d->last;
}

static struct due
due_of(const struct asker *k, const struct bound *b)
{
	struct due	d = { .bound = b, .edge = DAY_NONE };

	if (b->kind == BOUND_BEFORE || b->kind == BOUND_LEAST_BEFORE) {
		d.from = first_posted(k, b->point, &d.by);
		due_before(k, &d);
	} else {
		d.from = all_posted(k, b->point, &d.by);
		due_within(k, &d);
	}
	return d;
}

/* Of a later round only `opens` bounds, from the round's day. */
static struct due
due_of_round(const struct asker *k, const struct bound *b)
{
	struct due	d = { .bound = b, .edge = DAY_NONE };

	d.from = maybe_sum(k->slot->begins, DAY_NONE, NULL);
	if (!counts(k, d.from))
		d.from = maybe_none();
	due_within(k, &d);
	return d;
}

/* ---- kept for who asks */

static const struct sum *
window_of(const struct asker *k, const struct due *d, struct reason *r)
{
	const struct slot	*s = d->by;

	if (s == NULL || d->bound->point.edge != EDGE_CLOSES || !s->lasts)
		return NULL;
	r->part = plan_part(k->p, s, s->opens, false);
	return r->part == NULL || r->part->kind != PART_LASTS ? NULL :
	    sum_from(k->p->arena, r->part->judged, s->opens,
	    k->p->calendars, s->division);
}

static const struct sum *
count_of(const struct asker *k, const struct due *d)
{
	const char	*at = k->slot != NULL ? k->slot->division :
			    k->p->matter->division;

	if (!day_is(d->edge))
		return NULL;
	switch (d->bound->kind) {
	case BOUND_WITHIN:
		if (is_simple(d->bound))
			return sum_from(k->p->arena, d->bound->period,
			    d->edge, k->p->calendars, at);
		/* fall through */
	case BOUND_BY:
		return sum_reckoned(k->p->arena, amount_of(d->bound), d->edge,
		    &d->reckoning, k->p->calendars, at);
	case BOUND_LEAST_BEFORE:
		return sum_until(k->p->arena, d->bound->period, d->edge,
		    k->p->calendars, at);
	default:
		return NULL;
	}
}

static struct reason *
tell(const struct asker *k, const struct due *d)
{
	struct reason	r = { .kind = REASON_DUE, .bound = d->bound,
			    .self = k->point, .self_at = k->slot == NULL ?
			    NULL : k->slot->division,
			    .other = d->bound->point.index,
			    .known = KNOWN_NOT, .base = DAY_NONE,
			    .edge = d->edge, .day = d->last.day,
			    .brink = d->from.brink, .least = d->last.brink,
			    .held = d->held };

	if (d->by != NULL) {
		r.at = d->by->division;
		r.known = KNOWN_POSTED;
		r.base = d->by->opens;
		r.window = window_of(k, d, &r);
	} else if (d->from.kind == MAYBE_DAY) {
		r.known = k->slot != NULL && d->bound->point.index ==
		    k->point ? KNOWN_ROUND : KNOWN_RECORDED;
		r.base = d->from.day;
	}
	r.count = count_of(k, d);
	if (r.count != NULL)
		r.brink = r.count->more != NULL ? r.count->more->brink :
		    r.count->brink;
	return (struct reason *)(uintptr_t)keep(k->p, &r);
}

/* ---- all of a point */

/* Of `by` what is advised is not moved on. */
static const struct reason *
advise(struct asker *k, const struct due *d, const struct reason *why)
{
	struct reason	r = *why;

	if (d->urged.day.n == d->last.day.n)
		return why;
	r.day = d->urged.day;
	return keep(k->p, &r);
}

static void
take(struct asker *k, const struct due *d, struct reason ***tail)
{
	struct room		*r = k->room;
	const char		*at = d->by == NULL ? NULL : d->by->division;
	struct day		 due = r->due.day, brink = r->brink.day;
	struct day		 urged = r->urged.day;
	struct reason		*why;

	lower_limit(&r->due, d->last.day, d->bound, k->point, at);
	lower_limit(&r->brink, d->last.brink, d->bound, k->point, at);
	lower_limit(&r->urged, d->urged.day, d->bound, k->point, at);
	r->held |= d->held;
	k->p->held |= d->held;
	if (!k->p->keeps)
		return;
	why = tell(k, d);
	**tail = why;
	*tail = (struct reason **)(uintptr_t)&why->more;
	if (due.n != r->due.day.n)
		r->due.why = why;
	if (brink.n != r->brink.day.n)
		r->brink.why = why;
	if (urged.n != r->urged.day.n)
		r->urged.why = advise(k, d, why);
}

/* Visits each own deadline that is written and names what applies. */
static void
each_due(struct asker *k, void (*visit)(struct asker *, const struct due *,
    void *), void *ctx)
{
	const struct procedure	*r = k->p->proc;
	const struct ties	*t = &r->ties[k->point];
	const struct bound	*again;
	struct due		 d;
	int			 i;

	if (k->slot != NULL && k->slot->round > 0) {
		again = r->steps[k->slot->step].objections.again_opens;
		if (again != NULL) {
			d = due_of_round(k, again);
			visit(k, &d, ctx);
		}
		return;
	}
	for (i = 0; i < t->ndues; i++) {
		if (!r->plain && (!bound_holds(k->p, t->dues[i]) ||
		    !k->p->applies[t->dues[i]->point.index]))
			continue;
		d = due_of(k, t->dues[i]);
		visit(k, &d, ctx);
	}
}

static void
take_due(struct asker *k, const struct due *d, void *ctx)
{
	take(k, d, ctx);
}

/* ---- days to be reached */

/* By the planned count it opens no later than by the judged one. */
static void
take_aim(struct asker *k, const struct aim *t, bool planned, struct limit *l)
{
	const struct period_part	*by;
	struct day			 d = t->day;

	if (k->slot != NULL && t->point.edge == EDGE_CLOSES)
		d = slot_opening(k->p, k->slot, d, planned, &by);
	k->room->blind |= !day_is(d);
	lower_limit(l, d, NULL, k->point, NULL);
}

static void
take_aims(struct asker *k)
{
	const struct aims	*all = &k->p->aims;
	int			 i;

	for (i = 0; i < all->n; i++) {
		if (all->list[i].point.index != k->point)
			continue;
		take_aim(k, &all->list[i], false, &k->room->due);
		take_aim(k, &all->list[i], true, &k->room->urged);
	}
}

/* The brink of one that nobody knows is advised, before it comes. */
static void
take_dues(struct asker *k)
{
	struct room	 *r = k->room;
	struct reason	**tail = (struct reason **)(uintptr_t)&r->dues;
	struct limit	 *u = &r->urged;

	each_due(k, take_due, &tail);
	if (day_is(r->brink.day) && (!day_is(u->day) ||
	    day_cmp(r->brink.day, u->day) < 0))
		*u = r->brink;
}

void
find_due(struct asker *k)
{
	const struct plan	*p = k->p;

	if (!p->proc->plain && !p->applies[k->point])
		return;
	if (!p->aims.alone && (p->proc->ties[k->point].ndues > 0 ||
	    p->neras > 1))
		take_dues(k);
	take_aims(k);
}

/* ---- severity: of all days that are past the gravest counts */

struct gravity {
	struct day	 fact;		/* past those before it; NONE: today */
	struct clock	*clock;
	enum severity	 own, worst;
};

static void
weigh_past(struct asker *k, const struct due *d, void *ctx)
{
	struct gravity	*g = ctx;
	enum severity	 s = d->bound->graded ? d->bound->severity : g->own;

	(void)k;
	if (d->last.kind != MAYBE_DAY || s <= g->worst)
		return;
	if (day_is(g->fact) ? day_cmp(g->fact, d->last.day) > 0 :
	    clock_past(g->clock, d->last.day))
		g->worst = s;
}

enum severity
due_severity(const struct plan *p, int point, const struct slot *s,
    struct clock *clock, struct day as_of, bool cut, enum severity own,
    enum severity least)
{
	struct asker	k = { .p = (struct plan *)(uintptr_t)p,
			    .f = frame_of(p, plan_era(p, as_of), cut),
			    .point = point, .slot = s,
			    .cal = s != NULL ? s->cal : p->cal };
	struct gravity	g = { as_of, clock, own, least };

	each_due(&k, weigh_past, &g);
	return g.worst;
}

/* ---- for who asks each deadline by itself */

struct visitor {
	due_fn	*visit;
	void	*ctx;
};

static void
show_due(struct asker *k, const struct due *d, void *ctx)
{
	const struct visitor	*v = ctx;

	(void)k;
	v->visit(v->ctx, d->bound, d->last);
}

void
plan_each_due(const struct plan *p, int point, const struct slot *s,
    due_fn *visit, void *ctx)
{
	struct asker	k = { .p = (struct plan *)(uintptr_t)p,
			    .f = last_frame(p, false), .point = point,
			    .slot = s, .cal = s != NULL ? s->cal : p->cal };
	struct visitor	v = { visit, ctx };

	each_due(&k, show_due, &v);
}

struct day
due_after(const struct plan *p, const struct bound *b, struct day from,
    const struct workcal *cal)
{
	struct reckoning	r = reckoning_of((struct plan *)(uintptr_t)p,
				    b, cal);

	return reckon(amount_of(b), from, &r).rolled.day;
}

const struct room *
plan_room_on(const struct plan *p, int event, struct day day)
{
	return &frame_of(p, plan_era(p, day), false).rooms[event];
}
