#include "report/page_index.h"

#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "report/page_case.h"
#include "words/html.h"
#include "words/message.h"

enum {
	CODED = 40,		/* calendars with a code each on the index */
	SILENT = 7,		/* days without a delivery that are told */
	REASONS = 3		/* kinds of fault named of a division */
};

/* ---- what is new */

static long long
sum(const long long of[static SEVERITIES])
{
	long long	n = 0;
	int		i;

	for (i = 0; i < SEVERITIES; i++)
		n += of[i];
	return n;
}

static void
news(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	long long	all = sum(x->counts[SECTION_NEW]);
	size_t		i;

	if (!run->nights)
		return;
	fputs("<section aria-labelledby=\"new\">\n", f);
	page_text(f, "h2 id=\"new\"", arena_printf(a, _("What is new: %lld"),
	    all));
	if (all == 0)
		page_text(f, "p", _("Nothing"));
	else
		fputs("<ul class=\"plain\">\n", f);
	for (i = 0; i < x->nnews; i++)
		page_new_item(f, &x->news[i]);
	if (all > 0)
		fputs("</ul>\n", f);
	if (all > (long long)x->nnews)
		page_text(f, "p class=\"note\"", arena_printf(a, _("and %lld "
		    "more: the table of divisions says where"), all -
		    (long long)x->nnews));
	fputs("</section>\n", f);
}

/* ---- who must be called */

/* The commonest kinds of fault, "missing 3, short 1". */
static const char *
reasons(struct arena *a, const struct page_row *r)
{
	long long	 left[2][CODES];
	const char	*words = "";
	int		 n, e, c, be = 0, bc = 0;

	memcpy(left, r->codes, sizeof(left));
	for (n = 0; n < REASONS; n++) {
		long long	most = 0;

		for (e = 0; e < 2; e++)
			for (c = 0; c < CODES; c++)
				if (left[e][c] > most) {
					most = left[e][c];
					be = e;
					bc = c;
				}
		if (most == 0)
			break;
		words = arena_printf(a, "%s%s%s %lld", words, n == 0 ? "" :
		    _(", "), message_code((enum code)bc, be == 1), most);
		left[be][bc] = 0;
	}
	return words;
}

static void
worst(FILE *f, struct arena *a, const struct page_index *x)
{
	const struct page_row	*r;
	size_t			 i;
	int			 k;

	page_text(f, "h2 id=\"worst\"", _("Whom to call first"));
	if (x->nworst == 0) {
		page_text(f, "p", _("Nobody: nothing is open"));
		return;
	}
	fputs("<ol class=\"worst\">\n", f);
	for (i = 0; i < x->nworst; i++) {
		r = x->worst[i];
		fputs("<li>", f);
		page_link(f, r->href, r->name);
		for (k = SEVERITIES - 1; k > SEVERITY_ADVICE; k--)
			if (r->open[k] > 0) {
				putc(' ', f);
				page_severity(f, (enum severity)k);
				fprintf(f, " %lld", r->open[k]);
			}
		fputs(" <span class=\"note\">", f);
		html_text(f, reasons(a, r));
		fputs("</span></li>\n", f);
	}
	fputs("</ol>\n", f);
}

static void
silent(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	const struct page_row	*r;
	bool			 begun = false;
	size_t			 i;

	for (i = 0; i < x->nrows && x->delivered; i++) {
		r = &x->rows[i];
		if (division_level(r->code) != LEVEL_TOWNSHIP ||
		    (day_is(r->last) && day_diff(r->last, run->today) <
		    SILENT && !day_is(r->refused)))
			continue;
		if (!begun)
			page_text(f, "h3", _("Nothing delivered for a week, "
			    "or refused"));
		fputs(begun ? "" : "<ul>\n", f);
		begun = true;
		fputs("<li>", f);
		page_link(f, r->href, r->name);
		putc(' ', f);
		html_text(f, page_ago(a, r->last, run->today));
		if (day_is(r->refused))
			html_text(f, _("; the last was refused"));
		fputs("</li>\n", f);
	}
	if (begun)
		fputs("</ul>\n", f);
}

/* ---- what must hang by when */

static bool
is_busy(const struct page_row *r)
{
	int	i;

	for (i = 0; i < WEEK_COLUMNS; i++)
		if (r->post[i] + r->down[i] > 0)
			return true;
	return false;
}

static void
week_heads(FILE *f, struct arena *a, const struct page_run *run,
    const struct day *week)
{
	char	text[DAY_TEXT];
	int	i;

	fputs("<th scope=\"col\">", f);
	html_text(f, _("township or office"));
	fputs("</th><th scope=\"col\" class=\"num\">", f);
	html_text(f, _("late, or came down"));
	fputs("</th>", f);
	for (i = 0; i < WEEK_DAYS; i++) {
		day_print(week[i], text);
		fputs("<th scope=\"col\" class=\"num\">", f);
		html_text(f, arena_printf(a, "%s %s", text + 5,
		    day_cmp(week[i], run->today) == 0 ? _("today") :
		    page_weekday(week[i])));
		fputs("</th>", f);
	}
}

static void
week_cell(FILE *f, struct arena *a, long long post, long long down)
{
	fprintf(f, "<td class=\"num\" data-v=\"%lld\">", post * 1000 + down);
	if (post > 0)
		page_text(f, "b", arena_printf(a, _("post %lld"), post));
	if (post > 0 && down > 0)
		fputs("<br>", f);
	if (down > 0)
		html_text(f, arena_printf(a, _("down %lld"), down));
	fputs("</td>", f);
}

static void
week_row(FILE *f, struct arena *a, const struct page_row *r)
{
	int	i;

	fputs("<tr><th scope=\"row\">", f);
	page_link(f, arena_printf(a, "%s%s", r->href, strncmp(r->href,
	    "index-", 6) == 0 ? "" : "#todo"), r->name);
	fprintf(f, "</th><td class=\"num\">%lld</td>", r->post[0]);
	for (i = 1; i < WEEK_COLUMNS; i++)
		week_cell(f, a, r->post[i], r->down[i]);
	fputs("</tr>\n", f);
}

static void
week_sum(FILE *f, struct arena *a, const struct page_row *rows, size_t n)
{
	struct page_row	sum = { 0 };
	size_t		k;
	int		i;

	for (k = 0; k < n; k++)
		for (i = 0; i < WEEK_COLUMNS; i++) {
			sum.post[i] += rows[k].post[i];
			sum.down[i] += rows[k].down[i];
		}
	fputs("<tfoot><tr><th scope=\"row\">", f);
	html_text(f, _("all"));
	fprintf(f, "</th><td class=\"num\">%lld</td>", sum.post[0]);
	for (i = 1; i < WEEK_COLUMNS; i++)
		week_cell(f, a, sum.post[i], sum.down[i]);
	fputs("</tr></tfoot>\n", f);
}

static void
week_table(FILE *f, struct arena *a, const struct page_run *run,
    const struct day *week, const struct page_row *rows, size_t n)
{
	bool	begun = false;
	size_t	i;

	fputs("<section aria-labelledby=\"week\">\n", f);
	page_text(f, "h2 id=\"week\"", _("What must hang by when, and what "
	    "may come down"));
	for (i = 0; i < n; i++) {
		if (!is_busy(&rows[i]))
			continue;
		if (!begun) {
			page_scroll_begin(f, _("What must hang by when, and "
			    "what may come down"));
			fputs("<table class=\"sort\"><thead><tr>", f);
			week_heads(f, a, run, week);
			fputs("</tr></thead><tbody>\n", f);
		}
		begun = true;
		week_row(f, a, &rows[i]);
	}
	if (begun) {
		fputs("</tbody>", f);
		week_sum(f, a, rows, n);
		fputs("</table>\n", f);
		page_scroll_end(f);
	} else
		page_text(f, "p", _("Nothing"));
	fputs("</section>\n", f);
}

/* ---- figures */

static void
cards(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	long long	open[SEVERITIES], overdue = 0, today = 0;
	size_t		k;
	int		i;

	for (i = 0; i < SEVERITIES; i++)
		open[i] = x->counts[SECTION_NEW][i] +
		    x->counts[SECTION_STANDING][i];
	for (k = 0; k < x->nrows; k++) {
		overdue += x->rows[k].overdue;
		today += x->rows[k].post[1];
	}
	fputs("<div class=\"cards\">\n", f);
	if (run->nights)
		page_card(f, sum(x->counts[SECTION_NEW]), _("new"));
	page_severity_cards(f, open);
	page_card(f, overdue, _("overdue"));
	page_card(f, today, _("to be posted today"));
	fputs("<div><b>", f);
	html_text(f, x->due == 0 ? "–" : arena_printf(a, "%lld.%lld%%",
	    x->fine * 1000 / x->due / 10, x->fine * 1000 / x->due % 10));
	fputs("</b> ", f);
	page_text(f, "span", _("in order, of slots due"));
	fputs("</div>\n</div>\n", f);
}

static void
counts_table(FILE *f, const struct page_run *run, const struct page_index *x)
{
	static const char *const	words[SECTIONS] = {
		[SECTION_NEW] = N_("new"), [SECTION_FIXED] = N_("fixed"),
		[SECTION_STANDING] = N_("still open"),
		[SECTION_GONE] = N_("no longer listed, but not fixed"),
		[SECTION_WAIVED] = N_("waived"),
	};
	int	s;

	page_scroll_begin(f, _("Findings by severity"));
	fputs("<table><thead><tr><th scope=\"col\">", f);
	html_text(f, _("findings"));
	fputs("</th>", f);
	page_severity_heads(f);
	fputs("</tr></thead><tbody>\n", f);
	for (s = 0; s < SECTIONS; s++) {
		if (!run->nights && s != SECTION_STANDING &&
		    s != SECTION_WAIVED)
			continue;
		fputs("<tr><th scope=\"row\">", f);
		html_text(f, _(words[s]));
		fputs("</th>", f);
		page_severity_cells(f, x->counts[s]);
		fputs("</tr>\n", f);
	}
	fputs("</tbody></table>\n", f);
	page_scroll_end(f);
}

static void
states(FILE *f, struct arena *a, const struct page_index *x)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < STATES; i++)
		if (x->states[i] > 0)
			list = arena_printf(a, "%s%s%s %lld", list,
			    *list == '\0' ? "" : _(", "),
			    message_state((enum state)i), x->states[i]);
	page_text(f, "p", arena_printf(a, x->slots == 0 ?
	    _("cases: %lld, slots: %lld") :
	    _("cases: %lld, slots: %lld; %s"), x->cases, x->slots, list));
}

static void
figures(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	fputs("<section aria-labelledby=\"figures\">\n", f);
	page_text(f, "h2 id=\"figures\"", _("Figures"));
	counts_table(f, run, x);
	states(f, a, x);
	if (x->nnights > 1) {
		page_text(f, "h3", _("The last nights"));
		chart_nights(f, a, x->nights, x->nnights, "nights");
	}
	fputs("</section>\n", f);
}

/* ---- the table of divisions */

static void
table_head(FILE *f)
{
	static const struct {
		const char	*words;
		bool		 number;
	} before[] = {
		{ N_("township or office"), false }, { N_("cases"), true },
		{ N_("notices"), true },
		{ N_("in order, of those due"), true },
		{ N_("overdue"), true },
	}, behind[] = {
		{ N_("new"), true }, { N_("last delivery"), false },
	};
	size_t	i;

	for (i = 0; i < sizeof(before) / sizeof(*before); i++) {
		fprintf(f, "<th scope=\"col\"%s>", before[i].number ?
		    " class=\"num\"" : "");
		html_text(f, _(before[i].words));
		fputs("</th>", f);
	}
	page_severity_heads(f);
	for (i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		fprintf(f, "<th scope=\"col\"%s>", behind[i].number ?
		    " class=\"num\"" : "");
		html_text(f, _(behind[i].words));
		fputs("</th>", f);
	}
}

static void
division_row(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_row *r)
{
	char	day[DAY_TEXT];

	fputs("<tr><th scope=\"row\">", f);
	page_link(f, r->href, r->name);
	fputs(" <span class=\"note\">", f);
	html_text(f, r->code);
	fprintf(f, "</span></th><td class=\"num\">%lld</td>"
	    "<td class=\"num\">%lld</td><td class=\"num\" data-v=\"%.4f\">",
	    r->cases, r->slots, r->due == 0 ? 2.0 : (double)r->fine /
	    (double)r->due);
	chart_share(f, r->fine, r->due);
	fprintf(f, r->overdue > 0 ? "</td><td class=\"num\"><b>%lld</b></td>" :
	    "</td><td class=\"num\">%lld</td>", r->overdue);
	page_severity_cells(f, r->open);
	fprintf(f, "<td class=\"num\">%lld</td>", r->fresh);
	day_print(r->last, day);
	fprintf(f, "<td data-v=\"%s\">", *day == '\0' ? "0" : day);
	if (division_level(r->code) == LEVEL_TOWNSHIP || day_is(r->last))
		html_text(f, page_ago(a, r->last, run->today));
	if (day_is(r->refused))
		html_text(f, _("; the last was refused"));
	fputs("</td></tr>\n", f);
}

static void
division_table(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_row *rows, size_t n)
{
	size_t	i;

	fputs("<section aria-labelledby=\"divisions\">\n", f);
	page_text(f, "h2 id=\"divisions\"", _("Divisions"));
	page_text(f, "p class=\"note\"", _("In order: of the slots that were "
	    "due until today (by their latest day, or without one by the day "
	    "they opened), those at which there is no grave finding and no "
	    "violation, waived or not. A case's slots count where they are "
	    "posted."));
	page_scroll_begin(f, _("Divisions"));
	fputs("<table class=\"sort\" data-filter=\"", f);
	html_text(f, _("Show only those with:"));
	fputs("\"><thead><tr>", f);
	table_head(f);
	fputs("</tr></thead><tbody>\n", f);
	for (i = 0; i < n; i++)
		division_row(f, a, run, &rows[i]);
	fputs("</tbody></table>\n", f);
	page_scroll_end(f);
	fputs("</section>\n", f);
}

/* ---- what else there is */

static void
calendars(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	size_t	i, n = 0;

	for (i = 0; i < x->nrows; i++)
		n += x->rows[i].calendar;
	if (run->calendars == NULL || n == 0)
		return;
	fputs("<section aria-labelledby=\"calendars\">\n", f);
	page_text(f, "h2 id=\"calendars\"", _("Calendars"));
	if (run->base != NULL && n > CODED)
		page_text(f, "p class=\"note\"", _("The code of each to "
		    "photograph stands on the page of its division."));
	fprintf(f, "<ul class=\"%s\">\n", run->base != NULL && n <= CODED ?
	    "codes" : "plain");
	for (i = 0; i < x->nrows; i++) {
		if (!x->rows[i].calendar)
			continue;
		fputs("<li>", f);
		page_calendar(f, a, run, &x->rows[i], n <= CODED);
		fputs("</li>\n", f);
	}
	fputs("</ul>\n</section>\n", f);
}

static void
reports(FILE *f, struct arena *a, const struct page_index *x)
{
	size_t	i;

	if (x->nreports == 0)
		return;
	fputs("<section aria-labelledby=\"reports\">\n", f);
	page_text(f, "h2 id=\"reports\"", _("Reports of the nights"));
	fputs("<ul class=\"dates\">\n", f);
	for (i = 0; i < x->nreports; i++) {
		fputs("<li>", f);
		page_link(f, arena_printf(a, "../reports/%s.txt",
		    x->reports[i]), x->reports[i]);
		fputs("</li>\n", f);
	}
	fputs("</ul>\n</section>\n", f);
}

static void
as_of(FILE *f, struct arena *a, const struct page_run *run)
{
	char		 since[DAY_TEXT], today[DAY_TEXT];
	const char	*day = arena_printf(a, "%s %s", day_print(run->today,
			    today), page_weekday(run->today));

	if (!run->nights)
		page_text(f, "p", arena_printf(a, _("As of %s. No night has "
		    "been run yet: nothing to compare with"), day));
	else if (day_is(run->since))
		page_text(f, "p", arena_printf(a, _("As of %s, compared with "
		    "%s."), day, day_print(run->since, since)));
	else
		page_text(f, "p", arena_printf(a, _("As of %s, the first "
		    "night."), day));
}

void
page_index_write(FILE *f, struct arena *a, const struct page_run *run,
    const struct page_index *x)
{
	struct page_top	top = { .title = _("Publicity: all divisions"),
			    .root = "", .is_index = true };

	page_begin(f, run->shell, &top);
	page_marks(f);
	as_of(f, a, run);
	cards(f, a, run, x);
	fputs("<div class=\"pair\">\n<div>\n", f);
	news(f, a, run, x);
	page_fixed(f, a, x->fixed, x->nfixed, sum(x->counts[SECTION_FIXED]));
	fputs("</div>\n", f);
	fputs("<section aria-labelledby=\"worst\">\n", f);
	worst(f, a, x);
	silent(f, a, run, x);
	fputs("</section>\n</div>\n", f);
	week_table(f, a, run, x->week, x->rows, x->nrows);
	division_table(f, a, run, x->rows, x->nrows);
	figures(f, a, run, x);
	calendars(f, a, run, x);
	reports(f, a, x);
	page_end(f);
}

void
page_index_part(FILE *f, struct arena *a, const struct page_run *run,
    const struct day *week, const struct page_row *rows, const char *title,
    size_t n)
{
	struct page_top	top = { .title = title, .root = "" };

	page_begin(f, run->shell, &top);
	page_marks(f);
	as_of(f, a, run);
	week_table(f, a, run, week, rows, n);
	division_table(f, a, run, rows, n);
	page_end(f);
}
