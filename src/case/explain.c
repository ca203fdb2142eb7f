#include "case/explain.h"

/*
 * Slots that share a room share its reasons, kept at the first of them: their
 * days off are the same, and each is told as its own.
 */
static const struct sum *
own_sum(struct arena *arena, const struct sum *s, const char *at)
{
	struct sum	*own;

	if (s == NULL)
		return NULL;
	own = arena_alloc(arena, sizeof(*own));
	*own = *s;
	own->division = at;
	own->more = own_sum(arena, s->more, at);
	return own;
}

static const struct reason *
own(struct arena *arena, const struct account *a, const struct reason *r)
{
	struct reason	*own;

	if (r == NULL || a->slot == NULL || r->self_at == a->division)
		return r;
	own = arena_alloc(arena, sizeof(*own));
	*own = *r;
	own->self_at = a->division;
	if (r->kind == REASON_AHEAD)
		own->window = own_sum(arena, r->window, a->division);
	else
		own->count = own_sum(arena, r->count, a->division);
	return own;
}

/* ---- what must come before, a need for each bound */

static int
count_of(const struct reason *r, const struct bound *b)
{
	int	n = 0;

	for (; r != NULL; r = r->more)
		n += r->bound == b;
	return n;
}

static void
add_needs(struct arena *arena, struct account *a)
{
	const struct reason	*r;
	const struct bound	*b;
	struct need		*list, *need;
	int			 i, n;

	b = point_bounds(a->plan->proc, a->point, &n);
	a->needs = list = arena_array(arena, (size_t)n + 1, sizeof(*list));
	for (i = 0; i < n; i++) {
		if (!bound_follows(&b[i]))
			continue;
		need = &list[a->nneeds++];
		need->bound = &b[i];
		need->sets = a->room->from.bound == &b[i];
		need->of = arena_array(arena, (size_t)count_of(
		    a->room->needs, &b[i]) + 1, sizeof(*need->of));
		for (r = a->room->needs; r != NULL; r = r->more)
			if (r->bound == &b[i])
				need->of[need->n++] = own(arena, a, r);
		need->left_out = need->n == 0;
	}
}

static void
add_deadlines(struct arena *arena, struct account *a)
{
	const struct reason	*r;
	int			 n = 0;

	for (r = a->room->dues; r != NULL; r = r->more)
		n++;
	a->due = arena_array(arena, (size_t)n + 1, sizeof(*a->due));
	for (r = a->room->dues; r != NULL; r = r->more)
		a->due[a->ndue++] = own(arena, a, r);
}

static void
fill(struct arena *arena, struct account *a)
{
	const struct room	*r = a->room;

	add_needs(arena, a);
	add_deadlines(arena, a);
	a->earliest = day_is(r->from.day) ? own(arena, a, r->from.why) :
	    NULL;
	if (day_is(r->allowed.day) && (!day_is(r->from.day) ||
	    day_cmp(r->allowed.day, r->from.day) != 0))
		a->allowed = own(arena, a, r->allowed.why);
	a->latest = own(arena, a, r->latest.why);
	a->advised = own(arena, a, r->advised.why);
}

/* ---- the periods of a slot */

static const struct sum *
window(struct arena *arena, const struct plan *p, const struct slot *s,
    bool planned)
{
	struct day			 opens = s->posted ? s->opens :
					    s->room->earliest;
	const struct period_part	*part;

	if (!s->lasts || !day_is(opens))
		return NULL;
	part = plan_part(p, s, opens, planned);
	return part == NULL || part->kind != PART_LASTS ? NULL :
	    sum_from(arena, planned ? part->planned : part->judged, opens,
	    p->calendars, s->division);
}

static void
add_runs(struct arena *arena, struct account *a)
{
	const struct slot	*s = a->slot;
	struct run_account	*list, *r;
	struct posted_run	 run;
	size_t			 i = 0;

	a->runs = list = arena_array(arena, s->n + 1, sizeof(*list));
	while (i < s->n) {
		run = plan_run(a->plan, s, &i);
		if (run.postings == 0)
			break;
		r = &list[a->nruns++];
		*r = (struct run_account){ .from = run.from, .to = run.to,
		    .judged = plan_closes(a->plan, s, run.from, false, NULL),
		    .postings = run.postings,
		    .enough = run_is_whole(a->plan, s, run),
		    .early = run_is_early(a->plan, s, run),
		    .stands = s->posted && day_cmp(run.from, s->opens) == 0 };
	}
}

const struct account *
explain_slot(struct arena *arena, const struct plan *p, int slot)
{
	struct account		*a = arena_alloc(arena, sizeof(*a));
	const struct slot	*s = &p->slots[slot];

	a->plan = p;
	a->point = p->proc->nevents + s->step;
	a->slot = s;
	a->room = s->room;
	a->division = s->division;
	fill(arena, a);
	a->judged = window(arena, p, s, false);
	a->planned = window(arena, p, s, true);
	add_runs(arena, a);
	return a;
}

const struct account *
explain_event(struct arena *arena, const struct plan *p, int event)
{
	struct account	*a = arena_alloc(arena, sizeof(*a));

	a->plan = p;
	a->point = event;
	a->event = &p->events[event];
	a->room = a->event->room;
	a->division = p->matter->division;
	fill(arena, a);
	return a;
}
