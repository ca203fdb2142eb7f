#include "case/sum.h"

struct walk {
	struct arena		*arena;
	const struct calendars	*cals;
	const struct workcal	*cal;
	struct sum		*sum;
	struct tick		*ticks;
	size_t			 n, cap;
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

static void
walk_days(struct walk *w)
{
	struct sum	*s = w->sum;
	struct day	 d = day_add(s->act, !s->period.same_day);
	int32_t		 k;

	for (k = 1; day_is(d); k++) {
		look(w, d, TICK_COUNTED, k);
		if (k == s->period.n)
			break;
		d = day_add(d, 1);
	}
	s->last = d;
}

static void
walk_workdays(struct walk *w)
{
	struct sum	*s = w->sum;
	struct day	 d = day_add(s->act, !s->period.same_day);
	int32_t		 k = 0;

	for (; day_is(d); d = day_add(d, 1)) {
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

static void
walk_months(struct walk *w)
{
	struct sum	*s = w->sum;

	s->corresponding = day_add_months(s->act, s->period.n);
	if (!day_is(s->corresponding))
		return;
	s->clamped = day_ymd(s->corresponding).day != day_ymd(s->act).day;
	s->last = day_add(s->corresponding, -s->period.same_day);
	if (day_is(s->last))
		look(w, s->last, TICK_MONTHS, 0);
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

static struct sum *
count_out(struct arena *a, struct period p, struct day act,
    const struct calendars *cals, const char *division)
{
	struct sum	*s = arena_alloc(a, sizeof(*s));
	struct walk	 w = { .arena = a, .cals = cals, .sum = s };

	*s = (struct sum){ .period = p, .division = division, .act = act,
	    .last = DAY_NONE, .brink = DAY_NONE, .corresponding = DAY_NONE,
	    .limit = DAY_NONE, .beyond = DAY_NONE };
	w.cal = calendars_for(cals, division);
	if (!day_is(act))
		return s;
	if (!p.same_day || p.unit == UNIT_MONTH)
		look(&w, act, TICK_ACT, 0);
	switch (p.unit) {
	case UNIT_DAY:
		walk_days(&w);
		break;
	case UNIT_WORKDAY:
		walk_workdays(&w);
		break;
	case UNIT_MONTH:
		walk_months(&w);
		break;
	}
	if (p.roll && p.unit != UNIT_WORKDAY && day_is(s->last))
		roll(&w);
	s->ticks = w.ticks;
	s->n = w.n;
	return s;
}

const struct sum *
sum_from(struct arena *a, struct period p, struct day act,
    const struct calendars *cals, const char *division)
{
	return count_out(a, p, act, cals, division);
}

const struct sum *
sum_until(struct arena *a, struct period p, struct day limit,
    const struct calendars *cals, const char *division)
{
	const struct workcal	*cal = calendars_for(cals, division);
	struct day		 brink, act = period_act(p, limit, cal, &brink);
	struct sum		*s = count_out(a, p, act, cals, division);

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
