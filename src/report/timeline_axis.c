/*
 * Where a day has its place on a timeline.
 */
#include <stdlib.h>

#include "report/timeline.h"

static int
by_day(const void *a, const void *b)
{
	return day_cmp(*(const struct day *)a, *(const struct day *)b);
}

/* ---- folds */

static void
fold_between(struct axis *x, struct day a, struct day b)
{
	struct fold	*f;

	if (day_diff(a, b) < FOLD_FROM || x->nfolds == AXIS_FOLDS)
		return;
	f = &x->folds[x->nfolds++];
	f->from = day_add(a, FOLD_MARGIN);
	f->to = day_add(b, -FOLD_MARGIN);
}

static int32_t
length(const struct fold *f)
{
	return day_diff(f->from, f->to) + 1;
}

static int
margin(int32_t days)
{
	return days < 20 ? 1 : days < 120 ? 3 : 7;
}

void
axis_make(struct axis *x, struct day *days, size_t n)
{
	int	wide, i;
	size_t	k;

	qsort(days, n, sizeof(*days), by_day);
	x->nfolds = 0;
	for (k = 1; k < n; k++)
		fold_between(x, days[k - 1], days[k]);
	wide = margin(day_diff(days[0], days[n - 1]));
	x->from = day_max(day_add(days[0], -wide), DAY_FIRST);
	x->to = day_add(days[n - 1], wide);
	if (!day_is(x->to))
		x->to = DAY_LAST;
	x->weight = day_diff(x->from, x->to) + 1;
	for (i = 0; i < x->nfolds; i++)
		x->weight += FOLD_WIDE - length(&x->folds[i]);
}

/* ---- places */

int
axis_at(const struct axis *x, struct day d)
{
	int64_t			 days, part = 0;
	const struct fold	*f;
	int			 i;

	if (day_cmp(d, x->from) <= 0)
		return 0;
	if (day_cmp(d, x->to) > 0)
		return AXIS_WIDTH;
	days = day_diff(x->from, d);
	for (i = 0; i < x->nfolds; i++) {
		f = &x->folds[i];
		if (day_cmp(d, f->to) > 0)
			days += FOLD_WIDE - length(f);
		else if (day_cmp(d, f->from) > 0) {
			days -= day_diff(f->from, d);
			part = (int64_t)day_diff(f->from, d) * FOLD_WIDE *
			    AXIS_WIDTH / length(f);
		}
	}
	return (int)((days * AXIS_WIDTH + part) / x->weight);
}

int
axis_middle(const struct axis *x, struct day d)
{
	struct day	next = day_add(d, 1);

	return (axis_at(x, d) + (day_is(next) ? axis_at(x, next) :
	    AXIS_WIDTH)) / 2;
}

bool
axis_is_folded(const struct axis *x, struct day d)
{
	int	i;

	for (i = 0; i < x->nfolds; i++)
		if (day_cmp(x->folds[i].from, d) <= 0 &&
		    day_cmp(d, x->folds[i].to) <= 0)
			return true;
	return false;
}

/* ---- ticks */

/* Days, weeks, months, or more of them: what leaves some ten lines. */
struct scale {
	int32_t	weight;		/* up to so many days shown */
	int	days, months;	/* one of the two is 0 */
};

static const struct scale	scales[] = {
	{ 12, 1, 0 }, { 24, 2, 0 }, { 130, 7, 0 }, { 700, 0, 1 },
	{ 2000, 0, 3 }, { 8000, 0, 12 }, { INT32_MAX, 0, 120 }
};

static struct day
next_tick(const struct scale *s, struct day d)
{
	struct ymd	y = day_ymd(d);
	struct day	first = day_make(y.year, y.month, 1);

	if (s->days > 0)
		return day_add(d, s->days);
	first = day_add_months(first, 1);
	while (day_is(first) && ((day_ymd(first).year * 12 +
	    day_ymd(first).month - 1) % s->months) != 0)
		first = day_add_months(first, 1);
	return first;
}

/* Folded ones are passed over at once: a fold may hold thousands of years. */
static struct day
tick_behind(const struct axis *x, const struct scale *s, struct day d)
{
	int	i;

	for (i = 0; s->days > 0 && i < x->nfolds; i++)
		if (day_cmp(x->folds[i].from, d) <= 0 &&
		    day_cmp(d, x->folds[i].to) <= 0)
			return day_add(d, (day_diff(d, x->folds[i].to) /
			    s->days + 1) * s->days);
	return next_tick(s, d);
}

static struct day
first_tick(const struct axis *x, const struct scale *s)
{
	int	monday = (day_weekday(x->from) + 6) % 7;

	if (s->days == 7)
		return day_add(x->from, (7 - monday) % 7);
	return s->days > 0 ? x->from : next_tick(s, day_add(x->from, -1));
}

enum { ROOM_ALWAYS = 1900, ROOM_WIDE = 950, ROOM_END = 1500 };

/* Words where the one before leaves room for them, in a narrow column too. */
static void
give_words(struct tick_mark *t, int n)
{
	int	i, always = -AXIS_WIDTH, next, wide = -AXIS_WIDTH;

	for (i = 0; i < n; i++)
		if (t[i].at - always >= ROOM_ALWAYS &&
		    t[i].at <= AXIS_WIDTH - ROOM_END) {
			t[i].words = TICK_ALWAYS;
			always = t[i].at;
		}
	for (i = 0; i < n; i++) {
		for (next = i + 1; next < n && t[next].words != TICK_ALWAYS;)
			next++;
		if (t[i].words == TICK_BARE && t[i].at - wide >= ROOM_WIDE &&
		    t[i].at <= AXIS_WIDTH - ROOM_END / 2 && (next == n ||
		    t[next].at - t[i].at >= ROOM_WIDE))
			t[i].words = TICK_WIDE;
		if (t[i].words != TICK_BARE)
			wide = t[i].at;
	}
}

/* The year stands once where it is another, at a tick that always has words. */
static void
give_years(struct tick_mark *t, int n)
{
	int	i, year = 0, y;

	for (i = 0; i < n; i++) {
		y = day_ymd(t[i].day).year;
		if (t[i].words != TICK_ALWAYS || y == year)
			continue;
		t[i].year = true;
		year = y;
	}
}

int
axis_ticks(const struct axis *x, struct tick_mark t[static AXIS_TICKS],
    bool *months)
{
	const struct scale	*s = scales;
	struct day		 d;
	int			 n = 0;

	while (x->weight > s->weight)
		s++;
	*months = s->months > 0;
	for (d = first_tick(x, s); day_is(d) && day_cmp(d, x->to) <= 0 &&
	    n < AXIS_TICKS; d = tick_behind(x, s, d))
		if (!axis_is_folded(x, d))
			t[n++] = (struct tick_mark){ .day = d,
			    .at = axis_at(x, d), .words = TICK_BARE };
	give_words(t, n);
	give_years(t, n);
	return n;
}
