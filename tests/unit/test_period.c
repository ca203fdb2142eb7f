#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "time/period.h"
#include "unit/walk.h"

enum { CALENDARS = 24 };

/* The interface, section 2, told as plainly as it goes. */
static struct day
naive_last(struct period p, struct day act, const struct workcal *cal,
    struct day *first)
{
	struct day	d;

	*first = DAY_NONE;
	if (p.unit == UNIT_WORKDAY)
		return walk_after(cal, p.same_day ? day_add(act, -1) : act,
		    p.n, first);
	d = p.unit == UNIT_DAY ? day_add(act, p.n) :
	    day_add_months(act, p.n);
	if (p.same_day)
		d = day_add(d, -1);
	return p.roll ? walk_after(cal, day_add(d, -1), 1, first) : d;
}

struct visit {
	const struct calendar	*c;
	unsigned		 seed;
	struct period		 p;
	struct day		 act;
};

static const char *
named(const struct visit *v)
{
	static const char *const	 units[] = { "day", "workday", "month" };
	static char			 buf[160];

	snprintf(buf, sizeof(buf), "calendar %u, day %d, %d %s%s%s", v->seed,
	    v->act.n - v->c->cal.first.n, v->p.n, units[v->p.unit],
	    v->p.same_day ? ", first day counted" : "",
	    v->p.roll ? ", rolled" : "");
	return buf;
}

static void
each(void (*visit)(const struct visit *))
{
	static const int32_t	 numbers[] = { 1, 2, 3, 5, 7, 10, 20, 45 };
	struct calendar		*c = calloc(1, sizeof(*c));
	struct visit		 v = { .c = c };
	unsigned		 i, how;
	int32_t			 k;

	assert_non_null(c);
	for (v.seed = 1; v.seed <= CALENDARS; v.seed++) {
		calendar_random(c, v.seed);
		for (i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
			for (how = 0; how < 12; how++) {
				v.p = (struct period){ numbers[i],
				    (enum unit)(how / 4), how % 2 == 1,
				    how / 2 % 2 == 1 };
				if (v.p.unit == UNIT_MONTH && v.p.n > 5)
					continue;
				for (k = -3; k < c->cal.n + 3; k++) {
					v.act = day_add(c->cal.first, k);
					visit(&v);
				}
			}
	}
	free(c);
}

static void
visit_last(const struct visit *v)
{
	struct day	got, want, brink = { 1 }, first;

	got = period_last(v->p, v->act, &v->c->cal, &brink);
	want = naive_last(v->p, v->act, &v->c->cal, &first);
	if (got.n != want.n)
		fail_msg("%s: another last day", named(v));
	if (brink.n != first.n)
		fail_msg("%s: another brink", named(v));
	if (period_last(v->p, v->act, &v->c->cal, NULL).n != want.n)
		fail_msg("%s: another day without a brink", named(v));
}

/* The last day is that of a walk, its brink the first unsettled day asked. */
static void
last_days_against_a_walk(void **state)
{
	(void)state;
	each(visit_last);
}

static void
visit_monotone(const struct visit *v)
{
	struct day	a, b;

	a = period_last(v->p, v->act, &v->c->cal, NULL);
	b = period_last(v->p, day_add(v->act, 1), &v->c->cal, NULL);
	if (day_is(a) && day_is(b) && day_cmp(a, b) > 0)
		fail_msg("%s: a later act ends before", named(v));
}

static void
a_later_act_ends_no_earlier(void **state)
{
	(void)state;
	each(visit_monotone);
}

/* v->act is the last day here: act is the latest whose sum is not after it. */
static void
visit_act(const struct visit *v)
{
	struct day	act, last, next, open;

	act = period_act(v->p, v->act, &v->c->cal, NULL);
	if (!day_is(act))
		return;
	last = period_last(v->p, act, &v->c->cal, NULL);
	if (!day_is(last) || day_cmp(last, v->act) > 0)
		fail_msg("%s: its own sum is after the last day", named(v));
	next = period_last(v->p, day_add(act, 1), &v->c->cal, &open);
	if (day_is(next) ? day_cmp(next, v->act) <= 0 :
	    day_cmp(open, v->act) <= 0)
		fail_msg("%s: a later act would do", named(v));
}

static void
act_is_the_inverse(void **state)
{
	(void)state;
	each(visit_act);
}

/* Where a plain calendar settles all, there is an answer, and it is found. */
static void
visit_found(const struct visit *v)
{
	struct day	last, act;

	last = period_last(v->p, v->act, &v->c->cal, NULL);
	if (!day_is(last))
		return;
	act = period_act(v->p, last, &v->c->cal, NULL);
	if (day_is(act) && day_cmp(act, v->act) < 0)
		fail_msg("%s: an act earlier than one that does", named(v));
	if (!day_is(act) && v->seed % 4 < 2 && v->act.n > v->c->cal.first.n +
	    80)
		fail_msg("%s: no act, though all is settled", named(v));
}

static void
an_act_that_does_is_found(void **state)
{
	(void)state;
	each(visit_found);
}

/*
 * Not settled, the sum back is no earlier than its brink, whatever the open
 * days come to be.
 */
static void
visit_brink(const struct visit *v)
{
	static struct calendar	out;
	struct day		act, brink;
	int			kind;

	act = period_act(v->p, v->act, &v->c->cal, &brink);
	if (day_is(act) || !day_is(brink))
		return;
	for (kind = DAY_OFF; kind <= DAY_WORKED; kind++) {
		calendar_settle(v->c, (enum day_kind)kind, &out);
		act = period_act(v->p, v->act, &out.cal, NULL);
		if (day_is(act) && day_cmp(act, brink) < 0)
			fail_msg("%s: settled as %s it is before the brink",
			    named(v), kind == DAY_OFF ? "off" : "worked");
	}
}

static void
a_brink_bounds_what_is_open(void **state)
{
	(void)state;
	each(visit_brink);
}

/* Plain days that do not roll ask nothing, even far from any calendar. */
static void
plain_days_ask_nothing(void **state)
{
	struct calendar	*c = calloc(1, sizeof(*c));
	struct day	 d = day_make(1995, 9, 1), brink = { 1 };
	struct period	 days = { 7, UNIT_DAY, true, false };
	struct period	 months = { 1, UNIT_MONTH, true, false };

	(void)state;
	assert_non_null(c);
	calendar_random(c, 1);
	assert_int_equal(period_last(days, d, &c->cal, &brink).n, d.n + 6);
	assert_false(day_is(brink));
	assert_int_equal(period_act(days, d, &c->cal, &brink).n, d.n - 6);
	assert_int_equal(period_last(months, d, &c->cal, &brink).n, d.n + 29);
	/* 31 August 1995 is the last day of the month from 1 August. */
	assert_int_equal(period_act(months, day_add(d, -1), &c->cal,
	    &brink).n, d.n - 31);
	assert_false(day_is(brink));
	free(c);
}

static void
no_day_and_the_ends_of_time(void **state)
{
	struct calendar	*c = calloc(1, sizeof(*c));
	struct period	 p = { PERIOD_MAX, UNIT_DAY, false, false };
	struct day	 brink = { 1 };
	int		 unit, roll;

	(void)state;
	assert_non_null(c);
	calendar_random(c, 1);
	for (unit = UNIT_DAY; unit <= UNIT_MONTH; unit++)
		for (roll = 0; roll < 2; roll++) {
			p.unit = (enum unit)unit;
			p.roll = roll;
			assert_false(day_is(period_last(p, DAY_NONE, &c->cal,
			    &brink)));
			assert_false(day_is(brink));
			assert_false(day_is(period_act(p, DAY_NONE, &c->cal,
			    &brink)));
			assert_false(day_is(brink));
			(void)period_last(p, DAY_LAST, &c->cal, &brink);
			(void)period_act(p, DAY_FIRST, &c->cal, &brink);
			(void)period_last(p, DAY_FIRST, &c->cal, &brink);
			(void)period_act(p, DAY_LAST, &c->cal, &brink);
		}
	p = (struct period){ PERIOD_MAX, UNIT_MONTH, false, false };
	assert_false(day_is(period_last(p, DAY_LAST, &c->cal, &brink)));
	assert_false(day_is(brink));
	assert_false(day_is(period_act(p, DAY_FIRST, &c->cal, &brink)));
	assert_false(day_is(brink));
	free(c);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(last_days_against_a_walk),
		cmocka_unit_test(a_later_act_ends_no_earlier),
		cmocka_unit_test(act_is_the_inverse),
		cmocka_unit_test(an_act_that_does_is_found),
		cmocka_unit_test(a_brink_bounds_what_is_open),
		cmocka_unit_test(plain_days_ask_nothing),
		cmocka_unit_test(no_day_and_the_ends_of_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
