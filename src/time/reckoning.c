#include "time/reckoning.h"

#include <stdlib.h>

static int
by_first(const void *va, const void *vb)
{
	const struct span	*a = va, *b = vb;

	return day_cmp(a->from, b->from);
}

int
spans_join(struct span *s, int n)
{
	int	i, k = 0;
	bool	apart;

	if (n > 1)
		qsort(s, (size_t)n, sizeof(*s), by_first);
	for (i = 1; i < n; i++) {
		apart = s[k].cause != s[i].cause;
		if (day_diff(s[k].to, s[i].from) > !apart) {
			s[++k] = s[i];
			continue;
		}
		s[k].to = day_max(s[k].to, s[i].to);
		if (apart)
			s[k].cause = -1;
	}
	return n > 0 ? k + 1 : 0;
}

bool
pauses_hold(const struct pauses *p, struct day d)
{
	int	i;

	for (i = 0; i < p->n && day_cmp(p->spans[i].from, d) <= 0; i++)
		if (day_cmp(d, p->spans[i].to) <= 0)
			return true;
	return false;
}

/* The first day after `act` of which nobody knows whether it is paused. */
static struct day
first_unsure(const struct pauses *p, struct day act)
{
	struct day	d = day_max(p->unsure, day_add(act, 1));
	int		i;

	if (!day_is(p->unsure))
		return DAY_NONE;
	for (i = 0; i < p->n && day_is(d); i++)
		if (day_cmp(p->spans[i].from, d) <= 0 &&
		    day_cmp(d, p->spans[i].to) <= 0)
			d = day_add(p->spans[i].to, 1);
	return d;
}

/* A walk from `act` came to `d`, unless it was stopped on its way. */
static struct maybe_day
walked(const struct pauses *p, struct day act, struct day d)
{
	struct day	unsure = first_unsure(p, act), endless = p->endless;

	if (day_is(endless))
		endless = day_max(endless, day_add(act, 1));
	if (day_is(unsure) && (!day_is(d) || day_cmp(unsure, d) <= 0) &&
	    (!day_is(endless) || day_cmp(unsure, endless) < 0))
		return maybe_sum(DAY_NONE, unsure, NULL);
	if (day_is(endless) && (!day_is(d) || day_cmp(endless, d) <= 0))
		return maybe_none();
	return maybe_sum(d, DAY_NONE, NULL);
}

/*
 * The first day L with (L less the paused days after the act, through L) on
 * the unpaused last day: each paused day on the way moves it on by one.
 */
static struct maybe_day
moved(const struct pauses *p, struct day act, struct day last)
{
	struct day	from;
	int		i;

	for (i = 0; i < p->n && day_is(last); i++) {
		from = day_max(p->spans[i].from, day_add(act, 1));
		if (day_cmp(from, last) > 0)
			break;
		if (day_cmp(from, p->spans[i].to) <= 0)
			last = day_add(last, day_diff(from, p->spans[i].to) +
			    1);
	}
	return walked(p, act, last);
}

/* Working days that are not paused, one after the other. */
static struct maybe_day
worked(struct period p, struct day act, const struct reckoning *r)
{
	struct day		 d = day_add(act, !p.same_day);
	struct maybe_day	 met;
	int32_t			 left = p.n;

	for (; day_is(d); d = day_add(d, 1)) {
		if (day_cmp(d, act) > 0 && pauses_hold(r->pauses, d) &&
		    (!day_is(r->pauses->endless) ||
		    day_cmp(d, r->pauses->endless) < 0))
			continue;
		met = walked(r->pauses, act, d);
		if (met.kind != MAYBE_DAY)
			return met;
		switch (workcal_kind(r->cal, d)) {
		case DAY_UNSETTLED:
			return maybe_sum(DAY_NONE, d, NULL);
		case DAY_OFF:
			continue;
		case DAY_WORKED:
			if (--left == 0)
				return maybe_sum(d, DAY_NONE, NULL);
		}
	}
	return maybe_sum(DAY_NONE, DAY_NONE, NULL);
}

/* The first day MM-DD of a year after `act`; day DD of the month after its. */
static struct day
dated(int month, int day, struct day act)
{
	struct ymd	y = day_ymd(act);
	struct day	d, next;

	if (month > 0) {
		d = day_make(y.year, month, day);
		return day_is(d) && day_cmp(d, act) > 0 ? d :
		    day_make(y.year + 1, month, day);
	}
	d = day_add_months(day_make(y.year, y.month, 1), 1);
	next = day_add_months(d, 1);
	d = day_add(d, day - 1);
	return day_is(next) && day_is(d) && day_cmp(d, next) >= 0 ?
	    day_add(next, -1) : d;
}

struct day
amount_last(struct amount a, struct day act, const struct workcal *cal,
    struct day *brink)
{
	if (brink != NULL)
		*brink = DAY_NONE;
	if (a.period.n == 0)
		return dated(a.month, a.day, act);
	a.period.roll = false;
	return period_last(a.period, act, cal, brink);
}

static struct maybe_day
counted(struct amount a, struct day act, const struct reckoning *r)
{
	struct day	d, brink;

	if (r->pauses != NULL && a.period.n > 0 &&
	    a.period.unit == UNIT_WORKDAY)
		return worked(a.period, act, r);
	d = amount_last(a, act, r->cal, &brink);
	if (r->pauses != NULL && day_is(d))
		return moved(r->pauses, act, d);
	return maybe_sum(d, brink, NULL);
}

static struct maybe_day
rolled(bool roll, struct maybe_day d, const struct workcal *cal)
{
	struct day	brink;

	if (!roll || d.kind != MAYBE_DAY)
		return d;
	d.day = workcal_after(cal, day_add(d.day, -1), 1, &brink);
	return maybe_sum(d.day, brink, NULL);
}

struct reckoned
reckon(struct amount a, struct day act, const struct reckoning *r)
{
	struct amount	more = { r->longer, 0, 0 };
	struct reckoned	out = { .plain = counted(a, act, r) };

	out.rolled = rolled(a.period.roll && (a.period.n == 0 ||
	    a.period.unit != UNIT_WORKDAY), out.plain, r->cal);
	if (out.plain.kind != MAYBE_DAY || !day_is(r->on))
		return out;
	if (day_cmp(r->on, out.rolled.kind == MAYBE_DAY ? out.rolled.day :
	    out.plain.day) > 0) {
		/* whether it came in time hangs on a day not settled */
		if (out.rolled.kind != MAYBE_DAY)
			out.plain = out.rolled;
		return out;
	}
	more.period.same_day = false;
	out.extended = true;
	out.plain = counted(more, out.plain.day, r);
	out.rolled = rolled(a.period.roll, out.plain, r->cal);
	return out;
}
