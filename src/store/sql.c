#include "store/inside.h"

#include <string.h>

#include "base/text.h"
#include "store/form.h"

#define OF_CASE		" WHERE division = ?1 AND id = ?2"
#define IN_RANGE	" WHERE division >= ?1 AND division < ?2"
/* The county, the township in the code of a division. */
#define COUNTY_OF(c)	"substr(" c ", 1, 6)"
#define TOWN_OF(c)	"substr(" c ", 1, 9)"
#define COUNTY		COUNTY_OF("division")
#define HEADER		"division, id, procedure, title, batch, named, " \
			"traits, amounts"
#define EVENT		"division, id, event, day"
#define POSTING		"division, id, step, at, posted, medium, place, " \
			"until, reviewed, content, posted_by, evidence"
#define SCAN_POSTING	"id, step, at, posted, medium, place, until, " \
			"reviewed, content, has, evidence"
#define SCAN_OBJECTION	"id, step, at, received, number, resolved, " \
			"handler, outcome, named"
#define OBJECTION	"division, id, step, at, received, number, " \
			"resolved, outcome, handler, named"

#define ENTRY		"division, id, step, at, kind, status, first, last, " \
			"alarms, sequence, stamp, said"
#define ENTRY_WORDS	"summary, location, description"

#define FINDING		"division, id, key, first, gone, code, severity, " \
			"title, procedure, step, event, at, due, actual, " \
			"days, basis, message, remedy, why"

#define RANK		"CASE severity WHEN 'grave' THEN 0 " \
			"WHEN 'violation' THEN 1 WHEN 'question' THEN 2 " \
			"ELSE 3 END"

/* The day of a time in UTC, where offices are. */
#define DAY_OF(t)	"coalesce(CAST(strftime('%s', " t ", '+8 hours')" \
			" AS INTEGER) / 86400, 0)"

/* The text last kept in a column of nights, as of the night ?2. */
#define KNOWN(column)	"(SELECT " column " FROM night WHERE day <= ?2" \
			" AND " column " IS NOT NULL" \
			" ORDER BY day DESC LIMIT 1)"

#define DELIVERY	"day, name, taken, moved, rows, errors, " \
			"substr(faults, 1, 1000), " \
			"taken = 0 AND " MENDED ", lies, seq FROM delivery AS d"
#define MENDED		"name <> '.' AND EXISTS (SELECT 1 " \
			"FROM delivery AS later WHERE later.day = d.day " \
			"AND later.name = d.name AND later.seq > d.seq " \
			"AND later.taken AND " OF_INBOX("later") " = " \
			OF_INBOX("d") ")"
/* Several counties in one file have a million each (job/mirror). */
#define OF_INBOX(of)	of ".seq / 1000000"
/* Had the case, as a row of its history says, other traits than it has? */
#define ITS_TRAITS	"coalesce((SELECT nullif(traits, '') || ';' FROM" \
			" matter WHERE division = past.division" \
			" AND id = past.id), '')"
#define OTHER_TRAITS	"(instr(vals || ';', '; traits=' || " ITS_TRAITS \
			") > 0) = (" ITS_TRAITS " = '')"
#define SAME_KEY	" WHERE e.division = f.division AND e.id = f.id" \
			" AND e.key = f.key AND e.first <= ?1" \
			" AND e.gone > ?1"

#define DUTY		"procedure, division, start, until, opened, ended, " \
			"added"
#define DUTY_KEY	" WHERE procedure = ?1 AND division = ?2"
#define EVENT_KEY	OF_CASE " AND event = ?3"
#define EVENT_DAY_KEY	EVENT_KEY " AND day = ?4"
#define POSTING_KEY	OF_CASE " AND step = ?3 AND at = ?4 AND posted = ?5" \
			" AND medium = ?6 AND place = ?7"
#define OBJECTION_KEY	OF_CASE " AND step = ?3 AND at = ?4" \
			" AND received = ?5 AND number = ?6"

/* What may be empty of a key, then the values, `has` and the source. */
#define SLOT_DAY(day)	OF_CASE " AND step = ?3 AND at = ?4 AND " day " = ?5"
#define POSTING_CELLS	"medium, place, until, reviewed, content, " \
			"posted_by, evidence, has, src"
#define OBJECTION_CELLS	"number, resolved, outcome, handler, named, " \
			"has, src"

/* After the key: the source that ends it, the number so far, the reason. */
#define KEEP(gone, seq, why, from) \
	"INSERT INTO past SELECT id, " gone ", " seq \
	" + row_number() OVER (), kind, division, key, vals, src, " why \
	" FROM " from

_Static_assert(COUNTY_MAX == 6, "as COUNTY_OF says");

/*
 * Rows: the key, then the values, then `has` and the source, numbered in that
 * order also where a statement leaves some out.  An old row is read as its
 * values, `has` and the source.
 */
static const char *const statements[STMTS] = {
	[Q_HOME] = "SELECT value FROM setting WHERE name = 'home'",
	[Q_CASE] = "SELECT " HEADER " FROM matter WHERE twin = ?1"
	    " ORDER BY " COUNTY ", id",
	[Q_CASE_IN] = "SELECT " HEADER " FROM matter WHERE twin = ?1"
	    " AND " COUNTY " = ?2 ORDER BY id",
	[Q_COUNTIES] = "SELECT " COUNTY " FROM matter WHERE twin = ?1"
	    " AND id = ?2 UNION SELECT " COUNTY " FROM past WHERE id = ?2"
	    " AND kind <> 'division' ORDER BY 1",
	[Q_CASE_PLACES] = "SELECT place, id FROM place" OF_CASE
	    " ORDER BY place",
	[Q_NAME] = "SELECT name FROM division WHERE code = ?1",
	[Q_DIVISIONS] = "SELECT code, name FROM division"
	    " WHERE code > ?1 AND code < ?2 ORDER BY code",
	[Q_CODES] = "SELECT code FROM division"
	    " WHERE code > ?1 AND code < ?2 ORDER BY code",
	[Q_NAMED] = "SELECT code, name FROM division WHERE name = ?3"
	    " AND code > ?1 AND code < ?2 ORDER BY code",
	[Q_BATCH] = "SELECT " HEADER " FROM matter WHERE batch = ?1"
	    " AND batch <> '' ORDER BY division, id",
	[Q_IDS] = "SELECT id FROM (SELECT id FROM matter"
	    " WHERE twin >= ?1 AND twin < ?2 ORDER BY twin LIMIT ?3)"
	    " UNION SELECT id FROM (SELECT id FROM matter WHERE twin >= ?1"
	    " AND twin < ?2 ORDER BY twin DESC LIMIT 1) ORDER BY id",
	[Q_RECORDS] =
	    "WITH all_of(kind, key, vals, src, gone, seq, why) AS ("
	    " SELECT kind, key, vals, src, NULL, 0, '' FROM fact"
	    " WHERE id = ?1 AND division = (SELECT division FROM matter"
	    " WHERE twin = ?3 AND " COUNTY " = ?2 AND id = ?1)"
	    " UNION ALL SELECT kind, key, vals, src, gone, seq, why FROM past"
	    " WHERE id = ?1 AND " COUNTY " = ?2 AND kind <> 'division')"
	    "SELECT kind, key, vals, r.at, r.who, f.name,"
	    " coalesce(s.at, ''), coalesce(g.name, ''), why FROM all_of"
	    " JOIN file AS f ON f.id = src JOIN run AS r ON r.id = f.run"
	    " LEFT JOIN file AS g ON g.id = gone"
	    " LEFT JOIN run AS s ON s.id = g.run"
	    " ORDER BY src, kind, key, gone IS NULL, gone, seq",

	[Q_SCAN_CASE] = "SELECT " HEADER " FROM matter" IN_RANGE
	    " ORDER BY division, id",
	[Q_SCAN_PLACE] = "SELECT id, place FROM place" IN_RANGE
	    " ORDER BY division, id, place",
	[Q_SCAN_EVENT] = "SELECT id, event, day FROM event" IN_RANGE
	    " ORDER BY division, id, event, day",
	[Q_SCAN_POSTING] = "SELECT " SCAN_POSTING " FROM posting" IN_RANGE
	    " ORDER BY division, id, step, at, posted, medium, place",
	[Q_SCAN_OBJECTION] = "SELECT " SCAN_OBJECTION " FROM objection"
	    IN_RANGE
	    " ORDER BY division, id, step, at, received, number",
	/* the same, and the division: where counties share numbers */
	[Q_WIDE_CASE] = "SELECT " HEADER " FROM matter" IN_RANGE
	    " ORDER BY division, id",
	[Q_WIDE_PLACE] = "SELECT id, place, division FROM place" IN_RANGE
	    " ORDER BY division, id, place",
	[Q_WIDE_EVENT] = "SELECT id, event, day, division FROM event" IN_RANGE
	    " ORDER BY division, id, event, day",
	[Q_WIDE_POSTING] = "SELECT " SCAN_POSTING ", division FROM posting"
	    IN_RANGE
	    " ORDER BY division, id, step, at, posted, medium, place",
	[Q_WIDE_OBJECTION] = "SELECT " SCAN_OBJECTION ", division"
	    " FROM objection" IN_RANGE
	    " ORDER BY division, id, step, at, received, number",
	[Q_TWINS] = "SELECT twin FROM matter ORDER BY twin",
	[Q_WEIGHTS] = "SELECT division FROM matter" IN_RANGE
	    " ORDER BY division",
	[Q_COUNT] = "SELECT count(*) FROM (SELECT 1 FROM matter" IN_RANGE
	    " LIMIT ?3)",
	[Q_ONE_CASE] = "SELECT " HEADER " FROM matter" OF_CASE,
	[Q_ONE_PLACE] = "SELECT id, place FROM place" OF_CASE
	    " ORDER BY place",
	[Q_ONE_EVENT] = "SELECT id, event, day FROM event" OF_CASE
	    " ORDER BY event, day",
	[Q_ONE_POSTING] = "SELECT " SCAN_POSTING ", posted_by"
	    " FROM posting" OF_CASE
	    " ORDER BY step, at, posted, medium, place",
	[Q_ONE_OBJECTION] = "SELECT " SCAN_OBJECTION " FROM objection" OF_CASE
	    " ORDER BY step, at, received, number",

	[Q_ENTRIES] = "SELECT " ENTRY " FROM entry" IN_RANGE
	    " ORDER BY division, id, step, at, kind",
	[Q_ENTRIES_SAID] = "SELECT " ENTRY ", " ENTRY_WORDS " FROM entry"
	    IN_RANGE " ORDER BY division, id, step, at, kind",
	[ENTRY_SAID] = "SELECT " ENTRY_WORDS " FROM entry" OF_CASE
	    " AND step = ?3 AND at = ?4 AND kind = ?5",

	[Q_NIGHT] = "SELECT day, finished, judged FROM night",
	[Q_NIGHTS] = "SELECT max(day) FILTER (WHERE finished IS NOT NULL"
	    " AND day < ?1), max(day), max(day) FILTER (WHERE finished IS NOT"
	    " NULL), max(finished), coalesce(max(judged) FILTER (WHERE"
	    " day = ?1), 0), count(*) FILTER (WHERE finished IS NULL)"
	    " FROM night",
	[Q_FINGERPRINT] = "SELECT value FROM ground WHERE name = ?1",
	[Q_DIRTY] = "SELECT division, id FROM dirty ORDER BY division, id",
	[Q_FINDINGS] = "SELECT " FINDING " FROM finding WHERE gone IS NULL"
	    " ORDER BY division, id, ord",
	[Q_NEW_PLACED] = "SELECT " FINDING " FROM finding WHERE gone IS NULL"
	    " AND first = ?1 ORDER BY " TOWN_OF("at") ", " RANK ", division,"
	    " id, ord",
	[Q_ALL_RANKED] = "SELECT " FINDING " FROM finding WHERE gone IS NULL"
	    " ORDER BY " RANK ", " TOWN_OF("at") ", division, id, ord",
	[Q_FIXED_PLACED] = "SELECT " FINDING " FROM finding WHERE gone = ?1"
	    " ORDER BY " TOWN_OF("at") ", division, id, ord",
	[Q_FIXED] = "SELECT " FINDING " FROM finding WHERE gone = ?1"
	    " ORDER BY division, id, ord",
	[Q_LIVES] = "SELECT " FINDING " FROM finding WHERE first <> 0"
	    " AND first <= ?2 AND (gone IS NULL OR gone >= ?1)"
	    " ORDER BY division, id, key, first",
	[Q_SPAN] = "SELECT count(*), min(day), max(day) FROM night"
	    " WHERE finished IS NOT NULL AND day BETWEEN ?1 AND ?2",
	[Q_SENT] = "SELECT DISTINCT town FROM sent JOIN delivery"
	    " USING (day, seq) WHERE taken AND day BETWEEN ?1 AND ?2"
	    " ORDER BY town",
	[Q_OPEN_OF] = "SELECT " FINDING " FROM finding" OF_CASE
	    " AND gone IS NULL ORDER BY ord",
	[Q_OPEN] = "SELECT (SELECT count(*) FROM finding"
	    " WHERE gone IS NULL AND code <> 'tight'),"
	    " (SELECT count(*) FROM entry WHERE status = 0 AND kind < 2)",
	[Q_IS_DIRTY] = "SELECT EXISTS (SELECT 1 FROM dirty" OF_CASE ")",
	[Q_WAIVERS] = "SELECT key, ground, who, until, made FROM waiver"
	    " WHERE ended IS NULL ORDER BY key",
	[Q_DELIVERIES] = "SELECT " DELIVERY " WHERE day = ?1"
	    " ORDER BY name, seq",
	/* of loose files all of the day's lie in one folder */
	[Q_FAULTS] = "SELECT faults FROM delivery WHERE day = ?1"
	    " AND name = ?2 AND (?2 = '.' OR moved = 0) ORDER BY seq",
	[Q_UNTOLD] = "SELECT " DELIVERY " WHERE taken = 1 AND (receipt = 0"
	    " OR day = ?1) ORDER BY day, seq",
	[Q_TOLD] = "SELECT told FROM delivery WHERE day = ?1 AND seq = ?2",
	[Q_BROUGHT] = "SELECT DISTINCT f.division, f.id, f.key, f.first,"
	    " f.gone, f.code, f.severity, f.title, f.procedure, f.step,"
	    " f.event, f.at, f.due, f.actual, f.days, f.basis, f.message,"
	    " f.remedy, f.why FROM brought AS b JOIN finding AS f"
	    " ON f.division = b.division AND f.id = b.id"
	    " WHERE b.day = ?1 AND b.seq = ?2 AND ((f.gone IS NULL"
	    " AND f.first = ?3) OR f.gone = ?3)"
	    " ORDER BY f.gone IS NOT NULL, f.division, f.id, f.ord",
	/* acts & 2: its own; what the county brings for all neither counts
	   for one nor clears its refusal. */
	[Q_TOWNS] = "SELECT town, max(iif(taken AND acts & 2, day, NULL)),"
	    " max(iif(taken AND acts = 3, day, NULL)),"
	    " max(iif(taken AND acts = 1, day, NULL)),"
	    " max(iif(taken, iif(acts & 2, (day << 32) + seq, 0), 0)),"
	    " max(iif(taken, (day << 32) + seq, 0)),"
	    " max(iif(NOT taken AND acts & 2, (day << 32) + seq, 0)),"
	    " max(iif(NOT taken AND NOT acts & 2, (day << 32) + seq, 0))"
	    " FROM sent JOIN delivery USING (day, seq)"
	    " WHERE day <= ?1 GROUP BY town ORDER BY town",
	[Q_SINCE] = "SELECT max(t.day) FROM delivery AS r JOIN delivery AS t"
	    " ON t.name = r.name AND t.taken AND (t.day, t.seq) > (r.day,"
	    " r.seq) WHERE r.day = ?1 AND r.lies = ?2 AND r.lies <> ''"
	    " AND NOT r.taken",
	[Q_PERSON] = "SELECT contact, phone FROM division WHERE code = ?1",
	[Q_CAME] = "SELECT run.at FROM matter"
	    " JOIN file ON file.id = matter.src JOIN run ON run.id = file.run"
	    " WHERE matter.division = ?1 AND matter.id = ?2",
	/* a name of two counties has one weight */
	[TOWN_NAMED] = "SELECT code, iif(" TOWN_OF("?1") " = code, 1000,"
	    " length(name)) AS weight FROM division WHERE length(code) = 9"
	    " AND (" TOWN_OF("?1") " = code OR (name <> ''"
	    " AND substr(?1, 1, length(name)) = name))"
	    " ORDER BY weight DESC, code LIMIT 2",
	[Q_FIRST] = "SELECT first FROM renamed"
	    " WHERE county = ?1 AND id = ?2",
	[Q_FIRST_OF] = "SELECT id, county FROM renamed WHERE first = ?1",
	/* all there is, a kind after the other, with all columns */
	[X_DIVISIONS] = "SELECT code, name, contact, phone FROM division"
	    " ORDER BY code",
	[X_CASES] = "SELECT " HEADER " FROM matter ORDER BY division, id",
	[X_EVENTS] = "SELECT " EVENT " FROM event"
	    " ORDER BY division, id, event, day",
	[X_POSTINGS] = "SELECT " POSTING ", has FROM posting"
	    " ORDER BY division, id, step, at, posted, medium, place",
	[X_OBJECTIONS] = "SELECT " OBJECTION ", has FROM objection"
	    " ORDER BY division, id, step, at, received, number",
	[X_SETS] = "SELECT DISTINCT has FROM posting",
	[X_COUNTIES] = "SELECT min(" COUNTY ") < max(" COUNTY ") FROM matter",
	/* a waiver counts from the day it was made, where offices are */
	[Q_PAST] = "SELECT f.at, f.severity, f.first, f.gone, CASE WHEN"
	    " w.ended IS NULL THEN datetime(w.made, '+8 hours') END,"
	    " iif(w.ended IS NULL, w.until, NULL)"
	    " FROM finding AS f LEFT JOIN waiver AS w ON w.key = f.key"
	    " WHERE f.first > 0 AND (f.gone IS NULL OR f.gone > ?1)",
	[Q_DUTIES] = "SELECT " DUTY " FROM duty ORDER BY procedure, division",
	[Q_COUNTY] = "SELECT version, day, own, taken, sum, signer"
	    " FROM county WHERE code = ?1",
	[Q_DEFERRED] = "SELECT name FROM deferred ORDER BY name",
	[Q_UNMOVED] = "SELECT " DELIVERY " WHERE moved = 0"
	    " ORDER BY day, seq",
	[Q_TOTALS] = "SELECT count(*), total(slots), total(s0), total(s1),"
	    " total(s2), total(s3), total(s4), total(s5), total(s6),"
	    " total(s7), total(s8), total(s9), min(min(slots, s0, s1, s2, s3,"
	    " s4, s5, s6, s7, s8, s9, paused)), total(paused) FROM watch",
	[Q_EXEMPT] = "SELECT exempt FROM watch WHERE exempt <> ''",
	[Q_CALENDARS] = "SELECT code, stale, size, mtime FROM shelf"
	    " ORDER BY code",

	[W_HOME] = "INSERT OR REPLACE INTO setting VALUES ('home', ?1)",
	[W_LAST] = "SELECT (SELECT coalesce(max(id), 0) FROM run),"
	    " (SELECT coalesce(max(id), 0) FROM file),"
	    " EXISTS (SELECT 1 FROM night),"
	    " EXISTS (SELECT 1 FROM redacted),"
	    " EXISTS (SELECT 1 FROM renamed)",
	[W_RUN] = "INSERT INTO run VALUES (?1, ?2, ?3, ?4)",
	[W_FILE] = "INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5)",
	[W_FILE_DONE] = "UPDATE file SET sha256 = ?2, rows = ?3 WHERE id = ?1",
	[SEEN_GET] = "SELECT has FROM temp.seen"
	    " WHERE county = ?1 AND id = ?2 AND kind = ?3 AND key = ?4",
	[SEEN_SET] = "INSERT OR REPLACE INTO temp.seen"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",
	[SEEN_CLEAR] = "DELETE FROM temp.seen",
	[SEEN_CASE] =
	    "SELECT EXISTS (SELECT 1 FROM temp.seen WHERE"
	    " county = " COUNTY_OF("?1") " AND id = ?2"
	    " AND kind <> ?4 AND has <> -1)"
	    " OR EXISTS (SELECT 1 FROM event" OF_CASE " AND src > ?3)"
	    " OR EXISTS (SELECT 1 FROM posting" OF_CASE " AND src > ?3)"
	    " OR EXISTS (SELECT 1 FROM objection" OF_CASE " AND src > ?3)",

	[DIVISION_ADD] = "INSERT INTO division (code, name, contact, phone,"
	    " src) VALUES (?1, ?2, ?3, ?4, ?6) ON CONFLICT DO NOTHING",
	[DIVISION_OLD] = "SELECT name, contact, phone, 0, src FROM division"
	    " WHERE code = ?1",
	[DIVISION_KEEP] = KEEP("?2", "?3", "?4", "f_division WHERE code = ?1"),
	[DIVISION_CHANGE] = "UPDATE division SET name = ?2, contact = ?3,"
	    " phone = ?4, src = ?6"
	    " WHERE code = ?1",
	[DIVISION_DROP] = "DELETE FROM division WHERE code = ?1",

	[CASE_ADD] = "INSERT INTO matter (" HEADER ", has, src, twin)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8, ?9, ?10, ?11, ?12)"
	    " ON CONFLICT DO NOTHING",
	[CASE_OLD] = "SELECT procedure, title, batch, named,"
	    " coalesce((SELECT group_concat(place, ';')"
	    " FROM (SELECT place FROM place" OF_CASE " ORDER BY place)), ''),"
	    " traits, amounts, has, src FROM matter" OF_CASE,
	[CASE_KEEP] = KEEP("?3", "?4", "?5", "f_case" OF_CASE),
	[CASE_CHANGE] = "UPDATE matter SET procedure = ?3, title = ?4,"
	    " batch = ?5, named = ?6, traits = ?8, amounts = ?9, has = ?10,"
	    " src = ?11" OF_CASE,
	[CASE_DROP] = "DELETE FROM matter" OF_CASE,
	[CASE_KEEP_FACTS] = KEEP("?3", "?4", "?5", "fact" OF_CASE),
	[CASE_DROP_EVENTS] = "DELETE FROM event" OF_CASE,
	[CASE_DROP_POSTINGS] = "DELETE FROM posting" OF_CASE,
	[CASE_DROP_OBJECTIONS] = "DELETE FROM objection" OF_CASE,
	[PLACE_ADD] = "INSERT INTO place VALUES (?1, ?2, ?3)"
	    " ON CONFLICT DO NOTHING",
	[PLACE_DROP] = "DELETE FROM place" OF_CASE,

	[ENTRY_PUT] = "INSERT OR REPLACE INTO entry (" ENTRY ", "
	    ENTRY_WORDS ") VALUES (?1,"
	    " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",

	[ENTRIES_OF] = "SELECT " ENTRY " FROM entry" OF_CASE
	    " ORDER BY step, at, kind",

	[DIRTY_CASE] = "INSERT OR IGNORE INTO dirty VALUES (?1, ?2)",
	[DIRTY_BELOW] = "INSERT OR IGNORE INTO dirty"
	    " SELECT division, id FROM matter" IN_RANGE,
	[DIRTY_ABOVE] = "INSERT OR IGNORE INTO dirty"
	    " SELECT division, id FROM matter WHERE division = ?1",
	[DIRTY_KIND] = "INSERT OR IGNORE INTO dirty"
	    " SELECT division, id FROM matter WHERE procedure = ?1",
	[DIRTY_WOKEN] = "INSERT OR IGNORE INTO dirty"
	    " SELECT division, id FROM watch WHERE wake <= ?1",
	/* withdrawn ones whose year may be over: a superset */
	[DIRTY_DROPPED] = "INSERT OR IGNORE INTO dirty SELECT"
	    " division, id FROM entry INDEXED BY entry_withdrawn"
	    " WHERE status = 2 AND last < ?1 - 364",
	[DIRTY_CLEAR] = "DELETE FROM dirty",
	[NIGHT_ADD] = "INSERT INTO night (day, judged) VALUES (?1, 0)"
	    " ON CONFLICT DO UPDATE SET finished = NULL",
	[NIGHT_JUDGED] = "UPDATE night SET judged = judged + ?2"
	    " WHERE day = ?1",
	[NIGHT_ALL] = "UPDATE night SET judged = (SELECT count(*) FROM watch)"
	    " WHERE day = ?1",
	[NIGHT_KNOWS] = "UPDATE night SET upto ="
	    " (SELECT coalesce(max(id), 0) FROM file),"
	    " rules = nullif(?3, " KNOWN("rules") "),"
	    " days = nullif(?4, " KNOWN("days") ") WHERE day = ?1",
	[NIGHT_KNEW] = "SELECT upto, " KNOWN("rules") ", " KNOWN("days")
	    " FROM night WHERE day = ?2",
	[CORRECTED] = "SELECT kind, key FROM past WHERE id = ?2"
	    " AND kind <> 'division'"
	    " AND " COUNTY_OF("division") " = " COUNTY_OF("?1") " AND gone > ?3"
	    " AND iif(kind = 'case', " OTHER_TRAITS ","
	    " why IN ('corrected', 'void', 'redacted'))",
	[NIGHT_FINISH] = "UPDATE night SET finished = ?2 WHERE day = ?1",
	[NIGHT_DROP] = "DELETE FROM night WHERE day > ?1 AND (day <> ?2 OR"
	    " EXISTS (SELECT 1 FROM night WHERE day > ?2))",
	[FINGERPRINT_SET] = "INSERT OR REPLACE INTO ground VALUES (?1, ?2)",
	[WATCH_OLD] = "SELECT judged FROM watch" OF_CASE,
	[WATCH_SET] = "INSERT OR REPLACE INTO watch VALUES (?1, ?2, ?3, ?4,"
	    " ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
	    " ?16, ?17)",
	[WATCH_DROP] = "DELETE FROM watch" OF_CASE,
	[FINDING_OLD] = "SELECT " FINDING ", ord FROM finding" OF_CASE
	    " AND (gone IS NULL OR gone = ?3) ORDER BY key, first",
	[FINDING_PUT] = "INSERT OR REPLACE INTO finding (" FINDING ", ord)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
	    " ?13, ?14, ?15, ?16, ?17, ?18, NULL, ?19)",
	[FINDING_END] = "UPDATE finding SET gone = ?5, why = ?6" OF_CASE
	    " AND key = ?3 AND first = ?4",
	[FINDING_DROP] = "DELETE FROM finding" OF_CASE
	    " AND key = ?3 AND first = ?4",
	/* of ?1 and ?2, since and today, as store/findings.h draws them */
	[LIFE_DROP] = "DELETE FROM finding WHERE first > ?1"
	    " AND gone IS NOT NULL",
	[LIFE_JOIN] = "UPDATE OR REPLACE finding AS f SET first ="
	    " (SELECT e.first FROM finding AS e" SAME_KEY ")"
	    " WHERE first > ?1 AND gone IS NULL AND EXISTS"
	    " (SELECT 1 FROM finding AS e" SAME_KEY ")",
	[LIFE_FIRST] = "UPDATE finding SET first = ?2 WHERE first > ?1"
	    " AND code <> 'tight'",
	[LIFE_GONE] = "UPDATE finding SET gone = ?2 WHERE gone > ?1",
	[WAIVER_PUT] = "INSERT OR REPLACE INTO waiver"
	    " VALUES (?1, ?2, ?3, ?4, ?5, NULL)",
	[WAIVER_END] = "UPDATE waiver SET ended = ?2"
	    " WHERE key = ?1 AND ended IS NULL",
	[WAIVER_MADE] = "UPDATE waiver SET made = ?2 WHERE key = ?1",
	[WAIVER_ENDED] = "UPDATE waiver SET ended = ?2 WHERE key = ?1",
	[WAIVER_MET] = "SELECT EXISTS (SELECT 1 FROM finding"
	    " WHERE key = ?1 AND gone IS NULL)",
	[DELIVERY_PUT] = "INSERT INTO delivery SELECT ?1,"
	    " (SELECT coalesce(max(seq), 0) + 1 FROM delivery WHERE day = ?1),"
	    " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0 RETURNING seq",
	[BROUGHT_PUT] = "INSERT OR IGNORE INTO brought"
	    " VALUES (?1, ?2, ?3, ?4)",
	[SENT_PUT] = "INSERT INTO sent VALUES (?3, ?1, ?2, ?4)"
	    " ON CONFLICT DO UPDATE SET acts = max(acts, excluded.acts)",
	[DEFER] = "INSERT OR IGNORE INTO deferred VALUES (?1)",
	[DEFER_END] = "DELETE FROM deferred WHERE name = ?1",
	[RECEIPTS_DONE] = "UPDATE delivery SET receipt = 1"
	    " WHERE receipt = 0 AND moved = 1",
	[BROUGHT_DROP] = "DELETE FROM brought WHERE day < ?1",
	[FAULTS_DROP] = "UPDATE delivery SET faults = '' WHERE day < ?1"
	    " AND moved = 1 AND faults <> ''",
	[DELIVERY_MOVED] = "UPDATE delivery SET moved = ?3, lies = ?4"
	    " WHERE day = ?1 AND name = ?2 AND moved = 0",
	[CALENDAR_PUT] = "INSERT INTO shelf VALUES (?1, 1, 0, 0)"
	    " ON CONFLICT DO UPDATE SET stale = stale + 1",
	[CASE_BEFORE] = "SELECT division FROM past WHERE id = ?1"
	    " AND kind = 'case' AND division <> ?2"
	    " AND " COUNTY " = " COUNTY_OF("?2") " AND (EXISTS (SELECT 1"
	    " FROM entry WHERE division = past.division AND id = ?1)"
	    " OR EXISTS (SELECT 1"
	    " FROM finding WHERE division = past.division AND id = ?1))",
	[ENTRY_MOVE] = "UPDATE OR REPLACE entry SET division = ?3" OF_CASE,
	[FINDING_MOVE] = "UPDATE OR REPLACE finding SET division = ?3" OF_CASE,
	[CALENDAR_CASE] = "UPDATE shelf SET stale = stale + 1 WHERE code IN"
	    " (SELECT " TOWN_OF("at") " FROM entry" OF_CASE ")",
	[CALENDAR_WRITTEN] = "UPDATE shelf SET stale = max(0, stale - ?4),"
	    " size = ?2, mtime = ?3 WHERE code = ?1",
	[CALENDAR_ALL] = "INSERT OR IGNORE INTO shelf"
	    " SELECT DISTINCT " TOWN_OF("at") ", 1, 0, 0 FROM entry",
	[DIRTY_ORPHANS] = "INSERT OR IGNORE INTO dirty SELECT DISTINCT"
	    " division, id FROM entry AS e WHERE NOT EXISTS (SELECT 1 FROM"
	    " matter WHERE division = e.division AND id = e.id)",
	/* entries lie in a calendar by their own nine digits, cases anywhere
	 * at, below or above it */
	[CALENDAR_LIVE] = "SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE"
	    " division >= ?1 AND division < ?2 AND " TOWN_OF("at") " = ?1"
	    " AND status <> 3) OR EXISTS (SELECT 1 FROM entry WHERE division"
	    " IN (" COUNTY_OF("?1") ", substr(?1, 1, 4), substr(?1, 1, 2))"
	    " AND " TOWN_OF("at") " = ?1 AND status <> 3) THEN 1 ELSE"
	    /* or of a case that lies elsewhere now */
	    " EXISTS (SELECT 1 FROM entry WHERE " TOWN_OF("at") " = ?1"
	    " AND status <> 3) END",
	[Q_STRAYS] = "SELECT DISTINCT " TOWN_OF("at") " FROM entry"
	    " WHERE length(division) >= 6 AND length(at) >= 6"
	    " AND " COUNTY_OF("at") " <> " COUNTY " ORDER BY 1",
	[CALENDAR_STALE] = "UPDATE shelf SET stale = stale + 1",
	[CALENDAR_NAMED] = "UPDATE shelf SET stale = stale + 1 WHERE code = ?1",

	[EVENT_ADD] = "INSERT INTO event (" EVENT ", src)"
	    " VALUES (?1, ?2, ?3, ?4, ?6) ON CONFLICT DO NOTHING",
	[EVENT_OLD] = "SELECT day, 0, src FROM event" EVENT_KEY,
	[EVENT_KEEP] = KEEP("?4", "?5", "?6", "f_event" EVENT_KEY),
	[EVENT_DROP] = "DELETE FROM event" EVENT_KEY,
	[EVENT_NAMES] = "SELECT event FROM event" OF_CASE,
	[EVENT_DAY_OLD] = "SELECT 0, src FROM event" EVENT_DAY_KEY,
	[EVENT_DAY_KEEP] = KEEP("?5", "?6", "?7", "f_event" EVENT_DAY_KEY),
	[EVENT_DAY_DROP] = "DELETE FROM event" EVENT_DAY_KEY,

	[POSTING_ADD] = "INSERT INTO posting (" POSTING ", has, src) VALUES"
	    " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
	    " ON CONFLICT DO NOTHING",
	[POSTING_OLD] = "SELECT until, reviewed, content, posted_by,"
	    " evidence, has, src FROM posting" POSTING_KEY,
	[POSTING_KEEP] = KEEP("?8", "?9", "?10", "f_posting" POSTING_KEY),
	[POSTING_DROP] = "DELETE FROM posting" POSTING_KEY,

	[OBJECTION_ADD] = "INSERT INTO objection (" OBJECTION ", has, src)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
	    " ON CONFLICT DO NOTHING",
	[OBJECTION_OLD] = "SELECT resolved, outcome, handler, named, has, src"
	    " FROM objection" OBJECTION_KEY,
	[OBJECTION_KEEP] = KEEP("?7", "?8", "?9",
	    "f_objection" OBJECTION_KEY),
	[OBJECTION_DROP] = "DELETE FROM objection" OBJECTION_KEY,

	[POSTING_SLOTS] = "SELECT step, at FROM posting" OF_CASE,
	[OBJECTION_SLOTS] = "SELECT step, at FROM objection" OF_CASE,
	[POSTING_DAY] = "SELECT " POSTING_CELLS " FROM posting"
	    SLOT_DAY("posted"),
	[OBJECTION_DAY] = "SELECT " OBJECTION_CELLS " FROM objection"
	    SLOT_DAY("received"),
	[WAS_POSTING] = "INSERT INTO temp.was_posting SELECT * FROM posting"
	    POSTING_KEY " AND src <= ?8",
	[WAS_OBJECTION] = "INSERT INTO temp.was_objection"
	    " SELECT * FROM objection" OBJECTION_KEY " AND src <= ?7",
	[WAS_POSTING_CLEAR] = "DELETE FROM temp.was_posting",
	[WAS_OBJECTION_CLEAR] = "DELETE FROM temp.was_objection",
	[WAS_POSTING_DAY] = "SELECT " POSTING_CELLS " FROM temp.was_posting"
	    SLOT_DAY("posted"),
	[WAS_OBJECTION_DAY] = "SELECT " OBJECTION_CELLS
	    " FROM temp.was_objection" SLOT_DAY("received"),
	[WAS_POSTING_DROP] = "DELETE FROM temp.was_posting" POSTING_KEY,
	[WAS_OBJECTION_DROP] = "DELETE FROM temp.was_objection" OBJECTION_KEY,
	[POSTING_SOURCE] = "UPDATE posting SET src = ?8, has = ?9"
	    POSTING_KEY,
	[OBJECTION_SOURCE] = "UPDATE objection SET src = ?7, has = ?8"
	    OBJECTION_KEY,
	[PAST_POSTING] = "SELECT key FROM f_posting" POSTING_KEY,
	[PAST_OBJECTION] = "SELECT key FROM f_objection" OBJECTION_KEY,
	[SAME_FILE] = "SELECT EXISTS (SELECT 1 FROM file AS a JOIN file AS b"
	    " ON b.run = a.run WHERE a.id = ?1 AND b.sha256 = ?2)",
	[KNOWN_FILE] = "SELECT EXISTS (SELECT 1 FROM file WHERE id <= ?1"
	    " AND sha256 = ?2)",
	[PAST_VOID] = "SELECT key FROM past WHERE id = ?2 AND kind = ?3"
	    " AND " COUNTY_OF("division") " = ?1 AND why = 'void'"
	    " AND gone <= ?5 AND EXISTS (SELECT 1 FROM file AS a JOIN file"
	    " AS b ON b.run = a.run WHERE a.id = gone AND b.sha256 = ?4)",
	[PAST_DROP] = "DELETE FROM past WHERE id = ?1 AND gone > ?2"
	    " AND division = ?3 AND kind = ?4 AND key = ?5"
	    " RETURNING why = 'corrected'",
	[POSTING_OVER] = "SELECT posted, until, medium, place FROM posting"
	    OF_CASE " AND step = ?3 AND at = ?4 AND posted <= ?8"
	    " AND (until IS NULL OR until >= ?5)"
	    " AND (medium = ?6 OR medium = '' OR ?6 = '')"
	    " AND NOT (posted = ?5 AND medium = ?6 AND place = ?7)"
	    " ORDER BY posted DESC LIMIT 1",
	[Q_NEAR] = "SELECT count(*) FILTER (WHERE day BETWEEN ?3 AND ?4),"
	    " count(*) FROM (SELECT day FROM event" OF_CASE " UNION ALL"
	    " SELECT posted FROM posting" OF_CASE " UNION ALL"
	    " SELECT received FROM objection" OF_CASE " LIMIT 1000)",
	[LOOSE_GET] = "SELECT vals FROM temp.loose"
	    " WHERE county = ?1 AND id = ?2 AND kind = ?3 AND key = ?4",
	[LOOSE_SET] = "INSERT INTO temp.loose VALUES (?1, ?2, ?3, ?4, ?5)"
	    " ON CONFLICT DO NOTHING",
	[LOOSE_CLEAR] = "DELETE FROM temp.loose",
	[SEEN_TAKEN] = "SELECT key FROM temp.seen"
	    " WHERE county = ?1 AND id = ?2 AND kind = ?3 AND has = -1",
	[FIRST_PUT] = "INSERT OR REPLACE INTO renamed VALUES (?1, ?2, ?3)",
	/* it came and went with one file: what was done to the case */
	[PAST_ADD] = "INSERT INTO past VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
	    " ?2, ?8)",
	[PAST_MASK] = "UPDATE past SET key = ?4, vals = ?5"
	    " WHERE id = ?1 AND gone = ?2 AND seq = ?3",
	[REDACTED_ADD] = "INSERT OR IGNORE INTO redacted"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[Q_REDACTED] = "SELECT cell FROM redacted WHERE"
	    " county = ?1 AND id = ?2 AND step = ?3 AND at = ?4 AND day = ?5"
	    " ORDER BY cell",
	[TWIN_SET] = "UPDATE matter SET twin = ?3" OF_CASE,
	[Q_REMEMBERED] = "SELECT EXISTS (SELECT 1 FROM past WHERE id = ?1"
	    " AND kind <> 'division' AND why <> 'renamed'"
	    " AND " COUNTY " = substr(?2, 1, 6))"
	    " OR EXISTS (SELECT 1 FROM entry WHERE id = ?1"
	    " AND " COUNTY " = substr(?2, 1, 6))"
	    " OR EXISTS (SELECT 1 FROM finding WHERE id = ?1"
	    " AND " COUNTY " = substr(?2, 1, 6))",
	[DUTY_OLD] = "SELECT start, until, opened, ended, added, src"
	    " FROM duty" DUTY_KEY,
	/* with its division's history, by a key of its own; the same line is
	   reckoned by was_due in hub/schema_push */
	[DUTY_KEEP] = "INSERT INTO past SELECT division, ?3, ?4, 'division',"
	    " division, 'duty/' || procedure, 'from=' || date(start * 86400,"
	    " 'unixepoch') || coalesce('; until=' || date(until * 86400,"
	    " 'unixepoch'), '') || iif(ended, '; ended=1', ''), src, ?5"
	    " FROM duty" DUTY_KEY,
	[DUTY_PUT] = "INSERT OR REPLACE INTO duty (" DUTY ", src)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[DUTY_DROP] = "DELETE FROM duty" DUTY_KEY,
	[DUTY_OPENED] = "UPDATE duty SET opened = ?3" DUTY_KEY,
	/* with the day on which one came that ?3 did not know yet */
	[Q_KNOWN] = "WITH came(code, name, src) AS (SELECT code, name,"
	    " min(src, coalesce((SELECT min(src) FROM past WHERE id = code"
	    " AND kind = 'division' AND key = code), src)) FROM division"
	    " WHERE code >= ?1 AND code < ?2) SELECT code, name,"
	    " iif(src <= ?3, NULL, (SELECT CAST(strftime('%s', at,"
	    " '+8 hours') AS INTEGER) / 86400 FROM file JOIN run"
	    " ON run.id = file.run WHERE file.id = came.src))"
	    " FROM came ORDER BY code",
	[Q_CASE_WAS] = "SELECT EXISTS (SELECT 1 FROM matter" OF_CASE ")"
	    " OR EXISTS (SELECT 1 FROM past WHERE id = ?2 AND kind = 'case'"
	    " AND " COUNTY_OF("division") " = " COUNTY_OF("?1") ")"
	    " OR EXISTS (SELECT 1 FROM renamed"
	    " WHERE first = " COUNTY_OF("?1") " || ':' || ?2)",
	[COUNTY_RISE] = "INSERT INTO county (code, version, day, own)"
	    " VALUES (?1, 1, " DAY_OF("?2") ", ?3) ON CONFLICT DO UPDATE"
	    " SET version = version + 1, day = excluded.day,"
	    " own = max(own, excluded.own)",
	[COUNTY_RISE_ALL] = "UPDATE county SET version = version + 1,"
	    " day = " DAY_OF("?1"),
	[COUNTY_TAKEN] = "INSERT OR REPLACE INTO county (code, version, day,"
	    " own, taken, sum, at, who, signer) VALUES (?1, ?2, ?3, 0, ?2,"
	    " ?4, ?5, ?6, coalesce(?7, (SELECT signer FROM county"
	    " WHERE code = ?1)))",
	[COUNTY_SIGNED] = "UPDATE county SET signer = ?2 WHERE code = ?1"
	    " AND signer IS NOT ?2",
	[RUN_TOLD] = "UPDATE run SET at = ?2, who = ?3 WHERE id = ?1",
	[PAST_OF] = "SELECT key, vals FROM past WHERE id = ?2 AND kind = ?3"
	    " AND iif(kind = 'division', key = id, " COUNTY_OF("division")
	    " = ?1)",
};

bool
sql_prepare(struct store *s)
{
	int	i, n = s->mode == STORE_READ ? ASKING : STMTS;

	for (i = 0; i < n; i++) {
		if (sqlite3_prepare_v3(s->db, statements[i], -1,
		    SQLITE_PREPARE_PERSISTENT, &s->stmt[i], NULL) != SQLITE_OK)
			return false;
		/* of parts that are joined by UNION the first alone is known */
		if (i != Q_RECORDS)
			s->shape[i] = form_shape(s->stmt[i], s->arena);
	}
	return true;
}

void
sql_finalize(struct store *s)
{
	int	i;

	for (i = 0; i < STMTS; i++) {
		sqlite3_finalize(s->stmt[i]);
		s->stmt[i] = NULL;
	}
	marks_finalize(s);
	prepared_finalize(s);
}

/* What SQLite or a reader found wrong with the file itself; NULL: nothing. */
static const char *
damage(struct store *s)
{
	const int	 code = sqlite3_errcode(s->db) & 0xff;
	const char	*fault = s->fault;

	if (fault == NULL && (code == SQLITE_CORRUPT ||
	    code == SQLITE_NOTADB || code == SQLITE_TOOBIG))
		fault = sqlite3_errmsg(s->db);
	s->fault = NULL;
	return fault;
}

bool
sql_fail(struct store *s, struct diags *ds)
{
	int		 code = sqlite3_extended_errcode(s->db);
	const char	*fault = damage(s);

	if (fault != NULL)
		diag_fail(ds, _(DAMAGED), s->path, fault);
	else if ((code & 0xff) == SQLITE_BUSY)
		diag_fail(ds, _("%s: another program is using the database; "
		    "try again when it has ended"), s->path);
	else if (code == SQLITE_READONLY_ROLLBACK)
		diag_fail(ds, _("%s: a write was interrupted; whoever may "
		    "write this file must open it once"), s->path);
	else if (s->mode != STORE_READ && ((code & 0xff) == SQLITE_CANTOPEN ||
	    (code & 0xff) == SQLITE_READONLY))
		diag_fail(ds, _("%s: %s (its folder must be writable too)"),
		    s->path, sqlite3_errmsg(s->db));
	else
		diag_fail(ds, _("%s: the database: %s"), s->path,
		    sqlite3_errmsg(s->db));
	return false;
}

void
sql_lose(struct store *s)
{
	const char	*fault = damage(s);

	if (s->lost == NULL)
		s->lost = arena_printf(s->arena, fault != NULL ? _(DAMAGED) :
		    _("%s: the database: %s"), s->path, fault != NULL ?
		    fault : sqlite3_errmsg(s->db));
}

bool
sql_lost(struct store *s, struct diags *ds)
{
	if (s->lost == NULL)
		return false;
	diag_fail(ds, "%s", s->lost);
	s->lost = NULL;
	return true;
}

bool
store_lost(struct store *s, struct diags *ds)
{
	return sql_lost(s, ds);
}

bool
sql_exec(struct store *s, const char *sql)
{
	return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool
sql_run(struct store *s, enum stmt n)
{
	int	rc = sqlite3_step(s->stmt[n]);

	sqlite3_reset(s->stmt[n]);
	return rc == SQLITE_DONE;
}

bool
sql_run_with(struct store *s, enum stmt n, long long one, long long two)
{
	sql_int(s, n, 1, one);
	if (sqlite3_bind_parameter_count(s->stmt[n]) > 1)
		sql_int(s, n, 2, two);
	return sql_run(s, n);
}

/* A row takes six bytes of a page at the least.  The file may have grown. */
static bool
has_room(struct store *s, long long rows)
{
	long long	pages = 0, size = 0;

	if (!sql_number(s, "PRAGMA page_count", &pages) ||
	    !sql_number(s, "PRAGMA page_size", &size))
		return false;
	s->most = pages * size / 6;
	return rows <= s->most;
}

bool
sql_has_room(struct store *s, enum stmt n)
{
	if (has_room(s, s->given[n]))
		return true;
	s->fault = _("a table without end");
	return false;
}

int
sql_row(struct store *s, enum stmt n)
{
	int	rc = sqlite3_step(s->stmt[n]);

	if (rc == SQLITE_ROW && !(sql_count(s, n) && (s->shape[n] == NULL ||
	    form_fits(s->shape[n], s->stmt[n], s->arena, &s->fault))))
		rc = SQLITE_CORRUPT;
	if (rc != SQLITE_ROW)
		sql_reset(s, n);
	return rc;
}

void
sql_reset(struct store *s, enum stmt n)
{
	sqlite3_reset(s->stmt[n]);
	s->given[n] = 0;
}

bool
sql_flag(struct store *s, enum stmt n, bool *out)
{
	if (sql_row(s, n) != SQLITE_ROW)
		return false;
	*out = sqlite3_column_int(s->stmt[n], 0) != 0;
	sql_reset(s, n);
	return true;
}

const char *
sql_word(struct store *s, enum stmt n, struct arena *a)
{
	const char	*word = "";
	int		 rc = sql_row(s, n);

	if (rc == SQLITE_ROW) {
		word = sql_copy(s->stmt[n], 0, a);
		sql_reset(s, n);
	} else if (rc != SQLITE_DONE)
		sql_lose(s);
	return word;
}

void
sql_text(struct store *s, enum stmt n, int i, const char *text)
{
	sqlite3_bind_text(s->stmt[n], i, text, -1, SQLITE_STATIC);
}

void
sql_keep_text(struct store *s, enum stmt n, int i, const char *text)
{
	sqlite3_bind_text(s->stmt[n], i, text, -1, SQLITE_TRANSIENT);
}

void
sql_int(struct store *s, enum stmt n, int i, long long value)
{
	sqlite3_bind_int64(s->stmt[n], i, value);
}

bool
sql_number(struct store *s, const char *sql, long long *value)
{
	sqlite3_stmt	*st;
	int		 rc;

	*value = 0;
	if (sqlite3_prepare_v2(s->db, sql, -1, &st, NULL) != SQLITE_OK)
		return false;
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		*value = sqlite3_column_int64(st, 0);
	return sqlite3_finalize(st) == SQLITE_OK;
}

const char *
sql_copy(sqlite3_stmt *st, int col, struct arena *a)
{
	size_t		 len;
	const char	*bytes = sql_bytes(st, col, &len);

	return len == 0 ? "" : arena_ndup(a, bytes, len);
}

const char *
sql_copy_or_null(sqlite3_stmt *st, int col, struct arena *a)
{
	return sqlite3_column_type(st, col) == SQLITE_NULL ? NULL :
	    sql_copy(st, col, a);
}

bool
sql_day_or_none(sqlite3_stmt *st, int col, struct day *d)
{
	sqlite3_value	*v = sqlite3_column_value(st, col);
	long long	 n = sqlite3_value_int64(v);

	*d = DAY_NONE;
	if (n == 0 && sqlite3_value_type(v) == SQLITE_NULL)
		return true;
	if (n < DAY_FIRST.n || n > DAY_LAST.n)
		return false;
	*d = (struct day){(int32_t)n};
	return true;
}

struct day
sql_day(sqlite3_stmt *st, int col)
{
	struct day	d;

	(void)sql_day_or_none(st, col, &d);
	return d;
}

/* ':' is the byte after '9'. */
const char *
sql_below(struct arena *a, const char *top)
{
	return arena_printf(a, "%s:", top);
}
