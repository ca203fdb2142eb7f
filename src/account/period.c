/*
 * How long a notice must stand: each part counted out, and which one counts.
 */
#include "account/explainer.h"
#include "base/text.h"
#include "words/parts.h"

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
		    ends, days_words(t->a, day_diff(s->ends, s->judged)));
	else if (!day_is(s->planned) || day_cmp(s->ends, s->planned) >= 0)
		words = arena_printf(t->a, _("shown through %s: enough, "
		    "however one counts"), ends);
	else
		words = arena_printf(t->a, _("shown through %s: enough by the "
		    "judged count, %s short of the safe one"), ends,
		    days_words(t->a, day_diff(s->ends, s->planned)));
	tell_line(t, IN, arena_printf(t->a, _("→ %s"), words));
}

static void
tell_count(struct explainer *t, const char *label, const struct sum *s)
{
	const char	*what = lasts_words(t->a, s->period);
	const char	*from = weekday_words(t->a, s->act);
	const char	*last = weekday_words(t->a, s->last);
	bool		 posted = t->of->slot->posted;

	if (!day_is(s->last))
		tell_head(t, label, arena_printf(t->a, posted ?
		    _("%s: opened on %s, the last day cannot be told yet") :
		    _("%s: if opened on %s, the last day cannot be told yet"),
		    what, from));
	else
		tell_head(t, label, arena_printf(t->a, posted ?
		    _("%s: opened on %s, the last day is %s") :
		    _("%s: if opened on %s, the last day is %s"), what, from,
		    last));
	if (t->full || posted)
		tell_sum(t, s, ROWS);
	if (!day_is(s->last))
		tell_unsettled(t, s->brink);
}

/* ---- one part, in days */

static void
tell_one(struct explainer *t, const struct sum *judged,
    const struct sum *planned)
{
	const struct slot	*s = t->of->slot;

	if (!s->posted && day_cmp(judged->act, t->l.today) < 0) {
		judged = sum_from(t->a, judged->period, t->l.today,
		    t->x->calendars, s->division);
		planned = sum_from(t->a, planned->period, t->l.today,
		    t->x->calendars, s->division);
	}
	tell_count(t, _("Window, judged"), judged);
	tell_stood(t);
	tell_count(t, _("Window, planned"), planned);
	if (t->full)
		tell_grid(t, judged, planned->last);
}

/* ---- several parts, or one that is no number of days */

static void
tell_until_event(struct explainer *t, const struct period_part *part)
{
	const struct plan	*p = t->of->plan;
	const struct event_plan	*e = &p->events[part->event];
	const char		*what = part_words(t->a, p->proc, part, false);
	const char		*who = event_title(t->a, p->proc, part->event);
	const struct sum	*s;

	if (e->n == 0) {
		tell_head(t, _("Window"), arena_printf(t->a, _("%s: %s has no "
		    "day yet"), what, who));
		return;
	}
	tell_head(t, _("Window"), arena_printf(t->a, _("%s: %s is recorded "
	    "on %s"), what, who, weekday_words(t->a, e->day)));
	if (part->after.n == 0)
		return;
	s = sum_from(t->a, part->after, e->day, t->x->calendars,
	    t->of->slot->division);
	tell_sum(t, s, ROWS);
	if (!day_is(s->last))
		tell_unsettled(t, s->brink);
}

static void
tell_part(struct explainer *t, const struct period_part *part,
    struct day opens)
{
	const char	*at = t->of->slot->division;

	switch (part->kind) {
	case PART_LASTS:
		tell_count(t, _("Window, judged"), sum_from(t->a, part->judged,
		    opens, t->x->calendars, at));
		tell_count(t, _("Window, planned"), sum_from(t->a,
		    part->planned, opens, t->x->calendars, at));
		break;
	case PART_UNTIL:
		tell_until_event(t, part);
		break;
	case PART_PERMANENT:
		tell_head(t, _("Window"), _("permanently: it has no last "
		    "day"));
		break;
	}
}

/* What all parts come to: the latest of theirs, or that one has none. */
static void
tell_whole(struct explainer *t, struct day opens)
{
	const struct plan		*p = t->of->plan;
	const struct slot		*s = t->of->slot;
	const struct period_part	*part = plan_part(p, s, opens, false);
	struct day			 brink, planned;
	struct day			 last = plan_closes(p, s, opens, false,
					    &brink);
	const char			*by = part == NULL ? "" : part_words(
					    t->a, p->proc, part, false);

	if (day_is(last)) {
		tell_line(t, IN, arena_printf(t->a, _("→ all of it is over on "
		    "%s, the latest of these: %s"), weekday_words(t->a, last),
		    by));
		planned = plan_closes(p, s, opens, true, NULL);
		if (day_is(planned) && day_cmp(planned, last) != 0)
			tell_line(t, IN, arena_printf(t->a, _("→ by the "
			    "planned count on %s"), weekday_words(t->a,
			    planned)));
	} else if (day_is(brink))
		tell_line(t, IN, arena_printf(t->a, _("→ its last day cannot "
		    "be told yet, but it is no earlier than %s"),
		    weekday_words(t->a, brink)));
	else
		tell_line(t, IN, arena_printf(t->a, _("→ it has no last day "
		    "yet: %s"), by));
}

static void
tell_several(struct explainer *t)
{
	const struct slot		*s = t->of->slot;
	const struct period_part	*part;
	struct day			 opens = s->posted ? s->opens :
					    s->room->earliest;
	int				 i;

	if (!day_is(opens) || (!s->posted && !t->full))
		return;
	if (!s->posted)
		opens = day_max(opens, t->l.today);
	for (i = 0; (part = plan_nth_part(t->of->plan, s, i)) != NULL; i++)
		tell_part(t, part, opens);
	tell_whole(t, opens);
	tell_stood(t);
	if (s->posted && s->endless && day_is(s->ends))
		tell_line(t, IN, arena_printf(t->a, _("→ shown through %s, and "
		    "its period is not over"), weekday_words(t->a, s->ends)));
}

/* Not posted, it opens on its first day, or today where that is past. */
void
tell_period(struct explainer *t)
{
	const struct account		*a = t->of;
	const struct period_part	*part = plan_nth_part(a->plan,
					    a->slot, 0);

	if (part == NULL)
		return;
	if (part->kind != PART_LASTS ||
	    plan_nth_part(a->plan, a->slot, 1) != NULL)
		tell_several(t);
	else if (a->judged != NULL && a->planned != NULL &&
	    (a->slot->posted || t->full))
		tell_one(t, a->judged, a->planned);
}
