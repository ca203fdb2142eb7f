/*
 * What an office writes: one function, and those that it calls.  All that ask
 * tables are of PL/pgSQL, which keeps a plan once a session has used it a few
 * times; what is written in SQL is planned with each call.
 *
 * Rows of facts come in one array a table: those that go (their keys alone),
 * and those that are put; a row that changes is in both.  History is only
 * added to.  What it says of a row that was there is reckoned here, as the
 * views f_* of a file have it, and held against what is told: no row goes
 * without its line, no line tells of what was not.  Lines about rows that this
 * very push has put and replaced again are told by whoever pushes, as its rows
 * are.  The run is written here: the login, the server's clock.
 */
#include "hub/inside.h"

#define CELL(c, as)	"\n	|| CASE t." c " WHEN '' THEN '' ELSE" \
			" '; " as "=' || t." c " END"
#define DATE(c)		"gongshi.shown(t." c ")"
#define DATE_CELL(c)	"\n	|| coalesce('; " c "=' || " DATE(c) ", '')"
#define SAME(c)		" AND t." c " = k." c
#define DIVISION	SAME("code")
#define CASE		SAME("division") SAME("id")
#define EVENT		CASE SAME("event") SAME("day")
#define POSTING		CASE "\n	" SAME("step") SAME("at") \
			SAME("posted") SAME("medium") SAME("place")
#define OBJECTION	CASE "\n	" SAME("step") SAME("at") \
			SAME("received") SAME("number")
#define FINDING		CASE SAME("key") SAME("first")
#define DUTY		SAME("procedure") SAME("division")
#define TOLD(kind, division, id) \
	"SELECT $1, t." division ", t." id ", 0::bigint, 0::bigint," \
	" '" kind "',\n	"
#define OF(t, key) \
	", t.src, ''\n	FROM unnest(($2)." t ") AS k\n" \
	"	JOIN gongshi." t " AS t ON t.county = $1" key "\n"
/* What is empty is not asked for: a connection plans each statement anew. */
#define SOME(of, t, what) \
	"	IF cardinality(" of "." t ") > 0 THEN\n" what "	END IF;\n"
#define TELLING(name) \
	"CREATE FUNCTION gongshi." name "(text, gone gongshi.facts)\n" \
	"	RETURNS SETOF gongshi.past LANGUAGE plpgsql STABLE\n" \
"	SET enable_hashjoin = off SET enable_mergejoin = off AS $$\nBEGIN\n"
#define WAS(t, told, key) \
	SOME("gone", t, "RETURN QUERY " told OF(t, key) ";\n")

const char	hub_push_facts[] =
"CREATE TYPE gongshi.facts AS (\n"
"	division gongshi.division[], matter gongshi.matter[],\n"
"	place gongshi.place[], event gongshi.event[],\n"
"	posting gongshi.posting[], objection gongshi.objection[],\n"
"	finding gongshi.finding[], duty gongshi.duty[]\n"
");\n"
"CREATE FUNCTION gongshi.shown(integer) RETURNS text\n"
"	LANGUAGE sql STABLE AS $$ SELECT to_char(timestamp '1970-01-01'\n"
"	+ $1 * interval '1 day', 'YYYY-MM-DD') $$;\n";

/* County, rows that go: their lines of the history. */
const char	hub_push_was[] =
TELLING("was_named")
WAS("division", TOLD("division", "code", "code") "t.code, 'name=' || t.name"
CELL("contact", "contact") CELL("phone", "phone"), DIVISION)
WAS("matter", TOLD("case", "division", "id")
"t.id, 'procedure=' || t.procedure || '; division=' || t.division"
CELL("title", "title") CELL("batch", "batch") CELL("traits", "traits")
CELL("amounts", "amounts")
"\n	|| coalesce('; places=' || (SELECT string_agg(p.place, ';' ORDER BY\n"
"	p.place) FROM gongshi.place AS p WHERE p.county = $1\n"
"	AND p.division = t.division AND p.id = t.id), '')", CASE)
WAS("event", TOLD("event", "division", "id") "t.event, 'day=' || "
DATE("day"), EVENT)
"END $$;\n";

const char	hub_push_was_posted[] =
TELLING("was_posted")
WAS("posting", TOLD("posting", "division", "id")
"t.step || '/' || t.at || '/' || " DATE("posted") " || '/' || t.medium\n"
"	|| '/' || t.place, substr(''" DATE_CELL("until") DATE_CELL("reviewed")
CELL("content", "content") CELL("posted_by", "by")
CELL("evidence", "evidence") ", 3)", POSTING)
WAS("objection", TOLD("objection", "division", "id")
"t.step || '/' || t.at || '/' || " DATE("received") " || '/' || t.number,\n"
"	substr(CASE t.named WHEN 0 THEN '; division=none' ELSE '' END"
DATE_CELL("resolved") CELL("outcome", "outcome") CELL("handler", "handler")
", 3)", OBJECTION)
"END $$;\n"
/* as DUTY_KEEP in store/sql; one whose next period was opened is the same */
"CREATE FUNCTION gongshi.was_due(text, gone gongshi.facts,\n"
"	put gongshi.facts) RETURNS SETOF gongshi.past LANGUAGE plpgsql STABLE\n"
"	AS $$\nBEGIN\n"
SOME("gone", "duty", "RETURN QUERY SELECT $1, t.division, t.division,\n"
"	0::bigint, 0::bigint, 'division', 'duty/' || t.procedure, 'from=' || "
DATE("start") DATE_CELL("until") "\n	|| CASE t.ended WHEN 0 THEN '' ELSE"
" '; ended=1' END, t.src, ''\n	FROM unnest(gone.duty) AS k\n"
"	JOIN gongshi.duty AS t ON t.county = $1" DUTY "\n"
"	WHERE NOT EXISTS (SELECT FROM unnest(put.duty) AS p\n"
"	WHERE p.procedure = t.procedure AND p.division = t.division\n"
"	AND p.src = t.src);\n")
"END $$;\n";

/* ---- rows go, rows are put */

#define GOES(t, key) SOME("gone", t, \
"	DELETE FROM gongshi." t " AS t USING unnest(gone." t ") AS k\n" \
"	WHERE t.county = whose" key ";\n" \
"	GET DIAGNOSTICS n = ROW_COUNT;\n" \
"	IF n <> cardinality(gone." t ") THEN\n" \
"		RAISE EXCEPTION '" t ": rows that are not there'\n" \
"		USING ERRCODE = 'GX003';\n" \
"	END IF;\n")

const char	hub_push_go[] =
"CREATE FUNCTION gongshi.push_go(whose text, gone gongshi.facts)\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"DECLARE n bigint;\n"
"BEGIN\n"
GOES("objection", OBJECTION) GOES("posting", POSTING) GOES("event", EVENT)
GOES("place", CASE SAME("place")) GOES("matter", CASE)
GOES("division", DIVISION) GOES("finding", FINDING) GOES("duty", DUTY)
"END $$;\n";

#define PUTS(t) SOME("put", t, \
"	INSERT INTO gongshi." t " SELECT * FROM unnest(put." t ");\n")

const char	hub_push_put[] =
"CREATE FUNCTION gongshi.push_put(put gongshi.facts)\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
PUTS("division") PUTS("matter") PUTS("place") PUTS("event") PUTS("posting")
PUTS("objection") PUTS("finding") PUTS("duty")
"END $$;\n";

/* ---- what may stand in it */

#define OURS_AND(t, and) SOME("put", t, \
"	IF EXISTS (SELECT FROM unnest(put." t ") AS t\n" \
"	WHERE county IS DISTINCT FROM whose" and ") THEN\n" \
"		RETURN 'a row of another county or of another file';\n" \
"	END IF;\n")
#define OURS(t)		OURS_AND(t, "")
#define NEW(t)		OURS_AND(t, "\n	OR src NOT BETWEEN known + 1 AND last")
/* A duty's next period is opened, and all else of its row stays as it came. */
#define OPENS \
"\n	OR src NOT BETWEEN known + 1 AND last AND NOT EXISTS (\n" \
"	SELECT FROM gongshi.duty AS d WHERE d.county = whose\n" \
"	AND (d.procedure, d.division, d.src, d.added, d.start, d.until,\n" \
"	d.ended) IS NOT DISTINCT FROM (t.procedure, t.division, t.src,\n" \
"	t.added, t.start, t.until, t.ended))"
#define PLACED(of) SOME(of, "place", \
"	IF EXISTS (SELECT FROM unnest(" of ".place) AS p WHERE NOT EXISTS (\n" \
"	SELECT FROM unnest(" of ".matter) AS m\n" \
"	WHERE m.division = p.division AND m.id = p.id)) THEN\n" \
"		RETURN 'a place without its case';\n" \
"	END IF;\n")

/* Each says what is wrong, or NULL. */
const char	hub_push_faults[] =
"CREATE FUNCTION gongshi.push_fault(whose text, known bigint,\n"
"	last bigint, gone gongshi.facts, put gongshi.facts,\n"
"	tells gongshi.past[])\n"
"	RETURNS text LANGUAGE plpgsql STABLE AS $$\n"
"BEGIN\n"
NEW("division") NEW("matter") NEW("event") NEW("posting") NEW("objection")
OURS_AND("duty", OPENS) OURS("place") OURS("finding")
PLACED("put") PLACED("gone")
"	IF EXISTS (SELECT FROM unnest(tells) AS t WHERE t.src > last\n"
"	OR t.county IS DISTINCT FROM whose OR t.seq < 1\n"
"	OR t.gone NOT BETWEEN known + 1 AND last\n"
"	OR t.kind NOT IN ('division', 'case', 'event', 'posting',\n"
"	'objection')\n"
"	OR t.why NOT IN ('corrected', 'completed', 'void')) THEN\n"
"		RETURN 'a line of the history that no push has';\n"
"	END IF;\n"
"	RETURN NULL;\n"
"END $$;\n";

/*
 * Calendars know one case alone by a number.  A case that was handed over to
 * another county keeps there what it had first (by an adoption): here no new
 * case has that number.  A first number comes with its case.
 */
const char	hub_push_firsts[] =
"CREATE FUNCTION gongshi.push_fault_firsts(whose text, gone gongshi.facts,\n"
"	put gongshi.facts, firsts gongshi.renamed[]) RETURNS text\n"
"	LANGUAGE plpgsql STABLE AS $$\n"
"BEGIN\n"
SOME("put", "matter",
"	IF EXISTS (SELECT FROM unnest(put.matter) AS m\n"
"	JOIN gongshi.renamed AS r ON r.first = whose || ':' || m.id\n"
"	WHERE r.county <> whose AND NOT EXISTS (\n"
"	SELECT FROM unnest(gone.matter) AS g WHERE g.id = m.id)) THEN\n"
"		RETURN 'a number that another county''s case had first';\n"
"	END IF;\n")
"	IF EXISTS (SELECT FROM unnest(firsts) AS f\n"
"	WHERE f.county IS DISTINCT FROM whose\n"
"	OR starts_with(f.first, whose || ':') IS NOT TRUE OR NOT EXISTS (\n"
"	SELECT FROM unnest(put.matter) AS m WHERE m.id = f.id)) THEN\n"
"		RETURN 'a first number of another county or case';\n"
"	END IF;\n"
"	IF EXISTS (SELECT FROM unnest(firsts) AS f\n"
"	JOIN gongshi.renamed AS r ON r.first = f.first) THEN\n"
"		RETURN 'a first number that another case has';\n"
"	END IF;\n"
"	RETURN NULL;\n"
"END $$;\n";

#define SOURCES(t)	"	UNION SELECT src FROM unnest(put." t ")\n"

/* Files that no row came from: no parcel has them. */
const char	hub_push_idle[] =
"CREATE FUNCTION gongshi.push_idle(known bigint, last bigint,\n"
"	put gongshi.facts, tells gongshi.past[])\n"
"	RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN (\n"
"SELECT count(*) <> last - known FROM (SELECT gone AS src FROM unnest(tells)\n"
"	UNION SELECT src FROM unnest(tells)\n"
SOURCES("division") SOURCES("matter") SOURCES("event") SOURCES("posting")
SOURCES("objection") SOURCES("duty")
"	UNION SELECT added FROM unnest(put.duty)) AS s WHERE src > known);\n"
"END $$;\n";

#define LINE		"division, id, kind, key, vals, src"

/* The lines of what goes, asked before it does: each of both sides once. */
const char	hub_push_history[] =
"CREATE FUNCTION gongshi.push_forges(whose text, known bigint,\n"
"	gone gongshi.facts, put gongshi.facts, tells gongshi.past[])\n"
"	RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN EXISTS (\n"
"	SELECT FROM (\n"
"	SELECT " LINE ", 1 AS n FROM gongshi.was_named(whose, gone)\n"
"	UNION ALL SELECT " LINE ", 1 FROM gongshi.was_posted(whose, gone)\n"
"	UNION ALL SELECT " LINE ", 1 FROM gongshi.was_due(whose, gone, put)\n"
"	UNION ALL SELECT " LINE ", -1 FROM unnest(tells)\n"
"	WHERE src <= known) AS line GROUP BY " LINE "\n"
"	HAVING sum(n) <> 0);\n"
"END $$;\n";

#define LACKS(t) SOME("put", t, \
"	IF EXISTS (SELECT FROM unnest(put." t ") AS r WHERE NOT EXISTS (\n" \
"	SELECT FROM gongshi.matter AS m WHERE m.county = whose\n" \
"	AND m.division = r.division AND m.id = r.id)) THEN\n" \
"		RETURN true;\n" \
"	END IF;\n")
#define LEAVES(t) \
"EXISTS (SELECT FROM gongshi." t " AS t WHERE t.county = whose\n" \
"	AND t.division = lost.division AND t.id = lost.id)"

/* Rows of a case that is not there; asked when all is put. */
const char	hub_push_strays[] =
"CREATE FUNCTION gongshi.push_strays(whose text, gone gongshi.facts,\n"
"	put gongshi.facts) RETURNS boolean LANGUAGE plpgsql STABLE AS $$\n"
"DECLARE lost gongshi.matter;\n"
"BEGIN\n"
LACKS("event") LACKS("posting") LACKS("objection")
SOME("gone", "matter",
"	FOR lost IN SELECT * FROM unnest(gone.matter) AS g WHERE NOT EXISTS (\n"
"	SELECT FROM gongshi.matter AS m WHERE m.county = whose\n"
"	AND m.division = g.division AND m.id = g.id) LOOP\n"
"		IF " LEAVES("place") "\n	OR " LEAVES("event")
"\n	OR " LEAVES("posting") "\n	OR " LEAVES("objection") " THEN\n"
"			RETURN true;\n"
"		END IF;\n"
"	END LOOP;\n")
"	RETURN false;\n"
"END $$;\n";

/* ---- the county's lock, its run and its files */

/* Whose it is comes first, of all that writes. */
const char	hub_push_lock[] =
"CREATE FUNCTION gongshi.is_written(whose text) RETURNS boolean\n"
"	LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN EXISTS (\n"
"	SELECT FROM gongshi.office WHERE role = session_user::text\n"
"	AND writes AND whose >= code AND whose < code || ':');\n"
"END $$;\n"
"CREATE FUNCTION gongshi.push_may(whose text, rows bigint) RETURNS void\n"
"	LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	IF gongshi.is_written(whose) IS NOT TRUE THEN\n"
"		RAISE EXCEPTION 'not yours' USING ERRCODE = 'GX001';\n"
"	END IF;\n"
"	IF rows IS NULL OR rows NOT BETWEEN 1 AND " HUB_PUSH_ROWS_TEXT " THEN\n"
"		RAISE EXCEPTION 'more rows than a push has room for'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	IF clock_timestamp() > now() + interval '15 minutes' THEN\n"
"		RAISE EXCEPTION 'a transaction that was begun long ago'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.push_lock(whose text, pulled bigint, had text,\n"
"	becomes text) RETURNS void LANGUAGE plpgsql AS $$\n"
"DECLARE c gongshi.county;\n"
"	today integer := (now() AT TIME ZONE 'UTC'\n"
"		+ interval '8 hours')::date - date '1970-01-01';\n"
"BEGIN\n"
"	IF pulled = 0 THEN\n"
"		INSERT INTO gongshi.county VALUES (whose, 1, today, becomes)\n"
"		ON CONFLICT DO NOTHING;\n"
"		IF FOUND THEN RETURN; END IF;\n"
"	END IF;\n"
"	SELECT * INTO c FROM gongshi.county WHERE county = whose FOR UPDATE;\n"
"	IF NOT FOUND OR c.version IS DISTINCT FROM pulled\n"
"	OR c.sum IS DISTINCT FROM had THEN\n"
"		RAISE EXCEPTION 'another version' USING ERRCODE = 'GX002';\n"
"	END IF;\n"
"	UPDATE gongshi.county SET version = pulled + 1, day = today,\n"
"	sum = becomes WHERE county = whose;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.push_run(whose text, does text,\n"
"	files gongshi.file[]) RETURNS void LANGUAGE plpgsql AS $$\n"
"DECLARE r bigint := (SELECT coalesce(max(id), 0) + 1 FROM gongshi.run\n"
"		WHERE county = whose);\n"
"	f bigint := (SELECT coalesce(max(id), 0) FROM gongshi.file\n"
"		WHERE county = whose);\n"
"BEGIN\n"
"	IF EXISTS (SELECT FROM unnest(files) WHERE county IS DISTINCT FROM\n"
"	whose OR run IS DISTINCT FROM r OR rows < 0 OR id NOT BETWEEN f + 1\n"
"	AND f + cardinality(files) OR octet_length(name) > 4096 OR sha256\n"
"	!~ '^([0-9a-f]{64})?$') OR octet_length(does) > 64 THEN\n"
"		RAISE EXCEPTION 'files that no run has read'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	INSERT INTO gongshi.run VALUES (whose, r, to_char(now() AT TIME ZONE\n"
"	'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), session_user, does);\n"
"	INSERT INTO gongshi.file SELECT * FROM unnest(files);\n"
"END $$;\n";

/* ---- what the next night is to judge */

#define CASES(t)	"	SELECT division, id FROM unnest(rows." t ")\n"

/*
 * As in a file (store/dirty): cases whose rows came or went, and those at,
 * below and above a division that did, as far as they are this county's; its
 * calendar is to be written anew, for it bears the name.  Before the first
 * night there is none to remember anything.
 */
const char	hub_push_dirty[] =
"CREATE FUNCTION gongshi.stale(vals text) RETURNS text LANGUAGE sql\n"
"	IMMUTABLE AS $$ SELECT CASE WHEN vals ~ '^\\[[0-9]{1,9},' THEN '['\n"
"	|| substr(split_part(vals, ',', 1), 2)::bigint + 1\n"
"	|| substr(vals, strpos(vals, ',')) ELSE vals END $$;\n"
"CREATE FUNCTION gongshi.push_dirty(whose text, rows gongshi.facts)\n"
"	RETURNS void LANGUAGE plpgsql AS $$ BEGIN\n"
"INSERT INTO gongshi.mark SELECT DISTINCT whose, 'dirty', division, id,\n"
"	'[]', '[]' FROM (\n"
CASES("matter") "	UNION ALL\n" CASES("event") "	UNION ALL\n"
CASES("posting") "	UNION ALL\n" CASES("objection") "	UNION ALL\n"
"	SELECT m.division, m.id FROM unnest(rows.division) AS d\n"
"	JOIN gongshi.matter AS m ON m.county = whose\n"
"	AND (starts_with(m.division, d.code)\n"
"	OR starts_with(d.code, m.division))) AS c\n"
"	WHERE EXISTS (SELECT FROM gongshi.mark WHERE county = whose\n"
"	AND tab = 'night')\n"
"	ON CONFLICT DO NOTHING;\n"
"UPDATE gongshi.mark AS m SET vals = gongshi.stale(m.vals)\n"
"	FROM unnest(rows.division) AS d WHERE m.county = whose\n"
"	AND m.tab = 'shelf' AND m.key = json_build_array(d.code)::text;\n"
"END $$;\n";

/* ---- all of it */

#define ROWS(of)	"cardinality(" of ".division) + cardinality(" of \
			".matter)\n	+ cardinality(" of ".place) +" \
			" cardinality(" of ".event)\n	+ cardinality(" of \
			".posting) + cardinality(" of ".objection)\n" \
			"	+ cardinality(" of ".finding) +" \
			" cardinality(" of ".duty)"
#define SIZE(of, t)	"pg_column_size(" of t ")::bigint"
#define SIZES(of)	SIZE(of, "division") " + " SIZE(of, "matter") \
			"\n	+ " SIZE(of, "place") " + " SIZE(of, "event") \
			"\n	+ " SIZE(of, "posting") " + " \
			SIZE(of, "objection") "\n	+ " \
			SIZE(of, "finding") " + " SIZE(of, "duty")
#define ARRAYS(as)	as "division gongshi.division[], " as "matter" \
			" gongshi.matter[],\n	" as "place gongshi.place[], " \
			as "event gongshi.event[],\n	" as "posting" \
			" gongshi.posting[], " as "objection" \
			" gongshi.objection[],\n	" as "finding" \
			" gongshi.finding[], " as "duty gongshi.duty[]"
#define MADE(as)	"ROW(" as "division, " as "matter, " as "place,\n" \
			"		" as "event, " as "posting, " as \
			"objection, " as "finding, " as "duty)"

const char	hub_push_all[] =
"CREATE FUNCTION gongshi.push(whose text, pulled bigint, had text,\n"
"	becomes text, does text, files gongshi.file[], tells gongshi.past[],\n"
"	" ARRAYS("no_") ",\n	" ARRAYS("now_") ",\n"
"	firsts gongshi.renamed[]) RETURNS void\n"
"	LANGUAGE plpgsql SECURITY DEFINER" PINNED "\n"
"	SET lock_timeout = '10s' SET jit = off AS $$\n"
"DECLARE fault text; known bigint; last bigint;\n"
"	gone gongshi.facts := " MADE("no_") ";\n"
"	put gongshi.facts := " MADE("now_") ";\n"
"	rows bigint := " ROWS("gone") "\n	+ " ROWS("put")
"\n	+ cardinality(tells) + cardinality(files) + cardinality(firsts);\n"
"BEGIN\n"
"	PERFORM gongshi.push_may(whose, rows);\n"
"	IF " SIZES("no_") "\n	+ " SIZES("now_") "\n	+ " SIZE("", "tells")
" + " SIZE("", "files") "\n	+ " SIZE("", "firsts")
" > " HUB_PUSH_SIZE_TEXT " THEN\n"
"		RAISE EXCEPTION 'more bytes than a push has room for'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	PERFORM gongshi.push_lock(whose, pulled, had, becomes);\n"
"	known := (SELECT coalesce(max(id), 0) FROM gongshi.file\n"
"		WHERE county = whose);\n"
"	last := known + cardinality(files);\n"
"	fault := gongshi.push_fault(whose, known, last, gone, put, tells);\n"
"	IF fault IS NULL THEN\n"
"		fault := gongshi.push_fault_firsts(whose, gone, put,\n"
"			firsts);\n"
"	END IF;\n"
"	IF fault IS NULL AND gongshi.push_forges(whose, known, gone, put,\n"
"		tells)\n"
"	THEN\n"
"		fault := 'its history is not that of the rows that go';\n"
"	END IF;\n"
"	IF fault IS NULL AND gongshi.push_idle(known, last, put, tells) THEN\n"
"		fault := 'a file that no row came from';\n"
"	END IF;\n"
"	IF fault IS NOT NULL THEN\n"
"		RAISE EXCEPTION '%', fault USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	IF cardinality(files) > 0 THEN\n"
"		PERFORM gongshi.push_run(whose, does, files);\n"
"	END IF;\n"
"	PERFORM gongshi.push_go(whose, gone), gongshi.push_put(put),\n"
"		gongshi.push_dirty(whose, gone),\n"
"		gongshi.push_dirty(whose, put);\n"
"	INSERT INTO gongshi.past SELECT * FROM unnest(tells);\n"
"	INSERT INTO gongshi.renamed SELECT * FROM unnest(firsts);\n"
"	IF gongshi.push_strays(whose, gone, put) THEN\n"
"		RAISE EXCEPTION 'rows of a case that is not there'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"END $$;\n";

/* ---- nights */

/*
 * A county's night is one's at a time, from before it is pulled to its end:
 * who runs it holds a lock of its own, so that imports need not wait; the row
 * is there before, since what is not committed cannot be passed by.  Marks go
 * with the version that they are of.
 */
const char	hub_push_night[] =
"CREATE FUNCTION gongshi.night_known(whose text) RETURNS void\n"
"	LANGUAGE plpgsql SECURITY DEFINER" PINNED "\n"
"	SET lock_timeout = '10s' AS $$\n"
"BEGIN\n"
"	PERFORM gongshi.push_may(whose, 1);\n"
"	INSERT INTO gongshi.night VALUES (whose) ON CONFLICT DO NOTHING;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.night_take(whose text) RETURNS boolean\n"
"	LANGUAGE plpgsql SECURITY DEFINER" PINNED " AS $$\n"
"BEGIN\n"
"	PERFORM FROM gongshi.night WHERE county = whose\n"
"	AND gongshi.is_written(county) FOR UPDATE SKIP LOCKED;\n"
"	RETURN FOUND;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.push_marks(whose text, pulled bigint, had text,\n"
"	no_mark gongshi.mark[], now_mark gongshi.mark[]) RETURNS void\n"
"	LANGUAGE plpgsql SECURITY DEFINER" PINNED "\n"
"	SET lock_timeout = '10s' SET jit = off AS $$\n"
"DECLARE c gongshi.county;\n"
"BEGIN\n"
"	PERFORM gongshi.push_may(whose, cardinality(no_mark)\n"
"		+ cardinality(now_mark)::bigint);\n"
"	IF " SIZE("", "no_mark") " + " SIZE("", "now_mark") "\n"
"	> " HUB_PUSH_SIZE_TEXT " OR EXISTS (SELECT FROM unnest(now_mark)\n"
"	WHERE county IS DISTINCT FROM whose) THEN\n"
"		RAISE EXCEPTION 'marks of another county, or too large'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	IF EXISTS (SELECT FROM unnest(now_mark) AS m\n"
"	WHERE json_typeof(m.key::json) <> 'array'\n"
"	OR json_typeof(m.vals::json) <> 'array'\n"
"	OR strpos(m.key || m.vals, '\\u0000') > 0) THEN\n"
"		RAISE EXCEPTION 'marks that no gongshi writes'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	IF EXISTS (SELECT FROM unnest(no_mark) WHERE tab IN ('delivery',\n"
"	'sent')) OR EXISTS (SELECT FROM unnest(now_mark) AS m\n"
"	JOIN gongshi.mark AS t ON t.county = whose AND t.tab = 'delivery'\n"
"	AND m.tab = t.tab AND m.division = t.division AND m.id = t.id\n"
"	AND m.key = t.key WHERE (m.vals::json->>0, m.vals::json->>1,\n"
"	m.vals::json->>3, m.vals::json->>4) IS DISTINCT FROM\n"
"	(t.vals::json->>0, t.vals::json->>1, t.vals::json->>3,\n"
"	t.vals::json->>4)) THEN\n"
"		RAISE EXCEPTION 'deliveries are only added to'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	SELECT * INTO c FROM gongshi.county WHERE county = whose FOR UPDATE;\n"
"	IF coalesce(c.version, 0) IS DISTINCT FROM pulled\n"
"	OR coalesce(c.sum, '') IS DISTINCT FROM had THEN\n"
"		RAISE EXCEPTION 'another version' USING ERRCODE = 'GX002';\n"
"	END IF;\n"
"	DELETE FROM gongshi.mark AS t USING unnest(no_mark) AS k\n"
"	WHERE t.county = whose" SAME("tab") SAME("division") SAME("id")
SAME("key") ";\n"
"	INSERT INTO gongshi.mark SELECT * FROM unnest(now_mark)\n"
"	ON CONFLICT (county, tab, division, id, key)\n"
"	DO UPDATE SET vals = excluded.vals;\n"
"END $$;\n"
"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongshi FROM PUBLIC;\n";
