#include "case/wake.h"

struct alarm {
	struct day	today;
	struct day	next;
};

/* Something is another from this day on. */
static void
from(struct alarm *a, struct day d)
{
	if (day_is(d) && day_cmp(d, a->today) > 0)
		a->next = day_min(a->next, d);
}

/* Something holds through this day, and no longer. */
static void
after(struct alarm *a, struct day d)
{
	from(a, day_add(d, 1));
}

/* What is scheduled is left out until its day has come. */
static void
facts(struct alarm *a, const struct matter *m)
{
	size_t	i;

	for (i = 0; i < m->nevents; i++)
		from(a, m->events[i].day);
	for (i = 0; i < m->npostings; i++)
		from(a, m->postings[i].posted);
	for (i = 0; i < m->nobjections; i++) {
		from(a, m->objections[i].received);
		from(a, m->objections[i].resolved);
	}
}

static void
posted(struct alarm *a, const struct slot *s)
{
	from(a, s->opens);
	after(a, s->judged);
	after(a, s->planned);
}

static void
unposted(struct alarm *a, const struct room *r)
{
	after(a, r->latest.day);
	after(a, r->brink.day);
}

/* That there is no time left is said anew each day, by so many days. */
static void
conflict(struct alarm *a, const struct room *r)
{
	if (day_is(r->earliest) && day_cmp(a->today, r->earliest) < 0)
		after(a, r->earliest);
	else
		after(a, a->today);
}

struct day
wake(const struct plan *all, const struct plan *now, struct day today)
{
	struct alarm		 a = { today, DAY_NONE };
	const struct slot	*s;
	int			 i;

	facts(&a, all->matter);
	for (i = 0; i < all->nslots; i++) {
		s = &all->slots[i];
		if (s->posted)
			posted(&a, s);
		else {
			unposted(&a, &s->room);
			from(&a, s->room.earliest);
		}
		if (plan_state(all, now, i, today) == STATE_CONFLICT)
			conflict(&a, &s->room);
		s = &now->slots[i];
		if (s->posted)
			posted(&a, s);
		else
			unposted(&a, &s->room);
	}
	for (i = 0; i < now->proc->nevents; i++)
		if (now->events[i].n == 0)
			after(&a, now->events[i].room.due.day);
	return a.next;
}
