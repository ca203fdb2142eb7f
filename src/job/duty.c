#include "job/duty.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "desk/period.h"
#include "desk/slip.h"
#include "job/rows.h"
#include "rule/duty.h"
#include "rule/phrase.h"

enum { TOLD = 5 };		/* faults that are told of one duty */

/* Of one duty: its divisions, and of each its periods. */
struct walk {
	const struct duties	*job;
	struct arena		*arena;		/* of the command */
	struct arena		*scratch;	/* of a case */
	const struct duty	*duty;
	struct duty_done	*done;
	struct rows		*rows;
	struct diags		*quiet;		/* what rows complain of */
	struct diags		*d;
	bool			 strict;	/* a fault is an error */
	unsigned		 cycles;	/* as bits */
	struct day		 last;		/* periods begin by then */
	struct day		 held;		/* first that must be tried
						   again; NONE */
	struct day		 over;		/* ... since its rules had run
						   out; NONE */
	bool			 good;		/* the machine works */
};

/* ---- a case */

/* The first complaint, from its words on. */
static const char *
fault_of(struct walk *w)
{
	static const char	 mark[] = "error: ";
	size_t			 len = 0;
	char			*text = NULL, *at;
	FILE			*f = open_memstream(&text, &len);
	const char		*out;

	if (f == NULL)
		return "";
	diags_write(w->quiet, f);
	if (fclose(f) != 0 || text == NULL)
		return "";
	at = strstr(text, mark);
	at = at == NULL ? text : at + sizeof(mark) - 1;
	out = arena_ndup(w->scratch, at, strcspn(at, "\n"));
	free(text);
	return out;
}

/* What to write into the rules, told once. */
static void
note_unplaced(struct walk *w)
{
	const struct procedure	*p = rulebook_version(w->job->book,
				    w->duty->procedure, 0);
	const struct where	*at;
	int			 i;

	for (i = 0; p != NULL && i < p->nsteps; i++) {
		at = duty_unplaced(p, &p->steps[i]);
		if (at == NULL)
			continue;
		diag_note(w->d, p->steps[i].place, _("write `%s` into the "
		    "rule: a case that is opened by itself names no places"),
		    phrase_print_where(w->scratch, (struct where){ at->level,
		    true }, text_lang()));
		return;
	}
}

static void
refuse(struct walk *w, const char *number, struct day first)
{
	const char	*fault = fault_of(w);

	w->held = day_min(w->held, first);
	if (++w->done->refused > TOLD)
		return;
	if (w->strict)
		diag_error(w->d, NOWHERE, _("`%s` cannot be opened: %s"),
		    number, fault);
	else
		diag_warn(w->d, NOWHERE, _("`%s` cannot be opened: %s"),
		    number, fault);
	if (w->done->refused == 1)
		note_unplaced(w);
}

static void
fill(struct arena *a, struct slip *s, const char *number,
    const struct duty *y, const char *code, const char *title)
{
	slip_begin(s, SHEET_CASES);
	slip_put(a, s, COL_CASE, number);
	slip_put(a, s, COL_PROCEDURE, y->procedure);
	slip_put(a, s, COL_DIVISION, code);
	slip_put(a, s, COL_TITLE, title);
}

/* False: the machine failed. */
static bool
open_case(struct walk *w, const char *code, const char *name,
    struct interval t)
{
	struct arena	*a = w->scratch;
	const char	*number;
	struct slip	 slip;
	struct cells	 cells;
	size_t		 before = diags_errors(w->quiet);
	bool		 was;

	arena_reset(a);
	number = duty_number(a, w->duty->procedure, code, t);
	if (!store_case_was(w->job->store, code, number, &was, w->d))
		return false;
	if (was)
		return true;
	fill(a, &slip, number, w->duty, code, arena_printf(a, "%s %s",
	    *name == '\0' ? code : name, interval_words(a, t)));
	cells_begin(&cells, &slip.header);
	if (!rows_take(w->rows, &slip.row, &cells))
		return false;
	if (diags_errors(w->quiet) > before)
		refuse(w, number, interval_first(t));
	else
		w->done->opened++;
	return true;
}

/* ---- the periods of a division */

/*
 * By the rule in force on the period's first day; without one it is not
 * opened.  Where the rules there have run out, their successor is waited for.
 */
static bool
open_period(struct walk *w, const char *code, const char *name,
    struct interval t)
{
	const struct rulebook	*book = w->job->book;
	const char		*id = w->duty->procedure;
	struct day		 first = interval_first(t);
	const struct procedure	*p = rulebook_in_force(book, id, code, first,
				    first);

	if (p == NULL && rulebook_over(book, id, code, first))
		w->over = day_min(w->over, first);
	if (p == NULL || p->every != t.cycle ||
	    (p->levels & 1U << division_level(code)) == 0)
		return true;
	return open_case(w, code, name, t);
}

/* The first interval that begins on the day or later. */
static struct interval
begins_from(enum cycle c, struct day d)
{
	struct interval	t = interval_of(c, d);

	return day_cmp(interval_first(t), d) < 0 ? interval_next(t) : t;
}

static bool
open_division(void *ctx, const char *code, const char *name, struct day since)
{
	struct walk		*w = ctx;
	const struct duty	*y = w->duty;
	struct day		 from = y->from;
	struct interval		 t;
	int			 c;

	if (!division_within(code, y->division))
		return true;
	if (day_is(y->opened))
		from = day_max(from, day_add(y->opened, 1));
	if (day_is(since))
		from = day_max(from, day_add(since, 1));
	for (c = CYCLE_MONTH; c <= CYCLE_YEAR; c++)
		for (t = begins_from((enum cycle)c, from); w->good &&
		    (w->cycles & 1U << c) != 0 &&
		    day_cmp(interval_first(t), w->last) <= 0;
		    t = interval_next(t))
			w->good = open_period(w, code, name, t);
	return w->good && (!w->strict || w->done->refused < TOLD);
}

/* ---- a duty */

static unsigned
cycles_of(const struct rulebook *book, const char *id)
{
	const struct procedure	*p;
	unsigned		 cycles = 0;
	int			 v;

	for (v = 0; (p = rulebook_version(book, id, v)) != NULL; v++)
		cycles |= p->every == CYCLE_NONE ? 0 : 1U << p->every;
	return cycles;
}

/* First day of the last period that has begun; NONE: none has. */
static struct day
last_begun(const struct walk *w)
{
	struct day	d, last = DAY_NONE;
	int		c;

	for (c = CYCLE_MONTH; c <= CYCLE_YEAR; c++) {
		d = interval_first(interval_of((enum cycle)c, w->last));
		if ((w->cycles & 1U << c) != 0 &&
		    day_cmp(d, w->duty->from) >= 0)
			last = day_max(last, d);
	}
	return last;
}

/* What waits; nobody should have to notice a silence. */
static void
tell_rest(struct walk *w)
{
	const long long	more = w->done->refused - TOLD;
	char		day[DAY_TEXT];

	if (more > 0 && !w->strict)
		diag_warn(w->d, NOWHERE, text_plural("... and %lld more case",
		    "... and %lld more cases", (unsigned long)more), more);
	if (day_is(w->over))
		diag_warn(w->d, NOWHERE, _("the rules of `%s` at %s have run "
		    "out: periods from %s on are opened once there are new "
		    "ones"), w->duty->procedure, w->duty->division,
		    day_print(w->over, day));
}

/* No rule file says any more that it comes round: it ends in no silence. */
static void
tell_still(const struct walk *w)
{
	const struct duty	*y = w->duty;

	if (w->cycles == 0 && !y->ended && (!day_is(y->until) ||
	    day_cmp(w->job->today, y->until) <= 0))
		diag_warn(w->d, NOWHERE, _("`%s` is kept at %s, and no rule "
		    "file says that it comes round (every, 周期): nothing is "
		    "opened for it; where that is meant, `gongshi duty end`"),
		    y->procedure, y->division);
}

/* Nearly always no period has begun since the last look. */
static bool
walk_duty(struct walk *w)
{
	const struct duty	*y = w->duty;
	struct store		*s = w->job->store;
	struct day		 begun;

	w->last = day_min(w->job->today, y->until);
	w->cycles = cycles_of(w->job->book, y->procedure);
	w->held = w->over = DAY_NONE;
	w->good = true;
	tell_still(w);
	begun = last_begun(w);
	if (!day_is(begun) || (day_is(y->opened) &&
	    day_cmp(begun, y->opened) <= 0))
		return true;
	if (!store_file(s, arena_printf(w->arena, "duty %s %s", y->procedure,
	    y->division), NULL, w->d) || !store_each_known(s, y,
	    open_division, w, w->d) || !w->good)
		return false;
	tell_rest(w);
	if (day_is(w->held) || day_is(w->over))
		begun = day_add(day_min(w->held, w->over), -1);
	return store_duty_opened(s, y, begun, w->d) && store_file_done(s, "",
	    w->done->opened, w->d);
}

/* `only` of a procedure and division, or all where it is NULL. */
static bool
walk_all(struct walk *w, const struct duty *only, struct duties_done *out)
{
	struct duty	*list;
	size_t		 i, n;

	if (!store_duties(w->job->store, w->arena, &list, &n, w->d))
		return false;
	out->list = arena_array(w->arena, n + 1, sizeof(*out->list));
	for (i = 0; i < n; i++) {
		if (only != NULL && (strcmp(list[i].procedure,
		    only->procedure) != 0 || strcmp(list[i].division,
		    only->division) != 0))
			continue;
		w->duty = &list[i];
		w->done = &out->list[out->n++];
		*w->done = (struct duty_done){ .duty = w->duty };
		if (!walk_duty(w))
			return false;
		out->opened += w->done->opened;
	}
	return true;
}

/* ---- from end to end */

struct work {
	struct walk		walk;
	struct import		import;
	struct import_result	result;
};

static void
work_begin(struct work *k, struct arena *a, const struct duties *job,
    bool strict, struct diags *d)
{
	*k = (struct work){ .walk = { .job = job, .arena = a,
	    .scratch = arena_new(), .d = d, .quiet = diags_new(a),
	    .strict = strict } };
	k->import = (struct import){ .store = job->store, .book = job->book,
	    .when = job->when, .who = job->who, .command = job->command };
	k->walk.rows = rows_open(a, &k->import, &k->result, k->walk.quiet);
}

static bool
work_end(struct work *k, bool good)
{
	struct store	*s = k->walk.job->store;

	good = good && store_commit(s, k->walk.d);
	if (!good) {
		(void)store_lost(s, k->walk.d);
		store_rollback(s);
	}
	rows_close(k->walk.rows);
	arena_free(k->walk.scratch);
	return good;
}

bool
duties_run(struct arena *a, const struct duties *job,
    struct duties_done *done, struct diags *d)
{
	struct work	k;

	*done = (struct duties_done){ .n = 0 };
	work_begin(&k, a, job, false, d);
	return work_end(&k, store_begin(job->store, job->when, job->who,
	    job->command, d) && walk_all(&k.walk, NULL, done));
}

/* As a row of the sheet of duties; what it says into *out. */
static bool
put_duty(struct work *k, const struct duty_words *words, struct duty *out)
{
	struct walk	*w = &k->walk;
	struct rows	*rows = rows_open(w->arena, &k->import, &k->result,
			    w->d);
	struct slip	 slip;
	struct cells	 cells;
	bool		 good;

	slip_begin(&slip, SHEET_DUTIES);
	slip_put(w->arena, &slip, COL_PROCEDURE, words->procedure);
	slip_put(w->arena, &slip, COL_DIVISION, words->division);
	slip_put(w->arena, &slip, COL_FROM, words->from);
	slip_put(w->arena, &slip, COL_UNTIL, words->until);
	cells_begin(&cells, &slip.header);
	good = rows_take(rows, &slip.row, &cells) && diags_errors(w->d) == 0;
	rows_close(rows);
	if (good)
		*out = (struct duty){ .procedure = rulebook_named(
		    w->job->book, words->procedure)->id,
		    .division = words->division };
	return good;
}

struct known {
	const struct duty	*duty;
	unsigned		 levels;	/* as bits */
	bool			 any;
};

static bool
is_owing(void *ctx, const char *code, const char *name, struct day since)
{
	struct known	*k = ctx;

	(void)name;
	(void)since;
	k->any |= division_within(code, k->duty->division) &&
	    (k->levels & 1U << division_level(code)) != 0;
	return true;
}

/* A code mistyped is below nobody: what then opens nothing is said. */
static bool
tell_nobody(const struct walk *w, const struct duty *y)
{
	struct known		 k = { .duty = y };
	const struct procedure	*p;
	int			 v;

	for (v = 0; (p = rulebook_version(w->job->book, y->procedure, v)) !=
	    NULL; v++)
		k.levels |= p->levels;
	if (!store_each_known(w->job->store, y, is_owing, &k, w->d))
		return false;
	if (!k.any)
		diag_warn(w->d, NOWHERE, _("no division at which `%s` is run "
		    "is known at or below %s: nothing is opened until a sheet "
		    "of divisions brings one"), y->procedure, y->division);
	return true;
}

bool
duties_add(struct arena *a, const struct duties *job,
    const struct duty_words *words, struct duties_done *done,
    struct diags *d)
{
	struct work	k;
	struct duty	only;
	bool		good;

	*done = (struct duties_done){ .n = 0 };
	work_begin(&k, a, job, true, d);
	good = store_begin(job->store, job->when, job->who, job->command,
	    d) && store_file(job->store, job->command, NULL, d) &&
	    put_duty(&k, words, &only) && store_file_done(job->store, "", 1,
	    d) && walk_all(&k.walk, &only, done) &&
	    tell_nobody(&k.walk, &only);
	return work_end(&k, good && diags_errors(d) == 0);
}

static const struct duty *
find_duty(struct arena *a, const struct duties *job, const char *procedure,
    const char *division, struct diags *d)
{
	const struct procedure	*p = rulebook_named(job->book, procedure);
	struct duty		*list;
	size_t			 i, n;

	if (!store_duties(job->store, a, &list, &n, d))
		return NULL;
	for (i = 0; i < n; i++)
		if (strcmp(list[i].division, division) == 0 &&
		    (strcmp(list[i].procedure, procedure) == 0 ||
		    (p != NULL && strcmp(list[i].procedure, p->id) == 0)))
			return &list[i];
	diag_error(d, NOWHERE, _("no duty `%s` is kept at %s; `gongshi duty "
	    "list` says which are"), procedure, division);
	return NULL;
}

/* One under which nothing can have been opened is taken back whole. */
static bool
end_duty(const struct duties *job, const struct duty *y, struct diags *d)
{
	struct duty	to = *y;

	to.until = day_min(y->until, job->today);
	to.ended = true;
	if (day_cmp(to.until, to.from) < 0)
		return store_void_duty(job->store, y->procedure, y->division,
		    d) == PUT_CORRECTED;
	return store_put_duty(job->store, &to, d) != PUT_FAILED;
}

bool
duties_end(struct arena *a, const struct duties *job, const char *procedure,
    const char *division, struct diags *d)
{
	const struct duty	*y;
	bool			 good = store_begin(job->store, job->when,
				    job->who, job->command, d);

	y = good ? find_duty(a, job, procedure, division, d) : NULL;
	good = y != NULL && store_file(job->store, job->command, NULL, d) &&
	    end_duty(job, y, d) && store_file_done(job->store, "", 0, d) &&
	    store_commit(job->store, d);
	store_rollback(job->store);
	return good;
}
