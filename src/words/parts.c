#include "words/parts.h"

#include "base/text.h"
#include "rule/phrase.h"
#include "words/message.h"

const char *
day_words(struct arena *a, struct day d)
{
	char	buf[DAY_TEXT];

	return day_is(d) ? arena_dup(a, day_print(d, buf)) :
	    _("an unknown day");
}

const char *
days_words(struct arena *a, int32_t n)
{
	if (n < 0)
		return _("some days");
	return arena_printf(a, text_plural("%d day", "%d days",
	    (unsigned long)n), (int)n);
}

const char *
quoted(struct arena *a, const char *title)
{
	return arena_printf(a, _("'%s'"), title);
}

const char *
event_title(struct arena *a, const struct procedure *p, int event)
{
	return event < 0 ? _("an event") :
	    quoted(a, message_event(&p->events[event]));
}

const char *
point_title(struct arena *a, const struct procedure *p, int point)
{
	return quoted(a, message_point(p, point));
}

const char *
period_words(struct arena *a, struct period p)
{
	return phrase_print_period(a, p, text_lang());
}

const char *
lasts_words(struct arena *a, struct period p)
{
	return arena_printf(a, p.same_day ?
	    _("at least %s, the first day counted") :
	    _("at least %s, the first day not counted"), period_words(a, p));
}

const char *
part_words(struct arena *a, const struct procedure *p,
    const struct period_part *part, bool planned)
{
	const char	*event;

	switch (part->kind) {
	case PART_LASTS:
		return lasts_words(a, planned ? part->planned : part->judged);
	case PART_UNTIL:
		event = event_title(a, p, part->event);
		return part->after.n == 0 ?
		    arena_printf(a, _("through the day of %s"), event) :
		    arena_printf(a, _("through at least %s after %s"),
		    period_words(a, part->after), event);
	case PART_PERMANENT:
		break;
	}
	return _("permanently");
}

const char *
part_phrase(struct arena *a, const struct procedure *p,
    const struct period_part *part)
{
	return phrase_print_part(a, part, part->kind == PART_UNTIL ?
	    message_event(&p->events[part->event]) : "", text_lang());
}

const char *
parts_words(struct arena *a, const struct plan *p, const struct slot *s,
    bool planned)
{
	const struct period_part	*part;
	const char			*all = NULL, *one;
	int				 i;

	for (i = 0; (part = plan_nth_part(p, s, i)) != NULL; i++) {
		one = part_words(a, p->proc, part, planned);
		all = all == NULL ? one : arena_printf(a, _("%s, and %s"),
		    all, one);
	}
	return all;
}
