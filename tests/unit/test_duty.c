#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "desk/period.h"
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

/* As people write them; what they are called by the program itself, too. */
static const struct {
	const char	*said, *is;	/* "": it is no period */
} said[] = {
	{ "2026Q3", "2026Q3" }, { "2026q3", "2026Q3" },
	{ "２０２６Ｑ３", "2026Q3" }, { "2026年第三季度", "2026Q3" },
	{ "2026年3季度", "2026Q3" }, { "2026年第3季度", "2026Q3" },
	{ "2026年三季度", "2026Q3" }, { "2026年度第三季度", "2026Q3" },
	{ "2026 年 第 ３ 季 度", "2026Q3" }, { "2026年第四季", "2026Q4" },
	{ "2026M07", "2026M07" }, { "2026M7", "2026M07" },
	{ "2026年7月", "2026M07" }, { "2026年07月", "2026M07" },
	{ "2026年七月", "2026M07" }, { "2026年十二月份", "2026M12" },
	{ "2026-07", "2026M07" }, { "2026－7", "2026M07" },
	{ "2026H2", "2026H2" }, { "2026年上半年", "2026H1" },
	{ "2026下半年", "2026H2" }, { "2026", "2026" },
	{ "2026年", "2026" }, { "2026年度", "2026" },
	{ "", "" }, { "26年", "" }, { "2026Q5", "" }, { "2026Q0", "" },
	{ "2026年第五季度", "" }, { "2026年13月", "" }, { "2026-00", "" },
	{ "2026-07-01", "" }, { "202607", "" }, { "第三季度", "" },
	{ "2026年7月1日", "" }, { "2026年半年", "" }, { "2026H3", "" },
	{ "2026Q", "" }, { "2026年月", "" }, { "2026Q3。", "" },
	{ "20260", "" }, { "0026", "" }, { "2026年99999999999月", "" },
};

static void
periods_as_written(void **state)
{
	struct arena	*a = arena_new();
	char		 text[INTERVAL_TEXT];
	struct interval	 t, again;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(said); i++) {
		strcpy(text, "");
		if (interval_read(a, said[i].said, &t)) {
			interval_print(t, text);
			assert_true(interval_read(a, interval_words(a, t),
			    &again));
			assert_memory_equal(&t, &again, sizeof(t));
		}
		if (strcmp(text, said[i].is) != 0)
			fail_msg("`%s`: %s", said[i].said, text);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(numbers_both_ways),
		cmocka_unit_test(no_such_numbers),
		cmocka_unit_test(periods_as_written),
	};

	return cmocka_run_group_tests_name("duty", tests, NULL, NULL);
}
