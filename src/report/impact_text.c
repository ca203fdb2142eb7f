/*
 * What would change, as text: its summary first, then by township and case.
 */
#include <string.h>

#include "report/impact_writer.h"
#include "report/page.h"
#include "words/lines.h"
#include "words/message.h"
#include "words/say.h"

enum { LEFT = 2, DEEP = 4 };

/* The summary comes first, and is known last. */
static bool
begin(struct impact_writer *w)
{
	w->page.l.out = tmpfile();
	return w->page.l.out != NULL || diag_unwritten(w->d,
	    _("a file of this command's own"));
}

/* ---- days */

static const char *
day_or(struct arena *a, struct day d, bool unknown)
{
	char	buf[DAY_TEXT];

	if (!day_is(d))
		return unknown ? _("unknown") : _("none");
	return arena_dup(a, day_print(d, buf));
}

static const char *
from_to(struct arena *a, const char *from, const char *to)
{
	return arena_printf(a, _("%s → %s"), from, to);
}

static const char *
joined(struct arena *a, const char *list, const char *one)
{
	return *list == '\0' ? one : arena_printf(a, _("%s; %s"), list, one);
}

static const char *
named(struct arena *a, const char *name, const char *one)
{
	return arena_printf(a, _("%s: %s"), name, one);
}

/* ---- the case itself */

static void
line(struct impact_writer *w, struct arena *a, const char *s)
{
	page_marked(&w->page, a, LEFT, "", s);
}

static void
tell_ground(struct impact_writer *w, struct arena *a,
    const struct altered *c)
{
	const char	*was = impact_pack(c, WAS), *is = impact_pack(c, IS);

	if (!c->recorded[IS])
		line(w, a, _("The case would be taken back."));
	else if (!c->recorded[WAS])
		line(w, a, _("The case would be new."));
	else if (was != NULL && is == NULL)
		line(w, a, _("No rule would judge it any more."));
	else if (was == NULL && is != NULL)
		line(w, a, _("It would begin to be judged."));
	if (was != NULL && is != NULL && strcmp(was, is) != 0)
		line(w, a, named(a, _("Rules"), from_to(a, was, is)));
}

static const char *
kind_words(const char *kind)
{
	return strcmp(kind, "procedure") == 0 ? _("procedure") :
	    strcmp(kind, "event") == 0 ? _("event") :
	    strcmp(kind, "step") == 0 ? _("step") : _("trait");
}

static void
tell_unheard(struct impact_writer *w, struct arena *a,
    const struct altered *c)
{
	const struct unheard	*u;
	const char		*list = "";
	size_t			 i;

	for (i = 0; i < c->nunheard; i++) {
		u = &c->unheard[i];
		list = joined(a, list, arena_printf(a, _("%s %s (%s)"),
		    kind_words(u->kind), u->title, u->id));
	}
	if (*list != '\0')
		line(w, a, arena_printf(a, _("The new rules do not know: %s. "
		    "A sheet that names it would be refused."), list));
}

/* ---- findings */

static const char *
why_words(enum why w)
{
	static const char *const	words[WHYS] = {
		[WHY_FIXED] = N_("put right"),
		[WHY_CORRECTED] = N_("a record corrected"),
		[WHY_RULES] = N_("other rules"),
		[WHY_CALENDARS] = N_("other days off"),
		[WHY_PLACE] = N_("no such slot or case"),
		[WHY_ROUND] = N_("a new round"),
		[WHY_UNKNOWN] = N_("cannot be judged"),
	};

	return text_in(words[w]);
}

static void
tell_come(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	size_t	i;

	if (c->ncome > 0)
		line(w, a, _("Would come:"));
	for (i = 0; i < c->ncome; i++)
		page_finding(&w->page, a, c->come[i]);
}

static void
tell_go(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	const struct finding	*f;
	size_t			 i;
	int			 at;

	if (c->ngo > 0)
		line(w, a, _("Would go:"));
	w->page.l.names = w->names[WAS];
	for (i = 0; i < c->ngo; i++) {
		f = c->go[i].finding;
		at = page_named(&w->page, a, f);
		page_marked(&w->page, a, at, _("why: "),
		    why_words(c->go[i].why));
		page_marked(&w->page, a, at, _("it was: "), told_say(a,
		    w->page.l.words, message_body(a, f, w->names[WAS])));
	}
	w->page.l.names = w->names[IS];
}

static void
tell_stay(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	const struct finding	*was, *is;
	const char		*list;
	size_t			 i;
	int			 at;

	if (c->nstay > 0)
		line(w, a, _("Would stay, but not as it is:"));
	for (i = 0; i < c->nstay; i++) {
		was = c->stay[i].of[WAS];
		is = c->stay[i].of[IS];
		at = page_named(&w->page, a, is);
		list = was->severity == is->severity ? "" : from_to(a,
		    message_severity(was->severity),
		    message_severity(is->severity));
		if (day_cmp(was->due, is->due) != 0)
			list = joined(a, list, named(a, _("due"), from_to(a,
			    day_or(a, was->due, false),
			    day_or(a, is->due, false))));
		if (day_cmp(was->actual, is->actual) != 0)
			list = joined(a, list, named(a, _("actual"),
			    from_to(a, day_or(a, was->actual, false),
			    day_or(a, is->actual, false))));
		page_marked(&w->page, a, at, "", list);
		if (is->basis != NULL)
			page_marked(&w->page, a, at, "", arena_printf(a,
			    _("Basis: %s"), is->basis->text));
	}
}

/* ---- slots */

static const char *
move_words(struct arena *a, const struct moved_slot *s, const struct move *m)
{
	const char	*was = day_or(a, m->day[WAS], m->unknown[WAS]);
	const char	*is = day_or(a, m->day[IS], m->unknown[IS]);
	const char	*name = m->what == MOVED_JUDGED ? _("last day") :
			    m->what == MOVED_PLANNED ? _("safe until") :
			    text_in(moved_name(m->what));

	return arena_printf(a, "%s %s", name, s->of[WAS] == NULL ? is :
	    s->of[IS] == NULL ? was : from_to(a, was, is));
}

/* What it was, or is, or both. */
static const char *
state_words(struct arena *a, const struct moved_slot *s)
{
	if (s->of[WAS] == NULL)
		return arena_printf(a, _("new, %s"),
		    message_state(s->state[IS]));
	if (s->of[IS] == NULL)
		return arena_printf(a, _("asked no more, was %s"),
		    message_state(s->state[WAS]));
	return s->state[WAS] == s->state[IS] ? "" : from_to(a,
	    message_state(s->state[WAS]), message_state(s->state[IS]));
}

/* The clauses by which its days are what they would be, each once. */
static void
tell_basis(struct impact_writer *w, struct arena *a,
    const struct moved_slot *s)
{
	const struct basis	*b;
	const char		*list = "";
	int			 i;

	for (i = 0; i < s->n; i++) {
		b = s->moves[i].basis;
		if (b != NULL && strstr(list, b->text) == NULL)
			list = joined(a, list, b->text);
	}
	if (*list != '\0')
		page_marked(&w->page, a, DEEP, "", arena_printf(a,
		    _("Basis: %s"), list));
}

static void
tell_slot(struct impact_writer *w, struct arena *a,
    const struct moved_slot *s)
{
	const struct slot	*at = s->of[s->of[IS] != NULL ? IS : WAS];
	const char		*list = state_words(a, s), *where;
	int			 i;

	for (i = 0; i < s->n; i++)
		list = joined(a, list, move_words(a, s, &s->moves[i]));
	where = arena_printf(a, _("%s, %s"), message_step(s->rule),
	    message_place(a, w->names[s->of[IS] != NULL ? IS : WAS],
	    at->division));
	page_marked(&w->page, a, DEEP, "", named(a, where, list));
	tell_basis(w, a, s);
}

/* Of a case that is judged no more they are only counted. */
static void
tell_slots(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	size_t	i;

	if (c->nslots == 0)
		return;
	if (c->all[IS] == NULL) {
		line(w, a, arena_printf(a, text_plural("%lld slot is asked no "
		    "more.", "%lld slots are asked no more.",
		    (unsigned long)c->nslots), (long long)c->nslots));
		return;
	}
	line(w, a, _("Slots:"));
	for (i = 0; i < c->nslots; i++)
		tell_slot(w, a, &c->slots[i]);
}

/* ---- entries */

static const char *
span_words(struct arena *a, const struct shown_entry *e)
{
	const char	*first = day_or(a, e->first, false);

	return day_cmp(e->first, e->last) == 0 ? first : arena_printf(a,
	    _("%s to %s"), first, day_or(a, e->last, false));
}

static void
tell_entries(struct impact_writer *w, struct arena *a,
    const struct altered *c)
{
	const struct two_entries	*e;
	const char			*days;
	size_t				 i;

	if (c->nentries > 0)
		line(w, a, _("Calendar entries:"));
	for (i = 0; i < c->nentries; i++) {
		e = &c->entries[i];
		days = span_words(a, impact_entry(e));
		if (e->of[WAS] != NULL && e->of[IS] != NULL)
			days = from_to(a, span_words(a, e->of[WAS]), days);
		page_marked(&w->page, a, DEEP, "", arena_printf(a,
		    _("%s: %s; %s"), text_in(impact_entry_word(e)),
		    impact_entry(e)->summary, days));
	}
}

static void
one(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	page_case(&w->page, a, c->matter, c->all[IS] != NULL ? c->all[IS] :
	    c->all[WAS]);
	tell_ground(w, a, c);
	tell_unheard(w, a, c);
	tell_come(w, a, c);
	tell_go(w, a, c);
	tell_stay(w, a, c);
	tell_slots(w, a, c);
	tell_entries(w, a, c);
}

/* ---- the summary */

struct summary {
	struct impact_writer	*w;
	struct arena		*a;
};

static void
say(const struct summary *s, const char *text)
{
	text_wrap(s->w->out, text_safe(s->a, text), 0, 4, s->w->page.l.width);
}

/* "Slots whose ...: 3 (list)", where n is not 0. */
static void
count(const struct summary *s, const char *label, long long n,
    const char *list)
{
	if (n > 0)
		say(s, *list == '\0' ? arena_printf(s->a, _("%s: %lld"), label,
		    n) : arena_printf(s->a, _("%s: %lld (%s)"), label, n,
		    list));
}

static void
say_grounds(const struct summary *s)
{
	const struct grounds	*g = s->w->grounds;
	size_t			 i;

	if (g->npacks > 0)
		say(s, named(s->a, _("Rules that differ"),
		    text_join(s->a, g->packs, g->npacks, _(", "))));
	if (g->ndays > 0)
		say(s, named(s->a, _("Days off that differ"),
		    text_join(s->a, g->days, g->ndays, _(", "))));
	for (i = 0; i < g->nnotes; i++)
		say(s, g->notes[i]);
}

static void
say_come(const struct summary *s, const struct impact_totals *t)
{
	const char	*list = "";
	int		 i;

	for (i = SEVERITIES; i-- > 0;)
		list = page_counted(s->a, list,
		    message_severity((enum severity)i), t->severities[i]);
	count(s, _("Findings that would come"), t->come, list);
	for (list = "", i = 0; i < CODES; i++)
		list = page_codes(s->a, list, (enum code)i, t->codes);
	if (t->come > 0)
		say(s, arena_printf(s->a, _("By kind: %s"), list));
}

static void
say_go(const struct summary *s, const struct impact_totals *t)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < WHYS; i++)
		list = page_counted(s->a, list, why_words((enum why)i),
		    t->why[i]);
	count(s, _("Findings that would go"), t->go, list);
	count(s, _("Findings that would stay, but not as they are"), t->stay,
	    "");
}

static void
say_rest(const struct summary *s, const struct impact_totals *t)
{
	const char	*list;

	count(s, _("Slots whose days or state would change"), t->slots,
	    "");
	list = page_counted(s->a, "", _("gained"), t->gained);
	list = page_counted(s->a, list, _("lost"), t->lost);
	list = page_counted(s->a, list, _("changed"), t->altered);
	count(s, _("Calendar entries"), t->gained + t->lost + t->altered,
	    list);
	count(s, _("Cases that no rule would judge any more"), t->unjudged,
	    "");
	count(s, _("Cases that would begin to be judged"), t->judged, "");
	count(s, _("Cases with words that the new rules do not know"),
	    t->unheard, "");
}

static void
summary(struct impact_writer *w, struct arena *a,
    const struct impact_totals *t)
{
	const struct summary	s = { w, a };

	page_heading(&w->page, page_today(&w->page, a, _("What would change")));
	say_grounds(&s);
	say(&s, arena_printf(a, _("Cases looked at: %lld; something would "
	    "change in %lld"), t->cases, t->changed));
	say_come(&s, t);
	say_go(&s, t);
	say_rest(&s, t);
}

static bool
copy(FILE *from, FILE *to)
{
	char	buf[1 << 14];
	size_t	n;

	if (fflush(from) != 0 || ferror(from))
		return false;
	rewind(from);
	while ((n = fread(buf, 1, sizeof(buf), from)) > 0)
		if (fwrite(buf, 1, n, to) != n)
			return false;
	return !ferror(from);
}

static bool
end(struct impact_writer *w, const struct impact_totals *t)
{
	struct arena	*a = arena_new();
	FILE		*cases = w->page.l.out;
	bool		 good = true;

	w->page.l.out = w->out;
	if (t->changed == 0)
		text_wrap(w->out, arena_printf(a, text_plural("Nothing would "
		    "change: in %lld case no finding, no day and no calendar "
		    "entry would be another.", "Nothing would change: in %lld "
		    "cases no finding, no day and no calendar entry would be "
		    "another.", (unsigned long)t->cases), t->cases), 0, 0,
		    w->page.l.width);
	else {
		summary(w, a, t);
		good = copy(cases, w->out) || diag_unwritten(w->d,
		    _("the output"));
	}
	fclose(cases);
	arena_free(a);
	return good;
}

const struct impact_backend	impact_text = { begin, one, end };
