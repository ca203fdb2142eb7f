/*
 * The rows of a parcel, each looked at, in the place of what was known of the
 * county.
 */
#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "case/matter.h"
#include "store/form.h"
#include "store/night.h"
#include "store/parcel_tables.h"

struct way {
	sqlite3_stmt		*put;
	int			 n;		/* columns */
	const struct column	*form[PARCEL_COLUMNS];
	int			 from[PARCEL_COLUMNS];	/* -1: none */
};

/* The row before, of the same table. */
struct before {
	bool			 any;
	struct arena		*arena;
	struct form_value	 key[PARCEL_COLUMNS];
	bool			 open;		/* a finding that is there */
	long long		 rows;		/* of its case so far */
};

struct parcel_in {
	struct store		*store;
	struct arena		*arena;		/* of faults */
	struct arena		*own;
	const char		*county;
	struct diags		*diags;
	struct way		 ways[PARCEL_TABLES];
	struct before		 before;
	struct arena		*spare;
	long long		 runs, files, cases;
	long long		 run;		/* of the file before */
	long long		 same;		/* files that are as before */
};

/* ---- beginning */

static const char	workshop[] =
"CREATE TEMP TABLE IF NOT EXISTS took_run (n INTEGER NOT NULL PRIMARY KEY,"
" at TEXT NOT NULL, who TEXT NOT NULL, command TEXT NOT NULL) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS took_file (n INTEGER NOT NULL PRIMARY KEY,"
" run INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,"
" rows INTEGER NOT NULL) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS took_as (n INTEGER NOT NULL PRIMARY KEY,"
" file INTEGER NOT NULL) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS was_division (code TEXT NOT NULL,"
" name TEXT NOT NULL, contact TEXT NOT NULL, phone TEXT NOT NULL) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS was_redacted (id TEXT NOT NULL,"
" step TEXT NOT NULL, at TEXT NOT NULL, day INTEGER NOT NULL,"
" cell TEXT NOT NULL) STRICT;"
"CREATE TEMP TABLE IF NOT EXISTS took_waiver (key TEXT NOT NULL) STRICT;"
"DELETE FROM temp.took_run; DELETE FROM temp.took_file;"
"DELETE FROM temp.took_as; DELETE FROM temp.was_division;"
"DELETE FROM temp.was_redacted; DELETE FROM temp.took_waiver";

static const char *
statement(struct arena *a, int table)
{
	const struct parcel_part	*p = &parcel_parts[table];
	const char			*names = "", *values = "", *comma;
	int				 i;

	for (i = 0; p->columns[i].name != NULL; i++) {
		comma = i > 0 ? ", " : "";
		names = arena_printf(a, "%s%s%s", names, comma,
		    p->columns[i].name);
		values = arena_printf(a, p->columns[i].role == ROLE_FILE ?
		    "%s%s(SELECT file FROM temp.took_as WHERE n = ?%d)" :
		    "%s%s?%d", values, comma, i + 1);
	}
	if (table == PARCEL_RUN || table == PARCEL_FILE)
		return arena_printf(a, "INSERT INTO temp.took_%s VALUES (%s)",
		    p->name, values);
	if (table == PARCEL_MATTER)
		return arena_printf(a, "INSERT INTO %s (%s, twin) VALUES "
		    "(%s, ?%d)", p->name, names, values, i + 1);
	return arena_printf(a, "INSERT INTO %s (%s) VALUES (%s)", p->name,
	    names, values);
}

static int
column_named(const struct parcel_part *p, const char *name)
{
	int	i;

	for (i = 0; name != NULL && p->columns[i].name != NULL; i++)
		if (strcmp(p->columns[i].name, name) == 0)
			return i;
	return -1;
}

static bool
prepare(struct parcel_in *in, int table)
{
	const struct parcel_part	*p = &parcel_parts[table];
	struct way			*w = &in->ways[table];
	int				 i;

	w->n = store_parcel_width(table);
	for (i = 0; i < w->n; i++) {
		w->form[i] = p->columns[i].role == ROLE_INSTANT ?
		    form_column("waiver", "made") :
		    form_column(p->name, p->columns[i].name);
		w->from[i] = column_named(p, form_from(w->form[i]));
	}
	return sqlite3_prepare_v2(in->store->db, statement(in->own, table),
	    -1, &w->put, NULL) == SQLITE_OK;
}

struct parcel_in *
store_parcel_take(struct store *s, struct arena *a, const char *county,
    struct diags *ds)
{
	struct arena		*own = arena_new();
	struct parcel_in	*in = arena_alloc(own, sizeof(*in));
	bool			 good;
	int			 i;

	*in = (struct parcel_in){ .store = s, .arena = a, .own = own,
	    .county = county, .diags = ds };
	in->before.arena = arena_new();
	in->spare = arena_new();
	/* what goes may have been redacted since: nothing of it is to stay */
	good = sql_exec(s, "PRAGMA secure_delete = ON") &&
	    sql_exec(s, workshop);
	for (i = 0; i < PARCEL_TABLES && good; i++)
		good = prepare(in, i);
	if (good)
		return in;
	(void)sql_fail(s, ds);
	store_parcel_close(in);
	return NULL;
}

void
store_parcel_close(struct parcel_in *in)
{
	int	i;

	if (in == NULL)
		return;
	for (i = 0; i < PARCEL_TABLES; i++)
		sqlite3_finalize(in->ways[i].put);
	arena_free(in->before.arena);
	arena_free(in->spare);
	arena_free(in->own);
}

long long
store_parcel_cases(const struct parcel_in *in)
{
	return in->cases;
}

/* ---- what a row may say */

enum { SHOWN = 40 };

static const char *
shown(struct parcel_in *in, const char *text, size_t len)
{
	const char	*s = arena_ndup(in->arena, text, len < SHOWN ? len :
			    SHOWN);

	return arena_printf(in->arena, len <= SHOWN ? "%s" : "%s...",
	    text_safe(in->arena, s));
}

static const char *
word(struct parcel_in *in, const struct form_value *v)
{
	return arena_ndup(in->spare, v->text, v->len);
}

static bool
is_of_county(struct parcel_in *in, const struct form_value *v)
{
	char	code[DIVISION_MAX + 1], county[COUNTY_MAX + 1];

	if (!division_parse(word(in, v), code) || strlen(code) != v->len)
		return false;
	division_county(code, county);
	return strcmp(county, in->county) == 0;
}

/* A step may stand above the case, or at any place below it. */
static bool
is_near(struct parcel_in *in, const struct form_value *v)
{
	const char	*code = word(in, v);

	return division_within(code, in->county) ||
	    division_within(in->county, code);
}

static bool
is_within(struct parcel_in *in, const struct form_value *place,
    const struct form_value *division)
{
	const char	*code = word(in, place);

	return division_within(*code == PLACE_KNOWN ? code + 1 : code,
	    word(in, division));
}

/* Its number, with or without its county, and a slash. */
static bool
begins_with_case(struct parcel_in *in, const struct form_value *key,
    const struct form_value *id)
{
	const char	*k = word(in, key), *i = word(in, id);
	const char	*prefix = arena_printf(in->spare, "%s:", in->county);
	const size_t	 n = strlen(prefix);

	if (strncmp(k, prefix, n) == 0 && strncmp(i, prefix, n) != 0)
		k += n;
	return strncmp(k, i, strlen(i)) == 0 && k[strlen(i)] == '/';
}

/* By its words alone: which county has the case is not known for certain. */
static bool
is_waived_here(struct parcel_in *in, const struct form_value *key)
{
	const char	*k = word(in, key), *at = strchr(k, '/');
	const size_t	 digits = strspn(k, "0123456789");
	const char	*end;

	if (k[digits] == ':' && digits <= COUNTY_MAX)
		return digits == strlen(in->county) &&
		    strncmp(k, in->county, digits) == 0;
	at = at == NULL ? NULL : strchr(at + 1, '/');
	end = at == NULL ? NULL : strchr(at + 1, '/');
	return end != NULL && division_within(arena_ndup(in->spare, at + 1,
	    (size_t)(end - at - 1)), in->county);
}

static bool
is_kind(struct parcel_in *in, const struct form_value *v)
{
	static const char *const	kinds[] = { "division", "case",
					    "event", "posting", "objection" };
	size_t				i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(word(in, v), kinds[i]) == 0)
			return true;
	return false;
}

/* Days as sheets may have them. */
static bool
is_date(long long n)
{
	return n >= day_make(1990, 1, 1).n && n <= day_make(2100, 12, 31).n;
}

/* What a role asks beyond the column's form; NULL: nothing is wrong. */
static const char *
odd(struct parcel_in *in, enum parcel_role role, const struct form_value *row,
    int i)
{
	const struct form_value	*v = &row[i];

	switch (role) {
	case ROLE_WHOSE:
		return is_of_county(in, v) ? NULL :
		    N_("a division of the parcel's own county");
	case ROLE_AT:
		return is_near(in, v) ? NULL :
		    N_("a division in the parcel's county or above it");
	case ROLE_WITHIN:
		return is_within(in, v, &row[0]) ? NULL :
		    N_("a place in the division of its case");
	case ROLE_FILE:
		return v->number >= 1 && v->number <= in->files ? NULL :
		    N_("the number of a file of the parcel");
	case ROLE_RUN:
		return v->number >= 1 && v->number <= in->runs ? NULL :
		    N_("the number of a run of the parcel");
	case ROLE_DATE:
		return is_date(v->number) ? NULL :
		    N_("a day of the years 1990 to 2100");
	case ROLE_KEY:
		return begins_with_case(in, v, &row[1]) ? NULL :
		    N_("a key that begins with the number of its case");
	case ROLE_WAIVED:
		return is_waived_here(in, v) ? NULL :
		    N_("the key of a finding of the parcel's county");
	case ROLE_KIND:
		return is_kind(in, v) ? NULL : N_("a kind of facts");
	default:
		return NULL;
	}
}

static const char *
tell(struct parcel_in *in, int table, int i, const struct parcel_cell *c,
    const char *expected)
{
	const char	*what = c->text == NULL ? "NULL" :
			    arena_printf(in->arena, "`%s`", shown(in, c->text,
			    c->len));

	return arena_printf(in->arena, _("table %s: %s in the column %s; "
	    "expected %s"), parcel_parts[table].name, what,
	    parcel_parts[table].columns[i].name, _(expected));
}

/* Reads the cells of a row; NULL: all may stand there. */
static const char *
read_row(struct parcel_in *in, int table, const struct parcel_cell *cells,
    struct form_value *row)
{
	const struct way	*w = &in->ways[table];
	const char		*expected;
	int			 i;

	for (i = 0; i < w->n; i++)
		if (!form_reads(w->form[i], cells[i].text, cells[i].len,
		    &row[i], &expected))
			return tell(in, table, i, &cells[i], expected);
	for (i = 0; i < w->n; i++) {
		if (row[i].null)
			continue;
		expected = odd(in, parcel_parts[table].columns[i].role, row,
		    i);
		if (expected == NULL && w->from[i] >= 0 &&
		    row[i].number < row[w->from[i]].number)
			expected = N_("no day before the one it counts from");
		if (expected != NULL)
			return tell(in, table, i, &cells[i], expected);
	}
	return NULL;
}

/* ---- beside the row before it */

static int
compare(const struct form_value *a, const struct form_value *b)
{
	const size_t	n = a->len < b->len ? a->len : b->len;
	int		c;

	if (a->is_number)
		return (a->number > b->number) - (a->number < b->number);
	c = memcmp(a->text, b->text, n);
	return c != 0 ? c : (a->len > b->len) - (a->len < b->len);
}

/* How many of the first cells are those of the row before; *c: of the next. */
static int
compare_keys(const struct before *b, const struct form_value *row, int keys,
    int *c)
{
	int	i;

	*c = -1;
	for (i = 0; b->any && i < keys; i++) {
		*c = compare(&b->key[i], &row[i]);
		if (*c != 0)
			break;
	}
	return i;
}

static void
remember(struct parcel_in *in, const struct form_value *row, int keys)
{
	struct before	*b = &in->before;
	int		 i;

	arena_reset(b->arena);
	b->any = true;
	for (i = 0; i < keys; i++) {
		b->key[i] = row[i];
		if (!row[i].null && !row[i].is_number)
			b->key[i].text = arena_ndup(b->arena, row[i].text,
			    row[i].len);
	}
}

/* Of a finding: one life after the other. */
static const char *
follow(struct parcel_in *in, int table, const struct form_value *row,
    int same)
{
	struct before	*b = &in->before;
	const bool	 open = table == PARCEL_FINDING && row[4].null;
	const bool	 two = same == 3 && b->open && open;

	b->rows = same >= 2 ? b->rows + 1 : 1;
	b->open = open || (same == 3 && b->open);
	if (table == PARCEL_FINDING && two)
		return _("table finding: a finding of two lives");
	if (parcel_parts[table].of_case && b->rows > MATTER_ROWS)
		return arena_printf(in->arena, _("table %s: more than %d rows "
		    "of one case"), parcel_parts[table].name, MATTER_ROWS);
	return NULL;
}

static const char *
in_order(struct parcel_in *in, int table, const struct form_value *row)
{
	const struct parcel_part	*p = &parcel_parts[table];
	int				 c, same;
	const char			*fault;

	same = compare_keys(&in->before, row, p->keys, &c);
	if (c >= 0)
		return arena_printf(in->arena, c == 0 ? _("table %s: the same "
		    "key twice") : _("table %s: a key that lies before that "
		    "of the row above"), p->name);
	fault = follow(in, table, row, same);
	remember(in, row, p->keys);
	return fault;
}

/* ---- into the database */

static void
bind(struct parcel_in *in, int table, const struct form_value *row)
{
	const struct way	*w = &in->ways[table];
	char			*form;
	int			 i;

	for (i = 0; i < w->n; i++)
		if (row[i].null)
			sqlite3_bind_null(w->put, i + 1);
		else if (row[i].is_number)
			sqlite3_bind_int64(w->put, i + 1, row[i].number);
		else
			sqlite3_bind_text(w->put, i + 1, row[i].text,
			    (int)row[i].len, SQLITE_STATIC);
	if (table != PARCEL_MATTER)
		return;
	form = arena_alloc(in->spare, row[1].len + 1);
	(void)twin_form(word(in, &row[1]), form);
	sqlite3_bind_text(w->put, i + 1, form, -1, SQLITE_STATIC);
}

static enum parcel_put
failed(struct parcel_in *in)
{
	(void)sql_fail(in->store, in->diags);
	return PARCEL_FAILED;
}

static enum parcel_put
insert(struct parcel_in *in, int table, const char **fault)
{
	sqlite3_stmt	*st = in->ways[table].put;
	const int	 rc = sqlite3_step(st);
	const int	 code = sqlite3_extended_errcode(in->store->db);

	sqlite3_reset(st);
	if (rc == SQLITE_DONE)
		return PARCEL_GOOD;
	if (rc == SQLITE_TOOBIG) {
		*fault = arena_printf(in->arena, _("table %s: a row that is "
		    "too large"), parcel_parts[table].name);
		return PARCEL_WRONG;
	}
	if ((code & 0xff) != SQLITE_CONSTRAINT)
		return failed(in);
	*fault = arena_printf(in->arena, code == SQLITE_CONSTRAINT_FOREIGNKEY
	    ? _("table %s: a row of a case that is not in the parcel") :
	    _("table %s: a row that another county has already"),
	    parcel_parts[table].name);
	return PARCEL_WRONG;
}

/* Runs and files are numbered from 1, without a gap; each run has a file. */
static bool
counts(struct parcel_in *in, int table, const struct form_value *row,
    int *wrong)
{
	const long long	run = in->run;

	*wrong = 0;
	if (table == PARCEL_RUN)
		return row[0].number == ++in->runs;
	if (table != PARCEL_FILE)
		return true;
	if (row[0].number != ++in->files)
		return false;
	*wrong = 1;
	in->run = row[1].number;
	return in->run == run || in->run == run + 1;
}

enum parcel_put
store_parcel_put(struct parcel_in *in, int table,
    const struct parcel_cell *cells, const char **fault)
{
	struct form_value	row[PARCEL_COLUMNS];
	int			i;

	arena_reset(in->spare);
	*fault = read_row(in, table, cells, row);
	if (*fault == NULL)
		*fault = in_order(in, table, row);
	if (*fault == NULL && !counts(in, table, row, &i))
		*fault = tell(in, table, i, &cells[i],
		    N_("numbers from 1 without a gap"));
	if (*fault != NULL)
		return PARCEL_WRONG;
	in->cases += table == PARCEL_MATTER;
	if (table == PARCEL_WAIVER && !parcel_keep(in->store,
	    "INSERT INTO temp.took_waiver VALUES (?1)", word(in, &row[0])))
		return failed(in);
	bind(in, table, row);
	return insert(in, table, fault);
}

/* ---- when all runs and files are known */

/*
 * What the county's rows came from keeps its number as far as it is the same
 * from the first on; nights remember up to which file they knew.
 */
#define KNOWN	"(SELECT f.n, r.n AS run, at, who, command, name, sha256," \
		" rows, f.file, r.run AS of FROM temp.parcel_file AS f" \
		" JOIN file ON file.id = f.file JOIN temp.parcel_run AS r" \
		" ON r.run = file.run JOIN run ON run.id = file.run)"
#define CAME	"(SELECT f.n, f.run, at, who, command, name, sha256, rows" \
		" FROM temp.took_file AS f JOIN temp.took_run AS r" \
		" ON r.n = f.run)"
#define CELLS(t) "(" t ".run, " t ".at, " t ".who, " t ".command, " t ".name," \
		" " t ".sha256, " t ".rows)"

static const char	common[] =
"SELECT coalesce(min(c.n), (SELECT count(*) + 1 FROM temp.took_file)) - 1"
" FROM " CAME " AS c LEFT JOIN " KNOWN " AS k ON k.n = c.n"
" WHERE k.n IS NULL OR " CELLS("c") " IS NOT " CELLS("k");

static bool
number_new(struct store *s, long long *first)
{
	long long	same, runs;

	if (!sql_number(s, common, &same) || !sql_number(s,
	    arena_printf(s->scratch, "SELECT coalesce(max(run), 0)"
	    " FROM temp.took_file WHERE n <= %lld", same), &runs))
		return false;
	*first = same;
	return sql_exec(s, arena_printf(s->scratch,
	    "INSERT INTO temp.took_as SELECT n, iif(n <= %lld,"
	    " (SELECT file FROM temp.parcel_file AS p WHERE p.n = t.n),"
	    " n - %lld + (SELECT coalesce(max(id), 0) FROM file))"
	    " FROM temp.took_file AS t ORDER BY n;"
	    "INSERT INTO run SELECT n - %lld + (SELECT coalesce(max(id), 0)"
	    " FROM run), at, who, command FROM temp.took_run WHERE n > %lld"
	    " ORDER BY n",
	    same, same, runs, runs)) && sql_exec(s, arena_printf(s->scratch,
	    "INSERT INTO file SELECT file, iif(run <= %lld,"
	    " (SELECT p.run FROM temp.parcel_run AS p WHERE p.n = t.run),"
	    " run - (SELECT max(n) FROM temp.took_run)"
	    " + (SELECT max(id) FROM run)), name, sha256, rows"
	    " FROM temp.took_file AS t JOIN temp.took_as USING (n)"
	    " WHERE n > %lld ORDER BY n", runs, same));
}

#define HERE(c)		" WHERE " c " >= ?1 AND " c " < ?2"

static const char *const	clearing[] = {
	"INSERT INTO temp.was_division SELECT code, name, contact, phone"
	" FROM division" HERE("code"),
	"INSERT INTO temp.was_redacted SELECT id, step, at, day, cell"
	" FROM redacted" HERE("county"),
	"DELETE FROM place" HERE("division"),
	"DELETE FROM event" HERE("division"),
	"DELETE FROM posting" HERE("division"),
	"DELETE FROM objection" HERE("division"),
	"DELETE FROM matter" HERE("division"),
	"DELETE FROM past" HERE("division"),
	"DELETE FROM division" HERE("code"),
	"DELETE FROM finding" HERE("division"),
	"DELETE FROM renamed" HERE("county"),
	"DELETE FROM redacted" HERE("county"),
	"DELETE FROM duty" HERE("division"),
	"DELETE FROM waiver WHERE key IN temp.parcel_waiver",
};

static const char	marking[] =
"INSERT OR IGNORE INTO dirty SELECT division, id FROM matter"
HERE("division");

static bool
clear(struct store *s, const char *county)
{
	size_t	i;

	for (i = 0; i < sizeof(clearing) / sizeof(*clearing); i++)
		if (!parcel_exec(s, clearing[i], county))
			return false;
	return true;
}

static enum parcel_put
settle(struct parcel_in *in)
{
	struct store	*s = in->store;

	arena_reset(s->scratch);
	if (!parcel_number(s, in->county) || (s->run.watched &&
	    !parcel_exec(s, marking, in->county)) ||
	    !number_new(s, &in->same) || !clear(s, in->county))
		return failed(in);
	return PARCEL_GOOD;
}

enum parcel_put
store_parcel_table_end(struct parcel_in *in, int table, const char **fault)
{
	*fault = NULL;
	in->before.any = in->before.open = false;
	in->before.rows = 0;
	return table == PARCEL_FILE ? settle(in) : PARCEL_GOOD;
}

/* ---- the end */

/* Names of divisions stand in what is said of cases above and below them. */
static bool
mark_divisions(struct parcel_in *in)
{
	struct store			*s = in->store;
	const struct parcel_range	 r = parcel_range(in->county);
	sqlite3_stmt			*st;
	int				 rc;

	if (sqlite3_prepare_v2(s->db, "SELECT DISTINCT code FROM ("
	    "SELECT code, name, contact, phone FROM temp.was_division UNION"
	    " SELECT code, name, contact, phone FROM division" HERE("code")
	    ") GROUP BY code HAVING count(*) > 1 OR (code IN (SELECT code"
	    " FROM temp.was_division)) <> (code IN (SELECT code"
	    " FROM division))", -1, &st, NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_text(st, 1, r.low, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 2, r.high, -1, SQLITE_STATIC);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		if (!dirty_division(s, (const char *)sqlite3_column_text(st,
		    0)))
			break;
	sqlite3_finalize(st);
	return rc == SQLITE_DONE;
}

/* What was made a mask here may not come back under another's hand. */
static enum parcel_put
stays_masked(struct parcel_in *in, const char **fault)
{
	struct store	*s = in->store;
	sqlite3_stmt	*st;
	int		 rc;

	if (sqlite3_prepare_v2(s->db, "SELECT id FROM temp.was_redacted AS w"
	    " WHERE NOT EXISTS (SELECT 1 FROM redacted AS r WHERE"
	    " r.county = ?1 AND r.step = w.step AND r.day = w.day"
	    " AND r.cell = w.cell AND ((r.id = w.id AND r.at = w.at) OR r.id"
	    " IN (SELECT id FROM renamed WHERE county = ?1))) LIMIT 1", -1,
	    &st, NULL) != SQLITE_OK)
		return failed(in);
	sqlite3_bind_text(st, 1, in->county, -1, SQLITE_STATIC);
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		*fault = arena_printf(in->arena, _("numbers of persons that "
		    "are masks here (case %s) would come back; have the "
		    "county redact them too, and make its parcel anew"),
		    text_safe(in->arena, sql_copy(st, 0, in->arena)));
	sqlite3_finalize(st);
	return rc == SQLITE_ROW ? PARCEL_WRONG : rc == SQLITE_DONE ?
	    PARCEL_GOOD : failed(in);
}

/* What was not found when the row came: of which case the finding is. */
static enum parcel_put
waives_its_own(struct parcel_in *in, const char **fault)
{
	struct store	*s = in->store;
	sqlite3_stmt	*st;
	const char	*key;
	char		 of[COUNTY_MAX + 1];
	bool		 good = true;
	int		 rc = SQLITE_ERROR;

	if (sqlite3_prepare_v2(s->db, "SELECT key FROM temp.took_waiver", -1,
	    &st, NULL) != SQLITE_OK)
		return failed(in);
	while (good && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		key = sql_copy(st, 0, in->arena);
		if (!county_of_key(s, key, of))
			break;
		good = strcmp(of, in->county) == 0;
		if (!good)
			*fault = arena_printf(in->arena, _("table waiver: %s "
			    "is no finding of the parcel's county"),
			    text_safe(in->arena, key));
	}
	sqlite3_finalize(st);
	return !good ? PARCEL_WRONG : rc == SQLITE_DONE ? PARCEL_GOOD :
	    failed(in);
}

/*
 * Files that nothing names any more keep their numbers, by which nights know
 * what they knew; their names go, since these may have been redacted.
 */
static bool
forget_strays(struct store *s, long long same)
{
	long long	others;

	if (!sql_number(s, arena_printf(s->scratch, "SELECT count(*) FROM"
	    " temp.parcel_file WHERE n > %lld", same), &others))
		return false;
	return others == 0 || sql_exec(s, arena_printf(s->scratch,
	    "CREATE TEMP TABLE stray AS SELECT file FROM temp.parcel_file"
	    " WHERE n > %lld AND file NOT IN (SELECT src FROM division UNION"
	    " SELECT src FROM matter UNION SELECT src FROM event UNION"
	    " SELECT src FROM posting UNION SELECT src FROM objection UNION"
	    " SELECT src FROM past UNION SELECT gone FROM past UNION"
	    " SELECT src FROM duty UNION SELECT added FROM duty);"
	    "UPDATE file SET name = '' WHERE id IN temp.stray;"
	    "UPDATE run SET who = '' WHERE id IN (SELECT run FROM file WHERE"
	    " id IN temp.stray) AND id NOT IN (SELECT run FROM file WHERE id"
	    " NOT IN temp.stray); DROP TABLE temp.stray", same));
}

enum parcel_put
store_parcel_end(struct parcel_in *in, const char **fault)
{
	enum parcel_put	p = stays_masked(in, fault);

	if (p == PARCEL_GOOD)
		p = waives_its_own(in, fault);
	if (p == PARCEL_GOOD && !forget_strays(in->store, in->same))
		p = failed(in);
	if (p != PARCEL_GOOD || !in->store->run.watched)
		return p;
	return parcel_exec(in->store, marking, in->county) &&
	    mark_divisions(in) ? PARCEL_GOOD : failed(in);
}

/* ---- several counties in one run */

bool
store_parcel_point(struct store *s, struct diags *ds)
{
	return sql_exec(s, "SAVEPOINT parcel") || sql_fail(s, ds);
}

bool
store_parcel_settled(struct store *s, bool keep, struct diags *ds)
{
	return (keep || sql_exec(s, "ROLLBACK TO parcel")) ? sql_exec(s,
	    "RELEASE parcel") || sql_fail(s, ds) : sql_fail(s, ds);
}

bool
store_parcel_drop(struct store *s, const char *county, struct diags *ds)
{
	s->run.changed = true;
	return (sql_exec(s, workshop) && parcel_number(s, county) &&
	    (!s->run.watched || parcel_exec(s, marking, county)) &&
	    clear(s, county) && forget_strays(s, 0) &&
	    parcel_keep(s, "DELETE FROM county WHERE code = ?1", county)) ||
	    sql_fail(s, ds);
}
