#include "case/sum.h"

struct walk {
	struct arena		*arena;
	const struct calendars	*cals;
	const struct workcal	*cal;
	struct sum		*sum;
	struct tick		*ticks;
	size_t			 n, cap;
	const struct pauses	*pauses;	/* NULL: none */
};

static enum day_kind
look(struct walk *w, struct day d, enum tick_kind as, int32_t number)
{
	enum day_kind	kind = workcal_kind(w->cal, d);

	w->ticks = arena_grow(w->arena, w->ticks, w->n, &w->cap,
	    sizeof(*w->ticks));
	w->ticks[w->n++] = (struct tick){ d, as, number, kind,
	    calendars_day(w->cals, w->sum->division, d) };
	return kind;
}

static void
stop_at(struct walk *w, struct day d)
{
	w->ticks[w->n - 1].as = TICK_OPEN;
	w->ticks[w->n - 1].number = 0;
	w->sum->last = DAY_NONE;
	w->sum->brink = d;
}

/* Paused days are not asked; false: from here on nothing counts. */
static bool
passes(struct walk *w, struct day *d)
{
	const struct pauses	*p = w->pauses;
	bool			 held;

	for (; p != NULL && day_is(*d) &&
	    day_cmp(*d, w->sum->act) > 0; *d = day_add(*d, 1)) {
		held = day_is(p->endless) && day_cmp(*d, p->endless) >= 0;
		if (held) {
			look(w, *d, TICK_HELD, 0);
			w->sum->held = true;
			return false;
		}
		if (!pauses_hold(p, *d)) {
			if (!day_is(p->unsure) || day_cmp(*d, p->unsure) < 0)
				break;
			look(w, *d, TICK_OPEN, 0);
			stop_at(w, *d);
			w->ticks[w->n - 1].as = TICK_UNSURE;
			return false;
		}
		look(w, *d, TICK_PAUSED, 0);
	}
	return day_is(*d);
}

static void
walk_days(struct walk *w)
{
	struct sum	*s = w->sum;
	struct day	 d = day_add(s->act, !s->period.same_day);
	int32_t		 k;

	for (k = 1; passes(w, &d); k++) {
		look(w, d, TICK_COUNTED, k);
		if (k == s->period.n) {
			s->last = d;
			return;
		}
		d = day_add(d, 1);
	}
}

static void
walk_workdays(struct walk *w)
{
	struct sum	*s = w->sum;
	struct day	 d = day_add(s->act, !s->period.same_day);
	int32_t		 k = 0;

	for (; passes(w, &d); d = day_add(d, 1)) {
		switch (look(w, d, TICK_PASSED, 0)) {
		case DAY_UNSETTLED:
			stop_at(w, d);
			return;
		case DAY_OFF:
			break;
		case DAY_WORKED:
			w->ticks[w->n - 1].as = TICK_COUNTED;
			w->ticks[w->n - 1].number = ++k;
			if (k == s->period.n) {
				s->last = d;
				return;
			}
			break;
		}
	}
}

/* Behind the paused days that come before it, and the rest of their run. */
static void
put_behind_paused(struct walk *w, size_t i)
{
	struct tick	*t = w->ticks, it = t[i];
	struct day	 to = it.day;

	for (; i + 1 < w->n && t[i + 1].as == TICK_PAUSED &&
	    day_cmp(t[i + 1].day, to) <= 0; i++) {
		t[i] = t[i + 1];
		if (day_cmp(t[i].day, to) == 0)
			to = day_add(to, 1);
	}
	t[i] = it;
}

/* From the unpaused last day on: each paused day on the way moves it. */
static void
move_on(struct walk *w, struct day last)
{
	struct sum	*s = w->sum;
	size_t		 at = w->n - 1;
	int32_t		 left = day_diff(s->act, last);
	struct day	 d;

	s->last = DAY_NONE;
	for (d = day_add(s->act, 1); left > 0 && passes(w, &d);
	    d = day_add(d, 1))
		if (--left == 0)
			s->last = d;
	if (day_is(s->last) && day_cmp(s->last, last) != 0)
		look(w, s->last, TICK_MOVED, 0);
	put_behind_paused(w, at);
}

static void
walk_date(struct walk *w)
{
	struct sum	*s = w->sum;

	s->last = amount_last((struct amount){ s->period, s->month, s->date },
	    s->act, w->cal, NULL);
	if (!day_is(s->last))
		return;
	look(w, s->last, TICK_DATED, 0);
	if (w->pauses != NULL)
		move_on(w, s->last);
}

static void
walk_months(struct walk *w)
{
	struct sum	*s = w->sum;

	s->corresponding = day_add_months(s->act, s->period.n);
	if (!day_is(s->corresponding))
		return;
	s->clamped = day_ymd(s->corresponding).day != day_ymd(s->act).day;
	s->last = day_add(s->corresponding, -s->period.same_day);
	if (!day_is(s->last))
		return;
	look(w, s->last, TICK_MONTHS, 0);
	if (w->pauses != NULL)
		move_on(w, s->last);
}

/* A last day off moves on to the next working day. */
static void
roll(struct walk *w)
{
	struct sum	*s = w->sum;
	struct day	 d = s->last;
	enum day_kind	 kind = w->ticks[w->n - 1].kind;

	for (; kind == DAY_OFF; kind = look(w, d, TICK_PASSED, 0)) {
		s->rolled = true;
		d = day_add(d, 1);
		if (!day_is(d)) {
			s->last = d;
			return;
		}
	}
	if (kind == DAY_UNSETTLED)
		stop_at(w, d);
	else if (s->rolled)
		w->ticks[w->n - 1].as = TICK_LANDED;
	if (kind == DAY_WORKED)
		s->last = d;
}

static void
walk(struct walk *w)
{
	struct sum	*s = w->sum;

	if (!day_is(s->act))
		return;
	if (!s->period.same_day || s->period.unit == UNIT_MONTH ||
	    s->period.n == 0)
		look(w, s->act, TICK_ACT, 0);
	if (s->period.n == 0)
		walk_date(w);
	else if (s->period.unit == UNIT_DAY)
		walk_days(w);
	else if (s->period.unit == UNIT_WORKDAY)
		walk_workdays(w);
	else
		walk_months(w);
}

/* *plain: the last day before it is moved on. */
static struct sum *
count_out(struct arena *a, struct amount m, struct day act,
    const struct reckoning *by, const struct calendars *cals,
    const char *division, struct day *plain)
{
	struct sum	*s = arena_alloc(a, sizeof(*s));
	struct walk	 w = { .arena = a, .cals = cals, .sum = s,
			    .pauses = by == NULL ? NULL : by->pauses };

	*s = (struct sum){ .period = m.period, .month = m.month,
	    .date = m.day, .pauses = w.pauses, .division = division, .act = act,
	    .last = DAY_NONE, .brink = DAY_NONE, .corresponding = DAY_NONE,
	    .limit = DAY_NONE, .beyond = DAY_NONE };
	w.cal = calendars_for(cals, division);
	walk(&w);
	*plain = s->last;
	if (m.period.roll && (m.period.n == 0 || m.period.unit !=
	    UNIT_WORKDAY) && day_is(s->last))
		roll(&w);
	s->ticks = w.ticks;
	s->n = w.n;
	return s;
}

const struct sum *
sum_from(struct arena *a, struct period p, struct day act,
    const struct calendars *cals, const char *division)
{
	struct day	plain;

	return count_out(a, (struct amount){ p, 0, 0 }, act, NULL, cals,
	    division, &plain);
}

const struct sum *
sum_reckoned(struct arena *a, struct amount m, struct day act,
    const struct reckoning *by, const struct calendars *cals,
    const char *division)
{
	struct day	 plain;
	struct sum	*s = count_out(a, m, act, by, cals, division, &plain);
	struct reckoned	 r = reckon(m, act, by);
	struct amount	 more = { by->longer, 0, 0 };

	if (r.extended) {
		more.period.same_day = false;
		more.period.roll = m.period.roll;
		s->more = count_out(a, more, plain, by, cals, division,
		    &plain);
	}
	return s;
}

const struct sum *
sum_until(struct arena *a, struct period p, struct day limit,
    const struct calendars *cals, const char *division)
{
	const struct workcal	*cal = calendars_for(cals, division);
	struct day		 brink, plain;
	struct day		 act = period_act(p, limit, cal, &brink);
	struct sum		*s = count_out(a, (struct amount){ p, 0, 0 },
				    act, NULL, cals, division, &plain);

	s->limit = limit;
	if (day_is(act))
		s->beyond = period_last(p, day_add(act, 1), cal, NULL);
	else
		s->brink = brink;
	return s;
}

bool
tick_made_up(const struct tick *t)
{
	int	w = day_weekday(t->day);

	return t->kind == DAY_WORKED && (w == 0 || w == 6 ||
	    (t->holiday != NULL && t->holiday->kind == DAY_WORKED));
}
