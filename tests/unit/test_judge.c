#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "case/privacy.h"
#include "case/spared.h"
#include "job/load.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))
#define GROUP	"450225100200001"
#define HX	"household-exit", "450225100200", GROUP
#define POST	"post group-notice " GROUP " "
#define DELIBERATED	"deliberated 2020-09-10\n"
#define OBJECT	"objection group-notice " GROUP " "
#define MASHAN	"county-exit", "450124", ""
#define STUDIED	"county-applied 2020-03-01\ncity-verified 2020-03-10\n" \
	"region-assessed 2020-04-10\ngroup-studied 2020-04-30\n"
#define PX	"project", "450225100200", ""
#define PROJECT	"plan-drafted 2020-06-01\nplan-submitted 2020-06-11\n" \
	"plan-issued 2020-06-12\ntownship-received 2020-06-15\n" \
	"village-received 2020-06-15\n" \
	"post plan-announcement 450225 2020-06-12 - website\n" \
	"post township-announcement 450225100 2020-06-15\n"
#define PLAN	"post plan-notice 450225 2020-06-01 - website\n"

static struct arena		*arena;
static const struct rulebook	*book;
static const struct calendars	*cals;

/*
 * Findings as section 4 of the interface gives them, worked out by hand:
 * `CODE POINT DUE ACTUAL DAYS`.  A fault and its neighbour one day apart.
 */
static const struct {
	const char	*what, *procedure, *division, *places, *facts, *today;
	const char	*findings;
} rows[] = {
	/* Section 8: 7 days from 10 September end on the 16th. */
	{ "the example: short by a day", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-15\n",
	    "2020-10-01", "short group-notice 2020-09-16 2020-09-15 1\n" },
	{ "through its judged last day", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-16\n",
	    "2020-10-01", "" },
	/* An `until` is taken as it stands, also one to come. */
	{ "announced too short", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-15\n",
	    "2020-09-10", "short group-notice 2020-09-16 2020-09-15 1\n" },
	{ "tight, on the planned last day", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-16\n",
	    "2020-09-17", "tight group-notice 2020-09-17 2020-09-16 1\n" },
	{ "tight no more the day after", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-16\n",
	    "2020-09-18", "" },
	{ "not tight through the planned day", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-17\n",
	    "2020-09-17", "" },
	{ "posted the day before", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-09\n", "2020-09-20",
	    "early group-notice 2020-09-10 2020-09-09 1\n" },
	{ "posted the same day", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10\n", "2020-09-20",
	    "" },
	/* Over on the 16th: the review may be on the 17th. */
	{ "reviewed on the last day", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-16\n"
	    POST "2020-09-10\n", "2020-09-20",
	    "order township-reviewed 2020-09-17 2020-09-16 1\n" },
	{ "reviewed the day after", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-17\n"
	    POST "2020-09-10\n", "2020-09-20", "" },
	/* One root cause: the unposted slot is missing, no `order`. */
	{ "reviewed without a notice", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-30\n",
	    "2020-09-30", "missing group-notice 2020-09-23 - -1\n" },
	{ "to be reviewed: too late to post", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-30\n",
	    "2020-09-24", "conflict group-notice 2020-09-23 2020-09-24 1\n" },
	{ "to be reviewed: the last day to post", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-30\n",
	    "2020-09-23", "" },
	/* A scan leaves out what comes after today. */
	{ "an early review still to come", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-16\n"
	    POST "2020-09-10\n", "2020-09-15", "" },
	/* township-reviewed is left out: what lies behind it is followed. */
	{ "an event not recorded passes on what it follows", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-20\n"
	    "post village-notice 450225100200 2020-09-16 2020-09-30\n",
	    "2020-10-20", "early village-notice 2020-09-17 2020-09-16 1\n"
	    "unrecorded village-notice - 2020-09-16 -1\n" },
	{ "and a day later only that", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-20\n"
	    "post village-notice 450225100200 2020-09-17 2020-09-30\n",
	    "2020-10-20", "unrecorded village-notice - 2020-09-17 -1\n" },
	/* Posted again in good order mends what went wrong before. */
	{ "posted again", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-08 2020-09-12\n"
	    POST "2020-09-14 2020-09-20\n", "2020-10-20", "" },
	{ "a day between two halves", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10 2020-09-12\n"
	    POST "2020-09-14 2020-09-16\n", "2020-10-20",
	    "short group-notice 2020-09-16 2020-09-12 4\n" },

	/* Objections, against the day of the review. */
	{ "resolved the day after the review", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
	    POST "2020-09-10\n" OBJECT "2020-09-12 2020-09-19 驻村工作队\n",
	    "2020-10-01", "objection group-notice 2020-09-18 2020-09-19 1\n" },
	{ "resolved on its day", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
	    POST "2020-09-10\n" OBJECT "2020-09-12 2020-09-18 驻村工作队\n",
	    "2020-10-01", "" },
	{ "received on its day, not resolved", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
	    POST "2020-09-10\n" OBJECT "2020-09-18 -\n",
	    "2020-10-01", "objection group-notice 2020-09-18 - -1\n" },
	{ "received the day after it", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
	    POST "2020-09-10\n" OBJECT "2020-09-19 -\n", "2020-10-01", "" },
	/* A day resolved after today is taken as none. */
	{ "to be resolved", HX,
	    "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
	    POST "2020-09-10\n" OBJECT "2020-09-12 2020-10-02\n",
	    "2020-10-01", "objection group-notice 2020-09-18 - -1\n" },
	{ "handled by another", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10\n"
	    OBJECT "2020-09-12 2020-09-14 村民委员会\n", "2020-10-01",
	    "handler group-notice - 2020-09-14 -1\n" },
	{ "handled by the one named", HX,
	    "deliberated 2020-09-10\n" POST "2020-09-10\n"
	    OBJECT "2020-09-12 2020-09-14 某村驻村工作队\n", "2020-10-01",
	    "" },

	/*
	 * Mashan, May 2020, against the commission's 10 days: 2 May through
	 * 11 May.  Approved on the 9th, allowed from the 12th.
	 */
	{ "Mashan", MASHAN,
	    STUDIED "region-approved 2020-05-09\n"
	    "post public-notice 45 2020-05-02 2020-05-08 website\n",
	    "2020-05-20", "short public-notice 2020-05-11 2020-05-08 3\n"
	    "order region-approved 2020-05-12 2020-05-09 3\n" },
	{ "Mashan, as the sheets have it", MASHAN,
	    "region-approved 2020-05-09\n"
	    "post public-notice 45 2020-05-02 2020-05-08 website\n",
	    "2020-05-20", "short public-notice 2020-05-11 2020-05-08 3\n"
	    "unrecorded public-notice - 2020-05-02 -1\n"
	    "order region-approved 2020-05-12 2020-05-09 3\n" },
	/* 20 working days after 9 May: 11-15, 18-22, 25-29 May, 1-5 June. */
	{ "Mashan's announcement, on its last day", MASHAN,
	    STUDIED "region-approved 2020-05-12\n"
	    "post public-notice 45 2020-05-02 2020-05-11 website\n"
	    "post public-announcement 45 2020-06-09 - website\n",
	    "2020-07-01", "" },
	{ "and a day late", MASHAN,
	    STUDIED "region-approved 2020-05-12\n"
	    "post public-notice 45 2020-05-02 2020-05-11 website\n"
	    "post public-announcement 45 2020-06-10 - website\n",
	    "2020-07-01", "late public-announcement 2020-06-09 2020-06-10 1\n" },
	{ "never announced", MASHAN,
	    STUDIED "region-approved 2020-05-12\n"
	    "post public-notice 45 2020-05-02 2020-05-11 website\n",
	    "2020-06-10", "missing public-announcement 2020-06-09 - -1\n" },
	{ "never announced, on its last day", MASHAN,
	    STUDIED "region-approved 2020-05-12\n"
	    "post public-notice 45 2020-05-02 2020-05-11 website\n",
	    "2020-06-09", "" },

	/*
	 * The gate: paid while a village was not told.  3 working days after
	 * Monday 15 June are the 18th.
	 */
	{ "paid, a gate unposted to this day", PX,
	    PROJECT PLAN "paid 2020-06-18\n", "2020-06-30",
	    "missing village-announcement 2020-06-18 - -1\n"
	    "gate paid - 2020-06-18 -1\n" },
	{ "paid twice before the last gate opened", PX,
	    PROJECT PLAN "post village-announcement 450225100200 2020-06-20\n"
	    "paid 2020-06-18\npaid 2020-06-19\n", "2020-06-30",
	    "late village-announcement 2020-06-18 2020-06-20 2\n"
	    "gate paid 2020-06-20 2020-06-18 2\n"
	    "gate paid 2020-06-20 2020-06-19 1\n" },
	{ "paid on the day the last gate opened", PX,
	    PROJECT PLAN "post village-announcement 450225100200 2020-06-18\n"
	    "paid 2020-06-18\n", "2020-06-30", "" },
	/* 10 days from 1 June end on the 10th. */
	{ "paid behind a short gate: no day would do", PX,
	    PROJECT "post plan-notice 450225 2020-06-01 2020-06-05 website\n"
	    "post village-announcement 450225100200 2020-06-18\n"
	    "paid 2020-06-18\n", "2020-06-30",
	    "short plan-notice 2020-06-10 2020-06-05 5\n"
	    "gate paid - 2020-06-18 -1\n" },

	/* An unknown deadline: 10 days after 23 December 2026. */
	{ "unknown past the brink", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n", "2027-01-03",
	    "unknown allocation-announcement - - -1\n" },
	{ "not unknown on the brink", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n", "2027-01-02", "" },
	{ "unknown for one posted past it", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n"
	    "post allocation-announcement 45 2027-01-03\n", "2027-01-20",
	    "unknown allocation-announcement - - -1\n" },
	{ "in time whatever is settled", "fund-allocation", "45", "",
	    "funds-issued 2026-12-23\n"
	    "post allocation-announcement 45 2027-01-02\n", "2027-01-20",
	    "" },

	/*
	 * Two overlap in one medium (or one has none), and one has an end, the
	 * other none: the day of the later of the first such pair.
	 */
	{ "an open row and one with an end", HX, DELIBERATED
	    POST "2020-09-10\n" POST "2020-09-12 2020-09-15\n",
	    "2020-09-20", "double group-notice - 2020-09-12 -1\n" },
	{ "the open row on the other's last day", HX, DELIBERATED
	    POST "2020-09-10 2020-09-12\n" POST "2020-09-12\n",
	    "2020-09-20", "double group-notice - 2020-09-12 -1\n" },
	{ "the open row on the day after", HX, DELIBERATED
	    POST "2020-09-10 2020-09-12\n" POST "2020-09-13\n",
	    "2020-09-20", "" },
	{ "both on one day", HX, DELIBERATED
	    POST "2020-09-10 - board A\n"
	    POST "2020-09-10 2020-09-10 board B\n", "2020-09-20",
	    "double group-notice - 2020-09-10 -1\n" },
	{ "in another medium", HX, DELIBERATED
	    POST "2020-09-10 - board\n"
	    POST "2020-09-12 2020-09-15 website\n", "2020-09-20", "" },
	{ "the former without a medium", HX, DELIBERATED
	    POST "2020-09-10 - -\n"
	    POST "2020-09-12 2020-09-15 website\n", "2020-09-20",
	    "double group-notice - 2020-09-12 -1\n" },
	{ "the later without a medium", HX, DELIBERATED
	    POST "2020-09-10 2020-09-12 website\n"
	    POST "2020-09-12 - -\n", "2020-09-20",
	    "double group-notice - 2020-09-12 -1\n" },
	{ "both without an end", HX, DELIBERATED
	    POST "2020-09-10\n" POST "2020-09-12\n", "2020-09-20", "" },
	{ "both with an end", HX, DELIBERATED
	    POST "2020-09-10 2020-09-18\n" POST "2020-09-12 2020-09-19\n",
	    "2020-09-20", "" },
	/* A long one ended on the 18th, a short one on the 11th. */
	{ "over one that ended there is a longer one", HX, DELIBERATED
	    POST "2020-09-10 2020-09-18\n" POST "2020-09-10 2020-09-11 board "
	    "B\n" POST "2020-09-15\n", "2020-09-20",
	    "double group-notice - 2020-09-15 -1\n" },
	{ "of two pairs the one whose later comes first", HX, DELIBERATED
	    POST "2020-09-10 2020-09-20 website\n" POST "2020-09-11\n"
	    POST "2020-09-13 - website\n" POST "2020-09-14 2020-09-16\n",
	    "2020-09-20", "double group-notice - 2020-09-13 -1\n" },
	/* A scan leaves out postings after today. */
	{ "the later still to come", HX, DELIBERATED
	    POST "2020-09-10\n" POST "2020-09-21 2020-09-25\n",
	    "2020-09-20", "" },
	{ "the later on its day", HX, DELIBERATED
	    POST "2020-09-10\n" POST "2020-09-21 2020-09-25\n",
	    "2020-09-21", "double group-notice - 2020-09-21 -1\n" },
	/* It is said beside what the run is judged for. */
	{ "and late too", PX, PROJECT PLAN
	    "post village-announcement 450225100200 2020-06-20\n"
	    "post village-announcement 450225100200 2020-06-21 2020-06-25\n",
	    "2020-07-20",
	    "late village-announcement 2020-06-18 2020-06-20 2\n"
	    "double village-announcement - 2020-06-21 -1\n" },
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
findings_by_hand(void **state)
{
	const struct matter	*m;
	char			*said;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		m = court_matter(arena, rows[i].division, rows[i].places,
		    rows[i].facts);
		said = court_findings(arena, procedure_of(rows[i].procedure),
		    m, cals, rows[i].today, false);
		if (strcmp(said, rows[i].findings) != 0)
			fail_msg("%s: want\n%sgot\n%s", rows[i].what,
			    rows[i].findings, said);
	}
}

/* Section 4, `key`: case, step or event, division, code, then what tells. */
static void
keys_name_a_finding(void **state)
{
	static const struct {
		const char	*procedure, *division, *places, *facts;
		const char	*keys;
	} names[] = {
		{ HX, "deliberated 2020-09-10\n"
		    POST "2020-09-10 2020-09-15\n",
		    "X/group-notice/" GROUP "/short\n" },
		{ MASHAN, "region-approved 2020-05-09\n"
		    "post public-notice 45 2020-05-02 2020-05-08 website\n",
		    "450124:X/public-notice/45/short\n"
		    "450124:X/public-notice/45/unrecorded\n"
		    "450124:X/public-announcement/45/missing\n"
		    "X/region-approved/450124/order\n" },
		{ PX, PROJECT PLAN
		    "post village-announcement 450225100200 2020-06-20\n"
		    "paid 2020-06-18\npaid 2020-06-19\n",
		    "X/village-announcement/450225100200/late\n"
		    "X/paid/450225100200/gate/2020-06-18\n"
		    "X/paid/450225100200/gate/2020-06-19\n" },
		{ HX, "deliberated 2020-09-10\ntownship-reviewed 2020-09-18\n"
		    POST "2020-09-10\n" OBJECT "2020-09-12 - - 3号\n"
		    OBJECT "2020-09-13 -\n",
		    "X/group-notice/" GROUP "/objection/2020-09-12/3号\n"
		    "X/group-notice/" GROUP "/objection/2020-09-13\n" },
	};
	char	*said;
	size_t	 i;

	(void)state;
	for (i = 0; i < LENGTH(names); i++) {
		said = court_findings(arena, procedure_of(names[i].procedure),
		    court_matter(arena, names[i].division, names[i].places,
		    names[i].facts), cals, "2020-10-10", true);
		if (strcmp(said, names[i].keys) != 0)
			fail_msg("want\n%sgot\n%s", names[i].keys, said);
	}
}

/* The commission's 10 days say so: their instrument's note comes along. */
static void
the_commission_is_named(void **state)
{
	const struct procedure	*p = procedure_of("county-exit");
	const struct matter	*m = court_matter(arena, "450124", "",
				    STUDIED "post public-notice 45 2020-05-02 "
				    "2020-05-08 website\n");
	const struct plan	*plan = plan_lay(arena, p, m, cals, DAY_LAST,
	    NULL, LAY_DAYS);
	struct verdict		 v = { 0 };

	(void)state;
	judge(arena, m, plan, plan, day_make(2020, 5, 20), NULL, &v);
	assert_int_equal(v.n, 1);
	assert_int_equal(v.findings[0].code, CODE_SHORT);
	assert_int_equal(v.findings[0].severity, SEVERITY_VIOLATION);
	assert_string_equal(v.findings[0].basis->text, "委托方要求");
	assert_true(v.findings[0].basis->instrument->commission);
	assert_non_null(strstr(v.findings[0].note, "10天"));
	assert_int_equal(v.slots, 2);
	assert_int_equal(v.states[STATE_BROKEN], 1);
}

/* No rule in force: one question, no slot. */
static void
no_rule_in_force(void **state)
{
	const struct matter	*m = court_matter(arena, "450225100200", "",
				    "deliberated 2019-12-31\n");
	struct verdict		 v = { 0 };

	(void)state;
	judge(arena, m, NULL, NULL, day_make(2020, 10, 1), NULL, &v);
	assert_int_equal(v.n, 1);
	assert_int_equal(v.slots, 0);
	assert_int_equal(v.findings[0].code, CODE_UNKNOWN);
	assert_int_equal(v.findings[0].severity, SEVERITY_QUESTION);
	assert_int_equal(v.findings[0].step, -1);
	assert_int_equal(v.findings[0].event, -1);
	assert_string_equal(v.findings[0].key, "X//450225100200/unknown");
}

/* ---- divisions that came to be known after the case */

#define TOWN	"450225100"
#define VILLAGE	TOWN "200"

static const char *const	two_groups[] = {
	TOWN, VILLAGE, GROUP, VILLAGE "002", TOWN "201", TOWN "201001"
};

/* Those of two_groups strictly below, as judge() asks for them. */
static void
below(void *ctx, const char *top, const char *const **codes, size_t *n)
{
	size_t	i = 0;

	(void)ctx;
	while (i < LENGTH(two_groups) && (strcmp(two_groups[i], top) == 0 ||
	    strncmp(two_groups[i], top, strlen(top)) != 0))
		i++;
	*codes = &two_groups[i];
	for (*n = 0; i + *n < LENGTH(two_groups) && strncmp(two_groups[i + *n],
	    top, strlen(top)) == 0;)
		++*n;
}

static const struct land	land = { below, NULL };

/*
 * Household exit: each group's notice, then the village's, 7 days each.  A
 * case that names no places has the groups known when it was taken in.
 */
static const struct {
	const char	*what;
	const char	*places;	/* "=...": named; else known then */
	const char	*facts, *today, *keys;
} left_out[] = {
	{ "a second group, nothing posted", GROUP, DELIBERATED, "2020-09-10",
	    "X/group-notice/" VILLAGE "002/uncovered\n" },
	/* Up on the 10th, its seventh day is the 16th. */
	{ "the notice of the first stands", GROUP, DELIBERATED
	    POST "2020-09-10\n", "2020-09-16",
	    "X/group-notice/" VILLAGE "002/uncovered\n" },
	{ "it is done", GROUP, DELIBERATED POST "2020-09-10\n", "2020-09-17",
	    "" },
	{ "it was broken off, which is never done", GROUP, DELIBERATED
	    POST "2020-09-10 2020-09-12\n", "2020-12-01",
	    "X/group-notice/" GROUP "/short\n"
	    "X/group-notice/" VILLAGE "002/uncovered\n" },
	{ "both known then", GROUP ";" VILLAGE "002", DELIBERATED,
	    "2020-09-10", "" },
	{ "one named", "=" GROUP, DELIBERATED, "2020-09-10", "" },
	/* The one slot at the case's own division stands for none of them. */
	{ "none known then", "", DELIBERATED, "2020-09-10",
	    "X/group-notice/" GROUP "/uncovered\n"
	    "X/group-notice/" VILLAGE "002/uncovered\n" },
};

static void
divisions_left_out(void **state)
{
	const struct procedure	*p = procedure_of("household-exit");
	struct matter		*m;
	const char		*places;
	char			*said;
	size_t			 i;
	bool			 named;

	(void)state;
	court_land = &land;
	for (i = 0; i < LENGTH(left_out); i++) {
		named = *left_out[i].places == '=';
		places = left_out[i].places + named;
		m = court_matter(arena, VILLAGE, places, left_out[i].facts);
		m->named = named;
		said = court_findings(arena, p, m, cals, left_out[i].today,
		    true);
		if (strcmp(said, left_out[i].keys) != 0)
			fail_msg("%s: want\n%sgot\n%s", left_out[i].what,
			    left_out[i].keys, said);
	}
	court_land = NULL;
}

/*
 * Two levels at a township, known then: one village and its group.  Each
 * division once, at the first step, in the procedure's order, that is open.
 */
static void
left_out_of_which_step(void **state)
{
	static const char *const	text[] = {
		"procedure: p\ntitle: p\ncase: township\nbasis: law\n"
		"events: {e: {title: e}}\n"
		"steps:\n"
		"  town: {title: t, kind: notice, at: case, opens: after e}\n"
		"  one: {title: o, kind: notice, at: each village,"
		" opens: after e}\n"
		"  two: {title: w, kind: notice, at: [each village, each "
		"group], opens: after e}\n"
	};
	struct diags		*d = diags_new(arena);
	const struct pack	*pack = court_pack(arena, "pack: x\ntitle: x\n"
				    "instruments: {law: {title: law}}\n",
				    text, 1, d);
	struct matter		*m;

	(void)state;
	if (pack == NULL)
		fail_msg("%s", court_complaints(arena, d));
	court_land = &land;
	m = court_matter(arena, TOWN, VILLAGE ";" GROUP, "e 2020-09-01\n");
	m->named = false;
	assert_string_equal(court_findings(arena, &pack->procedures[0], m,
	    cals, "2020-09-10", true),
	    "X/one/" TOWN "201/uncovered\n"
	    "X/two/" VILLAGE "002/uncovered\n"
	    "X/two/" TOWN "201001/uncovered\n");
	/* one is done on the day after it went up: the village is two's */
	m = court_matter(arena, TOWN, VILLAGE ";" GROUP, "e 2020-09-01\n"
	    "post one " VILLAGE " 2020-09-09\n");
	m->named = false;
	assert_string_equal(court_findings(arena, &pack->procedures[0], m,
	    cals, "2020-09-09", true),
	    "X/one/" TOWN "201/uncovered\n"
	    "X/two/" VILLAGE "002/uncovered\n"
	    "X/two/" TOWN "201001/uncovered\n");
	assert_string_equal(court_findings(arena, &pack->procedures[0], m,
	    cals, "2020-09-10", true),
	    "X/two/" VILLAGE "002/uncovered\n"
	    "X/two/" TOWN "201/uncovered\n"
	    "X/two/" TOWN "201001/uncovered\n");
	court_land = NULL;
}

/* Severities and names of section 4. */
static void
codes_and_severities(void **state)
{
	static const char *const	names[CODES] = {
		"missing", "late", "early", "short", "order", "gate",
		"objection", "conflict", "unknown", "tight", "unrecorded",
		"medium", "content", "review", "privacy", "handler",
		"upheld", "overstay", "double", "uncovered"
	};
	static const char	severities[] = "vvvvvgvqqaavvvgavaaa";
	enum severity		s;
	enum code		c;
	int			i;

	(void)state;
	for (i = 0; i < CODES; i++) {
		assert_string_equal(code_name((enum code)i), names[i]);
		s = code_severity((enum code)i);
		if (severity_name(s)[0] != severities[i])
			fail_msg("%s: %s", names[i], severity_name(s));
		assert_true(code_parse(names[i], &c));
		assert_int_equal(c, i);
	}
	assert_true(severity_parse("grave", &s));
	assert_int_equal(s, SEVERITY_GRAVE);
	assert_false(severity_parse("bad", &s));
	assert_false(code_parse("bad", &c));
	assert_true(SEVERITY_GRAVE > SEVERITY_VIOLATION &&
	    SEVERITY_VIOLATION > SEVERITY_QUESTION &&
	    SEVERITY_QUESTION > SEVERITY_ADVICE);
}

/*
 * Section 4, `privacy`.  11010519491231002X is the example of GB 11643;
 * 4111111111111111 a test number of the card schemes.
 */
static void
personal_numbers(void **state)
{
	static const struct {
		const char	*text;
		bool		 shows;
	} texts[] = {
		{ "", false }, { "公开栏", false },
		{ "11010519491231002X", true },
		{ "身份证11010519491231002x。", true },
		{ "110105194912310021", false },
		{ "1101051949123100", false },
		{ "电话13877212345。", true },
		{ "12877212345", false }, { "138772123456", false },
		{ "1387721234", false }, { "138****2345", false },
		{ "4111111111111111", true },
		{ "4111111111111112", false },
		{ "41111111111111111111", false },
		{ "2020年9月1日至9月7日，共120户", false },
		{ "450225100200001", false },
		/* in groups, full width, with the country's code */
		{ "138-0013-8000", true }, { "138 0013 8000", true },
		{ "138–0013-8000", true }, { "138　0013　8000", true },
		{ "138--0013-8000", false }, { "138  0013 8000", false },
		{ "1380-013-8000", false }, { "138-0013-80001", false },
		{ "128-0013-8000", false }, { "0772-138-0013-8000", true },
		{ "138-0013-8000-5", true }, { "138，0013，8000", false },
		{ "１３８００１３８０００", true },
		{ "１３８－００１３－８０００", true },
		{ "8613800138000", true }, { "+86 138 0013 8000", true },
		{ "8713800138000", false }, { "86-13800138000", true },
		{ "110105-19491231-002X", true },
		{ "110105 19491231 002x", true },
		{ "１１０１０５１９４９１２３１００２Ｘ", true },
		{ "110105-19491231-0021", false },
		{ "110105194912-31002X", false },
		{ "11010519491231002X5", false },
		/* a right check digit, but no day of birth */
		{ "110105194902300020", false },
		{ "4111 1111 1111 1111", true },
		{ "4111-1111-1111-1112", false },
		{ "4111 1111 1111 11111", false },
		{ "4111 1111 1111 1111 2020", true },
		/* as its last digit is 0 */
		{ "6212 2600 0000 0000 003", false },
		{ "6222021234567890128", true },
		{ "6222 0212 3456 7890 128", true },
		{ "6222 0212 3456 7890 1281", false },
		/* Luhn, but no card begins with 1 or 9 */
		{ "1111111111111117", false }, { "9111111111111110", false },
		{ "公示编号2020 0901 0907", false },
		/* what takes no room parts no digits, and lines do */
		{ "110105\u200b19491231\u200b002X", true },
		{ "1\u20603\u206080013800\ufeff0", true },
		{ "138\u00ad0013\u00ad8000", true },
		{ "138\u200b 0013-\u200b8000", true },
		{ "13800138000\u200b13811138000", true },
		{ "1380013\n8000", false }, { "1380013\u20288000", false },
	};
	size_t	i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++)
		if (privacy_shows(texts[i].text) != texts[i].shows)
			fail_msg("`%s`", texts[i].text);
}

static void
note(void *ctx, const char *from, size_t len)
{
	strncat(ctx, from, len);
	strcat(ctx, ";");
}

/* What paper is asked for beyond that, and in what it is not found. */
static void
printed_numbers(void **state)
{
	static const struct {
		const char	*text, *found;
	} texts[] = {
		{ "电话1 3 8 0 0 1 3 8 0 0 0。", "1 3 8 0 0 1 3 8 0 0 0;" },
		{ "1-3-8-0-0-1-3-8-0-0-0", "1-3-8-0-0-1-3-8-0-0-0;" },
		{ "１　３　８　０　０　１　３　８　０　０　０",
		    "１　３　８　０　０　１　３　８　０　０　０;" },
		{ "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
		    "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X;" },
		{ "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2X.",
		    "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2X;" },
		{ "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 1", "" },
		{ "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 Xy", "" },
		{ "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
		    "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1;" },
		{ "1 3 8 0 0 1 3 8 0 0 0 1", "" },
		{ "1 3 8 0 0 1 3 8 0 0 0 12", "" },
		{ "12 1 3 8 0 0 1 3 8 0 0 0", "" },
		{ "1 3 8 0 0 1 3 8 0 0", "" },
		{ "1 3 8 0 0  1 3 8 0 0 0", "" },
		{ "1、3、8、0、0、1、3、8、0、0、0", "" },
		{ "1 3 8 0\u200b 0 1 3 8 0 0 0", "1 3 8 0\u200b 0 1 3 8 0 0 0;" },
		{ "138 0013 8000", "138 0013 8000;" },
		{ "13800138000、1 3 8 1 1 1 3 8 0 0 0",
		    "13800138000;1 3 8 1 1 1 3 8 0 0 0;" },
	};
	char	found[256];
	size_t	i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++) {
		found[0] = '\0';
		privacy_each_printed(texts[i].text, note, found);
		assert_string_equal(found, texts[i].found);
	}
}

/*
 * A mask: first three and last four kept.  What makes no number
 * stays, and of what comes out nothing makes one: a card may begin with what is
 * kept of a telephone.
 */
static void
masks(void **state)
{
	static const struct {
		const char	*text, *mask;
	} texts[] = {
		{ "11010519491231002X", "110***********002X" },
		{ "电话13800138000", "电话138****8000" },
		{ "138 0013 8000、x", "138 **** 8000、x" },
		{ "138-0013-8000", "138-****-8000" },
		{ "8613800138000", "861******8000" },
		{ "１３８００１３８０００", "１３８****８０００" },
		{ "6222021234567890128", "622************0128" },
		{ "6222 0212 3456 7890 128", "622* **** **** ***0 128" },
		{ "13800138000;13811138000", "138****8000;138****8000" },
		{ "138\u200b0013\u200b8000", "138\u200b****\u200b8000" },
		{ "第138号，2020-09-01", "第138号，2020-09-01" },
		{ "", "" },
	};
	const char	*mask;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++) {
		mask = privacy_mask(arena, texts[i].text);
		assert_string_equal(mask, texts[i].mask);
		assert_string_equal(privacy_mask(arena, mask), mask);
	}
	assert_false(privacy_shows(privacy_mask(arena,
	    "13800004111 1111 1111 1111")));
}

static void
count(void *ctx, const char *from, size_t len)
{
	(void)from;
	(void)len;
	++*(int *)ctx;
}

/* Each is met once, also where there is a sign that takes no room. */
static void
each_number_once(void **state)
{
	static const struct {
		const char	*text;
		int		 n;
	} texts[] = {
		{ "", 0 }, { "13800138000", 1 }, { "13800138000\u200b", 1 },
		{ "138\u200b00138000", 1 },
		{ "138\u200b 0013-\u200b8000\u200b", 1 },
		{ "13800138000\u200b13811138000", 2 },
		{ "13800138000, 138\u200b11138000, 13822238000", 3 },
		{ "11010519491231002X\u200b", 1 },
		{ "11010519491231002\u200bX", 1 },
		{ "\u200b4111 1111 1111 1111", 1 },
	};
	size_t	i;
	int	n;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++) {
		n = 0;
		privacy_each(texts[i].text, count, &n);
		if (n != texts[i].n)
			fail_msg("`%s`: %d", texts[i].text, n);
	}
}

/*
 * What a notice shows: the pack's hotline stays, and a sign that takes no room
 * makes no number stand there twice.
 */
static void
masks_but_of_hotlines(void **state)
{
	static const struct {
		const char	*text, *mask;
	} texts[] = {
		{ "13800138000, 13811138000", "13800138000, 138****8000" },
		{ "1380013\u200b8000, 13811138000\u200b",
		    "1380013\u200b8000, 138****8000\u200b" },
		{ "13811138000, 138\u200b22238000", "138****8000, "
		    "138\u200b****8000" },
		{ "138\u200b22238000, 13811138000", "138\u200b****8000, "
		    "138****8000" },
		{ "13811138000 and no more\u200b", "138****8000 and no more"
		    "\u200b" },
		{ "13800138000\u200b", "13800138000\u200b" },
	};
	static const char *const	hotlines[] = { "13800138000" };
	const struct pack		p = { .hotlines = hotlines,
					    .nhotlines = 1 };
	size_t				i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++)
		assert_string_equal(spared_mask(arena, &p, texts[i].text),
		    texts[i].mask);
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
		cmocka_unit_test(findings_by_hand),
		cmocka_unit_test(keys_name_a_finding),
		cmocka_unit_test(the_commission_is_named),
		cmocka_unit_test(no_rule_in_force),
		cmocka_unit_test(divisions_left_out),
		cmocka_unit_test(left_out_of_which_step),
		cmocka_unit_test(codes_and_severities),
		cmocka_unit_test(personal_numbers),
		cmocka_unit_test(printed_numbers),
		cmocka_unit_test(masks),
		cmocka_unit_test(each_number_once),
		cmocka_unit_test(masks_but_of_hotlines),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
