#include "rule/dates.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "base/twin.h"

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

/* 2020-01, 2020年1月, 2020, 2020年: the month, or 0. */
static bool
month_or_year(const char *s, int *year, int *month)
{
	static const char *const	marks[] = { "-", "/", ".", "年" };
	const char			*behind = digits(s, 4, year), *p;
	size_t				 i;

	*month = 0;
	if (behind == NULL || *year < 1000)
		return false;
	if (*behind == '\0' || strcmp(behind, "年") == 0)
		return true;
	for (i = 0; i < 4; i++) {
		p = part(behind, marks[i]);
		p = p == NULL ? NULL : digits(p, 2, month);
		if (p != NULL && strcmp(p, i == 3 ? "月" : "") == 0)
			return *month >= 1 && *month <= 12;
	}
	return false;
}

bool
days_written(const char *s, char text[static DAY_TEXT], struct day *first,
    struct day *last)
{
	char	half[64];
	int	year, month, weekday;

	*first = DAY_NONE;
	if (some_form(s, first, &weekday)) {
		*last = *first;
		(void)day_print(*first, text);
		return day_is(*first);
	}
	if (strlen(s) >= sizeof(half) || digits_apart(s))
		return false;
	(void)twin_form(s, half);
	if (!month_or_year(half, &year, &month))
		return false;
	*first = day_make(year, month == 0 ? 1 : month, 1);
	*last = day_add(day_add_months(*first, month == 0 ? 12 : 1), -1);
	(void)day_print(*first, text);
	text[month == 0 ? 4 : 7] = '\0';
	return day_is(*first) && day_is(*last);
}
