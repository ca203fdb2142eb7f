/*
 * What an office writes: the difference of one county, in one call.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "hub/inside.h"

/* ---- who may, and what the server's clock says */

bool
hub_may_write(struct hub *h, struct diags *ds)
{
	if (h->owner)
		return hub_fail(h, ds, _("its owner keeps it and has no "
		    "office; facts come in by a role that has one (`gongshi "
		    "office add ROLE CODE write`)"));
	return h->writes || hub_fail(h, ds, _("this user's office only "
	    "reads"));
}

bool
hub_begin_push(struct hub *h, struct arena *a, struct hub_hand *hand,
    struct diags *ds)
{
	PGresult	*r;

	if (!hub_do(h, "BEGIN ISOLATION LEVEL READ COMMITTED", ds))
		return false;
	r = hub_ask(h, "SELECT to_char(now() AT TIME ZONE 'UTC',"
	    " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), session_user, (now() AT TIME"
	    " ZONE 'UTC' + interval '8 hours')::date - date '1970-01-01',"
	    " pg_backend_pid()", 0, NULL, ds);
	if (r == NULL)
		return false;
	*hand = (struct hub_hand){ hub_cell(h, a, r, 0, 0),
	    hub_cell(h, a, r, 0, 1),
	    { (int32_t)strtol(h->pq.PQgetvalue(r, 0, 2), NULL, 10) },
	    hub_cell(h, a, r, 0, 3) };
	h->pq.PQclear(r);
	return true;
}

static bool
runs(struct hub *h, const struct hub_hand *hand, bool *is, struct diags *ds)
{
	PGresult	*r = hub_ask(h, "SELECT EXISTS (SELECT FROM"
			    " pg_stat_activity WHERE pid = $1::integer AND"
			    " usename = session_user)", 1, &hand->pid, ds);

	*is = r != NULL && *h->pq.PQgetvalue(r, 0, 0) == 't';
	h->pq.PQclear(r);
	return r != NULL;
}

bool
hub_has_ended(struct hub *h, const struct hub_hand *hand, struct diags *ds)
{
	enum { TENTHS = 100 };
	const struct timespec	tenth = { .tv_nsec = 100000000 };
	bool			there = true;
	int			i;

	for (i = 0; i < TENTHS && there; i++) {
		if (i > 0)
			(void)nanosleep(&tenth, NULL);
		if (!runs(h, hand, &there, ds))
			return false;
	}
	return !there;
}

/* ---- rows as arrays of composites */

/* How a byte of a cell is written, within quotes within quotes. */
static const char *
written(char c)
{
	return c == '"' ? "\\\\\\\"" : c == '\\' ? "\\\\\\\\" : NULL;
}

static void
put(struct hub_rows *r, struct arena *a, const char *bytes, size_t n)
{
	char	*more;

	if (r->n + n + 1 > r->room) {
		r->room = 2 * r->room + n + 1024;
		more = arena_room(a, r->room);
		if (r->n > 0)
			memcpy(more, r->text, r->n);
		r->text = more;
	}
	memcpy(r->text + r->n, bytes, n);
	r->n += n;
	r->text[r->n] = '\0';
}

static void
put_cell(struct hub_rows *r, struct arena *a, const struct parcel_cell *c)
{
	size_t		 i, from = 0;
	const char	*as;

	if (c->text == NULL)
		return;
	put(r, a, "\\\"", 2);
	for (i = 0; i < c->len; i++) {
		as = written(c->text[i]);
		if (as == NULL)
			continue;
		put(r, a, c->text + from, i - from);
		put(r, a, as, strlen(as));
		from = i + 1;
	}
	put(r, a, c->text + from, c->len - from);
	put(r, a, "\\\"", 2);
}

void
hub_rows_add(struct hub_rows *r, struct arena *a, const char *county,
    const struct parcel_cell *cells, int n, int width)
{
	const struct parcel_cell	of = { county, strlen(county) };
	int				i;

	put(r, a, r->rows == 0 ? "{\"(" : ",\"(", 3);
	put_cell(r, a, &of);
	for (i = 0; i < width; i++) {
		put(r, a, ",", 1);
		if (i < n)
			put_cell(r, a, &cells[i]);
	}
	put(r, a, ")\"", 2);
	r->rows++;
}

const char *
hub_array(struct hub_rows *r, struct arena *a)
{
	if (r->rows == 0)
		return "{}";
	put(r, a, "}", 1);
	return r->text;
}

/* ---- sent */

static const char	call[] =
"SELECT gongshi.push($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
" $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)";

enum hub_pushed
hub_not_pushed(struct hub *h, const char *county, const PGresult *r,
    struct diags *ds)
{
	const char	*state = h->pq.PQresultErrorField(r,
			    PG_DIAG_SQLSTATE);

	if (state != NULL && (strcmp(state, "40001") == 0 ||
	    strcmp(state, "40P01") == 0))
		return HUB_AGAIN;
	if (state != NULL && strcmp(state, "GX001") == 0)
		diag_fail(ds, _("the hub %s: %s is not this user's to write; "
		    "nothing was kept; rows of divisions or cases of %s stand "
		    "in what was brought: take them out"), h->name, county,
		    county);
	else if (state != NULL && strcmp(state, "GX002") == 0)
		diag_fail(ds, _("the hub %s: somebody else wrote to %s "
		    "meanwhile; nothing was kept, run it again"), h->name,
		    county);
	else if (state != NULL && strcmp(state, "55P03") == 0)
		diag_fail(ds, _("the hub %s: another is writing to %s and did "
		    "not end in time; nothing was kept, try again"), h->name,
		    county);
	else
		(void)hub_tell(h, r, ds);
	return HUB_NOT_PUSHED;
}

enum hub_pushed
hub_push(struct hub *h, struct arena *a, struct hub_push *p, struct diags *ds)
{
	const char	*values[5 + HUB_ARRAYS] = { p->county, arena_printf(a,
			    "%lld", p->version), p->had, p->becomes,
			    p->command };
	enum hub_pushed	 how = HUB_PUSHED;
	PGresult	*r;
	size_t		 bytes = 0;
	int		 i;

	for (i = 0; i < HUB_ARRAYS; i++) {
		bytes += p->rows[i].n;
		values[5 + i] = hub_array(&p->rows[i], a);
	}
	if (bytes > HUB_PUSH_BYTES) {
		diag_error(ds, NOWHERE, _("%s: more than %d MiB of changes at "
		    "once, for which a hub has no room; bring it in several "
		    "parts"), p->county, HUB_PUSH_BYTES >> 20);
		return HUB_NOT_PUSHED;
	}
	r = h->pq.PQexecParams(h->conn, call, 5 + HUB_ARRAYS, NULL, values,
	    NULL, NULL, 0);
	if (h->pq.PQresultStatus(r) != PGRES_TUPLES_OK)
		how = hub_not_pushed(h, p->county, r, ds);
	h->pq.PQclear(r);
	return how;
}
