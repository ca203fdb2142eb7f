/*
 * Sums of days as rows and as a small month grid.
 */
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/lines.h"
#include "words/parts.h"

const char *
weekday_word(struct day d)
{
	static const char *const	words[] = {
		N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
		N_("Fri"), N_("Sat")
	};

	return text_in(words[day_weekday(d)]);
}

const char *
weekday_words(struct arena *a, struct day d)
{
	char	buf[DAY_TEXT];

	return day_is(d) ? arena_printf(a, "%s %s", day_print(d, buf),
	    weekday_word(d)) : _("an unknown day");
}

static int
width_of(const char *s)
{
	return text_width(s, strlen(s));
}

static void
blanks(FILE *f, int n)
{
	while (n-- > 0)
		putc_unlocked(' ', f);
}

/* ---- rows */

static bool
is_weekend(struct day d)
{
	int	w = day_weekday(d);

	return w == 0 || w == 6;
}

static bool
same_text(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static bool
same_holiday(const struct holiday *a, const struct holiday *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->kind == b->kind && same_text(a->name, b->name) &&
	    same_text(a->notice, b->notice);
}

/* Which pause of the bound it is on that day; -1: several. */
static int
cause_on(const struct sum *s, struct day d)
{
	const struct pauses	*p = s->pauses;
	int			 i;

	for (i = 0; p != NULL && i < p->n; i++)
		if (day_cmp(p->spans[i].from, d) <= 0 &&
		    day_cmp(d, p->spans[i].to) <= 0)
			return p->spans[i].cause;
	return -1;
}

/* May two days that follow each other stand in one row? */
static bool
alike(const struct sum *s, const struct tick *a, const struct tick *b)
{
	if (a->as != b->as || (a->as != TICK_COUNTED && a->as != TICK_PASSED &&
	    a->as != TICK_PAUSED))
		return false;
	if (a->as == TICK_PAUSED)
		return day_cmp(day_add(a->day, 1), b->day) == 0 &&
		    cause_on(s, a->day) == cause_on(s, b->day);
	if (b->as == TICK_COUNTED && b->number == s->period.n && s->rolled)
		return false;
	return (a->kind == DAY_OFF) == (b->kind == DAY_OFF) &&
	    tick_made_up(a) == tick_made_up(b) &&
	    same_holiday(a->holiday, b->holiday);
}

/* "国庆节, 国办发明电〔2019〕16号" */
static const char *
holiday_words(struct arena *a, const struct holiday *h)
{
	const char	*name = *h->name == '\0' ? _("by notice") : h->name;

	return *h->notice == '\0' ? name :
	    arena_printf(a, _("%s, %s"), name, h->notice);
}

/* What kind of day it is, where that is worth a word; "" else. */
static const char *
nature(struct arena *a, const struct tick *t)
{
	if (tick_made_up(t))
		return t->holiday == NULL ? _("a made-up working day") :
		    arena_printf(a, _("a made-up working day (%s)"),
		    holiday_words(a, t->holiday));
	if (t->kind == DAY_OFF && t->holiday != NULL)
		return arena_printf(a, _("day off (%s)"),
		    holiday_words(a, t->holiday));
	if (t->kind == DAY_OFF)
		return _("weekend");
	return "";
}

static const char *
number_words(struct arena *a, const struct sum *s, int32_t from, int32_t to)
{
	if (s->period.unit == UNIT_WORKDAY)
		return from == to ?
		    arena_printf(a, _("working day %d"), (int)from) :
		    arena_printf(a, _("working days %d to %d"), (int)from,
		    (int)to);
	return from == to ? arena_printf(a, _("day %d"), (int)from) :
	    arena_printf(a, _("days %d to %d"), (int)from, (int)to);
}

static const char *
counted_words(struct arena *a, const struct sum *s, const struct tick *first,
    const struct tick *last)
{
	const char	*n = number_words(a, s, first->number, last->number);
	const char	*what = nature(a, first);

	if (last->number == s->period.n && s->rolled)
		return arena_printf(a, _("%s: %s, so the last day moves on"),
		    n, what);
	if (*what == '\0')
		return n;
	return first->kind == DAY_OFF ?
	    arena_printf(a, _("%s: %s, counted all the same"), n, what) :
	    arena_printf(a, _("%s: %s"), n, what);
}

/* Is it a last day off, that moves on? */
static bool
rolls_from(const struct sum *s, const struct tick *t)
{
	const struct tick	*next = t + 1;

	return t->kind == DAY_OFF && next < s->ticks + s->n &&
	    day_cmp(next->day, t->day) > 0 && (next->as == TICK_PASSED ||
	    next->as == TICK_LANDED || next->as == TICK_OPEN);
}

/* A last day, with what it is where it moves on. */
static const char *
last_words(struct arena *a, const struct sum *s, const struct tick *t,
    const char *what)
{
	return rolls_from(s, t) ? arena_printf(a, _("%s: %s, so the last day "
	    "moves on"), what, nature(a, t)) : what;
}

static const char *
months_words(struct arena *a, const struct sum *s, const struct tick *t)
{
	const char	*months = arena_printf(a, text_plural("%d month on",
			    "%d months on", (unsigned long)s->period.n),
			    (int)s->period.n), *core;

	core = s->clamped ? arena_printf(a, _("%s, but that month has no day "
	    "%d: its last day"), months, day_ymd(s->act).day) :
	    arena_printf(a, _("%s, the same day of the month"), months);
	if (s->period.same_day)
		core = arena_printf(a, _("%s, and one day back, for the first "
		    "day counts"), core);
	if (rolls_from(s, t))
		return arena_printf(a, _("%s: %s, so the last day moves on"),
		    core, nature(a, t));
	return tick_made_up(t) ? arena_printf(a, _("%s: %s"), core,
	    nature(a, t)) : core;
}

/* How many of these days are paused. */
static int
paused_days(const struct tick *first, const struct tick *last)
{
	int	n = 0;

	for (; first <= last; first++)
		n += first->as == TICK_PAUSED;
	return n;
}

/* Of days counted plainly one not settled has its number all the same; or 0. */
static int32_t
open_number(const struct sum *s, const struct tick *t)
{
	int32_t	n = day_diff(s->act, t->day) + s->period.same_day -
		    paused_days(s->ticks, t);

	return t->as == TICK_OPEN &&
	    s->period.unit == UNIT_DAY && n <= s->period.n ? n : 0;
}

static bool
is_moved(const struct sum *s)
{
	return s->period.n == 0 || s->period.unit == UNIT_MONTH;
}

/* "from 'A' through 'B'", "'Notice'"; NULL: not known, or several */
static const char *
cause_words(struct explainer *t, int cause)
{
	const struct procedure	*p = t->x->all->proc;
	const struct pause	*by;

	if (t->bound == NULL || cause < 0)
		return NULL;
	by = &t->bound->pauses[cause];
	return by->to < 0 ? point_title(t->a, p, by->from) :
	    arena_printf(t->a, _("from %s through %s"), point_title(t->a, p,
	    by->from), point_title(t->a, p, by->to));
}

static const char *
paused_words(struct explainer *t, const struct sum *s,
    const struct tick *first, const struct tick *last)
{
	int		 n = paused_days(first, last);
	const char	*words = _("paused, not counted"), *by;

	if (is_moved(s))
		words = arena_printf(t->a, text_plural("paused: %d day",
		    "paused: %d days", (unsigned long)n), n);
	by = cause_words(t, cause_on(s, first->day));
	return by == NULL ? words : arena_printf(t->a, _("%s (%s)"), words,
	    by);
}

static const char *
moved_words(struct arena *a, const struct sum *s, const struct tick *t)
{
	int	n = paused_days(s->ticks, t);

	return last_words(a, s, t, arena_printf(a, text_plural("later by the "
	    "%d day paused", "later by the %d days paused",
	    (unsigned long)n), n));
}

static const char *
tick_words(struct explainer *t, const struct sum *s,
    const struct tick *first, const struct tick *last)
{
	struct arena	*a = t->a;

	switch (first->as) {
	case TICK_ACT:
		return s->period.same_day ? _("the first day, counted") :
		    _("the day it starts from, not counted");
	case TICK_COUNTED:
		return counted_words(a, s, first, last);
	case TICK_PASSED:
		return arena_printf(a, _("%s, passed over"),
		    nature(a, first));
	case TICK_MONTHS:
		return months_words(a, s, first);
	case TICK_LANDED:
		return *nature(a, first) == '\0' ?
		    _("the next working day") :
		    arena_printf(a, _("the next working day: %s"),
		    nature(a, first));
	case TICK_PAUSED:
		return paused_words(t, s, first, last);
	case TICK_HELD:
		return _("paused from here on without an end");
	case TICK_UNSURE:
		return _("not known whether it is paused: the notice that "
		    "pauses it has no settled last day");
	case TICK_DATED:
		return last_words(a, s, first, _("the date that is asked "
		    "for"));
	case TICK_MOVED:
		return moved_words(a, s, first);
	case TICK_OPEN:
		if (open_number(s, first) > 0)
			return arena_printf(a, _("%s: not settled, no notice "
			    "says yet whether it is worked"), number_words(a,
			    s, open_number(s, first), open_number(s, first)));
		break;
	}
	return _("not settled: no notice says yet whether it is worked");
}

static const char *
days_of_row(struct arena *a, const struct tick *first,
    const struct tick *last)
{
	const char	*from = weekday_words(a, first->day);
	const char	*to = weekday_words(a, last->day);
	bool		 same = strncmp(from, to, 5) == 0;

	return first == last ? from : arena_printf(a, _("%s to %s"), from,
	    to + (same ? 5 : 0));
}

const char *
sum_row(struct explainer *t, const struct sum *s, const struct tick **at,
    const char **days)
{
	const struct tick	*end = s->ticks + s->n, *first = *at, *last;

	if (first == end)
		return NULL;
	for (last = first; last + 1 < end && alike(s, last, last + 1);)
		last++;
	*at = last + 1;
	*days = days_of_row(t->a, first, last);
	return tick_words(t, s, first, last);
}

void
text_sum(struct explainer *t, const struct sum *s, int indent)
{
	const struct tick	*at;
	const char		*left, *words;
	int			 wide = 0, pass, n;

	for (pass = 0; pass < 2; pass++)
		for (at = s->ticks; (words = sum_row(t, s, &at, &left)) !=
		    NULL;) {
			n = width_of(left);
			wide = n > wide ? n : wide;
			if (pass == 0)
				continue;
			words = text_safe(t->a, words);
			blanks(t->l.out, indent);
			fputs(left, t->l.out);
			blanks(t->l.out, wide - n + 2);
			text_wrap(t->l.out, words, indent + wide + 2,
			    indent + wide + 2, t->l.width);
		}
}

/* ---- the grid */

enum { GRID_MONTHS = 3, INDENT = 2 };

struct grid {
	struct explainer		*t;
	const struct sum	*s;
	const struct workcal	*cal;
	struct day		 last;		/* with its extension */
	struct day		 safe;
	bool			 open;		/* a ? was shown */
	bool			 paused;	/* a - was shown */
	int			 cell;		/* columns of a cell */
};

const struct tick *
sum_tick(const struct sum *s, struct day d)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (day_cmp(s->ticks[i].day, d) == 0)
			return &s->ticks[i];
	return NULL;
}

int32_t
sum_number(const struct sum *s, const struct tick *k)
{
	return k->as == TICK_COUNTED ? k->number : open_number(s, k);
}

static const char *
mark_of(struct grid *g, struct day d)
{
	switch (workcal_kind(g->cal, d)) {
	case DAY_OFF:
		return _("off");
	case DAY_WORKED:
		return is_weekend(d) ? _("on") : "";
	case DAY_UNSETTLED:
		break;
	}
	g->open = true;
	return "?";
}

/* "[28", " 27on=2", " 30=5]": what a cell shows; +N behind an extension. */
static const char *
cell_of(struct grid *g, struct day d)
{
	const struct sum	*more = g->s->more, *s = more != NULL &&
				    day_cmp(d, more->act) > 0 ? more : g->s;
	const struct tick	*k = sum_tick(s, d);
	const char		*number = "", *close = "", *open;

	if (k != NULL && sum_number(s, k) > 0)
		number = arena_printf(g->t->a, s == more ? "+%d" : "=%d",
		    (int)sum_number(s, k));
	if (k != NULL && (k->as == TICK_PAUSED || k->as == TICK_HELD)) {
		number = "-";
		g->paused = true;
	}
	open = day_cmp(d, g->s->act) == 0 ? "[" : " ";
	if (day_is(g->last) && day_cmp(d, g->last) == 0)
		close = "]";
	else if (day_is(g->safe) && day_cmp(d, g->safe) == 0)
		close = ")";
	return arena_printf(g->t->a, "%s%2d%s%s%s", open, day_ymd(d).day,
	    mark_of(g, d), number, close);
}

static void
put_cell(const struct grid *g, const char *s, int column)
{
	fputs(s, g->t->l.out);
	if (column < 6)
		blanks(g->t->l.out, g->cell - width_of(s));
	else
		putc_unlocked('\n', g->t->l.out);
}

static void
week_heads(const struct grid *g, struct day first)
{
	const char	*s;
	int		 c;

	blanks(g->t->l.out, INDENT);
	for (c = 0; c < 7; c++) {
		s = weekday_word(day_add(first, c));
		put_cell(g, arena_printf(g->t->a, " %s", s), c);
	}
}

static void
month(struct grid *g, struct day first)
{
	FILE		*f = g->t->l.out;
	struct ymd	 y = day_ymd(first);
	int		 lead = (day_weekday(first) + 6) % 7, c;
	struct day	 d = first, next = day_add_months(first, 1);

	blanks(f, INDENT + 1);
	fprintf(f, "%04d-%02d\n", y.year, y.month);
	week_heads(g, day_add(first, -lead));
	blanks(f, INDENT + lead * g->cell);
	for (c = lead; day_cmp(d, next) < 0; d = day_add(d, 1)) {
		if (c == 7) {
			c = 0;
			blanks(f, INDENT);
		}
		put_cell(g, cell_of(g, d),
		    day_cmp(day_add(d, 1), next) == 0 ? 6 : c);
		c++;
	}
}

static int
columns_of_cell(const struct grid *g)
{
	const struct sum	*s = g->s;
	int			 n = 0, off = width_of(_("off"));
	int			 on = width_of(_("on"));
	int32_t			 k;

	if (s->period.unit != UNIT_MONTH)
		for (n = 1, k = s->period.n; k > 0; k /= 10)
			n++;
	return 3 + (off > on ? off : on) + n + 2;
}

static void
legend(const struct grid *g)
{
	tell_line(g->t, INDENT + 1, day_is(g->safe) ?
	    _("[ the day it starts from; =N the N-th day; ] the last day; ) "
	    "the safe one; off: day off; on: made-up working day") :
	    _("[ the day it starts from; =N the N-th day; ] the last day; "
	    "off: day off; on: made-up working day"));
	if (g->open)
		tell_line(g->t, INDENT + 1, _("?: not settled whether the day "
		    "is worked"));
	if (g->s->more != NULL)
		tell_line(g->t, INDENT + 1, _("+N: the N-th day of the "
		    "extension"));
	if (g->paused)
		tell_line(g->t, INDENT + 1, _("-: paused, not counted"));
}

static bool
same_month(struct day a, struct day b)
{
	struct ymd	x = day_ymd(a), y = day_ymd(b);

	return day_is(b) && x.year == y.year && x.month == y.month;
}

int
grid_months(const struct sum *s, struct day *first, struct day *last,
    struct day *safe)
{
	const struct sum	*end = s->more != NULL ? s->more : s;
	struct day		 d = day_is(end->last) ? end->last :
				    end->brink;
	struct ymd		 y;

	*last = end->last;
	if (!day_is(s->act) || !day_is(d))
		return 0;
	if (day_is(*safe) && day_cmp(*safe, d) <= 0)
		*safe = DAY_NONE;
	d = day_max(d, *safe);
	y = day_ymd(s->act);
	*first = day_make(y.year, y.month, 1);
	return (day_ymd(d).year - y.year) * 12 + day_ymd(d).month - y.month +
	    1;
}

bool
grid_skips(const struct sum *s, int k, int n, struct day first)
{
	return n > GRID_MONTHS && k > 0 && k < n - 1 &&
	    !same_month(first, s->corresponding);
}

void
text_grid(struct explainer *t, const struct sum *s, struct day safe)
{
	struct grid	g = { .t = t, .s = s };
	struct day	d = DAY_NONE;
	int		k, months = grid_months(s, &d, &g.last, &safe);
	bool		gap = false;

	if (months == 0)
		return;
	g.safe = safe;
	g.cal = calendars_for(t->x->calendars, s->division);
	g.cell = columns_of_cell(&g);
	putc_unlocked('\n', t->l.out);
	for (k = 0; k < months && day_is(d); k++, d = day_add_months(d, 1)) {
		if (!grid_skips(s, k, months, d))
			month(&g, d);
		else if (!gap)
			tell_line(t, INDENT + 1, "...");
		gap = grid_skips(s, k, months, d);
	}
	legend(&g);
	putc_unlocked('\n', t->l.out);
}
