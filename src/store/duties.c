#include "store/duties.h"

#include <string.h>

#include "store/merge.h"

struct duty
duty_read(sqlite3_stmt *st, struct arena *a)
{
	return (struct duty){ sql_copy(st, 0, a), sql_copy(st, 1, a),
	    sql_day(st, 2), sql_day(st, 3), sql_day(st, 4),
	    sqlite3_column_int(st, 5) != 0, sqlite3_column_int64(st, 6) };
}

bool
store_duties(struct store *s, struct arena *a, struct duty **list, size_t *n,
    struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_DUTIES];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_DUTIES)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = duty_read(st, a);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

static void
bind_day(struct store *s, enum stmt n, int i, struct day d)
{
	if (day_is(d))
		sql_int(s, n, i, d.n);
	else
		sqlite3_bind_null(s->stmt[n], i);
}

static bool
write_duty(struct store *s, const struct duty *y)
{
	if (!put_touch(s))
		return false;
	sql_text(s, DUTY_PUT, 1, y->procedure);
	sql_text(s, DUTY_PUT, 2, y->division);
	bind_day(s, DUTY_PUT, 3, y->from);
	bind_day(s, DUTY_PUT, 4, y->until);
	bind_day(s, DUTY_PUT, 5, y->opened);
	sql_int(s, DUTY_PUT, 6, y->ended);
	sql_int(s, DUTY_PUT, 7, y->added);
	sql_int(s, DUTY_PUT, 8, s->run.file);
	s->run.changed = true;
	county_touch(s, y->division);
	return sql_run(s, DUTY_PUT);
}

/* What there is of it; SQLITE_DONE: nothing. */
static int
read_old(struct store *s, const struct duty *y, struct duty *old,
    long long *src)
{
	sqlite3_stmt	*st = s->stmt[DUTY_OLD];
	int		 rc;

	sql_text(s, DUTY_OLD, 1, y->procedure);
	sql_text(s, DUTY_OLD, 2, y->division);
	rc = sql_row(s, DUTY_OLD);
	if (rc != SQLITE_ROW)
		return rc;
	*old = *y;
	old->from = sql_day(st, 0);
	old->until = sql_day(st, 1);
	old->opened = sql_day(st, 2);
	old->ended = sqlite3_column_int(st, 3) != 0;
	old->added = sqlite3_column_int64(st, 4);
	*src = sqlite3_column_int64(st, 5);
	sql_reset(s, DUTY_OLD);
	return rc;
}

/* What it was goes into the history. */
static bool
keep_old(struct store *s, const char *procedure, const char *division,
    const char *why)
{
	if (!put_touch(s))
		return false;
	sql_text(s, DUTY_KEEP, 1, procedure);
	sql_text(s, DUTY_KEEP, 2, division);
	sql_int(s, DUTY_KEEP, 3, s->run.file);
	sql_int(s, DUTY_KEEP, 4, ++s->run.seq);
	sql_text(s, DUTY_KEEP, 5, why);
	return sql_run(s, DUTY_KEEP);
}

static bool
same(struct day a, struct day b)
{
	return day_is(a) == day_is(b) && (!day_is(a) || day_cmp(a, b) == 0);
}

enum put
store_put_duty(struct store *s, const struct duty *y, struct diags *ds)
{
	struct duty	to = *y, old;
	long long	src = 0;
	int		rc = read_old(s, y, &old, &src);
	bool		there = rc == SQLITE_ROW && (y->ended || !old.ended);

	if (there && same(y->from, old.from) && same(y->until, old.until) &&
	    y->ended == old.ended)
		return PUT_SAME;
	if (rc == SQLITE_ROW && src > s->run.before)
		return PUT_CLASH;
	to.added = there ? old.added : s->run.file;
	if (there)
		to.opened = day_cmp(y->from, old.from) < 0 ? DAY_NONE :
		    old.opened;
	if ((rc != SQLITE_ROW && rc != SQLITE_DONE) || (rc == SQLITE_ROW &&
	    !keep_old(s, y->procedure, y->division, "corrected")) ||
	    !write_duty(s, &to)) {
		(void)sql_fail(s, ds);
		return PUT_FAILED;
	}
	return there ? PUT_CORRECTED : PUT_NEW;
}

enum put
store_void_duty(struct store *s, const char *procedure, const char *division,
    struct diags *ds)
{
	sql_text(s, DUTY_DROP, 1, procedure);
	sql_text(s, DUTY_DROP, 2, division);
	if (!keep_old(s, procedure, division, "void") || !sql_run(s,
	    DUTY_DROP)) {
		(void)sql_fail(s, ds);
		return PUT_FAILED;
	}
	if (sqlite3_changes(s->db) == 0)
		return PUT_NEVER;
	s->run.changed = true;
	county_touch(s, division);
	return PUT_CORRECTED;
}

bool
store_duty_opened(struct store *s, const struct duty *y, struct day day,
    struct diags *ds)
{
	if (same(y->opened, day))
		return true;
	sql_text(s, DUTY_OPENED, 1, y->procedure);
	sql_text(s, DUTY_OPENED, 2, y->division);
	bind_day(s, DUTY_OPENED, 3, day);
	s->run.changed = true;
	county_touch(s, y->division);
	return sql_run(s, DUTY_OPENED) || sql_fail(s, ds);
}

bool
store_each_known(struct store *s, const struct duty *y, store_known_fn *visit,
    void *ctx, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_KNOWN];
	struct arena	*a = arena_new();
	int		 rc;

	sql_text(s, Q_KNOWN, 1, y->division);
	sql_text(s, Q_KNOWN, 2, sql_below(a, y->division));
	sql_int(s, Q_KNOWN, 3, y->added);
	while ((rc = sql_row(s, Q_KNOWN)) == SQLITE_ROW)
		if (!visit(ctx, (const char *)sqlite3_column_text(st, 0),
		    (const char *)sqlite3_column_text(st, 1), sql_day(st, 2)))
			break;
	sql_reset(s, Q_KNOWN);
	arena_free(a);
	return rc == SQLITE_DONE || (rc != SQLITE_ROW && sql_fail(s, ds));
}

bool
store_case_was(struct store *s, const char *division, const char *id,
    bool *was, struct diags *ds)
{
	sql_text(s, Q_CASE_WAS, 1, division);
	sql_text(s, Q_CASE_WAS, 2, id);
	return sql_flag(s, Q_CASE_WAS, was) || sql_fail(s, ds);
}
