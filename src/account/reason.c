/*
 * A reason told: from its fact to the day that comes of it.
 */
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "rule/phrase.h"
#include "rule/vocab.h"
#include "words/message.h"
#include "words/parts.h"

/* ---- points and bounds */

/* Is it the deadline of a notice that begins anew? */
static bool
is_anew(const struct procedure *p, const struct bound *b)
{
	int	step = b->point.index - p->nevents;

	return step >= 0 && b == p->steps[step].objections.again_opens;
}

const char *
bound_words(struct explainer *t, const struct bound *b, bool in_quotes)
{
	const char	*name = message_point(t->x->all->proc,
			    b->point.index);

	if (is_anew(t->x->all->proc, b))
		return in_quotes ? arena_printf(t->a, _("within %s after an "
		    "objection is upheld"), period_words(t->a, b->period)) :
		    phrase_print_limit(t->a, b->period, vocab_text(
		    W_WAS_UPHELD, text_lang()), text_lang());
	if (in_quotes)
		name = quoted(t->a, name);
	if (in_quotes && b->kind == BOUND_GATE)
		return arena_printf(t->a, b->point.edge == EDGE_OPENS ?
		    _("not before %s is posted (gate)") :
		    _("not before the period of %s is over (gate)"), name);
	name = phrase_print_point(t->a, name, b->point, text_lang());
	return b->kind == BOUND_GATE ?
	    arena_printf(t->a, _("gate: %s"), name) :
	    phrase_print(t->a, b, name, text_lang());
}

/* 'Title', with its place where it is not that of the point told. */
const char *
point_words(struct explainer *t, int point, const char *at)
{
	const char	*title = point_title(t->a, t->x->all->proc, point);

	if (at == NULL || (t->of->slot != NULL &&
	    strcmp(at, t->of->slot->division) == 0))
		return title;
	return arena_printf(t->a, _("%s at %s"), title,
	    message_place(t->a, t->l.names, at));
}

/* ---- a reason, from its fact to its day */

/* Why a point is passed over. */
static const char *
passed_words(struct explainer *t, int point)
{
	const struct procedure	*p = t->x->all->proc;
	const struct condition	*when = point < p->nevents ?
				    p->events[point].when :
				    p->steps[point - p->nevents].when;
	const char		*why = why_not(t, when);

	return why != NULL ? why :
	    _("it need not happen, and is not recorded");
}

/* Posted, and its period has no end in view. */
static void
tell_open(struct explainer *t, const struct reason *r, const char *who)
{
	const char	*day = weekday_words(t->a, r->base);

	if (r->part != NULL)
		tell_line(t, IN, arena_printf(t->a, _("%s was posted on %s and "
		    "has no last day yet: it stands %s."), who, day,
		    part_words(t->a, t->x->all->proc, r->part, false)));
	else
		tell_line(t, IN, arena_printf(t->a, _("%s was posted on %s and "
		    "has no last day yet."), who, day));
	if (day_is(r->edge) && r->part != NULL && r->part->kind == PART_UNTIL)
		tell_line(t, IN, arena_printf(t->a, _("Were %s on the first "
		    "day that it could be, the last day would be %s."),
		    event_title(t->a, t->x->all->proc, r->part->event),
		    weekday_words(t->a, r->edge)));
}

/* A fact, or one that is to come. */
static void
tell_fact(struct explainer *t, const struct reason *r, const char *who)
{
	const char	*day = weekday_words(t->a, r->base);
	bool		 ahead = day_cmp(r->base, t->l.today) > 0;

	if (r->known == KNOWN_RECORDED)
		tell_line(t, IN, arena_printf(t->a, ahead ?
		    _("%s is set for %s, still to come.") :
		    _("%s is recorded on %s."), who, day));
	else
		tell_line(t, IN, arena_printf(t->a, ahead ?
		    _("%s is to be posted on %s.") :
		    _("%s was posted on %s."), who, day));
}

static void
tell_base(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	const char	*day = weekday_words(t->a, r->base);

	switch (r->known) {
	case KNOWN_RECORDED:
	case KNOWN_POSTED:
		tell_fact(t, r, who);
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
	case KNOWN_PASSED:
		tell_line(t, IN, arena_printf(t->a, _("%s does not apply (%s): "
		    "what it must follow itself is asked in its place."), who,
		    passed_words(t, r->other)));
		break;
	case KNOWN_ROUND:
		tell_line(t, IN, arena_printf(t->a, _("An objection was upheld "
		    "on %s: it begins anew then."), day));
		break;
	case KNOWN_OPEN:
		tell_open(t, r, who);
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

void
tell_unsettled(struct explainer *t, struct day brink)
{
	if (day_is(brink))
		tell_line(t, IN, arena_printf(t->a, _("Nobody can count past "
		    "%s yet: the notice of days off that settles it is not "
		    "there. Nothing is guessed."), weekday_words(t->a, brink)));
	else
		tell_line(t, IN, _("This sum cannot be done."));
}

/* A period that ends with an event, or so long after it. */
static void
tell_until(struct explainer *t, const struct reason *r, const char *who)
{
	const struct period_part	*part = r->part;
	const struct event_plan		*e =
					    &t->of->plan->events[part->event];
	const struct sum		*s;

	if (r->known == KNOWN_OPEN || !day_is(r->edge))
		return;
	tell_line(t, IN, arena_printf(t->a, _("The period of %s (%s) runs "
	    "through %s."), who, part_words(t->a, t->x->all->proc, part,
	    false), weekday_words(t->a, r->edge)));
	if (part->after.n == 0 || e->n == 0)
		return;
	s = sum_from(t->a, part->after, e->day, t->x->calendars, r->at);
	if (day_is(s->last) && day_cmp(s->last, r->edge) == 0)
		tell_days(t, s);
}

/* The period of the other point, from the day it opens. */
static void
tell_window(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->window;
	const char		*who = point_words(t, r->other, r->at);

	if (s == NULL) {
		tell_until(t, r, who);
		return;
	}
	if (!day_is(s->last)) {
		tell_line(t, IN, arena_printf(t->a, _("Its period (%s) cannot "
		    "be counted to its end:"), lasts_words(t->a, s->period)));
		tell_days(t, s);
		tell_unsettled(t, s->brink);
		return;
	}
	tell_line(t, IN, arena_printf(t->a, r->known == KNOWN_POSTED ?
	    _("The period of %s (%s) runs from %s through %s.") :
	    _("%s is not posted. Posted on that day, its period (%s) would "
	    "run from %s through %s."), who, lasts_words(t->a, s->period),
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
		if (!day_is(r->day))
			return;
		result(t, r, r->bound != NULL && r->known != KNOWN_PASSED &&
		    r->bound->point.edge == EDGE_CLOSES ?
		    _("→ the first day for %s is the day after: %s") :
		    _("→ the first day for %s is that same day: %s"));
		return;
	}
	tell_line(t, IN, arena_printf(t->a, s->period.same_day ?
	    _("At least %s after it, counted from %s, that day too; not before "
	    "the last of them:") : _("At least %s after it, counted from the "
	    "day after %s; not before the last of them:"),
	    period_words(t->a, s->period), weekday_words(t->a, s->act)));
	tell_days(t, s);
	if (day_is(r->day))
		result(t, r, _("→ the first day for %s is %s"));
	else
		tell_unsettled(t, s->brink);
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
		tell_unsettled(t, s->brink);
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

/* How far a deadline went on, by an event that came in time. */
static void
tell_longer(struct explainer *t, const struct reason *r)
{
	const struct bound	*b = r->bound;
	const struct sum	*s = r->count->more;
	const char		*who;
	struct day		 on;

	if (b->longer.n == 0)
		return;
	who = point_title(t->a, t->x->all->proc, b->upon);
	on = t->of->plan->events[b->upon].day;
	if (s == NULL) {
		if (day_is(on) && day_is(r->day))
			tell_line(t, IN, arena_printf(t->a, _("%s is recorded "
			    "on %s, after the last day, %s: it goes on by "
			    "nothing."), who, weekday_words(t->a, on),
			    weekday_words(t->a, r->day)));
		return;
	}
	tell_line(t, IN, arena_printf(t->a, day_cmp(s->act, r->count->last) ==
	    0 ? _("%s came in time (%s): it goes on by %s, counted from the "
	    "day after %s:") : _("%s came in time (%s): it goes on by %s, "
	    "counted from the day after %s (the last day before it moved "
	    "on):"), who, weekday_words(t->a, on), period_words(t->a,
	    b->longer), weekday_words(t->a, s->act)));
	tell_sum(t, s, ROWS);
}

/* "Within 5 days, counted from ...", "By 03-31, asked for the first time" */
static const char *
counting_from(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count;
	const char		*act = weekday_words(t->a, s->act);

	if (r->bound->kind == BOUND_BY)
		return r->bound->month > 0 ? arena_printf(t->a,
		    _("By %02d-%02d, the first one after %s:"),
		    r->bound->month, r->bound->day, act) :
		    arena_printf(t->a, _("By day %d of the month after that "
		    "of %s:"), r->bound->day, act);
	return arena_printf(t->a, s->period.same_day ?
	    _("Within %s, counted from %s, that day too:") :
	    _("Within %s, counted from the day after %s:"),
	    period_words(t->a, s->period), act);
}

static void
tell_count_due(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count;

	if (r->bound->kind != BOUND_LEAST_BEFORE) {
		t->bound = r->bound;
		tell_line(t, IN, counting_from(t, r));
		tell_sum(t, s, ROWS);
		if (t->full && s->period.n > 0)
			tell_counting(t, s->period);
		tell_longer(t, r);
		t->bound = NULL;
		return;
	}
	tell_back(t, s, arena_printf(t->a, _("at least %s before"),
	    period_words(t->a, s->period)), false);
	if (t->full)
		tell_line(t, IN, _("The day it goes up is not counted, the day "
		    "counted back from is."));
}

/* What comes of it, where no sum was needed. */
static const char *
plain_due(const struct reason *r)
{
	return r->bound->kind == BOUND_WITH ?
	    _("→ the last day for %s is that same day: %s") :
	    _("→ the last day for %s is the day before: %s");
}

/* What a deadline's sum stops at: a day off or worked, or paused or not. */
static void
tell_stop(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count->more != NULL ? r->count->more :
				    r->count;

	if (s->n > 0 && s->ticks[s->n - 1].as == TICK_UNSURE)
		tell_line(t, IN, arena_printf(t->a, _("Nobody can count past "
		    "%s yet: whether it is paused hangs on the last day of a "
		    "notice that is not settled. Nothing is guessed."),
		    weekday_words(t->a, r->brink)));
	else
		tell_unsettled(t, r->brink);
}

static void
tell_due(struct explainer *t, const struct reason *r)
{
	const struct sum	*s = r->count;

	if (s != NULL)
		tell_count_due(t, r);
	if (day_is(r->day))
		result(t, r, s == NULL ? plain_due(r) :
		    _("→ the last day for %s is %s"));
	else if (r->held)
		tell_line(t, IN, _("→ its clock is stopped, and nobody has "
		    "set it going again: no last day yet"));
	else if (day_is(r->brink) && s != NULL && day_is(s->act)) {
		tell_stop(t, r);
		tell_line(t, IN, arena_printf(t->a, _("→ the last day cannot "
		    "be told, but it is no earlier than %s"),
		    weekday_words(t->a, r->brink)));
	}
}

/* A deadline before what nobody knows: back from the earliest it can be. */
static void
tell_least(struct explainer *t, const struct reason *r)
{
	if (r->kind == REASON_DUE && day_is(r->least) &&
	    (r->bound->kind == BOUND_BEFORE ||
	    r->bound->kind == BOUND_LEAST_BEFORE))
		tell_line(t, IN, arena_printf(t->a, _("→ the last day cannot "
		    "be told, but it is no earlier than %s"),
		    weekday_words(t->a, r->least)));
}

/* What does not apply passes back through it what must follow it. */
static bool
is_passed(const struct explainer *t, const struct reason *r)
{
	const struct plan	*p = t->of->plan;

	return !p->proc->plain && !p->applies[r->self];
}

static void
tell_ahead(struct explainer *t, const struct reason *r, bool planned)
{
	const struct sum	*s = r->count;
	bool			 closes = r->bound->point.edge == EDGE_CLOSES;
	bool			 same = day_cmp(r->base, r->edge) == 0;

	if (s != NULL)
		tell_back(t, s, arena_printf(t->a, _("at least %s before"),
		    period_words(t->a, s->period)), false);
	if (is_passed(t, r))
		tell_line(t, IN, arena_printf(t->a, _("%s does not apply (%s): "
		    "what it must follow itself comes by then in its place."),
		    self_words(t, r, true), passed_words(t, r->self)));
	else if (s == NULL && closes)
		tell_line(t, IN, arena_printf(t->a, _("%s must be over by "
		    "then: it ends the day before at the latest, on %s."),
		    self_words(t, r, true), weekday_words(t->a, r->edge)));
	else if (s == NULL)
		tell_line(t, IN, arena_printf(t->a, same ?
		    _("%s must come by then, on that day at the latest.") :
		    _("%s must come by then."),
		    self_words(t, r, true)));
	if (r->window != NULL)
		tell_back(t, r->window, lasts_words(t->a, r->window->period),
		    true);
	if (day_is(r->day))
		result(t, r, planned ? _("→ the advised day for %s is %s") :
		    _("→ the last day for %s is %s"));
}

void
tell_reason(struct explainer *t, const struct reason *r, bool planned)
{
	if (r->next != NULL)
		tell_reason(t, r->next, planned);
	tell_base(t, r);
	if (!day_is(r->base))
		return;
	if (r->kind != REASON_AHEAD && (r->window != NULL ||
	    (r->part != NULL && r->part->kind == PART_UNTIL))) {
		tell_window(t, r);
		if (!day_is(r->edge)) {
			tell_least(t, r);
			return;
		}
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
