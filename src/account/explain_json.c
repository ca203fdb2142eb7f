/*
 * Explanations as JSON: every day of every sum.  Keys as explain.h has them.
 */
#include <inttypes.h>
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/json.h"
#include "words/message.h"
#include "words/parts.h"

static void
text(struct explainer *t, const char *key, const char *value)
{
	fprintf(t->l.out, ", \"%s\": ", key);
	json_string(t->l.out, value);
}

static void
day(struct explainer *t, const char *key, struct day d)
{
	fprintf(t->l.out, ", \"%s\": ", key);
	json_day(t->l.out, d);
}

static void
flag(struct explainer *t, const char *key, bool on)
{
	fprintf(t->l.out, ", \"%s\": %s", key, on ? "true" : "false");
}

static void	sum(struct explainer *, const char *key, const struct sum *);

static void
tick(struct explainer *t, const struct tick *k)
{
	static const char *const	as[] = {
		"act", "counted", "passed", "months", "landed", "open",
		"paused", "held", "dated", "moved", "open"
	}, *const			is[] = {
		"off", "worked", "unsettled"
	};
	const struct holiday		*h = k->holiday;

	fputs("{\"day\": ", t->l.out);
	json_day(t->l.out, k->day);
	text(t, "is", is[k->kind]);
	flag(t, "made_up", tick_made_up(k));
	text(t, "holiday", h == NULL || *h->name == '\0' ? NULL : h->name);
	text(t, "notice", h == NULL || *h->notice == '\0' ? NULL : h->notice);
	text(t, "as", as[k->as]);
	if (k->as == TICK_COUNTED)
		fprintf(t->l.out, ", \"number\": %" PRId32 "}", k->number);
	else
		fputs(", \"number\": null}", t->l.out);
}

/* What only a deadline up to a date, or one that was stopped, has. */
static void
sum_more(struct explainer *t, const struct sum *s)
{
	if (s->period.n == 0 && s->month > 0)
		fprintf(t->l.out, ", \"by\": \"%02d-%02d\"", s->month,
		    s->date);
	else if (s->period.n == 0)
		fprintf(t->l.out, ", \"by\": \"%02d\"", s->date);
	if (s->held)
		flag(t, "held", true);
	if (s->more != NULL)
		sum(t, "longer", s->more);
}

static void
sum(struct explainer *t, const char *key, const struct sum *s)
{
	static const char *const	units[] = { "day", "workday", "month" };
	size_t				 i;

	if (s == NULL) {
		text(t, key, NULL);
		return;
	}
	fprintf(t->l.out, ", \"%s\": {\"n\": %" PRId32, key, s->period.n);
	text(t, "unit", units[s->period.unit]);
	flag(t, "first_day_counted", s->period.same_day);
	flag(t, "rolls", s->period.roll && s->period.unit != UNIT_WORKDAY);
	text(t, "division", s->division);
	day(t, "act", s->act);
	day(t, "limit", s->limit);
	day(t, "last", s->last);
	day(t, "brink", s->brink);
	day(t, "beyond", s->beyond);
	fputs(", \"days\": [", t->l.out);
	for (i = 0; i < s->n; i++) {
		fputs(i > 0 ? ",\n    " : "\n    ", t->l.out);
		tick(t, &s->ticks[i]);
	}
	putc_unlocked(']', t->l.out);
	sum_more(t, s);
	putc_unlocked('}', t->l.out);
}

static void	reason(struct explainer *, const struct reason *);

static void
member_reason(struct explainer *t, const char *key, const struct reason *r)
{
	fprintf(t->l.out, ",\n   \"%s\": ", key);
	reason(t, r);
}

static const char *
basis_of(const struct bound *b)
{
	return b->basis == NULL ? NULL : b->basis->text;
}

/* What only the whole language has. */
static void
reason_more(struct explainer *t, const struct reason *r)
{
	const struct procedure	*p = t->x->all->proc;

	if (r->part != NULL && r->part->kind != PART_LASTS)
		text(t, "part", part_phrase(t->a, p, r->part));
	if (day_is(r->least) && day_cmp(r->least, r->brink) != 0)
		day(t, "least", r->least);
	if (r->held)
		flag(t, "held", true);
}

static void
reason(struct explainer *t, const struct reason *r)
{
	static const char *const	kinds[] = { "after", "due", "ahead" };
	static const char *const	known[] = {
		"no", "unknown", "recorded", "posted", "earliest", "latest",
		"advised", "passed", "round", "open"
	};

	if (r == NULL) {
		fputs("null", t->l.out);
		return;
	}
	fprintf(t->l.out, "{\"kind\": \"%s\"", kinds[r->kind]);
	text(t, "phrase", r->bound == NULL ? NULL :
	    bound_words(t, r->bound, false));
	text(t, "basis", r->bound == NULL ? NULL : basis_of(r->bound));
	text(t, "point", point_id(t->x->all->proc, r->other));
	text(t, "division", r->at);
	text(t, "known", known[r->known]);
	day(t, "base", r->base);
	member_reason(t, "why", r->next);
	sum(t, "window", r->window);
	sum(t, "count", r->count);
	day(t, "edge", r->edge);
	day(t, "day", r->day);
	day(t, "brink", r->brink);
	reason_more(t, r);
	putc_unlocked('}', t->l.out);
}

static void
rules(struct explainer *t)
{
	const struct rules_told	*all = rules_of(t, false);
	const struct rule_told	*r;
	const char		*where;
	int			 i;

	fputs(", \"rules\": [", t->l.out);
	for (i = 0; i < all->n; i++) {
		r = &all->list[i];
		fputs(i > 0 ? ", {\"phrase\": " : "{\"phrase\": ", t->l.out);
		json_string(t->l.out, r->words);
		text(t, "basis", r->basis == NULL ? NULL : r->basis->text);
		where = rule_where(t, r);
		if (*where != '\0') {
			text(t, "where", where);
			flag(t, "applies", r->why_not == NULL);
		}
		putc_unlocked('}', t->l.out);
	}
	putc_unlocked(']', t->l.out);
}

static void
reasons(struct explainer *t, const struct reason *const *list, int n)
{
	int	i;

	putc_unlocked('[', t->l.out);
	for (i = 0; i < n; i++) {
		if (i > 0)
			fputs(",\n    ", t->l.out);
		reason(t, list[i]);
	}
	putc_unlocked(']', t->l.out);
}

static void
needs(struct explainer *t)
{
	const struct need	*n;
	int			 i;

	fputs(",\n   \"needs\": [", t->l.out);
	for (i = 0; i < t->of->nneeds; i++) {
		n = &t->of->needs[i];
		fputs(i > 0 ? ",\n    {\"phrase\": " : "{\"phrase\": ",
		    t->l.out);
		json_string(t->l.out, bound_words(t, n->bound, false));
		flag(t, "gate", n->bound->kind == BOUND_GATE);
		flag(t, "sets", n->sets);
		fputs(", \"of\": ", t->l.out);
		reasons(t, n->of, n->n);
		putc_unlocked('}', t->l.out);
	}
	putc_unlocked(']', t->l.out);
}

static void
findings(struct explainer *t)
{
	const struct verdict	*v = t->x->verdict;
	const char		*lead = "";
	struct kept		 k;
	size_t			 i;

	fputs(",\n   \"findings\": [", t->l.out);
	for (i = 0; i < v->n; i++)
		if (finding_of(t->of, &v->findings[i])) {
			fputs(lead, t->l.out);
			k = message_kept(t->a, &v->findings[i], t->l.names);
			json_finding(t->l.out, t->a, t->l.words, &k,
			    false);
			lead = ",\n    ";
		}
	putc_unlocked(']', t->l.out);
}

/* Without what an end cuts off, where that makes a difference. */
static void
owed(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct room	*r = a->slot != NULL ? a->slot->owed :
				    a->event->owed;

	if (r->latest.day.n == a->room->latest.day.n)
		return;
	day(t, "owed", r->latest.day);
	member_reason(t, "owed_by", r->latest.why);
}

static void
account(struct explainer *t, const char *title)
{
	const struct account	*a = t->of;
	const struct room	*r = a->room;

	text(t, "title", title);
	rules(t);
	needs(t);
	day(t, "earliest", r->earliest);
	flag(t, "forecast", r->forecast);
	member_reason(t, "earliest_by", a->earliest);
	day(t, "allowed", r->allowed.day);
	member_reason(t, "allowed_by", a->allowed);
	day(t, "due", r->due.day);
	fputs(",\n   \"due_by\": ", t->l.out);
	reasons(t, a->due, a->ndue);
	day(t, "latest", r->latest.day);
	member_reason(t, "latest_by", a->latest);
	day(t, "advised", r->advised.day);
	member_reason(t, "advised_by", a->advised);
	owed(t);
	findings(t);
}

static void
runs(struct explainer *t)
{
	const struct run_account	*r;
	int			 i;

	fputs(", \"runs\": [", t->l.out);
	for (i = 0; i < t->of->nruns; i++) {
		r = &t->of->runs[i];
		fputs(i > 0 ? ", {\"from\": " : "{\"from\": ", t->l.out);
		json_day(t->l.out, r->from);
		day(t, "until", r->to);
		day(t, "judged", r->judged);
		fprintf(t->l.out, ", \"postings\": %d", r->postings);
		flag(t, "enough", r->enough);
		flag(t, "early", r->early);
		flag(t, "stands", r->stands);
		putc_unlocked('}', t->l.out);
	}
	putc_unlocked(']', t->l.out);
}

static void
lead(struct explainer *t, const char *key, const char *id)
{
	fprintf(t->l.out, t->begun ? ",\n  {\"%s\": " : "\n  {\"%s\": ", key);
	t->begun = true;
	json_string(t->l.out, id);
}

/* It does not apply: only what keeps it away. */
static void
away(struct explainer *t, const struct condition *when)
{
	const char	*why = why_not(t, when);

	flag(t, "applies", false);
	text(t, "why_not", why != NULL ? why :
	    _("it need not happen, and is not recorded"));
}

static void
rounds(struct explainer *t, const struct slot *s)
{
	const struct slot	*r;
	int			 i;

	if (s->round == 0)
		return;
	day(t, "begins", s->begins);
	fputs(", \"rounds\": [", t->l.out);
	for (i = 0; i < s->round; i++) {
		r = &s->rounds[i];
		fputs(i > 0 ? ", {\"begins\": " : "{\"begins\": ", t->l.out);
		json_day(t->l.out, r->begins);
		day(t, "posted", r->posted ? r->opens : DAY_NONE);
		day(t, "until", r->posted ? r->ends : DAY_NONE);
		putc_unlocked('}', t->l.out);
	}
	putc_unlocked(']', t->l.out);
}

/* Parts of a period, where it is not one number of days. */
static void
parts(struct explainer *t, const struct slot *s)
{
	const struct plan		*p = t->of->plan;
	const struct period_part	*part = plan_nth_part(p, s, 0);
	struct day			 opens = s->posted ? s->opens :
					    s->room->earliest;
	int				 i;

	if (part == NULL || (part->kind == PART_LASTS &&
	    plan_nth_part(p, s, 1) == NULL))
		return;
	fputs(", \"parts\": [", t->l.out);
	for (i = 0; (part = plan_nth_part(p, s, i)) != NULL; i++) {
		fputs(i > 0 ? ", {\"phrase\": " : "{\"phrase\": ", t->l.out);
		json_string(t->l.out, part_phrase(t->a, p->proc, part));
		flag(t, "sets", day_is(opens) &&
		    plan_part(p, s, opens, false) == part);
		putc_unlocked('}', t->l.out);
	}
	putc_unlocked(']', t->l.out);
	day(t, "last", day_is(opens) ? s->judged : DAY_NONE);
	flag(t, "endless", s->endless);
}

static void
objections(struct explainer *t, const struct slot *s)
{
	const struct matter	*m = t->of->plan->matter;
	const struct objection	*o;
	const char		*lead = ", \"objections\": [{\"number\": ";
	bool			 any = false;
	size_t			 i;

	for (i = 0; i < m->nobjections; i++) {
		o = &m->objections[i];
		if (!is_contested(t, o))
			continue;
		fputs(lead, t->l.out);
		lead = ", {\"number\": ";
		any = true;
		json_string(t->l.out, o->number);
		day(t, "received", o->received);
		flag(t, "late", objection_is_late(t->of->plan, o, s->step));
		day(t, "limit", objection_limit(t->of->plan, o, s->step));
		day(t, "resolved", o->resolved);
		text(t, "outcome", *o->outcome == '\0' ? NULL : o->outcome);
		putc_unlocked('}', t->l.out);
	}
	if (any)
		putc_unlocked(']', t->l.out);
}

static void
slot(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all;
	const struct slot	*s = &all->slots[i];
	const struct step_rule	*r = &all->proc->steps[s->step];

	arena_reset(t->a);
	t->of = explain_slot(t->a, all, i);
	lead(t, "step", r->id);
	text(t, "division", s->division);
	account(t, message_step(r));
	if (!s->applies)
		away(t, r->when);
	text(t, "state", s->applies ? state_name(plan_state(all, t->x->now, i,
	    t->l.today)) : NULL);
	day(t, "posted", s->posted ? s->opens : DAY_NONE);
	day(t, "until", s->posted ? s->ends : DAY_NONE);
	runs(t);
	sum(t, "judged", t->of->judged);
	sum(t, "planned", t->of->planned);
	rounds(t, s);
	parts(t, s);
	if (has_limits(r))
		objections(t, s);
	putc_unlocked('}', t->l.out);
}

static void
event(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all;
	const struct event_plan	*e = &all->events[i];
	size_t			 k;

	arena_reset(t->a);
	t->of = explain_event(t->a, all, i);
	lead(t, "event", all->proc->events[i].id);
	account(t, message_event(&all->proc->events[i]));
	if (!e->applies)
		away(t, all->proc->events[i].when);
	fputs(", \"recorded\": [", t->l.out);
	for (k = 0; k < e->rows; k++) {
		if (k > 0)
			fputs(", ", t->l.out);
		json_day(t->l.out, e->facts[k].day);
	}
	fputs("]}", t->l.out);
}

/* What the pack has behind its codes. */
static void
pack_why(struct explainer *t)
{
	const struct pack	*p = t->x->all->proc->pack;
	const char		*comma = "";
	int			 i;

	fputs(",\n \"why\": {", t->l.out);
	for (i = 0; i < CODES; i++)
		if (p->why[i] != NULL) {
			fprintf(t->l.out, "%s\"%s\": ", comma,
			    code_name((enum code)i));
			json_string(t->l.out, p->why[i]);
			comma = ", ";
		}
	putc_unlocked('}', t->l.out);
}

void
explain_json(struct explainer *t)
{
	const struct explained	*x = t->x;
	const struct matter	*m = x->all->matter;
	int			 i;

	fputs("{\"today\": ", t->l.out);
	json_day(t->l.out, t->l.today);
	text(t, "case", m->id);
	text(t, "title", m->title);
	text(t, "procedure", m->procedure);
	text(t, "pack", x->all->proc->pack->id);
	text(t, "division", m->division);
	pack_why(t);
	if (x->all->cuts)
		day(t, "end", x->all->ending.day);
	fputs(",\n \"slots\": [", t->l.out);
	for (i = 0; x->event < 0 && i < x->all->nslots; i++)
		if (division_within(x->all->slots[i].division, t->l.top) &&
		    (x->step < 0 || x->all->slots[i].step == x->step))
			slot(t, i);
	fputs("],\n \"events\": [", t->l.out);
	t->begun = false;
	for (i = 0; x->step < 0 && i < x->all->proc->nevents; i++)
		if (x->event < 0 || x->event == i)
			event(t, i);
	fputs("]}\n", t->l.out);
}
