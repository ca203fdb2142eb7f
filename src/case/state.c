/*
 * States, and what a plan leaves out.
 */
#include "case/solve.h"

/* ---- the end: what nobody owes any more */

static bool
cuts(const struct plan *now, int point)
{
	return now->cuts && !now->ending.behind[point];
}

bool
event_ended(const struct plan *now, int i)
{
	struct day	due = now->events[i].owed->due.day;

	return cuts(now, i) && (!day_is(due) ||
	    day_cmp(due, now->ending.day) >= 0);
}

/* A run that began by the end reaches it, and was not over before. */
static bool
stood_to(const struct slot *s, struct day end)
{
	return day_cmp(s->opens, end) <= 0 &&
	    (!day_is(s->ends) || day_cmp(s->ends, end) >= 0) &&
	    (!day_is(s->judged) || day_cmp(s->judged, end) >= 0);
}

bool
slot_ended(const struct plan *all, const struct plan *now, int i)
{
	const struct slot	*s = &all->slots[i], *n = &now->slots[i];
	struct day		 end = now->ending.day;

	if (!s->applies)
		s = n;		/* what is to come has not kept it away yet */
	if (!cuts(now, now->proc->nevents + s->step))
		return false;
	if (s->posted)
		return stood_to(s, end);
	return !n->applies || !day_is(n->owed->latest.day) ||
	    day_cmp(n->owed->latest.day, end) >= 0;
}

/* ---- states */

static enum state
posted_state(const struct slot *s, struct clock *c)
{
	if (s->endless) {
		if (!clock_came(c, s->opens))
			return STATE_UPCOMING;
		return day_is(s->ends) && clock_past(c, s->ends) ?
		    STATE_BROKEN : STATE_STANDING;
	}
	if (s->judged_unknown)
		return STATE_UNKNOWN;
	if (day_is(s->ends) && day_cmp(s->ends, s->judged) < 0)
		return STATE_BROKEN;
	if (!clock_came(c, s->opens))
		return STATE_UPCOMING;
	return clock_past(c, s->judged) ? STATE_DONE : STATE_STANDING;
}

/* There is no day left that is not before the first and not after the last. */
static bool
is_conflict(const struct room *r, struct day earliest, struct clock *c)
{
	struct day	latest = r->latest.day;

	if (!day_is(latest))
		return false;
	return clock_past(c, latest) || (day_is(earliest) &&
	    day_cmp(earliest, latest) > 0);
}

enum state
plan_state_by(const struct plan *all, const struct plan *now, int i,
    struct clock *c)
{
	const struct slot	*s = &all->slots[i], *n = &now->slots[i];
	const struct room	*r = s->room, *owed = s->owed;

	if (now->cuts && slot_ended(all, now, i))
		return STATE_ENDED;
	if (s->posted)
		return posted_state(s, c);
	if (n->applies && !n->posted && day_is(n->owed->latest.day) &&
	    clock_past(c, n->owed->latest.day))
		return STATE_OVERDUE;
	if (is_conflict(owed, r->earliest, c))
		return STATE_CONFLICT;
	if (owed->unknown || (day_is(owed->brink.day) &&
	    clock_past(c, owed->brink.day)))
		return STATE_UNKNOWN;
	if (r->waiting)
		return STATE_WAITING;
	if (day_is(r->earliest) && !clock_came(c, r->earliest))
		return STATE_UPCOMING;
	return STATE_READY;
}

enum state
plan_state(const struct plan *all, const struct plan *now, int i,
    struct day today)
{
	struct clock	c = { today, DAY_NONE };

	return plan_state_by(all, now, i, &c);
}

const char *
state_name(enum state s)
{
	static const char *const	names[STATES] = {
		[STATE_ENDED] = "ended", [STATE_DONE] = "done",
		[STATE_STANDING] = "standing",
		[STATE_BROKEN] = "broken", [STATE_READY] = "ready",
		[STATE_UPCOMING] = "upcoming", [STATE_WAITING] = "waiting",
		[STATE_OVERDUE] = "overdue", [STATE_CONFLICT] = "conflict",
		[STATE_UNKNOWN] = "unknown",
	};

	return names[s];
}

/* ---- what is left out */

static bool
is_held(const struct plan *all, const struct plan *now, int i)
{
	const struct slot	*s = &all->slots[i];

	return s->applies && !s->posted && s->round == 0 && s->room->held &&
	    !slot_ended(all, now, i);
}

static void
leave_step(const struct plan *all, const struct plan *now, int step,
    const char *top, struct leftout *out)
{
	int	i, trait = plan_exempt(all, step);

	for (i = all->first[step]; i < all->first[step + 1]; i++) {
		if (!division_within(all->slots[i].division, top))
			continue;
		if (trait >= 0)
			out->exempt[trait]++;
		out->paused += is_held(all, now, i);
	}
}

void
plan_left_out(const struct plan *all, const struct plan *now,
    const char *top, struct leftout *out)
{
	const struct procedure	*r = all->proc;
	int			 i;

	if (r->plain && !all->held)
		return;
	for (i = 0; i < r->nsteps; i++)
		leave_step(all, now, i, top, out);
	if (!division_within(all->matter->division, top))
		return;
	for (i = 0; i < r->nevents; i++)
		if (all->events[i].applies && all->events[i].n == 0 &&
		    !r->events[i].optional && all->events[i].room->held &&
		    !event_ended(now, i))
			out->paused++;
}
