#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "job/load.h"
#include "report/charts.h"
#include "report/timeline.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))
#define VILLAGE	"450225100200"
#define GROUP	"450225100200001"

static struct arena		*arena;
static const struct rulebook	*book;
static const struct calendars	*cals;

static struct day
at(const char *text)
{
	struct day	d;

	assert_true(day_parse(text, &d));
	return d;
}

/* ---- the axis, beside one that walks from day to day */

/*
 * The width of a day in millionths of a day's: by the nearest days on which
 * something happens, before and behind, looked for anew for each day.
 */
static int64_t
naive_width(const struct day *list, size_t n, struct day d)
{
	struct day	before = DAY_NONE, behind = DAY_NONE;
	size_t		k;
	int		len;

	for (k = 0; k < n; k++) {
		if (list[k].n <= d.n && (!day_is(before) ||
		    list[k].n > before.n))
			before = list[k];
		if (list[k].n >= d.n && (!day_is(behind) ||
		    list[k].n < behind.n))
			behind = list[k];
	}
	if (!day_is(before) || !day_is(behind) || behind.n - before.n < 80 ||
	    d.n - before.n < 7 || behind.n - d.n < 7)
		return 1000000;
	len = behind.n - before.n - 13;
	return 12 * (int64_t)1000000 / len;
}

static void
as_walked(const struct axis *x, const struct day *list, size_t n)
{
	int64_t		sum = 0, all = 0;
	struct day	d;
	int		place, before = -1;

	for (d = x->from; d.n <= x->to.n; d.n++)
		all += naive_width(list, n, d);
	for (d = x->from; d.n <= x->to.n; d.n++) {
		place = axis_at(x, d);
		if (labs((long)(place - sum * AXIS_WIDTH / all)) > 5)
			fail_msg("day %d: at %d, walked %ld", (int)d.n, place,
			    (long)(sum * AXIS_WIDTH / all));
		assert_true(place >= before);
		before = place;
		sum += naive_width(list, n, d);
	}
	assert_int_equal(axis_at(x, x->from), 0);
	assert_int_equal(axis_at(x, day_add(x->to, 1)), AXIS_WIDTH);
}

static void
days_have_their_places(void **state)
{
	static const int	spans[] = { 1, 9, 60, 300, 1500, 9000 };
	struct day		list[12], kept[12];
	struct axis		x;
	uint32_t		seed = 7;
	size_t			i, k, n;
	int			round;

	(void)state;
	for (i = 0; i < LENGTH(spans); i++)
		for (round = 0; round < 60; round++) {
			n = 1 + (size_t)round % LENGTH(list);
			for (k = 0; k < n; k++) {
				seed = seed * 1664525 + 1013904223;
				list[k].n = 18500 + (int32_t)((seed >> 8) %
				    (uint32_t)spans[i]);
			}
			memcpy(kept, list, sizeof(kept));
			axis_make(&x, list, n);
			as_walked(&x, kept, n);
		}
}

/* Without a fold: the share of the days before it, to a ten-thousandth. */
static void
plain_days(void **state)
{
	struct day	list[] = { at("2020-10-20"), at("2020-09-01") }, d;
	struct axis	x;
	int		days;

	(void)state;
	axis_make(&x, list, 2);
	assert_int_equal(x.nfolds, 0);
	assert_true(x.from.n < at("2020-09-01").n);
	assert_true(x.to.n > at("2020-10-20").n);
	days = x.to.n - x.from.n + 1;
	for (d = x.from; d.n <= x.to.n; d.n++)
		assert_int_equal(axis_at(&x, d),
		    (d.n - x.from.n) * 10000 / days);
}

/* The ends of time, and days as far apart as there are. */
static void
far_days(void **state)
{
	struct day		list[] = { DAY_FIRST, DAY_LAST }, one = DAY_LAST;
	struct tick_mark	t[AXIS_TICKS];
	struct axis		x;
	bool			months;
	int			n;

	(void)state;
	axis_make(&x, list, 2);
	assert_int_equal(x.nfolds, 1);
	n = axis_ticks(&x, t, &months);
	assert_true(n > 0 && n <= AXIS_TICKS);
	assert_in_range(axis_at(&x, DAY_LAST), 0, AXIS_WIDTH);
	assert_in_range(axis_middle(&x, DAY_LAST), 0, AXIS_WIDTH);
	axis_make(&x, &one, 1);
	assert_in_range(axis_middle(&x, DAY_LAST), 0, AXIS_WIDTH);
}

/* Lines at Mondays, at first days of months, and words that have room. */
static void
ticks_at_round_days(void **state)
{
	struct tick_mark	t[AXIS_TICKS];
	struct day		list[2];
	struct axis		x;
	bool			months;
	int			span, n, i, always;

	(void)state;
	for (span = 1; span < 12000; span = span * 5 / 4 + 1) {
		/* Every day something happens: nothing is folded. */
		list[0] = at("2020-02-29");
		list[1] = day_add(list[0], span < 79 ? span : 79);
		axis_make(&x, list, 2);
		x.to = day_add(list[0], span);
		x.weight = day_diff(x.from, x.to) + 1;
		n = axis_ticks(&x, t, &months);
		always = -1;
		for (i = 0; i < n; i++) {
			assert_true(!months || day_ymd(t[i].day).day == 1);
			assert_true(months || x.weight <= 24 ||
			    day_weekday(t[i].day) == 1);
			assert_int_equal(t[i].at, axis_at(&x, t[i].day));
			if (t[i].words != TICK_ALWAYS)
				continue;
			assert_true(always < 0 || t[i].at - always >= 1900);
			always = t[i].at;
		}
		assert_true(n > 0 && n <= 36);
	}
}

/* ---- a case */

static struct page_look		look;
static struct page_case		page;
static struct verdict		verdict;

/* Marks that no account may let through. */
static void
account(FILE *f, const struct page_look *l, const struct page_case *c,
    int slot, int event)
{
	(void)l;
	(void)c;
	fprintf(f, "[account of %d %d]", slot, event);
}

static void
lay(const char *facts, const char *today, const char *title)
{
	struct matter		*m = court_matter(arena, VILLAGE, GROUP,
				    facts);
	const struct procedure	*p = rulebook_in_force(book, "household-exit",
				    VILLAGE, matter_first_day(m), at(today));
	struct page_finding	*list;
	struct plan		*now, *all;
	size_t			 k;

	assert_non_null(p);
	m->title = title;
	now = plan_lay(arena, p, m, cals, at(today), NULL, LAY_REASONS);
	all = plan_lay(arena, p, m, cals, DAY_LAST, now, LAY_REASONS);
	judge(arena, m, all, now, at(today), NULL, &verdict);
	list = arena_array(arena, verdict.n + 1, sizeof(*list));
	for (k = 0; k < verdict.n; k++)
		list[k].is = &verdict.findings[k];
	for (k = 0; k < verdict.n; k++)
		list[k].first = DAY_NONE;
	look = (struct page_look){ .today = at(today), .calendars = cals,
	    .account = account, .level = 3 };
	page = (struct page_case){ m, all, now, &verdict, list, verdict.n };
}

static const char *
written(void)
{
	char		*text = NULL;
	const char	*kept;
	size_t		 size;
	FILE		*f = open_memstream(&text, &size);

	assert_non_null(f);
	page_case_write(f, arena, &look, &page);
	assert_int_equal(fclose(f), 0);
	kept = arena_dup(arena, text);
	free(text);
	return kept;
}

static const char *const	posted =
	"deliberated 2020-09-10\n"
	"post group-notice " GROUP " 2020-09-11 2020-09-13\n"
	"township-reviewed 2020-09-21\n";

/* The day of a field of a slot's row, as the page has it; "" none. */
static void
field(const char *html, const struct slot *s, const char *name,
    struct day expected)
{
	const char	*row, *cell, *end;
	char		 day[DAY_TEXT], want[64];

	row = strstr(html, arena_printf(arena,
	    "<tr data-step=\"%s\" data-division=\"%s\">",
	    page.all->proc->steps[s->step].id, s->division));
	assert_non_null(row);
	cell = strstr(row, arena_printf(arena, "data-f=\"%s\">", name));
	end = strstr(row, "</tr>");
	assert_true(cell != NULL && cell < end);
	cell = strchr(cell, '>') + 1;
	if (*cell == '~')
		cell++;
	snprintf(want, sizeof(want), day_is(expected) ? "<time>%s</time>" :
	    "\xe2\x80\x93", day_print(expected, day));
	if (strncmp(cell, want, strlen(want)) != 0)
		fail_msg("%s %s: %.40s, not %s", s->division, name, cell,
		    want);
}

static void
table_has_the_plan(void **state)
{
	const struct slot	*s;
	const char		*html;
	int			 i;

	(void)state;
	lay(posted, "2020-10-20", "");
	html = written();
	for (i = 0; i < page.all->nslots; i++) {
		s = &page.all->slots[i];
		field(html, s, "earliest", s->room->earliest);
		field(html, s, "advised", s->room->advised.day);
		field(html, s, "latest", s->room->latest.day);
		field(html, s, "posted", s->posted ? s->opens : DAY_NONE);
		field(html, s, "until", s->posted ? s->ends : DAY_NONE);
		field(html, s, "judged", s->posted && s->lasts ? s->judged :
		    DAY_NONE);
	}
	/* Of 7 days from the 11th, the first counted: the 17th. */
	assert_non_null(strstr(html, "<td data-f=\"judged\"><time>2020-09-17"
	    "</time>"));
}

/* Every < of the page is one of ours: no text is taken for an element. */
static void
hostile_texts(void **state)
{
	static const char *const	texts[] = {
		"<script>alert(1)</script>", "\"><img src=x onerror=a()>",
		"' onclick='x", "</title><svg onload=x>", "<!--", "]]>",
		"\xe2\x80\xae" "abc", "a\xff" "b", "&lt;script&gt;",
		"</details></section>", "\x1b[31m"
	};
	const char			*html;
	size_t				 i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++) {
		lay(posted, "2020-10-20", texts[i]);
		html = written();
		assert_null(strstr(html, "<script"));
		assert_null(strstr(html, "<img"));
		assert_null(strstr(html, "<!--"));
		assert_null(strstr(html, "<svg onload"));
		assert_null(strstr(html, "\xe2\x80\xae"));
		assert_null(strchr(html, '\xff'));
		assert_null(strchr(html, '\x1b'));
		assert_null(strstr(html, "' onclick"));
		assert_null(strstr(html, " style="));
		assert_string_equal(strstr(html, "</section>"),
		    "</section>\n");
	}
}

/* Each finding is there, with its key and an id of its own. */
static void
findings_have_keys(void **state)
{
	const char	*html;
	size_t		 k;

	(void)state;
	lay(posted, "2020-10-20", "");
	html = written();
	assert_true(verdict.n >= 1);
	for (k = 0; k < verdict.n; k++) {
		assert_non_null(strstr(html, arena_printf(arena, "<code "
		    "class=\"key\">%s</code>", verdict.findings[k].key)));
		assert_non_null(strstr(html, arena_printf(arena, " id=\"%s\"",
		    page_finding_anchor(arena, verdict.findings[k].key))));
	}
	assert_non_null(strstr(html, "[account of 0 -1]"));
}

/* Anchors of different numbers differ, and are one word each. */
static void
anchors(void **state)
{
	static const char *const	ids[] = {
		"a b", "a_b", "a-b", "a_20b", "a\"b", "甲", "A B", "a.b", "a:b"
	};
	struct matter			m = { 0 };
	const char			*got[LENGTH(ids)];
	size_t				i, k;

	(void)state;
	for (i = 0; i < LENGTH(ids); i++) {
		m.id = ids[i];
		got[i] = page_case_anchor(arena, &m);
		assert_int_equal(strspn(got[i], "abcdefghijklmnopqrstuvwxyz"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"),
		    strlen(got[i]));
		for (k = 0; k < i; k++)
			assert_string_not_equal(got[i], got[k]);
	}
}

/* Today shows while a slot is open, and only then. */
static void
today_only_while_open(void **state)
{
	static const char *const	over =
		"deliberated 2020-09-10\n"
		"post group-notice " GROUP " 2020-09-10 2020-09-20\n"
		"township-reviewed 2020-09-21\n"
		"post village-notice " VILLAGE " 2020-09-21 2020-09-30\n"
		"township-submitted 2020-10-05\n"
		"county-approved 2020-10-09\n"
		"post village-announcement " VILLAGE " 2020-10-10 2020-10-30\n";
	const char			*one, *other;

	(void)state;
	lay(posted, "2020-10-20", "");
	assert_true(page_case_is_open(&look, &page));
	assert_non_null(strstr(written(), "class=\"now\""));
	lay(over, "2021-10-20", "");
	assert_false(page_case_is_open(&look, &page));
	one = written();
	assert_null(strstr(one, "class=\"now\""));
	lay(over, "2022-03-07", "");
	other = written();
	assert_string_equal(one, other);
}

/* ---- charts */

static void
shares(void **state)
{
	static const struct {
		long long	part, whole;
		const char	*words;
	} rows[] = {
		{ 0, 0, "\xe2\x80\x93" }, { 0, 3, "<b>0.0%</b></span>" },
		{ 1, 3, "<b>33.3%</b></span>" }, { 3, 3, "<b>100.0%</b></span>" },
		{ 9999, 10000, "<b>99.9%</b></span>" },
	};
	char	*text;
	size_t	 size, i;
	FILE	*f;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		f = open_memstream(&text, &size);
		chart_share(f, rows[i].part, rows[i].whole);
		assert_int_equal(fclose(f), 0);
		assert_non_null(strstr(text, rows[i].words));
		free(text);
	}
}

static int
start(void **state)
{
	struct diags	*d;

	(void)state;
	arena = arena_new();
	d = diags_new(arena);
	cals = calendars_load(arena, "calendars", NULL, NULL, d);
	book = load_rules(arena, &(struct rule_folders){
	    .dir = "rules/guangxi-2020" }, d);
	return cals == NULL || book == NULL || !court_speaks("zh");
}

static int
finish(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(plain_days),
		cmocka_unit_test(days_have_their_places),
		cmocka_unit_test(far_days),
		cmocka_unit_test(ticks_at_round_days),
		cmocka_unit_test(table_has_the_plan),
		cmocka_unit_test(hostile_texts),
		cmocka_unit_test(findings_have_keys),
		cmocka_unit_test(anchors),
		cmocka_unit_test(today_only_while_open),
		cmocka_unit_test(shares),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
