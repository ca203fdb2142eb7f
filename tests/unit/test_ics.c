#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "calendar/ics.h"
#include "unit/court.h"

/* ---- one case by hand: a notice in two groups, then an announcement */

static const struct instrument	inst = { .name = "条例", .title = "公开条例",
	.title_en = "Rules", .number = "第711号", .issued = "", .note = "",
	.from = "", .until = "" };
static const struct instrument	order = { .name = "委托", .title = "",
	.title_en = "", .number = "", .issued = "", .note = "ten\ndays",
	.from = "", .until = "" };
static const struct basis	clause = { .text = "条例 第一条",
	.instrument = &inst };
static const struct basis	length = { .text = "委托",
	.instrument = &order };
static const struct bound	within = { .kind = BOUND_WITHIN,
	.period = { 20, UNIT_WORKDAY, false, true }, .basis = &clause,
	.note = "" };

static const struct period_part	week[] = {
	{ .kind = PART_LASTS, .judged = { 7, UNIT_DAY, true, false },
	    .planned = { 7, UNIT_DAY, false, false }, .basis = &length },
};

static const struct step_rule	steps[] = {
	{ .id = "group-notice", .title = "小组公示", .title_en = "Notice",
	    .note = "", .kind = KIND_NOTICE, .basis = &clause,
	    .lasts = { week, 1 }, .objections = { .handler = "工作队" } },
	{ .id = "announcement", .title = "公告", .title_en = "", .note = "",
	    .kind = KIND_ANNOUNCEMENT, .basis = &clause,
	    .objections = { .handler = "" }, .bounds = &within,
	    .nbounds = 1 },
};

static const struct bound	behind = { .kind = BOUND_AFTER,
	.point = { 0, EDGE_CLOSES, false }, .basis = &clause, .note = "" };
static const struct bound	*follows[] = { &behind };
static const struct ties	ties[] = {
	{ 0 }, { .follows = follows, .nfollows = 1 }
};
static const int		order_of[] = { 0, 1 };

static const struct procedure	proc = { .id = "exit", .title = "退出",
	.title_en = "Exit", .note = "", .steps = steps, .nsteps = 2,
	.order = order_of, .ties = ties, .plain = true };
static const struct matter	matter = { .id = "HX-1,村;\\", .title =
	"2020\nlist", .division = "450225100200", .procedure = "exit" };

enum { YEAR_DAYS = 366 };

struct setting {
	struct arena	*arena;
	struct workcal	 cal;
	struct slot	 slot;
	struct room	 room;
	struct plan	 plan;
};

static struct day
on(const char *text)
{
	struct day	d;

	assert_true(day_parse(text, &d));
	return d;
}

static void
room_without(struct room *r)
{
	const struct limit	none = { .day = DAY_NONE };

	*r = (struct room){ .earliest = DAY_NONE, .from = none,
	    .allowed = none, .lower = none, .due = none, .brink = none,
	    .latest = none, .advised = none };
}

/* 2020, Saturdays and Sundays off, November not settled. */
static void
set(struct setting *s, int step)
{
	uint8_t	*kind;
	int32_t	*memory;
	int	 i, w;

	s->arena = arena_new();
	assert_true(court_speaks("en"));
	kind = arena_alloc(s->arena, YEAR_DAYS);
	memory = arena_array(s->arena, workcal_words(YEAR_DAYS),
	    sizeof(*memory));
	for (i = 0; i < YEAR_DAYS; i++) {
		w = day_weekday(day_add(on("2020-01-01"), i));
		kind[i] = w == 0 || w == 6 ? DAY_OFF : DAY_WORKED;
		if (day_ymd(day_add(on("2020-01-01"), i)).month == 11)
			kind[i] = DAY_UNSETTLED;
	}
	s->cal = workcal_build(on("2020-01-01"), YEAR_DAYS, kind, memory);
	s->slot = (struct slot){ .step = step, .division = "450225100200001",
	    .cal = &s->cal, .opens = DAY_NONE, .ends = DAY_NONE,
	    .judged = DAY_NONE, .planned = DAY_NONE,
	    .judged_brink = DAY_NONE };
	room_without(&s->room);
	s->slot.room = s->slot.owed = &s->room;
	s->slot.applies = true;
	s->slot.lasts = steps[step].lasts.n > 0;
	s->plan = (struct plan){ .proc = &proc, .matter = &matter,
	    .cal = &s->cal, .slots = &s->slot, .nslots = 1 };
}

static const char *
summary(struct setting *s, const struct entry *e)
{
	return entry_line(s->arena, text_own(), e->summary);
}

static const char *
location(struct setting *s, const struct entry *e)
{
	return entry_line(s->arena, text_own(), e->location);
}

static const char *
description(struct setting *s, const struct entry *e)
{
	return entry_lines(s->arena, text_own(), e->description);
}

static const char *
name(void *ctx, const char *division)
{
	(void)division;
	return ctx;
}

static int
build(struct setting *s, bool forecast, struct entry out[static 2])
{
	const struct names	n = { name, "上屯" };

	return entry_build(s->arena, &s->plan, &s->plan, 0, forecast, &n, out);
}

/* 5, 10, 10 and 11 September 2020; the first is another run. */
static const struct posting	hung[] = {
	{ .posted = { 18510 }, .medium = "board", .place = "earlier" },
	{ .posted = { 18515 }, .medium = "board", .place = "活动室\n外" },
	{ .posted = { 18515 }, .medium = "", .place = "" },
	{ .posted = { 18516 }, .medium = "wechat", .place = "活动室\n外" },
};

static void
test_posted(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.slot.posted = true;
	s.slot.opens = on("2020-09-10");
	s.room.earliest = on("2020-09-01");
	s.room.advised.day = on("2020-09-20");
	s.slot.judged = on("2020-09-16");
	s.slot.planned = on("2020-09-17");
	s.slot.postings = hung;
	s.slot.n = 4;
	assert_int_equal(build(&s, false, e), 1);
	assert_int_equal(e[0].kind, ENTRY_WINDOW);
	assert_int_equal(e[0].status, ENTRY_CONFIRMED);
	assert_int_equal(e[0].first.n, on("2020-09-10").n);
	assert_int_equal(e[0].last.n, on("2020-09-17").n);
	assert_int_equal(e[0].nalarms, 1);
	assert_int_equal(e[0].alarms[0], 7);
	assert_string_equal(summary(&s, &e[0]),
	    "[posted] 上屯: Notice · 2020 list HX-1,村;\\");
	assert_string_equal(location(&s, &e[0]), "上屯");
	assert_string_equal(description(&s, &e[0]),
	    "Posted on 2020-09-10; it must hang through 2020-09-17 (that day "
	    "too); 2020-09-16 is the judged last day\n"
	    "Then: '公告', as far as this posting goes on 2020-09-17 at the "
	    "earliest\n"
	    "Place: 活动室 外\n"
	    "Medium: notice board, WeChat\n"
	    "Objections go to: 工作队\n"
	    "Procedure: Exit\n"
	    "Step: Notice (notice)\n"
	    "Where: 上屯 (450225100200001)\n"
	    "Case: 2020 list (HX-1,村;\\)\n"
	    "Basis: 条例 第一条 (\"Rules\"), number 第711号\n"
	    "Basis: 委托\n"
	    "ten days");
	arena_free(s.arena);
}

static void
is_harmless(const char *words, bool lines)
{
	struct arena	*a = arena_new();

	assert_ptr_equal(text_clean(a, words, lines), words);
	arena_free(a);
}

/* Whatever the data holds, no line of an entry begins another. */
static void
test_harmless(void **state)
{
	static const struct posting	posted[] = {
		{ .posted = { 18515 }, .medium = "wall\x1b[1m",
		    .place = "door\xe2\x80\xa8\n\xff" },
	};
	const struct matter	bad = { .procedure = "p", .title = "a\x1b[2J\n",
				    .division = "450225", .batch = "",
				    .id = "x\xe2\x80\xae" };
	const struct names	n = { name, "up\xe2\x80\xaf\xe2\x81\xa6\x7f" };
	struct setting		s;
	struct entry		e[2];
	int			step, i, made;

	(void)state;
	for (step = 0; step < 2; step++) {
		set(&s, step);
		s.plan.matter = &bad;
		s.slot.posted = step == 0;
		s.slot.opens = s.room.earliest = on("2020-09-10");
		s.slot.judged = s.slot.planned = on("2020-09-17");
		s.room.advised.day = on("2020-10-12");
		s.slot.postings = posted;
		s.slot.n = 1;
		made = entry_build(s.arena, &s.plan, &s.plan, 0, false, &n, e);
		assert_int_equal(made, step + 1);
		for (i = 0; i < made; i++) {
			is_harmless(summary(&s, &e[i]), false);
			is_harmless(location(&s, &e[i]), false);
			is_harmless(description(&s, &e[i]), true);
			is_harmless(entry_alarm(s.arena, text_own(), &e[i],
			    0), false);
		}
		arena_free(s.arena);
	}
}

static void
test_to_post(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 1);
	s.room.earliest = s.slot.judged = s.slot.planned =
	    on("2020-09-10");
	s.room.latest.day = on("2020-10-12");
	s.room.advised.day = on("2020-10-12");
	s.room.advised.bound = &within;
	assert_int_equal(entry_build(s.arena, &s.plan, &s.plan, 0, false, NULL, e), 2);
	assert_int_equal(e[0].first.n, on("2020-09-10").n);
	assert_int_equal(e[0].last.n, on("2020-09-10").n);
	assert_int_equal(e[0].alarms[0], 0);
	assert_string_equal(summary(&s, &e[0]), "[to post] 450225100200001: 公告 · "
	    "2020 list HX-1,村;\\");
	assert_non_null(strstr(description(&s, &e[0]),
	    "\nWhere: 450225100200001\n"));
	assert_non_null(strstr(description(&s, &e[0]),
	    "May go up from 2020-09-10 on; no length is asked for\n"));
	assert_int_equal(e[1].kind, ENTRY_DEADLINE);
	assert_int_equal(e[1].first.n, on("2020-10-12").n);
	assert_int_equal(e[1].last.n, on("2020-10-12").n);
	assert_int_equal(e[1].nalarms, 3);
	assert_int_equal(e[1].alarms[0], -5);	/* Monday: Wednesday, */
	assert_int_equal(e[1].alarms[1], -3);	/* Friday */
	assert_int_equal(e[1].alarms[2], 0);
	assert_non_null(strstr(summary(&s, &e[1]), "[deadline] "));
	assert_non_null(strstr(description(&s, &e[1]), "Post by 2020-10-12; "
	    "the latest day is 2020-10-12\n"));
	arena_free(s.arena);
}

static void
test_forecast(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.room.earliest = on("2020-09-10");
	s.room.forecast = true;
	s.slot.judged = on("2020-09-16");
	s.slot.planned_unknown = true;
	assert_int_equal(build(&s, false, e), 0);
	assert_int_equal(build(&s, true, e), 1);
	assert_int_equal(e[0].status, ENTRY_TENTATIVE);
	assert_int_equal(e[0].last.n, on("2020-09-16").n);
	assert_string_equal(entry_alarm(s.arena, text_own(), &e[0], 0), "Expected to be "
	    "free to go up today: 上屯: Notice · (forecast) 2020 list "
	    "HX-1,村;\\");
	assert_non_null(strstr(description(&s, &e[0]), "\nExpected to be free to go "
	    "up from 2020-09-10 on\n"));
	assert_non_null(strstr(summary(&s, &e[0]), "[to post] 上屯: Notice · "
	    "(forecast) 2020 list"));
	s.slot.judged = DAY_NONE;
	s.room.forecast = false;
	assert_int_equal(build(&s, false, e), 1);
	assert_int_equal(e[0].last.n, e[0].first.n);
	arena_free(s.arena);
}

/* Where working days are not settled, days count; none rings twice. */
static void
test_unsettled(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.room.advised.day = on("2020-11-20");
	assert_int_equal(build(&s, false, e), 1);
	assert_int_equal(e[0].kind, ENTRY_DEADLINE);
	assert_int_equal(e[0].nalarms, 3);
	assert_int_equal(e[0].alarms[0], -3);
	assert_int_equal(e[0].alarms[1], -1);
	assert_non_null(strstr(description(&s, &e[0]), "Post by 2020-11-20; "
	    "the latest day cannot be reckoned yet\n"
	    "Must stand at least 7 days\n"
	    "If posted on 2020-11-20, it must hang through 2020-11-27 (that "
	    "day too); 2020-11-26 is the judged last day\n"
	    "Then, if posted that day: '公告', as far as this posting goes on "
	    "2020-11-27 at the earliest\n"));
	assert_int_equal(day_weekday(on("2020-12-01")), 2);
	s.room.advised.day = on("2020-12-02");
	assert_int_equal(build(&s, false, e), 1);
	assert_int_equal(e[0].alarms[0], -3);
	assert_int_equal(e[0].alarms[1], -1);
	arena_free(s.arena);
}

static void
test_cancel(void **state)
{
	static const char *const	tagged[] = {
		"【待贴】X] 】y", "[to post] X] 】y", "X] 】y"
	};
	struct setting			s;
	struct entry			e = { .nalarms = 1 };
	size_t				i;

	(void)state;
	set(&s, 0);
	for (i = 0; i < 3; i++) {
		e.summary = told_written(tagged[i]);
		entry_cancel(s.arena, &e);
		assert_string_equal(summary(&s, &e), "[cancelled] X] 】y");
	}
	assert_int_equal(e.status, ENTRY_CANCELLED);
	assert_int_equal(e.nalarms, 0);
	arena_free(s.arena);
}

/* ---- bytes */

static char *
printed_with(struct arena *a, const struct entry *e, const char *title,
    enum alarms how)
{
	char	*text = NULL, *kept;
	size_t	 size;
	FILE	*f = open_memstream(&text, &size);

	assert_non_null(f);
	if (title != NULL)
		assert_true(ics_begin(f, title) && ics_end(f));
	if (e != NULL)
		assert_true(ics_entry(f, a, text_own(), e, how));
	assert_int_equal(fclose(f), 0);
	kept = arena_dup(a, text);
	free(text);
	return kept;
}

static char *
printed(struct arena *a, const struct entry *e, const char *title)
{
	return printed_with(a, e, title, ALARMS_RELATIVE);
}

static struct entry
sample(void)
{
	return (struct entry){ .kind = ENTRY_DEADLINE, .home = "450225", .id = "HX-1,村;\\",
	    .step = "notice", .division = "4502",
	    .first = on("2020-12-31"), .last = on("2020-12-31"),
	    .alarms = { -5, -1, 6 }, .nalarms = 3,
	    .summary = told_written("a,\nb\xff;"),
	    .description = told_written("one\ntwo\rEND:VEVENT\\"), .sequence = 12, .stamp = 1598918400 };
}

static void
test_entry(void **state)
{
	struct arena	*a = arena_new();
	struct entry	 e = sample();

	(void)state;
	assert_string_equal(printed(a, &e, NULL),
	    "BEGIN:VEVENT\r\n"
	    "UID:41b3ea3c-49d8-5d64-ae65-d3a0d5799fc7@gongshi\r\n"
	    "DTSTAMP:20200901T000000Z\r\n"
	    "LAST-MODIFIED:20200901T000000Z\r\n"
	    "SEQUENCE:12\r\n"
	    "DTSTART;VALUE=DATE:20201231\r\n"
	    "DTEND;VALUE=DATE:20210101\r\n"
	    "SUMMARY:a\\, b\xef\xbf\xbd\\;\r\n"
	    "DESCRIPTION:one\\ntwo END:VEVENT\\\\\r\n"
	    "STATUS:CONFIRMED\r\n"
	    "TRANSP:TRANSPARENT\r\n"
	    "CATEGORIES:deadline\r\n"
	    "X-GONGSHI-CASE:HX-1，村；＼\r\n"
	    "X-GONGSHI-COUNTY:450225\r\n"
	    "X-GONGSHI-STEP:notice\r\n"
	    "X-GONGSHI-DIVISION:4502\r\n"
	    "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
	    "DESCRIPTION:3 working days to the deadline: "
	    "a\\, b\xef\xbf\xbd\\;\r\n"
	    "TRIGGER:-P4DT15H\r\nEND:VALARM\r\n"
	    "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
	    "DESCRIPTION:1 working day to the deadline: "
	    "a\\, b\xef\xbf\xbd\\;\r\n"
	    "TRIGGER:-PT15H\r\nEND:VALARM\r\n"
	    "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
	    "DESCRIPTION:Due today: a\\, b\xef\xbf\xbd\\;\r\n"
	    "TRIGGER:P6DT9H\r\nEND:VALARM\r\n"
	    "END:VEVENT\r\n");
	e.status = ENTRY_CANCELLED;
	assert_null(strstr(printed(a, &e, NULL), "VALARM"));
	assert_non_null(strstr(printed(a, &e, NULL), "STATUS:CANCELLED\r\n"));
	e.last = DAY_LAST;
	assert_null(strstr(printed(a, &e, NULL), "DTEND"));
	arena_free(a);
}

/* 09:00 in China is 01:00 UTC of that day, 1 January or 29 February too. */
static void
test_absolute(void **state)
{
	struct arena	*a = arena_new();
	struct entry	 e = sample();
	const char	*text;

	(void)state;
	e.first = e.last = on("2020-03-03");
	text = printed_with(a, &e, NULL, ALARMS_ABSOLUTE);
	assert_non_null(strstr(text,
	    "TRIGGER;VALUE=DATE-TIME:20200227T010000Z\r\n"));
	assert_non_null(strstr(text,
	    "TRIGGER;VALUE=DATE-TIME:20200302T010000Z\r\n"));
	assert_non_null(strstr(text,
	    "TRIGGER;VALUE=DATE-TIME:20200309T010000Z\r\n"));
	e.alarms[0] = -63;	/* 3 and 29 and 31 */
	assert_non_null(strstr(printed_with(a, &e, NULL, ALARMS_ABSOLUTE),
	    "TRIGGER;VALUE=DATE-TIME:20191231T010000Z\r\n"));
	e.status = ENTRY_CANCELLED;
	assert_null(strstr(printed_with(a, &e, NULL, ALARMS_ABSOLUTE),
	    "VALARM"));
	arena_free(a);
}

/* What is to be done when it rings, by what is remembered of an entry alone. */
static void
test_alarm_words(void **state)
{
	static const struct {
		const char	*first, *last, *summary;
		enum entry_kind	 kind;
		int		 alarms[ALARMS_MAX], n, i;
		const char	*words;
	} rows[] = {
		{ "2020-09-10", "2020-09-17", "[posted] x", ENTRY_WINDOW,
		    { 7 }, 1, 0, "Its period is full today; it may come down "
		    "from tomorrow on: x" },
		{ "2020-09-10", "2020-09-17", "【已贴】x", ENTRY_WINDOW,
		    { 7 }, 1, 0, "Its period is full today; it may come down "
		    "from tomorrow on: x" },
		{ "2020-09-10", "2020-09-10", "[posted] x", ENTRY_WINDOW,
		    { 0 }, 1, 0, "Posted today; see when it may come down: "
		    "x" },
		{ "2020-09-10", "2020-09-17", "[to post] x", ENTRY_WINDOW,
		    { 0 }, 1, 0, "May go up today: x" },
		{ "2020-09-10", "2020-09-10", "【待贴】x", ENTRY_WINDOW,
		    { 0 }, 1, 0, "May go up today: x" },
		{ "2020-09-10", "2020-09-12", "[broken] x", ENTRY_WINDOW,
		    { 3 }, 1, 0, "It came down too early and must go up "
		    "again: x" },
		/* Friday: Tuesday is three working days before */
		{ "2020-09-25", "2020-09-25", "[deadline] x", ENTRY_DEADLINE,
		    { -3, -1, 0 }, 3, 0, "3 working days to the deadline: x" },
		{ "2020-09-25", "2020-09-25", "[deadline] x", ENTRY_DEADLINE,
		    { -3, -1, 0 }, 3, 1, "1 working day to the deadline: x" },
		{ "2020-09-25", "2020-09-25", "[deadline] x", ENTRY_DEADLINE,
		    { -3, -1, 0 }, 3, 2, "Due today: x" },
		/* Tuesday: three days before is a Saturday: only days */
		{ "2020-09-22", "2020-09-22", "[deadline] x", ENTRY_DEADLINE,
		    { -3, -1, 0 }, 3, 0, "3 days to the deadline: x" },
		{ "2020-09-21", "2020-09-21", "[deadline] x", ENTRY_DEADLINE,
		    { -3, 0 }, 2, 0, "3 days to the deadline: x" },
	};
	struct setting	s;
	struct entry	e = { .nalarms = 0 };
	size_t		i;

	(void)state;
	set(&s, 0);
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		e.kind = rows[i].kind;
		e.first = on(rows[i].first);
		e.last = on(rows[i].last);
		e.summary = told_written(rows[i].summary);
		e.nalarms = rows[i].n;
		memcpy(e.alarms, rows[i].alarms, sizeof(e.alarms));
		assert_string_equal(entry_alarm(s.arena, text_own(), &e, rows[i].i),
		    rows[i].words);
	}
	arena_free(s.arena);
}

/* Place and step take 24 columns at most; both ends of each are kept. */
static void
test_narrow(void **state)
{
	static const struct {
		const char	*place, *head;
	} rows[] = {
		{ "上屯", "【待贴】上屯 小组公示 · " },
		/* 14 + 1 + 8 = 23 */
		{ "融水苗族自治县", "【待贴】融水苗族自治县 小组公示 · " },
		/* 24: nothing is cut */
		{ "融水苗族自治县a", "【待贴】融水苗族自治县a 小组公示 · " },
		/* 18 do not fit, 15 do: 6 before, 8 behind */
		{ "大浪镇高培村上寨屯", "【待贴】大浪镇…村上寨屯 小组公示 · " },
		{ "大浪镇高培村上寨(1)", "【待贴】大浪镇…上寨(1) 小组公示 · " },
	};
	struct names	 n = { name, NULL };
	struct setting	 s;
	struct entry	 e[2];
	const char	*end, *words;
	size_t		 i;

	(void)state;
	set(&s, 0);
	assert_true(court_speaks("zh"));
	s.room.earliest = on("2020-09-10");
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		n.ctx = (void *)(uintptr_t)rows[i].place;
		assert_int_equal(entry_build(s.arena, &s.plan, &s.plan, 0,
		    false, &n, e), 1);
		words = summary(&s, &e[0]);
		end = strstr(words, " · ");
		assert_non_null(end);
		assert_true(text_width(text_untagged(words),
		    (size_t)(end - text_untagged(words))) <= 24);
		assert_int_equal(strncmp(words, rows[i].head,
		    strlen(rows[i].head)), 0);
		assert_non_null(strstr(description(&s, &e[0]), rows[i].place));
	}
	arena_free(s.arena);
}

/* Down on the 12th, due to the 16th: rings on the 13th. */
/* What stood when the case ended, to that day; else nothing at all. */
static void
test_ended(void **state)
{
	static const bool	owed[2] = { false, false };
	struct setting		s;
	struct entry		e[2];

	(void)state;
	set(&s, 0);
	s.plan.cuts = true;
	s.plan.ending = (struct ending){ on("2020-09-14"), owed };
	s.slot.posted = true;
	s.slot.opens = on("2020-09-10");
	s.slot.judged = on("2020-09-16");
	s.slot.planned = on("2020-09-17");
	s.room.advised.day = s.room.latest.day = on("2020-10-12");
	assert_int_equal(build(&s, true, e), 1);
	assert_int_equal(e[0].kind, ENTRY_WINDOW);
	assert_int_equal(e[0].last.n, on("2020-09-14").n);
	assert_int_equal(e[0].nalarms, 0);
	s.slot.posted = false;
	s.room.earliest = on("2020-09-10");
	assert_int_equal(build(&s, true, e), 0);
	/* its last day had passed when the case ended: it is owed */
	s.room.latest.day = on("2020-09-13");
	assert_int_equal(build(&s, true, e), 2);
	arena_free(s.arena);
}

/* A period without a last day: the day it went up, and nobody rings. */
static void
test_endless(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.slot.posted = s.slot.endless = true;
	s.slot.opens = on("2020-09-10");
	assert_int_equal(build(&s, true, e), 1);
	assert_int_equal(e[0].first.n, on("2020-09-10").n);
	assert_int_equal(e[0].last.n, on("2020-09-10").n);
	assert_int_equal(e[0].nalarms, 0);
	/* an end that is announced is too early, and it must go up again */
	s.slot.ends = on("2020-09-20");
	assert_int_equal(build(&s, true, e), 1);
	assert_int_equal(e[0].last.n, on("2020-09-20").n);
	assert_int_equal(e[0].nalarms, 1);
	assert_non_null(strstr(summary(&s, &e[0]), "[broken]"));
	arena_free(s.arena);
}

static void
test_broken(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.slot.posted = true;
	s.slot.opens = on("2020-09-10");
	s.slot.ends = on("2020-09-12");
	s.slot.judged = on("2020-09-16");
	s.slot.planned = on("2020-09-17");
	assert_int_equal(build(&s, false, e), 1);
	assert_int_equal(e[0].last.n, on("2020-09-12").n);
	assert_int_equal(e[0].alarms[0], 3);
	assert_int_equal(strncmp(summary(&s, &e[0]), "[broken] 上屯: Notice", 22), 0);
	assert_int_equal(strncmp(description(&s, &e[0]),
	    "It hung from 2020-09-10 and came down on 2020-09-12, too early: "
	    "it should have hung through 2020-09-16\n"
	    "It must go up again, and hang for the whole period from that "
	    "day\nMust stand at least 7 days\nThen: '公告'\n", 192), 0);
	arena_free(s.arena);
}

/* It came down when it might: nothing says that it hangs, or must. */
static void
test_came_down(void **state)
{
	struct setting	s;
	struct entry	e[2];

	(void)state;
	set(&s, 0);
	s.slot.posted = true;
	s.slot.opens = on("2020-09-10");
	s.slot.ends = s.slot.judged = on("2020-09-16");
	s.slot.planned = on("2020-09-17");
	assert_int_equal(build(&s, false, e), 1);
	assert_non_null(strstr(description(&s, &e[0]), "It hung from 2020-09-10 to "
	    "2020-09-16; 2020-09-16 was the judged last day\n"));
	assert_null(strstr(description(&s, &e[0]), "must hang"));
	arena_free(s.arena);
}

/* A notice may stand for longer than an int has seconds: 09:00 of the day. */
static void
test_far_alarms(void **state)
{
	struct arena	*a = arena_new();
	struct entry	 e = sample();

	(void)state;
	e.alarms[0] = -100000;
	e.alarms[1] = -26000;
	e.alarms[2] = 26000;
	assert_non_null(strstr(printed(a, &e, NULL),
	    "TRIGGER:-P99999DT15H\r\n"));
	assert_non_null(strstr(printed(a, &e, NULL),
	    "TRIGGER:-P25999DT15H\r\n"));
	assert_non_null(strstr(printed(a, &e, NULL),
	    "TRIGGER:P26000DT9H\r\n"));
	arena_free(a);
}

/*
 * UUIDs of version 5 as Python's uuid.uuid5(NAMESPACE_URL, NAME) gives them.
 * NAME has the county's code where the division lies above that county: a
 * city's own case is its own county.
 */
static void
test_uid(void **state)
{
	static const struct {
		const char	*home, *id, *division;
		enum entry_kind	 kind;
		const char	*uid;
	} names[] = {
		{ "450225100200", "HX-001", "450225100200001", ENTRY_WINDOW,
		    "8d0a3e57-1de6-56d9-a38b-940031c413de@gongshi" },
		{ "450225100200", "HX-001", "450225100200001", ENTRY_DEADLINE,
		    "dec9dab8-e5c1-5adb-a35c-98dab93c9838@gongshi" },
		{ "450225", "HX-001", "450225", ENTRY_WINDOW,
		    "92684a04-9db7-57e7-af73-d1a25aa49218@gongshi" },
		{ "450225", "融办〔2020〕9号", "45", ENTRY_WINDOW,
		    "eaf0215f-70e5-5bb4-bac2-6715e110349c@gongshi" },
		{ "4502", "N-1", "4502", ENTRY_WINDOW,
		    "9ab55f95-1a71-5930-a96e-6e1204a6b6ec@gongshi" },
		{ "4502", "N-1", "45", ENTRY_WINDOW,
		    "f170596f-825f-5b67-a6d8-fcde9cd76a47@gongshi" },
		{ "450225", "HX-001", "45", ENTRY_OLD_WINDOW,
		    "HX-001/public-notice/45/window@gongshi" },
		{ "450225", "HX-001", "45", ENTRY_OLD_DEADLINE,
		    "HX-001/public-notice/45/deadline@gongshi" },
	};
	struct arena	*a = arena_new();
	struct entry	 e = { .step = "public-notice" };
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		e.home = names[i].home;
		e.id = names[i].id;
		e.division = names[i].division;
		e.kind = names[i].kind;
		assert_string_equal(ics_uid(a, &e), names[i].uid);
	}
	arena_free(a);
}

static void
test_frame(void **state)
{
	struct arena	*a = arena_new();

	(void)state;
	assert_string_equal(printed(a, NULL, "县, 乡;\\\nx"),
	    "BEGIN:VCALENDAR\r\n"
	    "PRODID:-//gongshi//gongshi//ZH\r\n"
	    "VERSION:2.0\r\n"
	    "CALSCALE:GREGORIAN\r\n"
	    "NAME:县\\, 乡\\;\\\\ x\r\n"
	    "X-WR-CALNAME:县， 乡；＼ x\r\n"
	    "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n"
	    "X-PUBLISHED-TTL:P1D\r\n"
	    "END:VCALENDAR\r\n");
	arena_free(a);
}

/* No line is longer than 75 octets, and none is cut within a character. */
static void
test_folding(void **state)
{
	struct arena	*a = arena_new();
	struct entry	 e = sample();
	char		 text[3000] = "", *line, *end;
	int		 i;

	(void)state;
	for (i = 0; i < 400; i++)
		strcat(text, i % 7 == 0 ? "ab" : i % 5 == 0 ? "，" : "村");
	e.summary = e.description = e.location = told_text(text);
	for (line = printed(a, &e, NULL); *line != '\0'; line = end + 2) {
		assert_non_null(end = strstr(line, "\r\n"));
		assert_true(end - line <= 75);
		assert_true(text_is_utf8(line, (size_t)(end - line)));
	}
	arena_free(a);
}

static void
test_text(void **state)
{
	static const struct {
		const char	*in, *lines, *line;
	} rows[] = {
		{ "村 a", "村 a", "村 a" }, { "", "", "" },
		{ "a\r\nb", "a \nb", "a  b" }, { "\x7f\t", "  ", "  " },
		{ "\xe6\x9d", "\xef\xbf\xbd\xef\xbf\xbd",
		    "\xef\xbf\xbd\xef\xbf\xbd" },
		{ "x\xc2\x85y\xe2\x80\xa8z", "x y z", "x y z" },
		{ "\xef\xbf\xbd", "\xef\xbf\xbd", "\xef\xbf\xbd" },
	};
	struct arena	*a = arena_new();
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_string_equal(text_clean(a, rows[i].in, true),
		    rows[i].lines);
		assert_string_equal(text_clean(a, rows[i].in, false),
		    rows[i].line);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_posted),
		cmocka_unit_test(test_harmless),
		cmocka_unit_test(test_to_post),
		cmocka_unit_test(test_forecast),
		cmocka_unit_test(test_unsettled),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_absolute),
		cmocka_unit_test(test_alarm_words),
		cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_ended),
		cmocka_unit_test(test_endless),
		cmocka_unit_test(test_came_down),
		cmocka_unit_test(test_far_alarms),
		cmocka_unit_test(test_uid),
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
