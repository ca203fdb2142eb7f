/*
 * Findings, and their lives from night to night.
 */
#include <string.h>

#include "base/text.h"
#include "store/deliveries.h"
#include "store/inside.h"

enum { AT_WHY = 18, AT_ORD };		/* columns behind those of a finding */

/* In this order, as store/findings.h draws it. */
bool
lives_forget(struct store *s, long long since, long long today)
{
	const int	before = sqlite3_total_changes(s->db);
	const bool	good = sql_run_with(s, LIFE_DROP, since, 0) &&
			    sql_run_with(s, LIFE_JOIN, since, 0) &&
			    sql_run_with(s, LIFE_FIRST, since, today) &&
			    sql_run_with(s, LIFE_GONE, since, today);

	if (sqlite3_total_changes(s->db) != before)
		county_told_all(s);
	return good;
}

/* Its words are known: sql_row has looked at them. */
static void
read_kept(sqlite3_stmt *st, struct arena *a, struct kept *k)
{
	(void)code_parse(sql_copy(st, 5, a), &k->code);
	(void)severity_parse(sql_copy(st, 6, a), &k->severity);
	k->division = sql_copy(st, 0, a);
	k->id = sql_copy(st, 1, a);
	k->key = sql_copy(st, 2, a);
	k->first = sqlite3_column_int(st, 3) == 0 ? DAY_NONE :
	    sql_day(st, 3);
	k->gone = sql_day(st, 4);
	k->title = sql_copy(st, 7, a);
	k->procedure = sql_copy(st, 8, a);
	k->step = sql_copy_or_null(st, 9, a);
	k->event = sql_copy_or_null(st, 10, a);
	k->at = sql_copy(st, 11, a);
	k->due = sql_day(st, 12);
	k->actual = sql_day(st, 13);
	k->days = sqlite3_column_type(st, 14) == SQLITE_NULL ? -1 :
	    sqlite3_column_int(st, 14);
	k->basis = sql_copy_or_null(st, 15, a);
	k->message = told_written(sql_copy(st, 16, a));
	k->remedy = told_written(sql_copy(st, 17, a));
	(void)why_parse(sql_copy(st, AT_WHY, a), &k->why);
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
write_kept(struct store *s, const struct kept *k, size_t ord)
{
	county_told(s, k->division);
	sql_text(s, FINDING_PUT, 1, k->division);
	sql_text(s, FINDING_PUT, 2, k->id);
	sql_text(s, FINDING_PUT, 3, k->key);
	sql_int(s, FINDING_PUT, 4, day_is(k->first) ? k->first.n : 0);
	sqlite3_bind_null(s->stmt[FINDING_PUT], 5);
	sql_text(s, FINDING_PUT, 6, code_name(k->code));
	sql_text(s, FINDING_PUT, 7, severity_name(k->severity));
	sql_text(s, FINDING_PUT, 8, k->title);
	sql_text(s, FINDING_PUT, 9, k->procedure);
	sql_text(s, FINDING_PUT, 10, k->step);
	sql_text(s, FINDING_PUT, 11, k->event);
	sql_text(s, FINDING_PUT, 12, k->at);
	bind_day(s, FINDING_PUT, 13, k->due);
	bind_day(s, FINDING_PUT, 14, k->actual);
	if (k->days >= 0)
		sql_int(s, FINDING_PUT, 15, k->days);
	else
		sqlite3_bind_null(s->stmt[FINDING_PUT], 15);
	sql_text(s, FINDING_PUT, 16, k->basis);
	sql_text(s, FINDING_PUT, 17, k->message.text);
	sql_text(s, FINDING_PUT, 18, k->remedy.text);
	sql_int(s, FINDING_PUT, 19, (long long)ord);
	return sql_run(s, FINDING_PUT);
}

struct old {
	struct kept	kept;
	size_t		ord;
	bool		met;
};

static bool
read_old(struct store *s, struct day today, const struct dirty *c,
    struct old **list, size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[FINDING_OLD];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	arena_reset(s->scratch);
	sql_text(s, FINDING_OLD, 1, c->division);
	sql_text(s, FINDING_OLD, 2, c->id);
	sql_int(s, FINDING_OLD, 3, today.n);
	while ((rc = sql_row(s, FINDING_OLD)) == SQLITE_ROW) {
		*list = arena_grow(s->scratch, *list, *n, &cap,
		    sizeof(**list));
		read_kept(st, s->scratch, &(*list)[*n].kept);
		(*list)[*n].met = false;
		(*list)[(*n)++].ord = (size_t)sqlite3_column_int64(st,
		    AT_ORD);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Both as they are written. */
static bool
same(const struct kept *a, const struct kept *b)
{
	return a->code == b->code && a->severity == b->severity &&
	    a->due.n == b->due.n && a->actual.n == b->actual.n &&
	    a->days == b->days && same_text(a->title, b->title) &&
	    same_text(a->procedure, b->procedure) &&
	    same_text(a->step, b->step) && same_text(a->event, b->event) &&
	    same_text(a->at, b->at) && same_text(a->basis, b->basis) &&
	    strcmp(a->message.text, b->message.text) == 0 &&
	    strcmp(a->remedy.text, b->remedy.text) == 0;
}

static struct old *
find_old(struct old *list, size_t n, const char *key)
{
	size_t	i;

	for (i = n; i > 0; i--)
		if (strcmp(list[i - 1].kept.key, key) == 0)
			return &list[i - 1];
	return NULL;
}

/* One that is there: goes on, is taken up again, or begins today. */
static bool
keep_one(struct store *s, struct day today, const struct kept *k, size_t ord,
    struct old *o)
{
	struct kept	 fresh = *k;

	fresh.message = told_written(told_write(s->scratch, k->message));
	fresh.remedy = told_written(told_write(s->scratch, k->remedy));
	fresh.gone = DAY_NONE;
	fresh.first = k->code == CODE_TIGHT ? DAY_NONE : today;
	if (o != NULL) {
		o->met = true;
		fresh.first = o->kept.first;
		if (!day_is(o->kept.gone) && o->ord == ord &&
		    same(&o->kept, &fresh))
			return true;
	}
	return write_kept(s, &fresh, ord);
}

/*
 * One that is not: it goes today, or was never there for another night.  Of
 * one that went by an earlier run of today's night, why may be another now.
 */
static bool
end_one(struct store *s, struct day today, const struct dirty *c,
    const struct kept *k, enum why why)
{
	bool		drop = !day_is(k->first) ||
			    day_cmp(k->first, today) == 0;
	enum stmt	n = drop ? FINDING_DROP : FINDING_END;

	if (day_is(k->gone) && k->why == why)
		return true;
	county_told(s, c->division);
	sql_text(s, n, 1, c->division);
	sql_text(s, n, 2, c->id);
	sql_text(s, n, 3, k->key);
	sql_int(s, n, 4, day_is(k->first) ? k->first.n : 0);
	if (!drop) {
		sql_int(s, n, 5, today.n);
		sql_text(s, n, 6, why == WHY_FIXED ? NULL : why_name(why));
	}
	return sql_run(s, n);
}

/* `ended` came later than the others, and stands behind them. */
static int
place_of_state(int state)
{
	return (state + STATES - 1) % STATES;
}

static bool
keep_watch(struct store *s, struct day today, const struct dirty *c,
    const struct watch *w)
{
	enum stmt	n = w == NULL ? WATCH_DROP : WATCH_SET;
	bool		counted;
	int		i, rc, judged = 0;

	sql_text(s, WATCH_OLD, 1, c->division);
	sql_text(s, WATCH_OLD, 2, c->id);
	rc = sql_row(s, WATCH_OLD);
	if (rc == SQLITE_ROW) {
		judged = sqlite3_column_int(s->stmt[WATCH_OLD], 0);
		sql_reset(s, WATCH_OLD);
	} else if (rc != SQLITE_DONE)
		return false;
	counted = rc == SQLITE_ROW && judged == today.n;
	sql_text(s, n, 1, c->division);
	sql_text(s, n, 2, c->id);
	if (w == NULL)
		return sql_run(s, n) && (!counted ||
		    sql_run_with(s, NIGHT_JUDGED, today.n, -1));
	bind_day(s, n, 3, w->wake);
	sql_int(s, n, 4, today.n);
	sql_int(s, n, 5, w->slots);
	for (i = 0; i < STATES; i++)
		sql_int(s, n, 6 + place_of_state(i), w->states[i]);
	sql_int(s, n, 6 + STATES, w->paused);
	sql_text(s, n, 7 + STATES, w->exempt);
	return sql_run(s, n) && (counted ||
	    sql_run_with(s, NIGHT_JUDGED, today.n, 1));
}

bool
store_keep(struct store *s, struct day today, const struct dirty *c,
    const struct watch *w, const struct kept *list, size_t n,
    store_why_fn *why, void *ctx, struct diags *ds)
{
	struct old	*old;
	size_t		 i, m;

	if (!read_old(s, today, c, &old, &m, ds))
		return false;
	for (i = 0; i < n; i++)
		if (!keep_one(s, today, &list[i], i, find_old(old, m,
		    list[i].key)))
			return sql_fail(s, ds);
	for (i = 0; i < m; i++)
		if (!old[i].met && !end_one(s, today, c, &old[i].kept,
		    why(ctx, &old[i].kept)))
			return sql_fail(s, ds);
	return keep_watch(s, today, c, w) || sql_fail(s, ds);
}

/* Each row of a statement whose parameters are bound. */
static bool
each_row(struct store *s, enum stmt n, store_kept_fn *visit, void *ctx,
    struct diags *ds)
{
	struct arena	*a = arena_new();
	struct kept	 k;
	int		 rc;

	while ((rc = sql_row(s, n)) == SQLITE_ROW) {
		arena_reset(a);
		read_kept(s->stmt[n], a, &k);
		if (!visit(ctx, &k))
			break;
	}
	sql_reset(s, n);
	arena_free(a);
	return rc == SQLITE_DONE || rc == SQLITE_ROW || sql_fail(s, ds);
}

bool
store_each_kept(struct store *s, enum kept_order order, struct day today,
    store_kept_fn *visit, void *ctx, struct diags *ds)
{
	static const enum stmt	 by_order[] = {
		[KEPT_ALL] = Q_FINDINGS, [KEPT_WENT] = Q_FIXED,
		[KEPT_NEW_PLACED] = Q_NEW_PLACED,
		[KEPT_ALL_RANKED] = Q_ALL_RANKED,
		[KEPT_WENT_PLACED] = Q_FIXED_PLACED,
	};
	enum stmt		 n = by_order[order];

	if (sqlite3_bind_parameter_count(s->stmt[n]) > 0)
		sql_int(s, n, 1, today.n);
	return each_row(s, n, visit, ctx, ds);
}

bool
store_each_open(struct store *s, const char *division, const char *id,
    store_kept_fn *visit, void *ctx, struct diags *ds)
{
	sql_text(s, Q_OPEN_OF, 1, division);
	sql_text(s, Q_OPEN_OF, 2, id);
	return each_row(s, Q_OPEN_OF, visit, ctx, ds);
}

bool
store_each_life(struct store *s, struct day from, struct day until,
    store_kept_fn *visit, void *ctx, struct diags *ds)
{
	sql_int(s, Q_LIVES, 1, from.n);
	sql_int(s, Q_LIVES, 2, until.n);
	return each_row(s, Q_LIVES, visit, ctx, ds);
}

bool
store_each_brought(struct store *s, const struct delivery *d,
    struct day today, store_kept_fn *visit, void *ctx, struct diags *ds)
{
	sql_int(s, Q_BROUGHT, 1, d->day.n);
	sql_int(s, Q_BROUGHT, 2, d->seq);
	sql_int(s, Q_BROUGHT, 3, today.n);
	return each_row(s, Q_BROUGHT, visit, ctx, ds);
}

bool
store_open_counts(struct store *s, struct open_counts *out, struct diags *ds)
{
	if (sql_row(s, Q_OPEN) != SQLITE_ROW)
		return sql_fail(s, ds);
	out->findings = sqlite3_column_int64(s->stmt[Q_OPEN], 0);
	out->entries = sqlite3_column_int64(s->stmt[Q_OPEN], 1);
	sql_reset(s, Q_OPEN);
	return true;
}

bool
store_standing(struct store *s, struct standing *out, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_TOTALS];
	int		 i;

	if (sql_row(s, Q_TOTALS) != SQLITE_ROW)
		return sql_fail(s, ds);
	if (sqlite3_column_int64(st, 0) > 0 &&
	    sqlite3_column_int64(st, 2 + STATES) < 0) {
		s->fault = _("table watch: a number less than 0");
		sql_reset(s, Q_TOTALS);
		return sql_fail(s, ds);
	}
	out->cases = sqlite3_column_int64(st, 0);
	out->slots = sqlite3_column_int64(st, 1);
	for (i = 0; i < STATES; i++)
		out->states[i] = sqlite3_column_int64(st, 2 +
		    place_of_state(i));
	out->paused = sqlite3_column_int64(st, 3 + STATES);
	sql_reset(s, Q_TOTALS);
	return true;
}

bool
store_each_exempt(struct store *s, store_exempt_fn *visit, void *ctx,
    struct diags *ds)
{
	int	rc;

	while ((rc = sql_row(s, Q_EXEMPT)) == SQLITE_ROW)
		visit(ctx, (const char *)sqlite3_column_text(
		    s->stmt[Q_EXEMPT], 0));
	sql_reset(s, Q_EXEMPT);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}
