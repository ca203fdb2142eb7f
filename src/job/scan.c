#include "job/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/happens.h"
#include "job/gazetteer.h"
#include "job/which.h"

struct pass {
	const struct scan	*scan;
	struct arena		*arena;		/* of the case */
	struct land		 land;
	struct totals		*totals;
	struct arena		*kept;		/* of the totals */
};

bool
scan_lay(const struct scan *s, struct arena *a, const struct matter **whole,
    const struct plan **all, const struct plan **now)
{
	const struct matter	*m = happens_add(a, s->book, *whole);
	const struct procedure	*p;
	struct day		 last = matter_last_day(m);

	*whole = m;
	*all = *now = NULL;
	p = rulebook_in_force(s->book, m->procedure, m->division,
	    matter_first_day(m), s->today);
	if (p == NULL)
		return false;
	*now = plan_lay(a, p, m, s->calendars, s->today, NULL, s->detail);
	*all = day_is(last) && day_cmp(last, s->today) > 0 ? plan_lay(a, p, m,
	    s->calendars, DAY_LAST, *now, s->detail) : *now;
	return true;
}

bool
scan_keeps(const struct finding *f, const char *top)
{
	if (f->step >= 0 && f->objection == NULL)
		return division_within(f->division, top);
	return division_within(f->matter->division, top);
}

static void
filter(struct verdict *v, const struct plan *all, const struct plan *now,
    struct day today, const char *top)
{
	size_t	i, n = 0;
	int	k;

	for (i = 0; i < v->n; i++)
		if (scan_keeps(&v->findings[i], top))
			v->findings[n++] = v->findings[i];
	v->n = n;
	if (all == NULL)
		return;
	memset(v->states, 0, sizeof(v->states));
	v->slots = 0;
	for (k = 0; k < all->nslots; k++)
		if (all->slots[k].applies &&
		    division_within(all->slots[k].division, top)) {
			v->slots++;
			v->states[plan_state(all, now, k, today)]++;
		}
}

static bool
scan_one(void *ctx, const struct matter *m)
{
	struct pass		*p = ctx;
	const struct scan	*s = p->scan;
	const struct plan	*all, *now;
	struct verdict		 v;
	size_t			 i;
	int			 k;

	arena_reset(p->arena);
	(void)scan_lay(s, p->arena, &m, &all, &now);
	judge(p->arena, m, all, now, s->today, &p->land, &v);
	if (*s->top != '\0')
		filter(&v, all, now, s->today, s->top);
	if (v.slots == 0 && v.n == 0 && !division_within(m->division, s->top))
		return true;
	p->totals->cases++;
	p->totals->slots += v.slots;
	p->totals->findings += (long long)v.n;
	for (k = 0; k < STATES; k++)
		p->totals->states[k] += v.states[k];
	for (i = 0; i < v.n; i++) {
		p->totals->codes[finding_of_event(&v.findings[i])]
		    [v.findings[i].code]++;
		p->totals->severities[v.findings[i].severity]++;
	}
	if (all != NULL)
		totals_leave(p->totals, p->kept, all, now, s->top);
	write_scan_case(s->writer, p->arena, m, &v);
	return true;
}

bool
scan_run(const struct scan *s, struct totals *t, struct diags *d)
{
	struct arena		*a = arena_new();
	struct gazetteer	*g = gazetteer_new(a, s->store);
	struct pass		 p = { s, arena_new(), gazetteer_land(g), t,
				    a };
	bool			 good;

	memset(t, 0, sizeof(*t));
	write_scan_begin(s->writer);
	good = store_each_case(s->store, s->top, scan_one, &p, d);
	if (good)
		write_scan_end(s->writer, t);
	arena_free(p.arena);
	gazetteer_free(g);
	arena_free(a);
	return good;
}

bool
scan_count(const struct scan *s, struct arena *kept, const struct matter *m,
    const struct plan *all, const struct plan *now, struct totals *t)
{
	int	k, slots = 0;

	for (k = 0; all != NULL && k < all->nslots; k++)
		if (all->slots[k].applies &&
		    division_within(all->slots[k].division, s->top)) {
			slots++;
			t->states[plan_state(all, now, k, s->today)]++;
		}
	if (slots == 0 && !division_within(m->division, s->top))
		return false;
	t->cases++;
	t->slots += slots;
	if (all != NULL)
		totals_leave(t, kept, all, now, s->top);
	return true;
}

static bool
plan_one(void *ctx, const struct matter *m)
{
	struct pass		*p = ctx;
	const struct plan	*all, *now;

	arena_reset(p->arena);
	(void)scan_lay(p->scan, p->arena, &m, &all, &now);
	if (scan_count(p->scan, p->kept, m, all, now, p->totals))
		write_plan_case(p->scan->writer, p->arena, m, all, now);
	return true;
}

static int
by_place(const void *va, const void *vb)
{
	const struct matter	*a = *(struct matter *const *)va;
	const struct matter	*b = *(struct matter *const *)vb;
	int			 c = strcmp(a->division, b->division);

	return c != 0 ? c : strcmp(a->id, b->id);
}

/* The cases named, each once, in the order of the database. */
static bool
plan_named(struct pass *p, const char *const *ids, int n, struct diags *d)
{
	struct arena	*a = arena_new();
	struct matter	**list = arena_array(a, (size_t)n, sizeof(*list));
	size_t		 before = diags_errors(d);
	const struct matter	*header;
	int		 i;

	for (i = 0; i < n; i++) {
		header = which_case(p->scan->store, a, p->scan->county,
		    ids[i], d);
		list[i] = header == NULL ? NULL :
		    store_whole(p->scan->store, a, header, d);
	}
	if (diags_errors(d) == before) {
		write_plan_begin(p->scan->writer);
		qsort(list, (size_t)n, sizeof(*list), by_place);
		for (i = 0; i < n; i++)
			if (i == 0 || by_place(&list[i - 1], &list[i]) != 0)
				(void)plan_one(p, list[i]);
	}
	arena_free(a);
	return diags_errors(d) == before;
}

bool
scan_plans(const struct scan *s, const char *const *ids, int n,
    struct totals *t, struct diags *d)
{
	struct arena	*a = arena_new();
	struct pass	 p = { .scan = s, .arena = arena_new(), .totals = t,
			    .kept = a };
	bool		 good;

	memset(t, 0, sizeof(*t));
	if (n > 0)
		good = plan_named(&p, ids, n, d);
	else {
		write_plan_begin(s->writer);
		good = store_each_case(s->store, s->top, plan_one, &p, d);
	}
	if (good)
		write_plan_end(s->writer, t);
	arena_free(p.arena);
	arena_free(a);
	return good;
}
