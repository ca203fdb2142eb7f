#include "report/charts.h"

#include "base/text.h"
#include "report/markup.h"
#include "words/message.h"

enum { HIGH = 48 };	/* of the highest column, in pixels */

/* ---- nights */

struct chart {
	FILE				*f;
	struct arena			*a;
	const struct chart_night	*nights;
	size_t				 n;
};

static long long
most(const struct chart *c, enum severity s)
{
	long long	top = 0;
	size_t		k;

	for (k = 0; k < c->n; k++)
		if (c->nights[k].open[s] > top)
			top = c->nights[k].open[s];
	return top;
}

/* In 1/1000: a night is a column, also one of the days without any. */
static int
column(const struct chart *c, size_t k)
{
	int	days = day_diff(c->nights[0].day, c->nights[c->n - 1].day) + 1;
	int	at = day_diff(c->nights[0].day, c->nights[k].day);

	return (int)((long long)at * 100000 / days);
}

static void
columns(const struct chart *c, enum severity s)
{
	long long	v, top = most(c, s);
	size_t		k;
	int		days = day_diff(c->nights[0].day,
			    c->nights[c->n - 1].day) + 1;
	int		x, high, wide = 100000 / days;

	for (k = 0; k < c->n && top > 0; k++) {
		v = c->nights[k].open[s];
		x = column(c, k);
		high = (int)(v * HIGH / top);
		if (v > 0 && high == 0)
			high = 1;
		if (v > 0)
			fprintf(c->f, "<rect x=\"%d.%03d%%\" y=\"%d\" "
			    "width=\"%d.%03d%%\" height=\"%d\"/>", x / 1000,
			    x % 1000, HIGH - high, wide * 4 / 5 / 1000,
			    wide * 4 / 5 % 1000, high);
	}
}

/* One severity: its word and its last number, then the columns. */
static void
severity_chart(const struct chart *c, enum severity s)
{
	const struct chart_night	*last = &c->nights[c->n - 1];
	const struct chart_night	*first = &c->nights[0];
	char				 from[DAY_TEXT], to[DAY_TEXT];

	fprintf(c->f, "<div class=\"chart v-%s\"><p>", severity_name(s));
	markup_shape(c->f, severity_name(s));
	fprintf(c->f, "<b>%lld</b> ", last->open[s]);
	html_text(c->f, message_severity(s));
	fprintf(c->f, "</p><svg class=\"columns\" role=\"img\" "
	    "height=\"%d\"><title>", HIGH + 1);
	html_text(c->f, arena_printf(c->a, _("%s, open findings: %lld on %s, "
	    "%lld on %s"), message_severity(s), first->open[s],
	    day_print(first->day, from), last->open[s],
	    day_print(last->day, to)));
	fputs("</title>", c->f);
	columns(c, s);
	fprintf(c->f, "<line class=\"base\" x1=\"0\" x2=\"100%%\" y1=\"%d.5\" "
	    "y2=\"%d.5\"/></svg><p class=\"ends note\"><span>%s: %lld"
	    "</span><span>", HIGH, HIGH, from, first->open[s]);
	html_text(c->f, arena_printf(c->a, _("most: %lld"), most(c, s)));
	fprintf(c->f, "</span><span>%s</span></p></div>\n", to);
}

static void
nights_table(const struct chart *c)
{
	size_t	k;
	int	s;

	fputs("<details class=\"table\"><summary>", c->f);
	html_text(c->f, _("The same as a table"));
	fputs("</summary>\n", c->f);
	markup_table(c->f, _("Open findings, night by night"));
	fputs("<thead><tr>", c->f);
	fputs("<th scope=\"col\">", c->f);
	html_text(c->f, _("night of"));
	fputs("</th>", c->f);
	for (s = SEVERITIES; s-- > 0;) {
		fputs("<th scope=\"col\" class=\"num\">", c->f);
		html_text(c->f, message_severity((enum severity)s));
		fputs("</th>", c->f);
	}
	fputs("</tr></thead>\n<tbody>\n", c->f);
	for (k = c->n; k-- > 0;) {
		fputs("<tr><th scope=\"row\">", c->f);
		markup_day(c->f, c->nights[k].day);
		fputs("</th>", c->f);
		for (s = SEVERITIES; s-- > 0;)
			fprintf(c->f, "<td class=\"num\">%lld</td>",
			    c->nights[k].open[s]);
		fputs("</tr>\n", c->f);
	}
	fputs("</tbody>", c->f);
	markup_table_end(c->f);
	fputs("</details>\n", c->f);
}

void
chart_nights(FILE *f, struct arena *a, const struct chart_night *list,
    size_t n, const char *name)
{
	struct chart	c = { f, a, list, n };
	int		s;

	if (n == 0)
		return;
	fprintf(f, "<figure class=\"nights\" aria-labelledby=\"%s\">"
	    "<figcaption id=\"%s\">", name, name);
	html_text(f, arena_printf(a, text_plural("Open findings, %d night",
	    "Open findings, the last %d nights", (unsigned long)n), (int)n));
	fputs("</figcaption>\n<p class=\"note\">", f);
	html_text(f, arena_printf(a, _("Without “%s”, of which nights keep no "
	    "count"), message_code(CODE_TIGHT, false)));
	fputs("</p>\n<div class=\"charts\">\n", f);
	for (s = SEVERITIES; s-- > 0;)
		severity_chart(&c, (enum severity)s);
	fputs("</div>\n", f);
	nights_table(&c);
	fputs("</figure>\n", f);
}

/* ---- a share */

/* In tenths of a percent, cut off: 100 % is all of them and no less. */
void
chart_share(FILE *f, long long part, long long whole)
{
	int	tenths;

	if (whole <= 0) {
		fputs("\xe2\x80\x93", f);
		return;
	}
	tenths = (int)(part * 1000 / whole);
	fprintf(f, "<span class=\"share\"><svg aria-hidden=\"true\">"
	    "<rect class=\"all\" width=\"100%%\" height=\"100%%\"/>"
	    "<rect class=\"part\" width=\"%d.%d%%\" height=\"100%%\"/></svg> "
	    "<b>%d.%d%%</b></span>", tenths / 10, tenths % 10, tenths / 10,
	    tenths % 10);
}
