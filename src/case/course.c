/*
 * One course, in turns: what is certain is laid as facts, the rest comes out
 * as its forecast; all of it is laid as facts then, and the deadlines read off.
 */
#include "case/course.h"

#include <string.h>

/* A node is an event, or behind them a slot. */
struct course {
	const struct runner	*r;
	int			 nodes;
	struct day		 start;
	struct day		*fact;	/* certain by now; NONE: forecast */
	struct day		*least;	/* put off to that day; NONE: not */
	struct day		*at;	/* all days, NONE: it has none */
	bool			 unknown;
	unkept_fn		*unkept;
	void			*ctx;
};

static bool
is_event(const struct course *c, int node)
{
	return node < c->r->proc->nevents;
}

/* A slot's point is that of its step. */
static int
point_of(const struct plan *p, int node)
{
	return node < p->proc->nevents ? node :
	    p->proc->nevents + p->slots[node - p->proc->nevents].step;
}

static const struct room *
room_of(const struct plan *p, int node)
{
	return node < p->proc->nevents ? p->events[node].room :
	    p->slots[node - p->proc->nevents].room;
}

static const struct workcal *
cal_of(const struct plan *p, int node)
{
	return node < p->proc->nevents ? p->cal :
	    p->slots[node - p->proc->nevents].cal;
}

/* Does the node come in this course?  An end is none that one makes for. */
static bool
comes(const struct course *c, const struct plan *p, int node)
{
	if (is_event(c, node))
		return c->r->with[node] &&
		    plan_holds(p, p->proc->events[node].when);
	return p->slots[node - p->proc->nevents].applies;
}

/* ---- days to facts */

static const struct plan *
lay(const struct course *c, const struct day *day)
{
	const struct procedure	*r = c->r->proc;
	struct arena		*a = c->r->scratch;
	struct event		*e;
	struct posting		*q;
	struct matter		*m;
	int			 i, k, s;

	arena_reset(a);
	e = arena_array(a, (size_t)r->nevents + 1, sizeof(*e));
	q = arena_array(a, (size_t)c->nodes + 1, sizeof(*q));
	m = arena_alloc(a, sizeof(*m));
	*c->r->work -= c->nodes + 1;
	*m = c->r->matter;
	m->events = e;
	m->postings = q;
	for (i = 0; i < r->nevents; i++) {
		k = r->event_by_id[i].index;
		if (day_is(day[k]))
			e[m->nevents++] = (struct event){ r->events[k].id,
			    day[k] };
	}
	for (i = 0; i < r->nsteps; i++) {
		s = r->step_by_id[i].index;
		for (k = c->r->first[s]; k < c->r->first[s + 1]; k++)
			if (day_is(day[r->nevents + k]))
				q[m->npostings++] = (struct posting){
				    .step = r->steps[s].id,
				    .division = c->r->division[k],
				    .posted = day[r->nevents + k],
				    .until = DAY_NONE, .medium = "",
				    .place = "", .content = "", .by = "",
				    .evidence = "", .reviewed = DAY_NONE };
	}
	return plan_lay(a, r, m, c->r->calendars, DAY_LAST, NULL,
	    LAY_VERDICT);
}

/* ---- what is certain */

static struct day
by_calendar(const struct course *c, int node)
{
	const struct procedure	*r = c->r->proc;
	struct interval		 i;

	if (!is_event(c, node) || r->events[node].calendar == CYCLE_NO_EDGE ||
	    r->every == CYCLE_NONE)
		return DAY_NONE;
	i = interval_of(r->every, c->start);
	return r->events[node].calendar == CYCLE_FIRST ? interval_first(i) :
	    interval_last(i);
}

/* The first day of a node, by a plan of what is certain. */
static struct day
first_day(struct course *c, const struct plan *p, int node)
{
	const struct room	*room = room_of(p, node);
	struct day		 day = by_calendar(c, node);

	if (day_is(day))
		return day;
	if (!comes(c, p, node))
		return DAY_NONE;
	c->unknown |= room->unknown;
	day = room->silent ? c->start : room->earliest;
	return day_is(day) ? day_max(day, c->least[node]) : DAY_NONE;
}

/*
 * What must be a fact for the rest to be laid by it: what is no forecast, and
 * events that count for nothing while they are not recorded.
 */
static bool
is_certain(const struct course *c, const struct plan *p, int node)
{
	return room_of(p, node)->silent || day_is(c->least[node]) ||
	    (is_event(c, node) && (c->r->asked[node] ||
	    day_is(by_calendar(c, node))));
}

/* Takes what is certain from a plan of what was; true: it is the same. */
static bool
take(struct course *c, const struct plan *p)
{
	struct day	fact;
	bool		same = true;
	int		i;

	c->unknown = false;
	for (i = 0; i < c->nodes; i++) {
		c->at[i] = first_day(c, p, i);
		fact = is_certain(c, p, i) ? c->at[i] : DAY_NONE;
		same &= fact.n == c->fact[i].n;
		c->fact[i] = fact;
	}
	return same;
}

/* All days, by what is certain: each turn settles one more, in order. */
static void
find_days(struct course *c)
{
	int	turn;

	for (turn = 0; turn < c->nodes + 2 && *c->r->work > 0; turn++)
		if (take(c, lay(c, c->fact)))
			break;
}

/* ---- what is due before another point: that one waits */

/* One slot, or event, of what a bound names is no earlier than `day`. */
static bool
put_off(struct course *c, int node, struct day day)
{
	if (!day_is(c->at[node]) || day_is(by_calendar(c, node)))
		return false;
	if (day_cmp(day, c->at[node]) > 0)
		c->least[node] = day;
	return true;
}

/* The first day of what stands `before`, so that this one is in time. */
static struct day
waits_for(const struct plan *p, const struct bound *b, int node,
    struct day day)
{
	return b->kind == BOUND_BEFORE ? day_add(day, 1) :
	    period_last(b->period, day, cal_of(p, node), NULL);
}

static bool
wait_step(struct course *c, const struct plan *p, const struct bound *b,
    struct day need)
{
	int	i, step = b->point.index - p->proc->nevents;
	bool	any = false;
	struct day last;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		last = b->point.edge == EDGE_OPENS ? p->slots[i].opens :
		    p->slots[i].judged;
		if (!p->slots[i].posted || !day_is(last))
			continue;
		any |= put_off(c, p->proc->nevents + i,
		    day_add(p->slots[i].opens, day_diff(last, need)));
	}
	return any;
}

/* False: it cannot wait. */
static bool
let_wait(struct course *c, const struct plan *p, const struct bound *b,
    int node)
{
	struct day	need = waits_for(p, b, node, c->at[node]);

	if (!day_is(need)) {
		c->unknown = true;
		return true;
	}
	if (b->point.index < p->proc->nevents)
		return put_off(c, b->point.index, need);
	return wait_step(c, p, b, need);
}

/* ---- own deadlines */

struct held {
	struct course		*c;
	const struct plan	*p;
	int			 node;
	bool			 tells, moved;
};

static void
hold_due(void *ctx, const struct bound *b, struct maybe_day last)
{
	struct held	*h = ctx;
	struct course	*c = h->c;
	struct day	 day = c->at[h->node];

	if (last.kind == MAYBE_UNKNOWN)
		c->unknown |= !day_is(last.brink) ||
		    day_cmp(day, last.brink) > 0;
	if (last.kind != MAYBE_DAY || day_cmp(day, last.day) <= 0)
		return;
	if (h->tells)
		c->unkept(c->ctx, b, point_of(h->p, h->node), day, last.day);
	else if (b->kind == BOUND_BEFORE || b->kind == BOUND_LEAST_BEFORE)
		h->moved |= let_wait(c, h->p, b, h->node);
}

/* It must be down before its period is over. */
static void
hold_down(const struct held *h, const struct slot *s)
{
	const struct procedure	*r = h->p->proc;
	const struct bound	*b = r->steps[s->step].down;
	struct day		 due;

	if (b == NULL || b->point.index >= r->nevents || s->endless ||
	    !day_is(s->judged) || !plan_holds(h->p, b->when))
		return;
	due = h->p->events[b->point.index].day;
	if (!day_is(due))
		return;
	due = due_after(h->p, b, due, s->cal);
	if (!day_is(due))
		h->c->unknown |= b->npauses == 0;
	else if (h->tells && day_cmp(s->judged, due) > 0)
		h->c->unkept(h->c->ctx, b, point_of(h->p, h->node), s->judged,
		    due);
}

/* Is something put off?  `tells`: what is not kept, and puts nothing off. */
static bool
hold_all(struct course *c, const struct plan *p, bool tells)
{
	struct held		 h = { c, p, 0, tells, false };
	const struct slot	*s;
	int			 i;

	for (i = 0; i < c->nodes; i++) {
		if (!day_is(c->at[i]))
			continue;
		h.node = i;
		s = is_event(c, i) ? NULL : &p->slots[i - p->proc->nevents];
		c->unknown |= s != NULL && s->judged_unknown;
		plan_each_due(p, point_of(p, i), s, hold_due, &h);
		if (s != NULL)
			hold_down(&h, s);
	}
	return h.moved;
}

static void
note_never(const struct course *c, const struct plan *p, bool *never)
{
	int	i;

	for (i = 0; i < c->nodes; i++)
		if (!day_is(c->at[i]) && comes(c, p, i))
			never[point_of(p, i)] = true;
}

/* What is certain is nearly always as far from the start as the last time. */
static void
begin(struct course *c)
{
	int	i;

	c->nodes = c->r->proc->nevents + c->r->first[c->r->proc->nsteps];
	c->fact = c->r->days;
	c->least = c->fact + c->nodes;
	c->at = c->least + c->nodes;
	for (i = 0; i < c->nodes; i++) {
		c->fact[i] = c->r->ahead[i] < 0 ? DAY_NONE :
		    day_add(c->start, c->r->ahead[i]);
		c->least[i] = c->at[i] = DAY_NONE;
	}
}

static void
remember(const struct course *c)
{
	int	i;

	for (i = 0; i < c->nodes; i++)
		c->r->ahead[i] = day_is(c->fact[i]) ?
		    day_diff(c->start, c->fact[i]) : -1;
}

const struct plan *
course_run(const struct runner *r, struct day start, bool *never,
    unkept_fn *unkept, void *ctx)
{
	struct course		 c = { .r = r, .start = start,
				    .unkept = unkept, .ctx = ctx };
	const struct plan	*p;
	int			 turn = 0;

	begin(&c);
	do {
		find_days(&c);
		p = lay(&c, c.at);
	} while (!c.unknown && hold_all(&c, p, false) &&
	    ++turn < COURSE_TURNS && *r->work > 0);
	remember(&c);
	if (c.unknown || *r->work <= 0)
		return NULL;
	(void)hold_all(&c, p, true);
	note_never(&c, p, never);
	return p;
}
