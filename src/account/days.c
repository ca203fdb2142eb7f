/*
 * The days that come of it: earliest, deadlines, latest.
 */
#include "account/explainer.h"
#include "base/text.h"
#include "words/parts.h"

/* Has it happened, or is it posted, by today? */
static bool
is_done(const struct explainer *t)
{
	const struct account	*a = t->of;

	if (a->event != NULL)
		return a->event->n > 0 &&
		    day_cmp(a->event->day, t->l.today) <= 0;
	return a->slot->posted && day_cmp(a->slot->opens, t->l.today) <= 0;
}

/* What it must follow and is not there yet: the first, and how many. */
static const struct reason *
lacking(const struct account *a, int *n)
{
	const struct reason	*first = NULL;
	int			 i, j;

	for (i = *n = 0; i < a->nneeds; i++)
		for (j = 0; j < a->needs[i].n; j++) {
			if (is_fact(a->needs[i].of[j]))
				continue;
			if (first == NULL)
				first = a->needs[i].of[j];
			++*n;
		}
	return first;
}

/* The one notice that it waits for, where that could be posted today. */
static void
tell_posted_today(struct explainer *t, const struct reason *r)
{
	const struct plan	*p = t->of->plan;
	int			 step = r->other - p->proc->nevents;
	const struct slot	*s = r->at == NULL ? NULL :
				    plan_slot(p, step, r->at);
	struct day		 last;

	if (s == NULL || s->posted || s->room->forecast || !s->lasts ||
	    r->bound->point.edge != EDGE_CLOSES)
		return;
	last = plan_closes(p, s, t->l.today, false, NULL);
	if (day_is(last))
		tell_line(t, IN, arena_printf(t->a, _("Posted today, its "
		    "period would run through %s."), weekday_words(t->a,
		    last)));
}

static void
tell_one_lacking(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	struct day	 day = t->of->room->earliest;

	if (r->known == KNOWN_OPEN) {
		tell_line(t, IN, arena_printf(t->a, _("It rests on what is "
		    "not there yet: %s."), arena_printf(t->a,
		    _("the end of %s"), who)));
		return;
	}
	if (day_cmp(day, t->l.today) < 0)
		tell_line(t, IN, arena_printf(t->a, r->at != NULL ?
		    _("%s is past: %s is not posted to this day, and this may "
		    "not come before it.") :
		    _("%s is past: %s is not recorded to this day, and this "
		    "may not come before it."), weekday_words(t->a, day), who));
	else if (day_is(r->base) && day_cmp(r->base, t->l.today) < 0)
		tell_line(t, IN, arena_printf(t->a, r->at != NULL ?
		    _("It takes it that %s was posted on %s, and that day is "
		    "past.") : _("It takes it that %s came on %s, and that "
		    "day is past."), who, weekday_words(t->a, r->base)));
	else {
		tell_line(t, IN, arena_printf(t->a, _("It rests on what is "
		    "not there yet: %s."), who));
		return;
	}
	if (!is_done(t))
		tell_posted_today(t, r);
}

/* A forecast takes it that all before came on its first day. */
static void
tell_forecast(struct explainer *t)
{
	struct day		 day = t->of->room->earliest;
	const struct reason	*r;
	const char		*who;
	int			 n;

	r = lacking(t->of, &n);
	if (r == NULL)
		return;
	if (n == 1) {
		tell_one_lacking(t, r);
		return;
	}
	who = arena_printf(t->a, _("%s and others, %d in all"),
	    point_words(t, r->other, r->at), n);
	tell_line(t, IN, day_cmp(day, t->l.today) >= 0 ?
	    arena_printf(t->a, _("It rests on what is not there yet: %s."),
	    who) : arena_printf(t->a, _("%s is past: %s, are not there to "
	    "this day, and this may not come before them."),
	    weekday_words(t->a, day), who));
}

void
tell_earliest(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct room	*r = a->room;
	const char		*day = weekday_words(t->a, r->earliest);
	int			 i, j;

	if (a->nneeds == 0) {
		if (a->ndue > 0)
			tell_head(t, _("Earliest"), _("none: it need not wait "
			    "for anything"));
		return;
	}
	if (a->earliest != NULL) {
		tell_head(t, _("Earliest"), r->forecast ? arena_printf(t->a,
		    _("~%s, a forecast: not all before it has happened"),
		    day) : day);
		tell_reason(t, a->earliest, false);
		if (r->forecast)
			tell_forecast(t);
		return;
	}
	tell_head(t, _("Earliest"), r->unknown ? _("cannot be told yet") :
	    _("no day yet"));
	for (i = 0; i < a->nneeds; i++)
		for (j = 0; j < a->needs[i].n; j++)
			if (!day_is(a->needs[i].of[j]->day)) {
				tell_reason(t, a->needs[i].of[j], false);
				return;
			}
}

void
tell_allowed(struct explainer *t)
{
	const struct account	*a = t->of;

	if (a->allowed == NULL || a->room->unknown)
		return;
	tell_head(t, _("First day by what is recorded"),
	    weekday_words(t->a, a->room->allowed.day));
	tell_reason(t, a->allowed, false);
}

static const char *
due_words(struct explainer *t, const struct reason *r)
{
	if (day_is(r->day))
		return weekday_words(t->a, r->day);
	if (r->held)
		return _("its clock is stopped");
	return r->known == KNOWN_NOT ? _("not running yet") :
	    _("cannot be told yet");
}

void
tell_deadlines(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct reason	*r;
	int			 i;

	for (i = 0; i < a->ndue; i++) {
		r = a->due[i];
		tell_head(t, _("Own deadline"), arena_printf(t->a, _("%s: %s"),
		    bound_words(t, r->bound, true), due_words(t, r)));
		tell_reason(t, r, false);
		if (t->full && r->count != NULL)
			tell_grid(t, r->count, DAY_NONE);
	}
}

/* An own deadline's day; advised of `by` is the date, before it moves on. */
static const char *
own_limit(const struct reason *r, struct day day, bool planned)
{
	const struct sum	*c = r->count;

	if (!day_is(r->day))
		return _("%s, the earliest that its own deadline can be");
	if (c != NULL && c->more != NULL)
		c = c->more;
	return planned && r->bound->kind == BOUND_BY && c != NULL &&
	    day_is(c->last) && day_cmp(day, c->last) < 0 ?
	    _("%s, by its own deadline (the advised day does not move on)") :
	    _("%s, by its own deadline");
}

void
tell_limit(struct explainer *t, const char *label, struct day day,
    const struct reason *r, bool planned)
{
	if (r == NULL)
		return;
	if (r->kind == REASON_DUE) {
		tell_head(t, label, arena_printf(t->a, own_limit(r, day,
		    planned), weekday_words(t->a, day)));
		return;
	}
	if (!t->full && (t->of->event != NULL || planned)) {
		tell_head(t, label, arena_printf(t->a, planned ?
		    _("%s, for the same reason by the planned count") :
		    _("%s, for %s must come later"), weekday_words(t->a, day),
		    point_words(t, r->other, r->at)));
		return;
	}
	tell_head(t, label, weekday_words(t->a, day));
	tell_reason(t, r, planned);
}

/* From which day on a deadline's clock is stopped without an end; or NONE. */
static struct day
held_from(const struct account *a)
{
	const struct sum	*s;
	int			 i;

	for (i = 0; i < a->ndue; i++)
		for (s = a->due[i]->held ? a->due[i]->count : NULL; s != NULL;
		    s = s->more)
			if (s->held && s->n > 0)
				return s->ticks[s->n - 1].day;
	return DAY_NONE;
}

static void
tell_no_latest(struct explainer *t)
{
	struct day	held = held_from(t->of);

	tell_head(t, _("Latest"), day_is(held) ? arena_printf(t->a,
	    _("none yet: the clock is stopped from %s on, and nobody has set "
	    "it going again"), weekday_words(t->a, held)) : _("none: no "
	    "deadline runs, and nothing that must come later has a day"));
}

void
tell_latest(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct room	*r = a->room;
	bool			 same = a->latest != NULL &&
				    a->advised != NULL &&
				    a->latest->window == NULL &&
				    a->latest->bound == a->advised->bound &&
				    day_cmp(r->latest.day,
				    r->advised.day) == 0;

	if (a->latest == NULL && a->advised == NULL) {
		tell_no_latest(t);
		return;
	}
	tell_limit(t, same ? _("Latest and advised") : _("Latest"),
	    r->latest.day, a->latest, false);
	if (!same)
		tell_limit(t, _("Advised"), r->advised.day, a->advised, true);
}

/* Overdue is judged by what has happened until today. */
void
tell_until_today(struct explainer *t, const struct account *now)
{
	const struct room	*of = t->of->slot != NULL ? t->of->slot->owed :
				    t->of->event->owed;
	const struct room	*owed = now->slot != NULL ? now->slot->owed :
				    now->event->owed;
	struct day		 d = owed->latest.day;

	if (owed->latest.why == NULL || (day_is(of->latest.day) &&
	    day_cmp(d, of->latest.day) == 0))
		return;
	tell_limit(t, _("Latest, by what has happened until today"), d,
	    owed->latest.why, false);
}

/* By today, is nothing asked of it any more? */
static bool
is_over(const struct explainer *t)
{
	const struct account	*a = t->of;
	const struct plan	*now = t->x->now;

	if (!now->cuts)
		return false;
	return a->event != NULL ? a->event->n == 0 && event_ended(now,
	    a->point) : slot_ended(a->plan, now,
	    (int)(a->slot - a->plan->slots));
}

/* What an end leaves owed, where that is another day. */
void
tell_end(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct plan	*p = a->plan;
	const struct room	*owed = a->slot != NULL ? a->slot->owed :
				    a->event->owed;
	struct day		 was = a->room->latest.day;
	int			 i;

	if (!p->cuts || p->ending.behind[a->point])
		return;
	for (i = 0; i < p->proc->nevents; i++)
		if (p->proc->events[i].ends && p->events[i].n > 0 &&
		    day_cmp(p->events[i].day, p->ending.day) == 0)
			break;
	tell_head(t, _("End"), arena_printf(t->a, _("%s on %s: what comes "
	    "after that day sets no latest day here"), event_title(t->a,
	    p->proc, i < p->proc->nevents ? i : -1), weekday_words(t->a,
	    p->ending.day)));
	if (owed->latest.day.n != was.n && owed->latest.why == NULL)
		tell_line(t, IN, _("→ nothing is left that sets one"));
	else if (owed->latest.day.n != was.n)
		tell_limit(t, _("Latest, without that"), owed->latest.day,
		    owed->latest.why, false);
	if (is_over(t))
		tell_line(t, IN, a->slot != NULL && a->slot->posted ?
		    _("→ the period above is there to compare: it need not "
		    "stand on after the end") : _("→ the days above are there "
		    "to compare: they are not asked any more"));
}
