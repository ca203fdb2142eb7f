/*
 * Deliveries: what came of each, whose it is, what it waits for.
 */
#include <string.h>

#include "base/division.h"
#include "store/inside.h"
#include "store/night.h"

/* ---- deliveries */

static bool
put_case(struct store *s, const struct delivery *d, const struct dirty *c)
{
	sql_int(s, BROUGHT_PUT, 1, d->day.n);
	sql_int(s, BROUGHT_PUT, 2, d->seq);
	sql_text(s, BROUGHT_PUT, 3, c->division);
	sql_text(s, BROUGHT_PUT, 4, c->id);
	return sql_run(s, BROUGHT_PUT);
}

static bool
is_town(const struct sender *s)
{
	return strlen(s->code) == division_digits(LEVEL_TOWNSHIP);
}

/* One with rows of a single township is that one's own. */
static bool
put_sender(struct store *s, const struct delivery *d, const struct sender *of,
    bool sole)
{
	sql_int(s, SENT_PUT, 1, d->day.n);
	sql_int(s, SENT_PUT, 2, d->seq);
	sql_text(s, SENT_PUT, 3, of->code);
	sql_int(s, SENT_PUT, 4, (of->acts ? 1 : 0) | (sole || !is_town(of) ?
	    2 : 0));
	return sql_run(s, SENT_PUT);
}

static bool
put_cargo(struct store *s, const struct delivery *d, const struct cargo *c)
{
	size_t	i, towns = 0;
	bool	good = true;

	for (i = 0; i < c->ncases && good; i++)
		good = put_case(s, d, &c->cases[i]);
	for (i = 0; i < c->nsenders; i++)
		towns += is_town(&c->senders[i]);
	for (i = 0; i < c->nsenders && good; i++)
		good = put_sender(s, d, &c->senders[i], towns == 1);
	return good;
}

bool
store_put_delivery(struct store *s, struct delivery *d,
    const struct cargo *c, struct diags *ds)
{
	s->run.changed = true;
	sql_int(s, DELIVERY_PUT, 1, d->day.n);
	sql_text(s, DELIVERY_PUT, 2, d->name);
	sql_int(s, DELIVERY_PUT, 3, d->taken);
	sql_int(s, DELIVERY_PUT, 4, d->moved);
	sql_int(s, DELIVERY_PUT, 5, d->rows);
	sql_int(s, DELIVERY_PUT, 6, d->errors);
	sql_text(s, DELIVERY_PUT, 7, d->faults);
	sql_text(s, DELIVERY_PUT, 8, d->lies);
	sql_text(s, DELIVERY_PUT, 9, c->told);
	if (sql_row(s, DELIVERY_PUT) != SQLITE_ROW)
		return sql_fail(s, ds);
	d->seq = sqlite3_column_int64(s->stmt[DELIVERY_PUT], 0);
	if (sql_row(s, DELIVERY_PUT) != SQLITE_DONE)
		return sql_fail(s, ds);
	return (put_cargo(s, d, c) || sql_fail(s, ds)) &&
	    store_defer_end(s, d->name, ds);
}

bool
store_delivery_lies(struct store *s, const struct delivery *d,
    struct diags *ds)
{
	s->run.changed = true;
	sql_int(s, DELIVERY_MOVED, 1, d->day.n);
	sql_text(s, DELIVERY_MOVED, 2, d->name);
	sql_int(s, DELIVERY_MOVED, 3, d->moved);
	sql_text(s, DELIVERY_MOVED, 4, d->lies);
	return sql_run(s, DELIVERY_MOVED) || sql_fail(s, ds);
}

static bool
deliveries(struct store *s, enum stmt q, struct arena *a,
    struct delivery **list, size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[q];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, q)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = (struct delivery){ sql_day(st, 0),
		    sql_copy(st, 1, a), sqlite3_column_int(st, 2) != 0,
		    sqlite3_column_int(st, 3) != 0,
		    sqlite3_column_int(st, 7) != 0,
		    sqlite3_column_int64(st, 4), sqlite3_column_int64(st, 5),
		    sql_copy(st, 6, a), sql_copy(st, 8, a),
		    sqlite3_column_int64(st, 9), false };
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_deliveries(struct store *s, struct arena *a, struct day today,
    struct delivery **list, size_t *n, struct diags *ds)
{
	sql_int(s, Q_DELIVERIES, 1, today.n);
	return deliveries(s, Q_DELIVERIES, a, list, n, ds);
}

bool
store_each_fault(struct store *s, const struct delivery *d,
    store_fault_fn *visit, void *ctx, struct diags *ds)
{
	struct arena	*a = arena_new();
	int		 rc;

	sql_int(s, Q_FAULTS, 1, d->day.n);
	sql_text(s, Q_FAULTS, 2, d->name);
	while ((rc = sql_row(s, Q_FAULTS)) == SQLITE_ROW) {
		arena_reset(a);
		visit(ctx, sql_copy(s->stmt[Q_FAULTS], 0, a));
	}
	arena_free(a);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_drop_faults(struct store *s, struct day today, struct diags *ds)
{
	sql_int(s, FAULTS_DROP, 1, today.n);
	return sql_run(s, FAULTS_DROP) || sql_fail(s, ds);
}

bool
store_unmoved(struct store *s, struct arena *a, struct delivery **list,
    size_t *n, struct diags *ds)
{
	return deliveries(s, Q_UNMOVED, a, list, n, ds);
}

/* ---- whose they are */

/* The latest that was refused and after which none like it was taken. */
static struct day
turned_back(sqlite3_stmt *st)
{
	long long	own = sqlite3_column_int64(st, 6);
	long long	shared = sqlite3_column_int64(st, 7);

	if (own <= sqlite3_column_int64(st, 4))
		own = 0;
	if (shared > sqlite3_column_int64(st, 5) && shared > own)
		own = shared;
	return own == 0 ? DAY_NONE : (struct day){ (int32_t)(own >> 32) };
}

bool
store_each_town(struct store *s, struct day today, store_town_fn *visit,
    void *ctx, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_TOWNS];
	struct arena	*a = arena_new();
	struct town	 t = { 0 };
	int		 rc;

	sql_int(s, Q_TOWNS, 1, today.n);
	while ((rc = sql_row(s, Q_TOWNS)) == SQLITE_ROW) {
		arena_reset(a);
		t.code = sql_copy(st, 0, a);
		t.last = sql_day(st, 1);
		t.acts = sql_day(st, 2);
		t.others = sql_day(st, 3);
		t.refused = turned_back(st);
		visit(ctx, &t);
	}
	arena_free(a);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_each_sent(struct store *s, struct day from, struct day until,
    void (*visit)(void *, const char *), void *ctx, struct diags *ds)
{
	int	rc;

	sql_int(s, Q_SENT, 1, from.n);
	sql_int(s, Q_SENT, 2, until.n);
	while ((rc = sql_row(s, Q_SENT)) == SQLITE_ROW)
		visit(ctx, (const char *)sqlite3_column_text(
		    s->stmt[Q_SENT], 0));
	sql_reset(s, Q_SENT);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

struct day
store_taken_since(struct store *s, struct day of, const char *lies)
{
	struct day	day = DAY_NONE;

	sql_int(s, Q_SINCE, 1, of.n);
	sql_text(s, Q_SINCE, 2, lies);
	if (sql_row(s, Q_SINCE) == SQLITE_ROW) {
		day = sql_day(s->stmt[Q_SINCE], 0);
		sql_reset(s, Q_SINCE);
	}
	return day;
}

void
store_person(struct store *s, struct arena *a, const char *division,
    const char **contact, const char **phone)
{
	*contact = *phone = "";
	sql_text(s, Q_PERSON, 1, division);
	if (sql_row(s, Q_PERSON) != SQLITE_ROW)
		return;
	*contact = sql_copy(s->stmt[Q_PERSON], 0, a);
	*phone = sql_copy(s->stmt[Q_PERSON], 1, a);
	sql_reset(s, Q_PERSON);
}

const char *
store_case_came(struct store *s, struct arena *a, const char *division,
    const char *id)
{
	const char	*when = "";

	sql_text(s, Q_CAME, 1, division);
	sql_text(s, Q_CAME, 2, id);
	if (sql_row(s, Q_CAME) == SQLITE_ROW) {
		when = sql_copy(s->stmt[Q_CAME], 0, a);
		sql_reset(s, Q_CAME);
	}
	return when;
}

const char *
store_town_named(struct store *s, struct arena *a, const char *name)
{
	sqlite3_stmt	*st = s->stmt[TOWN_NAMED];
	const char	*code = NULL;
	long long	 best = 0;

	sql_text(s, TOWN_NAMED, 1, name);
	while (sql_row(s, TOWN_NAMED) == SQLITE_ROW) {
		if (code == NULL) {
			code = sql_copy(st, 0, a);
			best = sqlite3_column_int64(st, 1);
			continue;
		}
		if (sqlite3_column_int64(st, 1) == best)
			code = NULL;
		break;
	}
	sql_reset(s, TOWN_NAMED);
	return code;
}

/* ---- those that wait for what another brings */

bool
store_defer(struct store *s, const char *name, struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, DEFER, 1, name);
	return sql_run(s, DEFER) || sql_fail(s, ds);
}

bool
store_defer_end(struct store *s, const char *name, struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, DEFER_END, 1, name);
	return sql_run(s, DEFER_END) || sql_fail(s, ds);
}

bool
store_deferred(struct store *s, struct arena *a, const char ***list,
    size_t *n, struct diags *ds)
{
	size_t	cap = 0;
	int	rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_DEFERRED)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = sql_copy(s->stmt[Q_DEFERRED], 0, a);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

/* ---- receipts */

bool
store_receipts_due(struct store *s, struct arena *a, struct day today,
    struct delivery **list, size_t *n, struct diags *ds)
{
	sql_int(s, Q_UNTOLD, 1, today.n);
	return deliveries(s, Q_UNTOLD, a, list, n, ds);
}

const char *
store_receipt_words(struct store *s, struct arena *a, const struct delivery *d)
{
	const char	*told = "";

	sql_int(s, Q_TOLD, 1, d->day.n);
	sql_int(s, Q_TOLD, 2, d->seq);
	if (sql_row(s, Q_TOLD) == SQLITE_ROW) {
		told = sql_copy(s->stmt[Q_TOLD], 0, a);
		sql_reset(s, Q_TOLD);
	}
	return told;
}

bool
store_receipts_done(struct store *s, struct day today, struct diags *ds)
{
	sql_int(s, BROUGHT_DROP, 1, today.n);
	return (sql_run(s, RECEIPTS_DONE) && sql_run(s, BROUGHT_DROP)) ||
	    sql_fail(s, ds);
}
