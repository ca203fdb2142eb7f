/*
 * Counties of a hub: which there are, their rows out, a whole one in.
 */
#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "hub/inside.h"

const char *
hub_home(const struct hub *h)
{
	return h->home;
}

const char *
hub_whose(const struct hub *h, struct arena *a)
{
	return arena_printf(a, "%s\n%s\n%s\n%s\n%s", h->pq.PQhost(h->conn),
	    h->pq.PQport(h->conn), h->pq.PQdb(h->conn), h->user,
	    h->owner ? "" : h->low);
}

/* ---- which there are */

static struct hub_county
read_county(struct hub *h, struct arena *a, const PGresult *r, int row)
{
	return (struct hub_county){ .code = hub_cell(h, a, r, row, 0),
	    .version = strtoll(h->pq.PQgetvalue(r, row, 1), NULL, 10),
	    .day = { (int32_t)strtol(h->pq.PQgetvalue(r, row, 2), NULL, 10) },
	    .sum = hub_cell(h, a, r, row, 3),
	    .signer = hub_cell(h, a, r, row, 4) };
}

void
hub_read_counties(struct hub *h, struct arena *a, const PGresult *r,
    struct hub_county **all, size_t *n)
{
	size_t	i;

	*n = (size_t)h->pq.PQntuples(r);
	*all = arena_array(a, *n, sizeof(**all));
	for (i = 0; i < *n; i++)
		(*all)[i] = read_county(h, a, r, (int)i);
}

bool
hub_counties(struct hub *h, struct arena *a, struct hub_county **all,
    size_t *n, struct diags *ds)
{
	PGresult	*r = hub_ask(h, "SELECT " HUB_COUNTY_COLUMNS " FROM"
			    " gongshi.county ORDER BY county", 0, NULL, ds);

	if (r == NULL)
		return false;
	hub_read_counties(h, a, r, all, n);
	h->pq.PQclear(r);
	return true;
}

const struct hub_county *
hub_counties_then(const struct hub *h, size_t *n)
{
	*n = h->ncounties;
	return h->counties;
}

/* ---- rows out */

static const char *
list_columns(struct arena *a, int table, int n)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < n; i++)
		list = arena_printf(a, "%s%s%s", list, i > 0 ? ", " : "",
		    store_parcel_column(table, i));
	return list;
}

/* As COPY writes them, each behind a backslash. */
static char
meant(char c)
{
	static const char	as[] = "bfnrtv", are[] = "\b\f\n\r\t\v";
	const char		*p = strchr(as, c);

	return p == NULL || c == '\0' ? c : are[p - as];
}

static struct parcel_cell
read_cell(char *text, size_t len)
{
	size_t	i, n;
	char	*mark = memchr(text, '\\', len);

	if (mark == NULL)
		return (struct parcel_cell){ text, len };
	if (len == 2 && text[0] == '\\' && text[1] == 'N')
		return (struct parcel_cell){ NULL, 0 };
	for (i = n = (size_t)(mark - text); i < len; i++)
		if (text[i] == '\\' && i + 1 < len)
			text[n++] = meant(text[++i]);
		else
			text[n++] = text[i];
	return (struct parcel_cell){ text, n };
}

/* A line with its newline, in place; false: not so many cells. */
static bool
read_cells(char *line, size_t len, struct parcel_cell *cells, int n)
{
	char	*end = line + len - 1, *stop;
	int	 i;

	for (i = 0; i < n && line <= end; i++) {
		stop = memchr(line, '\t', (size_t)(end - line));
		stop = stop == NULL ? end : stop;
		cells[i] = read_cell(line, (size_t)(stop - line));
		line = stop + 1;
	}
	return i == n && line == end + 1;
}

/* All lines are taken, whatever the visitor said: libpq asks for that. */
static bool
visit_lines(struct hub *h, int n, hub_row_fn *visit, void *ctx,
    struct diags *ds)
{
	struct parcel_cell	 cells[PARCEL_COLUMNS];
	char			*line;
	bool			 good = true;
	int			 len;

	while ((len = h->pq.PQgetCopyData(h->conn, &line, 0)) > 0) {
		good = good && (read_cells(line, (size_t)len, cells, n) ||
		    hub_fail(h, ds, _("it does not answer as PostgreSQL "
		    "does"))) && visit(ctx, cells, n);
		h->pq.PQfreemem(line);
	}
	return good;
}

bool
hub_visit_all(struct hub *h, const char *sql, int n, hub_row_fn *visit,
    void *ctx, struct diags *ds)
{
	PGresult	*r = h->pq.PQexec(h->conn, sql);
	bool		 good = h->pq.PQresultStatus(r) == PGRES_COPY_OUT;

	if (!good)
		(void)hub_tell(h, r, ds);
	h->pq.PQclear(r);
	if (good)
		good = visit_lines(h, n, visit, ctx, ds);
	while ((r = h->pq.PQgetResult(h->conn)) != NULL) {
		if (good && h->pq.PQresultStatus(r) != PGRES_COMMAND_OK)
			good = hub_tell(h, r, ds);
		h->pq.PQclear(r);
	}
	return good;
}

bool
hub_each(struct hub *h, const char *county, int table, hub_row_fn *visit,
    void *ctx, struct diags *ds)
{
	struct arena	*a = arena_new();
	const int	 n = store_parcel_width(table);
	const char	*sql = arena_printf(a, "COPY (SELECT %s FROM gongshi.%s"
			    " WHERE county = '%s' ORDER BY %s) TO STDOUT",
			    list_columns(a, table, n),
			    store_parcel_name(table), county, list_columns(a,
			    table, store_parcel_keys(table)));
	const bool	 good = division_is(county, strlen(county)) ?
			    hub_visit_all(h, sql, n, visit, ctx, ds) :
			    hub_is_damaged(h, ds);

	arena_free(a);
	return good;
}

/* ---- a whole county in */

/*
 * Where there is no row yet nothing is locked: of two that come at once one
 * meets the other's keys, waits for them, and is refused.
 */
static bool
lock(struct hub *h, struct arena *a, const char *county,
    struct hub_county *was, struct diags *ds)
{
	PGresult	*r = hub_ask(h, "SELECT " HUB_COUNTY_COLUMNS " FROM"
			    " gongshi.county WHERE county = $1 FOR UPDATE", 1,
			    &county, ds);
	const bool	 good = r != NULL;

	*was = (struct hub_county){ .code = county, .day = DAY_NONE,
	    .sum = "", .signer = "" };
	if (good && h->pq.PQntuples(r) == 1)
		*was = read_county(h, a, r, 0);
	h->pq.PQclear(r);
	return good;
}

bool
hub_clear(struct hub *h, struct arena *a, const char *county,
    struct hub_county *was, struct diags *ds)
{
	int	i, n = store_parcel_tables();

	if (!hub_is_owner(h, ds) || !lock(h, a, county, was, ds))
		return false;
	for (i = 0; i < n; i++)
		if (!hub_do_with(h, arena_printf(a, "DELETE FROM gongshi.%s"
		    " WHERE county = $1", store_parcel_name(i)), 1, &county,
		    ds))
			return false;
	return true;
}

static bool
end_copy(struct hub *h, struct diags *ds)
{
	PGresult	*r;
	bool		 good;

	if (h->copying < 0)
		return true;
	h->copying = -1;
	good = h->pq.PQputCopyEnd(h->conn, NULL) == 1;
	if (!good)
		(void)hub_tell(h, NULL, ds);
	while ((r = h->pq.PQgetResult(h->conn)) != NULL) {
		if (good && h->pq.PQresultStatus(r) != PGRES_COMMAND_OK)
			good = hub_tell(h, r, ds);
		h->pq.PQclear(r);
	}
	return good;
}

static bool
begin_copy(struct hub *h, int table, struct diags *ds)
{
	struct arena	*a = arena_new();
	const char	*sql = arena_printf(a, "COPY gongshi.%s (%s%s) FROM"
			    " STDIN", store_parcel_name(table),
			    store_parcel_has_county(table) ? "" : "county, ",
			    list_columns(a, table, store_parcel_width(
			    table)));
	PGresult	*r = h->pq.PQexec(h->conn, sql);
	const bool	 good = h->pq.PQresultStatus(r) == PGRES_COPY_IN ||
			    hub_tell(h, r, ds);

	h->pq.PQclear(r);
	arena_free(a);
	if (good)
		h->copying = table;
	return good;
}

static bool
send(struct hub *h, const char *bytes, size_t n, struct diags *ds)
{
	return h->pq.PQputCopyData(h->conn, bytes, (int)n) == 1 ||
	    hub_tell(h, NULL, ds);
}

bool
hub_put(struct hub *h, const char *county, int table, const char *line,
    size_t len, struct diags *ds)
{
	if (h->copying != table && (!end_copy(h, ds) || !begin_copy(h, table,
	    ds)))
		return false;
	return (store_parcel_has_county(table) || (send(h, county,
	    strlen(county), ds) && send(h, "\t", 1, ds))) && send(h, line,
	    len, ds);
}

/* Its cases, and those that were: as a file has it where one is rolled up. */
static const char	judge_anew[] =
"INSERT INTO gongshi.mark SELECT $1, 'dirty', division, id, '[]', '[]' FROM ("
"SELECT division, id FROM gongshi.matter WHERE county = $1 UNION"
" SELECT division, id FROM gongshi.mark WHERE county = $1 AND tab = 'watch')"
" AS c WHERE EXISTS (SELECT FROM gongshi.mark WHERE county = $1"
" AND tab = 'night') ON CONFLICT DO NOTHING";
static const char	write_anew[] =
"UPDATE gongshi.mark SET vals = gongshi.stale(vals) WHERE county = $1"
" AND tab = 'shelf'";

bool
hub_put_end(struct hub *h, const struct hub_county *c, const char *command,
    const char *source, struct diags *ds)
{
	struct arena		*a = arena_new();
	const char *const	 values[] = { c->code, arena_printf(a, "%lld",
				    c->version), arena_printf(a, "%ld",
				    (long)c->day.n), c->sum, *c->signer ==
				    '\0' ? NULL : c->signer };
	const char *const	 way[] = { c->code, values[1], c->sum, command,
				    source };
	bool			 good;

	good = end_copy(h, ds) && hub_do_with(h, "INSERT INTO gongshi.county"
	    " VALUES ($1, $2::bigint, $3::integer, $4, $5) ON CONFLICT"
	    " (county) DO UPDATE SET version = excluded.version,"
	    " day = excluded.day, sum = excluded.sum,"
	    " signer = coalesce(excluded.signer, county.signer)", 5, values,
	    ds) && hub_do_with(h, "INSERT INTO gongshi.taken (county,"
	    " version, sum, command, source, who, at) VALUES ($1,"
	    " $2::bigint, $3, $4, $5, session_user, clock_timestamp())", 5,
	    way, ds) && hub_do_with(h, judge_anew, 1, &c->code, ds) &&
	    hub_do_with(h, write_anew, 1, &c->code, ds);
	arena_free(a);
	return good;
}

bool
hub_changed(struct hub *h, const struct hub_county *c, bool *changed,
    struct diags *ds)
{
	struct arena		*a = arena_new();
	const char *const	 values[] = { c->code, arena_printf(a, "%lld",
				    c->version), c->sum };
	PGresult		*r = hub_ask(h, "SELECT NOT EXISTS (SELECT"
				    " FROM gongshi.taken WHERE county = $1"
				    " AND version = $2::bigint AND sum = $3)",
				    3, values, ds);
	const bool		 good = r != NULL;

	*changed = good && *h->pq.PQgetvalue(r, 0, 0) == 't';
	h->pq.PQclear(r);
	arena_free(a);
	return good;
}

bool
hub_signed(struct hub *h, const char *county, struct diags *ds)
{
	return hub_do_with(h, "UPDATE gongshi.county SET signer = county"
	    " WHERE county = $1 AND signer IS DISTINCT FROM county", 1,
	    &county, ds);
}
