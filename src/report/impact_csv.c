/*
 * What would change, as CSV: a row for each finding, day and entry.
 */
#include <string.h>

#include "report/impact_writer.h"
#include "words/csv.h"
#include "words/message.h"
#include "words/say.h"

enum column {
	KEY, CHANGE, CASE, TITLE, PROCEDURE, DIVISION, NAME, STEP, EVENT,
	WHAT, OLD, NEW, WHY, BASIS, MESSAGE, CHANGE_ID, PROCEDURE_ID, STEP_ID,
	EVENT_ID, WHAT_ID, COLUMNS
};

static const char *const	headings[COLUMNS] = {
	N_("key"), N_("what would change"), N_("case"), N_("title"),
	N_("procedure"), N_("division"), N_("name"), N_("step"), N_("event"),
	N_("of it"),
	N_("before"), N_("after"), N_("why"), N_("basis"), N_("message"),
	N_("change-id"), N_("procedure-id"), N_("step-id"), N_("event-id"),
	N_("what-id")
};

static void
write_row(FILE *f, const char *const cells[static COLUMNS])
{
	int	i;

	for (i = 0; i < COLUMNS; i++) {
		if (i > 0)
			putc_unlocked(',', f);
		csv_cell(f, cells[i] == NULL ? "" : cells[i]);
	}
	fputs("\r\n", f);
}

static bool
begin(struct impact_writer *w)
{
	const char	*words[COLUMNS];
	int		 i;

	for (i = 0; i < COLUMNS; i++)
		words[i] = text_in(headings[i]);
	fputs("\xef\xbb\xbf", w->out);
	write_row(w->out, words);
	return true;
}

/* A row of the case, with what all of its rows have. */
struct row {
	const char	*cells[COLUMNS];
};

/* Words for who reads it, and the id for who counts it. */
static struct row
row_of(const struct altered *c, const char *change, const char *change_id)
{
	const struct plan	*p = c->all[IS] != NULL ? c->all[IS] :
				    c->all[WAS];
	struct row		 r = { { NULL } };

	r.cells[CHANGE] = change;
	r.cells[CHANGE_ID] = change_id;
	r.cells[CASE] = c->matter->id;
	r.cells[TITLE] = c->matter->title;
	r.cells[PROCEDURE] = p == NULL ? c->matter->procedure :
	    message_procedure(p->proc);
	r.cells[PROCEDURE_ID] = c->matter->procedure;
	r.cells[DIVISION] = c->matter->division;
	return r;
}

static void
place(struct impact_writer *w, struct arena *a, struct row *r,
    enum world world, const char *division)
{
	r->cells[DIVISION] = division;
	r->cells[NAME] = arena_dup(a, name_of(w->names[world], division));
}

static const char *
day_cell(struct arena *a, struct day d, bool unknown)
{
	char	buf[DAY_TEXT];

	return unknown ? _("unknown") : day_is(d) ? arena_dup(a,
	    day_print(d, buf)) : "";
}

/* ---- the case */

static void
write_case(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	struct row	r = row_of(c, _("judged or not"), "case");

	if (c->recorded[WAS] == c->recorded[IS] &&
	    (c->all[WAS] == NULL) == (c->all[IS] == NULL))
		return;
	place(w, a, &r, c->recorded[IS] ? IS : WAS, c->matter->division);
	r.cells[WHAT] = _("pack");
	r.cells[WHAT_ID] = "pack";
	r.cells[OLD] = impact_pack(c, WAS);
	r.cells[NEW] = impact_pack(c, IS);
	write_row(w->out, r.cells);
}

static void
write_unheard(struct impact_writer *w, struct arena *a,
    const struct altered *c)
{
	struct row	r = row_of(c, _("not known to the rules"), "unheard");
	size_t		i;

	place(w, a, &r, IS, c->matter->division);
	for (i = 0; i < c->nunheard; i++) {
		r.cells[WHAT] = r.cells[WHAT_ID] = c->unheard[i].kind;
		r.cells[OLD] = c->unheard[i].id;
		r.cells[MESSAGE] = c->unheard[i].title;
		write_row(w->out, r.cells);
	}
}

/* ---- findings */

static void
write_finding(struct impact_writer *w, struct arena *a, struct row r,
    enum world world, const struct finding *f)
{
	const struct kept	 k = message_kept(a, f, w->names[world]);
	const struct procedure	*p = f->plan == NULL ? NULL : f->plan->proc;

	r.cells[KEY] = k.key;
	place(w, a, &r, world, k.at);
	r.cells[STEP_ID] = k.step;
	r.cells[EVENT_ID] = k.event;
	if (p != NULL && f->step >= 0)
		r.cells[STEP] = message_step(&p->steps[f->step]);
	if (p != NULL && f->event >= 0)
		r.cells[EVENT] = message_event(&p->events[f->event]);
	r.cells[WHAT] = message_code(f->code, finding_of_event(f));
	r.cells[WHAT_ID] = code_name(f->code);
	r.cells[BASIS] = k.basis;
	r.cells[MESSAGE] = told_say(a, w->page.l.words, k.message);
	write_row(w->out, r.cells);
}

static void
write_findings(struct impact_writer *w, struct arena *a,
    const struct altered *c)
{
	const struct finding	*was, *is;
	struct row		 r = row_of(c, _("finding would come"), "come");
	size_t			 i;

	for (i = 0; i < c->ncome; i++) {
		r.cells[NEW] = message_severity(c->come[i]->severity);
		write_finding(w, a, r, IS, c->come[i]);
	}
	r = row_of(c, _("finding would go"), "go");
	for (i = 0; i < c->ngo; i++) {
		r.cells[OLD] = message_severity(c->go[i].finding->severity);
		r.cells[WHY] = c->go[i].why == WHY_FIXED ? "fixed" :
		    why_name(c->go[i].why);
		write_finding(w, a, r, WAS, c->go[i].finding);
	}
	r = row_of(c, _("finding would change"), "stay");
	for (i = 0; i < c->nstay; i++) {
		was = c->stay[i].of[WAS];
		is = c->stay[i].of[IS];
		r.cells[OLD] = arena_printf(a, "%s %s",
		    message_severity(was->severity), day_cell(a, was->due,
		    false));
		r.cells[NEW] = arena_printf(a, "%s %s",
		    message_severity(is->severity), day_cell(a, is->due,
		    false));
		write_finding(w, a, r, IS, is);
	}
}

/* ---- slots, entries */

static const char *
state_cell(enum state s)
{
	return s == STATES ? "" : message_state(s);
}

static void
write_slot(struct impact_writer *w, struct arena *a, const struct altered *c,
    const struct moved_slot *s)
{
	const enum world	 world = s->of[IS] != NULL ? IS : WAS;
	struct row		 r = row_of(c, _("slot would change"), "slot");
	const struct move	*m;
	int			 i;

	place(w, a, &r, world, s->of[world]->division);
	r.cells[KEY] = arena_printf(a, "%s/%s/%s", matter_named(a,
	    c->matter->division, c->matter->id, s->of[world]->division),
	    s->rule->id, s->of[world]->division);
	r.cells[STEP] = message_step(s->rule);
	r.cells[STEP_ID] = s->rule->id;
	r.cells[WHAT] = _("state");
	r.cells[WHAT_ID] = "state";
	r.cells[OLD] = state_cell(s->state[WAS]);
	r.cells[NEW] = state_cell(s->state[IS]);
	if (s->state[WAS] != s->state[IS])
		write_row(w->out, r.cells);
	for (i = 0; i < s->n; i++) {
		m = &s->moves[i];
		r.cells[WHAT] = text_in(moved_name(m->what));
		r.cells[WHAT_ID] = moved_name(m->what);
		r.cells[OLD] = day_cell(a, m->day[WAS], m->unknown[WAS]);
		r.cells[NEW] = day_cell(a, m->day[IS], m->unknown[IS]);
		r.cells[BASIS] = m->basis == NULL ? "" : m->basis->text;
		write_row(w->out, r.cells);
	}
}

static const char *
span_cell(struct arena *a, const struct shown_entry *e)
{
	return e == NULL ? "" : arena_printf(a, "%s..%s", day_cell(a,
	    e->first, false), day_cell(a, e->last, false));
}

static void
write_entry(struct impact_writer *w, struct arena *a, const struct altered *c,
    const struct two_entries *two)
{
	const struct shown_entry	*e = impact_entry(two);
	const char			*word = impact_entry_word(two);
	struct row			 r = row_of(c, arena_printf(a,
					    _("entry: %s"), text_in(word)),
					    word);

	place(w, a, &r, two->of[IS] != NULL ? IS : WAS, e->division);
	r.cells[KEY] = e->uid;
	r.cells[STEP_ID] = e->step;
	r.cells[WHAT] = e->window ? _("the window") : _("the deadline");
	r.cells[WHAT_ID] = e->window ? "window" : "deadline";
	r.cells[OLD] = span_cell(a, two->of[WAS]);
	r.cells[NEW] = span_cell(a, two->of[IS]);
	r.cells[MESSAGE] = e->summary;
	write_row(w->out, r.cells);
}

static void
one(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	size_t	i;

	write_case(w, a, c);
	write_unheard(w, a, c);
	write_findings(w, a, c);
	for (i = 0; i < c->nslots; i++)
		write_slot(w, a, c, &c->slots[i]);
	for (i = 0; i < c->nentries; i++)
		write_entry(w, a, c, &c->entries[i]);
}

static bool
end(struct impact_writer *w, const struct impact_totals *t)
{
	(void)w;
	(void)t;
	return true;
}

const struct impact_backend	impact_csv = { begin, one, end };
