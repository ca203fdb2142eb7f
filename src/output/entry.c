/*
 * What a slot becomes in a calendar: a window, a deadline, and their words.
 */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "output/ics.h"
#include "output/message.h"
#include "rule/phrase.h"

enum { LINES = 16 };

struct telling {
	struct arena		*arena;
	const struct plan	*plan;
	const struct slot	*slot;
	const struct step_rule	*rule;
	const char		*place;		/* name, else code */
	bool			 named;
	bool			 forecast;
	const char		*lines[LINES];	/* of the description */
	size_t			 nlines;
};

/* A text of the data or the rules, as one harmless line. */
static const char *
line(const struct telling *t, const char *s)
{
	return text_clean(t->arena, s, false);
}

static void
add(struct telling *t, const char *text)
{
	assert(t->nlines < LINES);
	t->lines[t->nlines++] = text;
}

static const char *
joined(const struct telling *t)
{
	size_t	 i, len[LINES], all = 1;
	char	*out, *to;

	for (i = 0; i < t->nlines; i++)
		all += (len[i] = strlen(t->lines[i])) + 1;
	out = to = arena_alloc(t->arena, all);
	for (i = 0; i < t->nlines; i++) {
		if (i > 0)
			*to++ = '\n';
		memcpy(to, t->lines[i], len[i]);
		to += len[i];
	}
	return out;
}

static const char *
summary_of(const struct telling *t, const char *tag)
{
	const struct matter	*m = t->plan->matter;
	const char		*s, *blank = *m->title == '\0' ? "" : " ";

	s = arena_printf(t->arena, "%s · %s · %s%s%s",
	    line(t, message_step(t->rule)), t->place, line(t, m->title),
	    blank, line(t, m->id));
	if (t->forecast)
		s = arena_printf(t->arena, _("(forecast) %s"), s);
	return arena_printf(t->arena, text_in(tag), s);
}

static void
tell_where(struct telling *t)
{
	const struct matter	*m = t->plan->matter;
	struct arena		*a = t->arena;

	add(t, arena_printf(a, _("Procedure: %s"),
	    line(t, message_procedure(t->plan->proc))));
	add(t, arena_printf(a, _("Step: %s (%s)"),
	    line(t, message_step(t->rule)), message_kind(t->rule->kind)));
	add(t, t->named ? arena_printf(a, _("Where: %s (%s)"), t->place,
	    t->slot->division) : arena_printf(a, _("Where: %s"), t->place));
	add(t, *m->title != '\0' ? arena_printf(a, _("Case: %s (%s)"),
	    line(t, m->title), line(t, m->id)) :
	    arena_printf(a, _("Case: %s"), line(t, m->id)));
}

/* Its run ends before its period is over, today or some day to come. */
static bool
is_broken(const struct slot *s)
{
	return s->posted && day_is(s->ends) && day_is(s->judged) &&
	    day_cmp(s->ends, s->judged) < 0;
}

static const char *
window_days(const struct telling *t, const struct entry *e)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;
	char			 first[DAY_TEXT], last[DAY_TEXT],
				 judged[DAY_TEXT];

	day_print(e->first, first);
	day_print(e->last, last);
	day_print(s->judged, judged);
	if (!t->rule->lasts)
		return arena_printf(a, _("Window: %s; no length is asked for"),
		    first);
	if (!day_is(s->judged))
		return arena_printf(a, _("Window: from %s; its last day "
		    "cannot be reckoned yet"), first);
	if (is_broken(s))
		return arena_printf(a, _("Came down too early: it stood from "
		    "%s to %s, and must stand through %s; post it again"),
		    first, last, judged);
	if (!day_is(s->planned))
		return arena_printf(a, _("Window: from %s; judged last day "
		    "%s, the planned one cannot be reckoned yet"), first,
		    judged);
	return arena_printf(a, _("Window: %s to %s (judged last day %s)"),
	    first, last, judged);
}

static void
tell_deadline(struct telling *t)
{
	const struct room	*r = &t->slot->room;
	bool			 again = is_broken(t->slot);
	char			 advised[DAY_TEXT], latest[DAY_TEXT];

	day_print(r->advised.day, advised);
	day_print(r->latest.day, latest);
	if (day_is(r->latest.day))
		add(t, arena_printf(t->arena, again ? _("Post again by %s; "
		    "the latest day is %s") : _("Post by %s; the latest day "
		    "is %s"), advised, latest));
	else
		add(t, arena_printf(t->arena, again ? _("Post again by %s; "
		    "the latest day cannot be reckoned yet") : _("Post by %s; "
		    "the latest day cannot be reckoned yet"), advised));
	if (t->rule->lasts)
		add(t, arena_printf(t->arena, _("Must stand at least %s"),
		    phrase_print_period(t->arena, t->rule->judged,
		    text_lang())));
}

/* The clause, its document's title and number, and what that document notes. */
static void
tell_basis(struct telling *t, const struct basis *b)
{
	const struct instrument	*i = b->instrument;
	const char		*s, *title;

	title = title_in("", i->title, i->title_en);
	s = arena_printf(t->arena, _("Basis: %s"), line(t, b->text));
	if (*title != '\0')
		s = arena_printf(t->arena, _("%s (\"%s\")"), s,
		    line(t, title));
	if (*i->number != '\0')
		s = arena_printf(t->arena, _("%s, number %s"), s,
		    line(t, i->number));
	add(t, s);
	if (*i->note != '\0')
		add(t, line(t, i->note));
}

/* Behind what, where and when: the rest that a description says. */
static const char *
described(struct telling *t, const struct basis *b, const struct basis *more)
{
	if (t->forecast)
		add(t, _("A forecast: what must come first is not recorded "
		    "yet"));
	add(t, _("Media: any"));
	if (*t->rule->handler != '\0')
		add(t, arena_printf(t->arena, _("Objections go to: %s"),
		    line(t, t->rule->handler)));
	if (b != NULL)
		tell_basis(t, b);
	if (more != NULL && (b == NULL || strcmp(more->text, b->text) != 0))
		tell_basis(t, more);
	return joined(t);
}

static struct entry
entry_of(const struct telling *t, enum entry_kind kind)
{
	const struct matter	*m = t->plan->matter;

	return (struct entry){ .kind = kind, .home = m->division, .id = m->id,
	    .step = t->rule->id, .division = t->slot->division,
	    .location = t->place, .first = DAY_NONE, .last = DAY_NONE };
}

/*
 * On its last day it may come down, or must go up: not posted, on the first;
 * broken, on the day after its run.
 */
static void
set_window(struct entry *e, const struct slot *s)
{
	e->first = e->last = s->posted ? s->opens : s->room.earliest;
	if (is_broken(s))
		e->last = s->ends;
	else
		e->last = day_max(e->last, day_is(s->planned) ? s->planned :
		    s->judged);
	e->alarms[0] = s->posted ? day_diff(e->first, e->last) +
	    is_broken(s) : 0;
	e->nalarms = 1;
}

static struct entry
window_entry(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct entry		 e = entry_of(t, ENTRY_WINDOW);

	t->forecast = !s->posted && s->room.forecast;
	e.status = t->forecast ? ENTRY_TENTATIVE : ENTRY_CONFIRMED;
	e.stays = s->posted && (s->judged_unknown || s->planned_unknown) &&
	    !is_broken(s);
	set_window(&e, s);
	e.summary = summary_of(t, is_broken(s) ? N_("[broken] %s") :
	    s->posted ? N_("[posted] %s") : N_("[to post] %s"));
	t->nlines = 0;
	tell_where(t);
	add(t, window_days(t, &e));
	e.description = described(t, t->rule->basis,
	    t->rule->lasts ? t->rule->lasts_basis : NULL);
	return e;
}

/* Rings `n` working days before `day`; days where those are not settled. */
static void
ring_before(struct entry *e, const struct slot *s, struct day day, int n)
{
	struct day	d = workcal_before(s->cal, day, n, NULL);
	int		days = day_is(d) ? day_diff(day, d) : -n, i;

	for (i = 0; i < e->nalarms; i++)
		if (e->alarms[i] == days)
			return;
	e->alarms[e->nalarms++] = days;
}

static struct entry
deadline_entry(struct telling *t)
{
	const struct limit	*l = &t->slot->room.advised;
	struct entry		 e = entry_of(t, ENTRY_DEADLINE);

	t->forecast = false;
	e.status = ENTRY_CONFIRMED;
	e.stays = (day_is(t->slot->room.brink.day) &&
	    day_cmp(t->slot->room.brink.day, l->day) == 0) ||
	    !day_is(workcal_before(t->slot->cal, l->day, 3, NULL));
	e.first = e.last = l->day;
	ring_before(&e, t->slot, l->day, 3);
	ring_before(&e, t->slot, l->day, 1);
	e.alarms[e.nalarms++] = 0;
	e.summary = summary_of(t, N_("[deadline] %s"));
	t->nlines = 0;
	tell_where(t);
	tell_deadline(t);
	e.description = described(t, l->bound != NULL &&
	    l->bound->basis != NULL ? l->bound->basis : t->rule->basis,
	    t->rule->basis);
	return e;
}

/* Nothing can be said of it now. */
static struct entry
unknown_entry(const struct telling *t, enum entry_kind kind)
{
	struct entry	e = entry_of(t, kind);

	e.stays = true;
	return e;
}

int
entry_build(struct arena *a, const struct plan *p, int i, bool forecast,
    const struct names *names, struct entry out[static 2])
{
	const struct slot	*s = &p->slots[i];
	struct telling		 t = { .arena = a, .plan = p, .slot = s,
				    .rule = &p->proc->steps[s->step] };
	const char		*name = name_of(names, s->division);
	int			 n = 0;

	t.named = *name != '\0';
	t.place = line(&t, arena_dup(a, t.named ? name : s->division));
	if (s->posted || (day_is(s->room.earliest) &&
	    (forecast || !s->room.forecast)))
		out[n++] = window_entry(&t);
	else if (s->room.unknown)
		out[n++] = unknown_entry(&t, ENTRY_WINDOW);
	if (s->posted && !is_broken(s))
		return n;
	if (day_is(s->room.advised.day))
		out[n++] = deadline_entry(&t);
	else if (s->room.blind)
		out[n++] = unknown_entry(&t, ENTRY_DEADLINE);
	return n;
}

void
entry_cancel(struct arena *a, struct entry *e)
{
	e->status = ENTRY_CANCELLED;
	e->nalarms = 0;
	e->summary = arena_printf(a, _("[cancelled] %s"),
	    text_untagged(e->summary));
}
