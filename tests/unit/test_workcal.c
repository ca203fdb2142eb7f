#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "unit/walk.h"

/* Every day, every n up to past the end: the prefix counts and the walk. */
static void
steps_against_a_walk(void **state)
{
	struct calendar	*c = calloc(1, sizeof(*c));
	struct day	 d, got, want, brink, first;
	int32_t		 n;
	unsigned	 seed;

	(void)state;
	assert_non_null(c);
	for (seed = 1; seed <= 60; seed++) {
		calendar_random(c, seed);
		for (d = day_add(c->cal.first, -5);
		    d.n < c->cal.first.n + c->cal.n + 5; d.n++)
			for (n = 1; n <= c->cal.n + 2; n += 1 + n / 8) {
				brink = (struct day){ 1 };
				got = workcal_after(&c->cal, d, n, &brink);
				want = walk_after(&c->cal, d, n, &first);
				if (got.n != want.n || (!day_is(got) &&
				    brink.n != first.n))
					fail_msg("calendar %u: %d after %d",
					    seed, n, d.n - c->cal.first.n);
				assert_int_equal(workcal_after(&c->cal, d, n,
				    NULL).n, want.n);
				got = workcal_before(&c->cal, d, n, &brink);
				want = walk_before(&c->cal, d, n);
				if (got.n != want.n)
					fail_msg("calendar %u: %d before %d",
					    seed, n, d.n - c->cal.first.n);
			}
	}
	free(c);
}

static void
outside_nothing_is_settled(void **state)
{
	struct calendar	*c = calloc(1, sizeof(*c));
	int32_t		 i;

	(void)state;
	assert_non_null(c);
	calendar_random(c, 7);
	for (i = 0; i < c->cal.n; i++)
		assert_int_equal(workcal_kind(&c->cal,
		    day_add(c->cal.first, i)), c->kind[i]);
	assert_int_equal(workcal_kind(&c->cal, day_add(c->cal.first, -1)),
	    DAY_UNSETTLED);
	assert_int_equal(workcal_kind(&c->cal,
	    day_add(c->cal.first, c->cal.n)), DAY_UNSETTLED);
	assert_int_equal(workcal_kind(&c->cal, DAY_FIRST), DAY_UNSETTLED);
	assert_int_equal(workcal_kind(&c->cal, DAY_LAST), DAY_UNSETTLED);
	free(c);
}

static void
an_empty_calendar_knows_nothing(void **state)
{
	int32_t		memory[8];
	uint8_t		none = 0;
	struct workcal	cal;
	struct day	d = day_make(2020, 9, 1), brink;

	(void)state;
	assert_true(workcal_words(0) <= 8);
	cal = workcal_build(d, 0, &none, memory);
	assert_false(day_is(workcal_after(&cal, d, 1, &brink)));
	assert_int_equal(brink.n, d.n + 1);
	assert_false(day_is(workcal_before(&cal, d, 1, &brink)));
	assert_false(day_is(workcal_after(&cal, DAY_NONE, 1, &brink)));
	assert_false(day_is(brink));
	assert_false(day_is(workcal_before(&cal, DAY_NONE, 1, &brink)));
	assert_false(day_is(brink));
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(steps_against_a_walk),
		cmocka_unit_test(outside_nothing_is_settled),
		cmocka_unit_test(an_empty_calendar_knows_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
