#include "case/judge.h"

#include <stdlib.h>
#include <string.h>

#include "case/privacy.h"

struct court {
	struct arena		*arena;
	const struct plan	*all, *now;
	struct day		 today;
	const struct land	*land;
	struct verdict		*out;
};

/* ---- making findings */

static struct finding *
raise(struct court *c, enum code code, const struct matter *m, int step,
    int event, const char *division)
{
	struct verdict	*v = c->out;
	struct finding	*f;

	v->findings = arena_grow(c->arena, v->findings, v->n, &v->cap,
	    sizeof(*v->findings));
	f = &v->findings[v->n++];
	*f = (struct finding){ .code = code, .severity = code_severity(code),
	    .plan = c->now, .matter = m, .step = step, .event = event,
	    .division = division, .due = DAY_NONE, .actual = DAY_NONE,
	    .days = -1, .note = "", .because = { .day = DAY_NONE },
	    .follower = -1 };
	return f;
}

/* At a slot, cited by the step's own basis. */
static struct finding *
raise_slot(struct court *c, enum code code, const struct slot *s)
{
	struct finding	*f = raise(c, code, c->now->matter, s->step, -1,
			    s->division);

	f->basis = c->now->proc->steps[s->step].basis;
	return f;
}

static struct finding *
raise_event(struct court *c, enum code code, int event)
{
	struct finding	*f = raise(c, code, c->now->matter, -1, event,
			    c->now->matter->division);

	f->basis = c->now->proc->events[event].basis;
	return f;
}

static const char *
note_of(const struct basis *b)
{
	return b != NULL && b->instrument != NULL &&
	    b->instrument->note != NULL ? b->instrument->note : "";
}

/* The step whose period set this limit, through what is not recorded; -1. */
static int
period_behind(const struct plan *p, const struct limit *l)
{
	const struct bound	*b = l->bound;

	while (b != NULL && b->point.index < p->proc->nevents) {
		if (p->events[b->point.index].n > 0)
			return -1;
		b = p->events[b->point.index].room.lower.bound;
	}
	return b == NULL || b->point.edge != EDGE_CLOSES ? -1 :
	    b->point.index - p->proc->nevents;
}

static void
set_days(struct finding *f, struct day due, struct day actual)
{
	f->due = due;
	f->actual = actual;
	if (day_is(due) && day_is(actual)) {
		f->days = day_diff(due, actual);
		f->days = f->days < 0 ? -f->days : f->days;
	}
}

/* Due by a bound: its own basis wins, and the period's note is told too. */
static void
set_limit(struct finding *f, const struct limit *l, struct day actual,
    bool cite)
{
	const char	*note;
	int		 step;

	set_days(f, l->day, actual);
	f->because = *l;
	if (cite && l->bound != NULL && l->bound->basis != NULL)
		f->basis = l->bound->basis;
	step = f->plan == NULL ? -1 : period_behind(f->plan, l);
	if (step < 0)
		return;
	note = note_of(f->plan->proc->steps[step].lasts.list[0].basis);
	f->note = note;
}

/* A day set by what must follow is cited by the point's own basis. */
static bool
is_own(const struct limit *l, int point)
{
	return l->bound != NULL && l->owner == point;
}

/* ---- slots */

static void
judge_unposted(struct court *c, const struct slot *s, enum state state)
{
	const struct room	*r = &s->room;
	const struct slot	*a = &c->all->slots[s - c->now->slots];
	int			 point = c->now->proc->nevents + s->step;
	struct finding		*f;

	if (day_is(r->latest.day) && day_cmp(c->today, r->latest.day) > 0) {
		f = raise_slot(c, CODE_MISSING, s);
		set_limit(f, &r->latest, DAY_NONE, is_own(&r->latest, point));
	}
	if (state == STATE_CONFLICT) {
		f = raise_slot(c, CODE_CONFLICT, s);
		set_limit(f, &a->room.latest,
		    day_max(c->today, a->room.earliest),
		    is_own(&a->room.latest, point));
	}
}

static void
judge_unknown(struct court *c, const struct slot *s)
{
	const struct room	*r = &s->room;
	struct day		 seen = s->posted ? s->opens : c->today;

	if (r->unknown || (s->posted && s->judged_unknown) ||
	    (day_is(r->brink.day) && day_cmp(seen, r->brink.day) > 0))
		raise_slot(c, CODE_UNKNOWN, s);
}

static void
judge_length(struct court *c, const struct slot *s)
{
	struct finding	*f;
	enum code	 code;

	if (!day_is(s->ends) || !day_is(s->judged))
		return;
	if (day_cmp(s->ends, s->judged) < 0)
		code = CODE_SHORT;
	else if (day_is(s->planned) && day_cmp(s->ends, s->planned) < 0 &&
	    day_cmp(c->today, s->planned) <= 0)
		code = CODE_TIGHT;
	else
		return;
	f = raise_slot(c, code, s);
	f->basis = c->now->proc->steps[s->step].lasts.list[0].basis;
	set_days(f, code == CODE_SHORT ? s->judged : s->planned, s->ends);
}

/* Must the point follow what is named (an `after` or a gate)? */
static bool
names(const struct procedure *p, int point, int named)
{
	const struct ties	*t = &p->ties[point];
	int			 i;

	for (i = 0; i < t->nfollows; i++)
		if (t->follows[i]->point.index == named)
			return true;
	return false;
}

/* The first event that a posted slot must follow and nobody has recorded. */
static void
judge_recorded(struct court *c, const struct slot *s)
{
	const struct procedure	*p = c->now->proc;
	const struct ties	*t = &p->ties[p->nevents + s->step];
	struct finding		*f;
	int			 i, e, first = p->nevents;

	for (i = 0; i < t->nfollows; i++) {
		e = t->follows[i]->point.index;
		if (e < first && !c->now->events[e].ever)
			first = e;
	}
	if (first == p->nevents)
		return;
	f = raise_slot(c, CODE_UNRECORDED, s);
	f->event = first;
	set_days(f, DAY_NONE, s->opens);
}

static void
judge_privacy(struct court *c, const struct slot *s)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (privacy_shows(s->postings[i].place) ||
		    privacy_shows(s->postings[i].content)) {
			set_days(raise_slot(c, CODE_PRIVACY, s), DAY_NONE,
			    s->postings[i].posted);
			return;
		}
}

/* What stands in one medium, of the postings looked at so far. */
struct showing {
	const char		*medium;
	const struct posting	*open;		/* the first without an end */
	const struct posting	*closed;	/* the last to end */
};

enum { MEDIA = 16 };	/* told apart; a medium that comes later, by none */

static struct showing *
showing_in(struct showing *list, int *n, const char *medium)
{
	int	i;

	for (i = 0; i < *n; i++)
		if (strcmp(list[i].medium, medium) == 0)
			return &list[i];
	if (*n == MEDIA)
		return NULL;
	list[*n] = (struct showing){ .medium = medium };
	return &list[(*n)++];
}

static void
show(struct showing *s, const struct posting *p)
{
	if (!day_is(p->until) && s->open == NULL)
		s->open = p;
	if (day_is(p->until) && (s->closed == NULL ||
	    day_cmp(p->until, s->closed->until) > 0))
		s->closed = p;
}

/* One that went up no later, stands with it still, and ends otherwise. */
static const struct posting *
twin(const struct showing *s, const struct posting *p)
{
	if (day_is(p->until))
		return s->open;
	return s->closed != NULL && day_cmp(p->posted,
	    s->closed->until) <= 0 ? s->closed : NULL;
}

bool
slot_doubled(const struct slot *s, struct doubled *out)
{
	struct showing		 media[MEDIA], all = { 0 }, *own;
	const struct posting	*p, *other;
	size_t			 i;
	int			 n = 0;

	if (s->n < 2)
		return false;
	(void)showing_in(media, &n, "");
	for (i = 0; i < s->n; i++) {
		p = &s->postings[i];
		own = showing_in(media, &n, p->medium);
		other = *p->medium == '\0' ? twin(&all, p) :
		    twin(&media[0], p);
		if (other == NULL && own != NULL)
			other = twin(own, p);
		if (other != NULL) {
			*out = (struct doubled){ other, p };
			return true;
		}
		show(&all, p);
		if (own != NULL)
			show(own, p);
	}
	return false;
}

static void
judge_doubled(struct court *c, const struct slot *s)
{
	struct doubled	d;

	if (slot_doubled(s, &d))
		set_days(raise_slot(c, CODE_DOUBLE, s), DAY_NONE,
		    d.later->posted);
}

static void
judge_slot(struct court *c, const struct slot *s, enum state state)
{
	const struct room	*r = &s->room;

	judge_unknown(c, s);
	if (!s->posted) {
		judge_unposted(c, s, state);
		return;
	}
	if (day_is(r->due.day) && day_cmp(s->opens, r->due.day) > 0)
		set_limit(raise_slot(c, CODE_LATE, s), &r->due, s->opens,
		    true);
	if (day_is(r->allowed.day) && day_cmp(s->opens, r->allowed.day) < 0)
		set_limit(raise_slot(c, CODE_EARLY, s), &r->allowed, s->opens,
		    true);
	judge_length(c, s);
	judge_recorded(c, s);
	judge_privacy(c, s);
	judge_doubled(c, s);
}

/* ---- events */

struct gate {
	bool	shut;		/* the event did not wait for it */
	bool	never;		/* no day will ever allow it */
	struct day opens;	/* first day it allows; NONE: not known */
};

static bool
is_short(const struct slot *s)
{
	return day_is(s->ends) && day_is(s->judged) &&
	    day_cmp(s->ends, s->judged) < 0;
}

enum shut
slot_shut(const struct slot *s, enum edge edge, struct day when)
{
	if (!s->posted)
		return SHUT_UNPOSTED;
	if (day_cmp(s->opens, when) > 0)
		return SHUT_POSTED_LATER;
	if (edge == EDGE_OPENS)
		return SHUT_NOT;
	/* Not over on any day up to the first that nobody knows. */
	if (!day_is(s->judged))
		return day_cmp(when, day_is(s->judged_brink) ?
		    s->judged_brink : s->opens) <= 0 ? SHUT_UNKNOWN : SHUT_NOT;
	if (is_short(s))
		return SHUT_SHORT;
	return day_cmp(when, s->judged) <= 0 ? SHUT_STANDING : SHUT_NOT;
}

static void
ask_slot(const struct slot *s, enum edge edge, struct day when,
    struct gate *g)
{
	g->shut |= slot_shut(s, edge, when) != SHUT_NOT;
	if (!s->posted)
		g->never = true;
	else if (edge == EDGE_OPENS)
		g->opens = day_max(g->opens, s->opens);
	else {
		g->never |= is_short(s) || !day_is(s->judged);
		g->opens = day_max(g->opens, day_add(s->judged, 1));
	}
}

static void
ask_gate(const struct plan *p, const struct bound *b, struct day when,
    struct gate *g)
{
	const struct event_plan	*e;
	struct day		 first;
	int			 i, step = b->point.index - p->proc->nevents;

	if (step < 0) {
		e = &p->events[b->point.index];
		first = e->n > 0 ? e->day : e->room.lower.day;
		if (day_is(first)) {
			g->shut |= day_cmp(when, first) < 0;
			g->opens = day_max(g->opens, first);
		}
		return;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		ask_slot(&p->slots[i], b->point.edge, when, g);
}

static void
judge_gates(struct court *c, int event)
{
	const struct event_rule	*r = &c->now->proc->events[event];
	const struct event_plan	*e = &c->now->events[event];
	struct gate		 g;
	struct finding		*f;
	size_t			 k;
	int			 i;

	for (k = 0; k < e->n; k++) {
		g = (struct gate){ .opens = DAY_NONE };
		for (i = 0; i < r->nbounds; i++)
			if (r->bounds[i].kind == BOUND_GATE)
				ask_gate(c->now, &r->bounds[i],
				    e->facts[k].day, &g);
		if (!g.shut)
			continue;
		f = raise_event(c, CODE_GATE, event);
		set_days(f, g.never ? DAY_NONE : g.opens, e->facts[k].day);
		if (!r->repeats)
			return;
	}
}

static void
judge_event(struct court *c, int i)
{
	const struct event_plan	*e = &c->now->events[i];
	const struct room	*r = &e->room;

	if (e->n == 0) {
		if (day_is(r->due.day) && day_cmp(c->today, r->due.day) > 0)
			set_limit(raise_event(c, CODE_MISSING, i), &r->due,
			    DAY_NONE, true);
		return;
	}
	if (day_is(r->due.day) && day_cmp(e->day, r->due.day) > 0)
		set_limit(raise_event(c, CODE_LATE, i), &r->due, e->day, true);
	if (day_is(r->allowed.day) && day_cmp(e->day, r->allowed.day) < 0)
		set_limit(raise_event(c, CODE_ORDER, i), &r->allowed, e->day,
		    true);
	judge_gates(c, i);
}

/* ---- objections */

/* The first day on or after `from` on which this point happened. */
static struct day
first_since(const struct plan *p, int point, struct day from)
{
	struct day	d = DAY_NONE;
	size_t		k;
	int		i, step = point - p->proc->nevents;

	if (step < 0) {
		for (k = 0; k < p->events[point].n; k++)
			if (day_cmp(p->events[point].facts[k].day, from) >= 0)
				return p->events[point].facts[k].day;
		return d;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (p->slots[i].posted &&
		    day_cmp(p->slots[i].opens, from) >= 0)
			d = day_min(d, p->slots[i].opens);
	return d;
}

/*
 * The first thing that follows the point, past what is not recorded; *who: of
 * several on that day the first in the procedure.
 */
static struct day
first_follower(const struct plan *p, int point, struct day from, int *who)
{
	bool		reached[POINTS_MAX * 2] = { false };
	int		i, k, n = p->proc->nevents + p->proc->nsteps;
	struct day	d = DAY_NONE, at;

	*who = -1;
	reached[point] = true;
	for (k = 0; k < n; k++) {
		i = p->proc->order[k];
		if (!reached[i])
			continue;
		if (i != point && (i >= p->proc->nevents ||
		    p->events[i].n > 0)) {
			at = first_since(p, i, from);
			if (day_is(at) && (!day_is(d) || day_cmp(at, d) < 0 ||
			    (day_cmp(at, d) == 0 && i < *who))) {
				d = at;
				*who = i;
			}
			continue;
		}
		for (int to = 0; to < n; to++)
			reached[to] |= names(p->proc, to, i);
	}
	return d;
}

/* Does the name end in the rule's words, 乡镇 standing for 乡 or 镇? */
static bool
fits(const char *name, size_t n, const char *words, size_t w)
{
	static const char	town[] = "乡镇", xiang[] = "乡", zhen[] = "镇";
	size_t			len = sizeof(town) - 1, one = sizeof(zhen) - 1;

	while (w > 0) {
		if (w >= len && strncmp(words + w - len, town, len) == 0 &&
		    !(n >= len && strncmp(name + n - len, town, len) == 0)) {
			if (n < one || (strncmp(name + n - one, xiang, one) &&
			    strncmp(name + n - one, zhen, one)))
				return false;
			w -= len;
			n -= one;
			continue;
		}
		if (n == 0 || name[n - 1] != words[w - 1])
			return false;
		n--;
		w--;
	}
	return true;
}

static void
judge_objection(struct court *c, const struct objection *o)
{
	int		 step = procedure_step(c->now->proc, o->step), next;
	const char	*who, *at = *o->division != '\0' ? o->division :
			    c->now->matter->division;
	struct day	 due, resolved = o->resolved;
	struct finding	*f;

	if (step < 0 || day_cmp(o->received, c->today) > 0)
		return;
	if (day_is(resolved) && day_cmp(resolved, c->today) > 0)
		resolved = DAY_NONE;
	who = c->now->proc->steps[step].objections.handler;
	due = first_follower(c->now, c->now->proc->nevents + step,
	    o->received, &next);
	if (day_is(due) && (!day_is(resolved) || day_cmp(resolved, due) > 0)) {
		f = raise(c, CODE_OBJECTION, c->now->matter, step, -1, at);
		f->basis = c->now->proc->steps[step].basis;
		f->objection = o;
		f->follower = next;
		set_days(f, due, resolved);
	}
	if (*o->handler != '\0' && *who != '\0' && !fits(o->handler,
	    strlen(o->handler), who, strlen(who))) {
		f = raise(c, CODE_HANDLER, c->now->matter, step, -1, at);
		f->basis = c->now->proc->steps[step].basis;
		f->objection = o;
		set_days(f, DAY_NONE, resolved);
	}
}

/* ---- divisions that came after the case */

/* Levels below the case's at which the step takes each division. */
static unsigned
each_levels(const struct court *c, int step)
{
	const struct step_rule	*r = &c->now->proc->steps[step];
	enum level		 own = division_level(c->now->matter->division);
	unsigned		 levels = 0;
	int			 i;

	for (i = 0; i < r->nat; i++)
		if (r->at[i].each && r->at[i].level > own)
			levels |= 1U << r->at[i].level;
	return levels;
}

/* Is any slot of the step not done? */
static bool
is_open(const struct court *c, int step)
{
	int	i;

	for (i = c->now->first[step]; i < c->now->first[step + 1]; i++)
		if (plan_state(c->all, c->now, i, c->today) != STATE_DONE)
			return true;
	return false;
}

struct wanted {
	int		step;
	unsigned	levels;
};

/* The first step, in the procedure's order, that should stand there too. */
static void
judge_division(struct court *c, const char *code, const struct wanted *list,
    int n)
{
	unsigned	level = 1U << division_level(code);
	struct finding	*f;
	int		 i;

	for (i = 0; i < n; i++) {
		if ((list[i].levels & level) == 0 ||
		    plan_slot(c->now, list[i].step, code) != NULL)
			continue;
		f = raise(c, CODE_UNCOVERED, c->now->matter, list[i].step, -1,
		    arena_dup(c->arena, code));
		f->basis = c->now->proc->steps[list[i].step].basis;
		return;
	}
}

/* A case that named no places has the divisions that were known then. */
static void
judge_uncovered(struct court *c)
{
	const struct procedure	*p = c->now->proc;
	struct wanted		 list[POINTS_MAX];
	const char *const	*known;
	size_t			 i, nknown = 0;
	unsigned		 levels;
	int			 k, n = 0;

	if (c->now->matter->named || c->land == NULL)
		return;
	for (k = 0; k < p->nsteps; k++) {
		levels = each_levels(c, k);
		if (levels != 0 && is_open(c, k))
			list[n++] = (struct wanted){ k, levels };
	}
	if (n > 0)
		c->land->below(c->land->ctx, c->now->matter->division, &known,
		    &nknown);
	for (i = 0; i < nknown; i++)
		judge_division(c, known[i], list, n);
}

/* ---- keys and order */

static const char *
point_of(const struct finding *f)
{
	const struct procedure	*p = f->plan->proc;

	return f->step >= 0 ? p->steps[f->step].id : p->events[f->event].id;
}

static void
set_key(struct arena *a, struct finding *f)
{
	char		 day[DAY_TEXT];
	const char	*key, *id = matter_named(a, f->matter->division,
			    f->matter->id, f->division);

	if (f->plan == NULL) {
		f->key = arena_printf(a, "%s//%s/%s", id, f->division,
		    code_name(f->code));
		return;
	}
	key = arena_printf(a, "%s/%s/%s/%s", id, point_of(f), f->division,
	    code_name(f->code));
	if (f->objection != NULL) {
		key = arena_printf(a, "%s/%s", key,
		    day_print(f->objection->received, day));
		if (*f->objection->number != '\0')
			key = arena_printf(a, "%s/%s", key,
			    f->objection->number);
	} else if (f->step < 0 && day_is(f->actual) &&
	    f->plan->proc->events[f->event].repeats)
		key = arena_printf(a, "%s/%s", key, day_print(f->actual,
		    day));
	f->key = key;
}

static int
by_place(const void *va, const void *vb)
{
	const struct finding	*a = va, *b = vb;
	int			 pa, pb, c;

	pa = a->step >= 0 ? a->step : POINTS_MAX + a->event;
	pb = b->step >= 0 ? b->step : POINTS_MAX + b->event;
	if (pa != pb)
		return pa < pb ? -1 : 1;
	if ((c = strcmp(a->division, b->division)) != 0)
		return c;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return strcmp(a->key, b->key);
}

static void
finish(struct court *c)
{
	struct verdict	*v = c->out;
	struct finding	*f;
	size_t		 i;

	for (i = 0; i < v->n; i++) {
		f = &v->findings[i];
		set_key(c->arena, f);
		if (*note_of(f->basis) != '\0')
			f->note = note_of(f->basis);
	}
	if (v->n > 1)
		qsort(v->findings, v->n, sizeof(*v->findings), by_place);
}

void
judge(struct arena *a, const struct matter *m, const struct plan *all,
    const struct plan *now, struct day today, const struct land *land,
    struct verdict *out)
{
	struct court	c = { a, all, now, today, land, out };
	enum state	state;
	size_t		k;
	int		i;

	*out = (struct verdict){ 0 };
	if (now == NULL) {
		raise(&c, CODE_UNKNOWN, m, -1, -1, m->division);
		finish(&c);
		return;
	}
	out->slots = now->nslots;
	for (i = 0; i < now->nslots; i++) {
		state = plan_state(all, now, i, today);
		out->states[state]++;
		judge_slot(&c, &now->slots[i], state);
	}
	for (i = 0; i < now->proc->nevents; i++)
		judge_event(&c, i);
	for (k = 0; k < m->nobjections; k++)
		judge_objection(&c, &m->objections[k]);
	judge_uncovered(&c);
	finish(&c);
}
