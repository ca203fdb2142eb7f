#include "desk/numbers.h"

#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "base/twin.h"
#include "case/amount.h"
#include "case/matter.h"

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

static const char *
spoilt(struct arena *a, const char *text)
{
	return arena_printf(a, _("`%s` is a number that a spreadsheet has "
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

const char *
number_fault(const char *text)
{
	if (strlen(text) > MATTER_ID)
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
case_fault(struct arena *a, const char *text, bool merged)
{
	if (*text == '\0')
		return merged ? _("the case number is missing; where cells "
		    "are merged, only the first row has it: take the merging "
		    "back (取消合并) and fill every row") :
		    _("the case number is missing");
	if (is_scientific(text))
		return spoilt(a, text);
	if (strchr(text, '/') != NULL)
		return _("a case number may not hold `/`");
	if (begins_with_county(text))
		return _("a case number may not begin with digits and `:`, "
		    "which is how the county of a case is written before its "
		    "number");
	if (text_batch(text) != NULL)
		return _("a case number may not begin with `batch:`");
	return number_fault(text);
}

/* Takes the commas out; false: they do not part thousands. */
static bool
drop_thousands(char *s)
{
	const size_t	 n = strspn(s, "0123456789");
	char		*to = s + n, *p = to;

	if (*p != ',')
		return true;
	if (n == 0 || n > 3)
		return false;
	while (*p == ',') {
		if (strspn(p + 1, "0123456789") != 3)
			return false;
		memmove(to, p + 1, 3);
		to += 3;
		p += 4;
	}
	memmove(to, p, strlen(p) + 1);
	return true;
}

/* As a person writes it, so that amount_parse knows it: "007.50" as "7.5". */
static char *
plain_amount(char *s)
{
	size_t	n = strlen(s), unit = strlen("万元");

	if (n > unit && strcmp(s + n - unit, "万元") == 0)
		s[n - unit] = '\0';
	if (!drop_thousands(s))
		return s;
	while (*s == '0' && s[1] >= '0' && s[1] <= '9')
		s++;
	n = strlen(s);
	if (strchr(s, '.') != NULL && s[n - 1] >= '0' && s[n - 1] <= '9') {
		while (s[n - 1] == '0')
			n--;
		s[n - (s[n - 1] == '.')] = '\0';
	}
	return s;
}

/* 1.50000 has five decimals, though the last are zeros. */
static size_t
decimals(const char *s)
{
	const char	*point = strchr(s, '.');

	return point == NULL ? 0 : strspn(point + 1, "0123456789");
}

const char *
amount_fault(struct arena *a, const char *text, const char **out)
{
	char		*half = arena_alloc(a, strlen(text) + 1);
	long long	 yuan;
	size_t		 n;

	(void)twin_form(text, half);
	if (is_scientific(half))
		return spoilt(a, text);
	n = decimals(half);
	*out = plain_amount(half);
	if (n <= AMOUNT_DECIMALS && amount_parse(*out, strlen(*out), &yuan))
		return NULL;
	return arena_printf(a, _("`%s` is no amount; expected a number of "
	    "万元 with at most %d digits before the point and %d behind it, "
	    "as 120.5"), text, AMOUNT_DIGITS, AMOUNT_DECIMALS);
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

/* Digits behind the fifteenth that have become zero in a group's code. */
static bool
lost_digits(const char *s, size_t n)
{
	return n > 15 && strspn(s + 15, "0") == n - 15 &&
	    strspn(s + 12, "0") < 3;
}

/* Digits alone, in half width; NULL: it has others.  *n is their number. */
static const char *
only_digits(struct arena *a, const char *text, size_t *n)
{
	char	*half;

	*n = strlen(text);
	if (strspn(text, "0123456789") == *n)
		return text;
	if (*n >= 64)
		return NULL;
	half = arena_alloc(a, *n + 1);
	*n = twin_form(text, half);
	return *n > 0 && strspn(half, "0123456789") == *n ? half : NULL;
}

const char *
code_fault(struct arena *a, const char *text, const char **code)
{
	const char	*all;
	char		 normal[DIVISION_MAX + 1];
	size_t		 n;

	*code = NULL;
	if (is_scientific(text))
		return spoilt(a, text);
	all = only_digits(a, text, &n);
	if (all == NULL)
		return NULL;
	if (lost_digits(all, n) || !division_parse(all, normal))
		return arena_printf(a, _("`%s` is no division code: it has "
		    "%zu digits, and some are lost or too many (2, 4, 6, 9, "
		    "12 or more are right); set the column to text (文本) and "
		    "enter it again"), all, n);
	*code = arena_dup(a, normal);
	return NULL;
}
