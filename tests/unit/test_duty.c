#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "rule/duty.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static const struct {
	const char	*number, *procedure, *division, *first;
} good[] = {
	{ "affairs@450225100200@2026Q3", "affairs", "450225100200",
	    "2026-07-01" },
	{ "affairs@45@2026", "affairs", "45", "2026-01-01" },
	{ "村务@450225@2026H2", "村务", "450225", "2026-07-01" },
	{ "a@b@4502@2026M12", "a@b", "4502", "2026-12-01" },
	{ "a@45022510020000112@2026Q1", "a", "45022510020000112",
	    "2026-01-01" },
};

static void
numbers_both_ways(void **state)
{
	struct arena		*a = arena_new();
	struct duty_case	 c;
	char			 text[DAY_TEXT];
	size_t			 i, n;

	(void)state;
	for (i = 0; i < LENGTH(good); i++) {
		n = strlen(good[i].procedure);
		assert_true(duty_parse(good[i].number, &c));
		assert_int_equal(c.procedure, n);
		assert_memory_equal(good[i].number, good[i].procedure, n);
		assert_string_equal(c.division, good[i].division);
		assert_string_equal(day_print(interval_first(c.period), text),
		    good[i].first);
		assert_string_equal(duty_number(a, good[i].procedure,
		    c.division, c.period), good[i].number);
	}
	arena_free(a);
}

static void
no_such_numbers(void **state)
{
	static const char *const	bad[] = {
		"", "@", "@@", "HX-001", "affairs@2026Q3", "@45@2026",
		"affairs@@2026", "affairs@45022@2026", "affairs@x@2026",
		"affairs@45@", "affairs@45@2026Q5", "affairs@45@2026q3",
		"affairs@450000@2026", "affairs@45@2026Q3 ", "affairs@45@2026M1", "affairs@45@26",
		"a@4502251002000000000000001@2026", "affairs@45@2026@",
	};
	struct duty_case		c;
	size_t				i;

	(void)state;
	for (i = 0; i < LENGTH(bad); i++)
		if (duty_parse(bad[i], &c))
			fail_msg("`%s` was taken", bad[i]);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(numbers_both_ways),
		cmocka_unit_test(no_such_numbers),
	};

	return cmocka_run_group_tests_name("duty", tests, NULL, NULL);
}
