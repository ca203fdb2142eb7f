/*
 * The lives of findings where nights are forgotten: each row of the pictures
 * in store/findings.h, and some beside them.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/night.h"

enum { NIGHTS = 4, NONE = 0 };

/* Nights of September 2020, each finished. */
static const int	nights[NIGHTS] = { 9, 10, 12, 14 };

/* Then one of the 11th: the last finished before it is that of the 10th. */
enum { TODAY = 11 };

static const struct {
	const char	*picture;
	bool		 tight;
	int		 met[NIGHTS];	/* was it there? */
	int		 first, gone;	/* the one life then, [first, gone);
					   NONE: no life, not gone */
	int		 kept;		/* first, if it is there today */
} rows[] = {
	{ "|  [--) |       drop", false, { 0, 0, 1, 0 }, NONE, NONE, 11 },
	{ "[-|-) [-|-->    join", false, { 1, 1, 0, 1 }, 9, NONE, 9 },
	{ "[-|-) [-|-->    join, begun on S", false, { 0, 1, 0, 1 }, 10, NONE,
	    10 },
	{ "|  [----|-->    first", false, { 0, 0, 1, 1 }, 11, NONE, 11 },
	{ "|  .  . |  [->  first, begun behind T", false, { 0, 0, 0, 1 }, 11,
	    NONE, 11 },
	{ "[-|----) |      gone", false, { 1, 1, 0, 0 }, 9, 11, 9 },
	{ "[-|------|-)    gone, behind T", false, { 1, 1, 1, 0 }, 9, 11, 9 },
	{ "[-) |    |      stays", false, { 1, 0, 0, 0 }, 9, 10, 11 },
	{ "[-) | [-)|      stays, and drop", false, { 1, 0, 1, 0 }, 9, 10,
	    11 },
	{ "[---|----|-->   stays", false, { 1, 1, 1, 1 }, 9, NONE, 9 },
	{ "tight, open", true, { 0, 0, 1, 1 }, NONE, NONE, NONE },
	{ "tight, over", true, { 1, 1, 0, 0 }, NONE, NONE, NONE },
};

struct world {
	struct arena	*arena;
	struct diags	*d;
	struct store	*s;
	char		 dir[40], path[60];
};

static struct day
on(int day)
{
	return day == NONE ? DAY_NONE : day_make(2020, 9, day);
}

static void
open_world(struct world *w)
{
	w->arena = arena_new();
	w->d = diags_new(w->arena);
	strcpy(w->dir, "/tmp/test_lives.XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->path, sizeof(w->path), "%s/facts.db", w->dir);
	w->s = store_open(w->path, STORE_CREATE, w->d);
	assert_non_null(w->s);
}

static void
close_world(struct world *w)
{
	store_close(w->s);
	(void)unlink(w->path);
	(void)rmdir(w->dir);
	arena_free(w->arena);
}

static enum why
why(void *ctx, const struct kept *k)
{
	(void)ctx;
	(void)k;
	return WHY_FIXED;
}

static void
begin(struct world *w, int day)
{
	struct nights	n;

	assert_true(store_begin(w->s, "2020-09-01T18:30:00Z", "night",
	    "nightly", w->d));
	assert_true(store_nights(w->s, w->arena, on(day), &n, w->d));
	assert_true(store_night_begin(w->s, on(day), &n, w->d));
}

static void
keep(struct world *w, int day, bool met, bool tight)
{
	const struct dirty	c = { "450225104", "RS-1" };
	const struct watch	watch = { .wake = DAY_NONE };
	const struct kept	k = { .key = "RS-1|short|x|450225104|",
				    .division = c.division, .id = c.id,
				    .title = "", .procedure = "exit",
				    .at = "450225104", .code = tight ?
				    CODE_TIGHT : CODE_SHORT,
				    .severity = tight ? SEVERITY_ADVICE :
				    SEVERITY_VIOLATION, .days = -1,
				    .due = DAY_NONE, .actual = DAY_NONE,
				    .first = DAY_NONE, .gone = DAY_NONE,
				    .message = told_text(""),
				    .remedy = told_text("") };

	assert_true(store_keep(w->s, on(day), &c, &watch, &k, met ? 1 : 0, why,
	    NULL, w->d));
}

static void
finish(struct world *w, int day)
{
	assert_true(store_night_finish(w->s, on(day), "2020-09-01T18:31:00Z",
	    w->d));
	assert_true(store_commit(w->s, w->d));
}

struct lives {
	struct kept	one;
	int		n;
};

static bool
count(void *ctx, const struct kept *k)
{
	struct lives	*l = ctx;

	l->one.first = k->first;
	l->one.gone = k->gone;
	l->n++;
	return true;
}

/* Every life there is: the open ones, and those gone on any day. */
static struct lives
lives_of(struct world *w)
{
	struct lives	l = { .n = 0 };
	int		day;

	assert_true(store_each_kept(w->s, KEPT_ALL, on(1), count, &l, w->d));
	for (day = 1; day <= 30; day++)
		assert_true(store_each_kept(w->s, KEPT_WENT, on(day), count,
		    &l, w->d));
	return l;
}

static void
play(size_t row)
{
	struct world	w;
	struct lives	l;
	size_t		i;

	open_world(&w);
	for (i = 0; i < NIGHTS; i++) {
		begin(&w, nights[i]);
		keep(&w, nights[i], rows[row].met[i] != 0, rows[row].tight);
		finish(&w, nights[i]);
	}
	begin(&w, TODAY);
	l = lives_of(&w);
	if (l.n != (rows[row].first != NONE || (rows[row].tight &&
	    rows[row].met[NIGHTS - 1])) || (l.n > 0 &&
	    (l.one.first.n != on(rows[row].first).n ||
	    l.one.gone.n != on(rows[row].gone).n)))
		fail_msg("%s: %d lives, [%d, %d)", rows[row].picture, l.n,
		    l.one.first.n, l.one.gone.n);
	/* it is there today as well: open, from when */
	keep(&w, TODAY, true, rows[row].tight);
	l = (struct lives){ .n = 0 };
	assert_true(store_each_kept(w.s, KEPT_ALL, on(TODAY), count, &l,
	    w.d));
	if (l.n != 1 || l.one.first.n != on(rows[row].kept).n)
		fail_msg("%s: kept, %d lives from %d", rows[row].picture, l.n,
		    l.one.first.n);
	finish(&w, TODAY);
	close_world(&w);
}

static void
test_forgotten(void **state)
{
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		play(i);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
