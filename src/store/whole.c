/*
 * What a run that says all about its cases did not say: import --whole.
 */
#include "store/merge.h"

/* Rows of an earlier run whose key this run has not met; ?1 is its end. */
#define OF_NAMED " (substr(division, 1, 6), id) IN (SELECT county, id" \
		" FROM temp.named)"
#define UNMET	" WHERE src <= ?1 AND" OF_NAMED \
		" AND NOT EXISTS (SELECT 1 FROM temp.seen AS n" \
		" WHERE n.county = substr(f.division, 1, 6)" \
		" AND n.id = f.id AND "
#define EVENT_MET \
		"(n.kind = 2 AND n.key = '/' || event" \
		" OR n.kind = 3 AND n.key = '/' || event || '/' || day))"
#define POSTING_MET \
		"n.kind = 4 AND n.key = '/' || step || '/' || at || '/' ||" \
		" posted || '/' || medium || '/' || place)"
#define OBJECTION_MET \
		"n.kind = 5 AND n.key = '/' || step || '/' || at || '/' ||" \
		" received || '/' || number)"
#define MOVE(from) \
		"INSERT INTO past SELECT id, ?2, ?3 + row_number() OVER ()," \
		" kind, division, key, vals, src, 'void' FROM " from " AS f"

_Static_assert(KIND_DIVISION == 0 && KIND_EVENT == 2 && KIND_EVENT_DAY == 3 &&
    KIND_POSTING == 4 && KIND_OBJECTION == 5, "kinds stand in the SQL");

/* The cases that a row of this run has named. */
static const char	named[] =
"INSERT INTO temp.named SELECT county, id FROM temp.seen WHERE kind <> 0"
" UNION SELECT substr(division, 1, 6), id FROM matter WHERE src > ?1"
" UNION SELECT substr(division, 1, 6), id FROM event WHERE src > ?1"
" UNION SELECT substr(division, 1, 6), id FROM posting WHERE src > ?1"
" UNION SELECT substr(division, 1, 6), id FROM objection WHERE src > ?1";

static const char	held_now[] =
"SELECT (SELECT count(*) FROM event WHERE" OF_NAMED ")"
" + (SELECT count(*) FROM posting WHERE" OF_NAMED ")"
" + (SELECT count(*) FROM objection WHERE" OF_NAMED ")";

static const char	listed[] =
"SELECT id, kind, key, vals FROM past WHERE gone = ?1 AND seq > ?2"
" ORDER BY division, id, seq";

static const char *const	moves[] = {
	MOVE("f_event") UNMET EVENT_MET,
	MOVE("f_posting") UNMET POSTING_MET,
	MOVE("f_objection") UNMET OBJECTION_MET,
};

static const char *const	drops[] = {
	"DELETE FROM event AS f" UNMET EVENT_MET,
	"DELETE FROM posting AS f" UNMET POSTING_MET,
	"DELETE FROM objection AS f" UNMET OBJECTION_MET,
};

static const char	marked[] =
"INSERT OR IGNORE INTO dirty SELECT DISTINCT division, id FROM past"
" WHERE gone = ?1 AND seq > ?2 AND kind <> 'division'";

static const char	touching[] =
"SELECT DISTINCT substr(division, 1, 6) FROM past"
" WHERE gone = ?1 AND seq > ?2";

/* Runs a statement with up to three numbers; *changed rows. */
static bool
run(struct store *s, const char *sql, const long long n[3],
    long long *changed)
{
	sqlite3_stmt	*st;
	int		 i, rc;

	if (sqlite3_prepare_v2(s->db, sql, -1, &st, NULL) != SQLITE_OK)
		return false;
	for (i = 0; i < sqlite3_bind_parameter_count(st); i++)
		sqlite3_bind_int64(st, i + 1, n[i]);
	rc = sqlite3_step(st);
	*changed = sqlite3_changes(s->db);
	sqlite3_finalize(st);
	return rc == SQLITE_DONE;
}

static bool
take_kind(struct store *s, int kind, long long *taken)
{
	const long long	n[3] = { s->run.before, s->run.file, s->run.seq };
	long long	moved, dropped;

	if (!run(s, moves[kind], n, &moved))
		return false;
	s->run.seq += moved;
	*taken += moved;
	return moved == 0 || run(s, drops[kind], n, &dropped);
}

static bool
list(struct store *s, long long from, store_taken_fn *visit, void *ctx)
{
	sqlite3_stmt	*st;
	int		 rc;

	if (sqlite3_prepare_v2(s->db, listed, -1, &st, NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_int64(st, 1, s->run.file);
	sqlite3_bind_int64(st, 2, from);
	arena_reset(s->scratch);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		if (!visit(ctx, sql_copy(st, 0, s->scratch),
		    sql_copy(st, 1, s->scratch), sql_copy(st, 2, s->scratch),
		    sql_copy(st, 3, s->scratch)))
			break;
		arena_reset(s->scratch);
	}
	sqlite3_finalize(st);
	return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

static bool
take_all(struct store *s, long long *taken, long long *held)
{
	const long long	n[3] = { s->run.before, 0, 0 };
	long long	changed;
	int		i;

	*taken = *held = 0;
	if (!sql_exec(s, "CREATE TEMP TABLE IF NOT EXISTS named"
	    " (county TEXT NOT NULL, id TEXT NOT NULL,"
	    " PRIMARY KEY (county, id)) WITHOUT ROWID;"
	    " DELETE FROM temp.named") || !run(s, named, n, &changed) ||
	    !sql_number(s, held_now, held) || !put_touch(s))
		return false;
	for (i = 0; i < 3; i++)
		if (!take_kind(s, i, taken))
			return false;
	return true;
}

/* Those of the rows that were taken back. */
static bool
touch_counties(struct store *s, long long from)
{
	sqlite3_stmt	*st;
	int		 rc;

	if (sqlite3_prepare_v2(s->db, touching, -1, &st, NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_int64(st, 1, s->run.file);
	sqlite3_bind_int64(st, 2, from);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		county_touch(s, (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return rc == SQLITE_DONE;
}

bool
store_take_unsaid(struct store *s, store_taken_fn *visit, void *ctx,
    long long *taken, long long *held, struct diags *ds)
{
	const long long	from = s->run.seq;
	long long	n[3] = { 0, from, 0 }, cases;

	if (!take_all(s, taken, held) || !list(s, from, visit, ctx))
		return sql_fail(s, ds);
	n[0] = s->run.file;
	if (*taken > 0 && !touch_counties(s, from))
		return sql_fail(s, ds);
	if (*taken > 0 && s->run.watched && !run(s, marked, n, &cases))
		return sql_fail(s, ds);
	s->run.moves += *taken;
	return true;
}
