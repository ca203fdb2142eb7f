/*
 * A case under another number or at another division, with all that is known
 * of it.
 */
#include <string.h>

#include "base/twin.h"
#include "store/merge.h"

/* Parameters of every statement, by number. */
struct way {
	const char	*division, *id;		/* ?1, ?2: from */
	const char	*to_division, *to_id;	/* ?3, ?4 */
	char		 county[COUNTY_MAX + 1];	/* ?5: of ?1 */
	char		 to_county[COUNTY_MAX + 1];	/* ?6: of ?3 */
};

#define OF_CASE		" WHERE division = ?1 AND id = ?2"
#define MOVED		" SET division = ?3, id = ?4"
#define AT_MOVED	", at = iif(at = ?1, ?3, at)"
#define OF_COUNTY	" WHERE id = ?2 AND substr(division, 1, 6) = ?5"

/* A row of the history under a case's own division names it in its key. */
#define SECOND		"instr(key, '/') + 1"
#define KEY_MOVED	"CASE WHEN kind = 'case' THEN ?4" \
			" WHEN kind <> 'event' AND substr(key, " SECOND \
			", length(?1) + 1) = ?1 || '/'" \
			" THEN substr(key, 1, instr(key, '/')) || ?3 ||" \
			" substr(key, " SECOND " + length(?1)) ELSE key END"

static const char *const	moves[] = {
	"UPDATE matter" MOVED OF_CASE,
	"UPDATE event" MOVED OF_CASE,
	"UPDATE posting" MOVED AT_MOVED OF_CASE,
	"UPDATE objection" MOVED AT_MOVED OF_CASE,
	"UPDATE past SET id = ?4, division = iif(division = ?1 OR ?5 <> ?6,"
	" ?3, division), key = " KEY_MOVED OF_COUNTY
	" AND kind <> 'division'",
	"UPDATE OR REPLACE entry" MOVED OF_CASE,
	"UPDATE OR REPLACE finding" MOVED OF_CASE,
	"UPDATE OR REPLACE watch" MOVED OF_CASE,
	"UPDATE OR REPLACE dirty" MOVED OF_CASE,
	"UPDATE OR REPLACE brought" MOVED OF_CASE,
	"UPDATE OR REPLACE redacted SET county = ?6, id = ?4" AT_MOVED
	" WHERE county = ?5 AND id = ?2",
};

/*
 * What is remembered of a case that was taken back and had the number that
 * another gets: the two numbers are exchanged.
 */
static const char *const	asides[] = {
	"UPDATE past SET id = ?4, key = iif(kind = 'case', ?4, key)"
	OF_COUNTY " AND kind <> 'division' AND why <> 'renamed'",
	"UPDATE entry SET id = ?4" OF_COUNTY,
	"UPDATE finding SET id = ?4" OF_COUNTY,
	"UPDATE watch SET id = ?4" OF_COUNTY,
	"UPDATE dirty SET id = ?4" OF_COUNTY,
	"UPDATE brought SET id = ?4" OF_COUNTY,
	"UPDATE redacted SET id = ?4 WHERE county = ?5 AND id = ?2",
};

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

static const char	nobody[] = "\1";	/* is the number of no case */

/* Runs a statement with the parameters that it has; *st stays open. */
static bool
begin(struct store *s, const char *sql, const struct way *w,
    sqlite3_stmt **st)
{
	const char *const	by[] = { w->division, w->id, w->to_division,
				    w->to_id, w->county, w->to_county };
	int			i, n;

	if (sqlite3_prepare_v2(s->db, sql, -1, st, NULL) != SQLITE_OK)
		return false;
	n = sqlite3_bind_parameter_count(*st);
	for (i = 0; i < n && i < (int)COUNT(by); i++)
		sqlite3_bind_text(*st, i + 1, by[i], -1, SQLITE_STATIC);
	return true;
}

static bool
run(struct store *s, const char *sql, const struct way *w)
{
	sqlite3_stmt	*st;
	int		 rc;

	if (!begin(s, sql, w, &st))
		return false;
	rc = sqlite3_step(st);
	return sqlite3_finalize(st) == SQLITE_OK && rc == SQLITE_DONE;
}

static bool
run_all(struct store *s, const char *const *list, size_t n,
    const struct way *w)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (!run(s, list[i], w))
			return false;
	return true;
}

static struct way
way_of(const char *division, const char *id, const char *to_division,
    const char *to_id)
{
	struct way	w = { .division = division, .id = id,
			    .to_division = to_division, .to_id = to_id };

	division_county(division, w.county);
	division_county(to_division, w.to_county);
	return w;
}

/* ---- keys of findings, and of waivers, name the case */

/* The key with the new number and division; NULL: it is not the case's. */
static const char *
key_moved(struct arena *a, const struct way *w, const char *key)
{
	const char	*point = strchr(key, '/'), *at, *end, *code, *to;

	at = point == NULL ? NULL : strchr(point + 1, '/');
	if (at == NULL)
		return NULL;
	end = at + 1 + strcspn(at + 1, "/");
	code = arena_ndup(a, at + 1, (size_t)(end - at - 1));
	if (!(division_within(code, w->county) ||
	    division_within(w->county, code)) || strcmp(arena_ndup(a, key,
	    (size_t)(point - key)), matter_named(a, w->division, w->id,
	    code)) != 0)
		return NULL;
	to = strcmp(code, w->division) == 0 ? w->to_division : code;
	return arena_printf(a, "%s%.*s/%s%s", matter_named(a, w->to_division,
	    w->to_id, to), (int)(at - point), point, to, end);
}

struct keys {
	const char	**list;
	size_t		 n, cap;
};

static bool
collect(struct store *s, struct arena *a, const char *sql,
    const struct way *w, struct keys *k)
{
	sqlite3_stmt	*st;
	int		 rc;

	*k = (struct keys){ 0 };
	if (!begin(s, sql, w, &st))
		return false;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		k->list = arena_grow(a, k->list, k->n, &k->cap,
		    sizeof(*k->list));
		k->list[k->n++] = sql_copy(st, 0, a);
	}
	return sqlite3_finalize(st) == SQLITE_OK && rc == SQLITE_DONE;
}

/* ?7, ?8: the key as it was, and as it is now. */
static bool
rekey(struct store *s, const char *sql, const struct way *w,
    const char *from, const char *to)
{
	sqlite3_stmt	*st;
	int		 rc;

	if (!begin(s, sql, w, &st))
		return false;
	sqlite3_bind_text(st, 7, from, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 8, to, -1, SQLITE_STATIC);
	rc = sqlite3_step(st);
	return sqlite3_finalize(st) == SQLITE_OK && rc == SQLITE_DONE;
}

static bool
rekey_findings(struct store *s, const struct way *w)
{
	struct keys	 k;
	const char	*to;
	size_t		 i;

	if (!collect(s, s->scratch, "SELECT DISTINCT key FROM finding"
	    " WHERE id = ?4 AND substr(division, 1, 6) = ?6", w, &k))
		return false;
	for (i = 0; i < k.n; i++) {
		to = key_moved(s->scratch, w, k.list[i]);
		if (to != NULL && !rekey(s, "UPDATE OR REPLACE finding"
		    " SET key = ?8" AT_MOVED " WHERE id = ?4 AND"
		    " substr(division, 1, 6) = ?6 AND key = ?7", w,
		    k.list[i], to))
			return false;
	}
	return true;
}

/*
 * Those of the county: a case of a city has findings in its counties, whose
 * own cases may have its number.  Asked before any case moves.
 */
static bool
collect_waivers(struct store *s, const struct way *w, struct keys *k)
{
	char	county[COUNTY_MAX + 1];
	size_t	i, n = 0;

	if (!collect(s, s->run_arena, "SELECT key FROM waiver", w, k))
		return false;
	for (i = 0; i < k->n; i++) {
		if (!county_of_key(s, k->list[i], county))
			return false;
		if (strcmp(county, w->county) == 0)
			k->list[n++] = k->list[i];
	}
	k->n = n;
	return true;
}

/* A new key is marked until all have theirs, since two may be exchanged. */
static bool
rekey_waivers(struct store *s, const struct keys *k, const struct way *ways,
    int n)
{
	const char	*to;
	size_t		 i;
	int		 j;

	for (i = 0; i < k->n; i++)
		for (j = 0; j < n; j++) {
			to = key_moved(s->scratch, &ways[j], k->list[i]);
			if (to == NULL)
				continue;
			if (!rekey(s, "UPDATE waiver SET key = char(1) || ?8"
			    " WHERE key = ?7", &ways[j], k->list[i], to))
				return false;
			break;
		}
	return sql_exec(s, "UPDATE OR REPLACE waiver SET key = substr(key, 2)"
	    " WHERE substr(key, 1, 1) = char(1)");
}

/* ---- first numbers */

/*
 * Of the case and, with `aside`, of the one taken back whose number it gets:
 * each is what it was, or else the number that it had.
 */
static bool
move_first(struct store *s, const struct way *w, bool aside)
{
	struct arena	*a = s->scratch;
	const char	*own = store_first(s, a, w->division, w->id);
	const char	*its = store_first(s, a, w->to_division, w->to_id);
	const char	*mine = arena_printf(a, "%s:%s", w->county, w->id);
	const char	*now = arena_printf(a, "%s:%s", w->to_county,
			    w->to_id);
	const char	*back;

	own = *own == '\0' ? mine : own;
	its = *its == '\0' ? now : its;
	back = arena_printf(a, "%s:%s", w->to_county, w->id);
	if (!run(s, "DELETE FROM renamed WHERE (county = ?5 AND id = ?2)"
	    " OR (county = ?6 AND id = ?4)", w))
		return false;
	return (strcmp(own, now) == 0 || first_put(s, w->to_county, w->to_id,
	    own)) && (!aside || strcmp(its, back) == 0 || first_put(s,
	    w->to_county, w->id, its));
}

/* ---- what the history says of it */

bool
past_note(struct store *s, const char *division, const char *id,
    const char *vals, const char *why)
{
	county_touch(s, division);
	sql_text(s, PAST_ADD, 1, id);
	sql_int(s, PAST_ADD, 2, s->run.file);
	sql_int(s, PAST_ADD, 3, ++s->run.seq);
	sql_text(s, PAST_ADD, 4, "case");
	sql_text(s, PAST_ADD, 5, division);
	sql_text(s, PAST_ADD, 6, id);
	sql_text(s, PAST_ADD, 7, vals);
	sql_text(s, PAST_ADD, 8, why);
	return sql_run(s, PAST_ADD);
}

/* Under the number it has what it had, and under that which it has. */
static bool
note(struct store *s, const struct way *w)
{
	const char	*was = arena_printf(s->scratch,
			    "was=%s; division=%s", w->id, w->division);
	const char	*is = arena_printf(s->scratch, "is=%s; division=%s",
			    w->to_id, w->to_division);

	return past_note(s, w->to_division, w->to_id, was, "renamed") &&
	    ((strcmp(w->id, w->to_id) == 0 && strcmp(w->county,
	    w->to_county) == 0) || past_note(s, w->division, w->id, is,
	    "renamed"));
}

/* ---- all of it */

static bool
settle_case(struct store *s, const struct way *w, const struct matter *to)
{
	size_t	i;
	char	*form = arena_alloc(s->scratch, strlen(to->id) + 1);

	(void)twin_form(to->id, form);
	sql_text(s, TWIN_SET, 1, to->division);
	sql_text(s, TWIN_SET, 2, to->id);
	sql_text(s, TWIN_SET, 3, form);
	if (!sql_run(s, TWIN_SET) || !run(s, "DELETE FROM place" OF_CASE, w))
		return false;
	sql_text(s, PLACE_ADD, 1, to->division);
	sql_text(s, PLACE_ADD, 2, to->id);
	for (i = 0; i < to->nplaces; i++) {
		sql_text(s, PLACE_ADD, 3, to->places[i]);
		if (!sql_run(s, PLACE_ADD))
			return false;
	}
	sql_text(s, CALENDAR_CASE, 1, to->division);
	sql_text(s, CALENDAR_CASE, 2, to->id);
	return sql_run(s, CALENDAR_CASE) && (!s->run.watched ||
	    dirty_case(s, to->division, to->id));
}

static bool
move(struct store *s, const struct way *w, const struct matter *to,
    bool aside)
{
	struct way	ways[2] = { *w, way_of(w->to_division, w->to_id,
			    w->to_division, w->id) };
	struct way	out = way_of(w->to_division, w->to_id,
			    w->to_division, nobody);
	struct way	in = way_of(w->to_division, nobody, w->to_division,
			    w->id);

	struct keys	waivers;

	return collect_waivers(s, w, &waivers) &&
	    sql_exec(s, "PRAGMA defer_foreign_keys = ON") &&
	    (!aside || run_all(s, asides, COUNT(asides), &out)) &&
	    run_all(s, moves, COUNT(moves), w) &&
	    (!aside || run_all(s, asides, COUNT(asides), &in)) &&
	    rekey_findings(s, &ways[0]) &&
	    (!aside || rekey_findings(s, &ways[1])) &&
	    rekey_waivers(s, &waivers, ways, aside ? 2 : 1) &&
	    move_first(s, w, aside) && settle_case(s, w, to) && note(s, w);
}

/* Is anything remembered of one that was taken back and had the number? */
static bool
is_remembered(struct store *s, const struct matter *to, bool *is)
{
	sql_text(s, Q_REMEMBERED, 1, to->id);
	sql_text(s, Q_REMEMBERED, 2, to->division);
	return sql_flag(s, Q_REMEMBERED, is);
}

enum put
store_rename(struct store *s, const struct matter *from,
    const struct matter *to, struct diags *ds)
{
	const struct way	w = way_of(from->division, from->id,
				    to->division, to->id);
	const bool		other = strcmp(from->id, to->id) != 0;
	bool			aside = false;

	arena_reset(s->scratch);
	if ((other || strcmp(w.county, w.to_county) != 0) &&
	    !is_remembered(s, to, &aside))
		return sql_fail(s, ds), PUT_FAILED;
	if (aside && strcmp(w.county, w.to_county) != 0)
		return PUT_CLASH;
	s->run.moves++;
	act_note(s, &(struct act){ .kind = ACT_RENAME,
	    .division = from->division, .id = from->id,
	    .to_division = to->division, .to_id = to->id, .aside = aside });
	if (put_touch(s) && move(s, &w, to, aside))
		return PUT_CORRECTED;
	return sql_fail(s, ds), PUT_FAILED;
}
