/*
 * Acts: each is one call of a function of its own.
 */
#include <string.h>

#include "base/text.h"
#include "hub/inside.h"

enum { MOST = 32 };		/* values of one call */

static enum hub_pushed
call(struct hub *h, const struct hub_change *c, const char *sql, int n,
    const char *const *values, struct diags *ds)
{
	PGresult	*r = h->pq.PQexecParams(h->conn, sql, n, NULL, values,
			    NULL, NULL, 0);
	enum hub_pushed	 how = HUB_PUSHED;

	if (h->pq.PQresultStatus(r) != PGRES_TUPLES_OK)
		how = hub_not_pushed(h, c->county, r, ds);
	h->pq.PQclear(r);
	return how;
}

/* The first four of each. */
static void
begin(struct arena *a, const struct hub_change *c, const char **values)
{
	values[0] = c->county;
	values[1] = arena_printf(a, "%lld", c->version);
	values[2] = c->had;
	values[3] = c->becomes;
}

enum hub_pushed
hub_rename(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct hub_rows *places, struct diags *ds)
{
	const char	*v[MOST] = { NULL, NULL, NULL, NULL, act->division,
			    act->id, act->to_division, act->to_id,
			    act->aside ? "t" : "f", hub_array(places, a) };

	begin(a, c, v);
	return call(h, c, "SELECT gongshi.rename($1, $2, $3, $4, $5, $6, $7,"
	    " $8, $9, $10)", 10, v, ds);
}

/* Its rows are bounded as those of a push. */
enum hub_pushed
hub_redact(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct hub_rows *rows, struct diags *ds)
{
	const char	*v[MOST] = { NULL, NULL, NULL, NULL, act->division,
			    act->id, act->ground, act->by };
	size_t		 bytes = 0;
	int		 i;

	begin(a, c, v);
	for (i = 0; i < HUB_REDACTED; i++) {
		bytes += rows[i].n;
		v[8 + i] = hub_array(&rows[i], a);
	}
	if (bytes > HUB_PUSH_BYTES) {
		diag_error(ds, NOWHERE, _("%s: more than %d MiB of changes at "
		    "once, for which a hub has no room"), c->county,
		    HUB_PUSH_BYTES >> 20);
		return HUB_NOT_PUSHED;
	}
	return call(h, c, "SELECT gongshi.redact($1, $2, $3, $4, $5, $6, $7,"
	    " $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,"
	    " $21, $22)", 8 + HUB_REDACTED, v, ds);
}

enum hub_pushed
hub_waive(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct diags *ds)
{
	const char	*v[MOST] = { NULL, NULL, NULL, NULL, act->key,
			    act->ground, act->by, arena_printf(a, "%d",
			    (int)act->until.n) };

	begin(a, c, v);
	return call(h, c, "SELECT gongshi.waive($1, $2, $3, $4, $5, $6, $7,"
	    " $8)", 8, v, ds);
}

enum hub_pushed
hub_waive_end(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct diags *ds)
{
	const char	*v[MOST] = { NULL, NULL, NULL, NULL, act->key };

	begin(a, c, v);
	return call(h, c, "SELECT gongshi.waive_end($1, $2, $3, $4, $5)", 5,
	    v, ds);
}
