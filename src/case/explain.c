#include "case/explain.h"

#include <string.h>

/* Who asks: the plan, and the point whose days are explained. */
struct asker {
	struct arena		*arena;
	const struct plan	*plan;
	const struct calendars	*cals;
};

/* The division whose days off bind a point. */
static const char *
whose(const struct asker *k, const char *at)
{
	return at != NULL ? at : k->plan->matter->division;
}

static const struct room *
room_of(const struct plan *p, int point, const char *at)
{
	if (point < p->proc->nevents)
		return &p->events[point].room;
	return &plan_slot(p, point - p->proc->nevents, at)->room;
}

static struct reason *
reason_new(const struct asker *k, enum reason_kind kind,
    const struct bound *b, int self, const char *self_at)
{
	struct reason	*r = arena_alloc(k->arena, sizeof(*r));

	*r = (struct reason){ .kind = kind, .bound = b, .self = self,
	    .self_at = self_at, .other = b->point.index, .base = DAY_NONE,
	    .edge = DAY_NONE, .day = DAY_NONE, .brink = DAY_NONE };
	return r;
}

static const struct reason *after(const struct asker *, const struct bound *,
    int self, const char *self_at, const char *at, bool facts);

/* Why a point that is no fact has its own earliest (or allowed) day. */
static const struct reason *
after_limit(const struct asker *k, const struct limit *l, const char *self_at,
    bool facts)
{
	return l->bound == NULL ? NULL :
	    after(k, l->bound, l->owner, self_at, l->at, facts);
}

/* ---- the other point's day */

/*
 * By `facts`, an event that is not recorded passes on what it must follow;
 * else it is taken at its own earliest day.
 */
static void
set_event(const struct asker *k, struct reason *r, bool facts)
{
	const struct event_plan	*e = &k->plan->events[r->other];
	const struct limit	*l = facts ? &e->room.lower : &e->room.from;

	if (e->n > 0) {
		r->known = KNOWN_RECORDED;
		r->base = e->day;
	} else if (day_is(l->day)) {
		r->known = KNOWN_EARLIEST;
		r->base = l->day;
		r->next = after_limit(k, l, NULL, facts);
	} else if (e->room.unknown && !facts)
		r->known = KNOWN_UNKNOWN;
	r->edge = r->base;
}

static void
set_slot(const struct asker *k, struct reason *r, const char *at)
{
	const struct procedure	*p = k->plan->proc;
	int			 step = r->other - p->nevents;
	const struct slot	*s = plan_slot(k->plan, step, at);

	r->at = s->division;
	if (s->posted) {
		r->known = KNOWN_POSTED;
		r->base = s->opens;
	} else if (day_is(s->room.earliest)) {
		r->known = KNOWN_EARLIEST;
		r->base = s->room.earliest;
		r->next = after_limit(k, &s->room.from, s->division, false);
	} else if (s->room.unknown)
		r->known = KNOWN_UNKNOWN;
	r->edge = r->base;
	if (r->bound->point.edge != EDGE_CLOSES || p->steps[step].lasts.n == 0 ||
	    !day_is(r->base))
		return;
	r->window = sum_from(k->arena, p->steps[step].lasts.list[0].judged, r->base,
	    k->cals, s->division);
	r->edge = r->window->last;
	r->brink = r->window->brink;
}

static void
set_other(const struct asker *k, struct reason *r, const char *at, bool facts)
{
	if (r->other < k->plan->proc->nevents)
		set_event(k, r, facts);
	else if (at != NULL)
		set_slot(k, r, at);
}

/* ---- the three kinds of reason */

/* Self must follow what the bound names; of a step, its slot at `at`. */
static const struct reason *
after(const struct asker *k, const struct bound *b, int self,
    const char *self_at, const char *at, bool facts)
{
	struct reason	*r = reason_new(k, REASON_AFTER, b, self, self_at);

	set_other(k, r, at, facts);
	if (!day_is(r->edge))
		return r;
	r->day = day_add(r->edge, b->point.edge == EDGE_CLOSES);
	if (b->kind != BOUND_LEAST_AFTER)
		return r;
	r->count = sum_from(k->arena, b->period, r->edge, k->cals,
	    whose(k, self_at));
	r->brink = r->count->brink;
	r->day = day_is(r->count->last) ?
	    day_max(r->count->last, r->day) : DAY_NONE;
	return r;
}

/* The last day of a posted slot that an edge names; NONE: unknown. */
static struct day
edge_day(const struct slot *s, enum edge edge)
{
	return edge == EDGE_OPENS ? s->opens : s->judged;
}

/*
 * The slot that a deadline runs from: the last, once all are posted; for
 * `before` the first that is posted.  An unknown one outweighs.  NULL: none.
 */
static const char *
deadline_slot(const struct asker *k, const struct bound *b)
{
	const struct plan	*p = k->plan;
	const struct slot	*s, *best = NULL;
	bool			 last = b->kind == BOUND_WITHIN;
	int			 i, step = b->point.index - p->proc->nevents;
	struct day		 d, have;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (!s->posted && last)
			return NULL;
		if (!s->posted)
			continue;
		d = edge_day(s, b->point.edge);
		have = best == NULL ? DAY_NONE : edge_day(best, b->point.edge);
		if (best == NULL || !day_is(d) || (day_is(have) &&
		    (last ? day_cmp(d, have) > 0 : day_cmp(d, have) < 0)))
			best = s;
	}
	return best == NULL ? NULL : best->division;
}

static const struct reason *
due(const struct asker *k, const struct bound *b, int self,
    const char *self_at)
{
	struct reason	*r = reason_new(k, REASON_DUE, b, self, self_at);

	if (r->other < k->plan->proc->nevents) {
		if (k->plan->events[r->other].n > 0)
			set_event(k, r, true);
	} else
		set_other(k, r, deadline_slot(k, b), true);
	if (!day_is(r->edge))
		return r;
	switch (b->kind) {
	case BOUND_WITHIN:
		r->count = sum_from(k->arena, b->period, r->edge, k->cals,
		    whose(k, self_at));
		r->day = r->count->last;
		break;
	case BOUND_LEAST_BEFORE:
		r->count = sum_until(k->arena, b->period, r->edge, k->cals,
		    whose(k, self_at));
		r->day = r->count->act;
		break;
	case BOUND_BEFORE:
	case BOUND_AFTER:
	case BOUND_BY:
	case BOUND_WITH:
	case BOUND_LEAST_AFTER:
	case BOUND_GATE:
		r->day = day_add(r->edge, -1);
		break;
	}
	if (r->count != NULL)
		r->brink = r->count->brink;
	return r;
}

static const struct reason *until(const struct asker *, const struct limit *,
    int self, const char *self_at, bool planned);

/* The day of what must come later: its fact, or the last day left to it. */
static void
set_pusher(const struct asker *k, struct reason *r, const struct limit *l,
    bool planned)
{
	const struct plan	*p = k->plan;
	const struct slot	*s;
	const struct limit	*own;

	r->other = l->owner;
	r->at = l->at;
	if (l->owner < p->proc->nevents) {
		if (p->events[l->owner].n > 0) {
			r->known = KNOWN_RECORDED;
			r->base = p->events[l->owner].day;
			return;
		}
	} else {
		s = plan_slot(p, l->owner - p->proc->nevents, l->at);
		if (s->posted) {
			r->known = KNOWN_POSTED;
			r->base = s->opens;
			return;
		}
	}
	own = planned ? &room_of(p, l->owner, l->at)->advised :
	    &room_of(p, l->owner, l->at)->latest;
	r->known = planned ? KNOWN_ADVISED : KNOWN_LATEST;
	r->base = own->day;
	r->next = until(k, own, l->owner, l->at, planned);
}

static void
set_ahead(const struct asker *k, struct reason *r, bool planned)
{
	const struct procedure	*p = k->plan->proc;
	const struct bound	*b = r->bound;
	const struct step_rule	*step;

	r->edge = b->point.edge == EDGE_CLOSES ? day_add(r->base, -1) :
	    r->base;
	if (b->kind == BOUND_LEAST_AFTER) {
		r->count = sum_until(k->arena, b->period, r->base, k->cals,
		    whose(k, r->at));
		r->edge = day_is(r->count->act) ?
		    day_min(r->count->act, r->edge) : DAY_NONE;
	}
	r->day = r->edge;
	if (r->self < p->nevents || b->point.edge != EDGE_CLOSES ||
	    !day_is(r->edge))
		return;
	step = &p->steps[r->self - p->nevents];
	if (step->lasts.n == 0)
		return;
	r->window = sum_until(k->arena, planned ? step->lasts.list[0].planned :
	    step->lasts.list[0].judged, r->edge, k->cals, r->self_at);
	r->day = r->window->act;
}

/* Why a point has this last day: a deadline of its own, or what follows. */
static const struct reason *
until(const struct asker *k, const struct limit *l, int self,
    const char *self_at, bool planned)
{
	struct reason	*r;

	if (l->bound == NULL)
		return NULL;
	if (l->owner == self)
		return due(k, l->bound, self, self_at);
	r = reason_new(k, REASON_AHEAD, l->bound, self, self_at);
	set_pusher(k, r, l, planned);
	if (day_is(r->base))
		set_ahead(k, r, planned);
	return r;
}

/* ---- accounts */

static void
add_needs(const struct asker *k, struct account *a, const char *at)
{
	const struct plan	*p = k->plan;
	const struct bound	*b;
	struct need		*list, *need;
	int			 i, j, n, step;

	b = point_bounds(p->proc, a->point, &n);
	a->needs = list = arena_array(k->arena, (size_t)n + 1, sizeof(*list));
	for (i = 0; i < n; i++) {
		if (!bound_follows(&b[i]))
			continue;
		need = &list[a->nneeds++];
		need->bound = &b[i];
		need->sets = a->room->from.bound == &b[i];
		step = b[i].point.index - p->proc->nevents;
		need->n = step < 0 ? 1 : p->first[step + 1] - p->first[step];
		need->of = arena_array(k->arena, (size_t)need->n + 1,
		    sizeof(*need->of));
		for (j = 0; j < need->n; j++)
			need->of[j] = after(k, &b[i], a->point, at, step < 0 ?
			    NULL : p->slots[p->first[step] + j].division,
			    false);
	}
}

static void
add_deadlines(const struct asker *k, struct account *a, const char *at)
{
	const struct bound	*b;
	int			 i, n;

	b = point_bounds(k->plan->proc, a->point, &n);
	a->due = arena_array(k->arena, (size_t)n + 1, sizeof(*a->due));
	for (i = 0; i < n; i++)
		if (b[i].kind == BOUND_WITHIN || !bound_follows(&b[i]))
			a->due[a->ndue++] = due(k, &b[i], a->point, at);
}

static void
fill(const struct asker *k, struct account *a, const char *at)
{
	const struct room	*r = a->room;

	a->plan = k->plan;
	a->division = whose(k, at);
	add_needs(k, a, at);
	add_deadlines(k, a, at);
	a->earliest = after_limit(k, &r->from, at, false);
	if (day_is(r->allowed.day) && (!day_is(r->earliest) ||
	    day_cmp(r->allowed.day, r->earliest) != 0))
		a->allowed = after_limit(k, &r->allowed, at, true);
	a->latest = until(k, &r->latest, a->point, at, false);
	a->advised = until(k, &r->advised, a->point, at, true);
}

static void
add_runs(const struct asker *k, struct account *a)
{
	const struct slot	*s = a->slot;
	struct run_account	*list, *r;
	struct posted_run	 run;
	size_t			 i = 0;

	a->runs = list = arena_array(k->arena, s->n + 1, sizeof(*list));
	while (i < s->n) {
		r = &list[a->nruns++];
		run = plan_run(s, &i);
		*r = (struct run_account){ .from = run.from, .to = run.to,
		    .judged = plan_closes(k->plan, s, run.from, false, NULL),
		    .postings = run.postings,
		    .enough = run_is_whole(k->plan, s, run),
		    .early = run_is_early(s, run),
		    .stands = s->posted && day_cmp(run.from, s->opens) == 0 };
	}
}

const struct account *
explain_slot(struct arena *arena, const struct plan *p,
    const struct calendars *cals, int slot)
{
	struct asker		 k = { arena, p, cals };
	struct account		*a = arena_alloc(arena, sizeof(*a));
	const struct slot	*s = &p->slots[slot];
	const struct step_rule	*r = &p->proc->steps[s->step];
	struct day		 opens = s->posted ? s->opens :
					    s->room.earliest;

	a->point = p->proc->nevents + s->step;
	a->slot = s;
	a->room = &s->room;
	fill(&k, a, s->division);
	if (r->lasts.n > 0 && day_is(opens)) {
		a->judged = sum_from(arena, r->lasts.list[0].judged, opens, cals,
		    s->division);
		a->planned = sum_from(arena, r->lasts.list[0].planned, opens, cals,
		    s->division);
	}
	add_runs(&k, a);
	return a;
}

const struct account *
explain_event(struct arena *arena, const struct plan *p,
    const struct calendars *cals, int event)
{
	struct asker	 k = { arena, p, cals };
	struct account	*a = arena_alloc(arena, sizeof(*a));

	a->point = event;
	a->event = &p->events[event];
	a->room = &a->event->room;
	fill(&k, a, NULL);
	return a;
}
