#include "report/timeline_words.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"
#include "words/parts.h"

bool
timeline_finds(const struct plan *p, const struct finding *f, int slot,
    int event)
{
	if (slot < 0)
		return f->step < 0 && f->event == event;
	if (f->plan == NULL || f->step != p->slots[slot].step)
		return false;
	if (strcmp(f->division, p->slots[slot].division) == 0)
		return true;
	return plan_slot(p, f->step, f->division) == NULL &&
	    slot == p->first[f->step];
}

const char *
timeline_place(struct arena *a, const struct page_look *look,
    const char *division)
{
	const char	*name = name_of(look->names, division);

	return *name == '\0' ? division : arena_dup(a, name);
}

/* ---- what is asked */

static const char *
joined(struct arena *a, const char *one, const char *other)
{
	if (*one == '\0' || *other == '\0')
		return *one == '\0' ? other : one;
	return arena_printf(a, _("%s; %s"), one, other);
}

/* "may be from D on, by D (advised D)" */
static const char *
asked_words(struct arena *a, const struct room *r)
{
	const char	*from = day_words(a, r->earliest);
	const char	*to = day_words(a, r->latest.day), *words = "";

	if (day_is(r->earliest) && day_is(r->latest.day))
		words = arena_printf(a, r->forecast ?
		    _("due from about %s through %s") :
		    _("due from %s through %s"), from, to);
	else if (day_is(r->latest.day))
		words = arena_printf(a, _("due through %s"), to);
	else if (day_is(r->earliest))
		words = arena_printf(a, r->forecast ?
		    _("not before about %s") : _("not before %s"), from);
	if (day_is(r->advised.day) && (!day_is(r->latest.day) ||
	    day_cmp(r->advised.day, r->latest.day) != 0))
		words = joined(a, words, arena_printf(a, _("advised by %s"),
		    day_words(a, r->advised.day)));
	return words;
}

/* ---- what stood */

static const char *
last_words(struct arena *a, const struct slot *s)
{
	if (!s->lasts || !day_is(s->judged))
		return "";
	if (!day_is(s->planned) || day_cmp(s->planned, s->judged) == 0)
		return arena_printf(a, _("must stand through %s"),
		    day_words(a, s->judged));
	return arena_printf(a, _("must stand through %s, safe %s"),
	    day_words(a, s->judged), day_words(a, s->planned));
}

static const char *
stood_words(struct arena *a, const struct slot *s)
{
	const char	*from = day_words(a, s->opens), *words;

	words = day_is(s->ends) ? arena_printf(a, _("posted %s to %s"), from,
	    day_words(a, s->ends)) : arena_printf(a, _("posted from %s on"),
	    from);
	return joined(a, words, last_words(a, s));
}

/* ---- the same in few characters, for the label of a row */

/* Without its year, where that is the year of the day before it. */
static const char *
short_day(struct arena *a, struct day d, struct day before)
{
	const char	*words = day_words(a, d);

	return day_is(d) && day_is(before) &&
	    day_ymd(d).year == day_ymd(before).year ? words + 5 : words;
}

static const char *
short_asked(struct arena *a, const struct room *r)
{
	if (!day_is(r->earliest) || !day_is(r->latest.day))
		return asked_words(a, r);
	return arena_printf(a, _("due %s to %s"), day_words(a, r->earliest),
	    short_day(a, r->latest.day, r->earliest));
}

static const char *
short_stood(struct arena *a, const struct slot *s)
{
	const char	*from = day_words(a, s->opens), *words;

	words = day_is(s->ends) ? arena_printf(a, _("up %s to %s"), from,
	    short_day(a, s->ends, s->opens)) : arena_printf(a,
	    _("up from %s on"), from);
	if (!s->lasts || !day_is(s->judged))
		return words;
	return arena_printf(a, _("%s; last day %s"), words, short_day(a,
	    s->judged, s->opens));
}

const char *
timeline_slot_days(struct arena *a, const struct slot *s)
{
	return s->posted ? short_stood(a, s) : short_asked(a, s->room);
}

static const char *
recorded_words(struct arena *a, const struct page_look *look,
    const struct event_plan *e)
{
	enum { SHOWN = 4 };
	const char	*list = "", *day;
	size_t		 i;

	for (i = 0; i < e->rows && i < SHOWN; i++) {
		day = day_words(a, e->facts[i].day);
		list = *list == '\0' ? day : arena_printf(a, _("%s, %s"),
		    list, day);
	}
	if (e->rows > SHOWN)
		list = arena_printf(a, _("%s and %d more"), list,
		    (int)e->rows - SHOWN);
	if (*list == '\0')
		return list;
	return arena_printf(a, day_cmp(e->facts[0].day, look->today) > 0 ?
	    _("expected on %s") : _("recorded %s"), list);
}

const char *
timeline_event_days(struct arena *a, const struct page_look *look,
    const struct event_plan *e)
{
	return e->rows > 0 ? recorded_words(a, look, e) :
	    short_asked(a, e->room);
}

/* ---- whole rows */

static const char *
with_findings(struct arena *a, const struct page_case *c, const char *words,
    int slot, int event)
{
	const struct finding	*f;
	size_t			 k;

	for (k = 0; k < c->n; k++) {
		f = c->findings[k].is;
		if (timeline_finds(c->all, f, slot, event))
			words = joined(a, words, arena_printf(a, _("%s: %s"),
			    message_severity(f->severity),
			    message_code(f->code, finding_of_event(f))));
	}
	return words;
}

const char *
timeline_slot_title(struct arena *a, const struct page_look *look,
    const struct page_case *c, int i)
{
	const struct slot	*s = &c->all->slots[i];
	const char		*words;

	words = arena_printf(a, _("%s, %s: %s"),
	    message_step(&c->all->proc->steps[s->step]),
	    timeline_place(a, look, s->division), message_state(
	    plan_state(c->all, c->now, i, look->today)));
	words = joined(a, words, asked_words(a, s->room));
	if (s->posted)
		words = joined(a, words, stood_words(a, s));
	return with_findings(a, c, words, i, -1);
}

const char *
timeline_event_title(struct arena *a, const struct page_look *look,
    const struct page_case *c, int i)
{
	const struct event_plan	*e = &c->all->events[i];
	const char		*words;

	words = joined(a, message_event(&c->all->proc->events[i]),
	    recorded_words(a, look, e));
	if (e->applies)
		words = joined(a, words, asked_words(a, e->room));
	return with_findings(a, c, words, -1, i);
}

const char *
timeline_states(struct arena *a, const struct page_look *look,
    const struct page_case *c, int step)
{
	const struct plan	*p = c->all;
	int			 of[STATES] = { 0 }, i;
	const char		*list = "";

	for (i = 0; i < p->nslots; i++)
		if (p->slots[i].applies && (step < 0 ||
		    p->slots[i].step == step))
			of[plan_state(p, c->now, i, look->today)]++;
	for (i = 0; i < STATES; i++) {
		if (of[i] == 0)
			continue;
		list = *list == '\0' ? arena_printf(a, _("%s %d"),
		    message_state((enum state)i), of[i]) :
		    arena_printf(a, _("%s, %s %d"), list,
		    message_state((enum state)i), of[i]);
	}
	return list;
}
