#include "job/rows.h"

#include <string.h>

#include "base/text.h"
#include "case/privacy.h"
#include "desk/intake.h"
#include "job/clash.h"
#include "job/remark.h"

enum { LOST_MAX = 4096 };	/* refused case rows that are remembered */

/* A case's number, and its county or "" where that could not be read. */
struct lost {
	const char	*id;
	char		 county[COUNTY_MAX + 1];
};

struct rows {
	struct arena		*arena;		/* of the command */
	struct arena		*row_arena;
	struct arena		*case_arena;	/* of `last` */
	const struct import	*job;
	struct import_result	*result;
	struct diags		*d;
	struct intake		*intake;
	struct world		 world;
	struct named		 last;		/* what was asked last */
	const char		*last_id, *last_county;	/* NULL: nothing */
	struct lost		*lost;		/* cases whose row was bad */
	size_t			 nlost, lost_cap;
	struct clashes		*clashes;
	struct remarks		*remarks;
	bool			 others;	/* rows of other offices */
};

/* ---- what intake asks */

static void
find_case(void *ctx, const char *county, const char *id, struct named *out)
{
	struct rows	*w = ctx;

	if (w->last_id == NULL || strcmp(w->last_id, id) != 0 ||
	    strcmp(w->last_county, county) != 0) {
		arena_reset(w->case_arena);
		w->last_id = arena_dup(w->case_arena, id);
		w->last_county = arena_dup(w->case_arena, county);
		store_find(w->job->store, w->case_arena, w->last_county,
		    w->last_id, &w->last);
	}
	*out = w->last;
}

static const char *
find_name(void *ctx, struct arena *a, const char *code)
{
	struct rows	*w = ctx;

	return store_name(w->job->store, a, code);
}

static void
each_division(void *ctx, const char *top, const char *name,
    intake_division_fn *fn, void *arg)
{
	struct rows	*w = ctx;

	store_each_division(w->job->store, top, name, fn, arg);
}

/* ---- what becomes of a fact */

static void
count(struct rows *w, enum sheet s, enum put p, bool voided)
{
	struct import_count	*c = &w->result->of[s];

	if (voided)
		c->voided += p == PUT_CORRECTED;
	else if (p == PUT_NEW)
		c->fresh++;
	else if (p == PUT_SAME)
		c->same++;
	else if (p == PUT_COMPLETED)
		c->completed++;
	else if (p == PUT_CORRECTED)
		c->corrected++;
}

/* What the row has made what it was before the run counts as never changed. */
static void
turn_back(struct rows *w, enum sheet s)
{
	struct import_count	*c = &w->result->of[s];
	struct turned		 t = store_turned(w->job->store);

	if (s != SHEET_POSTINGS && s != SHEET_OBJECTIONS)
		return;
	c->completed -= t.completed;
	c->corrected -= t.corrected;
	c->same += t.completed + t.corrected;
}

static enum put
put_fact(struct rows *w, const struct fact *f, const struct matter *m)
{
	struct store	*s = w->job->store;

	switch (f->sheet) {
	case SHEET_DIVISIONS:
		return f->voided ? store_void_division(s, f->code, w->d) :
		    store_put_division(s, f->code, f->name,
		    &(struct person){ f->contact, f->phone, f->has }, w->d);
	case SHEET_DUTIES:
		return f->voided ? store_void_duty(s, f->procedure, f->code,
		    w->d) : store_put_duty(s, &(struct duty){ f->procedure,
		    f->code, f->from, f->until, f->opened, false, 0 }, w->d);
	case SHEET_CASES:
		return f->voided ? store_void_case(s, &f->matter, w->d) :
		    store_put_case(s, &f->matter, f->has, w->d);
	case SHEET_EVENTS:
		return f->voided ? store_void_event(s, m, &f->event,
		    f->repeats, w->d) : store_put_event(s, m, &f->event,
		    f->repeats, w->d);
	case SHEET_POSTINGS:
		return f->voided ? store_void_posting(s, m, &f->posting,
		    w->d) : store_put_posting(s, m, &f->posting, f->has,
		    w->d);
	default:
		return f->voided ? store_void_objection(s, m, &f->objection,
		    w->d) : store_put_objection(s, m, &f->objection, f->has,
		    w->d);
	}
}

/* Of postings and objections the slot's division counts, else the case's. */
static const char *
division_of(const struct fact *f, const struct matter *m)
{
	if (f->sheet == SHEET_DIVISIONS || f->sheet == SHEET_DUTIES)
		return f->code;
	if (f->sheet == SHEET_POSTINGS && *f->posting.division != '\0')
		return f->posting.division;
	if (f->sheet == SHEET_OBJECTIONS && *f->objection.division != '\0')
		return f->objection.division;
	return m->division;
}

/* Where a row says whose it is. */
static struct place
whose_place(const struct cells *c)
{
	return c->of[c->of[COL_DIVISION]->there ? COL_DIVISION :
	    COL_CASE]->at;
}

static bool
is_outside(struct rows *w, const struct cells *c, const struct fact *f,
    const struct matter *m)
{
	const char	*top = w->job->within, *code;

	if (top == NULL || division_within(code = division_of(f, m), top))
		return false;
	diag_error(w->d, whose_place(c), _("this row is one of %s, and the "
	    "folder %s takes rows at or below its own division only"), code,
	    top);
	return true;
}

/* A hub would refuse all of it, and could not say which row. */
static void
complain_other(struct rows *w, const struct cells *c, const struct fact *f,
    const struct matter *m)
{
	char	county[COUNTY_MAX + 1];

	if (w->job->office == NULL)
		return;
	division_county(f->sheet == SHEET_DIVISIONS || f->sheet ==
	    SHEET_DUTIES ? f->code : m->division, county);
	if (division_within(county, w->job->office))
		return;
	w->others = true;
	diag_error(w->d, whose_place(c), _("%s is not this user's to write: "
	    "on the hub its office is for %s"), county, w->job->office);
}

/* Where a row is named that is there, or was looked for. */
static struct place
key_place(const struct cells *c)
{
	static const enum column	key[SHEETS] = {
		[SHEET_DIVISIONS] = COL_DIVISION, [SHEET_CASES] = COL_CASE,
		[SHEET_EVENTS] = COL_EVENT, [SHEET_POSTINGS] = COL_POSTED,
		[SHEET_OBJECTIONS] = COL_RECEIVED,
		[SHEET_DUTIES] = COL_PROCEDURE
	};

	return c->of[key[c->sheet]]->at;
}

static void
complain_many(struct rows *w, const struct cells *c)
{
	diag_error(w->d, key_place(c), c->sheet == SHEET_OBJECTIONS ?
	    _("this row has no number, and several objections of that day "
	    "fit it: say which is meant") : _("this row lacks a medium or a "
	    "place, and several postings of that day fit it: say which is "
	    "meant"));
	diag_note(w->d, NOWHERE, _("they are: %s"),
	    store_fitting(w->job->store));
}

/*
 * Whether another case is known by it, only its own county's office could tell
 * a hub.
 */
static void
refuse_others_first(struct rows *w, const struct cells *c,
    const struct fact *f)
{
	const char	*whose;
	char		 county[COUNTY_MAX + 1];

	if (w->job->office == NULL && !store_is_shared(w->job->store))
		return;
	division_county(f->matter.division, county);
	(void)matter_first(w->row_arena, f->first, &whose);
	if (strcmp(whose, county) == 0)
		return;
	diag_error(w->d, c->of[COL_FIRST]->at, _("the first number `%s` is "
	    "none of %s; a hub takes others' by `gongshi adopt` or `rollup`"),
	    f->first, county);
}

/* Calendars know one case alone by a number.  False: the machine failed. */
static bool
keep_first(struct rows *w, const struct cells *c, const struct fact *f,
    enum put put)
{
	const char	*other;
	enum put	 p;

	if (put != PUT_NEW && (*f->first == '\0' || put == PUT_CLASH))
		return true;
	p = store_put_first(w->job->store, w->row_arena, &f->matter,
	    f->first, put == PUT_NEW, &other, w->d);
	if (p == PUT_NEW)
		refuse_others_first(w, c, f);
	if (p == PUT_MANY)
		diag_error(w->d, c->of[COL_FIRST]->at, _("calendars know the "
		    "case `%s` by the first number `%s`; to give it another "
		    "number, use `gongshi rename`"), other, f->first);
	if (p != PUT_CLASH)
		return p != PUT_FAILED;
	if (*f->first == '\0')
		diag_error(w->d, c->of[COL_CASE]->at, _("`%s` is the number "
		    "that the case `%s` had before it was renamed, and by "
		    "which calendars know it: is that case meant?"), f->id,
		    other);
	else
		diag_error(w->d, c->of[COL_FIRST]->at, _("the first number "
		    "`%s` does not fit: calendars know this case by `%s`"),
		    f->first, other);
	return true;
}

/* False: the machine failed.  *put says what became of the row. */
static bool
keep(struct rows *w, const struct cells *c, const struct fact *f,
    const struct matter *m, enum put *put)
{
	enum put	p = *put = PUT_SAME;

	if (is_outside(w, c, f, m))
		return true;
	if (w->job->meet != NULL)
		w->job->meet(w->job->ctx, f->sheet, division_of(f, m), m);
	p = *put = put_fact(w, f, m);
	if (f->sheet == SHEET_CASES && !f->voided && p != PUT_FAILED &&
	    !keep_first(w, c, f, p))
		return false;
	if (p == PUT_CLASH)
		clash_add(w->clashes, c, f, m);
	else if (p == PUT_MANY)
		complain_many(w, c);
	else if (p == PUT_FULL)
		diag_error(w->d, key_place(c), _("the case has %d rows "
		    "of this kind already, which is as many as it may have"),
		    MATTER_ROWS);
	else if (p != PUT_FAILED && p != PUT_NEVER) {
		if (p != PUT_SAME)
			complain_other(w, c, f, m);
		count(w, f->sheet, p, f->voided);
		turn_back(w, f->sheet);
		remark(w->remarks, c, f, m, p);
	}
	if (f->sheet == SHEET_CASES)
		w->last_id = NULL;
	return p != PUT_FAILED;
}

static bool
keep_one(struct rows *w, const struct cells *c, const struct fact *f,
    const struct matter *m)
{
	enum put	p;
	bool		good = keep(w, c, f, m, &p);

	if (p == PUT_NEVER)
		remark_never(w->remarks, key_place(c), f, m, w->d);
	return good;
}

/* ---- whose fact it is */

struct batch {
	struct rows		*w;
	const struct cells	*cells;
	const struct fact	*fact;
	int			 cases;
	int			 never;		/* had no such row to void */
	bool			 good;
};

static bool
take_for(void *ctx, const struct matter *m)
{
	struct batch	*b = ctx;
	struct fact	 f = *b->fact;
	enum put	 p;

	if (!division_within(m->division, f.county))
		return true;
	b->cases++;
	if (!intake_mean(b->w->intake, b->w->row_arena, b->cells, m, &f,
	    b->w->d)) {
		diag_note(b->w->d, NOWHERE,
		    _("in case %s of the batch"), m->id);
		return true;
	}
	b->good = keep(b->w, b->cells, &f, m, &p);
	b->never += p == PUT_NEVER;
	return b->good;
}

static bool
take_batch(struct rows *w, const struct cells *c, const struct fact *f)
{
	struct batch	b = { w, c, f, 0, 0, true };

	store_each_in_batch(w->job->store, w->row_arena, f->batch, take_for,
	    &b);
	/* its name may have been made a mask */
	if (b.good && privacy_shows(f->batch))
		store_each_in_batch(w->job->store, w->row_arena,
		    privacy_mask(w->row_arena, f->batch), take_for, &b);
	w->result->lacking += b.cases == 0;
	if (b.cases == 0)
		diag_error(w->d, c->of[COL_CASE]->at,
		    _("no case belongs to the batch `%s`"), f->batch);
	else if (b.never == b.cases)
		diag_error(w->d, key_place(c), _("no case of the batch "
		    "`%s` has or had this row, so there is nothing to take "
		    "back"), f->batch);
	return b.good;
}

/* One cause, one complaint: a case whose own row was bad is not missed. */
static bool
was_lost(const struct rows *w, const struct fact *f)
{
	const struct lost	*l;
	size_t			 i;

	for (i = 0; i < w->nlost; i++) {
		l = &w->lost[i];
		if (strcmp(l->id, f->id) == 0 && (*f->county == '\0' ||
		    *l->county == '\0' || strcmp(l->county, f->county) == 0))
			return true;
	}
	return false;
}

static void
lose_case(struct rows *w, const struct cells *c)
{
	char		 code[DIVISION_MAX + 1];
	struct lost	*l;

	if (w->nlost == LOST_MAX)
		return;
	w->lost = arena_grow(w->arena, w->lost, w->nlost, &w->lost_cap,
	    sizeof(*w->lost));
	l = &w->lost[w->nlost++];
	*l = (struct lost){ .id = arena_dup(w->arena,
	    c->of[COL_CASE]->text) };
	if (division_parse(c->of[COL_DIVISION]->text, code))
		division_county(code, l->county);
}

/* Of one case: what is wrong for it is told of a row that has faults too. */
static bool
take_for_one(struct rows *w, const struct cells *c, struct fact *f, bool good)
{
	const struct matter	*m;

	if (!f->named || (w->nlost > 0 && was_lost(w, f)))
		return true;
	m = intake_case(w->intake, w->row_arena, c, f, w->d);
	if (m == NULL)
		return true;
	good &= intake_mean(w->intake, w->row_arena, c, m, f, w->d);
	return !good || keep_one(w, c, f, m);
}

bool
rows_take(struct rows *w, const struct row *row, struct cells *c)
{
	struct fact	f;
	bool		good;

	arena_reset(w->row_arena);
	if (!cells_read(c, w->row_arena, row, w->d))
		return true;
	good = intake_row(w->intake, w->row_arena, c, &f, w->d);
	if (!good && c->sheet == SHEET_CASES)
		lose_case(w, c);
	if (c->sheet == SHEET_DIVISIONS || c->sheet == SHEET_CASES ||
	    c->sheet == SHEET_DUTIES)
		return !good || keep_one(w, c, &f, &f.matter);
	if (*f.batch != '\0')
		return !good || take_batch(w, c, &f);
	return take_for_one(w, c, &f, good);
}

/* ---- from end to end */

struct rows *
rows_open(struct arena *a, const struct import *job,
    struct import_result *result, struct diags *d)
{
	struct rows	*w = arena_alloc(a, sizeof(*w));

	*w = (struct rows){ .arena = a, .row_arena = arena_new(),
	    .case_arena = arena_new(), .job = job, .result = result, .d = d };
	w->world = (struct world){ job->book, store_home(job->store),
	    job->county == NULL ? "" : job->county, job->within, w, find_case,
	    find_name, each_division };
	w->intake = intake_new(a, &w->world);
	w->clashes = clashes_new(a, w->intake);
	w->remarks = remarks_new(a, job->store, w->intake, job->bare ?
	    diags_new(a) : d);
	return w;
}

struct clashes *
rows_clashes(struct rows *w)
{
	return w->clashes;
}

void
rows_end(struct rows *w)
{
	clashes_tell(w->clashes, w->d);
	if (w->others)
		diag_fail(w->d, _("the hub takes no rows of other offices; "
		    "take them out"));
	if (!w->job->bare)
		remarks_end(w->remarks, w->d);
}

void
rows_close(struct rows *w)
{
	w->result->remarks = remarks_count(w->remarks);
	w->result->lacking += intake_lacking(w->intake);
	remarks_free(w->remarks);
	intake_free(w->intake);
	arena_free(w->row_arena);
	arena_free(w->case_arena);
}
