#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "desk/reader.h"
#include "rule/dates.h"

/* ---- names and days */

/* Of any version: whether it is a step, and its id; NULL: there is none. */
static const char *
find_point(const struct suite *s, const char *name, bool *step)
{
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; (p = rulebook_version(s->book, s->id, v)) != NULL; v++) {
		i = procedure_step(p, name);
		*step = i >= 0;
		if (i >= 0)
			return p->steps[i].id;
		i = procedure_event(p, name);
		if (i >= 0)
			return p->events[i].id;
	}
	return NULL;
}

const char *
point_of_suite(struct reader *r, const char *name)
{
	bool		 step;
	const char	*id = r->suite->id == NULL ? NULL :
			    find_point(r->suite, name, &step);

	return id == NULL ? name : id;
}

static bool
read_day(struct reader *r, const struct said *s, struct day *out)
{
	const char	*fault = day_complaint(s->text, out);

	if (fault == NULL)
		return true;
	diag_error(r->d, s->at, fault, s->text);
	return false;
}

/* A code without zero groups at its end, as findings have it. */
static const char *
normal(struct reader *r, const char *code)
{
	char	out[DIVISION_MAX + 1];

	return division_parse(code, out) ? arena_dup(r->arena, out) : code;
}

static const struct said *
where_of(const struct reader *r, const char *point)
{
	size_t	i;

	for (i = r->nwheres; i > 0; i--)
		if (strcmp(r->wheres[i - 1].point, point) == 0)
			return &r->wheres[i - 1].division;
	return NULL;
}

/* ---- facts, which replace what was taken over under the same key */

static bool
is_own(const struct trial *t, const char *key)
{
	size_t	i;

	for (i = 0; i < t->nown; i++)
		if (strcmp(t->own[i], key) == 0)
			return true;
	return false;
}

bool
add_fact(struct reader *r, struct trial *t, const struct told_fact *f)
{
	if (t->nfacts == SUITE_FACTS) {
		diag_error(r->d, r->words[0].at, _("a case has at most %d "
		    "facts"), SUITE_FACTS);
		return false;
	}
	t->facts = arena_grow(r->arena, t->facts, t->nfacts, &t->cap,
	    sizeof(*t->facts));
	t->facts[t->nfacts++] = f;
	return true;
}

/* Takes those away that `gone` names; false: there was none. */
static bool
drop(struct trial *t, bool (*gone)(const struct told_fact *, const void *),
    const void *ctx)
{
	size_t	i, n = 0, before = t->nfacts;

	for (i = 0; i < before; i++)
		if (!gone(t->facts[i], ctx))
			t->facts[n++] = t->facts[i];
	t->nfacts = n;
	return n < before;
}

static bool
has_key(const struct told_fact *f, const void *key)
{
	return strcmp(f->key, key) == 0;
}

static bool
put_fact(struct reader *r, const struct told_fact *f)
{
	struct trial	*t = r->now;

	if (!is_own(t, f->key)) {
		(void)drop(t, has_key, f->key);
		t->own = arena_grow(r->arena, t->own, t->nown, &t->own_cap,
		    sizeof(*t->own));
		t->own[t->nown++] = f->key;
	}
	return add_fact(r, t, f);
}

/* A fact of the line at hand; where NULL: none is said. */
static struct told_fact *
new_fact(struct reader *r, enum sheet sheet, const struct said *where,
    int values)
{
	struct told_fact	*f = arena_alloc(r->arena, sizeof(*f));

	f->sheet = sheet;
	f->name = r->words[1];
	f->name.text = point_of_suite(r, f->name.text);
	if (where == NULL && sheet != SHEET_EVENTS)
		where = where_of(r, f->name.text);
	f->where = where != NULL ? *where : (struct said){ "",
	    r->words[0].at };
	f->key = arena_printf(r->arena, "%d %s %s", (int)sheet, f->name.text,
	    normal(r, f->where.text));
	f->value = arena_array(r->arena, (size_t)values, sizeof(*f->value));
	f->n = values;
	return f;
}

static bool
event_line(struct reader *r)
{
	struct told_fact	*f;
	struct day	 d;
	bool		 good = true;
	int		 i;

	if (broken_off(r, 3))
		return false;
	f = new_fact(r, SHEET_EVENTS, NULL, r->n - 2);
	for (i = 2; i < r->n; i++) {
		f->value[i - 2] = r->words[i];
		good &= read_day(r, &r->words[i], &d);
	}
	return good && put_fact(r, f);
}

static bool
nothing_behind(struct reader *r, int word)
{
	diag_error(r->d, r->words[word].at, _("nothing stands behind `%s`; "
	    "for an empty cell write `-`"), r->words[word].text);
	return false;
}

/*
 * `to DAY medium TEXT ...` by their words; what is said goes on to the next.
 * `-` is an empty cell.
 */
static bool
read_pairs(struct reader *r, int from, unsigned group,
    struct said out[static TEST_WORDS])
{
	enum test_word	 w, last = TW_NONE;
	int		 i;

	memset(out, 0, TEST_WORDS * sizeof(*out));
	for (i = from; i < r->n; i++) {
		w = test_word_find(r->words[i].text, group);
		if (w != TW_NONE && out[w].at.line == 0) {
			if (i + 1 == r->n || (last != TW_NONE &&
			    out[last].text == NULL))
				return nothing_behind(r, i + 1 == r->n ? i :
				    i - 1);
			last = w;
			out[w].at = r->words[i].at;
		} else if (last == TW_NONE) {
			diag_error(r->d, r->words[i].at, _("`%s` is not "
			    "understood here; expected one of: %s"),
			    r->words[i].text, test_word_list(r->arena,
			    group));
			(void)diag_meant(r->d, test_word_nearest(
			    r->words[i].text, group));
			return false;
		} else if (out[last].text == NULL)
			out[last] = r->words[i];
		else
			out[last].text = arena_printf(r->arena, "%s %s",
			    out[last].text, r->words[i].text);
		if (out[last].text != NULL && strcmp(out[last].text,
		    "-") == 0)
			out[last].text = "";
	}
	return true;
}

/* One that had no word of its own is an empty cell, if it must be there. */
static struct said
cell_said(struct reader *r, struct said s, bool there)
{
	return s.text == NULL && there ? (struct said){ "",
	    r->words[0].at } : s;
}

static bool
posting_line(struct reader *r)
{
	static const enum test_word	words[VALUES] = { TW_NONE, TW_TO,
	    TW_MEDIUM, TW_PLACE, TW_REVIEWED, TW_CONTENT, TW_EVIDENCE };
	struct said	 said[TEST_WORDS];
	struct told_fact	*f;
	int		 i;

	if (broken_off(r, 3) || !read_pairs(r, 3, OF_POSTING, said))
		return false;
	f = new_fact(r, SHEET_POSTINGS, said[TW_AT].text == NULL ? NULL :
	    &said[TW_AT], VALUES);
	f->value[0] = r->words[2];
	for (i = 1; i < VALUES; i++)
		f->value[i] = cell_said(r, said[words[i]],
		    words[i] == TW_TO || words[i] == TW_MEDIUM ||
		    words[i] == TW_PLACE);
	return put_fact(r, f);
}

static bool
objection_line(struct reader *r)
{
	static const enum test_word	words[] = { TW_RECEIVED, TW_RESOLVED,
	    TW_OUTCOME, TW_BY, TW_NUMBER };
	struct said	 said[TEST_WORDS];
	struct told_fact	*f;
	int		 i;

	if (broken_off(r, 4) || !read_pairs(r, 2, OF_OBJECTION, said))
		return false;
	if (said[TW_RECEIVED].text == NULL) {
		diag_error(r->d, r->words[0].at, _("an objection needs "
		    "`%s DAY`"), test_word(TW_RECEIVED, text_lang()));
		return false;
	}
	f = new_fact(r, SHEET_OBJECTIONS, said[TW_AT].text == NULL ? NULL :
	    &said[TW_AT], 5);
	for (i = 0; i < f->n; i++)
		f->value[i] = cell_said(r, said[words[i]], true);
	return put_fact(r, f);
}

/* ---- with and without */

static const struct trial *
find_given(const struct reader *r, const char *name)
{
	size_t	i;

	for (i = 0; i < r->ngivens; i++)
		if (strcmp(r->givens[i]->title, name) == 0)
			return r->givens[i];
	return NULL;
}

static bool
with_line(struct reader *r)
{
	const struct trial	*g;
	size_t			 k;
	int			 i;

	for (i = 1; i < r->n; i++) {
		g = find_given(r, r->words[i].text);
		if (g == NULL) {
			diag_error(r->d, r->words[i].at, _("there is no "
			    "`given %s` above"), r->words[i].text);
			return false;
		}
		for (k = 0; k < g->nfacts; k++)
			if (!add_fact(r, r->now, g->facts[k]))
				return false;
	}
	return true;
}

struct named_fact {
	enum sheet	 sheet;
	const char	*name;
};

static bool
is_named(const struct told_fact *f, const void *ctx)
{
	const struct named_fact	*n = ctx;

	return f->sheet == n->sheet && strcmp(f->name.text, n->name) == 0;
}

static bool
without_line(struct reader *r)
{
	enum test_word		 w = test_word_find(r->words[1].text,
				    OF_WITHOUT);
	struct named_fact	 n = { w == TW_EVENT ? SHEET_EVENTS :
				    w == TW_POSTING ? SHEET_POSTINGS :
				    SHEET_OBJECTIONS, NULL };
	int			 i;

	if (w == TW_NONE) {
		diag_error(r->d, r->words[1].at, _("`%s` is not understood "
		    "here; expected one of: %s"), r->words[1].text,
		    test_word_list(r->arena, OF_WITHOUT));
		return false;
	}
	if (broken_off(r, 3))
		return false;
	for (i = 2; i < r->n; i++) {
		n.name = point_of_suite(r, r->words[i].text);
		if (drop(r->now, is_named, &n))
			continue;
		diag_error(r->d, r->words[i].at, _("the case has no such fact "
		    "to take away: %s %s"), r->words[1].text,
		    r->words[i].text);
		return false;
	}
	return true;
}

/* ---- what is expected */

static bool
read_code(struct reader *r, enum code *out)
{
	const struct said	*s = &r->words[1];

	if (code_find(s->text, out))
		return true;
	diag_error(r->d, s->at, _("`%s` is no code of a finding; `gongshi "
	    "explain` lists them"), s->text);
	(void)diag_meant(r->d, code_nearest(s->text, CODE_OF_ANY));
	return false;
}

static bool
complain_point(struct reader *r, const struct said *s)
{
	const struct procedure	*p = rulebook_version(r->suite->book,
				    r->suite->id, 0);
	const char		*near = p == NULL ? NULL :
				    procedure_nearest(p, s->text, true);

	diag_error(r->d, s->at, _("`%s` is no step or event of `%s`"),
	    s->text, r->suite->id);
	if (near == NULL && p != NULL)
		near = procedure_nearest(p, s->text, false);
	(void)diag_meant(r->d, near);
	return false;
}

/* The step or the event that a finding is about; of `case` neither. */
static bool
read_point(struct reader *r, struct expected *e)
{
	const struct said	*s = &r->words[2];
	const char		*id;
	bool			 step;

	if (test_word_find(s->text, OF_POINT) == TW_CASE)
		return true;
	id = find_point(r->suite, s->text, &step);
	if (id == NULL)
		return *r->suite->id == '\0' || complain_point(r, s);
	if (step)
		e->step = id;
	else
		e->event = id;
	return true;
}

static bool
read_severity(struct reader *r, const struct said *s, enum severity *out)
{
	if (s->text == NULL || severity_find(s->text, out))
		return true;
	diag_error(r->d, s->at, _("`%s` is no severity"), s->text);
	(void)diag_meant(r->d, severity_nearest(s->text));
	return false;
}

/* What stands behind the point. */
static bool
read_details(struct reader *r, const struct said *said, struct expected *e)
{
	const struct said	*where = where_of(r, e->step != NULL ?
				    e->step : e->event != NULL ? e->event :
				    "");
	bool			 step;

	if (said[TW_EVENT].text != NULL) {
		e->event = find_point(r->suite, said[TW_EVENT].text, &step);
		if (e->event == NULL || step)
			return complain_point(r, &said[TW_EVENT]);
	}
	if ((said[TW_DUE].text != NULL && !read_day(r, &said[TW_DUE],
	    &e->due)) || (said[TW_ACTUAL].text != NULL && !read_day(r,
	    &said[TW_ACTUAL], &e->actual)))
		return false;
	if (day_is(e->due) && day_is(e->actual))
		e->days = abs(day_diff(e->due, e->actual));
	e->basis = said[TW_BASIS].text;
	e->division = normal(r, said[TW_AT].text != NULL ?
	    said[TW_AT].text : where != NULL ? where->text :
	    r->now->division.text != NULL ? r->now->division.text : "");
	return read_severity(r, &said[TW_SEVERITY], &e->severity);
}

static bool
expect_line(struct reader *r)
{
	struct trial	*t = r->now;
	struct expected	 e = { .due = DAY_NONE, .actual = DAY_NONE,
			    .days = -1 };
	struct said	 said[TEST_WORDS];

	if (broken_off(r, 3) || !read_code(r, &e.code) ||
	    !read_pairs(r, 3, OF_EXPECT, said))
		return false;
	e.severity = code_severity(e.code);
	if (!read_point(r, &e) || !read_details(r, said, &e))
		return false;
	if (t->nexpects == SUITE_FACTS) {
		diag_error(r->d, r->words[0].at, _("a case expects at most "
		    "%d findings"), SUITE_FACTS);
		return false;
	}
	t->expects = arena_grow(r->arena, t->expects, t->nexpects, &t->room,
	    sizeof(*t->expects));
	t->expects[t->nexpects++] = (struct awaited){ e, r->words[0].at };
	return true;
}

/* ---- any line */

static bool
set_said(struct reader *r, struct said *to)
{
	*to = rest_of(r, 1, "");
	if (strcmp(to->text, "-") == 0)
		to->text = "";
	return true;
}

bool
trial_line(struct reader *r, enum test_word w)
{
	struct trial	*t = r->now;

	if (broken_off(r, 2))
		return false;
	switch (w) {
	case TW_AT:
		return set_said(r, &t->division);
	case TW_PLACES:
		return set_said(r, &t->places);
	case TW_TRAITS:
		return set_said(r, &t->traits);
	case TW_PERIOD:
		return set_said(r, &t->period);
	case TW_TODAY:
		t->today = r->words[1];
		return read_day(r, &t->today, &t->day);
	case TW_WITH:
		return with_line(r);
	case TW_WITHOUT:
		return without_line(r);
	case TW_EVENT:
		return event_line(r);
	case TW_POSTING:
		return posting_line(r);
	case TW_OBJECTION:
		return objection_line(r);
	default:
		return expect_line(r);
	}
}

/* ---- the rules of a test */

enum change { SAME, ONE_DAY, ANOTHER };

static enum change
change_of(const struct said *a, const struct said *b)
{
	struct day	da, db;
	int		days;

	if (a->text == NULL || b->text == NULL)
		return a->text == b->text ? SAME : ANOTHER;
	if (strcmp(a->text, b->text) == 0)
		return SAME;
	if (day_complaint(a->text, &da) != NULL ||
	    day_complaint(b->text, &db) != NULL)
		return ANOTHER;
	days = abs(day_diff(da, db));
	return days == 0 ? SAME : days == 1 ? ONE_DAY : ANOTHER;
}

/* One more that differs, unless they mean the same. */
static void
compare(struct trial *t, const struct said *a, const struct said *b)
{
	enum change	c = change_of(a, b);

	t->differs += c != SAME;
	t->apart = t->differs == 1 && (c == ONE_DAY || (c == SAME &&
	    t->apart));
}

static bool
same_kind(const struct told_fact *a, const struct told_fact *b)
{
	return strcmp(a->key, b->key) == 0 && a->n == b->n;
}

static bool
same_fact(const struct told_fact *a, const struct told_fact *b)
{
	int	k;

	for (k = 0; same_kind(a, b) && k < a->n; k++)
		if (change_of(&a->value[k], &b->value[k]) != SAME)
			return false;
	return same_kind(a, b);
}

/* Takes the first such one out of the list; NULL: there is none. */
static const struct told_fact *
take(const struct told_fact **list, size_t n, const struct told_fact *f,
    bool (*alike)(const struct told_fact *, const struct told_fact *))
{
	const struct told_fact	*found;
	size_t			 i;

	for (i = 0; i < n; i++)
		if (list[i] != NULL && alike(list[i], f)) {
			found = list[i];
			list[i] = NULL;
			return found;
		}
	return NULL;
}

/*
 * Lines may stand in any order: those that are in both are set aside, and of
 * the rest each is held against one of its key.
 */
static bool
compare_facts(struct trial *t)
{
	const struct told_fact	*its[SUITE_FACTS], *rest[SUITE_FACTS], *f;
	size_t			 i, n = t->model->nfacts, nrest = 0;
	int			 k;

	if (n != t->nfacts)
		return false;
	for (i = 0; i < n; i++)
		its[i] = t->model->facts[i];
	for (i = 0; i < n; i++)
		if (take(its, n, t->facts[i], same_fact) == NULL)
			rest[nrest++] = t->facts[i];
	for (i = 0; i < nrest; i++) {
		if ((f = take(its, n, rest[i], same_kind)) == NULL)
			return false;
		for (k = 0; k < f->n; k++)
			compare(t, &rest[i]->value[k], &f->value[k]);
	}
	return true;
}

static void
count_differences(struct trial *t)
{
	const struct trial	*m = t->model;

	if (!compare_facts(t)) {
		t->differs = -1;
		t->apart = false;
		return;
	}
	compare(t, &t->today, &m->today);
	compare(t, &t->division, &m->division);
	compare(t, &t->places, &m->places);
	compare(t, &t->traits, &m->traits);
	compare(t, &t->period, &m->period);
}

static void
check_beside(struct reader *r, struct trial *t)
{
	const struct expected	*first = &t->model->expects[0].finding;
	size_t			 i;

	count_differences(t);
	for (i = 0; i < t->nexpects; i++)
		if (expected_near(first, &t->expects[i].finding)) {
			diag_error(r->d, t->expects[i].at, _("`%s` expects "
			    "what its case expects first: it must show the "
			    "course without that"), trial_word(t->kind,
			    text_lang()));
			diag_note(r->d, t->model->at, _("its case is here"));
		}
	if (t->kind != TRIAL_NEIGHBOUR || t->apart)
		return;
	diag_error(r->d, t->at, _("a neighbour differs from its case in one "
	    "day by one day, and in nothing else; where more must differ, "
	    "write `%s`"), trial_word(TRIAL_OTHERWISE, text_lang()));
	diag_note(r->d, t->model->at, _("its case is here"));
}

void
trial_check(struct reader *r, struct trial *t)
{
	if (!day_is(t->day))
		diag_error(r->d, t->at, _("it does not say on which day it is "
		    "judged: write `%s DAY`"), test_word(TW_TODAY,
		    text_lang()));
	if (t->division.text == NULL)
		diag_error(r->d, t->at, _("it does not say at which division "
		    "the case is: write `%s CODE` here or in the head"),
		    test_word(TW_AT, text_lang()));
	if (t->model != NULL && !t->model->faulty && t->model->nexpects > 0)
		check_beside(r, t);
	if (t->model == NULL && t->nexpects == 0)
		diag_error(r->d, t->at, _("the case expects nothing: write "
		    "`%s CODE STEP`, and a lawful course below it as `%s` or "
		    "`%s`"), test_word(TW_EXPECT, text_lang()),
		    trial_word(TRIAL_NEIGHBOUR, text_lang()),
		    trial_word(TRIAL_OTHERWISE, text_lang()));
}
