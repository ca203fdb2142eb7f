/*
 * What comes next at a slot that is not posted.
 */
#include "base/text.h"
#include "words/saying.h"

/* Of a step's slots those that are no fact yet. */
static const char *
awaited_slot(struct arena *a, const struct plan *p, const struct bound *b)
{
	int			 i, step = b->point.index - p->proc->nevents;
	const struct slot	*s;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (!s->posted)
			return point_title(a, p->proc, b->point.index);
		if (s->endless && b->point.edge == EDGE_CLOSES)
			return arena_printf(a, _("the end of %s"),
			    point_title(a, p->proc, b->point.index));
	}
	return NULL;
}

/*
 * The first thing that a point must follow and that is no fact, in the place
 * of what does not apply what that must follow itself; NULL: there is none.
 */
static const char *
awaited(struct arena *a, const struct plan *p, int point)
{
	const struct ties	*t = &p->proc->ties[point];
	const char		*what = NULL;
	int			 i, index;

	for (i = 0; i < t->nfollows && what == NULL; i++) {
		index = t->follows[i]->point.index;
		if (!bound_asks(p, point, t->follows[i]))
			continue;
		if (!p->proc->plain && !p->applies[index])
			what = awaited(a, p, index);
		else if (index >= p->proc->nevents)
			what = awaited_slot(a, p, t->follows[i]);
		else if (p->events[index].n == 0)
			what = point_title(a, p->proc, index);
	}
	return what;
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
	    latest) : r->held ? arena_printf(a, _("%s; its clock is stopped"),
	    from) : from;
}

/* An objection was upheld: what was posted before counts no more. */
static const char *
anew(struct arena *a, const struct slot *s, const char *next)
{
	return s->round == 0 || s->posted ? next : arena_printf(a,
	    _("begins anew, for an objection was upheld on %s; %s"),
	    day_words(a, s->begins), next);
}

/* Whose day it was from which on nothing more is owed. */
static const char *
ended_by(struct arena *a, const struct plan *p)
{
	int	i;

	for (i = 0; i < p->proc->nevents; i++)
		if (p->proc->events[i].ends && p->events[i].n > 0 &&
		    day_cmp(p->events[i].day, p->ending.day) == 0)
			return arena_printf(a, _("nothing more is owed since "
			    "%s on %s"), point_title(a, p->proc, i),
			    day_words(a, p->ending.day));
	return _("nothing more is owed");
}

static const char *
next_waiting(struct arena *a, const struct plan *p, const struct slot *s,
    struct day today)
{
	const struct room	*r = s->room;
	const char		*what = awaited(a, p, p->proc->nevents +
				    s->step);
	const char		*wait = arena_printf(a, _("waits for %s"),
				    what != NULL ? what :
				    _("what comes before"));

	/* A forecast that today has passed says nothing any more. */
	if (day_is(r->earliest) && !(r->forecast &&
	    day_cmp(r->earliest, today) < 0))
		wait = arena_printf(a, _("%s; %s"), wait, next_from(a, r));
	return next_by(a, r, today, wait);
}

static const char *
next_overdue(struct arena *a, const struct slot *s)
{
	struct day	latest = s->owed->latest.day;

	return day_is(latest) ? arena_printf(a, s->round > 0 ?
	    _("%s was the last day to post it anew: post it at once") :
	    _("%s was the last day for it: post it at once"),
	    day_words(a, latest)) : _("post it at once");
}

/* One that stands, or will, and has no last day to be told. */
const char *
message_endless(struct arena *a, const struct plan *p, const struct slot *s)
{
	const struct period_part	*part = plan_part(p, s, s->opens,
					    false);

	if (part == NULL || part->kind != PART_UNTIL)
		return _("leave it up: it stands permanently");
	return arena_printf(a, _("leave it up (%s): that has no day yet"),
	    part_words(a, p->proc, part, false));
}

const char *
message_next(struct arena *a, const struct plan *all, int i, enum state state,
    struct day today)
{
	const struct slot	*s = &all->slots[i];
	const struct room	*r = s->room;

	switch (state) {
	case STATE_ENDED:
		return ended_by(a, all);
	case STATE_OVERDUE:
		return next_overdue(a, s);
	case STATE_CONFLICT:
		return arena_printf(a, _("cannot go up before %s, and %s would "
		    "have been the last day: move what follows, or ask now"),
		    day_words(a, day_max(today, r->earliest)),
		    day_words(a, s->owed->latest.day));
	case STATE_UNKNOWN:
		return _("its days cannot be told: the holiday calendar is not "
		    "settled so far ahead");
	case STATE_WAITING:
		return anew(a, s, next_waiting(a, all, s, today));
	case STATE_READY:
	case STATE_UPCOMING:
	case STATE_DONE:
	case STATE_STANDING:
	case STATE_BROKEN:
	case STATES:
		break;
	}
	return anew(a, s, next_by(a, r, today, next_from(a, r)));
}
