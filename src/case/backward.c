/*
 * Backward: what must follow a point bounds it.
 */
#include "case/solve.h"

struct push {
	struct plan		*p;
	struct frame		 f;
	const struct bound	*bound;
	int			 owner;		/* what must follow */
	const struct slot	*at;		/* its slot; NULL: an event */
	const struct workcal	*cal;
	bool			 planned;
	bool			 blind;		/* its owner is */
	bool			 fact;
	struct day		 from;		/* its fact, or its own latest */
	const struct reason	*next;		/* why, where no fact */
};

/*
 * Y, at `from`, pushes what bound b of it names: the point is on or before
 * that day, a step is over the day before.  An inverse that nobody can know
 * bounds nothing.
 */
static struct day
ahead(const struct push *h, bool takes_time)
{
	const struct bound	*b = h->bound;
	struct day		 last = b->point.edge == EDGE_CLOSES &&
				    takes_time ? day_add(h->from, -1) :
				    h->from, act;

	if (b->kind != BOUND_LEAST_AFTER || !day_is(h->from))
		return last;
	act = period_act(b->period, h->from, h->cal, NULL);
	return day_is(act) ? day_min(act, last) : DAY_NONE;
}

static const struct reason *
tell(const struct push *h, int self, const struct slot *s, struct day edge,
    struct day day, const struct period_part *by)
{
	struct plan	*p = h->p;
	struct reason	 r = { .kind = REASON_AHEAD, .bound = h->bound,
			    .self = self, .self_at = s == NULL ? NULL :
			    s->division, .other = h->owner, .at = h->at ==
			    NULL ? NULL : h->at->division,
			    .known = !h->fact ? h->planned ? KNOWN_ADVISED :
			    KNOWN_LATEST : h->at == NULL ? KNOWN_RECORDED :
			    KNOWN_POSTED, .base = h->from, .next = h->next,
			    .part = by, .edge = edge, .day = day,
			    .brink = DAY_NONE, .least = DAY_NONE };

	if (!p->keeps)
		return NULL;
	if (h->bound->kind == BOUND_LEAST_AFTER)
		r.count = sum_until(p->arena, h->bound->period, h->from,
		    p->calendars, h->at == NULL ? p->matter->division :
		    h->at->division);
	if (by != NULL)
		r.window = sum_until(p->arena, h->planned ? by->planned :
		    by->judged, edge, p->calendars, s->division);
	return keep(p, &r);
}

static void
press(const struct push *h, struct room *r, int self, const struct slot *s,
    struct day edge, struct day day, const struct period_part *by)
{
	struct limit	*l = h->planned ? &r->pressed : &r->behind;
	struct day	 was = l->day;

	r->blind |= !day_is(day);
	lower_limit(l, day, h->bound, h->owner, h->at == NULL ? NULL :
	    h->at->division);
	if (h->p->keeps && was.n != l->day.n)
		l->why = tell(h, self, s, edge, day, by);
}

static void
press_slot(const struct push *h, const struct slot *s)
{
	const struct period_part	*by = NULL;
	struct day			 edge = ahead(h, s->applies);
	struct day			 day = edge;

	if (h->bound->point.edge == EDGE_CLOSES && s->applies &&
	    day_is(edge))
		day = slot_opening(h->p, s, edge, h->planned, &by);
	press(h, slot_room(h->f, s), h->p->proc->nevents + s->step, s, edge,
	    day, by);
}

static void
press_point(const struct push *h)
{
	const struct plan	*p = h->p;
	int			 pt = h->bound->point.index;
	int			 i, step = pt - p->proc->nevents;
	struct day		 day;

	if (!day_is(h->from) && !h->blind)
		return;
	if (step < 0) {
		day = ahead(h, true);
		press(h, &h->f.rooms[pt], pt, NULL, day, day, NULL);
		return;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (i == p->first[step] ||
		    p->slots[i].node != p->slots[i - 1].node)
			press_slot(h, &p->slots[i]);
}

/* ---- the day of what must follow */

/* The first day in view after `after`; *any: it has one at all. */
static struct day
event_since(const struct plan *p, struct frame f, const struct event_plan *e,
    struct day after, bool *any)
{
	struct maybe_day	d;
	size_t			i;

	*any = false;
	for (i = 0; i < e->n; i++) {
		d = maybe_sum(e->facts[i].day, DAY_NONE, NULL);
		if (is_cut(p, f, d))
			continue;
		*any = true;
		if (!day_is(after) || day_cmp(d.day, after) > 0)
			return d.day;
	}
	return DAY_NONE;
}

static struct day
slot_since(const struct plan *p, struct frame f, const struct slot *s,
    struct day after, bool *any)
{
	struct maybe_day	d = s->posted ? maybe_sum(s->opens, DAY_NONE,
				    NULL) : maybe_none();

	*any = d.kind == MAYBE_DAY && !is_cut(p, f, d);
	return *any && (!day_is(after) || day_cmp(d.day, after) > 0) ?
	    d.day : DAY_NONE;
}

/* Own deadlines count where the point applies; latest is of both kinds. */
void
close_room(struct room *r, const struct room *own)
{
	r->latest = own->due;
	if (day_is(r->behind.day) && (!day_is(r->latest.day) ||
	    day_cmp(r->behind.day, r->latest.day) < 0))
		r->latest = r->behind;
	r->advised = own->urged;
	if (day_is(r->pressed.day) && (!day_is(r->advised.day) ||
	    day_cmp(r->pressed.day, r->advised.day) < 0))
		r->advised = r->pressed;
}

/* Pushes all that a point must follow: by its fact, or its own latest. */
static void
push_all(struct push *h, const struct room *r, struct day fact, bool any)
{
	const struct ties	*t = &h->p->proc->ties[h->owner];
	int			 i;

	h->fact = any;
	h->blind = r->blind && !any;
	if (any && !day_is(fact))
		return;
	for (i = 0; i < t->nfollows; i++) {
		h->bound = t->follows[i];
		if (!bound_asks(h->p, h->owner, h->bound))
			continue;
		h->planned = false;
		h->from = any ? fact : r->latest.day;
		h->next = any ? NULL : r->latest.why;
		press_point(h);
		h->planned = true;
		h->from = any ? fact : r->advised.day;
		h->next = any ? NULL : r->advised.why;
		press_point(h);
	}
}

/* The day after which facts bound, in an era: that on which it begins. */
static struct day
after_of(const struct plan *p, int era)
{
	return era == 0 ? DAY_NONE : p->eras[era - 1];
}

static void
push_event(struct plan *p, struct frame f, int i)
{
	struct event_plan	*e = &p->events[i];
	struct push		 h = { .p = p, .f = f, .owner = i,
				    .cal = p->cal };
	bool			 any;
	struct day		 fact = event_since(p, f, e,
				    after_of(p, f.era), &any);

	close_room(&f.rooms[i], &last_frame(p, f.cut).rooms[i]);
	push_all(&h, &f.rooms[i], fact, any);
}

/* A slot that is no fact looks from its own last round on. */
static void
push_slot(struct plan *p, struct frame f, const struct slot *s)
{
	int		 own = s->round == 0 ? 0 : plan_era(p, s->begins);
	struct push	 h = { .p = p, .f = f, .owner = p->proc->nevents +
			    s->step, .at = s, .cal = s->cal };
	struct room	*r = slot_room(f, s), *far = r;
	bool		 any;
	struct day	 fact = slot_since(p, f, s, after_of(p, f.era), &any);

	close_room(r, slot_room(last_frame(p, f.cut), s));
	if (s->applies && own > f.era)
		far = slot_room(frame_of(p, own, f.cut), s);
	if (far != r)
		close_room(far, slot_room(last_frame(p, f.cut), s));
	push_all(&h, far, fact, any);
}

static void
push_step(struct plan *p, struct frame f, int step)
{
	int	i;

	for (i = p->first[step]; i < p->first[step + 1]; i++)
		push_slot(p, f, &p->slots[i]);
}

static void
push_point(struct plan *p, struct frame f, int i)
{
	if (is_event(p, i))
		push_event(p, f, i);
	else
		push_step(p, f, i - p->proc->nevents);
}

/* Of a point that comes later all ways of asking are done before it pushes. */
void
sweep_back(struct plan *p)
{
	int	i, k, n, all = p->proc->nevents + p->proc->nsteps;
	int	frames = p->neras * (p->cuts ? 2 : 1);

	for (k = all - 1; k >= 0; k--) {
		i = p->proc->order[k];
		for (n = 0; n < frames; n++)
			push_point(p, frame_of(p, n % p->neras, n >=
			    p->neras), i);
	}
}
