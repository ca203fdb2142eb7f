#include "output/message.h"

#include <string.h>

#include "output/writer.h"
#include "rule/phrase.h"

enum { GATES_TOLD = 3 };	/* shut gates that one sentence names */

/* A finding on its way into words. */
struct told {
	struct arena		*a;
	const struct finding	*f;
	const struct names	*names;
	const struct plan	*plan;		/* never NULL */
	const struct procedure	*proc;
	const struct slot	*slot;		/* NULL: of an event */
};

/* ---- titles */

const char *
message_code(enum code c)
{
	static const char *const	words[CODES] = {
		[CODE_MISSING] = N_("not posted"),
		[CODE_LATE] = N_("posted late"),
		[CODE_EARLY] = N_("posted early"),
		[CODE_SHORT] = N_("notice too short"),
		[CODE_ORDER] = N_("out of order"),
		[CODE_GATE] = N_("done before publicity"),
		[CODE_OBJECTION] = N_("objection unresolved"),
		[CODE_CONFLICT] = N_("cannot be in time"),
		[CODE_UNKNOWN] = N_("cannot be judged"),
		[CODE_TIGHT] = N_("one more day advised"),
		[CODE_UNRECORDED] = N_("earlier event not recorded"),
		[CODE_MEDIUM] = N_("wrong medium"),
		[CODE_CONTENT] = N_("content missing"),
		[CODE_REVIEW] = N_("no confidentiality review"),
		[CODE_PRIVACY] = N_("personal data shown"),
		[CODE_HANDLER] = N_("wrong handler"),
	};

	return text_in(words[c]);
}

const char *
message_severity(enum severity s)
{
	static const char *const	words[SEVERITIES] = {
		[SEVERITY_GRAVE] = N_("grave"),
		[SEVERITY_VIOLATION] = N_("violation"),
		[SEVERITY_QUESTION] = N_("question"),
		[SEVERITY_ADVICE] = N_("advice"),
	};

	return text_in(words[s]);
}

const char *
message_state(enum state s, bool posted)
{
	static const char *const	words[STATES] = {
		[STATE_DONE] = N_("done"),
		[STATE_STANDING] = N_("standing"),
		[STATE_BROKEN] = N_("broken"),
		[STATE_READY] = N_("ready"),
		[STATE_UPCOMING] = N_("upcoming"),
		[STATE_WAITING] = N_("waiting"),
		[STATE_OVERDUE] = N_("overdue"),
		[STATE_CONFLICT] = N_("cannot be in time"),
		[STATE_UNKNOWN] = N_("unknown"),
	};

	(void)posted;		/* both have the same words */
	return text_in(words[s]);
}

const char *
message_kind(enum kind k)
{
	return k == KIND_NOTICE ? _("notice") : _("announcement");
}

const char *
message_step(const struct step_rule *s)
{
	return title_in(s->id, s->title, s->title_en);
}

const char *
message_event(const struct event_rule *e)
{
	return title_in(e->id, e->title, e->title_en);
}

const char *
message_procedure(const struct procedure *p)
{
	return title_in(p->id, p->title, p->title_en);
}

/* ---- small parts */

static const char *
day_words(struct arena *a, struct day d)
{
	char	buf[DAY_TEXT];

	return day_is(d) ? arena_dup(a, day_print(d, buf)) :
	    _("an unknown day");
}

static const char *
days_words(struct arena *a, int32_t n)
{
	if (n < 0)
		return _("some days");
	return arena_printf(a, text_plural("%d day", "%d days",
	    (unsigned long)n), (int)n);
}

static const char *
join(struct arena *a, const char *list, const char *item)
{
	return *list == '\0' ? item : arena_printf(a, _("%s; %s"), list,
	    item);
}

const char *
message_place(struct arena *a, const struct names *names,
    const char *division)
{
	const char	*name = name_of(names, division);

	if (name == NULL || *name == '\0')
		return division;
	return arena_printf(a, _("%s (%s)"), name, division);
}

/* A title within a sentence. */
static const char *
quoted(struct arena *a, const char *title)
{
	return arena_printf(a, _("'%s'"), title);
}

static const char *
event_title(struct arena *a, const struct procedure *p, int event)
{
	return event < 0 ? _("an event") :
	    quoted(a, message_event(&p->events[event]));
}

static const char *
point_title(struct arena *a, const struct procedure *p, int point)
{
	return point < p->nevents ? event_title(a, p, point) :
	    quoted(a, message_step(&p->steps[point - p->nevents]));
}

static const char *
period_words(struct arena *a, struct period p)
{
	return phrase_print_period(a, p, text_lang());
}

/* "at least 7 days, the first day counted" */
static const char *
lasts_words(struct arena *a, struct period p)
{
	return arena_printf(a, p.same_day ?
	    _("at least %s, the first day counted") :
	    _("at least %s, the first day not counted"), period_words(a, p));
}

/* ---- why a day was due */

/* The day of an event that a limit rests on; of a conflict, also one ahead. */
static struct day
event_day(const struct told *t, int event)
{
	const struct matter	*m = t->f->matter;
	size_t			 i;

	if (t->plan->events[event].n > 0 || t->f->code != CODE_CONFLICT)
		return t->plan->events[event].day;
	for (i = 0; i < m->nevents; i++)
		if (strcmp(m->events[i].event,
		    t->proc->events[event].id) == 0)
			return m->events[i].day;
	return DAY_NONE;
}

/* A step's title; where it is not that of the finding, its place too. */
static const char *
step_at(const struct told *t, int step, const char *division)
{
	const char	*title = quoted(t->a,
			    message_step(&t->proc->steps[step]));

	if (division == NULL || strcmp(division, t->f->division) == 0)
		return title;
	return arena_printf(t->a, _("%s at %s"), title,
	    message_place(t->a, t->names, division));
}

static const char *
named_step(const struct told *t, int step, enum edge edge, const char *at)
{
	const struct slot	*s = at == NULL ? NULL :
				    plan_slot(t->plan, step, at);
	const char		*title = step_at(t, step, at);

	if (s == NULL || !s->posted)
		return title;
	if (edge == EDGE_OPENS || !t->proc->steps[step].lasts)
		return arena_printf(t->a, _("%s (posted on %s)"), title,
		    day_words(t->a, s->opens));
	if (!day_is(s->judged))
		return title;
	return arena_printf(t->a, _("%s (last day %s)"), title,
	    day_words(t->a, s->judged));
}

/*
 * What a bound names, with the day it took place.  An event that is not
 * recorded passes on what it must follow: that is named behind it.
 */
static const char *
named(const struct told *t, const struct bound *b, const char *at)
{
	const struct event_plan	*e;
	const struct limit	*l;
	const char		*first = NULL, *title = "", *rest;
	struct day		 d;

	while (b->point.index < t->proc->nevents) {
		title = event_title(t->a, t->proc, b->point.index);
		d = event_day(t, b->point.index);
		if (day_is(d))
			title = arena_printf(t->a, _("%s (%s)"), title,
			    day_words(t->a, d));
		e = &t->plan->events[b->point.index];
		l = &e->room.lower;
		if (day_is(d) || l->bound == NULL)
			break;
		first = first == NULL ? title : first;
		b = l->bound;
		at = l->at;
	}
	rest = b->point.index < t->proc->nevents ? title : named_step(t,
	    b->point.index - t->proc->nevents, b->point.edge, at);
	return first == NULL ? rest : arena_printf(t->a,
	    _("%s (not recorded, but itself only after %s)"), first, rest);
}

static const char *
own_reason(const struct told *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*what = named(t, b, l->at);

	switch (b->kind) {
	case BOUND_WITHIN:
		return arena_printf(t->a, _("within %s after %s"),
		    period_words(t->a, b->period), what);
	case BOUND_LEAST_AFTER:
		return arena_printf(t->a, _("at least %s after %s"),
		    period_words(t->a, b->period), what);
	case BOUND_BEFORE:
		return arena_printf(t->a, _("before %s"), what);
	case BOUND_LEAST_BEFORE:
		return arena_printf(t->a, _("at least %s before %s"),
		    period_words(t->a, b->period), what);
	case BOUND_AFTER:
	case BOUND_GATE:
		break;
	}
	return arena_printf(t->a, _("after %s"), what);
}

/* The point that must come later, with its day or its own last one. */
static const char *
pusher(const struct told *t, const struct limit *l)
{
	const struct slot	*s = NULL;
	struct day		 fact, latest;
	const char		*title;
	int			 step = l->owner - t->proc->nevents;

	if (step < 0) {
		title = event_title(t->a, t->proc, l->owner);
		fact = event_day(t, l->owner);
		latest = t->plan->events[l->owner].room.latest.day;
	} else {
		title = step_at(t, step, l->at);
		s = l->at == NULL ? NULL : plan_slot(t->plan, step, l->at);
		fact = s != NULL && s->posted ? s->opens : DAY_NONE;
		latest = s == NULL ? DAY_NONE : s->room.latest.day;
	}
	if (day_is(fact))
		return arena_printf(t->a, _("%s (%s)"), title,
		    day_words(t->a, fact));
	if (!day_is(latest) || t->f->code == CODE_CONFLICT)
		return title;
	return arena_printf(t->a, _("%s (itself due by %s)"), title,
	    day_words(t->a, latest));
}

static const char *
pushed_reason(const struct told *t, const struct limit *l)
{
	const struct bound	*b = l->bound;
	const char		*who = pusher(t, l), *n;

	if (b->kind == BOUND_LEAST_AFTER) {
		n = period_words(t->a, b->period);
		return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
		    _("%s must come at least %s after its last day") :
		    _("%s must come at least %s after it goes up"), who, n);
	}
	return arena_printf(t->a, b->point.edge == EDGE_CLOSES ?
	    _("its period must be over before %s") :
	    _("it must be up by the time of %s"), who);
}

static bool
is_own(const struct told *t, const struct limit *l)
{
	return l->owner == (t->f->step >= 0 ? t->proc->nevents + t->f->step :
	    t->f->event);
}

/* The sentence with what set the day behind it. */
static const char *
with_reason(const struct told *t, const char *core)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL)
		return arena_printf(t->a, _("%s."), core);
	return arena_printf(t->a, _("%s: %s."), core,
	    is_own(t, l) ? own_reason(t, l) : pushed_reason(t, l));
}

static const char *
with_text(const struct told *t, const char *core, const char *why)
{
	return arena_printf(t->a, _("%s: %s."), core, why);
}

/* ---- one finding each */

static const char *
tell_missing(const struct told *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Nothing has been posted; the last day for it was %s") :
	    _("No day is recorded for it; the last day for it was %s"),
	    day_words(t->a, t->f->due)));
}

static const char *
tell_late(const struct told *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Posted on %s, %s after the last day for it, %s") :
	    _("Done on %s, %s after the last day for it, %s"),
	    day_words(t->a, t->f->actual), days_words(t->a, t->f->days),
	    day_words(t->a, t->f->due)));
}

static const char *
tell_early(const struct told *t)
{
	return with_reason(t, arena_printf(t->a, t->slot != NULL ?
	    _("Posted on %s, %s before the first day for it, %s") :
	    _("Done on %s, %s before the first day for it, %s"),
	    day_words(t->a, t->f->actual), days_words(t->a, t->f->days),
	    day_words(t->a, t->f->due)));
}

static const char *
tell_short(const struct told *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = arena_printf(t->a, _("Posted on %s and shown through %s, %s "
	    "short of the period asked for, which runs through %s"),
	    day_words(t->a, t->slot == NULL ? DAY_NONE : t->slot->opens),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due));
	return with_text(t, core, lasts_words(t->a,
	    t->proc->steps[f->step].judged));
}

static const char *
tell_tight(const struct told *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = arena_printf(t->a, _("Posted on %s and shown through %s, which "
	    "is just enough; a stricter count asks for %s more, through %s"),
	    day_words(t->a, t->slot == NULL ? DAY_NONE : t->slot->opens),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due));
	return with_text(t, core, lasts_words(t->a,
	    t->proc->steps[f->step].planned));
}

/* What was wrong with a slot when the event did not wait for it, or NULL. */
static const char *
shut_slot(const struct told *t, const struct slot *s, enum edge edge)
{
	const char	*who = step_at(t, s->step, s->division);
	struct day	 when = t->f->actual, first;

	if (!s->posted)
		return arena_printf(t->a, _("%s has not been posted"), who);
	if (edge == EDGE_OPENS || day_cmp(s->opens, when) > 0)
		return day_cmp(s->opens, when) <= 0 ? NULL :
		    arena_printf(t->a, _("%s was posted only on %s"), who,
		    day_words(t->a, s->opens));
	if (!day_is(s->judged)) {
		first = day_is(s->judged_brink) ? s->judged_brink : s->opens;
		return day_cmp(when, first) > 0 ? NULL : arena_printf(t->a,
		    _("nobody can tell yet when %s is over"), who);
	}
	if (day_is(s->ends) && day_cmp(s->ends, s->judged) < 0)
		return arena_printf(t->a,
		    _("%s was shown only through %s instead of %s"), who,
		    day_words(t->a, s->ends), day_words(t->a, s->judged));
	if (day_cmp(when, s->judged) > 0)
		return NULL;
	return arena_printf(t->a, _("%s was to be shown through %s"), who,
	    day_words(t->a, s->judged));
}

static const char *
shut_event(const struct told *t, int event)
{
	const struct event_plan	*e = &t->plan->events[event];
	const char		*who = event_title(t->a, t->proc, event);
	struct day		 first = e->n > 0 ? e->day :
				    e->room.lower.day;

	if (!day_is(first) || day_cmp(t->f->actual, first) >= 0)
		return NULL;
	return e->n > 0 ? arena_printf(t->a, _("%s came only on %s"), who,
	    day_words(t->a, first)) :
	    arena_printf(t->a, _("%s is not recorded"), who);
}

/* The first of the shut gates by name, of the others the number. */
static const char *
shut_gates(const struct told *t)
{
	const struct event_rule	*r = &t->proc->events[t->f->event];
	const struct point	*pt;
	const char		*list = "", *one;
	int			 i, k, step, n = 0;

	for (i = 0; i < r->nbounds; i++) {
		pt = &r->bounds[i].point;
		step = pt->index - t->proc->nevents;
		if (r->bounds[i].kind != BOUND_GATE)
			continue;
		if (step < 0) {
			one = shut_event(t, pt->index);
			if (one != NULL && n++ < GATES_TOLD)
				list = join(t->a, list, one);
			continue;
		}
		for (k = t->plan->first[step]; k < t->plan->first[step + 1];
		    k++) {
			one = shut_slot(t, &t->plan->slots[k], pt->edge);
			if (one != NULL && n++ < GATES_TOLD)
				list = join(t->a, list, one);
		}
	}
	if (n <= GATES_TOLD)
		return list;
	n -= GATES_TOLD;
	return join(t->a, list, arena_printf(t->a, text_plural("%d more",
	    "%d more", (unsigned long)n), n));
}

static const char *
tell_gate(const struct told *t)
{
	const struct finding	*f = t->f;
	const char		*core;

	core = day_is(f->due) ? arena_printf(t->a, _("Done on %s, %s before "
	    "publicity allowed it on %s"), day_words(t->a, f->actual),
	    days_words(t->a, f->days), day_words(t->a, f->due)) :
	    arena_printf(t->a, _("Done on %s although publicity does not "
	    "allow it to this day"), day_words(t->a, f->actual));
	return arena_printf(t->a, _("%s; %s."), core, shut_gates(t));
}

/* Does a point follow this one, directly or past what is not recorded? */
static bool
follows(const struct plan *p, int point, int this, int depth)
{
	const struct procedure	*r = p->proc;
	const struct bound	*b = point < r->nevents ?
				    r->events[point].bounds :
				    r->steps[point - r->nevents].bounds;
	int			 i, n = point < r->nevents ?
				    r->events[point].nbounds :
				    r->steps[point - r->nevents].nbounds;

	for (i = 0; i < n; i++) {
		if (!bound_follows(&b[i]))
			continue;
		if (b[i].point.index == this)
			return true;
		if (depth > 0 && b[i].point.index < r->nevents &&
		    p->events[b[i].point.index].n == 0 &&
		    follows(p, b[i].point.index, this, depth - 1))
			return true;
	}
	return false;
}

static bool
happened_on(const struct plan *p, int point, struct day d)
{
	int	i, step = point - p->proc->nevents;
	size_t	k;

	if (step < 0) {
		for (k = 0; k < p->events[point].n; k++)
			if (day_cmp(p->events[point].facts[k].day, d) == 0)
				return true;
		return false;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (p->slots[i].posted &&
		    day_cmp(p->slots[i].opens, d) == 0)
			return true;
	return false;
}

/* What went on, on the day that an objection was due. */
static const char *
follower(const struct told *t)
{
	enum { DEPTH = 6 };
	int	i, n = t->proc->nevents + t->proc->nsteps;
	int	this = t->proc->nevents + t->f->step;

	for (i = 0; i < n; i++)
		if (i != this && happened_on(t->plan, i, t->f->due) &&
		    follows(t->plan, i, this, DEPTH))
			return point_title(t->a, t->proc, i);
	return _("what comes next");
}

static const char *
objection_words(const struct told *t)
{
	const struct objection	*o = t->f->objection;

	if (o == NULL)
		return _("An objection");
	if (*o->number == '\0')
		return arena_printf(t->a, _("An objection received on %s"),
		    day_words(t->a, o->received));
	return arena_printf(t->a, _("Objection %s (received on %s)"),
	    o->number, day_words(t->a, o->received));
}

static const char *
tell_objection(const struct told *t)
{
	const struct finding	*f = t->f;
	const char		*who = objection_words(t);
	const char		*due = day_words(t->a, f->due);

	if (!day_is(f->actual))
		return arena_printf(t->a, _("%s is not resolved, yet %s went "
		    "ahead on %s."), who, follower(t), due);
	return arena_printf(t->a, _("%s was resolved only on %s, %s after %s "
	    "went ahead on %s."), who, day_words(t->a, f->actual),
	    days_words(t->a, f->days), follower(t), due);
}

static const char *
tell_conflict(const struct told *t)
{
	const struct finding	*f = t->f;

	return with_reason(t, arena_printf(t->a, _("Can go up on %s at the "
	    "earliest, %s after the last day for it, %s"),
	    day_words(t->a, f->actual), days_words(t->a, f->days),
	    day_words(t->a, f->due)));
}

static const char *
tell_no_rule(struct arena *a, const struct finding *f)
{
	struct day	first = matter_first_day(f->matter);

	if (!day_is(first))
		return arena_printf(a, _("No rule of the procedure %s is "
		    "there for this division, so nothing can be judged."),
		    f->matter->procedure);
	return arena_printf(a, _("No rule of the procedure %s is in force "
	    "for this division on the first recorded day of the case, %s, so "
	    "nothing can be judged."), f->matter->procedure,
	    day_words(a, first));
}

static const char *
tell_unknown(const struct told *t)
{
	const struct slot	*s = t->slot;
	const struct limit	*l;

	if (s == NULL || s->room.unknown)
		return _("From which day it may be posted cannot be told: the "
		    "working days that the sum needs are not yet settled.");
	if (s->posted && s->judged_unknown)
		return day_is(s->judged_brink) ? arena_printf(t->a,
		    _("Posted on %s, but its last day cannot be told: whether "
		    "%s is a working day is not yet settled."),
		    day_words(t->a, s->opens),
		    day_words(t->a, s->judged_brink)) :
		    arena_printf(t->a, _("Posted on %s, but its last day "
		    "cannot be told."), day_words(t->a, s->opens));
	l = &s->room.brink;
	if (l->bound == NULL)
		return _("Its last day in time cannot be told: the working "
		    "days that the sum needs are not yet settled.");
	return arena_printf(t->a, _("Its last day in time (%s) cannot be told: "
	    "whether %s is a working day is not yet settled."),
	    own_reason(t, l), day_words(t->a, l->day));
}

static const char *
tell_unrecorded(const struct told *t)
{
	return arena_printf(t->a, _("Posted on %s, but no day is recorded for "
	    "%s, which comes first."), day_words(t->a, t->f->actual),
	    event_title(t->a, t->proc,
	    t->f->event));
}

static const char *
tell_medium(const struct told *t)
{
	return arena_printf(t->a, t->slot != NULL && t->slot->posted ?
	    _("First posted on %s, but not in every medium that the rule "
	    "requires.") :
	    _("First posted on %s, but in no medium that the rule accepts."),
	    day_words(t->a, t->f->actual));
}

static const char *
tell_content(const struct told *t)
{
	return arena_printf(t->a, _("Posted on %s, but some of the content "
	    "that the rule asks for is in no posting."),
	    day_words(t->a, t->f->actual));
}

static const char *
tell_review(const struct told *t)
{
	return arena_printf(t->a, _("Posted on %s without a confidentiality "
	    "review on or before the day of posting."),
	    day_words(t->a, t->f->actual));
}

static const char *
tell_privacy(const struct told *t)
{
	return arena_printf(t->a, _("The text posted since %s shows a whole "
	    "identity-card, bank-card or mobile number."),
	    day_words(t->a, t->f->actual));
}

static const char *
tell_handler(const struct told *t)
{
	return arena_printf(t->a, _("%s was handled by %s; the rule names "
	    "%s."), objection_words(t), t->f->objection == NULL ? "" :
	    t->f->objection->handler, t->proc->steps[t->f->step].handler);
}

static const char	*(*const tell[CODES])(const struct told *) = {
	[CODE_MISSING] = tell_missing, [CODE_LATE] = tell_late,
	[CODE_EARLY] = tell_early, [CODE_SHORT] = tell_short,
	[CODE_ORDER] = tell_early, [CODE_GATE] = tell_gate,
	[CODE_OBJECTION] = tell_objection, [CODE_CONFLICT] = tell_conflict,
	[CODE_UNKNOWN] = tell_unknown, [CODE_TIGHT] = tell_tight,
	[CODE_UNRECORDED] = tell_unrecorded, [CODE_MEDIUM] = tell_medium,
	[CODE_CONTENT] = tell_content, [CODE_REVIEW] = tell_review,
	[CODE_PRIVACY] = tell_privacy, [CODE_HANDLER] = tell_handler,
};

static struct told
told_of(struct arena *a, const struct finding *f, const struct names *names)
{
	struct told	t = { .a = a, .f = f, .names = names };

	t.plan = f->plan;
	t.proc = f->plan->proc;
	if (f->step >= 0)
		t.slot = plan_slot(f->plan, f->step, f->division);
	return t;
}

const char *
message_subject(struct arena *a, const struct finding *f,
    const struct names *names)
{
	const char	*where = message_place(a, names, f->division);
	const char	*what;

	if (f->plan == NULL)
		what = f->matter->procedure;
	else if (f->step >= 0)
		what = message_step(&f->plan->proc->steps[f->step]);
	else
		what = message_event(&f->plan->proc->events[f->event]);
	return arena_printf(a, _("%s, %s"), what, where);
}

const char *
message_body(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct told	 t;
	const char	*s;

	if (f->plan == NULL)
		return tell_no_rule(a, f);
	t = told_of(a, f, names);
	s = tell[f->code](&t);
	return *f->note == '\0' ? s :
	    arena_printf(a, _("%s (Note: %s)"), s, f->note);
}

const char *
message_finding(struct arena *a, const struct finding *f,
    const struct names *names)
{
	return arena_printf(a, _("%s: %s"), message_subject(a, f, names),
	    message_body(a, f, names));
}

/* ---- what to do */

/* "at least 7 days, the first day not counted", or NULL: no period. */
static const char *
full_period(const struct told *t)
{
	const struct step_rule	*r = &t->proc->steps[t->f->step];

	return r->lasts ? lasts_words(t->a, r->planned) : NULL;
}

static const char *
mend_missing(const struct told *t)
{
	const char	*full;

	if (t->f->step < 0)
		return _("Do it at once and record the day; if it is done, "
		    "record the day it was done.");
	full = full_period(t);
	return full == NULL ? _("Post it at once and record it.") :
	    arena_printf(t->a, _("Post it at once, record it, and leave it up "
	    "for its full period (%s)."), full);
}

static const char *
mend_late(const struct told *t)
{
	return t->f->step < 0 ?
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file.") :
	    _("Check the days recorded; if they are right, put the reason for "
	    "the delay on file and leave the notice up for its full period.");
}

static const char *
mend_early(const struct told *t)
{
	const char	*full = full_period(t);
	const char	*due = day_words(t->a, t->f->due);

	return full == NULL ? arena_printf(t->a, _("Post it again, on %s or "
	    "later, and record it."), due) : arena_printf(t->a, _("Post it "
	    "again, on %s or later, for its full period (%s), and record "
	    "it."), due, full);
}

static const char *
mend_short(const struct told *t)
{
	return arena_printf(t->a, _("Post it again for its full period "
	    "without a gap (%s), from the day it goes up; what comes next "
	    "waits until then."), lasts_words(t->a,
	    t->proc->steps[t->f->step].planned));
}

static const char *
mend_order(const struct told *t)
{
	return arena_printf(t->a, _("Check the days recorded; if they are "
	    "right, report upward and do it again in order, on %s or later."),
	    day_words(t->a, t->f->due));
}

static const char *
mend_gate(const struct told *t)
{
	if (day_is(t->f->due))
		return arena_printf(t->a, _("Report upward; check the days "
		    "recorded, and let nothing further be accepted or paid "
		    "before %s."), day_words(t->a, t->f->due));
	return _("Report upward; accept and pay nothing further until what is "
	    "missing has been posted in full.");
}

static const char *
mend_objection(const struct told *t)
{
	return day_is(t->f->actual) ?
	    _("Report upward why it went ahead; put the result of the "
	    "objection on file with it.") :
	    _("Stop what comes next, resolve the objection at once, answer "
	    "whoever raised it, and record the day and the outcome.");
}

static const char *
mend_conflict(const struct told *t)
{
	const struct limit	*l = &t->f->because;

	if (l->bound == NULL || is_own(t, l))
		return _("Ask the superior office now: the last day cannot be "
		    "kept. Post as soon as it is allowed.");
	if (l->owner >= t->proc->nevents ||
	    !day_is(event_day(t, l->owner)))
		return _("Move what must come after it to a later day, or ask "
		    "the superior office now.");
	return arena_printf(t->a, _("Move %s to a later day, or ask the "
	    "superior office now."), point_title(t->a, t->proc, l->owner));
}

static const char *
mend_unknown(const struct told *t)
{
	(void)t;
	return _("Put in the holiday calendar of the coming year as soon as "
	    "its notice is out; until then post early and take down late.");
}

static const char *
mend_tight(const struct told *t)
{
	return arena_printf(t->a, _("Leave it up %s more, through %s."),
	    days_words(t->a, t->f->days), day_words(t->a, t->f->due));
}

static const char *
mend_unrecorded(const struct told *t)
{
	return arena_printf(t->a, _("Record the day of %s; if it has not taken "
	    "place, post again after it."), event_title(t->a, t->proc,
	    t->f->event));
}

static const char *
mend_medium(const struct told *t)
{
	(void)t;
	return _("Post it in the media that the rule names, for its full "
	    "period, and record each.");
}

static const char *
mend_content(const struct told *t)
{
	(void)t;
	return _("Complete the text and post it again; record what it holds.");
}

static const char *
mend_review(const struct told *t)
{
	(void)t;
	return _("Have it reviewed now, take it down if the review asks for "
	    "it, and record the day of the review.");
}

static const char *
mend_privacy(const struct told *t)
{
	(void)t;
	return _("Cover the number at once, in print and on the web, and put "
	    "up the covered text for the rest of the period.");
}

static const char *
mend_handler(const struct told *t)
{
	return arena_printf(t->a, _("Have %s look into the objection, or "
	    "correct the record."), t->proc->steps[t->f->step].handler);
}

static const char	*(*const mend[CODES])(const struct told *) = {
	[CODE_MISSING] = mend_missing, [CODE_LATE] = mend_late,
	[CODE_EARLY] = mend_early, [CODE_SHORT] = mend_short,
	[CODE_ORDER] = mend_order, [CODE_GATE] = mend_gate,
	[CODE_OBJECTION] = mend_objection, [CODE_CONFLICT] = mend_conflict,
	[CODE_UNKNOWN] = mend_unknown, [CODE_TIGHT] = mend_tight,
	[CODE_UNRECORDED] = mend_unrecorded, [CODE_MEDIUM] = mend_medium,
	[CODE_CONTENT] = mend_content, [CODE_REVIEW] = mend_review,
	[CODE_PRIVACY] = mend_privacy, [CODE_HANDLER] = mend_handler,
};

const char *
message_remedy(struct arena *a, const struct finding *f,
    const struct names *names)
{
	struct told	t;

	if (f->plan == NULL)
		return _("Check the division and the days of the case; if they "
		    "are right, have a rule made that covers them.");
	t = told_of(a, f, names);
	return mend[f->code](&t);
}

/* ---- what comes next in a plan */

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
	const struct room	*r = &s->room;
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
	case STATE_DONE:
	case STATE_STANDING:
	case STATE_BROKEN:
	case STATES:
		break;
	}
	return next_by(a, r, today, next_from(a, r));
}
