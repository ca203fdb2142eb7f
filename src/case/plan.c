#include "case/plan.h"

#include <string.h>

/* What a point gives to those behind it. */
struct value {
	struct maybe_day	 when;	/* of a step at the slot it is from */
	bool			 fact;
};

static bool
is_event(const struct procedure *p, int point)
{
	return point < p->nevents;
}

struct day
plan_closes(const struct plan *p, const struct slot *s, struct day opens,
    bool planned, struct day *brink)
{
	const struct step_rule	*r = &p->proc->steps[s->step];

	if (brink != NULL)
		*brink = DAY_NONE;
	if (r->lasts.n == 0)
		return opens;
	return period_last(planned ? r->lasts.list[0].planned :
	    r->lasts.list[0].judged, opens, s->cal,
	    brink);
}

/*
 * Slots of one step stand before the same other points: where their days off
 * are the same too, so is their room, which is worked out once, at the first.
 */
static bool
shares_room(const struct plan *p, int i)
{
	return i > p->first[p->slots[i].step] &&
	    p->slots[i].cal == p->slots[i - 1].cal;
}

/* ---- what a point gives to those behind it */

static struct maybe_day
slot_day(const struct slot *s, enum edge edge)
{
	struct day	opens = s->posted ? s->opens : s->room.earliest;

	if (!day_is(opens) && !s->room.unknown)
		return maybe_none();
	if (!day_is(opens) || edge == EDGE_OPENS)
		return maybe_sum(opens, DAY_NONE, s->division);
	return maybe_sum(s->judged, s->judged_brink, s->division);
}

/* The point at its fact, else at its own earliest day: of a step all slots. */
static struct value
value_of(const struct plan *p, struct point pt)
{
	const struct event_plan	*e;
	const struct slot	*s;
	struct value		 v = { maybe_none(), false };
	struct maybe_day	 d;
	int			 i, step = pt.index - p->proc->nevents;

	if (is_event(p->proc, pt.index)) {
		e = &p->events[pt.index];
		v.fact = e->n > 0;
		if (v.fact || day_is(e->room.earliest) || e->room.unknown)
			v.when = maybe_sum(v.fact ? e->day : e->room.earliest,
			    DAY_NONE, NULL);
		return v;
	}
	v.fact = p->first[step] < p->first[step + 1];
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		d = slot_day(s, pt.edge);
		v.when = i == p->first[step] ? d : maybe_later(v.when, d);
		v.fact &= s->posted;
	}
	return v;
}

/* First day that a bound allows when what it names is on `from`. */
static struct day
behind(const struct bound *b, struct day from, const struct workcal *cal)
{
	struct day	next = b->point.edge == EDGE_CLOSES ?
			    day_add(from, 1) : from;

	if (b->kind != BOUND_LEAST_AFTER)
		return next;
	from = period_last(b->period, from, cal, NULL);
	return day_is(from) ? day_max(from, next) : DAY_NONE;
}

static void
raise_limit(struct limit *l, struct day d, const struct bound *b, int owner,
    const char *at)
{
	if (day_is(d) && (!day_is(l->day) || day_cmp(d, l->day) > 0))
		*l = (struct limit){ d, owner, b, at };
}

static void
lower_limit(struct limit *l, struct day d, const struct bound *b, int owner,
    const char *at)
{
	if (day_is(d) && (!day_is(l->day) || day_cmp(d, l->day) < 0))
		*l = (struct limit){ d, owner, b, at };
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
		if (t->follows[i]->point.index != p->proc->nevents + s->step)
			continue;
		d = t->follows[i]->point.edge == EDGE_OPENS ? opens :
		    day_is(opens) ? plan_closes(p, s, opens, false, NULL) :
		    DAY_NONE;
		d = day_is(d) ? behind(t->follows[i], d, p->cal) : DAY_NONE;
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
		ask_behind(p, s, opens, p->proc->order[i], &l);
	return l;
}

/* earliest: all that it must follow, facts or at their own earliest. */
static void
find_earliest(const struct plan *p, int point, const struct workcal *cal,
    struct room *r)
{
	const struct ties	*t = &p->proc->ties[point];
	const struct bound	*b;
	struct value		 v;
	struct maybe_day	 d;
	enum maybe		 least = MAYBE_DAY;	/* it outweighs */
	int			 i;

	for (i = 0; i < t->nfollows; i++) {
		b = t->follows[i];
		v = value_of(p, b->point);
		r->waiting |= !v.fact;
		d = v.when;
		if (d.kind == MAYBE_DAY)
			d = maybe_sum(behind(b, d.day, cal), DAY_NONE, d.at);
		raise_limit(&r->from, d.day, b, point, d.at);
		least = d.kind < least ? d.kind : least;
	}
	r->unknown = least == MAYBE_UNKNOWN;
	if (least != MAYBE_DAY)
		r->from = (struct limit){ .day = DAY_NONE };
	r->earliest = r->from.day;
	r->forecast = r->waiting && day_is(r->earliest);
}

/*
 * The last fact that a bound names: a recorded event; of a step the posted
 * slots alone; what lies behind an event that is not recorded.
 */
static struct day
known_day(const struct plan *p, struct point pt, const char **at)
{
	const struct event_plan	*e;
	const struct slot	*s;
	struct day		 d, last = DAY_NONE;
	int			 i, step;

	*at = NULL;
	if (is_event(p->proc, pt.index)) {
		e = &p->events[pt.index];
		return e->n > 0 ? e->day : e->room.lower.day;
	}
	step = pt.index - p->proc->nevents;
	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		d = pt.edge == EDGE_OPENS ? s->opens : s->judged;
		if (!s->posted || !day_is(d))
			continue;
		if (!day_is(last) || day_cmp(d, last) > 0) {
			last = d;
			*at = s->division;
		}
	}
	return last;
}

static void
find_allowed(const struct plan *p, int point, const struct workcal *cal,
    struct room *r)
{
	const struct ties	*t = &p->proc->ties[point];
	const struct bound	*b;
	const char		*at;
	struct day		 d;
	int			 i;

	for (i = 0; i < t->nfollows; i++) {
		b = t->follows[i];
		d = known_day(p, b->point, &at);
		if (day_is(d))
			d = behind(b, d, cal);
		raise_limit(&r->lower, d, b, point, at);
		if (b->kind != BOUND_GATE)
			raise_limit(&r->allowed, d, b, point, at);
	}
}

/* ---- own deadlines: from facts only */

/* Of `within`: the last of the slots, once all are posted. */
static struct maybe_day
all_posted(const struct plan *p, struct point pt)
{
	struct value	v = value_of(p, pt);

	return v.fact ? v.when : maybe_none();
}

/* Of `before`: the first of the slots that is posted. */
static struct maybe_day
first_posted(const struct plan *p, struct point pt)
{
	struct maybe_day	d = maybe_none();
	int			i, step = pt.index - p->proc->nevents;

	if (is_event(p->proc, pt.index))
		return all_posted(p, pt);
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (p->slots[i].posted)
			d = maybe_earlier(d, slot_day(&p->slots[i], pt.edge));
	return d;
}

/* The last day that a deadline leaves. */
static struct maybe_day
due_by(const struct plan *p, const struct bound *b, const struct workcal *cal)
{
	struct maybe_day	from = b->kind == BOUND_WITHIN ?
				    all_posted(p, b->point) :
				    first_posted(p, b->point);
	struct day		base = from.kind == MAYBE_UNKNOWN &&
				    b->kind != BOUND_WITHIN ?
				    from.brink : from.day;
	struct day		d, brink = DAY_NONE;

	if (!day_is(base))
		return from;
	if (b->kind == BOUND_WITHIN)
		d = period_last(b->period, base, cal, &brink);
	else if (b->kind == BOUND_LEAST_BEFORE)
		d = period_act(b->period, base, cal, &brink);
	else
		d = day_add(base, -1);
	/* back from the earliest day that it can be, it is no earlier */
	if (from.kind == MAYBE_UNKNOWN)
		return maybe_sum(DAY_NONE, day_is(d) ? d : brink, from.at);
	return maybe_sum(d, brink, from.at);
}

static void
find_due(const struct plan *p, int point, const struct workcal *cal,
    struct room *r)
{
	const struct ties	*t = &p->proc->ties[point];
	struct maybe_day	 d;
	int			 i;

	for (i = 0; i < t->ndues; i++) {
		d = due_by(p, t->dues[i], cal);
		lower_limit(&r->due, d.day, t->dues[i], point, d.at);
		lower_limit(&r->brink, d.brink, t->dues[i], point, d.at);
	}
	r->latest = r->due;
	r->advised = r->due;
	lower_limit(&r->advised, r->brink.day, r->brink.bound, point,
	    r->brink.at);
}

/* Of a room in fresh memory, where all else is zero. */
static void
room_init(struct room *r)
{
	r->earliest = r->from.day = r->allowed.day = r->lower.day =
	    r->due.day = r->brink.day = DAY_NONE;
}

static void
look_ahead(const struct plan *p, int point, const struct workcal *cal,
    struct room *r)
{
	room_init(r);
	find_earliest(p, point, cal, r);
	find_allowed(p, point, cal, r);
}

/* ---- which run of postings a slot stands on */

struct posted_run
plan_run(const struct slot *s, size_t *i)
{
	const struct posting	*q = &s->postings[*i];
	const size_t		 first = *i;
	struct posted_run	 r = { q->posted, q->until, 0 };

	for (++*i; *i < s->n; ++*i) {
		q = &s->postings[*i];
		if (!day_is(r.to))
			continue;
		if (day_cmp(q->posted, day_add(r.to, 1)) > 0)
			break;
		r.to = day_is(q->until) ? day_max(r.to, q->until) : DAY_NONE;
	}
	r.postings = (int)(*i - first);
	return r;
}

bool
run_is_whole(const struct plan *p, const struct slot *s,
    struct posted_run r)
{
	struct day	last;

	if (!day_is(r.to))
		return true;
	last = plan_closes(p, s, r.from, false, NULL);
	return day_is(last) && day_cmp(r.to, last) >= 0;
}

bool
run_is_early(const struct slot *s, struct posted_run r)
{
	return day_is(s->room.allowed.day) &&
	    day_cmp(r.from, s->room.allowed.day) < 0;
}

static bool
longer(struct posted_run a, struct posted_run b)
{
	return day_diff(a.from, a.to) > day_diff(b.from, b.to);
}

/* The best stands; of two alike the first, of short ones the longest. */
enum worth { RUN_NONE, RUN_SHORT, RUN_EARLY, RUN_GOOD };

static struct posted_run
standing_run(const struct plan *p, const struct slot *s)
{
	struct posted_run	r, best = { DAY_NONE, DAY_NONE, 0 };
	enum worth		worth, have = RUN_NONE;
	size_t			i = 0;

	while (i < s->n && have != RUN_GOOD) {
		r = plan_run(s, &i);
		worth = !run_is_whole(p, s, r) ? RUN_SHORT :
		    run_is_early(s, r) ? RUN_EARLY : RUN_GOOD;
		if (worth > have || (worth == RUN_SHORT &&
		    have == RUN_SHORT && longer(r, best))) {
			best = r;
			have = worth;
		}
	}
	return best;
}

static void
settle(const struct plan *p, struct slot *s)
{
	struct posted_run	r;
	struct day		from = s->room.earliest, brink;
	bool			lasts = p->proc->steps[s->step].lasts.n > 0;

	s->opens = s->ends = DAY_NONE;
	s->posted = s->n > 0;
	if (s->posted) {
		r = standing_run(p, s);
		from = s->opens = r.from;
		s->ends = r.to;
	}
	s->judged = plan_closes(p, s, from, false, &s->judged_brink);
	s->planned = plan_closes(p, s, from, true, &brink);
	s->judged_unknown = lasts && day_is(from) && !day_is(s->judged);
	s->planned_unknown = lasts && day_is(from) && !day_is(s->planned);
}

static void
settle_step(struct plan *p, int step)
{
	struct slot	*s;
	int		 i;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (shares_room(p, i))
			s->room = s[-1].room;
		else
			look_ahead(p, p->proc->nevents + step, s->cal,
			    &s->room);
		settle(p, s);
	}
}

/* ---- backward: what must follow a point bounds it */

/*
 * Y, at `day` (a fact, or its own latest), pushes what bound b of it names:
 * the point is on or before that day, a step is over the day before.  An
 * inverse that nobody can know bounds nothing.
 */
static struct day
ahead(const struct bound *b, struct day day, const struct workcal *cal)
{
	struct day	last = b->point.edge == EDGE_CLOSES ?
			    day_add(day, -1) : day, act;

	if (b->kind != BOUND_LEAST_AFTER)
		return last;
	act = period_act(b->period, day, cal, NULL);
	return day_is(act) ? day_min(act, last) : DAY_NONE;
}

struct push {
	const struct bound	*bound;
	int			 owner;
	const char		*at;
	bool			 planned;
	bool			 blind;		/* its owner is */
};

static void
push_slot(const struct plan *p, struct slot *s, const struct push *h,
    struct day day)
{
	const struct step_rule	*r = &p->proc->steps[s->step];

	if (h->bound->point.edge == EDGE_CLOSES && r->lasts.n > 0 && day_is(day))
		day = period_act(h->planned ? r->lasts.list[0].planned :
		    r->lasts.list[0].judged, day,
		    s->cal, NULL);
	s->room.blind |= !day_is(day);
	lower_limit(h->planned ? &s->room.advised : &s->room.latest, day,
	    h->bound, h->owner, h->at);
}

static void
push(struct plan *p, const struct push *h, struct day from,
    const struct workcal *cal)
{
	struct point	 pt = h->bound->point;
	struct day	 day;
	struct room	*r;
	int		 i, step;

	if (!day_is(from) && !h->blind)
		return;
	day = day_is(from) ? ahead(h->bound, from, cal) : DAY_NONE;
	if (is_event(p->proc, pt.index)) {
		r = &p->events[pt.index].room;
		r->blind |= !day_is(day);
		lower_limit(h->planned ? &r->advised : &r->latest, day,
		    h->bound, h->owner, h->at);
		return;
	}
	step = pt.index - p->proc->nevents;
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (!shares_room(p, i))
			push_slot(p, &p->slots[i], h, day);
}

/* A deadline may name a point that comes later: when all are settled. */
static void
find_deadlines(struct plan *p)
{
	int	i;

	for (i = 0; i < p->proc->nevents; i++)
		find_due(p, i, p->cal, &p->events[i].room);
	for (i = 0; i < p->nslots; i++)
		if (!shares_room(p, i))
			find_due(p, p->proc->nevents + p->slots[i].step,
			    p->slots[i].cal, &p->slots[i].room);
}

static void
push_room(struct plan *p, int owner, const char *at, struct day fact,
    const struct room *room, const struct workcal *cal)
{
	const struct ties	*t = &p->proc->ties[owner];
	struct push		 h = { .owner = owner, .at = at,
				    .blind = room->blind };
	int			 i;

	for (i = 0; i < t->nfollows; i++) {
		h.bound = t->follows[i];
		h.planned = false;
		push(p, &h, day_is(fact) ? fact : room->latest.day, cal);
		h.planned = true;
		push(p, &h, day_is(fact) ? fact : room->advised.day, cal);
	}
}

static void
sweep_back(struct plan *p)
{
	int		 i, j, k, step, all = p->proc->nevents +
			    p->proc->nsteps;
	struct slot	*s;

	for (k = all - 1; k >= 0; k--) {
		i = p->proc->order[k];
		if (is_event(p->proc, i)) {
			push_room(p, i, NULL, p->events[i].day,
			    &p->events[i].room, p->cal);
			continue;
		}
		step = i - p->proc->nevents;
		for (j = p->first[step]; j < p->first[step + 1]; j++) {
			s = &p->slots[j];
			if (shares_room(p, j))
				s->room = s[-1].room;
			push_room(p, i, s->division,
			    s->posted ? s->opens : DAY_NONE, &s->room, s->cal);
		}
	}
}

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

	for (k = 0; k < r->nevents; k++)
		p->events[k].day = DAY_NONE;
	for (i = 0; i < m->nevents; i++) {
		which = join_next(&known, m->events[i].event);
		if (which == NULL)
			continue;
		e = &p->events[which->index];
		e->ever = true;
		if (day_cmp(m->events[i].day, view) > 0)
			continue;
		if (e->n++ == 0) {
			e->facts = &m->events[i];
			e->day = m->events[i].day;
		}
	}
}

static void
take_posting(struct slot *s, const struct posting *q, struct day view)
{
	if (s->postings == NULL)
		s->postings = q;
	if (day_cmp(q->posted, view) <= 0)
		s->n++;
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
			take_posting(&p->slots[s - p->slots], q, view);
	}
}

struct plan *
plan_lay(struct arena *a, const struct procedure *proc,
    const struct matter *m, const struct calendars *cals, struct day view)
{
	struct plan	*p = arena_alloc(a, sizeof(*p));
	int		 i, k, all = proc->nevents + proc->nsteps;

	p->proc = proc;
	p->matter = m;
	p->cal = calendars_for(cals, m->division);
	p->events = arena_array(a, (size_t)proc->nevents + 1,
	    sizeof(*p->events));
	p->slots = plan_slots(a, proc, m, &p->nslots, &p->first);
	for (i = 0; i < p->nslots; i++)
		p->slots[i].cal = calendars_for(cals, p->slots[i].division);
	take_events(p, view);
	take_postings(p, view);
	for (k = 0; k < all; k++) {
		i = proc->order[k];
		if (is_event(proc, i))
			look_ahead(p, i, p->cal, &p->events[i].room);
		else
			settle_step(p, i - proc->nevents);
	}
	find_deadlines(p);
	sweep_back(p);
	return p;
}

/* ---- states */

static enum state
posted_state(const struct slot *s, struct day today)
{
	if (s->judged_unknown)
		return STATE_UNKNOWN;
	if (day_is(s->ends) && day_cmp(s->ends, s->judged) < 0)
		return STATE_BROKEN;
	if (day_cmp(today, s->opens) < 0)
		return STATE_UPCOMING;
	return day_cmp(today, s->judged) <= 0 ? STATE_STANDING : STATE_DONE;
}

enum state
plan_state(const struct plan *all, const struct plan *now, int i,
    struct day today)
{
	const struct slot	*s = &all->slots[i];
	const struct room	*r = &s->room;
	struct day		 latest = now->slots[i].room.latest.day;

	if (s->posted)
		return posted_state(s, today);
	if (day_is(latest) && day_cmp(today, latest) > 0)
		return STATE_OVERDUE;
	if (day_is(r->latest.day) &&
	    day_cmp(day_max(today, r->earliest), r->latest.day) > 0)
		return STATE_CONFLICT;
	if (r->unknown || (day_is(r->brink.day) &&
	    day_cmp(today, r->brink.day) > 0))
		return STATE_UNKNOWN;
	if (r->waiting)
		return STATE_WAITING;
	if (day_is(r->earliest) && day_cmp(today, r->earliest) < 0)
		return STATE_UPCOMING;
	return STATE_READY;
}

const char *
state_name(enum state s)
{
	static const char *const	names[STATES] = {
		[STATE_DONE] = "done", [STATE_STANDING] = "standing",
		[STATE_BROKEN] = "broken", [STATE_READY] = "ready",
		[STATE_UPCOMING] = "upcoming", [STATE_WAITING] = "waiting",
		[STATE_OVERDUE] = "overdue", [STATE_CONFLICT] = "conflict",
		[STATE_UNKNOWN] = "unknown",
	};

	return names[s];
}

struct day
matter_first_day(const struct matter *m)
{
	struct day	d = DAY_NONE;
	size_t		i;

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
	return d;
}
