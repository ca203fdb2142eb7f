/*
 * redact: rows as they read now, looked at one by one.  What goes and what is
 * put are the same but for texts in which signs of persons' numbers became
 * stars; nothing else of the county can be changed by it.
 *
 * A star stands only where the text that was has a whole number (case/privacy):
 * its check digit is right, its first three and last four signs are there
 * still.  What takes no room, blanks and hyphens are passed over.
 */
#include "hub/inside.h"

/* The bytes of base/text's harmful characters that part no digits. */
#define NO_ROOM \
	"\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5" \
	"\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f" \
	"\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff" \
	"\\U000e0000-\\U000e0fff"
#define GAPS	"\\u2010\\u2011\\u2013\\u3000\\u00a0\\uff0d -"
#define WIDE	"\xef\xbc\x90\xef\xbc\x91\xef\xbc\x92\xef\xbc\x93\xef\xbc\x94" \
		"\xef\xbc\x95\xef\xbc\x96\xef\xbc\x97\xef\xbc\x98\xef\xbc\x99" \
		"\xef\xbc\xb8\xef\xbd\x98"	/* digits, X, x of full width */

const char	hub_act_masks[] =
"CREATE FUNCTION gongshi.squeezed(text) RETURNS text LANGUAGE sql IMMUTABLE\n"
"	AS $$ SELECT translate(regexp_replace($1, '[" NO_ROOM GAPS "]', '',\n"
"	'g'), '" WIDE "x', '0123456789XXX') $$;\n"
"CREATE FUNCTION gongshi.is_number(text) RETURNS boolean\n"
"	LANGUAGE sql IMMUTABLE AS $$\n"
"SELECT CASE WHEN $1 ~ '^(86)?1[3-9][0-9]{9}$' THEN true\n"
"	WHEN $1 ~ ('^[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])'\n"
"	|| '(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$') AND (SELECT\n"
"	substr('10X98765432', 1 + (sum(w * substr($1, i::int, 1)::int)\n"
"	% 11)::int, 1) FROM unnest(ARRAY[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9,\n"
"	10, 5, 8, 4, 2]) WITH ORDINALITY AS t(w, i)) = right($1, 1)\n"
"	THEN true\n"
"	WHEN $1 ~ '^[3-6][0-9]{15,18}$' THEN (SELECT sum(CASE WHEN i % 2 = 0\n"
"	THEN d WHEN d > 4 THEN 2 * d - 9 ELSE 2 * d END) % 10 = 0\n"
"	FROM (SELECT length($1) - i AS i, substr($1, i, 1)::int AS d\n"
"	FROM generate_series(1, length($1)) AS i) AS t)\n"
"	ELSE false END $$;\n";

/* Is that the text, with stars for some of its digits alone? */
const char	hub_act_masked[] =
"CREATE FUNCTION gongshi.is_masked(was text, now text) RETURNS boolean\n"
"	LANGUAGE plpgsql IMMUTABLE COST 10000 AS $$\n"
"DECLARE a text[]; b text[]; s text;\n"
"BEGIN\n"
"	IF was = now THEN RETURN true; END IF;\n"
"	IF was IS NULL OR now IS NULL OR length(was) <> length(now) THEN\n"
"		RETURN false;\n"
"	END IF;\n"
"	a := string_to_array(was, NULL);\n"
"	b := string_to_array(now, NULL);\n"
"	FOR i IN 1 .. cardinality(a) LOOP\n"
"		IF a[i] <> b[i] AND (b[i] <> '*' OR a[i] !~ '[0-9Xx" WIDE
"]')\n"
"		THEN RETURN false; END IF;\n"
"	END LOOP;\n"
"	s := gongshi.squeezed(was);\n"
"	a := string_to_array(s, NULL);\n"
"	b := string_to_array(gongshi.squeezed(now), NULL);\n"
"	FOR i IN 1 .. cardinality(a) LOOP\n"
"		IF a[i] <> b[i] AND NOT EXISTS (SELECT FROM unnest(\n"
"		ARRAY[11, 13, 16, 17, 18, 19]) AS n,\n"
"		generate_series(4, n - 4) AS o WHERE o <= i\n"
"		AND i - o + n <= length(s) AND gongshi.is_number(\n"
"		substr(s, i - o + 1, n))) THEN\n"
"			RETURN false;\n"
"		END IF;\n"
"	END LOOP;\n"
"	RETURN true;\n"
"END $$;\n";

/*
 * A text with stars for such signs.  What an act keeps for good is the
 * beginning of such a one: no redaction comes by later.
 */
const char	hub_act_hidden[] =
"CREATE FUNCTION gongshi.starred(told text) RETURNS text\n"
"	LANGUAGE plpgsql IMMUTABLE AS $$\n"
"DECLARE a text[] := string_to_array(told, NULL);\n"
"	b text[] := a; at integer[]; s text := ''; c text; n integer;\n"
"BEGIN\n"
"	FOR i IN 1 .. coalesce(cardinality(a), 0) LOOP\n"
"		c := gongshi.squeezed(a[i]);\n"
"		IF c <> '' THEN s := s || c; at := at || i; END IF;\n"
"	END LOOP;\n"
"	FOR i IN 1 .. length(s) LOOP\n"
"		CONTINUE WHEN substr(s, i, 1) NOT BETWEEN '0' AND '9'\n"
"		OR b[at[i] - 1] ~ '[0-9" WIDE "]';\n"
"		FOREACH n IN ARRAY ARRAY[11, 13, 16, 17, 18, 19] LOOP\n"
"			CONTINUE WHEN i + n - 1 > length(s)\n"
"			OR NOT gongshi.is_number(substr(s, i, n))\n"
"			OR b[at[i + n - 1] + 1] ~ '[0-9" WIDE "]';\n"
"			FOR k IN i + 3 .. i + n - 5 LOOP\n"
"				a[at[k]] := '*';\n"
"			END LOOP;\n"
"		END LOOP;\n"
"	END LOOP;\n"
"	RETURN array_to_string(a, '');\n"
"END $$;\n"
"CREATE FUNCTION gongshi.hidden(told text) RETURNS text LANGUAGE sql\n"
"	IMMUTABLE AS $$ SELECT left(gongshi.starred(left(told, 1100)), 1000)\n"
"	$$;\n";

/*
 * What calendars were told of the case, by any hash another text now, and what
 * was told of deliveries; the county's calendars are written anew.
 */
const char	hub_act_unsaid[] =
"CREATE FUNCTION gongshi.redact_marks(whose text, of_division text,\n"
"	of_id text) RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	UPDATE gongshi.mark AS t SET vals = (SELECT json_agg(CASE\n"
"	WHEN t.tab = 'entry' AND n = 7 THEN to_json(\n"
"	CASE e::text WHEN '0' THEN 0 ELSE 1 END)\n"
"	WHEN json_typeof(e) = 'string'\n"
"	THEN to_json(gongshi.starred(e #>> '{}')) ELSE e END ORDER BY n)\n"
"	FROM json_array_elements(t.vals::json) WITH ORDINALITY\n"
"	AS v(e, n))::text\n"
"	WHERE t.county = whose AND (t.tab = 'delivery' OR (t.tab = 'entry'\n"
"	AND t.division = of_division AND t.id = of_id)) AND EXISTS (SELECT\n"
"	FROM json_array_elements_text(t.vals::json) AS e\n"
"	WHERE e ~ '[^0-9]' AND gongshi.starred(e) <> e);\n"
"	UPDATE gongshi.mark AS t SET vals = gongshi.stale(t.vals)\n"
"	WHERE t.county = whose AND t.tab = 'shelf';\n"
"	PERFORM gongshi.act_dirty(whose, of_division, of_id);\n"
"END $$;\n";

#define PLANNED	"	SET enable_hashjoin = off SET enable_mergejoin = off"
#define SAME(c)		" AND t." c " = k." c
#define CASE		SAME("division") SAME("id")
#define ITS		CASE "\n	AND t.division = of_division" \
			" AND t.id = of_id\n	"
#define SLOT		SAME("step") SAME("at")
#define MASKED(c)	"\n	AND gongshi.is_masked(t." c ", p." c ")"

/* The columns that stay. */
#define RUN(t)		t ".county, " t ".id, " t ".at, " t ".command"
#define FILE_(t)	t ".county, " t ".id, " t ".run, " t ".sha256, " t \
			".rows"
#define PAST(t)		t ".county, " t ".division, " t ".id, " t ".gone,\n" \
			"	" t ".seq, " t ".kind, " t ".src, " t ".why"
#define MATTER(t)	t ".county, " t ".division, " t ".id, " t \
			".procedure,\n	" t ".named, " t ".traits, " t \
			".amounts, " t ".has, " t ".src"
#define POSTING(t)	t ".county, " t ".division, " t ".id, " t ".step,\n" \
			"	" t ".at, " t ".posted, " t ".medium, " t \
			".until, " t ".reviewed,\n	" t ".has, " t ".src"
#define OBJECTION(t)	t ".county, " t ".division, " t ".id, " t ".step,\n" \
			"	" t ".at, " t ".received, " t ".resolved, " t \
			".named, " t ".has,\n	" t ".src"
#define FINDING(t)	t ".county, " t ".division, " t ".id, " t ".first,\n" \
			"	" t ".gone, " t ".ord, " t ".code, " t \
			".severity, " t ".procedure,\n	" t ".step, " t \
			".event, " t ".at, " t ".due, " t ".actual,\n	" t \
			".days, " t ".basis, " t ".why"
#define WAIVER(t)	t ".county, " t ".until, " t ".made, " t ".ended"

/* Those that go, those that are put, and which of these each may become. */
#define JOINED(t, gone, put, key, columns, masks) \
	"	FROM unnest(" gone ") WITH ORDINALITY AS k\n" \
	"	JOIN gongshi." t " AS t ON t.county = whose" key "\n" \
	"	JOIN unnest(" put ") WITH ORDINALITY AS p\n	ON (" \
	columns("p") ")\n	IS NOT DISTINCT FROM (" columns("t") ")" masks
#define PAIRED(t, key, columns, masks) \
	"(SELECT count(*) = cardinality(gone." t ")\n" \
	"	AND count(*) = cardinality(put." t ")\n" \
	"	AND count(DISTINCT k.ordinality) = count(*)\n" \
	"	AND count(DISTINCT p.ordinality) = count(*)\n" \
	JOINED(t, "gone." t, "put." t, key, columns, masks) ")"

/* A case's own: each row that goes is one that is put, and none else. */
const char	hub_act_texts[] =
"CREATE FUNCTION gongshi.redact_facts(whose text, of_division text,\n"
"	of_id text, gone gongshi.facts, put gongshi.facts) RETURNS boolean\n"
"	LANGUAGE sql STABLE\n" PLANNED " AS $$\n"
"SELECT " PAIRED("matter", ITS, MATTER, MASKED("title") MASKED("batch"))
"\n	AND " PAIRED("posting", ITS SLOT SAME("posted") SAME("medium")
SAME("place"), POSTING, MASKED("place") MASKED("content")
MASKED("posted_by") MASKED("evidence"))
"\n	AND " PAIRED("objection", ITS SLOT SAME("received") SAME("number"),
OBJECTION, MASKED("number") MASKED("outcome") MASKED("handler")) " $$;\n";

#define TOLD(t, told, whose, key, columns, masks) \
	"	FROM unnest(" told ") AS p JOIN gongshi." t " AS t\n" \
	"	ON t.county = " whose key "\n	AND (" columns("p") ")\n" \
	"	IS NOT DISTINCT FROM (" columns("t") ")" masks

/* Where its rows came from, and its history; f is the file of this act. */
const char	hub_act_told[] =
"CREATE FUNCTION gongshi.redact_sources(f gongshi.file,\n"
"	now_run gongshi.run[], now_file gongshi.file[]) RETURNS boolean\n"
"	LANGUAGE sql STABLE\n" PLANNED " AS $$\n"
"SELECT (SELECT count(*) FROM unnest(now_run) AS p\n"
"	WHERE p.id IS DISTINCT FROM f.run)\n"
"	= (SELECT count(*)\n"
TOLD("run", "now_run", "f.county", " AND t.id = p.id", RUN,
MASKED("who")) ")\n"
"	AND (SELECT count(*) FROM unnest(now_file) AS p\n"
"	WHERE p IS DISTINCT FROM f) = (SELECT count(*)\n"
TOLD("file", "now_file", "f.county", " AND t.id = p.id", FILE_,
MASKED("name")) ") $$;\n"
"CREATE FUNCTION gongshi.redact_past(whose text, of_id text, known bigint,\n"
"	now_past gongshi.past[]) RETURNS boolean LANGUAGE sql STABLE\n" PLANNED
" AS $$\n"
"SELECT (SELECT count(*) FROM unnest(now_past) AS p\n"
"	WHERE (p.gone > known) IS NOT TRUE)\n"
"	= (SELECT count(*)\n"
TOLD("past", "now_past", "whose", " AND t.division = p.division\n"
"	AND t.id = p.id AND t.gone = p.gone AND t.seq = p.seq", PAST,
MASKED("key") MASKED("vals")) "\n	AND p.gone <= known AND t.id = of_id\n"
"	AND t.kind <> 'division') $$;\n"
"CREATE FUNCTION gongshi.redact_tells(f gongshi.file, put gongshi.facts,\n"
"	of_division text, of_id text, vals text, now_past gongshi.past[])\n"
"	RETURNS boolean LANGUAGE sql STABLE AS $$\n"
"SELECT NOT EXISTS (SELECT FROM unnest(now_past) AS p WHERE p.gone >= f.id\n"
"	AND (p.county, p.gone, p.why, p.seq > 0) IS DISTINCT FROM\n"
"	(f.county, f.id, 'redacted', true)) AND NOT EXISTS (SELECT FROM (\n"
"	SELECT division, id, kind, key, p.vals, src, 1 AS n\n"
"	FROM gongshi.was_posted(f.county, put) AS p UNION ALL\n"
"	SELECT of_division, of_id, 'case', of_id, redact_tells.vals, f.id, 1\n"
"	UNION ALL SELECT division, id, kind, key, p.vals, src, -1\n"
"	FROM unnest(now_past) AS p WHERE p.gone >= f.id) AS line\n"
"	GROUP BY division, id, kind, key, line.vals, src HAVING sum(n) <> 0)\n"
"	$$;\n";

/*
 * Of two that read alike then, one is enough: who goes has one that is put, or
 * one that is there and stays.
 */
#define KEPT(t, key, more, columns, masks) \
	"(SELECT count(DISTINCT p.ordinality) = cardinality(now_" t ")\n" \
	JOINED(t, "no_" t, "now_" t, key, columns, masks) ")\n" \
	"	AND NOT EXISTS (SELECT FROM unnest(no_" t ") AS k\n" \
	"	LEFT JOIN gongshi." t " AS t ON t.county = whose" key "\n" \
	"	WHERE t.county IS NULL OR NOT (EXISTS (SELECT\n" \
	"	FROM unnest(now_" t ") AS p WHERE true" more MASKED("key") \
	")\n	OR EXISTS (SELECT FROM gongshi." t " AS p\n" \
	"	WHERE p.county = whose AND p.key <> t.key" more MASKED("key") \
	")))"
#define LIFE		" AND p.division = t.division AND p.id = t.id\n	" \
			"AND p.first = t.first"

/* What was said of it: findings, waivers; and what is remembered. */
const char	hub_act_kept[] =
"CREATE FUNCTION gongshi.redact_found(whose text, of_id text,\n"
"	no_finding gongshi.finding[], now_finding gongshi.finding[])\n"
"	RETURNS boolean LANGUAGE sql STABLE\n" PLANNED " AS $$\n"
"SELECT " KEPT("finding", CASE SAME("key") SAME("first")
" AND t.id = of_id\n", LIFE, FINDING, MASKED("key") MASKED("title")
MASKED("message") MASKED("remedy")) " $$;\n"
"CREATE FUNCTION gongshi.redact_waived(whose text, of_id text,\n"
"	no_waiver gongshi.waiver[], now_waiver gongshi.waiver[])\n"
"	RETURNS boolean LANGUAGE sql STABLE\n" PLANNED " AS $$\n"
"SELECT " KEPT("waiver", SAME("key") "\n	AND split_part(t.key, '/', 1)"
" IN (of_id, whose || ':' || of_id)\n	", "", WAIVER, MASKED("key")
MASKED("ground") MASKED("who")) " $$;\n"
"CREATE FUNCTION gongshi.redact_remembers(whose text, of_id text,\n"
"	now_redacted gongshi.redacted[]) RETURNS boolean LANGUAGE sql\n"
"	IMMUTABLE AS $$ SELECT NOT EXISTS (SELECT FROM unnest(now_redacted)\n"
"	AS r WHERE (r.county, r.id, strpos(r.cell, '*') > 0)\n"
"	IS DISTINCT FROM (whose, of_id, true)) $$;\n";

/* ---- all of it */

const char	hub_act_puts[] =
"CREATE FUNCTION gongshi.redact_puts(whose text, f gongshi.file,\n"
"	now_run gongshi.run[], now_file gongshi.file[],\n"
"	now_past gongshi.past[], now_redacted gongshi.redacted[])\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	UPDATE gongshi.run AS t SET who = p.who FROM unnest(now_run) AS p\n"
"	WHERE t.county = whose AND t.id = p.id AND p.id <> f.run;\n"
"	UPDATE gongshi.file AS t SET name = p.name FROM unnest(now_file) AS p\n"
"	WHERE t.county = whose AND t.id = p.id;\n"
"	UPDATE gongshi.past AS t SET key = p.key, vals = p.vals\n"
"	FROM unnest(now_past) AS p WHERE t.county = whose AND t.division =\n"
"	p.division AND t.id = p.id AND t.gone = p.gone AND t.seq = p.seq;\n"
"	INSERT INTO gongshi.redacted SELECT * FROM unnest(now_redacted);\n"
"END $$;\n"
"CREATE FUNCTION gongshi.redact_says(whose text,\n"
"	no_finding gongshi.finding[], now_finding gongshi.finding[],\n"
"	no_waiver gongshi.waiver[], now_waiver gongshi.waiver[])\n"
"	RETURNS void LANGUAGE plpgsql AS $$\n"
"BEGIN\n"
"	DELETE FROM gongshi.finding AS t USING unnest(no_finding) AS k\n"
"	WHERE t.county = whose" CASE SAME("key") SAME("first") ";\n"
"	DELETE FROM gongshi.waiver AS t USING unnest(no_waiver) AS k\n"
"	WHERE t.county = whose" SAME("key") ";\n"
"	INSERT INTO gongshi.finding SELECT * FROM unnest(now_finding);\n"
"	INSERT INTO gongshi.waiver SELECT * FROM unnest(now_waiver);\n"
"END $$;\n";

#define FACTS(as)	as "matter gongshi.matter[], " as "posting" \
			" gongshi.posting[],\n	" as "objection" \
			" gongshi.objection[]"
/* The others of gongshi.facts are none. */
#define MADE(of, as) \
	"	" of ".matter := " as "matter; " of ".posting := " as \
	"posting;\n	" of ".objection := " as "objection;\n"
#define ROWS(as)	"cardinality(" as "matter) + cardinality(" as \
			"posting)\n	+ cardinality(" as "objection)"

/*
 * Of a county whose rows came from a file that another's case came from too,
 * the file's name alone is another: that is no act of its history.
 */
const char	hub_act_redact[] =
"CREATE FUNCTION gongshi.redact(whose text, pulled bigint, had text,\n"
"	becomes text, of_division text, of_id text, ground text, by text,\n"
"	now_run gongshi.run[], now_file gongshi.file[],\n"
"	now_past gongshi.past[], now_redacted gongshi.redacted[],\n"
"	" FACTS("no_") ",\n	" FACTS("now_") ",\n"
"	no_finding gongshi.finding[], now_finding gongshi.finding[],\n"
"	no_waiver gongshi.waiver[], now_waiver gongshi.waiver[])\n"
"	RETURNS void LANGUAGE plpgsql SECURITY DEFINER" PINNED "\n"
"	SET lock_timeout = '10s' SET jit = off AS $$\n"
"DECLARE f gongshi.file; gone gongshi.facts; put gongshi.facts;\n"
"	told bigint := " ROWS("no_") "\n	+ " ROWS("now_")
"\n	+ cardinality(now_past) + cardinality(now_redacted)\n"
"	+ cardinality(no_finding) + cardinality(now_finding)\n"
"	+ cardinality(no_waiver) + cardinality(now_waiver);\n"
"BEGIN\n"
"	PERFORM gongshi.act_begins(whose, pulled, had, becomes, told\n"
"		+ cardinality(now_run) + cardinality(now_file),\n"
"		ARRAY[of_division, of_id, ground, by]);\n"
"	f := gongshi.act_file(whose, 'redact');\n"
MADE("gone", "no_") MADE("put", "now_")
"	IF (gongshi.redact_sources(f, now_run, now_file)\n"
"	AND gongshi.redact_past(whose, of_id, f.id - 1, now_past)\n"
"	AND gongshi.redact_facts(whose, of_division, of_id, gone, put)\n"
"	AND gongshi.redact_found(whose, of_id, no_finding, now_finding)\n"
"	AND gongshi.redact_waived(whose, of_id, no_waiver, now_waiver)\n"
"	AND gongshi.redact_remembers(whose, of_id, now_redacted)) IS NOT TRUE\n"
"	THEN\n"
"		PERFORM gongshi.act_refuse(\n"
"		'more is another than the numbers of persons');\n"
"	END IF;\n"
"	PERFORM gongshi.redact_puts(whose, f, now_run, now_file, now_past,\n"
"		now_redacted), gongshi.push_go(whose, gone),\n"
"		gongshi.push_put(put), gongshi.redact_says(whose, no_finding,\n"
"		now_finding, no_waiver, now_waiver);\n"
"	PERFORM gongshi.redact_marks(whose, of_division, of_id);\n"
"	IF told > 0 THEN\n"
"		IF gongshi.redact_tells(f, put, of_division, of_id,\n"
"		'by=' || by || '; ground=' || ground, now_past) IS NOT TRUE\n"
"		THEN\n"
"			PERFORM gongshi.act_refuse(\n"
"			'its history is not that of what was masked');\n"
"		END IF;\n"
"		PERFORM gongshi.push_run(whose, 'redact', ARRAY[f]);\n"
"		INSERT INTO gongshi.past SELECT p.* FROM unnest(now_past)\n"
"		AS p WHERE p.gone = f.id;\n"
"	END IF;\n"
"	PERFORM gongshi.act_ends(whose, pulled, 'redact', ground, by,\n"
"		CASE WHEN told > 0 THEN of_division || '/' || of_id\n"
"		ELSE '' END);\n"
"END $$;\n"
"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongshi FROM PUBLIC;\n";
