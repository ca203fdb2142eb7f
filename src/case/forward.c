/*
 * Forward: the first day of each point, by what it must follow.
 */
#include "case/solve.h"

/* What a bound's point gives, at one slot or event, to those behind it. */
struct given {
	struct maybe_day	 when;		/* of the edge named */
	bool			 fact;
	bool			 passed;	/* it does not apply */
	enum known		 known;
	struct day		 base;
	const struct slot	*slot;		/* in the round that answers */
	const struct reason	*next;
};

static enum known
known_of(const struct room *r, bool facts)
{
	return day_is(facts ? r->lower.day : r->earliest) ? KNOWN_EARLIEST :
	    r->unknown && !facts ? KNOWN_UNKNOWN : KNOWN_NOT;
}

/* What does not apply passes on what it must follow itself. */
static void
give_passed(const struct room *r, bool facts, struct given *g)
{
	const struct limit	*l = facts ? &r->lower : &r->from;

	g->passed = true;
	g->fact = !r->waiting;
	g->base = l->day;
	g->next = l->why;
	g->known = day_is(l->day) ? KNOWN_PASSED : known_of(r, facts);
	g->when = maybe_none();
	if (day_is(l->day) || (r->unknown && !facts))
		g->when = maybe_sum(l->day, DAY_NONE, NULL);
}

/*
 * An event on its day, else on its own earliest one; by `facts`, one that is
 * not recorded passes on what it must follow.
 */
static inline void
give_event(const struct asker *k, int i, bool facts, struct given *g)
{
	const struct event_plan	*e = &k->p->events[i];
	const struct room	*r = &k->f.rooms[i];
	const struct limit	*l = facts ? &r->lower : &r->from;

	*g = (struct given){ .fact = e->n > 0, .base = DAY_NONE };
	if (!e->applies) {
		give_passed(r, facts, g);
		return;
	}
	if (g->fact) {
		g->known = KNOWN_RECORDED;
		g->base = e->day;
	} else {
		g->known = known_of(r, facts);
		g->base = facts ? l->day : r->earliest;
		g->next = l->why;
	}
	g->when = maybe_none();
	if (day_is(g->base) || (r->unknown && !facts && !g->fact))
		g->when = maybe_sum(g->base, DAY_NONE, NULL);
}

/* A posted slot by its run, one that is not on its own earliest day. */
static inline void
give_slot(const struct asker *k, const struct slot *slot, enum edge edge,
    struct given *g)
{
	const struct slot	*s = round_in(k->p, slot, k->f.era);
	const struct room	*r = slot_room(k->f, s);

	*g = (struct given){ .slot = s, .fact = s->posted &&
	    (edge == EDGE_OPENS || !s->endless), .base = DAY_NONE };
	if (!s->applies) {
		give_passed(r, false, g);
		g->when.at = s->division;
		return;
	}
	g->known = s->posted ? KNOWN_POSTED : known_of(r, false);
	g->base = s->posted ? s->opens : r->earliest;
	g->next = s->posted ? NULL : r->from.why;
	if (!day_is(g->base))
		g->when = r->unknown ? maybe_sum(DAY_NONE, DAY_NONE, NULL) :
		    maybe_none();
	else if (edge == EDGE_OPENS)
		g->when = maybe_sum(g->base, DAY_NONE, NULL);
	else if (g->fact)
		g->when = maybe_sum(s->judged, s->judged_brink, NULL);
	else
		g->when = slot_last_forecast(k->p, k->f, s, g->base);
	if (s->posted && !g->fact)
		g->known = KNOWN_OPEN;
	g->when.at = s->division;
}

/* ---- from what it gives to the first day that is allowed */

const struct reason *
keep(struct plan *p, const struct reason *r)
{
	struct reason	*copy;

	if (!p->keeps)
		return NULL;
	copy = arena_alloc(p->arena, sizeof(*copy));
	*copy = *r;
	return copy;
}

static const struct sum *
window_of(const struct asker *k, const struct bound *b,
    const struct given *g, const struct period_part **part)
{
	const struct slot	*s = g->slot;

	*part = NULL;
	if (s == NULL || g->passed || b->point.edge != EDGE_CLOSES ||
	    !s->lasts || !day_is(g->base))
		return NULL;
	*part = plan_part(k->p, s, g->base, false);
	return *part == NULL || (*part)->kind != PART_LASTS ? NULL :
	    sum_from(k->p->arena, (*part)->judged, g->base, k->p->calendars,
	    s->division);
}

static const char *
whose(const struct asker *k)
{
	return k->slot != NULL ? k->slot->division :
	    k->p->matter->division;
}

/* How a bound was reckoned, kept for who asks. */
static const struct reason *
tell(const struct asker *k, const struct bound *b, const struct given *g,
    struct maybe_day day)
{
	struct reason	r = { .kind = REASON_AFTER, .bound = b,
			    .self = k->point, .self_at = k->slot == NULL ?
			    NULL : k->slot->division,
			    .other = b->point.index, .at = g->slot == NULL ?
			    NULL : g->slot->division, .known = g->known,
			    .base = g->base, .next = g->next,
			    .edge = g->when.day, .day = day.day,
			    .brink = g->when.brink, .least = DAY_NONE };

	r.window = window_of(k, b, g, &r.part);
	if (b->kind == BOUND_LEAST_AFTER && day_is(r.edge)) {
		r.count = sum_from(k->p->arena, b->period, r.edge,
		    k->p->calendars, whose(k));
		r.brink = r.count->brink;
	}
	return keep(k->p, &r);
}

/*
 * First day that a bound allows when what it names is on `from`.  A step that
 * does not apply takes no time.
 */
static inline struct maybe_day
behind(const struct asker *k, const struct bound *b, const struct given *g)
{
	struct day	from = g->when.day, next = from;

	if (g->when.kind != MAYBE_DAY)
		return g->when;
	if (b->point.edge == EDGE_CLOSES && !g->passed)
		next = day_add(from, 1);
	if (b->kind == BOUND_LEAST_AFTER) {
		from = period_last(b->period, from, k->cal, NULL);
		next = day_is(from) ? day_max(from, next) : DAY_NONE;
	}
	return maybe_sum(next, DAY_NONE, g->when.at);
}

/* What all bounds of a point came to, so far. */
struct tally {
	enum maybe		  least;	/* it outweighs */
	const struct reason	**tail;
};

static inline struct maybe_day
weigh(struct asker *k, const struct bound *b, const struct given *g,
    struct tally *t)
{
	struct room		*r = k->room;
	struct maybe_day	 d = behind(k, b, g);
	struct day		 was = r->from.day;
	struct reason		*why;

	r->silent = false;
	r->waiting |= !g->fact;
	raise_limit(&r->from, d.day, b, k->point, d.at);
	t->least = d.kind < t->least ? d.kind : t->least;
	if (!k->p->keeps)
		return d;
	why = (struct reason *)(uintptr_t)tell(k, b, g, d);
	*t->tail = why;
	t->tail = &why->more;
	if (was.n != r->from.day.n)
		r->from.why = why;
	return d;
}

/* Is the point a fact, and one after the end? */
static bool
is_beyond(const struct asker *k, const struct bound *b)
{
	int		 i, step = b->point.index - k->p->proc->nevents;
	bool		 beyond = false;
	struct given	 g;

	if (!k->f.cut)
		return false;
	if (step < 0) {
		give_event(k, b->point.index, false, &g);
		return g.fact && !g.passed && is_cut(k->p, k->f, g.when);
	}
	for (i = k->p->first[step]; i < k->p->first[step + 1]; i++) {
		give_slot(k, &k->p->slots[i], b->point.edge, &g);
		if (!g.fact || g.passed)
			return false;
		beyond |= is_cut(k->p, k->f, g.when);
	}
	return beyond;
}

/* ---- by what is recorded or posted alone */

static inline void
allow(struct asker *k, const struct bound *b, const struct given *g,
    struct maybe_day d)
{
	struct room		*r = k->room;
	struct day		 lower = r->lower.day, allowed = r->allowed.day;
	const struct reason	*why;

	raise_limit(&r->lower, d.day, b, k->point, g->when.at);
	if (b->kind != BOUND_GATE)
		raise_limit(&r->allowed, d.day, b, k->point, g->when.at);
	if (!k->p->keeps)
		return;
	why = tell(k, b, g, d);
	if (lower.n != r->lower.day.n)
		r->lower.why = why;
	if (allowed.n != r->allowed.day.n)
		r->allowed.why = why;
}

/* The later of two slots that are known; what does not apply passes on. */
static inline void
allow_slot(struct asker *k, const struct bound *b, struct given *g,
    struct maybe_day d, struct given *last, struct maybe_day *first)
{
	if (g->passed) {
		give_passed(slot_room(k->f, g->slot), true, g);
		g->when.at = g->slot->division;
		d = behind(k, b, g);
	} else if (!g->fact)
		return;
	if (g->when.kind != MAYBE_DAY || (last->when.kind == MAYBE_DAY &&
	    day_cmp(g->when.day, last->when.day) <= 0))
		return;
	*last = *g;
	*first = d;
}

/* ---- each bound, both ways */

static inline void
weigh_event(struct asker *k, const struct bound *b, struct tally *t)
{
	struct given		 g;
	struct maybe_day	 d;
	int			 i = b->point.index;

	if (!k->p->events[i].applies && k->f.rooms[i].silent)
		return;
	give_event(k, i, false, &g);
	d = weigh(k, b, &g, t);
	if (k->f.cut)
		return;
	if (!g.fact || g.passed) {
		give_event(k, i, true, &g);
		d = behind(k, b, &g);
	}
	if (g.when.kind == MAYBE_DAY)
		allow(k, b, &g, d);
}

/*
 * All slots of a step: the last fact that is known counts for what is allowed.
 */
static inline void
weigh_step(struct asker *k, const struct bound *b, int step, struct tally *t)
{
	const struct plan	*p = k->p;
	struct given		 g, last = { .when = maybe_none() };
	struct maybe_day	 d, first = maybe_none();
	int			 i;

	if (p->first[step] == p->first[step + 1]) {
		k->room->waiting = true;
		t->least = MAYBE_NONE;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		if (!p->slots[i].applies &&
		    slot_room(k->f, &p->slots[i])->silent)
			continue;
		give_slot(k, &p->slots[i], b->point.edge, &g);
		d = weigh(k, b, &g, t);
		if (!k->f.cut)
			allow_slot(k, b, &g, d, &last, &first);
	}
	if (last.when.kind == MAYBE_DAY)
		allow(k, b, &last, first);
}

/* A round begins no earlier than its own day, whatever else is allowed. */
static void
begin_round(struct asker *k)
{
	struct room		*r = k->room;
	const struct slot	*s;
	struct reason		 why;

	if (k->slot == NULL || !k->slot->applies || !day_is(r->from.day))
		return;
	s = round_in(k->p, k->slot, k->f.era);
	if (!day_is(s->begins) || day_cmp(s->begins, r->from.day) <= 0)
		return;
	why = (struct reason){ .kind = REASON_AFTER, .self = k->point,
	    .self_at = s->division, .other = k->point, .at = s->division,
	    .known = KNOWN_ROUND, .base = s->begins, .edge = s->begins,
	    .day = s->begins, .brink = DAY_NONE, .least = DAY_NONE };
	r->from = (struct limit){ s->begins, k->point, NULL, s->division,
	    keep(k->p, &why) };
}

/*
 * earliest: all that it must follow, facts or at their own earliest; and what
 * is allowed by facts alone.
 */
static void
find_earliest(struct asker *k)
{
	const struct ties	*t = &k->p->proc->ties[k->point];
	struct room		*r = k->room;
	struct tally		 all = { MAYBE_DAY, &r->needs };
	const struct bound	*b;
	int			 i, step;

	for (i = 0; i < t->nfollows; i++) {
		b = t->follows[i];
		if (!bound_asks(k->p, k->point, b) || is_beyond(k, b))
			continue;
		step = b->point.index - k->p->proc->nevents;
		if (step < 0)
			weigh_event(k, b, &all);
		else
			weigh_step(k, b, step, &all);
	}
	r->unknown = all.least == MAYBE_UNKNOWN;
	if (all.least != MAYBE_DAY)
		r->from = (struct limit){ .day = DAY_NONE };
}

/* Of a room in fresh memory, where all else is zero. */
static void
room_init(struct room *r)
{
	r->earliest = r->from.day = r->allowed.day = r->lower.day =
	    r->due.day = r->brink.day = r->urged.day = r->behind.day =
	    r->pressed.day = r->latest.day = r->advised.day = DAY_NONE;
	r->silent = true;
}

/*
 * Slots of a step with the same days off differ in their rounds alone: what
 * they must follow is asked once.
 */
void
look_ahead(struct asker *k)
{
	struct room	*r = k->room;

	if (k->slot != NULL && k->based == k->cal)
		*r = k->base;
	else {
		room_init(r);
		find_earliest(k);
		if (k->slot != NULL && k->p->neras > 1) {
			k->base = *r;
			k->based = k->cal;
		}
	}
	begin_round(k);
	r->earliest = r->from.day;
	r->forecast = r->waiting && day_is(r->earliest);
}
