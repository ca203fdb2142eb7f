/*
 * Where the steps of a procedure are posted for one case.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/plan.h"

struct places {
	struct arena	*arena;
	const char	**list;
	size_t		 n, cap;
};

static void
add(struct places *p, const char *division)
{
	p->list = arena_grow(p->arena, p->list, p->n, &p->cap,
	    sizeof(*p->list));
	p->list[p->n++] = division;
}

static const char *
kept(struct places *p, const char *code, const char *whole)
{
	return strcmp(code, whole) == 0 ? whole : arena_dup(p->arena, code);
}

/*
 * What one place gives: a named one the division of that level at or above
 * it, one that was known then itself, to `each` of its own level.
 */
static bool
gives(const struct matter *m, const char **place, struct where w,
    char code[static DIVISION_MAX + 1])
{
	bool	known = !m->named;

	if (**place == PLACE_KNOWN) {
		known = true;
		++*place;
	}
	return (!known || (w.each && division_level(*place) == w.level)) &&
	    division_above(*place, w.level, code);
}

static void
add_below(struct places *p, const struct matter *m, struct where w)
{
	char		 code[DIVISION_MAX + 1];
	const char	*place;
	size_t		 i, before = p->n;

	if (!w.each && !m->named)
		return;
	for (i = 0; i < m->nplaces; i++) {
		place = m->places[i];
		if (!gives(m, &place, w, code))
			continue;
		/* neighbours below one division give it once */
		if (p->n == before || strcmp(p->list[p->n - 1], code) != 0)
			add(p, kept(p, code, place));
	}
	if (p->n == before && !m->named)
		add(p, m->division);
}

static void
add_where(struct places *p, const struct matter *m, struct where w)
{
	char	code[DIVISION_MAX + 1], own[DIVISION_MAX + 1];

	if (w.level == LEVEL_NONE ||
	    w.level == division_level(m->division))
		add(p, m->division);
	else if (!division_above(m->division, w.level, code))
		add_below(p, m, w);
	else if (division_parse(code, own))
		add(p, arena_dup(p->arena, own));
}

static bool
is_sorted(const struct places *p)
{
	size_t	i;

	for (i = 1; i < p->n; i++)
		if (strcmp(p->list[i - 1], p->list[i]) >= 0)
			return false;
	return true;
}

/* Most lists come sorted, each division once. */
static void
sort_once(struct places *p)
{
	if (!is_sorted(p))
		p->n = text_sort_once(p->list, p->n);
}

static void
add_step(struct places *all, const struct procedure *proc,
    const struct matter *m, int step, const int *starts)
{
	struct places	p = { .arena = all->arena };
	int		i, like = proc->alike[step];
	size_t		k;

	for (i = starts[like]; like < step && i < starts[like + 1]; i++)
		add(all, all->list[i]);
	if (like < step)
		return;
	for (i = 0; i < proc->steps[step].nat; i++)
		add_where(&p, m, proc->steps[step].at[i]);
	sort_once(&p);
	for (k = 0; k < p.n; k++)
		add(all, p.list[k]);
}

/* All divisions first, then the slots in one piece: they are large. */
struct slot *
plan_slots(struct arena *a, const struct procedure *proc,
    const struct matter *m, int *n, const int **first)
{
	struct places	 all = { .arena = a };
	struct slot	*slots;
	int		*starts, i, j;

	starts = arena_array(a, (size_t)proc->nsteps + 1, sizeof(*starts));
	for (i = 0; i < proc->nsteps; i++) {
		starts[i] = (int)all.n;
		add_step(&all, proc, m, i, starts);
	}
	starts[i] = *n = (int)all.n;
	*first = starts;
	slots = arena_array(a, all.n + 1, sizeof(*slots));
	for (i = 0; i < proc->nsteps; i++)
		for (j = starts[i]; j < starts[i + 1]; j++) {
			slots[j].step = i;
			slots[j].division = all.list[j];
		}
	return slots;
}

enum level
plan_lacks(const struct procedure *proc, const struct matter *m, int step)
{
	const struct step_rule	*r = &proc->steps[step];
	char			 code[DIVISION_MAX + 1];
	const char		*place;
	bool			 any;
	size_t			 k;
	int			 i;

	for (i = 0; i < r->nat; i++) {
		any = r->at[i].each ||
		    r->at[i].level <= division_level(m->division);
		for (k = 0; !any && m->named && k < m->nplaces; k++) {
			place = m->places[k];
			any = gives(m, &place, r->at[i], code);
		}
		if (!any)
			return r->at[i].level;
	}
	return LEVEL_NONE;
}

struct slot *
plan_slot(const struct plan *p, int step, const char *division)
{
	int	lo = p->first[step], hi = p->first[step + 1], mid, c;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		c = strcmp(p->slots[mid].division, division);
		if (c == 0)
			return &p->slots[mid];
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}
