#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/holidays.h"

enum { FILES = 8 };

struct file {
	const char	*name;		/* below the folder, as cn/2020.ics */
	const char	*text;		/* | is a newline */
};

struct world {
	struct arena		*arena;
	struct diags		*diags;
	struct calendars	*cals;
	char			 dir[32];
	const struct file	*files;
};

#define OPEN	"BEGIN:VCALENDAR|VERSION:2.0|"
#define CLOSE	"END:VCALENDAR|"
#define EVENT(lines)	"BEGIN:VEVENT|UID:x|" lines "END:VEVENT|"
#define OFF	"X-APPLE-SPECIAL-DAY:WORK-HOLIDAY|"
#define WORK	"X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY|"
#define OPEN_DAY	"X-GONGSHI-DAY:UNSETTLED|"
#define REMARK	"X-GONGSHI-DAY:REMARK|"
#define ON(d)	"DTSTART;VALUE=DATE:" d "|"
#define TO(d)	"DTEND;VALUE=DATE:" d "|"
#define ONE(lines)	OPEN EVENT(lines) CLOSE
#define YEAR(y)	ONE(ON(#y "1001") OFF)		/* of a country */

static void
make(struct world *w, const struct file *f)
{
	char	*path = arena_printf(w->arena, "%s/%s", w->dir, f->name);
	char	*p;
	FILE	*out;
	size_t	 i;

	for (p = path + strlen(w->dir) + 1; (p = strchr(p, '/')) != NULL;
	    p++) {
		*p = '\0';
		(void)mkdir(path, 0700);
		*p = '/';
	}
	out = fopen(path, "w");
	assert_non_null(out);
	for (i = 0; f->text[i] != '\0'; i++)
		(void)(f->text[i] == '|' ? fputs("\r\n", out) :
		    fputc(f->text[i], out));
	assert_int_equal(fclose(out), 0);
}

static void
world_open(struct world *w, const struct file *files)
{
	size_t	 i;

	memset(w, 0, sizeof(*w));
	w->files = files;
	w->arena = arena_new();
	w->diags = diags_new(w->arena);
	strcpy(w->dir, "/tmp/test_hol.XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	for (i = 0; i < FILES && files[i].name != NULL; i++)
		make(w, &files[i]);
	w->cals = calendars_load(w->arena, w->dir, NULL, NULL, w->diags);
}

static void
world_close(struct world *w)
{
	char	*path, *slash;
	size_t	 i;

	for (i = 0; i < FILES && w->files[i].name != NULL; i++) {
		path = arena_printf(w->arena, "%s/%s", w->dir,
		    w->files[i].name);
		(void)unlink(path);
		while ((slash = strrchr(path, '/')) != NULL &&
		    strlen(path) > strlen(w->dir)) {
			*slash = '\0';
			(void)rmdir(path);
		}
	}
	arena_free(w->arena);
}

/* The complaints, paths below the folder, without the lines shown. */
static char *
complaints(struct world *w)
{
	char	*all = NULL, *line, *next, *out;
	size_t	 size, len = strlen(w->dir);
	FILE	*f = open_memstream(&all, &size);

	assert_non_null(f);
	diags_write(w->diags, f);
	assert_int_equal(fclose(f), 0);
	out = arena_alloc(w->arena, size + 1);
	for (line = all; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		next = next == NULL ? line + strlen(line) : next + 1;
		if (strncmp(line, w->dir, len) == 0)
			strncat(out, line + len + 1,
			    (size_t)(next - line) - len - 1);
	}
	free(all);
	return out;
}

static const struct file	 country[] = {
	{"cn/2020.ics", OPEN "SOURCE:http://example.cn/calendar|"
	    EVENT(ON("20201001") TO("20201009") OFF
	    "SUMMARY:国庆节 休|COMMENT:国办发明电〔2019〕16号|")
	    EVENT(ON("20200927") WORK "SUMMARY:国庆节（班）|URL:http://u|")
	    EVENT(ON("20201010") "DURATION:P1D|" WORK "SUMMARY:班|")
	    EVENT(ON("20200326") REMARK "SUMMARY:三月三 照常上班|")
	    EVENT(ON("20200404") OFF "STATUS:CANCELLED|")
	    EVENT("DTSTART:20200405T080000Z|STATUS:CANCELLED|")
	    EVENT(ON("20201230") "DURATION:P1W|STATUS:CANCELLED|" OFF)
	    EVENT(ON("20201230") TO("20210101") OPEN_DAY "SUMMARY:待定|")
	    CLOSE},
	{"cn/45/2020.ics", ONE(ON("20200927") OFF "SUMMARY:区休|")},
	{"cn/4501/2020.ics", ONE(ON("20200928") OFF)},
	{"cn/2022.ics", "\xef\xbb\xbf" YEAR(2022)},
	{"cn/46/2021.ics", ONE(ON("20210104") OFF)},
	{"cn/.hidden", "nothing"},
	{NULL, NULL}
};

static void
test_days(void **state)
{
	static const struct {
		const char	*division;
		int		 y, m, d;
		enum day_kind	 kind;
		const char	*says;	/* name/notice/scope; NULL: nothing */
	} rows[] = {
		{"", 2020, 9, 26, DAY_OFF, NULL},	/* Saturday */
		{"", 2020, 9, 27, DAY_WORKED, "国庆节/http://u/"},
		{"", 2020, 9, 28, DAY_WORKED, NULL},
		{"", 2020, 9, 30, DAY_WORKED, NULL},
		{"", 2020, 10, 1, DAY_OFF, "国庆节/国办发明电〔2019〕16号/"},
		{"", 2020, 10, 8, DAY_OFF, "国庆节/国办发明电〔2019〕16号/"},
		{"", 2020, 10, 9, DAY_WORKED, NULL},
		{"", 2020, 10, 10, DAY_WORKED,
		    "/http://example.cn/calendar/"},
		{"", 2020, 3, 26, DAY_WORKED, NULL},
		{"", 2020, 4, 3, DAY_WORKED, NULL},
		{"", 2020, 12, 29, DAY_WORKED, NULL},
		{"", 2020, 12, 30, DAY_UNSETTLED,
		    "/http://example.cn/calendar/"},
		{"", 2020, 12, 31, DAY_UNSETTLED,
		    "/http://example.cn/calendar/"},
		{"", 2019, 12, 31, DAY_UNSETTLED, NULL},
		{"", 2021, 1, 4, DAY_UNSETTLED, NULL},
		{"", 2022, 1, 3, DAY_WORKED, NULL},
		{"", 2023, 1, 1, DAY_UNSETTLED, NULL},
		{"45", 2020, 9, 27, DAY_OFF, "区休//45"},
		{"450222", 2020, 9, 27, DAY_OFF, "区休//45"},
		{"450222", 2020, 9, 28, DAY_WORKED, NULL},
		{"450222", 2020, 10, 8, DAY_OFF,
		    "国庆节/国办发明电〔2019〕16号/"},
		{"450102001001007", 2020, 9, 27, DAY_OFF, "区休//45"},
		{"450102001001007", 2020, 9, 28, DAY_OFF, "//4501"},
		{"44", 2020, 9, 27, DAY_WORKED, "国庆节/http://u/"},
		{"4", 2020, 9, 27, DAY_WORKED, "国庆节/http://u/"},
		{"46", 2021, 1, 4, DAY_UNSETTLED, "//46"},
	};
	struct world		 w;
	const struct holiday	*h;
	const char		*says;
	size_t			 i;

	(void)state;
	world_open(&w, country);
	if (w.cals == NULL)
		fail_msg("%s", complaints(&w));
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day	 d = day_make(rows[i].y, rows[i].m, rows[i].d);

		h = calendars_day(w.cals, rows[i].division, d);
		says = h == NULL ? NULL : arena_printf(w.arena, "%s/%s/%s",
		    h->name, h->notice, h->scope);
		if (workcal_kind(calendars_for(w.cals, rows[i].division), d)
		    != rows[i].kind || (says == NULL) !=
		    (rows[i].says == NULL) || (says != NULL &&
		    strcmp(says, rows[i].says) != 0))
			fail_msg("row %zu: %s", i, says == NULL ? "" : says);
	}
	assert_int_equal(calendars_settled(w.cals, "45").n,
	    day_make(2020, 12, 29).n);
	assert_string_equal(complaints(&w), "");
	world_close(&w);
}

static void
test_settled(void **state)
{
	static const struct file	 gap[] = {
		{"cn/2019.ics", YEAR(2019)},
		{"cn/2020.ics", YEAR(2020)},
		{"cn/45/2018.ics", ONE(ON("20180301") REMARK)},
		{"cn/45/2019.ics", ONE(ON("20190301") OPEN_DAY)},
		{"cn/46/2020.ics", ONE(ON("20200101") TO("20210101")
		    OPEN_DAY)},
		{NULL, NULL}
	};
	struct world	 w;

	(void)state;
	world_open(&w, gap);
	assert_non_null(w.cals);
	assert_int_equal(calendars_settled(w.cals, "").n,
	    day_make(2020, 12, 31).n);
	assert_int_equal(calendars_settled(w.cals, "4502").n,
	    day_make(2019, 2, 28).n);
	assert_int_equal(calendars_settled(w.cals, "46").n,
	    day_make(2019, 12, 31).n);
	world_close(&w);
}

static const struct {
	const char	*name;
	struct file	 files[FILES];
	const char	*said;		/* beginnings of lines */
} bads[] = {
	{"no folder", {{NULL, NULL}}, "cn: error: the calendars' folder"},
	{"no calendar", {{"cn/.keep", ""}}, "cn: error: there is no"},
	{"only a region's", {{"cn/45/2020.ics", YEAR(2020)}},
	    "cn: error: there is no calendar"},
	{"empty", {{"cn/2020.ics", ""}},
	    "cn/2020.ics: error: the file is empty"},
	{"other file", {{"cn/2020.ics", "hello|"}},
	    "cn/2020.ics:1:1: error: BEGIN:VCALENDAR is expected"},
	{"cut off", {{"cn/2020.ics", OPEN "BEGIN:VEVENT|" ON("20200101")}},
	    "cn/2020.ics:3:1: error: this BEGIN has no END"},
	{"wrong end", {{"cn/2020.ics", OPEN "BEGIN:VEVENT|" CLOSE}},
	    "cn/2020.ics:4:1: error: this END has no BEGIN"},
	{"end too many", {{"cn/2020.ics", OPEN CLOSE CLOSE}},
	    "cn/2020.ics:4:1: error: this END has no BEGIN"},
	{"bare event", {{"cn/2020.ics", EVENT(ON("20200101") OFF)}},
	    "cn/2020.ics:1:1: error: BEGIN:VCALENDAR is expected"},
	{"GBK", {{"cn/2020.ics", OPEN "NAME:\xb0\xec|" CLOSE}},
	    "cn/2020.ics:3:6: error: this is no character of UTF-8"},
	{"broken date", {{"cn/2020.ics", ONE("DTSTART;VALUE=DATE:2020x|" OFF)}},
	    "cn/2020.ics:5:1: error: not understood as iCalendar: "},
	{"broken line", {{"cn/2020.ics", OPEN "garbage|" CLOSE}},
	    "cn/2020.ics: error: not understood as iCalendar: "},
	{"no date", {{"cn/2020.ics", ONE(ON("20200230") OFF)}},
	    "cn/2020.ics:5:1: error: DTSTART is no date"},
	{"no DTSTART", {{"cn/2020.ics", ONE(OFF)}},
	    "cn/2020.ics:3:1: error: the event needs one DTSTART"},
	{"a time", {{"cn/2020.ics", ONE("DTSTART:20200101T000000Z|" OFF)}},
	    "cn/2020.ics:5:1: error: DTSTART is a time"},
	{"end a time", {{"cn/2020.ics", ONE(ON("20200101")
	    "DTEND:20200102T000000|" OFF)}},
	    "cn/2020.ics:5:1: error: DTEND is a time"},
	{"end first", {{"cn/2020.ics", ONE(ON("20200102") TO("20200102")
	    OFF)}}, "cn/2020.ics:5:1: error: the event ends before"},
	{"hours", {{"cn/2020.ics", ONE(ON("20200102") "DURATION:PT8H|"
	    OFF)}}, "cn/2020.ics:5:1: error: DURATION is not in whole days"},
	{"both ends", {{"cn/2020.ics", ONE(ON("20200102") TO("20200103")
	    "DURATION:P1D|" OFF)}},
	    "cn/2020.ics:5:1: error: the event has both DTEND and"},
	{"repeats", {{"cn/2020.ics", ONE(ON("20200102")
	    "RRULE:FREQ=YEARLY|" OFF)}},
	    "cn/2020.ics:5:1: error: the event repeats"},
	{"both kinds", {{"cn/2020.ics", ONE(ON("20200102") OFF WORK)}},
	    "cn/2020.ics:5:1: error: the event says twice"},
	{"off and unsettled", {{"cn/2020.ics", ONE(ON("20200102") OFF
	    OPEN_DAY)}}, "cn/2020.ics:5:1: error: the event says twice"},
	{"other kind", {{"cn/2020.ics", ONE(ON("20200102")
	    "X-APPLE-SPECIAL-DAY:HOLIDAY|")}},
	    "cn/2020.ics:5:1: error: unknown kind of day"},
	{"other year", {{"cn/2020.ics", OPEN EVENT(ON("20201231") OFF)
	    EVENT(ON("20210101") OFF) CLOSE}},
	    "cn/2020.ics:10:1: error: a day outside of 2020"},
	{"into the next year", {{"cn/2020.ics", ONE(ON("20201231")
	    TO("20210102") OFF)}},
	    "cn/2020.ics:5:1: error: a day outside of 2020"},
	{"twice", {{"cn/2020.ics", OPEN EVENT(ON("20200101") TO("20200104")
	    OFF) EVENT(ON("20200103") WORK) CLOSE}},
	    "cn/2020.ics:11:1: error: 2020-01-03 stands twice in this file\n"
	    "cn/2020.ics:5:1: note: it stands here already"},
	{"several at once", {{"cn/2020.ics", ONE(ON("20210101") OFF)},
	    {"cn/2021.ics", ONE(ON("20210101") OFF OFF)}},
	    "cn/2020.ics:5:1: error: a day outside of 2020\n"
	    "cn/2021.ics:5:1: error: the event says twice"},
	{"plain weeks", {{"cn/2020.ics", OPEN CLOSE}},
	    "cn/2020.ics: error: this is no calendar of days off: no day"},
	{"no day off", {{"cn/2020.ics", OPEN EVENT(ON("20200119") WORK)
	    EVENT(ON("20200120") REMARK) EVENT(ON("20201231") OPEN_DAY) CLOSE}},
	    "cn/2020.ics: error: this is no calendar of days off: no day"},
	{"no mark", {{"cn/2020.ics", OPEN EVENT(ON("20201001") OFF)
	    EVENT(ON("20200101") "SUMMARY:元旦 休|")
	    EVENT(ON("20200102") "SUMMARY:元旦 休|") CLOSE}},
	    "cn/2020.ics:10:1: error: this is no calendar of days off: the"},
	{"no mark, region", {{"cn/2020.ics", YEAR(2020)},
	    {"cn/45/2020.ics", ONE(ON("20200101") "SUMMARY:元旦 休|")}},
	    "cn/45/2020.ics:5:1: error: this is no calendar of days off: the"},
	{"nothing, region", {{"cn/2020.ics", YEAR(2020)},
	    {"cn/45/2020.ics", OPEN CLOSE}},
	    "cn/45/2020.ics: error: this is no calendar of days off: it"},
	{"a task behind", {{"cn/2020.ics", OPEN EVENT(ON("20200230") OFF)
	    "BEGIN:VTODO|UID:y|" ON("20200301") "END:VTODO|" CLOSE}},
	    "cn/2020.ics:5:1: error: DTSTART is no date"},
	{"remark and day", {{"cn/2020.ics", OPEN EVENT(ON("20200101") OFF)
	    EVENT(ON("20200101") REMARK) CLOSE}},
	    "cn/2020.ics:10:1: error: 2020-01-01 stands twice in this file\n"
	    "cn/2020.ics:5:1: note: it stands here already"},
	{"calendar in a calendar", {{"cn/2020.ics", OPEN EVENT(ON("20200101")
	    OFF) YEAR(2020) CLOSE}},
	    "cn/2020.ics:1:1: error: this BEGIN has no END before"},
	{"event in an event", {{"cn/2020.ics", OPEN "BEGIN:VEVENT|UID:a|"
	    ON("20200101") OFF EVENT(ON("20200102") OFF) "END:VEVENT|" CLOSE}},
	    "cn/2020.ics:3:1: error: this BEGIN has no END before"},
	{"two of a year", {{"cn/2020.ics", YEAR(2020)},
	    {"cn/2020.ICS", YEAR(2020)}},
	    "cn/2020.ics: error: the second file of 2020 in this folder"},
	{"zeros", {{"cn/2020.ics", YEAR(2020)}, {"cn/4500/2020.ics", ""}},
	    "cn/4500: error: the folder's name is no division code"},
	{"three digits", {{"cn/2020.ics", YEAR(2020)},
	    {"cn/450/2020.ics", ""}}, "cn/450: error: the folder's name"},
};

static bool
begin_alike(const char *said, const char *want)
{
	const char	*end;
	size_t		 len;

	for (;;) {
		end = strchr(want, '\n');
		len = end == NULL ? strlen(want) : (size_t)(end - want);
		if (strncmp(said, want, len) != 0)
			return false;
		said = strchr(said, '\n');
		if (said == NULL)
			return false;
		said++;
		if (end == NULL)
			return *said == '\0';
		want = end + 1;
	}
}

static void
test_bad(void **state)
{
	struct world	 w;
	size_t		 i;
	int		 failed = 0;

	(void)state;
	for (i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		world_open(&w, bads[i].files);
		if (w.cals != NULL || !begin_alike(complaints(&w),
		    bads[i].said)) {
			world_close(&w);
			world_open(&w, bads[i].files);
			print_error("%s: %s\n", bads[i].name, complaints(&w));
			failed++;
		}
		world_close(&w);
	}
	assert_int_equal(failed, 0);
}

/* Each that is not read is told by its name. */
static void
test_other_names(void **state)
{
	static const struct file	 files[] = {
		{"cn/2020.ICS", ONE(ON("20200106") OFF)},
		{"cn/notes.ics", "hello"},
		{"cn/12020.ics", "hello"},
		{"cn/45/1900.ics", "hello"},
		{"cn/45/4501/2020.ics", "hello"},
		{"cn/广西/2020.ics", "hello"},
		{"cn/2021.ics~", "hello"},
		{"2021.ics", "hello"},
	};
	struct world	 w;

	(void)state;
	world_open(&w, files);
	assert_non_null(w.cals);
	assert_int_equal(diags_errors(w.diags), 0);
	assert_int_equal(workcal_kind(calendars_for(w.cals, ""),
	    day_make(2020, 1, 6)), DAY_OFF);
	assert_true(begin_alike(complaints(&w),
	    "2021.ics: warning: not read: the country's\n"
	    "cn/12020.ics: warning: not read: a calendar's name\n"
	    "cn/2021.ics~: warning: not read: a calendar's name\n"
	    "cn/notes.ics: warning: not read: a calendar's name\n"
	    "cn/广西: warning: not read: a division's\n"
	    "cn/45/1900.ics: warning: not read: a calendar's name\n"
	    "cn/45/4501: warning: not read: a division's"));
	world_close(&w);
}

/* As Apple writes it, and some public calendars after it. */
static void
test_apple(void **state)
{
	static const struct file	 files[] = {
		{"cn/2020.ics", ONE("DTSTAMP;VALUE=DATE:20191121|"
		    "CREATED;VALUE=DATE:20191121|"
		    "LAST-MODIFIED;VALUE=DATE:20191121|"
		    ON("20200101") OFF "SUMMARY:元旦（休）|")},
		{NULL, NULL}
	};
	struct world	 w;

	(void)state;
	world_open(&w, files);
	if (w.cals == NULL)
		fail_msg("%s", complaints(&w));
	assert_string_equal(calendars_day(w.cals, "",
	    day_make(2020, 1, 1))->name, "元旦");
	world_close(&w);
}

/* A division that had days of its own, and no file of a later year. */
static void
test_gap(void **state)
{
	static const struct file	 files[] = {
		{"cn/2020.ics", YEAR(2020)},
		{"cn/2021.ics", YEAR(2021)},
		{"cn/2022.ics", YEAR(2022)},
		{"cn/45/2020.ics", ONE(ON("20200326") REMARK)},
		{"cn/45/2022.ics", ONE(ON("20220402") OPEN_DAY)},
		{"cn/4502/2021.ics", ONE(ON("20210105") OFF)},
		{"cn/46/2022.ics", ONE(ON("20220404") OFF)},
		{NULL, NULL}
	};
	static const struct {
		const char	*division;
		int		 y, m, d;
		enum day_kind	 kind;
	} rows[] = {
		{"", 2021, 1, 4, DAY_WORKED}, {"45", 2020, 3, 26, DAY_WORKED},
		{"45", 2020, 12, 31, DAY_WORKED},
		{"45", 2021, 1, 4, DAY_UNSETTLED},
		{"45", 2021, 10, 1, DAY_UNSETTLED},
		{"450225", 2021, 12, 31, DAY_UNSETTLED},
		{"450225", 2021, 1, 5, DAY_OFF},
		{"450225", 2022, 1, 5, DAY_UNSETTLED},
		{"45", 2022, 1, 4, DAY_WORKED},
		{"45", 2022, 4, 2, DAY_UNSETTLED},
		{"45", 2022, 10, 1, DAY_OFF},
		{"46", 2021, 1, 4, DAY_WORKED}, {"46", 2022, 4, 4, DAY_OFF},
	};
	struct world	 w;
	struct gap	 g;
	size_t		 i;

	(void)state;
	world_open(&w, files);
	assert_non_null(w.cals);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (workcal_kind(calendars_for(w.cals, rows[i].division),
		    day_make(rows[i].y, rows[i].m, rows[i].d)) != rows[i].kind)
			fail_msg("row %zu", i);
	assert_true(calendars_gap(w.cals, "45", day_make(2020, 6, 1),
	    day_make(2022, 1, 1), &g));
	assert_int_equal(g.day.n, day_make(2021, 1, 1).n);
	assert_string_equal(g.scope, "45");
	assert_true(g.missing && g.year == 2021);
	assert_true(calendars_gap(w.cals, "45", day_make(2022, 1, 1),
	    day_make(2022, 12, 31), &g));
	assert_int_equal(g.day.n, day_make(2022, 4, 2).n);
	assert_false(g.missing);
	assert_true(calendars_gap(w.cals, "46", day_make(2022, 1, 1),
	    day_make(2030, 1, 1), &g));
	assert_true(g.missing && g.year == 2023 && *g.scope == '\0');
	assert_false(calendars_gap(w.cals, "46", day_make(2020, 1, 1),
	    day_make(2022, 12, 31), &g));
	world_close(&w);
}

/* Nothing of libical's goes to the standard error, and nothing aborts. */
static void
test_silent(void **state)
{
	static const char *const	 texts[] = {
		"END:VCALENDAR|", "BEGIN:|", "BEGIN:;|END:;|", "BEGIN|",
		OPEN "BEGIN:V EVENT|END:V EVENT|" CLOSE,
		OPEN "END:VEVENT|" CLOSE, OPEN ":|;|=|;=:|" CLOSE,
		OPEN EVENT(ON("20200101") OFF "RRULE:|") CLOSE,
		OPEN "BEG|\tIN:VEVENT|" CLOSE, OPEN "E|\tND:VEVENT|" CLOSE,
		ONE("DTSTART;TZID=Nowhere/Land:20200101T000000|" OFF),
		ONE("X-APPLE-SPECIAL-DAY:|"), ONE(ON("99999999999") OFF),
	};
	struct file	 files[2] = {{"cn/2020.ics", NULL}, {NULL, NULL}};
	struct world	 w;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		files[0].text = texts[i];
		world_open(&w, files);
		if (w.cals != NULL)
			fail_msg("taken: %s", texts[i]);
		world_close(&w);
	}
}

/* Which file speaks, where a local folder has some of its own. */
static void
test_local(void **state)
{
	static const struct file	 files[] = {
		{"cn/2020.ics", ONE(ON("20200106") OFF "SUMMARY:a|")},
		{"cn/2021.ics", ONE(ON("20210104") OFF "SUMMARY:a|")},
		{"cn/45/2020.ics", ONE(ON("20200107") OFF "SUMMARY:a|")},
		{"cn/45/2021.ics", ONE(ON("20210105") OFF "SUMMARY:a|")},
		{"own/cn/2021.ics", ONE(ON("20210106") OFF "SUMMARY:b|")},
		{"own/cn/2022.ics", ONE(ON("20220104") OFF "SUMMARY:b|")},
		{"own/cn/45/2020.ics", ONE(ON("20200108") OFF "SUMMARY:b|")},
		{"own/cn/46/2020.ics", ONE(ON("20200109") OFF "SUMMARY:b|")},
	};
	static const struct {
		const char	*division;
		int		 y, m, d;
		const char	*says;		/* "": nothing */
	} rows[] = {
		{"", 2020, 1, 6, "a"}, {"", 2021, 1, 4, ""},
		{"", 2021, 1, 6, "b"}, {"", 2022, 1, 4, "b"},
		{"45", 2020, 1, 6, "a"}, {"45", 2020, 1, 7, ""},
		{"45", 2020, 1, 8, "b"}, {"45", 2021, 1, 5, "a"},
		{"45", 2021, 1, 6, "b"}, {"46", 2020, 1, 9, "b"},
		{"46", 2020, 1, 6, "a"},
	};
	struct world		 w;
	struct calendars	*c;
	const struct holiday	*h;
	size_t			 i;

	(void)state;
	world_open(&w, files);
	c = calendars_load(w.arena, w.dir, arena_printf(w.arena,
	    "%s/own", w.dir), NULL, w.diags);
	assert_non_null(c);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		h = calendars_day(c, rows[i].division, day_make(rows[i].y,
		    rows[i].m, rows[i].d));
		if (strcmp(h == NULL ? "" : h->name, rows[i].says) != 0)
			fail_msg("row %zu: %s", i, h == NULL ? "" : h->name);
	}
	c = calendars_load(w.arena, w.dir, "/nowhere", NULL, w.diags);
	assert_non_null(c);
	assert_null(calendars_day(c, "", day_make(2022, 1, 4)));
	assert_int_equal(diags_errors(w.diags), 0);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_settled),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_other_names),
		cmocka_unit_test(test_apple),
		cmocka_unit_test(test_gap),
		cmocka_unit_test(test_silent),
		cmocka_unit_test(test_local),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
