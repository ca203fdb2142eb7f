#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case/gone.h"
#include "store/inside.h"
#include "store/night.h"
#include "store/store.h"

/* A database in a folder of its own; `m` is a case that put() has put. */
struct world {
	struct arena	*arena;
	struct diags	*diags;
	char		 dir[64];
	char		 path[96];
	struct store	*s;
	struct matter	 m;
};

static const unsigned all = HAS_TITLE | HAS_PLACES | HAS_BATCH | HAS_UNTIL |
    HAS_REVIEWED | HAS_CONTENT | HAS_BY | HAS_EVIDENCE | HAS_RESOLVED |
    HAS_OUTCOME | HAS_HANDLER;

static struct day
day(const char *text)
{
	struct day	d;

	assert_true(day_parse(text, &d));
	return d;
}

static struct matter
matter(const char *division, const char *id)
{
	return (struct matter){
		.id = id, .procedure = "project", .division = division,
		.title = "", .batch = "",
	};
}

static struct posting
posting(const char *at, const char *posted)
{
	return (struct posting){
		.step = "village-list", .division = at, .posted = day(posted),
		.until = DAY_NONE, .medium = "board", .place = "",
		.content = "", .by = "", .evidence = "", .reviewed = DAY_NONE,
	};
}

static struct objection
objection(const char *number, const char *received)
{
	return (struct objection){
		.step = "village-list", .division = "", .number = number,
		.received = day(received), .resolved = DAY_NONE,
		.outcome = "", .handler = "",
	};
}

static int
setup(void **state)
{
	struct world	*w = calloc(1, sizeof(*w));

	assert_non_null(w);
	w->arena = arena_new();
	w->diags = diags_new(w->arena);
	strcpy(w->dir, "/tmp/test_store.XXXXXX");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->path, sizeof(w->path), "%s/facts.db", w->dir);
	w->s = store_open(w->path, STORE_CREATE, w->diags);
	assert_non_null(w->s);
	w->m = matter("450225104", "RS-1");
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world	*w = *state;

	store_close(w->s);
	(void)chmod(w->dir, 0700);
	(void)unlink(w->path);
	(void)rmdir(w->dir);
	arena_free(w->arena);
	free(w);
	return 0;
}

static void
begin(struct world *w, const char *file)
{
	char	when[40];

	snprintf(when, sizeof(when), "2020-09-01T08:00:00Z %s", file);
	assert_true(store_begin(w->s, when, "li", "import", w->diags));
	assert_true(store_file(w->s, file, NULL, w->diags));
}

static void
commit(struct world *w)
{
	assert_true(store_file_done(w->s, "abcd", 7, w->diags));
	assert_true(store_commit(w->s, w->diags));
	assert_int_equal(diags_errors(w->diags), 0);
}

static enum put
put_case(struct world *w, const struct matter *m, unsigned has)
{
	return store_put_case(w->s, m, has, w->diags);
}

static enum put
put_event(struct world *w, const char *event, const char *on, bool repeats)
{
	struct event	e = {event, day(on)};

	return store_put_event(w->s, &w->m, &e, repeats, w->diags);
}

static enum put
void_event(struct world *w, const char *event, const char *on, bool repeats)
{
	struct event	e = {event, day(on)};

	return store_void_event(w->s, &w->m, &e, repeats, w->diags);
}

static enum put
put_posting(struct world *w, const struct posting *p, unsigned has)
{
	return store_put_posting(w->s, &w->m, p, has, w->diags);
}

static enum put
put_objection(struct world *w, const struct objection *o, unsigned has)
{
	return store_put_objection(w->s, &w->m, o, has, w->diags);
}

static struct matter *
whole(struct world *w)
{
	struct matter	*m = store_whole(w->s, w->arena, &w->m, w->diags);

	assert_int_equal(diags_errors(w->diags), 0);
	return m;
}

/* The bytes of the file. */
static char *
bytes(struct world *w, size_t *len)
{
	FILE	*f = fopen(w->path, "rb");
	char	*p;

	assert_non_null(f);
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	*len = (size_t)ftell(f);
	rewind(f);
	p = arena_alloc(w->arena, *len);
	assert_int_equal(fread(p, 1, *len, f), *len);
	fclose(f);
	return p;
}

static void
assert_unchanged(struct world *w, const char *before, size_t len)
{
	size_t	 n;
	char	*now = bytes(w, &n);

	assert_int_equal(n, len);
	assert_memory_equal(now, before, len);
}

/* The case and one fact of each kind, from one file. */
static void
put_some(struct world *w)
{
	const char		*places[] = {"450225104201", "450225104202"};
	struct posting		 p = posting("450225104201", "2020-09-01");
	struct objection	 o = objection("1", "2020-09-03");

	w->m.title = "水渠";
	w->m.places = places;
	w->m.nplaces = 2;
	w->m.named = true;
	p.content = "名称;金额";
	begin(w, "some.csv");
	assert_int_equal(put_case(w, &w->m, all), PUT_NEW);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-20", false),
	    PUT_NEW);
	assert_int_equal(put_event(w, "paid", "2020-10-01", true), PUT_NEW);
	assert_int_equal(put_event(w, "paid", "2020-11-01", true), PUT_NEW);
	assert_int_equal(put_posting(w, &p, HAS_UNTIL | HAS_CONTENT), PUT_NEW);
	assert_int_equal(put_objection(w, &o, all), PUT_NEW);
	assert_int_equal(store_put_division(w->s, "450225104201", "上村", NULL,
	    w->diags), PUT_NEW);
	commit(w);
	w->m.places = NULL;
	w->m.nplaces = 0;
	w->m.named = false;
}

static void
test_whole(void **state)
{
	struct world	*w = *state;
	struct matter	*m;

	assert_null(whole(w));
	put_some(w);
	m = whole(w);
	assert_non_null(m);
	assert_string_equal(m->title, "水渠");
	assert_string_equal(m->procedure, "project");
	assert_true(m->named);
	assert_int_equal(m->nplaces, 2);
	assert_string_equal(m->places[1], "450225104202");
	assert_int_equal(m->nevents, 3);
	assert_string_equal(m->events[0].event, "paid");
	assert_int_equal(m->events[1].day.n, day("2020-11-01").n);
	assert_string_equal(m->events[2].event, "plan-issued");
	assert_int_equal(m->npostings, 1);
	assert_string_equal(m->postings[0].content, "名称;金额");
	assert_true(m->postings[0].has_content);
	assert_false(m->postings[0].has_reviewed);
	assert_false(day_is(m->postings[0].until));
	assert_int_equal(m->nobjections, 1);
	assert_string_equal(m->objections[0].number, "1");
	assert_string_equal(store_name(w->s, w->arena, "450225104201"),
	    "上村");
	assert_string_equal(store_name(w->s, w->arena, "45"), "");
	m = store_case(w->s, w->arena, "450225", "RS-1");
	assert_int_equal(m->nplaces, 2);
	assert_null(m->events);
	assert_null(store_case(w->s, w->arena, "450225", "RS-2"));
}

/* Importing the same again moves no byte, whatever the columns. */
static void
test_same_again(void **state)
{
	struct world	*w = *state;
	struct posting	 p = posting("450225104201", "2020-09-01");
	char		*before;
	size_t		 len;

	put_some(w);
	before = bytes(w, &len);
	p.content = "名称;金额";
	begin(w, "again.csv");
	assert_int_equal(put_case(w, &w->m, HAS_TITLE), PUT_SAME);
	assert_int_equal(put_case(w, &w->m, HAS_BATCH), PUT_SAME);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-20", false),
	    PUT_SAME);
	assert_int_equal(put_event(w, "paid", "2020-10-01", true), PUT_SAME);
	assert_int_equal(put_posting(w, &p, HAS_UNTIL | HAS_CONTENT |
	    HAS_BY), PUT_SAME);
	assert_int_equal(put_posting(w, &p, 0), PUT_SAME);
	assert_int_equal(store_put_division(w->s, "450225104201", "上村", NULL,
	    w->diags), PUT_SAME);
	commit(w);
	assert_unchanged(w, before, len);
}

static void
test_rollback(void **state)
{
	struct world	*w = *state;
	char		*before;
	size_t		 len;

	put_some(w);
	before = bytes(w, &len);
	begin(w, "bad.csv");
	assert_int_equal(put_event(w, "plan-issued", "2020-08-21", false),
	    PUT_CORRECTED);
	assert_int_equal(store_void_case(w->s, &w->m, w->diags), PUT_CLASH);
	assert_true(store_set_home(w->s, "450225", w->diags));
	store_rollback(w->s);
	assert_string_equal(store_home(w->s), "");
	assert_unchanged(w, before, len);
	assert_int_equal(whole(w)->events[2].day.n, day("2020-08-20").n);
}

static void
test_merge(void **state)
{
	struct world	*w = *state;
	struct posting	 p = posting("450225104201", "2020-09-01");

	put_some(w);
	begin(w, "until.csv");
	p.until = day("2020-09-10");
	p.content = "not given";
	assert_int_equal(put_posting(w, &p, HAS_UNTIL), PUT_COMPLETED);
	commit(w);
	assert_string_equal(whole(w)->postings[0].content, "名称;金额");
	begin(w, "empty.csv");
	p.until = DAY_NONE;
	p.content = "";
	assert_int_equal(put_posting(w, &p, HAS_UNTIL | HAS_CONTENT),
	    PUT_CORRECTED);
	commit(w);
	assert_false(day_is(whole(w)->postings[0].until));
	assert_string_equal(whole(w)->postings[0].content, "");
	assert_true(whole(w)->postings[0].has_content);
	/* that the sheet asks for a review, and there is none, is news */
	begin(w, "review.csv");
	assert_int_equal(put_posting(w, &p, HAS_REVIEWED), PUT_COMPLETED);
	assert_int_equal(put_posting(w, &p, HAS_REVIEWED), PUT_SAME);
	commit(w);
	assert_true(whole(w)->postings[0].has_reviewed);
}

/* Of an event that does not repeat there is one day, whatever lies between. */
static void
test_event_once(void **state)
{
	struct world	*w = *state;
	struct matter	 other = matter("450225105", "RS-2");
	struct event	 e = {"plan-issued", day("2020-08-25")};
	char		 name[32];
	int		 i;

	put_some(w);
	begin(w, "many.csv");
	assert_int_equal(put_case(w, &other, HAS_TITLE), PUT_NEW);
	for (i = 0; i < 100; i++) {
		snprintf(name, sizeof(name), "event-%d", i);
		assert_int_equal(put_event(w, name, "2020-08-01", i % 2),
		    PUT_NEW);
	}
	assert_int_equal(store_put_event(w->s, &other, &e, false, w->diags),
	    PUT_NEW);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-22", false),
	    PUT_CORRECTED);
	for (i = 0; i < 100; i += 2) {
		snprintf(name, sizeof(name), "event-%d", i);
		assert_int_equal(put_event(w, name, "2020-08-01", false),
		    PUT_SAME);
		assert_int_equal(put_event(w, name, "2020-08-02", false),
		    PUT_CLASH);
		assert_int_equal(store_put_event(w->s, &other, &e, false,
		    w->diags), PUT_SAME);
	}
	commit(w);
	assert_int_equal(whole(w)->nevents, 103);
}

static void
test_merge_case(void **state)
{
	struct world	*w = *state;
	const char	*places[] = {"450225104203"};

	put_some(w);
	begin(w, "cases.csv");
	w->m.batch = "2020-1";
	assert_int_equal(put_case(w, &w->m, HAS_BATCH), PUT_COMPLETED);
	commit(w);
	assert_int_equal(whole(w)->nplaces, 2);
	begin(w, "places.csv");
	w->m.places = places;
	w->m.nplaces = 1;
	w->m.named = true;
	assert_int_equal(put_case(w, &w->m, HAS_PLACES), PUT_CORRECTED);
	commit(w);
	assert_int_equal(whole(w)->nplaces, 1);
	assert_string_equal(whole(w)->places[0], "450225104203");
	assert_string_equal(whole(w)->batch, "2020-1");
	assert_int_equal(whole(w)->nevents, 3);
	begin(w, "elsewhere.csv");
	w->m.division = "450225";
	assert_int_equal(put_case(w, &w->m, all), PUT_CLASH);
	store_rollback(w->s);
}

/* ---- traits and amounts */

static enum put
put_traits(struct world *w, const char *file, const char *one,
    const char *two, unsigned has)
{
	const char	*traits[] = { one, two };
	enum put	 p;

	begin(w, file);
	w->m.traits = traits;
	w->m.ntraits = (size_t)(one != NULL) + (two != NULL);
	p = put_case(w, &w->m, has);
	w->m.traits = NULL;
	w->m.ntraits = 0;
	commit(w);
	return p;
}

/* How often the history says since that file that the traits were others. */
static size_t
others_since(struct world *w, long long upto)
{
	struct undone	*list;
	size_t		 n, i, cases = 0;

	assert_true(store_undone(w->s, w->arena, "450225104", "RS-1", upto,
	    &list, &n, w->diags));
	for (i = 0; i < n; i++)
		cases += strcmp(list[i].kind, "case") == 0;
	return cases;
}

/* An absent column leaves them, an empty cell empties them. */
static void
test_traits(void **state)
{
	struct world	*w = *state;
	struct matter	*m;

	put_some(w);
	assert_int_equal(whole(w)->ntraits, 0);
	assert_string_equal(whole(w)->amounts, "");
	w->m.amounts = "central=120.5;county=3";
	assert_int_equal(put_traits(w, "one.csv", "movable", "secret",
	    HAS_TRAITS | HAS_AMOUNTS), PUT_COMPLETED);
	assert_int_equal(put_traits(w, "same.csv", "movable", "secret",
	    HAS_TRAITS), PUT_SAME);
	assert_int_equal(put_traits(w, "absent.csv", NULL, NULL, 0),
	    PUT_SAME);
	m = whole(w);
	assert_int_equal(m->ntraits, 2);
	assert_string_equal(m->traits[0], "movable");
	assert_string_equal(m->traits[1], "secret");
	assert_string_equal(m->amounts, "central=120.5;county=3");
	assert_int_equal(store_case(w->s, w->arena, "450225",
	    "RS-1")->ntraits, 2);
	w->m.amounts = "central=121";
	assert_int_equal(put_traits(w, "two.csv", "secret", NULL,
	    HAS_TRAITS | HAS_AMOUNTS), PUT_CORRECTED);
	assert_string_equal(whole(w)->traits[0], "secret");
	assert_string_equal(whole(w)->amounts, "central=121");
	assert_int_equal(whole(w)->nplaces, 2);
	assert_string_equal(whole(w)->title, "水渠");
	assert_int_equal(put_traits(w, "none.csv", NULL, NULL, HAS_TRAITS),
	    PUT_CORRECTED);
	assert_int_equal(whole(w)->ntraits, 0);
	assert_string_equal(whole(w)->amounts, "central=121");
	assert_true(store_verify(w->s, w->diags));
}

/* What a night is told: not another title, nor what came and went. */
static void
test_other_traits(void **state)
{
	struct world	*w = *state;

	put_some(w);					/* file 1 */
	(void)put_traits(w, "one.csv", "movable", NULL, HAS_TRAITS);
	assert_int_equal(others_since(w, 1), 1);
	assert_int_equal(others_since(w, 2), 0);
	w->m.title = "渠道";
	(void)put_traits(w, "title.csv", NULL, NULL, HAS_TITLE);
	assert_int_equal(others_since(w, 2), 0);
	(void)put_traits(w, "two.csv", "movable", "secret", HAS_TRAITS);
	assert_int_equal(others_since(w, 3), 1);
	/* of the row before the title was put right, and of that before */
	assert_int_equal(others_since(w, 1), 3);
	(void)put_traits(w, "none.csv", NULL, NULL, HAS_TRAITS);
	assert_int_equal(others_since(w, 4), 1);
	assert_int_equal(others_since(w, 5), 0);
}

/* Of a scan: what it is told of a case that verdicts ask. */
static bool
see_facts(void *ctx, const struct matter *m)
{
	char	*text = ctx;
	size_t	 i;

	for (i = 0; i < m->ntraits; i++)
		sprintf(text + strlen(text), "%s ", m->traits[i]);
	for (i = 0; i < m->npostings; i++)
		sprintf(text + strlen(text), "%s%s%d%d%d ",
		    m->postings[i].evidence, m->postings[i].content,
		    m->postings[i].has_evidence, m->postings[i].has_content,
		    m->postings[i].has_reviewed);
	for (i = 0; i < m->nobjections; i++)
		sprintf(text + strlen(text), "%s/%s ",
		    m->objections[i].division, m->objections[i].outcome);
	return true;
}

static void
test_scan_is_told(void **state)
{
	struct world		*w = *state;
	struct posting		 p = posting("450225104201", "2020-09-01");
	struct objection	 o = objection("2", "2020-09-03");
	char			 text[256] = "";

	put_some(w);
	(void)put_traits(w, "one.csv", "movable", "secret", HAS_TRAITS);
	begin(w, "more.csv");
	p.medium = "website";
	p.evidence = "照片1";
	assert_int_equal(put_posting(w, &p, HAS_EVIDENCE | HAS_REVIEWED),
	    PUT_NEW);
	o.outcome = "upheld";
	o.division = "450225104201";
	assert_int_equal(put_objection(w, &o, HAS_OUTCOME), PUT_NEW);
	commit(w);
	assert_true(store_each_case(w->s, "", see_facts, text, w->diags));
	assert_string_equal(text, "movable secret 名称;金额010 照片1101 / "
	    "450225104201/upheld ");
}

/* A column that nobody told of before: an empty cell is a fact. */
static void
test_evidence_is_asked_for(void **state)
{
	struct world	*w = *state;
	struct posting	 p = posting("450225104201", "2020-09-01");

	put_some(w);
	begin(w, "photos.csv");
	assert_int_equal(put_posting(w, &p, HAS_EVIDENCE), PUT_COMPLETED);
	assert_int_equal(put_posting(w, &p, HAS_EVIDENCE), PUT_SAME);
	commit(w);
	assert_true(whole(w)->postings[0].has_evidence);
	assert_true(whole(w)->postings[0].has_content);
	assert_false(whole(w)->postings[0].has_reviewed);
}

/* One without a division and one at the case's have one key. */
static void
test_objections_division(void **state)
{
	struct world		*w = *state;
	struct objection	 o = objection("1", "2020-09-03");

	put_some(w);
	assert_string_equal(whole(w)->objections[0].division, "");
	begin(w, "named.csv");
	o.division = "450225104";
	assert_int_equal(put_objection(w, &o, 0), PUT_COMPLETED);
	o.division = "";
	assert_int_equal(put_objection(w, &o, 0), PUT_CLASH);
	commit(w);
	assert_int_equal(whole(w)->nobjections, 1);
	assert_string_equal(whole(w)->objections[0].division, "450225104");
	begin(w, "none.csv");
	assert_int_equal(put_objection(w, &o, 0), PUT_CORRECTED);
	commit(w);
	assert_string_equal(whole(w)->objections[0].division, "");
	/* an empty number stands for any, an empty division then for what is
	   there */
	begin(w, "gap.csv");
	o.number = "";
	o.division = "450225104";
	assert_int_equal(put_objection(w, &o, 0), PUT_COMPLETED);
	commit(w);
	begin(w, "gap2.csv");
	o.division = "";
	assert_int_equal(put_objection(w, &o, 0), PUT_SAME);
	commit(w);
	assert_string_equal(whole(w)->objections[0].division, "450225104");
	begin(w, "void.csv");
	o.number = "1";
	assert_int_equal(store_void_objection(w->s, &w->m, &o, w->diags),
	    PUT_CORRECTED);
	commit(w);
	assert_int_equal(whole(w)->nobjections, 0);
}

static void
test_event_moves(void **state)
{
	struct world	*w = *state;

	put_some(w);
	begin(w, "events.csv");
	assert_int_equal(put_event(w, "plan-issued", "2020-08-21", false),
	    PUT_CORRECTED);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-21", false),
	    PUT_SAME);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-22", false),
	    PUT_CLASH);
	assert_int_equal(put_event(w, "paid", "2020-12-01", true), PUT_NEW);
	commit(w);
	assert_int_equal(whole(w)->nevents, 4);
	assert_int_equal(whole(w)->events[3].day.n, day("2020-08-21").n);
}

static void
test_clash(void **state)
{
	struct world	*w = *state;
	struct posting	 p = posting("450225104201", "2020-09-01");
	struct posting	 q = posting("450225104202", "2020-09-01");

	put_some(w);
	begin(w, "clash.csv");
	/* the first is the same as the database */
	assert_int_equal(put_event(w, "plan-issued", "2020-08-20", false),
	    PUT_SAME);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-22", false),
	    PUT_CLASH);
	/* one sheet says "stands", the other names a day */
	assert_int_equal(put_posting(w, &p, HAS_UNTIL), PUT_SAME);
	p.until = day("2020-09-10");
	assert_int_equal(put_posting(w, &p, HAS_UNTIL), PUT_CLASH);
	/* one sheet says nothing, the other names a day */
	assert_int_equal(put_posting(w, &q, 0), PUT_NEW);
	q.until = day("2020-09-10");
	assert_int_equal(put_posting(w, &q, HAS_UNTIL), PUT_COMPLETED);
	assert_int_equal(put_posting(w, &q, 0), PUT_SAME);
	q.until = DAY_NONE;
	assert_int_equal(put_posting(w, &q, HAS_UNTIL), PUT_CLASH);
	assert_int_equal(store_put_division(w->s, "450225104201", "上村", NULL,
	    w->diags), PUT_SAME);
	assert_int_equal(store_put_division(w->s, "450225104201", "下村", NULL,
	    w->diags), PUT_CLASH);
	store_rollback(w->s);
	begin(w, "later.csv");
	assert_int_equal(store_put_division(w->s, "450225104201", "下村", NULL,
	    w->diags), PUT_CORRECTED);
	commit(w);
}

static void
test_void(void **state)
{
	struct world		*w = *state;
	struct posting		 p = posting("450225104201", "2020-09-01");
	struct objection	 o = objection("1", "2020-09-03");

	put_some(w);
	begin(w, "void.csv");
	assert_int_equal(void_event(w, "paid", "2020-10-01", true),
	    PUT_CORRECTED);
	assert_int_equal(void_event(w, "paid", "2020-10-01", true), PUT_SAME);
	assert_int_equal(put_event(w, "paid", "2020-10-01", true), PUT_CLASH);
	assert_int_equal(void_event(w, "paid", "2020-10-02", true),
	    PUT_NEVER);
	/* by its key: the day does not count */
	assert_int_equal(void_event(w, "plan-issued", "2020-01-01", false),
	    PUT_CORRECTED);
	assert_int_equal(put_event(w, "paid", "2020-11-01", true), PUT_SAME);
	assert_int_equal(void_event(w, "paid", "2020-11-01", true), PUT_CLASH);
	assert_int_equal(put_event(w, "paid", "2020-11-02", true), PUT_NEW);
	assert_int_equal(void_event(w, "paid", "2020-11-02", true), PUT_CLASH);
	assert_int_equal(store_void_posting(w->s, &w->m, &p, w->diags),
	    PUT_CORRECTED);
	assert_int_equal(store_void_objection(w->s, &w->m, &o, w->diags),
	    PUT_CORRECTED);
	assert_int_equal(store_void_division(w->s, "450225104201", w->diags),
	    PUT_CORRECTED);
	commit(w);
	assert_int_equal(whole(w)->nevents, 2);
	assert_int_equal(whole(w)->npostings, 0);
	assert_int_equal(whole(w)->nobjections, 0);
	assert_string_equal(store_name(w->s, w->arena, "450225104201"), "");
}

static void
test_void_case(void **state)
{
	struct world	*w = *state;

	put_some(w);
	begin(w, "void.csv");
	assert_int_equal(store_void_case(w->s, &w->m, w->diags),
	    PUT_CORRECTED);
	assert_int_equal(store_void_case(w->s, &w->m, w->diags), PUT_SAME);
	assert_int_equal(put_case(w, &w->m, all), PUT_CLASH);
	assert_int_equal(put_event(w, "paid", "2021-01-01", true), PUT_CLASH);
	commit(w);
	assert_null(whole(w));
	/* a later run may bring it back, elsewhere too */
	begin(w, "back.csv");
	w->m.division = "450225105";
	assert_int_equal(put_case(w, &w->m, all), PUT_NEW);
	assert_int_equal(store_void_case(w->s, &w->m, w->diags), PUT_CLASH);
	commit(w);
	assert_int_equal(whole(w)->nevents, 0);
}

static bool
add_record(void *ctx, const struct record *r)
{
	char	*text = ctx;

	snprintf(text + strlen(text), 4096 - strlen(text),
	    "%s %s [%s] %s %s%s%s %s\n", r->what, r->key, r->values, r->file,
	    r->who, r->gone[0] != '\0' ? " -> " : "", r->gone_file, r->why);
	return true;
}

/* A file that changed nothing is not kept beside one that did. */
static void
test_history(void **state)
{
	struct world	*w = *state;
	struct posting	 p = posting("450225104201", "2020-09-01");
	char		 text[4096] = "";

	put_some(w);
	begin(w, "idle.csv");
	assert_int_equal(put_case(w, &w->m, HAS_TITLE), PUT_SAME);
	assert_true(store_file_done(w->s, "ef", 1, w->diags));
	assert_true(store_file(w->s, "late.csv", NULL, w->diags));
	p.until = day("2020-09-10");
	assert_int_equal(put_posting(w, &p, HAS_UNTIL), PUT_COMPLETED);
	assert_int_equal(put_event(w, "plan-issued", "2020-08-21", false),
	    PUT_CORRECTED);
	commit(w);
	begin(w, "void.csv");
	assert_int_equal(store_void_posting(w->s, &w->m, &p, w->diags),
	    PUT_CORRECTED);
	commit(w);
	assert_true(store_each_record(w->s, "450225", "RS-1", add_record, text,
	    w->diags));
	assert_string_equal(text,
	    "case RS-1 [procedure=project; division=450225104; title=水渠; "
	    "places=450225104201;450225104202] some.csv li \n"
	    "event paid [day=2020-10-01] some.csv li \n"
	    "event paid [day=2020-11-01] some.csv li \n"
	    "event plan-issued [day=2020-08-20] some.csv li -> late.csv "
	    "corrected\n"
	    "objection village-list/450225104/2020-09-03/1 [division=none] "
	    "some.csv li \n"
	    "posting village-list/450225104201/2020-09-01/board/ "
	    "[content=名称;金额] some.csv li -> late.csv completed\n"
	    "event plan-issued [day=2020-08-21] late.csv li \n"
	    "posting village-list/450225104201/2020-09-01/board/ "
	    "[until=2020-09-10; content=名称;金额] late.csv li -> void.csv "
	    "void\n");
	begin(w, "gone.csv");
	assert_int_equal(store_void_case(w->s, &w->m, w->diags),
	    PUT_CORRECTED);
	commit(w);
	text[0] = '\0';
	assert_true(store_each_record(w->s, "450225", "RS-1", add_record, text,
	    w->diags));
	assert_non_null(strstr(text, "event paid [day=2020-11-01] some.csv li"
	    " -> gone.csv void\n"));
	assert_non_null(strstr(text, "places=450225104201;450225104202] "
	    "some.csv li -> gone.csv void\n"));
}

/* ---- many cases */

static bool
add_case(void *ctx, const struct matter *m)
{
	char	*text = ctx;
	size_t	 i;

	snprintf(text + strlen(text), 4096 - strlen(text), "%s/%s",
	    m->division, m->id);
	for (i = 0; i < m->nevents; i++)
		snprintf(text + strlen(text), 4096 - strlen(text), " %s",
		    m->events[i].event);
	for (i = 0; i < m->npostings; i++)
		snprintf(text + strlen(text), 4096 - strlen(text), " @%s",
		    m->postings[i].division);
	strcat(text, "\n");
	return strcmp(m->id, "STOP") != 0;
}

static void
put_many(struct world *w)
{
	static const char	*const cases[][3] = {
		{"450225", "C", ""}, {"4502", "B", "x"}, {"45", "A", ""},
		{"450225104", "D", "x"}, {"450225104201", "E", ""},
		{"450226", "F", "x"}, {"4503", "G", ""}, {"450225", "c", ""},
		{"450225104", "B0", ""},
	};
	struct posting		 p = posting("450225104201", "2020-09-01");
	size_t			 i;

	begin(w, "many.csv");
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		w->m = matter(cases[i][0], cases[i][1]);
		w->m.batch = cases[i][2];
		assert_int_equal(put_case(w, &w->m, all), PUT_NEW);
		if (i % 2 == 0) {
			assert_int_equal(put_event(w, "b", "2020-01-01",
			    false), PUT_NEW);
			assert_int_equal(put_event(w, "a", "2020-01-02",
			    false), PUT_NEW);
		}
		if (i % 3 == 0)
			assert_int_equal(put_posting(w, &p, 0), PUT_NEW);
	}
	commit(w);
}

static void
test_each_case(void **state)
{
	struct world	*w = *state;
	char		 text[4096] = "";

	assert_true(store_each_case(w->s, "", add_case, text, w->diags));
	assert_string_equal(text, "");
	put_many(w);
	assert_true(store_each_case(w->s, "", add_case, text, w->diags));
	assert_string_equal(text,
	    "45/A a b\n4502/B\n450225/C a b @450225104201\n450225/c\n"
	    "450225104/B0 a b\n450225104/D @450225104201\n"
	    "450225104201/E a b\n450226/F\n4503/G a b @450225104201\n");
	text[0] = '\0';
	assert_true(store_each_case(w->s, "450225104", add_case, text,
	    w->diags));
	assert_string_equal(text,
	    "45/A a b\n4502/B\n450225/C a b @450225104201\n450225/c\n"
	    "450225104/B0 a b\n450225104/D @450225104201\n"
	    "450225104201/E a b\n");
	text[0] = '\0';
	assert_true(store_each_case(w->s, "4503", add_case, text, w->diags));
	assert_string_equal(text, "45/A a b\n4503/G a b @450225104201\n");
	text[0] = '\0';
	store_each_in_batch(w->s, w->arena, "x", add_case, text);
	assert_string_equal(text, "4502/B\n450225104/D\n450226/F\n");
	text[0] = '\0';
	store_each_in_batch(w->s, w->arena, "", add_case, text);
	assert_string_equal(text, "");
}

static void
test_stop(void **state)
{
	struct world	*w = *state;
	char		 text[4096] = "";

	put_many(w);
	begin(w, "stop.csv");
	w->m = matter("4501", "STOP");
	assert_int_equal(put_case(w, &w->m, 0), PUT_NEW);
	assert_false(store_each_case(w->s, "", add_case, text, w->diags));
	assert_string_equal(text, "45/A a b\n4501/STOP\n");
	commit(w);
}

static bool
add_division(void *ctx, const char *code, const char *name)
{
	char	*text = ctx;

	strcat(strcat(strcat(text, code), name), " ");
	return strcmp(name, "stop") != 0;
}

static void
test_divisions(void **state)
{
	static const char	*const codes[][2] = {
		{"45", "r"}, {"4502", "c"}, {"450225", "x"},
		{"450225104", "t"}, {"450225104201", "v"},
		{"450225104202", "v"}, {"450226", "stop"}, {"450227", "y"},
	};
	struct world		*w = *state;
	char			 text[4096] = "";
	size_t			 i;

	begin(w, "divisions.csv");
	for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		assert_int_equal(store_put_division(w->s, codes[i][0],
		    codes[i][1], NULL, w->diags), PUT_NEW);
	commit(w);
	store_each_division(w->s, "450225", "", add_division, text);
	assert_string_equal(text, "450225104t 450225104201v 450225104202v ");
	text[0] = '\0';
	store_each_division(w->s, "", NULL, add_division, text);
	assert_string_equal(text, "45r 4502c 450225x 450225104t "
	    "450225104201v 450225104202v 450226stop ");
	text[0] = '\0';
	store_each_division(w->s, "45", "v", add_division, text);
	assert_string_equal(text, "450225104201v 450225104202v ");
}

/* ---- opening */

static void
write_file(const char *path, const char *text, size_t len)
{
	FILE	*f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static void
test_refusals(void **state)
{
	struct world	*w = *state;
	char		*before;
	size_t		 len;

	assert_null(store_open(w->path, STORE_CREATE, w->diags));
	assert_int_equal(diags_errors(w->diags), 1);
	assert_null(store_open("/nowhere/facts.db", STORE_READ, w->diags));
	assert_null(store_open("/nowhere/facts.db", STORE_WRITE, w->diags));
	assert_int_equal(diags_errors(w->diags), 3);
	assert_false(diags_failed(w->diags));
	store_close(w->s);
	w->s = NULL;
	before = bytes(w, &len);
	before[63] = 99;	/* user_version: a newer one */
	write_file(w->path, before, len);
	assert_null(store_open(w->path, STORE_READ, w->diags));
	assert_true(diags_failed(w->diags));
	before[60] = (char)0xff;	/* ... below zero */
	write_file(w->path, before, len);
	assert_null(store_open(w->path, STORE_WRITE, w->diags));
	before[60] = 0;
	w->diags = diags_new(w->arena);
	before[63] = 1;
	before[68] = 0;		/* application_id: another's */
	write_file(w->path, before, len);
	assert_null(store_open(w->path, STORE_WRITE, w->diags));
	write_file(w->path, "case,procedure,division\n", 24);
	assert_null(store_open(w->path, STORE_READ, w->diags));
	write_file(w->path, "", 0);
	assert_null(store_open(w->path, STORE_WRITE, w->diags));
	assert_int_equal(diags_errors(w->diags), 3);
	assert_false(diags_failed(w->diags));
	assert_int_equal(unlink(w->path), 0);
	w->s = store_open(w->path, STORE_CREATE, w->diags);
	assert_non_null(w->s);
}

static void
test_read_only(void **state)
{
	struct world	*w = *state;
	char		 text[4096] = "";

	assert_true(store_set_home(w->s, "4502", w->diags));
	put_many(w);
	store_close(w->s);
	w->s = NULL;
	assert_int_equal(chmod(w->path, 0444), 0);
	assert_int_equal(chmod(w->dir, 0555), 0);
	w->s = store_open(w->path, STORE_READ, w->diags);
	assert_non_null(w->s);
	assert_string_equal(store_home(w->s), "4502");
	assert_true(store_each_case(w->s, "4503", add_case, text, w->diags));
	assert_string_equal(text, "45/A a b\n4503/G a b @450225104201\n");
	assert_int_equal(diags_errors(w->diags), 0);
}

/* More than the cache holds, so that the file itself is half written. */
static void
write_and_die(struct world *w)
{
	char	name[1200];
	int	i;

	w->s = store_open(w->path, STORE_WRITE, w->diags);
	begin(w, "killed.csv");
	for (i = 0; i < 90000; i++) {
		snprintf(name, sizeof(name), "%01000d", i);
		put_event(w, name, "2020-01-01", true);
	}
	_exit(0);
}

/* A writer that dies in the middle leaves what a reader must undo first. */
static void
test_interrupted(void **state)
{
	struct world	*w = *state;
	char		*before;
	char		 journal[128];
	size_t		 len, now;
	pid_t		 child;
	int		 status;

	put_some(w);
	store_close(w->s);
	w->s = NULL;
	before = bytes(w, &len);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		write_and_die(w);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	(void)bytes(w, &now);
	assert_true(now > len);
	w->s = store_open(w->path, STORE_READ, w->diags);
	assert_non_null(w->s);
	assert_int_equal(whole(w)->nevents, 3);
	snprintf(journal, sizeof(journal), "%s-journal", w->path);
	assert_int_equal(access(journal, F_OK), -1);
	assert_unchanged(w, before, len);
}

/* A new migration makes another: then this says what it is. */
static void
test_newest(void **state)
{
	struct world	*w = *state;
	char		 sum[SUM_TEXT];

	assert_true(schema_sum(w->s, sum));
	assert_string_equal(schema_newest_sum, sum);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)
		T(test_whole), T(test_same_again), T(test_rollback),
		T(test_merge), T(test_merge_case), T(test_traits),
		T(test_other_traits), T(test_scan_is_told),
		T(test_evidence_is_asked_for), T(test_objections_division),
		T(test_event_moves),
		T(test_event_once), T(test_clash), T(test_void), T(test_void_case),
		T(test_history), T(test_each_case), T(test_stop),
		T(test_divisions), T(test_refusals), T(test_read_only),
		T(test_interrupted), T(test_newest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
