#include "report/page_division.h"

#include <string.h>

#include "base/text.h"
#include "report/markup.h"
#include "report/page_case.h"
#include "report/qr.h"
#include "words/message.h"

enum { LISTED = 400, CODE_MM = 32 };

/* ---- what other pages use too */

const char *
page_ago(struct arena *a, struct day d, struct day today)
{
	char	text[DAY_TEXT];
	int	ago;

	if (!day_is(d))
		return _("never");
	ago = day_diff(d, today);
	day_print(d, text);
	return ago == 0 ? arena_printf(a, _("%s (today)"), text) :
	    arena_printf(a, text_plural("%s (%d day ago)",
	    "%s (%d days ago)", (unsigned long)ago), text, ago);
}

void
page_scroll_begin(FILE *f, const char *label)
{
	markup_scroll(f, _("Table: "), label);
	putc('\n', f);
}

void
page_scroll_end(FILE *f)
{
	fputs("</div>\n", f);
}

void
page_severity_heads(FILE *f)
{
	int	i;

	for (i = SEVERITIES - 1; i >= 0; i--) {
		fputs("<th scope=\"col\" class=\"num\">", f);
		html_text(f, message_severity((enum severity)i));
		fputs("</th>", f);
	}
}

void
page_severity_cells(FILE *f, const long long of[static SEVERITIES])
{
	int	i;

	for (i = SEVERITIES - 1; i >= 0; i--)
		fprintf(f, of[i] > 0 ? "<td class=\"num\"><b>%lld</b></td>" :
		    "<td class=\"num\">%lld</td>", of[i]);
}

void
page_card(FILE *f, long long n, const char *word)
{
	fprintf(f, "<div><b>%lld</b> ", n);
	page_text(f, "span", word);
	fputs("</div>\n", f);
}

void
page_severity_cards(FILE *f, const long long of[static SEVERITIES])
{
	int	i;

	for (i = SEVERITIES - 1; i >= 0; i--)
		page_card(f, of[i], message_severity((enum severity)i));
}

void
page_calendar(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_row *row, bool coded)
{
	const char	*href;
	char		 night[DAY_TEXT];

	if (!row->calendar || r->calendars == NULL)
		return;
	href = arena_printf(a, "%s%s.ics", r->calendars, row->code);
	fputs("<p>", f);
	page_link(f, href, arena_printf(a, _("%s: calendar"), row->name));
	fputs(" <span class=\"note\">", f);
	markup_days(f, a, row->stale == 0 ? arena_printf(a, _("shows all that "
	    "was recorded on the night of %s"), day_print(r->night, night)) :
	    _("does not show the latest changes yet: the next night writes "
	    "them"));
	fputs("</span></p>\n", f);
	if (!coded || r->base == NULL)
		return;
	fputs("<p>", f);
	(void)qr_svg(f, arena_printf(a, "%s%s.ics", r->base, row->code),
	    CODE_MM, arena_printf(a, _("Code to photograph: the calendar of "
	    "%s"), row->name));
	fputs("</p>\n", f);
}

/* ---- what is new */

void
page_new_item(FILE *f, const struct page_new *n)
{
	fputs("<li>", f);
	page_severity(f, n->severity);
	putc(' ', f);
	html_text(f, message_code(n->code, n->of_event));
	fputs(" ", f);
	if (n->href != NULL)
		page_link(f, n->href, n->id);
	else
		html_text(f, n->id);
	if (*n->title != '\0') {
		putc(' ', f);
		html_text(f, n->title);
	}
	fputs(" <span class=\"note\">", f);
	html_text(f, n->what);
	fputs("</span></li>\n", f);
}

static void
left_out(FILE *f, struct arena *a, size_t n)
{
	if (n > LISTED)
		page_text(f, "p class=\"note\"", arena_printf(a, _("and %zu "
		    "more: they stand at their cases"), n - LISTED));
}

static void
news(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_division *d)
{
	size_t	i;

	fputs("<section aria-labelledby=\"new\">\n", f);
	page_text(f, "h2 id=\"new\"", _("What is new"));
	if (!r->nights)
		page_text(f, "p class=\"note\"", _("No night has been run "
		    "yet: nothing to compare with"));
	else if (d->nnews == 0)
		page_text(f, "p", _("Nothing"));
	else {
		fputs("<ul class=\"plain\">\n", f);
		for (i = 0; i < d->nnews && i < LISTED; i++)
			page_new_item(f, &d->news[i]);
		fputs("</ul>\n", f);
		left_out(f, a, d->nnews);
	}
	fputs("</section>\n", f);
}

void
page_fixed(FILE *f, struct arena *a, const struct page_new *list, size_t n,
    long long all)
{
	size_t	i;

	if (all == 0)
		return;
	fputs("<section aria-labelledby=\"fixed\">\n", f);
	page_text(f, "h2 id=\"fixed\"", arena_printf(a, _("What was fixed: "
	    "%lld"), all));
	if (n > 0)
		fputs("<ul class=\"plain\">\n", f);
	for (i = 0; i < n; i++)
		page_new_item(f, &list[i]);
	if (n > 0)
		fputs("</ul>\n", f);
	if (all > (long long)n)
		page_text(f, "p class=\"note\"", arena_printf(a, _("and %lld "
		    "more: the report of the night has them"), all -
		    (long long)n));
	fputs("</section>\n", f);
}

/* ---- what is to be done */

/* As page_text, and no day in it is broken. */
static void
words_text(FILE *f, struct arena *a, const char *open, const char *words,
    const char *close)
{
	fputs(open, f);
	markup_days(f, a, words);
	fputs(close, f);
}

static const char *
task_words(struct arena *a, const struct page_task *t)
{
	char	by[DAY_TEXT];

	day_print(t->by, by);
	switch (t->task) {
	case TASK_OVERDUE:
		return arena_printf(a, _("post at once: it was to be posted "
		    "by %s"), by);
	case TASK_AGAIN:
		return _("post again: it came down too early");
	case TASK_POST:
		return _("post by this day");
	case TASK_DOWN:
		return _("may come down");
	case TASK_MAY:
		return day_is(t->by) ? arena_printf(a, _("may be posted; by "
		    "%s"), by) : _("may be posted");
	case TASK_FROM:
		return day_is(t->by) ? arena_printf(a, _("may be posted from "
		    "this day; by %s"), by) :
		    _("may be posted from this day");
	case TASKS:
		break;
	}
	return "";
}

static const char *
joined(struct arena *a, const char *before, const char *form,
    const char *text)
{
	return *text == '\0' ? before : arena_printf(a, "%s%s%s", before,
	    *before == '\0' ? "" : _("; "), arena_printf(a, text_in(form),
	    text));
}

/* How long, how, and who takes objections. */
static void
task_note(FILE *f, struct arena *a, const struct page_task *t)
{
	const char	*words = joined(a, "", t->task == TASK_FROM ?
			    N_("posted on that day, through %s") :
			    N_("posted today, through %s"), t->through);

	words = joined(a, words, N_("media: %s"), t->media);
	words = joined(a, words, N_("who takes objections: %s"), t->hears);
	if (*words != '\0')
		words_text(f, a, "<span class=\"note\">", words, "</span>\n");
}

static void
task_item(FILE *f, struct arena *a, const struct page_task *t)
{
	bool	urgent = t->task <= TASK_POST;

	words_text(f, a, urgent ? "<li><b>" : "<li><span>", task_words(a, t),
	    urgent ? "</b>\n" : "</span>\n");
	page_text(f, "span", t->step);
	page_text(f, "span", t->place);
	fputs("<span>", f);
	page_link(f, t->href, t->id);
	putc(' ', f);
	html_text(f, t->title);
	fputs("</span>\n", f);
	task_note(f, a, t);
	fputs("</li>\n", f);
}

static const char *
day_words(struct arena *a, struct day d, struct day today)
{
	char	text[DAY_TEXT];

	day_print(d, text);
	return arena_printf(a, day_cmp(d, today) == 0 ? _("Today, %s %s") :
	    "%s %s", text, page_weekday(d));
}

/* The tasks of one day, from i on; how many were written. */
static size_t
day_of_tasks(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_division *d, size_t i)
{
	struct day	day = d->tasks[i].day;
	size_t		from = i;

	page_text(f, "h3", day_words(a, day, r->today));
	fputs("<ul class=\"plain todo\">\n", f);
	for (; i < d->ntasks && i < LISTED &&
	    day_cmp(d->tasks[i].day, day) == 0; i++)
		task_item(f, a, &d->tasks[i]);
	fputs("</ul>\n", f);
	return i - from;
}

static void
tasks(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_division *d)
{
	char	last[DAY_TEXT];
	size_t	i;

	fputs("<section aria-labelledby=\"todo\">\n", f);
	page_text(f, "h2 id=\"todo\"", _("What to do, by day"));
	page_text(f, "p class=\"note\"", arena_printf(a, _("Today and the next "
	    "five working days, through %s"), day_print(d->week[WEEK_DAYS - 1],
	    last)));
	if (d->ntasks == 0)
		page_text(f, "p", _("Nothing"));
	for (i = 0; i < d->ntasks && i < LISTED;)
		i += day_of_tasks(f, a, r, d, i);
	left_out(f, a, d->ntasks);
	if (d->later != NULL) {
		page_text(f, "h3", arena_printf(a, _("The next after that: "
		    "%s"), day_words(a, d->later->day, r->today)));
		fputs("<ul class=\"plain todo\">\n", f);
		task_item(f, a, d->later);
		fputs("</ul>\n", f);
	}
	fputs("</section>\n", f);
}

/* ---- objections that wait */

static void
heard_item(FILE *f, struct arena *a, const struct page_heard *h)
{
	char	day[DAY_TEXT];

	fputs("<li>", f);
	page_link(f, h->href, h->id);
	putc(' ', f);
	html_text(f, h->title);
	page_text(f, "span", h->what);
	words_text(f, a, "<span>", arena_printf(a, *h->number == '\0' ?
	    _("objection%s, received %s") : _("objection %s, received %s"),
	    h->number, day_print(h->received, day)), "</span>\n");
	if (day_is(h->limit))
		words_text(f, a, "<b>", arena_printf(a, _("to be resolved by "
		    "%s"), day_print(h->limit, day)), "</b>\n");
	if (*h->hears != '\0')
		page_text(f, "span class=\"note\"", arena_printf(a,
		    _("who takes objections: %s"), h->hears));
	fputs("</li>\n", f);
}

static void
heard(FILE *f, struct arena *a, const struct page_division *d)
{
	size_t	i;

	fputs("<section aria-labelledby=\"heard\">\n", f);
	page_text(f, "h2 id=\"heard\"", arena_printf(a, _("Objections that "
	    "are not resolved: %zu"), d->nheard));
	if (d->nheard > 0)
		fputs("<ul class=\"plain\">\n", f);
	for (i = 0; i < d->nheard && i < LISTED; i++)
		heard_item(f, a, &d->heard[i]);
	if (d->nheard > 0)
		fputs("</ul>\n", f);
	left_out(f, a, d->nheard);
	fputs("</section>\n", f);
}

/* ---- the first page */

static void
cards(FILE *f, const struct page_run *r, const struct page_row *row)
{
	fputs("<div class=\"cards\">\n", f);
	if (r->nights)
		page_card(f, row->fresh, _("new"));
	page_severity_cards(f, row->open);
	if (row->waived > 0)
		page_card(f, row->waived, _("waived"));
	page_card(f, row->overdue, _("overdue"));
	fputs("</div>\n", f);
}

static void
refused(FILE *f, struct arena *a, const struct page_row *row)
{
	char		 day[DAY_TEXT];
	const char	*words = arena_printf(a, _("Its delivery of %s was "
			    "refused."), day_print(row->refused, day));

	if (row->refused_as != NULL)
		words = arena_printf(a, _("%s What is wrong with it: "
		    "errors.txt in refused/%s/%s of the inbox."), words, day,
		    row->refused_as);
	page_text(f, "p", words);
	if (row->refused_as != NULL && *row->fault != '\0')
		page_text(f, "p class=\"note\"", arena_printf(a,
		    _("The first fault: %s"), row->fault));
}

static void
as_of(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_row *row)
{
	char		 today[DAY_TEXT], since[DAY_TEXT];
	const char	*words;

	day_print(r->today, today);
	words = day_is(r->since) ? arena_printf(a, _("As of %s, compared with "
	    "%s."), today, day_print(r->since, since)) :
	    arena_printf(a, _("As of %s."), today);
	page_text(f, "p", arena_printf(a, _("%s Cases: %lld, slots: %lld. Last "
	    "delivery: %s."), words, row->cases, row->slots,
	    page_ago(a, row->last, r->today)));
	if (day_is(row->refused))
		refused(f, a, row);
}

static void
parts(FILE *f, const struct page_division *d)
{
	size_t	i;

	page_text(f, "h2", _("Its cases, in parts"));
	page_scroll_begin(f, _("Its cases, in parts"));
	fputs("<table class=\"sort\"><thead><tr><th scope=\"col\">", f);
	html_text(f, _("part"));
	fputs("</th><th scope=\"col\" class=\"num\">", f);
	html_text(f, _("cases"));
	fputs("</th>", f);
	page_severity_heads(f);
	fputs("</tr></thead><tbody>\n", f);
	for (i = 0; i < d->nparts; i++) {
		fputs("<tr><th scope=\"row\">", f);
		page_link(f, d->parts[i].file, d->parts[i].name);
		fprintf(f, "</th><td class=\"num\">%lld</td>",
		    d->parts[i].cases);
		page_severity_cells(f, d->parts[i].open);
		fputs("</tr>\n", f);
	}
	fputs("</tbody></table>\n", f);
	page_scroll_end(f);
}

void
page_division_begin(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_division *d)
{
	const struct page_row	*row = d->row;
	struct page_top		 top = { .title = arena_printf(a,
				    _("%s (%s)"), row->name, row->code),
				    .root = "" };

	page_begin(f, r->shell, &top);
	page_marks(f);
	as_of(f, a, r, row);
	cards(f, r, row);
	news(f, a, r, d);
	page_fixed(f, a, d->fixed, d->nfixed < LISTED ? d->nfixed : LISTED,
	    (long long)d->nfixed);
	tasks(f, a, r, d);
	heard(f, a, d);
	if (r->calendars != NULL && row->calendar) {
		fputs("<section aria-labelledby=\"calendar\">\n", f);
		page_text(f, "h2 id=\"calendar\"", _("Calendar"));
		page_calendar(f, a, r, row, true);
		fputs("</section>\n", f);
	}
	if (d->nparts > 0)
		parts(f, d);
	else
		page_legend(f);
}

/* ---- cases */

void
page_part_begin(FILE *f, struct arena *a, const struct page_run *r,
    const struct page_row *row, const char *title, bool in_folder)
{
	struct page_top	top = { .title = title, .above_name =
			    arena_printf(a, _("%s (%s)"), row->name,
			    row->code), .root = in_folder ? "../" : "",
			    .above = row->href };

	page_begin(f, r->shell, &top);
	page_marks(f);
	page_legend(f);
}

void
page_pieces_begin(FILE *f, struct arena *a, enum piece kind, long long n)
{
	static const char *const	heads[PIECES] = {
		[PIECE_FOUND] = N_("Cases with findings: %lld"),
		[PIECE_OPEN] = N_("Cases under way: %lld"),
		[PIECE_OVER] = N_("Cases that are over, without a finding "
		    "here: %lld"),
	};

	fputs("<section>\n", f);
	page_text(f, "h2", arena_printf(a, _(heads[kind]), n));
	fputs(kind == PIECE_OVER ? "<ul class=\"plain\"" : "<div", f);
	if (n > 1) {
		fputs(" data-filter=\"", f);
		html_text(f, _("Show only those with:"));
		fputs("\"", f);
	}
	fputs(">\n", f);
}

void
page_pieces_end(FILE *f, enum piece kind)
{
	fputs(kind == PIECE_OVER ? "</ul>\n</section>\n" :
	    "</div>\n</section>\n", f);
}

void
page_over_line(FILE *f, const char *href, const char *id, const char *title,
    const char *words)
{
	fputs("<li>", f);
	page_link(f, href, id);
	putc(' ', f);
	html_text(f, title);
	fputs(" <span class=\"note\">", f);
	html_text(f, words);
	fputs("</span></li>\n", f);
}

void
page_elsewhere(FILE *f, struct arena *a, const struct page_run *r,
    const char *code, long long n)
{
	fputs("<p>", f);
	html_text(f, arena_printf(a, text_plural("%lld other finding of this "
	    "case is at ", "%lld other findings of this case are at ",
	    (unsigned long)n), n));
	page_link(f, arena_printf(a, "%s.html", code), message_place(a,
	    r->names, code));
	fputs("</p>\n", f);
}

void
page_row_add(struct page_row *sum, const struct page_row *r)
{
	int	i;

	sum->cases += r->cases;
	sum->slots += r->slots;
	sum->due += r->due;
	sum->fine += r->fine;
	sum->overdue += r->overdue;
	sum->fresh += r->fresh;
	sum->waived += r->waived;
	sum->last = day_max(sum->last, r->last);
	for (i = 0; i < SEVERITIES; i++)
		sum->open[i] += r->open[i];
	for (i = 0; i < WEEK_COLUMNS; i++) {
		sum->post[i] += r->post[i];
		sum->down[i] += r->down[i];
	}
}
