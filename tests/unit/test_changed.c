/*
 * What a run has changed, against all rows held against all: runs of rows put
 * and taken back, nights and marks at random, in two counties.
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

#include "store/cases.h"
#include "store/duties.h"
#include "store/marks.h"
#include "store/night.h"
#include "store/parcel.h"
#include "store/put.h"

enum { RUNS = 150, STEPS = 6, LINES = 4000 };

static const char *const	counties[] = { "450225", "450226" };

struct list {
	struct arena	*arena;
	const char	*line[LINES];
	size_t		 n;
};

struct world {
	struct arena	*arena;		/* of a run */
	struct diags	*d;
	struct store	*s;
	char		 dir[40], path[60];
	const char	*county;	/* that is being asked for */
	int		 table;
	struct list	 was, is, expected, found;
	long		 seen;		/* differences, of all runs */
	bool		 asked;		/* was shared, of this run */
};

/* ---- lines */

static void
keep(struct list *l, const char *line)
{
	assert_true(l->n < LINES);
	l->line[l->n++] = line;
}

static int
order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *
row(struct world *w, const struct parcel_cell *cells, int n)
{
	const char	*line = store_parcel_name(w->table);
	int		 i;

	for (i = 0; i < n; i++)
		line = cells[i].text == NULL ? arena_printf(w->arena,
		    "%s|NULL", line) : arena_printf(w->arena, "%s|=%.*s",
		    line, (int)cells[i].len, cells[i].text);
	return line;
}

static struct list	*into;

static bool
keep_row(void *ctx, const struct parcel_cell *cells, int n)
{
	keep(into, row(ctx, cells, n));
	return true;
}

static bool
keep_change(void *ctx, const struct parcel_cell *cells, int n, bool gone)
{
	struct world	*w = ctx;

	keep(&w->found, arena_printf(w->arena, "%s %s", gone ? "gone" : "now",
	    row(w, cells, n)));
	return true;
}

static const char *
mark(struct world *w, const struct mark *m, bool with)
{
	return arena_printf(w->arena, "%s|%s|%s|%s%s%s", m->table,
	    m->division, m->id, m->key, with ? "|" : "", with ? m->vals : "");
}

/* A night tells of files, which have other numbers in a parcel. */
static bool
is_night(const struct mark *m)
{
	return strcmp(m->table, "night") == 0;
}

/* What is no county's comes with each. */
static bool
keep_mark(void *ctx, const struct mark *m, bool gone)
{
	const char	*line = mark(ctx, m, true);
	size_t		 i;

	assert_false(gone);
	for (i = 0; i < into->n; i++)
		if (strcmp(into->line[i], line) == 0)
			return true;
	if (!is_night(m))
		keep(into, line);
	return true;
}

static bool
keep_mark_change(void *ctx, const struct mark *m, bool gone)
{
	struct world	*w = ctx;

	if (!is_night(m))
		keep(&w->found, arena_printf(w->arena, "%s %s", gone ?
		    "gone" : "now", mark(w, m, !gone)));
	return true;
}

static bool
has(const struct list *l, const char *line)
{
	return bsearch(&line, l->line, l->n, sizeof(*l->line), order) != NULL;
}

/* The first columns, as they are in a line. */
static const char *
key_of(struct world *w, const char *line, int columns)
{
	size_t	n = 0;
	int	i;

	for (i = 0; i <= columns && line[n] != '\0'; i++)
		n += 1 + strcspn(line + n + 1, "|");
	return arena_ndup(w->arena, line, n);
}

/* ---- both sides, whole */

static bool
has_key(const struct list *l, const char *key)
{
	const size_t	n = strlen(key);
	size_t		i;

	for (i = 0; i < l->n; i++)
		if (strncmp(l->line[i], key, n) == 0 && (l->line[i][n] ==
		    '|' || l->line[i][n] == '\0'))
			return true;
	return false;
}

/* A row that changed is gone and now; a mark only now. */
static void
compare(struct world *w, int columns, bool both)
{
	const char	*key;
	size_t		 i;

	qsort(w->was.line, w->was.n, sizeof(*w->was.line), order);
	qsort(w->is.line, w->is.n, sizeof(*w->is.line), order);
	qsort(w->found.line, w->found.n, sizeof(*w->found.line), order);
	w->expected = (struct list){ .n = 0 };
	for (i = 0; i < w->is.n; i++)
		if (!has(&w->was, w->is.line[i]))
			keep(&w->expected, arena_printf(w->arena, "now %s",
			    w->is.line[i]));
	for (i = 0; i < w->was.n; i++) {
		key = key_of(w, w->was.line[i], columns);
		if (!has(&w->is, w->was.line[i]) && (both ||
		    !has_key(&w->is, key)))
			keep(&w->expected, arena_printf(w->arena, "gone %s",
			    key));
	}
	qsort(w->expected.line, w->expected.n, sizeof(*w->is.line), order);
}

static void
expect_same(struct world *w)
{
	size_t	i;

	for (i = 0; i < w->expected.n && i < w->found.n; i++)
		if (strcmp(w->expected.line[i], w->found.line[i]) != 0)
			fail_msg("%s, expected %s", w->found.line[i],
			    w->expected.line[i]);
	if (i < w->expected.n || i < w->found.n)
		fail_msg("%s, %s: one alone", w->county, i < w->expected.n ?
		    w->expected.line[i] : w->found.line[i]);
	w->seen += (long)w->found.n;
}

static void
read_rows(struct world *w, struct store *s, struct list *to)
{
	*to = (struct list){ .n = 0 };
	into = to;
	assert_true(store_parcel_each(s, w->county, w->table, keep_row, w,
	    w->d));
}

/* No file goes: by their numbers a hub knows what it has. */
static void
expect_files(struct world *w)
{
	size_t	i;

	for (i = 0; i < w->expected.n; i++)
		assert_true(strncmp(w->expected.line[i], "gone file|", 10) !=
		    0);
}

static void
expect_rows(struct world *w, struct store *was)
{
	assert_true(store_parcel_begin(was, w->county, w->d));
	assert_true(store_parcel_begin(w->s, w->county, w->d));
	for (w->table = 0; w->table < store_parcel_tables(); w->table++) {
		if (strcmp(store_parcel_name(w->table), "run") == 0)
			continue;
		read_rows(w, was, &w->was);
		read_rows(w, w->s, &w->is);
		w->found = (struct list){ .n = 0 };
		assert_true(store_parcel_changes(w->s, w->county, w->table,
		    keep_change, w, w->d));
		compare(w, store_parcel_keys(w->table), true);
		expect_files(w);
		expect_same(w);
	}
}

static void
read_marks(struct world *w, struct store *s, struct list *to)
{
	size_t	i;

	*to = (struct list){ .n = 0 };
	into = to;
	for (i = 0; i < sizeof(counties) / sizeof(*counties); i++) {
		assert_true(store_parcel_begin(s, counties[i], w->d));
		assert_true(store_each_mark_of(s, counties[i], keep_mark, w,
		    w->d));
	}
}

static void
expect_marks(struct world *w, struct store *was)
{
	read_marks(w, was, &w->was);
	read_marks(w, w->s, &w->is);
	w->found = (struct list){ .n = 0 };
	assert_true(store_mark_changes(w->s, keep_mark_change, w, w->d));
	compare(w, 3, false);
	expect_same(w);
}

static bool
share(void *ctx, struct store *s, struct diags *d)
{
	struct world	*w = ctx;
	struct store	*was = store_open(w->path, STORE_READ, d);
	size_t		 i;

	(void)s;
	assert_non_null(was);
	for (i = 0; i < sizeof(counties) / sizeof(*counties); i++) {
		w->county = counties[i];
		expect_rows(w, was);
	}
	expect_marks(w, was);
	store_close(was);
	w->asked = true;
	return true;
}

/* ---- runs */

static int
any(int n)
{
	return rand() % n;
}

static struct matter
any_case(struct world *w)
{
	const char	*county = counties[any(2)];
	const char	*id = arena_printf(w->arena, "C-%d", any(4));

	return (struct matter){ .id = id, .procedure = "project", .division =
	    arena_printf(w->arena, "%s10%d", county, any(3) % 2), .title =
	    any(2) ? "甲" : "", .batch = any(3) ? "" : "一批",
	    .amounts = "" };
}

static void
put_facts(struct world *w, const struct matter *m)
{
	const struct event	e = { any(2) ? "decided" : "paid",
				    day_make(2020, 9, 1 + any(2)) };
	const struct posting	p = { .step = "list", .division = m->division,
				    .posted = day_make(2020, 9, 1 + any(2)),
				    .until = any(2) ? DAY_NONE :
				    day_make(2020, 9, 20), .medium = "board",
				    .place = "", .content = any(2) ? "乙" :
				    "", .by = "", .evidence = "",
				    .reviewed = DAY_NONE };

	if (any(2))
		(void)store_put_event(w->s, m, &e, false, w->d);
	else
		(void)store_void_event(w->s, m, &e, false, w->d);
	if (any(3))
		(void)store_put_posting(w->s, m, &p, HAS_UNTIL | HAS_CONTENT,
		    w->d);
	else
		(void)store_void_posting(w->s, m, &p, w->d);
}

static void
step(struct world *w)
{
	struct matter	m = any_case(w);
	struct matter	*there;
	char		county[COUNTY_MAX + 1];

	if (any(6) == 0)
		(void)store_put_division(w->s, m.division, any(2) ? "镇" :
		    "乡", NULL, w->d);
	division_county(m.division, county);
	there = store_case(w->s, w->arena, county, m.id);
	if (there != NULL)
		m.division = there->division;
	if (there != NULL && any(8) == 0) {
		(void)store_void_case(w->s, &m, w->d);
		return;
	}
	(void)store_put_case(w->s, &m, HAS_TITLE | HAS_BATCH, w->d);
	put_facts(w, &m);
}

static void
put_marks(struct world *w)
{
	const struct mark	m = { any(2) ? "deferred" : "shelf", "", "",
				    arena_printf(w->arena, "[\"45022510%d\"]",
				    any(3)), "[]" };
	struct mark		shelf = m;
	bool			fits;

	shelf.vals = arena_printf(w->arena, "[%d,%d,0]", any(2), any(2));
	assert_true(store_put_mark(w->s, strcmp(m.table, "shelf") == 0 ?
	    &shelf : &m, &fits, w->d));
	assert_true(fits);
}

/* Kept, given another day, ended, taken back. */
static void
put_duty(struct world *w)
{
	const struct duty	y = { .procedure = "check", .division =
				    counties[any(2)], .from = day_make(2020,
				    1 + any(3), 1), .until = any(2) ?
				    DAY_NONE : day_make(2021, 1, 1),
				    .opened = DAY_NONE, .ended = any(4) ==
				    0 };

	if (any(4) == 0)
		(void)store_void_duty(w->s, y.procedure, y.division, w->d);
	else if (store_put_duty(w->s, &y, w->d) == PUT_SAME)
		assert_true(store_duty_opened(w->s, &y, day_make(2020, 5,
		    1 + any(9)), w->d));
}

/* From then on what changes is marked as dirty, until the next one. */
static void
begin_night(struct world *w, int n)
{
	const struct day	today = day_add(day_make(2020, 9, 1), n);
	struct nights		known;

	assert_true(store_nights(w->s, w->arena, today, &known, w->d));
	assert_true(store_night_begin(w->s, today, &known, w->d));
}

static void
play(struct world *w, int n)
{
	char	when[40];
	int	i;

	w->arena = arena_new();
	w->asked = false;
	snprintf(when, sizeof(when), "2020-09-01T08:%02d:%02dZ", n / 60 % 60,
	    n % 60);
	assert_true(store_begin(w->s, when, "li", "import", w->d));
	assert_true(store_file(w->s, arena_printf(w->arena, "%d.csv", n),
	    NULL, w->d));
	for (i = any(STEPS); i >= 0; i--)
		step(w);
	if (n % 2 == 0)
		put_duty(w);
	assert_true(store_file_done(w->s, "", STEPS, w->d));
	if (n % 3 == 0)
		put_marks(w);
	if (n % 10 == 5)
		begin_night(w, n);
	if (n % 7 == 6)
		store_rollback(w->s);
	else
		assert_true(store_commit(w->s, w->d));
	arena_free(w->arena);
}

static void
test_random(void **state)
{
	struct world	*w = calloc(1, sizeof(*w));
	struct arena	*whole = arena_new();
	int		 i, asked = 0;

	(void)state;
	assert_non_null(w);
	w->d = diags_new(whole);
	strcpy(w->dir, "/tmp/test_changed.XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->path, sizeof(w->path), "%s/facts.db", w->dir);
	w->s = store_open(w->path, STORE_CREATE, w->d);
	assert_non_null(w->s);
	assert_true(store_set_home(w->s, counties[0], w->d));
	assert_true(store_share(w->s, share, w, w->d));
	srand(20201130);
	for (i = 0; i < RUNS; i++) {
		play(w, i);
		asked += w->asked;
	}
	/* what was looked at is no empty book */
	assert_true(asked > RUNS / 2 && w->seen > 10L * RUNS);
	store_close(w->s);
	(void)unlink(w->path);
	(void)rmdir(w->dir);
	arena_free(whole);
	free(w);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
