#include "store/parcel_tables.h"

#include <string.h>

#define OF_CASE	{ "division", ROLE_WHOSE }, { "id", ROLE_PLAIN }
#define SRC	{ "src", ROLE_FILE }

const struct parcel_part	parcel_parts[PARCEL_TABLES] = {
	[PARCEL_RUN] = { "run", 1, false, {
	    { "id", ROLE_SERIAL }, { "at", ROLE_INSTANT }, { "who", 0 },
	    { "command", 0 } } },
	[PARCEL_FILE] = { "file", 1, false, {
	    { "id", ROLE_SERIAL }, { "run", ROLE_RUN }, { "name", 0 },
	    { "sha256", 0 }, { "rows", 0 } } },
	[PARCEL_DIVISION] = { "division", 1, false, {
	    { "code", ROLE_WHOSE }, { "name", 0 }, { "contact", 0 },
	    { "phone", 0 }, SRC } },
	[PARCEL_MATTER] = { "matter", 2, false, { OF_CASE,
	    { "procedure", 0 }, { "title", 0 }, { "batch", 0 },
	    { "named", 0 }, { "traits", 0 }, { "amounts", 0 }, { "has", 0 },
	    SRC } },
	[PARCEL_PLACE] = { "place", 3, true, { OF_CASE,
	    { "place", ROLE_WITHIN } } },
	[PARCEL_EVENT] = { "event", 4, true, { OF_CASE, { "event", 0 },
	    { "day", ROLE_DATE }, SRC } },
	[PARCEL_POSTING] = { "posting", 7, true, { OF_CASE, { "step", 0 },
	    { "at", ROLE_AT }, { "posted", ROLE_DATE }, { "medium", 0 },
	    { "place", 0 }, { "until", ROLE_DATE },
	    { "reviewed", ROLE_DATE }, { "content", 0 }, { "posted_by", 0 },
	    { "evidence", 0 }, { "has", 0 }, SRC } },
	[PARCEL_OBJECTION] = { "objection", 6, true, { OF_CASE,
	    { "step", 0 }, { "at", ROLE_AT }, { "received", ROLE_DATE },
	    { "number", 0 }, { "resolved", ROLE_DATE }, { "outcome", 0 },
	    { "handler", 0 }, { "named", 0 }, { "has", 0 }, SRC } },
	[PARCEL_PAST] = { "past", 4, false, { OF_CASE,
	    { "gone", ROLE_FILE }, { "seq", 0 }, { "kind", ROLE_KIND },
	    { "key", 0 }, { "vals", 0 }, SRC, { "why", 0 } } },
	[PARCEL_FINDING] = { "finding", 4, false, { OF_CASE,
	    { "key", ROLE_KEY }, { "first", 0 }, { "gone", 0 }, { "ord", 0 },
	    { "code", 0 }, { "severity", 0 }, { "title", 0 },
	    { "procedure", 0 }, { "step", 0 }, { "event", 0 },
	    { "at", ROLE_AT }, { "due", 0 }, { "actual", 0 }, { "days", 0 },
	    { "basis", 0 }, { "message", 0 }, { "remedy", 0 },
	    { "why", 0 } } },
	[PARCEL_WAIVER] = { "waiver", 1, false, { { "key", ROLE_WAIVED },
	    { "ground", 0 }, { "who", 0 }, { "until", 0 }, { "made", 0 },
	    { "ended", 0 } } },
	[PARCEL_RENAMED] = { "renamed", 2, false, { { "county", ROLE_WHOSE },
	    { "id", 0 }, { "first", 0 } } },
	[PARCEL_REDACTED] = { "redacted", 6, false, {
	    { "county", ROLE_WHOSE }, { "id", 0 }, { "step", 0 },
	    { "at", 0 }, { "day", 0 }, { "cell", 0 } } },
	[PARCEL_DUTY] = { "duty", 2, false, { { "procedure", 0 },
	    { "division", ROLE_WHOSE }, { "start", ROLE_DATE },
	    { "until", ROLE_DATE }, { "opened", ROLE_DATE }, { "ended", 0 },
	    { "added", ROLE_FILE }, SRC } },
};

int
store_schema(void)
{
	return schema_newest();
}

int
store_parcel_tables(void)
{
	return PARCEL_TABLES;
}

const char *
store_parcel_name(int table)
{
	return parcel_parts[table].name;
}

int
store_parcel_width(int table)
{
	int	n = 0;

	while (parcel_parts[table].columns[n].name != NULL)
		n++;
	return n;
}

const char *
store_parcel_column(int table, int i)
{
	return parcel_parts[table].columns[i].name;
}

bool
store_parcel_has_county(int table)
{
	return strcmp(store_parcel_column(table, 0), "county") == 0;
}

int
store_parcel_keys(int table)
{
	return parcel_parts[table].keys;
}

/* A city's or the region's own are those at its very code. */
struct parcel_range
parcel_range(const char *county)
{
	struct parcel_range	r;
	const size_t		n = strlen(county);

	memcpy(r.low, county, n + 1);
	memcpy(r.high, county, n);
	strcpy(r.high + n, n == COUNTY_MAX ? ":" : "0");
	return r;
}

void
parcel_bind(sqlite3_stmt *st, const struct parcel_range *r)
{
	const int	n = sqlite3_bind_parameter_count(st);

	if (n > 0)
		sqlite3_bind_text(st, 1, r->low, -1, SQLITE_STATIC);
	if (n > 1)
		sqlite3_bind_text(st, 2, r->high, -1, SQLITE_STATIC);
}

bool
parcel_exec(struct store *s, const char *sql, const char *county)
{
	const struct parcel_range	 r = parcel_range(county);
	sqlite3_stmt			*st = sql_prepared(s, sql);

	if (st == NULL)
		return false;
	parcel_bind(st, &r);
	return sql_did(s, sql);
}

/* ---- where rows came from */

static const char	numbers[] =
"CREATE TEMP TABLE IF NOT EXISTS parcel_file (n INTEGER NOT NULL"
" PRIMARY KEY, file INTEGER NOT NULL UNIQUE) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS parcel_run (n INTEGER NOT NULL"
" PRIMARY KEY, run INTEGER NOT NULL UNIQUE) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS parcel_waiver (key TEXT NOT NULL"
" PRIMARY KEY) STRICT, WITHOUT ROWID";

#define IN_RANGE(c)	" WHERE " c " >= ?1 AND " c " < ?2"
#define FROM(col, t)	" UNION SELECT " col " FROM " t IN_RANGE("division")

static const char	files[] =
"INSERT INTO temp.parcel_file (file) SELECT src FROM (SELECT src"
" FROM division" IN_RANGE("code") FROM("src", "matter") FROM("src", "event")
FROM("src", "posting") FROM("src", "objection") FROM("src", "past")
FROM("gone", "past") FROM("src", "duty") FROM("added", "duty")
") ORDER BY src";

static const char	runs[] =
"INSERT INTO temp.parcel_run (run) SELECT DISTINCT file.run"
" FROM temp.parcel_file AS f JOIN file ON file.id = f.file"
" ORDER BY file.run";

bool
parcel_keep(struct store *s, const char *sql, const char *key)
{
	sqlite3_stmt	*st = sql_prepared(s, sql);

	if (st == NULL)
		return false;
	sqlite3_bind_text(st, 1, key, -1, SQLITE_STATIC);
	(void)sqlite3_step(st);
	return sqlite3_reset(st) == SQLITE_OK;
}

/* Few: each was made by hand. */
static bool
find_waivers(struct store *s, const char *county)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st;
	const char	*key;
	char		 of[COUNTY_MAX + 1];
	int		 rc = SQLITE_ERROR;

	if (sqlite3_prepare_v2(s->db, "SELECT key FROM waiver", -1, &st,
	    NULL) == SQLITE_OK) {
		while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
			arena_reset(a);
			key = sql_copy(st, 0, a);
			if (!county_of_key(s, key, of) ||
			    (strcmp(of, county) == 0 && !parcel_keep(s,
			    "INSERT INTO temp.parcel_waiver VALUES (?1)",
			    key)))
				break;
		}
		sqlite3_finalize(st);
	}
	arena_free(a);
	return rc == SQLITE_DONE;
}

bool
parcel_number(struct store *s, const char *county)
{
	return sql_exec(s, numbers) && sql_did(s, "DELETE FROM"
	    " temp.parcel_file") && sql_did(s, "DELETE FROM temp.parcel_run")
	    && sql_did(s, "DELETE FROM temp.parcel_waiver") && parcel_exec(s,
	    files, county) && sql_did(s, runs) && find_waivers(s, county);
}
