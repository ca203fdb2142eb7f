/*
 * A look through all of the database.
 */
#include <string.h>

#include "base/text.h"
#include "store/form.h"
#include "store/night.h"

/* Each row of an answer but `fine` is a fault. */
static bool
ask(struct store *s, const char *sql, const char *fine, struct diags *ds)
{
	sqlite3_stmt	*st;
	const char	*text;
	bool		 good = true;
	int		 rc;

	if (sqlite3_prepare_v2(s->db, sql, -1, &st, NULL) != SQLITE_OK)
		return sql_fail(s, ds);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		text = (const char *)sqlite3_column_text(st, 0);
		if (text == NULL || strcmp(text, fine) == 0)
			continue;
		good = false;
		diag_fail(ds, "%s: %s", s->path, text);
	}
	if (rc != SQLITE_DONE)
		good = sql_fail(s, ds);
	sqlite3_finalize(st);
	return good;
}

/* What no command of ours writes: each names a case and the fault. */
static const char	odd_rows[] =
"SELECT 'case ' || id || ': a finding of two lives: ' || key"
"	FROM finding WHERE gone IS NULL GROUP BY division, id, key"
"	HAVING count(*) > 1"
" LIMIT 100";

enum { TOLD = 100 };		/* rows of one table, at the most */

/* Every row of a table, by the forms that readers hold them to. */
static bool
look_at(struct store *s, const char *table, struct diags *ds)
{
	const struct shape	*shape;
	const char		*fault;
	sqlite3_stmt		*st;
	int			 rc, n = 0;

	arena_reset(s->scratch);
	if (sqlite3_prepare_v2(s->db, arena_printf(s->scratch,
	    "SELECT * FROM %s", table), -1, &st, NULL) != SQLITE_OK)
		return sql_fail(s, ds);
	shape = form_shape(st, s->arena);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW && n < TOLD)
		if (!form_fits(shape, st, s->scratch, &fault)) {
			diag_fail(ds, "%s: %s", s->path, fault);
			arena_reset(s->scratch);
			n++;
		}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		(void)sql_fail(s, ds);
	sqlite3_finalize(st);
	return n == 0 && rc == SQLITE_DONE;
}

static bool
look_at_all(struct store *s, struct diags *ds)
{
	const char	*table;
	bool		 good = true;
	int		 i;

	for (i = 0; (table = form_table(i)) != NULL; i++)
		good = look_at(s, table, ds) && good;
	return good;
}

static bool
pass(void *ctx, const struct matter *m)
{
	(void)ctx;
	(void)m;
	return true;
}

bool
store_sound(struct store *s, struct diags *ds)
{
	return ask(s, "PRAGMA quick_check(1)", "ok", ds);
}

/* What is no fault of pages: rows, and what belongs together. */
static bool
rows_fit(struct store *s, struct diags *ds)
{
	bool	good = ask(s, "SELECT 'table ' || \"table\" || ': a row that "
		    "belongs to none in ' || parent "
		    "FROM pragma_foreign_key_check LIMIT 100", "", ds);

	good = look_at_all(s, ds) && good;
	return ask(s, odd_rows, "", ds) && good;
}

/*
 * Pages that lead back to themselves have no end for what reads rows.  The
 * pass over all cases finds what shows only when they are read side by side.
 */
bool
store_verify(struct store *s, struct diags *ds)
{
	if (ask(s, "PRAGMA integrity_check", "ok", ds) && rows_fit(s, ds) &&
	    store_each_case(s, "", pass, NULL, ds))
		return true;
	diag_fail(ds, _("%s: the database is damaged; take a backup in its "
	    "place"), s->path);
	return false;
}
