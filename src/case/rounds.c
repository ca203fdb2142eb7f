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

/* An objection that begins a round, and the slots that it is of. */
struct opening {
	struct day		 day;
	const struct slot	*from;
	int			 n;
};

static struct opening *
openings_of(const struct plan *p, struct day view, int *n)
{
	const struct matter	*m = p->matter;
	struct opening		*list = arena_array(p->arena, m->nobjections +
				    1, sizeof(*list));
	struct opening		*o;
	size_t			 k;
	int			 step = -1;

	*n = 0;
	for (k = 0; k < m->nobjections; k++) {
		if (k == 0 || strcmp(m->objections[k].step,
		    m->objections[k - 1].step) != 0)
			step = procedure_step(p->proc, m->objections[k].step);
		if (!begins_anew(p, &m->objections[k], step, view))
			continue;
		o = &list[(*n)++];
		o->day = m->objections[k].resolved;
		o->from = plan_contested(p, &m->objections[k], step, &o->n);
	}
	return list;
}

/* The days on which rounds of this slot begin; room for them in `days`. */
static int
begins_of(const struct slot *s, const struct opening *list, int nlist,
    struct day *days)
{
	int	i, n = 0;

	for (i = 0; i < nlist; i++)
		if (s >= list[i].from && s < list[i].from + list[i].n)
			days[n++] = list[i].day;
	return sort_days(days, n);
}

/* Postings of one round: those that begin in it. */
static void
take_round(struct slot *r, struct day from, struct day before)
{
	size_t	i = 0;

	r->begins = from;
	if (r->nall == 0)
		return;
	while (i < r->nall && day_is(from) &&
	    day_cmp(r->all[i].posted, from) < 0)
		i++;
	r->postings = r->all + i;
	while (i < r->nall && (!day_is(before) ||
	    day_cmp(r->all[i].posted, before) < 0))
		i++;
	r->n = (size_t)(r->all + i - r->postings);
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

static bool
is_split(const struct slot *s)
{
	return s->round > 0;
}

/* A slot with rounds shares its room with no neighbour. */
static void
part_rooms(struct plan *p)
{
	struct slot	*s;
	int		 i, k, was = -1, node = p->proc->nevents - 1;

	for (i = 0; i < p->nslots; i++) {
		s = &p->slots[i];
		if (i == 0 || is_split(s) || is_split(s - 1) ||
		    s->node != was)
			node++;
		was = s->node;
		s->node = node;
		for (k = 0; k < s->round; k++)
			s->rounds[k].node = node;
	}
	p->nrooms = node + 1;
}

void
find_rounds(struct plan *p, struct day view)
{
	struct opening	*list;
	struct day	*eras, *begins;
	int		 i, k, n, nlist;

	p->neras = 1;
	if (p->proc->plain || p->matter->nobjections == 0)
		return;
	list = openings_of(p, view, &nlist);
	if (nlist == 0)
		return;
	eras = arena_array(p->arena, (size_t)nlist + 1, sizeof(*eras));
	for (i = 0; i < nlist; i++)
		eras[i] = list[i].day;
	p->eras = eras;
	p->neras = sort_days(eras, nlist) + 1;
	begins = arena_array(p->arena, (size_t)nlist + 1, sizeof(*begins));
	for (k = 0; k < p->nslots; k++) {
		n = begins_of(&p->slots[k], list, nlist, begins);
		if (n > 0)
			split(p, &p->slots[k], begins, n);
	}
	part_rooms(p);
}

int
plan_era_of(const struct plan *p, struct day d)
{
	int	lo = 0, hi = p->neras - 1, mid;

	if (!day_is(d))
		return hi;
	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (day_cmp(p->eras[mid], d) <= 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The first round has no day and is there from the start. */
const struct slot *
slot_on(const struct slot *s, struct day d)
{
	int	lo = 0, hi = s->round - 1, mid;

	if (s->round == 0 || !day_is(d) || day_cmp(s->begins, d) <= 0)
		return s;
	while (lo < hi) {
		mid = lo + (hi - lo + 1) / 2;
		if (day_cmp(s->rounds[mid].begins, d) <= 0)
			lo = mid;
		else
			hi = mid - 1;
	}
	return &s->rounds[lo];
}

const struct slot *
round_before(const struct plan *p, const struct slot *s, int era)
{
	if (era == p->neras - 1)
		return s;
	return era == 0 ? &s->rounds[0] : slot_on(s, p->eras[era - 1]);
}
