#include "store/marks.h"

#include <string.h>

#include "base/text.h"
#include "store/inside.h"

enum { COLUMNS = 18 };			/* of a table, at the most */

struct marked {
	const char	*name;
	bool		 of_case;	/* its key begins with division, id */
	int		 keys;		/* of the columns, behind these */
	const char	*columns[COLUMNS + 1];
};

static const struct marked	tables[] = {
	{ "brought", true, 2, { "day", "seq" } },
	{ "deferred", false, 1, { "name" } },
	{ "delivery", false, 2, { "day", "seq", "name", "taken", "moved",
	    "rows", "errors", "faults", "lies", "told", "receipt" } },
	{ "dirty", true, 0, { NULL } },
	{ "entry", true, 3, { "step", "at", "kind", "status", "first",
	    "last", "alarms", "sequence", "stamp", "said", "summary",
	    "location", "description" } },
	{ "ground", false, 1, { "name", "value" } },
	{ "night", false, 1, { "day", "finished", "judged", "upto", "rules",
	    "days" } },
	{ "sent", false, 3, { "town", "day", "seq", "acts" } },
	{ "shelf", false, 1, { "code", "stale", "size", "mtime" } },
	{ "watch", true, 0, { "wake", "judged", "slots", "s0", "s1", "s2",
	    "s3", "s4", "s5", "s6", "s7", "s8", "s9", "paused", "exempt" } },
};

_Static_assert(sizeof(tables) / sizeof(*tables) == MARK_TABLES, "tables");

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

static const char *
asking(struct arena *a, const struct marked *t)
{
	return arena_printf(a, "SELECT %s, %s, %s FROM %s ORDER BY 1, 2, 3",
	    t->of_case ? "division, id" : "'', ''", array(a, t, 0, t->keys),
	    array(a, t, t->keys, COLUMNS), t->name);
}

static bool
each_of(struct store *s, const struct marked *t, store_mark_fn *visit,
    void *ctx, bool *go_on)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st = NULL;
	struct mark	 m = { .table = t->name };
	int		 rc = sqlite3_prepare_v2(s->db, asking(a, t), -1, &st,
			    NULL);

	while (*go_on && (rc == SQLITE_OK || rc == SQLITE_ROW) &&
	    (rc = sqlite3_step(st)) == SQLITE_ROW) {
		arena_reset(a);
		m.division = sql_copy(st, 0, a);
		m.id = sql_copy(st, 1, a);
		m.key = sql_copy(st, 2, a);
		m.vals = sql_copy(st, 3, a);
		*go_on = visit(ctx, &m);
	}
	sqlite3_finalize(st);
	arena_free(a);
	return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

bool
store_each_mark(struct store *s, store_mark_fn *visit, void *ctx,
    struct diags *ds)
{
	bool	go_on = true;
	int	i;

	for (i = 0; i < MARK_TABLES && go_on; i++)
		if (!each_of(s, &tables[i], visit, ctx, &go_on))
			return sql_fail(s, ds);
	return go_on;
}

/* ---- in */

static const char *
putting(struct arena *a, const struct marked *t)
{
	const char	*names = t->of_case ? "division, id" : "";
	const char	*values = t->of_case ? "?1, ?2" : "", *comma;
	int		 i;

	for (i = 0; t->columns[i] != NULL; i++) {
		comma = *names == '\0' ? "" : ", ";
		names = arena_printf(a, "%s%s%s", names, comma,
		    t->columns[i]);
		values = arena_printf(a, "%s%sjson_extract(?%d, '$[%d]')",
		    values, comma, i < t->keys ? 3 : 4, i < t->keys ? i :
		    i - t->keys);
	}
	return arena_printf(a, "INSERT OR REPLACE INTO %s (%s) SELECT %s"
	    " WHERE json_array_length(?3) = %d AND json_array_length(?4) = %d",
	    t->name, names, values, t->keys, i - t->keys);
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

static sqlite3_stmt *
statement(struct store *s, const struct marked *t)
{
	struct arena	*a;
	const size_t	 i = (size_t)(t - tables);

	if (s->marks[i] == NULL) {
		a = arena_new();
		(void)sqlite3_prepare_v2(s->db, putting(a, t), -1,
		    &s->marks[i], NULL);
		arena_free(a);
	}
	return s->marks[i];
}

bool
store_put_mark(struct store *s, const struct mark *m, bool *fits,
    struct diags *ds)
{
	const struct marked	*t = table_named(m->table);
	sqlite3_stmt		*st = t == NULL ? NULL : statement(s, t);
	int			 rc, code;

	*fits = t != NULL;
	if (t == NULL)
		return true;
	if (st == NULL)
		return sql_fail(s, ds);
	sqlite3_bind_text(st, 1, m->division, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 2, m->id, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 3, m->key, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 4, m->vals, -1, SQLITE_STATIC);
	rc = sqlite3_step(st);
	code = sqlite3_extended_errcode(s->db) & 0xff;
	sqlite3_reset(st);
	*fits = rc == SQLITE_DONE && sqlite3_changes(s->db) == 1;
	s->run.changed = true;
	/* what is no JSON, or no number, is told as a common error */
	return rc == SQLITE_DONE || code == SQLITE_CONSTRAINT ||
	    code == SQLITE_ERROR || sql_fail(s, ds);
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
