#include "case/variants.h"

#include <string.h>

struct sets {
	struct arena		*arena;
	const struct procedure	*p;
	const bool		**list;
	int			 n, most;
	bool			 more;
};

static bool
may_come(const struct procedure *p, int event)
{
	return p->events[event].optional && !p->events[event].ends;
}

/* Are the optional events that it must follow in the set? */
static bool
is_open(const struct sets *s, const bool *set, int event)
{
	const struct ties	*t = &s->p->ties[event];
	int			 i, to;

	for (i = 0; i < t->nfollows; i++) {
		to = t->follows[i]->point.index;
		if (to < s->p->nevents && may_come(s->p, to) && !set[to])
			return false;
	}
	return true;
}

static bool
has(const struct sets *s, const bool *set)
{
	size_t	size = (size_t)s->p->nevents * sizeof(*set);
	int	i;

	for (i = 0; i < s->n; i++)
		if (memcmp(s->list[i], set, size) == 0)
			return true;
	return false;
}

static void
add_with(struct sets *s, const bool *set, int event)
{
	size_t	 n = (size_t)s->p->nevents;
	bool	*more = arena_array(s->arena, n + 1, sizeof(*more));

	memcpy(more, set, n * sizeof(*more));
	more[event] = true;
	if (has(s, more))
		return;
	if (s->n == s->most)
		s->more = true;
	else
		s->list[s->n++] = more;
}

/* From the empty one on, each with one event more. */
static void
find_sets(struct sets *s)
{
	bool	*none = arena_array(s->arena, (size_t)s->p->nevents + 1,
		    sizeof(*none));
	int	 i, k;

	for (k = 0; k < s->p->nevents; k++)
		none[k] = !s->p->events[k].optional && !s->p->events[k].ends;
	s->list[s->n++] = none;
	for (i = 0; i < s->n && !s->more; i++)
		for (k = 0; k < s->p->nevents; k++)
			if (may_come(s->p, k) && !s->list[i][k] &&
			    is_open(s, s->list[i], k))
				add_with(s, s->list[i], k);
}

struct variants
variants_of(struct arena *a, const struct procedure *p, const struct uses *u,
    int most)
{
	struct sets	s = { .arena = a, .p = p, .most = most };
	struct variants	v = { 0 };
	int		i, trait;

	s.list = arena_array(a, (size_t)most, sizeof(*s.list));
	v.list = arena_array(a, (size_t)most, sizeof(*v.list));
	find_sets(&s);
	v.more = s.more;
	for (i = 0; i < s.n; i++)
		for (trait = -1; trait < p->ntraits; trait++) {
			if (trait >= 0 && !u->dated[trait])
				continue;
			if (v.n == most)
				v.more = true;
			else
				v.list[v.n++] = (struct variant){ trait,
				    s.list[i] };
		}
	return v;
}
