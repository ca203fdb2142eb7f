/*
 * The points of a procedure in order, and what cannot be: a circle, or bounds
 * that contradict each other in plain days.
 */
#include <string.h>

#include "rule/build.h"

const char *
point_id(const struct procedure *p, int i)
{
	return i < p->nevents ? p->events[i].id : p->steps[i - p->nevents].id;
}

const struct bound *
point_bounds(const struct procedure *p, int i, int *n)
{
	if (i < p->nevents) {
		*n = p->events[i].nbounds;
		return p->events[i].bounds;
	}
	*n = p->steps[i - p->nevents].nbounds;
	return p->steps[i - p->nevents].bounds;
}

bool
bound_follows(const struct bound *b)
{
	return b->kind != BOUND_BEFORE && b->kind != BOUND_LEAST_BEFORE;
}

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

/* The path holds a circle from `again` to its end. */
static void
complain_circle(struct walk *w, int again, const struct bound *b)
{
	const char	*text = "";
	int		 i = w->depth;

	while (i > 0 && w->path[i - 1] != again)
		i--;
	for (i = i > 0 ? i - 1 : 0; i < w->depth; i++)
		text = arena_printf(w->b->arena, "%s%s < ", text,
		    point_id(w->p, w->path[i]));
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
 * Longest paths over lower bounds between days: to >= from + least.  Two
 * nodes a point: its day or opening, and its closing.  Rolling is left out,
 * and so are upper bounds in working days and months: what is refused here
 * is refused by the plain days alone.
 */
struct edge_of {
	int			 from, to;
	int64_t			 least;
	const struct bound	*bound;
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

static int
edges_of_bound(const struct bound *b, int self, struct edge_of *out)
{
	int	to = node_of(b->point), n = 0;
	int64_t	after = b->point.edge == EDGE_CLOSES, least;

	least = days_at_least(b->period);
	switch (b->kind) {
	case BOUND_BEFORE:
		out[n++] = (struct edge_of){ self, to, 1, b };
		break;
	case BOUND_LEAST_BEFORE:
		out[n++] = (struct edge_of){ self, to, least, b };
		break;
	case BOUND_LEAST_AFTER:
		out[n++] = (struct edge_of){ to, self,
		    least > after ? least : after, b };
		break;
	case BOUND_WITHIN:
		if (b->period.unit == UNIT_DAY)
			out[n++] = (struct edge_of){ self, to, -least, b };
		/* FALLTHROUGH */
	case BOUND_AFTER:
	case BOUND_GATE:
		out[n++] = (struct edge_of){ to, self, after, b };
		break;
	}
	return n;
}

static struct edge_of *
all_edges(struct build *b, const struct procedure *p, int *count)
{
	int			 i, k, n, m = 0, all = p->nevents + p->nsteps;
	const struct bound	*bounds;
	const struct step_rule	*s;
	struct edge_of		*e;

	for (i = 0; i < all; i++) {
		(void)point_bounds(p, i, &n);
		m += 2 * n + 2;
	}
	e = arena_array(b->arena, (size_t)m + 1, sizeof(*e));
	for (m = i = 0; i < all; i++) {
		bounds = point_bounds(p, i, &n);
		for (k = 0; k < n; k++)
			m += edges_of_bound(&bounds[k], 2 * i, e + m);
		if (i < p->nevents)
			continue;
		s = &p->steps[i - p->nevents];
		e[m++] = (struct edge_of){ 2 * i, 2 * i + 1,
		    s->lasts ? days_at_least(s->judged) : 0, NULL };
		if (!s->lasts || s->judged.unit == UNIT_DAY) {
			e[m] = (struct edge_of){ 2 * i + 1, 2 * i,
			    -e[m - 1].least, NULL };
			m++;
		}
	}
	*count = m;
	return e;
}

/*
 * Raises each node's day until all lower bounds are met.  Where that does not
 * end there is a circle of bounds that cannot all be met: its edges go to
 * `circle`, and their number is returned.
 */
static int
contradiction(struct edge_of *e, int n, int nodes, const struct edge_of **by,
    int64_t *at, const struct edge_of **circle)
{
	const struct edge_of	*pushing = NULL, *start;
	int			 i, k, m = 0;

	memset(at, 0, (size_t)nodes * sizeof(*at));
	for (i = 0; i <= nodes; i++) {
		pushing = NULL;
		for (k = 0; k < n; k++) {
			if (at[e[k].from] + e[k].least <= at[e[k].to])
				continue;
			at[e[k].to] = at[e[k].from] + e[k].least;
			by[e[k].to] = pushing = &e[k];
		}
		if (pushing == NULL)
			return 0;
	}
	/* So far back that it must be on the circle. */
	for (i = 0; i < nodes; i++)
		pushing = by[pushing->from];
	start = pushing;
	do {
		circle[m++] = pushing;
		pushing = by[pushing->from];
	} while (pushing != start && m < nodes);
	return m;
}

/* Told at the last upper bound in the file, or the last bound; the others
 * that it cannot agree with are named below it. */
static const struct bound *
complain_contradiction(struct build *b, const struct procedure *p,
    const struct edge_of *const *circle, int m)
{
	const struct edge_of	*main = NULL;
	int			 i;

	for (i = 0; i < m; i++)
		if (circle[i]->bound != NULL && (main == NULL ||
		    (circle[i]->least < 0) > (main->least < 0) ||
		    ((circle[i]->least < 0) == (main->least < 0) &&
		    circle[i]->bound->place.line > main->bound->place.line)))
			main = circle[i];
	if (main == NULL) {
		diag_error(b->diags, (struct place){ p->path, 1, 1, NULL },
		    _("bounds of this procedure contradict each other"));
		return NULL;
	}
	diag_error(b->diags, main->bound->place, _("this bound contradicts "
	    "the others: no day can meet them all"));
	for (i = 0; i < m; i++)
		if (circle[i]->bound != NULL &&
		    circle[i]->bound != main->bound)
			diag_note(b->diags, circle[i]->bound->place,
			    _("it cannot agree with this one"));
	return main->bound;
}

/* Tells each bound that contradicts others, leaving it out then. */
static bool
agree(struct build *b, const struct procedure *p)
{
	int			 k, n, m, nodes;
	struct edge_of		*e = all_edges(b, p, &n);
	const struct edge_of	**by, **circle;
	const struct bound	*bound;
	int64_t			*at;
	bool			 good = true;

	nodes = 2 * (p->nevents + p->nsteps);
	by = arena_array(b->arena, (size_t)nodes + 1, sizeof(*by));
	circle = arena_array(b->arena, (size_t)nodes + 1, sizeof(*circle));
	at = arena_array(b->arena, (size_t)nodes + 1, sizeof(*at));
	while ((m = contradiction(e, n, nodes, by, at, circle)) > 0) {
		good = false;
		bound = complain_contradiction(b, p, circle, m);
		if (bound == NULL)
			break;
		for (k = 0; k < n; k++)
			if (e[k].bound == bound)
				e[k].least = -POINTS_MAX * (int64_t)PERIOD_MAX;
	}
	return good;
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

/* Indices of n points from `first` on, by the bytes of their ids. */
static const int *
sorted(struct build *b, const struct procedure *p, int first, int n)
{
	int	*list = arena_array(b->arena, (size_t)n + 1, sizeof(*list));
	int	 i, k;

	for (i = 0; i < n; i++) {
		for (k = i; k > 0 && strcmp(point_id(p, first + list[k - 1]),
		    point_id(p, first + i)) > 0; k--)
			list[k] = list[k - 1];
		list[k] = i;
	}
	return list;
}

bool
build_order(struct build *b, struct procedure *p)
{
	int		 i, all = p->nevents + p->nsteps;
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
	return w->circles == 0 && agree(b, p);
}
