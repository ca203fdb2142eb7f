#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "words/csv.h"
#include "words/json.h"
#include "words/message.h"
#include "words/say.h"
#include "report/report.h"
#include "words/lines.h"

/* What is written to a stream, as a string to free. */
struct sink {
	FILE	*f;
	char	*text;
	size_t	 size;
};

static FILE *
sink_open(struct sink *s)
{
	*s = (struct sink){ 0 };
	s->f = open_memstream(&s->text, &s->size);
	assert_non_null(s->f);
	return s->f;
}

static void
sink_holds(struct sink *s, const char *name, const char *expected)
{
	assert_int_equal(fclose(s->f), 0);
	if (strcmp(s->text, expected) != 0)
		fail_msg("%s:\n%s\nnot\n%s", name, s->text, expected);
	free(s->text);
}

static void
json_strings(void **state)
{
	static const struct {
		const char	*in, *out;
	} rows[] = {
		{ NULL, "null" },
		{ "", "\"\"" },
		{ "nothing", "\"nothing\"" },
		{ "公示期", "\"公示期\"" },
		{ "a\"b\\c", "\"a\\\"b\\\\c\"" },
		{ "a\nb\tc\rd", "\"a\\nb\\tc\\rd\"" },
		{ "\x01\x1b[31m", "\"\\u0001\\u001b[31m\"" },
		{ "\x7f", "\"\\u007f\"" },
		{ "\xc2\x9b", "\"\\u009b\"" },
		{ "x\xe2\x80\xa8y\xe2\x80\xa9", "\"x\\u2028y\\u2029\"" },
		{ "\xe2\x80\xae", "\"\\u202e\"" },
		{ "a\xff" "b", "\"a\xef\xbf\xbd" "b\"" },
		{ "\xe5\x85", "\"\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "\xf0\xa0\x80\x80", "\"\xf0\xa0\x80\x80\"" },
	};
	struct sink	s;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_string(sink_open(&s), rows[i].in);
		sink_holds(&s, rows[i].in == NULL ? "null" : rows[i].in,
		    rows[i].out);
	}
}

static void
json_states_by_name(void **state)
{
	long long	n[STATES] = { 0 };
	struct sink	s;

	(void)state;
	json_states(sink_open(&s), n);
	sink_holds(&s, "none", "{}");
	n[STATE_WAITING] = 14;
	n[STATE_DONE] = 12;
	n[STATE_BROKEN] = 1;
	json_states(sink_open(&s), n);
	sink_holds(&s, "three",
	    "{\"broken\": 1, \"done\": 12, \"waiting\": 14}");
}

static void
csv_cells(void **state)
{
	static const struct {
		const char	*in, *out;
	} rows[] = {
		{ "", "" },
		{ "北山屯", "北山屯" },
		{ "450225100", "450225100" },
		{ "=1+1", "'=1+1" },
		{ "+1", "'+1" },
		{ "-1", "'-1" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "'\t=1" },
		{ "\r=1", "\"'\r=1\"" },
		{ "=\"a\"", "\"'=\"\"a\"\"\"" },
		{ "a=1", "a=1" },
		{ "a,b", "\"a,b\"" },
		{ "a\nb", "\"a\nb\"" },
		{ "say \"x\"", "\"say \"\"x\"\"\"" },
		{ "\x1b[31m", "\xef\xbf\xbd[31m" },
		{ "a\xff", "a\xef\xbf\xbd" },
		{ "\xc2\x9b", "\xef\xbf\xbd" },
	};
	struct sink	s;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		csv_cell(sink_open(&s), rows[i].in);
		sink_holds(&s, rows[i].in, rows[i].out);
	}
}

static void
wrapping(void **state)
{
	static const struct {
		const char	*in;
		int		 at, indent, width;
		const char	*out;
	} rows[] = {
		{ "", 0, 2, 20, "\n" },
		{ "one two", 0, 2, 20, "one two\n" },
		{ "one two three four five", 0, 2, 20,
		    "one two three four\n  five\n" },
		/* Twenty columns are not too many for twenty. */
		{ "one two three  sixth", 0, 2, 20, "one two three  sixth\n" },
		{ "one two three fourth five", 0, 0, 20,
		    "one two three fourth\nfive\n" },
		{ "abcdefghijklmnopqrstuvwxyz", 0, 0, 20,
		    "abcdefghijklmnopqrst\nuvwxyz\n" },
		/* Chinese ends a line anywhere, but not before a comma. */
		{ "村民小组公示应当不少于七日", 0, 2, 20,
		    "村民小组公示应当不少\n  于七日\n" },
		{ "村民小组公示应当不少，于七日", 0, 0, 20,
		    "村民小组公示应当不\n少，于七日\n" },
		{ "村民小组公示应当不（少于七日）", 0, 0, 20,
		    "村民小组公示应当不\n（少于七日）\n" },
		/* A date stays whole. */
		{ "应于 2020-09-16 届满，实于 2020-09-15 届满", 0, 0, 20,
		    "应于 2020-09-16 届\n满，实于 2020-09-15\n届满\n" },
		{ "one two three", 14, 4, 30, "one two three\n" },
		{ "one two three four", 14, 4, 30, "one two three\n    four\n" },
	};
	struct sink	s;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		text_wrap(sink_open(&s), rows[i].in, rows[i].at,
		    rows[i].indent, rows[i].width);
		sink_holds(&s, rows[i].in, rows[i].out);
	}
}

static void
safe_text(void **state)
{
	static const struct {
		const char	*in, *out;
	} rows[] = {
		{ "北山屯 ~", "北山屯 ~" },
		{ "\x1b[2J", "\xe2\x90\x9b[2J" },
		{ "a\nb", "a\xe2\x90\x8a" "b" },
		{ "\x7f", "\xe2\x90\xa1" },
		{ "\xc2\x9b" "31m", "<U+009B>31m" },
		{ "a\xe2\x80\xae" "b", "a<U+202E>b" },
		{ "\xe2\x81\xa6", "<U+2066>" },
		{ "\xff!", "\xef\xbf\xbd!" },
	};
	struct arena	*a = arena_new();
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(text_safe(a, rows[i].in), rows[i].out);
	arena_free(a);
}

/* ---- one case: a notice of seven days, before a submission */

static const struct basis	basis = { .text = "Order 45" };

static const struct bound	follows[] = {
	{ .kind = BOUND_AFTER, .point = { 1, EDGE_CLOSES, true } }
};

static const struct event_rule	events[] = {
	{ .id = "submitted", .title = "上报", .title_en = "Submitted",
	    .note = "", .basis = &basis, .bounds = follows, .nbounds = 1 }
};

static const struct period_part	week[] = {
	{ .kind = PART_LASTS, .judged = { 7, UNIT_DAY, true, false },
	    .planned = { 7, UNIT_DAY, false, false }, .basis = &basis }
};

static const struct step_rule	steps[] = {
	{ .id = "notice", .title = "公示", .title_en = "Notice", .note = "",
	    .kind = KIND_NOTICE, .basis = &basis, .lasts = { week, 1 },
	    .objections = { .handler = "" } }
};

static const struct procedure	procedure = {
	.id = "exit", .title = "退出", .title_en = "Exit", .note = "",
	.events = events, .nevents = 1, .steps = steps, .nsteps = 1,
	.plain = true
};

static const struct matter	matter = {
	.id = "HX-001", .procedure = "exit", .division = "450225100200",
	.title = "=2+3, \x1b[31m", .batch = ""
};

struct scene {
	struct event_plan	event;
	struct posting		rows[2];
	struct slot		slot;
	struct room		room;
	int			first[2];
	struct plan		plan;
	struct finding		finding;
	struct verdict		verdict;
};

static struct day
day(const char *s)
{
	struct day	d;

	assert_true(day_parse(s, &d));
	return d;
}

static const char *
village(void *ctx, const char *division)
{
	(void)ctx;
	return strcmp(division, "450225100200") == 0 ? "Beishan" : "";
}

static const struct names	names = { village, NULL };

static void
scene_set(struct scene *s)
{
	const struct limit	none = { .day = DAY_NONE };

	*s = (struct scene){ .first = { 0, 1 } };
	s->room = (struct room){ .earliest = DAY_NONE, .from = none,
	    .allowed = none, .lower = none, .due = none, .brink = none,
	    .latest = none, .advised = none };
	s->rows[0] = (struct posting){ .posted = day("2020-09-10"),
	    .until = DAY_NONE, .medium = "board" };
	s->rows[1] = (struct posting){ .posted = day("2020-09-12"),
	    .until = day("2020-09-15"), .medium = "board" };
	s->event = (struct event_plan){ .day = DAY_NONE,
	    .applies = true, .room = &s->room, .owed = &s->room };
	s->slot = (struct slot){ .division = "450225100200", .n = 2,
	    .postings = s->rows,
	    .posted = true, .opens = day("2020-09-10"),
	    .ends = day("2020-09-15"), .judged = day("2020-09-16"),
	    .planned = day("2020-09-17"), .applies = true,
	    .lasts = true, .room = &s->room, .owed = &s->room };

	s->plan = (struct plan){ .proc = &procedure, .matter = &matter,
	    .events = &s->event, .slots = &s->slot, .nslots = 1,
	    .first = s->first };
	s->finding = (struct finding){ .code = CODE_SHORT,
	    .severity = SEVERITY_VIOLATION, .plan = &s->plan,
	    .matter = &matter, .step = 0, .event = -1,
	    .division = "450225100200", .due = day("2020-09-16"),
	    .actual = day("2020-09-15"), .days = 1, .basis = &basis,
	    .note = "", .key = "HX-001/notice/short", .because = none,
	    .follower = -1, .part = week };
	s->verdict = (struct verdict){ .findings = &s->finding, .n = 1,
	    .cap = 1, .slots = 1, .wake = DAY_NONE };
	s->verdict.states[STATE_BROKEN] = 1;
}

/* One scan and one plan of the scene in a format. */
static void
write_all(struct scene *s, FILE *f, enum format format, const char *top)
{
	struct arena	*a = arena_new();
	struct totals	 t = { .cases = 1, .slots = 1, .findings = 1 };
	struct layout	 l = { .out = f, .format = format, .top = top,
			    .today = day("2020-10-01"), .names = &names };
	struct writer	*w = writer_new(a, l);

	t.states[STATE_BROKEN] = 1;
	t.codes[0][CODE_SHORT] = t.severities[SEVERITY_VIOLATION] = 1;
	write_scan_begin(w);
	write_scan_case(w, a, &matter, &s->verdict);
	write_scan_end(w, &t);
	w = writer_new(a, l);
	write_plan_begin(w);
	write_plan_case(w, a, &matter, &s->plan, &s->plan);
	write_plan_end(w, &t);
	arena_free(a);
}

static void
whole_json(void **state)
{
	struct scene	scene;
	struct sink	s;

	(void)state;
	scene_set(&scene);
	write_all(&scene, sink_open(&s), FORMAT_JSON, "");
	sink_holds(&s, "json", "{\"today\": \"2020-10-01\",\n"
	    " \"findings\": [\n"
	    "  {\"key\": \"HX-001/notice/short\", \"code\": \"short\", "
	    "\"severity\": \"violation\", \"case\": \"HX-001\", "
	    "\"procedure\": \"exit\", \"step\": \"notice\", "
	    "\"event\": null, \"division\": \"450225100200\", "
	    "\"due\": \"2020-09-16\", \"actual\": \"2020-09-15\", "
	    "\"days\": 1, \"basis\": \"Order 45\", \"message\": "
	    "\"Notice, Beishan (450225100200): Posted on 2020-09-10 and "
	    "shown through 2020-09-15, 1 day short of the period asked for, "
	    "which runs through 2020-09-16: at least 7 days, the first "
	    "day counted.\"}],\n"
	    " \"cases\": 1, \"slots\": 1, \"states\": {\"broken\": 1}, "
	    "\"exempt\": {}, \"paused\": 0}\n"
	    "{\"today\": \"2020-10-01\", \"cases\": [\n"
	    " {\"case\": \"HX-001\", \"procedure\": \"exit\", "
	    "\"division\": \"450225100200\",\n"
	    "  \"slots\": [\n"
	    "   {\"step\": \"notice\", \"division\": \"450225100200\", "
	    "\"kind\": \"notice\", \"state\": \"broken\", "
	    "\"earliest\": null, \"latest\": null, \"advised\": null, "
	    "\"forecast\": false, \"posted\": \"2020-09-10\", "
	    "\"until\": \"2020-09-15\", \"judged\": \"2020-09-16\", "
	    "\"planned\": \"2020-09-17\"}]}], \"exempt\": {}, "
	    "\"paused\": 0}\n");
}

static void
elsewhere_json(void **state)
{
	struct scene	scene;
	struct sink	s;

	(void)state;
	scene_set(&scene);
	scene.verdict = (struct verdict){ 0 };
	write_all(&scene, sink_open(&s), FORMAT_JSON, "450226");
	sink_holds(&s, "json", "{\"today\": \"2020-10-01\",\n"
	    " \"findings\": [],\n"
	    " \"cases\": 1, \"slots\": 1, \"states\": {\"broken\": 1}, "
	    "\"exempt\": {}, \"paused\": 0}\n"
	    "{\"today\": \"2020-10-01\", \"cases\": [], "
	    "\"exempt\": {}, \"paused\": 0}\n");
}

static void
whole_csv(void **state)
{
	struct scene	scene;
	struct sink	s;

	(void)state;
	scene_set(&scene);
	scene.finding.note = "说明";
	write_all(&scene, sink_open(&s), FORMAT_CSV, "");
	sink_holds(&s, "csv", "\xef\xbb\xbf"
	    "key,severity,code,case,title,division,name,step,event,due,"
	    "actual,days,basis,message,severity-id,code-id,step-id,event-id"
	    "\r\n"
	    "HX-001/notice/short,violation,notice too short,HX-001,"
	    "\"'=2+3, \xef\xbf\xbd[31m\",450225100200,Beishan,Notice,,"
	    "2020-09-16,2020-09-15,1,Order 45,\"Notice, Beishan "
	    "(450225100200): Posted on 2020-09-10 and shown through "
	    "2020-09-15, 1 day short of the period asked for, which runs "
	    "through 2020-09-16: at least 7 days, the first day counted. "
	    "(Note: 说明)\",violation,short,notice,\r\n"
	    "\xef\xbb\xbf"
	    "case,title,procedure,division,name,step,kind,state,earliest,"
	    "latest,advised,forecast,posted,until,judged,planned,"
	    "procedure-id,step-id,kind-id,state-id\r\n"
	    "HX-001,\"'=2+3, \xef\xbf\xbd[31m\",Exit,450225100200,Beishan,"
	    "Notice,notice,broken,,,,no,2020-09-10,2020-09-15,2020-09-16,"
	    "2020-09-17,exit,notice,notice,broken\r\n");
}

/* No line is too wide, and nothing of the data reaches the terminal. */
static void
whole_text(void **state)
{
	struct scene	scene;
	struct sink	s;
	char		*line, *next;

	(void)state;
	scene_set(&scene);
	write_all(&scene, sink_open(&s), FORMAT_TEXT, "");
	assert_int_equal(fclose(s.f), 0);
	assert_null(strchr(s.text, '\033'));
	assert_non_null(strstr(s.text, "notice too short: Notice, Beishan"));
	assert_non_null(strstr(s.text, "Basis: Order 45"));
	for (line = s.text; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		assert_non_null(next);
		assert_true(text_width(line, (size_t)(next - line)) <= 80);
		assert_true(next == line || next[-1] != ' ');
		next++;
	}
	free(s.text);
}

static void
every_code_has_words(void **state)
{
	static const struct item_rule	lacking[] = {
		{ .text = "newspaper" }, { .text = "website", .times = 2 }
	};
	static const struct shown_less	less = { { &lacking[0], &lacking[1] },
		2, true, true };
	static const struct period_part	ends[] = {
		{ .kind = PART_UNTIL }, { .kind = PART_PERMANENT }
	};
	struct objection	o = { .step = "notice", .division = "",
				    .number = "3", .outcome = "",
				    .handler = "someone" };
	struct arena		*a = arena_new();
	struct scene		 s;
	int			 i, k;

	(void)state;
	o.received = day("2020-09-11");
	o.resolved = DAY_NONE;
	for (i = 0; i < CODES; i++)
		for (k = 0; k < 4; k++) {
			scene_set(&s);
			s.finding.code = (enum code)i;
			s.finding.objection = &o;
			s.finding.upheld = k > 1 ? &o : NULL;
			s.finding.lacks = k > 1 ? &less : NULL;
			s.finding.part = k > 1 ? &ends[k - 2] : k == 1 ?
			    NULL : week;
			if (k == 1 || i == CODE_GATE || i == CODE_UPHELD) {
				s.finding.step = -1;
				s.finding.event = 0;
			}
			if (k == 2)
				s.finding.due = s.finding.actual = DAY_NONE;
			if (k == 3)
				s.slot.posted = false;
			if (s.finding.step < 0 && i != CODE_MISSING &&
			    i != CODE_LATE && i != CODE_ORDER &&
			    i != CODE_GATE && i != CODE_UPHELD)
				continue;
			assert_true(*message_code((enum code)i, k == 1) != '\0');
			assert_true(strlen(told_say(a, NULL,
			    message_finding(a, &s.finding, &names))) > 40);
			assert_true(strlen(told_say(a, NULL,
			    message_remedy(a, &s.finding, &names))) > 10 || (k < 2 &&
			    (i == CODE_MEDIUM || i == CODE_CONTENT)));
		}
	arena_free(a);
}

static void
no_rule(void **state)
{
	struct arena	*a = arena_new();
	struct scene	 s;

	(void)state;
	scene_set(&s);
	s.finding.code = CODE_UNKNOWN;
	s.finding.plan = NULL;
	s.finding.step = -1;
	assert_string_equal(told_say(a, NULL, message_finding(a, &s.finding,
	    NULL)),
	    "exit, 450225100200: No rule of the procedure exit is there for "
	    "this division, so nothing can be judged.");
	assert_true(*told_say(a, NULL, message_remedy(a, &s.finding,
	    NULL)) != '\0');
	arena_free(a);
}

static void
formats(void **state)
{
	enum format	f = FORMAT_TEXT;

	(void)state;
	assert_true(format_parse("json", &f));
	assert_int_equal(f, FORMAT_JSON);
	assert_true(format_parse("csv", &f));
	assert_int_equal(f, FORMAT_CSV);
	assert_false(format_parse("xml", &f));
	assert_int_equal(f, FORMAT_CSV);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(json_strings),
		cmocka_unit_test(json_states_by_name),
		cmocka_unit_test(csv_cells),
		cmocka_unit_test(wrapping),
		cmocka_unit_test(safe_text),
		cmocka_unit_test(whole_json),
		cmocka_unit_test(elsewhere_json),
		cmocka_unit_test(whole_csv),
		cmocka_unit_test(whole_text),
		cmocka_unit_test(every_code_has_words),
		cmocka_unit_test(no_rule),
		cmocka_unit_test(formats),
	};

	if (!text_setup("en", "/nowhere"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
