#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "time/maybe.h"

/*
 * `-` none, `?` unknown, `?5` unknown and no earlier than the 5th of March
 * 2020, `5` the 5th.
 */
static struct maybe_day
read_one(const char *text, const char *at)
{
	struct day	d = DAY_NONE;
	int		n;

	if (*text == '-')
		return maybe_none();
	if (sscanf(text + (*text == '?'), "%d", &n) == 1)
		d = day_make(2020, 3, n);
	return *text == '?' ? maybe_sum(DAY_NONE, d, at) :
	    maybe_sum(d, DAY_NONE, at);
}

static const char *
written(struct maybe_day m)
{
	static char	buf[16];
	struct day	d = m.kind == MAYBE_DAY ? m.day : m.brink;

	assert_true(day_is(m.day) == (m.kind == MAYBE_DAY));
	assert_true(m.kind == MAYBE_UNKNOWN || !day_is(m.brink));
	if (m.kind == MAYBE_NONE)
		return "-";
	snprintf(buf, sizeof(buf), "%s%.0d", m.kind == MAYBE_DAY ? "" : "?",
	    day_is(d) ? day_ymd(d).day : 0);
	return buf;
}

static const struct row {
	const char	*a, *b;
	const char	*later, *earlier;
	char		 later_of, earlier_of;	/* whose place goes with it */
} rows[] = {
	{ "-", "-", "-", "-", 0, 0 },
	{ "-", "5", "-", "5", 0, 'b' },
	{ "5", "-", "-", "5", 0, 'a' },
	{ "-", "?5", "-", "?5", 0, 'b' },
	{ "?5", "-", "-", "?5", 0, 'a' },
	{ "-", "?", "-", "?", 0, 'b' },
	{ "5", "6", "6", "5", 'b', 'a' },
	{ "6", "5", "6", "5", 'a', 'b' },
	{ "5", "5", "5", "5", 'a', 'a' },
	{ "?5", "9", "?5", "?5", 'a', 'a' },
	{ "9", "?5", "?5", "?5", 'b', 'b' },
	{ "6", "?5", "?5", "?5", 'b', 'b' },
	{ "5", "?5", "?5", "5", 'b', 'a' },
	{ "?5", "4", "?5", "4", 'a', 'b' },
	{ "4", "?", "?", "?", 'b', 'b' },
	{ "?5", "?6", "?5", "?5", 'a', 'a' },
	{ "?6", "?5", "?5", "?5", 'a', 'a' },
	{ "?", "?6", "?6", "?", 'a', 'a' },
	{ "?", "?", "?", "?", 'a', 'a' },
};

static void
holds(const struct row *r, struct maybe_day got, const char *want, char of)
{
	if (strcmp(written(got), want) != 0)
		fail_msg("%s and %s: %s, not %s", r->a, r->b, written(got),
		    want);
	if (of != 0 && got.at[0] != of)
		fail_msg("%s and %s: of %s", r->a, r->b, got.at);
}

static void
two_make_a_third(void **state)
{
	const struct row	*r;
	struct maybe_day	 a, b;

	(void)state;
	for (r = rows; r < rows + sizeof(rows) / sizeof(*rows); r++) {
		a = read_one(r->a, "a");
		b = read_one(r->b, "b");
		holds(r, maybe_later(a, b), r->later, r->later_of);
		holds(r, maybe_earlier(a, b), r->earlier, r->earlier_of);
	}
}

/* Kind and day are the same whichever comes first, or is joined first. */
static void
order_says_nothing(void **state)
{
	static const char *const	all[] = { "-", "?", "?5", "4", "6" };
	struct maybe_day		v[5];
	int				i, j, k;

	(void)state;
	for (i = 0; i < 5; i++)
		v[i] = read_one(all[i], "");
	for (i = 0; i < 125; i++) {
		struct maybe_day	a = v[i / 25], b = v[i / 5 % 5],
					c = v[i % 5], l[4], e[4];

		l[0] = maybe_later(maybe_later(a, b), c);
		l[1] = maybe_later(a, maybe_later(b, c));
		l[2] = maybe_later(maybe_later(b, a), c);
		l[3] = maybe_later(maybe_later(a, c), b);
		e[0] = maybe_earlier(maybe_earlier(a, b), c);
		e[1] = maybe_earlier(a, maybe_earlier(b, c));
		e[2] = maybe_earlier(maybe_earlier(b, a), c);
		e[3] = maybe_earlier(maybe_earlier(a, c), b);
		for (j = 1, k = 0; j < 4; j++)
			k += l[j].kind != l[0].kind ||
			    l[j].day.n != l[0].day.n ||
			    e[j].kind != e[0].kind ||
			    e[j].day.n != e[0].day.n;
		assert_int_equal(k, 0);
	}
}

int
main(void)
{
	static const struct CMUnitTest	tests[] = {
		cmocka_unit_test(two_make_a_third),
		cmocka_unit_test(order_says_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
