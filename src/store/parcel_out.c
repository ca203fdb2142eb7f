/*
 * The rows of a county, read for its parcel.
 */
#include <string.h>

#include "base/text.h"
#include "store/changed.h"
#include "store/form.h"
#include "store/parcel_tables.h"

bool
store_parcel_begin(struct store *s, const char *county, struct diags *ds)
{
	/* its temporary tables are none of the database */
	return (sql_exec(s, "PRAGMA query_only = OFF") &&
	    parcel_number(s, county)) || sql_fail(s, ds);
}

/* ---- what is asked of a table */

static const char	runs[] =
"SELECT p.n, at, who, command FROM temp.parcel_run AS p"
" JOIN run ON run.id = p.run ORDER BY p.n";

static const char	files[] =
"SELECT p.n, r.n, name, sha256, rows FROM temp.parcel_file AS p"
" JOIN file ON file.id = p.file JOIN temp.parcel_run AS r"
" ON r.run = file.run ORDER BY p.n";

static const char *
list_columns(struct arena *a, const struct parcel_part *p, int n)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < n && p->columns[i].name != NULL; i++)
		list = arena_printf(a, p->columns[i].role == ROLE_FILE ?
		    "%s%s(SELECT n FROM temp.parcel_file WHERE file = t.%s)" :
		    "%s%st.%s", list, i > 0 ? ", " : "", p->columns[i].name);
	return list;
}

/* By what is kept, whatever the number that a file gets. */
static const char *
list_keys(struct arena *a, const struct parcel_part *p)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < p->keys; i++)
		list = arena_printf(a, "%s%s%s", list, i > 0 ? ", " : "",
		    p->columns[i].name);
	return list;
}

static const char *
whose_column(const struct parcel_part *p)
{
	int	i;

	for (i = 0; p->columns[i].name != NULL; i++)
		if (p->columns[i].role == ROLE_WHOSE)
			return p->columns[i].name;
	return NULL;
}

static const char *
question(struct arena *a, int table)
{
	const struct parcel_part	*p = &parcel_parts[table];
	const char			*whose = whose_column(p);

	if (table == PARCEL_RUN || table == PARCEL_FILE)
		return table == PARCEL_RUN ? runs : files;
	return arena_printf(a, whose == NULL ? "SELECT %s FROM %s AS t"
	    " WHERE key IN temp.parcel_waiver ORDER BY %s" :
	    "SELECT %s FROM %s AS t WHERE %s >= ?1 AND %s < ?2 ORDER BY %s",
	    list_columns(a, p, PARCEL_COLUMNS), p->name, whose == NULL ?
	    list_keys(a, p) : whose, whose, list_keys(a, p));
}

/* ---- its rows */

static void
read_cells(sqlite3_stmt *st, struct parcel_cell *cells, int n)
{
	int	i;

	for (i = 0; i < n; i++) {
		cells[i] = (struct parcel_cell){ NULL, 0 };
		if (sqlite3_column_type(st, i) == SQLITE_NULL)
			continue;
		cells[i].text = (const char *)sqlite3_column_text(st, i);
		cells[i].len = (size_t)sqlite3_column_bytes(st, i);
	}
}

static bool
each(struct store *s, sqlite3_stmt *st, store_parcel_fn *visit, void *ctx,
    struct diags *ds)
{
	const struct shape	*shape = form_shape(st, s->arena);
	struct parcel_cell	 cells[PARCEL_COLUMNS];
	const int		 n = sqlite3_column_count(st);
	int			 rc;

	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		if (!form_fits(shape, st, s->arena, &s->fault))
			return sql_fail(s, ds);
		read_cells(st, cells, n);
		if (!visit(ctx, cells, n))
			return false;
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_parcel_each(struct store *s, const char *county, int table,
    store_parcel_fn *visit, void *ctx, struct diags *ds)
{
	const struct parcel_range	r = parcel_range(county);
	sqlite3_stmt			*st;
	bool				 good;

	arena_reset(s->scratch);
	st = sql_prepared(s, question(s->scratch, table));
	if (st == NULL)
		return sql_fail(s, ds);
	parcel_bind(st, &r);
	good = each(s, st, visit, ctx, ds);
	sqlite3_reset(st);
	return good;
}

/* ---- those that a run has changed */

static struct watched
watched_of(struct arena *a, int table)
{
	const struct parcel_part	*p = &parcel_parts[table];
	const char			**names = arena_array(a,
					    PARCEL_COLUMNS + 1,
					    sizeof(*names));
	int				 i;

	for (i = 0; p->columns[i].name != NULL; i++)
		names[i] = p->columns[i].name;
	return (struct watched){ p->name, names, p->keys };
}

bool
parcel_watch(struct store *s, watch_fn *does)
{
	struct arena	*a = arena_new();
	struct watched	 w;
	bool		 good = true;
	int		 i;

	for (i = 0; good && i < PARCEL_TABLES; i++) {
		w = watched_of(a, i);
		good = i == PARCEL_RUN || does(s, &w);
	}
	arena_free(a);
	return good;
}

/* " AND k.division >= ?1 AND k.division < ?2" */
static const char *
in_county(struct arena *a, const struct parcel_part *p)
{
	const char	*whose = whose_column(p);

	return whose == NULL ? "" : arena_printf(a, " AND k.%s >= ?1"
	    " AND k.%s < ?2", whose, whose);
}

/* Files that a row came from which is another now, and none else does. */
static const char *
lost_files(struct arena *a)
{
	const struct parcel_part	*p;
	const char			*list = "";
	int				 t, i;

	for (t = PARCEL_DIVISION; t < PARCEL_TABLES; t++) {
		p = &parcel_parts[t];
		for (i = p->keys; p->columns[i].name != NULL; i++)
			if (p->columns[i].role == ROLE_FILE)
				list = arena_printf(a, "%s UNION ALL SELECT"
				    " 1, 0, 0, 0, 0, '', '', 0 FROM"
				    " temp.changed_%s AS k WHERE json_extract("
				    "k.was, '$[%d]') NOT IN (SELECT file FROM"
				    " temp.parcel_file)%s", list, p->name,
				    i - p->keys, in_county(a, p));
	}
	return list;
}

/* Was there one, is there one, its key, its cells. */
static const char *
changes(struct arena *a, int table)
{
	const struct parcel_part	*p = &parcel_parts[table];
	const struct watched		 w = watched_of(a, table);
	const char			*keys = changed_list(a, &w, "k", 0,
					    w.keys);

	if (table == PARCEL_FILE)
		return arena_printf(a, "SELECT k.was IS NOT NULL, 1, p.n,"
		    " p.n, r.n, t.name, t.sha256, t.rows"
		    " FROM temp.changed_file AS k"
		    " JOIN temp.parcel_file AS p ON p.file = k.id"
		    " JOIN file AS t ON t.id = k.id"
		    " JOIN temp.parcel_run AS r ON r.run = t.run%s"
		    " ORDER BY 3", lost_files(a));
	return arena_printf(a, "SELECT k.was IS NOT NULL, t.%s IS NOT NULL,"
	    " %s, %s %s%s ORDER BY %s", w.columns[0], keys, list_columns(a, p,
	    PARCEL_COLUMNS), changed_rows(a, &w), in_county(a, p), keys);
}

static bool
each_change(struct store *s, sqlite3_stmt *st, int keys,
    store_parcel_change_fn *visit, void *ctx, struct diags *ds)
{
	enum { WAS, IS, KEY };
	struct parcel_cell	 cells[KEY + 2 * PARCEL_COLUMNS];
	const int		 n = sqlite3_column_count(st);
	int			 rc;

	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		read_cells(st, cells, n);
		if ((sqlite3_column_int(st, WAS) != 0 && !visit(ctx, cells +
		    KEY, keys, true)) || (sqlite3_column_int(st, IS) != 0 &&
		    !visit(ctx, cells + KEY + keys, n - KEY - keys, false)))
			return false;
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_parcel_changes(struct store *s, const char *county, int table,
    store_parcel_change_fn *visit, void *ctx, struct diags *ds)
{
	const struct parcel_range	r = parcel_range(county);
	sqlite3_stmt			*st;
	bool				 good;

	arena_reset(s->scratch);
	if (table == PARCEL_RUN)
		return true;
	st = sql_prepared(s, changes(s->scratch, table));
	if (st == NULL)
		return sql_fail(s, ds);
	parcel_bind(st, &r);
	good = each_change(s, st, parcel_parts[table].keys, visit, ctx, ds);
	sqlite3_reset(st);
	return good;
}
