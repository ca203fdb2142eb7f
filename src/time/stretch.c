#include "time/stretch.h"

int
stretch_days(struct stretch s)
{
	return day_diff(s.from, s.until) + 1;
}

int
stretch_months(struct stretch s)
{
	const struct ymd	a = day_ymd(s.from);
	const struct ymd	b = day_ymd(s.until);
	struct day		after = day_add(s.until, 1);

	if (a.day != 1 || (day_is(after) && day_ymd(after).day != 1))
		return 0;
	return (b.year - a.year) * 12 + b.month - a.month + 1;
}

struct stretch
stretch_month(struct day d)
{
	const struct ymd	x = day_ymd(d);
	const struct day	first = day_make(x.year, x.month, 1);

	return (struct stretch){ first, x.year == 9999 && x.month == 12 ?
	    DAY_LAST : day_add(day_add_months(first, 1), -1) };
}

struct stretch
stretch_before(struct stretch s)
{
	const int	months = stretch_months(s);

	return (struct stretch){ months > 0 ? day_add_months(s.from,
	    -months) : day_add(s.from, -stretch_days(s)),
	    day_add(s.from, -1) };
}

struct stretch
stretch_after(struct stretch s)
{
	const int		months = stretch_months(s);
	const struct day	from = day_add(s.until, 1);

	return (struct stretch){ from, months > 0 ?
	    day_add(day_add_months(from, months), -1) :
	    day_add(s.until, stretch_days(s)) };
}
