#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "case/amount.h"
#include "desk/cells.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

enum { CELLS = 16 };

static struct arena	*arena;

/* A row from a text with `|` between its cells; columns as a file has them. */
static const struct row *
row_of(const char *text)
{
	struct row	*r = arena_alloc(arena, sizeof(*r));
	struct cell	*c = arena_array(arena, CELLS, sizeof(*c));
	const char	*p = text;
	size_t		 len;
	int		 col = 1;

	*r = (struct row){
		.path = "f.csv", .line = 2, .text = text, .cells = c
	};
	for (;;) {
		len = strcspn(p, "|");
		c[r->n++] = (struct cell){ .text = arena_ndup(arena,
		    p, len), .line = 2, .col = col };
		if (p[len] == '\0')
			return r;
		col += (int)text_chars(p, len) + 1;
		p += len + 1;
	}
}

/* The cell of a column in a row under these headings; *d is told its fault. */
static const struct typed *
cell_under(const char *headings, const char *row, enum column c,
    struct diags *d)
{
	struct cells	*cells = arena_alloc(arena, sizeof(*cells));
	struct header	*h = arena_alloc(arena, sizeof(*h));

	assert_true(header_read(row_of(headings), h, d));
	cells_begin(cells, h);
	assert_true(cells_read(cells, arena, row_of(row), d));
	(void)cell_good(cells->of[c], d);
	return cells->of[c];
}

/* ---- headers: the table of the interface's section 7 */

static const struct {
	const char	*header;
	enum sheet	 sheet;		/* NONE: no header at all */
	const char	*place;		/* of the complaint, "" where good */
	const char	*word;
} headers[] = {
	{ "division|name|level", SHEET_DIVISIONS, "", "" },
	{ "区划代码|名称|级别", SHEET_DIVISIONS, "", "" },
	{ "区划代码|名称", SHEET_DIVISIONS, "", "" },
	{ "case|procedure|division|title|places|batch", SHEET_CASES, "",
	    "" },
	{ "办件编号|程序|区划代码|名称|涉及区划|批次", SHEET_CASES, "", "" },
	{ "case|procedure|division", SHEET_CASES, "", "" },
	{ "case|procedure|division|traits|amounts", SHEET_CASES, "", "" },
	{ "办件编号|程序|区划代码|类别|金额", SHEET_CASES, "", "" },
	{ "办件编号|程序|区划代码|资金规模", SHEET_CASES, "f.csv:2:14:",
	    "金额 (amounts)" },
	{ "办件编号|环节|区划代码|张贴日期|类别", SHEET_POSTINGS,
	    "f.csv:2:19:", "类别" },
	{ "case|event|date", SHEET_EVENTS, "", "" },
	{ "办件编号|事件|日期", SHEET_EVENTS, "", "" },
	{ "date|event|case", SHEET_EVENTS, "", "" },
	{ "case|step|division|posted|until|medium|place|reviewed|content|by|"
	    "evidence", SHEET_POSTINGS, "", "" },
	{ "办件编号|环节|区划代码|张贴日期|截止日期|载体|地点|保密审查日期|"
	    "内容|张贴人|佐证", SHEET_POSTINGS, "", "" },
	{ "case|step|division|posted", SHEET_POSTINGS, "", "" },
	{ "case|step|division|number|received|resolved|outcome|handler",
	    SHEET_OBJECTIONS, "", "" },
	{ "办件编号|环节|区划代码|编号|收到日期|办结日期|结果|处理单位",
	    SHEET_OBJECTIONS, "", "" },
	{ "case|step|received", SHEET_OBJECTIONS, "", "" },
	/* `void` anywhere, the usual other headings, what is ignored */
	{ "办件编号|事件|日期|作废", SHEET_EVENTS, "", "" },
	{ "case|event|date|void", SHEET_EVENTS, "", "" },
	{ "项目编号|事件|日期", SHEET_EVENTS, "", "" },
	{ "事项编号|环节|区划代码|公示日期|截至日期|公示方式", SHEET_POSTINGS,
	    "", "" },
	{ "事项编号|环节|区划代码|开始日期|结束日期", SHEET_POSTINGS, "",
	    "" },
	{ "序号|办件编号|事件|日期|备注", SHEET_EVENTS, "", "" },
	{ "case||event|date|", SHEET_EVENTS, "", "" },
	/* wrapped, spaced, in full width, with stars and hints */
	{ "办件 编号|事\n件|日　期", SHEET_EVENTS, "", "" },
	{ "*办件编号|事件*|日期（必填）", SHEET_EVENTS, "", "" },
	{ "ＣＡＳＥ|Event:|date (optional)", SHEET_EVENTS, "", "" },
	{ "办件编号：|环节【必填】|区划代码|公示时间（年-月-日）", SHEET_POSTINGS,
	    "", "" },
	{ "办件编号|环节|区划代码|公示日期（止）", SHEET_POSTINGS,
	    "f.csv:2:", "公示日期（止）" },
	/* from when until when; the case's name beside its number */
	{ "办件编号|环节|区划代码|公示起止时间|项目名称", SHEET_POSTINGS, "",
	    "" },
	{ "办件编号|事件|日期|项目名称", SHEET_EVENTS, "", "" },
	/* all that is needed, and more that is not known than that */
	{ "办件编号|事件|日期|甲列|乙列|丙列|丁列", SHEET_EVENTS,
	    "f.csv:2:12:", "甲列" },
	/* near to what a column holds, but perhaps another thing */
	{ "办件编号|环节|区划代码|张贴日期|公示期限", SHEET_POSTINGS,
	    "f.csv:2:19:", "截止日期 (until)" },
	{ "办件编号|环节|行政村|张贴日期", SHEET_POSTINGS, "f.csv:2:9:",
	    "区划代码 (division)" },
	{ "办件编号|环节|受理日期", SHEET_OBJECTIONS, "f.csv:2:9:",
	    "收到日期 (received)" },
	{ "办件编号|环节|区划代码|公示时间|发布日期", SHEET_POSTINGS,
	    "f.csv:2:19:", "`公示时间`" },
	/* only 序号 and one more: no header */
	{ "序号|公开内容|具体说明", SHEET_NONE, "", "" },
	/* refused, at the column */
	{ "case|event|date|dste", SHEET_EVENTS, "f.csv:2:17:", "`date`" },
	{ "办件编号|事件|日期|张贴日朗", SHEET_EVENTS, "f.csv:2:12:",
	    "张贴日朗" },
	{ "办件编号|环节|区划代码|张贴日期|截止日其", SHEET_POSTINGS,
	    "f.csv:2:19:", "截止日期" },
	{ "case|event|date|date", SHEET_EVENTS, "f.csv:2:17:", "date" },
	{ "case|event|date|日期", SHEET_EVENTS, "f.csv:2:17:", "日期" },
	{ "case|procedure|title", SHEET_CASES, "f.csv:2:", "division" },
	{ "case|step|division", SHEET_POSTINGS, "f.csv:2:", "" },
	/* no header */
	{ "2020年公示情况表||", SHEET_NONE, "", "" },
	{ "HX-001|deliberated|2020-09-01", SHEET_NONE, "", "" },
	{ "||", SHEET_NONE, "", "" },
	{ "case", SHEET_NONE, "", "" },
};

static void
headers_tell_the_sheet(void **state)
{
	const struct row	*r;
	struct header		 h;
	struct diags		*d;
	char			*said;
	bool			 good;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(headers); i++) {
		d = diags_new(arena);
		r = row_of(headers[i].header);
		if (header_looks(r) != (headers[i].sheet != SHEET_NONE))
			fail_msg("%s: a header or not?", headers[i].header);
		if (headers[i].sheet == SHEET_NONE)
			continue;
		good = header_read(r, &h, d);
		said = court_complaints(arena, d);
		if (good != (*headers[i].place == '\0') || strncmp(said,
		    headers[i].place, strlen(headers[i].place)) != 0 ||
		    strstr(said, headers[i].word) == NULL)
			fail_msg("%s: %s", headers[i].header, said);
		if (good && h.sheet != headers[i].sheet)
			fail_msg("%s: taken for a sheet of %s",
			    headers[i].header, sheet_name(h.sheet));
	}
}

static void
columns_are_found(void **state)
{
	struct diags		*d = diags_new(arena);
	const struct row	*r;
	struct header		 h;
	struct cells		 cells;

	(void)state;
	assert_true(header_read(row_of("序号|公示方式|办件编号|环节|区划代码|"
	    "张贴日期|备注"), &h, d));
	assert_int_equal(h.at[COL_CASE], 2);
	assert_int_equal(h.at[COL_MEDIUM], 1);
	assert_int_equal(h.at[COL_POSTED], 5);
	assert_int_equal(h.at[COL_UNTIL], -1);
	r = row_of("1|网站|X|group-notice");
	assert_string_equal(cell_of(r, &h, COL_MEDIUM), "网站");
	/* A row may break off: what is not there is empty. */
	assert_string_equal(cell_of(r, &h, COL_POSTED), "");
	assert_string_equal(cell_of(r, &h, COL_UNTIL), "");
	cells_begin(&cells, &h);
	assert_true(cells_read(&cells, arena, r, d));
	assert_int_equal(cells.of[COL_CASE]->at.col, 6);
	assert_int_equal(cells.of[COL_CASE]->at.cell, 3);
	assert_string_equal(cells.of[COL_MEDIUM]->id, "website");
	assert_true(cells.of[COL_POSTED]->there);
	assert_string_equal(cells.of[COL_POSTED]->text, "");
	assert_false(cells.of[COL_UNTIL]->there);
	assert_int_equal(cells.of[COL_UNTIL]->at.cell, 0);
}

/* ---- dates: section 7 */

static const struct {
	const char	*text, *day;	/* day "": refused */
	const char	*word;
} dates[] = {
	{ "2020-09-01", "2020-09-01", "" },
	{ "2020-9-1", "2020-09-01", "" },
	{ "2020/9/1", "2020-09-01", "" },
	{ "2020/09/01", "2020-09-01", "" },
	{ "2020.9.1", "2020-09-01", "" },
	{ "2020年9月1日", "2020-09-01", "" },
	{ "2020年09月01日", "2020-09-01", "" },
	{ "20200901", "2020-09-01", "" },
	{ "2020-09-01 00:00:00", "2020-09-01", "" },
	{ "2020-02-29", "2020-02-29", "" },
	{ "1990-01-01", "1990-01-01", "" },
	{ "2100-12-31", "2100-12-31", "" },
	{ "", "-", "" },
	/* before 1990, after 2100 */
	{ "1989-12-31", "", "1990" }, { "2101-01-01", "", "2100" },
	{ "1900-01-00", "", "" },
	/* no such day */
	{ "2021-02-29", "", "2021-02-29" }, { "2020-13-01", "", "" },
	{ "2020年2月30日", "", "" }, { "20200931", "", "" },
	/* spoilt by a spreadsheet: the remedy is named */
	{ "44075", "", "文本" },
	/* no dates */
	{ "9月1日", "", "" }, { "2020年9月", "", "" }, { "2020-09", "", "" },
	{ "20-9-1", "", "" }, { "1/9/2020", "", "" },
	{ "2020-09-01x", "", "" }, { "2020-9/1", "", "" },
	{ "2020年9月1", "", "" }, { "yesterday", "", "" },
	{ "2020-09-01 25:00:00", "", "" },
	/* full width, 号, weekdays (2020-09-21 was a Monday) */
	{ "２０２０-09-01", "2020-09-01", "" },
	{ "２０２０年９月２１日", "2020-09-21", "" },
	{ "２０２０－０９－２１", "2020-09-21", "" },
	{ "２０２００９２１", "2020-09-21", "" },
	{ "2020／9／21", "2020-09-21", "" },
	{ "2020．9．21", "2020-09-21", "" },
	{ "2020—9—21", "2020-09-21", "" },
	{ "2020 年 9 月 21 日", "2020-09-21", "" },
	{ "2020年9月21号", "2020-09-21", "" },
	{ "2020.9.21日", "2020-09-21", "" },
	{ "2020-9-21号", "2020-09-21", "" },
	{ "2020年9月21日（星期一）", "2020-09-21", "" },
	{ "2020年9月21日(周一)", "2020-09-21", "" },
	{ "2020年9月21日 星期一", "2020-09-21", "" },
	{ "2020-09-21 周一", "2020-09-21", "" },
	{ "2020年9月20日（星期日）", "2020-09-20", "" },
	{ "2020年9月20日（星期天）", "2020-09-20", "" },
	{ "2020年9月21日（星期二）", "", "weekday" },
	{ "2020-09-21 周八", "", "" }, { "2020年9月21日（一）", "", "" },
	{ "2020-9-1 8", "", "" }, { "2020-9-1　8", "", "" },
	{ "2020年9月1 1日", "", "" }, { "2020 0901", "", "" },
	{ "2020年9月2日至2020年9月9日", "", "" },
	{ "2020年9月上旬", "", "" }, { "9/21/2020", "", "" },
	{ "2020年9月31号", "", "no such day" },
	{ "至今", "", "" }, { "长期", "", "" }, { "/", "", "" },
};

static void
dates_are_read(void **state)
{
	struct diags		*d = diags_new(arena);
	const struct typed	*t;
	char			*said, buf[DAY_TEXT];
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(dates); i++) {
		t = cell_under("case|event|date", arena_printf(arena,
		    "X|deliberated|%s", dates[i].text), COL_DATE, d);
		said = court_complaints(arena, d);
		if ((t->fault == NULL) != (*dates[i].day != '\0'))
			fail_msg("`%s`: %s", dates[i].text, said);
		if (t->fault != NULL && (strncmp(said, "f.csv:2:15: error: ",
		    19) != 0 || strstr(said, dates[i].word) == NULL))
			fail_msg("`%s`: %s", dates[i].text, said);
		if (t->fault == NULL && strcmp(day_is(t->day) ?
		    day_print(t->day, buf) : "-", dates[i].day) != 0)
			fail_msg("`%s`: %s", dates[i].text, buf);
	}
}

/* ---- case numbers */

static void
case_numbers(void **state)
{
	static const struct {
		const char	*id;
		bool		 good;
	} ids[] = {
		{ "HX-2020-001", true }, { "1", true }, { "（2020）3号", true },
		{ "a=b", true }, { "a+b-c@d", true }, { "a b", true },
		/* 64 bytes, 65, and 22 characters of 66 bytes */
		{ "0123456789012345678901234567890123456789012345678901234567"
		    "890123", true },
		{ "0123456789012345678901234567890123456789012345678901234567"
		    "8901234", false },
		{ "公示公示公示公示公示公示公示公示公示公示公示", false },
		{ "", false }, { "a/b", false }, { "=1+1", false },
		{ "+1", false }, { "-1", false }, { "@x", false },
		{ "a\tb", false }, { "a\nb", false }, { "a\033b", false },
		{ "a\177b", false }, { "4.50225E+11", false },
	};
	struct diags		*d = diags_new(arena);
	const struct typed	*t;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(ids); i++) {
		t = cell_under("case|event|date", arena_printf(arena,
		    "%s|e|2020-09-01", ids[i].id), COL_CASE, d);
		if ((t->fault == NULL) != ids[i].good)
			fail_msg("`%s`: %s", ids[i].id,
			    court_complaints(arena, d));
	}
}

/* ---- codes, names and what a spreadsheet has spoilt */

static void
codes_and_names(void **state)
{
	enum kind { CELL_CODE, CELL_NAME, CELL_BAD };
	static const struct {
		const char	*text;
		enum kind	 kind;
		const char	*code, *word;
	} codes[] = {
		{ "450225", CELL_CODE, "450225", "" },
		{ "450225000000", CELL_CODE, "450225", "" },
		{ "450225100200001", CELL_CODE, "450225100200001", "" },
		{ "４５０２２５", CELL_CODE, "450225", "" },
		{ "４５０２２５１００２００", CELL_CODE, "450225100200", "" },
		{ "450225 100 200", CELL_CODE, "450225100200", "" },
		{ "融水镇", CELL_NAME, "", "" },
		{ "一屯", CELL_NAME, "", "" },
		{ "4.50225E+11", CELL_BAD, "", "文本" },
		{ "4.50225E11", CELL_BAD, "", "文本" },
		{ "4.50225100200e+14", CELL_BAD, "", "文本" },
		/* lost digits */
		{ "45022510", CELL_BAD, "", "文本" },
		{ "45022", CELL_BAD, "", "文本" },
		/* 18 digits of which a spreadsheet keeps 15 */
		{ "450225100200001000", CELL_BAD, "", "文本" },
		{ "0", CELL_BAD, "", "" },
	};
	struct diags		*d = diags_new(arena);
	const struct typed	*t;
	enum kind		 kind;
	char			*said;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(codes); i++) {
		t = cell_under("case|procedure|division", arena_printf(arena,
		    "X|p|%s", codes[i].text), COL_DIVISION, d);
		said = court_complaints(arena, d);
		kind = t->fault != NULL ? CELL_BAD : t->code != NULL ?
		    CELL_CODE : CELL_NAME;
		if (kind != codes[i].kind || (kind == CELL_CODE &&
		    strcmp(t->code, codes[i].code) != 0) ||
		    (kind == CELL_BAD && (strncmp(said, "f.csv:2:5: error: ",
		    18) != 0 || strstr(said, codes[i].word) == NULL)))
			fail_msg("`%s`: kind %d, `%s`, %s", codes[i].text,
			    (int)kind, t->code, said);
	}
}

/* Each part of a list is a cell of its own, at the list's place. */
static void
lists_are_divided(void **state)
{
	struct diags		*d = diags_new(arena);
	const struct typed	*t;

	(void)state;
	t = cell_under("case|procedure|division|places", "X|p|450225|"
	    "450225100200; 一屯、；，450225100201,\n4.5E+11 ", COL_PLACES, d);
	assert_int_equal(t->nparts, 4);
	assert_string_equal(t->parts[0].code, "450225100200");
	assert_null(t->parts[1].code);
	assert_string_equal(t->parts[1].text, "一屯");
	assert_string_equal(t->parts[2].code, "450225100201");
	assert_null(t->fault);
	assert_non_null(t->parts[3].fault);
	assert_int_equal(t->parts[3].at.col, 12);
}

/* ---- words */

static void
media_outcomes_and_void(void **state)
{
	static const struct {
		const char	*word, *id;	/* NULL: refused */
	} media[] = {
		{ "", "" },
		{ "board", "board" }, { "公开栏", "board" },
		{ "公示栏", "board" }, { "website", "website" },
		{ "网站", "website" }, { "政府门户网站", "website" },
		{ "newspaper", "newspaper" }, { "报刊", "newspaper" },
		{ "radio", "radio" }, { "广播", "radio" },
		{ "村广播", "radio" }, { "television", "television" },
		{ "电视", "television" }, { "wechat", "wechat" },
		{ "微信", "wechat" }, { "other", "other" },
		{ "其他", "other" }, { "飞鸽", NULL }, { "boart", NULL },
		{ "公开栏、网站", NULL }, { "公开栏和网站", NULL },
		{ "网站及公开栏", NULL }, { "广播电视", NULL },
		{ "网格员上门", NULL }, { "汇报会", NULL },
		{ "屯活动室公示栏", "board" }, { "县政府门户网站（样例）",
		    "website" }, { "县融媒体微信公众号", "wechat" },
	}, outcomes[] = {
		{ "", "" }, { "rejected", "rejected" },
		{ "不成立", "rejected" }, { "upheld", "upheld" },
		{ "成立", "upheld" }, { "withdrawn", "withdrawn" },
		{ "撤回", "withdrawn" }, { "maybe", NULL },
	}, voids[] = {
		{ "yes", "1" }, { "是", "1" }, { "", "0" }, { "x", NULL },
	};
	struct diags		*d = diags_new(arena);
	const struct typed	*t;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(media); i++) {
		t = cell_under("case|step|division|posted|medium",
		    arena_printf(arena, "X|s|1|2|%s", media[i].word),
		    COL_MEDIUM, d);
		if ((t->fault != NULL) != (media[i].id == NULL) ||
		    (t->fault == NULL && strcmp(t->id, media[i].id) != 0))
			fail_msg("medium `%s`: %s", media[i].word, t->id);
	}
	for (i = 0; i < LENGTH(outcomes); i++) {
		t = cell_under("case|step|received|outcome", arena_printf(
		    arena, "X|s|1|%s", outcomes[i].word), COL_OUTCOME, d);
		if ((t->fault != NULL) != (outcomes[i].id == NULL) ||
		    (t->fault == NULL && strcmp(t->id, outcomes[i].id) != 0))
			fail_msg("outcome `%s`: %s", outcomes[i].word, t->id);
	}
	for (i = 0; i < LENGTH(voids); i++) {
		t = cell_under("case|event|date|void", arena_printf(arena,
		    "X|e|1|%s", voids[i].word), COL_VOID, d);
		if ((t->fault == NULL) != (voids[i].id != NULL) ||
		    (t->fault == NULL && t->yes != (*voids[i].id == '1')))
			fail_msg("void `%s`", voids[i].word);
	}
}

/* ---- amounts: 万元, at most four decimals, exact */

static const struct {
	const char	*cell;
	const char	*parts;		/* "NAME NUMBER|"; NULL: refused */
	const char	*word;
} amounts[] = {
	{ "", "", "" },
	{ "中央=120.5", "中央 120.5|", "" },
	{ "中央=120.5;自治区=30", "中央 120.5|自治区 30|", "" },
	{ "中央=1；自治区=2、县=3", "中央 1|自治区 2|县 3|", "" },
	{ "中央=1\n自治区=2", "中央 1|自治区 2|", "" },
	{ "中央 = 1 ; ; 县=0", "中央 1|县 0|", "" },
	/* four decimals are yuan: none is lost, none is made up */
	{ "a=0.0001", "a 0.0001|", "" },
	{ "a=9999999999.9999", "a 9999999999.9999|", "" },
	{ "a=0.1000", "a 0.1|", "" }, { "a=12.00", "a 12|", "" },
	{ "a=007", "a 7|", "" }, { "a=0.0", "a 0|", "" },
	/* as sheets write them */
	{ "a=1,200", "a 1200|", "" }, { "a=12,345,678.9", "a 12345678.9|",
	    "" },
	{ "a=1,200,b=2,300", "a 1200|b 2300|", "" },
	{ "a=1，b=2", "a 1|b 2|", "" },
	{ "中央＝１，２００．５０；县＝３", "中央 1200.5|县 3|", "" },
	{ "a=120万元", "a 120|", "" }, { "a=1 200", "a 1200|", "" },
	/* a name may have a `=` */
	{ "a=b=3", "a=b 3|", "" },
	{ "120", NULL, "NAME=NUMBER" }, { "=120", NULL, "NAME=NUMBER" },
	{ "中央", NULL, "NAME=NUMBER" }, { "中央：120", NULL, "NAME=NUMBER" },
	{ "a=", NULL, "120.5" }, { "a=x", NULL, "`x`" },
	{ "a=1.23456", NULL, "" }, { "a=1.00000", NULL, "" },
	{ "a=12345678901", NULL, "" }, { "a=-1", NULL, "" },
	{ "a=1.", NULL, "" }, { "a=.5", NULL, "" }, { "a=1,20", NULL, "" },
	{ "a=1200,300", NULL, "" }, { "a=1.2.3", NULL, "" },
	{ "a=100元", NULL, "" }, { "a=一百", NULL, "" },
	{ "a=1.2E+05", NULL, "文本" }, { "a=1;b=2.00001", NULL, "2.00001" },
};

static void
amounts_are_read(void **state)
{
	struct diags		*d = diags_new(arena);
	const struct typed	*t;
	const char		*parts;
	char			*said;
	size_t			 i, k;

	(void)state;
	for (i = 0; i < LENGTH(amounts); i++) {
		t = cell_under("case|procedure|division|amounts",
		    arena_printf(arena, "X|p|45|%s", amounts[i].cell),
		    COL_AMOUNTS, d);
		said = court_complaints(arena, d);
		parts = "";
		for (k = 0; t->fault == NULL && k < t->nparts; k++)
			parts = arena_printf(arena, "%s%s %s|", parts,
			    t->parts[k].text, t->parts[k].id);
		if ((t->fault == NULL) != (amounts[i].parts != NULL) ||
		    (t->fault == NULL && strcmp(parts, amounts[i].parts)))
			fail_msg("`%s`: %s%s", amounts[i].cell, parts, said);
		if (t->fault != NULL && (strncmp(said, "f.csv:2:8: error: ",
		    18) != 0 || strstr(said, amounts[i].word) == NULL))
			fail_msg("`%s`: %s", amounts[i].cell, said);
	}
}

/* What is kept of them, in yuan; nothing else is. */
static void
amounts_are_yuan(void **state)
{
	static const struct {
		const char	*text;
		long long	 yuan;		/* -1: it is none */
	} kept[] = {
		{ "0", 0 }, { "1", 10000 }, { "120.5", 1205000 },
		{ "0.0001", 1 }, { "0.1", 1000 }, { "10", 100000 },
		{ "9999999999.9999", 99999999999999 },
		{ "", -1 }, { "01", -1 }, { "1.0", -1 }, { "1.", -1 },
		{ ".1", -1 }, { "1.00001", -1 }, { "12345678901", -1 },
		{ "-1", -1 }, { "+1", -1 }, { "1 ", -1 }, { "1e2", -1 },
	};
	struct amount	 a;
	char		 buf[AMOUNT_TEXT];
	const char	*list = "a=1;b=c=0.5";
	long long	 yuan;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(kept); i++) {
		yuan = -1;
		if (!amount_parse(kept[i].text, strlen(kept[i].text), &yuan))
			yuan = -1;
		if (yuan != kept[i].yuan)
			fail_msg("`%s`: %lld", kept[i].text, yuan);
		if (yuan >= 0)
			assert_string_equal(amount_print(yuan, buf),
			    kept[i].text);
	}
	assert_string_equal(amount_print(INT64_MAX, buf),
	    "922337203685477.5807");
	assert_true(amount_next(&list, &a));
	assert_int_equal(a.yuan, 10000);
	assert_true(amount_next(&list, &a));
	assert_memory_equal(a.name, "b=c", a.len);
	assert_int_equal(a.len, 3);
	assert_int_equal(a.yuan, 5000);
	assert_false(amount_next(&list, &a));
	assert_string_equal(list, "");
	for (i = 0; i < 3; i++) {
		list = ((const char *[]){ "a", "=1", "a=1;" })[i];
		while (amount_next(&list, &a))
			continue;
		assert_string_not_equal(list, "");
	}
}

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	return text_setup("en", ".") ? 0 : -1;
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
		cmocka_unit_test(headers_tell_the_sheet),
		cmocka_unit_test(columns_are_found),
		cmocka_unit_test(dates_are_read),
		cmocka_unit_test(case_numbers),
		cmocka_unit_test(codes_and_names),
		cmocka_unit_test(lists_are_divided),
		cmocka_unit_test(media_outcomes_and_void),
		cmocka_unit_test(amounts_are_read),
		cmocka_unit_test(amounts_are_yuan),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
