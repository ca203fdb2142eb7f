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

static struct told
with_text(const struct saying *t, struct told core, struct told why)
{
	return TELL(t->a, N_("%s: %s."), core, why);
}

struct told
tell_missing(const struct saying *t)
{
	return with_reason(t, TELL(t->a, t->slot == NULL ?
	    N_("No day is recorded for it; the last day for it was %s") :
	    t->slot->round > 0 ?
	    N_("It has not been posted anew; the last day for that was %s") :
	    N_("Nothing has been posted; the last day for it was %s"),
	    told_day(t->f->due)));
}

struct told
tell_late(const struct saying *t)
{
	return with_reason(t, TELL(t->a, t->slot != NULL ?
	    N_("Posted on %s, %s after the last day for it, %s") :
	    N_("Done on %s, %s after the last day for it, %s"),
	    told_day(t->f->actual), days_told(t->a, t->f->days),
	    told_day(t->f->due)));
}

struct told
tell_early(const struct saying *t)
{
	return with_reason(t, TELL(t->a, t->slot != NULL ?
	    N_("Posted on %s, %s before the first day for it, %s") :
	    N_("Done on %s, %s before the first day for it, %s"),
	    told_day(t->f->actual), days_told(t->a, t->f->days),
	    told_day(t->f->due)));
}

/* The part that is not kept, or not kept by the stricter count. */
static struct told
with_part(const struct saying *t, struct told core, bool planned)
{
	if (t->f->part == NULL)
		return TELL(t->a, N_("%s."), core);
	return with_text(t, core, part_told(t->a, t->proc, t->f->part,
	    planned));
}

static struct day
opened(const struct saying *t)
{
	return t->slot == NULL ? DAY_NONE : t->slot->opens;
}

struct told
tell_short(const struct saying *t)
{
	const struct finding	*f = t->f;

	if (!day_is(f->due))
		return with_part(t, TELL(t->a, N_("Posted on %s and "
		    "shown only through %s, although its period is not over "
		    "yet"), told_day(opened(t)),
		    told_day(f->actual)), false);
	return with_part(t, TELL(t->a, N_("Posted on %s and shown "
	    "through %s, %s short of the period asked for, which runs through "
	    "%s"), told_day(opened(t)), told_day(f->actual),
	    days_told(t->a, f->days), told_day(f->due)), false);
}

struct told
tell_tight(const struct saying *t)
{
	const struct finding	*f = t->f;

	return with_part(t, TELL(t->a, N_("Posted on %s and shown "
	    "through %s, which is just enough; a stricter count asks for %s "
	    "more, through %s"), told_day(opened(t)),
	    told_day(f->actual), days_told(t->a, f->days),
	    told_day(f->due)), true);
}

/* What was wrong with a slot when the event did not wait for it, if any. */
static struct told
shut_slot(const struct saying *t, const struct slot *s, enum edge edge)
{
	struct told	who = step_at(t, s->step, s->division);

	switch (slot_shut(s, edge, t->f->actual)) {
	case SHUT_NOT:
		break;
	case SHUT_UNPOSTED:
		return TELL(t->a, N_("%s has not been posted"), who);
	case SHUT_POSTED_LATER:
		return TELL(t->a, N_("%s was posted only on %s"), who,
		    told_day(s->opens));
	case SHUT_OPEN:
		return TELL(t->a, N_("%s has no last day yet"), who);
	case SHUT_UNKNOWN:
		return TELL(t->a, N_("nobody can tell yet when %s is over"),
		    who);
	case SHUT_SHORT:
		return TELL(t->a, N_("%s was shown only through %s instead of "
		    "%s"), who,
		    told_day(s->ends), told_day(s->judged));
	case SHUT_STANDING:
		return TELL(t->a, N_("%s was to be shown through %s"),
		    who, told_day(s->judged));
	}
	return TOLD_NOTHING;
}

static struct told
shut_event(const struct saying *t, int event)
{
	const struct event_plan	*e = &t->plan->events[event];
	struct told		 who = event_told(t->a, t->proc, event);
	struct day		 first = e->n > 0 ? e->day : plan_room_on(
				    t->plan, event, t->f->actual)->lower.day;

	if (!day_is(first) || day_cmp(t->f->actual, first) >= 0)
		return TOLD_NOTHING;
	return e->n > 0 ? TELL(t->a, N_("%s came only on %s"), who,
	    told_day(first)) :
	    TELL(t->a, N_("%s is not recorded"), who);
}

static struct told
join(struct arena *a, struct told list, struct told item)
{
	return told_add(a, list, N_("%s; %s"), item);
}

/* The first of the shut gates by name, of the others the number. */
static struct told
shut_gates(const struct saying *t)
{
	const struct event_rule	*r = &t->proc->events[t->f->event];
	const struct point	*pt;
	struct told		 list = TOLD_NOTHING, one;
	int			 i, k, step, n = 0;

	for (i = 0; i < r->nbounds; i++) {
		pt = &r->bounds[i].point;
		step = pt->index - t->proc->nevents;
		if (r->bounds[i].kind != BOUND_GATE ||
		    !bound_asks(t->plan, t->f->event, &r->bounds[i]))
			continue;
		if (step < 0) {
			one = shut_event(t, pt->index);
			if (told_is(one) && n++ < GATES_TOLD)
				list = join(t->a, list, one);
			continue;
		}
		for (k = t->plan->first[step]; k < t->plan->first[step + 1];
		    k++) {
			one = shut_slot(t, slot_on(&t->plan->slots[k],
			    t->f->actual), pt->edge);
			if (told_is(one) && n++ < GATES_TOLD)
				list = join(t->a, list, one);
		}
	}
	if (n <= GATES_TOLD)
		return list;
	n -= GATES_TOLD;
	return join(t->a, list, told_plural(t->a, "%d more",
	    "%d more", n, TOLD_NOTHING));
}

struct told
tell_gate(const struct saying *t)
{
	const struct finding	*f = t->f;
	struct told		 core;

	core = day_is(f->due) ? TELL(t->a, N_("Done on %s, %s before "
	    "publicity allowed it on %s"), told_day(f->actual),
	    days_told(t->a, f->days), told_day(f->due)) :
	    TELL(t->a, N_("Done on %s although publicity does not "
	    "allow it to this day"), told_day(f->actual));
	return TELL(t->a, N_("%s; %s."), core, shut_gates(t));
}

/* What went on, on the day that an objection was due. */
static struct told
follower(const struct saying *t)
{
	return t->f->follower < 0 ? told_words(N_("what comes next")) :
	    point_told(t->a, t->proc, t->f->follower);
}

static struct told
objection_words(const struct saying *t)
{
	const struct objection	*o = t->f->objection != NULL ?
				    t->f->objection : t->f->upheld;

	if (o == NULL)
		return told_words(N_("An objection"));
	if (*o->number == '\0')
		return TELL(t->a, N_("An objection received on %s"),
		    told_day(o->received));
	return TELL(t->a, N_("Objection %s (received on %s)"),
	    told_text(o->number), told_day(o->received));
}

/* By the step's own limit, which what follows does not come before. */
static struct told
limit_words(const struct saying *t)
{
	const struct objection_rule	*r = &t->proc->steps[t->f->step]
					    .objections;

	return TELL(t->a, r->within_closes ?
	    N_("within %s after the last day of the notice") :
	    N_("within %s after it was received"),
	    told_period(r->within));
}

static struct told
tell_over_limit(const struct saying *t)
{
	const struct finding	*f = t->f;
	struct told		 who = objection_words(t);
	struct told		 due = told_day(f->due);

	if (!day_is(f->actual))
		return TELL(t->a, N_("%s is not resolved; the last day "
		    "for that was %s: %s."), who, due, limit_words(t));
	return TELL(t->a, N_("%s was resolved only on %s, %s after the "
	    "last day for that, %s: %s."), who, told_day(f->actual),
	    days_told(t->a, f->days), due, limit_words(t));
}

/* One raised late keeps nothing from going on, and is answered all the same. */
static struct told
raised_late(const struct saying *t, struct told s)
{
	return t->f->objection == NULL || !objection_is_late(t->plan,
	    t->f->objection, t->f->step) ? s : TELL(t->a, N_("%s It "
	    "was raised after the last day for objections, and has to be "
	    "answered all the same."), s);
}

struct told
tell_objection(const struct saying *t)
{
	const struct finding	*f = t->f;
	struct told		 who = objection_words(t);
	struct told		 due = told_day(f->due);

	if (f->follower < 0 && f->objection != NULL &&
	    t->proc->steps[f->step].objections.within.n > 0)
		return raised_late(t, tell_over_limit(t));
	if (!day_is(f->actual))
		return TELL(t->a, N_("%s is not resolved, yet %s went "
		    "ahead on %s."), who, follower(t), due);
	return TELL(t->a, N_("%s was resolved only on %s, %s after %s "
	    "went ahead on %s."), who, told_day(f->actual),
	    days_told(t->a, f->days), follower(t), due);
}

struct told
tell_conflict(const struct saying *t)
{
	const struct finding	*f = t->f;

	return with_reason(t, TELL(t->a, N_("Can go up on %s at the "
	    "earliest, %s after the last day for it, %s"),
	    told_day(f->actual), days_told(t->a, f->days),
	    told_day(f->due)));
}

static struct told
tell_no_rule(struct arena *a, const struct finding *f)
{
	struct day	first = matter_first_day(f->matter);

	if (!day_is(first))
		return TELL(a, N_("No rule of the procedure %s is "
		    "there for this division, so nothing can be judged."),
		    told_text(f->matter->procedure));
	return TELL(a, N_("No rule of the procedure %s is in force "
	    "for this division on the first recorded day of the case, %s, so "
	    "nothing can be judged."), told_text(f->matter->procedure),
	    told_day(first));
}

struct told
tell_unknown(const struct saying *t)
{
	const struct slot	*s = t->slot;
	const struct limit	*l;

	if (s == NULL || (s->posted ? s->room : s->owed)->unknown)
		return told_words(N_("From which day it may be posted cannot "
		    "be told: the "
		    "working days that the sum needs are not yet settled."));
	if (s->posted && s->judged_unknown)
		return day_is(s->judged_brink) ? TELL(t->a, N_("Posted on %s, "
		    "but its last day cannot be told: whether "
		    "%s is a working day is not yet settled."),
		    told_day(s->opens),
		    told_day(s->judged_brink)) :
		    TELL(t->a, N_("Posted on %s, but its last day "
		    "cannot be told."), told_day(s->opens));
	l = s->posted ? &s->room->brink : &s->owed->brink;
	if (l->bound == NULL)
		return told_words(N_("Its last day in time cannot be told: the "
		    "working "
		    "days that the sum needs are not yet settled."));
	return TELL(t->a, N_("Its last day in time (%s) cannot be told: "
	    "whether %s is a working day is not yet settled."),
	    own_reason(t, l), told_day(l->day));
}

struct told
tell_unrecorded(const struct saying *t)
{
	return TELL(t->a, N_("Posted on %s, but no day is recorded for "
	    "%s, which comes first."), told_day(t->f->actual),
	    event_told(t->a, t->proc,
	    t->f->event));
}

/* ---- what a notice must be */

static struct told
listed(const struct saying *t, struct told list, struct told item)
{
	return told_add(t->a, list, N_(", "), item);
}

struct told
accepted_media(const struct saying *t)
{
	const struct item_rules	*any = &t->proc->steps[t->f->step].any;
	struct told		 list = TOLD_NOTHING;
	int			 i;

	for (i = 0; i < any->n; i++)
		if (plan_holds(t->plan, any->list[i].when))
			list = listed(t, list,
			    medium_told(any->list[i].text));
	return list;
}

struct told
lacking_items(const struct saying *t)
{
	const struct shown_less	*l = t->f->lacks;
	struct told		 list = TOLD_NOTHING;
	int			 i;

	for (i = 0; l != NULL && i < l->n; i++)
		if (l->list[i]->times == 0)
			list = listed(t, list, t->f->code == CODE_MEDIUM ?
			    medium_told(l->list[i]->text) :
			    quoted_told(t->a, told_text(l->list[i]->text)));
	return list;
}

struct told
lacking_times(const struct saying *t)
{
	const struct shown_less	*l = t->f->lacks;
	struct told		 list = TOLD_NOTHING, one;
	int			 i, n;

	for (i = 0; l != NULL && i < l->n; i++) {
		n = l->list[i]->times;
		if (n == 0)
			continue;
		one = told_plural(t->a, "%d time in %s",
		    "%d times in %s", n, medium_told(l->list[i]->text));
		list = listed(t, list, one);
	}
	return list;
}

struct told
tell_medium(const struct saying *t)
{
	struct told	what = TOLD_NOTHING, items = lacking_items(t);
	struct told	times = lacking_times(t);

	if (t->f->lacks != NULL && t->f->lacks->no_run)
		what = TELL(t->a, N_("in no medium that the rule "
		    "accepts (%s)"), accepted_media(t));
	if (told_is(items))
		what = join(t->a, what, TELL(t->a, N_("not in %s, which "
		    "the rule requires"), items));
	if (told_is(times))
		what = join(t->a, what, TELL(t->a, N_("not as often "
		    "as the rule requires by its last day (%s, on different "
		    "days)"), times));
	return TELL(t->a, N_("First posted on %s, but %s."),
	    told_day(t->f->actual), what);
}

struct told
tell_content(const struct saying *t)
{
	struct told	what = TOLD_NOTHING, items = lacking_items(t);

	if (told_is(items))
		what = TELL(t->a, N_("no posting of it shows %s"),
		    items);
	if (t->f->lacks != NULL && t->f->lacks->unproved)
		what = join(t->a, what, told_words(N_("no posting of it names "
		    "evidence that it hung there")));
	return TELL(t->a, N_("Posted on %s, but %s."),
	    told_day(t->f->actual), what);
}

/* A review that came too late is told: it may be a day written wrongly. */
struct told
tell_review(const struct saying *t)
{
	struct day	late = DAY_NONE;
	size_t		i;

	for (i = 0; t->slot != NULL && i < t->slot->n; i++)
		late = day_min(late, t->slot->postings[i].reviewed);
	if (day_is(late) && day_cmp(late, t->f->actual) > 0)
		return TELL(t->a, N_("Posted on %s, but reviewed for "
		    "confidentiality only on %s."),
		    told_day(t->f->actual), told_day(late));
	return TELL(t->a, N_("Posted on %s without a confidentiality "
	    "review on or before the day of posting."),
	    told_day(t->f->actual));
}

struct told
tell_privacy(const struct saying *t)
{
	return TELL(t->a, N_("The text posted since %s shows a whole "
	    "identity-card, bank-card or mobile number."),
	    told_day(t->f->actual));
}

struct told
tell_handler(const struct saying *t)
{
	const struct objection	*o = t->f->objection;
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return TELL(t->a, N_("%s was handled by %s; the rule names "
	    "%s."), objection_words(t), told_text(o == NULL ? "" : o->handler),
	    told_text(r->objections.handler));
}

/* To which notice it was, and since when nothing may go on. */
static struct told
upheld_words(const struct saying *t)
{
	const struct objection	*o = t->f->upheld;
	int			 step = procedure_step(t->proc, o->step);

	return TELL(t->a, N_("%s to %s was upheld on %s"),
	    objection_words(t), step < 0 ? told_text(o->step) : quoted_told(
	    t->a, step_told(t->a, &t->proc->steps[step])),
	    told_day(o->resolved));
}

struct told
tell_upheld(const struct saying *t)
{
	if (t->f->upheld == NULL)
		return TELL(t->a, N_("Done on %s, on or after the day "
		    "on which an objection to what it must follow was "
		    "upheld."), told_day(t->f->actual));
	return TELL(t->a, N_("Done on %s although it must not go on: "
	    "%s."), told_day(t->f->actual), upheld_words(t));
}

struct told
tell_overstay(const struct saying *t)
{
	if (!day_is(t->f->actual))
		return with_reason(t, TELL(t->a, N_("It was to stand "
		    "through %s at the longest, and still stands"),
		    told_day(t->f->due)));
	return with_reason(t, TELL(t->a, N_("It was to stand through "
	    "%s at the longest, and its last day is %s, %s later"),
	    told_day(t->f->due), told_day(t->f->actual),
	    days_told(t->a, t->f->days)));
}

/* Both rows, so that they can be found in the sheet. */
struct told
tell_double(const struct saying *t)
{
	const struct posting	*open, *closed;
	struct doubled		 d;

	if (t->slot == NULL || !slot_doubled(t->slot, &d))
		return TELL(t->a, N_("From %s on, two postings overlap "
		    "in one medium, one with a last day and one without."),
		    told_day(t->f->actual));
	open = day_is(d.former->until) ? d.later : d.former;
	closed = open == d.later ? d.former : d.later;
	return TELL(t->a, N_("Two postings overlap in one medium: one "
	    "from %s without a last day, one from %s through %s. It may be "
	    "one posting that was recorded twice."),
	    told_day(open->posted), told_day(closed->posted),
	    told_day(closed->until));
}

struct told
tell_uncovered(const struct saying *t)
{
	return TELL(t->a, N_("%s is in the table of divisions, but the "
	    "case, which named no places, was taken in without it: %s has no "
	    "slot there, so nobody asks whether it is posted there."),
	    place_told(t->a, t->names, t->f->division), quoted_told(t->a,
	    step_told(t->a, &t->proc->steps[t->f->step])));
}

struct told
message_subject(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct told	where = place_told(a, names, f->division), what;

	if (f->plan == NULL)
		what = told_text(f->matter->procedure);
	else if (f->step >= 0)
		what = step_told(a, &f->plan->proc->steps[f->step]);
	else
		what = point_titled(a, f->plan->proc, f->event);
	return TELL(a, N_("%s, %s"), what, where);
}

struct told
message_body(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct saying	t;
	struct told	s;

	if (f->plan == NULL)
		return tell_no_rule(a, f);
	t = saying_of(a, f, names);
	s = code_words(f->code)->tell(&t);
	return *f->note == '\0' ? s :
	    TELL(a, N_("%s (Note: %s)"), s, told_text(f->note));
}

struct told
message_finding(struct arena *a, const struct finding *f,
    const struct names *names)
{
	return TELL(a, N_("%s: %s"), message_subject(a, f, names),
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
		.message = message_finding(a, f, names),
		.first = DAY_NONE, .gone = DAY_NONE,
	};
}
