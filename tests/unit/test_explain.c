#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/explain.h"
#include "case/judge.h"
#include "account/codes.h"
#include "job/load.h"

static struct arena		*arena;
static struct calendars		*cals;
static const struct rulebook	*book;

static struct day
at(const char *text)
{
	struct day	d = DAY_NONE;

	if (*text != '\0')
		assert_true(day_parse(text, &d));
	return d;
}

static void
is_day(struct day d, const char *text)
{
	char	buf[DAY_TEXT];

	assert_string_equal(day_print(d, buf), text);
}

static int
start(void **state)
{
	struct diags	*d;

	(void)state;
	arena = arena_new();
	d = diags_new(arena);
	cals = calendars_load(arena, "calendars", NULL, NULL, d);
	book = load_rules(arena, &(struct rule_folders){
	    .dir = "rules/guangxi-2020" }, d);
	return cals == NULL || book == NULL;
}

static int
finish(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* ---- sums, counted by hand on the notices of the State Council */

/*
 * One letter a day: A the act, a figure counted (its last digit), . passed
 * over, M months on, L landed on, ? not settled.
 */
static const char *
drawn(const struct sum *s)
{
	static const char	letters[] = "A#.ML?";
	char			*out = arena_alloc(arena, s->n + 1);
	size_t			 i;

	for (i = 0; i < s->n; i++)
		out[i] = s->ticks[i].as == TICK_COUNTED ?
		    (char)('0' + s->ticks[i].number % 10) :
		    letters[s->ticks[i].as];
	return out;
}

static const struct {
	const char	*name;
	int32_t		 n;
	enum unit	 unit;
	bool		 same_day, roll;
	const char	*act;
	const char	*division;
	const char	*drawn;
	const char	*last;
	const char	*brink;
} sums[] = {
	/* 27 September 2020, a Sunday, was worked for the National Day. */
	{ "5 workdays over 27 September", 5, UNIT_WORKDAY, false, true,
	    "2020-09-24", "45", "A1.2345", "2020-09-30", "" },
	/* 1 to 8 October off, Saturday the 10th worked. */
	{ "5 workdays over the holiday", 5, UNIT_WORKDAY, false, true,
	    "2020-09-28", "45", "A12........34.5", "2020-10-12", "" },
	/* 13 to 16 (4), 19 to 23 (9), 26 (10). */
	{ "10 workdays", 10, UNIT_WORKDAY, false, true, "2020-10-12", "45",
	    "A1234..56789..0", "2020-10-26", "" },
	{ "3 workdays, judged from a Saturday", 3, UNIT_WORKDAY, true, false,
	    "2020-10-17", "45", "..123", "2020-10-21", "" },
	{ "7 days judged", 7, UNIT_DAY, true, false, "2020-09-10", "45",
	    "1234567", "2020-09-16", "" },
	{ "7 days planned", 7, UNIT_DAY, false, false, "2020-09-10", "45",
	    "A1234567", "2020-09-17", "" },
	/* 8 October is off still, the 9th is worked. */
	{ "10 days that end in the holiday", 10, UNIT_DAY, false, true,
	    "2020-09-28", "45", "A1234567890L", "2020-10-09", "" },
	{ "2 months from 31 December", 2, UNIT_MONTH, false, true,
	    "2019-12-31", "45", "AM.L", "2020-03-02", "" },
	{ "2 months from 31 December, to a Sunday", 2, UNIT_MONTH, false, true,
	    "2020-12-31", "45", "AML", "2021-03-01", "" },
	{ "2 months that do not move on", 2, UNIT_MONTH, false, false,
	    "2020-12-31", "45", "AM", "2021-02-28", "" },
	{ "1 month judged, from 31 January", 1, UNIT_MONTH, true, false,
	    "2021-01-31", "45", "AM", "2021-02-27", "" },
	/* 29 to 31 December 2026 wait for the notice for 2027. */
	{ "5 workdays into the dark", 5, UNIT_WORKDAY, false, true,
	    "2026-12-24", "45", "A1..2?", "", "2026-12-29" },
	{ "5 days into the dark", 5, UNIT_DAY, false, true, "2026-12-24", "45",
	    "A1234?", "", "2026-12-29" },
	{ "5 days that ask nothing", 5, UNIT_DAY, false, false, "2026-12-24",
	    "45", "A12345", "2026-12-29", "" },
};

static void
test_sums(void **state)
{
	const struct sum	*s;
	struct period		 p;
	struct day		 last, brink;
	size_t			 i;

	(void)state;
	for (i = 0; i < sizeof(sums) / sizeof(*sums); i++) {
		p = (struct period){ sums[i].n, sums[i].unit,
		    sums[i].same_day, sums[i].roll };
		print_message("%s\n", sums[i].name);
		s = sum_from(arena, p, at(sums[i].act), cals,
		    sums[i].division);
		assert_string_equal(drawn(s), sums[i].drawn);
		is_day(s->last, sums[i].last);
		is_day(s->brink, sums[i].brink);
		last = period_last(p, at(sums[i].act),
		    calendars_for(cals, sums[i].division), &brink);
		assert_int_equal(s->last.n, last.n);
		assert_int_equal(s->brink.n, brink.n);
	}
}

static void
test_names(void **state)
{
	const struct sum	*s;

	(void)state;
	s = sum_from(arena, (struct period){ 5, UNIT_WORKDAY, false, true },
	    at("2020-09-28"), cals, "45");
	assert_true(s->ticks[3].kind == DAY_OFF);
	assert_non_null(s->ticks[3].holiday);
	assert_non_null(strstr(s->ticks[3].holiday->name, "国庆"));
	assert_string_equal(s->ticks[3].holiday->notice,
	    "国办发明电〔2019〕16号");
	is_day(s->ticks[12].day, "2020-10-10");
	assert_true(tick_made_up(&s->ticks[12]));
	assert_false(tick_made_up(&s->ticks[11]));
}

/* The walk against the look-up, everywhere from 2019 to the dark. */
static void
test_walk_is_look_up(void **state)
{
	static const struct period	periods[] = {
		{ 1, UNIT_DAY, false, true }, { 7, UNIT_DAY, true, false },
		{ 10, UNIT_DAY, false, true }, { 1, UNIT_WORKDAY, true, true },
		{ 5, UNIT_WORKDAY, false, true },
		{ 20, UNIT_WORKDAY, false, false },
		{ 2, UNIT_MONTH, false, true }, { 1, UNIT_MONTH, true, false },
		{ 13, UNIT_MONTH, true, true },
	};
	const struct workcal		*cal = calendars_for(cals, "45");
	struct arena			*a = arena_new();
	const struct sum		*s;
	struct day			 d, last, brink;
	size_t				 i;

	(void)state;
	for (d = at("2019-01-01"); day_cmp(d, at("2027-01-20")) < 0;
	    d = day_add(d, 1)) {
		for (i = 0; i < sizeof(periods) / sizeof(*periods); i++) {
			s = sum_from(a, periods[i], d, cals, "45");
			last = period_last(periods[i], d, cal, &brink);
			assert_int_equal(s->last.n, last.n);
			assert_int_equal(s->brink.n, brink.n);
			s = sum_until(a, periods[i], d, cals, "45");
			last = period_act(periods[i], d, cal, &brink);
			assert_int_equal(s->act.n, last.n);
			if (day_is(last)) {
				assert_true(day_cmp(s->last, d) <= 0);
				assert_true(!day_is(s->beyond) ||
				    day_cmp(s->beyond, d) > 0);
			}
		}
		arena_reset(a);
	}
	arena_free(a);
}

/* ---- accounts */

static const struct plan *
lay(struct matter *m)
{
	const struct procedure	*p = rulebook_in_force(book, m->procedure,
				    m->division, matter_first_day(m),
				    at("2020-10-01"));

	assert_non_null(p);
	return plan_lay(arena, p, m, cals, DAY_LAST, NULL,
	    LAY_REASONS);
}

/* A reason gives the day that the plan has. */
static void
agrees(const struct reason *r, struct day d)
{
	assert_int_equal(r != NULL, day_is(d));
	if (r != NULL)
		assert_int_equal((day_is(r->day) ? r->day : r->brink).n, d.n);
}

static void
account_agrees(const struct account *a)
{
	agrees(a->earliest, a->room->earliest);
	if (a->allowed != NULL)
		agrees(a->allowed, a->room->allowed.day);
	agrees(a->latest, a->room->latest.day);
	agrees(a->advised, a->room->advised.day);
}

static void
all_agree(const struct plan *p)
{
	int	i;

	for (i = 0; i < p->nslots; i++)
		account_agrees(explain_slot(arena, p, i));
	for (i = 0; i < p->proc->nevents; i++)
		account_agrees(explain_event(arena, p, i));
}

#define VILLAGE	"450225100200"

static struct posting
posting(const char *step, const char *division, const char *posted,
    const char *until)
{
	return (struct posting){ .step = step, .division = division,
	    .posted = at(posted), .until = at(until), .medium = "board",
	    .place = "", .content = "", .by = "", .evidence = "",
	    .reviewed = DAY_NONE };
}

static struct matter
matter(const char *procedure, const char *const *places, size_t n)
{
	return (struct matter){ .id = "HX-001", .procedure = procedure,
	    .division = VILLAGE, .title = "", .batch = "", .named = true,
	    .places = (const char **)(uintptr_t)places, .nplaces = n };
}

/*
 * HX-001 of the interface: posted 2020-09-10, judged through the 16th,
 * planned through the 17th; down on the 15th, so a day short.
 */
static void
test_hx_001(void **state)
{
	static const char *const	places[] = { VILLAGE "001" };
	struct event			events[] = {
		{ "deliberated", at("2020-09-10") },
		{ "township-submitted", at("2020-09-30") },
	};
	struct posting			posts[] = {
		posting("group-notice", VILLAGE "001", "2020-09-10",
		    "2020-09-15"),
	};
	struct matter			m = matter("household-exit", places,
					    1);
	const struct account		*a;
	const struct reason		*r;

	(void)state;
	m.events = events;
	m.nevents = 2;
	m.postings = posts;
	m.npostings = 1;
	a = explain_slot(arena, lay(&m), 0);
	assert_int_equal(a->earliest->known, KNOWN_RECORDED);
	is_day(a->earliest->base, "2020-09-10");
	is_day(a->earliest->day, "2020-09-10");
	is_day(a->judged->last, "2020-09-16");
	is_day(a->planned->last, "2020-09-17");
	assert_int_equal(a->nruns, 1);
	assert_false(a->runs[0].enough);
	assert_true(a->runs[0].stands);
	/*
	 * Submitted on the 30th: the village's notice is over on the 29th, so
	 * up by the 23rd; reviewed by then; this over on the 22nd, up by the
	 * 16th.  Planned: the 22nd, the 21st, the 14th.
	 */
	r = a->latest;
	assert_int_equal(r->kind, REASON_AHEAD);
	assert_int_equal(r->known, KNOWN_LATEST);
	is_day(r->day, "2020-09-16");
	is_day(r->edge, "2020-09-22");
	assert_string_equal(drawn(r->window), "1234567");
	is_day(r->window->beyond, "2020-09-23");
	r = r->next;
	is_day(r->day, "2020-09-23");
	r = r->next;
	is_day(r->day, "2020-09-23");
	is_day(r->edge, "2020-09-29");
	assert_int_equal(r->known, KNOWN_RECORDED);
	is_day(r->base, "2020-09-30");
	assert_null(r->next);
	is_day(a->advised->day, "2020-09-14");
	assert_int_equal(a->advised->known, KNOWN_ADVISED);
	all_agree(a->plan);
}

/* What is not recorded passes on what it must follow; a forecast chains. */
static void
test_passed_on(void **state)
{
	static const char *const	places[] = {
		VILLAGE "001", VILLAGE "002"
	};
	struct event			events[] = {
		{ "deliberated", at("2020-09-01") },
	};
	struct posting			posts[] = {
		posting("group-notice", VILLAGE "001", "2020-09-02", ""),
		posting("group-notice", VILLAGE "002", "2020-09-04", ""),
		posting("village-notice", VILLAGE, "2020-09-08", ""),
	};
	struct matter			m = matter("household-exit", places,
					    2);
	const struct account		*a;

	(void)state;
	m.events = events;
	m.nevents = 1;
	m.postings = posts;
	m.npostings = 3;
	a = explain_slot(arena, lay(&m), 2);
	assert_int_equal(a->earliest->known, KNOWN_EARLIEST);
	is_day(a->earliest->day, "2020-09-11");
	assert_string_equal(a->earliest->next->at, VILLAGE "002");
	is_day(a->earliest->next->edge, "2020-09-10");
	assert_null(a->allowed);
	all_agree(a->plan);
	a = explain_event(arena, a->plan, 1);
	assert_int_equal(a->nneeds, 1);
	assert_int_equal(a->needs[0].n, 2);
	assert_true(a->needs[0].sets);
	is_day(a->needs[0].of[0]->day, "2020-09-09");
	is_day(a->needs[0].of[1]->day, "2020-09-11");
}

/* Two runs: a short one, then a good one; it is judged on the second. */
static void
test_runs(void **state)
{
	static const char *const	places[] = { VILLAGE "001" };
	struct event			events[] = {
		{ "deliberated", at("2020-09-01") },
	};
	struct posting			posts[] = {
		posting("group-notice", VILLAGE "001", "2020-08-20",
		    "2020-08-30"),
		posting("group-notice", VILLAGE "001", "2020-09-02",
		    "2020-09-05"),
		posting("group-notice", VILLAGE "001", "2020-09-08",
		    "2020-09-10"),
		posting("group-notice", VILLAGE "001", "2020-09-11",
		    "2020-09-14"),
	};
	struct matter			m = matter("household-exit", places,
					    1);
	const struct account		*a;

	(void)state;
	m.events = events;
	m.nevents = 1;
	m.postings = posts;
	m.npostings = 4;
	a = explain_slot(arena, lay(&m), 0);
	assert_int_equal(a->nruns, 3);
	assert_true(a->runs[0].enough && a->runs[0].early);
	assert_false(a->runs[1].enough);
	assert_true(a->runs[2].enough && a->runs[2].stands);
	assert_int_equal(a->runs[2].postings, 2);
	all_agree(a->plan);
}

/* Deadlines: 5 workdays from a fact; one that has no fact; one in the dark. */
static void
test_deadlines(void **state)
{
	static const char *const	places[] = { VILLAGE };
	struct event			events[] = {
		{ "bidding-completed", at("2020-10-28") },
		{ "plan-issued", at("2020-09-24") },
	};
	struct matter			m = matter("project", places, 1);
	const struct plan		*p;
	const struct account		*a;
	int				 i;

	(void)state;
	m.events = events;
	m.nevents = 2;
	p = lay(&m);
	for (i = 0; i < p->nslots; i++) {
		a = explain_slot(arena, p, i);
		if (strcmp(p->proc->steps[a->slot->step].id,
		    "plan-announcement") == 0) {
			assert_int_equal(a->ndue, 1);
			is_day(a->due[0]->day, "2020-09-30");
			assert_string_equal(drawn(a->due[0]->count),
			    "A1.2345");
		}
		if (strcmp(p->proc->steps[a->slot->step].id,
		    "township-announcement") == 0) {
			assert_int_equal(a->due[0]->known, KNOWN_NOT);
			assert_false(day_is(a->due[0]->day));
		}
	}
	all_agree(p);
	events[0].day = at("2021-12-30");
	all_agree(lay(&m));
}

static void
test_codes(void **state)
{
	const struct code_words	*w;
	enum code		 c;
	int			 i;

	(void)state;
	for (i = 0; i < CODES; i++) {
		w = code_words((enum code)i);
		assert_int_equal((int)w->code, i);
		assert_true(w->tell != NULL);
		assert_true((w->mend == NULL) != (w->remedy == NULL));
		assert_true(*w->title != '\0');
		assert_true(*w->meaning != '\0' && *w->why != '\0');
		assert_true(*w->mending != '\0');
		assert_true(*w->raised != '\0' && *w->spared != '\0');
		assert_true(code_named(code_name((enum code)i), &c));
		assert_int_equal((int)c, i);
	}
	assert_false(code_named("HX-001", &c));
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_walk_is_look_up),
		cmocka_unit_test(test_hx_001),
		cmocka_unit_test(test_passed_on),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_deadlines),
		cmocka_unit_test(test_codes),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
