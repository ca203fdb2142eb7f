#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "time/cycle.h"

/* First and last days as any wall calendar has them. */
static const struct {
	const char	*text, *first, *last, *next;
} known[] = {
	{ "2026M01", "2026-01-01", "2026-01-31", "2026M02" },
	{ "2026M02", "2026-02-01", "2026-02-28", "2026M03" },
	{ "2024M02", "2024-02-01", "2024-02-29", "2024M03" },
	{ "2026M12", "2026-12-01", "2026-12-31", "2027M01" },
	{ "2026Q1", "2026-01-01", "2026-03-31", "2026Q2" },
	{ "2026Q3", "2026-07-01", "2026-09-30", "2026Q4" },
	{ "2026Q4", "2026-10-01", "2026-12-31", "2027Q1" },
	{ "2026H1", "2026-01-01", "2026-06-30", "2026H2" },
	{ "2026H2", "2026-07-01", "2026-12-31", "2027H1" },
	{ "2026", "2026-01-01", "2026-12-31", "2027" },
};

static void
known_intervals(void **state)
{
	char		 text[INTERVAL_TEXT];
	struct interval	 t;
	struct day	 first, last, d;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		assert_true(interval_parse(known[i].text, &t));
		assert_true(day_parse(known[i].first, &first));
		assert_true(day_parse(known[i].last, &last));
		assert_int_equal(interval_first(t).n, first.n);
		assert_int_equal(interval_last(t).n, last.n);
		interval_print(t, text);
		assert_string_equal(text, known[i].text);
		for (d = first; d.n <= last.n; d.n++)
			assert_memory_equal(&(struct interval[]){
			    interval_of(t.cycle, d) }[0], &t, sizeof(t));
		interval_print(interval_next(t), text);
		assert_string_equal(text, known[i].next);
	}
}

static void
no_intervals(void **state)
{
	static const char *const	bad[] = {
		"", "202", "2026Q", "2026Q0", "2026Q5", "2026M1", "2026M13",
		"2026M00", "2026H3", "2026M011", "2026Q11", "20261", "0000",
		"2026q1", "2026 Q1", "x026", "2026W01", "0000Q1", "2026Q1 ",
	};
	struct interval			t;
	size_t				i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(interval_parse(bad[i], &t));
}

/* The end of days is no next one's eve. */
static void
last_of_all(void **state)
{
	struct interval	t;

	(void)state;
	assert_true(interval_parse("9999", &t));
	assert_int_equal(interval_last(t).n, DAY_LAST.n);
	assert_true(interval_parse("9999Q4", &t));
	assert_int_equal(interval_last(t).n, DAY_LAST.n);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(known_intervals),
		cmocka_unit_test(no_intervals),
		cmocka_unit_test(last_of_all),
	};

	return cmocka_run_group_tests_name("cycle", tests, NULL, NULL);
}
