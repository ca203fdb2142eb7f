#include "alert/due.h"

#include <stdlib.h>
#include <string.h>

struct finding {
	struct arena		*arena;
	const struct state	*state;
	struct moment		 now;
	struct ring		*rings;
	size_t			 n;
	size_t			 cap;
};

/* Low for a window; a deadline is normal before its day, critical from it. */
static enum urgency
urgency_of(const struct event *e, struct day today)
{
	if (e->kind != EVENT_DEADLINE)
		return URGENCY_LOW;
	return day_cmp(today, e->last) < 0 ? URGENCY_NORMAL : URGENCY_CRITICAL;
}

struct day
due_day(const struct event *e)
{
	return e->kind == EVENT_TO_POST || e->kind == EVENT_PLAIN ? e->first :
	    e->last;
}

static bool
is_past(const struct event *e, struct day today)
{
	return e->status == EVENT_CONFIRMED && e->kind == EVENT_DEADLINE &&
	    day_cmp(e->last, today) < 0;
}

static const struct mark *
asked_again(const struct state *s, const char *uid)
{
	size_t	i;

	for (i = 0; i < s->nagain; i++)
		if (strcmp(s->again[i].name, uid) == 0)
			return &s->again[i];
	return NULL;
}

bool
due_matters(const struct event *e, const struct state *s, struct moment now)
{
	struct moment	since = state_earliest(s);
	size_t		i;

	if (e->status != EVENT_CONFIRMED)
		return false;
	for (i = 0; i < e->nalarms; i++)
		if (e->alarms[i].s > since.s &&
		    e->alarms[i].s <= now.s + DUE_AHEAD)
			return true;
	return is_past(e, moment_day(now)) || asked_again(s, e->uid) != NULL;
}

static void
add_ring(struct finding *f, const struct event *e, struct moment when)
{
	f->rings = arena_grow(f->arena, f->rings, f->n, &f->cap,
	    sizeof(*f->rings));
	f->rings[f->n++] = (struct ring){ e, when };
}

static void
find_rings(struct finding *f, const struct event *e)
{
	struct moment		 since = state_since(f->state, e->path);
	const struct mark	*again;
	size_t			 i, k, before = f->n;

	if (e->status != EVENT_CONFIRMED)
		return;
	for (i = 0; i < e->nalarms; i++) {
		for (k = 0; k < i && e->alarms[k].s != e->alarms[i].s; k++)
			continue;
		if (k == i && e->alarms[i].s > since.s &&
		    e->alarms[i].s <= f->now.s &&
		    !state_was_told(f->state, e->uid, e->alarms[i]))
			add_ring(f, e, e->alarms[i]);
	}
	again = asked_again(f->state, e->uid);
	if (again != NULL && again->when.s <= f->now.s && f->n == before)
		add_ring(f, e, again->when);
}

static int
by_time(const void *a, const void *b)
{
	const struct ring	*x = a, *y = b;

	if (x->when.s != y->when.s)
		return x->when.s < y->when.s ? -1 : 1;
	return strcmp(x->event->uid, y->event->uid);
}

/* For a digest: what presses most, then the nearest to come. */
static int
by_need(const void *a, const void *b)
{
	const struct ring	*x = a, *y = b;
	int			 c;

	if (x->event->kind != y->event->kind)
		return x->event->kind > y->event->kind ? -1 : 1;
	c = day_cmp(due_day(x->event), due_day(y->event));
	return c != 0 ? c : by_time(a, b);
}

/* What was missed last can be mended best. */
static int
by_latest(const void *a, const void *b)
{
	const struct ring	*x = a, *y = b;
	int			 c = day_cmp(y->event->last, x->event->last);

	return c != 0 ? c : by_time(a, b);
}

static void
sort_rings(struct finding *f, int (*order)(const void *, const void *))
{
	if (f->n > 1)
		qsort(f->rings, f->n, sizeof(*f->rings), order);
}

static void
add_alert(struct dues *d, const struct finding *f, enum alert_kind kind,
    size_t first, size_t n)
{
	struct alert	*t = &d->alerts[d->n++];
	enum urgency	 u;
	size_t		 i;

	*t = (struct alert){ .kind = kind, .when = f->now,
	    .uid = ALERT_DIGEST, .rings = f->rings + first, .n = n };
	if (kind == ALERT_PAST)
		t->urgency = URGENCY_CRITICAL;
	for (i = 0; i < n && kind != ALERT_PAST; i++) {
		u = urgency_of(t->rings[i].event, moment_day(f->now));
		if (u > t->urgency)
			t->urgency = u;
	}
	if (kind == ALERT_ONE) {
		t->when = t->rings[0].when;
		t->uid = t->rings[0].event->uid;
	}
}

static void
find_past(struct dues *d, struct finding *f, const struct event *events,
    size_t n)
{
	struct moment	day = moment_make(moment_day(f->now), 0);
	size_t		i;

	f->rings = NULL;
	f->n = f->cap = 0;
	if (state_was_told(f->state, ALERT_DIGEST, day))
		return;
	for (i = 0; i < n; i++)
		if (is_past(&events[i], moment_day(f->now)))
			add_ring(f, &events[i], f->now);
	sort_rings(f, by_latest);
	if (f->n > 0)
		add_alert(d, f, ALERT_PAST, 0, f->n);
}

struct dues
due_find(struct arena *a, const struct event *events, size_t n,
    const struct state *s, struct moment now, bool past)
{
	struct finding	f = { .arena = a, .state = s, .now = now };
	struct dues	d = { 0 };
	size_t		i;

	d.alerts = arena_array(a, DUE_BUBBLES + 1, sizeof(*d.alerts));
	for (i = 0; i < n; i++)
		find_rings(&f, &events[i]);
	if (f.n > DUE_BUBBLES) {
		sort_rings(&f, by_need);
		add_alert(&d, &f, ALERT_MANY, 0, f.n);
	} else {
		sort_rings(&f, by_time);
		for (i = 0; i < f.n; i++)
			add_alert(&d, &f, ALERT_ONE, i, 1);
	}
	if (past)
		find_past(&d, &f, events, n);
	return d;
}

struct moment
due_next(const struct event *events, size_t n, struct moment now)
{
	struct moment	next = now;
	size_t		i, k;

	next.s += DUE_AHEAD - (now.s % DUE_AHEAD + DUE_AHEAD) % DUE_AHEAD;
	for (i = 0; i < n; i++)
		for (k = 0; k < events[i].nalarms; k++)
			if (events[i].alarms[k].s > now.s &&
			    events[i].alarms[k].s < next.s)
				next = events[i].alarms[k];
	return next;
}

void
due_told(struct state *s, const struct alert *t, struct moment now)
{
	const struct mark	*again;
	size_t			 i;

	if (t->kind == ALERT_PAST) {
		state_tell(s, ALERT_DIGEST, moment_make(moment_day(now), 0));
		return;
	}
	for (i = 0; i < t->n; i++) {
		again = asked_again(s, t->rings[i].event->uid);
		if (again != NULL && again->when.s <= now.s)
			state_again(s, t->rings[i].event->uid, MOMENT_NONE);
		state_tell(s, t->rings[i].event->uid, t->rings[i].when);
	}
	state_settle(s);
}
