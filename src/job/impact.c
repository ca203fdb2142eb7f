#include "job/impact.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "job/fingerprint.h"
#include "job/gazetteer.h"
#include "job/publish.h"
#include "job/scan.h"
#include "job/shift.h"
#include "job/altered.h"
#include "store/night.h"

struct pass {
	const struct impact	*job;
	struct arena		*arena;		/* of the case */
	struct gazetteer	*known[WORLDS];
	struct shift		 shift;
	struct impact_totals	*totals;
	struct diags		*d;
	struct impact		 here;		/* the job in this process */
	struct arena		*whole;		/* of the parts */
	struct case_part	*parts;
};

static bool
has_sheets(const struct impact *job)
{
	return job->of[WAS].store != job->of[IS].store;
}

/* ---- what differs */

static struct texts
texts_of(struct arena *a, const struct impact_world *w, bool rules, bool days)
{
	return (struct texts){ rules ? fingerprint_rules(a, w->book) : NULL,
	    days ? calendars_digest(w->calendars, a) : NULL };
}

static struct shift
shift_of(struct arena *a, const struct impact *job)
{
	const struct impact_world	*was = &job->of[WAS];
	const struct impact_world	*is = &job->of[IS];
	bool	rules = was->book != is->book;
	bool	days = was->calendars != is->calendars;

	return shift_between(a, texts_of(a, was, rules, days),
	    texts_of(a, is, rules, days));
}

static void
add_once(struct arena *a, const char ***list, size_t *n, size_t *cap,
    const char *name)
{
	size_t	i;

	for (i = 0; i < *n; i++)
		if (strcmp((*list)[i], name) == 0)
			return;
	*list = arena_grow(a, *list, *n, cap, sizeof(**list));
	(*list)[(*n)++] = name;
}

void
impact_grounds(struct arena *a, const struct impact *job, struct grounds *g)
{
	const struct shift		s = shift_of(a, job);
	const struct shift_days		*d;
	size_t				i;

	for (i = 0; i < s.nrules; i++)
		add_once(a, &g->packs, &g->npacks, &g->packs_cap,
		    s.rules[i].pack);
	for (i = 0; i < s.ndays; i++) {
		d = &s.days[i];
		add_once(a, &g->days, &g->ndays, &g->days_cap,
		    arena_printf(a, "cn/%s%s%d", d->prefix,
		    *d->prefix == '\0' ? "" : "/", d->year));
	}
	g->npacks = text_sort_once(g->packs, g->npacks);
	g->ndays = text_sort_once(g->days, g->ndays);
}

/* ---- one case in one world */

static void
filter(struct verdict *v, const char *top)
{
	size_t	i, n = 0;

	for (i = 0; i < v->n; i++)
		if (scan_keeps(&v->findings[i], top))
			v->findings[n++] = v->findings[i];
	v->n = n;
}

static void
judge_in(struct pass *p, enum world w, const struct matter *m,
    struct side *out)
{
	const struct impact_world	*world = &p->job->of[w];
	const struct scan		 scan = { .store = world->store,
	    .book = world->book, .calendars = world->calendars,
	    .today = p->job->today, .detail = LAY_DAYS, .top = "" };
	const struct land		 land = gazetteer_land(p->known[w]);

	*out = (struct side){ .matter = m, .book = world->book,
	    .names = world->names, .holds = { .store = world->store } };
	/* of a case that is no more nothing holds, and that is known */
	if (m == NULL) {
		out->holds.list = arena_alloc(p->arena,
		    sizeof(*out->holds.list));
		return;
	}
	(void)scan_lay(&scan, p->arena, &m, &out->all, &out->now);
	out->matter = m;
	judge(p->arena, m, out->all, out->now, p->job->today, &land,
	    &out->verdict);
	filter(&out->verdict, p->job->top);
	if (out->all != NULL)
		out->holds.n = publish_entries(p->arena, out->all, out->now,
		    false, world->names, &out->holds.list);
}

/* Is there anything to look at, at or below `top`? */
static bool
has_part(const struct pass *p, const struct side *s)
{
	int	i;

	if (s->matter == NULL)
		return false;
	if (s->verdict.n > 0 || division_within(s->matter->division,
	    p->job->top))
		return true;
	for (i = 0; s->all != NULL && i < s->all->nslots; i++)
		if (altered_shows(s->all, i, p->job->top))
			return true;
	return false;
}

/* ---- one case in both */

/*
 * What the second world has of its own for it, as a night would know; but for
 * the plan, which is not laid yet.
 */
static bool
learn_fate(struct pass *p, const struct matter *m, struct fate *f)
{
	struct undone	*undone = NULL;

	*f = (struct fate){ .matter = m, .today = p->job->today };
	if (m == NULL)
		return true;
	f->rules = shift_rule_of(&p->shift, m) != NULL;
	f->years = shift_years_of(p->arena, &p->shift, m->division,
	    &f->nyears, NULL);
	if (has_sheets(p->job) && !store_undone(p->job->of[IS].store,
	    p->arena, m->division, m->id, p->job->upto, &undone, &f->nundone,
	    p->d))
		return false;
	f->undone = undone;
	return true;
}

static void
add_findings(struct impact_totals *t, const struct altered *c)
{
	size_t	i;

	for (i = 0; i < c->ncome; i++) {
		t->codes[finding_of_event(c->come[i])][c->come[i]->code]++;
		t->severities[c->come[i]->severity]++;
	}
	for (i = 0; i < c->ngo; i++)
		t->why[c->go[i].why]++;
	t->come += (long long)c->ncome;
	t->go += (long long)c->ngo;
	t->stay += (long long)c->nstay;
}

static void
add_up(struct impact_totals *t, const struct altered *c)
{
	const struct two_entries	*e;
	size_t				 i;

	t->changed++;
	add_findings(t, c);
	t->slots += (long long)c->nslots;
	for (i = 0; i < c->nentries; i++) {
		e = &c->entries[i];
		t->gained += e->of[WAS] == NULL;
		t->lost += e->of[IS] == NULL;
		t->altered += e->of[WAS] != NULL && e->of[IS] != NULL;
	}
	t->unheard += c->nunheard > 0;
	if (!c->recorded[WAS] || !c->recorded[IS])
		return;
	t->unjudged += c->all[WAS] != NULL && c->all[IS] == NULL;
	t->judged += c->all[WAS] == NULL && c->all[IS] != NULL;
}

/* By the same rules, days off and facts it is only counted. */
static void
pass_by(struct pass *p, const struct matter *m)
{
	struct side	s;
	bool		counts = *p->job->top == '\0';

	if (!counts) {
		judge_in(p, WAS, m, &s);
		counts = has_part(p, &s);
	}
	p->totals->cases += counts;
}

static bool
turn(struct pass *p, const struct matter *const m[static WORLDS])
{
	struct sides	t = { .arena = p->arena, .today = p->job->today,
			    .top = p->job->top };
	struct altered	c;
	int		w;

	arena_reset(p->arena);
	if (!learn_fate(p, m[IS], &t.fate))
		return false;
	if (!has_sheets(p->job) && !t.fate.rules && t.fate.nyears == 0) {
		pass_by(p, m[IS]);
		return true;
	}
	for (w = WAS; w < WORLDS; w++)
		judge_in(p, (enum world)w, m[w], &t.of[w]);
	if (!has_part(p, &t.of[WAS]) && !has_part(p, &t.of[IS]))
		return true;
	p->totals->cases++;
	t.fate.now = t.of[IS].now;
	if (!altered_between(&t, &c, p->d))
		return false;
	if (!altered_is(&c))
		return true;
	add_up(p->totals, &c);
	impact_case(p->job->writer, p->arena, &c);
	return true;
}

/* ---- both walks, side by side */

static int
by_place(const struct matter *a, const struct matter *b)
{
	int	c = strcmp(a->division, b->division);

	return c != 0 ? c : strcmp(a->id, b->id);
}

/* The cases of a part, NULL: all, of the one store that there is. */
static bool
turn_one(void *ctx, const struct matter *m)
{
	const struct matter	*both[WORLDS] = { m, m };

	return turn(ctx, both);
}

static bool
walk_one(struct pass *p, const struct case_part *part)
{
	struct store	*s = p->job->of[WAS].store;

	return part == NULL ? store_each_case(s, p->job->top, turn_one, p,
	    p->d) : store_each_of_part(s, part, turn_one, p, p->d);
}

static bool
walk_two(struct pass *p)
{
	const struct matter	*next[WORLDS], *m[WORLDS];
	struct walk		*walk[WORLDS];
	bool			 good = true;
	int			 w, c;

	for (w = WAS; w < WORLDS; w++) {
		walk[w] = store_walk(p->job->of[w].store, p->job->top, p->d);
		next[w] = store_walk_next(walk[w]);
	}
	while (good && (next[WAS] != NULL || next[IS] != NULL)) {
		c = next[WAS] == NULL ? 1 : next[IS] == NULL ? -1 :
		    by_place(next[WAS], next[IS]);
		m[WAS] = c <= 0 ? next[WAS] : NULL;
		m[IS] = c >= 0 ? next[IS] : NULL;
		good = turn(p, m);
		for (w = WAS; w < WORLDS; w++)
			if (m[w] != NULL)
				next[w] = store_walk_next(walk[w]);
	}
	for (w = WAS; w < WORLDS; w++)
		good = store_walk_end(walk[w]) && good;
	return good;
}

static bool
walk(struct pass *p, const struct case_part *part)
{
	struct arena	*a = arena_new();
	bool		 good;
	int		 w;

	p->arena = arena_new();
	for (w = WAS; w < WORLDS; w++)
		p->known[w] = gazetteer_new(a, p->job->of[w].store);
	good = has_sheets(p->job) ? walk_two(p) : walk_one(p, part);
	for (w = WAS; w < WORLDS; w++)
		gazetteer_free(p->known[w]);
	arena_free(p->arena);
	arena_free(a);
	return good;
}

/* ---- a part by each process that is free */

static bool
part_begin(void *ctx, struct store *s, struct diags *d)
{
	struct pass	*p = ctx;

	(void)d;
	p->here = *p->job;
	p->here.of[WAS].store = p->here.of[IS].store = s;
	p->job = &p->here;
	return true;
}

static bool
part_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct pass		 p = *(struct pass *)ctx;
	struct impact_totals	 t = { 0 };
	struct arena		*a = arena_new();
	bool			 good;

	p.totals = &t;
	p.d = d;
	p.here.writer = impact_writer_part(a, p.job->writer, out);
	p.job = &p.here;
	good = walk(&p, &p.parts[i]);
	fwrite(&t, sizeof(t), 1, result);
	impact_writer_part_end(p.here.writer, result);
	arena_free(a);
	return good;
}

/* Nothing but counts. */
static void
add_totals(struct impact_totals *to, const struct impact_totals *more)
{
	long long	*a = (long long *)to;
	const long long	*b = (const long long *)more;
	size_t		 i;

	static_assert(sizeof(*to) % sizeof(*a) == 0, "counts alone");
	for (i = 0; i < sizeof(*to) / sizeof(*a); i++)
		a[i] += b[i];
}

static bool
part_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	struct pass		*p = ctx;
	struct impact_totals	 t;
	FILE			*to;

	if (i == 0 && !impact_begin(p->job->writer))
		return false;
	if (fread(&t, sizeof(t), 1, result) == 1) {
		add_totals(p->totals, &t);
		to = impact_writer_join(p->job->writer, out, &printed,
		    result);
		if (workers_copy(out, to, printed))
			return true;
	}
	diag_fail(d, _("what a worker wrote cannot be read"));
	return false;
}

static enum worked
run_parts(struct pass *p)
{
	const struct impact	*job = p->job;
	struct workers		 w = { .ctx = p, .store = job->of[WAS].store,
				    .again = job->again, .begin = part_begin,
				    .part = part_do, .take = part_take };

	return workers_over(&w, p->whole, has_sheets(job) ? 1 : job->jobs,
	    job->top, &p->parts, p->d);
}

bool
impact_run(struct arena *a, const struct impact *job,
    struct impact_totals *t, struct diags *d)
{
	struct pass	p = { .job = job, .totals = t, .d = d,
			    .shift = shift_of(a, job), .whole = arena_new() };
	enum worked	how;
	bool		good;

	*t = (struct impact_totals){ 0 };
	how = run_parts(&p);
	good = how == WORKED;
	if (how == WORKED_NOT || how == WORKED_CHANGED)
		good = impact_begin(job->writer) && walk(&p, NULL);
	good = good && impact_end(job->writer, t);
	arena_free(p.whole);
	return good;
}
