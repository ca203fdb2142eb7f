/*
 * Explanations as JSON: every day of every sum.  Keys as explain.h has them.
 */
#include <inttypes.h>
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/json.h"
#include "words/message.h"

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

static void
tick(struct explainer *t, const struct tick *k)
{
	static const char *const	as[] = {
		"act", "counted", "passed", "months", "landed", "open",
		"paused", "held", "dated", "moved"
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
	fputs("]}", t->l.out);
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
			json_finding(t->l.out, &k, false);
			lead = ",\n    ";
		}
	putc_unlocked(']', t->l.out);
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
	text(t, "state", state_name(plan_state(all, t->x->now, i,
	    t->l.today)));
	day(t, "posted", s->posted ? s->opens : DAY_NONE);
	day(t, "until", s->posted ? s->ends : DAY_NONE);
	runs(t);
	sum(t, "judged", t->of->judged);
	sum(t, "planned", t->of->planned);
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
	fputs(", \"recorded\": [", t->l.out);
	for (k = 0; k < e->n; k++) {
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
