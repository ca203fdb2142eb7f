/*
 * The facts of a timeline as a table, for whoever cannot see it.
 */
#include <string.h>

#include "base/text.h"
#include "report/markup.h"
#include "report/timeline_words.h"
#include "report/todo.h"
#include "words/message.h"

enum { COLUMNS = 11 };

static void
head(FILE *f)
{
	static const char *const	heads[COLUMNS] = {
		N_("step or event"), N_("where"), N_("state"),
		N_("earliest day"), N_("advised day"), N_("latest day"),
		N_("posted or recorded"), N_("until"), N_("last day"),
		N_("safe until"), N_("takes objections")
	};
	int				i;

	fputs("<thead><tr>", f);
	for (i = 0; i < COLUMNS; i++) {
		fputs("<th scope=\"col\">", f);
		html_text(f, text_in(heads[i]));
		fputs("</th>", f);
	}
	fputs("</tr></thead>\n<tbody>\n", f);
}

static void
day_cell(FILE *f, const char *name, struct day d, bool about)
{
	struct ink	k;

	ink_begin(&k, f);
	ink(&k, "<td data-f=\"");
	ink(&k, name);
	ink(&k, about && day_is(d) ? "\">~" : "\">");
	ink_day(&k, d);
	ink(&k, "</td>");
	ink_end(&k);
}

static void
asked_cells(FILE *f, const struct room *r)
{
	day_cell(f, "earliest", r->earliest, r->forecast);
	day_cell(f, "advised", r->advised.day, false);
	day_cell(f, "latest", r->latest.day, false);
}

/* Which slot it is, for programs too: ids of rule files and codes. */
static void
slot_row(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c, int i)
{
	const struct slot	*s = &c->all->slots[i];
	const struct step_rule	*r = &c->all->proc->steps[s->step];
	bool			 lasts = s->lasts && s->posted;
	struct ink		 k;

	fputs("<tr data-step=\"", f);
	html_text(f, r->id);
	ink_begin(&k, f);
	ink(&k, "\" data-division=\"");
	ink(&k, s->division);
	ink(&k, "\"><th scope=\"row\">");
	ink_end(&k);
	html_text(f, message_step(r));
	fputs("</th>", f);
	markup(f, "td", NULL, message_place(a, look->names, s->division));
	markup(f, "td", NULL, message_state(plan_state(c->all, c->now, i,
	    look->today)));
	asked_cells(f, s->room);
	day_cell(f, "posted", s->posted ? s->opens : DAY_NONE, false);
	day_cell(f, "until", s->posted ? s->ends : DAY_NONE, false);
	day_cell(f, "judged", lasts ? s->judged : DAY_NONE, false);
	day_cell(f, "planned", lasts ? s->planned : DAY_NONE, false);
	markup(f, "td", NULL, todo_hears(a, c->all, s));
	fputs("</tr>\n", f);
}

static void
event_row(FILE *f, const struct page_case *c, int i)
{
	const struct event_plan	*e = &c->all->events[i];
	const struct event_rule	*r = &c->all->proc->events[i];
	size_t			 k;

	fputs("<tr data-event=\"", f);
	html_text(f, r->id);
	fputs("\"><th scope=\"row\">", f);
	html_text(f, message_event(r));
	fputs("</th><td>\xe2\x80\x93</td>", f);
	markup(f, "td", NULL, e->rows > 0 ? _("recorded") :
	    _("not recorded"));
	asked_cells(f, e->room);
	fputs("<td data-f=\"recorded\">", f);
	for (k = 0; k < e->rows; k++) {
		if (k > 0)
			putc(' ', f);
		markup_day(f, e->facts[k].day);
	}
	if (e->rows == 0)
		markup_day(f, DAY_NONE);
	fputs("</td><td></td><td></td><td></td><td></td></tr>\n", f);
}

/* Not told by a posting's row: each as it was put up. */
static void
postings(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	const struct posting	*p;
	size_t			 i;
	int			 step;

	if (c->matter->npostings == 0)
		return;
	markup_table(f, _("What was posted"));
	fprintf(f, "<thead><tr><th scope=\"col\">%s</th>"
	    "<th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
	    "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n"
	    "<tbody>\n", _("posting of"), _("where"), _("posted"), _("until"),
	    _("medium and spot"));
	for (i = 0; i < c->matter->npostings; i++) {
		p = &c->matter->postings[i];
		step = procedure_step(c->all->proc, p->step);
		fputs("<tr><th scope=\"row\">", f);
		html_text(f, step < 0 ? p->step :
		    message_step(&c->all->proc->steps[step]));
		fputs("</th>", f);
		markup(f, "td", NULL, timeline_place(a, look, p->division));
		day_cell(f, "posted", p->posted, false);
		day_cell(f, "until", p->until, false);
		fputs("<td>", f);
		html_text(f, message_medium(p->medium));
		if (*p->place != '\0') {
			putc(' ', f);
			html_text(f, p->place);
		}
		fputs("</td></tr>\n", f);
	}
	fputs("</tbody>", f);
	markup_table_end(f);
}

static void
objection(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c, const struct objection *o)
{
	int	step = procedure_step(c->all->proc, o->step);

	fputs("<tr><th scope=\"row\">", f);
	html_text(f, o->number);
	fputs("</th>", f);
	markup(f, "td", NULL, step < 0 ? o->step :
	    message_step(&c->all->proc->steps[step]));
	markup(f, "td", NULL, *o->division == '\0' ? "" : timeline_place(a,
	    look, o->division));
	day_cell(f, "received", o->received, false);
	day_cell(f, "resolved", o->resolved, false);
	markup(f, "td", NULL, message_outcome(o->outcome));
	markup(f, "td", NULL, o->handler);
	fputs("</tr>\n", f);
}

static void
objections(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	static const char *const	heads[] = { N_("objection"),
		N_("posting of"), N_("where"), N_("received"),
		N_("resolved"), N_("outcome"), N_("handled by") };
	size_t				i;

	if (c->matter->nobjections == 0)
		return;
	markup_table(f, _("Objections"));
	fputs("<thead><tr>", f);
	for (i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		fputs("<th scope=\"col\">", f);
		html_text(f, text_in(heads[i]));
		fputs("</th>", f);
	}
	fputs("</tr></thead>\n<tbody>\n", f);
	for (i = 0; i < c->matter->nobjections; i++)
		objection(f, a, look, c, &c->matter->objections[i]);
	fputs("</tbody>", f);
	markup_table_end(f);
}

void
timeline_table(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	int	i;

	fputs("<details class=\"table\"><summary>", f);
	html_text(f, _("The same as a table"));
	fputs("</summary>\n", f);
	markup_table(f, arena_printf(a, _("Days of %s"), c->matter->id));
	head(f);
	for (i = 0; i < c->all->proc->nevents; i++)
		if (c->all->events[i].applies || c->all->events[i].rows > 0)
			event_row(f, c, i);
	for (i = 0; i < c->all->nslots; i++)
		if (is_shown(&c->all->slots[i]))
			slot_row(f, a, look, c, i);
	fputs("</tbody>", f);
	markup_table_end(f);
	postings(f, a, look, c);
	objections(f, a, look, c);
	fputs("</details>\n", f);
}
