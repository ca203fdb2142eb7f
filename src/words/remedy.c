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
	return t->slot == NULL ? NULL :
	    parts_words(t->a, t->plan, t->slot, true);
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

	if (t->f->because.bound != NULL &&
	    t->f->because.bound->kind == BOUND_WITH)
		return arena_printf(t->a, _("Only %s itself is in time: check "
		    "the day recorded, and if it is right, put the reason on "
		    "file."), due);
	return full == NULL ? arena_printf(t->a, _("Post it again, on %s or "
	    "later, and record it."), due) : arena_printf(t->a, _("Post it "
	    "again, on %s or later, for its full period (%s), and record "
	    "it."), due, full);
}

const char *
mend_short(const struct saying *t)
{
	const char	*full = full_period(t);

	full = full == NULL ? _("all of it") : full;
	if (!day_is(t->f->due))
		return arena_printf(t->a, _("Post it again at once and leave "
		    "it up without a gap (%s)."), full);
	return arena_printf(t->a, _("Post it again for its full period "
	    "without a gap (%s), from the day it goes up; what comes next "
	    "waits until then."), full);
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
	if (t->f->follower < 0)
		return day_is(t->f->actual) ?
		    _("Check the days recorded; if they are right, put the "
		    "reason for the delay on file with the result of the "
		    "objection.") :
		    _("Resolve the objection at once, answer whoever raised "
		    "it, and record the day and the outcome.");
	return day_is(t->f->actual) ?
	    _("Report upward why it went ahead; put the result of the "
	    "objection on file with it.") :
	    _("Stop what comes next, resolve the objection at once, answer "
	    "whoever raised it, and record the day and the outcome.");
}

const char *
mend_conflict(const struct saying *t)
{
	const struct limit	*l = pushing(t, &t->f->because);

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
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return arena_printf(t->a, _("Have %s look into the objection, or "
	    "correct the record."), r->objections.handler);
}

static const char *
joined(const struct saying *t, const char *list, const char *one)
{
	return *list == '\0' ? one : arena_printf(t->a, _("%s %s"), list, one);
}

const char *
mend_medium(const struct saying *t)
{
	const char	*s = "", *items = lacking_items(t);
	const char	*times = lacking_times(t);

	if (t->f->lacks != NULL && t->f->lacks->no_run)
		s = arena_printf(t->a, _("Post it in a medium that the rule "
		    "accepts (%s), for its full period, and record it."),
		    accepted_media(t));
	if (*items != '\0')
		s = joined(t, s, arena_printf(t->a, _("Post it in %s too and "
		    "record it; if it was posted there, record the day."),
		    items));
	if (*times != '\0')
		s = joined(t, s, arena_printf(t->a, _("Record each posting "
		    "that is not in the sheet; if there were too few, post "
		    "what lacks (%s) and put the reason on file."), times));
	return s;
}

const char *
mend_content(const struct saying *t)
{
	const char	*s = "", *items = lacking_items(t);

	if (*items != '\0')
		s = arena_printf(t->a, _("Add %s to the text, post it again "
		    "and record what it shows; if it was there, record that."),
		    items);
	if (t->f->lacks != NULL && t->f->lacks->unproved)
		s = joined(t, s, _("Keep a photograph or a printout that "
		    "shows where and when it hung, and name it in the sheet "
		    "(佐证, evidence)."));
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

const char *
message_remedy(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const struct code_words	*w = code_words(f->code);
	const char		*own;
	struct saying		 t;

	if (f->plan == NULL)
		return _("Check the division and the days of the case; if they "
		    "are right, have a rule made that covers them.");
	own = said_by_rule(f);
	if (own != NULL)
		return own;
	t = saying_of(a, f, names);
	return w->mend == NULL ? text_in(w->remedy) : w->mend(&t);
}
