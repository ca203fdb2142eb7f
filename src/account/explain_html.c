/*
 * The account of one point within a page: a list of what is given and what
 * comes of it, sums as tables, months as calendars.
 */
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/html.h"

static void
put(struct explainer *t, const char *s)
{
	fputs(s, t->l.out);
}

static void
say(struct explainer *t, const char *s)
{
	html_text(t->l.out, s);
}

/* ---- lists: 1, heads; 2, what stands below a head */

static void
nest(struct explainer *t, int depth)
{
	while (t->nested > depth) {
		put(t, t->nested == 2 ? "</ul>\n" : "</li>\n</ul>\n");
		t->nested--;
	}
	while (t->nested < depth) {
		put(t, t->nested == 0 ? "<ul class=\"account\">\n" :
		    "\n<ul>\n");
		t->nested++;
	}
}

static void
html_title(struct explainer *t, const char *s)
{
	nest(t, 0);
	put(t, "<p class=\"point\"><b>");
	say(t, s);
	put(t, "</b></p>\n");
}

static void
item(struct explainer *t)
{
	bool	first = t->nested == 0;

	nest(t, 1);
	put(t, first ? "<li>" : "</li>\n<li>");
}

static void
html_head(struct explainer *t, const char *label, const char *what)
{
	item(t);
	put(t, "<b>");
	say(t, label);
	put(t, "</b> ");
	say(t, what);
}

static bool
is_result(const char *s)
{
	return strncmp(s, "\xe2\x86\x92", 3) == 0;
}

static void
html_line(struct explainer *t, int indent, const char *s)
{
	if (indent < IN || t->nested == 0) {
		item(t);
		say(t, s);
		return;
	}
	nest(t, 2);
	put(t, is_result(s) ? "<li class=\"so\">" : "<li>");
	say(t, s);
	put(t, "</li>\n");
}

/* ---- sums */

static void
html_sum(struct explainer *t, const struct sum *s, int indent)
{
	const struct tick	*at = s->ticks;
	const char		*days, *words;

	(void)indent;
	if (s->n == 0)
		return;
	nest(t, 2);
	put(t, "<li class=\"sum\"><table>\n");
	while ((words = sum_row(t, s, &at, &days)) != NULL) {
		put(t, "<tr><th scope=\"row\">");
		say(t, days);
		put(t, "</th><td>");
		say(t, words);
		put(t, "</td></tr>\n");
	}
	put(t, "</table></li>\n");
}

/* ---- months */

struct months {
	struct explainer	*t;
	const struct sum	*s;
	const struct workcal	*cal;
	struct day		 last, safe;
};

static bool
is_same(struct day a, struct day b)
{
	return day_is(b) && day_cmp(a, b) == 0;
}

static const char *
nature_of(const struct months *m, struct day d, const char **cls)
{
	int	w = day_weekday(d);

	switch (workcal_kind(m->cal, d)) {
	case DAY_OFF:
		*cls = "off";
		return _("off");
	case DAY_WORKED:
		*cls = "";
		return w == 0 || w == 6 ? _("on") : "";
	case DAY_UNSETTLED:
		break;
	}
	*cls = "open";
	return "?";
}

/* What a day is to the sum: its number, or a word. */
static const char *
role_of(const struct months *m, struct day d, const char **cls)
{
	const struct sum	*more = m->s->more, *s = more != NULL &&
				    day_cmp(d, more->act) > 0 ? more : m->s;
	const struct tick	*k = sum_tick(s, d);
	const char		*number = "";

	if (k != NULL && sum_number(s, k) > 0)
		number = arena_printf(m->t->a, s == more ? "+%d" : "=%d",
		    (int)sum_number(s, k));
	if (k != NULL && (k->as == TICK_PAUSED || k->as == TICK_HELD)) {
		*cls = "paused";
		return _("paused");
	}
	if (is_same(d, m->last)) {
		*cls = "last";
		return arena_printf(m->t->a, _("%s last"), number);
	}
	if (is_same(d, m->s->act)) {
		*cls = "act";
		return arena_printf(m->t->a, _("%s start"), number);
	}
	if (is_same(d, m->safe)) {
		*cls = "safe";
		return arena_printf(m->t->a, _("%s safe"), number);
	}
	*cls = *number != '\0' ? "in" : "";
	return number;
}

static void
cell(const struct months *m, struct day d)
{
	const char	*kind, *role, *nature = nature_of(m, d, &kind);
	const char	*what = role_of(m, d, &role);

	if (*kind == '\0' && *role == '\0')
		put(m->t, "<td>");
	else
		fprintf(m->t->l.out, "<td class=\"%s%s%s\">", kind,
		    *kind != '\0' && *role != '\0' ? " " : "", role);
	fprintf(m->t->l.out, "%d", day_ymd(d).day);
	if (*nature != '\0') {
		put(m->t, " <i>");
		say(m->t, nature);
		put(m->t, "</i>");
	}
	if (*what != '\0') {
		put(m->t, " <small>");
		say(m->t, what);
		put(m->t, "</small>");
	}
	put(m->t, "</td>");
}

static void
month(const struct months *m, struct day first)
{
	struct ymd	y = day_ymd(first);
	int		lead = (day_weekday(first) + 6) % 7, c;
	struct day	d = first, next = day_add_months(first, 1);

	fprintf(m->t->l.out, "<table class=\"month\"><caption>%04d-%02d"
	    "</caption>\n<thead><tr>", y.year, y.month);
	for (c = 0; c < 7; c++) {
		put(m->t, "<th scope=\"col\">");
		say(m->t, weekday_word(day_add(first, c - lead)));
		put(m->t, "</th>");
	}
	put(m->t, "</tr></thead>\n<tbody><tr>");
	for (c = 0; c < lead; c++)
		put(m->t, "<td></td>");
	for (; day_is(d) && (!day_is(next) || day_cmp(d, next) < 0);
	    d = day_add(d, 1)) {
		if (c == 7) {
			c = 0;
			put(m->t, "</tr>\n<tr>");
		}
		cell(m, d);
		c++;
	}
	for (; c < 7; c++)
		put(m->t, "<td></td>");
	put(m->t, "</tr></tbody></table>\n");
}

static void
html_grid(struct explainer *t, const struct sum *s, struct day safe)
{
	struct months	m = { .t = t, .s = s };
	struct day	d = DAY_NONE;
	int		k, n = grid_months(s, &d, &m.last, &safe);

	if (n == 0)
		return;
	m.safe = safe;
	m.cal = calendars_for(t->x->calendars, s->division);
	nest(t, 2);
	put(t, "<li class=\"months\">\n");
	for (k = 0; k < n && day_is(d); k++, d = day_add_months(d, 1))
		if (!grid_skips(s, k, n, d))
			month(&m, d);
	put(t, "</li>\n");
}

/* ---- one point */

const struct teller	html_form = {
	html_title, html_head, html_line, html_sum, html_grid, false
};

void
account_html(struct layout l, const struct explained *x, int slot, int event)
{
	struct explainer	t = { .l = l, .form = &html_form,
				    .a = arena_new(), .x = x, .full = true };

	if (slot >= 0)
		tell_slot(&t, slot);
	else
		tell_event(&t, event);
	nest(&t, 0);
	arena_free(t.a);
}
