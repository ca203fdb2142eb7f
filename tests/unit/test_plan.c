#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "job/load.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))
#define GROUP	"450225100200001"
#define HX	"household-exit", "450225100200", GROUP

static struct arena		*arena;
static const struct rulebook	*book;
static const struct calendars	*cals;

/*
 * Slots as the interface's sections 2 and 3 give them, worked out by hand;
 * the comment above a row says how.  10 September 2020 was a Thursday; 27
 * September and 10 October were worked, 1 to 8 October off.
 */
static const struct {
	const char	*what, *procedure, *division, *places, *facts, *today;
	const char	*slots;
} rows[] = {
	/* Section 8, the example: 7 days from 10 September. */
	{ "the example", HX,
	    "deliberated 2020-09-10\n"
	    "post group-notice " GROUP " 2020-09-10\n", "2020-09-12",
	    "group-notice " GROUP " standing earliest=2020-09-10 "
	    "judged=2020-09-16 planned=2020-09-17\n"
	    "village-notice 450225100200 waiting earliest=2020-09-17 forecast "
	    "judged=2020-09-23 planned=2020-09-24\n"
	    "village-announcement 450225100200 waiting earliest=2020-09-24 "
	    "forecast\n" },
	/* Its last day is over when that day ends. */
	{ "on its last day", HX,
	    "deliberated 2020-09-10\n"
	    "post group-notice " GROUP " 2020-09-10 2020-09-30\n",
	    "2020-09-16",
	    "group-notice " GROUP " standing earliest=2020-09-10 "
	    "judged=2020-09-16 planned=2020-09-17\n"
	    "village-notice 450225100200 waiting earliest=2020-09-17 forecast "
	    "judged=2020-09-23 planned=2020-09-24\n"
	    "village-announcement 450225100200 waiting earliest=2020-09-24 "
	    "forecast\n" },
	{ "the day after", HX,
	    "deliberated 2020-09-10\n"
	    "post group-notice " GROUP " 2020-09-10 2020-09-30\n",
	    "2020-09-17",
	    "group-notice " GROUP " done earliest=2020-09-10 "
	    "judged=2020-09-16 planned=2020-09-17\n"
	    "village-notice 450225100200 waiting earliest=2020-09-17 forecast "
	    "judged=2020-09-23 planned=2020-09-24\n"
	    "village-announcement 450225100200 waiting earliest=2020-09-24 "
	    "forecast\n" },
	{ "nothing recorded: no day and no forecast", HX, "", "2020-09-12",
	    "group-notice " GROUP " waiting\n"
	    "village-notice 450225100200 waiting\n"
	    "village-announcement 450225100200 waiting\n" },
	{ "broken a day before its end", HX,
	    "deliberated 2020-09-10\n"
	    "post group-notice " GROUP " 2020-09-10 2020-09-15\n",
	    "2020-09-12",
	    "group-notice " GROUP " broken earliest=2020-09-10 "
	    "judged=2020-09-16 planned=2020-09-17\n"
	    "village-notice 450225100200 waiting earliest=2020-09-17 forecast "
	    "judged=2020-09-23 planned=2020-09-24\n"
	    "village-announcement 450225100200 waiting earliest=2020-09-24 "
	    "forecast\n" },
	/*
	 * A planned event bounds: over on 29 September at the latest, so open
	 * on the 23rd (judged), the 22nd (planned).
	 */
	{ "a scheduled event gives the last day to post", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-30\n",
	    "2020-09-12",
	    "group-notice " GROUP " ready earliest=2020-09-10 "
	    "latest=2020-09-23 advised=2020-09-22 judged=2020-09-16 "
	    "planned=2020-09-17\n"
	    "village-notice 450225100200 upcoming earliest=2020-09-30 "
	    "judged=2020-10-06 planned=2020-10-07\n"
	    "village-announcement 450225100200 waiting earliest=2020-10-07 "
	    "forecast\n" },
	{ "and the day after it is too late", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-30\n",
	    "2020-09-24",
	    "group-notice " GROUP " conflict earliest=2020-09-10 "
	    "latest=2020-09-23 advised=2020-09-22 judged=2020-09-16 "
	    "planned=2020-09-17\n"
	    "village-notice 450225100200 upcoming earliest=2020-09-30 "
	    "judged=2020-10-06 planned=2020-10-07\n"
	    "village-announcement 450225100200 waiting earliest=2020-10-07 "
	    "forecast\n" },
	/*
	 * 20 working days after 10 September: 11; 14-18; 21-25; 27-30; then
	 * 9, 10, 12, 13 and 14 October.  What came before it is judged by the
	 * approval: a village's 7 days over on the 9th, open on the 3rd
	 * (planned the 2nd); reviewed by then, so a group's over on the 2nd,
	 * open on 27 August (planned: by the 1st, on the 25th).
	 */
	{ "twenty working days across the holiday", HX,
	    "county-approved 2020-09-10\n", "2020-09-12",
	    "group-notice " GROUP " overdue latest=2020-08-27 "
	    "advised=2020-08-25\n"
	    "village-notice 450225100200 overdue latest=2020-09-03 "
	    "advised=2020-09-02\n"
	    "village-announcement 450225100200 ready earliest=2020-09-10 "
	    "latest=2020-10-14 advised=2020-10-14\n" },
	/*
	 * 10 days after 25 September are 5 October, off: the 9th.  The notice
	 * stands 10 days.
	 */
	{ "a deadline moves on from a holiday", "fund-allocation", "45", "",
	    "funds-issued 2020-09-25\n", "2020-10-09",
	    "allocation-announcement 45 ready earliest=2020-09-25 "
	    "latest=2020-10-09 advised=2020-10-09 judged=2020-10-04 "
	    "planned=2020-10-05\n" },
	{ "and is past the day after", "fund-allocation", "45", "",
	    "funds-issued 2020-09-25\n", "2020-10-10",
	    "allocation-announcement 45 overdue earliest=2020-09-25 "
	    "latest=2020-10-09 advised=2020-10-09 judged=2020-10-04 "
	    "planned=2020-10-05\n" },
	/*
	 * 10 days after 23 December 2026 are 2 January 2027: not settled.  It
	 * is no earlier than that, so that day is advised.
	 */
	{ "an unknown deadline, on its brink", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n", "2027-01-02",
	    "allocation-announcement 45 ready earliest=2026-12-23 "
	    "advised=2027-01-02 judged=2027-01-01 planned=2027-01-02\n" },
	{ "an unknown deadline, past its brink", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n", "2027-01-03",
	    "allocation-announcement 45 unknown earliest=2026-12-23 "
	    "advised=2027-01-02 judged=2027-01-01 planned=2027-01-02\n" },
};

static const struct procedure *
procedure_of(const char *id)
{
	const struct procedure	*p = rulebook_named(book, id);

	if (p == NULL)
		fail_msg("no procedure %s", id);
	return p;
}

static void
slots_by_hand(void **state)
{
	const struct matter	*m;
	char			*said;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		m = court_matter(arena, rows[i].division, rows[i].places,
		    rows[i].facts);
		said = court_slots(arena, procedure_of(rows[i].procedure), m,
		    cals, rows[i].today);
		if (strcmp(said, rows[i].slots) != 0)
			fail_msg("%s: want\n%sgot\n%s", rows[i].what,
			    rows[i].slots, said);
	}
}

/* ---- the standing run: section 3 */

static const struct {
	const char	*what, *postings, *opens, *state;
} runs[] = {
	{ "one posting without an end",
	    "post group-notice " GROUP " 2020-09-12\n", "2020-09-12",
	    "done" },
	{ "two media that touch make one run",
	    "post group-notice " GROUP " 2020-09-11 2020-09-14\n"
	    "post group-notice " GROUP " 2020-09-15 2020-09-17 website\n",
	    "2020-09-11", "done" },
	{ "a day between them makes two",
	    "post group-notice " GROUP " 2020-09-11 2020-09-14\n"
	    "post group-notice " GROUP " 2020-09-16 2020-09-18 website\n",
	    "2020-09-11", "broken" },
	{ "overlapping ones make one",
	    "post group-notice " GROUP " 2020-09-11 2020-09-14\n"
	    "post group-notice " GROUP " 2020-09-13 2020-09-17 website\n",
	    "2020-09-11", "done" },
	{ "one within another does not shorten it",
	    "post group-notice " GROUP " 2020-09-11 2020-09-17\n"
	    "post group-notice " GROUP " 2020-09-12 2020-09-13 website\n",
	    "2020-09-11", "done" },
	{ "the first that is long enough",
	    "post group-notice " GROUP " 2020-09-11 2020-09-13\n"
	    "post group-notice " GROUP " 2020-09-15 2020-09-21\n"
	    "post group-notice " GROUP " 2020-09-25 2020-10-20\n",
	    "2020-09-15", "done" },
	{ "posted early, posted again in good order",
	    "post group-notice " GROUP " 2020-09-01 2020-09-07\n"
	    "post group-notice " GROUP " 2020-09-12 2020-09-18\n",
	    "2020-09-12", "done" },
	{ "all early: the first that is long enough",
	    "post group-notice " GROUP " 2020-08-01 2020-08-02\n"
	    "post group-notice " GROUP " 2020-08-05 2020-08-11\n"
	    "post group-notice " GROUP " 2020-08-15 2020-08-30\n",
	    "2020-08-05", "done" },
	{ "none long enough: the longest",
	    "post group-notice " GROUP " 2020-09-11 2020-09-13\n"
	    "post group-notice " GROUP " 2020-09-15 2020-09-18\n",
	    "2020-09-15", "broken" },
	{ "of equals the first",
	    "post group-notice " GROUP " 2020-09-11 2020-09-13\n"
	    "post group-notice " GROUP " 2020-09-15 2020-09-17\n",
	    "2020-09-11", "broken" },
};

static void
standing_runs(void **state)
{
	const struct procedure	*p = procedure_of("household-exit");
	const struct matter	*m;
	const struct plan	*plan;
	struct day		 today = day_make(2020, 10, 20);
	char			 buf[DAY_TEXT];
	enum state		 s;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(runs); i++) {
		m = court_matter(arena, "450225100200", GROUP,
		    arena_printf(arena, "deliberated 2020-09-10\n%s",
		    runs[i].postings));
		plan = plan_lay(arena, p, m, cals, DAY_LAST,
	    NULL, LAY_DAYS);
		s = plan_state(plan, plan, 0, today);
		day_print(plan->slots[0].opens, buf);
		if (strcmp(buf, runs[i].opens) != 0 ||
		    strcmp(state_name(s), runs[i].state) != 0)
			fail_msg("%s: want %s %s, got %s %s", runs[i].what,
			    runs[i].opens, runs[i].state, buf,
			    state_name(s));
	}
}

/* ---- where: section 5 */

static void
where_steps_are_posted(void **state)
{
	static const struct {
		const char	*procedure, *division, *places, *slots;
	} at[] = {
		{ "household-exit", "450225100200",
		    "450225100200001;450225100200002",
		    "group-notice 450225100200001 "
		    "group-notice 450225100200002 "
		    "village-notice 450225100200 "
		    "village-announcement 450225100200 " },
		/* each: where no group is known, the case's own division */
		{ "household-exit", "450225100200", "",
		    "group-notice 450225100200 village-notice 450225100200 "
		    "village-announcement 450225100200 " },
		/* a level above the case is its ancestor */
		{ "county-exit", "450124", "",
		    "public-notice 45 public-announcement 45 " },
		/* below it: the divisions among its places, or above them */
		{ "project", "450225", "450225100200;450225100201",
		    "plan-notice 450225 plan-announcement 450225 "
		    "township-announcement 450225100 "
		    "village-announcement 450225100200 "
		    "village-announcement 450225100201 bid-announcement "
		    "450225 completion-announcement 450225 "
		    "completion-announcement 450225100 "
		    "completion-announcement 450225100200 "
		    "completion-announcement 450225100201 " },
	};
	const struct procedure	*p;
	const struct slot	*s;
	const int		*first;
	char			*said;
	size_t			 i;
	int			 k, n;

	(void)state;
	for (i = 0; i < LENGTH(at); i++) {
		p = procedure_of(at[i].procedure);
		s = plan_slots(arena, p, court_matter(arena, at[i].division,
		    at[i].places, ""), &n, &first);
		said = arena_dup(arena, "");
		for (k = 0; k < n; k++)
			said = arena_printf(arena, "%s%s %s ", said,
			    p->steps[s[k].step].id, s[k].division);
		if (strcmp(said, at[i].slots) != 0)
			fail_msg("%s at %s: %s", at[i].procedure,
			    at[i].division, said);
		assert_int_equal(first[p->nsteps], n);
	}
}

/* T is the township. */
static const char *
with_town(const char *s)
{
	char	*out = arena_dup(arena, "");

	for (; *s != '\0'; s++)
		out = *s == 'T' ? arena_printf(arena, "%s450225100", out) :
		    arena_printf(arena, "%s%c", out, *s);
	return out;
}

/*
 * LANGUAGE 5.  At a township, with its villages 200 (groups 001, 002) and 201
 * (group 001): `each` of a place that is named is its own division of that
 * level, or (marked `+`) those known below it; other steps know nothing of
 * these.  What lacks a slot is the first level that is told of.
 */
static void
each_where_places_are_named(void **state)
{
	static const char *const	text[] = {
		"procedure: p\ntitle: p\ncase: [township, village]\n"
		"basis: law\n"
		"events: {e: {title: e}}\n"
		"steps:\n"
		"  g: {title: g, kind: notice, at: each group, "
		"opens: after e}\n"
		"  v: {title: v, kind: notice, at: [case, village], "
		"opens: after e}\n"
	};
	static const struct {
		const char	*places, *slots;
		int		 lacks;		/* level at step v */
	} at[] = {
		{ "T200001", "g T200001 v T v T200 ", LEVEL_NONE },
		{ "+T200001;+T200002;T200", "g T200001 g T200002 v T v T200 ",
		    LEVEL_NONE },
		/* a place that gives none */
		{ "+T200001;T200;T201", "g T200001 v T v T200 v T201 ",
		    LEVEL_NONE },
		{ "T201", "v T v T201 ", LEVEL_NONE },
		/* known below the township, and no village named */
		{ "+T200001;+T201001;T", "g T200001 g T201001 v T ",
		    LEVEL_VILLAGE },
		{ "+T200001;+T201001;T;T201001",
		    "g T200001 g T201001 v T v T201 ", LEVEL_NONE },
	};
	struct diags			*d = diags_new(arena);
	const struct procedure		*p;
	const struct pack		*pack;
	const struct matter		*m;
	const struct slot		*s;
	const int			*first;
	char				*said;
	size_t				 i;
	int				 k, n;

	(void)state;
	pack = court_pack(arena, "pack: x\ntitle: x\ninstruments: {law: "
	    "{title: law}}\n", text, 1, d);
	if (pack == NULL)
		fail_msg("%s", court_complaints(arena, d));
	p = &pack->procedures[0];
	for (i = 0; i < LENGTH(at); i++) {
		m = court_matter(arena, "450225100", with_town(at[i].places),
		    "");
		s = plan_slots(arena, p, m, &n, &first);
		said = arena_dup(arena, "");
		for (k = 0; k < n; k++)
			said = arena_printf(arena, "%s%s %s ", said,
			    p->steps[s[k].step].id, s[k].division);
		if (strcmp(said, with_town(at[i].slots)) != 0)
			fail_msg("%s: %s", at[i].places, said);
		assert_int_equal(plan_lacks(p, m, 0), LEVEL_NONE);
		assert_int_equal(plan_lacks(p, m, 1), at[i].lacks);
	}
}

/* ---- `before` a step: the first of its slots, where closings are unknown */

/*
 * 10 working days, the first counting.  From Monday 14 December 2026 they end
 * on Friday the 25th, from the 15th on Monday the 28th.  From that day on the
 * 29th must be asked, which cn/2026.ics leaves open until the notice for 2027
 * is out; from 5 January 2027 that very day.  "Where one's day is unknown so is
 * the bound, unless a known one is on or before all brinks of the others; its
 * brink is reckoned from the earliest of those" (section 2): the day before the
 * known 25th, else the day before the earlier brink; the order of the slots
 * says nothing.
 */
static const struct {
	const char	*one, *two, *slot;
} closings[] = {
	{ "2026-12-14", "2026-12-15", "latest=2026-12-24 advised=2026-12-24" },
	{ "2026-12-15", "2026-12-14", "latest=2026-12-24 advised=2026-12-24" },
	{ "2026-12-14", "2026-12-28", "latest=2026-12-24 advised=2026-12-24" },
	{ "2026-12-28", "2026-12-14", "latest=2026-12-24 advised=2026-12-24" },
	{ "2027-01-05", "2026-12-14", "latest=2026-12-24 advised=2026-12-24" },
	{ "2026-12-28", "2027-01-05", "advised=2026-12-28" },
	{ "2027-01-05", "2026-12-28", "advised=2026-12-28" },
	{ "2026-12-28", "2026-12-28", "advised=2026-12-28" },
};

static void
before_unknown_closings(void **state)
{
	static const char *const	text[] = {
		"procedure: p\ntitle: p\ncase: village\nbasis: law\n"
		"steps:\n"
		"  below: {title: below, kind: notice, at: each group, "
		"lasts: at least 10 workdays}\n"
		"  above: {title: above, kind: announcement, at: village, "
		"opens: before below.closes}\n"
	};
	struct diags		*d = diags_new(arena);
	const struct pack	*pack = court_pack(arena, "pack: k\ntitle: k\n"
				    "scope: [\"45\"]\n"
				    "instruments:\n  law: {title: law}\n",
				    text, 1, d);
	const struct matter	*m;
	const char		*said, *want;
	size_t			 i;

	(void)state;
	if (pack == NULL)
		fail_msg("%s", court_complaints(arena, d));
	for (i = 0; i < LENGTH(closings); i++) {
		m = court_matter(arena, "450225100200",
		    GROUP ";450225100200002", arena_printf(arena,
		    "post below " GROUP " %s\n"
		    "post below 450225100200002 %s\n", closings[i].one,
		    closings[i].two));
		said = court_slots(arena, &pack->procedures[0], m, cals,
		    "2026-12-01");
		want = arena_printf(arena, "above 450225100200 ready %s\n",
		    closings[i].slot);
		if (strstr(said, want) == NULL)
			fail_msg("%s, %s: want %sin\n%s", closings[i].one,
			    closings[i].two, want, said);
	}
}

static int
start(void **state)
{
	struct diags	*d;

	(void)state;
	arena = arena_new();
	d = diags_new(arena);
	book = load_rules(arena, &(struct rule_folders){
	    .dir = "rules" }, d);
	cals = calendars_load(arena, "calendars", NULL, NULL, d);
	return text_setup("en", ".") && book != NULL && cals != NULL ? 0 : -1;
}

static int
finish(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(slots_by_hand),
		cmocka_unit_test(standing_runs),
		cmocka_unit_test(where_steps_are_posted),
		cmocka_unit_test(each_where_places_are_named),
		cmocka_unit_test(before_unknown_closings),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
