#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "job/load.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

#define PACK "pack: t\ntitle: t\nscope: [\"45\"]\n" \
	"in-force: {from: 2020-01-01, until: 2021-12-31}\n" \
	"instruments:\n  甲〔2020〕1号: {title: a}\n  乙〔2020〕2号: {title: b}\n"

/* Lines 1 to 4 of the procedures below. */
#define HEAD	"procedure: p\ntitle: p\ncase: county\nbasis: 甲〔2020〕1号\n"

/* A step from line 7 on, behind one event. */
#define STEP	"events:\n  e: {title: 事件甲}\nsteps:\n  s:\n" \
	"    title: 公示甲\n    kind: notice\n    at: county\n"

/*
 * What is refused: the place where the first complaint stands (`p.yaml:`
 * alone where more than one place would do), and words that must be said.
 */
static const struct {
	const char	*what, *text, *place, *word, *too;
} faults[] = {
	{ "unknown key of an event", HEAD "events:\n  e: {titel: x}\n",
	    "p.yaml:6:7:", "titel", "title" },
	{ "unknown key of a step", HEAD STEP "    opns: after e\n",
	    "p.yaml:12:5:", "opns", "opens" },
	{ "unknown Chinese key", HEAD STEP "    张帖: after e\n",
	    "p.yaml:12:5:", "张帖", "张贴" },
	{ "unknown key of a procedure", HEAD "evens: {}\n", "p.yaml:5:1:",
	    "evens", "events" },
	{ "a key of a step at an event", HEAD "events:\n  e: {lasts: x}\n",
	    "p.yaml:6:7:", "lasts", "" },
	{ "a key twice, in two languages", HEAD
	    "events:\n  e: {title: a, 名称: b}\n", "p.yaml:6:17:", "名称",
	    "p.yaml:6:7: note" },
	{ "a key twice at the top", HEAD "标题: x\n名称: y\n", "p.yaml:5:1:",
	    "标题", "p.yaml:6:1:" },
	{ "a key kept for later", HEAD STEP "    optional: true\n",
	    "p.yaml:12:5:", "optional", "" },
	{ "unknown event", HEAD STEP "    opens: after ee\n",
	    "p.yaml:12:18:", "`ee`", "" },
	{ "unknown event, near one", HEAD "events:\n  deliberated: {}\n"
	    "  b: {after: deliberatd}\n", "p.yaml:7:14:", "deliberatd",
	    "`deliberated`" },
	{ "unknown title, near one", HEAD STEP "    opens: 事件乙 后\n",
	    "p.yaml:12:12:", "事件乙", "事件甲" },
	{ "an event has no opening", HEAD STEP "    opens: after e.opens\n",
	    "p.yaml:12:18:", "`e`", "" },
	{ "a bare point in `opens`", HEAD STEP "    opens: e\n",
	    "p.yaml:12:12:", "after", "" },
	{ "waiting for itself", HEAD "events:\n  a: {after: a}\n",
	    "p.yaml:6:14:", "`a`", "" },
	{ "a circle of two", HEAD
	    "events:\n  ab: {after: cd}\n  cd: {after: ab}\n", "p.yaml:",
	    "ab", "cd" },
	{ "a circle of three, through a step", HEAD "events:\n"
	    "  ab: {after: s}\n  cd: {after: ab}\nsteps:\n"
	    "  s: {kind: notice, at: county, opens: after cd}\n",
	    "p.yaml:", "ab", "cd" },
	{ "a circle through a gate", HEAD "events:\n"
	    "  e: {gate: s}\nsteps:\n  s: {kind: notice, at: county, "
	    "opens: after e, lasts: at least 7 days}\n", "p.yaml:", "s",
	    "e" },
	{ "at least ten days and within five", HEAD "events:\n  a: {}\n"
	    "  b: {after: [at least 10 days after a, "
	    "within 5 days after a]}\n", "p.yaml:7:", "", "" },
	{ "before each other", HEAD "events:\n  a: {after: before b}\n"
	    "  b: {after: before a}\n", "p.yaml:", "", "" },
	{ "a notice of seven days within six", HEAD "events:\n  e: {}\n"
	    "  f: {after: [s, within 6 days after e]}\nsteps:\n  s: {kind: "
	    "notice, at: county, opens: after e, lasts: at least 7 days}\n",
	    "p.yaml:", "", "" },
	{ "a period of zero", HEAD STEP "    lasts: at least 0 days\n",
	    "p.yaml:12:21:", "zero", "" },
	{ "a deadline of zero", HEAD STEP
	    "    opens: within 0 workdays after e\n", "p.yaml:12:19:", "zero",
	    "" },
	{ "two points of one title", HEAD
	    "events:\n  a: {title: 审定}\n  b: {title: 审定}\n",
	    "p.yaml:7:3:", "`b`", "p.yaml:6:3: note" },
	{ "a title that is another's id", HEAD
	    "events:\n  a: {title: b}\n  b: {title: c}\n", "p.yaml:7:3:",
	    "`b`", "p.yaml:6:3: note" },
	{ "an event and a step of one title", HEAD
	    "events:\n  e: {title: 公示}\nsteps:\n"
	    "  s: {title: 公示, kind: notice, at: county}\n", "p.yaml:8:3:",
	    "`s`", "p.yaml:6:3: note" },
	{ "an instrument that is not there", HEAD STEP
	    "    basis: 丙〔2020〕1号\n", "p.yaml:12:12:", "丙〔2020〕1号",
	    "甲〔2020〕1号" },
	{ "a step without a basis", "procedure: p\ncase: county\nsteps:\n"
	    "  s: {kind: notice, at: county}\n", "p.yaml:4:3:", "`s`", "basis" },
	{ "a deadline of an event without a basis", "procedure: p\n"
	    "case: county\nevents:\n  a: {}\n"
	    "  b: {after: within 3 days after a}\n", "p.yaml:5:", "basis",
	    "" },
	{ "a step without a kind", HEAD "steps:\n  s: {at: county}\n",
	    "p.yaml:6:3:", "kind", "" },
	{ "a kind that is none", HEAD
	    "steps:\n  s: {kind: notise, at: county}\n", "p.yaml:6:13:",
	    "notice", "" },
	{ "a step without a place", HEAD "steps:\n  s: {kind: notice}\n",
	    "p.yaml:6:3:", "at", "" },
	{ "a level that is none", HEAD
	    "steps:\n  s: {kind: notice, at: vilage}\n", "p.yaml:6:25:",
	    "vilage", "`village`" },
	{ "no level of the case", "procedure: p\n", "p.yaml:1:1:", "case",
	    "" },
	{ "each level of a case", "procedure: p\ncase: each village\n",
	    "p.yaml:2:7:", "", "" },
	{ "no id", "title: p\ncase: county\n", "p.yaml:1:1:", "procedure",
	    "" },
	{ "an id with a slash", "procedure: a/b\ncase: county\n",
	    "p.yaml:1:12:", "", "" },
	{ "an id of an event with a blank", HEAD "events: {a b: {}}\n",
	    "p.yaml:5:10:", "a b", "" },
	{ "a roll that is none", HEAD
	    "counting: {deadlines: {roll: next wokday}}\n", "p.yaml:5:30:",
	    "", "next workday" },
	{ "a bound without its phrase", HEAD STEP
	    "    opens: {basis: 甲〔2020〕1号}\n", "p.yaml:12:12:", "bound",
	    "" },
	{ "a list for a text", HEAD "title-en: [a, b]\n", "p.yaml:5:11:",
	    "title-en", "" },
	{ "repeats that is neither", HEAD "events:\n  e: {repeats: maybe}\n",
	    "p.yaml:6:16:", "", "" },
};

static void
faults_are_told_at_their_place(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	char		*said;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(faults); i++) {
		d = diags_new(a);
		if (court_pack(a, PACK, &faults[i].text, 1, d) != NULL)
			fail_msg("%s: was taken", faults[i].what);
		assert_true(diags_errors(d) > 0);
		said = court_complaints(a, d);
		if (strncmp(said, faults[i].place, strlen(faults[i].place)) !=
		    0 || strstr(said, ": error: ") == NULL ||
		    strstr(said, faults[i].word) == NULL ||
		    strstr(said, faults[i].too) == NULL)
			fail_msg("%s: want `%s`, `%s`, `%s`, said\n%s",
			    faults[i].what, faults[i].place, faults[i].word,
			    faults[i].too, said);
	}
	arena_free(a);
}

static const struct {
	const char	*what, *text, *place;
} pack_faults[] = {
	{ "no name", "title: t\n", "pack.yaml:1:1:" },
	{ "a scope that is no code", "pack: t\nscope: [\"4x\"]\n",
	    "pack.yaml:2:9:" },
	{ "a scope of no level", "pack: t\nscope: \"45022\"\n",
	    "pack.yaml:2:8:" },
	{ "an empty scope", "pack: t\nscope: []\n", "pack.yaml:2:8:" },
	{ "no such day", "pack: t\nin-force: {from: 2020-02-30}\n",
	    "pack.yaml:2:18:" },
	{ "over before it begins",
	    "pack: t\nin-force: {from: 2020-02-02, until: 2020-02-01}\n",
	    "pack.yaml:2:37:" },
	{ "an unknown key", "pack: t\ninstruments: {甲: {titel: x}}\n",
	    "pack.yaml:2:19:" },
	/* Nothing behind the key is nowhere, and never, not the contrary. */
	{ "a scope of nothing", "pack: t\nscope:\ntitle: t\n",
	    "pack.yaml:2:7:" },
	{ "a scope of null", "pack: t\nscope: ~\n", "pack.yaml:2:8:" },
	{ "a scope of an empty list", "pack: t\nscope: []\n",
	    "pack.yaml:2:8:" },
	{ "in force on nothing", "pack: t\nin-force:\ntitle: t\n",
	    "pack.yaml:2:10:" },
	/* What no eye sees, by an escape of YAML's. */
	{ "ESC in a title", "pack: t\ntitle: \"a\\e[31m\"\n",
	    "pack.yaml:2:10:" },
	{ "a title of two lines", "pack: t\ntitle: \"a\\nb\"\n",
	    "pack.yaml:2:8:" },
	{ "text turned round in a note", "pack: t\nnote: \"a\\u202Eb\"\n",
	    "pack.yaml:2:9:" },
	{ "no width, raw", "pack: t\ntitle: a\xe2\x80\x8b" "b\n",
	    "pack.yaml:2:9:" },
	{ "an instrument of two lines", "pack: t\ninstruments:\n"
	    "  \"a\\nb\": {}\n", "pack.yaml:3:3:" },
	{ "an instrument twice", "pack: t\ninstruments: {甲: {}, 甲: {}}\n",
	    "pack.yaml:2:22:" },
	{ "a kind that is none", "pack: t\ninstruments: {甲: {kind: x}}\n",
	    "pack.yaml:2:25:" },
};

static void
faults_of_a_pack(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	char		*said;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(pack_faults); i++) {
		d = diags_new(a);
		(void)court_pack(a, pack_faults[i].text, NULL, 0, d);
		if (diags_errors(d) == 0)
			fail_msg("%s: was taken", pack_faults[i].what);
		said = court_complaints(a, d);
		if (strncmp(said, pack_faults[i].place,
		    strlen(pack_faults[i].place)) != 0)
			fail_msg("%s: want %s, said\n%s", pack_faults[i].what,
			    pack_faults[i].place, said);
	}
	arena_free(a);
}

/* The interface: all faults are reported in one run. */
static void
all_faults_in_one_run(void **state)
{
	static const char *const	files[] = {
		HEAD "events:\n  a: {titel: x}\n  b: {after: c}\nsteps:\n"
		    "  s: {kind: notise, at: vilage, lasts: at least 0 days}\n",
		"procedure: q\ncase: county\nsteps:\n  s: {at: county}\n",
	};
	static const char *const	places[] = {
		"p.yaml:6:7:", "p.yaml:7:14:", "p.yaml:9:13:",
		"p.yaml:9:25:", "p.yaml:9:49:", "p2.yaml:4:3:"
	};
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	char		*said;
	size_t		 i;

	(void)state;
	assert_null(court_pack(a, PACK, files, 2, d));
	said = court_complaints(a, d);
	for (i = 0; i < LENGTH(places); i++)
		if (strstr(said, places[i]) == NULL)
			fail_msg("nothing at %s:\n%s", places[i], said);
	arena_free(a);
}

/*
 * Bounds that contradict each other: each is told once, and the search ends.
 * A month counts 28 days, so eleven of the longest periods outweigh any number
 * that a bound could be left out by.
 */
static void
contradictions_end(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	const char	*file = HEAD "events:\n  e1: {}\n";
	char		*said, *at;
	int		 i, told = 0;

	(void)state;
	(void)alarm(30);
	for (i = 2; i <= 12; i++)
		file = arena_printf(a, "%s  e%d: {after: at least 100000 "
		    "months after e%d}\n", file, i, i - 1);
	file = arena_printf(a, "%s  f: {after: [after e12, within 5 days "
	    "after e1]}\n", file);
	assert_null(court_pack(a, PACK, &file, 1, d));
	assert_int_equal(diags_errors(d), 1);
	said = court_complaints(a, d);
	assert_non_null(strstr(said, ":46: error"));
	for (at = said; (at = strstr(at, "note: it cannot agree")) != NULL;
	    at++)
		told++;
	assert_int_equal(told, 8);
	assert_non_null(strstr(said, "and with 4 more"));
	(void)alarm(0);
	arena_free(a);
}

/* 200 steps, one after the other, each with 62 deadlines before it may be. */
static void
many_contradictions_end(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	const char	*file;
	char		*text = arena_alloc(a, 1 << 20), *to = text;
	int		 i, k;

	(void)state;
	(void)alarm(30);
	to += sprintf(to, "%sevents:\n  a: {}\nsteps:\n", HEAD);
	for (i = 0; i < 200; i++) {
		to += sprintf(to, "  s%d: {kind: notice, at: county, opens: "
		    "[at least 100 days after %s%d", i, i == 0 ? "a #" : "s",
		    i - 1);
		if (i == 0)
			to -= strlen(" #-1");
		for (k = 0; k < 62; k++)
			to += sprintf(to, ", within %d days after a", k + 1);
		to += sprintf(to, "]}\n");
	}
	file = text;
	assert_null(court_pack(a, PACK, &file, 1, d));
	assert_int_equal(diags_errors(d), 200 * 62);
	(void)alarm(0);
	arena_free(a);
}

/* Neighbours of what is refused. */
static const struct {
	const char	*what, *text;
} goods[] = {
	{ "at least five days and within five", HEAD "events:\n  a: {}\n"
	    "  b: {after: [at least 5 days after a, "
	    "within 5 days after a]}\n" },
	{ "a notice of seven days within seven", HEAD "events:\n  e: {}\n"
	    "  f: {after: [s, within 7 days after e]}\nsteps:\n  s: {kind: "
	    "notice, at: county, opens: after e, lasts: at least 7 days}\n" },
	{ "before is not waiting: no circle", HEAD "events:\n"
	    "  a: {after: before b}\n  b: {after: a}\n" },
	{ "two events on one day", HEAD
	    "events:\n  a: {}\n  b: {after: a}\n  c: {after: [a, b]}\n" },
	{ "a bare point without a basis", "procedure: p\ncase: county\n"
	    "events:\n  a: {}\n  b: {after: a}\n" },
	{ "a bound's own basis", "procedure: p\ncase: county\nevents:\n"
	    "  a: {}\n  b: {after: {bound: within 3 days after a, "
	    "basis: 乙〔2020〕2号 第三条}}\n" },
	{ "a point by its title", HEAD STEP "    张贴: 事件甲 后 3 日内\n" },
	{ "no events at all", HEAD
	    "steps:\n  s: {kind: notice, at: each village}\n" },
	{ "nothing at all", HEAD "events:\nsteps:\n" },
};

static void
neighbours_are_taken(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(goods); i++) {
		d = diags_new(a);
		if (court_pack(a, PACK, &goods[i].text, 1, d) == NULL)
			fail_msg("%s: %s", goods[i].what,
			    court_complaints(a, d));
		assert_int_equal(diags_errors(d), 0);
	}
	arena_free(a);
}

static void
one_procedure_stands_once(void **state)
{
	static const char *const	two[] = { HEAD, HEAD };
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);

	(void)state;
	assert_null(court_pack(a, PACK, two, 2, d));
	assert_non_null(strstr(court_complaints(a, d), "`p`"));
	arena_free(a);
}

/* Section 2: a pack's counting, a procedure's, a step's, a bound's own. */
static void
nearer_counting_wins(void **state)
{
	static const char	pack[] = PACK
	    "counting: {windows: {judged: not counted}}\n";
	static const char *const	text[] = { HEAD
	    "counting: {deadlines: {first-day: counted}}\n"
	    "events:\n  e: {}\nsteps:\n"
	    "  s:\n    kind: notice\n    at: county\n"
	    "    opens: [within 3 days after e, {bound: within 3 days after "
	    "e, counting: {deadlines: {first-day: not counted, roll: none}}}]\n"
	    "    lasts: at least 7 days\n"
	    "  u:\n    kind: notice\n    at: county\n"
	    "    counting: {windows: {judged: counted, roll: next workday}}\n"
	    "    lasts: at least 7 days\n" };
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct pack	*p = court_pack(a, pack, text, 1, d);
	const struct step_rule	*s;

	(void)state;
	assert_non_null(p);
	s = &p->procedures[0].steps[0];
	assert_true(s->bounds[0].period.same_day);
	assert_true(s->bounds[0].period.roll);
	assert_false(s->bounds[1].period.same_day);
	assert_false(s->bounds[1].period.roll);
	assert_false(s->lasts.list[0].judged.same_day);
	assert_false(s->lasts.list[0].judged.roll);
	assert_false(s->lasts.list[0].planned.same_day);
	s = &p->procedures[0].steps[1];
	assert_true(s->lasts.list[0].judged.same_day);
	assert_true(s->lasts.list[0].judged.roll);
	assert_true(s->lasts.list[0].planned.roll);
	arena_free(a);
}

/* Bases: a bound's own, else the step's, else the procedure's. */
static void
nearer_basis_wins(void **state)
{
	static const char *const	text[] = { HEAD
	    "events:\n  e: {}\nsteps:\n"
	    "  s:\n    kind: notice\n    at: county\n"
	    "    basis: 乙〔2020〕2号 第一条\n"
	    "    opens: [after e, {bound: within 9 days after e, basis: "
	    "甲〔2020〕1号 第二条}]\n"
	    "    lasts: {bound: at least 7 days, basis: 甲〔2020〕1号 三}\n"
	    "  u: {kind: notice, at: county, lasts: at least 7 days}\n" };
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct pack	*p = court_pack(a, PACK, text, 1, d);
	const struct step_rule	*s;

	(void)state;
	assert_non_null(p);
	s = p->procedures[0].steps;
	assert_string_equal(s->basis->text, "乙〔2020〕2号 第一条");
	assert_string_equal(s->bounds[0].basis->text, "乙〔2020〕2号 第一条");
	assert_string_equal(s->bounds[1].basis->text, "甲〔2020〕1号 第二条");
	assert_string_equal(s->bounds[1].basis->instrument->name,
	    "甲〔2020〕1号");
	assert_string_equal(s->lasts.list[0].basis->text, "甲〔2020〕1号 三");
	assert_string_equal(s[1].basis->text, "甲〔2020〕1号");
	assert_string_equal(s[1].lasts.list[0].basis->text, "甲〔2020〕1号");
	arena_free(a);
}

static const struct bound *
bounds_of(const struct procedure *p, int i, int *n)
{
	if (i < p->nevents) {
		*n = p->events[i].nbounds;
		return p->events[i].bounds;
	}
	*n = p->steps[i - p->nevents].nbounds;
	return p->steps[i - p->nevents].bounds;
}

/* Each point comes behind all that it follows. */
static void
in_order(const struct procedure *p)
{
	const struct bound	*b;
	int			 at[POINTS_MAX], j, k, n;
	int			 all = p->nevents + p->nsteps;

	for (j = 0; j < all; j++)
		at[j] = -1;
	for (j = 0; j < all; j++)
		at[p->order[j]] = j;
	for (j = 0; j < all; j++) {
		if (at[j] < 0)
			fail_msg("%s: point %d left out", p->id, j);
		b = bounds_of(p, j, &n);
		for (k = 0; k < n; k++)
			if (bound_follows(&b[k]) &&
			    at[b[k].point.index] >= at[j])
				fail_msg("%s: point %d", p->id, j);
	}
}

/* In every shipped procedure. */
static void
order_is_topological(void **state)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct rulebook	*book = load_rules(a, &(struct rule_folders){
	    .dir = "rules" }, d);
	int			 i, m;

	(void)state;
	assert_non_null(book);
	assert_true(book->npacks > 0);
	for (m = 0; m < book->npacks; m++)
		for (i = 0; i < book->packs[m].nprocedures; i++)
			in_order(&book->packs[m].procedures[i]);
	arena_free(a);
}

/* ---- which version holds: section 4 and `scope` of section 5 */

static const struct pack *
dated(struct arena *a, const char *id, const char *scope, const char *force,
    const char *title)
{
	const char	*text[1];
	struct diags	*d = diags_new(a);
	const struct pack *p;

	text[0] = arena_printf(a, "procedure: p\ntitle: %s\ncase: [county]\n",
	    title);
	p = court_pack(a, arena_printf(a, "pack: %s\nscope: %s\nin-force: %s\n",
	    id, scope, force), text, 1, d);
	if (p == NULL)
		fail_msg("%s: %s", id, court_complaints(a, d));
	return p;
}

static void
the_version_in_force(void **state)
{
	static const struct {
		const char	*division, *first, *today, *pack;
	} rows[] = {
		/* both ends included; the case's first day decides */
		{ "450225", "2020-01-01", "2025-01-01", "old" },
		{ "450225", "2020-12-31", "2025-01-01", "old" },
		{ "450225", "2021-01-01", "2020-05-05", "new" },
		{ "450225", "2019-12-31", "2020-05-05", "" },
		{ "450225", "2023-01-01", "2020-05-05", "" },
		/* the longest prefix wins, where it is in force */
		{ "450123", "2020-06-01", "2025-01-01", "city" },
		{ "450123", "2021-06-01", "2025-01-01", "new" },
		{ "450123", "2020-05-31", "2025-01-01", "old" },
		/* without a day: in force today, else the newest */
		{ "450225", "", "2020-06-01", "old" },
		{ "450225", "", "2021-06-01", "new" },
		{ "450225", "", "2024-06-01", "new" },
		{ "450225", "", "2019-06-01", "new" },
		{ "440225", "2020-06-01", "2020-06-01", "" },
	};
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	struct pack		 packs[3];
	struct rulebook		 book = { .packs = packs, .npacks = 3 };
	const struct procedure	*p;
	struct day		 first, today;
	size_t			 i;

	(void)state;
	packs[0] = *dated(a, "old", "[\"45\"]",
	    "{from: 2020-01-01, until: 2020-12-31}", "旧");
	packs[1] = *dated(a, "city", "[\"4501\", \"4503\"]",
	    "{from: 2020-06-01, until: 2020-12-31}", "市");
	packs[2] = *dated(a, "new", "[\"450000\"]",
	    "{from: 2021-01-01, until: 2022-12-31}", "新");
	assert_true(rulebook_check(&book, d));
	for (i = 0; i < LENGTH(rows); i++) {
		first = DAY_NONE;
		(void)day_parse(rows[i].first, &first);
		assert_true(day_parse(rows[i].today, &today));
		p = rulebook_in_force(&book, "p", rows[i].division, first,
		    today);
		if (strcmp(p == NULL ? "" : p->title, rows[i].pack[0] == 'o' ?
		    "旧" : rows[i].pack[0] == 'n' ? "新" : rows[i].pack[0] ==
		    'c' ? "市" : "") != 0)
			fail_msg("%s, first day %s, today %s: want `%s`, "
			    "got `%s`", rows[i].division, rows[i].first,
			    rows[i].today, rows[i].pack,
			    p == NULL ? "" : p->title);
	}
	assert_null(rulebook_in_force(&book, "q", "45", DAY_NONE, today));
	assert_non_null(rulebook_named(&book, "旧"));
	assert_non_null(rulebook_version(&book, "p", 2));
	assert_null(rulebook_version(&book, "p", 3));
	arena_free(a);
}

/* Two packs equally near in scope, in force on one day, are an error. */
static void
packs_may_not_overlap(void **state)
{
	static const struct {
		const char	*scope, *force;
		bool		 good;
	} rows[] = {
		{ "[\"45\"]", "{from: 2020-12-31}", false },
		{ "[\"45\"]", "{from: 2021-01-01}", true },
		{ "[\"45\"]", "{until: 2020-01-01}", false },
		{ "[\"45\"]", "{until: 2019-12-31}", true },
		{ "[\"44\", \"450000\"]", "{from: 2020-05-05}", false },
		{ "[\"4501\"]", "{from: 2020-05-05}", true },
		{ "[\"44\"]", "{from: 2020-05-05}", true },
		{ "[\"45\"]", "{}", false },
	};
	struct arena	*a = arena_new();
	struct diags	*d;
	struct pack	 packs[2];
	struct rulebook	 book = { .packs = packs, .npacks = 2 };
	size_t		 i;

	(void)state;
	packs[0] = *dated(a, "one", "[\"45\"]",
	    "{from: 2020-01-01, until: 2020-12-31}", "一");
	for (i = 0; i < LENGTH(rows); i++) {
		d = diags_new(a);
		packs[1] = *dated(a, "two", rows[i].scope, rows[i].force,
		    "二");
		if (rulebook_check(&book, d) != rows[i].good)
			fail_msg("%s, %s", rows[i].scope, rows[i].force);
		assert_int_equal(diags_errors(d) == 0, rows[i].good);
	}
	arena_free(a);
}

static int
start(void **state)
{
	(void)state;
	return text_setup("en", ".") ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(faults_are_told_at_their_place),
		cmocka_unit_test(faults_of_a_pack),
		cmocka_unit_test(all_faults_in_one_run),
		cmocka_unit_test(contradictions_end),
		cmocka_unit_test(many_contradictions_end),
		cmocka_unit_test(neighbours_are_taken),
		cmocka_unit_test(one_procedure_stands_once),
		cmocka_unit_test(nearer_counting_wins),
		cmocka_unit_test(nearer_basis_wins),
		cmocka_unit_test(order_is_topological),
		cmocka_unit_test(the_version_in_force),
		cmocka_unit_test(packs_may_not_overlap),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
