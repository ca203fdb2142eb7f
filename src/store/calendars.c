/*
 * Calendars that nights have written.
 */
#include "store/inside.h"
#include "store/night.h"

bool
store_stale_calendar(struct store *s, const char *code, struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, CALENDAR_PUT, 1, code);
	return sql_run(s, CALENDAR_PUT) || sql_fail(s, ds);
}

/* A township's code has nine digits, one above it has fewer. */
bool
store_keep_calendars(struct store *s, struct diags *ds)
{
	s->run.changed = true;
	return sql_run(s, CALENDAR_ALL) || sql_fail(s, ds);
}

bool
store_stale_calendars(struct store *s, struct diags *ds)
{
	s->run.changed = true;
	return sql_run(s, CALENDAR_STALE) || sql_fail(s, ds);
}

bool
store_calendars(struct store *s, struct arena *a, struct calendar_state **list,
    size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_CALENDARS];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_CALENDARS)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = (struct calendar_state){ sql_copy(st, 0, a),
		    sqlite3_column_int64(st, 1),
		    sqlite3_column_int64(st, 2), sqlite3_column_int64(st, 3) };
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_strays(struct store *s, struct arena *a, const char ***codes, size_t *n,
    struct diags *ds)
{
	size_t	cap = 0;
	int	rc;

	*codes = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_STRAYS)) == SQLITE_ROW) {
		*codes = arena_grow(a, *codes, *n, &cap, sizeof(**codes));
		(*codes)[(*n)++] = sql_copy(s->stmt[Q_STRAYS], 0, a);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_calendar_written(struct store *s, const struct calendar_state *f,
    struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, CALENDAR_WRITTEN, 1, f->code);
	sql_int(s, CALENDAR_WRITTEN, 2, f->size);
	sql_int(s, CALENDAR_WRITTEN, 3, f->mtime);
	sql_int(s, CALENDAR_WRITTEN, 4, f->stale);
	return sql_run(s, CALENDAR_WRITTEN) || sql_fail(s, ds);
}

bool
store_calendar_lives(struct store *s, const char *code, bool *lives,
    struct diags *ds)
{
	struct arena	*a = arena_new();
	int		 rc;

	sql_text(s, CALENDAR_LIVE, 1, code);
	sql_text(s, CALENDAR_LIVE, 2, sql_below(a, code));
	rc = sql_row(s, CALENDAR_LIVE);
	*lives = rc == SQLITE_ROW &&
	    sqlite3_column_int(s->stmt[CALENDAR_LIVE], 0) != 0;
	sql_reset(s, CALENDAR_LIVE);
	arena_free(a);
	return rc == SQLITE_ROW || sql_fail(s, ds);
}
