#include "case/judge.h"

#include <stdlib.h>
#include <string.h>

#include "case/court.h"

/* ---- making findings */

static const struct sayings *
sayings_of(const struct plan *p, int step, int event)
{
	if (p == NULL)
		return NULL;
	return step >= 0 ? p->proc->steps[step].sayings :
	    event >= 0 ? p->proc->events[event].sayings : NULL;
}

static struct finding *
raise_of(struct court *c, enum code code, const struct matter *m, int step,
    int event, const char *division)
{
	struct verdict		*v = c->out;
	const struct sayings	*s = sayings_of(c->now, step, event);
	struct finding		*f;

	v->findings = arena_grow(c->arena, v->findings, v->n, &v->cap,
	    sizeof(*v->findings));
	f = &v->findings[v->n++];
	*f = (struct finding){ .code = code, .severity = s != NULL ?
	    s->severity[code] : code_severity(code),
	    .plan = c->now, .matter = m, .step = step, .event = event,
	    .division = division, .due = DAY_NONE, .actual = DAY_NONE,
	    .days = -1, .note = "", .because = { .day = DAY_NONE },
	    .follower = -1 };
	return f;
}

struct finding *
raise_finding(struct court *c, enum code code, int step, int event,
    const char *division)
{
	return raise_of(c, code, c->now->matter, step, event, division);
}

struct finding *
raise_slot(struct court *c, enum code code, const struct slot *s)
{
	struct finding	*f = raise_finding(c, code, s->step, -1, s->division);

	f->basis = c->now->proc->steps[s->step].basis;
	return f;
}

struct finding *
raise_event(struct court *c, enum code code, int event)
{
	struct finding	*f = raise_finding(c, code, -1, event,
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
		b = p->events[b->point.index].room->lower.bound;
	}
	return b == NULL || b->point.edge != EDGE_CLOSES ? -1 :
	    b->point.index - p->proc->nevents;
}

void
set_days(struct finding *f, struct day due, struct day actual)
{
	f->due = due;
	f->actual = actual;
	if (day_is(due) && day_is(actual)) {
		f->days = day_diff(due, actual);
		f->days = f->days < 0 ? -f->days : f->days;
	}
}

/* Of the first part in days, which is what such notes are about. */
static const struct basis *
period_basis(const struct plan *p, int step)
{
	const struct period_parts	*l = &p->proc->steps[step].lasts;

	return l->n > 0 ? l->list[0].basis : p->proc->steps[step].basis;
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
	note = note_of(period_basis(f->plan, step));
	f->note = note;
}

/* A day set by what must follow is cited by the point's own basis. */
static bool
is_own(const struct limit *l, int point)
{
	return l->bound != NULL && l->owner == point;
}

/* ---- slots */

/*
 * Of all days that are past the gravest counts; what follows sets one, and
 * counts as the code's own.
 */
static void
grade(struct court *c, struct finding *f, const struct slot *s,
    struct day as_of, bool cut, const struct limit *behind)
{
	int		point = s == NULL ? f->event :
			    c->now->proc->nevents + s->step;
	enum severity	own = f->severity, least = SEVERITY_ADVICE;

	if (behind != NULL && day_is(behind->day) &&
	    clock_past(&c->clock, behind->day))
		least = own;
	f->severity = due_severity(c->now, point, s, &c->clock, as_of, cut,
	    own, least);
}

/* Has any deadline of the point a severity of its own? */
static bool
is_graded(const struct plan *p, int point)
{
	const struct ties	*t = &p->proc->ties[point];
	int			 i;

	for (i = 0; i < t->ndues; i++)
		if (t->dues[i]->graded)
			return true;
	return false;
}

static void
judge_missing(struct court *c, const struct slot *s)
{
	const struct room	*r = s->owed;
	int			 point = c->now->proc->nevents + s->step;
	struct finding		*f;

	if (!day_is(r->latest.day) || !clock_past(&c->clock, r->latest.day) ||
	    s->n > 0)
		return;
	f = raise_slot(c, CODE_MISSING, s);
	set_limit(f, &r->latest, DAY_NONE, is_own(&r->latest, point));
	if (s->round == 0 && is_graded(c->now, point))
		grade(c, f, s, DAY_NONE, s->owed != s->room, &r->behind);
}

static void
judge_unposted(struct court *c, const struct slot *s)
{
	const struct room	*r = s->owed;

	judge_missing(c, s);
	if (r->unknown || (day_is(r->brink.day) &&
	    clock_past(&c->clock, r->brink.day)))
		raise_slot(c, CODE_UNKNOWN, s);
}

/* That there is no time left is said anew each day, by so many days. */
static void
judge_conflict(struct court *c, const struct slot *a)
{
	int		 point = c->all->proc->nevents + a->step;
	struct limit	 l = a->owed->latest;
	struct day	 from = day_max(c->clock.today, a->room->earliest);
	struct finding	*f = raise_slot(c, CODE_CONFLICT, a);

	set_limit(f, &l, from, is_own(&l, point));
	clock_note(&c->clock, day_add(from, 1));
}

static void
judge_length(struct court *c, const struct slot *s)
{
	struct finding	*f;
	enum code	 code;

	if (!day_is(s->ends) || s->judged_unknown)
		return;
	if (s->endless) {
		if (!clock_past(&c->clock, s->ends))
			return;
		code = CODE_SHORT;
	} else if (day_cmp(s->ends, s->judged) < 0)
		code = CODE_SHORT;
	else if (day_is(s->planned) && day_cmp(s->ends, s->planned) < 0 &&
	    !clock_past(&c->clock, s->planned))
		code = CODE_TIGHT;
	else
		return;
	f = raise_slot(c, code, s);
	f->part = plan_part(c->now, s, s->opens, code == CODE_TIGHT);
	if (f->part != NULL)
		f->basis = f->part->basis;
	set_days(f, code == CODE_SHORT ? s->judged : s->planned, s->ends);
}

/* Of a P that repeats the first of its days on or after the round's. */
static struct day
down_from(const struct plan *p, const struct slot *s, const struct bound *b)
{
	const struct event_plan	*e;
	size_t			 i;

	if (b->point.index >= p->proc->nevents)
		return s->judged;
	e = &p->events[b->point.index];
	for (i = 0; i < e->n; i++) {
		if (!day_is(s->begins) ||
		    day_cmp(e->facts[i].day, s->begins) >= 0)
			return e->facts[i].day;
		if (!p->proc->events[b->point.index].repeats)
			break;
	}
	return DAY_NONE;
}

/* It still hangs after the day by which it should be taken down. */
static void
judge_overstay(struct court *c, const struct slot *s)
{
	const struct plan	*p = c->now;
	const struct bound	*b = p->proc->steps[s->step].down;
	struct day		 due;
	struct finding		*f;

	if (b == NULL || !plan_holds(p, b->when))
		return;
	due = down_from(p, s, b);
	due = day_is(due) ? due_after(p, b, due, s->cal) : DAY_NONE;
	if (!day_is(due) || (day_is(s->ends) ? day_cmp(s->ends, due) <= 0 :
	    !clock_past(&c->clock, due)))
		return;
	f = raise_slot(c, CODE_OVERSTAY, s);
	if (b->graded)
		f->severity = b->severity;
	f->basis = b->basis;
	f->because = (struct limit){ due, p->proc->nevents + s->step, b,
	    s->division, NULL };
	set_days(f, due, s->ends);
}

bool
must_follow(const struct plan *p, int point, int named)
{
	const struct ties	*t = &p->proc->ties[point];
	int			 i;

	for (i = 0; i < t->nfollows; i++)
		if (t->follows[i]->point.index == named &&
		    bound_asks(p, point, t->follows[i]))
			return true;
	return false;
}

/* The first event that a plain point must follow and nobody has recorded. */
static int
unrecorded_plainly(const struct plan *p, int point)
{
	const struct ties	*t = &p->proc->ties[point];
	int			 i, e, first = p->proc->nevents;

	for (i = 0; i < t->nfollows; i++) {
		e = t->follows[i]->point.index;
		if (e < first && !p->events[e].ever)
			first = e;
	}
	return first;
}

/* The same through what does not apply, however far back. */
static int
unrecorded(const struct plan *p, int point)
{
	bool			 reached[POINTS_MAX * 2] = { false };
	const struct ties	*t;
	int			 i, k, n, e, first = p->proc->nevents;

	reached[point] = true;
	for (k = p->proc->nevents + p->proc->nsteps - 1; k >= 0; k--) {
		i = p->proc->order[k];
		t = &p->proc->ties[i];
		for (n = 0; reached[i] && n < t->nfollows; n++) {
			e = t->follows[n]->point.index;
			if (!bound_asks(p, i, t->follows[n]))
				continue;
			if (!p->applies[e])
				reached[e] = true;
			else if (e < first && !p->events[e].ever)
				first = e;
		}
	}
	return first;
}

static void
judge_recorded(struct court *c, const struct slot *s)
{
	const struct procedure	*p = c->now->proc;
	int			 point = p->nevents + s->step;
	int			 first = p->plain ?
				    unrecorded_plainly(c->now, point) :
				    unrecorded(c->now, point);
	struct finding		*f;

	if (first == p->nevents)
		return;
	f = raise_slot(c, CODE_UNRECORDED, s);
	f->event = first;
	set_days(f, DAY_NONE, slot_seen(s));
}

static void
judge_late(struct court *c, const struct slot *s)
{
	const struct limit	*due = &s->room->due;
	int			 point = c->now->proc->nevents + s->step;
	struct finding		*f;

	if (!day_is(due->day) || day_cmp(s->opens, due->day) <= 0)
		return;
	f = raise_slot(c, CODE_LATE, s);
	set_limit(f, due, s->opens, true);
	if (s->round == 0 && is_graded(c->now, point))
		grade(c, f, s, s->opens, false, NULL);
}

static void
judge_posted(struct court *c, const struct slot *s, bool ended)
{
	const struct room	*r = s->room;

	judge_late(c, s);
	if (day_is(r->allowed.day) && day_cmp(s->opens, r->allowed.day) < 0)
		set_limit(raise_slot(c, CODE_EARLY, s), &r->allowed, s->opens,
		    true);
	judge_overstay(c, s);
	if (ended)
		return;
	judge_length(c, s);
	if (r->unknown || s->judged_unknown || (day_is(r->brink.day) &&
	    day_cmp(s->opens, r->brink.day) > 0))
		raise_slot(c, CODE_UNKNOWN, s);
}

static void
judge_slot(struct court *c, int i, enum state state)
{
	const struct slot	*s = &c->now->slots[i];
	bool			 ended;

	judge_privacy(c, s);
	if (s->applies) {
		ended = c->now->cuts && slot_ended(c->all, c->now, i);
		if (s->posted)
			judge_posted(c, s, ended);
		else if (!ended)
			judge_unposted(c, s);
		if (s->n > 0) {
			judge_recorded(c, s);
			judge_notice(c, s, ended);
		}
	}
	if (c->all->slots[i].applies && state == STATE_CONFLICT)
		judge_conflict(c, &c->all->slots[i]);
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
	if (s->endless)
		return SHUT_OPEN;
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

/* By the rounds of the event's own day. */
static void
ask_gate(const struct plan *p, const struct bound *b, struct day when,
    struct gate *g)
{
	const struct event_plan	*e;
	struct day		 first;
	int			 i, step = b->point.index - p->proc->nevents;

	if (step < 0) {
		e = &p->events[b->point.index];
		first = e->n > 0 ? e->day :
		    plan_room_on(p, b->point.index, when)->lower.day;
		if (day_is(first)) {
			g->shut |= day_cmp(when, first) < 0;
			g->opens = day_max(g->opens, first);
		}
		return;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		ask_slot(slot_on(&p->slots[i], when), b->point.edge, when, g);
}

bool
gate_shut(const struct plan *p, const struct bound *b, struct day when)
{
	struct gate	g = { .opens = DAY_NONE };

	ask_gate(p, b, when, &g);
	return g.shut;
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
			if (r->bounds[i].kind == BOUND_GATE &&
			    bound_asks(c->now, event, &r->bounds[i]))
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

/* Not recorded: by its own deadlines alone. */
static void
judge_absent(struct court *c, int i)
{
	const struct event_plan	*e = &c->now->events[i];
	const struct limit	*due = &e->owed->due;
	struct finding		*f;

	if (!day_is(due->day) || !clock_past(&c->clock, due->day) ||
	    event_ended(c->now, i))
		return;
	f = raise_event(c, CODE_MISSING, i);
	set_limit(f, due, DAY_NONE, true);
	if (is_graded(c->now, i))
		grade(c, f, NULL, DAY_NONE, e->owed != e->room, NULL);
}

/* Of one that repeats the first day that breaks it. */
static void
judge_order(struct court *c, int i)
{
	const struct event_plan	*e = &c->now->events[i];
	const struct limit	*allowed;
	size_t			 k;

	for (k = 0; k < e->n; k++) {
		allowed = &plan_room_on(c->now, i, e->facts[k].day)->allowed;
		if (!day_is(allowed->day) ||
		    day_cmp(e->facts[k].day, allowed->day) >= 0)
			continue;
		set_limit(raise_event(c, CODE_ORDER, i), allowed,
		    e->facts[k].day, true);
		return;
	}
}

static void
judge_event(struct court *c, int i)
{
	const struct event_plan	*e = &c->now->events[i];
	const struct limit	*due = &e->room->due;
	struct finding		*f;

	if (!e->applies)
		return;
	if (e->n == 0) {
		judge_absent(c, i);
		return;
	}
	if (day_is(due->day) && day_cmp(e->day, due->day) > 0) {
		f = raise_event(c, CODE_LATE, i);
		set_limit(f, due, e->day, true);
		if (is_graded(c->now, i))
			grade(c, f, NULL, e->day, false, NULL);
	}
	judge_order(c, i);
	judge_gates(c, i);
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
is_open(struct court *c, int step)
{
	int	i;

	for (i = c->now->first[step]; i < c->now->first[step + 1]; i++)
		if (plan_state_by(c->all, c->now, i, &c->clock) != STATE_DONE)
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
		f = raise_finding(c, CODE_UNCOVERED, list[i].step, -1,
		    arena_dup(c->arena, code));
		f->basis = step_basis(&c->now->proc->steps[list[i].step],
		    CITE_AT);
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

	if (c->now->matter->named || c->land == NULL || c->now->cuts)
		return;
	for (k = 0; k < p->nsteps; k++) {
		levels = p->plain || c->now->applies[p->nevents + k] ?
		    each_levels(c, k) : 0;
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

/* What is scheduled is another fact once its day has come. */
static void
note_facts(struct court *c)
{
	const struct matter	*m = c->now->matter;
	size_t			 i;

	clock_note(&c->clock, c->now->turn);
	for (i = 0; i < m->nobjections; i++) {
		clock_note(&c->clock, m->objections[i].received);
		clock_note(&c->clock, m->objections[i].resolved);
	}
}

static void
judge_case(struct court *c)
{
	struct verdict	*v = c->out;
	enum state	 state;
	int		 i;

	note_facts(c);
	for (i = 0; i < c->now->nslots; i++) {
		state = STATE_ENDED;
		if (c->all->slots[i].applies) {
			state = plan_state_by(c->all, c->now, i, &c->clock);
			v->states[state]++;
			v->slots++;
		}
		judge_slot(c, i, state);
	}
	for (i = 0; i < c->now->proc->nevents; i++)
		judge_event(c, i);
	judge_objections(c);
	judge_uncovered(c);
}

void
judge(struct arena *a, const struct matter *m, const struct plan *all,
    const struct plan *now, struct day today, const struct land *land,
    struct verdict *out)
{
	struct court	c = { a, all, now, { today, DAY_NONE }, land, out };

	*out = (struct verdict){ .wake = DAY_NONE };
	if (now == NULL)
		(void)raise_of(&c, CODE_UNKNOWN, m, -1, -1, m->division);
	else
		judge_case(&c);
	finish(&c);
	out->wake = c.clock.turn;
}
