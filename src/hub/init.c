/*
 * A hub made, brought up to date, and entered.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "hub/inside.h"

/* ---- what kind of server, and who asks */

struct trait {
	const char	*is;		/* SQL: true where it is as needed */
	const char	*why;		/* msgid */
};

static const struct trait	server[] = {
	{ "current_setting('server_encoding') = 'UTF8'", N_("its encoding is "
	    "not UTF-8; make a database with ENCODING 'UTF8'") },
	{ "'' IS NOT NULL", N_("this server takes an empty text for none, and "
	    "cells that are empty would be lost") },
	{ "'B' < 'a' COLLATE \"C\" AND 'a' < 'a ' COLLATE \"C\" AND"
	    " U&'\\FFEE' < U&'\\+01F600' COLLATE \"C\"", N_("this server does "
	    "not order texts by their bytes where COLLATE \"C\" asks for "
	    "it") },
};

/* A function of its owner's would do whatever a superuser may. */
static const struct trait	owner[] = {
	{ "NOT rolsuper FROM pg_roles WHERE rolname = session_user",
	    N_("a superuser may not own it: connect as the owner of the "
	    "database, a role that is none (CREATE ROLE gongshi LOGIN; CREATE "
	    "DATABASE gongshi OWNER gongshi)") },
	{ "pg_get_userbyid(datdba) = session_user AND session_user ="
	    " current_user FROM pg_database WHERE datname ="
	    " current_database()", N_("this user does not own the database, "
	    "and its schema is the owner's to make: connect as the owner") },
};

static bool
holds(struct hub *h, const struct trait *t, size_t n, struct diags *ds)
{
	struct arena	*a = arena_new();
	PGresult	*r;
	bool		 good = true;
	size_t		 i;

	for (i = 0; i < n && good; i++) {
		r = hub_ask(h, arena_printf(a, "SELECT %s", t[i].is), 0, NULL,
		    ds);
		good = r != NULL && (strcmp(hub_cell(h, a, r, 0, 0), "t") ==
		    0 || hub_refuse(h, ds, _(t[i].why)));
		h->pq.PQclear(r);
	}
	arena_free(a);
	return good;
}

#define HOLDS(h, t, ds)	holds(h, t, sizeof(t) / sizeof(*(t)), ds)

/* ---- what is there */

enum there { THERE_NOT, THERE, THERE_UNKNOWN };

/* The catalogs tell every login: there it is, whose, and may one enter? */
static enum there
look(struct hub *h, bool *may_enter, struct diags *ds)
{
	PGresult	*r = hub_ask(h, "SELECT pg_get_userbyid(nspowner) ="
			    " session_user, has_schema_privilege(session_user,"
			    " oid, 'USAGE') FROM pg_namespace"
			    " WHERE nspname = 'gongshi'", 0, NULL, ds);
	enum there	 is = r == NULL ? THERE_UNKNOWN : h->pq.PQntuples(r) ==
			    0 ? THERE_NOT : THERE;

	*may_enter = false;
	if (is == THERE) {
		h->owner = *h->pq.PQgetvalue(r, 0, 0) == 't';
		*may_enter = *h->pq.PQgetvalue(r, 0, 1) == 't';
	}
	h->pq.PQclear(r);
	return is;
}

bool
hub_setting(struct hub *h, struct arena *a, const char *name,
    const char **value, struct diags *ds)
{
	PGresult	*r = hub_ask(h, "SELECT value FROM gongshi.setting"
			    " WHERE name = $1", 1, &name, ds);
	const bool	 good = r != NULL && h->pq.PQntuples(r) == 1;

	if (r != NULL && !good)
		(void)hub_is_damaged(h, ds);
	else if (good)
		*value = hub_cell(h, a, r, 0, 0);
	h->pq.PQclear(r);
	return good;
}

static bool
read_version(struct hub *h, int *version, struct diags *ds)
{
	struct arena	*a = arena_new();
	const char	*value;
	const bool	 good = hub_setting(h, a, "schema", &value, ds);

	if (good)
		*version = (int)strtol(value, NULL, 10);
	arena_free(a);
	return good;
}

static bool
is_no_newer(struct hub *h, int version, struct diags *ds)
{
	if (version > hub_newest())
		diag_fail(ds, _("the hub %s was made by a newer gongshi (its "
		    "version is %d, this program knows %d)"), h->name,
		    version, hub_newest());
	else if (version < 1)
		(void)hub_is_damaged(h, ds);
	return version >= 1 && version <= hub_newest();
}

static bool
there_is_none(struct hub *h, struct diags *ds)
{
	return hub_refuse(h, ds, _("there is nothing of gongshi in it; its "
	    "owner makes it with `gongshi init --division CODE`"));
}

static bool
has_no_office(struct hub *h, struct diags *ds)
{
	return hub_fail(h, ds, _("this user has no office in it; its owner "
	    "gives one with `gongshi office add ROLE CODE read`"));
}

static bool
is_older(struct hub *h, struct diags *ds)
{
	return hub_refuse(h, ds, _("it was made by an older gongshi; its "
	    "owner brings it up to date with `gongshi init --upgrade`"));
}

/*
 * In one go: what each connection begins with, who asks and what of, and which
 * counties there are.
 */
static const char	entry[] =
"SELECT pg_get_userbyid(nspowner) = session_user, gongshi.low(),"
" gongshi.writes(), session_user, (SELECT value FROM gongshi.setting"
" WHERE name = 'schema'), (SELECT value FROM gongshi.setting WHERE name ="
" 'home') FROM pg_namespace WHERE nspname = 'gongshi';"
"SELECT " HUB_COUNTY_COLUMNS " FROM gongshi.county ORDER BY county";

static void
note_who(struct hub *h, const PGresult *r, int *version)
{
	h->owner = *h->pq.PQgetvalue(r, 0, 0) == 't';
	h->low = h->pq.PQgetisnull(r, 0, 1) ? NULL :
	    hub_cell(h, h->arena, r, 0, 1);
	h->writes = *h->pq.PQgetvalue(r, 0, 2) == 't';
	h->user = hub_cell(h, h->arena, r, 0, 3);
	*version = (int)strtol(h->pq.PQgetvalue(r, 0, 4), NULL, 10);
	h->home = hub_cell(h, h->arena, r, 0, 5);
}

/* False: something was not as it should be, which is asked step by step. */
static bool
enter_at_once(struct hub *h, int *version)
{
	PGresult	*r;
	bool		 good;
	int		 n = 0;

	good = h->pq.PQsendQuery(h->conn, arena_printf(h->arena, "%s%s",
	    hub_session, entry)) == 1;
	while ((r = h->pq.PQgetResult(h->conn)) != NULL) {
		switch (h->pq.PQresultStatus(r)) {
		case PGRES_TUPLES_OK:
			if (++n == 1 && h->pq.PQntuples(r) == 1)
				note_who(h, r, version);
			else if (n == 2)
				hub_read_counties(h, h->arena, r,
				    &h->counties, &h->ncounties);
			break;
		case PGRES_COMMAND_OK:
			break;
		default:
			good = false;
		}
		h->pq.PQclear(r);
	}
	return good && n == 2 && h->home != NULL;
}

/* Why it was not possible at once; false. */
static bool
tell_why_not(struct hub *h, struct diags *ds)
{
	bool	may_enter;
	int	version;

	if (!hub_do(h, hub_session, ds))
		return false;
	switch (look(h, &may_enter, ds)) {
	case THERE_UNKNOWN:
		return false;
	case THERE_NOT:
		return there_is_none(h, ds);
	case THERE:
		break;
	}
	if (!may_enter)
		return has_no_office(h, ds);
	if (!read_version(h, &version, ds) || !is_no_newer(h, version, ds))
		return false;
	return version < hub_newest() ? is_older(h, ds) :
	    hub_is_damaged(h, ds);
}

bool
hub_enter(struct hub *h, struct diags *ds)
{
	int	version = 0;

	h->home = NULL;
	if (!enter_at_once(h, &version))
		return tell_why_not(h, ds);
	if (!is_no_newer(h, version, ds))
		return false;
	if (version < hub_newest())
		return is_older(h, ds);
	return h->owner || h->low != NULL || has_no_office(h, ds);
}

bool
hub_is_owner(struct hub *h, struct diags *ds)
{
	return h->owner || hub_refuse(h, ds, _("this is for the owner of the "
	    "hub alone"));
}

/* ---- made */

struct making {
	struct arena	*arena;
	const char	*home;
	int		 from;
	const char	**rights;
};

static bool
migrate(struct hub *h, int from, struct diags *ds)
{
	const char *const	*part;
	int			 v;

	for (v = from; v < hub_newest(); v++)
		for (part = hub_migrations[v]; *part != NULL; part++)
			if (!hub_do(h, *part, ds))
				return false;
	return true;
}

static bool
set(struct hub *h, const char *name, const char *value, struct diags *ds)
{
	const char *const	values[] = { name, value };

	return hub_do_with(h, "INSERT INTO gongshi.setting VALUES ($1, $2) "
	    "ON CONFLICT (name) DO UPDATE SET value = excluded.value", 2,
	    values, ds);
}

/* Whoever may connect may otherwise make tables of its own there. */
#define DATABASE_DOORS \
"SELECT format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC'," \
" current_database())"
static const char	doors[] = DATABASE_DOORS
" UNION ALL SELECT 'REVOKE CREATE ON SCHEMA public FROM PUBLIC'"
" WHERE to_regnamespace('public') IS NOT NULL"
" UNION ALL SELECT format('REVOKE ALL ON %s FROM PUBLIC', w) FROM unnest("
" ARRAY['SCHEMA gongshi', 'ALL TABLES IN SCHEMA gongshi',"
" 'ALL SEQUENCES IN SCHEMA gongshi', 'ALL FUNCTIONS IN SCHEMA gongshi'])"
" AS w";

/* What is the database's own comes with no dump of it. */
static const char	doors_again[] = DATABASE_DOORS
" FROM pg_database WHERE datname = current_database()"
" AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d',"
" datdba))) WHERE grantee = 0 AND privilege_type IN ('TEMPORARY',"
" 'CREATE'))";

/* The statements that one returns, a row each, ended by NULL; NULL: failed. */
static const char **
ask_statements(struct hub *h, struct arena *a, const char *sql,
    struct diags *ds)
{
	PGresult	*r = hub_ask(h, sql, 0, NULL, ds);
	const char	**all;
	int		 i, n;

	if (r == NULL)
		return NULL;
	n = h->pq.PQntuples(r);
	all = arena_array(a, (size_t)n + 1, sizeof(*all));
	for (i = 0; i < n; i++)
		all[i] = hub_cell(h, a, r, i, 0);
	h->pq.PQclear(r);
	return all;
}

static bool
close_doors(struct hub *h, struct making *m, const char *which,
    struct diags *ds)
{
	const char *const	*p;

	m->rights = ask_statements(h, m->arena, which, ds);
	for (p = m->rights; p != NULL && *p != NULL; p++)
		if (!hub_do(h, *p, ds))
			return false;
	return p != NULL;
}

static bool
make(struct hub *h, void *ctx, struct diags *ds)
{
	struct making	*m = ctx;

	return hub_do(h, "SET LOCAL lock_timeout = '5s'", ds) &&
	    migrate(h, m->from, ds) && set(h, "schema", arena_printf(m->arena,
	    "%d", hub_newest()), ds) &&
	    (m->home == NULL || set(h, "home", m->home, ds)) &&
	    close_doors(h, m, doors, ds);
}

/* Others go on meanwhile: what it waits for it asks for anew each time. */
static bool
make_in_turn(struct hub *h, struct making *m, struct diags *ds)
{
	enum { TRIES = 3 };
	bool	good = false;
	int	i;

	h->late = true;
	for (i = 1; i <= TRIES && !good && h->late; i++) {
		h->late = false;
		h->patient = i < TRIES;
		good = hub_within(h, make, m, ds);
	}
	return good;
}

/* ---- what is left open, and may be closed by a superuser alone */

/* Those that all may still do: large objects, and as much WAL as one likes. */
static const char	open_doors[] =
"SELECT 'REVOKE EXECUTE ON FUNCTION ' || p.oid::regprocedure ||"
" ' FROM PUBLIC' FROM pg_proc AS p WHERE p.pronamespace ="
" 'pg_catalog'::regnamespace AND p.proname IN ('lo_creat', 'lo_create',"
" 'lo_from_bytea', 'pg_logical_emit_message') AND EXISTS (SELECT FROM"
" aclexplode(coalesce(p.proacl,"
" acldefault('f', p.proowner))) WHERE grantee = 0)"
" UNION ALL SELECT format('REVOKE USAGE ON LANGUAGE %I FROM PUBLIC',"
" l.lanname) FROM pg_language AS l WHERE l.lanpltrusted AND EXISTS ("
" SELECT FROM aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner)))"
" WHERE grantee = 0)"
" UNION ALL SELECT format('GRANT USAGE ON LANGUAGE plpgsql, sql TO %I',"
" session_user) WHERE NOT EXISTS (SELECT FROM pg_language AS l, aclexplode("
" l.lanacl) WHERE l.lanname = 'plpgsql' AND grantee ="
" session_user::regrole)"
" UNION ALL SELECT 'REVOKE CREATE ON SCHEMA public FROM PUBLIC' FROM"
" pg_namespace AS n WHERE n.nspname = 'public' AND EXISTS (SELECT FROM"
" aclexplode(n.nspacl) WHERE grantee = 0 AND privilege_type = 'CREATE')"
" UNION ALL SELECT format('ALTER ROLE %I CONNECTION LIMIT 20', role) FROM"
" gongshi.office JOIN pg_roles ON rolname = role WHERE rolconnlimit < 0"
" UNION ALL SELECT format('ALTER ROLE %I SET temp_file_limit = 1048576',"
" role) FROM gongshi.office JOIN pg_roles ON rolname = role WHERE"
" NOT coalesce(array_to_string(rolconfig, ' '), '') LIKE"
" '%temp_file_limit=%'"
" UNION ALL SELECT unnest(ARRAY['ALTER ROLE ... CONNECTION LIMIT 20',"
" 'ALTER ROLE ... SET temp_file_limit = 1048576']) WHERE NOT EXISTS ("
" SELECT FROM gongshi.office) ORDER BY 1";

static bool
tell_made(struct hub *h, struct making *m, struct hub_made *out,
    struct diags *ds)
{
	out->was = m->from;
	out->version = hub_newest();
	out->rights = m->rights;
	out->database = arena_dup(m->arena, h->pq.PQdb(h->conn));
	out->superuser = ask_statements(h, m->arena, open_doors, ds);
	return out->superuser != NULL &&
	    hub_setting(h, m->arena, "home", &out->home, ds);
}

bool
hub_init(struct hub *h, struct arena *a, const char *home,
    struct hub_made *out, struct diags *ds)
{
	struct making	m = { .arena = a, .home = home };
	bool		may_enter;

	if (!hub_do(h, hub_session, ds) || !HOLDS(h, server, ds) ||
	    !HOLDS(h, owner, ds))
		return false;
	switch (look(h, &may_enter, ds)) {
	case THERE_UNKNOWN:
		return false;
	case THERE:
		return hub_refuse(h, ds, _("there is a schema `gongshi` in it "
		    "already; `gongshi init --upgrade` brings it up to "
		    "date"));
	case THERE_NOT:
		break;
	}
	return make_in_turn(h, &m, ds) && tell_made(h, &m, out, ds);
}

bool
hub_upgrade(struct hub *h, struct arena *a, struct hub_made *out,
    struct diags *ds)
{
	struct making	m = { .arena = a };
	bool		may_enter;

	if (!hub_do(h, hub_session, ds))
		return false;
	switch (look(h, &may_enter, ds)) {
	case THERE_UNKNOWN:
		return false;
	case THERE_NOT:
		return there_is_none(h, ds);
	case THERE:
		break;
	}
	if (!HOLDS(h, owner, ds) || !read_version(h, &m.from, ds) ||
	    !is_no_newer(h, m.from, ds))
		return false;
	return (m.from == hub_newest() ? close_doors(h, &m, doors_again, ds) :
	    make_in_turn(h, &m, ds)) && tell_made(h, &m, out, ds);
}
