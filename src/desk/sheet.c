#include "desk/sheet.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"

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
