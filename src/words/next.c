/*
 * What comes next at a slot that is not posted.
 */
#include "base/text.h"
#include "words/saying.h"

/* Of a step's slots those that are no fact yet. */
static struct told
awaited_slot(struct arena *a, const struct plan *p, const struct bound *b)
{
	int			 i, step = b->point.index - p->proc->nevents;
	const struct slot	*s;

	for (i = p->first[step]; i < p->first[step + 1]; i++) {
		s = &p->slots[i];
		if (!s->posted)
			return point_told(a, p->proc, b->point.index);
		if (s->endless && b->point.edge == EDGE_CLOSES)
			return TELL(a, N_("the end of %s"),
			    point_told(a, p->proc, b->point.index));
	}
	return TOLD_NOTHING;
}

/*
 * The first thing that a point must follow and that is no fact, in the place
 * of what does not apply what that must follow itself; NULL: there is none.
 */
static struct told
awaited(struct arena *a, const struct plan *p, int point)
{
	const struct ties	*t = &p->proc->ties[point];
	struct told		 what = TOLD_NOTHING;
	int			 i, index;

	for (i = 0; i < t->nfollows && !told_is(what); i++) {
		index = t->follows[i]->point.index;
		if (!bound_asks(p, point, t->follows[i]))
			continue;
		if (!p->proc->plain && !p->applies[index])
			what = awaited(a, p, index);
		else if (index >= p->proc->nevents)
			what = awaited_slot(a, p, t->follows[i]);
		else if (p->events[index].n == 0)
			what = point_told(a, p->proc, index);
	}
	return what;
}

/* "may go up from 2020-09-10 on", with a ~ before a forecast */
static struct told
next_from(struct arena *a, const struct room *r)
{
	if (!day_is(r->earliest))
		return told_words(N_("may go up at any time"));
	return TELL(a, N_("may go up from %s%s on"),
	    told_text(r->forecast ? "~" : ""), told_day(r->earliest));
}

/* Behind it, by when; the advised day only while it is not past. */
static struct told
next_by(struct arena *a, const struct room *r, struct day today,
    struct told from)
{
	bool		has = day_is(r->latest.day);
	struct told	latest = told_day(r->latest.day);

	if (day_is(r->advised.day) && day_cmp(r->advised.day, today) >= 0 &&
	    !(has && day_cmp(r->advised.day, r->latest.day) == 0)) {
		from = TELL(a, N_("%s, best by %s"), from,
		    told_day(r->advised.day));
		return has ? TELL(a, N_("%s, at the latest on %s"),
		    from, latest) : from;
	}
	return has ? TELL(a, N_("%s, at the latest on %s"), from,
	    latest) : r->held ? TELL(a, N_("%s; its clock is stopped"),
	    from) : from;
}

/* An objection was upheld: what was posted before counts no more. */
static struct told
anew(struct arena *a, const struct slot *s, struct told next)
{
	return s->round == 0 || s->posted ? next : TELL(a, N_("begins anew, "
	    "for an objection was upheld on %s; %s"),
	    told_day(s->begins), next);
}

/* Whose day it was from which on nothing more is owed. */
static struct told
ended_by(struct arena *a, const struct plan *p)
{
	int	i;

	for (i = 0; i < p->proc->nevents; i++)
		if (p->proc->events[i].ends && p->events[i].n > 0 &&
		    day_cmp(p->events[i].day, p->ending.day) == 0)
			return TELL(a, N_("nothing more is owed since "
			    "%s on %s"), point_told(a, p->proc, i),
			    told_day(p->ending.day));
	return told_words(N_("nothing more is owed"));
}

static struct told
next_waiting(struct arena *a, const struct plan *p, const struct slot *s,
    struct day today)
{
	const struct room	*r = s->room;
	struct told		 what = awaited(a, p, p->proc->nevents +
				    s->step);
	struct told		 wait = TELL(a, N_("waits for %s"),
				    told_is(what) ? what :
				    told_words(N_("what comes before")));

	/* A forecast that today has passed says nothing any more. */
	if (day_is(r->earliest) && !(r->forecast &&
	    day_cmp(r->earliest, today) < 0))
		wait = TELL(a, N_("%s; %s"), wait, next_from(a, r));
	return next_by(a, r, today, wait);
}

static struct told
next_overdue(struct arena *a, const struct slot *s)
{
	struct day	latest = s->owed->latest.day;

	return day_is(latest) ? TELL(a, s->round > 0 ?
	    N_("%s was the last day to post it anew: post it at once") :
	    N_("%s was the last day for it: post it at once"),
	    told_day(latest)) : told_words(N_("post it at once"));
}

/* One that stands, or will, and has no last day to be told. */
struct told
message_endless(struct arena *a, const struct plan *p, const struct slot *s)
{
	const struct period_part	*part = plan_part(p, s, s->opens,
					    false);

	if (part == NULL || part->kind != PART_UNTIL)
		return told_words(N_("leave it up: it stands permanently"));
	return TELL(a, N_("leave it up (%s): that has no day yet"),
	    part_told(a, p->proc, part, false));
}

struct told
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
		return TELL(a, N_("cannot go up before %s, and %s would "
		    "have been the last day: move what follows, or ask now"),
		    told_day(day_max(today, r->earliest)),
		    told_day(s->owed->latest.day));
	case STATE_UNKNOWN:
		return told_words(N_("its days cannot be told: the holiday "
		    "calendar is not "
		    "settled so far ahead"));
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
