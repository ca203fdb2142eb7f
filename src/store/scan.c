#include "store/form.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* The tables of a case, each read in the order of (division, id, ...). */
enum { CASES, PLACES, EVENTS, POSTINGS, OBJECTIONS, CURSORS };

enum { POSTING_COLUMNS = 9 };	/* of these the texts may be those before */

struct scan {
	struct store	*store;
	struct arena	*arena;		/* of the case being read */
	struct diags	*diags;
	sqlite3_stmt	*at[CURSORS];
	enum stmt	 first;		/* at[i] is the statement first + i */
	bool		 row[CURSORS];	/* it stands on a row */
	bool		 fits;		/* all that was read since */
	bool		 all;		/* also columns that no verdict asks */
	struct matter	*m;
	size_t		 id_len;
	bool		 shared;	/* numbers may be those of several */
	size_t		 kept[POSTING_COLUMNS];	/* bytes of the last texts */
};

static enum stmt
number(const struct scan *c, int i)
{
	return (enum stmt)((int)c->first + i);
}

static bool
step(struct scan *c, int i)
{
	int	rc = sqlite3_step(c->at[i]);

	c->row[i] = rc == SQLITE_ROW;
	return (rc == SQLITE_ROW ? sql_count(c->store, number(c, i)) :
	    rc == SQLITE_DONE) || sql_fail(c->store, c->diags);
}

/*
 * Rows are many: each value is looked at where it is read, once, for what can
 * do harm.  What these refuse, form_fits tells and store_verify finds.
 */
static const char *
words(struct scan *c, int i, int col)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[i], col, &len);

	if (len == 0)
		return "";
	c->fits &= memchr(text, '\0', len) == NULL;
	return arena_ndup(c->arena, text, len);
}

/* Of a procedure, a step, an event, a case. */
static const char *
id(struct scan *c, int i, int col)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[i], col, &len);

	c->fits &= len > 0 && len <= MATTER_ID &&
	    memchr(text, '\0', len) == NULL;
	return arena_ndup(c->arena, text, len);
}

static const char *
code(struct scan *c, int i, int col)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[i], col, &len);

	c->fits &= division_is(text, len);
	return arena_ndup(c->arena, text, len);
}

static const char *
code_or_none(struct scan *c, int i, int col)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[i], col, &len);

	c->fits &= len == 0 || division_is(text, len);
	return arena_ndup(c->arena, text, len);
}

/* A place, known or named. */
static const char *
place(struct scan *c, int i, int col)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[i], col, &len);
	const size_t	 known = len > 0 && *text == PLACE_KNOWN ? 1 : 0;

	c->fits &= division_is(text + known, len - known);
	return arena_ndup(c->arena, text, len);
}

static struct day
day(struct scan *c, int i, int col)
{
	struct day	d = sql_day(c->at[i], col);

	c->fits &= day_is(d);
	return d;
}

/* Or none; else not before `from`. */
static struct day
day_from(struct scan *c, int i, int col, struct day from)
{
	struct day	d;

	c->fits &= sql_day_or_none(c->at[i], col, &d) &&
	    (!day_is(d) || d.n >= from.n);
	return d;
}

static bool
is_bytes(const struct scan *c, int i, int col, const char *text, size_t n)
{
	size_t		 len;
	const char	*bytes = sql_bytes(c->at[i], col, &len);

	return len == n && memcmp(bytes, text, n) == 0;
}

/*
 * Does cursor i stand on a row of the case?  Its number tells; where counties
 * share numbers its division too, which then stands behind all that is asked.
 */
static bool
of_case(const struct scan *c, int i)
{
	static const int	division_at[CURSORS] = { 0, 2, 3, 11, 9 };

	return c->row[i] && is_bytes(c, i, 0, c->m->id, c->id_len) &&
	    (!c->shared || is_bytes(c, i, division_at[i], c->m->division,
	    strlen(c->m->division)));
}

static void
read_header(struct scan *c)
{
	struct matter	*m = arena_alloc(c->arena, sizeof(*m));

	m->division = code(c, CASES, 0);
	m->id = id(c, CASES, 1);
	c->id_len = strlen(m->id);
	c->fits &= form_case(m->id, c->id_len);
	m->procedure = id(c, CASES, 2);
	m->title = words(c, CASES, 3);
	m->batch = c->all ? words(c, CASES, 4) : "";
	m->named = sqlite3_column_int(c->at[CASES], 5) != 0;
	ask_traits(c->arena, words(c, CASES, 6), m);
	m->amounts = words(c, CASES, 7);
	c->m = m;
}

static void
read_event(struct scan *c, struct event *e)
{
	e->event = id(c, EVENTS, 1);
	e->day = day(c, EVENTS, 2);
}

/* A text, or the one before it of the same case where they are the same. */
static const char *
same_or_copy(struct scan *c, int col, const char *before, size_t most)
{
	size_t		 len;
	const char	*text = sql_bytes(c->at[POSTINGS], col, &len);

	if (before != NULL && c->kept[col] == len &&
	    memcmp(before, text, len) == 0)
		return before;
	c->fits &= len <= most && memchr(text, '\0', len) == NULL;
	c->kept[col] = len;
	return arena_ndup(c->arena, text, len);
}

static void
read_posting(struct scan *c, struct posting *p, const struct posting *last)
{
	const int	has = sqlite3_column_int(c->at[POSTINGS], 9);

	p->step = same_or_copy(c, 1, last == NULL ? NULL : last->step,
	    MATTER_ID);
	p->division = same_or_copy(c, 2, last == NULL ? NULL : last->division,
	    DIVISION_MAX);
	c->fits &= (last != NULL && p->division == last->division) ||
	    division_is(p->division, c->kept[2]);
	p->posted = day(c, POSTINGS, 3);
	p->medium = same_or_copy(c, 4, last == NULL ? NULL : last->medium,
	    MATTER_ID);
	p->place = same_or_copy(c, 5, last == NULL ? NULL : last->place,
	    SIZE_MAX);
	p->until = day_from(c, POSTINGS, 6, p->posted);
	p->reviewed = day_from(c, POSTINGS, 7, DAY_FIRST);
	p->content = same_or_copy(c, 8, last == NULL ? NULL : last->content,
	    SIZE_MAX);
	p->evidence = words(c, POSTINGS, 10);
	p->by = c->all ? words(c, POSTINGS, 11) : "";
	p->has_content = (has & HAS_CONTENT) != 0;
	p->has_reviewed = (has & HAS_REVIEWED) != 0;
	p->has_evidence = (has & HAS_EVIDENCE) != 0;
	c->fits &= (has & ~HAS_ALL) == 0;
}

static void
read_objection(struct scan *c, struct objection *o)
{
	o->step = id(c, OBJECTIONS, 1);
	o->division = code_or_none(c, OBJECTIONS, 2);
	if (sqlite3_column_int(c->at[OBJECTIONS], 8) == 0)
		o->division = "";
	o->received = day(c, OBJECTIONS, 3);
	o->number = words(c, OBJECTIONS, 4);
	o->resolved = day_from(c, OBJECTIONS, 5, o->received);
	o->handler = words(c, OBJECTIONS, 6);
	o->outcome = words(c, OBJECTIONS, 7);
}

/* What only another hand can have brought into the row of a cursor. */
static bool
refuse(struct scan *c, int i)
{
	const enum stmt	 n = number(c, i);
	struct store	*s = c->store;

	if (form_fits(s->shape[n], c->at[i], s->arena, &s->fault))
		s->fault = arena_printf(s->arena, _("case %s: a row that "
		    "cannot be read"), c->m->id);
	return sql_fail(s, c->diags);
}

/* The row at hand was read, the n-th of its kind: on to the next. */
static bool
next(struct scan *c, int i, size_t n)
{
	if (!c->fits)
		return refuse(c, i);
	if (n <= MATTER_ROWS)
		return step(c, i);
	c->store->fault = arena_printf(c->store->arena, _("case %s: more than "
	    "%d rows of one kind"), c->m->id, MATTER_ROWS);
	return sql_fail(c->store, c->diags);
}

static bool
read_places(struct scan *c)
{
	size_t	cap = 0, n = 0;

	while (of_case(c, PLACES)) {
		c->m->places = arena_grow(c->arena, c->m->places, n, &cap,
		    sizeof(*c->m->places));
		c->m->places[n++] = place(c, PLACES, 1);
		if (!next(c, PLACES, n))
			return false;
	}
	c->m->nplaces = n;
	return true;
}

static bool
read_events(struct scan *c)
{
	struct event	*rows = NULL;
	size_t		 cap = 0, n = 0;

	while (of_case(c, EVENTS)) {
		rows = arena_grow(c->arena, rows, n, &cap, sizeof(*rows));
		read_event(c, &rows[n++]);
		if (!next(c, EVENTS, n))
			return false;
	}
	c->m->events = rows;
	c->m->nevents = n;
	return true;
}

static bool
read_postings(struct scan *c)
{
	struct posting	*rows = NULL;
	size_t		 cap = 0, n = 0;

	while (of_case(c, POSTINGS)) {
		rows = arena_grow(c->arena, rows, n, &cap, sizeof(*rows));
		read_posting(c, &rows[n], n == 0 ? NULL : &rows[n - 1]);
		n++;
		if (!next(c, POSTINGS, n))
			return false;
	}
	c->m->postings = rows;
	c->m->npostings = n;
	return true;
}

static bool
read_objections(struct scan *c)
{
	struct objection	*rows = NULL;
	size_t			 cap = 0, n = 0;

	while (of_case(c, OBJECTIONS)) {
		rows = arena_grow(c->arena, rows, n, &cap, sizeof(*rows));
		read_objection(c, &rows[n++]);
		if (!next(c, OBJECTIONS, n))
			return false;
	}
	c->m->objections = rows;
	c->m->nobjections = n;
	return true;
}

/* The case under the cursor, with its facts, into c->m. */
static bool
read_case(struct scan *c)
{
	read_header(c);
	if (!c->fits)
		return refuse(c, CASES);
	return read_places(c) && read_events(c) && read_postings(c) &&
	    read_objections(c) && step(c, CASES);
}

static void
stop(struct scan *c)
{
	int	i;

	for (i = 0; i < CURSORS; i++)
		sql_reset(c->store, number(c, i));
}

/* Binds two texts to each of five statements and takes their first rows. */
static bool
start(struct scan *c, enum stmt first, const char *one, const char *two)
{
	int	i;

	c->first = first;
	c->fits = true;
	for (i = 0; i < CURSORS; i++) {
		enum stmt	n = (enum stmt)((int)first + i);

		c->at[i] = c->store->stmt[n];
		assert(!sqlite3_stmt_busy(c->at[i]));
		sql_text(c->store, n, 1, one);
		sql_text(c->store, n, 2, two);
	}
	for (i = 0; i < CURSORS; i++)
		if (!step(c, i))
			return false;
	return true;
}

/* A row of no case, which no hand of ours put, hides those behind it. */
static bool
all_read(const struct scan *c)
{
	int	i;

	for (i = PLACES; i < CURSORS; i++)
		if (c->row[i]) {
			diag_fail(c->diags, _("%s: the database holds a row "
			    "that belongs to no case"), c->store->path);
			return false;
		}
	return true;
}

/*
 * Within one county a number is unique; is it so among all that there are?
 * Twins, which an older program let in, may count as shared.
 */
static bool
ask_shared(struct scan *c, const char *top)
{
	sqlite3_stmt	*st = c->store->stmt[Q_TWINS];
	char		 last[MATTER_ID + 1] = "";
	const char	*twin;
	size_t		 len, n = 0;
	int		 rc = SQLITE_DONE;

	c->shared = c->store->twins == TWINS_SOME;
	if (strlen(top) >= division_digits(LEVEL_COUNTY)) {
		c->shared = false;
		return true;
	}
	if (c->store->mode == STORE_READ && c->store->twins != TWINS_UNASKED)
		return true;
	c->shared = false;
	while (!c->shared && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		twin = sql_bytes(st, 0, &len);
		c->shared = len > MATTER_ID || (n == len &&
		    memcmp(last, twin, len) == 0);
		n = len > MATTER_ID ? 0 : len;
		memcpy(last, twin, n);
	}
	sql_reset(c->store, Q_TWINS);
	c->store->twins = c->shared ? TWINS_SOME : TWINS_NONE;
	return c->shared || rc == SQLITE_DONE || sql_fail(c->store,
	    c->diags);
}

/* What is read belongs to one moment. */
static bool
hold(struct store *s, bool *held, struct diags *ds)
{
	if (sql_lost(s, ds))
		return false;
	*held = sqlite3_get_autocommit(s->db) != 0;
	return !*held || sql_exec(s, "BEGIN") || sql_fail(s, ds);
}

/* False: a question asked meanwhile has failed. */
static bool
release(struct store *s, bool held, struct diags *ds)
{
	if (held)
		(void)sql_exec(s, "COMMIT");
	return !sql_lost(s, ds);
}

/* ---- parts */

static struct case_part
whole_of(const char *top)
{
	struct division_range	r[DIVISION_RANGES];
	size_t			n = division_ranges(top, r);

	return (struct case_part){ .top = top, .first = true,
	    .range = r[n - 1] };
}

/* Where the next part begins; the one before ends there. */
static void
cut(struct case_part *list, size_t n, const char *town)
{
	list[n] = list[n - 1];
	list[n].first = false;
	snprintf(list[n].range.low, sizeof(list[n].range.low), "%s", town);
	snprintf(list[n - 1].range.high, sizeof(list[n - 1].range.high), "%s",
	    town);
}

/* The cases of a township, or of an office above. */
struct weight {
	char		town[DIVISION_MAX + 1];
	long long	cases;
};

struct weights {
	struct weight	*list;
	size_t		 n, cap;
	long long	 all;
};

/* False: what comes after the row before does not come behind it. */
static bool
weigh(struct arena *a, struct weights *w, const char *division, size_t len)
{
	const size_t	 digits = division_digits(LEVEL_TOWNSHIP);
	char		 town[DIVISION_MAX + 1];
	struct weight	*last = w->n == 0 ? NULL : &w->list[w->n - 1];
	int		 c;

	snprintf(town, sizeof(town), "%.*s", (int)(len < digits ? len :
	    digits), division);
	c = last == NULL ? -1 : strcmp(last->town, town);
	if (c < 0) {
		w->list = arena_grow(a, w->list, w->n, &w->cap,
		    sizeof(*w->list));
		last = &w->list[w->n++];
		strcpy(last->town, town);
		last->cases = 0;
	}
	last->cases++;
	w->all++;
	return c <= 0;
}

/*
 * False: the table goes round, or another error; whoever reads its rows finds
 * the same.  No page holds more of them than this.
 */
static bool
weigh_all(struct store *s, struct arena *a, const struct division_range *r,
    struct weights *w)
{
	enum { PAGE_ROWS = 1000 };
	sqlite3_stmt	*st = s->stmt[Q_WEIGHTS];
	long long	 pages;
	const char	*text;
	size_t		 len;
	bool		 good = sql_number(s, "PRAGMA page_count", &pages);
	int		 rc = SQLITE_ERROR;

	sql_text(s, Q_WEIGHTS, 1, r->low);
	sql_text(s, Q_WEIGHTS, 2, r->high);
	while (good && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		text = sql_bytes(st, 0, &len);
		good = weigh(a, w, text, len) &&
		    w->all <= pages * PAGE_ROWS;
	}
	sql_reset(s, Q_WEIGHTS);
	return good && rc == SQLITE_DONE;
}

size_t
store_parts(struct store *s, struct arena *a, const char *top, size_t most,
    struct case_part **out)
{
	struct case_part	*list = arena_array(a, most, sizeof(*list));
	struct weights		 w = { 0 };
	struct arena		*own = arena_new();
	long long		 before = 0;
	size_t			 n = 1, i;

	*out = list;
	list[0] = whole_of(arena_dup(a, top));
	if (weigh_all(s, own, &list[0].range, &w))
		for (i = 0; i < w.n; i++) {
			if (n < most && strcmp(list[n - 1].range.low,
			    w.list[i].town) < 0 && before > 0 && before *
			    (long long)most >= w.all * (long long)n)
				cut(list, n++, w.list[i].town);
			before += w.list[i].cases;
		}
	arena_free(own);
	return n;
}

bool
store_has_cases(struct store *s, const char *top, long long least)
{
	const struct division_range	r = whole_of(top).range;
	long long			n = 0;

	sql_text(s, Q_COUNT, 1, r.low);
	sql_text(s, Q_COUNT, 2, r.high);
	sql_int(s, Q_COUNT, 3, least);
	if (sqlite3_step(s->stmt[Q_COUNT]) == SQLITE_ROW)
		n = sqlite3_column_int64(s->stmt[Q_COUNT], 0);
	else
		sql_lose(s);
	sql_reset(s, Q_COUNT);
	return n >= least;
}

/* ---- every case, one after the other */

struct walk {
	struct scan		 c;
	const char		*top;
	struct division_range	 r[DIVISION_RANGES];
	size_t			 n, i;	/* ranges; the next one */
	bool			 in;	/* range i - 1 is read */
	bool			 held;
	bool			 good;
	struct arena		*own;	/* of the walk itself */
};

static struct walk *
walk_part(struct store *s, const struct case_part *p, struct diags *ds)
{
	struct arena	*a = arena_new();
	struct walk	*w = arena_alloc(a, sizeof(*w));

	*w = (struct walk){ .c = { .store = s, .arena = arena_new(),
	    .diags = ds }, .top = arena_dup(a, p->top), .own = a };
	w->n = division_ranges(p->top, w->r);
	w->i = p->first ? 0 : w->n - 1;
	w->r[w->n - 1] = p->range;
	w->good = hold(s, &w->held, ds);
	return w;
}

struct walk *
store_walk(struct store *s, const char *top, struct diags *ds)
{
	struct case_part	p = whole_of(top);

	return walk_part(s, &p, ds);
}

/* Before the last come divisions by themselves, each in one county. */
static bool
next_range(struct walk *w)
{
	struct scan			*c = &w->c;
	const struct division_range	*r = &w->r[w->i];

	if (w->i == w->n)
		return false;
	w->good = w->i + 1 < w->n || ask_shared(c, w->top);
	w->i++;
	w->in = w->good;
	w->good = w->good && start(c, c->shared ? Q_WIDE_CASE : Q_SCAN_CASE,
	    r->low, r->high);
	return w->good;
}

const struct matter *
store_walk_next(struct walk *w)
{
	struct scan	*c = &w->c;

	while (w->good && (w->in || next_range(w))) {
		if (c->row[CASES]) {
			arena_reset(c->arena);
			w->good = read_case(c);
			return w->good ? c->m : NULL;
		}
		w->good = all_read(c);
		stop(c);
		w->in = false;
	}
	return NULL;
}

bool
store_walk_end(struct walk *w)
{
	struct arena	*own = w->own;
	bool		 good = w->good;

	if (w->in)
		stop(&w->c);
	arena_free(w->c.arena);
	good = release(w->c.store, w->held, w->c.diags) && good;
	arena_free(own);
	return good;
}

bool
store_each_case(struct store *s, const char *top, store_case_fn *visit,
    void *ctx, struct diags *ds)
{
	struct case_part	p = whole_of(top);

	return store_each_of_part(s, &p, visit, ctx, ds);
}

bool
store_each_of_part(struct store *s, const struct case_part *p,
    store_case_fn *visit, void *ctx, struct diags *ds)
{
	struct walk		*w = walk_part(s, p, ds);
	const struct matter	*m;
	bool			 good = true;

	while (good && (m = store_walk_next(w)) != NULL)
		good = visit(ctx, m);
	return store_walk_end(w) && good;
}

/* ---- one case */

static struct matter *
read_one(struct scan *c, const struct matter *header)
{
	struct matter	*m = NULL;

	if (start(c, Q_ONE_CASE, header->division, header->id) &&
	    c->row[CASES] && read_case(c))
		m = c->m;
	stop(c);
	return m;
}

bool
store_visit(struct store *s, const char *division, const char *id,
    store_case_fn *visit, void *ctx, bool *there, struct diags *ds)
{
	struct scan	 c = {.store = s, .diags = ds};
	struct matter	 key = {.division = division, .id = id};
	struct matter	*m;
	size_t		 before = diags_errors(ds);
	bool		 good;

	c.arena = arena_new();
	m = read_one(&c, &key);
	*there = m != NULL;
	good = diags_errors(ds) == before && !diags_failed(ds) &&
	    (m == NULL || visit(ctx, m));
	arena_free(c.arena);
	return good;
}

struct matter *
store_whole(struct store *s, struct arena *a, const struct matter *header,
    struct diags *ds)
{
	struct scan		 c = {.store = s, .arena = a, .diags = ds,
				    .all = true};
	struct matter		*m;
	bool			 held;

	if (!hold(s, &held, ds))
		return NULL;
	m = read_one(&c, header);
	return release(s, held, ds) ? m : NULL;
}
