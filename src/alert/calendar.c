#include "alert/calendar.h"

#include <libical/ical.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

enum { HOUR = 60 * 60, NESTED = 32 };

struct reading {
	FILE			*file;
	const char		*path;
	const struct sink	*sink;
	struct arena		*arena;		/* of one event */
	char			*line;
	size_t			 len;		/* of the line */
	bool			 cut;		/* it was too long */
	int			 number;	/* of the line, from 1 */
	char			*text;		/* of one event */
	size_t			 used;
	bool			 full;
	int			 begun;		/* line of BEGIN:VEVENT */
	int			 nested;	/* BEGINs inside of it */
	int			 open;		/* those not yet ended */
};

static void
fault(const struct reading *r, int line, const char *text)
{
	r->sink->fault(r->sink->ctx, line, text);
}

/* ---- text */

static bool
tagged(const char *s, const char *tag)
{
	return strncmp(s, tag, strlen(tag)) == 0;
}

/* ---- one event */

static const char *
text_of(struct reading *r, icalcomponent *c, icalproperty_kind kind,
    bool lines)
{
	icalproperty	*p = icalcomponent_get_first_property(c, kind);
	icalvalue	*v = p == NULL ? NULL : icalproperty_get_value(p);
	const char	*s = v == NULL ? NULL : icalvalue_get_text(v);

	return s == NULL ? "" : text_clean(r->arena, s, lines);
}

static struct moment
moment_of(struct icaltimetype t)
{
	struct day	d = day_make(t.year, t.month, t.day);
	int64_t		s = ((int64_t)t.hour * 60 + t.minute) * 60 + t.second;

	if (t.is_date || !day_is(d))
		return moment_make(d, 0);
	if (icaltime_is_utc(t))
		return moment_local((time_t)((int64_t)d.n * MOMENT_DAY + s));
	return moment_make(d, s);
}

static int64_t
seconds_of(struct icaldurationtype d)
{
	int64_t	s = (int64_t)d.weeks * 7 + d.days;

	s = ((s * 24 + d.hours) * 60 + d.minutes) * 60 + d.seconds;
	return d.is_neg ? -s : s;
}

static enum event_status
status_of(icalcomponent *c)
{
	switch (icalcomponent_get_status(c)) {
	case ICAL_STATUS_CONFIRMED:
		return EVENT_CONFIRMED;
	case ICAL_STATUS_TENTATIVE:
		return EVENT_TENTATIVE;
	case ICAL_STATUS_CANCELLED:
		return EVENT_CANCELLED;
	default:
		return EVENT_OTHER;
	}
}

static enum event_kind
window_kind(const char *summary)
{
	if (tagged(summary, "【已贴】") || tagged(summary, "[posted]"))
		return EVENT_POSTED;
	if (tagged(summary, "【中断】") || tagged(summary, "[broken]"))
		return EVENT_BROKEN;
	return EVENT_TO_POST;
}

static enum event_kind
kind_of(icalcomponent *c, const char *summary)
{
	icalproperty	*p;
	const char	*name;

	for (p = icalcomponent_get_first_property(c, ICAL_CATEGORIES_PROPERTY);
	    p != NULL;
	    p = icalcomponent_get_next_property(c, ICAL_CATEGORIES_PROPERTY)) {
		name = icalproperty_get_categories(p);
		if (name != NULL && strcmp(name, "deadline") == 0)
			return EVENT_DEADLINE;
		if (name != NULL && strcmp(name, "window") == 0)
			return window_kind(summary);
	}
	return EVENT_PLAIN;
}

/* Where the event begins and ends; false: it has no such day. */
static bool
span_of(icalcomponent *c, struct event *e, struct moment *start,
    struct moment *end)
{
	icalproperty	*p;

	p = icalcomponent_get_first_property(c, ICAL_DTSTART_PROPERTY);
	*start = p == NULL ? MOMENT_NONE :
	    moment_of(icalproperty_get_dtstart(p));
	if (!moment_is(*start))
		return false;
	*end = icalproperty_get_dtstart(p).is_date ?
	    moment_add(*start, MOMENT_DAY) : *start;
	p = icalcomponent_get_first_property(c, ICAL_DTEND_PROPERTY);
	if (p != NULL)
		*end = moment_of(icalproperty_get_dtend(p));
	else if ((p = icalcomponent_get_first_property(c,
	    ICAL_DURATION_PROPERTY)) != NULL)
		*end = moment_add(*start,
		    seconds_of(icalproperty_get_duration(p)));
	if (!moment_is(*end) || end->s < start->s)
		return false;
	e->first = moment_day(*start);
	e->last = end->s == start->s ? e->first :
	    moment_day(moment_add(*end, -1));
	return true;
}

static struct moment
alarm_time(icalcomponent *alarm, struct moment start, struct moment end)
{
	icalproperty		*p;
	icalparameter		*related;
	struct icaltriggertype	 t;

	p = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
	if (p == NULL)
		return MOMENT_NONE;
	t = icalproperty_get_trigger(p);
	if (!icaltime_is_null_time(t.time))
		return moment_of(t.time);
	if (icaldurationtype_is_bad_duration(t.duration))
		return MOMENT_NONE;
	related = icalproperty_get_first_parameter(p, ICAL_RELATED_PARAMETER);
	if (related != NULL &&
	    icalparameter_get_related(related) == ICAL_RELATED_END)
		start = end;
	return moment_add(start, seconds_of(t.duration));
}

static bool
rings(icalcomponent *alarm)
{
	icalproperty	*p;

	p = icalcomponent_get_first_property(alarm, ICAL_ACTION_PROPERTY);
	return p == NULL || icalproperty_get_action(p) == ICAL_ACTION_DISPLAY ||
	    icalproperty_get_action(p) == ICAL_ACTION_AUDIO;
}

static void
read_alarms(struct reading *r, icalcomponent *c, struct event *e,
    struct moment start, struct moment end)
{
	icalcomponent	*alarm;
	struct moment	 m;

	e->alarms = arena_array(r->arena, CALENDAR_ALARMS, sizeof(*e->alarms));
	for (alarm = icalcomponent_get_first_component(c,
	    ICAL_VALARM_COMPONENT); alarm != NULL;
	    alarm = icalcomponent_get_next_component(c,
	    ICAL_VALARM_COMPONENT)) {
		if (!rings(alarm))
			continue;
		m = alarm_time(alarm, start, end);
		if (!moment_is(m))
			fault(r, r->begun, _("an alarm of this entry has no "
			    "time that can be understood: it will not ring"));
		else if (e->nalarms == CALENDAR_ALARMS) {
			fault(r, r->begun, _("this entry has more alarms than "
			    "will be rung"));
			return;
		} else
			e->alarms[e->nalarms++] = m;
	}
}

static void
read_event(struct reading *r, icalcomponent *c)
{
	struct event	 e = { .path = r->path };
	icalproperty	*p;
	struct moment	 start, end;
	const char	*summary;

	e.uid = text_of(r, c, ICAL_UID_PROPERTY, false);
	if (*e.uid == '\0' || strlen(e.uid) > CALENDAR_UID) {
		fault(r, r->begun, _("an entry without a usable UID: it was "
		    "passed over"));
		return;
	}
	if (!span_of(c, &e, &start, &end)) {
		fault(r, r->begun, _("an entry whose days cannot be "
		    "understood: it was passed over"));
		return;
	}
	e.sequence = icalcomponent_get_sequence(c);
	p = icalcomponent_get_first_property(c, ICAL_DTSTAMP_PROPERTY);
	e.stamp = p == NULL ? INT64_MIN :
	    moment_of(icalproperty_get_dtstamp(p)).s;
	summary = text_of(r, c, ICAL_SUMMARY_PROPERTY, false);
	e.status = status_of(c);
	e.kind = kind_of(c, summary);
	e.summary = text_untagged(summary);
	e.place = text_of(r, c, ICAL_LOCATION_PROPERTY, false);
	e.text = text_of(r, c, ICAL_DESCRIPTION_PROPERTY, true);
	read_alarms(r, c, &e, start, end);
	r->sink->event(r->sink->ctx, &e);
}

/* libical keeps state of its own: it is left as it was found. */
static void
parse_event(struct reading *r)
{
	int		 fatal = icalerror_get_errors_are_fatal();
	icalcomponent	*c;

	if (r->full || r->nested > NESTED) {
		fault(r, r->begun, _("an entry larger than any calendar "
		    "needs: it was passed over"));
		return;
	}
	arena_reset(r->arena);
	r->text[r->used] = '\0';
	icalerror_set_errors_are_fatal(0);
	c = icalparser_parse_string(r->text);
	if (c != NULL && icalcomponent_isa(c) == ICAL_VEVENT_COMPONENT)
		read_event(r, c);
	else
		fault(r, r->begun, _("an entry that is not understood as "
		    "iCalendar: it was passed over"));
	if (c != NULL)
		icalcomponent_free(c);
	icalerror_clear_errno();
	icalerror_set_errors_are_fatal(fatal);
	icalmemory_free_ring();
}

/* ---- lines */

/* The next line without its end; false at the file's end. */
static bool
next_line(struct reading *r)
{
	int	c;

	r->len = 0;
	r->cut = false;
	while ((c = getc_unlocked(r->file)) != EOF && c != '\n') {
		if (r->len == CALENDAR_ENTRY)
			r->cut = true;
		else
			r->line[r->len++] = c == '\0' ? ' ' : (char)c;
	}
	if (c == EOF && r->len == 0)
		return false;
	if (r->len > 0 && r->line[r->len - 1] == '\r')
		r->len--;
	r->line[r->len] = '\0';
	r->number++;
	return true;
}

static void
keep_line(struct reading *r)
{
	if (r->cut || r->used + r->len + 3 > CALENDAR_ENTRY) {
		r->full = true;
		return;
	}
	memcpy(r->text + r->used, r->line, r->len);
	memcpy(r->text + r->used + r->len, "\r\n", 2);
	r->used += r->len + 2;
}

static bool
is_line(const struct reading *r, const char *word)
{
	size_t	len = strlen(word);

	return strncasecmp(r->line, word, len) == 0 &&
	    r->line[len + strspn(r->line + len, " \t")] == '\0';
}

static void
begin_event(struct reading *r)
{
	r->begun = r->number;
	r->used = 0;
	r->nested = 0;
	r->open = 0;
	r->full = false;
	keep_line(r);
}

static void
unclosed(const struct reading *r)
{
	fault(r, r->begun, _("an entry without an end: it was passed over"));
}

/*
 * Does this line end what was not begun?  libical would stop there, so that
 * what stands behind would not ring, and say so to the terminal.
 */
static bool
stray_end(struct reading *r)
{
	if (strncasecmp(r->line, "BEGIN:", 6) == 0) {
		r->nested++;
		r->open++;
	} else if (strncasecmp(r->line, "END:", 4) == 0 &&
	    !is_line(r, "END:VEVENT")) {
		if (r->open == 0)
			return true;
		r->open--;
	}
	return false;
}

/* A line inside of an event, which may be its last. */
static bool
inside_event(struct reading *r)
{
	if (is_line(r, "BEGIN:VEVENT")) {
		unclosed(r);
		begin_event(r);
		return true;
	}
	if (is_line(r, "END:VCALENDAR")) {
		unclosed(r);
		return false;
	}
	if (stray_end(r))
		return true;
	keep_line(r);
	if (!is_line(r, "END:VEVENT"))
		return true;
	parse_event(r);
	return false;
}

static bool
read_lines(struct reading *r)
{
	bool	in_event = false, in_calendar = false, any = false;

	while (next_line(r)) {
		if (r->number == 1 && strncmp(r->line, "\xef\xbb\xbf", 3) == 0)
			memmove(r->line, r->line + 3, (r->len -= 3) + 1);
		if (in_event) {
			in_event = inside_event(r);
			in_calendar = in_event || !is_line(r, "END:VCALENDAR");
		} else if (is_line(r, "BEGIN:VCALENDAR"))
			in_calendar = any = true;
		else if (is_line(r, "END:VCALENDAR"))
			in_calendar = false;
		else if (in_calendar && is_line(r, "BEGIN:VEVENT")) {
			in_event = true;
			begin_event(r);
		}
	}
	if (ferror(r->file))
		fault(r, 0, _("cannot be read to its end"));
	else if (!any)
		fault(r, 0, _("this is no calendar"));
	else if (in_calendar)
		fault(r, r->number, _("the calendar has no end: is the file "
		    "cut off?"));
	return any && !in_calendar && !ferror(r->file);
}

bool
calendar_read(FILE *f, const char *path, const struct sink *sink)
{
	struct reading	 r = { .file = f, .path = path, .sink = sink };
	struct arena	*own = arena_new();
	bool		 good;

	r.arena = arena_new();
	r.line = arena_alloc(own, CALENDAR_ENTRY + 2);
	r.text = arena_alloc(own, CALENDAR_ENTRY + 2);
	good = read_lines(&r);
	arena_free(r.arena);
	arena_free(own);
	return good;
}
