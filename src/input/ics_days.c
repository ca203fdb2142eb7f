#include "input/ics_days.h"

#include <libical/ical.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "input/source.h"
#include "input/whole.h"

enum { DEPTH = 8, DAY_SECONDS = 24 * 60 * 60 };

struct reader {
	struct arena	*arena;
	struct diags	*diags;
	struct ics_days	*days;
	struct lines	 lines;
	size_t		*starts;	/* the line of each VEVENT's DTSTART */
	size_t		 nstarts;
	bool		 event;		/* the line is of a VEVENT */
	size_t		 cap;
	const char	*source;	/* of the whole calendar, or "" */
	struct place	 seen[ICS_YEAR];
	bool		 unmarked;	/* one such event was told of */
	/* of a feed */
	struct stated	*told;
	size_t		 ntold, toldcap;
};

/* What an event says. */
enum says { SAYS_NOTHING, SAYS_DAY, SAYS_REMARK };

static bool
starts_with(const char *line, const char *word)
{
	return strncasecmp(line, word, strlen(word)) == 0;
}

/* Notes where an event stands: at its DTSTART, else at its BEGIN. */
static void
note_start(struct reader *r, size_t line, size_t depth)
{
	const char	*text = r->lines.text[line];

	if (depth == 2 && starts_with(text, "BEGIN:"))
		r->event = strcasecmp(text, "BEGIN:VEVENT") == 0;
	if (depth == 2 && strcasecmp(text, "BEGIN:VEVENT") == 0) {
		r->starts = arena_grow(r->arena, r->starts, r->nstarts,
		    &r->cap, sizeof(*r->starts));
		r->starts[r->nstarts++] = line;
	} else if (depth == 2 && r->event &&
	    (starts_with(text, "DTSTART:") || starts_with(text, "DTSTART;"))) {
		r->starts[r->nstarts - 1] = line;
	}
}

static bool
wrong(struct reader *r, size_t line, const char *text)
{
	diag_error(r->diags, lines_at(&r->lines, line, 0), "%s", text);
	return false;
}

/* A name, or what BEGIN and END name, that goes on in the line below. */
static bool
is_broken(const struct reader *r, size_t line)
{
	const char	*text = r->lines.text[line];
	const char	*below = line + 1 < r->lines.n ?
			    r->lines.text[line + 1] : "";

	if (*text == '\0' || strchr(" \t", *text) != NULL ||
	    *below == '\0' || strchr(" \t", *below) == NULL)
		return false;
	return strpbrk(text, ":;") == NULL || starts_with(text, "BEGIN:") ||
	    starts_with(text, "END:");
}

/* Each component that matters here has its one depth: else an END was lost. */
static bool
is_lost(const char *name, size_t depth)
{
	return (strcasecmp(name, "VCALENDAR") == 0 && depth > 0) ||
	    (strcasecmp(name, "VEVENT") == 0 && depth > 1);
}

/* Opens or closes a component on the stack of lines. */
static bool
nest(struct reader *r, size_t line, size_t *stack, size_t *depth)
{
	const char	*text = r->lines.text[line];

	if (is_broken(r, line))
		return wrong(r, line, _("this word goes on in the line "
		    "below: write it in one"));
	if (starts_with(text, "BEGIN:")) {
		if (*depth == DEPTH)
			return wrong(r, line,
			    _("components lie too deep in one another"));
		if (text[6] == '\0' || text[6 + strspn(text + 6, "-0123456789"
		    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")]
		    != '\0')
			return wrong(r, line, _("BEGIN without a name"));
		if (*depth == 0 && strcasecmp(text, "BEGIN:VCALENDAR") != 0)
			return wrong(r, line,
			    _("BEGIN:VCALENDAR is expected here"));
		if (is_lost(text + 6, *depth))
			return wrong(r, stack[*depth - 1], _("this BEGIN has "
			    "no END before the next one: a line was lost"));
		stack[(*depth)++] = line;
	} else if (starts_with(text, "END:")) {
		if (*depth == 0 || strcasecmp(text + 4,
		    r->lines.text[stack[*depth - 1]] + 6) != 0)
			return wrong(r, line, _("this END has no BEGIN"));
		(*depth)--;
	} else if (starts_with(text, "BEGIN;") || starts_with(text, "END;")) {
		return wrong(r, line, _("BEGIN and END take a name behind a "
		    "colon, nothing else"));
	} else if (*depth == 0 && text[strspn(text, " \t")] != '\0') {
		return wrong(r, line, _("BEGIN:VCALENDAR is expected here"));
	}
	return true;
}

/*
 * Every BEGIN has its END: libical reads over what has not, or writes of it
 * to the standard error.
 */
static bool
check_shape(struct reader *r)
{
	size_t	 line, stack[DEPTH], depth = 0;
	bool	 any = false;

	for (line = 0; line < r->lines.n; line++) {
		if (!nest(r, line, stack, &depth))
			return false;
		any = any || depth > 0;
		note_start(r, line, depth);
	}
	if (depth > 0)
		return wrong(r, stack[depth - 1],
		    _("this BEGIN has no END: is the file cut off?"));
	if (!any) {
		diag_error(r->diags, (struct place){.path = r->days->path},
		    _("the file is empty"));
		return false;
	}
	return true;
}

/* Apple writes DTSTAMP;VALUE=DATE; none of these says anything of a day. */
static bool
is_harmless(const char *fault)
{
	return strstr(fault, "for property DTSTAMP:") != NULL ||
	    strstr(fault, "for property CREATED:") != NULL ||
	    strstr(fault, "for property LAST-MODIFIED:") != NULL;
}

/* libical's own complaint in a component, if it has one. */
static bool
check_errors(struct reader *r, icalcomponent *c, struct place at)
{
	icalproperty	*p;
	const char	*fault;

	for (p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY);
	    p != NULL; p = icalcomponent_get_next_property(c,
	    ICAL_XLICERROR_PROPERTY)) {
		fault = icalproperty_get_xlicerror(p);
		if (fault != NULL && is_harmless(fault))
			continue;
		diag_error(r->diags, at, _("not understood as iCalendar: %s"),
		    fault == NULL ? "" : fault);
		return false;
	}
	return true;
}

static bool
has(icalcomponent *c, icalproperty_kind kind)
{
	return icalcomponent_get_first_property(c, kind) != NULL;
}

static const struct mark {
	const char	*name, *value;
	enum says	 says;
	enum day_kind	 kind;
} marks[] = {
	{ "X-APPLE-SPECIAL-DAY", "WORK-HOLIDAY", SAYS_DAY, DAY_OFF },
	{ "X-APPLE-SPECIAL-DAY", "ALTERNATE-WORKDAY", SAYS_DAY, DAY_WORKED },
	{ "X-GONGSHI-DAY", "UNSETTLED", SAYS_DAY, DAY_UNSETTLED },
	{ "X-GONGSHI-DAY", "REMARK", SAYS_REMARK, DAY_WORKED },
};

/* The mark of that name and value; *named: one has that name. */
static const struct mark *
find_mark(const char *name, const char *value, bool *named)
{
	size_t	i;

	*named = false;
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (strcasecmp(name, marks[i].name) != 0)
			continue;
		*named = true;
		if (value != NULL && strcmp(value, marks[i].value) == 0)
			return &marks[i];
	}
	return NULL;
}

/* False: an error was added. */
static bool
event_kind(struct reader *r, icalcomponent *ev, struct place at,
    enum day_kind *kind, enum says *says)
{
	const struct mark	*m;
	icalproperty		*p;
	bool			 named;

	*says = SAYS_NOTHING;
	for (p = icalcomponent_get_first_property(ev, ICAL_X_PROPERTY);
	    p != NULL;
	    p = icalcomponent_get_next_property(ev, ICAL_X_PROPERTY)) {
		m = find_mark(icalproperty_get_x_name(p),
		    icalproperty_get_x(p), &named);
		if (!named)
			continue;
		if (m == NULL) {
			diag_error(r->diags, at, _("unknown kind of day: "
			    "X-APPLE-SPECIAL-DAY is WORK-HOLIDAY or "
			    "ALTERNATE-WORKDAY, X-GONGSHI-DAY is UNSETTLED "
			    "or REMARK"));
			return false;
		}
		if (*says != SAYS_NOTHING) {
			diag_error(r->diags, at, _("the event says twice what "
			    "its day is"));
			return false;
		}
		*says = m->says;
		*kind = m->kind;
	}
	return true;
}

/* Passed over it would make a year of plain weeks; a feed has many of them. */
static void
refuse_unmarked(struct reader *r, struct place at)
{
	if (r->unmarked)
		return;
	r->unmarked = true;
	diag_error(r->diags, at, _("this is no calendar of days off: the "
	    "event does not say whether its day is off or worked (an "
	    "X-APPLE-SPECIAL-DAY or X-GONGSHI-DAY)"));
	diag_note(r->diags, NOWHERE, _("a public calendar is "
	    "taken in with `gongshi calendar add FILE`"));
}

static bool
refuse(struct reader *r, struct place at, const char *text)
{
	diag_error(r->diags, at, "%s", text);
	return false;
}

static struct day
to_day(struct icaltimetype t)
{
	return day_make(t.year, t.month, t.day);
}

/* The day behind the event's last one. */
static bool
event_end(struct reader *r, icalcomponent *ev, struct place at,
    struct day first, struct day *end)
{
	icalproperty		*p;
	struct icaltimetype	 t;
	int			 seconds;

	*end = day_add(first, 1);
	p = icalcomponent_get_first_property(ev, ICAL_DTEND_PROPERTY);
	if (p != NULL) {
		t = icalproperty_get_dtend(p);
		if (!t.is_date)
			return refuse(r, at, _("DTEND is a time: a day is "
			    "expected (DTEND;VALUE=DATE:...)"));
		*end = to_day(t);
		if (!day_is(*end))
			return refuse(r, at, _("DTEND is no date"));
	}
	p = icalcomponent_get_first_property(ev, ICAL_DURATION_PROPERTY);
	if (p != NULL) {
		seconds = icaldurationtype_as_int(
		    icalproperty_get_duration(p));
		if (has(ev, ICAL_DTEND_PROPERTY))
			return refuse(r, at, _("the event has both DTEND and "
			    "DURATION"));
		if (seconds % DAY_SECONDS != 0)
			return refuse(r, at, _("DURATION is not in whole "
			    "days"));
		*end = day_add(first, seconds / DAY_SECONDS);
	}
	if (!day_is(*end) || day_cmp(*end, first) <= 0)
		return refuse(r, at, _("the event ends before it begins "
		    "(DTEND is the day behind the last one)"));
	return true;
}

static bool
event_span(struct reader *r, icalcomponent *ev, struct place at,
    struct day *first, struct day *end)
{
	struct icaltimetype	 t;

	if (icalcomponent_count_properties(ev, ICAL_DTSTART_PROPERTY) != 1)
		return refuse(r, at, _("the event needs one DTSTART"));
	if (has(ev, ICAL_RRULE_PROPERTY) || has(ev, ICAL_RDATE_PROPERTY))
		return refuse(r, at, _("the event repeats (RRULE, RDATE): "
		    "write one event for each year's days"));
	t = icalproperty_get_dtstart(icalcomponent_get_first_property(ev,
	    ICAL_DTSTART_PROPERTY));
	if (!t.is_date)
		return refuse(r, at, _("DTSTART is a time: a day is expected "
		    "(DTSTART;VALUE=DATE:...)"));
	*first = to_day(t);
	if (!day_is(*first))
		return refuse(r, at, _("DTSTART is no date"));
	return event_end(r, ev, at, *first, end);
}

/* Does it lie in the year of the file? */
static bool
event_fits(struct reader *r, struct place at, struct day first,
    struct day end)
{
	if (day_ymd(first).year != r->days->year ||
	    day_ymd(day_add(end, -1)).year != r->days->year) {
		diag_error(r->diags, at, _("a day outside of %d, the year in "
		    "the file's name"), r->days->year);
		return false;
	}
	return true;
}

/* 春节 of "春节 休"; nothing of a bare 休. */
static const char *
event_name(struct reader *r, const char *summary)
{
	static const char *const	 tails[] = {
		"休", "班", "待定", "（休）", "（班）", "（待定）"
	};
	size_t				 i, len, tail;

	if (summary == NULL)
		return "";
	len = strlen(summary);
	for (i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		tail = strlen(tails[i]);
		if (len < tail || strcmp(summary + len - tail, tails[i]) != 0)
			continue;
		if (len == tail)
			return "";
		if (i >= 3 || summary[len - tail - 1] == ' ') {
			len -= tail;
			break;
		}
	}
	while (len > 0 && summary[len - 1] == ' ')
		len--;
	return arena_ndup(r->arena, summary, len);
}

/* SOURCE or URL, in a component of its own right; NULL if none. */
static const char *
source_of(icalcomponent *c)
{
	icalproperty	*p;

	p = icalcomponent_get_first_property(c, ICAL_SOURCE_PROPERTY);
	if (p != NULL)
		return icalproperty_get_source(p);
	p = icalcomponent_get_first_property(c, ICAL_URL_PROPERTY);
	return p == NULL ? NULL : icalproperty_get_url(p);
}

static const char *
event_notice(struct reader *r, icalcomponent *ev)
{
	icalproperty	*p;
	const char	*text = NULL;

	p = icalcomponent_get_first_property(ev, ICAL_COMMENT_PROPERTY);
	if (p != NULL)
		text = icalproperty_get_comment(p);
	if (text == NULL)
		text = source_of(ev);
	return text == NULL ? r->source : arena_dup(r->arena, text);
}

static void
state(struct reader *r, const struct holiday *h, struct place at)
{
	int32_t	 i = day_diff(day_make(r->days->year, 1, 1), h->day);
	char	 buf[DAY_TEXT];

	if (r->days->day[i] != NULL || r->days->remark[i] != NULL) {
		diag_error(r->diags, at, _("%s stands twice in this file"),
		    day_print(h->day, buf));
		diag_note(r->diags, r->seen[i], _("it stands here already"));
		return;
	}
	r->seen[i] = at;
	r->days->any = true;
	if (h->remark)
		r->days->remark[i] = h;
	else
		r->days->day[i] = h;
	r->days->any_off |= !h->remark && h->kind == DAY_OFF;
}

static void
read_event(struct reader *r, icalcomponent *ev, struct place at)
{
	icalproperty	*p;
	enum day_kind	 kind = DAY_OFF;
	enum says	 says;
	struct day	 d, end;
	struct holiday	*h;
	const char	*name, *notice;

	if (!check_errors(r, ev, at) || !event_kind(r, ev, at, &kind, &says))
		return;
	if (icalcomponent_get_status(ev) == ICAL_STATUS_CANCELLED)
		return;
	if (says == SAYS_NOTHING) {
		refuse_unmarked(r, at);
		return;
	}
	if (!event_span(r, ev, at, &d, &end) || !event_fits(r, at, d, end))
		return;
	p = icalcomponent_get_first_property(ev, ICAL_SUMMARY_PROPERTY);
	name = event_name(r, p == NULL ? NULL : icalproperty_get_summary(p));
	notice = event_notice(r, ev);
	for (; day_cmp(d, end) < 0; d = day_add(d, 1)) {
		h = arena_alloc(r->arena, sizeof(*h));
		*h = (struct holiday){d, kind, name, notice, r->days->scope,
		    says == SAYS_REMARK, false};
		state(r, h, at);
	}
}

/* ---- a public calendar, which says 休 and 班 in its summaries */

/* 调休 alone may be either; "上班(补春节假期)" is worked. */
static enum says
summary_kind(const char *s, enum day_kind *kind, bool *either)
{
	*kind = DAY_OFF;
	*either = false;
	if (strstr(s, "班") != NULL)
		*kind = DAY_WORKED;
	else if (strstr(s, "假") != NULL)
		;
	else if (strstr(s, "调休") != NULL)
		*either = true;
	else if (strstr(s, "休") == NULL)
		return SAYS_NOTHING;
	return SAYS_DAY;
}

/* 春节 of "上班(补春节假期)" or "春节 假期 第3天/共8天". */
static const char *
summary_name(struct reader *r, const char *s)
{
	static const char *const	 drop[] = {
		"上班", "补班", "假期", "放假", "假日", "休息", "调休", "补休",
		"休", "班", "补", "（", "）", "(", ")", "[", "]", "【", "】",
		" ", "　", "-", ":", "："
	};
	char				*out = arena_alloc(r->arena,
					    strlen(s) + 1), *p = out;
	size_t				 i, n;

	while (*s != '\0' && strncmp(s, "第", strlen("第")) != 0) {
		for (i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
			if (strncmp(s, drop[i], strlen(drop[i])) == 0)
				break;
		n = i < sizeof(drop) / sizeof(drop[0]) ? strlen(drop[i]) : 0;
		if (n > 0)
			s += n;
		else
			*p++ = *s++;
	}
	*p = '\0';
	return out;
}

/* A working day may stand as its hours: 09:00 to 18:00. */
static bool
feed_span(struct reader *r, icalcomponent *ev, struct place at,
    struct day *first, struct day *end)
{
	enum { UTC8 = 8 * 60 * 60, MOST = 31 };
	icalproperty		*p = icalcomponent_get_first_property(ev,
				    ICAL_DTSTART_PROPERTY);
	struct icaltimetype	 t;

	if (p != NULL && !icalproperty_get_dtstart(p).is_date) {
		t = icalproperty_get_dtstart(p);
		if (icaltime_is_utc(t))
			icaltime_adjust(&t, 0, 0, 0, UTC8);
		*first = to_day(t);
		*end = day_add(*first, 1);
		return day_is(*first) || refuse(r, at,
		    _("DTSTART is no date"));
	}
	if (!event_span(r, ev, at, first, end))
		return false;
	return day_diff(*first, *end) <= MOST || refuse(r, at, _("this event "
	    "lasts longer than a month"));
}

/* Where its notice stands, as its description says. */
static void
feed_address(struct reader *r, icalcomponent *ev)
{
	icalproperty	*p = icalcomponent_get_first_property(ev,
			    ICAL_DESCRIPTION_PROPERTY);
	const char	*text = p == NULL ? NULL :
			    icalproperty_get_description(p), *at;
	size_t		 n = 0;

	if (text == NULL || *r->source != '\0' ||
	    (at = strstr(text, "http")) == NULL)
		return;
	while (at[n] > 0x20 && at[n] < 0x7f)
		n++;
	r->source = arena_ndup(r->arena, at, n);
}

/* Marks where it has them, as Apple's; else its summary. */
static void
feed_event(struct reader *r, icalcomponent *ev, struct place at)
{
	icalproperty	*p;
	const char	*summary;
	enum day_kind	 kind = DAY_OFF;
	enum says	 says;
	struct day	 d, end;
	bool		 either = false;

	if (!check_errors(r, ev, at) || !event_kind(r, ev, at, &kind, &says) ||
	    icalcomponent_get_status(ev) == ICAL_STATUS_CANCELLED)
		return;
	p = icalcomponent_get_first_property(ev, ICAL_SUMMARY_PROPERTY);
	summary = p == NULL ? NULL : icalproperty_get_summary(p);
	summary = summary == NULL ? "" : summary;
	if (says == SAYS_NOTHING)
		says = summary_kind(summary, &kind, &either);
	if (says != SAYS_DAY || kind == DAY_UNSETTLED ||
	    !feed_span(r, ev, at, &d, &end))
		return;
	feed_address(r, ev);
	if (either) {
		(void)refuse(r, at, _("调休 may be a day off or a working "
		    "day: write 休 or 班 in the SUMMARY"));
		return;
	}
	for (; day_cmp(d, end) < 0; d = day_add(d, 1)) {
		r->told = arena_grow(r->arena, r->told, r->ntold,
		    &r->toldcap, sizeof(*r->told));
		r->told[r->ntold++] = (struct stated){ d, kind, false,
		    summary_name(r, summary), at };
	}
}

/* ---- the file */

static void
read_calendar(struct reader *r, icalcomponent *cal, size_t *event)
{
	struct place	 at = {.path = r->days->path};
	const char	*source;
	icalcomponent	*ev;

	if (!check_errors(r, cal, at))
		return;
	source = source_of(cal);
	r->source = source == NULL ? "" : arena_dup(r->arena, source);
	for (ev = icalcomponent_get_first_component(cal,
	    ICAL_VEVENT_COMPONENT); ev != NULL;
	    ev = icalcomponent_get_next_component(cal,
	    ICAL_VEVENT_COMPONENT)) {
		if (*event < r->nstarts)
			at = lines_at(&r->lines, r->starts[*event], 0);
		(*event)++;
		if (r->days->year == 0)
			feed_event(r, ev, at);
		else
			read_event(r, ev, at);
	}
}

/* One VCALENDAR, or several, which libical hangs below a root of its own. */
static void
read_root(struct reader *r, icalcomponent *root)
{
	icalcomponent	*cal;
	size_t		 event = 0;

	if (icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT) {
		read_calendar(r, root, &event);
		return;
	}
	for (cal = icalcomponent_get_first_component(root,
	    ICAL_VCALENDAR_COMPONENT); cal != NULL;
	    cal = icalcomponent_get_next_component(root,
	    ICAL_VCALENDAR_COMPONENT))
		read_calendar(r, cal, &event);
}

/* libical keeps state of its own: it is left as it was found. */
static void
parse(struct reader *r, const char *text)
{
	int		 fatal = icalerror_get_errors_are_fatal();
	icalcomponent	*root;

	icalerror_set_errors_are_fatal(0);
	root = icalparser_parse_string(text);
	if (root == NULL) {
		diag_error(r->diags, (struct place){.path = r->days->path},
		    _("not understood as iCalendar"));
	} else {
		read_root(r, root);
		icalcomponent_free(root);
	}
	icalerror_clear_errno();
	icalerror_set_errors_are_fatal(fatal);
	icalmemory_free_ring();
}

/* iCalendar's newlines are CRLF; LF will do, and CR alone will not. */
static bool
check_newlines(struct reader *r, const char *text, size_t len)
{
	const char	*p = text;

	while ((p = memchr(p, '\r', len - (size_t)(p - text))) != NULL)
		if (*++p != '\n') {
			diag_error(r->diags, (struct place){
			    .path = r->days->path}, _("lines end in CR alone: "
			    "save the file with LF or CRLF"));
			return false;
		}
	return true;
}

/* A year without a day off is no year; a region's may have remarks alone. */
static bool
check_says(struct reader *r)
{
	const struct ics_days	*f = r->days;
	struct place		 at = { .path = f->path };

	if (*f->scope == '\0' && !f->any_off)
		diag_error(r->diags, at, _("this is no calendar of days off: "
		    "no day in it is off"));
	else if (!f->any)
		diag_error(r->diags, at, _("this is no calendar of days off: "
		    "it speaks of no day (where a region has none of its own "
		    "that year, an event with X-GONGSHI-DAY:REMARK says so)"));
	else
		return true;
	return false;
}

static bool
read_text(struct reader *r, const char *text, size_t len)
{
	size_t	 before = diags_errors(r->diags);

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (!whole_is_text(r->days->path, text, len, r->diags))
		return false;
	r->lines = lines_cut(r->arena, r->days->path, text, len);
	if (!check_newlines(r, text, len))
		return false;
	if (!check_shape(r))
		return false;
	parse(r, text);
	return diags_errors(r->diags) == before;
}

bool
ics_days_read(struct arena *a, struct ics_days *days, struct diags *d)
{
	struct arena	*own = arena_new();
	struct reader	 r = {.arena = a, .diags = d, .days = days};
	size_t		 len;
	char		*text = whole_read(own, days->path, ICS_SIZE, &len, d);
	bool		 good = text != NULL && read_text(&r, text, len) &&
			    check_says(&r);

	arena_free(own);
	return good;
}

bool
feed_read(struct arena *a, struct source *s, const char *text, size_t len,
    struct diags *d)
{
	struct ics_days	 days = { .path = s->path, .scope = "" };
	struct reader	 r = { .arena = a, .diags = d, .days = &days,
			    .source = "" };

	if (!read_text(&r, text, len))
		return false;
	s->address = r.source;
	return source_tell_all(a, s, r.told, r.ntold, d);
}
