/*
 * A case laid on its procedure: facts to points, then the sweeps in order.
 */
#include "case/plan.h"

#include <string.h>

#include "case/solve.h"

/* ---- facts to points */

/*
 * Facts come by name, and so does what they may be of: structs that begin with
 * their name, by its bytes.
 */
struct cursor {
	const void	*at, *end;
	size_t		 size;		/* of a struct */
};

/* The one that has the name, from where the last was found on, or NULL. */
static const void *
join_next(struct cursor *c, const char *name)
{
	const char	*at = c->at, *end = c->end;
	int		 cmp = 1;

	while (at < end &&
	    (cmp = strcmp(*(const char *const *)(const void *)at, name)) < 0)
		at += c->size;
	c->at = at;
	return cmp == 0 ? at : NULL;
}

/* What lies later is another fact on its day. */
static bool
in_view(struct plan *p, struct day d, struct day view)
{
	if (day_cmp(d, view) <= 0)
		return true;
	p->turn = day_min(p->turn, d);
	return false;
}

static void
take_events(struct plan *p, struct day view)
{
	const struct procedure	*r = p->proc;
	const struct matter	*m = p->matter;
	struct cursor		 known = { r->event_by_id,
				    r->event_by_id + r->nevents,
				    sizeof(*r->event_by_id) };
	const struct by_id	*which;
	struct event_plan	*e;
	size_t			 i;
	int			 k;

	for (k = 0; k < r->nevents; k++) {
		p->events[k].day = DAY_NONE;
		p->events[k].applies = true;
	}
	for (i = 0; i < m->nevents; i++) {
		which = join_next(&known, m->events[i].event);
		if (which == NULL)
			continue;
		e = &p->events[which->index];
		e->ever = true;
		if (!in_view(p, m->events[i].day, view))
			continue;
		e->rows = ++e->n;
		if (e->n == 1) {
			e->facts = &m->events[i];
			e->day = m->events[i].day;
		}
	}
}

static void
take_posting(struct plan *p, struct slot *s, const struct posting *q,
    struct day view)
{
	if (s->postings == NULL)
		s->postings = s->all = q;
	if (in_view(p, q->posted, view))
		s->nall = ++s->n;
}

/* Postings come by step, division and day, and slots by division. */
static void
take_postings(struct plan *p, struct day view)
{
	const struct procedure	*r = p->proc;
	const struct matter	*m = p->matter;
	const struct posting	*q;
	struct cursor		 steps = { r->step_by_id,
				    r->step_by_id + r->nsteps,
				    sizeof(*r->step_by_id) };
	struct cursor		 slots = { NULL, NULL, sizeof(*p->slots) };
	const struct by_id	*which;
	const struct slot	*s;
	size_t			 i;

	for (i = 0; i < m->npostings; i++) {
		q = &m->postings[i];
		if (i == 0 || strcmp(q->step, q[-1].step) != 0) {
			which = join_next(&steps, q->step);
			slots.at = slots.end = NULL;
			if (which != NULL) {
				slots.at = &p->slots[p->first[which->index]];
				slots.end = &p->slots[p->first[which->index +
				    1]];
			}
		}
		s = join_next(&slots, q->division);
		if (s != NULL)
			take_posting(p, &p->slots[s - p->slots], q,
			    view);
	}
}

/* ---- laying */

/*
 * Slots of one step stand before the same other points: where their days off
 * are the same too, so is their room, which is worked out once, at the first.
 */
static void
share_rooms(struct plan *p)
{
	struct slot	*s;
	int		 i, node = p->proc->nevents - 1;

	for (i = 0; i < p->nslots; i++) {
		s = &p->slots[i];
		s->applies = true;
		s->begins = DAY_NONE;
		s->cal = calendars_for(p->calendars, s->division);
		if (i == p->first[s->step] || s->cal != s[-1].cal)
			node++;
		s->node = node;
	}
	p->nrooms = node + 1;
}

typedef void	 asked_fn(struct asker *);

/* Asks a point at each of its rooms. */
static void
ask_point(struct asker *k, int point, asked_fn *ask)
{
	const struct plan	*p = k->p;
	const struct slot	*s;
	int			 i, step = point - p->proc->nevents;
	int			 node = -1;

	k->point = point;
	k->based = NULL;
	k->slot = NULL;
	k->cal = p->cal;
	if (step < 0) {
		k->room = &k->f.rooms[point];
		ask(k);
		return;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (s->node == node)
			continue;
		node = s->node;
		k->slot = s;
		k->cal = s->cal;
		k->room = slot_room(k->f, s);
		ask(k);
	}
}

static int
frames(const struct plan *p)
{
	return p->neras * (p->cuts ? 2 : 1);
}

static struct frame
nth_frame(const struct plan *p, int n)
{
	return frame_of(p, n % p->neras, n >= p->neras);
}

static void
settle_step(struct plan *p, int step)
{
	int	i, k;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		for (k = 0; k < p->slots[i].round; k++)
			settle(p, &p->slots[i].rounds[k]);
		settle(p, &p->slots[i]);
		p->open[p->proc->nevents + step] |= !p->slots[i].posted;
	}
}

/* In each way of asking; *k has the first of them. */
static void
ask_all(struct asker *k, int point, asked_fn *ask)
{
	const struct frame	first = k->f;
	int			n;

	ask_point(k, point, ask);
	for (n = 1; n < frames(k->p); n++) {
		k->f = nth_frame(k->p, n);
		ask_point(k, point, ask);
	}
	k->f = first;
}

/* A deadline may name a point that comes later: when all are settled. */
static void
sweep(struct plan *p)
{
	struct asker	a = { .p = p, .f = nth_frame(p, 0) };
	int		i, k, all = p->proc->nevents + p->proc->nsteps;

	for (k = 0; k < all; k++) {
		i = p->proc->order[k];
		ask_all(&a, i, look_ahead);
		if (!is_event(p, i))
			settle_step(p, i - p->proc->nevents);
	}
	for (i = 0; i < all; i++)
		if (p->proc->ties[i].ndues > 0 || p->neras > 1 ||
		    p->aims.n > 0)
			ask_all(&a, i, find_due);
	sweep_back(p);
}

/*
 * A point is asked as what it is: its own deadlines and what it must follow by
 * the era of its fact, what must follow it from its last round on.
 */
static const struct room *
answer(struct plan *p, int node, struct day fact, struct day begins, bool cut)
{
	struct frame	 f = frame_of(p, plan_era(p, fact), cut);
	struct frame	 back = frame_of(p, day_is(begins) ?
			    plan_era(p, begins) : 0, cut);
	struct room	*r;

	if (p->neras == 1)
		return &f.rooms[node];
	r = arena_alloc(p->arena, sizeof(*r));
	*r = f.rooms[node];
	r->behind = back.rooms[node].behind;
	r->pressed = back.rooms[node].pressed;
	r->blind = back.rooms[node].blind;
	close_room(r, r);
	return r;
}

/* Does what an end cuts off count for nothing here? */
static bool
cuts(const struct plan *p, int point)
{
	return p->cuts && !p->ending.behind[point];
}

/* One era and no end: each room is the answer itself. */
static void
answer_plainly(struct plan *p)
{
	int	i;

	for (i = 0; i < p->proc->nevents; i++)
		p->events[i].room = p->events[i].owed = &p->rooms[i];
	for (i = 0; i < p->nslots; i++)
		p->slots[i].room = p->slots[i].owed =
		    &p->rooms[p->slots[i].node];
}

static void
answer_slot(struct plan *p, struct slot *s)
{
	s->room = answer(p, s->node, s->opens, s->begins, false);
	s->owed = cuts(p, p->proc->nevents + s->step) ?
	    answer(p, s->node, s->opens, s->begins, true) : s->room;
}

static void
answer_all(struct plan *p)
{
	struct event_plan	*e;
	struct slot		*s;
	int			 i, k;

	if (frames(p) == 1) {
		answer_plainly(p);
		return;
	}
	for (i = 0; i < p->proc->nevents; i++) {
		e = &p->events[i];
		e->room = answer(p, i, e->day, DAY_NONE, false);
		e->owed = cuts(p, i) ? answer(p, i, e->day, DAY_NONE, true) :
		    e->room;
	}
	for (i = 0; i < p->nslots; i++) {
		s = &p->slots[i];
		answer_slot(p, s);
		for (k = 0; k < s->round; k++)
			answer_slot(p, &s->rounds[k]);
	}
}

static struct plan *
lay(struct plan *p, struct day view, const struct plan *until)
{
	const struct procedure	*proc = p->proc;
	int			 i;

	p->cal = calendars_for(p->calendars, p->matter->division);
	p->turn = DAY_NONE;
	p->events = arena_array(p->arena, (size_t)proc->nevents + 1,
	    sizeof(*p->events));
	p->slots = plan_slots(p->arena, proc, p->matter, &p->nslots,
	    &p->first);
	share_rooms(p);
	take_events(p, view);
	take_postings(p, view);
	find_applying(p);
	p->open = arena_array(p->arena, (size_t)(proc->nevents +
	    proc->nsteps) + 1, sizeof(*p->open));
	for (i = 0; i < proc->nevents; i++)
		p->open[i] = p->events[i].n == 0;
	find_rounds(p, view);
	find_ending(p, until);
	p->rooms = arena_array(p->arena, (size_t)(frames(p) * p->nrooms) + 1,
	    sizeof(*p->rooms));
	sweep(p);
	answer_all(p);
	return p;
}

struct plan *
plan_lay(struct arena *a, const struct procedure *proc,
    const struct matter *m, const struct calendars *cals, struct day view,
    const struct plan *until, enum detail detail)
{
	struct plan	*p = arena_alloc(a, sizeof(*p));

	*p = (struct plan){ .proc = proc, .matter = m, .calendars = cals,
	    .arena = a, .detail = detail, .keeps = detail == LAY_REASONS };
	return lay(p, view, until);
}

struct plan *
plan_aim(struct arena *a, const struct procedure *proc,
    const struct matter *m, const struct calendars *cals,
    const struct plan *until, struct aims aims)
{
	struct plan	*p = arena_alloc(a, sizeof(*p));

	*p = (struct plan){ .proc = proc, .matter = m, .calendars = cals,
	    .arena = a, .detail = LAY_DAYS, .aims = aims };
	return lay(p, DAY_LAST, until);
}

/* ---- what comes next */

/* First day that a bound allows when what it names is on `from`. */
static struct day
first_behind(const struct bound *b, struct day from, const struct workcal *cal)
{
	struct day	next = b->point.edge == EDGE_CLOSES ?
			    day_add(from, 1) : from;

	if (b->kind != BOUND_LEAST_AFTER)
		return next;
	from = period_last(b->period, from, cal, NULL);
	return day_is(from) ? day_max(from, next) : DAY_NONE;
}

/* What a point asks of a step, if that opens then: l->day, owner where any. */
static void
ask_behind(const struct plan *p, const struct slot *s, struct day opens,
    int point, struct limit *l)
{
	const struct ties	*t = &p->proc->ties[point];
	struct day		 d;
	bool			 unknown = false;
	int			 i;

	for (i = 0; i < t->nfollows; i++) {
		if (t->follows[i]->point.index != p->proc->nevents + s->step ||
		    !bound_asks(p, point, t->follows[i]))
			continue;
		d = t->follows[i]->point.edge == EDGE_OPENS ? opens :
		    day_is(opens) ? plan_closes(p, s, opens, false, NULL) :
		    DAY_NONE;
		d = day_is(d) ? first_behind(t->follows[i], d, p->cal) :
		    DAY_NONE;
		unknown |= !day_is(d);
		raise_limit(l, d, t->follows[i], point, s->division);
		l->owner = point;
	}
	if (unknown)
		l->day = DAY_NONE;
}

struct limit
plan_next(const struct plan *p, const struct slot *s, struct day opens)
{
	struct limit	l = { .day = DAY_NONE, .owner = -1 };
	int		i;

	for (i = 0; i < p->proc->nevents + p->proc->nsteps && l.owner < 0; i++)
		if (p->proc->plain || p->applies[p->proc->order[i]])
			ask_behind(p, s, opens, p->proc->order[i], &l);
	return l;
}

/* ---- days of a case */

struct day
matter_first_day(const struct matter *m)
{
	struct day	d = DAY_NONE;
	size_t		i;

	if (m->periodic)
		return m->begins;
	for (i = 0; i < m->nevents; i++)
		d = day_min(d, m->events[i].day);
	for (i = 0; i < m->npostings; i++)
		d = day_min(d, m->postings[i].posted);
	return d;
}

struct day
matter_last_day(const struct matter *m)
{
	struct day	d = DAY_NONE;
	size_t		i;

	for (i = 0; i < m->nevents; i++)
		d = day_max(d, m->events[i].day);
	for (i = 0; i < m->npostings; i++)
		d = day_max(d, m->postings[i].posted);
	for (i = 0; i < m->nobjections; i++)
		d = day_max(d, m->objections[i].resolved);
	return d;
}
