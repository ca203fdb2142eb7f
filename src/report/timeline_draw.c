/*
 * The strokes of timelines.
 */
#include "report/timeline_draw.h"

#include <stdlib.h>

#include "base/text.h"
#include "report/markup.h"

static void
percent(const struct drawing *d, const char *name, int at)
{
	fprintf(d->f, " %s=\"%d.%02d%%\"", name, at / 100, at % 100);
}

static void
span(const struct drawing *d, int from, int to)
{
	percent(d, "x", from);
	percent(d, "width", to > from ? to - from : 1);
}

void
draw_days(const struct drawing *d, const char *cls, struct day from,
    struct day to, struct lane l)
{
	struct day	behind = day_is(to) ? day_add(to, 1) : DAY_NONE;

	fprintf(d->f, "<rect class=\"%s\"", cls);
	span(d, axis_at(&d->x, from), day_is(behind) ?
	    axis_at(&d->x, behind) : AXIS_WIDTH);
	fprintf(d->f, " y=\"%d\" height=\"%d\"/>", l.y, l.height);
}

static void
upright(const struct drawing *d, const char *cls, int at)
{
	fprintf(d->f, "<line class=\"%s\"", cls);
	percent(d, "x1", at);
	percent(d, "x2", at);
}

void
draw_end(const struct drawing *d, const char *cls, struct day day,
    struct lane l)
{
	struct day	behind = day_add(day, 1);

	upright(d, cls, day_is(behind) ? axis_at(&d->x, behind) :
	    AXIS_WIDTH);
	fprintf(d->f, " y1=\"%d\" y2=\"%d\"/>", l.y, l.y + l.height);
}

void
draw_mark(const struct drawing *d, const char *mark, struct day day, int y)
{
	fprintf(d->f, "<use href=\"#m-%s\"", mark);
	percent(d, "x", axis_middle(&d->x, day));
	fprintf(d->f, " y=\"%d\"/>", y);
}

/* ---- what lies behind the rows */

static void
shade(const struct drawing *d, const char *cls, int from, int to)
{
	fprintf(d->f, "<rect class=\"%s\"", cls);
	span(d, from, to);
	fputs(" y=\"0\" height=\"100%\"/>", d->f);
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
	for (i = 0; i < n; i++) {
		upright(d, "grid", t[i].at);
		fputs(" y1=\"0\" y2=\"100%\"/>", d->f);
	}
	shade_folds(d);
	if (d->open) {
		upright(d, "now", axis_middle(&d->x, d->look->today));
		fputs(" y1=\"0\" y2=\"100%\"/>", d->f);
	}
	fputs("</g></defs></svg>\n", d->f);
}

/* ---- the axis */

static void
write_at(const struct drawing *d, const char *cls, int at, int y,
    const char *text)
{
	fprintf(d->f, "<text class=\"%s\"", cls);
	percent(d, "x", at);
	fprintf(d->f, " y=\"%d\" dx=\"3\">", y);
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

static void
write_today(const struct drawing *d)
{
	int	at = axis_middle(&d->x, d->look->today);
	char	day[DAY_TEXT];

	fprintf(d->f, "<text class=\"today%s\"", at > AXIS_WIDTH / 2 ?
	    " back" : "");
	percent(d, "x", at);
	fprintf(d->f, " y=\"11\" dx=\"%d\">", at > AXIS_WIDTH / 2 ? -3 : 3);
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

	fprintf(d->f, "<svg class=\"axis\" aria-hidden=\"true\" "
	    "height=\"30\"><use href=\"#%s-g\"/>", d->id);
	for (i = 0; i < n; i++) {
		if (t[i].words == TICK_BARE)
			continue;
		write_at(d, t[i].words == TICK_WIDE ? "wide" : "tick",
		    t[i].at, 26, tick_text(d->a, &t[i], months));
		if (t[i].year && !months && (!d->open ||
		    abs(axis_middle(&d->x, d->look->today) - t[i].at) > 3600))
			write_at(d, "year", t[i].at, 11, arena_printf(d->a,
			    _("%04d"), day_ymd(t[i].day).year));
	}
	if (d->open)
		write_today(d);
	fputs("</svg>", d->f);
}

/* ---- rows */

void
draw_row(const struct drawing *d, int height, const char *title)
{
	fprintf(d->f, "<svg class=\"bar\" role=\"img\" height=\"%d\"><title>",
	    height);
	html_text(d->f, title);
	fprintf(d->f, "</title><use href=\"#%s-g\"/>", d->id);
}

void
draw_row_end(const struct drawing *d)
{
	fputs("</svg>", d->f);
}
