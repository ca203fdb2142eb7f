/*
 * What to do about a finding, one sentence a code.
 */
#include "base/text.h"
#include "words/saying.h"

/* "at least 7 days, the first day not counted", or NULL: no period. */
static const char *
full_period(const struct saying *t)
{
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return r->lasts ? lasts_words(t->a, r->planned) : NULL;
}

static const char *
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

static const char *
mend_late(const struct saying *t)
{
	return t->f->step < 0 ?
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file.") :
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file and leave the notice up for its full period.");
}

static const char *
mend_early(const struct saying *t)
{
	const char	*full = full_period(t);
	const char	*due = day_words(t->a, t->f->due);

	return full == NULL ? arena_printf(t->a, _("Post it again, on %s or "
	    "later, and record it."), due) : arena_printf(t->a, _("Post it "
	    "again, on %s or later, for its full period (%s), and record "
	    "it."), due, full);
}

static const char *
mend_short(const struct saying *t)
{
	return arena_printf(t->a, _("Post it again for its full period "
	    "without a gap (%s), from the day it goes up; what comes next "
	    "waits until then."), lasts_words(t->a,
	    t->proc->steps[t->f->step].planned));
}

static const char *
mend_order(const struct saying *t)
{
	return arena_printf(t->a, _("Check the days recorded; if they are "
	    "right, report upward and do it again in order, on %s or later."),
	    day_words(t->a, t->f->due));
}

static const char *
mend_gate(const struct saying *t)
{
	if (day_is(t->f->due))
		return arena_printf(t->a, _("Report upward; check the days "
		    "recorded, and let nothing further be accepted or paid "
		    "before %s."), day_words(t->a, t->f->due));
	return _("Report upward; accept and pay nothing further until what is "
	    "missing has been posted in full.");
}

static const char *
mend_objection(const struct saying *t)
{
	return day_is(t->f->actual) ?
	    _("Report upward why it went ahead; put the result of the "
	    "objection on file with it.") :
	    _("Stop what comes next, resolve the objection at once, answer "
	    "whoever raised it, and record the day and the outcome.");
}

static const char *
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

static const char *
mend_unknown(const struct saying *t)
{
	(void)t;
	return _("Put in the holiday calendar of the coming year as soon as "
	    "its notice is out; until then post early and take down late.");
}

static const char *
mend_tight(const struct saying *t)
{
	return arena_printf(t->a, _("Leave it up %s more, through %s."),
	    days_words(t->a, t->f->days), day_words(t->a, t->f->due));
}

static const char *
mend_unrecorded(const struct saying *t)
{
	return arena_printf(t->a, _("Record the day of %s; if it has not taken "
	    "place, post again after it."), event_title(t->a, t->proc,
	    t->f->event));
}

static const char *
mend_medium(const struct saying *t)
{
	(void)t;
	return _("Post it in the media that the rule names, for its full "
	    "period, and record each.");
}

static const char *
mend_content(const struct saying *t)
{
	(void)t;
	return _("Complete the text and post it again; record what it holds.");
}

static const char *
mend_review(const struct saying *t)
{
	(void)t;
	return _("Have it reviewed now, take it down if the review asks for "
	    "it, and record the day of the review.");
}

static const char *
mend_privacy(const struct saying *t)
{
	(void)t;
	return _("Cover the number at once, in print and on the web, and put "
	    "up the covered text for the rest of the period.");
}

static const char *
mend_handler(const struct saying *t)
{
	return arena_printf(t->a, _("Have %s look into the objection, or "
	    "correct the record."), t->proc->steps[t->f->step].handler);
}

static const char *
mend_double(const struct saying *t)
{
	(void)t;
	return _("If it is one posting, take the row that is wrong back (作废, "
	    "void); if there were two, record the last day of the one without "
	    "(截止日期).");
}

static const char *
mend_uncovered(const struct saying *t)
{
	(void)t;
	return _("If the case concerns this division, import the case's row "
	    "again and name all its places in the column 涉及区划 (places), "
	    "this one too; if not, name there the places that it does "
	    "concern.");
}

static const char	*(*const mend[CODES])(const struct saying *) = {
	[CODE_MISSING] = mend_missing, [CODE_LATE] = mend_late,
	[CODE_EARLY] = mend_early, [CODE_SHORT] = mend_short,
	[CODE_ORDER] = mend_order, [CODE_GATE] = mend_gate,
	[CODE_OBJECTION] = mend_objection, [CODE_CONFLICT] = mend_conflict,
	[CODE_UNKNOWN] = mend_unknown, [CODE_TIGHT] = mend_tight,
	[CODE_UNRECORDED] = mend_unrecorded, [CODE_MEDIUM] = mend_medium,
	[CODE_CONTENT] = mend_content, [CODE_REVIEW] = mend_review,
	[CODE_PRIVACY] = mend_privacy, [CODE_HANDLER] = mend_handler,
	[CODE_DOUBLE] = mend_double, [CODE_UNCOVERED] = mend_uncovered,
};

const char *
message_remedy(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct saying	t;

	if (f->plan == NULL)
		return _("Check the division and the days of the case; if they "
		    "are right, have a rule made that covers them.");
	t = saying_of(a, f, names);
	return mend[f->code](&t);
}
