#include "rule/numerals.h"

#include <string.h>

enum { HAN = 3 };		/* bytes of a Chinese character */

/* 1 to 9, 0 for 零, -1: no digit. */
static int
han_digit(const char *s)
{
	static const char *const	digits[] = {
		"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"
	};
	int				 i;

	for (i = 0; i <= 9; i++)
		if (strncmp(s, digits[i], HAN) == 0)
			return i;
	return strncmp(s, "两", HAN) == 0 ? 2 :
	    strncmp(s, "〇", HAN) == 0 ? 0 : -1;
}

static bool
is_han(const char *s, const char *c)
{
	return strncmp(s, c, HAN) == 0;
}

static bool
is_large(const char *s)
{
	return is_han(s, "千") || is_han(s, "万");
}

static bool
is_han_numeral(const char *s)
{
	return (unsigned char)*s >= 0xe3 &&
	    (han_digit(s) >= 0 || is_han(s, "十") || is_han(s, "百") ||
	    is_large(s));
}

/* Below a hundred: 七, 十, 十五, 二十, 二十五; 0: it is none. */
static int32_t
below_hundred(const char **s)
{
	int	tens = han_digit(*s), ones;

	if (is_han(*s, "十"))
		tens = 1;
	else if (tens > 0 && is_han(*s + HAN, "十"))
		*s += HAN;
	else {
		*s += tens > 0 ? HAN : 0;
		return tens > 0 ? tens : 0;
	}
	*s += HAN;
	ones = han_digit(*s);
	*s += ones > 0 ? HAN : 0;
	return tens * 10 + (ones > 0 ? ones : 0);
}

/* 0: it is none; 一百五 is none either: who says so may mean 150. */
static int32_t
below_thousand(const char **s)
{
	int	hundreds = han_digit(*s);

	if (hundreds <= 0 || !is_han(*s + HAN, "百"))
		return below_hundred(s);
	*s += 2 * HAN;
	if (han_digit(*s) == 0) {
		*s += HAN;
		if (han_digit(*s) <= 0 || is_han(*s + HAN, "十"))
			return 0;
	} else if (han_digit(*s) > 0 && !is_han(*s + HAN, "十"))
		return 0;
	return hundreds * 100 + below_hundred(s);
}

static enum number
take_han(const char *s, size_t *at, size_t end, int32_t *out)
{
	const char	*from = s + *at, *to = from;
	bool		 zero = han_digit(from) == 0, large = false;

	while (*at < end && is_han_numeral(s + *at)) {
		large = large || is_large(s + *at);
		*at += HAN;
	}
	*out = below_thousand(&to);
	if (large)
		return NUMBER_BIG;
	if (zero && from + HAN == s + *at)
		return NUMBER_ZERO;
	return *out > 0 && to == s + *at ? NUMBER_OK : NUMBER_ODD;
}

enum number
take_number(const char *s, size_t *at, size_t end, int32_t *out)
{
	size_t	i = *at;
	int32_t	n = 0;

	if (i < end && is_han_numeral(s + i))
		return take_han(s, at, end, out);
	for (; i < end && s[i] >= '0' && s[i] <= '9'; i++)
		if (n <= PERIOD_MAX)
			n = n * 10 + (s[i] - '0');
	if (i == *at)
		return NUMBER_NONE;
	*at = i;
	*out = n;
	return n == 0 ? NUMBER_ZERO : n > PERIOD_MAX ? NUMBER_BIG : NUMBER_OK;
}

bool
numeral_cut(const char *s, size_t from, size_t at)
{
	if (s[at] >= '0' && s[at] <= '9')
		return at > from && s[at - 1] >= '0' && s[at - 1] <= '9';
	return is_han_numeral(s + at) && at >= from + HAN &&
	    is_han_numeral(s + at - HAN);
}

enum unit
unit_of(enum word w, int *times)
{
	*times = w == W_YEAR ? 12 : w == W_QUARTER ? 3 : 1;
	return w == W_DAY ? UNIT_DAY : w == W_WORKDAY ? UNIT_WORKDAY :
	    UNIT_MONTH;
}

bool
take_unit(const char *s, size_t *at, size_t end, enum unit *out, int *times)
{
	size_t		used;
	enum word	w = vocab_begins(s + *at, end - *at, IN_UNITS, &used);

	if (w == W_NONE)
		return false;
	*at += used;
	*out = unit_of(w, times);
	return true;
}
