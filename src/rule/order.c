/*
 * The points of a procedure in order, each behind all that it follows and all
 * that may pause it; circles are told.
 */
#include <string.h>

#include "rule/build.h"
#include "rule/overlay.h"

enum mark { FRESH, OPEN, DONE };

/* Why one point stands behind another. */
struct reason {
	const struct bound	*bound;
	const struct step_rule	*through;	/* its end waits, or NULL */
	int			 pauses;	/* the step that does; or -1 */
};

struct walk {
	struct build			*b;
	const struct procedure		*p;
	enum mark			*mark;		/* of each point */
	int				*path;
	struct reason			*why;		/* along the path */
	int				 depth;
	int				*order;
	int				 n;
	int				 circles;
};

/* Where the circle from `again` to the end of the path begins on it. */
static int
begins(const struct walk *w, int again)
{
	int	from = w->depth;

	while (from > 0 && w->path[from - 1] != again)
		from--;
	return from - (from > 0);
}

/* Its points; a long one is cut. */
static const char *
circle(struct walk *w, int again)
{
	enum { SHOWN = 12 };
	const char	*text = "";
	int		 from = begins(w, again), i;

	for (i = from; i < w->depth; i++)
		if (i < from + SHOWN / 2 || i >= w->depth - SHOWN / 2)
			text = arena_printf(w->b->arena, "%s%s < ", text,
			    point_id(w->p, w->path[i]));
		else if (i == from + SHOWN / 2)
			text = arena_printf(w->b->arena, "%s... < ", text);
	return arena_printf(w->b->arena, "%s%s", text, point_id(w->p, again));
}

static void
tell_through(struct walk *w, const struct reason *r, int event)
{
	if (r->through != NULL)
		diag_note(w->b->diags, NOWHERE, _("`%s` stands until `%s`, "
		    "and so its last day waits for that"), r->through->id,
		    point_id(w->p, event));
}

/* A reason that an overlay wrote: what the base wrote alone is no circle. */
static const struct reason *
of_overlay(struct walk *w, int from, const struct reason *last)
{
	const struct laid	*l = w->p->laid;
	int			 i;

	for (i = from + 1; l != NULL && i < w->depth; i++)
		if (places_hold(&l->places, &w->why[i].bound->place))
			return &w->why[i];
	return last;
}

/* Told at the pause that closes it, where there is one. */
static void
complain_circle(struct walk *w, int again, const struct reason *last)
{
	enum { NOTES = 12 };
	const struct reason	*r = last;
	const char		*text = circle(w, again);
	int			 i, from = begins(w, again);

	w->circles++;
	for (i = from + 1; i < w->depth && r->pauses < 0; i++)
		r = w->why[i].pauses < 0 ? last : &w->why[i];
	if (r->pauses < 0)
		r = of_overlay(w, from, last);
	if (r->pauses >= 0)
		diag_error(w->b->diags, r->bound->place, _("`%s` cannot pause "
		    "what it must itself wait for: %s"),
		    point_id(w->p, r->pauses), text);
	else
		diag_error(w->b->diags, r->bound->place, _("a circle: each of "
		    "these waits for the next: %s"), text);
	for (i = from + 1; i < w->depth && i < from + NOTES; i++)
		tell_through(w, &w->why[i], w->path[i]);
	tell_through(w, last, again);
}

static void	visit(struct walk *, int);

/* What closes a circle is told and passed over. */
static void
behind(struct walk *w, int to, struct reason r)
{
	if (w->mark[to] == OPEN)
		complain_circle(w, to, &r);
	else if (w->mark[to] == FRESH) {
		w->why[w->depth] = r;
		visit(w, to);
	}
}

/* The last day of a step comes behind the events until which it stands. */
static void
behind_parts(struct walk *w, const struct bound *b,
    const struct step_rule *s, const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++)
		if (p->list[i].kind == PART_UNTIL)
			behind(w, p->list[i].event,
			    (struct reason){ b, s, -1 });
}

static void
behind_pauses(struct walk *w, const struct bound *b)
{
	int	i;

	for (i = 0; i < b->npauses; i++)
		if (b->pauses[i].to < 0)
			behind(w, b->pauses[i].from,
			    (struct reason){ b, NULL,
			    b->pauses[i].from });
}

static void
visit(struct walk *w, int i)
{
	const struct procedure	*p = w->p;
	const struct bound	*b;
	const struct step_rule	*s;
	int			 k, n;

	w->mark[i] = OPEN;
	w->path[w->depth++] = i;
	b = point_bounds(p, i, &n);
	for (k = 0; k < n; k++, b++) {
		if (bound_follows(b))
			behind(w, b->point.index,
			    (struct reason){ b, NULL, -1 });
		behind_pauses(w, b);
		if (!bound_follows(b) || b->point.edge != EDGE_CLOSES)
			continue;
		s = &p->steps[b->point.index - p->nevents];
		behind_parts(w, b, s, &s->lasts);
		behind_parts(w, b, s, &s->objections.again);
	}
	if (i >= p->nevents && p->steps[i - p->nevents].down != NULL)
		behind_pauses(w, p->steps[i - p->nevents].down);
	w->depth--;
	w->mark[i] = DONE;
	w->order[w->n++] = i;
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
			if (bound_is_due(&bounds[k]))
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
	struct arena	*s = b->scratch;
	struct walk	*w = arena_alloc(s, sizeof(*w));
	int		 i, all = p->nevents + p->nsteps;
	size_t		 n = (size_t)all + 1;

	w->b = b;
	w->p = p;
	w->mark = arena_array(s, n, sizeof(*w->mark));
	w->path = arena_array(s, n, sizeof(*w->path));
	w->why = arena_array(s, n, sizeof(*w->why));
	w->order = arena_array(b->arena, n, sizeof(*w->order));
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
	return build_agree(b, p);
}
