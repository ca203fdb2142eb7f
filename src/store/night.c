/*
 * Nights, and what each knew.
 */
#include "store/inside.h"
#include "store/night.h"

/* Each by itself: what follows asks only for the latest. */
static bool
nights_fit(struct store *s, struct diags *ds)
{
	int	rc;

	while ((rc = sql_row(s, Q_NIGHT)) == SQLITE_ROW)
		;
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_nights(struct store *s, struct arena *a, struct day today,
    struct nights *out, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_NIGHTS];

	if (!nights_fit(s, ds))
		return false;
	sql_int(s, Q_NIGHTS, 1, today.n);
	if (sql_row(s, Q_NIGHTS) != SQLITE_ROW)
		return sql_fail(s, ds);
	out->since = sql_day(st, 0);
	out->latest = sql_day(st, 1);
	out->finished = sql_day(st, 2);
	out->when = sql_copy(st, 3, a);
	out->judged = sqlite3_column_int64(st, 4);
	out->broken_off = sqlite3_column_int(st, 5) != 0;
	sql_reset(s, Q_NIGHTS);
	return true;
}

bool
store_nights_between(struct store *s, struct day first, struct day last,
    struct night_span *out, struct diags *ds)
{
	sql_int(s, Q_SPAN, 1, first.n);
	sql_int(s, Q_SPAN, 2, last.n);
	if (sql_row(s, Q_SPAN) != SQLITE_ROW)
		return sql_fail(s, ds);
	out->n = sqlite3_column_int64(s->stmt[Q_SPAN], 0);
	out->first = sql_day(s->stmt[Q_SPAN], 1);
	out->last = sql_day(s->stmt[Q_SPAN], 2);
	sql_reset(s, Q_SPAN);
	return true;
}

bool
store_night_begin(struct store *s, struct day today, const struct nights *n,
    struct diags *ds)
{
	long long	since = day_is(n->since) ? n->since.n : DAY_FIRST.n;

	s->run.changed = true;
	if ((n->broken_off || (day_is(n->latest) &&
	    day_cmp(n->latest, today) > 0)) && !(lives_forget(s, since,
	    today.n) && sql_run_with(s, NIGHT_DROP, since, today.n)))
		return sql_fail(s, ds);
	return sql_run_with(s, NIGHT_ADD, today.n, 0) || sql_fail(s, ds);
}

bool
store_judged_all(struct store *s, struct day today, struct diags *ds)
{
	return sql_run_with(s, NIGHT_ALL, today.n, 0) || sql_fail(s, ds);
}

bool
store_night_finish(struct store *s, struct day today, const char *when,
    struct diags *ds)
{
	s->run.changed = true;
	sql_int(s, NIGHT_FINISH, 1, today.n);
	sql_text(s, NIGHT_FINISH, 2, when);
	return sql_run(s, NIGHT_FINISH) || sql_fail(s, ds);
}

/* ---- what a night knew */

bool
store_knew(struct store *s, struct arena *a, struct day since,
    struct known *out, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[NIGHT_KNEW];
	int		 rc;

	*out = (struct known){ -1, NULL, NULL };
	sql_int(s, NIGHT_KNEW, 2, since.n);
	rc = sql_row(s, NIGHT_KNEW);
	if (rc != SQLITE_ROW)
		return rc == SQLITE_DONE || sql_fail(s, ds);
	if (sqlite3_column_type(st, 0) != SQLITE_NULL)
		out->upto = sqlite3_column_int64(st, 0);
	out->rules = sql_copy_or_null(st, 1, a);
	out->days = sql_copy_or_null(st, 2, a);
	sql_reset(s, NIGHT_KNEW);
	return true;
}

bool
store_knows(struct store *s, struct day today, struct day since,
    const char *rules, const char *days, struct diags *ds)
{
	sql_int(s, NIGHT_KNOWS, 1, today.n);
	sql_int(s, NIGHT_KNOWS, 2, since.n);
	sql_text(s, NIGHT_KNOWS, 3, rules);
	sql_text(s, NIGHT_KNOWS, 4, days);
	return sql_run(s, NIGHT_KNOWS) || sql_fail(s, ds);
}

long long
store_upto(struct store *s, struct diags *ds)
{
	long long	upto;

	if (sql_number(s, "SELECT coalesce(max(id), 0) FROM file", &upto))
		return upto;
	(void)sql_fail(s, ds);
	return -1;
}

bool
store_undone(struct store *s, struct arena *a, const char *division,
    const char *id, long long upto, struct undone **list, size_t *n,
    struct diags *ds)
{
	size_t	cap = 0;
	int	rc;

	*list = NULL;
	*n = 0;
	if (upto < 0)
		return true;
	sql_text(s, CORRECTED, 1, division);
	sql_text(s, CORRECTED, 2, id);
	sql_int(s, CORRECTED, 3, upto);
	while ((rc = sql_row(s, CORRECTED)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = (struct undone){
		    sql_copy(s->stmt[CORRECTED], 0, a),
		    sql_copy(s->stmt[CORRECTED], 1, a) };
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}
