/*
 * Which cases are to be judged anew, and what verdicts rest on.
 */
#include "store/inside.h"
#include "store/night.h"

bool
dirty_case(struct store *s, const char *division, const char *id)
{
	sql_text(s, DIRTY_CASE, 1, division);
	sql_text(s, DIRTY_CASE, 2, id);
	return sql_run(s, DIRTY_CASE);
}

bool
dirty_division(struct store *s, const char *code)
{
	struct division_range	r[DIVISION_RANGES];
	size_t			n = division_ranges(code, r), i;

	for (i = 0; i + 1 < n; i++) {
		sql_keep_text(s, DIRTY_ABOVE, 1, r[i].low);
		if (!sql_run(s, DIRTY_ABOVE))
			return false;
	}
	sql_keep_text(s, DIRTY_BELOW, 1, r[i].low);
	sql_keep_text(s, DIRTY_BELOW, 2, r[i].high);
	if (!sql_run(s, DIRTY_BELOW))
		return false;
	/* its calendar bears its name */
	sql_text(s, CALENDAR_NAMED, 1, code);
	return sql_run(s, CALENDAR_NAMED);
}

bool
store_dirty_division(struct store *s, const char *code, struct diags *ds)
{
	return dirty_division(s, code) || sql_fail(s, ds);
}

bool
store_dirty_procedure(struct store *s, const char *id, struct diags *ds)
{
	sql_text(s, DIRTY_KIND, 1, id);
	return sql_run(s, DIRTY_KIND) || sql_fail(s, ds);
}

bool
store_dirty_woken(struct store *s, struct day today, struct diags *ds)
{
	sql_int(s, DIRTY_WOKEN, 1, today.n);
	sql_int(s, DIRTY_DROPPED, 1, today.n);
	return (sql_run(s, DIRTY_WOKEN) && sql_run(s, DIRTY_DROPPED)) ||
	    sql_fail(s, ds);
}

bool
store_dirty_orphans(struct store *s, struct diags *ds)
{
	return sql_run(s, DIRTY_ORPHANS) || sql_fail(s, ds);
}

bool
store_dirty_clear(struct store *s, struct diags *ds)
{
	return sql_run(s, DIRTY_CLEAR) || sql_fail(s, ds);
}

bool
store_dirty(struct store *s, struct arena *a, struct dirty **list, size_t *n,
    struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_DIRTY];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_DIRTY)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[*n].division = sql_copy(st, 0, a);
		(*list)[(*n)++].id = sql_copy(st, 1, a);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_is_dirty(struct store *s, const char *division, const char *id,
    bool *dirty, struct diags *ds)
{
	sql_text(s, Q_IS_DIRTY, 1, division);
	sql_text(s, Q_IS_DIRTY, 2, id);
	return sql_flag(s, Q_IS_DIRTY, dirty) || sql_fail(s, ds);
}

bool
store_watched(const struct store *s)
{
	return s->run.open && s->run.watched;
}

const char *
store_fingerprint(struct store *s, struct arena *a, const char *name)
{
	sql_text(s, Q_FINGERPRINT, 1, name);
	return sql_word(s, Q_FINGERPRINT, a);
}

bool
store_set_fingerprint(struct store *s, const char *name, const char *value,
    struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, FINGERPRINT_SET, 1, name);
	sql_text(s, FINGERPRINT_SET, 2, value);
	return sql_run(s, FINGERPRINT_SET) || sql_fail(s, ds);
}
