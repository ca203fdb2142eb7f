/*
 * The strokes of timelines.
 */
#include "report/timeline_draw.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/markup.h"

/* ` name="` */
static void
attribute(struct ink *k, const char *name)
{
	ink(k, " ");
	ink(k, name);
	ink(k, "=\"");
}

static void
percent(struct ink *k, const char *name, int at)
{
	attribute(k, name);
	ink_number(k, at / 100, 1);
	ink(k, ".");
	ink_number(k, at % 100, 2);
	ink(k, "%\"");
}

static void
pixels(struct ink *k, const char *name, int n)
{
	attribute(k, name);
	ink_number(k, n, 1);
	ink(k, "\"");
}

static void
span(struct ink *k, int from, int to)
{
	percent(k, "x", from);
	percent(k, "width", to > from ? to - from : 1);
}

/* `<tag class="cls"` */
static void
begin(const struct drawing *d, struct ink *k, const char *tag,
    const char *cls)
{
	ink_begin(k, d->f);
	ink(k, "<");
	ink(k, tag);
	attribute(k, "class");
	ink(k, cls);
	ink(k, "\"");
}

static void
end(struct ink *k, const char *with)
{
	ink(k, with);
	ink_end(k);
}

void
draw_days(const struct drawing *d, const char *cls, struct day from,
    struct day to, struct lane l)
{
	struct day	behind = day_is(to) ? day_add(to, 1) : DAY_NONE;
	struct ink	k;

	begin(d, &k, "rect", cls);
	span(&k, axis_at(&d->x, from), day_is(behind) ?
	    axis_at(&d->x, behind) : AXIS_WIDTH);
	pixels(&k, "y", l.y);
	pixels(&k, "height", l.height);
	end(&k, "/>");
}

static void
upright(const struct drawing *d, struct ink *k, const char *cls, int at)
{
	begin(d, k, "line", cls);
	percent(k, "x1", at);
	percent(k, "x2", at);
}

static void
upright_whole(const struct drawing *d, const char *cls, int at)
{
	struct ink	k;

	upright(d, &k, cls, at);
	end(&k, " y1=\"0\" y2=\"100%\"/>");
}

void
draw_end(const struct drawing *d, const char *cls, struct day day,
    struct lane l)
{
	struct day	behind = day_add(day, 1);
	struct ink	k;

	upright(d, &k, cls, day_is(behind) ? axis_at(&d->x, behind) :
	    AXIS_WIDTH);
	pixels(&k, "y1", l.y);
	pixels(&k, "y2", l.y + l.height);
	end(&k, "/>");
}

void
draw_mark(const struct drawing *d, const char *mark, struct day day, int y)
{
	struct ink	k;

	ink_begin(&k, d->f);
	ink(&k, "<use href=\"#m-");
	ink(&k, mark);
	ink(&k, "\"");
	percent(&k, "x", axis_middle(&d->x, day));
	pixels(&k, "y", y);
	end(&k, "/>");
}

/* ---- what lies behind the rows */

static void
shade(const struct drawing *d, const char *cls, int from, int to)
{
	struct ink	k;

	begin(d, &k, "rect", cls);
	span(&k, from, to);
	end(&k, " y=\"0\" height=\"100%\"/>");
}

enum { WEEKENDS = 130, HOLIDAYS = 500 };	/* days shown, at most */

static enum day_kind
kind_on(const struct drawing *d, struct day day)
{
	return axis_is_folded(&d->x, day) ? DAY_WORKED :
	    workcal_kind(d->c->all->cal, day);
}

/* Runs of days off; where days are narrow only the longer ones. */
static void
shade_days(const struct drawing *d)
{
	int32_t		 least = d->x.weight > WEEKENDS ? 3 : 1, n;
	struct day	 day, first;
	enum day_kind	 kind;

	if (d->x.weight > HOLIDAYS)
		return;
	for (day = d->x.from; day_is(day) && day_cmp(day, d->x.to) <= 0;) {
		kind = kind_on(d, day);
		first = day;
		for (n = 0; day_is(day) && day_cmp(day, d->x.to) <= 0 &&
		    kind_on(d, day) == kind; n++)
			day = day_add(day, 1);
		if (kind != DAY_WORKED && n >= least)
			shade(d, kind == DAY_OFF ? "off" : "open",
			    axis_at(&d->x, first), day_is(day) ?
			    axis_at(&d->x, day) : AXIS_WIDTH);
	}
}

static void
shade_folds(const struct drawing *d)
{
	const struct fold	*f;
	int			 i;

	for (i = 0; i < d->x.nfolds; i++) {
		f = &d->x.folds[i];
		shade(d, "fold", axis_at(&d->x, f->from),
		    axis_at(&d->x, day_add(f->to, 1)));
	}
}

void
draw_ground(const struct drawing *d)
{
	struct tick_mark	t[AXIS_TICKS];
	bool			months;
	int			i, n = axis_ticks(&d->x, t, &months);

	fprintf(d->f, "<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" "
	    "height=\"0\"><defs><g id=\"%s-g\">", d->id);
	shade_days(d);
	for (i = 0; i < n; i++)
		upright_whole(d, "grid", t[i].at);
	shade_folds(d);
	if (d->open)
		upright_whole(d, "now", axis_middle(&d->x, d->look->today));
	fputs("</g></defs></svg>\n", d->f);
}

/* ---- the axis */

enum { SAID_FROM = 700, ROOM_NARROW = 1600, ROOM_BROAD = 800 };

/* Is it wide enough to say how long it is? */
static bool
is_said(const struct drawing *d, const struct fold *f)
{
	return axis_at(&d->x, day_add(f->to, 1)) - axis_at(&d->x, f->from) >=
	    SAID_FROM;
}

/* How far it is from a tick to what its words must not run into. */
static int
room_behind(const struct drawing *d, const struct tick_mark *t)
{
	int	room = AXIS_WIDTH, i, at;

	for (i = 0; i < d->x.nfolds; i++) {
		at = axis_at(&d->x, d->x.folds[i].from);
		if (is_said(d, &d->x.folds[i]) && at >= t->at &&
		    at - t->at < room)
			room = at - t->at;
	}
	at = axis_middle(&d->x, d->look->today);
	if (d->open && at >= t->at && at - t->at < room)
		room = at - t->at;
	return room;
}

/* The class of its words; NULL: it has none. */
static const char *
words_of(const struct drawing *d, const struct tick_mark *t)
{
	int	room = room_behind(d, t);

	if (t->words == TICK_BARE || room < ROOM_BROAD)
		return NULL;
	return t->words == TICK_WIDE || room < ROOM_NARROW ? "wide" : "tick";
}

static bool
has_room_for_year(const struct drawing *d, const struct tick_mark *t)
{
	return !d->open ||
	    abs(axis_middle(&d->x, d->look->today) - t->at) > 3600;
}

static void
write_at(const struct drawing *d, const char *cls, int at, int y,
    const char *text)
{
	struct ink	k;

	begin(d, &k, "text", cls);
	percent(&k, "x", at);
	pixels(&k, "y", y);
	end(&k, " dx=\"3\">");
	html_text(d->f, text);
	fputs("</text>", d->f);
}

static const char *
tick_text(struct arena *a, const struct tick_mark *t, bool months)
{
	struct ymd	y = day_ymd(t->day);

	return months ? arena_printf(a, _("%04d-%02d"), y.year, y.month) :
	    arena_printf(a, _("%02d-%02d"), y.month, y.day);
}

/* How many days are folded, where there is room to say it. */
static void
write_folds(const struct drawing *d)
{
	const struct fold	*f;
	struct ink		 k;
	int			 i, from, to, n;

	for (i = 0; i < d->x.nfolds; i++) {
		f = &d->x.folds[i];
		from = axis_at(&d->x, f->from);
		to = axis_at(&d->x, day_add(f->to, 1));
		n = day_diff(f->from, f->to) + 1;
		if (!is_said(d, f))
			continue;
		begin(d, &k, "text", "folded");
		percent(&k, "x", (from + to) / 2);
		end(&k, " y=\"26\">");
		html_text(d->f, arena_printf(d->a, text_plural("%d day",
		    "%d days", (unsigned long)n), n));
		fputs("</text>", d->f);
	}
}

static void
write_today(const struct drawing *d)
{
	int		at = axis_middle(&d->x, d->look->today);
	char		day[DAY_TEXT];
	struct ink	k;

	begin(d, &k, "text", at > AXIS_WIDTH / 2 ? "today back" : "today");
	percent(&k, "x", at);
	pixels(&k, "y", 11);
	pixels(&k, "dx", at > AXIS_WIDTH / 2 ? -3 : 3);
	end(&k, ">");
	html_text(d->f, arena_printf(d->a, _("today %s"),
	    day_print(d->look->today, day)));
	fputs("</text>", d->f);
}

void
draw_axis(const struct drawing *d)
{
	struct tick_mark	t[AXIS_TICKS];
	bool			months;
	int			i, n = axis_ticks(&d->x, t, &months);
	const char		*cls;

	fprintf(d->f, "<svg class=\"axis\" aria-hidden=\"true\" "
	    "height=\"30\"><use href=\"#%s-g\"/>", d->id);
	for (i = 0; i < n; i++) {
		if ((cls = words_of(d, &t[i])) == NULL)
			continue;
		write_at(d, cls, t[i].at, 26, tick_text(d->a, &t[i],
		    months));
		if (t[i].year && !months && has_room_for_year(d, &t[i]))
			write_at(d, "year", t[i].at, 11, arena_printf(d->a,
			    _("%04d"), day_ymd(t[i].day).year));
	}
	write_folds(d);
	if (d->open)
		write_today(d);
	fputs("</svg>", d->f);
}

/* ---- rows */

void
draw_row(const struct drawing *d, const char *cls, int height,
    const char *title)
{
	struct ink	k;

	begin(d, &k, "svg", cls);
	ink(&k, " role=\"img\"");
	pixels(&k, "height", height);
	end(&k, "><title>");
	html_text(d->f, title);
	ink(&k, "</title><use href=\"#");
	ink(&k, d->id);
	end(&k, "-g\"/>");
}

void
draw_row_end(const struct drawing *d)
{
	fputs("</svg>", d->f);
}
