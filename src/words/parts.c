#include "words/parts.h"

#include <string.h>

#include "base/text.h"
#include "rule/phrase.h"
#include "rule/terms.h"
#include "words/message.h"
#include "words/say.h"

struct told
days_told(struct arena *a, int32_t n)
{
	return n < 0 ? told_words(N_("some days")) : told_plural(a,
	    "%d day", "%d days", n, TOLD_NOTHING);
}

struct told
quoted_told(struct arena *a, struct told title)
{
	return TELL(a, N_("'%s'"), title);
}

struct told
step_told(struct arena *a, const struct step_rule *s)
{
	return told_title(a, s->id, s->title, s->title_en);
}

struct told
point_titled(struct arena *a, const struct procedure *p, int point)
{
	const struct event_rule	*e;

	if (point >= p->nevents)
		return step_told(a, &p->steps[point - p->nevents]);
	e = &p->events[point];
	return told_title(a, e->id, e->title, e->title_en);
}

struct told
point_told(struct arena *a, const struct procedure *p, int point)
{
	return quoted_told(a, point_titled(a, p, point));
}

struct told
event_told(struct arena *a, const struct procedure *p, int event)
{
	return event < 0 ? told_words(N_("an event")) :
	    point_told(a, p, event);
}

struct told
place_told(struct arena *a, const struct names *names, const char *division)
{
	return told_place(a, division, arena_dup(a, name_of(names,
	    division)));
}

struct told
medium_told(const char *id)
{
	const struct term	*t;

	if (*id == '\0')
		return told_words(N_("medium not said"));
	for (t = media_terms; t->id != NULL; t++)
		if (strcmp(id, t->id) == 0)
			return told_words(t->title);
	return told_text(id);
}

static struct told
lasts_told(struct arena *a, struct period p)
{
	return TELL(a, p.same_day ?
	    N_("at least %s, the first day counted") :
	    N_("at least %s, the first day not counted"), told_period(p));
}

struct told
part_told(struct arena *a, const struct procedure *p,
    const struct period_part *part, bool planned)
{
	struct told	event;

	switch (part->kind) {
	case PART_LASTS:
		return lasts_told(a, planned ? part->planned : part->judged);
	case PART_UNTIL:
		event = event_told(a, p, part->event);
		return part->after.n == 0 ?
		    TELL(a, N_("through the day of %s"), event) :
		    TELL(a, N_("through at least %s after %s"),
		    told_period(part->after), event);
	case PART_PERMANENT:
		break;
	}
	return told_words(N_("permanently"));
}

struct told
parts_told(struct arena *a, const struct plan *p, const struct slot *s,
    bool planned)
{
	const struct period_part	*part;
	struct told			 all = TOLD_NOTHING;
	int				 i;

	for (i = 0; (part = plan_nth_part(p, s, i)) != NULL; i++)
		all = told_add(a, all, N_("%s, and %s"), part_told(a, p->proc,
		    part, planned));
	return all;
}

/* ---- as words */

const char *
day_words(struct arena *a, struct day d)
{
	return told_say(a, text_own(), told_day(d));
}

const char *
days_words(struct arena *a, int32_t n)
{
	return told_say(a, text_own(), days_told(a, n));
}

const char *
quoted(struct arena *a, const char *title)
{
	return arena_printf(a, _("'%s'"), title);
}

const char *
event_title(struct arena *a, const struct procedure *p, int event)
{
	return told_say(a, text_own(), event_told(a, p, event));
}

const char *
point_title(struct arena *a, const struct procedure *p, int point)
{
	return told_say(a, text_own(), point_told(a, p, point));
}

const char *
period_words(struct arena *a, struct period p)
{
	return phrase_print_period(a, p, text_lang());
}

const char *
lasts_words(struct arena *a, struct period p)
{
	return told_say(a, text_own(), lasts_told(a, p));
}

const char *
part_words(struct arena *a, const struct procedure *p,
    const struct period_part *part, bool planned)
{
	return told_say(a, text_own(), part_told(a, p, part, planned));
}

const char *
part_phrase(struct arena *a, const struct procedure *p,
    const struct period_part *part)
{
	return phrase_print_part(a, part, part->kind == PART_UNTIL ?
	    message_event(&p->events[part->event]) : "", text_lang());
}
