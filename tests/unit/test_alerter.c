/*
 * The alerter's own: times, entries out of calendars, what is due, what is
 * remembered.  Expected values are worked out by hand from the interface.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "alert/due.h"
#include "alert/words.h"
#include "base/text.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static struct moment
at(const char *text)
{
	struct moment	m = MOMENT_NONE;

	if (*text != '\0' && !moment_parse(text, &m))
		fail_msg("%s is no moment", text);
	return m;
}

static void
moments(void **state)
{
	static const struct {
		const char	*text, *printed;
	} good[] = {
		{ "2020-09-16", "2020-09-16T00:00:00" },
		{ "2020-09-16T09:00", "2020-09-16T09:00:00" },
		{ "2020-09-16 09:00", "2020-09-16T09:00:00" },
		{ "2020-02-29T23:59:59", "2020-02-29T23:59:59" },
		{ "0001-01-01T00:00", "0001-01-01T00:00:00" },
		{ "9999-12-31T23:59:59", "9999-12-31T23:59:59" },
		{ "1969-12-31T23:00", "1969-12-31T23:00:00" },
	};
	static const char *const	bad[] = {
		"", "2020", "2020-02-30", "2020-09-16T", "2020-09-16T9:00",
		"2020-09-16T24:00", "2020-09-16T09:60", "2020-09-16T09:00Z",
		"2020-09-16T09:00:61", "2020-09-16X09:00",
		"2020-09-16T09:00:00.5", "16.09.2020"
	};
	struct moment	m;
	char		buf[MOMENT_TEXT];
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(good); i++)
		assert_string_equal(moment_print(at(good[i].text), true, buf),
		    good[i].printed);
	for (i = 0; i < LENGTH(bad); i++)
		if (moment_parse(bad[i], &m))
			fail_msg("taken: %s", bad[i]);
	assert_false(moment_is(moment_add(at("9999-12-31T23:59:59"), 1)));
	assert_false(moment_is(moment_add(at("0001-01-01"), -1)));
	assert_false(moment_is(moment_add(at("2020-01-01"), INT64_MAX)));
	assert_string_equal(moment_print(moment_add(at("2020-03-01T09:00"),
	    -15 * 3600), false, buf), "2020-02-29T18:00");
	assert_string_equal(moment_print(MOMENT_NONE, true, buf), "");
}

/* China's clock is eight hours ahead; it has no summer time since 1991. */
static void
local_time(void **state)
{
	char	buf[MOMENT_TEXT];

	(void)state;
	setenv("TZ", "Asia/Shanghai", 1);
	tzset();
	assert_string_equal(moment_print(moment_local(0), true, buf),
	    "1970-01-01T08:00:00");
	assert_string_equal(moment_print(moment_local(1600218000), true, buf),
	    "2020-09-16T09:00:00");
	setenv("TZ", "UTC", 1);
	tzset();
	assert_string_equal(moment_print(moment_local(1600218000), true, buf),
	    "2020-09-16T01:00:00");
}

/* ---- calendars */

struct heard {
	char	events[2000];
	char	faults[2000];
};

static void
hear_event(void *ctx, const struct event *e)
{
	static const char *const	kinds[] = { "plain", "to-post",
					    "posted", "broken",
					    "deadline" };
	static const char *const	states[] = { "confirmed", "tentative",
					    "cancelled", "other" };
	struct heard			*h = ctx;
	char				 first[DAY_TEXT], last[DAY_TEXT],
					 buf[MOMENT_TEXT];
	char				*to = h->events + strlen(h->events);
	size_t				 i;

	to += sprintf(to, "%s %s %s %lld %s %s [%s][%s][%s]", e->uid,
	    states[e->status], kinds[e->kind], (long long)e->sequence,
	    day_print(e->first, first), day_print(e->last, last), e->summary,
	    e->place, e->text);
	for (i = 0; i < e->nalarms; i++)
		to += sprintf(to, " %s", moment_print(e->alarms[i], false,
		    buf));
	strcpy(to, "\n");
}

static void
hear_fault(void *ctx, int line, const char *text)
{
	struct heard	*h = ctx;
	char		*to = h->faults + strlen(h->faults);

	snprintf(to, sizeof(h->faults) - strlen(h->faults), "%d: %s\n", line,
	    text);
}

static bool
hear(struct heard *h, const char *text)
{
	struct sink	 sink = { hear_event, hear_fault, h };
	FILE		*f = fmemopen((void *)(uintptr_t)text, strlen(text),
			    "r");
	bool		 good;

	assert_non_null(f);
	*h = (struct heard){ 0 };
	good = calendar_read(f, "x.ics", &sink);
	fclose(f);
	return good;
}

#define CAL(body)	"BEGIN:VCALENDAR\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body)	"BEGIN:VEVENT\r\n" body "END:VEVENT\r\n"
#define ALARM(trigger)	"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\n" \
	trigger "\r\nEND:VALARM\r\n"

static void
entries(void **state)
{
	static const struct {
		const char	*text, *events;
		bool		 faults;
	} rows[] = {
	/* A deadline as gongshi writes it: RFC 5545 folding and escapes. */
	{ CAL(EVENT("UID:a/b/45/deadline@gongshi\r\nSEQUENCE:7\r\n"
	    "DTSTART;VALUE=DATE:20200916\r\nDTEND;VALUE=DATE:20200917\r\n"
	    "SUMMARY:【截止】行政村公示 · \r\n 东良村 · HX-1\r\n"
	    "DESCRIPTION:one\\ntwo\\, three\r\nLOCATION:东良村\r\n"
	    "STATUS:CONFIRMED\r\nCATEGORIES:deadline\r\n"
	    ALARM("TRIGGER:-P2DT15H") ALARM("TRIGGER:-PT15H")
	    ALARM("TRIGGER:PT9H"))),
	    "a/b/45/deadline@gongshi confirmed deadline 7 2020-09-16 "
	    "2020-09-16 [行政村公示 · 东良村 · HX-1][东良村][one\ntwo, three] "
	    "2020-09-13T09:00 2020-09-15T09:00 2020-09-16T09:00\n", false },
	/* DTEND is exclusive; the tag says what stands. */
	{ CAL(EVENT("UID:w\r\nDTSTART;VALUE=DATE:20200910\r\n"
	    "DTEND;VALUE=DATE:20200918\r\nSUMMARY:[posted] a\r\n"
	    "STATUS:TENTATIVE\r\nCATEGORIES:window\r\n")),
	    "w tentative posted 0 2020-09-10 2020-09-17 [a][][]\n", false },
	{ CAL(EVENT("UID:w\r\nDTSTART;VALUE=DATE:20200910\r\n"
	    "SUMMARY:【待贴】a\r\nSTATUS:CANCELLED\r\nCATEGORIES:window\r\n")),
	    "w cancelled to-post 0 2020-09-10 2020-09-10 [a][][]\n", false },
	/* What came down too early neither stands nor waits. */
	{ CAL(EVENT("UID:b\r\nDTSTART;VALUE=DATE:20200910\r\n"
	    "DTEND;VALUE=DATE:20200913\r\nSUMMARY:【中断】a\r\n"
	    "STATUS:CONFIRMED\r\nCATEGORIES:window\r\n"
	    ALARM("TRIGGER:P3DT9H"))),
	    "b confirmed broken 0 2020-09-10 2020-09-12 [a][][] "
	    "2020-09-13T09:00\n", false },
	{ CAL(EVENT("UID:b\r\nDTSTART;VALUE=DATE:20200910\r\n"
	    "SUMMARY:[broken] a\r\nCATEGORIES:window\r\n")),
	    "b other broken 0 2020-09-10 2020-09-10 [a][][]\n", false },
	/* LF alone, lower case, a BOM, an absolute trigger, an end's one. */
	{ "\xef\xbb\xbf" "begin:vcalendar\nbegin:vevent\nuid:p\n"
	    "dtstart:20200916T100000\ndtend:20200916T110000\nsummary:m\n"
	    "begin:valarm\naction:DISPLAY\n"
	    "trigger;value=DATE-TIME:20200916T080000Z\nend:valarm\n"
	    "begin:valarm\naction:AUDIO\ntrigger;related=END:-PT1H30M\n"
	    "end:valarm\nbegin:valarm\naction:EMAIL\ntrigger:-PT5M\n"
	    "end:valarm\nend:vevent\nend:vcalendar\n",
	    "p other plain 0 2020-09-16 2020-09-16 [m][][] 2020-09-16T08:00 "
	    "2020-09-16T09:30\n", false },
	/* What is wrong costs itself only. */
	{ CAL(EVENT("UID:a\r\nDTSTART;VALUE=DATE:20200230\r\n")
	    EVENT("DTSTART;VALUE=DATE:20200916\r\n")
	    EVENT("UID:n\r\n")
	    EVENT("UID:g\r\nDTSTART;VALUE=DATE:20200916\r\n"
	    ALARM("TRIGGER:nonsense"))),
	    "g other plain 0 2020-09-16 2020-09-16 [][][]\n", true },
	{ CAL("BEGIN:VEVENT\r\nUID:open\r\n"
	    EVENT("UID:g\r\nDTSTART;VALUE=DATE:20200916\r\n")),
	    "g other plain 0 2020-09-16 2020-09-16 [][][]\n", true },
	/* Nothing that breaks a line or turns the writing about. */
	{ CAL(EVENT("UID:a\\nb\r\nDTSTART;VALUE=DATE:20200916\r\n"
	    "SUMMARY:x\x01y\xe2\x80\xaez\xff\r\n")),
	    "a b other plain 0 2020-09-16 2020-09-16 [x y z\xef\xbf\xbd][][]\n",
	    false },
	/* Other components are none of ours. */
	{ CAL("BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"), "", false },
	};
	struct heard	h;
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		assert_true(hear(&h, rows[i].text));
		assert_string_equal(h.events, rows[i].events);
		assert_int_equal(*h.faults != '\0', rows[i].faults);
	}
}

static void
broken_calendars(void **state)
{
	static const char *const	none[] = {
		"x", "\n\n\n", "BEGIN:VCALENDAR\r\n",
		("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20200916T000000\r\n"
		"END:VEVENT\r\n"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n"
	};
	struct heard	 h;
	char		*big;
	size_t		 i, size = CALENDAR_ENTRY + 1000;

	(void)state;
	for (i = 0; i < LENGTH(none); i++) {
		assert_false(hear(&h, none[i]));
		assert_string_equal(h.events, "");
		assert_string_not_equal(h.faults, "");
	}
	/* Cut off: what is whole is read, and the file is not well. */
	assert_false(hear(&h, "BEGIN:VCALENDAR\r\n" EVENT("UID:g\r\n"
	    "DTSTART;VALUE=DATE:20200916\r\n") "BEGIN:VEVENT\r\nUID:h\r\n"));
	assert_non_null(strstr(h.events, "g other"));
	/* One line longer than any entry may be; the next entry is read. */
	big = malloc(size + 400);
	assert_non_null(big);
	strcpy(big, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:");
	i = strlen(big);
	memset(big + i, 'x', size - i);
	strcpy(big + size, "\r\nEND:VEVENT\r\n" EVENT("UID:g\r\n"
	    "DTSTART;VALUE=DATE:20200916\r\n") "END:VCALENDAR\r\n");
	assert_true(hear(&h, big));
	assert_string_equal(h.events,
	    "g other plain 0 2020-09-16 2020-09-16 [][][]\n");
	assert_string_not_equal(h.faults, "");
	free(big);
}

/* ---- what is due */

/* "uid kind status last alarm..."; kind d, t, p; status c, t, x. */
static struct event
event_of(struct arena *a, const char *text)
{
	char		*s = arena_dup(a, text), *word, *rest = s;
	struct event	 e = { .path = "/c/x.ics", .summary = "步 · 村 · 案",
			    .place = "村", .text = "" };

	e.uid = strtok_r(rest, " ", &rest);
	word = strtok_r(NULL, " ", &rest);
	e.kind = *word == 'd' ? EVENT_DEADLINE : *word == 'p' ? EVENT_POSTED :
	    EVENT_TO_POST;
	word = strtok_r(NULL, " ", &rest);
	e.status = *word == 'c' ? EVENT_CONFIRMED : *word == 't' ?
	    EVENT_TENTATIVE : EVENT_CANCELLED;
	word = strtok_r(NULL, " ", &rest);
	assert_true(day_parse(word, &e.last));
	e.first = e.last;
	e.alarms = arena_array(a, 8, sizeof(*e.alarms));
	while ((word = strtok_r(NULL, " ", &rest)) != NULL)
		e.alarms[e.nalarms++] = at(word);
	return e;
}

static const char *
found(struct arena *a, const struct dues *d)
{
	static const char *const	names[] = { "low", "normal",
					    "critical" };
	const char			*out = "";
	char				 buf[MOMENT_TEXT];
	size_t				 i;

	for (i = 0; i < d->n; i++)
		out = arena_printf(a, "%s%s %s %s %zu\n", out,
		    moment_print(d->alerts[i].when, false, buf),
		    d->alerts[i].uid, names[d->alerts[i].urgency],
		    d->alerts[i].n);
	return out;
}

#define THREE	"2020-09-11T09:00 2020-09-15T09:00 2020-09-16T09:00"

static void
dues(void **state)
{
	static const struct {
		const char	*since, *now, *events[6], *want;
	} rows[] = {
	/* Each alarm when its time has come: after since, up to now. */
	{ "2020-09-11T08:45", "2020-09-11T09:00",
	    { "a d c 2020-09-16 " THREE },
	    "2020-09-11T09:00 a normal 1\n" },
	{ "2020-09-11T08:45", "2020-09-11T08:59:59",
	    { "a d c 2020-09-16 " THREE }, "" },
	{ "2020-09-11T09:00", "2020-09-11T09:15",
	    { "a d c 2020-09-16 " THREE }, "" },
	{ "2020-09-15T09:00", "2020-09-16T09:00",
	    { "a d c 2020-09-16 " THREE },
	    "2020-09-16T09:00 a critical 1\n" },
	/* A window is low, whatever its day. */
	{ "2020-09-16T08:45", "2020-09-16T09:00",
	    { "w p c 2020-09-16 2020-09-16T09:00",
	    "v t c 2020-09-16 2020-09-16T09:00" },
	    "2020-09-16T09:00 v low 1\n2020-09-16T09:00 w low 1\n" },
	/* Forecasts and what was withdrawn do not ring, nor are they past. */
	{ "2020-09-16T08:45", "2020-09-16T09:00",
	    { "a d t 2020-09-16 " THREE, "b d x 2020-09-16 " THREE,
	    "c d x 2020-09-01", "d d t 2020-09-01" }, "" },
	/* A week's leave: all that came meanwhile, and the past. */
	{ "2020-09-11T17:00", "2020-09-18T08:30",
	    { "a d c 2020-09-16 " THREE },
	    "2020-09-15T09:00 a critical 1\n2020-09-16T09:00 a critical 1\n"
	    "2020-09-18T08:30 - critical 1\n" },
	/* Three are three, four are a digest; of its worst. */
	{ "2020-09-14", "2020-09-15T09:00",
	    { "a d c 2020-09-16 " THREE, "b d c 2020-09-16 " THREE,
	    "c p c 2020-09-15 2020-09-15T09:00" },
	    "2020-09-15T09:00 a normal 1\n2020-09-15T09:00 b normal 1\n"
	    "2020-09-15T09:00 c low 1\n" },
	{ "2020-09-14", "2020-09-15T09:10",
	    { "a d c 2020-09-16 " THREE, "b d c 2020-09-16 " THREE,
	    "c p c 2020-09-15 2020-09-15T09:00",
	    "d p c 2020-09-15 2020-09-15T09:00" },
	    "2020-09-15T09:10 - normal 4\n" },
	/* Windows that are over are not deadlines that were missed. */
	{ "2020-09-17", "2020-09-17T09:00",
	    { "a d c 2020-09-16", "b d c 2020-09-17", "c p c 2020-09-01" },
	    "2020-09-17T09:00 - critical 1\n" },
	/* The clock was set back: nothing is between. */
	{ "2020-09-17", "2020-09-16T09:00",
	    { "a d c 2020-09-16 " THREE }, "" },
	/* The same alarm twice is once. */
	{ "2020-09-15T10:00", "2020-09-16T09:00",
	    { "a d c 2020-09-16 2020-09-16T09:00 2020-09-16T09:00" },
	    "2020-09-16T09:00 a critical 1\n" },
	};
	struct arena	*a = arena_new();
	struct event	 e[6];
	struct state	 s;
	struct dues	 d;
	size_t		 i, n;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		for (n = 0; n < 6 && rows[i].events[n] != NULL; n++)
			e[n] = event_of(a, rows[i].events[n]);
		s = (struct state){ .arena = a, .since = at(rows[i].since) };
		d = due_find(a, e, n, &s, at(rows[i].now), true);
		if (strcmp(found(a, &d), rows[i].want) != 0)
			fail_msg("row %zu: %s", i, found(a, &d));
		/* What was shown is not shown again, whatever the clock. */
		for (n = 0; n < d.n; n++)
			due_told(&s, &d.alerts[n], at(rows[i].now));
		for (n = 0; n < 6 && rows[i].events[n] != NULL; n++)
			continue;
		d = due_find(a, e, n, &s, at(rows[i].now), true);
		assert_int_equal(d.n, 0);
	}
	arena_free(a);
}

static void
next_looks(void **state)
{
	struct arena	*a = arena_new();
	struct event	 e = event_of(a, "a d c 2020-09-16 2020-09-16T09:07");
	char		 buf[MOMENT_TEXT];

	(void)state;
	assert_string_equal(moment_print(due_next(NULL, 0,
	    at("2020-09-16T08:46:01")), true, buf), "2020-09-16T09:00:00");
	assert_string_equal(moment_print(due_next(&e, 1,
	    at("2020-09-16T09:00:00")), true, buf), "2020-09-16T09:07:00");
	assert_string_equal(moment_print(due_next(&e, 1,
	    at("2020-09-16T09:07:00")), true, buf), "2020-09-16T09:15:00");
	arena_free(a);
}

/* "Tomorrow again" rings once more, unless the entry is withdrawn. */
static void
asked_again(void **state)
{
	struct arena	*a = arena_new();
	struct event	 e = event_of(a, "a d c 2020-09-16 2020-09-11T09:00");
	struct state	 s = { .arena = a, .since = at("2020-09-11T10:00") };
	struct dues	 d;

	(void)state;
	state_again(&s, "a", at("2020-09-12T09:00"));
	d = due_find(a, &e, 1, &s, at("2020-09-12T08:59"), true);
	assert_int_equal(d.n, 0);
	d = due_find(a, &e, 1, &s, at("2020-09-12T09:00"), true);
	assert_string_equal(found(a, &d), "2020-09-12T09:00 a normal 1\n");
	e.status = EVENT_CANCELLED;
	d = due_find(a, &e, 1, &s, at("2020-09-12T09:00"), true);
	assert_int_equal(d.n, 0);
	e.status = EVENT_CONFIRMED;
	d = due_find(a, &e, 1, &s, at("2020-09-12T09:00"), true);
	due_told(&s, &d.alerts[0], at("2020-09-12T09:00"));
	assert_int_equal(s.nagain, 0);
	arena_free(a);
}

/* ---- what is remembered */

static char *
scratch(void)
{
	static char	path[] = "/tmp/test-alert-XXXXXX";

	strcpy(path, "/tmp/test-alert-XXXXXX");
	assert_non_null(mkdtemp(path));
	return path;
}

static void
swept(const char *dir, const char *name)
{
	char	path[200];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(remove(path), 0);
}

static void
remembered(void **state)
{
	static const char *const	unread[] = { "/c/late.ics" };
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	const char	*top = arena_dup(a, scratch());
	const char	*dir = arena_printf(a, "%s/x/gongshi", top);
	struct state	*s = state_load(a, dir, at("2020-09-16T10:00"), d);
	struct stat	 st;
	int		 i;

	(void)state;
	/* The first look begins at 00:00 of its day, and with it. */
	assert_true(s->since.s < at("2020-09-16").s);
	assert_true(s->since.s >= at("2020-09-15T23:59:59").s);
	state_tell(s, "a", at("2020-09-16T09:00"));
	state_tell(s, "tab\there", at("2020-09-16T09:00"));
	state_again(s, "a", at("2020-09-17T09:00"));
	state_show(s, "a", 7, "bus/:1.5");
	state_looked(s, at("2020-09-16T10:00:01"), true, unread, 1);
	assert_true(state_save(s, dir, d));
	for (i = 0; i < 2; i++) {
		s = state_load(a, dir, at("2020-09-18"), d);
		assert_int_equal(s->since.s, at("2020-09-16T10:00:01").s);
		assert_true(state_was_told(s, "a", at("2020-09-16T09:00")));
		assert_true(state_was_told(s, "tab\there",
		    at("2020-09-16T09:00")));
		assert_false(state_was_told(s, "a", at("2020-09-16T09:01")));
		assert_int_equal(s->nagain, 1);
		assert_int_equal(state_shown(s, "a")->id, 7);
		assert_string_equal(state_shown(s, "a")->server, "bus/:1.5");
		/* What could not be read is behind; its neighbours are not. */
		assert_true(state_since(s, "/c/late.ics").s <
		    at("2020-09-16").s);
		assert_int_equal(state_since(s, "/c/late.ics2").s,
		    s->since.s);
		assert_true(state_save(s, dir, d));
	}
	/* Nothing of others may read it. */
	assert_int_equal(stat(arena_printf(a, "%s/alert.state", dir), &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
	/* Not all shown: what is due stays due. */
	state_looked(s, at("2020-09-18"), false, NULL, 0);
	assert_int_equal(s->since.s, at("2020-09-16T10:00:01").s);
	assert_int_equal(diags_errors(d), 0);
	swept(top, "x/gongshi/alert.state");
	swept(top, "x/gongshi");
	swept(top, "x");
	swept(top, "");
	arena_free(a);
}

/* Garbage, half a file, a folder: beginning anew, never worse. */
static void
broken_memory(void **state)
{
	static const char *const	texts[] = {
		"", "x", "gongshi-alert 1\n", "gongshi-alert 1\nsince\tx\n",
		"gongshi-alert 9\nsince\t2020-09-16T10:00:00\n",
		"\xff\xfe\n\n",
		("gongshi-alert 1\n\t\t\t\nbubble\nbubble\t1\n"
		"told\t2020-09-16\nagain\t\t\n")
	};
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	const char	*dir = arena_dup(a, scratch());
	struct state	*s;
	FILE		*f;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++) {
		f = fopen(arena_printf(a, "%s/alert.state", dir), "w");
		assert_non_null(f);
		fputs(texts[i], f);
		fclose(f);
		s = state_load(a, dir, at("2020-09-16T10:00"), d);
		assert_int_equal(s->since.s, at("2020-09-16").s - 1);
		assert_int_equal(s->ntold, 0);
	}
	swept(dir, "alert.state");
	swept(dir, "");
	arena_free(a);
}

/* ---- words */

static void
words(void **state)
{
	static const struct {
		const char	*event, *now, *title;
	} rows[] = {
	{ "a d c 2020-09-16 2020-09-11T09:00", "2020-09-11T09:00",
	    "Due in 5 days: 步" },
	{ "a d c 2020-09-16 2020-09-15T09:00", "2020-09-15T23:59",
	    "Due in 1 day: 步" },
	{ "a d c 2020-09-16 2020-09-16T09:00", "2020-09-16T09:00",
	    "Due today: 步" },
	{ "a d c 2020-09-16 2020-09-16T09:00", "2020-09-18T09:00",
	    "2 days overdue: 步" },
	{ "a p c 2020-09-16 2020-09-16T09:00", "2020-09-16T09:00",
	    "Its last day is today: 步" },
	{ "a p c 2020-09-16 2020-09-16T09:00", "2020-09-17T09:00",
	    "The notice is over: 步" },
	{ "a t c 2020-09-16 2020-09-16T09:00", "2020-09-16T09:00",
	    "May be posted: 步" },
	};
	struct arena	*a = arena_new();
	struct event	 e;
	struct state	 s = { .arena = a, .since = at("2020-09-01") };
	struct dues	 d;
	struct words	 w;
	size_t		 i;

	(void)state;
	assert_true(text_setup("en", "/nonexistent"));
	for (i = 0; i < LENGTH(rows); i++) {
		e = event_of(a, rows[i].event);
		d = due_find(a, &e, 1, &s, at(rows[i].now), false);
		assert_int_equal(d.n, 1);
		w = words_of(a, &d.alerts[0], at(rows[i].now));
		assert_string_equal(w.title, rows[i].title);
		/* Where, whose, and the day. */
		assert_non_null(strstr(w.body, "村 · 案"));
		assert_non_null(strstr(w.body, "2020-09-16"));
		assert_null(strpbrk(words_line(a, &w), "\t\n"));
	}
	arena_free(a);
}

/* 300,000 alarms in one look, in no order, some of them twice. */
static void
many_are_told(void **state)
{
	enum { MANY = 300000 };
	struct arena	*a = arena_new();
	struct state	*s = arena_alloc(a, sizeof(*s));
	struct moment	 when = at("2020-09-16T09:00");
	char		 uid[16];
	int		 i;

	(void)state;
	(void)alarm(60);
	*s = (struct state){ .arena = a, .since = when };
	for (i = 0; i < MANY; i++) {
		snprintf(uid, sizeof(uid), "%d", (int)(i * 7919LL % MANY));
		state_tell(s, uid, when);
		if (i % 100 == 0)
			state_tell(s, uid, when);
	}
	assert_true(state_was_told(s, "299999", when));
	assert_false(state_was_told(s, "300000", when));
	state_settle(s);
	assert_int_equal(s->ntold, MANY);
	for (i = 0; i < MANY; i++) {
		snprintf(uid, sizeof(uid), "%d", i);
		assert_true(state_was_told(s, uid, when));
	}
	assert_false(state_was_told(s, "300000", when));
	assert_false(state_was_told(s, "7", at("2020-09-16T09:01")));
	(void)alarm(0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(moments),
		cmocka_unit_test(local_time),
		cmocka_unit_test(entries),
		cmocka_unit_test(broken_calendars),
		cmocka_unit_test(dues),
		cmocka_unit_test(next_looks),
		cmocka_unit_test(asked_again),
		cmocka_unit_test(remembered),
		cmocka_unit_test(broken_memory),
		cmocka_unit_test(words),
		cmocka_unit_test(many_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
