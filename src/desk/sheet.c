#include "desk/sheet.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"

#define IN(s)	(1U << SHEET_##s)
#define FACTS	(IN(EVENTS) | IN(POSTINGS) | IN(OBJECTIONS))

enum {
	FORMS = 64,
	HEADING = 96	/* bytes of a heading that is looked at */
};

#define PROCEDURE_WORDS	"procedure", "程序", "程序名称", "办理程序"
#define DIVISION_WORDS	"division", "区划代码", "区划", "行政区划", \
			"行政区划代码", "区划编码", "所在区划", "公示区划", \
			"张贴区划", "行政区域", "统计用区划代码"

/* Each column: the sheets that have it, those that need it, its headings. */
static const struct {
	enum column	 column;
	unsigned	 sheets, needed;
	const char	*words[FORMS];
} columns[] = {
	{ COL_CASE, FACTS | IN(CASES), FACTS | IN(CASES),
	    { "case", "办件编号", "项目编号", "事项编号", "办件号", "项目编码",
	    "项目代码", "事项编码", "办件编码", "案件编号", "申请编号" } },
	{ COL_PROCEDURE, IN(CASES) | IN(DUTIES), IN(CASES) | IN(DUTIES), {
	    PROCEDURE_WORDS } },
	{ COL_STEP, IN(POSTINGS) | IN(OBJECTIONS), IN(POSTINGS) |
	    IN(OBJECTIONS), { "step", "环节", "公示环节", "环节名称",
	    "公告公示环节", "公示公告环节" } },
	{ COL_DIVISION, IN(DIVISIONS) | IN(CASES) | IN(POSTINGS) |
	    IN(OBJECTIONS) | IN(DUTIES), IN(DIVISIONS) | IN(CASES) |
	    IN(POSTINGS) | IN(DUTIES), { DIVISION_WORDS } },
	{ COL_FROM, IN(DUTIES), IN(DUTIES), { "from", "起始日期",
	    "开始日期" } },
	{ COL_TITLE, IN(CASES), 0, { "title", "名称", "项目名称",
	    "事项名称", "办件名称", "标题" } },
	{ COL_PLACES, IN(CASES), 0, { "places", "涉及区划", "涉及村屯",
	    "涉及行政村" } },
	{ COL_BATCH, IN(CASES), 0, { "batch", "批次", "批次号", "批次名称",
	    "所属批次" } },
	{ COL_TRAITS, IN(CASES), 0, { "traits", "类别" } },
	{ COL_AMOUNTS, IN(CASES), 0, { "amounts", "金额" } },
	{ COL_NAME, IN(DIVISIONS), IN(DIVISIONS), { "name", "名称",
	    "区划名称", "行政区划名称" } },
	{ COL_LEVEL, IN(DIVISIONS), 0, { "level", "级别", "层级", "区划级别",
	    "区划层级", "行政级别" } },
	{ COL_CONTACT, IN(DIVISIONS), 0, { "contact", "联系人", "联络人" } },
	{ COL_PHONE, IN(DIVISIONS), 0, { "phone", "电话", "联系电话",
	    "联系人电话", "办公电话" } },
	{ COL_EVENT, IN(EVENTS), IN(EVENTS), { "event", "事件",
	    "事件名称" } },
	{ COL_DATE, IN(EVENTS), IN(EVENTS), { "date", "日期", "发生日期",
	    "事件日期", "办理日期", "时间", "发生时间", "事件时间",
	    "办理时间" } },
	{ COL_POSTED, IN(POSTINGS), IN(POSTINGS), { "posted", "张贴日期",
	    "公示日期", "开始日期", "张贴时间", "公示时间", "开始时间",
	    "起始日期", "起始时间", "公示开始日期", "公示开始时间",
	    "公示起始日期", "公示起始时间", "公告日期", "公告时间", "公开日期",
	    "公开时间", "上墙日期", "上墙时间", "公布日期", "公布时间",
	    "张榜日期", "张榜时间", "发布日期", "发布时间", "公告开始日期",
	    "公告开始时间", "公开开始日期", "公开开始时间", "张贴开始日期",
	    "张贴开始时间", "公示起止日期", "公示起止时间", "公告起止日期",
	    "公告起止时间", "公开起止日期", "公开起止时间", "张贴起止日期",
	    "张贴起止时间", "起止日期", "起止时间", "公示起止",
	    "公示期间", "公示发布日期", "公示发布时间", "公告发布日期",
	    "公告发布时间" } },
	{ COL_UNTIL, IN(POSTINGS) | IN(DUTIES), 0, { "until",
	    "截止日期", "截至日期", "结束日期", "公示截止日期",
	    "公示结束日期", "公示截至日期", "截止时间", "截至时间",
	    "结束时间", "终止日期", "终止时间", "公示截止时间",
	    "公示截至时间", "公示结束时间", "公示终止日期", "公示终止时间",
	    "公告截止日期", "公告截止时间", "公告结束日期", "公告结束时间",
	    "公开截止日期", "公开截止时间", "公开结束日期", "公开结束时间",
	    "张贴截止日期", "张贴截止时间", "张贴结束日期",
	    "张贴结束时间" } },
	{ COL_MEDIUM, IN(POSTINGS), 0, { "medium", "载体", "公示方式",
	    "公示载体", "公示形式", "公示渠道", "公示媒介", "公开形式",
	    "公开渠道", "公开载体", "公告方式", "公告载体",
	    "张贴方式", "媒介", "公开渠道和载体", "公开方式", "公示媒体",
	    "公告形式", "公告渠道", "公告媒介", "公告媒体", "发布媒介",
	    "发布媒体", "发布渠道", "发布方式", "公示发布媒介", "公告发布媒介",
	    "公示途径", "公开途径" } },
	{ COL_PLACE, IN(POSTINGS), 0, { "place", "地点", "公示地点",
	    "张贴地点", "公开地点", "公告地点", "公示位置", "张贴位置",
	    "公示场所", "公示地址", "公告位置", "公开位置", "张贴场所",
	    "公告场所", "公开场所" } },
	{ COL_REVIEWED, IN(POSTINGS), 0, { "reviewed", "保密审查日期",
	    "保密审查时间" } },
	{ COL_CONTENT, IN(POSTINGS), 0, { "content", "内容", "公示内容",
	    "公开内容", "公告内容", "张贴内容", "公告公示内容",
	    "公示公告内容" } },
	{ COL_BY, IN(POSTINGS), 0, { "by", "张贴人", "张贴人员",
	    "张贴人姓名" } },
	{ COL_EVIDENCE, IN(POSTINGS), 0, { "evidence", "佐证", "佐证材料",
	    "佐证资料", "照片编号", "照片", "公示照片", "公示图片", "张贴照片",
	    "现场照片", "佐证照片", "影像资料", "公示影像资料" } },
	{ COL_NUMBER, IN(OBJECTIONS), 0, { "number", "编号", "异议编号",
	    "异议号", "受理编号", "受理号", "登记编号", "信访编号",
	    "举报编号" } },
	{ COL_RECEIVED, IN(OBJECTIONS), IN(OBJECTIONS), { "received",
	    "收到日期", "收到时间", "收件日期", "收件时间", "接收日期",
	    "异议收到日期", "收到异议日期", "接收时间", "接到日期", "接到时间",
	    "收文日期", "收文时间", "异议收到时间", "收到异议时间", "来访日期",
	    "来访时间" } },
	{ COL_RESOLVED, IN(OBJECTIONS), 0, { "resolved", "办结日期",
	    "办结时间", "异议办结日期", "异议办结时间", "结案日期", "结案时间",
	    "处理完毕日期", "处理完毕时间" } },
	{ COL_OUTCOME, IN(OBJECTIONS), 0, { "outcome", "结果", "处理结果",
	    "办理结果", "核查结果", "异议处理结果", "核查结论", "核实结果",
	    "核实结论", "调查结论", "是否属实", "是否成立" } },
	{ COL_HANDLER, IN(OBJECTIONS), 0, { "handler", "处理单位", "承办单位",
	    "办理单位", "处理部门", "承办部门", "办理部门", "核查单位",
	    "核查部门", "核实单位", "调查单位" } },
	/* which case, in place of its number; the last of them for events */
	{ COL_PROCEDURE, FACTS, 0, { PROCEDURE_WORDS } },
	{ COL_PERIOD, FACTS, 0, { "period", "期别", "所属期", "期次",
	    "公开期别" } },
	{ COL_DIVISION, IN(EVENTS), 0, { DIVISION_WORDS } },
	{ COL_COUNTY, FACTS | IN(CASES), 0, { "county", "所属县", "所属县区",
	    "所在县", "县区", "县(市、区)", "县市区", "区县", "县(区)",
	    "所属区县", "所在县区" } },
	{ COL_OPENED, IN(DUTIES), 0, { "opened", "已立至" } },
	{ COL_KNOWN, IN(CASES), 0, { "known", "当时已知区划" } },
	{ COL_FIRST, IN(CASES), 0, { "first-number", "首次编号" } },
	{ COL_VOID, ~0U, 0, { "void", "作废", "是否作废" } },
	/* what the case is called, beside its number */
	{ COL_CALLED, FACTS, 0, { "title", "项目名称", "事项名称", "办件名称",
	    "案件名称" } },
	{ COL_IGNORED, ~0U, 0, { "no", "序号", "备注", "remark", "no.",
	    "备注说明", "remarks" } },
};

enum { NCOLUMNS = sizeof(columns) / sizeof(*columns) };

/* Headings of ledgers that say something near to what a column holds, but may
   mean another thing: they are not taken, and this is said of them. */
static const struct near {
	unsigned	 sheets;
	const char	*text;		/* a msgid; NULL: it is not kept */
	const char	*words[FORMS];
} meant[] = {
	{ IN(POSTINGS), N_("that says how long, not until when: the last day "
	    "goes into a column 截止日期 (until)"), { "公示期限", "公示天数",
	    "公示期", "公示时限", "公示时长", "公示期(天)", "公示期限(天)",
	    "公告期限", "公告期", "公告时限", "公告天数", "公开期限",
	    "公开时限", "公开时长", "张贴天数" } },
	{ IN(CASES) | IN(POSTINGS) | IN(OBJECTIONS), N_("the division goes "
	    "into one column 区划代码 (division), as its code or its name"),
	    { "区划名称", "行政区划名称", "乡镇", "乡(镇)", "乡镇(街道)",
	    "乡镇名称", "所在乡镇", "所属乡镇", "镇", "街道", "行政村", "村",
	    "村名", "村(社区)", "村(居)", "所在村", "所属村", "社区", "屯",
	    "自然屯", "自然村", "村民小组", "村组", "村屯", "组", "地区",
	    "所属地区", "公开层级", "公示层级", "公示范围", "公开范围",
	    "公告范围" } },
	{ IN(CASES) | IN(EVENTS) | IN(POSTINGS), N_("if that is the number "
	    "of the case, name the column 办件编号 (case)"), { "受理号",
	    "受理编号", "文号", "批文号码", "批文号", "审批文号", "许可证号",
	    "备案号", "编号", "登记编号", "地块编号", "宗地编号" } },
	{ IN(POSTINGS) | IN(OBJECTIONS), N_("if that names the step, name "
	    "the column 环节 (step)"), { "公示类型", "公示类别", "公示阶段",
	    "公示事项", "公示名称", "公示标题", "公告类型", "公告名称",
	    "公告标题", "公开事项", "公开类型", "阶段" } },
	{ IN(CASES), N_("if that names the procedure, name the column 程序 "
	    "(procedure)"), { "项目类型", "项目类别", "事项类型", "事项类别",
	    "业务类型", "办理事项", "公开事项" } },
	{ IN(CASES), N_("if that is money of the case, name the column 金额 "
	    "(amounts) and write NAME=NUMBER, as 中央=120.5, in 万元"), {
	    "资金", "资金规模", "项目资金", "投资", "总投资", "投资金额",
	    "项目金额", "项目投资", "资金金额", "金额(万元)", "资金(万元)",
	    "总投资(万元)", "投资(万元)", "资金规模(万元)" } },
	{ IN(OBJECTIONS), N_("if it came in on that day, name the column "
	    "收到日期 (received)"), { "受理日期", "受理时间", "异议日期",
	    "异议时间", "提出日期", "提出时间", "反映日期", "反映时间",
	    "举报日期", "举报时间", "投诉日期", "投诉时间", "登记日期",
	    "登记时间", "来信日期", "来信时间" } },
	{ IN(OBJECTIONS), N_("if it was settled on that day, name the column "
	    "办结日期 (resolved)"), { "答复日期", "答复时间", "回复日期",
	    "回复时间", "反馈日期", "反馈时间", "处理日期", "处理时间" } },
	{ IN(OBJECTIONS), N_("that is no outcome of an objection; a column "
	    "结果 (outcome) has 不成立, 成立 or 撤回"), { "采纳情况",
	    "是否采纳", "意见采纳情况", "反馈意见采纳情况" } },
	/* no slip of a heading that is known, however near it looks */
	{ ~0U, NULL, { "公开主体", "公示主体", "公开对象", "公开依据",
	    "公示单位", "公告单位", "公开单位", "责任单位", "责任部门",
	    "建设单位", "建设地点", "批文名称", "批文时间", "批文内容",
	    "文件名称", "发文时间", "审批时间", "申请日期", "申请时间",
	    "决策事项名称", "决策时间", "所在市", "作物", "公示结果",
	    "公示名单", "信息名称", "企业名称", "当事人名称", "药品名称" } },
};

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
	return c == COL_KNOWN || c == COL_FIRST || c == COL_OPENED;
}

enum column
sheet_column(enum sheet s, size_t n, const char **en, const char **zh)
{
	size_t	i;

	for (i = 0; i < NCOLUMNS; i++) {
		if ((columns[i].sheets & 1U << s) == 0 ||
		    columns[i].column == COL_CALLED || n-- > 0)
			continue;
		*en = columns[i].words[0];
		*zh = columns[i].words[1];
		return columns[i].column;
	}
	return COL_NONE;
}

/*
 * Does a sheet with these columns lack one?  In place of the number of a case
 * it may have procedure and period, and then it needs a division.
 */
static bool
is_lacking(const bool have[COLUMNS], size_t i, enum sheet s)
{
	const enum column	c = columns[i].column;
	const bool		by_period = (FACTS & 1U << s) != 0 &&
				    !have[COL_CASE] && have[COL_PROCEDURE] &&
				    have[COL_PERIOD];

	if (have[c] || (columns[i].sheets & 1U << s) == 0)
		return false;
	if (by_period && (c == COL_CASE || c == COL_DIVISION))
		return c == COL_DIVISION;
	return (columns[i].needed & 1U << s) != 0;
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
		(void)sheets_of(cell_own(&r->cells[i]), s, &c);
		if (*r->cells[i].text != '\0' && c != COL_NONE && !have[c]) {
			have[c] = true;
			fit++;
		}
	}
	for (i = 0; i < NCOLUMNS; i++)
		*lacking += is_lacking(have, i, s);
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

bool
header_looks(const struct row *r)
{
	size_t	i, filled = 0, known = 0;
	int	lacking;

	for (i = 0; i < r->n; i++) {
		if (*cell_own(&r->cells[i]) == '\0' || column_named(
		    r->cells[i].text, SHEET_CASES) == COL_IGNORED)
			continue;
		filled++;
		known += sheets_of(r->cells[i].text, SHEET_NONE, NULL) != 0;
	}
	if (known >= 2 && 2 * known < filled)
		(void)fitness(r, which_sheet(r), &lacking);
	return known >= 2 && (2 * known >= filled || lacking == 0);
}

size_t
header_known(const struct row *r)
{
	const enum sheet	s = which_sheet(r);
	bool			have[COLUMNS] = { false };
	enum column		c;
	size_t			i, n = 0;

	for (i = 0; i < r->n; i++) {
		c = column_named(cell_own(&r->cells[i]), s);
		n += c != COL_NONE && c != COL_IGNORED && !have[c];
		have[c] = true;
	}
	return n;
}

/* A heading that may mean something in these sheets; NULL: nobody knows. */
static const struct near *
may_mean(const char *text, unsigned sheets)
{
	char		 buf[HEADING + 1];
	const char	*word = heading(text, buf);
	size_t		 i, k;

	for (i = 0; i < sizeof(meant) / sizeof(*meant); i++)
		for (k = 0; (meant[i].sheets & sheets) != 0 && k < FORMS &&
		    meant[i].words[k] != NULL; k++)
			if (same_word(word, meant[i].words[k]))
				return &meant[i];
	return NULL;
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
	const char		*words[NCOLUMNS * FORMS], *near;
	const struct near	*means = may_mean(r->cells[i].text, 1U << s);
	char			 buf[HEADING + 1];
	size_t			 k, j, n = 0;

	for (k = 0; k < NCOLUMNS; k++)
		for (j = 0; j < FORMS && columns[k].words[j] != NULL; j++)
			if ((columns[k].sheets & 1U << s) != 0)
				words[n++] = columns[k].words[j];
	near = text_nearest(heading(r->cells[i].text, buf), words, n);
	diag_error(d, row_at(r, i), _("column `%s` is not known in a sheet "
	    "of %s"), shown(r->cells[i].text, buf), sheet_name(s));
	if (means != NULL && means->text != NULL)
		diag_note(d, NOWHERE, "%s", _(means->text));
	else if (near != NULL && means == NULL)
		diag_note(d, NOWHERE, _("did you mean `%s`?"),
		    near);
	else
		diag_note(d, NOWHERE, _("take the column out, or "
		    "name it 备注 (remark): that one is passed over"));
}

static void
take_column(const struct row *r, size_t i, struct header *h, struct diags *d)
{
	enum column	 c = COL_NONE;
	char		 buf[HEADING + 1], other[HEADING + 1];
	const char	*word = heading(r->cells[i].text, buf), *was;

	if (*cell_own(&r->cells[i]) == '\0')
		return;
	(void)sheets_of(r->cells[i].text, h->sheet, &c);
	if (c == COL_NONE)
		unknown_column(r, i, h->sheet, d);
	else if (c != COL_IGNORED && h->at[c] >= 0) {
		was = r->cells[h->at[c]].text;
		diag_error(d, row_at(r, i), strcmp(heading(was, other),
		    word) == 0 ? _("column `%s` stands here a second time") :
		    _("column `%s` says the same as `%s`: which of the two "
		    "is meant?  Take the other out"),
		    shown(r->cells[i].text, buf), shown(was, other));
	} else {
		h->at[c] = (int)i;
		/* two days, as such columns are called */
		h->span |= c == COL_POSTED && (strstr(word, "起止") != NULL ||
		    strstr(word, "期间") != NULL);
	}
}

bool
header_read(const struct row *r, struct header *h, struct diags *d)
{
	struct place	end = row_at(r, r->n);
	size_t		before = diags_errors(d), i;
	bool		have[COLUMNS];

	end.cell = 0;
	h->sheet = which_sheet(r);
	h->span = false;
	h->n = r->n < SHEET_CELLS ? r->n : SHEET_CELLS;
	for (i = 0; i < COLUMNS; i++)
		h->at[i] = -1;
	for (i = 0; i < h->n; i++)
		h->bare[i] = *cell_own(&r->cells[i]) == '\0';
	for (i = 0; i < r->n; i++)
		take_column(r, i, h, d);
	for (i = 0; i < COLUMNS; i++)
		have[i] = h->at[i] >= 0;
	for (i = 0; i < NCOLUMNS; i++)
		if (is_lacking(have, i, h->sheet))
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

/* Of what sheet that is true is said where nobody knows which it is. */
static void
note_meant(const char *cell, const struct near *n, unsigned sheets,
    struct diags *d)
{
	char	buf[HEADING + 1];
	int	s;

	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (n->sheets == 1U << s && sheets != 1U << s) {
			diag_note(d, NOWHERE, _("`%s`, in a sheet "
			    "of %s: %s"), shown(cell, buf),
			    sheet_name((enum sheet)s), _(n->text));
			return;
		}
	diag_note(d, NOWHERE, _("`%s`: %s"), shown(cell, buf),
	    _(n->text));
}

/* Of each heading that is not known, what it may have meant. */
static void
note_nearest(const struct row *r, unsigned sheets, struct diags *d)
{
	const char		*cell, *near;
	const struct near	*means;
	char			 buf[HEADING + 1];
	size_t			 i;

	for (i = 0; i < r->n; i++) {
		cell = r->cells[i].text;
		if (*cell == '\0' || (sheets_of(cell, SHEET_NONE, NULL) &
		    sheets) != 0)
			continue;
		means = may_mean(cell, sheets);
		near = means != NULL || sheets_of(cell, SHEET_NONE, NULL) !=
		    0 ? NULL : nearest_heading(cell);
		if (means != NULL && means->text != NULL)
			note_meant(cell, means, sheets, d);
		else if (near != NULL)
			diag_note(d, NOWHERE, _("`%s`: did you "
			    "mean `%s`?"), shown(cell, buf), near);
	}
}

static char *
add_word(struct arena *a, const char *list, const char *word)
{
	return arena_printf(a, "%s%s%s", list, *list == '\0' ? "" : ",", word);
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
		    columns[i].column != COL_CALLED &&
		    !column_exported(columns[i].column) &&
		    ((columns[i].needed & 1U << s) != 0) == needed)
			list = add_word(a, list, columns[i].words[word]);
	return list;
}

/* The sheet that two headings at least belong to: what is there, what not. */
static enum sheet
note_lacking(struct arena *a, const struct row *r, struct diags *d)
{
	enum sheet	 s = which_sheet(r);
	enum column	 c;
	bool		 have[COLUMNS] = { false };
	char		*there = arena_dup(a, ""), *not = arena_dup(a, "");
	char		 buf[HEADING + 1];
	int		 word = text_lang() == LANG_ZH ? 1 : 0, n = 0;
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		c = column_named(r->cells[i].text, s);
		if (c == COL_NONE || c == COL_IGNORED || have[c])
			continue;
		have[c] = true;
		there = add_word(a, there, shown(r->cells[i].text, buf));
		n++;
	}
	for (i = 0; i < NCOLUMNS; i++)
		if (is_lacking(have, i, s))
			not = add_word(a, not, columns[i].words[word]);
	if (n < 2)
		return SHEET_NONE;
	diag_note(d, NOWHERE, _("for a sheet of %s it has %s, "
	    "and lacks %s"), sheet_name(s), there, not);
	return s;
}

void
header_wanted(struct arena *a, const struct row *r, struct diags *d)
{
	enum sheet	only = r == NULL ? SHEET_NONE : note_lacking(a, r, d);
	int		s;

	if (r != NULL)
		note_nearest(r, only == SHEET_NONE ? ~0U : 1U << only, d);
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (only == SHEET_NONE || s == (int)only)
			diag_note(d, NOWHERE, _("a sheet of %s "
			    "has the columns %s, and may have %s"),
			    sheet_name((enum sheet)s),
			    list_columns(a, (enum sheet)s, true),
			    list_columns(a, (enum sheet)s, false));
	diag_note(d, NOWHERE, _("`gongshi sheets --out DIR` "
	    "writes empty sheets to fill in"));
}

const char *
sheet_name(enum sheet s)
{
	static const char *const	names[SHEETS] = {
		"", N_("divisions"), N_("cases"), N_("events"),
		N_("postings"), N_("objections"), N_("duties")
	};

	return _(names[s]);
}

const char *
cell_of(const struct row *r, const struct header *h, enum column c)
{
	int	i = h->at[c];

	return i < 0 || (size_t)i >= r->n ? "" : r->cells[i].text;
}
