/*
 * The points of a procedure in order, and what cannot be: a circle, or bounds
 * that contradict each other in plain days.
 */
#include <stdlib.h>
#include <string.h>

#include "rule/build.h"

enum mark { FRESH, OPEN, DONE };

struct walk {
	struct build			*b;
	const struct procedure		*p;
	enum mark			 mark[2 * POINTS_MAX];
	int				 path[2 * POINTS_MAX];
	int				 depth;
	int				*order;
	int				 n;
	int				 circles;
};

/* The path holds a circle from `again` to its end; a long one is cut. */
static void
complain_circle(struct walk *w, int again, const struct bound *b)
{
	enum { SHOWN = 12 };
	const char	*text = "";
	int		 from = w->depth, i;

	while (from > 0 && w->path[from - 1] != again)
		from--;
	from -= from > 0;
	for (i = from; i < w->depth; i++)
		if (i < from + SHOWN / 2 || i >= w->depth - SHOWN / 2)
			text = arena_printf(w->b->arena, "%s%s < ", text,
			    point_id(w->p, w->path[i]));
		else if (i == from + SHOWN / 2)
			text = arena_printf(w->b->arena, "%s... < ", text);
	diag_error(w->b->diags, b->place, _("a circle: each of these waits "
	    "for the next: %s%s"), text, point_id(w->p, again));
}

/* A bound that closes a circle is told and passed over. */
static void
visit(struct walk *w, int i)
{
	const struct bound	*bounds;
	int			 k, n, to;

	w->mark[i] = OPEN;
	w->path[w->depth++] = i;
	bounds = point_bounds(w->p, i, &n);
	for (k = 0; k < n; k++) {
		to = bounds[k].point.index;
		if (!bound_follows(&bounds[k]))
			continue;
		if (w->mark[to] == OPEN) {
			complain_circle(w, to, &bounds[k]);
			w->circles++;
		} else if (w->mark[to] == FRESH)
			visit(w, to);
	}
	w->depth--;
	w->mark[i] = DONE;
	w->order[w->n++] = i;
}

/*
 * Bounds between days: to >= from + least.  Two nodes a point: its day or
 * opening, and its closing.  Rolling is left out, and so are upper bounds in
 * working days and months: what is refused here is refused by the plain days
 * alone.
 *
 * There are days that meet all bounds if and only if no circle of them adds up
 * to more than nothing: with one, a day would have to lie behind itself; with
 * none, the longest path to each node is finite, and these are such days.
 */
enum { NODES_MAX = 4 * POINTS_MAX };

struct edge_of {
	int			 from, to;
	int64_t			 least;
	const struct bound	*bound;		/* NULL: a step's period */
	const struct edge_of	*next;		/* of the same `from` */
};

/* A node that is to be raised by so many days. */
struct lift {
	int64_t	more;
	int	node;
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
	struct build		*b;
	struct arena		*scratch;		/* of all of this */
	const struct edge_of	*out[NODES_MAX];	/* laid, by `from` */
	int64_t			 at[NODES_MAX];

	/* Of the edge that is being laid. */
	struct lift		*heap;			/* the most first */
	size_t			 nheap, cap;
	int64_t			 more[NODES_MAX];
	const struct edge_of	*by[NODES_MAX];		/* raised by it */
	bool			 done[NODES_MAX];
	int			 raised[NODES_MAX], nraised;
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

/* That `self` follows: what comes in order, and so never closes a circle. */
static struct edge_of
edge_below(const struct bound *b, int self)
{
	int64_t	least = b->point.edge == EDGE_CLOSES;

	if (b->kind == BOUND_LEAST_AFTER && days_at_least(b->period) > least)
		least = days_at_least(b->period);
	return (struct edge_of){ node_of(b->point), self, least, b, NULL };
}

/* That `self` is due: false where the bound says nothing in plain days. */
static bool
edge_above(const struct bound *b, int self, struct edge_of *out)
{
	*out = (struct edge_of){ self, node_of(b->point), 1, b, NULL };
	if (b->kind == BOUND_LEAST_BEFORE)
		out->least = days_at_least(b->period);
	else if (b->kind == BOUND_WITHIN)
		out->least = -days_at_least(b->period);
	return b->kind == BOUND_BEFORE || b->kind == BOUND_LEAST_BEFORE ||
	    (b->kind == BOUND_WITHIN && b->period.unit == UNIT_DAY);
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
	int64_t	more = from + e->least - g->at[e->to];

	if (g->done[e->to] || more <= g->more[e->to])
		return;
	if (g->by[e->to] == NULL)
		g->raised[g->nraised++] = e->to;
	g->by[e->to] = e;
	g->more[e->to] = more;
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
	const struct edge_of	*o;
	int			 i;

	raise(g, e, g->at[e->from]);
	while (g->nheap > 0 && g->by[e->from] == NULL) {
		i = heap_pop(g).node;
		if (g->done[i])
			continue;
		g->done[i] = true;
		for (o = g->out[i]; o != NULL; o = o->next)
			raise(g, o, g->at[i] + g->more[i]);
	}
	return g->by[e->from] == NULL;
}

/* Some of the bounds on the way back from the edge to itself are named. */
static void
complain_contradiction(struct net *g, const struct edge_of *e)
{
	enum { SHOWN = 8 };
	const struct edge_of	*o = g->by[e->from];
	int			 n = 0;

	diag_error(g->b->diags, e->bound->place, _("this bound contradicts "
	    "the others: no day can meet them all"));
	for (; o != e; o = g->by[o->from])
		if (o->bound != NULL && n++ < SHOWN)
			diag_note(g->b->diags, o->bound->place,
			    _("it cannot agree with this one"));
	if (n > SHOWN)
		diag_note(g->b->diags, NOWHERE, _("and with %d more"),
		    n - SHOWN);
}

static void
lay(struct net *g, struct edge_of *e)
{
	bool	met = raise_all(g, e);
	int	i;

	if (!met)
		complain_contradiction(g, e);
	while (g->nraised > 0) {
		i = g->raised[--g->nraised];
		g->at[i] += met ? g->more[i] : 0;
		g->more[i] = 0;
		g->by[i] = NULL;
		g->done[i] = false;
	}
	g->nheap = 0;
	if (met) {
		e->next = g->out[e->from];
		g->out[e->from] = e;
	}
}

/* What the point follows, and a step's period. */
static int
lay_below(struct net *g, const struct procedure *p, int i, struct edge_of *e)
{
	const struct bound	*bounds;
	const struct step_rule	*s = &p->steps[i - p->nevents];
	int			 k, n, m = 0;

	bounds = point_bounds(p, i, &n);
	for (k = 0; k < n; k++)
		if (bound_follows(&bounds[k])) {
			e[m] = edge_below(&bounds[k], 2 * i);
			lay(g, &e[m++]);
		}
	if (i < p->nevents)
		return m;
	e[m] = (struct edge_of){ 2 * i, 2 * i + 1,
	    s->lasts.n > 0 ? days_at_least(s->lasts.list[0].judged) : 0, NULL, NULL };
	lay(g, &e[m++]);
	if (s->lasts.n > 0 && s->lasts.list[0].judged.unit != UNIT_DAY)
		return m;
	e[m] = (struct edge_of){ 2 * i + 1, 2 * i, -e[m - 1].least, NULL,
	    NULL };
	lay(g, &e[m++]);
	return m;
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

/* Tells each bound that contradicts those before it, leaving it out then. */
static void
agree(struct build *b, const struct procedure *p)
{
	int			 i, k, n, m = 0;
	int			 all = p->nevents + p->nsteps;
	const struct bound	*bounds;
	struct arena		*a = arena_new();
	struct net		*g = arena_alloc(a, sizeof(*g));
	struct edge_of		*e, *above;

	g->b = b;
	g->scratch = a;
	for (i = 0; i < all; i++) {
		(void)point_bounds(p, i, &n);
		m += n + 2;
	}
	e = arena_array(a, (size_t)m + 1, sizeof(*e));
	above = arena_array(a, (size_t)m + 1, sizeof(*above));
	for (i = 0; i < all; i++)
		e += lay_below(g, p, p->order[i], e);
	for (i = m = 0; i < all; i++) {
		bounds = point_bounds(p, i, &n);
		for (k = 0; k < n; k++)
			m += edge_above(&bounds[k], 2 * i, &above[m]);
	}
	if (m > 1)
		qsort(above, (size_t)m, sizeof(*above), by_place);
	for (i = 0; i < m; i++)
		lay(g, &above[i]);
	arena_free(a);
}

/* Once for all cases: a scan asks for them at each. */
static const struct ties *
tied(struct build *b, const struct procedure *p)
{
	int			 i, k, n, all = p->nevents + p->nsteps;
	struct ties		*list, *t;
	const struct bound	*bounds;

	list = arena_array(b->arena, (size_t)all + 1, sizeof(*list));
	for (i = 0; i < all; i++) {
		t = &list[i];
		bounds = point_bounds(p, i, &n);
		t->follows = arena_array(b->arena, (size_t)n + 1,
		    sizeof(*t->follows));
		t->dues = arena_array(b->arena, (size_t)n + 1,
		    sizeof(*t->dues));
		for (k = 0; k < n; k++) {
			if (bound_follows(&bounds[k]))
				t->follows[t->nfollows++] = &bounds[k];
			if (!bound_follows(&bounds[k]) ||
			    bounds[k].kind == BOUND_WITHIN)
				t->dues[t->ndues++] = &bounds[k];
		}
	}
	return list;
}

static bool
same_places(const struct step_rule *a, const struct step_rule *b)
{
	int	i;

	for (i = 0; i < a->nat && i < b->nat; i++)
		if (a->at[i].level != b->at[i].level ||
		    a->at[i].each != b->at[i].each)
			return false;
	return a->nat == b->nat;
}

static const int *
alike(struct build *b, const struct procedure *p)
{
	int	*list = arena_array(b->arena, (size_t)p->nsteps + 1,
		    sizeof(*list));
	int	 i;

	for (i = 0; i < p->nsteps; i++)
		while (!same_places(&p->steps[i], &p->steps[list[i]]))
			list[i]++;
	return list;
}

/* n points from `first` on, by the bytes of their ids. */
static const struct by_id *
sorted(struct build *b, const struct procedure *p, int first, int n)
{
	struct by_id	*list = arena_array(b->arena, (size_t)n + 1,
			    sizeof(*list));
	const char	*id;
	int		 i, k;

	for (i = 0; i < n; i++) {
		id = point_id(p, first + i);
		for (k = i; k > 0 && strcmp(list[k - 1].id, id) > 0; k--)
			list[k] = list[k - 1];
		list[k] = (struct by_id){ id, i };
	}
	return list;
}

bool
build_order(struct build *b, struct procedure *p)
{
	int		 i, all = p->nevents + p->nsteps;
	size_t		 errors;
	struct walk	*w = arena_alloc(b->arena, sizeof(*w));

	w->b = b;
	w->p = p;
	w->order = arena_array(b->arena, (size_t)all + 1, sizeof(*w->order));
	for (i = 0; i < all; i++)
		if (w->mark[i] == FRESH)
			visit(w, i);
	p->order = w->order;
	p->ties = tied(b, p);
	p->alike = alike(b, p);
	p->event_by_id = sorted(b, p, 0, p->nevents);
	p->step_by_id = sorted(b, p, p->nevents, p->nsteps);
	if (w->circles > 0)
		return false;
	errors = diags_errors(b->diags);
	agree(b, p);
	return diags_errors(b->diags) == errors;
}
