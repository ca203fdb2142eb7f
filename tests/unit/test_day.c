#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "time/day.h"
#include "time/festival.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

/* The Gregorian rule, written out once more. */
static int
days_of_month(int year, int month)
{
	static const int	days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Day by day from 1990 to 2100; 1 January 1990 was a Monday. */
static void
days_walk(void **state)
{
	struct day	 d = day_make(1990, 1, 1), back;
	struct ymd	 ymd;
	int		 year, month, day, weekday = 1;
	char		 text[DAY_TEXT], want[64];

	(void)state;
	assert_int_equal(d.n, 7305);	/* 20 years of 365, 5 leap days */
	for (year = 1990; year <= 2100; year++)
		for (month = 1; month <= 12; month++)
			for (day = 1; day <= days_of_month(year, month);
			    day++) {
				snprintf(want, sizeof(want), "%04d-%02d-%02d",
				    year, month, day);
				ymd = day_ymd(d);
				if (strcmp(day_print(d, text), want) != 0 ||
				    ymd.year != year || ymd.month != month ||
				    ymd.day != day ||
				    day_weekday(d) != weekday ||
				    day_make(year, month, day).n != d.n ||
				    !day_parse(want, &back) || back.n != d.n)
					fail_msg("%s: printed %s", want, text);
				d = day_add(d, 1);
				weekday = (weekday + 1) % 7;
			}
	assert_string_equal(day_print(d, text), "2101-01-01");
}

static void
what_is_no_date_is_refused(void **state)
{
	static const char *const	texts[] = {
		"", "2020", "2020-9-1", "2020-09-1", "2020/09/01", "20200901",
		"2020-09-01 ", " 2020-09-01", "2020-09-011", "2020-13-01",
		"2020-00-10", "2020-09-00", "2020-09-31", "2021-02-29",
		"1900-02-29", "2100-02-29", "0000-01-01", "+020-01-01",
		"2020-0a-01", "２０２０-09-01", "2020-09-01T00:00",
		"-200-09-01", "2020--9-01"
	};
	struct day	d = { 77 };
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++)
		if (day_parse(texts[i], &d))
			fail_msg("`%s` was taken for a day", texts[i]);
	assert_int_equal(d.n, 77);
	assert_true(day_parse("2000-02-29", &d));
	assert_true(day_parse("2020-02-29", &d));
	assert_true(day_parse("0001-01-01", &d));
	assert_int_equal(d.n, DAY_FIRST.n);
	assert_true(day_parse("9999-12-31", &d));
	assert_int_equal(d.n, DAY_LAST.n);
	assert_false(day_is(day_make(2020, 2, 30)));
	assert_false(day_is(day_make(2021, 2, 29)));
	assert_false(day_is(day_make(0, 1, 1)));
	assert_false(day_is(day_make(10000, 1, 1)));
	assert_false(day_is(day_make(2020, 13, 1)));
	assert_false(day_is(day_make(2020, 0, 1)));
	assert_false(day_is(day_make(2020, 1, 0)));
	assert_false(day_is(day_make(2020, -5, 400)));
}

/* 民法典 202: the same day; where there is none, the month's last. */
static const struct {
	const char	*from;
	int		 months;
	const char	*to;
} months[] = {
	{ "2020-01-31", 1, "2020-02-29" },
	{ "2021-01-31", 1, "2021-02-28" },
	{ "2000-01-31", 1, "2000-02-29" },
	{ "2099-12-31", 2, "2100-02-28" },
	{ "2020-01-30", 1, "2020-02-29" },
	{ "2020-01-29", 1, "2020-02-29" },
	{ "2020-01-28", 1, "2020-02-28" },
	{ "2020-03-31", 1, "2020-04-30" },
	{ "2020-02-29", 1, "2020-03-29" },
	{ "2020-02-29", 12, "2021-02-28" },
	{ "2020-02-29", 48, "2024-02-29" },
	{ "2020-11-30", 3, "2021-02-28" },
	{ "2020-12-15", 1, "2021-01-15" },
	{ "2020-08-15", 2, "2020-10-15" },
	{ "2020-10-31", 0, "2020-10-31" },
	{ "2020-03-31", -1, "2020-02-29" },
	{ "2020-01-31", -2, "2019-11-30" },
	{ "2020-01-15", -1, "2019-12-15" },
	{ "2020-01-15", -13, "2018-12-15" },
	{ "9999-12-31", 1, "" },
	{ "0001-01-31", -1, "" },
};

static void
months_are_clamped(void **state)
{
	struct day	from;
	char		text[DAY_TEXT];
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(months); i++) {
		assert_true(day_parse(months[i].from, &from));
		day_print(day_add_months(from, months[i].months), text);
		if (strcmp(text, months[i].to) != 0)
			fail_msg("%s %+d months: `%s`", months[i].from,
			    months[i].months, text);
	}
}

/* Each day of 1999 to 2004 with every number of months up to 50 both ways. */
static void
months_against_a_count(void **state)
{
	struct day	d;
	struct ymd	a, b;
	int		n, month, last;

	(void)state;
	for (d = day_make(1999, 1, 1); day_cmp(d, day_make(2004, 12, 31)) <= 0;
	    d = day_add(d, 1))
		for (n = -50; n <= 50; n++) {
			a = day_ymd(d);
			b = day_ymd(day_add_months(d, n));
			month = a.year * 12 + a.month - 1 + n;
			last = days_of_month(month / 12, month % 12 + 1);
			if (b.year != month / 12 ||
			    b.month != month % 12 + 1 ||
			    b.day != (a.day < last ? a.day : last))
				fail_msg("%d-%02d-%02d %+d months", a.year,
				    a.month, a.day, n);
		}
}

static void
no_day_stays_no_day(void **state)
{
	struct day	a = day_make(2020, 9, 1), b = day_make(2020, 9, 8);
	char		text[DAY_TEXT];

	(void)state;
	assert_false(day_is(DAY_NONE));
	assert_false(day_is(day_add(DAY_NONE, 5)));
	assert_false(day_is(day_add_months(DAY_NONE, 5)));
	assert_string_equal(day_print(DAY_NONE, text), "");
	assert_int_equal(day_min(DAY_NONE, a).n, a.n);
	assert_int_equal(day_min(a, DAY_NONE).n, a.n);
	assert_int_equal(day_max(DAY_NONE, a).n, a.n);
	assert_int_equal(day_max(a, DAY_NONE).n, a.n);
	assert_false(day_is(day_min(DAY_NONE, DAY_NONE)));
	assert_int_equal(day_min(a, b).n, a.n);
	assert_int_equal(day_max(a, b).n, b.n);
	assert_int_equal(day_diff(a, b), 7);
	assert_int_equal(day_diff(b, a), -7);
	assert_true(day_cmp(a, b) < 0);
	assert_true(day_cmp(b, a) > 0);
	assert_int_equal(day_cmp(a, a), 0);
	/* Past the first and last day there is none, and nothing overflows. */
	assert_false(day_is(day_add(DAY_LAST, 1)));
	assert_false(day_is(day_add(DAY_FIRST, -1)));
	assert_false(day_is(day_add(a, INT32_MAX)));
	assert_false(day_is(day_add(a, INT32_MIN)));
	assert_false(day_is(day_add_months(a, INT32_MAX)));
	assert_false(day_is(day_add_months(a, INT32_MIN)));
	assert_int_equal(day_add(DAY_FIRST,
	    day_diff(DAY_FIRST, DAY_LAST)).n, DAY_LAST.n);
}

/*
 * The days of each festival, as the calendars of the moon and the sun say: of
 * 2023, whose second month came twice, of 2025, whose sixth did, and of 2027.
 */
static void
festivals_fall(void **state)
{
	static const struct {
		int		y, m, d;
		enum festival	f;
	} rows[] = {
		{ 2014, 1, 31, FESTIVAL_NEW_YEAR },
		{ 2020, 1, 25, FESTIVAL_NEW_YEAR },
		{ 2023, 1, 22, FESTIVAL_NEW_YEAR },
		{ 2025, 1, 29, FESTIVAL_NEW_YEAR },
		{ 2026, 2, 17, FESTIVAL_NEW_YEAR },
		{ 2027, 2, 6, FESTIVAL_NEW_YEAR },
		{ 2015, 4, 5, FESTIVAL_BRIGHT },
		{ 2020, 4, 4, FESTIVAL_BRIGHT },
		{ 2023, 4, 5, FESTIVAL_BRIGHT },
		{ 2027, 4, 5, FESTIVAL_BRIGHT },
		{ 2020, 6, 25, FESTIVAL_BOAT },
		{ 2023, 6, 22, FESTIVAL_BOAT },
		{ 2025, 5, 31, FESTIVAL_BOAT },
		{ 2027, 6, 9, FESTIVAL_BOAT },
		{ 2020, 10, 1, FESTIVAL_MOON },
		{ 2023, 9, 29, FESTIVAL_MOON },
		{ 2025, 10, 6, FESTIVAL_MOON },
		{ 2027, 9, 15, FESTIVAL_MOON },
	};
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(festival_day(rows[i].y, rows[i].f).n,
		    day_make(rows[i].y, rows[i].m, rows[i].d).n);
	assert_false(day_is(festival_day(2007, FESTIVAL_MOON)));
	assert_false(day_is(festival_day(2100, FESTIVAL_MOON)));
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(festivals_fall),
		cmocka_unit_test(days_walk),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(months_are_clamped),
		cmocka_unit_test(months_against_a_count),
		cmocka_unit_test(no_day_stays_no_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
