/*
 * What a finding says: what happened, what was due, and why.
 */
#include <string.h>

#include "base/text.h"
#include "words/codes.h"
#include "words/message.h"
#include "words/saying.h"

enum { GATES_TOLD = 3 };	/* shut gates that one sentence names */

/* ---- why a day was due */

/* A step's title; where it is not that of the finding, its place too. */
static const char *
step_at(const struct saying *t, int step, const char *division)
{
	const char	*title = quoted(t->a,
			    message_step(&t->proc->steps[step]));

	if (division == NULL || strcmp(division, t->f->division) == 0)
		return title;
	return arena_printf(t->a, _("%s at %s"), title,
	    message_place(t->a, t->names, division));
}

static const char *
named_step(const struct saying *t, int step, enum edge edge, const char *at)
{
	const struct slot	*s = at == NULL ? NULL :
				    plan_slot(t->plan, step, at);
	const char		*title = step_at(t, step, at);

	if (s == NULL || !s->posted)
		return title;
	if (edge == EDGE_OPENS || t->proc->steps[step].lasts.n == 0)
		return arena_printf(t->a, _("%s (posted on %s)"), title,
		    day_words(t->a, s->opens));
	if (!day_is(s->judged))
		return title;
	return arena_printf(t->a, _("%s (last day %s)"), title,
	    day_words(t->a, s->judged));
}

/*
 * What a bound names, with the day it took place.  An event that is not
 * recorded passes on what it must follow: that is named behind it.
 */
static const char *
named(const struct saying *t, const struct bound *b, const char *at)
{
	const struct event_plan	*e;
	const struct limit	*l;
	const char		*first = NULL, *title = "", *rest;
	struct day		 d;

	while (b->point.index < t->proc->nevents) {
		title = event_title(t->a, t->proc, b->point.index);
		d = event_day(t, b->point.index);
		if (day_is(d))
			title = arena_printf(t->a, _("%s (%s)"), title,
			    day_words(t->a, d));
		e = &t->plan->events[b->point.index];
		l = &e->room->lower;
		if (day_is(d) || l->bound == NULL)
			break;
		first = first == NULL ? title : first;
		b = l->bound;
		at = l->at;
	}
	rest = b->point.index < t->proc->nevents ? title : named_step(t,
	    b->point.index - t->proc->nevents, b->point.edge, at);
	return first == NULL ? rest : arena_printf(t->a,
	    _("%s (not recorded, but itself only after %s)"), first, rest);
}

static const char *
own_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*what = named(t, b, l->at);

	switch (b->kind) {
	case BOUND_WITHIN:
		return arena_printf(t->a, _("within %s after %s"),
		    period_words(t->a, b->period), what);
	case BOUND_LEAST_AFTER:
		return arena_printf(t->a, _("at least %s after %s"),
		    period_words(t->a, b->period), what);
	case BOUND_BEFORE:
		return arena_printf(t->a, _("before %s"), what);
	case BOUND_LEAST_BEFORE:
		return arena_printf(t->a, _("at least %s before %s"),
		    period_words(t->a, b->period), what);
	case BOUND_AFTER:
	case BOUND_BY:
	case BOUND_WITH:
	case BOUND_GATE:
		break;
	}
	return arena_printf(t->a, _("after %s"), what);
}

/* The point that must come later, with its day or its own last one. */
static const char *
pusher(const struct saying *t, const struct limit *l)
{
	const struct slot	*s = NULL;
	struct day		 fact, latest;
	const char		*title;
	int			 step = l->owner - t->proc->nevents;

	if (step < 0) {
		title = event_title(t->a, t->proc, l->owner);
		fact = event_day(t, l->owner);
		latest = t->plan->events[l->owner].room->latest.day;
	} else {
		title = step_at(t, step, l->at);
		s = l->at == NULL ? NULL : plan_slot(t->plan, step, l->at);
		fact = s != NULL && s->posted ? s->opens : DAY_NONE;
		latest = s == NULL ? DAY_NONE : s->room->latest.day;
	}
	if (day_is(fact))
		return arena_printf(t->a, _("%s (%s)"), title,
		    day_words(t->a, fact));
	if (!day_is(latest) || t->f->code == CODE_CONFLICT)
		return title;
	return arena_printf(t->a, _("%s (itself due by %s)"), title,
	    day_words(t->a, latest));
}

static const char *
pushed_reason(const struct saying *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*who = pusher(t, l), *n;

	if (b->kind == BOUND_LEAST_AFTER) {
		n = period_words(t->a, b->period);
		return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
		    _("%s must come at least %s after its last day") :
		    _("%s must come at least %s after it goes up"), who, n);
	}
	return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
	    _("its period must be over before %s") :
	    _("it must be up by the time of %s"), who);
}

/* The sentence with what set the day behind it. */
static const char *
with_reason(const struct saying *t, const char *core)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL)
		return arena_printf(t->a, _("%s."), core);
	return arena_printf(t->a, _("%s: %s."), core,
	    is_own(t, l) ? own_reason(t, l) : pushed_reason(t, l));
}

static const char *
with_text(const struct saying *t, const char *core, const char *why)
{
	return arena_printf(t->a, _("%s: %s."), core, why);
}

/* ---- one finding each */

const char *
tell_missing(const struct saying *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Nothing has been posted; the last day for it was %s") :
	    _("No day is recorded for it; the last day for it was %s"),
	    day_words(t->a, t->f->due)));
}

const char *
tell_late(const struct saying *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Posted on %s, %s after the last day for it, %s") :
	    _("Done on %s, %s after the last day for it, %s"),
	    day_words(t->a, t->f->actual), days_words(t->a, t->f->days),
	    day_words(t->a, t->f->due)));
}

const char *
tell_early(const struct saying *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Posted on %s, %s before the first day for it, %s") :
	    _("Done on %s, %s before the first day for it, %s"),
	    day_words(t->a, t->f->actual), days_words(t->a, t->f->days),
	    day_words(t->a, t->f->due)));
}

const char *
tell_short(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = arena_printf(t->a, _("Posted on %s and shown through %s, %s "
	    "short of the period asked for, which runs through %s"),
	    day_words(t->a, t->slot == NULL ? DAY_NONE : t->slot->opens),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due));
	return f->part == NULL || f->part->kind != PART_LASTS ? core :
	    with_text(t, core, lasts_words(t->a, f->part->judged));
}

const char *
tell_tight(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = arena_printf(t->a, _("Posted on %s and shown through %s, which "
	    "is just enough; a stricter count asks for %s more, through %s"),
	    day_words(t->a, t->slot == NULL ? DAY_NONE : t->slot->opens),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due));
	return f->part == NULL || f->part->kind != PART_LASTS ? core :
	    with_text(t, core, lasts_words(t->a, f->part->planned));
}

/* What was wrong with a slot when the event did not wait for it, or NULL. */
static const char *
shut_slot(const struct saying *t, const struct slot *s, enum edge edge)
{
	const char	*who = step_at(t, s->step, s->division);

	switch (slot_shut(s, edge, t->f->actual)) {
	case SHUT_NOT:
		break;
	case SHUT_UNPOSTED:
		return arena_printf(t->a, _("%s has not been posted"), who);
	case SHUT_POSTED_LATER:
		return arena_printf(t->a, _("%s was posted only on %s"), who,
		    day_words(t->a, s->opens));
	case SHUT_OPEN:
		return arena_printf(t->a,
		    _("%s has no last day yet"), who);
	case SHUT_UNKNOWN:
		return arena_printf(t->a,
		    _("nobody can tell yet when %s is over"), who);
	case SHUT_SHORT:
		return arena_printf(t->a,
		    _("%s was shown only through %s instead of %s"), who,
		    day_words(t->a, s->ends), day_words(t->a, s->judged));
	case SHUT_STANDING:
		return arena_printf(t->a, _("%s was to be shown through %s"),
		    who, day_words(t->a, s->judged));
	}
	return NULL;
}

static const char *
shut_event(const struct saying *t, int event)
{
	const struct event_plan	*e = &t->plan->events[event];
	const char		*who = event_title(t->a, t->proc, event);
	struct day		 first = e->n > 0 ? e->day :
				    e->room->lower.day;

	if (!day_is(first) || day_cmp(t->f->actual, first) >= 0)
		return NULL;
	return e->n > 0 ? arena_printf(t->a, _("%s came only on %s"), who,
	    day_words(t->a, first)) :
	    arena_printf(t->a, _("%s is not recorded"), who);
}

static const char *
join(struct arena *a, const char *list, const char *item)
{
	return *list == '\0' ? item : arena_printf(a, _("%s; %s"), list,
	    item);
}

/* The first of the shut gates by name, of the others the number. */
static const char *
shut_gates(const struct saying *t)
{
	const struct event_rule	*r = &t->proc->events[t->f->event];
	const struct point	*pt;
	const char		*list = "", *one;
	int			 i, k, step, n = 0;

	for (i = 0; i < r->nbounds; i++) {
		pt = &r->bounds[i].point;
		step = pt->index - t->proc->nevents;
		if (r->bounds[i].kind != BOUND_GATE)
			continue;
		if (step < 0) {
			one = shut_event(t, pt->index);
			if (one != NULL && n++ < GATES_TOLD)
				list = join(t->a, list, one);
			continue;
		}
		for (k = t->plan->first[step]; k < t->plan->first[step + 1];
		    k++) {
			one = shut_slot(t, &t->plan->slots[k], pt->edge);
			if (one != NULL && n++ < GATES_TOLD)
				list = join(t->a, list, one);
		}
	}
	if (n <= GATES_TOLD)
		return list;
	n -= GATES_TOLD;
	return join(t->a, list, arena_printf(t->a, text_plural("%d more",
	    "%d more", (unsigned long)n), n));
}

const char *
tell_gate(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = day_is(f->due) ? arena_printf(t->a, _("Done on %s, %s before "
	    "publicity allowed it on %s"), day_words(t->a, f->actual),
	    days_words(t->a, f->days), day_words(t->a, f->due)) :
	    arena_printf(t->a, _("Done on %s although publicity does not "
	    "allow it to this day"), day_words(t->a, f->actual));
	return arena_printf(t->a, _("%s; %s."), core, shut_gates(t));
}

/* What went on, on the day that an objection was due. */
static const char *
follower(const struct saying *t)
{
	return t->f->follower < 0 ? _("what comes next") :
	    point_title(t->a, t->proc, t->f->follower);
}

static const char *
objection_words(const struct saying *t)
{
	const struct objection	*o = t->f->objection;

	if (o == NULL)
		return _("An objection");
	if (*o->number == '\0')
		return arena_printf(t->a, _("An objection received on %s"),
		    day_words(t->a, o->received));
	return arena_printf(t->a, _("Objection %s (received on %s)"),
	    o->number, day_words(t->a, o->received));
}

const char *
tell_objection(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*who = objection_words(t);
	const char		*due = day_words(t->a, f->due);

	if (!day_is(f->actual))
		return arena_printf(t->a, _("%s is not resolved, yet %s went "
		    "ahead on %s."), who, follower(t), due);
	return arena_printf(t->a, _("%s was resolved only on %s, %s after %s "
	    "went ahead on %s."), who, day_words(t->a, f->actual),
	    days_words(t->a, f->days), follower(t), due);
}

const char *
tell_conflict(const struct saying *t)
{
	const struct finding	*f = t->f;

	return with_reason(t, arena_printf(t->a, _("Can go up on %s at the "
	    "earliest, %s after the last day for it, %s"),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due)));
}

static const char *
tell_no_rule(struct arena *a, const struct finding *f)
{
	struct day	first = matter_first_day(f->matter);

	if (!day_is(first))
		return arena_printf(a, _("No rule of the procedure %s is "
		    "there for this division, so nothing can be judged."),
		    f->matter->procedure);
	return arena_printf(a, _("No rule of the procedure %s is in force "
	    "for this division on the first recorded day of the case, %s, so "
	    "nothing can be judged."), f->matter->procedure,
	    day_words(a, first));
}

const char *
tell_unknown(const struct saying *t)
{
	const struct slot	*s = t->slot;
	const struct limit	*l;

	if (s == NULL || s->room->unknown)
		return _("From which day it may be posted cannot be told: the "
		    "working days that the sum needs are not yet settled.");
	if (s->posted && s->judged_unknown)
		return day_is(s->judged_brink) ? arena_printf(t->a,
		    _("Posted on %s, but its last day cannot be told: whether "
		    "%s is a working day is not yet settled."),
		    day_words(t->a, s->opens),
		    day_words(t->a, s->judged_brink)) :
		    arena_printf(t->a, _("Posted on %s, but its last day "
		    "cannot be told."), day_words(t->a, s->opens));
	l = &s->room->brink;
	if (l->bound == NULL)
		return _("Its last day in time cannot be told: the working "
		    "days that the sum needs are not yet settled.");
	return arena_printf(t->a, _("Its last day in time (%s) cannot be told: "
	    "whether %s is a working day is not yet settled."),
	    own_reason(t, l), day_words(t->a, l->day));
}

const char *
tell_unrecorded(const struct saying *t)
{
	return arena_printf(t->a, _("Posted on %s, but no day is recorded for "
	    "%s, which comes first."), day_words(t->a, t->f->actual),
	    event_title(t->a, t->proc,
	    t->f->event));
}

const char *
tell_medium(const struct saying *t)
{
	return arena_printf(t->a, t->slot != NULL && t->slot->posted ?
	    _("First posted on %s, but not in every medium that the rule "
	    "requires.") :
	    _("First posted on %s, but in no medium that the rule accepts."),
	    day_words(t->a, t->f->actual));
}

const char *
tell_content(const struct saying *t)
{
	return arena_printf(t->a, _("Posted on %s, but some of the content "
	    "that the rule asks for is in no posting."),
	    day_words(t->a, t->f->actual));
}

const char *
tell_review(const struct saying *t)
{
	return arena_printf(t->a, _("Posted on %s without a confidentiality "
	    "review on or before the day of posting."),
	    day_words(t->a, t->f->actual));
}

const char *
tell_privacy(const struct saying *t)
{
	return arena_printf(t->a, _("The text posted since %s shows a whole "
	    "identity-card, bank-card or mobile number."),
	    day_words(t->a, t->f->actual));
}

const char *
tell_handler(const struct saying *t)
{
	return arena_printf(t->a, _("%s was handled by %s; the rule names "
	    "%s."), objection_words(t), t->f->objection == NULL ? "" :
	    t->f->objection->handler, t->proc->steps[t->f->step].objections.handler);
}

const char *
tell_upheld(const struct saying *t)
{
	return arena_printf(t->a, _("%s took place on %s, on or after the day "
	    "on which an objection to what it must follow was upheld."),
	    event_title(t->a, t->proc, t->f->event),
	    day_words(t->a, t->f->actual));
}

const char *
tell_overstay(const struct saying *t)
{
	if (!day_is(t->f->actual))
		return arena_printf(t->a, _("It was to be taken down by %s "
		    "and still stands."), day_words(t->a, t->f->due));
	return arena_printf(t->a, _("It was to be taken down by %s and stood "
	    "through %s."), day_words(t->a, t->f->due),
	    day_words(t->a, t->f->actual));
}

/* Both rows, so that they can be found in the sheet. */
const char *
tell_double(const struct saying *t)
{
	const struct posting	*open, *closed;
	struct doubled		 d;

	if (t->slot == NULL || !slot_doubled(t->slot, &d))
		return arena_printf(t->a, _("From %s on, two postings overlap "
		    "in one medium, one with a last day and one without."),
		    day_words(t->a, t->f->actual));
	open = day_is(d.former->until) ? d.later : d.former;
	closed = open == d.later ? d.former : d.later;
	return arena_printf(t->a, _("Two postings overlap in one medium: one "
	    "from %s without a last day, one from %s through %s. It may be "
	    "one posting that was recorded twice."),
	    day_words(t->a, open->posted), day_words(t->a, closed->posted),
	    day_words(t->a, closed->until));
}

const char *
tell_uncovered(const struct saying *t)
{
	return arena_printf(t->a, _("%s is in the table of divisions, but the "
	    "case, which named no places, was taken in without it: %s has no "
	    "slot there, so nobody asks whether it is posted there."),
	    message_place(t->a, t->names, t->f->division),
	    quoted(t->a, message_step(&t->proc->steps[t->f->step])));
}

const char *
message_subject(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const char	*where = message_place(a, names, f->division);
	const char	*what;

	if (f->plan == NULL)
		what = f->matter->procedure;
	else if (f->step >= 0)
		what = message_step(&f->plan->proc->steps[f->step]);
	else
		what = message_event(&f->plan->proc->events[f->event]);
	return arena_printf(a, _("%s, %s"), what, where);
}

const char *
message_body(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct saying	 t;
	const char	*s;

	if (f->plan == NULL)
		return tell_no_rule(a, f);
	t = saying_of(a, f, names);
	s = code_words(f->code)->tell(&t);
	return *f->note == '\0' ? s :
	    arena_printf(a, _("%s (Note: %s)"), s, f->note);
}

const char *
message_finding(struct arena *a, const struct finding *f,
    const struct names *names)
{
	return arena_printf(a, _("%s: %s"), message_subject(a, f, names),
	    message_body(a, f, names));
}

struct kept
message_kept(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const struct procedure	*p = f->plan == NULL ? NULL : f->plan->proc;

	return (struct kept){
		.key = f->key, .division = f->matter->division,
		.id = f->matter->id, .title = f->matter->title,
		.procedure = f->matter->procedure,
		.step = p == NULL || f->step < 0 ? NULL :
		    p->steps[f->step].id,
		.event = p == NULL || f->event < 0 ? NULL :
		    p->events[f->event].id,
		.at = f->division, .code = f->code, .severity = f->severity,
		.due = f->due, .actual = f->actual, .days = f->days,
		.basis = f->basis == NULL ? NULL : f->basis->text,
		.message = message_finding(a, f, names), .remedy = "",
		.first = DAY_NONE, .gone = DAY_NONE,
	};
}
