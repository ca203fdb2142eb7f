#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "hub/inside.h"

/* Where the words say nothing else, in seconds. */
static const char	patience[] = "10";

const char	hub_session[] =
"SET search_path = pg_catalog, pg_temp;"
"SET lock_timeout = '10s';"
"SET idle_in_transaction_session_timeout = '10min';"
"SET row_security = on;"
"SET standard_conforming_strings = on;"
"SET default_transaction_isolation = 'repeatable read';";

/* ---- errors */

/* The first line of what libpq or the server says; the others are advice. */
static const char *
first_line(struct hub *h, const char *text)
{
	return text_safe(h->arena, text == NULL ? "" : arena_ndup(h->arena,
	    text, strcspn(text, "\n")));
}

/* Of several hosts each has a line; advice stands further in. */
static const char *
each_line(struct hub *h, const char *text)
{
	const char	*all = first_line(h, text);

	while ((text = strchr(text, '\n')) != NULL)
		if (*++text != '\0' && strchr("\t\n ", *text) == NULL)
			all = arena_printf(h->arena, "%s; %s", all,
			    first_line(h, text));
	return all;
}

bool
hub_refuse(const struct hub *h, struct diags *ds, const char *why)
{
	diag_error(ds, NOWHERE, _("the hub %s: %s"), h->name, why);
	return false;
}

bool
hub_fail(const struct hub *h, struct diags *ds, const char *why)
{
	diag_fail(ds, _("the hub %s: %s"), h->name, why);
	return false;
}

bool
hub_is_damaged(const struct hub *h, struct diags *ds)
{
	return hub_fail(h, ds, _("its schema `gongshi` is none of this "
	    "program's, or damaged"));
}

/*
 * What a hub's functions refuse to honest users too (hub_push_firsts,
 * hub_act_firsts), in the user's language.
 */
static const char *
worded(const char *said)
{
	static const char *const	refusals[] = {
		N_("a number that another county's case had first"),
		N_("a first number that another case has")
	};
	size_t				i;

	for (i = 0; i < sizeof(refusals) / sizeof(*refusals); i++)
		if (strcmp(said, refusals[i]) == 0)
			return text_in(refusals[i]);
	return said;
}

/* Of a lost connection there is no answer, and libpq says what it was. */
bool
hub_tell(struct hub *h, const PGresult *r, struct diags *ds)
{
	const char	*state = h->pq.PQresultErrorField(r,
			    PG_DIAG_SQLSTATE);
	const char	*said = h->pq.PQresultErrorField(r,
			    PG_DIAG_MESSAGE_PRIMARY);
	const char	*table = h->pq.PQresultErrorField(r,
			    PG_DIAG_TABLE_NAME);

	h->late = state != NULL && strcmp(state, "55P03") == 0;
	if (h->late && h->patient)
		return false;
	if (h->late)
		return hub_fail(h, ds, _("another holds what this needs, and "
		    "did not let go of it in time; try again"));
	if (state != NULL && strcmp(state, "25006") == 0)
		return hub_fail(h, ds, _("this is a standby, which only "
		    "reads; name the primary, or several hosts and "
		    "target_session_attrs=read-write"));
	if (table != NULL && state != NULL && strcmp(state, "23505") == 0)
		return hub_fail(h, ds, arena_printf(h->arena, _("table %s: a "
		    "row that another has already"), table));
	if (said == NULL && h->pq.PQstatus(h->conn) != CONNECTION_OK)
		return hub_fail(h, ds, arena_printf(h->arena, _("the "
		    "connection was lost (%s); nothing was kept, try again "
		    "when it is there"), first_line(h,
		    h->pq.PQerrorMessage(h->conn))));
	return hub_fail(h, ds, said != NULL ? worded(first_line(h, said)) :
	    first_line(h, h->pq.PQerrorMessage(h->conn)));
}

/* ---- the words */

/* libpq's own complaint would repeat them. */
static bool
words_are_good(struct hub *h, const char *words, struct diags *ds)
{
	PQconninfoOption	*all = h->pq.PQconninfoParse(words, NULL), *o;
	bool			 secret = false;

	if (all == NULL) {
		diag_error(ds, NOWHERE, _("--db: these are no words that "
		    "libpq understands; expected postgresql://HOST/NAME, "
		    "service=NAME or host=HOST dbname=NAME"));
		return false;
	}
	/* libpq marks with a star what is not to be shown */
	for (o = all; o->keyword != NULL; o++)
		secret |= o->val != NULL && o->dispchar[0] == '*';
	h->pq.PQconninfoFree(all);
	if (secret)
		diag_error(ds, NOWHERE, _("--db: a password stands in it, "
		    "where other users of this machine can read it; put it "
		    "into the file ~/.pgpass (or PGPASSFILE) or a service, and "
		    "change it"));
	return !secret;
}

/* ---- opening */

static void
be_quiet(void *ctx, const char *notice)
{
	(void)ctx, (void)notice;
}

static const char *
or_else(const char *s, const char *other)
{
	return s == NULL || *s == '\0' ? other : s;
}

/* What stands before the words holds where they say nothing. */
static bool
connect(struct hub *h, const char *words, struct diags *ds)
{
	const char *const	names[] = { "connect_timeout",
				    "fallback_application_name", "dbname",
				    "client_encoding", NULL };
	const char *const	values[] = { getenv("PGCONNECT_TIMEOUT") !=
				    NULL ? NULL : patience, "gongshi", words,
				    "UTF8", NULL };

	/* its messages in the language of ours; there are none in / */
	if (text_lang() == LANG_EN)
		(void)setenv("PGLOCALEDIR", "/", 1);
	h->conn = h->pq.PQconnectdbParams(names, values, 1);
	if (h->conn == NULL)
		return hub_fail(h, ds, text_error(ENOMEM));
	h->name = text_safe(h->arena, arena_printf(h->arena,
	    _("%s (host %s, user %s)"), or_else(h->pq.PQdb(h->conn), "?"),
	    or_else(h->pq.PQhost(h->conn), "?"),
	    or_else(h->pq.PQuser(h->conn), "?")));
	if (h->pq.PQstatus(h->conn) != CONNECTION_OK)
		return hub_fail(h, ds, each_line(h,
		    h->pq.PQerrorMessage(h->conn)));
	(void)h->pq.PQsetNoticeProcessor(h->conn, be_quiet, NULL);
	return true;
}

struct hub *
hub_open(const char *words, struct diags *ds)
{
	struct arena	*a = arena_new();
	struct hub	*h = arena_alloc(a, sizeof(*h));

	h->arena = a;
	h->name = "?";
	h->copying = -1;
	if (libpq_load(&h->pq, ds) && words_are_good(h, words, ds) &&
	    connect(h, words, ds))
		return h;
	hub_close(h);
	return NULL;
}

void
hub_close(struct hub *h)
{
	if (h == NULL)
		return;
	if (h->conn != NULL)
		h->pq.PQfinish(h->conn);
	arena_free(h->arena);
}

bool
hub_is_there(struct hub *h)
{
	PGresult	*r = h->pq.PQexec(h->conn, "SELECT 1");
	const bool	 good = h->pq.PQresultStatus(r) == PGRES_TUPLES_OK;

	h->pq.PQclear(r);
	return good;
}

const char *
hub_name(const struct hub *h)
{
	return h->name;
}

/* ---- statements */

PGresult *
hub_ask(struct hub *h, const char *sql, int n, const char *const *values,
    struct diags *ds)
{
	PGresult	*r = h->pq.PQexecParams(h->conn, sql, n, NULL, values,
			    NULL, NULL, 0);
	const ExecStatusType	s = h->pq.PQresultStatus(r);

	if (s == PGRES_TUPLES_OK || s == PGRES_COMMAND_OK)
		return r;
	(void)hub_tell(h, r, ds);
	h->pq.PQclear(r);
	return NULL;
}

bool
hub_do_with(struct hub *h, const char *sql, int n, const char *const *values,
    struct diags *ds)
{
	PGresult	*r = hub_ask(h, sql, n, values, ds);

	h->pq.PQclear(r);
	return r != NULL;
}

bool
hub_do(struct hub *h, const char *sql, struct diags *ds)
{
	PGresult		*r = h->pq.PQexec(h->conn, sql);
	const ExecStatusType	 s = h->pq.PQresultStatus(r);
	const bool		 good = s == PGRES_TUPLES_OK ||
				    s == PGRES_COMMAND_OK;

	if (!good)
		(void)hub_tell(h, r, ds);
	h->pq.PQclear(r);
	return good;
}

const char *
hub_cell(struct hub *h, struct arena *a, const PGresult *r, int row, int col)
{
	return arena_ndup(a, h->pq.PQgetvalue(r, row, col),
	    (size_t)h->pq.PQgetlength(r, row, col));
}

const char *
hub_quoted(struct hub *h, struct arena *a, const char *name)
{
	char		*q = h->pq.PQescapeIdentifier(h->conn, name,
			    strlen(name));
	const char	*out = arena_dup(a, q == NULL ? "\"\"" : q);

	h->pq.PQfreemem(q);
	return out;
}

bool
hub_begin(struct hub *h, struct diags *ds)
{
	return hub_do(h, "BEGIN", ds);
}

enum hub_kept
hub_try_commit(struct hub *h, struct diags *ds)
{
	PGresult	*r = h->pq.PQexec(h->conn, "COMMIT");
	enum hub_kept	 how = HUB_NOT_KEPT;

	if (h->pq.PQresultStatus(r) == PGRES_COMMAND_OK &&
	    strcmp(h->pq.PQcmdStatus(r), "COMMIT") == 0)
		how = HUB_KEPT;
	else if (h->pq.PQstatus(h->conn) != CONNECTION_OK)
		how = HUB_LOST;
	else
		(void)hub_tell(h, r, ds);
	h->pq.PQclear(r);
	return how;
}

bool
hub_is_lost(const struct hub *h, struct diags *ds)
{
	return hub_fail(h, ds, _("the connection was lost while it kept what "
	    "was sent: whether it did is not known; run it again"));
}

bool
hub_commit(struct hub *h, struct diags *ds)
{
	const enum hub_kept	how = hub_try_commit(h, ds);

	return how == HUB_KEPT || (how == HUB_LOST && hub_is_lost(h, ds));
}

/* Of a lost connection too; rows that were on their way are drained. */
void
hub_rollback(struct hub *h)
{
	PGresult	*r;

	if (h->copying >= 0)
		(void)h->pq.PQputCopyEnd(h->conn, "ended by gongshi");
	h->copying = -1;
	while ((r = h->pq.PQgetResult(h->conn)) != NULL)
		h->pq.PQclear(r);
	h->pq.PQclear(h->pq.PQexec(h->conn, "ROLLBACK"));
}

bool
hub_within(struct hub *h, hub_work_fn *work, void *ctx, struct diags *ds)
{
	if (!hub_begin(h, ds))
		return false;
	if (work(h, ctx, ds))
		return hub_commit(h, ds);
	hub_rollback(h);
	return false;
}
