/*
 * What to do about a finding, one sentence a code; those that are always the
 * same stand in codes.c.
 */
#include "base/text.h"
#include "words/codes.h"
#include "words/saying.h"

/* "at least 7 days, the first day not counted", or NOTHING: no period. */
static struct told
full_period(const struct saying *t)
{
	return t->slot == NULL ? TOLD_NOTHING :
	    parts_told(t->a, t->plan, t->slot, true);
}

struct told
mend_missing(const struct saying *t)
{
	struct told	full;

	if (t->f->step < 0)
		return told_words(N_("Do it at once and record the day; if it "
		    "is done, "
		    "record the day it was done."));
	full = full_period(t);
	return !told_is(full) ? told_words(N_("If it was posted, record it; "
	    "if not, post it at once and record it.")) : TELL(t->a, N_("If it "
	    "was "
	    "posted, record it; if not, post it at once, record it, and leave "
	    "it up for its full period (%s)."), full);
}

struct told
mend_late(const struct saying *t)
{
	return told_words(t->f->step < 0 ?
	    N_("Check the days recorded; if they are right, put the reason for "
	    "the delay on file.") :
	    N_("Check the days recorded; if they are right, put the reason for "
	    "the delay on file and leave the notice up for its full period."));
}

struct told
mend_early(const struct saying *t)
{
	struct told	full = full_period(t);
	struct told	due = told_day(t->f->due);

	if (t->f->because.bound != NULL &&
	    t->f->because.bound->kind == BOUND_WITH)
		return TELL(t->a, N_("Only %s itself is in time: check "
		    "the day recorded, and if it is right, put the reason on "
		    "file."), due);
	return !told_is(full) ? TELL(t->a, N_("Post it again, on %s or "
	    "later, and record it."), due) : TELL(t->a, N_("Post it "
	    "again, on %s or later, for its full period (%s), and record "
	    "it."), due, full);
}

struct told
mend_short(const struct saying *t)
{
	struct told	full = full_period(t);

	full = !told_is(full) ? told_words(N_("all of it")) : full;
	if (!day_is(t->f->due))
		return TELL(t->a, N_("Post it again at once and leave "
		    "it up without a gap (%s)."), full);
	return TELL(t->a, N_("Post it again for its full period "
	    "without a gap (%s), from the day it goes up; what comes next "
	    "waits until then."), full);
}

struct told
mend_order(const struct saying *t)
{
	return TELL(t->a, N_("Check the days recorded; if they are "
	    "right, report upward and do it again in order, on %s or later."),
	    told_day(t->f->due));
}

struct told
mend_gate(const struct saying *t)
{
	if (day_is(t->f->due))
		return TELL(t->a, N_("Report upward; check the days "
		    "recorded, and let nothing further be accepted or paid "
		    "before %s."), told_day(t->f->due));
	return told_words(N_("Report upward; accept and pay nothing further "
	    "until what is "
	    "missing has been posted in full."));
}

struct told
mend_objection(const struct saying *t)
{
	if (t->f->follower < 0)
		return told_words(day_is(t->f->actual) ?
		    N_("Check the days recorded; if they are right, put the "
		    "reason for the delay on file with the result of the "
		    "objection.") :
		    N_("Resolve the objection at once, answer whoever raised "
		    "it, and record the day and the outcome."));
	return told_words(day_is(t->f->actual) ?
	    N_("Report upward why it went ahead; put the result of the "
	    "objection on file with it.") :
	    N_("Stop what comes next, resolve the objection at once, answer "
	    "whoever raised it, and record the day and the outcome."));
}

struct told
mend_conflict(const struct saying *t)
{
	const struct limit	*l = pushing(t, &t->f->because);

	if (l->bound == NULL || is_own(t, l))
		return told_words(N_("Ask the superior office now: the last "
		    "day cannot be "
		    "kept. Post as soon as it is allowed."));
	if (l->owner >= t->proc->nevents ||
	    !day_is(event_day(t, l->owner)))
		return told_words(N_("Move what must come after it to a later "
		    "day, or ask "
		    "the superior office now."));
	return TELL(t->a, N_("Move %s to a later day, or ask the "
	    "superior office now."), point_told(t->a, t->proc, l->owner));
}

struct told
mend_tight(const struct saying *t)
{
	return TELL(t->a, N_("Leave it up %s more, through %s."),
	    days_told(t->a, t->f->days), told_day(t->f->due));
}

struct told
mend_unrecorded(const struct saying *t)
{
	return TELL(t->a, N_("Record the day of %s; if it has not taken "
	    "place, post again after it."), event_told(t->a, t->proc,
	    t->f->event));
}

struct told
mend_handler(const struct saying *t)
{
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return TELL(t->a, N_("Have %s look into the objection, or "
	    "correct the record."), told_text(r->objections.handler));
}

static struct told
joined(const struct saying *t, struct told list, struct told one)
{
	return told_add(t->a, list, N_("%s %s"), one);
}

struct told
mend_medium(const struct saying *t)
{
	struct told	s = TOLD_NOTHING, items = lacking_items(t);
	struct told	times = lacking_times(t);

	if (t->f->lacks != NULL && t->f->lacks->no_run)
		s = TELL(t->a, N_("Post it in a medium that the rule "
		    "accepts (%s), for its full period, and record it."),
		    accepted_media(t));
	if (told_is(items))
		s = joined(t, s, TELL(t->a, N_("Post it in %s too and "
		    "record it; if it was posted there, record the day."),
		    items));
	if (told_is(times))
		s = joined(t, s, TELL(t->a, N_("Record each posting "
		    "that is not in the sheet; if there were too few, post "
		    "what lacks (%s) and put the reason on file."), times));
	return s;
}

struct told
mend_content(const struct saying *t)
{
	struct told	s = TOLD_NOTHING, items = lacking_items(t);

	if (told_is(items))
		s = TELL(t->a, N_("Add %s to the text, post it again "
		    "and record what it shows; if it was there, record that."),
		    items);
	if (t->f->lacks != NULL && t->f->lacks->unproved)
		s = joined(t, s, told_words(N_("Keep a photograph or a "
		    "printout that shows where and when it hung, and name it "
		    "in the sheet (佐证, evidence).")));
	return s;
}

/* What the rule itself says to do, or NULL. */
static const char *
said_by_rule(const struct finding *f)
{
	const struct procedure	*p = f->plan->proc;
	const struct sayings	*s = f->step >= 0 ?
				    p->steps[f->step].sayings : f->event >= 0 ?
				    p->events[f->event].sayings : NULL;

	return s == NULL ? NULL : s->remedy[f->code];
}

struct told
message_remedy(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const struct code_words	*w = code_words(f->code);
	const char		*own;
	struct saying		 t;

	if (f->plan == NULL)
		return told_words(N_("Check the division and the days of the "
		    "case; if they "
		    "are right, have a rule made that covers them."));
	own = said_by_rule(f);
	if (own != NULL)
		return told_text(own);
	t = saying_of(a, f, names);
	return w->mend == NULL ? told_words(w->remedy) : w->mend(&t);
}
