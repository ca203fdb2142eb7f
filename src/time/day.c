#include "time/day.h"

#include <stddef.h>

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_days(int y, int m)
{
	static const int8_t	days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return days[m - 1] + (m == 2 && is_leap(y));
}

/* Years of March to February in eras of 400, so that 29 February is last. */
struct day
day_make(int y, int m, int d)
{
	int	era, yoe, doy, doe;

	if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 ||
	    d > month_days(y, m))
		return DAY_NONE;
	y -= m <= 2;
	era = y / 400;
	yoe = y - era * 400;
	doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return (struct day){ era * 146097 + doe - 719468 };
}

struct ymd
day_ymd(struct day d)
{
	int	n = d.n + 719468, era = n / 146097, doe = n - era * 146097;
	int	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int	mp = (5 * doy + 2) / 153;
	int	m = mp < 10 ? mp + 3 : mp - 9;

	return (struct ymd){ yoe + era * 400 + (m <= 2), m,
	    doy - (153 * mp + 2) / 5 + 1 };
}

static int
number(const char *s, size_t n)
{
	int	v = 0;

	for (; n > 0; n--, s++) {
		if (*s < '0' || *s > '9')
			return -1;
		v = v * 10 + (*s - '0');
	}
	return v;
}

bool
day_parse(const char *s, struct day *out)
{
	struct day	d;
	size_t		i;

	for (i = 0; i < 10; i++)
		if (s[i] == '\0')
			return false;
	if (s[4] != '-' || s[7] != '-' || s[10] != '\0')
		return false;
	d = day_make(number(s, 4), number(s + 5, 2), number(s + 8, 2));
	if (!day_is(d))
		return false;
	*out = d;
	return true;
}

struct day
day_add_months(struct day d, int32_t months)
{
	struct ymd	t;
	int64_t		m;
	int		last;

	if (!day_is(d))
		return DAY_NONE;
	t = day_ymd(d);
	m = (int64_t)t.year * 12 + t.month - 1 + months;
	if (m < 12 || m >= 10000 * 12)
		return DAY_NONE;
	t.year = (int)(m / 12);
	t.month = (int)(m % 12) + 1;
	last = month_days(t.year, t.month);
	return day_make(t.year, t.month, t.day > last ? last : t.day);
}

/* 1970-01-01 was a Thursday; the sum keeps the dividend positive. */
int
day_weekday(struct day d)
{
	return (d.n + 4 + 719166) % 7;
}

char *
day_print(struct day d, char buf[static DAY_TEXT])
{
	struct ymd	t;
	int		i, v;

	buf[0] = '\0';
	if (!day_is(d))
		return buf;
	t = day_ymd(d);
	for (v = t.year, i = 3; i >= 0; i--, v /= 10)
		buf[i] = (char)('0' + v % 10);
	buf[4] = buf[7] = '-';
	buf[5] = (char)('0' + t.month / 10);
	buf[6] = (char)('0' + t.month % 10);
	buf[8] = (char)('0' + t.day / 10);
	buf[9] = (char)('0' + t.day % 10);
	buf[10] = '\0';
	return buf;
}
