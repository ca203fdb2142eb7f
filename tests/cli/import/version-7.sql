-- a database of version 7, whose objections do not say whether their sheet named a division
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
	name TEXT NOT NULL PRIMARY KEY,	-- home: the division of init
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE run (			-- a command that changed something
	id INTEGER NOT NULL PRIMARY KEY,
	at TEXT NOT NULL,		-- when, UTC
	who TEXT NOT NULL,
	command TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO run VALUES(1,'2026-11-29T10:20:49Z','li','import');
CREATE TABLE file (			-- read by a run, changed something
	id INTEGER NOT NULL PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO file VALUES(1,1,'d.csv','88b9d948508757320787bdacb252f6c7b7c24c271204741bd8d2b7ee8a07beed',4);
INSERT INTO file VALUES(2,1,'c.csv','2e8f080cd27b1805f1c19c15d3f3d2bd53e102c218cf74b1651bc3a0dfc9a6c2',1);
INSERT INTO file VALUES(3,1,'e.csv','361a4f3f0c4cdf6ebca929e7478b00c9c48f2f2852184fe7cf03097cd76b8f12',2);
INSERT INTO file VALUES(4,1,'p.csv','3910aad7ef573d32979e994b690e919191afb5b1e1e3c861149e6707aa165e59',2);
INSERT INTO file VALUES(5,1,'o.csv','270e28131318e90213e9ed40baa2604b1f97c4e31d27ef7c2bf7615ce6394fc6',4);
CREATE TABLE division (
	code TEXT NOT NULL PRIMARY KEY,	-- without zero groups at its end
	name TEXT NOT NULL,
	src INTEGER NOT NULL REFERENCES file
, contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO division VALUES('450225100','甲镇',1,'','');
INSERT INTO division VALUES('450225100200','某村',1,'','');
INSERT INTO division VALUES('450225100200001','一屯',1,'','');
INSERT INTO division VALUES('450225100200002','二屯',1,'','');
CREATE TABLE matter (			-- a case (办件)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	procedure TEXT NOT NULL,
	title TEXT NOT NULL,
	batch TEXT NOT NULL,
	named INTEGER NOT NULL,		-- its row named its places
	has INTEGER NOT NULL,		-- bits: columns its sheets had
	src INTEGER NOT NULL REFERENCES file, twin TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
INSERT INTO matter VALUES('450225100200','HX-1','household-exit','','',1,2,2,'HX-1');
CREATE TABLE place (			-- places of a case (涉及区划)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (division, id, place),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES('450225100200','HX-1','450225100200001');
INSERT INTO place VALUES('450225100200','HX-1','450225100200002');
CREATE TABLE event (			-- 事件
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	event TEXT NOT NULL,
	day INTEGER NOT NULL,
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id, event, day),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO event VALUES('450225100200','HX-1','deliberated',18506,3);
INSERT INTO event VALUES('450225100200','HX-1','township-reviewed',18517,3);
CREATE TABLE posting (			-- 张贴
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	step TEXT NOT NULL,
	at TEXT NOT NULL,		-- the division where it was posted
	posted INTEGER NOT NULL,	-- day
	medium TEXT NOT NULL,
	place TEXT NOT NULL,
	until INTEGER,			-- last day; NULL: it stands
	reviewed INTEGER,		-- day; NULL: none
	content TEXT NOT NULL,
	posted_by TEXT NOT NULL,
	evidence TEXT NOT NULL,
	has INTEGER NOT NULL,		-- bits: columns its sheets had
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id, step, at, posted, medium, place),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO posting VALUES('450225100200','HX-1','group-notice','450225100200001',18506,'board','',18515,NULL,'','','照片1',136,4);
INSERT INTO posting VALUES('450225100200','HX-1','group-notice','450225100200002',18506,'board','',18515,NULL,'','','',136,4);
CREATE TABLE objection (		-- 异议
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	step TEXT NOT NULL,
	at TEXT NOT NULL,		-- '': the case's division
	received INTEGER NOT NULL,	-- day
	number TEXT NOT NULL,
	resolved INTEGER,		-- day; NULL: not resolved
	outcome TEXT NOT NULL,
	handler TEXT NOT NULL,
	has INTEGER NOT NULL,
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id, step, at, received, number),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO objection VALUES('450225100200','HX-1','group-notice','450225100',18507,'4',NULL,'','',256,5);
INSERT INTO objection VALUES('450225100200','HX-1','group-notice','450225100200',18507,'1',18508,'','',256,5);
INSERT INTO objection VALUES('450225100200','HX-1','group-notice','450225100200001',18507,'2',18508,'','',256,5);
INSERT INTO objection VALUES('450225100200','HX-1','village-notice','450225100200',18507,'3',NULL,'','',256,5);
CREATE TABLE past (			-- what was replaced or taken back
	id TEXT NOT NULL,		-- the case, or a division's code
	gone INTEGER NOT NULL REFERENCES file,
	seq INTEGER NOT NULL,		-- within the run
	kind TEXT NOT NULL,
	division TEXT NOT NULL,
	key TEXT NOT NULL,
	vals TEXT NOT NULL,
	src INTEGER NOT NULL REFERENCES file,
	why TEXT NOT NULL,		-- corrected, completed, void
	PRIMARY KEY (id, gone, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (			-- what was written to calendars
	division TEXT NOT NULL,
	id TEXT NOT NULL,		-- also of a case taken back since
	step TEXT NOT NULL,
	at TEXT NOT NULL,
	kind INTEGER NOT NULL,		-- 0 window, 1 deadline
	status INTEGER NOT NULL,	-- 0 confirmed, 2 cancelled
	first INTEGER NOT NULL,		-- days, both inclusive
	last INTEGER NOT NULL,
	alarms TEXT NOT NULL,		-- days from the first, 09:00
	sequence INTEGER NOT NULL,
	stamp INTEGER NOT NULL,		-- seconds from 1970 UTC
	said_zh INTEGER NOT NULL,	-- hash of its text; 0: not written
	said_en INTEGER NOT NULL,
	summary TEXT NOT NULL,
	location TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (division, id, step, at, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE night (			-- nights that were begun
	day INTEGER NOT NULL PRIMARY KEY,
	finished TEXT,			-- when, UTC
	judged INTEGER NOT NULL		-- cases judged that day
, upto INTEGER, rules TEXT, days TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE dirty (			-- cases that changed since a verdict
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ground (			-- what the verdicts rest on
	name TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE watch (			-- a case until its next verdict
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	wake INTEGER,			-- day; NULL: days change nothing
	judged INTEGER NOT NULL,	-- day
	slots INTEGER NOT NULL,
	s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL,
	s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
	s6 INTEGER NOT NULL, s7 INTEGER NOT NULL, s8 INTEGER NOT NULL,
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
	division TEXT NOT NULL,		-- the case's
	id TEXT NOT NULL,
	key TEXT NOT NULL,
	first INTEGER NOT NULL,		-- day; 0 of one that is not kept
	gone INTEGER,			-- day of the first night without it
	ord INTEGER NOT NULL,		-- within the case
	code TEXT NOT NULL,
	severity TEXT NOT NULL,
	title TEXT NOT NULL,
	procedure TEXT NOT NULL,
	step TEXT,
	event TEXT,
	at TEXT NOT NULL,
	due INTEGER,
	actual INTEGER,
	days INTEGER,
	basis TEXT,
	message TEXT NOT NULL,
	remedy TEXT NOT NULL, why TEXT,
	PRIMARY KEY (division, id, key, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiver (			-- findings somebody answers for
	key TEXT NOT NULL PRIMARY KEY,
	ground TEXT NOT NULL,
	who TEXT NOT NULL,
	until INTEGER NOT NULL,		-- last day
	made TEXT NOT NULL,		-- when, UTC
	ended TEXT			-- when, UTC; NULL: it was not
) STRICT, WITHOUT ROWID;
CREATE TABLE delivery (		-- of the inbox
	day INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	name TEXT NOT NULL,
	taken INTEGER NOT NULL,
	moved INTEGER NOT NULL,		-- out of the inbox
	rows INTEGER NOT NULL,
	errors INTEGER NOT NULL,
	faults TEXT NOT NULL, lies TEXT NOT NULL DEFAULT '', told TEXT NOT NULL DEFAULT '', receipt INTEGER NOT NULL DEFAULT 1,		-- each on its line
	PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE shelf (			-- calendars of the nights
	code TEXT NOT NULL PRIMARY KEY,
	stale INTEGER NOT NULL,		-- changes it does not show
	size INTEGER NOT NULL,		-- of the file as a night left it
	mtime INTEGER NOT NULL		-- ... nanoseconds from 1970 UTC
) STRICT, WITHOUT ROWID;
CREATE TABLE brought (			-- until the receipt is written
	day INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (day, seq, division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sent (			-- whose delivery it was
	town TEXT NOT NULL,
	day INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	acts INTEGER NOT NULL,		-- not of cases and divisions alone
	PRIMARY KEY (town, day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE deferred (		-- lack what another may bring
	name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE renamed (
	county TEXT NOT NULL,
	id TEXT NOT NULL,		-- the number that it has now
	first TEXT NOT NULL,
	PRIMARY KEY (county, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE redacted (
	county TEXT NOT NULL,
	id TEXT NOT NULL,
	step TEXT NOT NULL,
	at TEXT NOT NULL,
	day INTEGER NOT NULL,
	cell TEXT NOT NULL,
	PRIMARY KEY (county, id, step, at, day, cell)
) STRICT, WITHOUT ROWID;
CREATE INDEX division_name ON division (name, code);
CREATE INDEX matter_batch ON matter (batch, division, id)
	WHERE batch <> '';
CREATE VIEW v_event AS SELECT division, id, event,
	date(day * 86400, 'unixepoch') AS day, src FROM event;
CREATE VIEW v_posting AS SELECT division, id, step, at,
	date(posted * 86400, 'unixepoch') AS posted,
	date(until * 86400, 'unixepoch') AS until, medium, place,
	date(reviewed * 86400, 'unixepoch') AS reviewed,
	content, posted_by, evidence, src FROM posting;
CREATE VIEW v_objection AS SELECT division, id, step, at, number,
	date(received * 86400, 'unixepoch') AS received,
	date(resolved * 86400, 'unixepoch') AS resolved,
	outcome, handler, src FROM objection;
CREATE VIEW v_source AS SELECT file.id AS src, run, at, who, command,
	name, sha256, rows FROM file JOIN run ON run.id = file.run;
CREATE VIEW f_case AS SELECT 'case' AS kind, division, id, id AS key,
	'procedure=' || procedure || '; division=' || division ||
	iif(title = '', '', '; title=' || title) ||
	iif(batch = '', '', '; batch=' || batch) ||
	coalesce('; places=' || (SELECT group_concat(place, ';')
		FROM (SELECT place FROM place WHERE place.division =
		matter.division AND place.id = matter.id ORDER BY place)),
		'') AS vals, src
	FROM matter;
CREATE VIEW f_event AS SELECT 'event' AS kind, division, id,
	event AS key, 'day=' || date(day * 86400, 'unixepoch') AS vals,
	src, event, day
	FROM event;
CREATE VIEW f_posting AS SELECT 'posting' AS kind, division, id,
	step || '/' || at || '/' || date(posted * 86400, 'unixepoch') ||
	'/' || medium || '/' || place AS key,
	substr(coalesce('; until=' || date(until * 86400, 'unixepoch'), '')
	|| coalesce('; reviewed=' || date(reviewed * 86400, 'unixepoch'),
		'') ||
	iif(content = '', '', '; content=' || content) ||
	iif(posted_by = '', '', '; by=' || posted_by) ||
	iif(evidence = '', '', '; evidence=' || evidence), 3) AS vals,
	src, step, at, posted, medium, place
	FROM posting;
CREATE VIEW f_objection AS SELECT 'objection' AS kind, division, id,
	step || '/' || at || '/' || date(received * 86400, 'unixepoch') ||
	'/' || number AS key,
	substr(coalesce('; resolved=' ||
		date(resolved * 86400, 'unixepoch'), '') ||
	iif(outcome = '', '', '; outcome=' || outcome) ||
	iif(handler = '', '', '; handler=' || handler), 3) AS vals,
	src, step, at, received, number
	FROM objection;
CREATE VIEW fact AS
	SELECT kind, division, id, key, vals, src FROM f_case UNION ALL
	SELECT kind, division, id, key, vals, src FROM f_event UNION ALL
	SELECT kind, division, id, key, vals, src FROM f_posting UNION ALL
	SELECT kind, division, id, key, vals, src FROM f_objection;
CREATE INDEX watch_wake ON watch (wake) WHERE wake IS NOT NULL;
CREATE INDEX finding_open ON finding (division, id, ord)
	WHERE gone IS NULL;
CREATE INDEX finding_gone ON finding (gone) WHERE gone IS NOT NULL;
CREATE VIEW v_finding AS SELECT division, id, key,
	date(nullif(first, 0) * 86400, 'unixepoch') AS first,
	date(gone * 86400, 'unixepoch') AS gone, code, severity, step, event,
	at, date(due * 86400, 'unixepoch') AS due,
	date(actual * 86400, 'unixepoch') AS actual, days, basis, message
	FROM finding;
CREATE VIEW v_waiver AS SELECT key, ground, who,
	date(until * 86400, 'unixepoch') AS until, made, ended FROM waiver;
CREATE UNIQUE INDEX matter_twin
	ON matter (twin, substr(division, 1, 6), id);
CREATE INDEX entry_withdrawn ON entry (last) WHERE status = 2;
CREATE VIEW v_entry AS SELECT division, id, step, at,
	iif(kind % 2, 'deadline', 'window') AS kind,
	CASE status WHEN 0 THEN 'confirmed' WHEN 2 THEN 'cancelled'
		ELSE 'dropped' END AS status, kind >= 2 AS old_uid,
	date(first * 86400, 'unixepoch') AS first,
	date(last * 86400, 'unixepoch') AS last, alarms, sequence,
	datetime(stamp, 'unixepoch') AS stamp, summary FROM entry;
CREATE VIEW f_division AS SELECT 'division' AS kind, code AS division,
	code AS id, code AS key, 'name=' || name ||
	iif(contact = '', '', '; contact=' || contact) ||
	iif(phone = '', '', '; phone=' || phone) AS vals, src, code
	FROM division;
CREATE UNIQUE INDEX renamed_first ON renamed (first);
COMMIT;
PRAGMA application_id = 1735356007;
PRAGMA user_version = 7;
