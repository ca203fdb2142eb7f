/*
 * What a circular counts by: stretches of days and their neighbours, medians,
 * shares; tables in each format.  Expected days are those of the calendar.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/tables.h"
#include "report/tally.h"
#include "time/stretch.h"

static void
assert_day(struct day d, const char *text)
{
	char	buf[DAY_TEXT];

	assert_string_equal(day_print(d, buf), text);
}

static struct stretch
between(const char *from, const char *until)
{
	struct stretch	s;

	assert_true(day_parse(from, &s.from) && day_parse(until, &s.until));
	return s;
}

static void
neighbours(void **state)
{
	static const char *const	rows[][6] = {
		/* from, until, before, after */
		{ "2020-09-01", "2020-09-30", "2020-08-01", "2020-08-31",
		    "2020-10-01", "2020-10-31" },
		{ "2020-02-01", "2020-02-29", "2020-01-01", "2020-01-31",
		    "2020-03-01", "2020-03-31" },
		{ "2021-01-01", "2021-03-31", "2020-10-01", "2020-12-31",
		    "2021-04-01", "2021-06-30" },
		{ "2020-09-02", "2020-09-30", "2020-08-04", "2020-09-01",
		    "2020-10-01", "2020-10-29" },
		{ "2020-03-01", "2020-03-01", "2020-02-29", "2020-02-29",
		    "2020-03-02", "2020-03-02" },
	};
	struct stretch			s;
	size_t				i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		s = between(rows[i][0], rows[i][1]);
		assert_day(stretch_before(s).from, rows[i][2]);
		assert_day(stretch_before(s).until, rows[i][3]);
		assert_day(stretch_after(s).from, rows[i][4]);
		assert_day(stretch_after(s).until, rows[i][5]);
	}
	s = stretch_month(between("2024-02-11", "2024-02-11").from);
	assert_day(s.from, "2024-02-01");
	assert_day(s.until, "2024-02-29");
	assert_int_equal(stretch_months(s), 1);
	assert_int_equal(stretch_days(s), 29);
	s = stretch_month(DAY_LAST);
	assert_day(s.until, "9999-12-31");
	assert_int_equal(stretch_months(s), 1);
	assert_false(day_is(stretch_after(s).from));
}

static void
medians(void **state)
{
	struct arena	*a = arena_new();
	struct spread	 s = { 0 };

	(void)state;
	assert_int_equal(spread_median(&s), -1);
	assert_int_equal(spread_worst(&s), -1);
	spread_add(a, &s, 9);
	spread_add(a, &s, 1);
	assert_int_equal(spread_median(&s), 1);
	spread_add(a, &s, 4);
	assert_int_equal(spread_median(&s), 4);
	spread_add(a, &s, 9);
	assert_int_equal(spread_median(&s), 4);
	spread_add(a, &s, 9);
	assert_int_equal(spread_median(&s), 9);
	assert_int_equal(spread_worst(&s), 9);
	arena_free(a);
}

static void
shares(void **state)
{
	static const struct {
		long long	 part, of;
		const char	*shown;
	}		 rows[] = {
		{ 0, 0, "" }, { 0, 7, "0.0%" }, { 7, 7, "100.0%" },
		{ 1, 3, "33.3%" }, { 2, 3, "66.7%" }, { 1, 2000, "0.1%" },
		{ 1, 100000, "0.1%" }, { 99999, 100000, "99.9%" },
		{ 1999, 2000, "99.9%" },
	};
	struct arena	*a = arena_new();
	struct cell_value c;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		c = share_of(rows[i].part, rows[i].of);
		assert_string_equal(cell_words(a, &c), rows[i].shown);
	}
	c = number_of(10000000000.0001);
	assert_string_equal(cell_words(a, &c), "10000000000.0001");
	arena_free(a);
}

static char *
written(struct arena *a, enum format f, const struct tables *t, int width)
{
	char		*text, *copy;
	size_t		 n;
	struct layout	 l = { .format = f, .width = width,
			    .out = open_memstream(&text, &n) };

	assert_non_null(l.out);
	tables_write(a, &l, t);
	fclose(l.out);
	copy = arena_dup(a, text);
	free(text);
	return copy;
}

static void
formats(void **state)
{
	static const struct table_column	columns[] = {
		{ "Unit", CELL_TEXT, false }, { "code", CELL_TEXT, true },
		{ "Due", CELL_NUMBER, false },
	};
	const struct cell_value	row[] = { text_of("=<b>\033[1m&县"),
				    text_of("45"), number_of(12) };
	const struct cell_value	*const rows[] = { row };
	const char *const	above[] = { "A & B", NULL };
	const struct table	list[] = {
		{ .part = "Part", .above = above },
		{ .title = "Units", .columns = columns, .ncolumns = 3,
		    .rows = rows, .nrows = 1 },
		{ .title = "More", .annex = true, .columns = columns,
		    .ncolumns = 3, .rows = rows, .nrows = 1 },
	};
	const struct tables	t = { .title = "T", .lang = "en",
				    .list = list, .n = 3 };
	struct arena		*a = arena_new();
	const char		*s;

	(void)state;
	assert_string_equal(written(a, FORMAT_CSV, &t, 0), "\xef\xbb\xbfT"
	    "\r\n\r\nTable 1: Units\r\nUnit,code,Due\r\n'=<b>\xef\xbf\xbd[1m&"
	    "县,45,12\r\n\r\nTable 2: More\r\nUnit,code,Due\r\n'=<b>"
	    "\xef\xbf\xbd[1m&县,45,12\r\n");
	s = written(a, FORMAT_HTML, &t, 0);
	assert_non_null(strstr(s, "<th scope=\"row\">=&lt;b&gt;"));
	assert_non_null(strstr(s, "<td class=\"n\">12</td>"));
	assert_non_null(strstr(s, "<p>A &amp; B</p>"));
	assert_null(strstr(s, "More"));
	assert_null(strchr(s, '\033'));
	s = written(a, FORMAT_TEXT, &t, 40);
	assert_non_null(strstr(s, "\n1. Part\n    A & B\n"));
	assert_null(strchr(s, '\033'));
	assert_null(strstr(s, "More"));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(neighbours), cmocka_unit_test(medians),
		cmocka_unit_test(shares), cmocka_unit_test(formats),
	};

	if (!text_setup("en", "/nowhere"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
