#include "account/explain.h"

#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "rule/phrase.h"
#include "words/lines.h"
#include "words/message.h"

enum { LEFT = 2, IN = 4, ROWS = 6 };	/* columns that texts begin in */

void
tell_line(struct explainer *t, int indent, const char *s)
{
	int	i;

	for (i = 0; i < indent; i++)
		putc_unlocked(' ', t->l.out);
	text_wrap(t->l.out, text_safe(t->a, s), indent, indent + 2,
	    t->l.width);
}

/* ---- words */

static const char *
title_of(const struct procedure *p, int point)
{
	return point < p->nevents ? message_event(&p->events[point]) :
	    message_step(&p->steps[point - p->nevents]);
}

const char *
bound_words(struct explainer *t, const struct bound *b, bool quoted)
{
	const char	*name = title_of(t->x->all->proc, b->point.index);

	if (quoted)
		name = arena_printf(t->a, _("'%s'"), name);
	if (quoted && b->kind == BOUND_GATE)
		return arena_printf(t->a, b->point.edge == EDGE_OPENS ?
		    _("not before %s is posted (gate)") :
		    _("not before the period of %s is over (gate)"), name);
	name = phrase_print_point(t->a, name, b->point, text_lang());
	return b->kind == BOUND_GATE ?
	    arena_printf(t->a, _("gate: %s"), name) :
	    phrase_print(t->a, b, name, text_lang());
}

/* 'Title', with its place where it is not that of the point told. */
static const char *
point_words(struct explainer *t, int point, const char *at)
{
	const char	*title = arena_printf(t->a, _("'%s'"),
			    title_of(t->x->all->proc, point));

	if (at == NULL || (t->of->slot != NULL &&
	    strcmp(at, t->of->slot->division) == 0))
		return title;
	return arena_printf(t->a, _("%s at %s"), title,
	    message_place(t->a, t->l.names, at));
}

static const char *
period_words(struct explainer *t, struct period p)
{
	return phrase_print_period(t->a, p, text_lang());
}

static const char *
lasts_words(struct explainer *t, struct period p)
{
	return arena_printf(t->a, p.same_day ?
	    _("at least %s, the first day counted") :
	    _("at least %s, the first day not counted"), period_words(t, p));
}

static const char *
days_words(struct explainer *t, int32_t n)
{
	return arena_printf(t->a, text_plural("%d day", "%d days",
	    (unsigned long)n), (int)n);
}

/* ---- a reason, from its fact to its day */

static void
tell_base(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	const char	*day = weekday_words(t->a, r->base);
	bool		 ahead = day_is(r->base) &&
			    day_cmp(r->base, t->l.today) > 0;

	switch (r->known) {
	case KNOWN_RECORDED:
		tell_line(t, IN, arena_printf(t->a, ahead ?
		    _("%s is set for %s, still to come.") :
		    _("%s is recorded on %s."), who, day));
		break;
	case KNOWN_POSTED:
		tell_line(t, IN, arena_printf(t->a, ahead ?
		    _("%s is to be posted on %s.") :
		    _("%s was posted on %s."), who, day));
		break;
	case KNOWN_NOT:
		tell_line(t, IN, arena_printf(t->a, r->other <
		    t->x->all->proc->nevents ?
		    _("%s is not recorded, so this sets no day yet.") :
		    _("%s is not posted everywhere yet, so this sets no "
		    "day."), who));
		break;
	case KNOWN_UNKNOWN:
		tell_line(t, IN, arena_printf(t->a, _("No day can be told for "
		    "%s: working days that the sum needs are not settled."),
		    who));
		break;
	case KNOWN_EARLIEST:
		if (r->next == NULL)
			tell_line(t, IN, arena_printf(t->a, _("%s is not "
			    "recorded; its first day would be %s."), who,
			    day));
		break;
	case KNOWN_LATEST:
	case KNOWN_ADVISED:
		break;
	}
}

static void
tell_days(struct explainer *t, const struct sum *s)
{
	if (t->full)
		tell_sum(t, s, ROWS);
}

static void
tell_unknown(struct explainer *t, struct day brink)
{
	if (day_is(brink))
		tell_line(t, IN, arena_printf(t->a, _("Nobody can count past "
		    "%s yet: the notice of days off that settles it is not "
		    "there. Nothing is guessed."), weekday_words(t->a, brink)));
	else
		tell_line(t, IN, _("This sum cannot be done."));
}

/* The period of the other point, from the day it opens. */
static void
tell_window(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->window;
	const char		*who = point_words(t, r->other, r->at);

	if (!day_is(s->last)) {
		tell_line(t, IN, arena_printf(t->a, _("Its period (%s) cannot "
		    "be counted to its end:"), lasts_words(t, s->period)));
		tell_days(t, s);
		tell_unknown(t, s->brink);
		return;
	}
	tell_line(t, IN, arena_printf(t->a, r->known == KNOWN_POSTED ?
	    _("The period of %s (%s) runs from %s through %s.") :
	    _("%s is not posted. Posted on that day, its period (%s) would "
	    "run from %s through %s."), who, lasts_words(t, s->period),
	    weekday_words(t->a, s->act), weekday_words(t->a, s->last)));
	tell_days(t, s);
}

/* Who the result is for; at the start of a sentence or within one. */
static const char *
self_words(struct explainer *t, const struct reason *r, bool start)
{
	if (r->self != t->of->point)
		return point_words(t, r->self, r->self_at);
	return start ? _("This") : _("this");
}

static void
result(struct explainer *t, const struct reason *r, const char *what)
{
	tell_line(t, IN, arena_printf(t->a, what, self_words(t, r, false),
	    weekday_words(t->a, r->day)));
}

static void
tell_after(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count;

	if (s == NULL) {
		result(t, r, r->bound->point.edge == EDGE_CLOSES ?
		    _("→ the first day for %s is the day after: %s") :
		    _("→ the first day for %s is that same day: %s"));
		return;
	}
	tell_line(t, IN, arena_printf(t->a, s->period.same_day ?
	    _("At least %s after it, counted from %s, that day too; not before "
	    "the last of them:") : _("At least %s after it, counted from the "
	    "day after %s; not before the last of them:"),
	    period_words(t, s->period), weekday_words(t->a, s->act)));
	tell_days(t, s);
	if (day_is(r->day))
		result(t, r, _("→ the first day for %s is %s"));
	else
		tell_unknown(t, s->brink);
}

/*
 * Counted back: shown forward from the answer, and that a day more is late.
 * A window's notice stands so long; a bound's days only lie between.
 */
static void
tell_back(struct explainer *t, const struct sum *s, const char *period,
    bool window)
{
	if (!day_is(s->act)) {
		tell_line(t, IN, arena_printf(t->a, _("Counted back from %s, "
		    "%s:"), weekday_words(t->a, s->limit), period));
		tell_unknown(t, s->brink);
		return;
	}
	tell_line(t, IN, arena_printf(t->a, window ?
	    _("Counted back from %s, %s: begun on %s, it ends on %s.") :
	    _("Counted back from %s, %s: counted from the day after %s, the "
	    "last of them is %s."), weekday_words(t->a, s->limit), period,
	    weekday_words(t->a, s->act), weekday_words(t->a, s->last)));
	tell_days(t, s);
	if (t->full && day_is(s->beyond))
		tell_line(t, IN, arena_printf(t->a, window ?
		    _("Begun a day later, it would end on %s: too late.") :
		    _("A day later, the last of them would be %s: too late."),
		    weekday_words(t->a, s->beyond)));
}

/* How a deadline was counted: of each part, only what this one has. */
static void
tell_counting(struct explainer *t, struct period p)
{
	const char	*s = p.same_day ? _("The day of the act is counted.") :
			    _("The day of the act is not counted.");

	if (p.unit == UNIT_MONTH)
		s = arena_printf(t->a, _("%s %s"), s, _("A month ends on the "
		    "same day of the month, or on its last."));
	if (p.unit != UNIT_WORKDAY)
		s = arena_printf(t->a, _("%s %s"), s, p.roll ?
		    _("A last day off moves on to the next working day.") :
		    _("By these rules a last day off does not move on."));
	tell_line(t, IN, s);
}

static void
tell_due(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count;

	if (r->bound->kind == BOUND_WITHIN && s != NULL) {
		tell_line(t, IN, arena_printf(t->a, s->period.same_day ?
		    _("Within %s, counted from %s, that day too:") :
		    _("Within %s, counted from the day after %s:"),
		    period_words(t, s->period), weekday_words(t->a, s->act)));
		tell_sum(t, s, ROWS);
		if (t->full)
			tell_counting(t, s->period);
	} else if (s != NULL) {
		tell_back(t, s, arena_printf(t->a, _("at least %s before"),
		    period_words(t, s->period)), false);
		if (t->full)
			tell_line(t, IN, _("The day it goes up is not "
			    "counted, the day counted back from is."));
	}
	if (day_is(r->day))
		result(t, r, s == NULL ?
		    _("→ the last day for %s is the day before: %s") :
		    _("→ the last day for %s is %s"));
	else if (day_is(r->brink) && s != NULL && day_is(s->act)) {
		tell_unknown(t, r->brink);
		tell_line(t, IN, arena_printf(t->a, _("→ the last day cannot "
		    "be told, but it is no earlier than %s"),
		    weekday_words(t->a, r->brink)));
	}
}

static void
tell_ahead(struct explainer *t, const struct reason *r, bool planned)
{
	const struct sum	*s = r->count;
	bool			 closes = r->bound->point.edge == EDGE_CLOSES;
	bool			 same = day_cmp(r->base, r->edge) == 0;

	if (s != NULL)
		tell_back(t, s, arena_printf(t->a, _("at least %s before"),
		    period_words(t, s->period)), false);
	else if (closes)
		tell_line(t, IN, arena_printf(t->a, _("%s must be over by "
		    "then: it ends the day before at the latest, on %s."),
		    self_words(t, r, true), weekday_words(t->a, r->edge)));
	else
		tell_line(t, IN, arena_printf(t->a, same ?
		    _("%s must come by then, on that day at the latest.") :
		    _("%s must come by then."),
		    self_words(t, r, true)));
	if (r->window != NULL)
		tell_back(t, r->window, lasts_words(t, r->window->period),
		    true);
	if (day_is(r->day))
		result(t, r, planned ? _("→ the advised day for %s is %s") :
		    _("→ the last day for %s is %s"));
}

static void
tell_reason(struct explainer *t, const struct reason *r, bool planned)
{
	if (r->next != NULL)
		tell_reason(t, r->next, planned);
	tell_base(t, r);
	if (!day_is(r->base))
		return;
	if (r->window != NULL && r->kind != REASON_AHEAD) {
		tell_window(t, r);
		if (!day_is(r->edge))
			return;
	}
	switch (r->kind) {
	case REASON_AFTER:
		tell_after(t, r);
		break;
	case REASON_DUE:
		tell_due(t, r);
		break;
	case REASON_AHEAD:
		tell_ahead(t, r, planned);
		break;
	}
}

/* ---- parts of an account */

static void
head(struct explainer *t, const char *label, const char *what)
{
	tell_line(t, LEFT, arena_printf(t->a, _("%s: %s"), label, what));
}

static const char *
cited(struct explainer *t, const char *what, const struct basis *b)
{
	return b == NULL ? what : arena_printf(t->a, _("%s (basis: %s)"),
	    what, b->text);
}

static void
tell_rules(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct procedure	*p = a->plan->proc;
	const struct step_rule	*s = a->slot == NULL ? NULL :
				    &p->steps[a->slot->step];
	const struct event_rule	*e = s != NULL ? NULL :
				    &p->events[a->point];
	const struct bound	*b = s != NULL ? s->bounds : e->bounds;
	int			 i, n = s != NULL ? s->nbounds : e->nbounds;
	const char		*note = s != NULL ? s->note : e->note;

	for (i = 0; i < n; i++)
		head(t, _("Rule"), cited(t, bound_words(t, &b[i], true),
		    b[i].basis));
	if (n == 0)
		head(t, _("Rule"), cited(t, _("it need not wait for anything"),
		    s != NULL ? s->basis : e->basis));
	if (s != NULL && s->lasts)
		head(t, _("Rule"), cited(t, arena_printf(t->a,
		    _("stands at least %s"), period_words(t, s->judged)),
		    s->lasts_basis));
	else if (s != NULL)
		head(t, _("Rule"), _("no number of days to stand is asked"));
	if (note != NULL && *note != '\0')
		head(t, _("Note"), note);
}

static const char *
span(struct explainer *t, struct day from, struct day to)
{
	if (day_is(to))
		return arena_printf(t->a, _("%s to %s"),
		    weekday_words(t->a, from), weekday_words(t->a, to));
	return arena_printf(t->a, day_cmp(from, t->l.today) > 0 ?
	    _("from %s on, still to come") : _("from %s on, still up"),
	    weekday_words(t->a, from));
}

static void
tell_postings(struct explainer *t)
{
	enum { SHOWN = 12 };
	const struct slot	*s = t->of->slot;
	const struct posting	*p;
	const char		*line;
	size_t			 i;

	for (i = 0; i < s->n && i < SHOWN; i++) {
		p = &s->postings[i];
		line = arena_printf(t->a, _("%s, %s"),
		    span(t, p->posted, p->until), message_medium(p->medium));
		if (*p->place != '\0')
			line = arena_printf(t->a, _("%s, %s"), line,
			    p->place);
		head(t, _("Posted"), line);
	}
	if (s->n > SHOWN)
		tell_line(t, IN, arena_printf(t->a, text_plural("%d more",
		    "%d more", (unsigned long)(s->n - SHOWN)),
		    (int)(s->n - SHOWN)));
}

static const char *
run_words(struct explainer *t, const struct run_account *r)
{
	const char	*what;

	if (!r->enough)
		what = day_is(r->judged) ? arena_printf(t->a,
		    _("too short: it would have to stand through %s"),
		    weekday_words(t->a, r->judged)) :
		    _("ends, and when its period is over is not settled");
	else
		what = r->early ? _("long enough, but early") :
		    _("long enough and in order");
	return arena_printf(t->a, _("%s: %s"), span(t, r->from, r->to), what);
}

/* Where postings make more than one run: which one counts, and why. */
static void
tell_runs(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct run_account	*stands = NULL;
	const char		*why;
	int			 i;

	if (a->nruns < 2)
		return;
	head(t, _("Runs"), _("postings that overlap or touch are one run"));
	for (i = 0; i < a->nruns; i++) {
		tell_line(t, IN, run_words(t, &a->runs[i]));
		if (a->runs[i].stands)
			stands = &a->runs[i];
	}
	if (stands == NULL)
		return;
	why = !stands->enough ? _("none is long enough, so the longest") :
	    stands->early ? _("none is in order, so the first that is long "
	    "enough") : _("the first that is long enough and not early");
	tell_line(t, IN, arena_printf(t->a, _("→ judged is the one from %s: "
	    "%s"), weekday_words(t->a, stands->from), why));
}

/* One slot or event that a bound names, in a line. */
static const char *
need_words(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	const char	*day = weekday_words(t->a, r->day);

	switch (r->known) {
	case KNOWN_RECORDED:
		return arena_printf(t->a, !day_is(r->day) ?
		    _("%s, recorded on %s: the first day cannot be told yet") :
		    _("%s, recorded on %s: from %s on"), who,
		    weekday_words(t->a, r->base), day);
	case KNOWN_POSTED:
		if (r->bound->point.edge != EDGE_CLOSES)
			return arena_printf(t->a, _("%s, posted on %s: from "
			    "%s on"), who, weekday_words(t->a, r->base), day);
		if (!day_is(r->edge))
			return arena_printf(t->a, _("%s, posted on %s, its "
			    "last day cannot be told yet"), who,
			    weekday_words(t->a, r->base));
		return arena_printf(t->a, _("%s, posted on %s, last day %s: "
		    "from %s on"), who, weekday_words(t->a, r->base),
		    weekday_words(t->a, r->edge), day);
	case KNOWN_EARLIEST:
		return arena_printf(t->a, r->at != NULL ?
		    _("%s, not posted (from %s on, had it gone up on its "
		    "first day)") : _("%s, not recorded (from %s on, had it "
		    "come on its first day)"), who, day);
	case KNOWN_NOT:
	case KNOWN_UNKNOWN:
	case KNOWN_LATEST:
	case KNOWN_ADVISED:
		break;
	}
	return arena_printf(t->a, r->at != NULL ? _("%s, not posted") :
	    _("%s, not recorded"), who);
}

static bool
is_fact(const struct reason *r)
{
	return r->known == KNOWN_RECORDED || r->known == KNOWN_POSTED;
}

/* Two bounds that name one point are told apart by their words. */
static bool
named_twice(const struct account *a, const struct need *n)
{
	int	i, times = 0;

	for (i = 0; i < a->nneeds; i++)
		times += a->needs[i].bound->point.index ==
		    n->bound->point.index;
	return times > 1;
}

static const char *
need_line(struct explainer *t, const struct need *n, const struct reason *r)
{
	const char	*words = need_words(t, r);

	if (named_twice(t->of, n))
		return arena_printf(t->a, _("%s (rule: %s)"), words,
		    bound_words(t, n->bound, true));
	return n->bound->kind == BOUND_GATE ?
	    arena_printf(t->a, _("gate: %s"), words) : words;
}

/* Of many slots those that are no facts, and the last one. */
static void
tell_need(struct explainer *t, const struct need *n)
{
	enum { SHOWN = 8 };
	struct day	last = DAY_NONE;
	int		i, left = 0, shown = 0;

	for (i = 0; i < n->n; i++)
		last = day_max(last, n->of[i]->day);
	for (i = 0; i < n->n; i++) {
		if (n->n > SHOWN && (shown >= SHOWN || (is_fact(n->of[i]) &&
		    day_is(last) && day_cmp(n->of[i]->day, last) < 0))) {
			left++;
			continue;
		}
		shown++;
		tell_line(t, IN, need_line(t, n, n->of[i]));
	}
	if (left > 0)
		tell_line(t, IN, arena_printf(t->a, text_plural("%d more",
		    "%d more", (unsigned long)left), left));
}

static void
tell_needs(struct explainer *t)
{
	const struct account	*a = t->of;
	int			 i, n = 0;

	for (i = 0; i < a->nneeds; i++)
		n += a->needs[i].n;
	if (n < 2)
		return;
	head(t, _("Comes after"), _("all of these; the last one counts"));
	for (i = 0; i < a->nneeds; i++)
		tell_need(t, &a->needs[i]);
}

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
	const struct sum	*sum;

	if (s == NULL || s->room.forecast || !p->proc->steps[step].lasts ||
	    r->bound->point.edge != EDGE_CLOSES)
		return;
	sum = sum_from(t->a, p->proc->steps[step].judged, t->l.today,
	    t->x->calendars, r->at);
	if (day_is(sum->last))
		tell_line(t, IN, arena_printf(t->a, _("Posted today, its "
		    "period would run through %s."), weekday_words(t->a,
		    sum->last)));
}

static void
tell_one_lacking(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	struct day	 day = t->of->room->earliest;

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

static void
tell_earliest(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct room	*r = a->room;
	const char		*day = weekday_words(t->a, r->earliest);
	int			 i, j;

	if (a->nneeds == 0) {
		if (a->ndue > 0)
			head(t, _("Earliest"), _("none: it need not wait for "
			    "anything"));
		return;
	}
	if (a->earliest != NULL) {
		head(t, _("Earliest"), r->forecast ? arena_printf(t->a,
		    _("~%s, a forecast: not all before it has happened"),
		    day) : day);
		tell_reason(t, a->earliest, false);
		if (r->forecast)
			tell_forecast(t);
		return;
	}
	head(t, _("Earliest"), r->unknown ? _("cannot be told yet") :
	    _("no day yet"));
	for (i = 0; i < a->nneeds; i++)
		for (j = 0; j < a->needs[i].n; j++)
			if (!day_is(a->needs[i].of[j]->day)) {
				tell_reason(t, a->needs[i].of[j], false);
				return;
			}
}

static void
tell_allowed(struct explainer *t)
{
	const struct account	*a = t->of;

	if (a->allowed == NULL || a->room->unknown)
		return;
	head(t, _("First day by what is recorded"),
	    weekday_words(t->a, a->room->allowed.day));
	tell_reason(t, a->allowed, false);
}

static void
tell_deadlines(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct reason	*r;
	int			 i;

	for (i = 0; i < a->ndue; i++) {
		r = a->due[i];
		head(t, _("Own deadline"), arena_printf(t->a, _("%s: %s"),
		    bound_words(t, r->bound, true), day_is(r->day) ?
		    weekday_words(t->a, r->day) : r->known == KNOWN_NOT ?
		    _("not running yet") : _("cannot be told yet")));
		tell_reason(t, r, false);
		if (t->full && r->count != NULL)
			tell_grid(t, r->count, DAY_NONE);
	}
}

/* Held against how long it really stood. */
static void
tell_stood(struct explainer *t)
{
	const struct slot	*s = t->of->slot;
	const char		*ends = weekday_words(t->a, s->ends), *words;

	if (!s->posted || !day_is(s->judged))
		return;
	if (!day_is(s->ends))
		words = _("it is still up, as far as recorded");
	else if (day_cmp(s->ends, s->judged) < 0)
		words = arena_printf(t->a, _("shown through %s: %s short"),
		    ends, days_words(t, day_diff(s->ends, s->judged)));
	else if (!day_is(s->planned) || day_cmp(s->ends, s->planned) >= 0)
		words = arena_printf(t->a, _("shown through %s: enough, "
		    "however one counts"), ends);
	else
		words = arena_printf(t->a, _("shown through %s: enough by the "
		    "judged count, %s short of the safe one"), ends,
		    days_words(t, day_diff(s->ends, s->planned)));
	tell_line(t, IN, arena_printf(t->a, _("→ %s"), words));
}

static void
tell_count(struct explainer *t, const char *label, const struct sum *s)
{
	const char	*what = lasts_words(t, s->period);
	const char	*from = weekday_words(t->a, s->act);
	const char	*last = weekday_words(t->a, s->last);
	bool		 posted = t->of->slot->posted;

	if (!day_is(s->last))
		head(t, label, arena_printf(t->a, posted ?
		    _("%s: opened on %s, the last day cannot be told yet") :
		    _("%s: if opened on %s, the last day cannot be told yet"),
		    what, from));
	else
		head(t, label, arena_printf(t->a, posted ?
		    _("%s: opened on %s, the last day is %s") :
		    _("%s: if opened on %s, the last day is %s"), what, from,
		    last));
	if (t->full || posted)
		tell_sum(t, s, ROWS);
	if (!day_is(s->last))
		tell_unknown(t, s->brink);
}

/* Not posted, it opens on its first day, or today where that is past. */
static void
tell_period(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct slot	*s = a->slot;
	const struct step_rule	*r = &a->plan->proc->steps[s->step];
	const struct sum	*judged = a->judged, *planned = a->planned;

	if (judged == NULL || (!s->posted && !t->full))
		return;
	if (!s->posted && day_cmp(judged->act, t->l.today) < 0) {
		judged = sum_from(t->a, r->judged, t->l.today,
		    t->x->calendars, s->division);
		planned = sum_from(t->a, r->planned, t->l.today,
		    t->x->calendars, s->division);
	}
	tell_count(t, _("Window, judged"), judged);
	tell_stood(t);
	tell_count(t, _("Window, planned"), planned);
	if (t->full)
		tell_grid(t, judged, planned->last);
}

static void
tell_bound(struct explainer *t, const char *label, struct day day,
    const struct reason *r, bool planned)
{
	if (r == NULL)
		return;
	if (r->kind == REASON_DUE) {
		head(t, label, arena_printf(t->a, day_is(r->day) ?
		    _("%s, by its own deadline") : _("%s, the earliest that "
		    "its own deadline can be"), weekday_words(t->a, day)));
		return;
	}
	if (!t->full && (t->of->event != NULL || planned)) {
		head(t, label, arena_printf(t->a, planned ?
		    _("%s, for the same reason by the planned count") :
		    _("%s, for %s must come later"), weekday_words(t->a, day),
		    point_words(t, r->other, r->at)));
		return;
	}
	head(t, label, weekday_words(t->a, day));
	tell_reason(t, r, planned);
}

static void
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
		head(t, _("Latest"), _("none: no deadline runs, and nothing "
		    "that must come later has a day"));
		return;
	}
	tell_bound(t, same ? _("Latest and advised") : _("Latest"),
	    r->latest.day, a->latest, false);
	if (!same)
		tell_bound(t, _("Advised"), r->advised.day, a->advised, true);
}

/* Overdue is judged by what has happened until today. */
static void
tell_until_today(struct explainer *t, const struct account *now)
{
	const struct account	*a = t->of;
	struct day		 d = now->room->latest.day;

	if (now->latest == NULL || (day_is(a->room->latest.day) &&
	    day_cmp(d, a->room->latest.day) == 0))
		return;
	tell_bound(t, _("Latest, by what has happened until today"), d,
	    now->latest, false);
}

bool
finding_of(const struct account *a, const struct finding *f)
{
	if (f->plan == NULL)
		return false;
	if (a->event != NULL)
		return f->step < 0 && f->event == a->point;
	if (f->step != a->slot->step)
		return false;
	if (strcmp(f->division, a->slot->division) == 0)
		return true;
	/* An objection at a place without a slot: told at the first. */
	return plan_slot(a->plan, f->step, f->division) == NULL &&
	    a->slot == &a->plan->slots[a->plan->first[f->step]];
}

static void
tell_findings(struct explainer *t)
{
	const struct verdict	*v = t->x->verdict;
	const struct finding	*f;
	size_t			 i;

	for (i = 0; i < v->n; i++) {
		f = &v->findings[i];
		if (!finding_of(t->of, f))
			continue;
		head(t, _("Finding"), arena_printf(t->a, _("%s, %s [%s]"),
		    message_severity(f->severity), message_code(f->code,
		    finding_of_event(f)), code_name(f->code)));
		tell_line(t, IN, message_body(t->a, f, t->l.names));
		tell_line(t, IN, arena_printf(t->a, _("→ %s"),
		    message_remedy(t->a, f, t->l.names)));
		if (f->basis != NULL)
			tell_line(t, IN, arena_printf(t->a, _("Basis: %s"),
			    f->basis->text));
		if (f->plan->proc->pack->why[f->code] != NULL)
			tell_line(t, IN, arena_printf(t->a, _("Why: %s"),
			    f->plan->proc->pack->why[f->code]));
	}
}

/* ---- points */

static void
title(struct explainer *t, const char *s)
{
	const char	*safe = text_safe(t->a, s);
	int		 i, n = text_width(safe, strlen(safe));

	putc_unlocked('\n', t->l.out);
	if (t->l.colour)
		fputs("\033[1m", t->l.out);
	text_wrap(t->l.out, safe, 0, 2, t->l.width);
	if (t->l.colour)
		fputs("\033[0m", t->l.out);
	for (i = 0; i < n && i < t->l.width; i++)
		putc_unlocked('-', t->l.out);
	putc_unlocked('\n', t->l.out);
}

/* Is there a finding at slot i?  Asks for its place alone, not for reasons. */
static bool
has_finding(const struct explainer *t, int i)
{
	struct account	a = { .plan = t->x->all,
			    .slot = &t->x->all->slots[i] };
	size_t		k;

	for (k = 0; k < t->x->verdict->n; k++)
		if (finding_of(&a, &t->x->verdict->findings[k]))
			return true;
	return false;
}

static bool
same_day(struct day a, struct day b)
{
	return a.n == b.n;
}

static bool
same_room(const struct room *a, const struct room *b)
{
	return same_day(a->earliest, b->earliest) &&
	    same_day(a->allowed.day, b->allowed.day) &&
	    same_day(a->due.day, b->due.day) &&
	    same_day(a->brink.day, b->brink.day) &&
	    same_day(a->latest.day, b->latest.day) &&
	    same_day(a->advised.day, b->advised.day);
}

/* Is all that would be told of slot i told of the one before it? */
static bool
repeats(struct explainer *t, int i)
{
	const struct plan	*p = t->x->all;
	const struct slot	*s = &p->slots[i], *before = s - 1;

	return t->begun && i > p->first[s->step] && s->n < 2 &&
	    before->n == s->n && s->cal == before->cal &&
	    same_day(s->opens, before->opens) &&
	    same_day(s->ends, before->ends) &&
	    same_room(&s->room, &before->room) &&
	    same_room(&t->x->now->slots[i].room,
	    &t->x->now->slots[i - 1].room) &&
	    !has_finding(t, i - 1) && !has_finding(t, i);
}

static const char *
slot_title(struct explainer *t, const struct slot *s)
{
	const struct step_rule	*r = &t->x->all->proc->steps[s->step];

	return arena_printf(t->a, _("%s (%s), %s"), message_step(r),
	    message_kind(r->kind), message_place(t->a, t->l.names,
	    s->division));
}

static void
tell_slot(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all, *now = t->x->now;
	const struct slot	*s = &all->slots[i];
	enum state		 state = plan_state(all, now, i, t->l.today);
	const char		*words = message_state(state, s->posted);

	arena_reset(t->a);
	title(t, slot_title(t, s));
	if (repeats(t, i)) {
		tell_line(t, LEFT, _("Its days are those of the place before, "
		    "and so is the reason for each."));
		return;
	}
	t->begun = true;
	t->of = explain_slot(t->a, all, t->x->calendars, i);
	if (!s->posted)
		words = arena_printf(t->a, _("%s: %s"), words,
		    message_next(t->a, all, i, state, t->l.today));
	head(t, _("State"), words);
	tell_rules(t);
	tell_postings(t);
	tell_runs(t);
	tell_needs(t);
	tell_earliest(t);
	tell_allowed(t);
	tell_deadlines(t);
	tell_period(t);
	tell_latest(t);
	if (now != all && !s->posted)
		tell_until_today(t, explain_slot(t->a, now, t->x->calendars,
		    i));
	tell_findings(t);
}

static void
tell_event(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all;
	const struct event_plan	*e = &all->events[i];
	size_t			 k;

	arena_reset(t->a);
	t->of = explain_event(t->a, all, t->x->calendars, i);
	title(t, arena_printf(t->a, _("%s (event)"),
	    message_event(&all->proc->events[i])));
	for (k = 0; k < e->n; k++)
		head(t, day_cmp(e->facts[k].day, t->l.today) > 0 ?
		    _("Set for") : _("Recorded"),
		    weekday_words(t->a, e->facts[k].day));
	if (e->n == 0)
		head(t, _("Recorded"), _("no day yet"));
	tell_rules(t);
	tell_needs(t);
	tell_earliest(t);
	tell_allowed(t);
	tell_deadlines(t);
	tell_latest(t);
	if (t->x->now != all && e->n == 0)
		tell_until_today(t, explain_event(t->a, t->x->now,
		    t->x->calendars, i));
	tell_findings(t);
}

static void
tell_case(struct explainer *t)
{
	const struct matter	*m = t->x->all->matter;
	const struct pack	*p = t->x->all->proc->pack;
	const char		*s = m->id;
	char			 day[DAY_TEXT];

	if (*m->title != '\0')
		s = arena_printf(t->a, _("%s  %s"), s, m->title);
	tell_line(t, 0, arena_printf(t->a, _("%s  [%s]  %s"), s,
	    message_procedure(t->x->all->proc),
	    message_place(t->a, t->l.names, m->division)));
	tell_line(t, 0, arena_printf(t->a, _("Explained as of %s, by the rules "
	    "of %s. Each day can be recounted on any calendar."),
	    day_print(t->l.today, day), title_in(p->id, p->title,
	    p->title_en)));
}

static void
explain_text(struct explainer *t)
{
	const struct explained	*x = t->x;
	int			 i;

	tell_case(t);
	for (i = 0; x->event < 0 && i < x->all->nslots; i++)
		if (division_within(x->all->slots[i].division, t->l.top) &&
		    (x->step < 0 || x->all->slots[i].step == x->step))
			tell_slot(t, i);
	for (i = 0; x->step < 0 && i < x->all->proc->nevents; i++)
		if (x->event < 0 || x->event == i)
			tell_event(t, i);
	if (!t->full) {
		putc_unlocked('\n', t->l.out);
		tell_line(t, 0, arena_printf(t->a, _("Every day of every sum, "
		    "and a month to look at: gongshi explain %s with the name "
		    "of a step or event behind it."),
		    x->all->matter->id));
	}
}

void
write_explained(struct layout l, const struct explained *x)
{
	struct explainer	t = { .l = l, .a = arena_new(), .x = x };

	t.full = x->step >= 0 || x->event >= 0;
	t.l.width = l.width <= 0 ? 80 : l.width;
	if (l.format == FORMAT_JSON)
		explain_json(&t);
	else
		explain_text(&t);
	arena_free(t.a);
}
