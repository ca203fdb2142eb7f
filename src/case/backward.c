/*
 * Backward: what must follow a point bounds it.
 */
#include "case/solve.h"

/* By the judged count, and by the planned one. */
enum count { JUDGED, PLANNED, COUNTS };

struct push {
	struct plan		*p;
	struct frame		 f;
	const struct bound	*bound;
	int			 owner;		/* what must follow */
	const struct slot	*at;		/* its slot; NULL: an event */
	const struct workcal	*cal;
	bool			 blind;		/* its owner is */
	bool			 fact;
	struct day		 from[COUNTS];	/* its fact, or own latest */
	const struct reason	*next[COUNTS];	/* why, where no fact */
};

/*
 * Y, at `from`, pushes what bound b of it names: the point is on or before
 * that day, a step is over the day before.  An inverse that nobody can know
 * bounds nothing.
 */
static struct day
ahead(const struct push *h, enum count c, bool takes_time)
{
	const struct bound	*b = h->bound;
	struct day		 last = h->from[c], act;

	if (b->point.edge == EDGE_CLOSES && takes_time)
		last = day_add(last, -1);
	if (b->kind != BOUND_LEAST_AFTER || !day_is(h->from[c]))
		return last;
	act = period_act(b->period, h->from[c], h->cal, NULL);
	return day_is(act) ? day_min(act, last) : DAY_NONE;
}

/* What is pressed, and to which day. */
struct pressed {
	int				 self;
	const struct slot		*slot;	/* NULL: an event */
	struct day			 edge, day;
	const struct period_part	*by;
};

static const struct reason *
tell(const struct push *h, enum count c, const struct pressed *x)
{
	struct plan	*p = h->p;
	struct reason	 r = { .kind = REASON_AHEAD, .bound = h->bound,
			    .self = x->self, .self_at = x->slot == NULL ?
			    NULL : x->slot->division, .other = h->owner,
			    .at = h->at == NULL ? NULL : h->at->division,
			    .known = !h->fact ? c == PLANNED ?
			    KNOWN_ADVISED : KNOWN_LATEST : h->at == NULL ?
			    KNOWN_RECORDED : KNOWN_POSTED,
			    .base = h->from[c], .next = h->next[c],
			    .part = x->by, .edge = x->edge, .day = x->day,
			    .brink = DAY_NONE, .least = DAY_NONE };

	if (h->bound->kind == BOUND_LEAST_AFTER)
		r.count = sum_until(p->arena, h->bound->period, h->from[c],
		    p->calendars, h->at == NULL ? p->matter->division :
		    h->at->division);
	if (x->by != NULL)
		r.window = sum_until(p->arena, c == PLANNED ?
		    x->by->planned : x->by->judged, x->edge, p->calendars,
		    x->slot->division);
	return keep(p, &r);
}

static void
press(const struct push *h, enum count c, struct room *r,
    const struct pressed *x)
{
	struct limit	*l = c == PLANNED ? &r->pressed : &r->behind;
	struct day	 was = l->day;

	r->blind |= !day_is(x->day);
	lower_limit(l, x->day, h->bound, h->owner, h->at == NULL ? NULL :
	    h->at->division);
	if (h->p->keeps && was.n != l->day.n)
		l->why = tell(h, c, x);
}

static void
press_slot(const struct push *h, enum count c, const struct slot *s)
{
	struct pressed	x = { .self = h->p->proc->nevents + s->step,
			    .slot = s, .edge = ahead(h, c, s->applies) };

	x.day = x.edge;
	if (h->bound->point.edge == EDGE_CLOSES && s->applies &&
	    day_is(x.edge))
		x.day = slot_opening(h->p, s, x.edge, c == PLANNED, &x.by);
	press(h, c, slot_room(h->f, s), &x);
}

static void
press_event(const struct push *h, enum count c)
{
	struct pressed	x = { .self = h->bound->point.index,
			    .edge = ahead(h, c, true) };

	x.day = x.edge;
	press(h, c, &h->f.rooms[x.self], &x);
}

/* Verdicts ask for the latest day of what has not happened alone. */
static bool
is_asked(const struct plan *p, bool open)
{
	return open || p->detail != LAY_VERDICT || p->cuts || p->neras > 1;
}

/* Each room once, at the first slot of it that is asked. */
static void
press_step(const struct push *h, enum count c, int step)
{
	const struct plan	*p = h->p;
	int			 i, node = -1;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		if (p->slots[i].node == node ||
		    !is_asked(p, !p->slots[i].posted))
			continue;
		node = p->slots[i].node;
		press_slot(h, c, &p->slots[i]);
	}
}

static void
press_point(const struct push *h)
{
	const struct plan	*p = h->p;
	int			 step = h->bound->point.index -
				    p->proc->nevents;
	enum count		 c;

	for (c = JUDGED; c < COUNTS; c++) {
		if (!day_is(h->from[c]) && !h->blind)
			continue;
		if (step < 0) {
			if (is_asked(p, p->events[h->bound->point.index].n ==
			    0))
				press_event(h, c);
			continue;
		}
		press_step(h, c, step);
	}
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

/* Pushes all that a point must follow. */
static void
push_all(struct push *h)
{
	const struct ties	*t = &h->p->proc->ties[h->owner];
	int			 i;

	if (!day_is(h->from[JUDGED]) && !day_is(h->from[PLANNED]) && !h->blind)
		return;
	for (i = 0; i < t->nfollows; i++) {
		h->bound = t->follows[i];
		if (bound_asks(h->p, h->owner, h->bound))
			press_point(h);
	}
}

/* By its fact, where it has any, else by its own latest. */
static void
push_as(struct push *h, const struct room *r, struct day fact, bool any)
{
	any &= !h->p->aims.alone;
	h->fact = any;
	h->blind = r->blind && !any;
	h->from[JUDGED] = any ? fact : r->latest.day;
	h->from[PLANNED] = any ? fact : r->advised.day;
	h->next[JUDGED] = any ? NULL : r->latest.why;
	h->next[PLANNED] = any ? NULL : r->advised.why;
}

/* Neighbours that push to the same day push once: of equal limits the first. */
static bool
pushes_alike(const struct push *a, const struct push *b)
{
	return a->cal == b->cal && a->blind == b->blind &&
	    a->from[JUDGED].n == b->from[JUDGED].n &&
	    a->from[PLANNED].n == b->from[PLANNED].n;
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
	push_as(&h, &f.rooms[i], fact, any);
	push_all(&h);
}

/* A slot that is no fact looks from its own last round on. */
static void
push_slot(struct plan *p, struct frame f, const struct slot *s,
    struct push *last)
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
	push_as(&h, far, fact, any);
	if (pushes_alike(&h, last))
		return;
	*last = h;
	push_all(&h);
}

/* Of two that share a room and opened on one day the first pushes for both. */
static bool
is_alike(const struct slot *a, const struct slot *b)
{
	return a->node == b->node && a->posted == b->posted &&
	    a->opens.n == b->opens.n;
}

static void
push_step(struct plan *p, struct frame f, int step)
{
	struct push	last = { .cal = NULL };
	int		i;

	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (i == p->first[step] || !is_alike(&p->slots[i - 1],
		    &p->slots[i]))
			push_slot(p, f, &p->slots[i], &last);
}

/* Nobody asks: it has happened, and so has all that it must follow. */
static bool
is_settled(const struct plan *p, int point)
{
	const struct ties	*t = &p->proc->ties[point];
	int			 i;

	if (is_asked(p, p->open[point]))
		return false;
	for (i = 0; i < t->nfollows; i++)
		if (p->open[t->follows[i]->point.index])
			return false;
	return true;
}

static void
push_point(struct plan *p, struct frame f, int i)
{
	if (is_settled(p, i))
		return;
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
	bool	asked = is_asked(p, false);
	int	frames = p->neras * (p->cuts ? 2 : 1);

	for (i = 0; i < all; i++)
		asked |= p->open[i];
	for (k = all - 1; asked && k >= 0; k--) {
		i = p->proc->order[k];
		for (n = 0; n < frames; n++)
			push_point(p, frame_of(p, n % p->neras, n >=
			    p->neras), i);
	}
}
