#include "desk/aside.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"

enum { LONGEST = 192 };		/* bytes of a cell that is looked at */

#define COUNT(a)	(sizeof(a) / sizeof(*(a)))

static const char *const	totals[] = {
	"合计", "总计", "小计", "共计", "累计", "总合计", "本页合计",
	"本页小计",
	"本表合计", "TOTAL", "SUBTOTAL", "SUM"
};

/* What stands behind a sum: 12户, 3.5万元. */
static const char *const	units[] = {
	"", "户", "人", "条", "个", "次", "份", "件", "项", "元", "万元", "处",
	"期", "村", "屯", "%", "-", "/", "户次", "人次"
};

/* What a sheet is signed with; no case has such a number. */
static const char *const	signatures[] = {
	"填表人", "填报人", "制表人", "审核人", "审批人", "复核人", "经办人",
	"负责人", "单位负责人", "分管领导", "联系人", "联系电话", "电话",
	"填表日期", "填报日期", "制表日期", "填表时间", "填报时间",
	"制表时间", "上报日期", "上报时间", "填表单位", "填报单位",
	"制表单位", "报送单位", "单位", "单位盖章", "盖章", "签字", "签名",
	"主要领导签字", "负责人签字", "统计负责人", "审核日期", "报出日期",
	"制表", "审核", "复核", "填表", "填报", "PREPAREDBY", "CHECKEDBY",
	"APPROVEDBY", "SIGNEDBY"
};

static const char *const	remarks[] = {
	"注", "注意", "附注", "备注", "说明", "填表说明", "填报说明", "注释",
	"NOTE", "NOTES", "REMARK", "REMARKS"
};

static const char *
first_cell(const struct row *r)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (*cell_own(&r->cells[i]) != '\0')
			return r->cells[i].text;
	return "";
}

/* Most rows begin with a number in ASCII, and need no closer look. */
static bool
is_plain(const char *first)
{
	bool	digit = false;

	for (; *first != '\0'; first++) {
		if ((unsigned char)*first >= 0x80)
			return false;
		digit = digit || (*first >= '0' && *first <= '9');
	}
	return digit;
}

static bool
in_list(const char *text, size_t len, const char *const *words, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (strncmp(text, words[i], len) == 0 &&
		    words[i][len] == '\0')
			return true;
	return false;
}

/* Does a text (in twin form) begin with one of the words and a colon? */
static bool
labelled(const char *text, const char *const *words, size_t n)
{
	size_t	len = strcspn(text, ":(");

	return in_list(text, len, words, n) && (text[len] != '(' ||
	    strchr(text + len, ':') != NULL);
}

/* 1、此表为……: a numbered footnote, and nothing else in the row. */
static bool
is_footnote(const struct row *r, const char *first)
{
	size_t	i, filled = 0, n = strspn(first, "0123456789");

	for (i = 0; i < r->n; i++)
		filled += *cell_own(&r->cells[i]) != '\0';
	return filled == 1 && n > 0 && n < 3 && strlen(first) > 24 &&
	    (strncmp(first + n, "、", 3) == 0 || (first[n] == '.' &&
	    strchr("0123456789", first[n + 1]) == NULL));
}

static bool
form(const char *text, char out[static LONGEST + 1])
{
	if (strlen(text) > LONGEST)
		return false;
	(void)twin_form(text, out);
	return true;
}

/* A number with a unit, or a sign for none. */
static bool
is_sum(const char *text)
{
	char	word[LONGEST + 1];
	size_t	n;

	if (!form(text, word))
		return false;
	n = strspn(word, "0123456789.,");
	return in_list(word + n, strlen(word + n), units, COUNT(units));
}

static bool
is_total(const struct row *r, const char *first)
{
	size_t	i, len = strlen(first), n;

	for (n = 0; n < COUNT(totals); n++) {
		len = strlen(totals[n]);
		if (strncmp(first, totals[n], len) == 0 &&
		    is_sum(first + len + (first[len] == ':')))
			break;
	}
	if (n == COUNT(totals))
		return false;
	for (i = 0; i < r->n && *r->cells[i].text == '\0'; i++)
		continue;
	for (i++; i < r->n; i++)
		if (!is_sum(cell_own(&r->cells[i])))
			return false;
	return true;
}

/* All that its sheet needs is there, so it may be a fact. */
static bool
is_complete(const struct row *r, const struct header *h)
{
	int	c;

	for (c = 0; c < COLUMNS; c++)
		if (column_needed((enum column)c, h->sheet) &&
		    *cell_of(r, h, (enum column)c) == '\0')
			return false;
	return true;
}

static bool
is_remark(const struct row *r, const struct header *h, const char *first)
{
	size_t	len;

	if (labelled(first, signatures, COUNT(signatures)) ||
	    is_footnote(r, first))
		return true;
	/* 注1：..., 注 in a cell and the words in the next */
	for (len = strcspn(first, ":"); len > 0 &&
	    strchr("0123456789.()", first[len - 1]) != NULL; len--)
		continue;
	return in_list(first, len, remarks, COUNT(remarks)) &&
	    !is_complete(r, h);
}

/* Every cell is the heading of its own column. */
static bool
is_header(const struct row *r, const struct header *h)
{
	enum column	c;
	size_t		i, n = 0;

	for (i = 0; i < r->n; i++) {
		if (*cell_own(&r->cells[i]) == '\0')
			continue;
		c = column_named(r->cells[i].text, h->sheet);
		if (c == COL_NONE || (c != COL_IGNORED && h->at[c] != (int)i))
			return false;
		n++;
	}
	return n > 1;
}

enum aside
row_aside(const struct row *r, const struct header *h)
{
	const char	*first = first_cell(r);
	char		 word[LONGEST + 1];

	if (is_plain(first) || !form(first, word))
		return ASIDE_NOT;
	if (is_total(r, word))
		return ASIDE_TOTAL;
	if (is_remark(r, h, word))
		return ASIDE_REMARK;
	if (strpbrk(word, "0123456789") != NULL)
		return ASIDE_NOT;
	if (is_header(r, h))
		return ASIDE_HEADER;
	return header_looks(r) ? ASIDE_OTHER : ASIDE_NOT;
}

const char *
aside_name(enum aside a)
{
	switch (a) {
	case ASIDE_TOTAL:
		return N_("a row of totals");
	case ASIDE_REMARK:
		return N_("a line of remarks or signatures");
	case ASIDE_HEADER:
		return N_("the header once more");
	case ASIDE_OTHER:
	case ASIDE_NOT:
		break;
	}
	return "";
}
