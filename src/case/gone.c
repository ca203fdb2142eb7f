#include "case/gone.h"

#include <string.h>

#include "case/kept.h"

static const char *const	names[WHYS] = {
	[WHY_FIXED] = "", [WHY_CORRECTED] = "corrected",
	[WHY_RULES] = "rules", [WHY_CALENDARS] = "calendars",
	[WHY_PLACE] = "place", [WHY_ROUND] = "round",
	[WHY_UNKNOWN] = "unknown",
};

const char *
why_name(enum why w)
{
	return names[w];
}

bool
why_parse(const char *s, enum why *out)
{
	int	i;

	for (i = 0; i < WHYS; i++)
		if (strcmp(s, names[i]) == 0) {
			*out = (enum why)i;
			return true;
		}
	return false;
}

/* The finding, seen by the rules of now. */
struct trace {
	struct arena		*arena;
	const struct fate	*fate;
	const struct procedure	*proc;
	const struct kept	*kept;
	int			 step;		/* -1: none, or no more */
	int			 event;
	const struct slot	*slot;		/* or NULL */
};

static bool
is_of_objection(const struct kept *k)
{
	return k->code == CODE_OBJECTION || k->code == CODE_HANDLER;
}

/* ---- place: its slot or case is no more; an uncovered one never had any */

static bool
lost_place(const struct trace *t)
{
	const struct kept	*k = t->kept;

	if (k->step == NULL)
		return strcmp(k->at, t->fate->matter->division) != 0;
	return t->step < 0 || (t->slot == NULL && !is_of_objection(k) &&
	    k->code != CODE_UNCOVERED);
}

/* ---- unknown: whether it is there can no longer be said */

static bool
gates_unknown(const struct trace *t)
{
	const struct plan	*p = t->fate->now;
	const struct event_rule	*r = &t->proc->events[t->event];
	int			 i, k, step;

	for (i = 0; i < r->nbounds; i++) {
		step = r->bounds[i].point.index - t->proc->nevents;
		if (r->bounds[i].kind != BOUND_GATE || step < 0)
			continue;
		for (k = p->first[step]; k < p->first[step + 1]; k++)
			if (p->slots[k].posted && p->slots[k].judged_unknown)
				return true;
	}
	return false;
}

/* Its latest day, by its own deadlines or by what must follow it. */
static bool
latest_unknown(const struct room *r)
{
	return r->blind || day_is(r->brink.day);
}

static bool
event_unknown(const struct trace *t)
{
	const struct room	*r = t->fate->now->events[t->event].room;

	switch (t->kept->code) {
	case CODE_MISSING:
	case CODE_LATE:
		return day_is(r->brink.day);
	case CODE_ORDER:
		return r->unknown;
	case CODE_GATE:
		return r->unknown || gates_unknown(t);
	default:
		return false;
	}
}

static bool
slot_unknown(const struct trace *t)
{
	const struct slot	*s = t->slot;

	switch (t->kept->code) {
	case CODE_MISSING:
		return !s->posted && latest_unknown(s->room);
	case CODE_CONFLICT:
		return !s->posted && (s->room->unknown ||
		    latest_unknown(s->room));
	case CODE_LATE:
		return s->posted && day_is(s->room->brink.day);
	case CODE_EARLY:
		return s->posted && s->room->unknown;
	case CODE_SHORT:
		return s->posted && s->judged_unknown;
	default:
		return false;
	}
}

static bool
not_to_judge(const struct trace *t)
{
	if (t->kept->step != NULL)
		return t->slot != NULL && slot_unknown(t);
	return t->event >= 0 && event_unknown(t);
}

/* ---- calendars: days that it may have been reckoned by */

static bool
by_calendars(const struct trace *t)
{
	const struct kept	*k = t->kept;
	struct day		 first = matter_first_day(t->fate->matter);
	struct day		 last = day_max(t->fate->today,
				    day_max(k->due, k->actual));
	bool			 open = k->code == CODE_UNKNOWN ||
				    k->code == CODE_CONFLICT;
	size_t			 i;
	int			 y;

	for (i = 0; i < t->fate->nyears; i++) {
		y = t->fate->years[i];
		if ((!day_is(first) || y >= day_ymd(first).year) &&
		    (open || y <= day_ymd(last).year))
			return true;
	}
	return false;
}

/* ---- corrected: what it rested on was changed or taken back */

/* Marks what the point must follow, however far back, not itself. */
static void
mark_behind(const struct procedure *p, int point, bool *marked)
{
	int	i, k, all = p->nevents + p->nsteps;

	marked[point] = true;
	for (k = all - 1; k >= 0; k--)
		for (i = 0; marked[p->order[k]] &&
		    i < p->ties[p->order[k]].nfollows; i++)
			marked[p->ties[p->order[k]].follows[i]->point.index] =
			    true;
	marked[point] = false;
}

/* A deadline runs from what it names, also from what comes later. */
static void
mark_dues(const struct procedure *p, int point, bool *marked)
{
	int	i;

	for (i = 0; i < p->ties[point].ndues; i++)
		marked[p->ties[point].dues[i]->point.index] = true;
}

/* What must follow the point, and so bounds it while it is not done. */
static void
mark_ahead(struct arena *a, const struct procedure *p, int point,
    bool *marked)
{
	int	i, all = p->nevents + p->nsteps;
	bool	*behind;

	for (i = 0; i < all; i++) {
		behind = arena_array(a, (size_t)all, sizeof(*behind));
		mark_behind(p, i, behind);
		marked[i] |= behind[point];
	}
}

/* An objection that is not resolved is due by what follows its step. */
static bool
bounded_from_above(const struct trace *t)
{
	const struct matter	*m = t->fate->matter;
	size_t			 i;

	if (t->kept->code == CODE_MISSING || t->kept->code == CODE_CONFLICT)
		return t->slot != NULL && !t->slot->posted;
	if (t->kept->code != CODE_OBJECTION)
		return false;
	for (i = 0; i < m->nobjections; i++)
		if (strcmp(m->objections[i].step, t->kept->step) == 0 &&
		    !day_is(m->objections[i].resolved))
			return true;
	return false;
}

/* The objection as the history names it: its division may be empty. */
static bool
is_own_objection(const struct trace *t, const char *key)
{
	const struct kept	*k = t->kept;
	const char		*mark = arena_printf(t->arena, "/%s/%s/",
				    k->at, code_name(k->code));
	const char		*tail = strstr(k->key, mark);
	const char		*slash;

	if (tail == NULL)
		return false;
	tail += strlen(mark);
	slash = strchr(tail, '/') == NULL ? "/" : "";
	return strcmp(key, arena_printf(t->arena, "%s/%s/%s%s", k->step,
	    k->at, tail, slash)) == 0 ||
	    strcmp(key, arena_printf(t->arena, "%s//%s%s", k->step, tail,
	    slash)) == 0;
}

static bool
begins(const char *key, const char *step, const char *at)
{
	size_t	n = strlen(step), m = strlen(at);

	return strncmp(key, step, n) == 0 && key[n] == '/' &&
	    (m == 0 || (strncmp(key + n + 1, at, m) == 0 &&
	    key[n + 1 + m] == '/'));
}

static bool
undone_posting(const struct trace *t, const bool *marked, const char *key)
{
	const struct kept	*k = t->kept;
	int			 i;

	if (k->step != NULL && !is_of_objection(k) &&
	    begins(key, k->step, k->at))
		return true;
	for (i = 0; i < t->proc->nsteps; i++)
		if (marked[t->proc->nevents + i] &&
		    begins(key, t->proc->steps[i].id, ""))
			return true;
	return false;
}

static bool
undone_event(const struct trace *t, const bool *marked, const char *key)
{
	int	i;

	if (kept_of_event(t->kept) && strcmp(key, t->kept->event) == 0)
		return true;
	for (i = 0; i < t->proc->nevents; i++)
		if (marked[i] && strcmp(key, t->proc->events[i].id) == 0)
			return true;
	return false;
}

static bool
rests_on(const struct trace *t, const bool *marked, const struct undone *u)
{
	if (strcmp(u->kind, "case") == 0)
		return t->proc->ntraits > 0;
	if (strcmp(u->kind, "posting") == 0)
		return undone_posting(t, marked, u->key);
	if (strcmp(u->kind, "event") == 0)
		return undone_event(t, marked, u->key);
	return strcmp(u->kind, "objection") == 0 &&
	    is_of_objection(t->kept) && is_own_objection(t, u->key);
}

static bool
was_corrected(const struct trace *t)
{
	const struct procedure	*p = t->proc;
	int			 point = t->step >= 0 ? p->nevents + t->step :
				    t->event;
	bool			*marked;
	size_t			 i;

	if (t->fate->nundone == 0)
		return false;
	marked = arena_array(t->arena, (size_t)(p->nevents + p->nsteps) + 1,
	    sizeof(*marked));
	if (point >= 0) {
		mark_behind(p, point, marked);
		mark_dues(p, point, marked);
		if (bounded_from_above(t))
			mark_ahead(t->arena, p, point, marked);
		marked[point] = is_of_objection(t->kept);
	}
	for (i = 0; i < t->fate->nundone; i++)
		if (rests_on(t, marked, &t->fate->undone[i]))
			return true;
	return false;
}

enum why
why_gone(struct arena *a, const struct fate *f, const struct kept *k)
{
	struct trace	t = { .arena = a, .fate = f, .kept = k, .step = -1,
			    .event = -1 };

	if (f->matter == NULL)
		return WHY_PLACE;
	if (f->now == NULL)
		return WHY_UNKNOWN;
	t.proc = f->now->proc;
	if (k->step != NULL)
		t.step = procedure_step(t.proc, k->step);
	else if (k->event != NULL)
		t.event = procedure_event(t.proc, k->event);
	if (t.step >= 0)
		t.slot = plan_slot(f->now, t.step, k->at);
	if (not_to_judge(&t))
		return WHY_UNKNOWN;
	if (lost_place(&t))
		return WHY_PLACE;
	if (by_calendars(&t))
		return WHY_CALENDARS;
	if (f->rules)
		return WHY_RULES;
	return was_corrected(&t) ? WHY_CORRECTED : WHY_FIXED;
}
