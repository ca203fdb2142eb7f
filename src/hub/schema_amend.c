/*
 * Acts: what is done to a case by name and not by rows.  Each is a function of
 * its own, which leaves a row in `act` that nobody changes any more.
 *
 * waive, waive_end and rename are told what is to be, and do it here as a file
 * does it (store/waivers, store/rename): whoever changes those changes these.
 * redact is told rows, and looks at them (hub/schema_redact).
 */
#include "hub/inside.h"

#define TEXT	"text COLLATE \"C\" NOT NULL"

const char	hub_act_table[] =
"CREATE TABLE gongshi.act (		-- only added to\n"
"	county " TEXT ",\n"
"	seq bigint NOT NULL,		-- in its county, from 1\n"
"	version bigint NOT NULL,	-- that came of it\n"
"	at timestamptz NOT NULL,	-- the server's clock\n"
"	who " TEXT ",			-- session_user\n"
"	what " TEXT ",			-- redact, rename, waive, waive-end\n"
"	ground " TEXT ",\n"
"	by " TEXT ",			-- who answers for it, as told\n"
"	keys " TEXT ",			-- of what, with masks\n"
"	PRIMARY KEY (county, seq)\n"
");\n";

/* ---- what all begin with, and end with */

const char	hub_act_begins[] =
"CREATE FUNCTION gongshi.act_begins(whose text, pulled bigint, had text,\n"
"	becomes text, rows bigint, told text[]) RETURNS void\n"
"	LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	PERFORM gongshi.push_may(whose, rows);\n"
"	IF array_position(told, NULL) IS NOT NULL THEN\n"
"		RAISE EXCEPTION 'something is not told'\n"
"		USING ERRCODE = 'GX003';\n"
"	END IF;\n"
"	PERFORM gongshi.push_lock(whose, pulled, had, becomes);\n"
"END $$;\n"
"CREATE FUNCTION gongshi.act_ends(whose text, pulled bigint, does text,\n"
"	ground text, by text, keys text) RETURNS void LANGUAGE sql AS $$\n"
"INSERT INTO gongshi.act VALUES (whose, (SELECT coalesce(max(a.seq), 0) + 1\n"
"	FROM gongshi.act AS a WHERE a.county = whose), pulled + 1, now(),\n"
"	session_user, does, gongshi.hidden(ground), gongshi.hidden(by),\n"
"	gongshi.hidden(keys)) $$;\n"
"CREATE FUNCTION gongshi.act_refuse(why text) RETURNS void\n"
"	LANGUAGE plpgsql AS $$ BEGIN\n"
"	RAISE EXCEPTION '%', why USING ERRCODE = 'GX003';\n"
"END $$;\n"
"CREATE FUNCTION gongshi.clock() RETURNS text LANGUAGE sql STABLE AS $$\n"
"SELECT to_char(now() AT TIME ZONE 'UTC',\n"
"	'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') $$;\n";

/* The next night judges the case anew, where there was one. */
const char	hub_act_dirty[] =
"CREATE FUNCTION gongshi.act_dirty(whose text, of_division text, of_id text)\n"
"	RETURNS void LANGUAGE sql AS $$\n"
"INSERT INTO gongshi.mark SELECT whose, 'dirty', of_division, of_id, '[]',\n"
"	'[]' WHERE EXISTS (SELECT FROM gongshi.mark AS m WHERE m.county =\n"
"	whose AND m.tab = 'night') AND left(of_division, 6) = whose\n"
"	ON CONFLICT DO NOTHING $$;\n";

/* The file that an act is in the history of a case. */
const char	hub_act_numbers[] =
"CREATE FUNCTION gongshi.act_file(whose text, does text) RETURNS gongshi.file\n"
"	LANGUAGE sql STABLE AS $$\n"
"SELECT ROW(whose, (SELECT coalesce(max(id), 0) + 1 FROM gongshi.file\n"
"	WHERE county = whose), (SELECT coalesce(max(id), 0) + 1\n"
"	FROM gongshi.run WHERE county = whose), does, '', 0)::gongshi.file\n"
"	$$;\n";

/* ---- waivers */

#define ACT(name, told) \
	"CREATE FUNCTION gongshi." name "(whose text, pulled bigint, had" \
	" text,\n	becomes text, " told ") RETURNS void\n" \
	"	LANGUAGE plpgsql SECURITY DEFINER" PINNED "\n" \
	"	SET lock_timeout = '10s' SET jit = off AS $$\n"

/* By its words alone, as whoever reads it (store/parcel_in) asks. */
const char	hub_act_waive[] =
"CREATE FUNCTION gongshi.is_waived(whose text, key text) RETURNS boolean\n"
"	LANGUAGE sql IMMUTABLE AS $$\n"
"SELECT CASE WHEN key ~ '^[0-9]{0,6}:' THEN split_part(key, ':', 1) = whose\n"
"	ELSE key ~ '^[^/]*/[^/]*/[0-9]+/'\n"
"	AND left(split_part(key, '/', 3), length(whose)) = whose END $$;\n"
ACT("waive", "of_key text, ground text, by text,\n	last integer")
"BEGIN\n"
"	PERFORM gongshi.act_begins(whose, pulled, had, becomes, 1,\n"
"		ARRAY[of_key, ground, by, last::text]);\n"
"	IF gongshi.is_waived(whose, of_key) IS NOT TRUE OR ground = ''\n"
"	OR by = '' THEN\n"
"		PERFORM gongshi.act_refuse('no waiver of this county');\n"
"	END IF;\n"
"	INSERT INTO gongshi.waiver AS w VALUES (whose, of_key, ground, by,\n"
"	last, gongshi.clock(), NULL) ON CONFLICT (county, key) DO UPDATE SET\n"
"	ground = excluded.ground, who = excluded.who, until = excluded.until,\n"
"	made = excluded.made, ended = NULL;\n"
"	PERFORM gongshi.act_ends(whose, pulled, 'waive', ground, by, of_key);\n"
"END $$;\n"
ACT("waive_end", "of_key text")
"BEGIN\n"
"	PERFORM gongshi.act_begins(whose, pulled, had, becomes, 1,\n"
"		ARRAY[of_key]);\n"
"	UPDATE gongshi.waiver AS w SET ended = gongshi.clock()\n"
"	WHERE w.county = whose AND w.key = of_key AND w.ended IS NULL;\n"
"	IF NOT FOUND THEN\n"
"		PERFORM gongshi.act_refuse('no waiver that is in force');\n"
"	END IF;\n"
"	PERFORM gongshi.act_ends(whose, pulled, 'waive-end', '', '',\n"
"		of_key);\n"
"END $$;\n"
"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongshi FROM PUBLIC;\n";

/* ---- a case under another number, or at another division */

#define NAMED(id, code) \
	"CASE WHEN length(" code ") < length(w.whose)\n" \
	"	AND left(w.whose, length(" code ")) = " code "\n" \
	"	THEN w.whose || ':' || " id " ELSE " id " END"

/* The key with the new number and division; NULL: it is not the case's. */
const char	hub_act_keys[] =
"CREATE TYPE gongshi.way AS (whose text, division text, id text,\n"
"	to_division text, to_id text);\n"
"CREATE FUNCTION gongshi.key_moved(w gongshi.way, key text) RETURNS text\n"
"	LANGUAGE sql IMMUTABLE AS $$\n"
"SELECT " NAMED("w.to_id", "goes") " || '/' || split_part(key, '/', 2) || '/'\n"
"	|| goes || substr(key, length(split_part(key, '/', 1))\n"
"	+ length(split_part(key, '/', 2)) + length(code) + 3)\n"
"FROM (SELECT split_part(key, '/', 3)) AS k(code), LATERAL (SELECT\n"
"	CASE code WHEN w.division THEN w.to_division ELSE code END)\n"
"	AS g(goes)\n"
"WHERE key ~ '^[^/]*/[^/]*/' AND (left(code, length(w.whose)) = w.whose\n"
"	OR left(w.whose, length(code)) = code)\n"
"	AND split_part(key, '/', 1) = " NAMED("w.id", "code") " $$;\n"
"CREATE FUNCTION gongshi.past_moved(w gongshi.way, kind text, key text)\n"
"	RETURNS text LANGUAGE sql IMMUTABLE AS $$\n"
"SELECT CASE WHEN kind = 'case' THEN w.to_id WHEN kind <> 'event'\n"
"	AND split_part(key, '/', 2) = w.division\n"
"	AND key ~ '^[^/]*/[^/]*/' THEN split_part(key, '/', 1) || '/'\n"
"	|| w.to_division || substr(key, length(split_part(key, '/', 1))\n"
"	+ length(w.division) + 2) ELSE key END $$;\n";

#define OF_CASE(t) \
	" WHERE " t ".county = w.whose AND " t ".division = w.division\n" \
	"	AND " t ".id = w.id"
#define MOVES(t, more) \
	"	UPDATE gongshi." t " AS t SET division = w.to_division,\n" \
	"	id = w.to_id" more "\n	" OF_CASE("t") ";\n"
#define AT_MOVED	", at = CASE t.at WHEN w.division\n" \
			"	THEN w.to_division ELSE t.at END"
#define GIVES(t) \
	"	UPDATE gongshi." t " AS t SET id = as_\n" \
	"	WHERE t.county = whose AND t.id = of_;\n"

/*
 * Two numbers are exchanged where something was known under the one that the
 * case gets; nobody's is U+10FFFD meanwhile.  A finding or a mask that is there
 * already under the new key makes way.
 */
const char	hub_act_moves[] =
"CREATE FUNCTION gongshi.act_aside(whose text, of_ text, as_ text)\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	UPDATE gongshi.past AS t SET id = as_, key = CASE t.kind\n"
"	WHEN 'case' THEN as_ ELSE t.key END WHERE t.county = whose\n"
"	AND t.id = of_ AND t.kind <> 'division' AND t.why <> 'renamed';\n"
GIVES("finding") GIVES("redacted") GIVES("mark")
"END $$;\n"
"CREATE FUNCTION gongshi.act_moves(w gongshi.way) RETURNS void\n"
"	LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
MOVES("matter", "") MOVES("event", "") MOVES("posting", AT_MOVED)
MOVES("objection", AT_MOVED)
"	UPDATE gongshi.past AS t SET id = w.to_id, division = CASE t.division\n"
"	WHEN w.division THEN w.to_division ELSE t.division END,\n"
"	key = gongshi.past_moved(w, t.kind, t.key) WHERE t.county = w.whose\n"
"	AND t.id = w.id AND t.kind <> 'division';\n"
"	DELETE FROM gongshi.finding AS t USING gongshi.finding AS f\n"
"	" OF_CASE("f") " AND t.county = w.whose AND t.division =\n"
"	w.to_division AND t.id = w.to_id AND t.key = f.key\n"
"	AND t.first = f.first;\n"
MOVES("finding", "")
"	DELETE FROM gongshi.mark AS t USING gongshi.mark AS f\n"
"	" OF_CASE("f") " AND t.county = w.whose AND t.division =\n"
"	w.to_division AND t.id = w.to_id AND t.tab = f.tab\n"
"	AND t.key = f.key;\n"
MOVES("mark", "")
"	DELETE FROM gongshi.redacted AS t USING gongshi.redacted AS f\n"
"	WHERE t.county = w.whose AND f.county = w.whose AND f.id = w.id\n"
"	AND t.id = w.to_id AND (t.id <> f.id OR t.at <> f.at) AND t.at = CASE\n"
"	f.at WHEN w.division THEN w.to_division ELSE f.at END\n"
"	AND (t.step, t.day, t.cell) = (f.step, f.day, f.cell);\n"
"	UPDATE gongshi.redacted AS t SET id = w.to_id" AT_MOVED "\n"
"	WHERE t.county = w.whose AND t.id = w.id;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.act_rekeys(w gongshi.way, of_ text) RETURNS void\n"
"	LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	DELETE FROM gongshi.finding AS t USING gongshi.finding AS f\n"
"	WHERE t.county = w.whose AND t.id = of_ AND f.county = w.whose\n"
"	AND f.id = of_ AND t.division = f.division AND t.first = f.first\n"
"	AND t.key <> f.key AND t.key = gongshi.key_moved(w, f.key);\n"
"	UPDATE gongshi.finding AS t SET key = gongshi.key_moved(w, t.key)"
AT_MOVED "\n"
"	WHERE t.county = w.whose AND t.id = of_\n"
"	AND gongshi.key_moved(w, t.key) IS NOT NULL;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.act_waivers(w gongshi.way, back gongshi.way)\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	UPDATE gongshi.waiver AS t SET key = chr(1) || k.key\n"
"	FROM (SELECT v.key AS had, coalesce(gongshi.key_moved(w, v.key),\n"
"	gongshi.key_moved(back, v.key)) AS key FROM gongshi.waiver AS v\n"
"	WHERE v.county = w.whose) AS k WHERE t.county = w.whose\n"
"	AND t.key = k.had AND k.key IS NOT NULL;\n"
"	DELETE FROM gongshi.waiver AS t USING gongshi.waiver AS m\n"
"	WHERE t.county = w.whose AND m.county = w.whose\n"
"	AND m.key = chr(1) || t.key;\n"
"	UPDATE gongshi.waiver AS t SET key = substr(t.key, 2)\n"
"	WHERE t.county = w.whose AND left(t.key, 1) = chr(1);\n"
"END $$;\n";

#define FIRST(id)	"coalesce((SELECT first FROM gongshi.renamed AS r\n" \
			"		WHERE r.county = w.whose AND r.id = " \
			id "),\n		w.whose || ':' || " id ")"
#define NOTE(division, id, seq, word, of_division, of_id) \
	"	INSERT INTO gongshi.past VALUES (w.whose, " division ",\n" \
	"	" id ", f.id, " seq ", 'case', " id ", '" word "=' || " of_id \
	"\n	|| '; division=' || " of_division ", f.id, 'renamed');\n"

/*
 * Places: those that it had; or, of one that named none and goes to another
 * division, such as are known below that.
 */
const char	hub_act_firsts[] =
"CREATE FUNCTION gongshi.act_firsts(w gongshi.way, aside boolean)\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"DECLARE own text := " FIRST("w.id") ";\n"
"	its text := " FIRST("w.to_id") ";\n"
"BEGIN\n"
"	IF EXISTS (SELECT FROM gongshi.renamed AS r WHERE r.county <> w.whose\n"
"	AND r.first = own) THEN\n"
"		PERFORM gongshi.act_refuse('a number that another county''s"
" case had first');\n"
"	END IF;\n"
"	DELETE FROM gongshi.renamed AS r WHERE r.county = w.whose\n"
"	AND r.id IN (w.id, w.to_id);\n"
"	INSERT INTO gongshi.renamed SELECT w.whose, w.to_id, own\n"
"	WHERE own <> w.whose || ':' || w.to_id;\n"
"	INSERT INTO gongshi.renamed SELECT w.whose, w.id, its\n"
"	WHERE aside AND its <> w.whose || ':' || w.id;\n"
"END $$;\n"
"CREATE FUNCTION gongshi.act_places(w gongshi.way, named bigint,\n"
"	places gongshi.place[]) RETURNS boolean LANGUAGE sql STABLE AS $$\n"
"SELECT NOT EXISTS (SELECT FROM unnest(places) AS p WHERE\n"
"	(p.county, p.division, p.id) IS DISTINCT FROM\n"
"	(w.whose, w.to_division, w.to_id)) AND (NOT EXISTS ((SELECT t.place\n"
"	FROM gongshi.place AS t" OF_CASE("t") ") EXCEPT\n"
"	SELECT p.place FROM unnest(places) AS p) AND cardinality(places) =\n"
"	(SELECT count(*) FROM gongshi.place AS t" OF_CASE("t") ")\n"
"	OR (named = 0 AND w.division <> w.to_division AND NOT EXISTS (SELECT\n"
"	FROM unnest(places) AS p WHERE left(p.place, length(w.to_division))\n"
"	<> w.to_division OR NOT EXISTS (SELECT FROM gongshi.division AS d\n"
"	WHERE d.county = left(p.place, 6) AND d.code = p.place)))) $$;\n";

const char	hub_act_rename[] =
ACT("rename", "of_division text, of_id text,\n	to_division text, to_id text,"
" aside boolean, places gongshi.place[]")
"DECLARE m gongshi.matter; f gongshi.file; known boolean;\n"
"	w gongshi.way := ROW(whose, of_division, of_id, to_division, to_id);\n"
"	back gongshi.way := ROW(whose, to_division, to_id, to_division,\n"
"		of_id);\n"
"BEGIN\n"
"	PERFORM gongshi.act_begins(whose, pulled, had, becomes,\n"
"		1 + cardinality(places), ARRAY[of_division, of_id,\n"
"		to_division, to_id, aside::text]);\n"
"	SELECT * INTO m FROM gongshi.matter AS t" OF_CASE("t") ";\n"
"	IF NOT FOUND OR (of_division, of_id) = (to_division, to_id)\n"
"	OR to_id = '' OR to_id ~ '[/[:cntrl:]]' THEN\n"
"		PERFORM gongshi.act_refuse('no case that becomes another');\n"
"	END IF;\n"
"	IF EXISTS (SELECT FROM gongshi.matter AS t WHERE t.county = whose\n"
"	AND t.id = to_id AND t.id <> of_id) THEN\n"
"		PERFORM gongshi.act_refuse('that number has another case');\n"
"	END IF;\n"
"	IF gongshi.act_places(w, m.named, places) IS NOT TRUE THEN\n"
"		PERFORM gongshi.act_refuse('places that it did not have');\n"
"	END IF;\n"
"	known := of_id <> to_id AND (aside OR EXISTS (SELECT FROM\n"
"	gongshi.past AS t\n"
"	WHERE t.county = whose AND t.id = to_id AND t.kind <> 'division'\n"
"	AND t.why <> 'renamed') OR EXISTS (SELECT FROM gongshi.finding AS t\n"
"	WHERE t.county = whose AND t.id = to_id));\n"
"	f := gongshi.act_file(whose, 'rename');\n"
"	PERFORM gongshi.push_run(whose, 'rename', ARRAY[f]);\n"
"	IF known THEN\n"
"		PERFORM gongshi.act_aside(whose, to_id, chr(1114109));\n"
"	END IF;\n"
"	DELETE FROM gongshi.place AS t" OF_CASE("t") ";\n"
"	PERFORM gongshi.act_moves(w);\n"
"	IF known THEN\n"
"		PERFORM gongshi.act_aside(whose, chr(1114109), of_id);\n"
"	END IF;\n"
"	PERFORM gongshi.act_rekeys(w, to_id);\n"
"	IF known THEN\n"
"		PERFORM gongshi.act_rekeys(back, of_id);\n"
"	END IF;\n"
"	PERFORM gongshi.act_waivers(w, CASE WHEN known THEN back END),\n"
"		gongshi.act_firsts(w, known);\n"
"	PERFORM gongshi.act_dirty(whose, to_division, to_id);\n"
"	INSERT INTO gongshi.place SELECT * FROM unnest(places);\n"
NOTE("to_division", "to_id", "1", "was", "of_division", "of_id")
"	IF of_id <> to_id THEN\n"
NOTE("of_division", "of_id", "2", "is", "to_division", "to_id")
"	END IF;\n"
"	PERFORM gongshi.act_ends(whose, pulled, 'rename', '', '', of_division\n"
"		|| '/' || of_id || ' ' || to_division || '/' || to_id);\n"
"END $$;\n";
