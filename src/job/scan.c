#include "job/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/happens.h"
#include "job/gazetteer.h"
#include "job/which.h"
#include "job/workers.h"

struct pass {
	const struct scan	*scan;
	struct arena		*arena;		/* of the case */
	struct land		 land;
	struct totals		*totals;
	struct arena		*kept;		/* of the totals */
	const struct manner	*manner;
	struct case_part	*parts;
	struct store		*store;		/* of this process */
	struct writer		*writer;	/* of the part */
	struct arena		*whole;		/* of the parts */
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
	write_scan_case(p->writer, p->arena, m, &v);
	return true;
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
		write_plan_case(p->writer, p->arena, m, all, now);
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
		write_plan_begin(p->writer);
		qsort(list, (size_t)n, sizeof(*list), by_place);
		for (i = 0; i < n; i++)
			if (i == 0 || by_place(&list[i - 1], &list[i]) != 0)
				(void)plan_one(p, list[i]);
	}
	arena_free(a);
	return diags_errors(d) == before;
}

/* ---- a part by each process that is free */

/* What `scan` and `plan` do alike. */
struct manner {
	void		(*begin)(struct writer *);
	store_case_fn	*visit;
	void		(*end)(struct writer *, const struct totals *);
};

static bool
part_begin(void *ctx, struct store *s, struct diags *d)
{
	struct pass	*p = ctx;

	(void)d;
	p->store = s;
	return true;
}

/* The cases of a part, NULL: of all, with what is of it alone. */
static bool
walk_part(struct pass *p, const struct case_part *part, struct diags *d)
{
	struct arena		*a = arena_new();
	struct gazetteer	*g = gazetteer_new(a, p->store);
	bool			 good;

	p->arena = arena_new();
	p->land = gazetteer_land(g);
	good = part == NULL ? store_each_case(p->store, p->scan->top,
	    p->manner->visit, p, d) : store_each_of_part(p->store, part,
	    p->manner->visit, p, d);
	arena_free(p->arena);
	gazetteer_free(g);
	arena_free(a);
	return good;
}

static bool
part_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct pass	 p = *(struct pass *)ctx;
	struct arena	*a = arena_new();
	struct totals	 t = { 0 };
	bool		 good;

	p.totals = &t;
	p.kept = a;
	p.writer = writer_part(a, p.scan->writer, out);
	good = walk_part(&p, &p.parts[i], d);
	totals_write(result, &t);
	writer_part_end(p.writer, result);
	arena_free(a);
	return good;
}

static bool
part_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	struct pass	*p = ctx;
	FILE		*to;

	if (i == 0)
		p->manner->begin(p->scan->writer);
	if (totals_add(p->totals, p->whole, result)) {
		to = writer_join(p->scan->writer, out, &printed, result);
		if (workers_copy(out, to, printed))
			return true;
	}
	diag_fail(d, _("what a worker wrote cannot be read"));
	return false;
}

static enum worked
run_parts(struct pass *p, struct diags *d)
{
	const struct scan	*s = p->scan;
	struct workers		 w = { .ctx = p, .store = s->store,
				    .again = s->again, .begin = part_begin,
				    .part = part_do, .take = part_take };

	return workers_over(&w, p->whole, s->jobs, s->top, &p->parts, d);
}

/* All cases, by several processes where there are, else by this one. */
static bool
run_all(const struct scan *s, const struct manner *k, struct totals *t,
    struct diags *d)
{
	struct pass	 p = { .scan = s, .totals = t, .manner = k,
			    .store = s->store, .writer = s->writer,
			    .whole = arena_new() };
	enum worked	 how;
	bool		 good;

	memset(t, 0, sizeof(*t));
	how = run_parts(&p, d);
	good = how == WORKED;
	p.kept = p.whole;
	if (how == WORKED_NOT || how == WORKED_CHANGED) {
		k->begin(s->writer);
		good = walk_part(&p, NULL, d);
	}
	if (good)
		k->end(s->writer, t);
	arena_free(p.whole);
	return good;
}

static const struct manner	scanning = {
	write_scan_begin, scan_one, write_scan_end
};
static const struct manner	planning = {
	write_plan_begin, plan_one, write_plan_end
};

bool
scan_run(const struct scan *s, struct totals *t, struct diags *d)
{
	return run_all(s, &scanning, t, d);
}

static bool
run_named(const struct scan *s, const char *const *ids, int n,
    struct totals *t, struct diags *d)
{
	struct arena	*a = arena_new();
	struct pass	 p = { .scan = s, .arena = arena_new(), .totals = t,
			    .kept = a, .writer = s->writer };
	bool		 good;

	memset(t, 0, sizeof(*t));
	good = plan_named(&p, ids, n, d);
	if (good)
		write_plan_end(s->writer, t);
	arena_free(p.arena);
	arena_free(a);
	return good;
}

bool
scan_plans(const struct scan *s, const char *const *ids, int n,
    struct totals *t, struct diags *d)
{
	return n > 0 ? run_named(s, ids, n, t, d) :
	    run_all(s, &planning, t, d);
}
