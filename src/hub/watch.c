/*
 * What an operator watches: transactions that last.
 *
 * They keep rows that are gone from being cleared away, and may hold what
 * others wait for.  Of other roles' sessions the server says who they are, and
 * since when only to whom it may read all statistics; what was prepared, and
 * has no session any more, it tells everybody.
 */
#include <stdlib.h>

#include "hub/inside.h"

static const char	long_ones[] =
"SELECT pid, usename, to_char(xact_start AT TIME ZONE 'UTC',"
" 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS since FROM pg_stat_activity"
" WHERE datname = current_database() AND backend_type = 'client backend'"
" AND pid <> pg_backend_pid()"
" AND xact_start < now() - interval '1 hour'"
" UNION ALL SELECT 0, owner, to_char(prepared AT TIME ZONE 'UTC',"
" 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM pg_prepared_xacts"
" WHERE database = current_database()"
" AND prepared < now() - interval '1 hour' ORDER BY since, 1";

static const char	hidden[] =
"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
" AND coalesce(backend_type, 'client backend') = 'client backend'"
" AND NOT coalesce(pg_has_role('pg_read_all_stats', 'USAGE')"
" OR pg_has_role(usesysid, 'USAGE'), false)";

static bool
count_hidden(struct hub *h, long long *n, struct diags *ds)
{
	PGresult	*r = hub_ask(h, hidden, 0, NULL, ds);

	if (r != NULL)
		*n = strtoll(h->pq.PQgetvalue(r, 0, 0), NULL, 10);
	h->pq.PQclear(r);
	return r != NULL;
}

bool
hub_watch(struct hub *h, struct arena *a, struct hub_watched *out,
    struct diags *ds)
{
	PGresult	*r = hub_ask(h, long_ones, 0, NULL, ds);
	size_t		 i;

	*out = (struct hub_watched){ .n = 0 };
	if (r == NULL)
		return false;
	out->n = (size_t)h->pq.PQntuples(r);
	out->all = arena_array(a, out->n + 1, sizeof(*out->all));
	for (i = 0; i < out->n; i++)
		out->all[i] = (struct hub_lasting){
		    strtol(h->pq.PQgetvalue(r, (int)i, 0), NULL, 10),
		    hub_cell(h, a, r, (int)i, 1),
		    hub_cell(h, a, r, (int)i, 2) };
	h->pq.PQclear(r);
	return count_hidden(h, &out->hidden, ds);
}
