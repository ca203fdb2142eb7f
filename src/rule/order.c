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

/* Depth is bounded by POINTS_MAX. */
static bool
visit(struct walk *w, int i)
{
	const struct bound	*bounds;
	int			 k, n, to;

	if (w->mark[i] == DONE)
		return true;
	w->mark[i] = OPEN;
	w->path[w->depth++] = i;
	bounds = point_bounds(w->p, i, &n);
	for (k = 0; k < n; k++) {
		to = bounds[k].point.index;
		if (!bound_follows(&bounds[k]))
			continue;
		if (w->mark[to] == OPEN) {
			complain_circle(w, to, &bounds[k]);
			return false;
		}
		if (!visit(w, to))
			return false;
	}
	w->depth--;
	w->mark[i] = DONE;
	w->order[w->n++] = i;
	return true;
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

static bool
agree(struct build *b, const struct procedure *p)
{
	int		 i, k, n, nodes = 2 * (p->nevents + p->nsteps);
	struct edge_of	*e = all_edges(b, p, &n), *worst = NULL;
	int64_t		*at = arena_array(b->arena, (size_t)nodes + 1,
			    sizeof(*at));

	for (i = 0; i <= nodes; i++) {
		worst = NULL;
		for (k = 0; k < n; k++)
			if (at[e[k].from] + e[k].least > at[e[k].to]) {
				at[e[k].to] = at[e[k].from] + e[k].least;
				if (worst == NULL || (e[k].bound != NULL &&
				    !bound_follows(e[k].bound)) ||
				    worst->bound == NULL)
					worst = &e[k];
			}
		if (worst == NULL)
			return true;
	}
	if (worst->bound != NULL)
		diag_error(b->diags, worst->bound->place, _("this bound "
		    "contradicts the others: no day can meet them all"));
	else
		diag_error(b->diags, (struct place){ p->path, 1, 1, NULL },
		    _("bounds of this procedure contradict each other"));
	return false;
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
		if (!visit(w, i))
			return false;
	p->order = w->order;
	return agree(b, p);
}
