/*
 * A case explained: point by point, each with what is given and what comes of
 * it.
 */
#include <string.h>

#include "account/explainer.h"
#include "base/text.h"
#include "words/lines.h"
#include "words/message.h"
#include "words/say.h"

static void
text_line(struct explainer *t, int indent, const char *s)
{
	int	i;

	for (i = 0; i < indent; i++)
		putc_unlocked(' ', t->l.out);
	text_wrap(t->l.out, text_safe(t->a, s), indent, indent + 2,
	    t->l.width);
}

static void
text_head(struct explainer *t, const char *label, const char *what)
{
	text_line(t, LEFT, arena_printf(t->a, _("%s: %s"), label, what));
}

/* ---- findings */

bool
finding_of(const struct account *a, const struct finding *f)
{
	if (f->plan == NULL)
		return false;
	if (a->event != NULL)
		return f->step < 0 && f->event == a->point;
	if (f->step != a->slot->step)
		return false;
	if (strcmp(f->division, a->slot->division) == 0)
		return true;
	/* An objection at a place without a slot: told at the first. */
	return plan_slot(a->plan, f->step, f->division) == NULL &&
	    a->slot == &a->plan->slots[a->plan->first[f->step]];
}

static void
tell_findings(struct explainer *t)
{
	const struct verdict	*v = t->x->verdict;
	const struct finding	*f;
	size_t			 i;

	for (i = 0; t->form->findings && i < v->n; i++) {
		f = &v->findings[i];
		if (!finding_of(t->of, f))
			continue;
		tell_head(t, _("Finding"), arena_printf(t->a, _("%s, %s [%s]"),
		    message_severity(f->severity), message_code(f->code,
		    finding_of_event(f)), code_name(f->code)));
		tell_line(t, IN, told_say(t->a, t->l.words, message_body(t->a,
		    f, t->l.names)));
		tell_line(t, IN, arena_printf(t->a, _("→ %s"),
		    told_say(t->a, t->l.words, message_remedy(t->a, f,
		    t->l.names))));
		if (f->basis != NULL)
			tell_line(t, IN, arena_printf(t->a, _("Basis: %s"),
			    f->basis->text));
		if (f->plan->proc->pack->why[f->code] != NULL)
			tell_line(t, IN, arena_printf(t->a, _("Why: %s"),
			    f->plan->proc->pack->why[f->code]));
	}
}

/* ---- points */

static void
text_title(struct explainer *t, const char *s)
{
	const char	*safe = text_safe(t->a, s);
	int		 i, n = text_width(safe, strlen(safe));

	putc_unlocked('\n', t->l.out);
	if (t->l.colour)
		fputs("\033[1m", t->l.out);
	text_wrap(t->l.out, safe, 0, 2, t->l.width);
	if (t->l.colour)
		fputs("\033[0m", t->l.out);
	for (i = 0; i < n && i < t->l.width; i++)
		putc_unlocked('-', t->l.out);
	putc_unlocked('\n', t->l.out);
}

/* Is there a finding at slot i?  Asks for its place alone, not for reasons. */
static bool
has_finding(const struct explainer *t, int i)
{
	struct account	a = { .plan = t->x->all,
			    .slot = &t->x->all->slots[i] };
	size_t		k;

	for (k = 0; k < t->x->verdict->n; k++)
		if (finding_of(&a, &t->x->verdict->findings[k]))
			return true;
	return false;
}

static bool
same_day(struct day a, struct day b)
{
	return a.n == b.n;
}

static bool
same_room(const struct room *a, const struct room *b)
{
	return same_day(a->earliest, b->earliest) &&
	    same_day(a->allowed.day, b->allowed.day) &&
	    same_day(a->due.day, b->due.day) &&
	    same_day(a->brink.day, b->brink.day) &&
	    same_day(a->latest.day, b->latest.day) &&
	    same_day(a->advised.day, b->advised.day);
}

/* Is all that would be told of slot i told of the one before it? */
static bool
repeats(struct explainer *t, int i)
{
	const struct plan	*p = t->x->all;
	const struct slot	*s = &p->slots[i], *before = s - 1;

	return t->begun && i > p->first[s->step] && s->n < 2 &&
	    s->round == 0 && before->round == 0 &&
	    before->n == s->n && s->cal == before->cal &&
	    same_day(s->opens, before->opens) &&
	    same_day(s->ends, before->ends) &&
	    same_room(s->room, before->room) &&
	    same_room(t->x->now->slots[i].room,
	    t->x->now->slots[i - 1].room) &&
	    !has_finding(t, i - 1) && !has_finding(t, i);
}

static const char *
slot_title(struct explainer *t, const struct slot *s)
{
	const struct step_rule	*r = &t->x->all->proc->steps[s->step];

	return arena_printf(t->a, _("%s (%s), %s"), message_step(r),
	    message_kind(r->kind), message_place(t->a, t->l.names,
	    s->division));
}

/* It has no days: only what keeps it away, and what was posted all the same. */
static void
tell_away(struct explainer *t, const struct condition *when)
{
	const char	*why = why_not(t, when);

	if (why == NULL)
		tell_head(t, _("Recorded"), _("no day; it need not happen"));
	else
		tell_head(t, _("State"), arena_printf(t->a, _("does not apply "
		    "here: %s"), why));
	if (when != NULL)
		tell_head(t, _("Rule"), arena_printf(t->a, _("applies %s"),
		    condition_words(t, when)));
	if (t->of->slot != NULL)
		tell_postings(t);
	tell_findings(t);
}

/* A posted one has no words for what comes next, but where it has no end. */
static const char *
state_words(struct explainer *t, int i, enum state state)
{
	const struct plan	*all = t->x->all;
	const struct slot	*s = &all->slots[i];
	const char		*words = message_state(state);
	struct told		 next;

	if (!s->posted || state == STATE_ENDED)
		next = message_next(t->a, all, i, state, t->l.today);
	else if (s->endless && (state == STATE_STANDING ||
	    state == STATE_UPCOMING))
		next = message_endless(t->a, all, s);
	else
		return words;
	return arena_printf(t->a, _("%s: %s"), words, told_say(t->a,
	    t->l.words, next));
}

void
tell_slot(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all, *now = t->x->now;
	const struct slot	*s = &all->slots[i];

	arena_reset(t->a);
	t->form->title(t, slot_title(t, s));
	if (!s->applies) {
		t->of = explain_slot(t->a, all, i);
		tell_away(t, all->proc->steps[s->step].when);
		return;
	}
	if (repeats(t, i)) {
		tell_line(t, LEFT, _("Its days are those of the place before, "
		    "and so is the reason for each."));
		return;
	}
	t->begun = true;
	t->of = explain_slot(t->a, all, i);
	tell_head(t, _("State"), state_words(t, i, plan_state(all, now, i,
	    t->l.today)));
	tell_rules(t);
	tell_rounds(t);
	tell_postings(t);
	tell_runs(t);
	tell_objections(t);
	tell_needs(t);
	tell_earliest(t);
	tell_allowed(t);
	tell_deadlines(t);
	tell_period(t);
	tell_latest(t);
	tell_end(t);
	if (now != all && !s->posted)
		tell_until_today(t, explain_slot(t->a, now, i));
	tell_findings(t);
}

void
tell_event(struct explainer *t, int i)
{
	const struct plan	*all = t->x->all;
	const struct event_plan	*e = &all->events[i];
	size_t			 k;

	arena_reset(t->a);
	t->of = explain_event(t->a, all, i);
	t->form->title(t, arena_printf(t->a, _("%s (event)"),
	    message_event(&all->proc->events[i])));
	for (k = 0; k < e->rows; k++)
		tell_head(t, day_cmp(e->facts[k].day, t->l.today) > 0 ?
		    _("Set for") : _("Recorded"),
		    weekday_words(t->a, e->facts[k].day));
	if (!e->applies) {
		tell_away(t, all->proc->events[i].when);
		return;
	}
	if (e->n == 0)
		tell_head(t, _("Recorded"), _("no day yet"));
	tell_rules(t);
	tell_needs(t);
	tell_earliest(t);
	tell_allowed(t);
	tell_deadlines(t);
	tell_latest(t);
	tell_end(t);
	if (t->x->now != all && e->n == 0)
		tell_until_today(t, explain_event(t->a, t->x->now, i));
	tell_findings(t);
}

const struct teller	text_form = {
	text_title, text_head, text_line, text_sum, text_grid, true
};

void
tell_line(struct explainer *t, int indent, const char *s)
{
	t->form->line(t, indent, s);
}

void
tell_head(struct explainer *t, const char *label, const char *what)
{
	t->form->head(t, label, what);
}

void
tell_sum(struct explainer *t, const struct sum *s, int indent)
{
	t->form->sum(t, s, indent);
}

void
tell_grid(struct explainer *t, const struct sum *s, struct day safe)
{
	t->form->grid(t, s, safe);
}

/* ---- a case */

static void
tell_case(struct explainer *t)
{
	const struct matter	*m = t->x->all->matter;
	const struct pack	*p = t->x->all->proc->pack;
	const char		*s = m->id;
	char			 day[DAY_TEXT];

	if (*m->title != '\0')
		s = arena_printf(t->a, _("%s  %s"), s, m->title);
	tell_line(t, 0, arena_printf(t->a, _("%s  [%s]  %s"), s,
	    message_procedure(t->x->all->proc),
	    message_place(t->a, t->l.names, m->division)));
	tell_line(t, 0, arena_printf(t->a, _("Explained as of %s, by the rules "
	    "of %s. Each day can be recounted on any calendar."),
	    day_print(t->l.today, day), title_in(p->id, p->title,
	    p->title_en)));
}

static void
explain_text(struct explainer *t)
{
	const struct explained	*x = t->x;
	int			 i;

	tell_case(t);
	for (i = 0; x->event < 0 && i < x->all->nslots; i++)
		if (division_within(x->all->slots[i].division, t->l.top) &&
		    (x->step < 0 || x->all->slots[i].step == x->step))
			tell_slot(t, i);
	for (i = 0; x->step < 0 && i < x->all->proc->nevents; i++)
		if (x->event < 0 || x->event == i)
			tell_event(t, i);
	if (!t->full) {
		putc_unlocked('\n', t->l.out);
		tell_line(t, 0, arena_printf(t->a, _("Every day of every sum, "
		    "and a month to look at: gongshi explain %s with the name "
		    "of a step or event behind it."),
		    x->all->matter->id));
	}
}

void
write_explained(struct layout l, const struct explained *x)
{
	struct explainer	t = { .l = l, .form = &text_form,
				    .a = arena_new(), .x = x };

	t.full = x->step >= 0 || x->event >= 0;
	t.l.width = l.width <= 0 ? 80 : l.width;
	if (l.format == FORMAT_JSON)
		explain_json(&t);
	else
		explain_text(&t);
	arena_free(t.a);
}
