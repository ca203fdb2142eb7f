#include "desk/span.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "desk/cellwords.h"
#include "rule/dates.h"

enum { LONGEST = 120 };		/* bytes of a cell that is looked at */

/* What stands between two days, before the first and behind the last. */
static const char *const	between[] = {
	"至", "到", "~", "～", "〜", "-", "－", "—", "–",
};
static const char *const	blanks[] = { " ", "　", "\n" };
static const char *const	before[] = { "自", "从" };
static const char *const	after_first[] = { "起" };
static const char *const	after_last[] = { "止" };

#define COUNT(a)	(sizeof(a) / sizeof(*(a)))

/* Length of the word of a list that a text begins with; 0: none. */
static size_t
begins(const char *s, const char *const *words, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return strlen(words[i]);
	return 0;
}

/* Takes one of the words off the end. */
static void
drop_end(char *s, const char *const *words, size_t n)
{
	size_t	i, all = strlen(s), len;

	for (i = 0; i < n; i++) {
		len = strlen(words[i]);
		if (all > len && strcmp(s + all - len, words[i]) == 0)
			s[all - len] = '\0';
	}
}

static bool
is_day(const char *text, struct day *out)
{
	return day_complaint(text, out) == NULL;
}

/* 9月7日, 9.7, 7日: with what it shares with the first day before it. */
static bool
short_day(const char *first, const char *last, struct day *out)
{
	char	whole[2 * LONGEST + 1], half[LONGEST + 1];
	size_t	year, month, len;

	(void)twin_form(first, half);
	first = half;
	year = strspn(first, "0123456789");
	if (year != 4)
		return false;
	(void)text_char(first + year, &len);
	year += len;
	month = strspn(first + year, "0123456789");
	(void)text_char(first + year + month, &len);
	month += year + len;
	memcpy(whole, first, year);
	strcpy(whole + year, last);
	if (is_day(whole, out))
		return true;
	if (strstr(last, "日") == NULL && strstr(last, "号") == NULL)
		return false;
	memcpy(whole, first, month);
	strcpy(whole + month, last);
	return is_day(whole, out);
}

static bool
last_day(const char *first, const char *last, struct day *out)
{
	*out = DAY_NONE;
	return strcmp(last, "今") == 0 || words_open_end(last) ||
	    is_day(last, out) || short_day(first, last, out);
}

/* Is what stands before an offset a first day?  (2020年9月1日起) */
static bool
is_first(const char *text, size_t n, struct day *out)
{
	char	head[LONGEST + sizeof("日")];

	memcpy(head, text, n);
	head[n] = '\0';
	drop_end(head, after_first, COUNT(after_first));
	if (is_day(head, out))
		return true;
	if (strstr(head, "年") == NULL)
		return false;
	strcat(head, "日");	/* 2020年9月1-7日 */
	return is_day(head, out);
}

/* Cuts a text where a first day ends; what is behind, or NULL: nowhere. */
static char *
split(char *text, struct day *from)
{
	char	*s, *rest;
	size_t	 len, skip;

	for (s = text; *s != '\0'; s += len) {
		(void)text_char(s, &len);
		skip = begins(s, between, COUNT(between));
		if (skip == 0 || !is_first(text, (size_t)(s - text), from))
			continue;
		for (rest = s; skip > 0; rest += skip) {
			skip = begins(rest, between, COUNT(between));
			skip += begins(rest + skip, blanks, COUNT(blanks));
		}
		*s = '\0';
		return rest;
	}
	return NULL;
}

/* (共7天), （5个工作日） at the end, taken off; 0: nothing of the kind. */
static int
cut_length(char *text, bool *working)
{
	static const char *const	units[] = {
		"天", "日", "个自然日", "自然日", "个日历天", "日历天",
		"个工作日", "工作日"
	};
	char	 word[LONGEST + 1], *open = strrchr(text, '('), *p = word;
	char	*wide = strstr(text, "（");
	size_t	 i, n;
	int	 days = 0;

	open = wide != NULL ? wide : open;
	if (open == NULL || open == text)
		return 0;
	n = twin_form(open, word);
	if (n < 3 || word[n - 1] != ')')
		return 0;
	word[n - 1] = '\0';
	for (p++; strncmp(p, "共", 3) == 0 || strncmp(p, "计", 3) == 0;)
		p += 3;
	for (; *p >= '0' && *p <= '9' && days < 1000; p++)
		days = days * 10 + (*p - '0');
	for (i = 0; i < COUNT(units); i++)
		if (days > 0 && strcmp(p, units[i]) == 0) {
			*working = i >= COUNT(units) - 2;
			*open = '\0';
			return days;
		}
	return 0;
}

/* Do so many days fit?  People count the first day, or do not. */
static bool
length_fits(struct day from, struct day to, int days, bool working)
{
	int32_t	all;

	if (days == 0 || !day_is(to))
		return true;
	all = day_diff(from, to) + 1;
	return working ? days <= all : days == all || days == all - 1;
}

const char *
span_fault(const char *cell, struct day *from, struct day *to)
{
	char	 text[LONGEST + 1], *last, *first = text;
	bool	 working = false;
	int	 days;

	if (strlen(cell) > LONGEST)
		return "";
	strcpy(text, cell);
	days = cut_length(text, &working);
	first += begins(text, before, COUNT(before));
	last = split(first, from);
	if (last == NULL)
		return "";
	drop_end(last, after_last, COUNT(after_last));
	if (!last_day(first, last, to))
		return _("`%s`: the first day is clear, the last is not; "
		    "write 2020-09-01至2020-09-07, or 2020-09-01至今 while it "
		    "stands");
	if (!length_fits(*from, *to, days, working))
		return _("`%s`: from the first day to the last it is another "
		    "number of days: which of them is right?");
	return NULL;
}
