#include "base/twin.h"
#include "store/inside.h"

#include <string.h>

#include "base/hash.h"
#include "base/text.h"

/*
 * Migration n brings a file from version n to n + 1.  What has been released
 * is frozen: files out there have been made by it.
 *
 * In every table of facts `division` and `id` are the case's; where a fact
 * has a division of its own, it is `at`.  `src` is the file that a row came
 * from.  Days are counted from 1970-01-01; the views show them as dates.
 * The bits of `has` are those of case/matter.h (HAS_UNTIL ...).
 */
static const char first_tables[] =
"CREATE TABLE setting (\n"
"	name TEXT NOT NULL PRIMARY KEY,	-- home: the division of init\n"
"	value TEXT NOT NULL\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE run (			-- a command that changed something\n"
"	id INTEGER NOT NULL PRIMARY KEY,\n"
"	at TEXT NOT NULL,		-- when, UTC\n"
"	who TEXT NOT NULL,\n"
"	command TEXT NOT NULL\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE file (			-- read by a run, changed something\n"
"	id INTEGER NOT NULL PRIMARY KEY,\n"
"	run INTEGER NOT NULL REFERENCES run,\n"
"	name TEXT NOT NULL,\n"
"	sha256 TEXT NOT NULL,\n"
"	rows INTEGER NOT NULL\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE division (\n"
"	code TEXT NOT NULL PRIMARY KEY,	-- without zero groups at its end\n"
"	name TEXT NOT NULL,\n"
"	src INTEGER NOT NULL REFERENCES file\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE INDEX division_name ON division (name, code);\n"
"CREATE TABLE matter (			-- a case (办件)\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	procedure TEXT NOT NULL,\n"
"	title TEXT NOT NULL,\n"
"	batch TEXT NOT NULL,\n"
"	named INTEGER NOT NULL,		-- its row named its places\n"
"	has INTEGER NOT NULL,		-- bits: columns its sheets had\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	PRIMARY KEY (division, id)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE UNIQUE INDEX matter_id ON matter (id);\n"
"CREATE INDEX matter_batch ON matter (batch, division, id)\n"
"	WHERE batch <> '';\n"
"CREATE TABLE place (			-- places of a case (涉及区划)\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	place TEXT NOT NULL,\n"
"	PRIMARY KEY (division, id, place),\n"
"	FOREIGN KEY (division, id) REFERENCES matter\n"
") STRICT, WITHOUT ROWID;\n";

static const char first_facts[] =
"CREATE TABLE event (			-- 事件\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	event TEXT NOT NULL,\n"
"	day INTEGER NOT NULL,\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	PRIMARY KEY (division, id, event, day),\n"
"	FOREIGN KEY (division, id) REFERENCES matter\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE posting (			-- 张贴\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	step TEXT NOT NULL,\n"
"	at TEXT NOT NULL,		-- the division where it was posted\n"
"	posted INTEGER NOT NULL,	-- day\n"
"	medium TEXT NOT NULL,\n"
"	place TEXT NOT NULL,\n"
"	until INTEGER,			-- last day; NULL: it stands\n"
"	reviewed INTEGER,		-- day; NULL: none\n"
"	content TEXT NOT NULL,\n"
"	posted_by TEXT NOT NULL,\n"
"	evidence TEXT NOT NULL,\n"
"	has INTEGER NOT NULL,		-- bits: columns its sheets had\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	PRIMARY KEY (division, id, step, at, posted, medium, place),\n"
"	FOREIGN KEY (division, id) REFERENCES matter\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE objection (		-- 异议\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	step TEXT NOT NULL,\n"
"	at TEXT NOT NULL,		-- '': the case's division\n"
"	received INTEGER NOT NULL,	-- day\n"
"	number TEXT NOT NULL,\n"
"	resolved INTEGER,		-- day; NULL: not resolved\n"
"	outcome TEXT NOT NULL,\n"
"	handler TEXT NOT NULL,\n"
"	has INTEGER NOT NULL,\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	PRIMARY KEY (division, id, step, at, received, number),\n"
"	FOREIGN KEY (division, id) REFERENCES matter\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE past (			-- what was replaced or taken back\n"
"	id TEXT NOT NULL,		-- the case, or a division's code\n"
"	gone INTEGER NOT NULL REFERENCES file,\n"
"	seq INTEGER NOT NULL,		-- within the run\n"
"	kind TEXT NOT NULL,\n"
"	division TEXT NOT NULL,\n"
"	key TEXT NOT NULL,\n"
"	vals TEXT NOT NULL,\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	why TEXT NOT NULL,		-- corrected, completed, void\n"
"	PRIMARY KEY (id, gone, seq)\n"
") STRICT, WITHOUT ROWID;\n";

/* For the eye of who opens the file with sqlite3. */
static const char first_views[] =
"CREATE VIEW v_event AS SELECT division, id, event,\n"
"	date(day * 86400, 'unixepoch') AS day, src FROM event;\n"
"CREATE VIEW v_posting AS SELECT division, id, step, at,\n"
"	date(posted * 86400, 'unixepoch') AS posted,\n"
"	date(until * 86400, 'unixepoch') AS until, medium, place,\n"
"	date(reviewed * 86400, 'unixepoch') AS reviewed,\n"
"	content, posted_by, evidence, src FROM posting;\n"
"CREATE VIEW v_objection AS SELECT division, id, step, at, number,\n"
"	date(received * 86400, 'unixepoch') AS received,\n"
"	date(resolved * 86400, 'unixepoch') AS resolved,\n"
"	outcome, handler, src FROM objection;\n"
"CREATE VIEW v_source AS SELECT file.id AS src, run, at, who, command,\n"
"	name, sha256, rows FROM file JOIN run ON run.id = file.run;\n";

/* Facts as the history keeps them: a readable key and readable values. */
static const char first_history[] =
"CREATE VIEW f_division AS SELECT 'division' AS kind, code AS division,\n"
"	code AS id, code AS key, 'name=' || name AS vals, src, code\n"
"	FROM division;\n"
"CREATE VIEW f_case AS SELECT 'case' AS kind, division, id, id AS key,\n"
"	'procedure=' || procedure || '; division=' || division ||\n"
"	iif(title = '', '', '; title=' || title) ||\n"
"	iif(batch = '', '', '; batch=' || batch) ||\n"
"	coalesce('; places=' || (SELECT group_concat(place, ';')\n"
"		FROM (SELECT place FROM place WHERE place.division =\n"
"		matter.division AND place.id = matter.id ORDER BY place)),\n"
"		'') AS vals, src\n"
"	FROM matter;\n"
"CREATE VIEW f_event AS SELECT 'event' AS kind, division, id,\n"
"	event AS key, 'day=' || date(day * 86400, 'unixepoch') AS vals,\n"
"	src, event, day\n"
"	FROM event;\n"
"CREATE VIEW f_posting AS SELECT 'posting' AS kind, division, id,\n"
"	step || '/' || at || '/' || date(posted * 86400, 'unixepoch') ||\n"
"	'/' || medium || '/' || place AS key,\n"
"	substr(coalesce('; until=' || date(until * 86400, 'unixepoch'), '')\n"
"	|| coalesce('; reviewed=' || date(reviewed * 86400, 'unixepoch'),\n"
"		'') ||\n"
"	iif(content = '', '', '; content=' || content) ||\n"
"	iif(posted_by = '', '', '; by=' || posted_by) ||\n"
"	iif(evidence = '', '', '; evidence=' || evidence), 3) AS vals,\n"
"	src, step, at, posted, medium, place\n"
"	FROM posting;\n"
"CREATE VIEW f_objection AS SELECT 'objection' AS kind, division, id,\n"
"	step || '/' || at || '/' || date(received * 86400, 'unixepoch') ||\n"
"	'/' || number AS key,\n"
"	substr(coalesce('; resolved=' ||\n"
"		date(resolved * 86400, 'unixepoch'), '') ||\n"
"	iif(outcome = '', '', '; outcome=' || outcome) ||\n"
"	iif(handler = '', '', '; handler=' || handler), 3) AS vals,\n"
"	src, step, at, received, number\n"
"	FROM objection;\n"
"CREATE VIEW fact AS\n"
"	SELECT kind, division, id, key, vals, src FROM f_case UNION ALL\n"
"	SELECT kind, division, id, key, vals, src FROM f_event UNION ALL\n"
"	SELECT kind, division, id, key, vals, src FROM f_posting UNION ALL\n"
"	SELECT kind, division, id, key, vals, src FROM f_objection;\n";

static const char second_entries[] =
"CREATE TABLE entry (			-- what was written to calendars\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,		-- also of a case taken back since\n"
"	step TEXT NOT NULL,\n"
"	at TEXT NOT NULL,\n"
"	kind INTEGER NOT NULL,		-- 0 window, 1 deadline\n"
"	status INTEGER NOT NULL,	-- 0 confirmed, 2 cancelled\n"
"	first INTEGER NOT NULL,		-- days, both inclusive\n"
"	last INTEGER NOT NULL,\n"
"	alarms TEXT NOT NULL,		-- days from the first, 09:00\n"
"	sequence INTEGER NOT NULL,\n"
"	stamp INTEGER NOT NULL,		-- seconds from 1970 UTC\n"
"	said_zh INTEGER NOT NULL,	-- hash of its text; 0: not written\n"
"	said_en INTEGER NOT NULL,\n"
"	summary TEXT NOT NULL,\n"
"	location TEXT NOT NULL,\n"
"	PRIMARY KEY (division, id, step, at, kind)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE VIEW v_entry AS SELECT division, id, step, at,\n"
"	iif(kind, 'deadline', 'window') AS kind,\n"
"	iif(status, 'cancelled', 'confirmed') AS status,\n"
"	date(first * 86400, 'unixepoch') AS first,\n"
"	date(last * 86400, 'unixepoch') AS last, alarms, sequence,\n"
"	datetime(stamp, 'unixepoch') AS stamp, summary FROM entry;\n";

static const char third_nights[] =
"CREATE TABLE night (			-- nights that were begun\n"
"	day INTEGER NOT NULL PRIMARY KEY,\n"
"	finished TEXT,			-- when, UTC\n"
"	judged INTEGER NOT NULL		-- cases judged that day\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE dirty (			-- cases that changed since a verdict\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	PRIMARY KEY (division, id)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE ground (			-- what the verdicts rest on\n"
"	name TEXT NOT NULL PRIMARY KEY,\n"
"	value TEXT NOT NULL\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE watch (			-- a case until its next verdict\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	wake INTEGER,			-- day; NULL: days change nothing\n"
"	judged INTEGER NOT NULL,	-- day\n"
"	slots INTEGER NOT NULL,\n"
"	s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL,\n"
"	s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,\n"
"	s6 INTEGER NOT NULL, s7 INTEGER NOT NULL, s8 INTEGER NOT NULL,\n"
"	PRIMARY KEY (division, id)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE INDEX watch_wake ON watch (wake) WHERE wake IS NOT NULL;\n"
"CREATE TABLE finding (\n"
"	division TEXT NOT NULL,		-- the case's\n"
"	id TEXT NOT NULL,\n"
"	key TEXT NOT NULL,\n"
"	first INTEGER NOT NULL,		-- day; 0 of one that is not kept\n"
"	gone INTEGER,			-- day of the first night without it\n"
"	ord INTEGER NOT NULL,		-- within the case\n"
"	code TEXT NOT NULL,\n"
"	severity TEXT NOT NULL,\n"
"	title TEXT NOT NULL,\n"
"	procedure TEXT NOT NULL,\n"
"	step TEXT,\n"
"	event TEXT,\n"
"	at TEXT NOT NULL,\n"
"	due INTEGER,\n"
"	actual INTEGER,\n"
"	days INTEGER,\n"
"	basis TEXT,\n"
"	message TEXT NOT NULL,\n"
"	remedy TEXT NOT NULL,\n"
"	PRIMARY KEY (division, id, key, first)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE INDEX finding_open ON finding (division, id, ord)\n"
"	WHERE gone IS NULL;\n"
"CREATE INDEX finding_gone ON finding (gone) WHERE gone IS NOT NULL;\n";

static const char third_keeping[] =
"CREATE TABLE waiver (			-- findings somebody answers for\n"
"	key TEXT NOT NULL PRIMARY KEY,\n"
"	ground TEXT NOT NULL,\n"
"	who TEXT NOT NULL,\n"
"	until INTEGER NOT NULL,		-- last day\n"
"	made TEXT NOT NULL,		-- when, UTC\n"
"	ended TEXT			-- when, UTC; NULL: it was not\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE delivery (		-- of the inbox\n"
"	day INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL,\n"
"	name TEXT NOT NULL,\n"
"	taken INTEGER NOT NULL,\n"
"	moved INTEGER NOT NULL,		-- out of the inbox\n"
"	rows INTEGER NOT NULL,\n"
"	errors INTEGER NOT NULL,\n"
"	faults TEXT NOT NULL,		-- each on its line\n"
"	PRIMARY KEY (day, seq)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE shelf (			-- calendars of the nights\n"
"	code TEXT NOT NULL PRIMARY KEY,\n"
"	stale INTEGER NOT NULL,		-- changes it does not show\n"
"	size INTEGER NOT NULL,		-- of the file as a night left it\n"
"	mtime INTEGER NOT NULL		-- ... nanoseconds from 1970 UTC\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE VIEW v_finding AS SELECT division, id, key,\n"
"	date(nullif(first, 0) * 86400, 'unixepoch') AS first,\n"
"	date(gone * 86400, 'unixepoch') AS gone, code, severity, step, event,\n"
"	at, date(due * 86400, 'unixepoch') AS due,\n"
"	date(actual * 86400, 'unixepoch') AS actual, days, basis, message\n"
"	FROM finding;\n"
"CREATE VIEW v_waiver AS SELECT key, ground, who,\n"
"	date(until * 86400, 'unixepoch') AS until, made, ended FROM waiver;\n";

/*
 * A number is unique within its county, the first six digits of the case's
 * division.  The form of it that its twins share finds both (base/twin); twins
 * that an older program let in stay.
 */
static const char fourth_counties[] =
"DROP INDEX matter_id;\n"
"ALTER TABLE matter ADD COLUMN twin TEXT NOT NULL DEFAULT '';\n"
"UPDATE matter SET twin = twin_form(id);\n"
"CREATE UNIQUE INDEX matter_twin\n"
"	ON matter (twin, substr(division, 1, 6), id);\n";

/*
 * Keys and UIDs as of edition 4.  What calendars were told under the old UIDs
 * is to be withdrawn (kinds 2 and 3), and keys name the county of a case
 * where their division lies above it; a waiver by its own words, also where
 * its finding is no more.  Everything is judged anew.
 */
static const char fifth_entries[] =
"ALTER TABLE entry ADD COLUMN description TEXT NOT NULL DEFAULT '';\n"
"UPDATE entry SET kind = kind + 2;\n"
"CREATE INDEX entry_withdrawn ON entry (last) WHERE status = 2;\n"
"DROP VIEW v_entry;\n"
"CREATE VIEW v_entry AS SELECT division, id, step, at,\n"
"	iif(kind % 2, 'deadline', 'window') AS kind,\n"
"	CASE status WHEN 0 THEN 'confirmed' WHEN 2 THEN 'cancelled'\n"
"		ELSE 'dropped' END AS status, kind >= 2 AS old_uid,\n"
"	date(first * 86400, 'unixepoch') AS first,\n"
"	date(last * 86400, 'unixepoch') AS last, alarms, sequence,\n"
"	datetime(stamp, 'unixepoch') AS stamp, summary FROM entry;\n"
"UPDATE shelf SET stale = stale + 1;\n"
"DELETE FROM ground WHERE name IN ('program', 'rules', 'calendars');\n";

static const char fifth_lives[] =
"ALTER TABLE finding ADD COLUMN why TEXT;	-- it went; NULL: put right\n"
"ALTER TABLE night ADD COLUMN upto INTEGER;	-- the last file it knew\n"
"ALTER TABLE night ADD COLUMN rules TEXT;	-- what it judged by; NULL:\n"
"ALTER TABLE night ADD COLUMN days TEXT;	-- as the night before\n"
"UPDATE night SET upto = (SELECT coalesce(max(file.id), 0) FROM file\n"
"	JOIN run ON run.id = file.run WHERE run.at <= night.finished)\n"
"	WHERE finished IS NOT NULL;\n"
"UPDATE OR REPLACE waiver SET key = (\n"
"	WITH parts(id, at) AS (SELECT substr(waiver.key, 1,\n"
"		instr(waiver.key, '/') - 1), substr(waiver.key,\n"
"		instr(waiver.key, '/') + 1)),\n"
"	place(id, at) AS (SELECT id, substr(at, instr(at, '/') + 1)\n"
"		FROM parts),\n"
"	code(id, at) AS (SELECT id, substr(at, 1, instr(at, '/') - 1)\n"
"		FROM place)\n"
"	SELECT iif(length(at) < length(substr(division, 1, 6)),\n"
"		substr(division, 1, 6) || ':', '') || waiver.key\n"
"	FROM code JOIN matter USING (id)) WHERE key IN (\n"
"	SELECT w.key FROM waiver AS w JOIN matter AS m\n"
"	ON m.id = substr(w.key, 1, instr(w.key, '/') - 1));\n"
"UPDATE OR REPLACE finding SET key = substr(division, 1, 6) || ':' || key\n"
"	WHERE length(at) < length(substr(division, 1, 6));\n";

/*
 * Who is called about a division; what became of deliveries: where they lie,
 * what their receipts say, whose cases and townships they brought, and which
 * wait for what another brings.  In sent.acts 2 is added where it was of no
 * other township; those of before that was kept count as shared.
 */
static const char sixth_people[] =
"ALTER TABLE division ADD COLUMN contact TEXT NOT NULL DEFAULT '';\n"
"ALTER TABLE division ADD COLUMN phone TEXT NOT NULL DEFAULT '';\n"
"DROP VIEW f_division;\n"
"CREATE VIEW f_division AS SELECT 'division' AS kind, code AS division,\n"
"	code AS id, code AS key, 'name=' || name ||\n"
"	iif(contact = '', '', '; contact=' || contact) ||\n"
"	iif(phone = '', '', '; phone=' || phone) AS vals, src, code\n"
"	FROM division;\n"
"ALTER TABLE delivery ADD COLUMN lies TEXT NOT NULL DEFAULT '';\n"
"ALTER TABLE delivery ADD COLUMN told TEXT NOT NULL DEFAULT '';\n"
"ALTER TABLE delivery ADD COLUMN receipt INTEGER NOT NULL DEFAULT 1;\n"
"CREATE TABLE brought (			-- until the receipt is written\n"
"	day INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL,\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	PRIMARY KEY (day, seq, division, id)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE sent (			-- whose delivery it was\n"
"	town TEXT NOT NULL,\n"
"	day INTEGER NOT NULL,\n"
"	seq INTEGER NOT NULL,\n"
"	acts INTEGER NOT NULL,		-- not of cases and divisions alone\n"
"	PRIMARY KEY (town, day, seq)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE TABLE deferred (		-- lack what another may bring\n"
"	name TEXT NOT NULL PRIMARY KEY\n"
") STRICT, WITHOUT ROWID;\n";

/*
 * The first number of a case that was renamed, by which calendars know it for
 * good, as COUNTY:NUMBER; also of one taken back since.  Cells whose numbers
 * of persons were made masks, as they read now: a row that has such a number
 * in the same place is that row.  Step, division and day are empty where the
 * cell is the case's own.
 */
static const char seventh_righting[] =
"CREATE TABLE renamed (\n"
"	county TEXT NOT NULL,\n"
"	id TEXT NOT NULL,		-- the number that it has now\n"
"	first TEXT NOT NULL,\n"
"	PRIMARY KEY (county, id)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE UNIQUE INDEX renamed_first ON renamed (first);\n"
"CREATE TABLE redacted (\n"
"	county TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	step TEXT NOT NULL,\n"
"	at TEXT NOT NULL,\n"
"	day INTEGER NOT NULL,\n"
"	cell TEXT NOT NULL,\n"
"	PRIMARY KEY (county, id, step, at, day, cell)\n"
") STRICT, WITHOUT ROWID;\n";

/*
 * Traits and amounts of a case, as ids and as NAME=NUMBER with `;` between.
 * An objection whose sheet names no division has the key of one at the case's
 * division; until now the two were told apart by nobody, and counted alike.
 */
static const char eighth_traits[] =
"ALTER TABLE watch ADD COLUMN s9 INTEGER NOT NULL DEFAULT 0;\n"
"ALTER TABLE watch ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;\n"
"ALTER TABLE watch ADD COLUMN exempt TEXT NOT NULL DEFAULT '';	-- a=1;b=2\n"
"ALTER TABLE matter ADD COLUMN traits TEXT NOT NULL DEFAULT '';\n"
"ALTER TABLE matter ADD COLUMN amounts TEXT NOT NULL DEFAULT '';\n"
"DROP VIEW f_case;\n"
"CREATE VIEW f_case AS SELECT 'case' AS kind, division, id, id AS key,\n"
"	'procedure=' || procedure || '; division=' || division ||\n"
"	iif(title = '', '', '; title=' || title) ||\n"
"	iif(batch = '', '', '; batch=' || batch) ||\n"
"	iif(traits = '', '', '; traits=' || traits) ||\n"
"	iif(amounts = '', '', '; amounts=' || amounts) ||\n"
"	coalesce('; places=' || (SELECT group_concat(place, ';')\n"
"		FROM (SELECT place FROM place WHERE place.division =\n"
"		matter.division AND place.id = matter.id ORDER BY place)),\n"
"		'') AS vals, src\n"
"	FROM matter;\n";

static const char eighth_objections[] =
"ALTER TABLE objection ADD COLUMN named INTEGER NOT NULL DEFAULT 0;\n"
"UPDATE objection SET named = 1 WHERE at <> division AND at <> '';\n"
"UPDATE OR IGNORE objection SET at = division WHERE at = '';\n"
"DROP VIEW v_objection;\n"
"CREATE VIEW v_objection AS SELECT division, id, step,\n"
"	iif(named, at, '') AS at, number,\n"
"	date(received * 86400, 'unixepoch') AS received,\n"
"	date(resolved * 86400, 'unixepoch') AS resolved,\n"
"	outcome, handler, src FROM objection;\n"
"DROP VIEW f_objection;\n"
"CREATE VIEW f_objection AS SELECT 'objection' AS kind, division, id,\n"
"	step || '/' || at || '/' || date(received * 86400, 'unixepoch') ||\n"
"	'/' || number AS key,\n"
"	substr(iif(named, '', '; division=none') ||\n"
"	coalesce('; resolved=' ||\n"
"		date(resolved * 86400, 'unixepoch'), '') ||\n"
"	iif(outcome = '', '', '; outcome=' || outcome) ||\n"
"	iif(handler = '', '', '; handler=' || handler), 3) AS vals,\n"
"	src, step, at, received, number\n"
"	FROM objection;\n";

/*
 * Duties that are kept: a case for each known division at or below theirs and
 * each period that begins on `start` or later.  What `opened` says was dealt
 * with is not looked at again.
 */
static const char ninth_duties[] =
"CREATE TABLE duty (\n"
"	procedure TEXT NOT NULL,\n"
"	division TEXT NOT NULL,\n"
"	start INTEGER NOT NULL,		-- day\n"
"	until INTEGER,			-- last day on which one may begin\n"
"	opened INTEGER,			-- first day of the last one opened\n"
"	ended INTEGER NOT NULL,		-- added again, it is a new one\n"
"	added INTEGER NOT NULL REFERENCES file,	-- it first came with\n"
"	src INTEGER NOT NULL REFERENCES file,\n"
"	PRIMARY KEY (procedure, division)\n"
") STRICT, WITHOUT ROWID;\n"
"CREATE VIEW v_duty AS SELECT procedure, division,\n"
"	date(start * 86400, 'unixepoch') AS start,\n"
"	date(until * 86400, 'unixepoch') AS until,\n"
"	date(opened * 86400, 'unixepoch') AS opened, ended, added, src\n"
"	FROM duty;\n";

/*
 * What an entry says, and the sentences of findings, are facts in no language
 * from here on (case/told); what was kept in words says itself until a night
 * judges its case anew, which the first one does.  Made anew, since a table
 * that was altered is written down by each SQLite in its own way; with rowids,
 * since without them each row above a quarter of a page has a page more.
 */
static const char tenth_told[] =
"CREATE TEMP TABLE spoken AS SELECT * FROM entry;\n"
"DROP VIEW v_entry;\n"
"DROP TABLE entry;\n"
"CREATE TABLE entry (			-- what was written to calendars\n"
"	division TEXT NOT NULL,\n"
"	id TEXT NOT NULL,		-- also of a case taken back since\n"
"	step TEXT NOT NULL,\n"
"	at TEXT NOT NULL,\n"
"	kind INTEGER NOT NULL,		-- 0 window, 1 deadline; 2, 3: old\n"
"	status INTEGER NOT NULL,	-- 2 cancelled, 3 that and dropped\n"
"	first INTEGER NOT NULL,		-- days, both inclusive\n"
"	last INTEGER NOT NULL,\n"
"	alarms TEXT NOT NULL,		-- days from the first, 09:00\n"
"	sequence INTEGER NOT NULL,\n"
"	stamp INTEGER NOT NULL,		-- seconds from 1970 UTC\n"
"	said INTEGER NOT NULL,		-- hash of what follows; 0: not known\n"
"	summary TEXT NOT NULL,		-- told, in no language\n"
"	location TEXT NOT NULL,\n"
"	description TEXT NOT NULL,\n"
"	PRIMARY KEY (division, id, step, at, kind)\n"
") STRICT;\n"
"INSERT INTO entry SELECT division, id, step, at, kind, status, first, last,\n"
"	alarms, sequence, stamp, 0, summary, location, description\n"
"	FROM temp.spoken;\n"
"DROP TABLE temp.spoken;\n"
"CREATE INDEX entry_withdrawn ON entry (last) WHERE status = 2;\n"
"CREATE VIEW v_entry AS SELECT division, id, step, at,\n"
"	iif(kind % 2, 'deadline', 'window') AS kind,\n"
"	CASE status WHEN 0 THEN 'confirmed' WHEN 2 THEN 'cancelled'\n"
"		ELSE 'dropped' END AS status, kind >= 2 AS old_uid,\n"
"	date(first * 86400, 'unixepoch') AS first,\n"
"	date(last * 86400, 'unixepoch') AS last, alarms, sequence,\n"
"	datetime(stamp, 'unixepoch') AS stamp, summary FROM entry;\n"
"DELETE FROM ground WHERE name = 'program';\n";

/*
 * A county's version, which rises with each change of what its parcel holds,
 * and what is known of the parcel that was taken in last.  The history of one
 * county in the order of its parcel.
 */
static const char eleventh_parcels[] =
"CREATE TABLE county (\n"
"	code TEXT NOT NULL PRIMARY KEY,\n"
"	version INTEGER NOT NULL,\n"
"	day INTEGER NOT NULL,		-- of the last change\n"
"	own INTEGER NOT NULL,		-- facts changed here since `taken`\n"
"	taken INTEGER,			-- version of its parcel; NULL: none\n"
"	sum TEXT,			-- SHA-256 of that\n"
"	at TEXT,			-- when it was taken in, UTC\n"
"	who TEXT,\n"
"	signer TEXT			-- whose key signed one; NULL: never\n"
") STRICT, WITHOUT ROWID;\n"
"INSERT INTO county SELECT code, 1, (SELECT coalesce(CAST(strftime('%s',\n"
"	max(at), '+8 hours') AS INTEGER) / 86400, 0) FROM run), 1,\n"
"	NULL, NULL, NULL, NULL, NULL FROM (\n"
"	SELECT substr(code, 1, 6) AS code FROM division UNION\n"
"	SELECT substr(division, 1, 6) FROM matter UNION\n"
"	SELECT substr(division, 1, 6) FROM past UNION\n"
"	SELECT substr(division, 1, 6) FROM finding UNION\n"
"	SELECT substr(division, 1, 6) FROM duty UNION\n"
"	SELECT county FROM renamed UNION SELECT county FROM redacted);\n"
"CREATE INDEX past_division ON past (division, id, gone, seq);\n"
"CREATE VIEW v_county AS SELECT code, version,\n"
"	date(day * 86400, 'unixepoch') AS day, own, taken, sum, at, who,\n"
"	signer FROM county;\n";

/* Of one migration the parts, ended by NULL. */
static const char *const first[] = {
	first_tables, first_facts, first_views, first_history, NULL
};

static const char *const second[] = { second_entries, NULL };

static const char *const third[] = { third_nights, third_keeping, NULL };

static const char *const fourth[] = { fourth_counties, NULL };
static const char *const fifth[] = { fifth_entries, fifth_lives, NULL };
static const char *const sixth[] = { sixth_people, NULL };
static const char *const seventh[] = { seventh_righting, NULL };
static const char *const eighth[] = { eighth_traits, eighth_objections, NULL };
static const char *const ninth[] = { ninth_duties, NULL };
static const char *const tenth[] = { tenth_told, NULL };
static const char *const eleventh[] = { eleventh_parcels, NULL };

static const char *const *const migrations[] = {
	first, second, third, fourth, fifth, sixth, seventh, eighth, ninth,
	tenth, eleventh
};

const int schema_application = 0x676f6e67;	/* "gong" */

int
schema_newest(void)
{
	return (int)(sizeof(migrations) / sizeof(migrations[0]));
}

/* twin_form(TEXT) of the migrations. */
static void
form_of(sqlite3_context *x, int n, sqlite3_value **v)
{
	const char	*id = (const char *)sqlite3_value_text(v[0]);
	char		*form = sqlite3_malloc64(
			    (uint64_t)sqlite3_value_bytes(v[0]) + 1);

	(void)n;
	if (id == NULL || form == NULL) {
		sqlite3_free(form);
		sqlite3_result_error_nomem(x);
		return;
	}
	(void)twin_form(id, form);
	sqlite3_result_text(x, form, -1, sqlite3_free);
}

static bool
migrate(struct store *s, int from, int to)
{
	const char *const	*part;
	int			 v;

	if (sqlite3_create_function(s->db, "twin_form", 1, SQLITE_UTF8 |
	    SQLITE_DETERMINISTIC, NULL, form_of, NULL, NULL) != SQLITE_OK)
		return false;
	for (v = from; v < to; v++)
		for (part = migrations[v]; *part != NULL; part++)
			if (!sql_exec(s, *part))
				return false;
	return true;
}

bool
schema_migrate(struct store *s, int version)
{
	char	*mark;

	if (!migrate(s, version, schema_newest()))
		return false;
	mark = arena_printf(s->scratch,
	    "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    schema_application, schema_newest());
	return sql_exec(s, mark);
}

/* ---- what the file holds beside what the migrations make */

/* One object, or none behind the last: then its name is "". */
struct object {
	const char	*name, *type, *table, *sql;
};

static const char	objects[] =
"SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_schema"
"	ORDER BY name, type";

static bool
read_object(sqlite3_stmt *st, struct object *o)
{
	int		rc = sqlite3_step(st), i;
	const char	*text[4];

	*o = (struct object){ "", "", "", "" };
	if (rc != SQLITE_ROW)
		return rc == SQLITE_DONE;
	for (i = 0; i < 4; i++) {
		text[i] = (const char *)sqlite3_column_text(st, i);
		if (text[i] == NULL)
			return false;
	}
	*o = (struct object){ text[0], text[1], text[2], text[3] };
	return true;
}

/* The names are of one order; "" comes behind all. */
static int
order(const struct object *a, const struct object *b)
{
	if (*a->name == '\0' || *b->name == '\0')
		return (*a->name == '\0') - (*b->name == '\0');
	return strcmp(a->name, b->name);
}

static bool
same(const struct object *a, const struct object *b)
{
	return strcmp(a->type, b->type) == 0 &&
	    strcmp(a->table, b->table) == 0 && strcmp(a->sql, b->sql) == 0;
}

static bool
tell(const struct store *s, const struct object *ours,
    const struct object *its, struct diags *ds)
{
	const int	n = order(ours, its);

	if (n > 0)
		diag_fail(ds, _("%s: the database holds the %s `%s`, which "
		    "is none of gongshi's; take a backup in its place, or "
		    "drop it with sqlite3"), s->path, its->type, its->name);
	else
		diag_fail(ds, n < 0 ? _("%s: the database lacks the %s `%s`; "
		    "take a backup in its place") :
		    _("%s: the %s `%s` is not as gongshi makes it; take a "
		    "backup in its place"), s->path, ours->type, ours->name);
	return false;
}

/* Both walk over their objects in one order, up to the first difference. */
static bool
compare(struct store *s, sqlite3_stmt *ours, sqlite3_stmt *its,
    struct diags *ds)
{
	struct object	a, b;

	do {
		if (!read_object(ours, &a) || !read_object(its, &b))
			return sql_fail(s, ds);
		if (order(&a, &b) != 0 || !same(&a, &b))
			return tell(s, &a, &b, ds);
	} while (*a.name != '\0');
	return true;
}

static bool
compare_with(struct store *s, struct store *model, struct diags *ds)
{
	sqlite3_stmt	*ours = NULL, *its = NULL;
	bool		 good = false;

	if (sqlite3_prepare_v2(model->db, objects, -1, &ours, NULL) !=
	    SQLITE_OK)
		(void)sql_fail(model, ds);
	else if (sqlite3_prepare_v2(s->db, objects, -1, &its, NULL) !=
	    SQLITE_OK)
		(void)sql_fail(s, ds);
	else
		good = compare(s, ours, its, ds);
	sqlite3_finalize(ours);
	sqlite3_finalize(its);
	return good;
}

/*
 * What the newest migrations make, as schema_sum tells it: a file that holds
 * this need not be compared with what is made anew.  test_store holds it.
 */
const char	schema_newest_sum[SUM_TEXT] =
"7462f5fa662d3ab388a6b16e6397b5cde57a42bac47864083d142de2ca3fd146";

static void
add_object(struct sum *sum, const struct object *o)
{
	sum_add(sum, o->name, strlen(o->name) + 1);
	sum_add(sum, o->type, strlen(o->type) + 1);
	sum_add(sum, o->table, strlen(o->table) + 1);
	sum_add(sum, o->sql, strlen(o->sql) + 1);
}

bool
schema_sum(const struct store *s, char out[static SUM_TEXT])
{
	sqlite3_stmt	*st = NULL;
	struct object	 o = { "", "", "", "" };
	struct arena	*a = arena_new();
	struct sum	*sum = sum_new(a);
	bool		 good;

	good = sqlite3_prepare_v2(s->db, objects, -1, &st, NULL) == SQLITE_OK;
	while (good && (good = read_object(st, &o)) && *o.name != '\0')
		add_object(sum, &o);
	sum_end(sum, out);
	sqlite3_finalize(st);
	arena_free(a);
	return good;
}

static bool
is_newest(const struct store *s)
{
	char	sum[SUM_TEXT];

	return schema_sum(s, sum) && strcmp(sum, schema_newest_sum) == 0;
}

static bool
is_as_made(struct store *s, int version, struct diags *ds)
{
	struct store	model = { .path = s->path, .arena = s->arena };
	bool		good = sqlite3_open_v2(":memory:", &model.db,
			    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
			    SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
			    migrate(&model, 0, version);

	good = good ? compare_with(s, &model, ds) : sql_fail(&model, ds);
	sqlite3_close(model.db);
	return good;
}

bool
schema_is(struct store *s, int version, struct diags *ds)
{
	return (version == schema_newest() && is_newest(s)) ||
	    is_as_made(s, version, ds);
}
