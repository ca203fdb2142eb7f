#include "desk/sheet.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "desk/cellwords.h"

#define IN(s)	(1U << SHEET_##s)
#define FACTS	(IN(EVENTS) | IN(POSTINGS) | IN(OBJECTIONS))

enum {
	FORMS = 24,
	HEADING = 96	/* bytes of a heading that is looked at */
};

/* Each column: the sheets that have it, those that need it, its headings. */
static const struct {
	enum column	 column;
	unsigned	 sheets, needed;
	const char	*words[FORMS];
} columns[] = {
	{ COL_CASE, FACTS | IN(CASES), FACTS | IN(CASES),
	    { "case", "办件编号", "项目编号", "事项编号", "办件号", "项目编码",
	    "项目代码", "事项编码" } },
	{ COL_PROCEDURE, IN(CASES), IN(CASES), { "procedure", "程序",
	    "程序名称", "办理程序" } },
	{ COL_STEP, IN(POSTINGS) | IN(OBJECTIONS), IN(POSTINGS) |
	    IN(OBJECTIONS), { "step", "环节", "公示环节", "环节名称",
	    "公告公示环节", "公示公告环节" } },
	{ COL_DIVISION, IN(DIVISIONS) | IN(CASES) | IN(POSTINGS) |
	    IN(OBJECTIONS), IN(DIVISIONS) | IN(CASES) | IN(POSTINGS),
	    { "division", "区划代码", "区划", "行政区划", "行政区划代码",
	    "区划编码", "所在区划", "公示区划", "张贴区划" } },
	{ COL_TITLE, IN(CASES), 0, { "title", "名称", "项目名称",
	    "事项名称", "办件名称", "标题" } },
	{ COL_PLACES, IN(CASES), 0, { "places", "涉及区划", "涉及村屯",
	    "涉及行政村" } },
	{ COL_BATCH, IN(CASES), 0, { "batch", "批次", "批次号", "批次名称",
	    "所属批次" } },
	{ COL_NAME, IN(DIVISIONS), IN(DIVISIONS), { "name", "名称",
	    "区划名称", "行政区划名称" } },
	{ COL_LEVEL, IN(DIVISIONS), 0, { "level", "级别", "层级", "区划级别",
	    "区划层级", "行政级别" } },
	{ COL_CONTACT, IN(DIVISIONS), 0, { "contact", "联系人" } },
	{ COL_PHONE, IN(DIVISIONS), 0, { "phone", "电话", "联系电话" } },
	{ COL_EVENT, IN(EVENTS), IN(EVENTS), { "event", "事件",
	    "事件名称" } },
	{ COL_DATE, IN(EVENTS), IN(EVENTS), { "date", "日期", "发生日期",
	    "事件日期", "办理日期", "时间", "发生时间", "事件时间",
	    "办理时间" } },
	{ COL_POSTED, IN(POSTINGS), IN(POSTINGS), { "posted", "张贴日期",
	    "公示日期", "开始日期", "张贴时间", "公示时间", "开始时间",
	    "起始日期", "起始时间", "公示开始日期", "公示开始时间",
	    "公示起始日期", "公示起始时间", "公告日期", "公告时间", "公开日期",
	    "公开时间", "上墙日期", "上墙时间", "公布日期", "公布时间" } },
	{ COL_UNTIL, IN(POSTINGS), 0, { "until", "截止日期", "截至日期",
	    "结束日期", "公示截止日期", "公示结束日期", "公示截至日期",
	    "截止时间", "截至时间", "结束时间", "终止日期", "终止时间",
	    "公示截止时间", "公示截至时间", "公示结束时间", "公示终止日期",
	    "公示终止时间" } },
	{ COL_MEDIUM, IN(POSTINGS), 0, { "medium", "载体", "公示方式",
	    "公示载体", "公示形式", "公示渠道", "公示媒介", "公开形式",
	    "公开渠道", "公开载体", "公告方式", "公告载体",
	    "张贴方式", "媒介", "公开渠道和载体" } },
	{ COL_PLACE, IN(POSTINGS), 0, { "place", "地点", "公示地点",
	    "张贴地点", "公开地点", "公告地点", "公示位置", "张贴位置",
	    "公示场所" } },
	{ COL_REVIEWED, IN(POSTINGS), 0, { "reviewed", "保密审查日期",
	    "保密审查时间" } },
	{ COL_CONTENT, IN(POSTINGS), 0, { "content", "内容", "公示内容",
	    "公开内容", "公告内容", "张贴内容", "公告公示内容",
	    "公示公告内容" } },
	{ COL_BY, IN(POSTINGS), 0, { "by", "张贴人", "张贴人员",
	    "张贴人姓名" } },
	{ COL_EVIDENCE, IN(POSTINGS), 0, { "evidence", "佐证", "佐证材料",
	    "佐证资料", "照片编号" } },
	{ COL_NUMBER, IN(OBJECTIONS), 0, { "number", "编号", "异议编号",
	    "异议号" } },
	{ COL_RECEIVED, IN(OBJECTIONS), IN(OBJECTIONS), { "received",
	    "收到日期", "收到时间", "收件日期", "收件时间", "接收日期",
	    "异议收到日期", "收到异议日期" } },
	{ COL_RESOLVED, IN(OBJECTIONS), 0, { "resolved", "办结日期",
	    "办结时间", "异议办结日期" } },
	{ COL_OUTCOME, IN(OBJECTIONS), 0, { "outcome", "结果", "处理结果",
	    "办理结果", "核查结果", "异议处理结果" } },
	{ COL_HANDLER, IN(OBJECTIONS), 0, { "handler", "处理单位", "承办单位",
	    "办理单位", "处理部门", "承办部门", "办理部门" } },
	{ COL_COUNTY, FACTS | IN(CASES), 0, { "county", "所属县", "所属县区",
	    "所在县", "县区", "县(市、区)", "县市区" } },
	{ COL_KNOWN, IN(CASES), 0, { "known", "当时已知区划" } },
	{ COL_FIRST, IN(CASES), 0, { "first-number", "首次编号" } },
	{ COL_VOID, ~0U, 0, { "void", "作废", "是否作废" } },
	{ COL_IGNORED, ~0U, 0, { "no", "序号", "备注", "remark", "no.",
	    "备注说明", "remarks" } },
};

enum { NCOLUMNS = sizeof(columns) / sizeof(*columns) };

/* Letters of English headings may be large; a star or blanks may follow. */
static bool
same_word(const char *a, const char *b)
{
	for (; *a != '\0' && *b != '\0'; a++, b++)
		if (*a != *b && !(*a >= 'A' && *a <= 'Z' && *a + 32 == *b))
			return false;
	return *a == *b;
}

/* Drops a bracket at the end that only says how the column is filled in. */
static bool
drop_hint(char *s)
{
	static const char *const	hints[] = {
		"(必填)", "[必填]", "【必填】", "(必填项)", "(选填)", "(可选)",
		"(可不填)", "[选填]", "【选填】", "(年月日)", "(年-月-日)",
		"(年/月/日)", "(YYYY-MM-DD)", "(YYYY/MM/DD)", "(YYYYMMDD)",
		"(是/否)", "(REQUIRED)", "(OPTIONAL)", ":", "*", "※", "★"
	};
	size_t	i, n = strlen(s), len;

	for (i = 0; i < sizeof(hints) / sizeof(*hints); i++) {
		len = strlen(hints[i]);
		if (n > len && strcmp(s + n - len, hints[i]) == 0) {
			s[n - len] = '\0';
			return true;
		}
	}
	return false;
}

/* A heading as it is meant: in half width, unbroken, without its stars. */
static const char *
heading(const char *word, char out[static HEADING + 1])
{
	static const char *const	marks[] = { "*", "※", "★", "【必填】",
					    "(必填)", "[必填]" };
	size_t				i;

	if (strlen(word) > HEADING)
		return word;
	(void)twin_form(word, out);
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(out, marks[i], strlen(marks[i])) == 0)
			out += strlen(marks[i]);
	while (drop_hint(out))
		continue;
	return out;
}

/* For a message: unbroken. */
static const char *
shown(const char *text, char buf[static HEADING + 1])
{
	return strchr(text, '\n') == NULL ? text : heading(text, buf);
}

/* Sheets in which a heading is known; `column` for the one asked. */
static unsigned
sheets_of(const char *text, enum sheet sheet, enum column *column)
{
	char		 buf[HEADING + 1];
	const char	*word = heading(text, buf);
	unsigned	 known = 0;
	size_t		 i, k;

	for (i = 0; i < NCOLUMNS; i++)
		for (k = 0; k < FORMS && columns[i].words[k] != NULL; k++)
			if (same_word(word, columns[i].words[k])) {
				known |= columns[i].sheets;
				if (column != NULL && (columns[i].sheets &
				    1U << sheet) != 0)
					*column = columns[i].column;
			}
	return known;
}

enum column
column_named(const char *word, enum sheet s)
{
	enum column	c = COL_NONE;

	(void)sheets_of(word, s, &c);
	return c;
}

bool
column_needed(enum column c, enum sheet s)
{
	size_t	i;

	for (i = 0; i < NCOLUMNS; i++)
		if (columns[i].column == c)
			return (columns[i].needed & 1U << s) != 0;
	return false;
}

static const char *const	none[] = { "none", "无" };

const char *
known_none(void)
{
	return none[text_lang() == LANG_ZH];
}

bool
known_is_none(const char *word)
{
	return strcmp(word, none[0]) == 0 || strcmp(word, none[1]) == 0;
}

bool
column_exported(enum column c)
{
	return c == COL_KNOWN || c == COL_FIRST;
}

enum column
sheet_column(enum sheet s, size_t n, const char **en, const char **zh)
{
	size_t	i;

	for (i = 0; i < NCOLUMNS; i++) {
		if ((columns[i].sheets & 1U << s) == 0 || n-- > 0)
			continue;
		*en = columns[i].words[0];
		*zh = columns[i].words[1];
		return columns[i].column;
	}
	return COL_NONE;
}

bool
header_looks(const struct row *r)
{
	size_t	i, filled = 0, known = 0;

	for (i = 0; i < r->n; i++) {
		if (*r->cells[i].text == '\0' || column_named(
		    r->cells[i].text, SHEET_CASES) == COL_IGNORED)
			continue;
		filled++;
		known += sheets_of(r->cells[i].text, SHEET_NONE, NULL) != 0;
	}
	return known >= 2 && 2 * known >= filled;
}

/* How well a sheet fits: needed columns that are there, then all others. */
static int
fitness(const struct row *r, enum sheet s, int *lacking)
{
	bool		have[COLUMNS] = { false };
	enum column	c;
	size_t		i;
	int		fit = 0;

	*lacking = 0;
	for (i = 0; i < r->n; i++) {
		c = COL_NONE;
		(void)sheets_of(r->cells[i].text, s, &c);
		if (*r->cells[i].text != '\0' && c != COL_NONE && !have[c]) {
			have[c] = true;
			fit++;
		}
	}
	for (i = 0; i < NCOLUMNS; i++)
		if ((columns[i].needed & 1U << s) != 0 &&
		    !have[columns[i].column])
			++*lacking;
	return fit;
}

/* The sheet with all it needs, of these the one with most columns known; where
   none has all, that with most. */
static enum sheet
which_sheet(const struct row *r)
{
	int		s, fit, lacking, best = -1, least = COLUMNS;
	bool		better;
	enum sheet	found = SHEET_NONE;

	for (s = SHEET_DIVISIONS; s < SHEETS; s++) {
		fit = fitness(r, (enum sheet)s, &lacking);
		if (lacking == 0 || least == 0)
			better = lacking < least || (lacking == least &&
			    fit > best);
		else
			better = fit > best || (fit == best &&
			    lacking < least);
		if (better) {
			least = lacking;
			best = fit;
			found = (enum sheet)s;
		}
	}
	return found;
}

/* Of all sheets; NULL where none is near. */
static const char *
nearest_heading(const char *text)
{
	const char	*words[NCOLUMNS * FORMS];
	char		 buf[HEADING + 1];
	size_t		 i, k, n = 0;

	for (i = 0; i < NCOLUMNS; i++)
		for (k = 0; k < FORMS && columns[i].words[k] != NULL; k++)
			words[n++] = columns[i].words[k];
	return text_nearest(heading(text, buf), words, n);
}

static void
unknown_column(const struct row *r, size_t i, enum sheet s, struct diags *d)
{
	const char	*words[NCOLUMNS * FORMS], *near;
	char		 buf[HEADING + 1];
	size_t		 k, j, n = 0;

	for (k = 0; k < NCOLUMNS; k++)
		for (j = 0; j < FORMS && columns[k].words[j] != NULL; j++)
			if ((columns[k].sheets & 1U << s) != 0)
				words[n++] = columns[k].words[j];
	near = text_nearest(heading(r->cells[i].text, buf), words, n);
	diag_error(d, row_at(r, i), _("column `%s` is not known in a sheet "
	    "of %s"), shown(r->cells[i].text, buf), sheet_name(s));
	if (near != NULL)
		diag_note(d, (struct place){ 0 }, _("did you mean `%s`?"),
		    near);
	else
		diag_note(d, (struct place){ 0 }, _("take the column out, or "
		    "name it 备注 (remark): that one is passed over"));
}

static void
take_column(const struct row *r, size_t i, struct header *h, struct diags *d)
{
	enum column	c = COL_NONE;

	if (*r->cells[i].text == '\0')
		return;
	(void)sheets_of(r->cells[i].text, h->sheet, &c);
	if (c == COL_NONE)
		unknown_column(r, i, h->sheet, d);
	else if (c != COL_IGNORED && h->at[c] >= 0) {
		diag_error(d, row_at(r, i),
		    _("column `%s` stands here a second time"),
		    r->cells[i].text);
	} else
		h->at[c] = (int)i;
}

bool
header_read(const struct row *r, struct header *h, struct diags *d)
{
	struct place	end = row_at(r, r->n);
	size_t		before = diags_errors(d), i;

	end.cell = 0;
	h->sheet = which_sheet(r);
	h->n = r->n < SHEET_CELLS ? r->n : SHEET_CELLS;
	for (i = 0; i < COLUMNS; i++)
		h->at[i] = -1;
	for (i = 0; i < h->n; i++)
		h->bare[i] = *r->cells[i].text == '\0';
	for (i = 0; i < r->n; i++)
		take_column(r, i, h, d);
	for (i = 0; i < NCOLUMNS; i++)
		if ((columns[i].needed & 1U << h->sheet) != 0 &&
		    h->at[columns[i].column] < 0)
			diag_error(d, end, _("column `%s` (%s) is "
			    "missing; a sheet of %s needs it"),
			    columns[i].words[1], columns[i].words[0],
			    sheet_name(h->sheet));
	return diags_errors(d) == before;
}

/* ---- where no header was found */

size_t
header_score(const struct row *r)
{
	size_t	i, n = 0;

	for (i = 0; i < r->n; i++)
		n += *r->cells[i].text != '\0' && (nearest_heading(
		    r->cells[i].text) != NULL);
	return n;
}

static void
note_nearest(const struct row *r, struct diags *d)
{
	const char	*near;
	char		 buf[HEADING + 1];
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		near = *r->cells[i].text == '\0' ? NULL :
		    nearest_heading(r->cells[i].text);
		if (near != NULL && sheets_of(r->cells[i].text, SHEET_NONE,
		    NULL) == 0)
			diag_note(d, (struct place){ 0 }, _("`%s`: did you "
			    "mean `%s`?"), shown(r->cells[i].text, buf),
			    near);
	}
}

/* "办件编号,环节,区划代码,张贴日期": the needed columns, or the others. */
static char *
list_columns(struct arena *a, enum sheet s, bool needed)
{
	char	*list = arena_dup(a, "");
	int	 word = text_lang() == LANG_ZH ? 1 : 0;
	size_t	 i;

	for (i = 0; i < NCOLUMNS; i++)
		if ((columns[i].sheets & 1U << s) != 0 &&
		    columns[i].column != COL_IGNORED &&
		    !column_exported(columns[i].column) &&
		    ((columns[i].needed & 1U << s) != 0) == needed)
			list = arena_printf(a, "%s%s%s", list,
			    *list == '\0' ? "" : ",",
			    columns[i].words[word]);
	return list;
}

void
header_wanted(struct arena *a, const struct row *r, struct diags *d)
{
	int	s;

	if (r != NULL)
		note_nearest(r, d);
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		diag_note(d, (struct place){ 0 }, _("a sheet of %s has the "
		    "columns %s, and may have %s"), sheet_name((enum sheet)s),
		    list_columns(a, (enum sheet)s, true),
		    list_columns(a, (enum sheet)s, false));
	diag_note(d, (struct place){ 0 }, _("`gongshi sheets --out DIR` "
	    "writes empty sheets to fill in"));
}

bool
cells_headed(const struct row *r, const struct header *h, struct diags *d)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if ((i >= h->n || h->bare[i]) && *r->cells[i].text != '\0') {
			diag_error(d, row_at(r, i), _("`%s` stands under no "
			    "heading: is there a comma too many in this row, "
			    "or a heading missing?"), r->cells[i].text);
			return false;
		}
	return true;
}

const char *
sheet_name(enum sheet s)
{
	static const char *const	names[SHEETS] = {
		"", N_("divisions"), N_("cases"), N_("events"),
		N_("postings"), N_("objections")
	};

	return _(names[s]);
}

const char *
cell_of(const struct row *r, const struct header *h, enum column c)
{
	int	i = h->at[c];

	return i < 0 || (size_t)i >= r->n ? "" : r->cells[i].text;
}

struct place
place_of(const struct row *r, const struct header *h, enum column c)
{
	struct place	p = row_at(r, h->at[c] < 0 ? 0 : (size_t)h->at[c]);

	if (h->at[c] < 0)
		p.cell = 0;
	return p;
}

/* ---- dates */

static const char *
digits(const char *s, int most, int *out)
{
	int	n = 0;

	for (*out = 0; n < most && *s >= '0' && *s <= '9'; n++, s++)
		*out = *out * 10 + (*s - '0');
	return n == 0 ? NULL : s;
}

/* One of the separators of a pair of forms: 年 with 月, else twice the same. */
static const char *
part(const char *s, const char *mark)
{
	size_t	len = strlen(mark);

	return s != NULL && strncmp(s, mark, len) == 0 ? s + len : NULL;
}

static bool
with_marks(const char *s, const char *m1, const char *m2, const char *m3,
    struct day *out)
{
	int	y, m, d;

	s = part(digits(s, 4, &y), m1);
	s = s == NULL ? NULL : part(digits(s, 2, &m), m2);
	s = s == NULL ? NULL : part(digits(s, 2, &d), m3);
	if (s == NULL || y < 1000)
		return false;
	if (*m3 == '\0' && (*s == ' ' || *s == 'T')) {
		int	hour, min, sec = 0;

		s = part(digits(s + 1, 2, &hour), ":");
		s = s == NULL ? NULL : digits(s, 2, &min);
		if (s != NULL && *s == ':')
			s = digits(s + 1, 2, &sec);
		if (s == NULL || hour > 23 || min > 59 || sec > 60)
			return false;
	}
	if (*s != '\0')
		return false;
	*out = day_make(y, m, d);
	return true;
}

static bool
any_form(const char *s, struct day *out)
{
	int	v;

	if (strlen(s) == 8 && strspn(s, "0123456789") == 8) {
		digits(s, 8, &v);
		*out = day_make(v / 10000, v / 100 % 100, v % 100);
		return true;
	}
	return with_marks(s, "-", "-", "", out) ||
	    with_marks(s, "/", "/", "", out) ||
	    with_marks(s, ".", ".", "", out) ||
	    with_marks(s, "年", "月", "日", out);
}

/* A blank between two digits: 2020-9-1 8 is not the eighteenth. */
static bool
digits_apart(const char *s)
{
	size_t		len;
	unsigned	c;
	bool		digit = false, blank = false, now;

	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		now = (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
		if (now && digit && blank)
			return true;
		blank = c == ' ' || c == 0xa0 || c == 0x3000;
		digit = now || (digit && blank);
	}
	return false;
}

/* 星期一, (周一): the weekday behind a date; 0 to 6 from Sunday, -1: none. */
static int
weekday_word(const char *s)
{
	static const char *const	names[] = { "星期", "周", "礼拜" };
	static const char *const	days[] = { "日", "一", "二", "三", "四",
					    "五", "六", "天" };
	size_t				i, n = strlen(s);
	bool				open = *s == '(';

	if (open && (n < 2 || s[n - 1] != ')'))
		return -1;
	n -= open ? 2 : 0;
	s += open ? 1 : 0;
	for (i = 0; i < 3; i++)
		if (strncmp(s, names[i], strlen(names[i])) == 0) {
			n -= strlen(names[i]);
			s += strlen(names[i]);
			break;
		}
	for (n = i == 3 ? 0 : n, i = 0; i < 8; i++)
		if (n == strlen(days[i]) && strncmp(s, days[i], n) == 0)
			return (int)(i % 7);
	return -1;
}

/* A date as people write it: 2020年9月21号(星期一), 2020.9.21日. */
static bool
loose_form(const char *s, struct day *out, int *weekday)
{
	static const char *const	marks[][2] = {
		{ "年", "月" }, { "-", "-" }, { "/", "/" }, { ".", "." }
	};
	const char	*p = NULL, *end;
	int		 y, m, d;
	size_t		 i;

	for (i = 0; p == NULL && i < 4; i++) {
		p = part(digits(s, 4, &y), marks[i][0]);
		p = p == NULL ? NULL : part(digits(p, 2, &m), marks[i][1]);
		p = p == NULL ? NULL : digits(p, 2, &d);
	}
	if (p == NULL || y < 1000)
		return false;
	end = part(p, "日") != NULL ? part(p, "日") : part(p, "号");
	if (end == NULL && i == 1)
		return false;
	p = end == NULL ? p : end;
	*weekday = *p == '\0' ? -1 : weekday_word(p);
	*out = day_make(y, m, d);
	return *p == '\0' || *weekday >= 0;
}

/* 44075 or 44075.5: the days from 1900 that a spreadsheet counts. */
static bool
is_serial(const char *s, size_t n)
{
	return strspn(s, "0123456789") == 5 && (n == 5 || (s[5] == '.' &&
	    strspn(s + 6, "0123456789") == n - 6));
}

/* In one of the strict forms, or in half width as people write it. */
static bool
some_form(const char *s, struct day *out, int *weekday)
{
	char	half[64];

	*weekday = -1;
	if (any_form(s, out))
		return true;
	if (strlen(s) >= sizeof(half) || digits_apart(s))
		return false;
	(void)twin_form(s, half);
	return any_form(half, out) || loose_form(half, out, weekday);
}

const char *
day_complaint(const char *s, struct day *out)
{
	struct day	d = DAY_NONE;
	int		weekday;

	if (!some_form(s, &d, &weekday)) {
		if (is_serial(s, strlen(s)))
			return _("`%s` is a date that a spreadsheet has "
			    "turned into a number: set the column to text "
			    "(文本) and enter the date again");
		return _("`%s` is no date; write it as 2020-09-01");
	}
	if (!day_is(d))
		return _("`%s`: there is no such day");
	if (day_cmp(d, day_make(1990, 1, 1)) < 0 ||
	    day_cmp(d, day_make(2100, 12, 31)) > 0)
		return _("`%s` lies outside the years 1990 to 2100");
	if (weekday >= 0 && day_weekday(d) % 7 != weekday)
		return _("`%s`: the weekday is not that of the date: which "
		    "of the two is right?");
	*out = d;
	return NULL;
}

bool
cell_day(const struct row *r, const struct header *h, enum column c,
    struct day *out, struct diags *d)
{
	const char	*text = cell_of(r, h, c), *fault;

	*out = DAY_NONE;
	if (*text == '\0' || (c == COL_UNTIL && (*text < '0' || *text > '9') &&
	    words_open_end(text)))
		return true;
	fault = day_complaint(text, out);
	if (fault != NULL)
		diag_error(d, place_of(r, h, c), fault, text);
	return fault == NULL;
}

/* ---- numbers and codes */

/* 4.50225E+11: a long number that a spreadsheet has shortened. */
static bool
is_scientific(const char *s)
{
	size_t	n = strspn(s, "0123456789");
	bool	sure = s[n] == '.';

	if (n == 0)
		return false;
	s += n;
	if (*s == '.')
		s += 1 + strspn(s + 1, "0123456789");
	if (*s != 'E' && *s != 'e')
		return false;
	s++;
	sure |= *s == '+';
	s += *s == '+' || *s == '-';
	n = strspn(s, "0123456789");
	return sure && n > 0 && s[n] == '\0';
}

/* Has the row other cells, so that one may have been merged away? */
static bool
is_merged(const struct row *r, const struct header *h)
{
	size_t	i, filled = 0;

	for (i = 0; i < r->n; i++)
		filled += *r->cells[i].text != '\0';
	return filled > 1 && r->line > 1 && h->sheet != SHEET_CASES;
}

static const char *
spoilt(void)
{
	return _("`%s` is a number that a spreadsheet has shortened, its "
	    "digits are lost: set the column to text (文本) and enter it "
	    "again");
}

/* What would break a line of a report: C0, DEL, C1, the two separators. */
static bool
has_control(const char *s)
{
	unsigned	c;
	size_t		len;

	for (; *s != '\0'; s += len) {
		len = 1;
		if (*s >= ' ' && *s < 0x7f)
			continue;
		c = text_char(s, &len);
		if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 ||
		    c == 0x2029)
			return true;
	}
	return false;
}

/* What a case number and that of an objection may not be; NULL: it may. */
static const char *
number_fault(const char *text)
{
	if (strlen(text) > 64)
		return _("a number of more than 64 bytes");
	if (*text != '\0' && strchr("=+-@", *text) != NULL)
		return _("a number may not begin with `=`, `+`, `-` or `@`: a "
		    "spreadsheet would take it for a formula");
	return has_control(text) ? _("a number may not hold control "
	    "characters or line breaks") : NULL;
}

/* 450225:HX-001 is how a case is written with its county. */
static bool
begins_with_county(const char *id)
{
	size_t	n = strspn(id, "0123456789");

	return n >= 2 && n <= 15 && id[n] == ':';
}

const char *
text_batch(const char *text)
{
	static const char *const	marks[] = { "batch:", "batch：",
					    "批次:", "批次：" };
	size_t				i;

	if (*text != *marks[0] && *text != *marks[2])
		return NULL;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			for (text += strlen(marks[i]);; text++)
				if (*text != ' ')
					return text;
	return NULL;
}

const char *
case_complaint(const char *id)
{
	if (*id == '\0')
		return _("the case number is missing");
	if (is_scientific(id))
		return spoilt();
	if (strchr(id, '/') != NULL)
		return _("a case number may not hold `/`");
	if (begins_with_county(id))
		return _("a case number may not begin with digits and `:`, "
		    "which is how the county of a case is written before its "
		    "number");
	if (text_batch(id) != NULL)
		return _("a case number may not begin with `batch:`");
	return number_fault(id);
}

bool
cell_case(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*id = cell_of(r, h, COL_CASE);
	const char	*fault = case_complaint(id);

	if (*id == '\0' && is_merged(r, h))
		fault = _("the case number is missing; where cells are "
		    "merged, only the first row has it: take the merging "
		    "back (取消合并) and fill every row");
	if (fault != NULL)
		diag_error(d, place_of(r, h, COL_CASE), fault, id);
	return fault == NULL;
}

bool
cell_number(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*fault = number_fault(cell_of(r, h, COL_NUMBER));

	if (fault != NULL)
		diag_error(d, place_of(r, h, COL_NUMBER), "%s", fault);
	return fault == NULL;
}

/* Digits behind the fifteenth that have become zero in a group's code. */
static bool
lost_digits(const char *s, size_t n)
{
	return n > 15 && strspn(s + 15, "0") == n - 15 &&
	    strspn(s + 12, "0") < 3;
}

enum code_kind
cell_code(const char *text, struct place p,
    char out[static DIVISION_MAX + 1], struct diags *d)
{
	size_t	n = strlen(text);
	char	half[64];

	if (is_scientific(text)) {
		diag_error(d, p, spoilt(), text);
		return CELL_BAD;
	}
	if (n == 0) {
		diag_error(d, p, _("the division is missing"));
		return CELL_BAD;
	}
	if (strspn(text, "0123456789") != n) {
		if (n >= sizeof(half))
			return CELL_NAME;
		n = twin_form(text, half);
		if (n == 0 || strspn(half, "0123456789") != n)
			return CELL_NAME;
		text = half;
	}
	if (lost_digits(text, n) || !division_parse(text, out)) {
		diag_error(d, p, _("`%s` is no division code: it has %zu "
		    "digits, and some are lost or too many (2, 4, 6, 9, 12 or "
		    "more are right); set the column to text (文本) and enter "
		    "it again"), text, n);
		return CELL_BAD;
	}
	return CELL_CODE;
}

/* ---- words */

const char *
cell_medium(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*text = cell_of(r, h, COL_MEDIUM), *id;
	bool		 list;

	if (*text == '\0')
		return "";
	id = words_medium(text, &list);
	if (id == NULL)
		diag_error(d, place_of(r, h, COL_MEDIUM), !list ?
		    _("`%s` is no medium; expected one of 公开栏, 网站, 报刊, "
		    "广播, 电视, 微信, 其他 (board, website, newspaper, radio, "
		    "television, wechat, other)") :
		    _("`%s`: one medium a row; write a row for each"), text);
	return id;
}

const char *
cell_outcome(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*text = cell_of(r, h, COL_OUTCOME), *id;

	if (*text == '\0')
		return "";
	id = words_outcome(text);
	if (id == NULL)
		diag_error(d, place_of(r, h, COL_OUTCOME), _("`%s` is no "
		    "outcome; expected 不成立, 成立 or 撤回 (rejected, upheld, "
		    "withdrawn)"), text);
	return id;
}

bool
cell_void(const struct row *r, const struct header *h, bool *out,
    struct diags *d)
{
	const char	*text = cell_of(r, h, COL_VOID);
	int		 yes = *text == '\0' ? 0 : words_yes(text);

	*out = yes == 1;
	if (yes >= 0)
		return true;
	diag_error(d, place_of(r, h, COL_VOID), _("`%s`: expected 是 (yes) or "
	    "an empty cell in the column 作废 (void)"), text);
	return false;
}
