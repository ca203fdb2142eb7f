/*
 * Offices: which part of the region a role of the database may see.
 */
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "hub/inside.h"

/* ---- whom it may be given to */

/*
 * Row-level security does not hold these back, or not for good: an owner, a
 * superuser, BYPASSRLS; who is a member of the owner, or may write to all
 * tables, or make itself one of these.
 */
static const char	roles[] =
"SELECT rolcanlogin, rolsuper OR rolbypassrls OR rolcreaterole OR"
" rolreplication, pg_has_role(oid, (SELECT nspowner FROM pg_namespace WHERE"
" nspname = 'gongshi'), 'MEMBER') OR EXISTS (SELECT FROM pg_roles AS p WHERE"
" p.rolname IN ('pg_write_all_data', 'pg_read_server_files',"
" 'pg_write_server_files', 'pg_execute_server_program',"
" 'pg_signal_backend', 'pg_maintain') AND"
" pg_has_role(r.oid, p.oid, 'MEMBER')) FROM pg_roles AS r WHERE rolname = $1";

static const char *const	complaints[] = {
	N_("the role %s may not log in; each office needs a login of its own "
	    "(ALTER ROLE ... LOGIN)"),
	N_("the role %s is a superuser or may BYPASSRLS, CREATEROLE or "
	    "REPLICATION: rights by offices do not bind it"),
	N_("the role %s is a member of the hub's owner, or of a role that "
	    "reads or writes everything: rights by offices do not bind it"),
};

static bool
refuse(struct hub *h, struct diags *ds, const char *why, const char *role)
{
	diag_error(ds, NOWHERE, why, text_safe(h->arena, role));
	return false;
}

static bool
role_is_fit(struct hub *h, const char *role, struct diags *ds)
{
	PGresult	*r = hub_ask(h, roles, 1, &role, ds);
	bool		 good = r != NULL;
	int		 i;

	if (good && h->pq.PQntuples(r) == 0)
		good = refuse(h, ds, _("there is no role %s in the database; "
		    "its administrator makes one (CREATE ROLE ... LOGIN)"),
		    role);
	for (i = 0; good && i < 3; i++)
		if ((*h->pq.PQgetvalue(r, 0, i) == 't') != (i == 0))
			good = refuse(h, ds, _(complaints[i]), role);
	h->pq.PQclear(r);
	return good;
}

/* At or below what the hub is for. */
static bool
code_is_fit(struct hub *h, const char *code, struct diags *ds)
{
	struct arena	*a = arena_new();
	PGresult	*r = hub_ask(h, "SELECT value FROM gongshi.setting"
			    " WHERE name = 'home'", 0, NULL, ds);
	bool		 good = r != NULL && h->pq.PQntuples(r) == 1;
	const char	*home = good ? hub_cell(h, a, r, 0, 0) : "";

	if (good && !division_within(code, home)) {
		diag_error(ds, NOWHERE, _("%s lies outside %s, which this hub "
		    "is for"), code, text_safe(a, home));
		good = false;
	}
	h->pq.PQclear(r);
	arena_free(a);
	return good;
}

/* ---- what it gets */

/*
 * Each by its name: what a later version adds gives nothing by itself.  Rows
 * are the policies' matter.
 */
static const char *const	rights[] = {
	"GRANT USAGE ON SCHEMA gongshi TO %s",
	"GRANT SELECT ON gongshi.setting, gongshi.county, gongshi.run,"
	" gongshi.file, gongshi.division, gongshi.matter, gongshi.place,"
	" gongshi.event, gongshi.posting, gongshi.objection, gongshi.past,"
	" gongshi.finding, gongshi.waiver, gongshi.renamed,"
	" gongshi.redacted, gongshi.duty, gongshi.mark, gongshi.act TO %s",
	"GRANT EXECUTE ON FUNCTION gongshi.low(), gongshi.high(),"
	" gongshi.above(), gongshi.writes() TO %s",
	"GRANT EXECUTE ON FUNCTION gongshi.push, gongshi.push_marks,"
	" gongshi.night_known, gongshi.night_take, gongshi.redact,"
	" gongshi.rename, gongshi.waive, gongshi.waive_end TO %s", NULL
};

static const char *const	no_rights[] = {
	"REVOKE ALL ON ALL TABLES IN SCHEMA gongshi FROM %s",
	"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongshi FROM %s",
	"REVOKE ALL ON SCHEMA gongshi FROM %s", NULL
};

static bool
change(struct hub *h, const char *const *forms, const char *role,
    struct diags *ds)
{
	const char	*quoted = hub_quoted(h, h->arena, role);

	for (; *forms != NULL; forms++)
		if (!hub_do(h, arena_printf(h->arena, *forms, quoted), ds))
			return false;
	return true;
}

static bool
add(struct hub *h, void *ctx, struct diags *ds)
{
	const struct office	*o = ctx;
	const char *const	 values[] = { o->role, o->code,
				    o->writes ? "t" : "f" };
	PGresult		*r = hub_ask(h, "INSERT INTO gongshi.office"
				    " VALUES ($1, $2, $3) ON CONFLICT DO"
				    " NOTHING RETURNING role", 3, values, ds);
	const bool		 good = r != NULL;
	const bool		 new = good && h->pq.PQntuples(r) == 1;

	h->pq.PQclear(r);
	if (good && !new)
		return refuse(h, ds, _("the role %s has an office already; "
		    "drop that first (`gongshi office drop`)"), o->role);
	return new && change(h, rights, o->role, ds);
}

bool
hub_office_add(struct hub *h, const struct office *o, struct diags *ds)
{
	struct office	copy = *o;

	return hub_is_owner(h, ds) && role_is_fit(h, o->role, ds) &&
	    code_is_fit(h, o->code, ds) && hub_within(h, add, &copy, ds);
}

/* A role that is gone has no rights any more, only its row. */
static bool
drop(struct hub *h, void *ctx, struct diags *ds)
{
	const char	*role = ctx;
	PGresult	*r = hub_ask(h, "DELETE FROM gongshi.office WHERE"
			    " role = $1 RETURNING EXISTS (SELECT FROM"
			    " pg_roles WHERE rolname = $1)", 1, &role, ds);
	const bool	 good = r != NULL;
	const bool	 had = good && h->pq.PQntuples(r) == 1;
	const bool	 there = had && *h->pq.PQgetvalue(r, 0, 0) == 't';

	h->pq.PQclear(r);
	if (good && !had)
		return refuse(h, ds, _("the role %s has no office (`gongshi "
		    "office list` shows all)"), role);
	return had && (!there || change(h, no_rights, role, ds));
}

bool
hub_office_drop(struct hub *h, const char *role, struct diags *ds)
{
	return hub_is_owner(h, ds) && hub_within(h, drop, arena_dup(h->arena,
	    role), ds);
}

bool
hub_offices(struct hub *h, struct arena *a, struct office **all, size_t *n,
    struct diags *ds)
{
	PGresult	*r = !hub_is_owner(h, ds) ? NULL : hub_ask(h, "SELECT"
			    " role, code, writes FROM gongshi.office"
			    " ORDER BY role", 0, NULL, ds);
	size_t		 i;

	if (r == NULL)
		return false;
	*n = (size_t)h->pq.PQntuples(r);
	*all = arena_array(a, *n, sizeof(**all));
	for (i = 0; i < *n; i++)
		(*all)[i] = (struct office){ hub_cell(h, a, r, (int)i, 0),
		    hub_cell(h, a, r, (int)i, 1),
		    *h->pq.PQgetvalue(r, (int)i, 2) == 't' };
	h->pq.PQclear(r);
	return true;
}
