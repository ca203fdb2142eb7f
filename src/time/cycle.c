/*
 * What comes round: months, quarters, half-years, years.
 */
#include <stdio.h>
#include <string.h>

#include "time/cycle.h"

static const struct cycle_row {
	int	months;		/* of one */
	char	mark;		/* before its number; 0: a year has none */
	int	digits;
} rows[] = {
	[CYCLE_NONE] = { 12, 0, 0 },
	[CYCLE_MONTH] = { 1, 'M', 2 },
	[CYCLE_QUARTER] = { 3, 'Q', 1 },
	[CYCLE_HALF_YEAR] = { 6, 'H', 1 },
	[CYCLE_YEAR] = { 12, 0, 0 },
};

int
cycle_count(enum cycle c)
{
	return 12 / rows[c].months;
}

struct interval
interval_of(enum cycle c, struct day d)
{
	struct ymd	y = day_ymd(d);

	return (struct interval){ c, y.year,
	    (y.month - 1) / rows[c].months + 1 };
}

struct interval
interval_next(struct interval t)
{
	if (++t.k > cycle_count(t.cycle)) {
		t.k = 1;
		t.year++;
	}
	return t;
}

struct day
interval_first(struct interval t)
{
	return day_make(t.year, (t.k - 1) * rows[t.cycle].months + 1, 1);
}

struct day
interval_last(struct interval t)
{
	struct day	next = interval_first(interval_next(t));

	return day_is(next) ? day_add(next, -1) : day_make(t.year, 12, 31);
}

void
interval_print(struct interval t, char text[INTERVAL_TEXT])
{
	const struct cycle_row	*r = &rows[t.cycle];

	if (r->mark == 0)
		snprintf(text, INTERVAL_TEXT, "%04u", (unsigned)t.year % 10000);
	else
		snprintf(text, INTERVAL_TEXT, "%04u%c%0*u",
		    (unsigned)t.year % 10000, r->mark, r->digits,
		    (unsigned)t.k % 100);
}

/* A number of exactly `digits` digits; -1 where it is none. */
static int
number(const char *s, int digits)
{
	int	i, n = 0;

	for (i = 0; i < digits; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		n = n * 10 + (s[i] - '0');
	}
	return n;
}

bool
interval_parse(const char *text, struct interval *out)
{
	const struct cycle_row	*r;
	int			 c, k = 1, year = number(text, 4);

	for (c = CYCLE_MONTH; year > 0 && c <= CYCLE_YEAR; c++) {
		r = &rows[c];
		if (text[4] != r->mark)
			continue;
		if (r->mark != 0)
			k = number(text + 5, r->digits);
		if (k < 1 || k > cycle_count((enum cycle)c) ||
		    (r->mark != 0 && text[5 + r->digits] != '\0'))
			return false;
		*out = (struct interval){ (enum cycle)c, year, k };
		return true;
	}
	return false;
}
