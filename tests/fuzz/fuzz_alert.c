/*
 * Any bytes as a calendar of reminders: read, found due, put into words.  No
 * entry ends before it begins, and no text holds what steers.
 */
#include "fuzz/told.h"

#include "alert/due.h"
#include "alert/words.h"

enum { EVENTS = 64 };

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct kept {
	struct arena	*arena;
	struct event	 events[EVENTS];
	size_t		 n;
};

static void
hold(const char *s, const char *may)
{
	struct saying	t = { (char *)(uintptr_t)s, strlen(s), NULL };

	told_clean(&t, 0, may);
}

static void
check(const struct event *e)
{
	struct moment	m;
	char		buf[MOMENT_TEXT];
	size_t		i;

	if (*e->uid == '\0' || strlen(e->uid) > CALENDAR_UID ||
	    !day_is(e->first) || !day_is(e->last) || e->last.n < e->first.n ||
	    e->nalarms > CALENDAR_ALARMS)
		abort();
	hold(e->uid, "");
	hold(e->summary, "");
	hold(e->place, "");
	hold(e->text, "\n");
	for (i = 0; i < e->nalarms; i++)
		if (!moment_parse(moment_print(e->alarms[i], true, buf), &m) ||
		    m.s != e->alarms[i].s)
			abort();
}

static void
keep(void *ctx, const struct event *e)
{
	struct kept	*k = ctx;
	struct event	*to = &k->events[k->n];

	check(e);
	if (k->n == EVENTS)
		return;
	*to = *e;
	to->uid = arena_dup(k->arena, e->uid);
	to->summary = arena_dup(k->arena, e->summary);
	to->place = arena_dup(k->arena, e->place);
	to->text = arena_dup(k->arena, e->text);
	to->alarms = arena_array(k->arena, e->nalarms + 1, sizeof(*e->alarms));
	if (e->nalarms > 0)
		memcpy(to->alarms, e->alarms, e->nalarms * sizeof(*e->alarms));
	k->n++;
}

static void
ignore(void *ctx, int line, const char *text)
{
	(void)ctx;
	(void)line;
	(void)text;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kept	 k = { .arena = arena_new() };
	struct sink	 sink = { keep, ignore, &k };
	struct state	 s = { .arena = k.arena };
	struct moment	 now = moment_make(day_make(2020, 9, 16), 9 * 3600);
	struct dues	 d;
	struct words	 w;
	FILE		*f;
	size_t		 i;

	if (size > 0 && (f = fmemopen((void *)(uintptr_t)data, size, "r")) !=
	    NULL) {
		(void)calendar_read(f, "x.ics", &sink);
		fclose(f);
	}
	s.since = moment_make(day_make(1, 1, 1), 0);
	d = due_find(k.arena, k.events, k.n, &s, now, true);
	for (i = 0; i < d.n; i++) {
		w = words_of(k.arena, &d.alerts[i], now);
		hold(words_line(k.arena, &w), "");
		due_told(&s, &d.alerts[i], now);
	}
	(void)due_next(k.events, k.n, now);
	arena_free(k.arena);
	return 0;
}
