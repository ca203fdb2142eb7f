/*
 * What comes next at a slot that is not posted.
 */
#include "base/text.h"
#include "words/saying.h"

/* The first thing that a step must follow and that is not a fact. */
static const char *
awaited(struct arena *a, const struct plan *p, int step)
{
	const struct step_rule	*r = &p->proc->steps[step];
	int			 i, k, index, s;

	for (i = 0; i < r->nbounds; i++) {
		if (!bound_follows(&r->bounds[i]))
			continue;
		index = r->bounds[i].point.index;
		s = index - p->proc->nevents;
		if (s < 0 && p->events[index].n == 0)
			return point_title(a, p->proc, index);
		for (k = s < 0 ? 0 : p->first[s]; s >= 0 &&
		    k < p->first[s + 1]; k++)
			if (!p->slots[k].posted)
				return point_title(a, p->proc, index);
	}
	return _("what comes before");
}

/* "may go up from 2020-09-10 on", with a ~ before a forecast */
static const char *
next_from(struct arena *a, const struct room *r)
{
	if (!day_is(r->earliest))
		return _("may go up at any time");
	return arena_printf(a, _("may go up from %s%s on"),
	    r->forecast ? "~" : "", day_words(a, r->earliest));
}

/* Behind it, by when; the advised day only while it is not past. */
static const char *
next_by(struct arena *a, const struct room *r, struct day today,
    const char *from)
{
	bool		has = day_is(r->latest.day);
	const char	*latest = day_words(a, r->latest.day);

	if (day_is(r->advised.day) && day_cmp(r->advised.day, today) >= 0 &&
	    !(has && day_cmp(r->advised.day, r->latest.day) == 0)) {
		from = arena_printf(a, _("%s, best by %s"), from,
		    day_words(a, r->advised.day));
		return has ? arena_printf(a, _("%s, at the latest on %s"),
		    from, latest) : from;
	}
	return has ? arena_printf(a, _("%s, at the latest on %s"), from,
	    latest) : from;
}

const char *
message_next(struct arena *a, const struct plan *all, int i, enum state state,
    struct day today)
{
	const struct slot	*s = &all->slots[i];
	const struct room	*r = s->room;
	const char		*wait;

	switch (state) {
	case STATE_OVERDUE:
		return day_is(r->latest.day) ? arena_printf(a,
		    _("%s was the last day for it: post it at once"),
		    day_words(a, r->latest.day)) :
		    _("post it at once");
	case STATE_CONFLICT:
		return arena_printf(a, _("cannot go up before %s, and %s would "
		    "have been the last day: move what follows, or ask now"),
		    day_words(a, day_max(today, r->earliest)),
		    day_words(a, r->latest.day));
	case STATE_UNKNOWN:
		return _("its days cannot be told: the holiday calendar is not "
		    "settled so far ahead");
	case STATE_WAITING:
		wait = arena_printf(a, _("waits for %s"),
		    awaited(a, all, s->step));
		/* A forecast that today has passed says nothing any more. */
		return next_by(a, r, today, !day_is(r->earliest) ||
		    (r->forecast && day_cmp(r->earliest, today) < 0) ? wait :
		    arena_printf(a, _("%s; %s"), wait, next_from(a, r)));
	case STATE_READY:
	case STATE_UPCOMING:
	case STATE_ENDED:
	case STATE_DONE:
	case STATE_STANDING:
	case STATE_BROKEN:
	case STATES:
		break;
	}
	return next_by(a, r, today, next_from(a, r));
}
