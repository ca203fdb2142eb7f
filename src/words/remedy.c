/*
 * What to do about a finding, one sentence a code; those that are always the
 * same stand in codes.c.
 */
#include "base/text.h"
#include "words/codes.h"
#include "words/saying.h"

/* "at least 7 days, the first day not counted", or NULL: no period. */
static const char *
full_period(const struct saying *t)
{
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return r->lasts.n > 0 ? lasts_words(t->a, r->lasts.list[0].planned) : NULL;
}

const char *
mend_missing(const struct saying *t)
{
	const char	*full;

	if (t->f->step < 0)
		return _("Do it at once and record the day; if it is done, "
		    "record the day it was done.");
	full = full_period(t);
	return full == NULL ? _("If it was posted, record it; if not, post it "
	    "at once and record it.") : arena_printf(t->a, _("If it was "
	    "posted, record it; if not, post it at once, record it, and leave "
	    "it up for its full period (%s)."), full);
}

const char *
mend_late(const struct saying *t)
{
	return t->f->step < 0 ?
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file.") :
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file and leave the notice up for its full period.");
}

const char *
mend_early(const struct saying *t)
{
	const char	*full = full_period(t);
	const char	*due = day_words(t->a, t->f->due);

	return full == NULL ? arena_printf(t->a, _("Post it again, on %s or "
	    "later, and record it."), due) : arena_printf(t->a, _("Post it "
	    "again, on %s or later, for its full period (%s), and record "
	    "it."), due, full);
}

const char *
mend_short(const struct saying *t)
{
	return arena_printf(t->a, _("Post it again for its full period "
	    "without a gap (%s), from the day it goes up; what comes next "
	    "waits until then."), t->f->part == NULL ||
	    t->f->part->kind != PART_LASTS ? "" : lasts_words(t->a,
	    t->f->part->planned));
}

const char *
mend_order(const struct saying *t)
{
	return arena_printf(t->a, _("Check the days recorded; if they are "
	    "right, report upward and do it again in order, on %s or later."),
	    day_words(t->a, t->f->due));
}

const char *
mend_gate(const struct saying *t)
{
	if (day_is(t->f->due))
		return arena_printf(t->a, _("Report upward; check the days "
		    "recorded, and let nothing further be accepted or paid "
		    "before %s."), day_words(t->a, t->f->due));
	return _("Report upward; accept and pay nothing further until what is "
	    "missing has been posted in full.");
}

const char *
mend_objection(const struct saying *t)
{
	return day_is(t->f->actual) ?
	    _("Report upward why it went ahead; put the result of the "
	    "objection on file with it.") :
	    _("Stop what comes next, resolve the objection at once, answer "
	    "whoever raised it, and record the day and the outcome.");
}

const char *
mend_conflict(const struct saying *t)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL || is_own(t, l))
		return _("Ask the superior office now: the last day cannot be "
		    "kept. Post as soon as it is allowed.");
	if (l->owner >= t->proc->nevents ||
	    !day_is(event_day(t, l->owner)))
		return _("Move what must come after it to a later day, or ask "
		    "the superior office now.");
	return arena_printf(t->a, _("Move %s to a later day, or ask the "
	    "superior office now."), point_title(t->a, t->proc, l->owner));
}

const char *
mend_tight(const struct saying *t)
{
	return arena_printf(t->a, _("Leave it up %s more, through %s."),
	    days_words(t->a, t->f->days), day_words(t->a, t->f->due));
}

const char *
mend_unrecorded(const struct saying *t)
{
	return arena_printf(t->a, _("Record the day of %s; if it has not taken "
	    "place, post again after it."), event_title(t->a, t->proc,
	    t->f->event));
}

const char *
mend_handler(const struct saying *t)
{
	return arena_printf(t->a, _("Have %s look into the objection, or "
	    "correct the record."), t->proc->steps[t->f->step].objections.handler);
}

const char *
message_remedy(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const struct code_words	*w = code_words(f->code);
	struct saying		 t;

	if (f->plan == NULL)
		return _("Check the division and the days of the case; if they "
		    "are right, have a rule made that covers them.");
	t = saying_of(a, f, names);
	return w->mend == NULL ? text_in(w->remedy) : w->mend(&t);
}
