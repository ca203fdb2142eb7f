#include "store/marks.h"

#include <string.h>

#include "base/text.h"
#include "store/changed.h"
#include "store/form.h"
#include "store/parcel_tables.h"

enum { COLUMNS = 18 };			/* of a table, at the most */

enum whose {
	OF_COUNTY,			/* goes with each county */
	OF_HOME				/* with that one whose the file is */
};

struct marked {
	const char	*name;
	enum whose	 whose;
	bool		 of_case;	/* its key begins with division, id */
	int		 keys;		/* of the columns, behind these */
	const char	*columns[COLUMNS + 1];
};

static const struct marked	tables[] = {
	{ "brought", OF_HOME, true, 2, { "day", "seq" } },
	{ "deferred", OF_HOME, false, 1, { "name" } },
	{ "delivery", OF_HOME, false, 2, { "day", "seq", "name", "taken",
	    "moved", "rows", "errors", "faults", "lies", "told",
	    "receipt" } },
	{ "dirty", OF_COUNTY, true, 0, { NULL } },
	{ "entry", OF_COUNTY, true, 3, { "step", "at", "kind", "status",
	    "first", "last", "alarms", "sequence", "stamp", "said",
	    "summary", "location", "description" } },
	{ "ground", OF_COUNTY, false, 1, { "name", "value" } },
	{ "night", OF_COUNTY, false, 1, { "day", "finished", "judged",
	    "upto", "rules", "days" } },
	{ "sent", OF_HOME, false, 3, { "town", "day", "seq", "acts" } },
	{ "shelf", OF_HOME, false, 1, { "code", "stale", "size", "mtime" } },
	{ "watch", OF_COUNTY, true, 0, { "wake", "judged", "slots", "s0",
	    "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "paused",
	    "exempt" } },
};

_Static_assert(sizeof(tables) / sizeof(*tables) == MARK_TABLES, "tables");

static const char *
column(const struct marked *t, int i)
{
	return !t->of_case ? t->columns[i] : i == 0 ? "division" : i == 1 ?
	    "id" : t->columns[i - 2];
}

/* ---- out */

/* "json_array(day, seq)" */
static const char *
array(struct arena *a, const struct marked *t, int from, int to)
{
	const char	*list = "";
	int		 i;

	for (i = from; i < to && t->columns[i] != NULL; i++)
		list = arena_printf(a, "%s%s%s", list, i > from ? ", " : "",
		    t->columns[i]);
	return arena_printf(a, "json_array(%s)", list);
}

/* A night knew facts up to a file: of a parcel that has a number of its own. */
static const char	as_numbered[] =
"SELECT 0, '', '', json_array(day), json_array(finished, judged,"
" CASE WHEN upto IS NULL THEN NULL ELSE (SELECT count(*) FROM"
" temp.parcel_file WHERE file <= upto) END, rules, days)"
" FROM night WHERE ?1 < ?2 ORDER BY 2, 3, 4";

static const char *
asking(struct arena *a, const struct marked *t)
{
	if (strcmp(t->name, "night") == 0)
		return as_numbered;
	return arena_printf(a, "SELECT 0, %s, %s, %s FROM %s WHERE %s"
	    " ORDER BY 2, 3, 4", t->of_case ? "division, id" : "'', ''",
	    array(a, t, 0, t->keys), array(a, t, t->keys, COLUMNS), t->name,
	    t->of_case ? "division >= ?1 AND division < ?2" : "?1 < ?2");
}

struct asked {
	struct parcel_range	 range;
	store_mark_fn		*visit;
	void			*ctx;
	bool			 go_on;
};

/* Is it gone, and the mark. */
static bool
each_row(struct store *s, const struct marked *t, const char *sql,
    struct asked *q)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st = sql_prepared(s, sql);
	struct mark	 m = { .table = t->name };
	int		 rc = SQLITE_ROW;

	if (st != NULL)
		parcel_bind(st, &q->range);
	while (st != NULL && q->go_on && (rc = sqlite3_step(st)) ==
	    SQLITE_ROW) {
		arena_reset(a);
		m.division = sql_copy(st, 1, a);
		m.id = sql_copy(st, 2, a);
		m.key = sql_copy(st, 3, a);
		m.vals = sql_copy(st, 4, a);
		q->go_on = q->visit(q->ctx, &m, sqlite3_column_int(st, 0) !=
		    0);
	}
	sqlite3_reset(st);
	arena_free(a);
	return st != NULL && (rc == SQLITE_DONE || rc == SQLITE_ROW);
}

static bool
each(struct store *s, const struct marked *t, const char *sql,
    struct asked *q, struct diags *ds)
{
	return (each_row(s, t, sql, q) || sql_fail(s, ds)) && q->go_on;
}

bool
store_each_mark_of(struct store *s, const char *county, store_mark_fn *visit,
    void *ctx, struct diags *ds)
{
	struct asked	 q = { parcel_range(county), visit, ctx, true };
	const bool	 home = strcmp(county, store_home(s)) == 0;
	struct arena	*a = arena_new();
	bool		 good = true;
	int		 i;

	for (i = 0; good && i < MARK_TABLES; i++)
		if (home || tables[i].whose == OF_COUNTY)
			good = each(s, &tables[i], asking(a, &tables[i]), &q,
			    ds);
	arena_free(a);
	return good;
}

/* ---- those that a run has changed */

static struct watched
watched_of(struct arena *a, const struct marked *t)
{
	const char	**names = arena_array(a, COLUMNS + 3, sizeof(*names));
	const int	  of = t->of_case ? 2 : 0;
	int		  i;

	for (i = 0; i < of || t->columns[i - of] != NULL; i++)
		names[i] = column(t, i);
	return (struct watched){ t->name, names, of + t->keys };
}

bool
marks_watch(struct store *s, watch_fn *does)
{
	struct arena	*a = arena_new();
	struct watched	 w;
	bool		 good = true;
	int		 i;

	for (i = 0; good && i < MARK_TABLES; i++) {
		w = watched_of(a, &tables[i]);
		good = does(s, &w);
	}
	arena_free(a);
	return good;
}

static const char *
changes(struct arena *a, const struct marked *t)
{
	const struct watched	w = watched_of(a, t);
	const int		of = w.keys - t->keys;

	return arena_printf(a, "SELECT t.%s IS NULL, %s, json_array(%s),"
	    " json_array(%s) %s ORDER BY %s", w.columns[0], t->of_case ?
	    "k.division, k.id" : "'', ''", changed_list(a, &w, "k", of,
	    w.keys), changed_list(a, &w, "t", w.keys, COLUMNS + 2),
	    changed_rows(a, &w), changed_list(a, &w, "k", 0, w.keys));
}

bool
store_mark_changes(struct store *s, store_mark_fn *visit, void *ctx,
    struct diags *ds)
{
	struct asked	 q = { .visit = visit, .ctx = ctx, .go_on = true };
	struct arena	*a = arena_new();
	bool		 good = true;
	int		 i;

	for (i = 0; good && i < MARK_TABLES; i++)
		good = each(s, &tables[i], changes(a, &tables[i]), &q, ds);
	arena_free(a);
	return good;
}

/* ---- in */

struct marks_way {
	sqlite3_stmt		*read, *put;
	int			 n;		/* columns */
	const struct column	*form[COLUMNS + 2];
	int			 from[COLUMNS + 2];	/* -1: none */
};

/* The cells of a mark, each by itself. */
static const char *
reading(struct arena *a, const struct marked *t)
{
	const char	*list = t->of_case ? "?1, ?2" : "";
	int		 i;

	for (i = 0; t->columns[i] != NULL; i++)
		list = arena_printf(a, "%s%sjson_extract(?%d, '$[%d]')", list,
		    *list == '\0' ? "" : ", ", i < t->keys ? 3 : 4, i <
		    t->keys ? i : i - t->keys);
	return arena_printf(a, "SELECT %s WHERE json_array_length(?3) = %d"
	    " AND json_array_length(?4) = %d", list, t->keys, i - t->keys);
}

static const char *
putting(struct arena *a, const struct marked *t, int n)
{
	const char	*names = "", *values = "", *comma;
	int		 i;

	for (i = 0; i < n; i++) {
		comma = i > 0 ? ", " : "";
		names = arena_printf(a, "%s%s%s", names, comma, column(t, i));
		values = arena_printf(a, "%s%s?%d", values, comma, i + 1);
	}
	return arena_printf(a, "INSERT OR REPLACE INTO %s (%s) VALUES (%s)",
	    t->name, names, values);
}

static const struct marked *
table_named(const char *name)
{
	int	i;

	for (i = 0; i < MARK_TABLES; i++)
		if (strcmp(tables[i].name, name) == 0)
			return &tables[i];
	return NULL;
}

static int
column_named(const struct marked *t, int n, const char *name)
{
	int	i;

	for (i = 0; name != NULL && i < n; i++)
		if (strcmp(column(t, i), name) == 0)
			return i;
	return -1;
}

static struct marks_way *
prepare(struct store *s, const struct marked *t)
{
	struct marks_way	*w = arena_alloc(s->arena, sizeof(*w));
	struct arena		*a = arena_new();
	int			 i;

	*w = (struct marks_way){ .n = t->of_case ? 2 : 0 };
	for (i = 0; t->columns[i] != NULL; i++)
		w->n++;
	for (i = 0; i < w->n; i++) {
		w->form[i] = form_column(t->name, column(t, i));
		w->from[i] = column_named(t, w->n, form_from(w->form[i]));
	}
	if (sqlite3_prepare_v2(s->db, reading(a, t), -1, &w->read, NULL) !=
	    SQLITE_OK || sqlite3_prepare_v2(s->db, putting(a, t, w->n), -1,
	    &w->put, NULL) != SQLITE_OK)
		w = NULL;
	arena_free(a);
	return w;
}

void
marks_finalize(struct store *s)
{
	int	i;

	for (i = 0; i < MARK_TABLES; i++) {
		if (s->marks[i] != NULL) {
			sqlite3_finalize(s->marks[i]->read);
			sqlite3_finalize(s->marks[i]->put);
		}
		s->marks[i] = NULL;
	}
}

static struct marks_way *
way_of(struct store *s, const struct marked *t)
{
	struct marks_way	**w = &s->marks[t - tables];

	if (*w == NULL)
		*w = prepare(s, t);
	return *w;
}

/* What calendars were told is of a place in the case's county, or above it. */
static bool
is_near(const struct form_value *division, const struct form_value *at)
{
	char	county[COUNTY_MAX + 1];

	division_county(division->text, county);
	return division_within(at->text, county) || division_within(county,
	    at->text);
}

/* No row is trusted: each cell is what a command of ours can have written. */
static bool
is_fit(struct store *s, const struct marked *t, struct marks_way *w)
{
	enum { DIVISION, AT = 3 };	/* of an entry */
	struct form_value	 row[COLUMNS + 2];
	const char		*text, *expected;
	size_t			 len;
	int			 i, from;

	arena_reset(s->scratch);
	for (i = 0; i < w->n; i++) {
		text = sqlite3_column_type(w->read, i) == SQLITE_NULL ? NULL :
		    sql_copy(w->read, i, s->scratch);
		len = text == NULL ? 0 : strlen(text);
		if (len != (size_t)sqlite3_column_bytes(w->read, i) ||
		    !form_reads(w->form[i], text, len, &row[i], &expected))
			return false;
		from = w->from[i];
		if (from >= 0 && from < i && !row[i].null &&
		    row[i].number < row[from].number)
			return false;
	}
	return strcmp(t->name, "entry") != 0 || is_near(&row[DIVISION],
	    &row[AT]);
}

static bool
put(struct store *s, struct marks_way *w)
{
	int	i, rc;

	for (i = 0; i < w->n; i++)
		sqlite3_bind_value(w->put, i + 1, sqlite3_column_value(
		    w->read, i));
	rc = sqlite3_step(w->put);
	sqlite3_reset(w->put);
	s->run.changed = true;
	return rc == SQLITE_DONE;
}

bool
store_put_mark(struct store *s, const struct mark *m, bool *fits,
    struct diags *ds)
{
	const char *const	 cells[] = { m->division, m->id, m->key,
				    m->vals };
	const struct marked	*t = table_named(m->table);
	struct marks_way	*w = t == NULL ? NULL : way_of(s, t);
	bool			 good = true;
	int			 i;

	*fits = t != NULL;
	if (t == NULL)
		return true;
	if (w == NULL)
		return sql_fail(s, ds);
	for (i = 0; i < 4; i++)
		sqlite3_bind_text(w->read, i + 1, cells[i], -1,
		    SQLITE_STATIC);
	/* what is no JSON ends the step, and is no failure of ours */
	*fits = sqlite3_step(w->read) == SQLITE_ROW && is_fit(s, t, w);
	if (*fits)
		good = put(s, w) || sql_fail(s, ds);
	sqlite3_reset(w->read);
	return good;
}

bool
store_drop_nights(struct store *s, struct diags *ds)
{
	s->run.changed = true;
	return sql_exec(s, "DELETE FROM night") || sql_fail(s, ds);
}

/* ---- names of others */

bool
store_lend_division(struct store *s, const char *code, const char *name,
    const char *contact, const char *phone, struct diags *ds)
{
	static const char	lend[] = "INSERT OR IGNORE INTO division"
				    " (code, name, contact, phone, src)"
				    " VALUES (?1, ?2, ?3, ?4, 0)";
	static const char	source[] =
	    "INSERT OR IGNORE INTO run VALUES (0, '', '', 'hub');"
	    "INSERT OR IGNORE INTO file VALUES (0, 0, 'hub', '', 0)";
	const char *const	cells[] = { code, name, contact, phone };
	sqlite3_stmt		*st;
	int			 i, rc;

	if (!sql_exec(s, source) || sqlite3_prepare_v2(s->db, lend, -1, &st,
	    NULL) != SQLITE_OK)
		return sql_fail(s, ds);
	for (i = 0; i < 4; i++)
		sqlite3_bind_text(st, i + 1, cells[i], -1, SQLITE_STATIC);
	rc = sqlite3_step(st);
	sqlite3_finalize(st);
	s->run.changed = true;
	return rc == SQLITE_DONE || sql_fail(s, ds);
}
