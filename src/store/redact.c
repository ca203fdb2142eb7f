/*
 * Numbers of persons made masks, wherever the database says something of a
 * case; and rows that would bring one back.
 */
#include <string.h>

#include "case/privacy.h"
#include "store/merge.h"
#include "store/parcel_tables.h"

/* ?1, ?2: the case; ?3: its county; ?4: the file; ?5: rows of history. */
struct redaction {
	struct store		*store;
	const struct matter	*m;
	char			 county[COUNTY_MAX + 1];
	struct arena		*arena;		/* of one value */
	store_number_fn		*found;
	void			*ctx;
	long long		 numbers;	/* that were found */
};

#define OF_CASE		" WHERE division = ?1 AND id = ?2"
#define OF_COUNTY	" WHERE id = ?2 AND substr(division, 1, 6) = ?3"
#define SHOWS(c)	"masked(" c ") <> " c
#define MASK(c)		c " = masked(" c ")"

/* A cell of a slot and day, as it will read. */
#define NOTE(table, day, c) \
	"INSERT OR IGNORE INTO redacted SELECT ?3, ?2, step, at, " day \
	", masked(" c ") FROM " table OF_CASE " AND " SHOWS(c)

static const char *const	notes[] = {
	"INSERT OR IGNORE INTO redacted SELECT ?3, ?2, '', '', 0,"
	" masked(title) FROM matter" OF_CASE " AND " SHOWS("title"),
	"INSERT OR IGNORE INTO redacted SELECT ?3, ?2, '', '', 0,"
	" masked(batch) FROM matter" OF_CASE " AND " SHOWS("batch"),
	NOTE("posting", "posted", "place"),
	NOTE("posting", "posted", "content"),
	NOTE("posting", "posted", "posted_by"),
	NOTE("posting", "posted", "evidence"),
	NOTE("objection", "received", "number"),
	NOTE("objection", "received", "handler"),
	NOTE("objection", "received", "outcome"),
};

#define POSTING_SHOWS	"(" SHOWS("place") " OR " SHOWS("content") " OR " \
			SHOWS("posted_by") " OR " SHOWS("evidence") ")"
#define OBJECTION_SHOWS	"(" SHOWS("number") " OR " SHOWS("handler") \
			" OR " SHOWS("outcome") ")"

static const char *const	changes[] = {
	"CREATE TEMP TABLE IF NOT EXISTS masked_posting (step, at, posted,"
	" medium, place)",
	"CREATE TEMP TABLE IF NOT EXISTS masked_objection (step, at,"
	" received, number)",
	"DELETE FROM temp.masked_posting",
	"DELETE FROM temp.masked_objection",
	"INSERT INTO temp.masked_posting SELECT step, at, posted, medium,"
	" masked(place) FROM posting" OF_CASE " AND " POSTING_SHOWS,
	"INSERT INTO temp.masked_objection SELECT step, at, received,"
	" masked(number) FROM objection" OF_CASE " AND " OBJECTION_SHOWS,
	"UPDATE matter SET " MASK("title") ", " MASK("batch") OF_CASE
	" AND (" SHOWS("title") " OR " SHOWS("batch") ")",
	"UPDATE posting SET " MASK("place") ", " MASK("content") ", "
	MASK("posted_by") ", " MASK("evidence") OF_CASE
	" AND " POSTING_SHOWS,
	"UPDATE objection SET " MASK("number") ", " MASK("handler") ", "
	MASK("outcome") OF_CASE " AND " OBJECTION_SHOWS,
};

/* Rows that were changed, as they read now: what a night asks for. */
static const char *const	records[] = {
	"INSERT INTO past SELECT id, ?4, ?5 + row_number() OVER (), kind,"
	" division, key, vals, src, 'redacted' FROM f_posting" OF_CASE
	" AND (step, at, posted, medium, place) IN"
	" (SELECT * FROM temp.masked_posting)",
	"INSERT INTO past SELECT id, ?4, ?5 + row_number() OVER (), kind,"
	" division, key, vals, src, 'redacted' FROM f_objection" OF_CASE
	" AND (step, at, received, number) IN"
	" (SELECT * FROM temp.masked_objection)",
};

#define FINDING_SHOWS	"(" SHOWS("title") " OR " SHOWS("message") " OR " \
			SHOWS("remedy") " OR key_masked(key) <> key)"
#define ENTRY_SHOWS	"(" SHOWS("summary") " OR " SHOWS("location") \
			" OR " SHOWS("description") ")"

/* What was said of it; an entry is another text then, by any hash. */
static const char *const	sayings[] = {
	"UPDATE OR REPLACE finding SET " MASK("title") ", " MASK("message")
	", " MASK("remedy") ", key = key_masked(key)" OF_COUNTY
	" AND " FINDING_SHOWS,
	"UPDATE entry SET " MASK("summary") ", " MASK("location") ", "
	MASK("description") ", said = iif(said = 0, 0, 1)" OF_COUNTY
	" AND " ENTRY_SHOWS,
	"UPDATE delivery SET " MASK("faults") ", " MASK("told")
	" WHERE " SHOWS("faults") " OR " SHOWS("told"),
	"UPDATE shelf SET stale = stale + 1 WHERE code IN (SELECT"
	" substr(at, 1, 9) FROM entry" OF_COUNTY ")",
};

#define WAIVED \
	"UPDATE OR REPLACE waiver SET key = key_masked(key), " \
	MASK("ground") ", " MASK("who") " WHERE (substr(key, 1," \
	" length(?2) + 1) = ?2 || '/' OR substr(key, 1, length(?3) +" \
	" length(?2) + 2) = ?3 || ':' || ?2 || '/')"

static const char *const	waived[] = { WAIVED };

/* Where the history of any county says it. */
static const char *const	sources[] = {
	"UPDATE file SET " MASK("name") " WHERE " SHOWS("name"),
	"UPDATE run SET " MASK("who") " WHERE " SHOWS("who"),
};

/*
 * Of what is shared, what belongs to the county: others' is not to be written,
 * though a case of theirs has the number.
 */
static const char *const	own_waived[] = {
	WAIVED " AND key IN temp.parcel_waiver"
};

static const char *const	own_sources[] = {
	"UPDATE file SET " MASK("name") " WHERE " SHOWS("name")
	" AND id IN (SELECT file FROM temp.parcel_file)",
	"UPDATE run SET " MASK("who") " WHERE " SHOWS("who")
	" AND id IN (SELECT run FROM temp.parcel_run)",
};

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

/* ---- the functions of SQL */

static const char *
text_of(sqlite3_value *v)
{
	const char	*s = (const char *)sqlite3_value_text(v);

	return s == NULL ? "" : s;
}

static void
masked(sqlite3_context *x, int n, sqlite3_value **v)
{
	struct arena	*a = sqlite3_user_data(x);

	(void)n;
	sqlite3_result_text(x, privacy_mask(a, text_of(v[0])), -1,
	    SQLITE_TRANSIENT);
}

/* Behind so many slashes: what stands before them are ids, codes and days. */
static const char *
masked_behind(struct arena *a, const char *s, int slashes)
{
	const char	*p = s;

	for (; slashes > 0 && p != NULL; slashes--) {
		p = strchr(p, '/');
		p = p == NULL ? NULL : p + 1;
	}
	return p == NULL ? s : arena_printf(a, "%.*s%s", (int)(p - s), s,
	    privacy_mask(a, p));
}

/* CASE/POINT/DIVISION/CODE/DAY/NUMBER: the number of an objection. */
static void
key_masked(sqlite3_context *x, int n, sqlite3_value **v)
{
	struct arena	*a = sqlite3_user_data(x);

	(void)n;
	sqlite3_result_text(x, masked_behind(a, text_of(v[0]), 5), -1,
	    SQLITE_TRANSIENT);
}

static bool
know(struct redaction *r)
{
	sqlite3	*db = r->store->db;

	return sqlite3_create_function(db, "masked", 1, SQLITE_UTF8 |
	    SQLITE_DETERMINISTIC, r->arena, masked, NULL, NULL) ==
	    SQLITE_OK && sqlite3_create_function(db, "key_masked", 1,
	    SQLITE_UTF8 | SQLITE_DETERMINISTIC, r->arena, key_masked, NULL,
	    NULL) == SQLITE_OK;
}

static void
forget(struct redaction *r)
{
	sqlite3	*db = r->store->db;

	(void)sqlite3_create_function(db, "masked", 1, SQLITE_UTF8, NULL,
	    NULL, NULL, NULL);
	(void)sqlite3_create_function(db, "key_masked", 1, SQLITE_UTF8, NULL,
	    NULL, NULL, NULL);
}

static bool
begin(struct redaction *r, const char *sql, sqlite3_stmt **st)
{
	struct store	*s = r->store;
	int		 n;

	arena_reset(r->arena);
	if (sqlite3_prepare_v2(s->db, sql, -1, st, NULL) != SQLITE_OK)
		return false;
	n = sqlite3_bind_parameter_count(*st);
	if (n >= 1)
		sqlite3_bind_text(*st, 1, r->m->division, -1, SQLITE_STATIC);
	if (n >= 2)
		sqlite3_bind_text(*st, 2, r->m->id, -1, SQLITE_STATIC);
	if (n >= 3)
		sqlite3_bind_text(*st, 3, r->county, -1, SQLITE_STATIC);
	if (n >= 5) {
		sqlite3_bind_int64(*st, 4, s->run.file);
		sqlite3_bind_int64(*st, 5, s->run.seq);
	}
	return true;
}

static bool
run_all(struct redaction *r, const char *const *list, size_t n)
{
	sqlite3_stmt	*st;
	size_t		 i;
	int		 rc = SQLITE_DONE;

	for (i = 0; rc == SQLITE_DONE && i < n; i++) {
		if (!begin(r, list[i], &st))
			return false;
		rc = sqlite3_step(st);
		if (sqlite3_finalize(st) != SQLITE_OK)
			return false;
		if (list == records)
			r->store->run.seq += sqlite3_changes(r->store->db);
	}
	return rc == SQLITE_DONE;
}

/* ---- what its facts show */

static void
count(void *ctx, const char *from, size_t len)
{
	struct redaction	*r = ctx;

	r->numbers++;
	r->found(r->ctx, from, len);
}

static const char *const	texts[] = {
	"SELECT title, batch FROM matter" OF_CASE,
	"SELECT place, content, posted_by, evidence FROM posting" OF_CASE,
	"SELECT number, handler, outcome FROM objection" OF_CASE,
	"SELECT who, name FROM file JOIN run ON run.id = run WHERE file.id IN"
	" (SELECT src FROM fact" OF_CASE
	" UNION SELECT src FROM past" OF_COUNTY
	" UNION SELECT gone FROM past" OF_COUNTY ")",
};

static bool
look(struct redaction *r)
{
	sqlite3_stmt	*st;
	size_t		 i;
	int		 k, rc = SQLITE_DONE;

	for (i = 0; rc == SQLITE_DONE && i < COUNT(texts); i++) {
		if (!begin(r, texts[i], &st))
			return false;
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			for (k = 0; k < sqlite3_column_count(st); k++)
				privacy_each(text_of(sqlite3_column_value(st,
				    k)), count, r);
		if (sqlite3_finalize(st) != SQLITE_OK)
			return false;
	}
	return rc == SQLITE_DONE;
}

/* Would two rows of one slot and day have one key? */
static bool
meets(struct redaction *r, bool *two)
{
	static const char	 sql[] = "SELECT EXISTS (SELECT 1 FROM posting"
				    OF_CASE " GROUP BY step, at, posted,"
				    " medium, masked(place)"
				    " HAVING count(*) > 1) OR EXISTS"
				    " (SELECT 1 FROM objection" OF_CASE
				    " GROUP BY step, at, received,"
				    " masked(number) HAVING count(*) > 1)";
	sqlite3_stmt		*st;

	*two = false;
	if (!begin(r, sql, &st))
		return false;
	if (sqlite3_step(st) == SQLITE_ROW)
		*two = sqlite3_column_int(st, 0) != 0;
	return sqlite3_finalize(st) == SQLITE_OK;
}

/* ---- the history: keys and values as text, STEP/AT/DAY/... and NAME=... */

struct past {
	long long	 gone, seq;
	const char	*kind, *key, *vals;
};

static bool
is_fact(const struct past *p)
{
	return strcmp(p->kind, "posting") == 0 ||
	    strcmp(p->kind, "objection") == 0;
}

/* Title and batch of a case, between its division and its places. */
static const char *
case_masked(struct arena *a, const char *vals)
{
	const char	*from = strstr(vals, "; title="), *end, *p;

	if (from == NULL)
		from = strstr(vals, "; batch=");
	if (from == NULL)
		return vals;
	end = from + strlen(from);
	for (p = from; (p = strstr(p, "; places=")) != NULL; p++)
		end = p;
	return arena_printf(a, "%.*s%s%s", (int)(from - vals), vals,
	    privacy_mask(a, arena_ndup(a, from, (size_t)(end - from))), end);
}

static bool
note_cell(struct redaction *r, const char *step, const char *at,
    struct day d, const char *text)
{
	struct store	*s = r->store;
	const char	*mask = privacy_mask(s->scratch, text);

	if (mask == text)
		return true;
	privacy_each(text, count, r);
	sql_text(s, REDACTED_ADD, 1, r->county);
	sql_text(s, REDACTED_ADD, 2, r->m->id);
	sql_text(s, REDACTED_ADD, 3, step);
	sql_text(s, REDACTED_ADD, 4, at);
	sql_int(s, REDACTED_ADD, 5, d.n);
	sql_text(s, REDACTED_ADD, 6, mask);
	return sql_run(s, REDACTED_ADD);
}

/* Of the values of a row: those that are texts. */
static const char *const	names[] = {
	"; content=", "; by=", "; evidence=", "; outcome=", "; handler=",
	"; title=", "; batch=", "; traits=", "; amounts=", "; places="
};

/* The value of a name, up to the next name that may follow it. */
static const char *
value_in(struct arena *a, const char *vals, const char *name)
{
	const char	*text, *from, *p;
	size_t		 i, len;

	text = arena_printf(a, "; %s", vals);
	from = strstr(text, name);
	if (from == NULL)
		return "";
	from += strlen(name);
	len = strlen(from);
	for (i = 0; i < COUNT(names); i++) {
		p = strstr(from, names[i]);
		if (p != NULL && (size_t)(p - from) < len)
			len = (size_t)(p - from);
	}
	return arena_ndup(a, from, len);
}

static bool
note_values(struct redaction *r, const char *step, const char *at,
    struct day d, const char *vals)
{
	size_t	i;

	for (i = 0; i < COUNT(names); i++)
		if (!note_cell(r, step, at, d, value_in(r->store->scratch,
		    vals, names[i])))
			return false;
	return true;
}

/* Cells of a row that is no more: the same sheet may come again. */
static bool
note_past(struct redaction *r, const struct past *p)
{
	struct arena	*a = r->store->scratch;
	const char	*part[4] = { "", "", "", "" }, *s = p->key, *end;
	struct day	 d;
	size_t		 i;

	for (i = 0; i < 4 && s != NULL; i++) {
		end = i == 3 ? NULL : strchr(s, '/');
		part[i] = end == NULL ? s : arena_ndup(a, s,
		    (size_t)(end - s));
		s = end == NULL ? NULL : end + 1;
	}
	if (!day_parse(part[2], &d))
		return true;
	/* a posting's medium stands before its place */
	s = strcmp(p->kind, "posting") == 0 ? strchr(part[3], '/') : NULL;
	return note_cell(r, part[0], part[1], d, s == NULL ? part[3] :
	    s + 1) && note_values(r, part[0], part[1], d, p->vals);
}

/* A row of the history, made a mask where it shows a number. */
static bool
mask_past(struct redaction *r, const struct past *p)
{
	struct store	*s = r->store;
	struct arena	*a = s->scratch;
	const char	*key = p->key, *vals = p->vals;

	if (is_fact(p)) {
		key = masked_behind(a, key, 3);
		vals = privacy_mask(a, vals);
	} else if (strcmp(p->kind, "case") == 0)
		vals = case_masked(a, vals);
	if (strcmp(key, p->key) == 0 && strcmp(vals, p->vals) == 0)
		return true;
	if (is_fact(p) ? !note_past(r, p) : !note_values(r, "", "",
	    (struct day){ 0 }, p->vals))
		return false;
	sql_text(s, PAST_MASK, 1, r->m->id);
	sql_int(s, PAST_MASK, 2, p->gone);
	sql_int(s, PAST_MASK, 3, p->seq);
	sql_text(s, PAST_MASK, 4, key);
	sql_text(s, PAST_MASK, 5, vals);
	return sql_run(s, PAST_MASK);
}

/* Those that show one, read first and changed then. */
static bool
mask_history(struct redaction *r)
{
	static const char	 sql[] = "SELECT gone, seq, kind, key, vals"
				    " FROM past" OF_COUNTY
				    " AND kind <> 'division' AND ("
				    SHOWS("key") " OR " SHOWS("vals") ")";
	struct past		*list = NULL;
	struct arena		*a = arena_new();
	size_t			 n = 0, cap = 0, i;
	sqlite3_stmt		*st;
	bool			 good = begin(r, sql, &st);
	int			 rc = SQLITE_ERROR;

	while (good && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		list = arena_grow(a, list, n, &cap, sizeof(*list));
		list[n++] = (struct past){ sqlite3_column_int64(st, 0),
		    sqlite3_column_int64(st, 1), sql_copy(st, 2, a),
		    sql_copy(st, 3, a), sql_copy(st, 4, a) };
	}
	good = good && sqlite3_finalize(st) == SQLITE_OK &&
	    rc == SQLITE_DONE;
	for (i = 0; good && i < n; i++)
		good = mask_past(r, &list[i]);
	arena_free(a);
	return good;
}

/* ---- all of it */

static bool
note_case(struct redaction *r, const char *ground, const char *by)
{
	return past_note(r->store, r->m->division, r->m->id, arena_printf(
	    r->store->scratch, "by=%s; ground=%s", by, ground), "redacted");
}

/* Waivers, and what the rows came from. */
static bool
mask_beside(struct redaction *r)
{
	const bool	shared = r->store->share != NULL;
	int		before;

	if (shared && !parcel_number(r->store, r->county))
		return false;
	if (!run_all(r, shared ? own_waived : waived, COUNT(waived)))
		return false;
	before = sqlite3_total_changes(r->store->db);
	if (!run_all(r, shared ? own_sources : sources, COUNT(sources)))
		return false;
	if (sqlite3_total_changes(r->store->db) != before)
		county_told_all(r->store);
	return true;
}

static bool
change(struct redaction *r, const char *ground, const char *by)
{
	struct store	*s = r->store;

	return run_all(r, notes, COUNT(notes)) &&
	    run_all(r, changes, COUNT(changes)) && mask_history(r) &&
	    run_all(r, records, COUNT(records)) &&
	    run_all(r, sayings, COUNT(sayings)) && mask_beside(r) &&
	    note_case(r, ground, by) && (!s->run.watched ||
	    *r->m->procedure == '\0' || dirty_case(s, r->m->division,
	    r->m->id));
}

static enum put
redact(struct redaction *r, const char *ground, const char *by)
{
	struct store	*s = r->store;
	bool		 two;

	if (!sql_exec(s, "PRAGMA secure_delete = ON") || !meets(r, &two))
		return PUT_FAILED;
	if (two)
		return PUT_MANY;
	if (!look(r) || !put_touch(s) || !change(r, ground, by))
		return PUT_FAILED;
	s->run.moves++;
	act_note(s, &(struct act){ .kind = ACT_REDACT,
	    .division = r->m->division, .id = r->m->id, .ground = ground,
	    .by = by });
	return r->numbers == 0 ? PUT_SAME : PUT_CORRECTED;
}

enum put
store_redact(struct store *s, const struct matter *m, const char *ground,
    const char *by, store_number_fn *found, void *ctx, struct diags *ds)
{
	struct redaction	r = { .store = s, .m = m, .found = found,
				    .ctx = ctx, .arena = arena_new() };
	enum put		p = PUT_FAILED;

	arena_reset(s->scratch);
	division_county(m->division, r.county);
	if (know(&r))
		p = redact(&r, ground, by);
	forget(&r);
	arena_free(r.arena);
	if (p == PUT_FAILED)
		sql_fail(s, ds);
	return p;
}

/* Cases that have the text of a posting that shows a number. */
static const char	sharing[] =
"SELECT DISTINCT division, id FROM posting WHERE NOT (division = ?1"
" AND id = ?2) AND (content IN (SELECT content FROM posting" OF_CASE
" AND " SHOWS("content") ") OR place IN (SELECT place FROM posting" OF_CASE
" AND " SHOWS("place") ")) ORDER BY division, id";

bool
store_each_sharing(struct store *s, const struct matter *m,
    store_sharing_fn *visit, void *ctx, struct diags *ds)
{
	struct redaction	 r = { .store = s, .m = m,
				    .arena = arena_new() };
	sqlite3_stmt		*st;
	int			 rc = SQLITE_ERROR;

	if (know(&r) && begin(&r, sharing, &st)) {
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			visit(ctx, text_of(sqlite3_column_value(st, 0)),
			    text_of(sqlite3_column_value(st, 1)));
		sqlite3_finalize(st);
	}
	forget(&r);
	arena_free(r.arena);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_vacuum(struct store *s, struct diags *ds)
{
	return sql_exec(s, "PRAGMA secure_delete = ON; VACUUM") ||
	    sql_fail(s, ds);
}

/* ---- rows that come in */

/* What a cell of that slot and day was made, if this is that; else NULL. */
static bool
was_made(struct store *s, const struct fact *f, const char *mask,
    const char **was)
{
	const bool	 slot = fact_is_loose(f->kind);
	const char	*cell;
	int		 rc;

	*was = NULL;
	put_bind_whose(s, Q_REDACTED, f);
	sql_text(s, Q_REDACTED, 3, slot ? f->key[2].text : "");
	sql_text(s, Q_REDACTED, 4, slot ? f->key[3].text : "");
	sql_int(s, Q_REDACTED, 5, slot ? f->key[4].n : 0);
	while ((rc = sql_row(s, Q_REDACTED)) == SQLITE_ROW) {
		cell = sql_copy(s->stmt[Q_REDACTED], 0, s->scratch);
		if (*was == NULL && privacy_alike(cell, mask))
			*was = cell;
	}
	return rc == SQLITE_DONE;
}

static bool
meet(struct store *s, const struct fact *f, struct field *cell)
{
	const char	*mask, *was;

	if (cell->type != TEXT || !privacy_shows(cell->text))
		return true;
	mask = privacy_mask(s->scratch, cell->text);
	if (!was_made(s, f, mask, &was))
		return false;
	if (was != NULL)
		cell->text = was;
	return true;
}

bool
redact_meet(struct store *s, struct fact *f)
{
	int	i;

	if (!s->run.redacted || (f->kind != KIND_CASE &&
	    !fact_is_loose(f->kind)))
		return true;
	for (i = GAPS_FROM; i < fact_keys(f->kind); i++)
		if (!meet(s, f, &f->key[i]))
			return false;
	for (i = 0; i < fact_values(f->kind); i++)
		if (!meet(s, f, &f->val[i]))
			return false;
	return true;
}
