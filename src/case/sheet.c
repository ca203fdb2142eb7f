#include "case/sheet.h"

#include <string.h>

#include "base/text.h"

#define IN(s)	(1U << SHEET_##s)
#define FACTS	(IN(EVENTS) | IN(POSTINGS) | IN(OBJECTIONS))

enum { FORMS = 8 };

/* Each column: the sheets that have it, those that need it, its headings. */
static const struct {
	enum column	 column;
	unsigned	 sheets, needed;
	const char	*words[FORMS];
} columns[] = {
	{ COL_CASE, FACTS | IN(CASES), FACTS | IN(CASES),
	    { "case", "办件编号", "项目编号", "事项编号" } },
	{ COL_PROCEDURE, IN(CASES), IN(CASES), { "procedure", "程序" } },
	{ COL_DIVISION, IN(DIVISIONS) | IN(CASES) | IN(POSTINGS) |
	    IN(OBJECTIONS), IN(DIVISIONS) | IN(CASES) | IN(POSTINGS),
	    { "division", "区划代码", "区划" } },
	{ COL_TITLE, IN(CASES), 0, { "title", "名称", "项目名称",
	    "事项名称" } },
	{ COL_PLACES, IN(CASES), 0, { "places", "涉及区划" } },
	{ COL_BATCH, IN(CASES), 0, { "batch", "批次" } },
	{ COL_NAME, IN(DIVISIONS), IN(DIVISIONS), { "name", "名称",
	    "区划名称" } },
	{ COL_LEVEL, IN(DIVISIONS), 0, { "level", "级别" } },
	{ COL_CONTACT, IN(DIVISIONS), 0, { "contact", "联系人" } },
	{ COL_PHONE, IN(DIVISIONS), 0, { "phone", "电话", "联系电话" } },
	{ COL_EVENT, IN(EVENTS), IN(EVENTS), { "event", "事件" } },
	{ COL_DATE, IN(EVENTS), IN(EVENTS), { "date", "日期" } },
	{ COL_STEP, IN(POSTINGS) | IN(OBJECTIONS), IN(POSTINGS) |
	    IN(OBJECTIONS), { "step", "环节" } },
	{ COL_POSTED, IN(POSTINGS), IN(POSTINGS), { "posted", "张贴日期",
	    "公示日期", "开始日期" } },
	{ COL_UNTIL, IN(POSTINGS), 0, { "until", "截止日期", "截至日期",
	    "结束日期", "公示截止日期", "公示结束日期", "公示截至日期" } },
	{ COL_MEDIUM, IN(POSTINGS), 0, { "medium", "载体", "公示方式" } },
	{ COL_PLACE, IN(POSTINGS), 0, { "place", "地点" } },
	{ COL_REVIEWED, IN(POSTINGS), 0, { "reviewed", "保密审查日期" } },
	{ COL_CONTENT, IN(POSTINGS), 0, { "content", "内容" } },
	{ COL_BY, IN(POSTINGS), 0, { "by", "张贴人" } },
	{ COL_EVIDENCE, IN(POSTINGS), 0, { "evidence", "佐证" } },
	{ COL_NUMBER, IN(OBJECTIONS), 0, { "number", "编号" } },
	{ COL_RECEIVED, IN(OBJECTIONS), IN(OBJECTIONS), { "received",
	    "收到日期" } },
	{ COL_RESOLVED, IN(OBJECTIONS), 0, { "resolved", "办结日期" } },
	{ COL_OUTCOME, IN(OBJECTIONS), 0, { "outcome", "结果" } },
	{ COL_HANDLER, IN(OBJECTIONS), 0, { "handler", "处理单位" } },
	{ COL_COUNTY, FACTS | IN(CASES), 0, { "county", "所属县" } },
	{ COL_VOID, ~0U, 0, { "void", "作废" } },
	{ COL_IGNORED, ~0U, 0, { "no", "序号", "备注", "remark" } },
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

/* Sheets in which a heading is known; `column` for the one asked. */
static unsigned
sheets_of(const char *word, enum sheet sheet, enum column *column)
{
	unsigned	known = 0;
	size_t		i, k;

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

bool
header_looks(const struct row *r)
{
	size_t	i, filled = 0, known = 0;

	for (i = 0; i < r->n; i++) {
		filled += *r->cells[i].text != '\0';
		known += *r->cells[i].text != '\0' &&
		    sheets_of(r->cells[i].text, SHEET_NONE, NULL) != 0;
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

/* The sheet with all it needs and most columns known; else the nearest. */
static enum sheet
which_sheet(const struct row *r)
{
	int		s, fit, lacking, best = -1, least = COLUMNS;
	enum sheet	found = SHEET_NONE;

	for (s = SHEET_DIVISIONS; s < SHEETS; s++) {
		fit = fitness(r, (enum sheet)s, &lacking);
		if (lacking < least || (lacking == least && fit > best)) {
			least = lacking;
			best = fit;
			found = (enum sheet)s;
		}
	}
	return found;
}

static void
unknown_column(const struct row *r, size_t i, enum sheet s, struct diags *d)
{
	const char	*words[NCOLUMNS * FORMS], *near;
	size_t		 k, j, n = 0;

	for (k = 0; k < NCOLUMNS; k++)
		for (j = 0; j < FORMS && columns[k].words[j] != NULL; j++)
			if ((columns[k].sheets & 1U << s) != 0)
				words[n++] = columns[k].words[j];
	near = text_nearest(r->cells[i].text, words, n);
	diag_error(d, row_at(r, i), _("column `%s` is not known in a sheet "
	    "of %s"), r->cells[i].text, sheet_name(s));
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
	size_t	before = diags_errors(d), i;

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
			diag_error(d, row_at(r, r->n), _("column `%s` (%s) is "
			    "missing; a sheet of %s needs it"),
			    columns[i].words[1], columns[i].words[0],
			    sheet_name(h->sheet));
	return diags_errors(d) == before;
}

bool
cells_headed(const struct row *r, const struct header *h, struct diags *d)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (*r->cells[i].text != '\0' && (i >= h->n || h->bare[i])) {
			diag_error(d, row_at(r, i), _("`%s` stands under no "
			    "heading: is there a comma too many in this row, "
			    "or a heading missing?"), r->cells[i].text);
			return false;
		}
	return true;
}

/* A word for a sum in the first filled cell, and but numbers behind it. */
bool
row_is_total(const struct row *r)
{
	static const char *const	words[] = {
		"合计", "总计", "小计", "共计", "total", "sum"
	};
	const char	*first = NULL, *text;
	char		 word[16];
	size_t		 i, n = 0;

	for (i = 0; i < r->n; i++) {
		text = r->cells[i].text;
		if (*text == '\0')
			continue;
		if (first != NULL && text[strspn(text, "0123456789.,%")] !=
		    '\0')
			return false;
		first = first == NULL ? text : first;
	}
	/* 合　计, 合 计：blanks and a colon are nothing */
	for (; first != NULL && *first != '\0'; first++) {
		if (strncmp(first, "　", 3) == 0 ||
		    strncmp(first, "：", 3) == 0)
			first += 2;
		else if (*first != ' ' && *first != ':' &&
		    n + 1 < sizeof(word))
			word[n++] = *first;
		else if (*first != ' ' && *first != ':')
			return false;
	}
	word[n] = '\0';
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (same_word(word, words[i]))
			return true;
	return false;
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
	return row_at(r, h->at[c] < 0 ? 0 : (size_t)h->at[c]);
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

/* 44075 or 44075.5: the days from 1900 that a spreadsheet counts. */
static bool
is_serial(const char *s, size_t n)
{
	return strspn(s, "0123456789") == 5 && (n == 5 || (s[5] == '.' &&
	    strspn(s + 6, "0123456789") == n - 6));
}

const char *
day_complaint(const char *s, struct day *out)
{
	size_t		n = strlen(s);
	struct day	d = DAY_NONE;

	if (!any_form(s, &d)) {
		if (is_serial(s, n))
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
	*out = d;
	return NULL;
}

/* A notice that stands: nobody can say its last day yet. */
static bool
is_so_far(const char *text)
{
	return strcmp(text, "至今") == 0 || strcmp(text, "张贴至今") == 0 ||
	    strcmp(text, "公示至今") == 0 || same_word(text, "to date");
}

bool
cell_day(const struct row *r, const struct header *h, enum column c,
    struct day *out, struct diags *d)
{
	const char	*text = cell_of(r, h, c), *fault;

	*out = DAY_NONE;
	if (*text == '\0' || (c == COL_UNTIL && is_so_far(text)))
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

static void
complain_spoilt(const char *text, struct place p, struct diags *d)
{
	diag_error(d, p, _("`%s` is a number that a spreadsheet has "
	    "shortened, its digits are lost: set the column to text (文本) "
	    "and enter it again"), text);
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

bool
cell_case(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*id = cell_of(r, h, COL_CASE), *fault = NULL;
	struct place	 p = place_of(r, h, COL_CASE);

	if (*id == '\0')
		fault = is_merged(r, h) ? _("the case number is missing; "
		    "where cells are merged, only the first row has it: take "
		    "the merging back (取消合并) and fill every row") :
		    _("the case number is missing");
	else if (is_scientific(id)) {
		complain_spoilt(id, p, d);
		return false;
	} else if (strchr(id, '/') != NULL)
		fault = _("a case number may not hold `/`");
	else if (begins_with_county(id))
		fault = _("a case number may not begin with digits and `:`, "
		    "which is how the county of a case is written before its "
		    "number");
	else
		fault = number_fault(id);
	if (fault != NULL)
		diag_error(d, p, "%s", fault);
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

	if (is_scientific(text)) {
		complain_spoilt(text, p, d);
		return CELL_BAD;
	}
	if (strspn(text, "0123456789") != n)
		return CELL_NAME;
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

struct word_of {
	const char	*id;
	const char	*word;
	bool		 alone;		/* says nothing within another word */
};

/*
 * What the usual names of media end in: 县政府门户网站 is a website.  One that
 * holds the word of another medium too (公开栏和网站) names two.
 */
static const struct word_of	media[] = {
	{ "board", "公开栏", false }, { "board", "公示栏", false },
	{ "board", "公告栏", false }, { "board", "宣传栏", false },
	{ "board", "栏", true }, { "board", "墙", true },
	{ "board", "张贴", false }, { "board", "公示牌", false },
	{ "board", "公告牌", false },
	{ "website", "网站", false }, { "website", "网页", false },
	{ "website", "官网", false }, { "website", "互联网", false },
	{ "website", "网", true }, { "website", "网上", false },
	{ "newspaper", "报纸", false }, { "newspaper", "报刊", false },
	{ "newspaper", "日报", false }, { "newspaper", "县报", true },
	{ "newspaper", "报", true },
	{ "radio", "广播", false }, { "radio", "喇叭", false },
	{ "radio", "广播站", false }, { "radio", "电台", false },
	{ "television", "电视", false }, { "television", "电视台", false },
	{ "wechat", "微信", false }, { "wechat", "微信群", false },
	{ "wechat", "公众号", false }, { "wechat", "公众平台", false },
	{ "other", "其他", true }, { "other", "其它", true },
};

static const struct word_of	outcomes[] = {
	{ "rejected", "不成立", true }, { "upheld", "成立", true },
	{ "withdrawn", "撤回", true }, { "withdrawn", "撤销", true },
};

/* Without what stands in brackets at the end: 门户网站（县政府）. */
static size_t
length_of(const char *text)
{
	const char	*open = strstr(text, "（");
	size_t		 n = strlen(text);

	if (open == NULL)
		open = strchr(text, '(');
	if (open == NULL || open == text || (text[n - 1] != ')' &&
	    (n < 3 || strcmp(text + n - 3, "）") != 0)))
		return n;
	return (size_t)(open - text);
}

/* The id of the longest word that the text ends in, or NULL. */
static const char *
word_of_text(const struct word_of *words, size_t n, const char *text)
{
	const char	*id = NULL;
	size_t		 i, len, all = length_of(text), best = 0;

	for (i = 0; i < n; i++)
		if (strcmp(text, words[i].word) == 0 ||
		    same_word(text, words[i].id))
			return words[i].id;
	for (i = 0; i < n; i++) {
		len = strlen(words[i].word);
		if (len > best && len <= all && strncmp(text + all - len,
		    words[i].word, len) == 0) {
			best = len;
			id = words[i].id;
		}
	}
	return id;
}

static bool
names_two(const char *text, const char *id)
{
	size_t	i;

	for (i = 0; i < sizeof(media) / sizeof(*media); i++)
		if (strcmp(text, media[i].word) == 0)
			return false;
	for (i = 0; i < sizeof(media) / sizeof(*media); i++)
		if (!media[i].alone && strcmp(media[i].id, id) != 0 &&
		    strstr(text, media[i].word) != NULL)
			return true;
	return strstr(text, "、") != NULL || strpbrk(text, ";,") != NULL ||
	    strstr(text, "；") != NULL || strstr(text, "，") != NULL;
}

const char *
cell_medium(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*text = cell_of(r, h, COL_MEDIUM), *id;

	if (*text == '\0')
		return "";
	id = word_of_text(media, sizeof(media) / sizeof(*media), text);
	if (id == NULL || (!same_word(text, id) && names_two(text, id))) {
		diag_error(d, place_of(r, h, COL_MEDIUM), id == NULL ?
		    _("`%s` is no medium; expected one of 公开栏, 网站, 报刊, "
		    "广播, 电视, 微信, 其他 (board, website, newspaper, radio, "
		    "television, wechat, other)") :
		    _("`%s`: one medium a row; write a row for each"), text);
		return NULL;
	}
	return id;
}

const char *
sheet_medium(const char *id)
{
	static const struct {
		const char	*id, *word;
	} words[] = {
		{ "", N_("medium not said") },
		{ "board", N_("notice board") }, { "website", N_("website") },
		{ "newspaper", N_("newspaper") }, { "radio", N_("radio") },
		{ "television", N_("television") }, { "wechat", N_("WeChat") },
		{ "other", N_("another medium") },
	};
	size_t	i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(id, words[i].id) == 0)
			return _(words[i].word);
	return id;
}

const char *
cell_outcome(const struct row *r, const struct header *h, struct diags *d)
{
	const char	*text = cell_of(r, h, COL_OUTCOME), *id;

	if (*text == '\0')
		return "";
	id = word_of_text(outcomes, sizeof(outcomes) / sizeof(*outcomes),
	    text);
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

	*out = same_word(text, "yes") || strcmp(text, "是") == 0;
	if (*out || *text == '\0' || same_word(text, "no") ||
	    strcmp(text, "否") == 0)
		return true;
	diag_error(d, place_of(r, h, COL_VOID), _("`%s`: expected 是 (yes) or "
	    "an empty cell in the column 作废 (void)"), text);
	return false;
}
