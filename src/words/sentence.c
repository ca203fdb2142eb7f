/*
 * What a finding says: what happened, what was due, and why.
 */
#include <string.h>

#include "base/text.h"
#include "words/codes.h"
#include "words/message.h"
#include "words/saying.h"

enum { GATES_TOLD = 3 };	/* shut gates that one sentence names */

/* ---- one finding each */

static const char *
with_text(const struct saying *t, const char *core, const char *why)
{
	return arena_printf(t->a, _("%s: %s."), core, why);
}

const char *
tell_missing(const struct saying *t)
{
	return with_reason(t, arena_printf(t->a, t->slot == NULL ?
	    _("No day is recorded for it; the last day for it was %s") :
	    t->slot->round > 0 ?
	    _("It has not been posted anew; the last day for that was %s") :
	    _("Nothing has been posted; the last day for it was %s"),
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

/* The part that is not kept, or not kept by the stricter count. */
static const char *
part_told(const struct saying *t, const char *core, bool planned)
{
	if (t->f->part == NULL)
		return arena_printf(t->a, _("%s."), core);
	return with_text(t, core, part_words(t->a, t->proc, t->f->part,
	    planned));
}

static struct day
opened(const struct saying *t)
{
	return t->slot == NULL ? DAY_NONE : t->slot->opens;
}

const char *
tell_short(const struct saying *t)
{
	const struct finding	*f = t->f;

	if (!day_is(f->due))
		return part_told(t, arena_printf(t->a, _("Posted on %s and "
		    "shown only through %s, although its period is not over "
		    "yet"), day_words(t->a, opened(t)),
		    day_words(t->a, f->actual)), false);
	return part_told(t, arena_printf(t->a, _("Posted on %s and shown "
	    "through %s, %s short of the period asked for, which runs through "
	    "%s"), day_words(t->a, opened(t)), day_words(t->a, f->actual),
	    days_words(t->a, f->days), day_words(t->a, f->due)), false);
}

const char *
tell_tight(const struct saying *t)
{
	const struct finding	*f = t->f;

	return part_told(t, arena_printf(t->a, _("Posted on %s and shown "
	    "through %s, which is just enough; a stricter count asks for %s "
	    "more, through %s"), day_words(t->a, opened(t)),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due)), true);
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
	struct day		 first = e->n > 0 ? e->day : plan_room_on(
				    t->plan, event, t->f->actual)->lower.day;

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
		if (r->bounds[i].kind != BOUND_GATE ||
		    !bound_asks(t->plan, t->f->event, &r->bounds[i]))
			continue;
		if (step < 0) {
			one = shut_event(t, pt->index);
			if (one != NULL && n++ < GATES_TOLD)
				list = join(t->a, list, one);
			continue;
		}
		for (k = t->plan->first[step]; k < t->plan->first[step + 1];
		    k++) {
			one = shut_slot(t, slot_on(&t->plan->slots[k],
			    t->f->actual), pt->edge);
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
	const struct objection	*o = t->f->objection != NULL ?
				    t->f->objection : t->f->upheld;

	if (o == NULL)
		return _("An objection");
	if (*o->number == '\0')
		return arena_printf(t->a, _("An objection received on %s"),
		    day_words(t->a, o->received));
	return arena_printf(t->a, _("Objection %s (received on %s)"),
	    o->number, day_words(t->a, o->received));
}

/* By the step's own limit, which what follows does not come before. */
static const char *
limit_words(const struct saying *t)
{
	const struct objection_rule	*r = &t->proc->steps[t->f->step]
					    .objections;

	return arena_printf(t->a, r->within_closes ?
	    _("within %s after the last day of the notice") :
	    _("within %s after it was received"),
	    period_words(t->a, r->within));
}

static const char *
tell_over_limit(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*who = objection_words(t);
	const char		*due = day_words(t->a, f->due);

	if (!day_is(f->actual))
		return arena_printf(t->a, _("%s is not resolved; the last day "
		    "for that was %s: %s."), who, due, limit_words(t));
	return arena_printf(t->a, _("%s was resolved only on %s, %s after the "
	    "last day for that, %s: %s."), who, day_words(t->a, f->actual),
	    days_words(t->a, f->days), due, limit_words(t));
}

/* One raised late keeps nothing from going on, and is answered all the same. */
static const char *
raised_late(const struct saying *t, const char *s)
{
	return t->f->objection == NULL || !objection_is_late(t->plan,
	    t->f->objection, t->f->step) ? s : arena_printf(t->a, _("%s It "
	    "was raised after the last day for objections, and has to be "
	    "answered all the same."), s);
}

const char *
tell_objection(const struct saying *t)
{
	const struct finding	*f = t->f;
	const char		*who = objection_words(t);
	const char		*due = day_words(t->a, f->due);

	if (f->follower < 0 && f->objection != NULL &&
	    t->proc->steps[f->step].objections.within.n > 0)
		return raised_late(t, tell_over_limit(t));
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

	if (s == NULL || (s->posted ? s->room : s->owed)->unknown)
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
	l = s->posted ? &s->room->brink : &s->owed->brink;
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

/* ---- what a notice must be */

static const char *
listed(const struct saying *t, const char *list, const char *item)
{
	return *list == '\0' ? item : arena_printf(t->a, "%s%s%s", list,
	    _(", "), item);
}

const char *
accepted_media(const struct saying *t)
{
	const struct item_rules	*any = &t->proc->steps[t->f->step].any;
	const char		*list = "";
	int			 i;

	for (i = 0; i < any->n; i++)
		if (plan_holds(t->plan, any->list[i].when))
			list = listed(t, list,
			    message_medium(any->list[i].text));
	return list;
}

const char *
lacking_items(const struct saying *t)
{
	const struct shown_less	*l = t->f->lacks;
	const char		*list = "";
	int			 i;

	for (i = 0; l != NULL && i < l->n; i++)
		if (l->list[i]->times == 0)
			list = listed(t, list, t->f->code == CODE_MEDIUM ?
			    message_medium(l->list[i]->text) :
			    quoted(t->a, l->list[i]->text));
	return list;
}

const char *
lacking_times(const struct saying *t)
{
	const struct shown_less	*l = t->f->lacks;
	const char		*list = "", *one;
	int			 i, n;

	for (i = 0; l != NULL && i < l->n; i++) {
		n = l->list[i]->times;
		if (n == 0)
			continue;
		one = arena_printf(t->a, text_plural("%d time in %s",
		    "%d times in %s", (unsigned long)n), n,
		    message_medium(l->list[i]->text));
		list = listed(t, list, one);
	}
	return list;
}

const char *
tell_medium(const struct saying *t)
{
	const char	*what = "", *items = lacking_items(t);
	const char	*times = lacking_times(t);

	if (t->f->lacks != NULL && t->f->lacks->no_run)
		what = arena_printf(t->a, _("in no medium that the rule "
		    "accepts (%s)"), accepted_media(t));
	if (*items != '\0')
		what = join(t->a, what, arena_printf(t->a, _("not in %s, which "
		    "the rule requires"), items));
	if (*times != '\0')
		what = join(t->a, what, arena_printf(t->a, _("not as often "
		    "as the rule requires by its last day (%s, on different "
		    "days)"), times));
	return arena_printf(t->a, _("First posted on %s, but %s."),
	    day_words(t->a, t->f->actual), what);
}

const char *
tell_content(const struct saying *t)
{
	const char	*what = "", *items = lacking_items(t);

	if (*items != '\0')
		what = arena_printf(t->a, _("no posting of it shows %s"),
		    items);
	if (t->f->lacks != NULL && t->f->lacks->unproved)
		what = join(t->a, what, _("no posting of it names evidence "
		    "that it hung there"));
	return arena_printf(t->a, _("Posted on %s, but %s."),
	    day_words(t->a, t->f->actual), what);
}

/* A review that came too late is told: it may be a day written wrongly. */
const char *
tell_review(const struct saying *t)
{
	struct day	late = DAY_NONE;
	size_t		i;

	for (i = 0; t->slot != NULL && i < t->slot->n; i++)
		late = day_min(late, t->slot->postings[i].reviewed);
	if (day_is(late) && day_cmp(late, t->f->actual) > 0)
		return arena_printf(t->a, _("Posted on %s, but reviewed for "
		    "confidentiality only on %s."),
		    day_words(t->a, t->f->actual), day_words(t->a, late));
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
	const struct objection	*o = t->f->objection;
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return arena_printf(t->a, _("%s was handled by %s; the rule names "
	    "%s."), objection_words(t), o == NULL ? "" : o->handler,
	    r->objections.handler);
}

/* To which notice it was, and since when nothing may go on. */
static const char *
upheld_words(const struct saying *t)
{
	const struct objection	*o = t->f->upheld;
	int			 step = procedure_step(t->proc, o->step);

	return arena_printf(t->a, _("%s to %s was upheld on %s"),
	    objection_words(t), step < 0 ? o->step : quoted(t->a,
	    message_step(&t->proc->steps[step])),
	    day_words(t->a, o->resolved));
}

const char *
tell_upheld(const struct saying *t)
{
	if (t->f->upheld == NULL)
		return arena_printf(t->a, _("Done on %s, on or after the day "
		    "on which an objection to what it must follow was "
		    "upheld."), day_words(t->a, t->f->actual));
	return arena_printf(t->a, _("Done on %s although it must not go on: "
	    "%s."), day_words(t->a, t->f->actual), upheld_words(t));
}

const char *
tell_overstay(const struct saying *t)
{
	if (!day_is(t->f->actual))
		return with_reason(t, arena_printf(t->a, _("It was to stand "
		    "through %s at the longest, and still stands"),
		    day_words(t->a, t->f->due)));
	return with_reason(t, arena_printf(t->a, _("It was to stand through "
	    "%s at the longest, and its last day is %s, %s later"),
	    day_words(t->a, t->f->due), day_words(t->a, t->f->actual),
	    days_words(t->a, t->f->days)));
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
