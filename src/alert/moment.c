#include "alert/moment.h"

#include <stdio.h>
#include <string.h>

struct moment
moment_make(struct day d, int64_t seconds)
{
	struct moment	m;

	if (!day_is(d))
		return MOMENT_NONE;
	m.s = (int64_t)d.n * MOMENT_DAY;
	return moment_add(m, seconds);
}

static int64_t
serial(struct moment m)
{
	int64_t	left = m.s % MOMENT_DAY;

	return (m.s - (left < 0 ? left + MOMENT_DAY : left)) / MOMENT_DAY;
}

struct day
moment_day(struct moment m)
{
	int64_t	n;

	if (!moment_is(m))
		return DAY_NONE;
	n = serial(m);
	if (n < DAY_FIRST.n || n > DAY_LAST.n)
		return DAY_NONE;
	return (struct day){ (int32_t)n };
}

struct moment
moment_add(struct moment m, int64_t seconds)
{
	static const int64_t	most = (int64_t)20000 * 366 * MOMENT_DAY;

	if (!moment_is(m) || seconds > most || seconds < -most)
		return MOMENT_NONE;
	m.s += seconds;
	return day_is(moment_day(m)) ? m : MOMENT_NONE;
}

struct moment
moment_local(time_t t)
{
	struct tm	tm;

	if (localtime_r(&t, &tm) == NULL)
		return MOMENT_NONE;
	return moment_make(day_make(tm.tm_year + 1900, tm.tm_mon + 1,
	    tm.tm_mday), (tm.tm_hour * 60 + tm.tm_min) * 60 + tm.tm_sec);
}

/* Two digits below `limit`. */
static bool
two_digits(const char *s, int limit, int *out)
{
	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return false;
	*out = (s[0] - '0') * 10 + (s[1] - '0');
	return *out < limit;
}

bool
moment_parse(const char *s, struct moment *out)
{
	char		day[DAY_TEXT];
	struct day	d;
	int		hour = 0, minute = 0, second = 0;
	size_t		len = strlen(s);

	if (len != 10 && len != 16 && len != 19)
		return false;
	memcpy(day, s, 10);
	day[10] = '\0';
	if (!day_parse(day, &d))
		return false;
	if (len > 10 && (strchr("T ", s[10]) == NULL || s[13] != ':' ||
	    !two_digits(s + 11, 24, &hour) || !two_digits(s + 14, 60, &minute)))
		return false;
	if (len > 16 && (s[16] != ':' || !two_digits(s + 17, 60, &second)))
		return false;
	*out = moment_make(d, (hour * 60 + minute) * 60 + second);
	return true;
}

char *
moment_print(struct moment m, bool seconds, char buf[static MOMENT_TEXT])
{
	char		day[DAY_TEXT];
	struct day	d = moment_day(m);
	unsigned	s;

	buf[0] = '\0';
	if (!day_is(d))
		return buf;
	day_print(d, day);
	s = (unsigned)(m.s - (int64_t)d.n * MOMENT_DAY) % MOMENT_DAY;
	snprintf(buf, MOMENT_TEXT, "%.10sT%02u:%02u", day, s / 3600 % 24,
	    s / 60 % 60);
	if (seconds)
		snprintf(buf + strlen(buf), 4, ":%02u", s % 60);
	return buf;
}
