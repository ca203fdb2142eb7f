/*
 * What cannot be: bounds that contradict each other in plain days.
 */
#include <stdlib.h>
#include <string.h>

#include "rule/build.h"

/*
 * Bounds between days: to >= from + least.  Two nodes a point: its day or
 * opening, and its closing.  Rolling is left out, and so are upper bounds in
 * working days and months, and those with pauses: what is refused here is
 * refused by the plain days alone.
 *
 * There are days that meet all bounds if and only if no circle of them adds up
 * to more than nothing: with one, a day would have to lie behind itself; with
 * none, the longest path to each node is finite, and these are such days.
 */
enum { CONDITIONS = 3 };	/* the bound's, those of both its points */

struct edge_of {
	int			 from, to;
	int64_t			 least;
	const struct bound	*bound;		/* NULL: a step's period */
	const struct condition	*when[CONDITIONS];	/* NULL: always */
	bool			 told;		/* it contradicts: left out */
	const struct edge_of	*next;		/* of the same `from` */
};

/* A node that is to be raised by so many days. */
struct lift {
	int64_t	more;
	int	node;
};

/* Of a node: its day, and what the edge that is being laid asks of it. */
struct node_state {
	int64_t			 at;
	const struct edge_of	*out;			/* laid, from here */
	int64_t			 more;
	const struct edge_of	*by;			/* raised by it */
	bool			 done;
};

/*
 * The days of all nodes, which meet every edge laid so far.  An edge from u to
 * v that is not met asks v to go up, and v others.  Where that comes round to
 * u, it closes a circle of more than nothing, which `by` leads along; where it
 * does not, the days that came out meet it too.  So one that contradicts is
 * told and not laid, and each costs one walk over what it raises, however many
 * contradict.
 */
struct net {
	struct diags		*diags;
	bool			 wide;			/* across units */
	struct arena		*scratch;		/* of all of this */
	struct node_state	*nodes;
	size_t			 n;
	int			*raised, nraised;
	struct lift		*heap;			/* the most first */
	size_t			 nheap, cap;
};

static int
node_of(struct point p)
{
	return 2 * p.index + (p.edge == EDGE_CLOSES);
}

/* Days that a period is at least: a month has 28. */
static int64_t
days_at_least(struct period p)
{
	return p.unit == UNIT_MONTH ? (int64_t)p.n * 28 - p.same_day :
	    (int64_t)p.n - p.same_day;
}

/* The condition of the point that a node is of. */
static const struct condition *
when_of(const struct procedure *p, int node)
{
	int	i = node / 2;

	return i < p->nevents ? p->events[i].when :
	    p->steps[i - p->nevents].when;
}

/* That `self` follows: what comes in order, and so never closes a circle. */
static struct edge_of
edge_below(const struct procedure *p, const struct bound *b, int self)
{
	struct edge_of	e = { .from = node_of(b->point), .to = self,
			    .least = b->point.edge == EDGE_CLOSES, .bound = b,
			    .when = { b->when } };

	if (b->kind == BOUND_LEAST_AFTER &&
	    days_at_least(b->period) > e.least)
		e.least = days_at_least(b->period);
	e.when[1] = when_of(p, e.from);
	e.when[2] = when_of(p, e.to);
	return e;
}

/*
 * Days that a period is at most, on any calendar.  Of n working days a weekend
 * for each five that are begun, and holidays: from 2014 to 2026 never more than
 * 17 + n / 10 days off besides, so that this is ample.  A last day moves on by
 * less than the longest run of days off; a month has 31.
 */
enum { LONGEST_OFF = 16 };

static int64_t
days_at_most(struct period p)
{
	int64_t	n = p.n, roll = p.roll ? LONGEST_OFF : 0;

	switch (p.unit) {
	case UNIT_WORKDAY:
		return n + 2 * ((n + 4) / 5) + LONGEST_OFF + n / 5;
	case UNIT_MONTH:
		return 31 * n + roll;
	case UNIT_DAY:
		break;
	}
	return n + roll;
}

/* In plain days, extended or not. */
static bool
in_days(const struct bound *b)
{
	return b->period.unit == UNIT_DAY &&
	    (b->longer.n == 0 || b->longer.unit == UNIT_DAY);
}

/* By when a `by` is at the latest: in a year, or in the month after. */
static int64_t
by_at_most(const struct bound *b)
{
	return (b->month > 0 ? 366 : 62) + LONGEST_OFF;
}

/* How long after what it names a deadline may be; false: nobody can say. */
static bool
longest(const struct bound *b, bool wide, int64_t *days)
{
	if (b->npauses > 0 || (!wide && (b->kind == BOUND_BY || !in_days(b))))
		return false;
	*days = b->longer.n == 0 ? 0 : wide ? days_at_most(b->longer) :
	    b->longer.n;
	*days += b->kind == BOUND_BY ? by_at_most(b) : wide ?
	    days_at_most(b->period) : days_at_least(b->period);
	return true;
}

/* That `self` is due: false where the bound says nothing in days. */
static bool
edge_above(const struct procedure *p, const struct bound *b, int self,
    bool wide, struct edge_of *out)
{
	struct edge_of	e = { .from = self, .to = node_of(b->point),
			    .least = 1, .bound = b, .when = { b->when } };
	int64_t		days;

	if (b->kind == BOUND_LEAST_BEFORE)
		e.least = days_at_least(b->period);
	else if (b->kind == BOUND_WITH)
		e.least = 0;
	else if (b->kind == BOUND_WITHIN || b->kind == BOUND_BY) {
		if (!longest(b, wide, &days))
			return false;
		e.least = -days;
	}
	e.when[1] = when_of(p, e.from);
	e.when[2] = when_of(p, e.to);
	*out = e;
	return bound_is_due(b);
}

static void
heap_push(struct net *g, struct lift l)
{
	size_t	i;

	g->heap = arena_grow(g->scratch, g->heap, g->nheap, &g->cap,
	    sizeof(*g->heap));
	for (i = g->nheap++; i > 0 && g->heap[(i - 1) / 2].more < l.more;
	    i = (i - 1) / 2)
		g->heap[i] = g->heap[(i - 1) / 2];
	g->heap[i] = l;
}

static struct lift
heap_pop(struct net *g)
{
	struct lift	top = g->heap[0], last = g->heap[--g->nheap];
	size_t		i = 0, k;

	while ((k = 2 * i + 1) < g->nheap) {
		k += k + 1 < g->nheap &&
		    g->heap[k + 1].more > g->heap[k].more;
		if (g->heap[k].more <= last.more)
			break;
		g->heap[i] = g->heap[k];
		i = k;
	}
	g->heap[i] = last;
	return top;
}

/* The far end of an edge whose near end moves to `from`. */
static void
raise(struct net *g, const struct edge_of *e, int64_t from)
{
	struct node_state	*to = &g->nodes[e->to];
	int64_t			 more = from + e->least - to->at;

	if (to->done || more <= to->more)
		return;
	if (to->by == NULL)
		g->raised[g->nraised++] = e->to;
	to->by = e;
	to->more = more;
	heap_push(g, (struct lift){ more, e->to });
}

/*
 * How far each node must go up for this edge.  All others hold, so nothing
 * behind a node is raised by more than it, and the most raised is final.
 * False: the edge would raise its own near end, without end.
 */
static bool
raise_all(struct net *g, const struct edge_of *e)
{
	const struct node_state	*own = &g->nodes[e->from];
	const struct edge_of	*o;
	struct node_state	*s;

	raise(g, e, own->at);
	while (g->nheap > 0 && own->by == NULL) {
		s = &g->nodes[heap_pop(g).node];
		if (s->done)
			continue;
		s->done = true;
		for (o = s->out; o != NULL; o = o->next)
			raise(g, o, s->at + s->more);
	}
	return own->by == NULL;
}

/* Some of the bounds on the way back from the edge to itself are named. */
static void
complain_contradiction(struct net *g, const struct edge_of *e)
{
	enum { SHOWN = 8 };
	const struct edge_of	*o = g->nodes[e->from].by;
	const struct bound	*blamed = e->bound;
	int			 n = 0;

	for (; blamed == NULL && o != e; o = g->nodes[o->from].by)
		blamed = o->bound;
	if (blamed == NULL)
		return;
	if (g->wide)
		diag_warn(g->diags, blamed->place, _("this bound contradicts "
		    "the others: whatever days are off, no day can meet them "
		    "all"));
	else
		diag_error(g->diags, blamed->place, _("this bound contradicts "
		    "the others: no day can meet them all"));
	for (o = g->nodes[e->from].by; o != e; o = g->nodes[o->from].by)
		if (o->bound != NULL && o->bound != blamed && n++ < SHOWN)
			diag_note(g->diags, o->bound->place,
			    _("it cannot agree with this one"));
	if (n > SHOWN)
		diag_note(g->diags, NOWHERE, _("and with %d more"),
		    n - SHOWN);
}

static void
lay(struct net *g, struct edge_of *e)
{
	bool			 met = raise_all(g, e);
	struct node_state	*s;

	if (!met)
		complain_contradiction(g, e);
	e->told = !met;
	while (g->nraised > 0) {
		s = &g->nodes[g->raised[--g->nraised]];
		s->at += met ? s->more : 0;
		s->more = 0;
		s->by = NULL;
		s->done = false;
	}
	g->nheap = 0;
	if (met) {
		s = &g->nodes[e->from];
		e->next = s->out;
		s->out = e;
	}
}

/* The least that a step stands by each part, and the most where one is all. */
static int
period_edges(const struct procedure *p, int i, struct edge_of *e)
{
	const struct step_rule	*s = &p->steps[i - p->nevents];
	const struct period_part *part = s->lasts.list;
	int			 k, m = 0;

	e[m++] = (struct edge_of){ .from = 2 * i, .to = 2 * i + 1 };
	for (k = 0; k < s->lasts.n; k++, part++)
		if (part->kind == PART_LASTS)
			e[m++] = (struct edge_of){ .from = 2 * i,
			    .to = 2 * i + 1,
			    .least = days_at_least(part->judged),
			    .when = { part->when, s->when } };
	if (s->lasts.n == 0)
		e[m++] = (struct edge_of){ .from = 2 * i + 1, .to = 2 * i,
		    .when = { s->when } };
	part = s->lasts.list;
	if (s->lasts.n == 1 && part->kind == PART_LASTS &&
	    part->when == NULL && part->judged.unit == UNIT_DAY)
		e[m++] = (struct edge_of){ .from = 2 * i + 1, .to = 2 * i,
		    .least = -days_at_least(part->judged),
		    .when = { s->when } };
	return m;
}

/* What the point follows, and a step's period. */
static int
edges_below(const struct procedure *p, int i, struct edge_of *e)
{
	const struct bound	*bounds;
	int			 k, n, m = 0;

	bounds = point_bounds(p, i, &n);
	for (k = 0; k < n; k++)
		if (bound_follows(&bounds[k]))
			e[m++] = edge_below(p, &bounds[k], 2 * i);
	return m + (i < p->nevents ? 0 : period_edges(p, i, e + m));
}

/* `before` first, then deadlines, each as they stand in the file. */
static int
by_place(const void *va, const void *vb)
{
	const struct edge_of	*a = va, *b = vb;

	if ((a->least < 0) != (b->least < 0))
		return a->least < 0 ? 1 : -1;
	if (a->bound->place.line != b->bound->place.line)
		return a->bound->place.line < b->bound->place.line ? -1 : 1;
	return a->bound->place.col - b->bound->place.col;
}

/* Where do all of an edge's conditions hold, if those of `all` do? */
static bool
among(const struct edge_of *e, const struct edge_of *all)
{
	int	i, k;

	for (i = 0; i < CONDITIONS; i++) {
		for (k = 0; e->when[i] != NULL && k < CONDITIONS; k++)
			if (all->when[k] == e->when[i])
				break;
		if (k == CONDITIONS)
			return false;
	}
	return true;
}

static bool
same_some(struct some a, struct some b)
{
	return a.n == b.n && (a.n == 0 ||
	    memcmp(a.of, b.of, (size_t)a.n * sizeof(*a.of)) == 0);
}

static bool
same_condition(const struct condition *a, const struct condition *b)
{
	return same_some(a->only, b->only) && same_some(a->except, b->except) &&
	    same_some(a->when, b->when) && same_some(a->unless, b->unless);
}

/*
 * All edges: those that come in order first, then deadlines by their places.
 * Each condition that is asked at several places becomes one.
 */
enum { ASKED = 64 };

struct edges {
	struct edge_of		*list;
	int			 n;
	const struct condition	*asked[ASKED];
	int			 nasked;
};

static void
make_one(struct edges *all, struct edge_of *e)
{
	int	i, k;

	for (i = 0; i < CONDITIONS; i++) {
		if (e->when[i] == NULL)
			continue;
		for (k = 0; k < all->nasked; k++)
			if (same_condition(all->asked[k], e->when[i]))
				break;
		if (k < all->nasked)
			e->when[i] = all->asked[k];
		else if (k < ASKED)
			all->asked[all->nasked++] = e->when[i];
	}
}

static void
collect(struct edges *all, struct arena *a, const struct procedure *p,
    bool wide)
{
	int			 points = p->nevents + p->nsteps;
	int			 i, k, n, m = 0;
	const struct bound	*bounds;

	for (i = 0; i < points; i++) {
		(void)point_bounds(p, i, &n);
		m += 2 * n + 3;
	}
	for (i = 0; i < p->nsteps; i++)
		m += p->steps[i].lasts.n;
	all->list = arena_array(a, (size_t)m + 1, sizeof(*all->list));
	for (i = 0; i < points; i++)
		all->n += edges_below(p, p->order[i], &all->list[all->n]);
	for (i = 0, m = all->n; i < points; i++) {
		bounds = point_bounds(p, i, &n);
		for (k = 0; k < n; k++)
			all->n += edge_above(p, &bounds[k], 2 * i, wide,
			    &all->list[all->n]);
	}
	if (all->n - m > 1)
		qsort(&all->list[m], (size_t)(all->n - m),
		    sizeof(*all->list), by_place);
	for (i = 0; i < all->n; i++)
		make_one(all, &all->list[i]);
}

/*
 * Lays what holds always; then, on top of it and each for itself, what holds
 * together under conditions that stand somewhere.  Different ones are never
 * held against each other.
 */
static void
lay_all(struct net *g, struct edges *all)
{
	static const struct edge_of	always = { .from = 0 };
	struct node_state		*base = NULL;
	const struct edge_of		*groups[ASKED];
	int				 i, k, n = 0;

	for (i = 0; i < all->n; i++)
		if (among(&all->list[i], &always))
			lay(g, &all->list[i]);
	for (i = 0; i < all->n && n < ASKED; i++) {
		if (among(&all->list[i], &always))
			continue;
		for (k = 0; k < n; k++)
			if (among(groups[k], &all->list[i]) &&
			    among(&all->list[i], groups[k]))
				break;
		if (k < n)
			continue;
		if (base == NULL)
			base = memcpy(arena_array(g->scratch, g->n,
			    sizeof(*base)), g->nodes, g->n * sizeof(*base));
		groups[n++] = &all->list[i];
		memcpy(g->nodes, base, g->n * sizeof(*base));
		for (k = 0; k < all->n; k++)
			if (!all->list[k].told &&
			    !among(&all->list[k], &always) &&
			    among(&all->list[k], &all->list[i]))
				lay(g, &all->list[k]);
	}
}

static void
agree(const struct procedure *p, struct arena *scratch, struct diags *d,
    bool wide)
{
	struct net	g = { .diags = d, .wide = wide, .scratch = scratch,
			    .n = 2 * (size_t)(p->nevents + p->nsteps) + 1 };
	struct edges	all = { .n = 0 };

	g.nodes = arena_array(scratch, g.n, sizeof(*g.nodes));
	g.raised = arena_array(scratch, g.n, sizeof(*g.raised));
	collect(&all, scratch, p, wide);
	lay_all(&g, &all);
}

/* Tells each bound that contradicts those before it, leaving it out then. */
bool
build_agree(struct build *b, const struct procedure *p)
{
	size_t	errors = diags_errors(b->diags);

	agree(p, b->scratch, b->diags, false);
	return diags_errors(b->diags) == errors;
}

void
warn_disagree(const struct procedure *p, struct diags *d)
{
	struct arena	*a = arena_new();

	agree(p, a, d, true);
	arena_free(a);
}
