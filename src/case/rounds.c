/*
 * Rounds of slots whose objections were upheld, and the eras between the days
 * on which they begin.  LANGUAGE, "Objections".
 */
#include <stdlib.h>
#include <string.h>

#include "case/solve.h"

/* What lies below a division that has no slot itself. */
static const struct slot *
below(const struct plan *p, int step, const char *division, int *n)
{
	const struct slot	*s = &p->slots[p->first[step]], *from = NULL;
	const struct slot	*end = &p->slots[p->first[step + 1]];

	for (*n = 0; s < end; s++)
		if (division_within(s->division, division)) {
			from = from == NULL ? s : from;
			++*n;
		}
	return from;
}

const struct slot *
plan_contested(const struct plan *p, const struct objection *o, int step,
    int *n)
{
	const struct slot	*s;

	if (*o->division != '\0') {
		*n = 1;
		s = plan_slot(p, step, o->division);
		if (s == NULL)
			s = below(p, step, o->division, n);
		if (s != NULL)
			return s;
	}
	*n = p->first[step + 1] - p->first[step];
	return &p->slots[p->first[step]];
}

static int
by_day(const void *va, const void *vb)
{
	return day_cmp(*(const struct day *)va, *(const struct day *)vb);
}

static int
sort_days(struct day *list, int n)
{
	int	i, k = 0;

	qsort(list, (size_t)n, sizeof(*list), by_day);
	for (i = 1; i < n; i++)
		if (day_cmp(list[k], list[i]) != 0)
			list[++k] = list[i];
	return n > 0 ? k + 1 : 0;
}

static bool
begins_anew(const struct plan *p, const struct objection *o, int step,
    struct day view)
{
	return step >= 0 && p->proc->steps[step].objections.upheld ==
	    UPHELD_AGAIN && strcmp(o->outcome, "upheld") == 0 &&
	    day_is(o->resolved) && day_cmp(o->resolved, view) <= 0;
}

/* The days on which rounds of this slot begin. */
static struct day *
begins_of(const struct plan *p, const struct slot *s, struct day view, int *n)
{
	const struct matter	*m = p->matter;
	struct day		*list = arena_array(p->arena, m->nobjections +
				    1, sizeof(*list));
	const struct slot	*of;
	size_t			 k;
	int			 step, many;

	*n = 0;
	for (k = 0; k < m->nobjections; k++) {
		step = procedure_step(p->proc, m->objections[k].step);
		if (step != s->step ||
		    !begins_anew(p, &m->objections[k], step, view))
			continue;
		of = plan_contested(p, &m->objections[k], step, &many);
		if (s >= of && s < of + many)
			list[(*n)++] = m->objections[k].resolved;
	}
	*n = sort_days(list, *n);
	return list;
}

/* Postings of one round: those that begin in it. */
static void
take_round(struct slot *r, struct day from, struct day before)
{
	size_t	i = 0;

	while (i < r->nall && day_is(from) &&
	    day_cmp(r->all[i].posted, from) < 0)
		i++;
	r->postings = r->all + i;
	while (i < r->nall && (!day_is(before) ||
	    day_cmp(r->all[i].posted, before) < 0))
		i++;
	r->n = (size_t)(r->all + i - r->postings);
	r->begins = from;
}

static void
split(struct plan *p, struct slot *s, const struct day *begins, int n)
{
	struct slot	*rounds = arena_array(p->arena, (size_t)n + 1,
			    sizeof(*rounds));
	int		 i;

	for (i = 0; i < n; i++) {
		rounds[i] = *s;
		rounds[i].round = i;
		rounds[i].rounds = rounds;
		take_round(&rounds[i], i == 0 ? DAY_NONE : begins[i - 1],
		    begins[i]);
	}
	s->rounds = rounds;
	s->round = n;
	take_round(s, begins[n - 1], DAY_NONE);
}

void
find_rounds(struct plan *p, struct day view)
{
	const struct matter	*m = p->matter;
	struct day		*eras, *begins;
	int			 i, n, neras = 0;
	bool			 any = false;
	size_t			 o;

	p->neras = 1;
	for (o = 0; o < m->nobjections && !p->proc->plain; o++)
		any |= begins_anew(p, &m->objections[o], procedure_step(
		    p->proc, m->objections[o].step), view);
	if (!any)
		return;
	eras = arena_array(p->arena, m->nobjections + 1, sizeof(*eras));
	for (o = 0; o < m->nobjections; o++)
		if (begins_anew(p, &m->objections[o], procedure_step(p->proc,
		    m->objections[o].step), view))
			eras[neras++] = m->objections[o].resolved;
	p->eras = eras;
	p->neras = sort_days(eras, neras) + 1;
	p->nrooms = p->proc->nevents + p->nslots;
	for (i = 0; i < p->nslots; i++) {
		p->slots[i].node = p->proc->nevents + i;
		begins = begins_of(p, &p->slots[i], view, &n);
		if (n > 0)
			split(p, &p->slots[i], begins, n);
	}
}

int
plan_era_of(const struct plan *p, struct day d)
{
	int	i;

	if (!day_is(d))
		return p->neras - 1;
	for (i = 0; i < p->neras - 1 && day_cmp(p->eras[i], d) <= 0; i++)
		continue;
	return i;
}

const struct slot *
slot_on(const struct slot *s, struct day d)
{
	int	i;

	if (s->round == 0 || !day_is(d) || day_cmp(s->begins, d) <= 0)
		return s;
	for (i = s->round - 1; i > 0 &&
	    day_cmp(s->rounds[i].begins, d) > 0; i--)
		continue;
	return &s->rounds[i];
}

const struct slot *
round_before(const struct plan *p, const struct slot *s, int era)
{
	if (era == p->neras - 1)
		return s;
	return era == 0 ? &s->rounds[0] : slot_on(s, p->eras[era - 1]);
}
