/*
 * What applies to a case, and what an end leaves owed.  LANGUAGE, "What does
 * not apply".
 */
#include <string.h>

#include "case/solve.h"

static bool
has_one(const struct plan *p, const struct some *traits)
{
	int	i;

	for (i = 0; i < traits->n; i++)
		if (p->traits >> traits->of[i] & 1)
			return true;
	return false;
}

static bool
is_aimed(const struct plan *p, int event)
{
	int	i;

	for (i = 0; i < p->aims.n; i++)
		if (p->aims.list[i].point.index == event)
			return true;
	return false;
}

/* Recorded is as everywhere: in view, whether or not the event applies. */
static bool
happened(const struct plan *p, const struct some *events)
{
	int	i;

	for (i = 0; i < events->n; i++)
		if (p->events[events->of[i]].rows > 0 ||
		    is_aimed(p, events->of[i]))
			return true;
	return false;
}

static bool
holds_but_except(const struct plan *p, const struct condition *c)
{
	return (c->only.n == 0 || has_one(p, &c->only)) &&
	    (c->when.n == 0 || happened(p, &c->when)) &&
	    !happened(p, &c->unless);
}

bool
plan_holds(const struct plan *p, const struct condition *c)
{
	return c == NULL ||
	    (holds_but_except(p, c) && !has_one(p, &c->except));
}

bool
bound_asks_here(const struct plan *p, int point, const struct bound *b)
{
	return bound_holds(p, b) && (b->kind != BOUND_GATE ||
	    (p->applies[point] && p->applies[b->point.index]));
}

int
plan_exempt(const struct plan *p, int step)
{
	const struct condition	*c = p->proc->steps[step].when;
	int			 i;

	if (c == NULL || !holds_but_except(p, c))
		return -1;
	for (i = 0; i < c->except.n; i++)
		if (p->traits >> c->except.of[i] & 1)
			return c->except.of[i];
	return -1;
}

static uint64_t
traits_of(const struct procedure *proc, const struct matter *m)
{
	uint64_t	bits = 0;
	size_t		k;
	int		i;

	for (k = 0; k < m->ntraits; k++)
		for (i = 0; i < proc->ntraits; i++)
			if (strcmp(m->traits[k], proc->traits[i].id) == 0)
				bits |= (uint64_t)1 << i;
	return bits;
}

/* An event that does not apply has rows, and none that count. */
static void
drop_event(struct event_plan *e)
{
	e->applies = false;
	e->n = 0;
	e->day = DAY_NONE;
}

void
find_applying(struct plan *p)
{
	const struct procedure	*r = p->proc;
	int			 i, k, all = r->nevents + r->nsteps;
	bool			*applies;

	if (r->plain)
		return;
	p->traits = traits_of(r, p->matter);
	applies = arena_array(p->arena, (size_t)all + 1, sizeof(*applies));
	for (i = 0; i < r->nevents; i++) {
		applies[i] = plan_holds(p, r->events[i].when) &&
		    !(r->events[i].optional && p->events[i].rows == 0 &&
		    !is_aimed(p, i));
		if (!applies[i])
			drop_event(&p->events[i]);
	}
	for (i = 0; i < r->nsteps; i++) {
		applies[r->nevents + i] = plan_holds(p, r->steps[i].when);
		for (k = p->first[i]; k < p->first[i + 1]; k++)
			p->slots[k].applies = applies[r->nevents + i];
	}
	p->applies = applies;
}

/* ---- the end */

static bool
has_ended(const struct plan *p, int i)
{
	return p->proc->events[i].ends && p->events[i].n > 0;
}

/* Points that must follow it, however far behind, through gates too. */
static const bool *
behind_end(const struct plan *p, struct day end)
{
	const struct procedure	*r = p->proc;
	int			 k, i, n, to, all = r->nevents + r->nsteps;
	bool			*behind = arena_array(p->arena,
				    (size_t)all + 1, sizeof(*behind));
	const struct ties	*t;

	for (k = 0; k < all; k++) {
		i = r->order[k];
		t = &r->ties[i];
		for (n = 0; n < t->nfollows; n++) {
			to = t->follows[n]->point.index;
			if (bound_asks(p, i, t->follows[n]) && (behind[to] ||
			    (is_event(p, to) && has_ended(p, to) &&
			    day_cmp(p->events[to].day, end) == 0)))
				behind[i] = true;
		}
	}
	return behind;
}

void
find_ending(struct plan *p, const struct plan *until)
{
	int	i;

	p->ending = (struct ending){ DAY_NONE, NULL };
	if (until != NULL)
		p->ending = until->ending;
	else if (!p->proc->plain) {
		for (i = 0; i < p->proc->nevents; i++)
			if (has_ended(p, i))
				p->ending.day = day_min(p->ending.day,
				    p->events[i].day);
		if (day_is(p->ending.day))
			p->ending.behind = behind_end(p, p->ending.day);
	}
	p->cuts = day_is(p->ending.day);
}
