#include "store/inside.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

/* The tables of a case, each read in the order of (division, id, ...). */
enum { CASES, PLACES, EVENTS, POSTINGS, OBJECTIONS, CURSORS };

struct scan {
	struct store	*store;
	struct arena	*arena;		/* of the case being read */
	struct diags	*diags;
	sqlite3_stmt	*at[CURSORS];
	bool		 row[CURSORS];	/* it stands on a row */
	bool		 all;		/* also columns that no verdict asks */
	struct matter	*m;
	size_t		 id_len;
	bool		 again;		/* the next case has this number too */
};

/* Where a cursor of a range has the division: behind all that is asked. */
static const int	division_at[CURSORS] = { 0, 2, 3, 10, 7 };

static bool
step(struct scan *c, int i)
{
	int	rc = sqlite3_step(c->at[i]);

	c->row[i] = rc == SQLITE_ROW;
	return rc == SQLITE_ROW || rc == SQLITE_DONE ||
	    sql_fail(c->store, c->diags);
}

static bool
is_bytes(const struct scan *c, int i, int col, const char *text, size_t n)
{
	size_t		 len;
	const char	*bytes = sql_bytes(c->at[i], col, &len);

	return len == n && memcmp(bytes, text, n) == 0;
}

/*
 * Does cursor i stand on a row of the case?  The number tells, but where the
 * next case, of another county, has the same.
 */
static bool
of_case(const struct scan *c, int i)
{
	return c->row[i] && is_bytes(c, i, 0, c->m->id, c->id_len) &&
	    (!c->again || is_bytes(c, i, division_at[i], c->m->division,
	    strlen(c->m->division)));
}

static void
read_header(struct scan *c)
{
	sqlite3_stmt	*st = c->at[CASES];
	struct matter	*m = arena_alloc(c->arena, sizeof(*m));

	m->division = sql_copy(st, 0, c->arena);
	m->id = sql_copy(st, 1, c->arena);
	c->id_len = strlen(m->id);
	m->procedure = sql_copy(st, 2, c->arena);
	m->title = sql_copy(st, 3, c->arena);
	m->batch = c->all ? sql_copy(st, 4, c->arena) : "";
	m->named = sqlite3_column_int(st, 5) != 0;
	c->m = m;
}

static bool
read_event(struct scan *c, struct event *e)
{
	sqlite3_stmt	*st = c->at[EVENTS];

	e->event = sql_copy(st, 1, c->arena);
	e->day = sql_day(st, 2);
	return day_is(e->day);
}

/* A text, or the one before it of the same case where they are the same. */
static const char *
same_or_copy(struct scan *c, sqlite3_stmt *st, int col, const char *before)
{
	size_t		 len;
	const char	*text = sql_bytes(st, col, &len);

	if (len == 0)
		return "";
	if (before != NULL && strncmp(before, text, len) == 0 &&
	    before[len] == '\0')
		return before;
	return arena_ndup(c->arena, text, len);
}

static bool
read_posting(struct scan *c, struct posting *p, const struct posting *last)
{
	sqlite3_stmt	*st = c->at[POSTINGS];
	int		 has = sqlite3_column_int(st, 9);

	p->step = same_or_copy(c, st, 1, last == NULL ? NULL : last->step);
	p->division = sql_copy(st, 2, c->arena);
	p->posted = sql_day(st, 3);
	p->medium = same_or_copy(c, st, 4, last == NULL ? NULL : last->medium);
	p->place = same_or_copy(c, st, 5, last == NULL ? NULL : last->place);
	p->until = sql_day(st, 6);
	p->reviewed = sql_day(st, 7);
	p->content = sql_copy(st, 8, c->arena);
	p->by = c->all ? sql_copy(st, 10, c->arena) : "";
	p->evidence = c->all ? sql_copy(st, 11, c->arena) : "";
	p->has_content = (has & HAS_CONTENT) != 0;
	p->has_reviewed = (has & HAS_REVIEWED) != 0;
	return day_is(p->posted);
}

static bool
read_objection(struct scan *c, struct objection *o)
{
	sqlite3_stmt	*st = c->at[OBJECTIONS];

	o->step = sql_copy(st, 1, c->arena);
	o->division = sql_copy(st, 2, c->arena);
	o->received = sql_day(st, 3);
	o->number = sql_copy(st, 4, c->arena);
	o->resolved = sql_day(st, 5);
	o->handler = sql_copy(st, 6, c->arena);
	o->outcome = c->all ? sql_copy(st, 7, c->arena) : "";
	return day_is(o->received);
}

/* What only another hand can have brought into the file. */
static bool
damaged(const struct scan *c)
{
	diag_fail(c->diags, _("%s: case %s: a row without a valid date, or "
	    "more than %d rows"), c->store->path, c->m->id, MATTER_ROWS);
	return false;
}

static bool
read_places(struct scan *c)
{
	size_t	cap = 0, n = 0;

	while (of_case(c, PLACES)) {
		if (n == MATTER_ROWS)
			return damaged(c);
		c->m->places = arena_grow(c->arena, c->m->places, n, &cap,
		    sizeof(*c->m->places));
		c->m->places[n++] = sql_copy(c->at[PLACES], 1, c->arena);
		if (!step(c, PLACES))
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
		if (n == MATTER_ROWS || !read_event(c, &rows[n++]))
			return damaged(c);
		if (!step(c, EVENTS))
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
		if (n == MATTER_ROWS || !read_posting(c, &rows[n],
		    n == 0 ? NULL : &rows[n - 1]))
			return damaged(c);
		n++;
		if (!step(c, POSTINGS))
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
		if (n == MATTER_ROWS || !read_objection(c, &rows[n++]))
			return damaged(c);
		if (!step(c, OBJECTIONS))
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
	if (!step(c, CASES))
		return false;
	c->again = c->row[CASES] && is_bytes(c, CASES, 1, c->m->id,
	    c->id_len);
	return read_places(c) && read_events(c) && read_postings(c) &&
	    read_objections(c);
}

static void
stop(struct scan *c)
{
	int	i;

	for (i = 0; i < CURSORS; i++)
		sqlite3_reset(c->at[i]);
}

/* Binds two texts to each of five statements and takes their first rows. */
static bool
start(struct scan *c, enum stmt first, const char *one, const char *two)
{
	int	i;

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

/* Visits the cases from division `low` to before `high`. */
static bool
scan_range(struct scan *c, const char *low, const char *high,
    store_case_fn *visit, void *ctx)
{
	bool	ok = start(c, Q_SCAN_CASE, low, high);

	while (ok && c->row[CASES]) {
		arena_reset(c->arena);
		ok = read_case(c) && visit(ctx, c->m);
	}
	ok = ok && all_read(c);
	stop(c);
	return ok;
}

/* Each division above `top` by itself, then all from `top` downwards. */
static bool
scan(struct scan *c, struct arena *a, const char *top, store_case_fn *visit,
    void *ctx)
{
	const char	*above;
	size_t		 digits, len = strlen(top);
	enum level	 level;

	for (level = LEVEL_REGION; level < LEVEL_GROUP; level++) {
		digits = division_digits(level);
		if (digits >= len)
			break;
		above = arena_ndup(a, top, digits);
		/* a code below it goes on with '0' or a later byte */
		if (!scan_range(c, above, arena_printf(a, "%s0", above),
		    visit, ctx))
			return false;
	}
	return scan_range(c, top, sql_below(a, top), visit, ctx);
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

bool
store_each_case(struct store *s, const char *top, store_case_fn *visit,
    void *ctx, struct diags *ds)
{
	struct scan	 c = {.store = s, .diags = ds};
	struct arena	*a;
	bool		 held, ok;

	if (!hold(s, &held, ds))
		return false;
	a = arena_new();
	c.arena = arena_new();
	ok = scan(&c, a, top, visit, ctx);
	arena_free(c.arena);
	arena_free(a);
	return release(s, held, ds) && ok;
}

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
