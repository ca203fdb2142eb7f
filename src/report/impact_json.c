/*
 * What would change, as JSON.  Manual: gongshi-data(5).
 */
#include <string.h>

#include "report/impact_writer.h"
#include "words/json.h"
#include "words/message.h"

/* ---- parts */

typedef void	 item_fn(struct impact_writer *, struct arena *,
		    const struct altered *, size_t i);

/* A list behind its name, an item a line. */
static void
list(struct impact_writer *w, struct arena *a, const struct altered *c,
    const char *name, size_t n, item_fn *item)
{
	size_t	i;

	fprintf(w->out, ",\n   \"%s\": [", name);
	for (i = 0; i < n; i++) {
		fputs(i == 0 ? "\n    " : ",\n    ", w->out);
		item(w, a, c, i);
	}
	putc_unlocked(']', w->out);
}

static void
strings(FILE *f, const char *name, const char *const *all, size_t n)
{
	size_t	i;

	fprintf(f, ",\n \"%s\": [", name);
	for (i = 0; i < n; i++) {
		fputs(i == 0 ? "" : ", ", f);
		json_string(f, all[i]);
	}
	putc_unlocked(']', f);
}

static void
truths(FILE *f, const char *name, const bool of[static WORLDS])
{
	fprintf(f, "%s[%s, %s]", name, of[WAS] ? "true" : "false",
	    of[IS] ? "true" : "false");
}

/* ---- what is another of a case */

static void
finding(struct impact_writer *w, struct arena *a, const struct finding *f,
    enum world world)
{
	const struct kept	k = message_kept(a, f, w->names[world]);

	json_finding(w->out, a, w->page.l.words, &k, false);
}

static void
unheard(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	(void)a;
	json_member(w->out, "{\"kind\": ", c->unheard[i].kind);
	json_member(w->out, ", \"name\": ", c->unheard[i].id);
	putc_unlocked('}', w->out);
}

static void
come(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	finding(w, a, c->come[i], IS);
}

static void
go(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	const char	*why = why_name(c->go[i].why);

	json_member(w->out, "{\"why\": ", *why == '\0' ? "fixed" : why);
	fputs(", \"finding\": ", w->out);
	finding(w, a, c->go[i].finding, WAS);
	putc_unlocked('}', w->out);
}

static void
stay(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	fputs("{\"old\": ", w->out);
	finding(w, a, c->stay[i].of[WAS], WAS);
	fputs(", \"new\": ", w->out);
	finding(w, a, c->stay[i].of[IS], IS);
	putc_unlocked('}', w->out);
}

static void
move(FILE *f, const struct move *m)
{
	json_member(f, "{\"day\": ", moved_name(m->what));
	json_member_day(f, ", \"old\": ", m->day[WAS]);
	json_member_day(f, ", \"new\": ", m->day[IS]);
	truths(f, ", \"unknown\": ", m->unknown);
	json_member(f, ", \"basis\": ", m->basis == NULL ? NULL :
	    m->basis->text);
	putc_unlocked('}', f);
}

static const char *
state_or_none(enum state s)
{
	return s == STATES ? NULL : state_name(s);
}

static void
slot(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	const struct moved_slot	*s = &c->slots[i];
	const struct slot	*at = s->of[s->of[IS] != NULL ? IS : WAS];
	int			 k;

	(void)a;
	json_member(w->out, "{\"step\": ", s->rule->id);
	json_member(w->out, ", \"division\": ", at->division);
	json_member(w->out, ", \"state\": [", state_or_none(s->state[WAS]));
	json_member(w->out, ", ", state_or_none(s->state[IS]));
	fputs("], \"moves\": [", w->out);
	for (k = 0; k < s->n; k++) {
		fputs(k == 0 ? "" : ", ", w->out);
		move(w->out, &s->moves[k]);
	}
	fputs("]}", w->out);
}

static void
entry_days(FILE *f, const struct shown_entry *e)
{
	if (e == NULL) {
		fputs("null", f);
		return;
	}
	json_member_day(f, "{\"first\": ", e->first);
	json_member_day(f, ", \"last\": ", e->last);
	json_member(f, ", \"summary\": ", e->summary);
	putc_unlocked('}', f);
}

static void
entry(struct impact_writer *w, struct arena *a, const struct altered *c,
    size_t i)
{
	const struct two_entries	*two = &c->entries[i];
	const struct shown_entry	*e = impact_entry(two);
	FILE				*f = w->out;

	(void)a;
	json_member(f, "{\"uid\": ", e->uid);
	json_member(f, ", \"change\": ", impact_entry_word(two));
	json_member(f, ", \"kind\": ", e->window ? "window" :
	    "deadline");
	json_member(f, ", \"step\": ", e->step);
	json_member(f, ", \"division\": ", e->division);
	fputs(", \"old\": ", f);
	entry_days(f, two->of[WAS]);
	fputs(", \"new\": ", f);
	entry_days(f, two->of[IS]);
	putc_unlocked('}', f);
}

/* ---- all of it */

static bool
begin(struct impact_writer *w)
{
	const struct grounds	*g = w->grounds;

	json_member_day(w->out, "{\"today\": ", w->page.l.today);
	strings(w->out, "rules", g->packs, g->npacks);
	strings(w->out, "calendars", g->days, g->ndays);
	fputs(",\n \"cases\": [", w->out);
	return true;
}

static void
one(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	FILE	*f = w->out;

	fputs(w->page.begun ? ",\n  " : "\n  ", f);
	w->page.begun = w->page.printed = true;
	json_member(f, "{\"case\": ", c->matter->id);
	json_member(f, ", \"procedure\": ", c->matter->procedure);
	json_member(f, ", \"division\": ", c->matter->division);
	truths(f, ", \"recorded\": ", c->recorded);
	json_member(f, ", \"pack\": [", impact_pack(c, WAS));
	json_member(f, ", ", impact_pack(c, IS));
	putc_unlocked(']', f);
	list(w, a, c, "unheard", c->nunheard, unheard);
	list(w, a, c, "come", c->ncome, come);
	list(w, a, c, "go", c->ngo, go);
	list(w, a, c, "stay", c->nstay, stay);
	list(w, a, c, "slots", c->nslots, slot);
	list(w, a, c, "entries", c->nentries, entry);
	putc_unlocked('}', f);
}

typedef const char	*name_fn(int);

static const char *
name_code(int i)
{
	return code_name((enum code)i);
}

static const char *
name_severity(int i)
{
	return severity_name((enum severity)i);
}

static const char *
name_why(int i)
{
	return i == WHY_FIXED ? "fixed" : why_name((enum why)i);
}

/* Those that occur, in their order. */
static void
counts(FILE *f, const char *name, const long long *n, const long long *more,
    int all, name_fn *fn)
{
	const char	*comma = "";
	long long	 sum;
	int		 i;

	fprintf(f, ", \"%s\": {", name);
	for (i = 0; i < all; i++) {
		sum = n[i] + (more == NULL ? 0 : more[i]);
		if (sum == 0)
			continue;
		fprintf(f, "%s\"%s\": %lld", comma, fn(i), sum);
		comma = ", ";
	}
	putc_unlocked('}', f);
}

static bool
end(struct impact_writer *w, const struct impact_totals *t)
{
	FILE	*f = w->out;

	fprintf(f, "],\n \"looked\": %lld, \"changed\": %lld, \"unjudged\": "
	    "%lld, \"judged\": %lld, \"unheard\": %lld,\n \"come\": %lld",
	    t->cases, t->changed, t->unjudged, t->judged, t->unheard, t->come);
	counts(f, "come-codes", t->codes[0], t->codes[1], CODES, name_code);
	counts(f, "come-severities", t->severities, NULL, SEVERITIES,
	    name_severity);
	fprintf(f, ",\n \"go\": %lld", t->go);
	counts(f, "go-why", t->why, NULL, WHYS, name_why);
	fprintf(f, ", \"stay\": %lld, \"slots\": %lld, \"entries\": "
	    "{\"gained\": %lld, \"lost\": %lld, \"changed\": %lld}}\n",
	    t->stay, t->slots, t->gained, t->lost, t->altered);
	return true;
}

const struct impact_backend	impact_json = { begin, one, end };
