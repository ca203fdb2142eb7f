-- a database of version 3, with numbers that look the same, as an older program made it
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
INSERT INTO run VALUES(1,'2020-03-05T00:00:00Z','li','import');
CREATE TABLE file (			-- read by a run, changed something
	id INTEGER NOT NULL PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO file VALUES(1,1,'d.csv','98e38c77e540358e2472c22f36b715aa8cc80c8ae3057a7c1b4e92a5694d458a',2);
INSERT INTO file VALUES(2,1,'c.csv','bef7ab2584be8dfca1dac17e21a9b0f0f264c260b64f536017e5af27b4759ea4',2);
INSERT INTO file VALUES(3,1,'e.csv','209a0aa989537a7a2527ff74025083d94d4932561fc38febdac7ce362bdc55eb',2);
CREATE TABLE division (
	code TEXT NOT NULL PRIMARY KEY,	-- without zero groups at its end
	name TEXT NOT NULL,
	src INTEGER NOT NULL REFERENCES file
) STRICT, WITHOUT ROWID;
INSERT INTO division VALUES('450225','甲县',1);
INSERT INTO division VALUES('450225901201','甲村',1);
CREATE TABLE matter (			-- a case (办件)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	procedure TEXT NOT NULL,
	title TEXT NOT NULL,
	batch TEXT NOT NULL,
	named INTEGER NOT NULL,		-- its row named its places
	has INTEGER NOT NULL,		-- bits: columns its sheets had
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
INSERT INTO matter VALUES('450225901201','XM-1','project','','',0,2,2);
INSERT INTO matter VALUES('450225901201','xm—１','project','','',0,2,2);
CREATE TABLE place (			-- places of a case (涉及区划)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (division, id, place),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
CREATE TABLE event (			-- 事件
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	event TEXT NOT NULL,
	day INTEGER NOT NULL,
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id, event, day),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO event VALUES('450225901201','XM-1','plan-drafted',18323,3);
INSERT INTO event VALUES('450225901201','xm—１','plan-drafted',18324,3);
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
	location TEXT NOT NULL,
	PRIMARY KEY (division, id, step, at, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE night (			-- nights that were begun
	day INTEGER NOT NULL PRIMARY KEY,
	finished TEXT,			-- when, UTC
	judged INTEGER NOT NULL		-- cases judged that day
) STRICT, WITHOUT ROWID;
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
	remedy TEXT NOT NULL,
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
	faults TEXT NOT NULL,		-- each on its line
	PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE shelf (			-- calendars of the nights
	code TEXT NOT NULL PRIMARY KEY,
	stale INTEGER NOT NULL,		-- changes it does not show
	size INTEGER NOT NULL,		-- of the file as a night left it
	mtime INTEGER NOT NULL		-- ... nanoseconds from 1970 UTC
) STRICT, WITHOUT ROWID;
CREATE INDEX division_name ON division (name, code);
CREATE UNIQUE INDEX matter_id ON matter (id);
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
CREATE VIEW f_division AS SELECT 'division' AS kind, code AS division,
	code AS id, code AS key, 'name=' || name AS vals, src, code
	FROM division;
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
CREATE VIEW v_entry AS SELECT division, id, step, at,
	iif(kind, 'deadline', 'window') AS kind,
	iif(status, 'cancelled', 'confirmed') AS status,
	date(first * 86400, 'unixepoch') AS first,
	date(last * 86400, 'unixepoch') AS last, alarms, sequence,
	datetime(stamp, 'unixepoch') AS stamp, summary FROM entry;
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
COMMIT;
PRAGMA application_id = 1735356007;
PRAGMA user_version = 3;
