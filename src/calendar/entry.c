/*
 * What a slot becomes in a calendar: a window, a deadline, and their words.
 */
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "calendar/ics.h"
#include "words/saying.h"

enum {
	LINES = 32,
	NARROW = 24,		/* columns of place and step in a summary, */
	PLACE_LEAST = 15,	/* of which the place may keep these */
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

/* The first bytes of s that take at most so many columns. */
static size_t
head_of(const char *s, int columns)
{
	size_t	end = 0, len;

	while (s[end] != '\0') {
		(void)text_char(s + end, &len);
		columns -= text_width(s + end, len);
		if (columns < 0)
			break;
		end += len;
	}
	return end;
}

/*
 * s, which takes *width columns, in so many: what is cut lies in the middle,
 * since a place tells its group at the end, and a step what kind of posting it
 * is.
 */
static const char *
narrowed(struct arena *a, const char *s, int *width, int columns)
{
	size_t	 head, tail, len;

	if (*width <= columns)
		return s;
	head = head_of(s, (columns - 1) / 2);
	columns -= 1 + text_width(s, head);
	for (tail = head; text_width(s + tail, strlen(s + tail)) > columns;
	    tail += len)
		(void)text_char(s + tail, &len);
	s = arena_printf(a, "%.*s…%s", (int)head, s, s + tail);
	*width = text_width(s, strlen(s));
	return s;
}

/* The place, so that a narrow cell tells one from the other; then the step. */
static const char *
summary_of(const struct telling *t, const char *tag)
{
	const struct matter	*m = t->plan->matter;
	struct arena		*a = t->arena;
	const char		*step = line(t, message_step(t->rule));
	const char		*place, *between = text_lang() == LANG_ZH ?
				    " " : ": ";
	int			 room = NARROW - (int)strlen(between);
	int			 wide = text_width(step, strlen(step));
	int			 left = room - wide;
	int			 taken = text_width(t->place, strlen(t->place));

	place = narrowed(a, t->place, &taken, left < PLACE_LEAST ?
	    PLACE_LEAST : left);
	step = narrowed(a, step, &wide, room - taken);
	return arena_printf(a, text_in(tag), arena_printf(a,
	    "%s%s%s · %s%s%s%s", place, between, step,
	    t->forecast ? _("(forecast) ") : "", line(t, m->title),
	    *m->title == '\0' ? "" : " ", line(t, m->id)));
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
		add(t, arena_printf(a, _("Must stand at least %s"),
		    period_words(a, part->judged)));
	else if (part != NULL)
		add(t, arena_printf(a, _("Must stand %s"), line(t,
		    parts_words(a, t->plan, t->slot, false))));
}

/* Through which day a posting of that day would have to hang. */
static void
tell_if_posted(struct telling *t, struct day opens)
{
	struct arena	*a = t->arena;
	struct day	 judged, planned;
	const char	*day = day_words(a, opens);

	if (!t->slot->lasts)
		return;
	if (t->slot->endless) {
		tell_length(t);
		return;
	}
	judged = plan_closes(t->plan, t->slot, opens, false, NULL);
	planned = plan_closes(t->plan, t->slot, opens, true, NULL);
	if (!day_is(judged))
		add(t, arena_printf(a, _("If posted on %s: its last day "
		    "cannot be reckoned yet"), day));
	else if (!day_is(planned))
		add(t, arena_printf(a, _("If posted on %s, %s is the judged "
		    "last day; how long it should hang cannot be reckoned "
		    "yet"), day, day_words(a, judged)));
	else
		add(t, arena_printf(a, _("If posted on %s, it must hang "
		    "through %s (that day too); %s is the judged last day"),
		    day, day_words(a, planned), day_words(a, judged)));
}

static void
tell_to_post(struct telling *t)
{
	struct day	 from = t->slot->room->earliest;
	const char	*day = day_words(t->arena, from);

	add(t, t->forecast ? arena_printf(t->arena,
	    _("Expected to be free to go up from %s on"), day) :
	    t->slot->lasts ? arena_printf(t->arena,
	    _("May go up from %s on"), day) : arena_printf(t->arena,
	    _("May go up from %s on; no length is asked for"), day));
	tell_if_posted(t, from);
}

static void
tell_broken(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;

	add(t, s->endless ? arena_printf(a, _("It hung from %s and came down "
	    "on %s, too early: its period is not over"),
	    day_words(a, s->opens), day_words(a, s->ends)) :
	    arena_printf(a, _("It hung from %s and came down on %s, too "
	    "early: it should have hung through %s"), day_words(a, s->opens),
	    day_words(a, s->ends), day_words(a, s->judged)));
	add(t, _("It must go up again, and hang for the whole period from "
	    "that day"));
	tell_length(t);
}

/* It hung through the day recorded; else it hangs until more is heard. */
static const char *
came_down(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;
	const char		*from = day_words(a, s->opens);
	const char		*to = day_words(a, s->ends);

	if (!t->slot->lasts)
		return arena_printf(a, _("It hung from %s to %s; no length is "
		    "asked for"), from, to);
	if (!day_is(s->judged))
		return arena_printf(a, _("It hung from %s to %s; its last day "
		    "cannot be reckoned yet"), from, to);
	return arena_printf(a, _("It hung from %s to %s; %s was the judged "
	    "last day"), from, to, day_words(a, s->judged));
}

static const char *
hangs(struct telling *t)
{
	const struct slot	*s = t->slot;
	struct arena		*a = t->arena;
	const char		*from = day_words(a, s->opens);
	const char		*judged = day_words(a, s->judged);

	if (!t->slot->lasts)
		return arena_printf(a, _("Posted on %s; no length is asked "
		    "for"), from);
	if (s->endless)
		return arena_printf(a, _("Posted on %s; %s"), from, line(t,
		    message_endless(a, t->plan, s)));
	if (!day_is(s->judged))
		return arena_printf(a, _("Posted on %s; leave it up: its last "
		    "day cannot be reckoned yet"), from);
	if (!day_is(s->planned))
		return arena_printf(a, _("Posted on %s; it must hang through "
		    "%s at least, the judged last day; how long it should "
		    "hang cannot be reckoned yet"), from, judged);
	return arena_printf(a, _("Posted on %s; it must hang through %s (that "
	    "day too); %s is the judged last day"), from,
	    day_words(a, s->planned), judged);
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
	const char	*what;

	if (next.owner < 0)
		return;
	what = line(t, point_title(a, t->plan->proc, next.owner));
	if (!day_is(next.day))
		add(t, arena_printf(a, _("Then: %s"), what));
	else
		add(t, arena_printf(a, stands ? _("Then: %s, as far as this "
		    "posting goes on %s at the earliest") : _("Then, if "
		    "posted that day: %s, as far as this posting goes on %s "
		    "at the earliest"), what, day_words(a, next.day)));
}

static void
tell_deadline(struct telling *t)
{
	const struct room	*r = t->slot->room;
	struct arena		*a = t->arena;
	bool			 again = is_broken(t->slot);
	const char		*advised = day_words(a, r->advised.day);
	const char		*latest = day_words(a, r->latest.day);

	if (day_is(r->latest.day))
		add(t, arena_printf(a, again ? _("Post again by %s; "
		    "the latest day is %s") : _("Post by %s; the latest day "
		    "is %s"), advised, latest));
	else
		add(t, arena_printf(a, again ? _("Post again by %s; "
		    "the latest day cannot be reckoned yet") : _("Post by %s; "
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
		add(t, arena_printf(a, _("To be taken down within %s after "
		    "its last day"), period_words(a, b->period)));
	else
		add(t, arena_printf(a, _("To be taken down within %s after "
		    "%s"), period_words(a, b->period), line(t,
		    event_title(a, t->plan->proc, b->point.index))));
}

/* ---- what the rule asks of the notice */

/* Those items that apply, in a list; false: there is none. */
static bool
tell_items(struct telling *t, const struct item_rules *items, bool media,
    const char *format)
{
	const struct item_rule	*i;
	const char		*all = "", *one;
	int			 n;

	for (n = 0; n < items->n; n++) {
		i = &items->list[n];
		if (!plan_holds(t->plan, i->when))
			continue;
		one = line(t, media ? message_medium(i->text) : i->text);
		if (i->times > 0)
			one = arena_printf(t->arena, text_plural(
			    "%d time in %s", "%d times in %s",
			    (unsigned long)i->times), i->times, one);
		all = arena_printf(t->arena, "%s%s%s", all, *all == '\0' ?
		    "" : _(", "), one);
	}
	if (*all != '\0')
		add(t, arena_printf(t->arena, text_in(format), all));
	return *all != '\0';
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
		add(t, _("Media: any"));
	(void)tell_items(t, &r->content, false, N_("It must show: %s"));
	if (r->review)
		add(t, _("To be reviewed for confidentiality first"));
	if (t->slot->round > 0)
		add(t, arena_printf(t->arena, _("It begins anew: an objection "
		    "was upheld on %s"), day_words(t->arena,
		    t->slot->begins)));
}

/* ---- where the sheets say that it hangs */

typedef const char	*said_fn(const struct posting *);

static const char *
said_place(const struct posting *p)
{
	return p->place;
}

static const char *
said_medium(const struct posting *p)
{
	return *p->medium == '\0' ? "" : message_medium(p->medium);
}

static bool
is_among(const char *const *list, size_t n, const char *s)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], s) == 0)
			return true;
	return false;
}

/* What the postings of the run say, each once. */
static void
tell_said(struct telling *t, said_fn *said, const char *format)
{
	const struct slot	*s = t->slot;
	const struct posting	*p;
	const char		*list[LISTED], *all = "", *what;
	size_t			 i, n = 0;

	for (i = 0; i < s->n && n < LISTED; i++) {
		p = &s->postings[i];
		if (day_cmp(p->posted, s->opens) < 0 || (day_is(s->ends) &&
		    day_cmp(p->posted, s->ends) > 0))
			continue;
		what = said(p);
		if (*what == '\0' || is_among(list, n, what))
			continue;
		list[n++] = what;
		all = arena_printf(t->arena, "%s%s%s", all, n == 1 ? "" :
		    _(", "), line(t, what));
	}
	if (n > 0)
		add(t, arena_printf(t->arena, text_in(format), all));
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
	tell_said(t, said_place, N_("Place: %s"));
	tell_said(t, said_medium, N_("Medium: %s"));
}

/* ---- what all entries say */

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

/* Behind what is to be done: who hears objections, what it is, and why. */
static const char *
described(struct telling *t, const struct basis *b, const struct basis *more)
{
	if (*t->rule->objections.handler != '\0')
		add(t, arena_printf(t->arena, _("Objections go to: %s"),
		    line(t, t->rule->objections.handler)));
	tell_where(t);
	if (b != NULL)
		tell_basis(t, b);
	if (more != NULL && (b == NULL || strcmp(more->text, b->text) != 0))
		tell_basis(t, more);
	return joined(t);
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
	    .location = t->place, .clean = true, .first = DAY_NONE,
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
		add(t, _("A forecast: what must come first is not recorded "
		    "yet"));
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
	add(t, arena_printf(t->arena, _("Posted on %s; the case ended on %s, "
	    "and nothing more is owed"), day_words(t->arena, s->opens),
	    day_words(t->arena, end)));
	tell_said(t, said_place, N_("Place: %s"));
	tell_said(t, said_medium, N_("Medium: %s"));
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
	t.place = line(&t, arena_dup(a, t.named ? name : s->division));
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

void
entry_cancel(struct arena *a, struct entry *e)
{
	e->status = ENTRY_CANCELLED;
	e->nalarms = 0;
	e->summary = arena_printf(a, _("[cancelled] %s"),
	    text_untagged(e->summary));
}

/* ---- what its alarms say */

static bool
is_posted(const struct entry *e)
{
	return strncmp(e->summary, "【已贴】", strlen("【已贴】")) == 0 ||
	    strncmp(e->summary, "[posted]", strlen("[posted]")) == 0;
}

static const char *
window_rings(const struct entry *e)
{
	int32_t	days = day_diff(e->first, e->last);

	if (e->alarms[0] > days)
		return N_("It came down too early and must go up again: %s");
	if (!is_posted(e))
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
deadline_rings(struct arena *a, const struct entry *e, int i)
{
	int	left = -e->alarms[i], n = i == 0 ? 3 : 1;

	if (left <= 0)
		return _("Due today: %s");
	if (e->nalarms == ALARMS_MAX && (left > n || !has_weekend(e->first,
	    n)))
		return arena_printf(a, text_plural(
		    "%d working day to the deadline: %%s",
		    "%d working days to the deadline: %%s",
		    (unsigned long)n), n);
	return arena_printf(a, text_plural("%d day to the deadline: %%s",
	    "%d days to the deadline: %%s", (unsigned long)left), left);
}

const char *
entry_alarm(struct arena *a, const struct entry *e, int i)
{
	bool		 window = e->kind == ENTRY_WINDOW ||
			    e->kind == ENTRY_OLD_WINDOW;
	const char	*format = window ? text_in(window_rings(e)) :
			    deadline_rings(a, e, i);

	return arena_printf(a, format, text_untagged(e->summary));
}
