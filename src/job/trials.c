#include "job/trials.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/division.h"
#include "base/text.h"
#include "desk/period.h"
#include "desk/slip.h"
#include "job/rows.h"
#include "job/scan.h"
#include "rule/duty.h"
#include "rule/testwords.h"

/* ---- facts through an import */

static void
fill_said(struct slip *s, enum column c, const struct said *said)
{
	slip_put_at(s, c, said->text, said->at);
}

/* A room where the cases of a file are tried. */
struct room_of_tests {
	struct arena		*arena;
	const struct bench	*bench;
	struct store		*store;
	struct rows		*rows;
	const char		*number;	/* of the case at hand */
	struct diags		*d;
};

static bool
take(struct room_of_tests *r, struct slip *s)
{
	struct cells	cells;

	cells_begin(&cells, &s->header);
	return rows_take(r->rows, &s->row, &cells);
}

/* That of a period names it; what it must be, the import says. */
static const char *
number_of(struct arena *a, const struct trial *t)
{
	char		code[DIVISION_MAX + 1];
	struct interval	at;

	if (t->period.text == NULL || *t->period.text == '\0')
		return arena_printf(a, "L%d", t->at.line);
	if (!division_parse(t->division.text, code) ||
	    !interval_read(a, t->period.text, &at))
		return NULL;
	return duty_number(a, t->suite->id, code, at);
}

/* No period, or one where none is; which it must be, the import says. */
static bool
is_period_wrong(const struct room_of_tests *r, const struct trial *t)
{
	const struct procedure	*p = rulebook_version(r->bench->book,
				    t->suite->id, 0);

	if (r->number == NULL)
		diag_error(r->d, t->period.at, _("`%s` is no period; expected "
		    "one as 2026Q3, 2026年第三季度, 2026年7月, 2026年上半年 "
		    "or 2026"), t->period.text);
	else if (t->period.text != NULL && *t->period.text != '\0' &&
	    p != NULL && p->every == CYCLE_NONE)
		diag_error(r->d, t->period.at, _("`%s` does not come round: "
		    "its rule file says no `every` (周期)"), p->id);
	else
		return false;
	return true;
}

static bool
take_case(struct room_of_tests *r, const struct trial *t)
{
	struct slip	s;

	slip_begin_at(&s, SHEET_CASES, t->at);
	slip_put_at(&s, COL_CASE, r->number, t->period.text != NULL ?
	    t->period.at : t->at);
	fill_said(&s, COL_PROCEDURE, &t->suite->procedure);
	fill_said(&s, COL_DIVISION, &t->division);
	slip_put_at(&s, COL_TITLE, t->title, t->at);
	fill_said(&s, COL_PLACES, &t->places);
	fill_said(&s, COL_TRAITS, &t->traits);
	return take(r, &s);
}

static bool
take_event(struct room_of_tests *r, const struct told_fact *f)
{
	struct slip	s;
	int		i;

	for (i = 0; i < f->n; i++) {
		slip_begin_at(&s, SHEET_EVENTS, f->name.at);
		slip_put_at(&s, COL_CASE, r->number, f->name.at);
		fill_said(&s, COL_EVENT, &f->name);
		fill_said(&s, COL_DATE, &f->value[i]);
		if (!take(r, &s))
			return false;
	}
	return true;
}

/* Of a posting or an objection. */
static bool
take_fact(struct room_of_tests *r, const struct told_fact *f)
{
	const enum column	*c = suite_columns[f->sheet];
	struct slip		 s;
	int			 i;

	slip_begin_at(&s, f->sheet, f->name.at);
	slip_put_at(&s, COL_CASE, r->number, f->name.at);
	fill_said(&s, COL_STEP, &f->name);
	fill_said(&s, COL_DIVISION, &f->where);
	for (i = 0; c[i] != COL_NONE; i++)
		fill_said(&s, c[i], &f->value[i]);
	return take(r, &s);
}

/* Rows whose key has an empty cell come after all others of their kind. */
static bool
has_gap(const struct told_fact *f)
{
	return f->sheet == SHEET_POSTINGS ? *f->value[2].text == '\0' ||
	    *f->value[3].text == '\0' : f->sheet == SHEET_OBJECTIONS &&
	    *f->value[4].text == '\0';
}

static bool
take_kind(struct room_of_tests *r, const struct trial *t, enum sheet sheet,
    bool gap)
{
	const struct told_fact	*f;
	size_t			 i;

	for (i = 0; i < t->nfacts; i++) {
		f = t->facts[i];
		if (f->sheet != sheet || has_gap(f) != gap)
			continue;
		if (!(sheet == SHEET_EVENTS ? take_event(r, f) :
		    take_fact(r, f)))
			return false;
	}
	return true;
}

static bool
take_trial(struct room_of_tests *r, const struct trial *t)
{
	return take_case(r, t) &&
	    take_kind(r, t, SHEET_EVENTS, false) &&
	    take_kind(r, t, SHEET_POSTINGS, false) &&
	    take_kind(r, t, SHEET_POSTINGS, true) &&
	    take_kind(r, t, SHEET_OBJECTIONS, false) &&
	    take_kind(r, t, SHEET_OBJECTIONS, true);
}

/* ---- judged */

static void
judge_trial(struct room_of_tests *r, const struct trial *t,
    struct ruling *out)
{
	struct scan	 s = { .book = r->bench->book, .top = "",
			    .calendars = r->bench->calendars,
			    .today = t->day };
	struct named	 n;
	const struct matter	*m;
	const struct plan	*all;

	store_find(r->store, r->arena, "", r->number, &n);
	m = n.one == NULL ? NULL : store_whole(r->store, r->arena, n.one,
	    r->d);
	if (m == NULL)
		return;
	(void)scan_lay(&s, r->arena, &m, &all, &out->now);
	judge(r->arena, m, all, out->now, t->day, NULL, &out->verdict);
}

/*
 * Each in a run of its own that is never kept, so that cases of one number do
 * not meet.  False: the machine failed; faults are told.
 */
static bool
try_trial(struct room_of_tests *r, const struct trial *t, struct ruling *out)
{
	struct import		 job = { .store = r->store,
				    .book = r->bench->book, .when = "",
				    .who = "", .command = "rules test",
				    .bare = true };
	struct import_result	 result = { 0 };
	size_t			 before = diags_errors(r->d);

	out->trial = t;
	r->number = number_of(r->arena, t);
	if (is_period_wrong(r, t))
		return true;
	if (!store_begin(r->store, "", "", job.command, r->d) ||
	    !store_file(r->store, t->suite->path, "", r->d))
		return false;
	r->rows = rows_open(r->arena, &job, &result, r->d);
	if (take_trial(r, t)) {
		rows_end(r->rows);
		if (diags_errors(r->d) == before)
			judge_trial(r, t, out);
	}
	rows_close(r->rows);
	store_rollback(r->store);
	return !diags_failed(r->d);
}

static void
judge_file(struct arena *a, const struct bench *b, const char *path,
    struct tested *out, struct diags *d)
{
	const struct suite	*s = suite_read(a, path, b->book, d);
	struct room_of_tests	 r = { .arena = a, .bench = b, .d = d };
	size_t			 i, before = diags_errors(d);

	if (s == NULL)
		return;
	r.store = store_open(path, STORE_MEMORY, d);
	if (r.store == NULL)
		return;
	out->rulings = arena_array(a, s->n, sizeof(*out->rulings));
	for (i = 0; i < s->n; i++)
		if (!try_trial(&r, s->trials[i], &out->rulings[i]))
			break;
	store_close(r.store);
	if (i == s->n && diags_errors(d) == before)
		out->suite = s;
}

/* ---- files */

static int
is_seen(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static bool
is_test(const char *name)
{
	const char	*dot = strrchr(name, '.');

	return dot != NULL && strcasecmp(dot, ".txt") == 0;
}

/* What an editor leaves behind, or explains the folder, is not missed. */
static void
warn_unread(const char *path, const char *name, struct diags *d)
{
	if (name[strlen(name) - 1] == '~' || strncasecmp(name, "readme",
	    6) == 0)
		return;
	diag_warn(d, (struct place){ .path = path }, _("this is not read: the "
	    "name of a file of tests ends in .txt"));
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* The folder of a pack, from its pack.yaml. */
static const char *
tests_folder(struct arena *a, const struct pack *p)
{
	const char	*slash = strrchr(p->path, '/');

	return slash == NULL ? "tests" : arena_printf(a, "%.*s/tests",
	    (int)(slash - p->path), p->path);
}

struct tests
tests_judge(struct arena *a, const struct bench *b, const struct pack *p,
    struct diags *d)
{
	struct tests	 t = { .pack = p };
	const char	*dir = tests_folder(a, p);
	struct dirent	**names;
	const char	*path;
	int		 i, n = scandir(dir, &names, is_seen, by_bytes);

	if (n < 0 && errno != ENOENT)
		(void)diag_errno(d, dir);
	if (n < 0)
		return t;
	t.files = arena_array(a, (size_t)n + 1, sizeof(*t.files));
	for (i = 0; i < n; i++) {
		path = arena_printf(a, "%s/%s", dir, names[i]->d_name);
		if (is_test(names[i]->d_name))
			judge_file(a, b, path, &t.files[t.n++], d);
		else
			warn_unread(path, names[i]->d_name, d);
		free(names[i]);
	}
	free(names);
	return t;
}

/* ---- held against what is expected */

/* The first that fits and is not taken; -1: none. */
static long
find_met(const struct expected *e, const struct verdict *v, const bool *met)
{
	struct expected	came;
	size_t		i;

	for (i = 0; i < v->n; i++) {
		came = expected_of(&v->findings[i]);
		if (!met[i] && expected_is(e, &came))
			return (long)i;
	}
	return -1;
}

static void
compare(struct arena *a, const struct ruling *r, struct trial_result *out)
{
	const struct trial	*t = r->trial;
	const struct verdict	*v = &r->verdict;
	struct expected		*lacking = arena_array(a, t->nexpects + 1,
				    sizeof(*lacking));
	struct expected		*came = arena_array(a, v->n + 1,
				    sizeof(*came));
	bool			*met = arena_array(a, v->n + 1,
				    sizeof(*met));
	int			*lines = arena_array(a, t->nexpects + 1,
				    sizeof(*lines));
	size_t			 i;
	long			 k;

	out->lacking = lacking;
	out->came = came;
	out->lines = lines;
	for (i = 0; i < t->nexpects; i++) {
		k = find_met(&t->expects[i].finding, v, met);
		if (k >= 0)
			met[k] = true;
		else {
			lines[out->nlacking] = t->expects[i].at.line;
			lacking[out->nlacking++] = t->expects[i].finding;
		}
	}
	for (i = 0; i < v->n; i++)
		if (!met[i])
			came[out->ncame++] = expected_of(&v->findings[i]);
}

static struct trial_result
result_of(struct arena *a, const struct ruling *r)
{
	const struct trial	*t = r->trial;
	struct trial_result	 out = { .file = t->suite->path,
				    .kind = trial_word(t->kind, LANG_EN),
				    .title = t->title,
				    .procedure = t->suite->id,
				    .line = t->at.line, .today = t->day,
				    .rules = r->now == NULL ? NULL :
				    r->now->proc };

	compare(a, r, &out);
	return out;
}

struct pack_result *
tests_result(struct arena *a, const struct tests *t, const char *run)
{
	struct pack_result	*out = arena_alloc(a, sizeof(*out));
	struct trial_result	*list = NULL;
	size_t			 i, k, cap = 0;
	const struct suite	*s;

	out->pack = t->pack->id;
	out->files = t->n;
	for (i = 0; i < t->n; i++) {
		s = t->files[i].suite;
		out->faulty += s == NULL;
		for (k = 0; s != NULL && k < s->n; k++) {
			if (strstr(s->trials[k]->title, run) == NULL)
				continue;
			list = arena_grow(a, list, out->n, &cap,
			    sizeof(*list));
			list[out->n] = result_of(a, &t->files[i].rulings[k]);
			out->failed += list[out->n].nlacking > 0 ||
			    list[out->n].ncame > 0;
			out->n++;
		}
	}
	out->tests = list;
	return out;
}
