/*
 * The words that sentences are made of: titles, places; parts.c has the rest.
 */
#include <string.h>

#include "base/text.h"
#include "rule/terms.h"
#include "words/codes.h"
#include "words/saying.h"

/* ---- titles */

/* An event is done, where a notice is posted. */
const char *
message_code(enum code c, bool of_event)
{
	const struct code_words	*w = code_words(c);

	return text_in(of_event && w->done != NULL ? w->done : w->title);
}

const char *
message_severity(enum severity s)
{
	return severity_word(s, text_lang());
}

const char *
message_state(enum state s)
{
	static const char *const	words[STATES] = {
		[STATE_ENDED] = N_("ended"),
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
message_point(const struct procedure *p, int point)
{
	return point < p->nevents ? message_event(&p->events[point]) :
	    message_step(&p->steps[point - p->nevents]);
}

const char *
message_procedure(const struct procedure *p)
{
	return title_in(p->id, p->title, p->title_en);
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

/* ---- a finding on its way into words */

struct saying
saying_of(struct arena *a, const struct finding *f, const struct names *names)
{
	struct saying	t = { .a = a, .f = f, .names = names };

	t.plan = f->plan;
	t.proc = f->plan->proc;
	if (f->step >= 0)
		t.slot = plan_slot(f->plan, f->step, f->division);
	return t;
}

/* Of one that repeats `down` counts from the first in the notice's round. */
static struct day
day_since(const struct event_plan *e, struct day from)
{
	size_t	i;

	for (i = 0; i < e->n; i++)
		if (!day_is(from) || day_cmp(e->facts[i].day, from) >= 0)
			return e->facts[i].day;
	return DAY_NONE;
}

struct day
event_day(const struct saying *t, int event)
{
	const struct event_plan	*e = &t->plan->events[event];
	const struct matter	*m = t->f->matter;
	size_t			 i;

	if (t->f->code == CODE_OVERSTAY && t->slot != NULL)
		return day_since(e, t->slot->begins);
	if (e->n > 0 || t->f->code != CODE_CONFLICT || !e->applies)
		return e->day;
	for (i = 0; i < m->nevents; i++)
		if (strcmp(m->events[i].event,
		    t->proc->events[event].id) == 0)
			return m->events[i].day;
	return DAY_NONE;
}

bool
is_own(const struct saying *t, const struct limit *l)
{
	return l->owner == (t->f->step >= 0 ? t->proc->nevents + t->f->step :
	    t->f->event);
}

const char *
message_medium(const char *id)
{
	const struct told	t = medium_told(id);

	return t.kind == TOLD_MESSAGE ? text_in(t.text) : t.text;
}

const char *
message_outcome(const char *id)
{
	const struct term	*t = outcome_terms;

	while (t->id != NULL && strcmp(t->id, id) != 0)
		t++;
	return t->id == NULL ? id : text_in(t->title);
}
