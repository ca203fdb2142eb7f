#include "job/yearly.h"

#include <string.h>

#include "base/text.h"
#include "case/amount.h"
#include "job/scan.h"

enum { STRAYS = 5 };		/* that are named */

struct counting_year {
	const struct yearly_ask	*ask;
	struct arena		*kept;		/* of the figures */
	struct arena		*arena;		/* of the case */
	struct yearly		*out;
	struct yearly_procedure	*procedures;
	size_t			 cap;
	struct yearly_table	*tables;
	struct verdict		 verdict;
};

/* ---- a procedure's figures */

static struct yearly_procedure *
procedure_of(struct counting_year *c, const struct procedure *p)
{
	size_t	i;

	for (i = 0; i < c->out->nprocedures; i++)
		if (strcmp(c->procedures[i].proc->id, p->id) == 0)
			return &c->procedures[i];
	c->procedures = arena_grow(c->kept, c->procedures,
	    c->out->nprocedures, &c->cap, sizeof(*c->procedures));
	c->procedures[i] = (struct yearly_procedure){ .proc = p };
	c->out->nprocedures++;
	return &c->procedures[i];
}

/* What a breach is at: no violation, waived or not, is there. */
static bool
is_good(const struct counting_year *c, int step, int event,
    const char *division)
{
	const struct finding	*f;
	size_t			 i;

	for (i = 0; i < c->verdict.n; i++) {
		f = &c->verdict.findings[i];
		if (f->severity >= SEVERITY_VIOLATION && f->step == step &&
		    (step >= 0 || f->event == event) &&
		    (step < 0 || strcmp(f->division, division) == 0))
			return false;
	}
	return true;
}

static void
count_slots(struct counting_year *c, const struct plan *now,
    struct yearly_procedure *y)
{
	const struct slot	*s;
	struct day		 due;
	int			 i;

	for (i = 0; i < now->nslots; i++) {
		s = &now->slots[i];
		due = s->owed->latest.day;
		if (!day_is(due) && s->posted)
			due = s->opens;
		if (!s->applies || !stretch_has(c->out->is, due) ||
		    !division_within(s->division, c->ask->top))
			continue;
		y->due++;
		y->good += is_good(c, s->step, -1, s->division);
	}
}

static void
count_events(struct counting_year *c, const struct plan *now,
    struct yearly_procedure *y)
{
	const struct event_plan	*e;
	int			 i;

	for (i = 0; i < now->proc->nevents; i++) {
		e = &now->events[i];
		if (!e->applies || !stretch_has(c->out->is, e->owed->due.day))
			continue;
		y->due++;
		y->good += is_good(c, -1, i, NULL);
	}
}

static const struct label *
label_of(const struct procedure *p, const struct amount *a)
{
	int	i;

	for (i = 0; i < p->namounts; i++)
		if (strlen(p->amounts[i].id) == a->len &&
		    strncmp(p->amounts[i].id, a->name, a->len) == 0)
			return &p->amounts[i];
	return NULL;
}

static void
add_sum(struct counting_year *c, struct yearly_procedure *y,
    const struct label *l, long long yuan)
{
	size_t	i;

	for (i = 0; i < y->nsums; i++)
		if (strcmp(y->sums[i].label->id, l->id) == 0) {
			y->sums[i].yuan += yuan;
			return;
		}
	y->sums = arena_grow(c->kept, y->sums, y->nsums, &y->room,
	    sizeof(*y->sums));
	y->sums[y->nsums++] = (struct yearly_sum){ l, yuan };
}

/* One that began in the year. */
static void
count_case(struct counting_year *c, const struct matter *m,
    const struct procedure *p, struct yearly_procedure *y)
{
	const char		*list = m->amounts;
	const struct label	*l;
	struct amount		 a;
	char			 county[COUNTY_MAX + 1];

	y->cases++;
	division_county(m->division, county);
	if (strlen(county) == COUNTY_MAX && strcmp(county, y->county) != 0) {
		y->counties++;
		strcpy(y->county, county);
	}
	while (amount_next(&list, &a)) {
		l = label_of(p, &a);
		if (l != NULL)
			add_sum(c, y, l, a.yuan);
	}
}

/* ---- a table's cells */

/* A case as a table asks of it. */
struct asked {
	const struct matter	*matter;
	bool			 is[LINE_SUM];	/* by kind, but for traits */
};

static bool
has_trait(const struct matter *m, const struct procedure *p, int trait)
{
	size_t	i;

	for (i = 0; i < m->ntraits; i++)
		if (strcmp(m->traits[i], p->traits[trait].id) == 0)
			return true;
	return false;
}

static bool
takes(const struct annual_table *t, const struct line *l,
    const struct asked *a)
{
	int	i;

	if (l->kind != LINE_TRAITS)
		return l->kind != LINE_SUM && a->is[l->kind];
	for (i = 0; i < l->of.n; i++)
		if (has_trait(a->matter, t->proc, l->of.of[i]))
			return true;
	return false;
}

/* How many of the traits that lines ask for the case has; -1: none asks. */
static int
traits_there(const struct annual_table *t, const struct lines *l,
    const struct matter *m)
{
	uint64_t	asked = 0;
	int		i, k, n = 0;

	for (i = 0; i < l->n; i++)
		for (k = 0; l->list[i].kind == LINE_TRAITS &&
		    k < l->list[i].of.n; k++)
			asked |= (uint64_t)1 << l->list[i].of.of[k];
	for (i = 0; i < t->proc->ntraits; i++)
		n += (asked >> i & 1) != 0 && has_trait(m, t->proc, i);
	return asked == 0 ? -1 : n;
}

static void
stray(struct counting_year *c, struct yearly_strays *s, const char *id)
{
	if (s->list == NULL)
		s->list = "";
	if (++s->cases <= STRAYS)
		s->list = arena_printf(c->kept, "%s%s%s", s->list,
		    *s->list == '\0' ? "" : _(", "), id);
}

/* The first of its days until today. */
static struct day
first_day(const struct counting_year *c, const struct matter *m,
    const char *event)
{
	struct day	d = DAY_NONE;
	size_t		i;

	for (i = 0; i < m->nevents; i++)
		if (strcmp(m->events[i].event, event) == 0 &&
		    day_cmp(m->events[i].day, c->ask->today) <= 0)
			d = day_min(d, m->events[i].day);
	return d;
}

static struct day
first_of(const struct counting_year *c, const struct matter *m,
    const struct procedure *p, const struct some *events)
{
	struct day	d = DAY_NONE;
	int		i;

	for (i = 0; i < events->n; i++)
		d = day_min(d, first_day(c, m, p->events[events->of[i]].id));
	return d;
}

/* In the year, before it, or after it. */
static void
ask(const struct yearly *y, struct day came, struct day done,
    struct asked *a)
{
	const bool	before = day_is(came) && day_cmp(came, y->is.from) < 0;
	const bool	open = !day_is(done) || day_cmp(done, y->is.until) > 0;

	a->is[LINE_CAME] = stretch_has(y->is, came);
	a->is[LINE_DONE] = stretch_has(y->is, done);
	a->is[LINE_OPEN_START] = before && (open || stretch_has(y->is, done));
	a->is[LINE_OPEN_END] = (before || stretch_has(y->is, came)) && open;
}

/* Where neither line says when, those done in the year count. */
static void
count_cells(const struct annual_table *t, const struct asked *a,
    long long *cells)
{
	const struct line	*r, *k;
	int			 i, j;

	for (i = 0; i < t->rows.n; i++) {
		r = &t->rows.list[i];
		if (!takes(t, r, a))
			continue;
		for (j = 0; j < t->columns.n; j++) {
			k = &t->columns.list[j];
			if (takes(t, k, a) && (r->kind != LINE_TRAITS ||
			    k->kind != LINE_TRAITS || a->is[LINE_DONE]))
				cells[i * t->columns.n + j]++;
		}
	}
}

static void
count_in(struct counting_year *c, const struct matter *m,
    struct yearly_table *y)
{
	const struct annual_table	*t = y->table;
	struct asked			 a = { .matter = m };
	int				 n;

	y->any = true;
	ask(c->out, first_day(c, m, t->proc->events[t->came].id),
	    first_of(c, m, t->proc, &t->done), &a);
	if (!a.is[LINE_CAME] && !a.is[LINE_DONE] && !a.is[LINE_OPEN_START] &&
	    !a.is[LINE_OPEN_END])
		return;
	n = traits_there(t, &t->columns, m);
	if (n == 0 || n > 1)
		stray(c, &y->no_column, m->id);
	n = traits_there(t, &t->rows, m);
	if (a.is[LINE_DONE] && (n == 0 || n > 1))
		stray(c, &y->no_row, m->id);
	count_cells(t, &a, y->cells);
}

/* ---- sums of lines, once all are counted */

static long long	value(const struct annual_table *, const long long *,
			    int row, int column);

static long long
row_sum(const struct annual_table *t, const long long *cells, int row,
    int column)
{
	const struct some	*of = &t->rows.list[row].of;
	long long		 sum = 0;
	int			 i;

	for (i = 0; i < of->n; i++)
		sum += value(t, cells, of->of[i], column);
	return sum;
}

static long long
value(const struct annual_table *t, const long long *cells, int row,
    int column)
{
	const struct some	*of = &t->columns.list[column].of;
	long long		 sum = 0;
	int			 i;

	if (t->rows.list[row].kind == LINE_SUM)
		return row_sum(t, cells, row, column);
	if (t->columns.list[column].kind != LINE_SUM)
		return cells[row * t->columns.n + column];
	for (i = 0; i < of->n; i++)
		sum += value(t, cells, row, of->of[i]);
	return sum;
}

static void
sum_up(struct counting_year *c, struct yearly_table *y)
{
	const struct annual_table	*t = y->table;
	long long			*all = arena_array(c->kept,
					    (size_t)(t->rows.n *
					    t->columns.n) + 1, sizeof(*all));
	int				 i, j;

	for (i = 0; i < t->rows.n; i++)
		for (j = 0; j < t->columns.n; j++)
			all[i * t->columns.n + j] = value(t, y->cells, i, j);
	y->cells = all;
}

/* ---- from end to end */

/*
 * Those of the rules on the year's last day, by which it is reported, also of
 * cases that began under others.
 */
static void
count_tables(struct counting_year *c, const struct matter *m)
{
	const struct procedure	*p = rulebook_in_force(c->ask->book,
				    m->procedure, m->division, c->out->is.until,
				    c->ask->today);
	size_t			 i;

	for (i = 0; i < c->out->ntables; i++)
		if (c->tables[i].table->proc == p)
			count_in(c, m, &c->tables[i]);
}

static bool
count_one(void *ctx, const struct matter *m)
{
	struct counting_year	*c = ctx;
	struct scan		 s = { .book = c->ask->book, .top = "",
				    .calendars = c->ask->calendars,
				    .today = c->ask->today,
				    .detail = LAY_DAYS };
	const struct plan	*all, *now;
	struct yearly_procedure	*y;

	arena_reset(c->arena);
	if (division_within(m->division, c->ask->top))
		count_tables(c, m);
	if (!scan_lay(&s, c->arena, &m, &all, &now)) {
		c->out->unruled += stretch_has(c->out->is, matter_first_day(m));
		return true;
	}
	judge(c->arena, m, all, now, c->ask->today, NULL, &c->verdict);
	y = procedure_of(c, now->proc);
	if (now->proc->nsteps > 0)
		count_slots(c, now, y);
	if (!division_within(m->division, c->ask->top))
		return true;
	if (now->proc->nsteps == 0)
		count_events(c, now, y);
	if (stretch_has(c->out->is, matter_first_day(m)))
		count_case(c, m, now->proc, y);
	return true;
}

/* All tables of all packs, empty. */
static void
lay_tables(struct counting_year *c)
{
	const struct rulebook	*b = c->ask->book;
	const struct annual	*a;
	size_t			 cap = 0, *n = &c->out->ntables;
	int			 i, k;

	for (i = 0; i < b->npacks; i++) {
		a = b->packs[i].annual;
		for (k = 0; a != NULL && k < a->ntables; k++) {
			c->tables = arena_grow(c->kept, c->tables, *n, &cap,
			    sizeof(*c->tables));
			c->tables[(*n)++] = (struct yearly_table){
			    .table = &a->tables[k], .of = a,
			    .cells = arena_array(c->kept, (size_t)(
			    a->tables[k].rows.n * a->tables[k].columns.n) + 1,
			    sizeof(long long)) };
		}
	}
}

bool
yearly_count(struct arena *a, const struct yearly_ask *ask,
    struct yearly *out, struct diags *d)
{
	struct counting_year	c = { .ask = ask, .kept = a, .out = out,
				    .arena = arena_new() };
	bool			good;
	size_t			i;

	*out = (struct yearly){ .year = ask->year,
	    .is = { day_make(ask->year, 1, 1),
	    day_min(day_make(ask->year, 12, 31), ask->today) } };
	lay_tables(&c);
	good = store_each_case(ask->store, ask->top, count_one, &c, d);
	for (i = 0; i < out->ntables; i++)
		sum_up(&c, &c.tables[i]);
	out->procedures = c.procedures;
	out->tables = c.tables;
	arena_free(c.arena);
	return good;
}
