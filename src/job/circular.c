#include "job/circular.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/amount.h"
#include "job/gazetteer.h"
#include "job/scan.h"
#include "store/night.h"
#include "words/say.h"

struct maker {
	const struct circular_ask *ask;
	struct circular		*out;
	struct arena		*kept;		/* of the answer */
	struct arena		*arena;		/* of the case */
	struct scan		 scan;
	struct land		 land;
	struct tallies		*tallies;
	struct circular_unit	*units;		/* by code until ranked */
	size_t			 nunits, capunits;
	struct circular_sum	*sums;
	size_t			 nsums, capsums;
	const struct pack	**packs;
	size_t			 npacks, cappacks;
	struct waiver		*waivers;	/* by key */
	size_t			 nwaivers;
	long long		 serial;	/* of the case at hand */
	const char		*division, *id;	/* of the finding before */
};

/* The unit of a division: its own of that level, or itself above it. */
static const char *
unit_of(const char *division, enum level by,
    char out[static DIVISION_MAX + 1])
{
	if (!division_above(division, by, out))
		memcpy(out, division, strlen(division) + 1);
	return out;
}

/* ---- units */

static struct circular_unit *
unit(struct maker *m, const char *code)
{
	size_t	at = 0, end = m->nunits, mid;

	while (at < end) {
		mid = (at + end) / 2;
		if (strcmp(m->units[mid].code, code) < 0)
			at = mid + 1;
		else
			end = mid;
	}
	if (at < m->nunits && strcmp(m->units[at].code, code) == 0)
		return &m->units[at];
	m->units = arena_grow(m->kept, m->units, m->nunits, &m->capunits,
	    sizeof(*m->units));
	memmove(&m->units[at + 1], &m->units[at], (m->nunits++ - at) *
	    sizeof(*m->units));
	m->units[at] = (struct circular_unit){ .soonest = DAY_NONE,
	    .code = arena_dup(m->kept, code) };
	return &m->units[at];
}

static void
take_division(void *ctx, const char *code)
{
	struct maker	*m = ctx;

	if (division_level(code) == m->ask->by)
		(void)unit(m, code);
}

static void
take_sent(void *ctx, const char *town)
{
	struct maker	*m = ctx;
	char		 code[DIVISION_MAX + 1];

	if (!division_within(town, m->ask->top))
		return;
	m->out->inbox = true;
	unit(m, unit_of(town, m->ask->by, code))->delivered = true;
}

/* ---- slots */

/* Which period it was due in; -1: none of the two. */
static int
period_of(const struct circular *c, struct day d)
{
	return stretch_has(c->is, d) ? PERIOD_IS :
	    stretch_has(c->before, d) ? PERIOD_BEFORE : -1;
}

/* What an end set free, and was not posted, was never due. */
static struct day
due_day(const struct slot *s, enum state state)
{
	if (state == STATE_ENDED && !s->posted)
		return DAY_NONE;
	if (day_is(s->room->latest.day))
		return s->room->latest.day;
	return s->posted ? s->opens : DAY_NONE;
}

static void
count_slot(struct maker *m, struct tally *t, int period, bool good)
{
	t->due[period]++;
	t->good[period] += good;
	if (t->seen[period] != m->serial)
		t->cases[period]++;
	t->seen[period] = m->serial;
}

static void
tally_slot(struct maker *m, const struct plan *p, const char *code,
    int period, bool good)
{
	const char	*procedure = p->proc->id;

	count_slot(m, tally_of(m->tallies, "", "", -1), period, good);
	count_slot(m, tally_of(m->tallies, code, "", -1), period, good);
	count_slot(m, tally_of(m->tallies, "", procedure, -1), period, good);
	count_slot(m, tally_of(m->tallies, code, procedure, -1), period,
	    good);
}

/* What its unit has to do about it. */
static void
demand(struct maker *m, const struct slot *s, enum state state,
    struct circular_unit *u)
{
	struct day	latest = s->room->latest.day;

	u->overdue += state == STATE_OVERDUE;
	u->broken += state == STATE_BROKEN;
	if (s->posted || state == STATE_ENDED || state == STATE_OVERDUE ||
	    !stretch_has((struct stretch){ m->ask->today, m->out->next },
	    latest))
		return;
	u->coming++;
	u->soonest = day_min(u->soonest, latest);
}

/* Which slots have a violation or worse at them. */
static const bool *
faulty_slots(struct maker *m, const struct plan *all,
    const struct verdict *v)
{
	bool			*bad = arena_array(m->arena,
				    (size_t)all->nslots + 1, sizeof(*bad));
	const struct finding	*f;
	const struct slot	*s;
	size_t			 i;

	for (i = 0; i < v->n; i++) {
		f = &v->findings[i];
		if (f->step < 0 || f->severity < SEVERITY_VIOLATION)
			continue;
		s = plan_slot(all, f->step, f->division);
		if (s != NULL)
			bad[s - all->slots] = true;
	}
	return bad;
}

/* ---- amounts */

static struct circular_sum *
sum_of(struct maker *m, const char *unit_code, const char *procedure,
    const char *name)
{
	struct circular_sum	*s;
	size_t			 at = 0, i;
	int			 c = -1;

	for (; at < m->nsums; at++) {
		s = &m->sums[at];
		c = strcmp(s->unit, unit_code);
		c = c != 0 ? c : strcmp(s->procedure, procedure);
		c = c != 0 ? c : strcmp(s->name, name);
		if (c >= 0)
			break;
	}
	if (at < m->nsums && c == 0)
		return &m->sums[at];
	m->sums = arena_grow(m->kept, m->sums, m->nsums, &m->capsums,
	    sizeof(*m->sums));
	for (i = m->nsums++; i > at; i--)
		m->sums[i] = m->sums[i - 1];
	m->sums[at] = (struct circular_sum){ arena_dup(m->kept, unit_code),
	    arena_dup(m->kept, procedure), arena_dup(m->kept, name),
	    0, 0, 0, 0 };
	return &m->sums[at];
}

static long long
plus(long long a, long long b)
{
	return a > LLONG_MAX - b ? LLONG_MAX : a + b;
}

static void
add_sum(struct circular_sum *s, long long yuan, bool good)
{
	s->cases++;
	s->yuan = plus(s->yuan, yuan);
	if (!good)
		return;
	s->good_cases++;
	s->good_yuan = plus(s->good_yuan, yuan);
}

static void
add_amounts(struct maker *m, const struct matter *c, bool good)
{
	const char	*list = c->amounts, *name;
	char		 code[DIVISION_MAX + 1];
	struct amount	 a;

	unit_of(c->division, m->ask->by, code);
	while (amount_next(&list, &a)) {
		name = arena_ndup(m->arena, a.name, a.len);
		add_sum(sum_of(m, "", c->procedure, name), a.yuan, good);
		add_sum(sum_of(m, code, c->procedure, name), a.yuan, good);
	}
}

/* ---- one case */

static void
remember_pack(struct maker *m, const struct pack *p)
{
	size_t	i;

	for (i = 0; i < m->npacks; i++)
		if (m->packs[i] == p)
			return;
	m->packs = arena_grow(m->kept, m->packs, m->npacks, &m->cappacks,
	    sizeof(*m->packs));
	m->packs[m->npacks++] = p;
}

/* Of the period's slots: 0 none is due, 1 all are in order, -1 not all. */
static int
count_slots(struct maker *m, const struct plan *all, const struct plan *now,
    const bool *bad)
{
	const struct slot	*s;
	char			 code[DIVISION_MAX + 1];
	enum state		 state;
	int			 i, period, sum = 0;

	for (i = 0; i < all->nslots; i++) {
		s = &all->slots[i];
		if (!s->applies || !division_within(s->division, m->ask->top))
			continue;
		state = plan_state(all, now, i, m->ask->today);
		unit_of(s->division, m->ask->by, code);
		demand(m, s, state, unit(m, code));
		period = period_of(m->out, due_day(s, state));
		if (period < 0)
			continue;
		tally_slot(m, all, code, period, !bad[i]);
		if (period == PERIOD_IS)
			sum = sum < 0 || bad[i] ? -1 : 1;
	}
	return sum;
}

static bool
one_case(void *ctx, const struct matter *c)
{
	struct maker		*m = ctx;
	const struct plan	*all, *now;
	struct verdict		 v;
	int			 sum;

	arena_reset(m->arena);
	m->serial++;
	if (!scan_lay(&m->scan, m->arena, &c, &all, &now))
		return true;
	judge(m->arena, c, all, now, m->ask->today, &m->land, &v);
	totals_leave(&m->out->totals, m->kept, all, now, m->ask->top);
	sum = count_slots(m, all, now, faulty_slots(m, all, &v));
	if (sum == 0)
		return true;
	remember_pack(m, all->proc->pack);
	add_amounts(m, c, sum > 0);
	return true;
}

static bool
each_slot(struct maker *m, struct diags *d)
{
	struct arena		*a = arena_new();
	struct gazetteer	*g = gazetteer_new(a, m->ask->store);
	bool			 good;

	m->land = gazetteer_land(g);
	m->scan = (struct scan){ .store = m->ask->store,
	    .book = m->ask->book, .calendars = m->ask->calendars,
	    .today = m->ask->today, .detail = LAY_DAYS,
	    .top = m->ask->top };
	good = store_each_case(m->ask->store, m->ask->top, one_case, m, d);
	gazetteer_free(g);
	arena_free(a);
	return good;
}

/* ---- findings */

static bool
is_waived(const struct maker *m, const struct kept *k)
{
	const struct waiver	*w = waivers_find(m->waivers, m->nwaivers,
				    k->key);

	return w != NULL && day_cmp(w->until, m->ask->today) >= 0;
}

/* As of today, whatever a later night has seen. */
static bool
has_gone(const struct maker *m, const struct kept *k)
{
	return day_is(k->gone) && day_cmp(k->gone, m->ask->today) <= 0;
}

static void
count_fate(struct maker *m, struct tally *t, const struct kept *k)
{
	if (!has_gone(m, k)) {
		t->waived += is_waived(m, k);
		t->standing += !is_waived(m, k);
		t->owed += !is_waived(m, k) && k->severity > SEVERITY_ADVICE;
	} else if (k->why != WHY_FIXED)
		t->gone[k->why]++;
	else if (stretch_has(m->ask->is, k->gone))
		t->fixed++;
	else
		t->later++;
}

static void
count_finding(struct maker *m, struct tally *t, const struct kept *k,
    int period)
{
	if (period < 0) {
		t->mended++;
		return;
	}
	t->found[period]++;
	if (t->met[period] != m->serial)
		t->faulty[period]++;
	t->met[period] = m->serial;
	if (k->days >= 0 && (t->kind >= 0 || k->code == CODE_LATE))
		spread_add(m->kept, &t->late[period], k->days);
	t->severities[period][k->severity]++;
	if (period == PERIOD_IS)
		count_fate(m, t, k);
}

/* One that still stands, the most days apart, the first of these. */
static bool
is_better(const struct maker *m, const struct kept *k,
    const struct kept *than)
{
	const bool	now = !has_gone(m, k) && !is_waived(m, k);

	if (than == NULL)
		return true;
	if (now != (!has_gone(m, than) && !is_waived(m, than)))
		return now;
	return k->days > than->days;
}

/* What is told of it, and what it is measured by. */
static const struct kept *
keep_example(struct arena *a, const struct kept *k)
{
	struct kept	*e = arena_alloc(a, sizeof(*e));

	*e = (struct kept){ .key = arena_dup(a, k->key),
	    .id = arena_dup(a, k->id), .title = arena_dup(a, k->title),
	    .message = told_text(arena_dup(a, told_say(a, NULL,
	    k->message))), .days = k->days, .gone = k->gone };
	return e;
}

/* As scan_keeps has it, of one that is kept. */
static bool
is_within(const struct kept *k, const char *top)
{
	if (k->step != NULL && k->code != CODE_OBJECTION &&
	    k->code != CODE_HANDLER)
		return division_within(k->at, top);
	return division_within(k->division, top);
}

/* -1: it is of before, and was put right in the period. */
static bool
is_asked(const struct maker *m, const struct kept *k, int *period)
{
	*period = period_of(m->out, k->first);
	return *period >= 0 || (day_cmp(k->first, m->ask->is.from) < 0 &&
	    k->why == WHY_FIXED && stretch_has(m->ask->is, k->gone));
}

static void
tally_finding(struct maker *m, const struct kept *k, int period)
{
	const int	 kind = kind_of(k);
	char		 code[DIVISION_MAX + 1];
	struct tally	*t = tally_of(m->tallies, "", "", kind);
	int		 i;

	unit_of(k->at, m->ask->by, code);
	(void)unit(m, code);
	if (period == PERIOD_IS && is_better(m, k, t->example))
		t->example = keep_example(m->kept, k);
	for (i = 0; i < 8; i++)
		count_finding(m, tally_of(m->tallies, i & 1 ? code : "",
		    i & 2 ? k->procedure : "", i & 4 ? kind : -1), k,
		    period);
}

static bool
one_finding(void *ctx, const struct kept *k)
{
	struct maker	*m = ctx;
	int		 period;
	bool		 before;

	if (!is_within(k, m->ask->top) || !is_asked(m, k, &period))
		return true;
	if (m->id == NULL || strcmp(k->id, m->id) != 0 ||
	    strcmp(k->division, m->division) != 0) {
		arena_reset(m->arena);
		m->id = arena_dup(m->arena, k->id);
		m->division = arena_dup(m->arena, k->division);
		m->serial++;
	}
	before = period == PERIOD_BEFORE && k->why == WHY_FIXED &&
	    stretch_has(m->ask->is, k->gone);
	tally_finding(m, k, period);
	if (before)
		tally_finding(m, k, -1);
	return true;
}

static bool
each_finding(struct maker *m, struct diags *d)
{
	return store_waivers(m->ask->store, m->kept, &m->waivers, &m->nwaivers,
	    d) && store_each_life(m->ask->store, m->out->before.from,
	    m->ask->is.until, one_finding, m, d);
}

/* ---- ranks */

/* The greater share first; nothing due comes behind all. */
static int
by_share(const void *va, const void *vb)
{
	const struct tally	*a = ((const struct circular_unit *)va)->all;
	const struct tally	*b = ((const struct circular_unit *)vb)->all;
	long long		 x = a->good[PERIOD_IS], y = a->due[PERIOD_IS];
	long long		 u = b->good[PERIOD_IS], v = b->due[PERIOD_IS];

	if ((y == 0) != (v == 0))
		return (y == 0) - (v == 0);
	return (u * y > x * v) - (u * y < x * v);
}

static int
by_rank(const void *a, const void *b)
{
	const int	c = by_share(a, b);

	return c != 0 ? c : strcmp(((const struct circular_unit *)a)->code,
	    ((const struct circular_unit *)b)->code);
}

static void
rank(struct maker *m)
{
	struct circular_unit	*u = m->units;
	size_t			 i;

	for (i = 0; i < m->nunits; i++)
		u[i].all = tally_of(m->tallies, u[i].code, "", -1);
	if (m->nunits > 0)
		qsort(u, m->nunits, sizeof(*u), by_rank);
	for (i = 0; i < m->nunits && u[i].all->due[PERIOD_IS] > 0; i++)
		u[i].rank = i > 0 && by_share(&u[i - 1], &u[i]) == 0 ?
		    u[i - 1].rank : (int)i + 1;
}

/* ---- all of it */

static bool
look_at_nights(struct maker *m, struct diags *d)
{
	const struct circular_ask	*ask = m->ask;
	struct circular			*c = m->out;
	struct night_span		 is, before, all;
	char				 from[DAY_TEXT], until[DAY_TEXT];

	if (!store_nights_between(ask->store, c->is.from, c->is.until, &is,
	    d) || !store_nights_between(ask->store, c->before.from,
	    c->before.until, &before, d) || !store_nights_between(ask->store,
	    DAY_FIRST, ask->today, &all, d))
		return false;
	c->nights[PERIOD_IS] = is.n;
	c->nights[PERIOD_BEFORE] = before.n;
	c->since = all.first;
	c->known = all.last;
	if (is.n > 0)
		return true;
	diag_error(d, NOWHERE, _("from %s through %s no night was finished: "
	    "nobody looked at that period, and nothing can be said of it"),
	    day_print(c->is.from, from), day_print(c->is.until, until));
	if (day_is(all.last))
		diag_note(d, NOWHERE, _("the nights that were finished are "
		    "those from %s through %s"), day_print(all.first, from),
		    day_print(all.last, until));
	else
		diag_note(d, NOWHERE, _("no night was ever finished: "
		    "gongshi nightly"));
	return false;
}

/* The end of the first period behind it that is not over. */
static struct day
next_end(struct stretch s, struct day today)
{
	do
		s = stretch_after(s);
	while (day_is(s.until) && day_cmp(s.until, today) < 0);
	return day_is(s.until) ? s.until : DAY_LAST;
}

/* Who signs, where all procedures of what was due say one and the same. */
static const char *
office_of(const struct maker *m)
{
	const char	*division = *m->ask->top != '\0' ? m->ask->top :
			    store_home(m->ask->store);
	const char	*one, *office = NULL;
	size_t		 i;

	for (i = 0; i < m->npacks; i++) {
		if (m->packs[i]->nprocedures == 0)
			continue;
		one = procedure_office(&m->packs[i]->procedures[0], -1,
		    division);
		if (one == NULL || (office != NULL &&
		    strcmp(one, office) != 0))
			return NULL;
		office = one;
	}
	return office;
}

static void
hand_over(struct maker *m)
{
	struct circular	*c = m->out;

	rank(m);
	c->units = m->units;
	c->nunits = m->nunits;
	c->sums = m->sums;
	c->nsums = m->nsums;
	c->packs = m->packs;
	c->npacks = m->npacks;
	c->office = office_of(m);
	c->list = tallies_list(m->tallies, &c->n);
}

bool
circular_make(struct arena *a, const struct circular_ask *ask,
    struct circular *out, struct diags *d)
{
	struct maker	 m = { .ask = ask, .out = out, .kept = a };
	const char	*below = *ask->top != '\0' ? ask->top :
			    store_home(ask->store);
	bool		 good;

	*out = (struct circular){ .is = ask->is, .today = ask->today,
	    .before = stretch_before(ask->is),
	    .next = next_end(ask->is, ask->today), .by = ask->by,
	    .book = ask->book, .names = ask->names };
	if (!look_at_nights(&m, d))
		return false;
	m.arena = arena_new();
	m.tallies = tallies_new(a);
	(void)tally_of(m.tallies, "", "", -1);
	store_each_code(ask->store, below, take_division, &m);
	good = store_each_sent(ask->store, ask->is.from, ask->is.until,
	    take_sent, &m, d) && each_slot(&m, d) && each_finding(&m, d);
	if (good)
		hand_over(&m);
	arena_free(m.arena);
	return good;
}
