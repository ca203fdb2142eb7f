/*
 * A copy of the database, and a look through all of it.
 */
#include <string.h>

#include "base/text.h"
#include "store/inside.h"
#include "store/night.h"

bool
store_copy(struct store *s, const char *path, struct diags *ds)
{
	sqlite3_stmt	*st;
	bool		 good;

	/* a reader's transaction ends: the copy is one of its own */
	if (!sqlite3_get_autocommit(s->db) && !sql_exec(s, "COMMIT"))
		return sql_fail(s, ds);
	if (!sql_exec(s, "PRAGMA query_only = OFF") ||
	    sqlite3_prepare_v2(s->db, "VACUUM INTO ?1", -1, &st, NULL) !=
	    SQLITE_OK)
		return sql_fail(s, ds);
	sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC);
	good = sqlite3_step(st) == SQLITE_DONE;
	if (!good)
		diag_fail(ds, _("cannot write %s: %s"), path,
		    sqlite3_errmsg(s->db));
	sqlite3_finalize(st);
	return good;
}

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
"SELECT 'case ' || id || ': a day that is none: ' || day FROM event"
"	WHERE day NOT BETWEEN -719162 AND 2932896"
" UNION ALL SELECT 'case ' || id || ': a posting whose days are none'"
"	FROM posting WHERE posted NOT BETWEEN -719162 AND 2932896"
"	OR until < posted OR until > 2932896"
" UNION ALL SELECT 'case ' || id || ': an objection whose days are none'"
"	FROM objection WHERE received NOT BETWEEN -719162 AND 2932896"
"	OR resolved < received OR resolved > 2932896"
" UNION ALL SELECT 'case ' || id || ': a finding of two lives: ' || key"
"	FROM finding WHERE gone IS NULL GROUP BY division, id, key"
"	HAVING count(*) > 1"
" LIMIT 100";

bool
store_sound(struct store *s, struct diags *ds)
{
	return ask(s, "PRAGMA quick_check(1)", "ok", ds);
}

bool
store_verify(struct store *s, struct diags *ds)
{
	bool	good = ask(s, "PRAGMA integrity_check", "ok", ds);

	good = ask(s, "SELECT 'table ' || \"table\" || ': a row that belongs "
	    "to none in ' || parent FROM pragma_foreign_key_check LIMIT 100",
	    "", ds) && good;
	return ask(s, odd_rows, "", ds) && good;
}
