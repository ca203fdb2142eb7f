#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "rule/meant.h"
#include "rule/mend.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static struct node
text_of(const char *text)
{
	return (struct node){ .kind = NODE_TEXT, .text = text,
	    .place = { "f", NULL, 1, 1, text, 0, 0 } };
}

/* ---- bounds, as the interface's section 5 has them in both languages */

static const struct {
	const char	*text;
	enum bound_kind	 kind;
	int		 n;
	enum unit	 unit;
	const char	*point;
	enum edge	 edge;
} bounds[] = {
	{ "after plan-issued", BOUND_AFTER, 0, 0, "plan-issued", EDGE_EVENT },
	{ "before paid", BOUND_BEFORE, 0, 0, "paid", EDGE_EVENT },
	{ "within 5 workdays after plan-issued", BOUND_WITHIN, 5,
	    UNIT_WORKDAY, "plan-issued", EDGE_EVENT },
	{ "within 1 workday after e", BOUND_WITHIN, 1, UNIT_WORKDAY, "e",
	    EDGE_EVENT },
	{ "within 10 days after e", BOUND_WITHIN, 10, UNIT_DAY, "e",
	    EDGE_EVENT },
	{ "within 1 day after e", BOUND_WITHIN, 1, UNIT_DAY, "e", EDGE_EVENT },
	{ "within 2 months after e", BOUND_WITHIN, 2, UNIT_MONTH, "e",
	    EDGE_EVENT },
	{ "within 1 month after e", BOUND_WITHIN, 1, UNIT_MONTH, "e",
	    EDGE_EVENT },
	{ "at least 3 days after s.opens", BOUND_LEAST_AFTER, 3, UNIT_DAY, "s",
	    EDGE_OPENS },
	{ "at least 2 workdays before s.closes", BOUND_LEAST_BEFORE, 2,
	    UNIT_WORKDAY, "s", EDGE_CLOSES },
	{ "after 县审定", BOUND_AFTER, 0, 0, "县审定", EDGE_EVENT },
	{ "县审定 后", BOUND_AFTER, 0, 0, "县审定", EDGE_EVENT },
	{ "县审定后", BOUND_AFTER, 0, 0, "县审定", EDGE_EVENT },
	{ "拨付款项 前", BOUND_BEFORE, 0, 0, "拨付款项", EDGE_EVENT },
	{ "县审定 后 20 个工作日内", BOUND_WITHIN, 20, UNIT_WORKDAY, "县审定",
	    EDGE_EVENT },
	{ "县审定后20个工作日内", BOUND_WITHIN, 20, UNIT_WORKDAY, "县审定",
	    EDGE_EVENT },
	{ "县审定 后 10 日内", BOUND_WITHIN, 10, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "县审定 后 10 天内", BOUND_WITHIN, 10, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "县审定 后 2 个月内", BOUND_WITHIN, 2, UNIT_MONTH, "县审定",
	    EDGE_EVENT },
	{ "县审定 后至少 3 日", BOUND_LEAST_AFTER, 3, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "县审定 前至少 2 个工作日", BOUND_LEAST_BEFORE, 2, UNIT_WORKDAY,
	    "县审定", EDGE_EVENT },
	{ "行政村公示.张贴 后", BOUND_AFTER, 0, 0, "行政村公示", EDGE_OPENS },
	{ "行政村公示.期满 后至少 1 个月", BOUND_LEAST_AFTER, 1, UNIT_MONTH,
	    "行政村公示", EDGE_CLOSES },
	/* a title that holds the words itself */
	{ "审核前公示 后", BOUND_AFTER, 0, 0, "审核前公示", EDGE_EVENT },
	{ "公示后上报 前", BOUND_BEFORE, 0, 0, "公示后上报", EDGE_EVENT },
	{ "事后公告 后 3 日内", BOUND_WITHIN, 3, UNIT_DAY, "事后公告",
	    EDGE_EVENT },
	/* blanks are free, the wide one too */
	{ "  within   5\tworkdays  after   e ", BOUND_WITHIN, 5, UNIT_WORKDAY,
	    "e", EDGE_EVENT },
	{ "县审定　后　20　个工作日　内", BOUND_WITHIN, 20, UNIT_WORKDAY,
	    "县审定", EDGE_EVENT },
	{ "县审定 后 至少 3 日", BOUND_LEAST_AFTER, 3, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "after s . opens", BOUND_AFTER, 0, 0, "s", EDGE_OPENS },
	/* the languages may be mixed word by word */
	{ "within 5 个工作日 after e", BOUND_WITHIN, 5, UNIT_WORKDAY, "e",
	    EDGE_EVENT },
	{ "after s.张贴", BOUND_AFTER, 0, 0, "s", EDGE_OPENS },
	{ "within 100000 days after e", BOUND_WITHIN, 100000, UNIT_DAY, "e",
	    EDGE_EVENT },
	/* years and quarters are months, 12 and 3 each */
	{ "within 1 year after e", BOUND_WITHIN, 12, UNIT_MONTH, "e",
	    EDGE_EVENT },
	{ "within 2 quarters after e", BOUND_WITHIN, 6, UNIT_MONTH, "e",
	    EDGE_EVENT },
	{ "at least 3 years before e", BOUND_LEAST_BEFORE, 36, UNIT_MONTH,
	    "e", EDGE_EVENT },
	{ "县审定 后 1 年内", BOUND_WITHIN, 12, UNIT_MONTH, "县审定",
	    EDGE_EVENT },
	{ "县审定 后至少 2 季度", BOUND_LEAST_AFTER, 6, UNIT_MONTH, "县审定",
	    EDGE_EVENT },
	{ "with auction", BOUND_WITH, 0, 0, "auction", EDGE_EVENT },
	{ "with s", BOUND_WITH, 0, 0, "s", EDGE_EVENT },
	{ "with s.opens", BOUND_WITH, 0, 0, "s", EDGE_OPENS },
	{ "与 发布公告 同日", BOUND_WITH, 0, 0, "发布公告", EDGE_EVENT },
	{ "与发布公告同日", BOUND_WITH, 0, 0, "发布公告", EDGE_EVENT },
	{ "与 网上公示.张贴 同日", BOUND_WITH, 0, 0, "网上公示", EDGE_OPENS },
	/* what statutes print */
	{ "县审定 后七日内", BOUND_WITHIN, 7, UNIT_DAY, "县审定", EDGE_EVENT },
	{ "县审定之日起二十个工作日内", BOUND_WITHIN, 20, UNIT_WORKDAY,
	    "县审定", EDGE_EVENT },
	{ "自 县审定 之日起 三十日内", BOUND_WITHIN, 30, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "初审公示期满之日起三个月内", BOUND_WITHIN, 3, UNIT_MONTH,
	    "初审公示", EDGE_EVENT },
	{ "选举日的二十日前", BOUND_LEAST_BEFORE, 20, UNIT_DAY, "选举日",
	    EDGE_EVENT },
	{ "选举日 20 日前", BOUND_LEAST_BEFORE, 20, UNIT_DAY, "选举日",
	    EDGE_EVENT },
	{ "选举日前15日", BOUND_LEAST_BEFORE, 15, UNIT_DAY, "选举日",
	    EDGE_EVENT },
	{ "公告后满六十日", BOUND_LEAST_AFTER, 60, UNIT_DAY, "公告",
	    EDGE_EVENT },
	{ "初审 后 3 日后", BOUND_LEAST_AFTER, 3, UNIT_DAY, "初审",
	    EDGE_EVENT },
	{ "开标当日", BOUND_WITH, 0, 0, "开标", EDGE_EVENT },
	{ "县审定 后 10 个自然日内", BOUND_WITHIN, 10, UNIT_DAY, "县审定",
	    EDGE_EVENT },
	{ "县审定 后 10 日历天内", BOUND_WITHIN, 10, UNIT_DAY, "县审定",
	    EDGE_EVENT },
};

static bool
same_phrase(const struct phrase *p, size_t i)
{
	return p->kind == bounds[i].kind && p->n == bounds[i].n &&
	    (p->n == 0 || p->unit == bounds[i].unit) &&
	    strcmp(p->point, bounds[i].point) == 0 &&
	    p->edge == bounds[i].edge && p->month == 0 && p->day == 0;
}

static void
bounds_are_read(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(bounds); i++) {
		n = text_of(bounds[i].text);
		if (!phrase_bound(a, &n, false, &p, d))
			fail_msg("`%s` was refused: %s", bounds[i].text,
			    court_complaints(a, d));
		if (!same_phrase(&p, i))
			fail_msg("`%s`: kind %d, %d of unit %d, `%s` edge %d",
			    bounds[i].text, (int)p.kind, (int)p.n,
			    (int)p.unit, p.point, (int)p.edge);
		if (strncmp(bounds[i].text + p.at, bounds[i].point,
		    strlen(bounds[i].point)) != 0)
			fail_msg("`%s`: the name is not at byte %zu",
			    bounds[i].text, p.at);
		/* The same where a bare point is allowed. */
		if (!phrase_bound(a, &n, true, &p, d) || !same_phrase(&p, i))
			fail_msg("`%s`: otherwise with bare points",
			    bounds[i].text);
	}
	assert_int_equal(diags_errors(d), 0);
	arena_free(a);
}

static void
what_is_printed_is_read_again(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct bound	 b;
	struct node	 n;
	const char	*text, *point;
	size_t		 i;
	int		 lang;

	(void)state;
	for (i = 0; i < LENGTH(bounds); i++)
		for (lang = LANG_ZH; lang <= LANG_EN; lang++) {
			memset(&b, 0, sizeof(b));
			b.kind = bounds[i].kind;
			b.period.n = bounds[i].n;
			b.period.unit = bounds[i].unit;
			b.point.edge = bounds[i].edge;
			point = phrase_print_point(a, bounds[i].point,
			    b.point, (enum lang)lang);
			text = phrase_print(a, &b, point, (enum lang)lang);
			n = text_of(text);
			if (!phrase_bound(a, &n, false, &p, d) ||
			    !same_phrase(&p, i))
				fail_msg("`%s`, printed from `%s`", text,
				    bounds[i].text);
		}
	assert_int_equal(diags_errors(d), 0);
	arena_free(a);
}

static void
a_bare_point_is_an_after(void **state)
{
	static const struct {
		const char	*text, *point;
		enum edge	 edge;
	} rows[] = {
		{ "group-notice", "group-notice", EDGE_EVENT },
		{ "s.opens", "s", EDGE_OPENS },
		{ "村民小组公示", "村民小组公示", EDGE_EVENT },
		{ "村民小组公示.期满", "村民小组公示", EDGE_CLOSES },
	};
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		n = text_of(rows[i].text);
		if (!phrase_bound(a, &n, true, &p, d) ||
		    p.kind != BOUND_AFTER || p.edge != rows[i].edge ||
		    strcmp(p.point, rows[i].point) != 0)
			fail_msg("`%s`", rows[i].text);
		if (phrase_bound(a, &n, false, &p, d))
			fail_msg("`%s` was taken for a bound of a step",
			    rows[i].text);
		if (!phrase_point(a, &n, &p, d) || p.kind != BOUND_GATE ||
		    p.edge != rows[i].edge ||
		    strcmp(p.point, rows[i].point) != 0)
			fail_msg("`%s` as a gate", rows[i].text);
	}
	arena_free(a);
}

static void
days_of_the_year(void **state)
{
	static const struct {
		const char	*text, *point;
		enum edge	 edge;
		int		 month, day;	/* month 0: of the next */
	} rows[] = {
		{ "by 01-31 after e", "e", EDGE_EVENT, 1, 31 },
		{ "by 02-28 after s.closes", "s", EDGE_CLOSES, 2, 28 },
		{ "by day 31 after e", "e", EDGE_EVENT, 0, 31 },
		{ "by day 5 after e", "e", EDGE_EVENT, 0, 5 },
		{ "年末 后 1月31日前", "年末", EDGE_EVENT, 1, 31 },
		{ "年末 后 12 月 31 日前", "年末", EDGE_EVENT, 12, 31 },
		{ "季末 次月 15 日前", "季末", EDGE_EVENT, 0, 15 },
		{ "季末次月十五日前", "季末", EDGE_EVENT, 0, 15 },
	};
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n;
	size_t		 i;
	int		 again;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		n = text_of(rows[i].text);
		for (again = 0; again < 3; again++) {
			if (!phrase_bound(a, &n, false, &p, d) ||
			    p.kind != BOUND_BY || p.n != 0 ||
			    p.month != rows[i].month || p.day != rows[i].day ||
			    p.edge != rows[i].edge ||
			    strcmp(p.point, rows[i].point) != 0)
				fail_msg("`%s` of `%s`", n.text, rows[i].text);
			n = text_of(phrase_words(a, &p, again == 0 ? LANG_ZH :
			    LANG_EN));
		}
	}
	assert_string_equal(n.text, "by day 15 after 季末");
	assert_int_equal(diags_errors(d), 0);
	arena_free(a);
}

/* ---- refusals, at their place: the column, and a word that must be said */

static const struct {
	const char	*text;
	int		 col;
	const char	*word;
} refusals[] = {
	{ "", 1, "" },
	{ "within 0 days after e", 8, "zero" },
	{ "within five days after e", 8, "" },
	{ "within 5 weeks after e", 10, "days" },
	{ "within 5 workdys after e", 10, "workdays" },
	{ "within 5 days before e", 15, "after" },
	{ "within 5 days", 14, "after" },
	{ "at least 5 days", 16, "" },
	{ "at least 5 days of e", 17, "" },
	{ "at most 5 days after e", 1, "" },
	{ "after", 6, "" },
	{ "before ", 8, "" },
	{ "after s.open", 9, "opens" },
	{ "after s.", 9, "opens" },
	{ "within 999999 days after e", 8, "100000" },
	{ "within -5 days after e", 8, "" },
	{ "within ５ days after e", 8, "" },
	{ "in time", 1, "" },
	{ "县审定 后 0 个工作日内", 7, "" },
	{ "县审定 后 零 日内", 7, "zero" },
	{ "县审定 后 一百五 日内", 7, "九百九十九" },
	{ "县审定 后 一千日内", 7, "999" },
	{ "县审定 后 三 周内", 1, "" },
	{ "within 9000 years after e", 8, "100000" },
	{ "within 3 yers after e", 10, "years" },
	{ "with", 5, "" },
	{ "with s.closes", 6, "last day" },
	{ "与 s.期满 同日", 3, "last day" },
	{ "by 02-29 after e", 4, "29 February" },
	{ "by 02-30 after e", 4, "day" },
	{ "by 13-01 after e", 4, "day" },
	{ "by 04-31 after e", 4, "day" },
	{ "by 0-1 after e", 4, "01-31" },
	{ "by noon after e", 4, "01-31" },
	{ "by 01-31", 9, "after" },
	{ "by day 0 after e", 8, "day 15" },
	{ "by day 32 after e", 8, "31" },
	{ "by day 15", 10, "after" },
	{ "审定 后 2月29日前", 6, "29 February" },
	{ "审定 后 2月30日前", 6, "day" },
	{ "审定 次月 32 日前", 7, "31" },
	{ "后 3 日内", 1, "" },
	{ "县审定 前 3 日内", 1, "" },
	{ "县审定.完成 后", 5, "" },
};

static void
refused_at_its_place(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	struct phrase	 p = { .n = 77 };
	struct node	 n;
	char		*said, *want;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(refusals); i++) {
		d = diags_new(a);
		n = text_of(refusals[i].text);
		if (phrase_bound(a, &n, false, &p, d))
			fail_msg("`%s` was taken", refusals[i].text);
		assert_int_equal(p.n, 77);
		assert_true(diags_errors(d) == 1);
		said = court_complaints(a, d);
		want = arena_printf(a, "f:1:%d: error: ", refusals[i].col);
		if (strncmp(said, want, strlen(want)) != 0 ||
		    strstr(said, refusals[i].word) == NULL)
			fail_msg("`%s`, column %d, `%s`: %s",
			    refusals[i].text, refusals[i].col,
			    refusals[i].word, said);
	}
	arena_free(a);
}

/* ---- lasts and at */

static void
periods_are_read(void **state)
{
	static const struct {
		const char	*text;
		int		 n;		/* 0: refused */
		enum unit	 unit;
		int		 col;
	} rows[] = {
		{ "at least 7 days", 7, UNIT_DAY, 0 },
		{ "at least 1 day", 1, UNIT_DAY, 0 },
		{ "at least 5 workdays", 5, UNIT_WORKDAY, 0 },
		{ "at least 2 months", 2, UNIT_MONTH, 0 },
		{ "  at  least 7  days ", 7, UNIT_DAY, 0 },
		{ "不少于 7 日", 7, UNIT_DAY, 0 },
		{ "不少于7天", 7, UNIT_DAY, 0 },
		{ "不少于 5 个工作日", 5, UNIT_WORKDAY, 0 },
		{ "不少于 2 个月", 2, UNIT_MONTH, 0 },
		{ "7 days", 0, 0, 1 },
		{ "at least 0 days", 0, 0, 10 },
		{ "不少于 0 日", 0, 0, 5 },
		{ "at least 7 dais", 0, 0, 12 },
		{ "at least 7 days after e", 0, 0, 17 },
		{ "at least days", 0, 0, 10 },
		{ "", 0, 0, 1 },
	};
	struct arena	*a = arena_new();
	struct diags	*d;
	struct phrase	 p, again;
	struct period	 period = { 0, UNIT_DAY, false, false };
	struct node	 n;
	char		*said, *want;
	size_t		 i;
	int		 lang;
	bool		 good, strange;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		d = diags_new(a);
		n = text_of(rows[i].text);
		good = phrase_part(a, &n, NULL, &p, &strange, d);
		if (good != (rows[i].n > 0))
			fail_msg("`%s`: %d", rows[i].text, (int)good);
		if (!good) {
			said = court_complaints(a, d);
			want = arena_printf(a, "f:1:%d: error: ",
			    rows[i].col);
			if (strncmp(said, want, strlen(want)) != 0)
				fail_msg("`%s`: %s", rows[i].text, said);
			continue;
		}
		if (p.n != rows[i].n || p.unit != rows[i].unit)
			fail_msg("`%s`: %d of unit %d", rows[i].text,
			    (int)p.n, (int)p.unit);
		period.n = p.n;
		period.unit = p.unit;
		for (lang = LANG_ZH; lang <= LANG_EN; lang++) {
			n = text_of(arena_printf(a, lang == LANG_ZH ?
			    "不少于 %s" : "at least %s",
			    phrase_print_period(a, period,
			    (enum lang)lang)));
			if (!phrase_part(a, &n, NULL, &again, &strange, d) ||
			    again.n != p.n || again.unit != p.unit)
				fail_msg("`%s`, printed from `%s`", n.text,
				    rows[i].text);
		}
	}
	arena_free(a);
}

static void
levels_are_read(void **state)
{
	static const struct {
		const char	*text;
		enum level	 level;
		bool		 each;
		int		 col;		/* above 0: refused there */
		const char	*word;
	} rows[] = {
		{ "village", LEVEL_VILLAGE, false, 0, "" },
		{ "each group", LEVEL_GROUP, true, 0, "" },
		{ "each  township", LEVEL_TOWNSHIP, true, 0, "" },
		{ "county", LEVEL_COUNTY, false, 0, "" },
		{ "city", LEVEL_CITY, false, 0, "" },
		{ "region", LEVEL_REGION, false, 0, "" },
		{ "case", LEVEL_NONE, false, 0, "" },
		{ "行政村", LEVEL_VILLAGE, false, 0, "" },
		{ "各村民小组", LEVEL_GROUP, true, 0, "" },
		{ "各 乡镇", LEVEL_TOWNSHIP, true, 0, "" },
		{ "县", LEVEL_COUNTY, false, 0, "" },
		{ "市", LEVEL_CITY, false, 0, "" },
		{ "自治区", LEVEL_REGION, false, 0, "" },
		{ "本级", LEVEL_NONE, false, 0, "" },
		{ "vilage", 0, false, 1, "village" },
		{ "each vilage", 0, false, 6, "village" },
		{ "each case", 0, false, 6, "" },
		{ "行政春", 0, false, 1, "行政村" },
		{ "", 0, false, 1, "" },
		{ "everywhere", 0, false, 1, "" },
	};
	struct arena	*a = arena_new();
	struct diags	*d;
	struct where	 w, again;
	struct node	 n;
	char		*said, *want;
	size_t		 i;
	int		 lang;
	bool		 good;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		d = diags_new(a);
		n = text_of(rows[i].text);
		good = phrase_where(&n, &w, d);
		if (good != (rows[i].col == 0))
			fail_msg("`%s`: %d", rows[i].text, (int)good);
		if (!good) {
			said = court_complaints(a, d);
			want = arena_printf(a, "f:1:%d: error: ",
			    rows[i].col);
			if (strncmp(said, want, strlen(want)) != 0 ||
			    strstr(said, rows[i].word) == NULL)
				fail_msg("`%s`: %s", rows[i].text, said);
			continue;
		}
		if (w.level != rows[i].level || w.each != rows[i].each)
			fail_msg("`%s`: level %d, each %d", rows[i].text,
			    (int)w.level, (int)w.each);
		for (lang = LANG_ZH; lang <= LANG_EN; lang++) {
			n = text_of(phrase_print_where(a, w,
			    (enum lang)lang));
			if (!phrase_where(&n, &again, d) ||
			    again.level != w.level || again.each != w.each)
				fail_msg("`%s`, printed from `%s`", n.text,
				    rows[i].text);
		}
	}
	arena_free(a);
}

static void
a_list_is_no_phrase(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct node	 n = { .kind = NODE_LIST,
			    .place = { "f", NULL, 2, 3, NULL, 0, 0 } };
	struct phrase	 p;
	struct where	 w;
	bool		 strange;

	(void)state;
	assert_false(phrase_bound(a, &n, true, &p, d));
	assert_false(phrase_point(a, &n, &p, d));
	assert_false(phrase_part(a, &n, NULL, &p, &strange, d));
	assert_false(phrase_where(&n, &w, d));
	assert_int_equal(diags_errors(d), 4);
	arena_free(a);
}

static int
start(void **state)
{
	(void)state;
	return text_setup("en", ".") ? 0 : -1;
}

/* ---- parts of a period */

static void
parts_are_read(void **state)
{
	static const struct {
		const char	*text;
		enum part_kind	 part;
		int		 n;
		enum unit	 unit;
		const char	*event;		/* NULL: none */
		const char	*zh;
	} rows[] = {
		{ "at least 7 days", PART_LASTS, 7, UNIT_DAY, NULL,
		    "不少于 7 日" },
		{ "at least 1 year", PART_LASTS, 12, UNIT_MONTH, NULL,
		    "不少于 12 个月" },
		{ "不少于 2 季度", PART_LASTS, 6, UNIT_MONTH, NULL,
		    "不少于 6 个月" },
		{ "为七日", PART_LASTS, 7, UNIT_DAY, NULL, "不少于 7 日" },
		{ "满 7 天", PART_LASTS, 7, UNIT_DAY, NULL, "不少于 7 日" },
		{ "7 天", PART_LASTS, 7, UNIT_DAY, NULL, "不少于 7 日" },
		{ "until verified", PART_UNTIL, 0, 0, "verified",
		    "至 verified" },
		{ "until at least 15 days after payday", PART_UNTIL, 15,
		    UNIT_DAY, "payday", "至 payday 后至少 15 日" },
		{ "至 规划核实合格", PART_UNTIL, 0, 0, "规划核实合格",
		    "至 规划核实合格" },
		{ "至票据付款日后至少十五日", PART_UNTIL, 15, UNIT_DAY,
		    "票据付款日", "至 票据付款日 后至少 15 日" },
		{ "permanently", PART_PERMANENT, 0, 0, NULL, "长期" },
		{ "长期", PART_PERMANENT, 0, 0, NULL, "长期" },
	};
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	struct period_part	 part;
	struct phrase		 p;
	struct node		 n;
	size_t			 i;
	int			 again;
	bool			 strange;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		n = text_of(rows[i].text);
		for (again = 0; again < 4; again++) {
			if (!phrase_part(a, &n, NULL, &p, &strange, d))
				fail_msg("`%s` of `%s`: %s", n.text,
				    rows[i].text, court_complaints(a, d));
			if (p.part != rows[i].part || p.n != rows[i].n ||
			    (p.n > 0 && p.unit != rows[i].unit) ||
			    (p.point == NULL) != (rows[i].event == NULL) ||
			    (p.point != NULL && strcmp(p.point,
			    rows[i].event) != 0))
				fail_msg("`%s` of `%s`", n.text, rows[i].text);
			part = (struct period_part){ .kind = p.part };
			part.judged = part.after = (struct period){ p.n,
			    p.unit, false, false };
			n = text_of(phrase_print_part(a, &part, p.point,
			    again % 2 == 0 ? LANG_ZH : LANG_EN));
			if (again % 2 == 0)
				assert_string_equal(n.text, rows[i].zh);
		}
	}
	assert_int_equal(diags_errors(d), 0);
	arena_free(a);
}

static void
only_none_is_none(void **state)
{
	struct node	n = text_of("none"), zh = text_of("无");
	struct node	other = text_of("no"), list = { .kind = NODE_LIST };

	(void)state;
	assert_true(phrase_is_none(&n));
	assert_true(phrase_is_none(&zh));
	assert_false(phrase_is_none(&other));
	assert_false(phrase_is_none(&list));
	n = text_of(phrase_print_none(LANG_ZH));
	assert_true(phrase_is_none(&n));
	n = text_of(phrase_print_none(LANG_EN));
	assert_true(phrase_is_none(&n));
}

/* ---- limits */

static const char *const	limit_points[] = { "revoked", "决定撤销" };
static const struct point_names	limit_names = { limit_points, 2 };

static void
limits_are_read(void **state)
{
	static const struct {
		enum anchor	 anchor;
		const char	*text;
		int		 n;
		enum unit	 unit;
		enum word	 word;		/* NONE: the point */
		const char	*zh;
	} rows[] = {
		{ ANCHOR_DOWN, "within 3 workdays after closes", 3,
		    UNIT_WORKDAY, W_EDGE_CLOSES, "期满 后 3 个工作日内" },
		{ ANCHOR_DOWN, "期满 后 3 日内", 3, UNIT_DAY, W_EDGE_CLOSES,
		    "期满 后 3 日内" },
		{ ANCHOR_DOWN, "期满之日起三日内", 3, UNIT_DAY, W_EDGE_CLOSES,
		    "期满 后 3 日内" },
		{ ANCHOR_DOWN, "within 3 years after revoked", 36, UNIT_MONTH,
		    W_NONE, "revoked 后 36 个月内" },
		{ ANCHOR_DOWN, "决定撤销之日起三个工作日内", 3, UNIT_WORKDAY,
		    W_NONE, "决定撤销 后 3 个工作日内" },
		{ ANCHOR_RAISED, "within 5 days after opens", 5, UNIT_DAY,
		    W_EDGE_OPENS, "张贴 后 5 日内" },
		{ ANCHOR_RAISED, "自张贴之日起五日内", 5, UNIT_DAY,
		    W_EDGE_OPENS, "张贴 后 5 日内" },
		{ ANCHOR_RAISED, "期满后5日内", 5, UNIT_DAY, W_EDGE_CLOSES,
		    "期满 后 5 日内" },
		{ ANCHOR_WITHIN, "within 3 days after received", 3, UNIT_DAY,
		    W_RECEIVED, "收到 后 3 日内" },
		{ ANCHOR_WITHIN, "收到 后 15 个工作日内", 15, UNIT_WORKDAY,
		    W_RECEIVED, "收到 后 15 个工作日内" },
		{ ANCHOR_WITHIN, "within 1 month after closes", 1, UNIT_MONTH,
		    W_EDGE_CLOSES, "期满 后 1 个月内" },
		{ ANCHOR_AGAIN, "within 10 days after upheld", 10, UNIT_DAY,
		    W_WAS_UPHELD, "成立 后 10 日内" },
		{ ANCHOR_AGAIN, "成立后 10 日内", 10, UNIT_DAY, W_WAS_UPHELD,
		    "成立 后 10 日内" },
	};
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct period	 period;
	struct node	 n;
	size_t		 i;
	int		 again;
	bool		 strange;
	enum lang	 lang;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		n = text_of(rows[i].text);
		for (again = 0; again < 4; again++) {
			lang = again % 2 == 0 ? LANG_ZH : LANG_EN;
			if (!phrase_limit(a, &n, rows[i].anchor, &limit_names,
			    &p, &strange, d))
				fail_msg("`%s` of `%s`: %s", n.text,
				    rows[i].text, court_complaints(a, d));
			if (p.kind != BOUND_WITHIN || p.n != rows[i].n ||
			    p.unit != rows[i].unit || p.word != rows[i].word)
				fail_msg("`%s` of `%s`", n.text, rows[i].text);
			period = (struct period){ p.n, p.unit, false, false };
			n = text_of(phrase_print_limit(a, period, p.word ==
			    W_NONE ? p.point : vocab_text(p.word, lang),
			    lang));
			if (lang == LANG_ZH)
				assert_string_equal(n.text, rows[i].zh);
		}
	}
	assert_int_equal(diags_errors(d), 0);
	arena_free(a);
}

/* ---- what is refused there, at its place */

static void
parts_and_limits_refused(void **state)
{
	static const struct {
		int		 anchor;	/* -1: a part of a period */
		const char	*text;
		int		 col;
		const char	*word;
	} rows[] = {
		{ -1, "none", 1, "alone" },
		{ -1, "until", 6, "name" },
		{ -1, "until s.closes", 7, "event" },
		{ -1, "至 s.期满", 3, "event" },
		{ -1, "until at least 0 days after e", 16, "zero" },
		{ -1, "until at least five days after e", 16, "number" },
		{ -1, "until at least 5 weeks after e", 18, "unit" },
		{ -1, "until at least 5 days", 22, "after" },
		{ -1, "at least 9000 years", 10, "100000" },
		{ -1, "forever", 1, "permanently" },
		{ -1, "为 0 日", 3, "zero" },
		{ -1, "不少于 三 周", 7, "unit" },
		{ ANCHOR_DOWN, "within 3 days", 14, "after" },
		{ ANCHOR_DOWN, "after closes", 1, "within 5 days" },
		{ ANCHOR_DOWN, "at least 3 days after closes", 1, "closes" },
		{ ANCHOR_RAISED, "within 5 days after received", 21,
		    "opens" },
		{ ANCHOR_RAISED, "within 5 days after s.opens", 21, "opens" },
		{ ANCHOR_WITHIN, "within 5 days after opens", 21,
		    "received" },
		{ ANCHOR_WITHIN, "收到 前 3 日内", 1, "received" },
		{ ANCHOR_AGAIN, "within 5 days after closes", 21, "upheld" },
		{ ANCHOR_AGAIN, "upheld", 1, "upheld" },
		{ ANCHOR_AGAIN, "within 0 days after upheld", 8, "zero" },
	};
	struct arena	*a = arena_new();
	struct diags	*d;
	struct phrase	 p = { .n = 77 };
	struct node	 n;
	char		*said, *want;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		d = diags_new(a);
		n = text_of(rows[i].text);
		if (rows[i].anchor < 0 ?
		    mend_read_part(a, &n, NULL, &p, d) :
		    mend_read_limit(a, &n, (enum anchor)rows[i].anchor,
		    &limit_names, &p, d))
			fail_msg("`%s` was taken", rows[i].text);
		assert_int_equal(p.n, 77);
		said = court_complaints(a, d);
		want = arena_printf(a, "f:1:%d: error: ", rows[i].col);
		if (strncmp(said, want, strlen(want)) != 0 ||
		    strstr(said, rows[i].word) == NULL)
			fail_msg("`%s`, column %d, `%s`: %s", rows[i].text,
			    rows[i].col, rows[i].word, said);
	}
	arena_free(a);
}

static void
periods_alone(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n = text_of("20 workdays"), zh = text_of("一年");
	bool		 strange;

	(void)state;
	assert_true(phrase_period(a, &n, &p, &strange, d));
	assert_true(p.n == 20 && p.unit == UNIT_WORKDAY);
	assert_true(phrase_period(a, &zh, &p, &strange, d));
	assert_true(p.n == 12 && p.unit == UNIT_MONTH);
	n = text_of("20 workdays after e");
	assert_false(phrase_period(a, &n, &p, &strange, d));
	assert_int_equal(strncmp(court_complaints(a, d), "f:1:13: error: ",
	    15), 0);
	d = diags_new(a);
	n = text_of("at least 20 workdays");
	assert_false(phrase_period(a, &n, &p, &strange, d));
	assert_int_equal(diags_errors(d), 1);
	arena_free(a);
}

/* ---- a text with two meanings */

static void
two_meanings(void **state)
{
	static const char *const	points[] = {
		"初审公示", "初审公示期满", "查", "自查", "批准",
		"批准 后 1月31日", "选举日", "选举日 20 日", "with", "审定当日",
		"审定"
	};
	static const struct point_names	names = { points, LENGTH(points) };
	static const struct {
		const char	*text;
		const char	*as;		/* NULL: refused, */
		const char	*one, *other;	/* ... with both */
	} rows[] = {
		/* the language's own words first, as before */
		{ "初审公示期满 后 3 日内", "初审公示期满 后 3 日内", "", "" },
		{ "选举日 20 日 前", "选举日 20 日 前", "", "" },
		{ "审定当日", "审定当日 后", "", "" },
		{ "with", "with 后", "", "" },
		{ "初审公示期满之日起 3 日内", NULL, "`初审公示 后 3 日内`",
		    "`初审公示期满 后 3 日内`" },
		{ "自查之日起 5 日内", NULL, "`查 后 5 日内`",
		    "`自查 后 5 日内`" },
		{ "批准 后 1月31日前", NULL, "is `批准` or",
		    "`批准 后 1月31日`: write that one's id" },
	};
	struct arena	*a = arena_new();
	struct diags	*d;
	struct phrase	 p;
	struct node	 n;
	const char	*said;
	size_t		 i;
	bool		 good;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		d = diags_new(a);
		n = text_of(rows[i].text);
		good = mend_read_bound(a, &n, true, &names, &p, d);
		said = court_complaints(a, d);
		if (good != (rows[i].as != NULL) || (good &&
		    strcmp(phrase_words(a, &p, LANG_ZH), rows[i].as) != 0))
			fail_msg("`%s`: `%s` %s", rows[i].text, good ?
			    phrase_words(a, &p, LANG_ZH) : "", said);
		if (!good && (strstr(said, rows[i].one) == NULL ||
		    strstr(said, rows[i].other) == NULL))
			fail_msg("`%s`: %s", rows[i].text, said);
	}
	arena_free(a);
}

/* The step's own last day, or an event that is called so? */
static void
own_close_or_event(void **state)
{
	static const char *const	points[] = { "期满" };
	static const struct point_names	names = { points, 1 };
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n = text_of("期满 后 3 日内");

	(void)state;
	assert_false(mend_read_limit(a, &n, ANCHOR_DOWN, &names, &p, d));
	assert_int_equal(diags_errors(d), 1);
	n = text_of("within 3 days after closes");
	assert_true(mend_read_limit(a, &n, ANCHOR_DOWN, &names, &p, d));
	arena_free(a);
}

/* ---- what is offered instead loads, and asks for no less; or nothing is */

static const char *
joined(struct arena *a, struct meant m)
{
	const char	*out = "";
	int		 i;

	for (i = 0; i < m.n; i++)
		out = arena_printf(a, "%s%s%s", out, i == 0 ? "" : " | ",
		    m.text[i]);
	return out;
}

static void
offers_load(void **state)
{
	static const char *const	points[] = { "审定", "公示和公告", "e" };
	static const struct point_names	names = { points, LENGTH(points) };
	static const struct {
		const char	*text;
		const char	*meant;		/* "": nothing is offered */
	} bounds_meant[] = {
		{ "审定", "审定 后" },
		{ "e", "after e" },
		/* a deadline, or the first day? */
		{ "审定 后 20 日", "审定 后 20 日内 | 审定 后至少 20 日" },
		{ "审定 后 20 个工作日以内", "审定 后 20 个工作日内" },
		{ "自审定之日起 20 日内", "审定 后 20 日内" },
		{ "审定之后 3 日内", "审定 后 3 日内" },
		{ "审定以前", "审定 前" },
		{ "审定后当日", "与 审定 同日" },
		{ "批准", "" },
		{ "审定 后 15-20 日内", "" },
		{ "审定 前 3 日内", "" },
		{ "审定和公告", "" },
		{ "审定和公告 后", "" },
		{ "未审定 后", "" },
		{ "", "" },
	}, parts_meant[] = {
		{ "7 日", "不少于 7 日" },
		{ "7 days", "at least 7 days" },
		{ "3 天以上", "不少于 3 日" },
		{ "至少 5 个工作日", "不少于 5 个工作日" },
		{ "直至审定", "至 审定" },
		{ "长期公示", "长期" },
		{ "3 天以内", "" },
		{ "少于 7 日", "" },
		{ "不满 7 日", "" },
		{ "不足 7 日", "" },
		{ "7", "" },
		{ "0 日", "" },
		{ "7 日（含节假日）", "" },
	}, where_meant[] = {
		{ "县、乡镇和行政村", "[县, 乡镇, 行政村]" },
		{ "county, township", "[county, township]" },
		{ "各屯", "各村民小组" },
		{ "村、社区", "行政村" },
		{ "each vilage", "each village" },
		{ "县、学校", "" },
		{ "各本极", "" },
	};
	struct arena	*a = arena_new();
	const char	*got;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(bounds_meant); i++) {
		got = joined(a, meant_bound(a, bounds_meant[i].text, &names));
		if (strcmp(got, bounds_meant[i].meant) != 0)
			fail_msg("`%s`: `%s`", bounds_meant[i].text, got);
	}
	for (i = 0; i < LENGTH(parts_meant); i++) {
		got = joined(a, meant_part(a, parts_meant[i].text, &names));
		if (strcmp(got, parts_meant[i].meant) != 0)
			fail_msg("`%s`: `%s`", parts_meant[i].text, got);
	}
	for (i = 0; i < LENGTH(where_meant); i++) {
		got = mend_where(a, where_meant[i].text);
		if (strcmp(got == NULL ? "" : got, where_meant[i].meant) != 0)
			fail_msg("`%s`: `%s`", where_meant[i].text,
			    got == NULL ? "" : got);
	}
	arena_free(a);
}

/* A bare point may hold 后 where that is its name. */
static void
bare_points_with_names(void **state)
{
	static const char *const	points[] = { "审定", "审定后备案" };
	static const struct point_names	names = { points, LENGTH(points) };
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct phrase	 p;
	struct node	 n = text_of("审定后备案");
	bool		 strange;

	(void)state;
	assert_true(phrase_bound_of(a, &n, true, &names, &p, &strange,
	    d));
	assert_int_equal(p.kind, BOUND_AFTER);
	assert_string_equal(p.point, "审定后备案");
	n = text_of("审定后立即办");
	assert_false(phrase_bound_of(a, &n, true, &names, &p, &strange,
	    d));
	assert_true(strange);
	assert_int_equal(strncmp(court_complaints(a, d), "f:1:4: error: ",
	    14), 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(parts_are_read),
		cmocka_unit_test(only_none_is_none),
		cmocka_unit_test(limits_are_read),
		cmocka_unit_test(parts_and_limits_refused),
		cmocka_unit_test(periods_alone),
		cmocka_unit_test(two_meanings),
		cmocka_unit_test(own_close_or_event),
		cmocka_unit_test(offers_load),
		cmocka_unit_test(bare_points_with_names),
		cmocka_unit_test(bounds_are_read),
		cmocka_unit_test(what_is_printed_is_read_again),
		cmocka_unit_test(days_of_the_year),
		cmocka_unit_test(a_bare_point_is_an_after),
		cmocka_unit_test(refused_at_its_place),
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(levels_are_read),
		cmocka_unit_test(a_list_is_no_phrase),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
