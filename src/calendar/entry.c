/*
 * What a slot becomes in a calendar: a window, a deadline, and their words.
 */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "calendar/ics.h"
#include "words/say.h"
#include "words/saying.h"

enum {
	LINES = 32,
	LISTED = 5		/* places or media of one posting, at most */
};

struct telling {
	struct arena		*arena;
	const struct plan	*plan;
	const struct slot	*slot;
	const struct step_rule	*rule;
	const char		*place;		/* name, else code */
	bool			 named;
	bool			 forecast;
	struct told		 lines[LINES];	/* of the description */
	size_t			 nlines;
};

static void
add(struct telling *t, struct told text)
{
	assert(t->nlines < LINES);
	t->lines[t->nlines++] = text;
}

/* The place, so that a narrow cell tells one from the other; then the step. */
static struct told
summary_of(const struct telling *t, const char *tag)
{
	const struct matter	*m = t->plan->matter;
	struct arena		*a = t->arena;
	const struct told	 parts[] = {
		told_narrow(a, told_text(t->place), step_told(a, t->rule)),
		told_text(" · "),
		t->forecast ? told_words(N_("(forecast) ")) : told_text(""),
		told_text(m->title),
		told_text(*m->title == '\0' ? "" : " "),
		told_text(m->id)
	};

	return TELL(a, tag, told_list(a, "", parts,
	    sizeof(parts) / sizeof(*parts)));
}

static void
tell_where(struct telling *t)
{
	const struct matter	*m = t->plan->matter;
	const struct procedure	*p = t->plan->proc;
	struct arena		*a = t->arena;

	add(t, TELL(a, N_("Procedure: %s"), told_title(a, p->id, p->title,
	    p->title_en)));
	add(t, TELL(a, N_("Step: %s (%s)"), step_told(a, t->rule),
	    told_words(t->rule->kind == KIND_NOTICE ? N_("notice") :
	    N_("announcement"))));
	add(t, t->named ? TELL(a, N_("Where: %s (%s)"), told_text(t->place),
	    told_text(t->slot->division)) : TELL(a, N_("Where: %s"),
	    told_text(t->place)));
	add(t, *m->title != '\0' ? TELL(a, N_("Case: %s (%s)"),
	    told_text(m->title), told_text(m->id)) :
	    TELL(a, N_("Case: %s"), told_text(m->id)));
}

/* Its run ends before its period is over, today or some day to come. */
static bool
is_broken(const struct slot *s)
{
	return s->posted && day_is(s->ends) && (s->endless ||
	    (day_is(s->judged) && day_cmp(s->ends, s->judged) < 0));
}

/* ---- what is to be done */

static void
tell_length(struct telling *t)
{
	struct arena			*a = t->arena;
	const struct period_part	*part = plan_nth_part(t->plan,
					    t->slot, 0);

	if (part != NULL && part->kind == PART_LASTS &&
	    plan_nth_part(t->plan, t->slot, 1) == NULL)
		add(t, TELL(a, N_("Must stand at least %s"),
		    told_period(part->judged)));
	else if (part != NULL)
		add(t, TELL(a, N_("Must stand %s"), parts_told(a,
		    t->plan, t->slot, false)));
}

/* Through which day a posting of that day would have to hang. */
static void
tell_if_posted(struct telling *t, struct day opens)
{
	struct arena	*a = t->arena;
	struct day	 judged, planned;
	struct told	 day = told_day(opens);

	if (!t->slot->lasts)
		return;
	if (t->slot->endless) {
		tell_length(t);
		return;
	}
	judged = plan_closes(t->plan, t->slot, opens, false, NULL);
	planned = plan_closes(t->plan, t->slot, opens, true, NULL);
	if (!day_is(judged))
		add(t, TELL(a, N_("If posted on %s: its last day "
		    "cannot be reckoned yet"), day));
	else if (!day_is(planned))
		add(t, TELL(a, N_("If posted on %s, %s is the judged "
		    "last day; how long it should hang cannot be reckoned "
		    "yet"), day, told_day(judged)));
	else
		add(t, TELL(a, N_("If posted on %s, it must hang "
		    "through %s (that day too); %s is the judged last day"),
		    day, told_day(planned), told_day(judged)));
}

static void
tell_to_post(struct telling *t)
{
	struct day	 from = t->slot->room->earliest;
	struct told	 day = told_day(from);

	add(t, t->forecast ? TELL(t->arena, N_("Expected to be free to go up "
	    "from %s on"), day) :
	    t->slot->lasts ? TELL(t->arena, N_("May go up from %s on"),
	    day) : TELL(t->arena, N_("May go up from %s on; no length is asked "
	    "for"), day));
	tell_if_posted(t, from);
}

static void
tell_broken(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;

	add(t, s->endless ? TELL(a, N_("It hung from %s and came down "
	    "on %s, too early: its period is not over"),
	    told_day(s->opens), told_day(s->ends)) :
	    TELL(a, N_("It hung from %s and came down on %s, too "
	    "early: it should have hung through %s"), told_day(s->opens),
	    told_day(s->ends), told_day(s->judged)));
	add(t, told_words(N_("It must go up again, and hang for the whole "
	    "period from "
	    "that day")));
	tell_length(t);
}

/* It hung through the day recorded; else it hangs until more is heard. */
static struct told
came_down(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;
	struct told		 from = told_day(s->opens);
	struct told		 to = told_day(s->ends);

	if (!t->slot->lasts)
		return TELL(a, N_("It hung from %s to %s; no length is "
		    "asked for"), from, to);
	if (!day_is(s->judged))
		return TELL(a, N_("It hung from %s to %s; its last day "
		    "cannot be reckoned yet"), from, to);
	return TELL(a, N_("It hung from %s to %s; %s was the judged "
	    "last day"), from, to, told_day(s->judged));
}

static struct told
hangs(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;
	struct told		 from = told_day(s->opens);
	struct told		 judged = told_day(s->judged);

	if (!t->slot->lasts)
		return TELL(a, N_("Posted on %s; no length is asked "
		    "for"), from);
	if (s->endless)
		return TELL(a, N_("Posted on %s; %s"), from, message_endless(a,
		    t->plan, s));
	if (!day_is(s->judged))
		return TELL(a, N_("Posted on %s; leave it up: its last "
		    "day cannot be reckoned yet"), from);
	if (!day_is(s->planned))
		return TELL(a, N_("Posted on %s; it must hang through "
		    "%s at least, the judged last day; how long it should "
		    "hang cannot be reckoned yet"), from, judged);
	return TELL(a, N_("Posted on %s; it must hang through %s (that "
	    "day too); %s is the judged last day"), from,
	    told_day(s->planned), judged);
}

/*
 * The act that must follow, and its first day as far as this slot goes, where
 * it opened, or would open, then.
 */
static void
tell_next(struct telling *t, struct day opens)
{
	struct arena	*a = t->arena;
	struct limit	 next = plan_next(t->plan, t->slot, opens);
	bool		 stands = t->slot->posted && !is_broken(t->slot);
	struct told	 what;

	if (next.owner < 0)
		return;
	what = point_told(a, t->plan->proc, next.owner);
	if (!day_is(next.day))
		add(t, TELL(a, N_("Then: %s"), what));
	else
		add(t, TELL(a, stands ? N_("Then: %s, as far as this "
		    "posting goes on %s at the earliest") : N_("Then, if "
		    "posted that day: %s, as far as this posting goes on %s "
		    "at the earliest"), what, told_day(next.day)));
}

static void
tell_deadline(struct telling *t)
{
	const struct room	*r = t->slot->room;
	struct arena		*a = t->arena;
	bool			 again = is_broken(t->slot);
	struct told		 advised = told_day(r->advised.day);
	struct told		 latest = told_day(r->latest.day);

	if (day_is(r->latest.day))
		add(t, TELL(a, again ? N_("Post again by %s; "
		    "the latest day is %s") : N_("Post by %s; the latest day "
		    "is %s"), advised, latest));
	else
		add(t, TELL(a, again ? N_("Post again by %s; "
		    "the latest day cannot be reckoned yet") : N_("Post by %s; "
		    "the latest day cannot be reckoned yet"), advised));
	if (t->slot->lasts)
		tell_length(t);
	/* where it may not go up so early, nothing follows from that day */
	if (day_is(r->earliest) && day_cmp(r->advised.day, r->earliest) < 0) {
		tell_next(t, DAY_NONE);
		return;
	}
	tell_if_posted(t, r->advised.day);
	tell_next(t, r->advised.day);
}

/* By when it comes down again, in the words of the rule. */
static void
tell_down(struct telling *t)
{
	const struct bound	*b = t->rule->down;
	struct arena		*a = t->arena;
	int			 nevents = t->plan->proc->nevents;

	if (b == NULL || !plan_holds(t->plan, b->when))
		return;
	if (b->point.index >= nevents)
		add(t, TELL(a, N_("To be taken down within %s after "
		    "its last day"), told_period(b->period)));
	else
		add(t, TELL(a, N_("To be taken down within %s after "
		    "%s"), told_period(b->period), event_told(a,
		    t->plan->proc, b->point.index)));
}

/* ---- what the rule asks of the notice */

/* Those items that apply, in a list; false: there is none. */
static bool
tell_items(struct telling *t, const struct item_rules *items, bool media,
    const char *format)
{
	const struct item_rule	*i;
	struct told		 all = TOLD_NOTHING, one;
	int			 n;

	for (n = 0; n < items->n; n++) {
		i = &items->list[n];
		if (!plan_holds(t->plan, i->when))
			continue;
		one = media ? medium_told(i->text) : told_text(i->text);
		if (i->times > 0)
			one = told_plural(t->arena, "%d time in %s",
			    "%d times in %s", i->times, one);
		all = told_add(t->arena, all, N_(", "), one);
	}
	if (told_is(all))
		add(t, TELL(t->arena, format, all));
	return told_is(all);
}

static void
tell_demands(struct telling *t)
{
	const struct step_rule	*r = t->rule;
	bool			 any = tell_items(t, &r->any, true,
				    N_("Media, one of: %s"));
	bool			 all = tell_items(t, &r->all, true,
				    N_("Media, each of: %s"));
	bool			 times = tell_items(t, &r->times, true,
				    N_("Media, on different days: %s"));

	if (!any && !all && !times)
		add(t, told_words(N_("Media: any")));
	(void)tell_items(t, &r->content, false, N_("It must show: %s"));
	if (r->review)
		add(t, told_words(N_("To be reviewed for confidentiality "
		    "first")));
	if (t->slot->round > 0)
		add(t, TELL(t->arena, N_("It begins anew: an objection "
		    "was upheld on %s"), told_day(
		    t->slot->begins)));
}

/* ---- where the sheets say that it hangs */

static bool
is_among(const char *const *list, size_t n, const char *s)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], s) == 0)
			return true;
	return false;
}

/* What the postings of the run say, each once: places, or media. */
static void
tell_said(struct telling *t, bool media, const char *format)
{
	const struct slot	*s = t->slot;
	const struct posting	*p;
	const char		*list[LISTED], *what;
	struct told		 all = TOLD_NOTHING;
	size_t			 i, n = 0;

	for (i = 0; i < s->n && n < LISTED; i++) {
		p = &s->postings[i];
		if (day_cmp(p->posted, s->opens) < 0 || (day_is(s->ends) &&
		    day_cmp(p->posted, s->ends) > 0))
			continue;
		what = media ? p->medium : p->place;
		if (*what == '\0' || is_among(list, n, what))
			continue;
		list[n++] = what;
		all = told_add(t->arena, all, N_(", "), media ?
		    medium_told(what) : told_text(what));
	}
	if (n > 0)
		add(t, TELL(t->arena, format, all));
}

static void
tell_window(struct telling *t)
{
	const struct slot	*s = t->slot;

	if (!s->posted)
		tell_to_post(t);
	else if (is_broken(s))
		tell_broken(t);
	else
		add(t, day_is(s->ends) ? came_down(t) : hangs(t));
	tell_next(t, !s->posted ? s->room->earliest : is_broken(s) ? DAY_NONE :
	    s->opens);
	tell_down(t);
	if (!s->posted) {
		tell_demands(t);
		return;
	}
	tell_said(t, false, N_("Place: %s"));
	tell_said(t, true, N_("Medium: %s"));
}

/* ---- what all entries say */

/* The clause, its document's title and number, and what that document notes. */
static void
tell_basis(struct telling *t, const struct basis *b)
{
	const struct instrument	*i = b->instrument;
	struct arena		*a = t->arena;
	struct told		 s = TELL(a, N_("Basis: %s"),
				    told_text(b->text));

	if (*i->title != '\0' || *i->title_en != '\0')
		s = TELL(a, N_("%s (\"%s\")"), s, told_title(a, "",
		    *i->title != '\0' ? i->title : i->title_en,
		    i->title_en));
	if (*i->number != '\0')
		s = TELL(a, N_("%s, number %s"), s, told_text(i->number));
	add(t, s);
	if (*i->note != '\0')
		add(t, told_text(i->note));
}

/* Behind what is to be done: who hears objections, what it is, and why. */
static struct told
described(struct telling *t, const struct basis *b, const struct basis *more)
{
	if (*t->rule->objections.handler != '\0')
		add(t, TELL(t->arena, N_("Objections go to: %s"),
		    told_text(t->rule->objections.handler)));
	tell_where(t);
	if (b != NULL)
		tell_basis(t, b);
	if (more != NULL && (b == NULL || strcmp(more->text, b->text) != 0))
		tell_basis(t, more);
	return told_list(t->arena, "\n", t->lines, t->nlines);
}

/* That of the only part, or of the one that sets its last day. */
static const struct basis *
period_basis(const struct telling *t)
{
	const struct slot		*s = t->slot;
	const struct period_part	*first = plan_nth_part(t->plan, s, 0);
	const struct period_part	*by = NULL;

	if (first != NULL && plan_nth_part(t->plan, s, 1) != NULL)
		by = plan_part(t->plan, s, s->posted ? s->opens :
		    s->room->earliest, false);
	return by != NULL ? by->basis : first != NULL ? first->basis : NULL;
}

static struct entry
entry_of(const struct telling *t, enum entry_kind kind)
{
	const struct matter	*m = t->plan->matter;

	return (struct entry){ .kind = kind, .home = m->division, .id = m->id,
	    .step = t->rule->id, .division = t->slot->division,
	    .location = told_text(t->place), .first = DAY_NONE,
	    .last = DAY_NONE };
}

/*
 * On its last day it may come down, or must go up: not posted, on the first;
 * broken, on the day after its run.  Where there is no last day, nobody rings.
 */
static void
set_window(struct entry *e, const struct slot *s)
{
	e->first = e->last = s->posted ? s->opens : s->room->earliest;
	if (is_broken(s))
		e->last = s->ends;
	else
		e->last = day_max(e->last, day_is(s->planned) ? s->planned :
		    s->judged);
	e->alarms[0] = s->posted ? day_diff(e->first, e->last) +
	    is_broken(s) : 0;
	e->nalarms = s->posted && s->endless && !is_broken(s) ? 0 : 1;
}

static struct entry
window_entry(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct entry		 e = entry_of(t, ENTRY_WINDOW);

	t->forecast = !s->posted && s->room->forecast;
	e.status = t->forecast ? ENTRY_TENTATIVE : ENTRY_CONFIRMED;
	e.stays = s->posted && (s->judged_unknown || s->planned_unknown) &&
	    !is_broken(s);
	set_window(&e, s);
	e.summary = summary_of(t, is_broken(s) ? N_("[broken] %s") :
	    s->posted ? N_("[posted] %s") : N_("[to post] %s"));
	t->nlines = 0;
	if (t->forecast)
		add(t, told_words(N_("A forecast: what must come first is not "
		    "recorded "
		    "yet")));
	tell_window(t);
	e.description = described(t, t->rule->basis,
	    period_basis(t));
	return e;
}

/* What stood when the case ended: to that day, and nobody rings for it. */
static struct entry
ended_entry(struct telling *t, struct day end)
{
	const struct slot	*s = t->slot;
	struct entry		 e = entry_of(t, ENTRY_WINDOW);

	e.status = ENTRY_CONFIRMED;
	e.first = s->opens;
	e.last = end;
	e.summary = summary_of(t, N_("[posted] %s"));
	t->nlines = 0;
	add(t, TELL(t->arena, N_("Posted on %s; the case ended on %s, "
	    "and nothing more is owed"), told_day(s->opens),
	    told_day(end)));
	tell_said(t, false, N_("Place: %s"));
	tell_said(t, true, N_("Medium: %s"));
	e.description = described(t, t->rule->basis, period_basis(t));
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
	const struct limit	*l = &t->slot->room->advised;
	struct entry		 e = entry_of(t, ENTRY_DEADLINE);

	t->forecast = false;
	e.status = ENTRY_CONFIRMED;
	e.stays = (day_is(t->slot->room->brink.day) &&
	    day_cmp(t->slot->room->brink.day, l->day) == 0) ||
	    !day_is(workcal_before(t->slot->cal, l->day, 3, NULL));
	e.first = e.last = l->day;
	ring_before(&e, t->slot, l->day, 3);
	ring_before(&e, t->slot, l->day, 1);
	e.alarms[e.nalarms++] = 0;
	e.summary = summary_of(t, N_("[deadline] %s"));
	t->nlines = 0;
	tell_deadline(t);
	tell_demands(t);
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
entry_build(struct arena *a, const struct plan *p, const struct plan *now,
    int i, bool forecast, const struct names *names,
    struct entry out[static 2])
{
	const struct slot	*s = &p->slots[i];
	struct telling		 t = { .arena = a, .plan = p, .slot = s,
				    .rule = &p->proc->steps[s->step] };
	const char		*name = name_of(names, s->division);
	int			 n = 0;

	t.named = *name != '\0';
	t.place = text_clean(a, arena_dup(a, t.named ? name : s->division),
	    false);
	if (!s->applies)
		return 0;
	if (now->cuts && slot_ended(p, now, i))
		return s->posted ? (out[0] = ended_entry(&t, now->ending.day),
		    1) : 0;
	if (s->posted || (day_is(s->room->earliest) &&
	    (forecast || !s->room->forecast)))
		out[n++] = window_entry(&t);
	else if (s->room->unknown)
		out[n++] = unknown_entry(&t, ENTRY_WINDOW);
	if (s->posted && !is_broken(s))
		return n;
	if (day_is(s->room->advised.day))
		out[n++] = deadline_entry(&t);
	else if (s->room->blind)
		out[n++] = unknown_entry(&t, ENTRY_DEADLINE);
	return n;
}

/* ---- what is remembered of it, and what its alarms say */

/* The summary behind its tag, in words for one of before there were facts. */
static struct told
untagged(struct told summary)
{
	return summary.kind == TOLD_MESSAGE && summary.nparts == 1 ?
	    summary.parts[0] : told_text(text_untagged(summary.text));
}

static struct told
read_summary(struct arena *a, const struct entry *e)
{
	struct told	t = e->summary.kind == TOLD_WRITTEN ?
			    told_read(a, e->summary.text) : e->summary;

	return t.kind == TOLD_MESSAGE || t.kind == TOLD_TEXT ? t :
	    told_text("");
}

void
entry_cancel(struct arena *a, struct entry *e)
{
	e->status = ENTRY_CANCELLED;
	e->nalarms = 0;
	e->summary = TELL(a, N_("[cancelled] %s"), untagged(read_summary(a,
	    e)));
}

static bool
is_posted(struct told summary)
{
	static const char	zh[] = "【已贴】", en[] = "[posted]";

	return strncmp(summary.text, en, sizeof(en) - 1) == 0 ||
	    strncmp(summary.text, zh, sizeof(zh) - 1) == 0;
}

static const char *
window_rings(const struct entry *e, struct told summary)
{
	int32_t	days = day_diff(e->first, e->last);

	if (e->alarms[0] > days)
		return N_("It came down too early and must go up again: %s");
	if (!is_posted(summary))
		return e->status == ENTRY_TENTATIVE ?
		    N_("Expected to be free to go up today: %s") :
		    N_("May go up today: %s");
	return days == 0 ? N_("Posted today; see when it may come down: %s") :
	    N_("Its period is full today; it may come down from tomorrow on: "
	    "%s");
}

/* Does a Saturday or Sunday lie in the n days before this one? */
static bool
has_weekend(struct day d, int n)
{
	int	i;

	for (i = 1; i <= n; i++)
		if (day_weekday(day_add(d, -i)) % 6 == 0)
			return true;
	return false;
}

/*
 * Of three, the first rings three working days before and the second one,
 * where these are settled: else it is so many days.
 */
static const char *
deadline_rings(struct arena *a, const struct catalogue *words,
    const struct entry *e, int i)
{
	int	left = -e->alarms[i], n = i == 0 ? 3 : 1;

	if (left <= 0)
		return text_say(words, N_("Due today: %s"));
	if (e->nalarms == ALARMS_MAX && (left > n || !has_weekend(e->first,
	    n)))
		return arena_printf(a, text_say_plural(words,
		    "%d working day to the deadline: %%s",
		    "%d working days to the deadline: %%s",
		    (unsigned long)n), n);
	return arena_printf(a, text_say_plural(words,
	    "%d day to the deadline: %%s", "%d days to the deadline: %%s",
	    (unsigned long)left), left);
}

const char *
entry_alarm(struct arena *a, const struct catalogue *words,
    const struct entry *e, int i)
{
	bool		 window = e->kind == ENTRY_WINDOW ||
			    e->kind == ENTRY_OLD_WINDOW;
	struct told	 summary = read_summary(a, e);
	const char	*format = window ? text_say(words, window_rings(e,
			    summary)) : deadline_rings(a, words, e, i);

	return text_clean(a, arena_printf(a, format, told_say(a, words,
	    untagged(summary))), false);
}

/* ---- as words */

const char *
entry_line(struct arena *a, const struct catalogue *words, struct told t)
{
	return text_clean(a, told_say(a, words, t), false);
}

/* Each line by itself: none begins another. */
const char *
entry_lines(struct arena *a, const struct catalogue *words, struct told t)
{
	const char	*all = "";
	size_t		 i;

	if (t.kind == TOLD_WRITTEN)
		t = told_read(a, t.text);
	if (t.kind != TOLD_LIST || strcmp(t.text, "\n") != 0)
		return text_clean(a, told_say(a, words, t), true);
	for (i = 0; i < t.nparts; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : "\n",
		    entry_line(a, words, t.parts[i]));
	return all;
}
