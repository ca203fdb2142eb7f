/*
 * Nights of counties: one's at a time, and what they know.
 */
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "hub/inside.h"

const char *
hub_low(const struct hub *h)
{
	return h->owner ? h->home : h->low;
}

static enum hub_pushed
ask_for(struct hub *h, const char *sql, const char *county, bool *got,
    struct diags *ds)
{
	PGresult	*r = h->pq.PQexecParams(h->conn, sql, 1, NULL,
			    &county, NULL, NULL, 0);
	const bool	 good = h->pq.PQresultStatus(r) == PGRES_TUPLES_OK;
	enum hub_pushed	 how = HUB_PUSHED;

	*got = good && *h->pq.PQgetvalue(r, 0, 0) == 't';
	if (!good)
		how = hub_not_pushed(h, county, r, ds);
	h->pq.PQclear(r);
	return how;
}

/* Where several begin a county's first night at once, one writes its row. */
static bool
know(struct hub *h, const char *county, struct diags *ds)
{
	enum { TRIES = 4 };
	enum hub_pushed	how = HUB_AGAIN;
	bool		any;
	int		i;

	for (i = 0; i < TRIES && how == HUB_AGAIN; i++)
		how = ask_for(h, "SELECT gongshi.night_known($1)", county,
		    &any, ds);
	return how == HUB_PUSHED || (how == HUB_AGAIN && hub_fail(h, ds,
	    _("others wrote at the same time; try again")));
}

bool
hub_night_take(struct hub *h, const char *county, bool *got, struct diags *ds)
{
	enum hub_pushed	how;

	if (!know(h, county, ds) || !hub_do(h, "BEGIN", ds) || !hub_do(h,
	    "SET LOCAL idle_in_transaction_session_timeout = 0", ds))
		return false;
	how = ask_for(h, "SELECT gongshi.night_take($1)", county, got, ds);
	return how == HUB_PUSHED || (how == HUB_AGAIN && hub_fail(h, ds,
	    _("others wrote at the same time; try again")));
}

bool
hub_each_mark(struct hub *h, const char *county, hub_row_fn *visit, void *ctx,
    struct diags *ds)
{
	struct arena	*a = arena_new();
	const char	*sql = arena_printf(a, "COPY (SELECT tab, division,"
			    " id, key, vals FROM gongshi.mark WHERE county ="
			    " '%s') TO STDOUT", county);
	const bool	 good = division_is(county, strlen(county)) ?
			    hub_visit_all(h, sql, HUB_MARK_CELLS, visit, ctx,
			    ds) : hub_is_damaged(h, ds);

	arena_free(a);
	return good;
}

/* A night that was begun has no time in the first of its values. */
bool
hub_night_was(struct hub *h, const char *county, struct day day, bool *was,
    struct diags *ds)
{
	struct arena	*a = arena_new();
	const char	*values[] = { county, arena_printf(a, "[%d]",
			    (int)day.n) };
	PGresult	*r = hub_ask(h, "SELECT EXISTS (SELECT FROM"
			    " gongshi.mark WHERE county = $1 AND tab ="
			    " 'night' AND key = $2 AND vals NOT LIKE"
			    " '[null,%') AND NOT EXISTS (SELECT FROM"
			    " gongshi.mark WHERE county = $1 AND tab ="
			    " 'night' AND key ~ '^\\[-?[0-9]{1,9}\\]$' AND"
			    " trim(both '[]' from key)::integer >"
			    " trim(both '[]' from $2)::integer)", 2, values,
			    ds);
	const bool	 good = r != NULL;

	*was = good && *h->pq.PQgetvalue(r, 0, 0) == 't';
	h->pq.PQclear(r);
	arena_free(a);
	return good;
}

enum hub_pushed
hub_push_marks(struct hub *h, struct arena *a, struct hub_marks *m,
    struct diags *ds)
{
	const char	*values[] = { m->county, arena_printf(a, "%lld",
			    m->version), m->sum, hub_array(&m->gone, a),
			    hub_array(&m->now, a) };
	PGresult	*r = h->pq.PQexecParams(h->conn, "SELECT"
			    " gongshi.push_marks($1, $2, $3, $4, $5)", 5,
			    NULL, values, NULL, NULL, 0);
	enum hub_pushed	 how = HUB_PUSHED;

	if (h->pq.PQresultStatus(r) != PGRES_TUPLES_OK)
		how = hub_not_pushed(h, m->county, r, ds);
	h->pq.PQclear(r);
	m->gone = m->now = (struct hub_rows){ 0 };
	return how;
}

bool
hub_clear_marks(struct hub *h, const char *county, struct diags *ds)
{
	return hub_do_with(h, "DELETE FROM gongshi.mark WHERE county = $1", 1,
	    &county, ds);
}

bool
hub_put_marks(struct hub *h, struct arena *a, struct hub_rows *rows,
    struct diags *ds)
{
	const char	*value = hub_array(rows, a);
	const bool	 good = rows->rows == 0 || hub_do_with(h, "INSERT INTO"
			    " gongshi.mark SELECT * FROM unnest("
			    "$1::gongshi.mark[])", 1, &value, ds);

	*rows = (struct hub_rows){ 0 };
	return good;
}
