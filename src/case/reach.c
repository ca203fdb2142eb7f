#include "case/reach.h"

/* Keeps the first that fails, and until then the first that is unknown. */
static void
look(struct reach *r, const struct room *room, int point,
    const char *division, struct day today)
{
	const struct day	latest = room->latest.day;
	const struct day	first = day_max(today, room->earliest);

	if (r->how == REACH_FAILS)
		return;
	if (day_is(latest) && day_cmp(first, latest) > 0)
		*r = (struct reach){ r->aim, REACH_FAILS, point, division,
		    first, latest };
	else if (r->how == REACH_GOOD && (room->blind || (room->unknown &&
	    day_is(latest))))
		*r = (struct reach){ r->aim, REACH_UNKNOWN, point, division,
		    DAY_NONE, DAY_NONE };
}

static void
look_step(struct reach *r, const struct plan *p, int step, struct day today)
{
	const struct slot	*s;
	int			 i;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (s->applies && !s->posted)
			look(r, s->room, p->proc->nevents + step, s->division,
			    today);
	}
}

/* One that has its day already is on it, or it is not. */
static bool
has_day(struct reach *r, const struct plan *p)
{
	const struct event_plan	*e = &p->events[r->aim.point.index];

	if (r->aim.point.edge != EDGE_EVENT || e->n == 0)
		return false;
	if (day_cmp(e->day, r->aim.day) > 0)
		*r = (struct reach){ r->aim, REACH_FAILS,
		    r->aim.point.index, NULL, e->day, r->aim.day };
	return true;
}

struct reach
plan_reach(const struct plan *p, struct aim aim, struct day today)
{
	struct reach	r = { aim, REACH_GOOD, -1, NULL, DAY_NONE, DAY_NONE };
	int		i, k, all = p->proc->nevents + p->proc->nsteps;

	if (has_day(&r, p))
		return r;
	for (k = 0; k < all; k++) {
		i = p->proc->order[k];
		if (!p->proc->plain && !p->applies[i])
			continue;
		if (i >= p->proc->nevents)
			look_step(&r, p, i - p->proc->nevents, today);
		else if (p->events[i].n == 0)
			look(&r, p->events[i].room, i, NULL, today);
	}
	return r;
}
