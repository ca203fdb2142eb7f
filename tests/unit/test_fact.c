/*
 * What a row means against the one that is there, without a database.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "store/fact.h"

#define ROW(what)	do { if (!(what)) \
	fail_msg("row %zu: %s", i, #what); } while (0)

enum { N = -1000000 };		/* no day */

/* A posting of a slot and day: medium and place; until, content. */
static struct fact
posting(const char *medium, const char *place, unsigned has, int until,
    const char *content)
{
	return (struct fact){
		.kind = KIND_POSTING, .has = has | ALWAYS,
		.key = { { TEXT, 0, "450225100", 0 }, { TEXT, 0, "C1", 0 },
		    { TEXT, 0, "notice", 0 }, { TEXT, 0, "450225100200", 0 },
		    { DAY, 0, NULL, 18510 }, { TEXT, 0, medium, 0 },
		    { TEXT, 0, place, 0 } },
		.val = { { DAY, HAS_UNTIL, NULL, until == N ? DAY_NONE.n :
		    until }, { DAY, HAS_REVIEWED, NULL, DAY_NONE.n },
		    { TEXT, HAS_CONTENT, content, 0 },
		    { TEXT, HAS_BY, "", 0 }, { TEXT, HAS_EVIDENCE, "", 0 } },
	};
}

/*
 * From what store.h says of putting: by its key a row corrects what is there
 * and may not contradict what this run has said; one with a gap leaves what it
 * does not fill, and replaces also what this run has given.
 */
static const struct {
	enum meeting	 how;
	unsigned	 had;		/* columns of the old row */
	int		 until;
	const char	*content;
	unsigned	 given;		/* of those, by this run */
	unsigned	 has;		/* columns of the new row */
	int		 new_until;
	const char	*new_content;
	enum put	 result;
	int		 then;		/* until */
	const char	*then_content;
} rows[] = {
	/* the same again; a column that is not there says nothing */
	{ BY_KEY, HAS_UNTIL, 18520, "", 0, HAS_UNTIL, 18520, "",
	    PUT_SAME, 18520, "" },
	{ BY_KEY, HAS_UNTIL, 18520, "", 0, 0, N, "", PUT_SAME, 18520, "" },
	/* an empty cell of a column corrects; an empty field is completed */
	{ BY_KEY, HAS_UNTIL, 18520, "", 0, HAS_UNTIL, N, "",
	    PUT_CORRECTED, N, "" },
	{ BY_KEY, HAS_UNTIL, N, "", 0, HAS_UNTIL, 18520, "",
	    PUT_COMPLETED, 18520, "" },
	{ BY_KEY, HAS_UNTIL, 18520, "", 0, HAS_UNTIL, 18521, "",
	    PUT_CORRECTED, 18521, "" },
	/* completed here, corrected there: corrected */
	{ BY_KEY, HAS_UNTIL | HAS_CONTENT, 18520, "", 0,
	    HAS_UNTIL | HAS_CONTENT, 18521, "list", PUT_CORRECTED, 18521,
	    "list" },
	/* the judge asks whether there was a column of contents, even empty */
	{ BY_KEY, HAS_UNTIL, 18520, "", 0, HAS_UNTIL | HAS_CONTENT, 18520,
	    "", PUT_COMPLETED, 18520, "" },
	/* ... and of no other */
	{ BY_KEY, 0, N, "", 0, HAS_UNTIL, N, "", PUT_SAME, N, "" },
	/* twice in a run with other values */
	{ BY_KEY, HAS_UNTIL, 18520, "", HAS_UNTIL, HAS_UNTIL, 18521, "",
	    PUT_CLASH, 0, NULL },
	{ BY_KEY, HAS_UNTIL, 18520, "", HAS_CONTENT, HAS_UNTIL, 18521, "",
	    PUT_CORRECTED, 18521, "" },
	/* by its key, which has a gap: what this run gave before stays */
	{ BY_GAP, HAS_UNTIL, 18520, "", HAS_UNTIL, HAS_UNTIL, N, "",
	    PUT_SAME, 18520, "" },
	{ BY_GAP, HAS_UNTIL, 18520, "", 0, HAS_UNTIL, N, "",
	    PUT_CORRECTED, N, "" },
	{ BY_GAP, HAS_UNTIL, 18520, "", HAS_UNTIL, HAS_UNTIL, 18521, "",
	    PUT_CORRECTED, 18521, "" },
	/* as one that it fits: what it does not fill stays, whoever gave it */
	{ BY_FIT, HAS_UNTIL, 18520, "list", 0, HAS_UNTIL | HAS_CONTENT, N, "",
	    PUT_COMPLETED, 18520, "list" },
	{ BY_FIT, HAS_UNTIL | HAS_CONTENT, 18520, "list", 0,
	    HAS_UNTIL | HAS_CONTENT, N, "", PUT_SAME, 18520, "list" },
	{ BY_FIT, HAS_UNTIL, 18520, "", HAS_UNTIL, HAS_UNTIL, 18521, "",
	    PUT_CORRECTED, 18521, "" },
};

static void
test_merge(void **state)
{
	struct fact	f, old;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		old = posting("board", "door", rows[i].had, rows[i].until,
		    rows[i].content);
		f = posting("board", "door", rows[i].has, rows[i].new_until,
		    rows[i].new_content);
		ROW(fact_merge(&f, &old, rows[i].how, rows[i].given) ==
		    rows[i].result);
		if (rows[i].result == PUT_CLASH)
			continue;
		ROW(old.val[0].n == (rows[i].then == N ? DAY_NONE.n :
		    rows[i].then));
		ROW(strcmp(old.val[2].text, rows[i].then_content) == 0);
	}
}

/* An empty medium or place stands for any. */
static void
test_fits(void **state)
{
	static const struct {
		const char	*cells[4];
		bool		 gap;		/* of the first */
		bool		 fits, fills;
	} pairs[] = {
		{ { "board", "door", "board", "door" }, false, true, false },
		{ { "board", "door", "board", "gate" }, false, false, false },
		{ { "board", "", "board", "gate" }, true, true, false },
		{ { "", "", "board", "gate" }, true, true, false },
		{ { "", "door", "board", "gate" }, true, false, false },
		{ { "board", "door", "board", "" }, false, true, true },
		{ { "board", "door", "", "" }, false, true, true },
		{ { "", "door", "board", "" }, true, true, true },
	};
	struct fact	a, b;
	size_t		i;

	(void)state;
	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		a = posting(pairs[i].cells[0], pairs[i].cells[1], 0, N, "");
		b = posting(pairs[i].cells[2], pairs[i].cells[3], 0, N, "");
		ROW(fact_has_gap(&a) == pairs[i].gap);
		ROW(fact_fits(&a, &b) == pairs[i].fits);
		ROW(fact_fits(&b, &a) == pairs[i].fits);
		if (!pairs[i].fits)
			continue;
		ROW(fact_fill_gaps(&a, &b) == pairs[i].fills);
		ROW(fact_has_cells(&a, &b));
	}
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
