-- A database as gongshi 0.1.0 (schema 3) left it after the nights of 9 and 10
-- September 2020: sqlite3's .dump, with the numbers that it leaves out.
PRAGMA application_id = 1735356007;
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
INSERT INTO run VALUES(1,'2026-11-29T02:13:24Z','county','import');
INSERT INTO run VALUES(2,'2020-09-10T00:00:00Z','county','record');
CREATE TABLE file (			-- read by a run, changed something
	id INTEGER NOT NULL PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO file VALUES(1,1,'d.csv','e43f3f7a8ecc45706c34a25f2cb9d1752968aa978268f51457d509b5611837e9',7);
INSERT INTO file VALUES(2,1,'c.csv','eaa4077d4a990bdeff0ca09cdcd6862a71f8f2c4f5e4f8e938f0ddf36ff2a544',2);
INSERT INTO file VALUES(3,1,'e.csv','5dbf5c254d8069e03670faa792d32e47817c3a246e245f97a46bd5293964773b',4);
INSERT INTO file VALUES(4,1,'p.csv','41315ee474acef5562c5f988ede1ef341d9ebdbe98c57bf43f5717e1178b50a4',2);
INSERT INTO file VALUES(5,2,'record','',1);
CREATE TABLE division (
	code TEXT NOT NULL PRIMARY KEY,	-- without zero groups at its end
	name TEXT NOT NULL,
	src INTEGER NOT NULL REFERENCES file
) STRICT, WITHOUT ROWID;
INSERT INTO division VALUES('45','广西壮族自治区',1);
INSERT INTO division VALUES('450124','马山县',1);
INSERT INTO division VALUES('450225','融水县',1);
INSERT INTO division VALUES('450225100','融水镇',1);
INSERT INTO division VALUES('450225100200','东良村',1);
INSERT INTO division VALUES('450225100200001','上屯',1);
INSERT INTO division VALUES('450225100200002','下屯',1);
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
INSERT INTO matter VALUES('450124','MS','county-exit','马山县退出','',0,3,2);
INSERT INTO matter VALUES('450225100200','HX-1','household-exit','东良村名单','',1,3,2);
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
INSERT INTO event VALUES('450124','MS','group-studied',18381,3);
INSERT INTO event VALUES('450124','MS','region-approved',18391,3);
INSERT INTO event VALUES('450225100200','HX-1','deliberated',18505,3);
INSERT INTO event VALUES('450225100200','HX-1','township-reviewed',18513,3);
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
INSERT INTO posting VALUES('450124','MS','public-notice','45',18384,'website','',18390,NULL,'','','',8,4);
INSERT INTO posting VALUES('450225100200','HX-1','group-notice','450225100200001',18506,'board','',18511,NULL,'','','',8,4);
INSERT INTO posting VALUES('450225100200','HX-1','group-notice','450225100200002',18515,'board','',NULL,NULL,'','','',0,5);
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
INSERT INTO entry VALUES('450124','MS','public-announcement','45',0,0,18391,18391,'0',362880,1599609600,276462874868449157,0,'【待贴】社会公告 · 广西壮族自治区 · 马山县退出 MS','广西壮族自治区');
INSERT INTO entry VALUES('450124','MS','public-announcement','45',1,0,18418,18418,'-3 -1 0',362880,1599609600,2992628108769610875,0,'【截止】社会公告 · 广西壮族自治区 · 马山县退出 MS','广西壮族自治区');
INSERT INTO entry VALUES('450124','MS','public-notice','45',0,0,18384,18394,'10',362880,1599609600,4610401250797886919,0,'【已贴】社会公示 · 广西壮族自治区 · 马山县退出 MS','广西壮族自治区');
INSERT INTO entry VALUES('450225100200','HX-1','group-notice','450225100200001',0,0,18506,18513,'7',362880,1599609600,-4364906897240651548,0,'【已贴】村民小组公示 · 上屯 · 东良村名单 HX-1','上屯');
INSERT INTO entry VALUES('450225100200','HX-1','group-notice','450225100200002',0,0,18515,18522,'7',364320,1599696000,2510907205059324908,0,'【已贴】村民小组公示 · 下屯 · 东良村名单 HX-1','下屯');
INSERT INTO entry VALUES('450225100200','HX-1','group-notice','450225100200002',1,2,18505,18505,'',364320,1599696000,-6325064314181891319,0,'【撤销】村民小组公示 · 下屯 · 东良村名单 HX-1','下屯');
INSERT INTO entry VALUES('450225100200','HX-1','village-notice','450225100200',0,0,18513,18520,'0',362880,1599609600,2139031809358972200,0,'【待贴】行政村公示 · 东良村 · 东良村名单 HX-1','东良村');
CREATE TABLE night (			-- nights that were begun
	day INTEGER NOT NULL PRIMARY KEY,
	finished TEXT,			-- when, UTC
	judged INTEGER NOT NULL		-- cases judged that day
) STRICT, WITHOUT ROWID;
INSERT INTO night VALUES(18514,'2020-09-09T00:00:00Z',2);
INSERT INTO night VALUES(18515,'2020-09-10T00:00:00Z',1);
CREATE TABLE dirty (			-- cases that changed since a verdict
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ground (			-- what the verdicts rest on
	name TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO ground VALUES('calendars',replace(' a66cb45afc03bbb3\n45 a6671a33b2dba25b\n','\n',char(10)));
INSERT INTO ground VALUES('inbox','inbox');
INSERT INTO ground VALUES('language','zh zh');
INSERT INTO ground VALUES('program','0.1.0');
INSERT INTO ground VALUES('rules',replace('annual-plan 7cacbb613735ed71\ncounty-exit 894b719957b74b2a\nfund-allocation b3848102ebf4b8b8\nhousehold-exit b66e08e1ac135e04\nproject af2290694c8f6f5e\nvillage-exit 9b159085d91024b3\n','\n',char(10)));
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
INSERT INTO watch VALUES('450124','MS',NULL,18514,2,0,0,1,0,0,0,1,0,0);
INSERT INTO watch VALUES('450225100200','HX-1',18520,18515,4,0,1,1,1,0,1,0,0,0);
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
INSERT INTO finding VALUES('450124','MS','MS/public-announcement/45/missing',18514,NULL,1,'missing','violation','马山县退出','county-exit','public-announcement',NULL,'45',18418,NULL,NULL,'政府信息公开条例 第二十六条','社会公告，广西壮族自治区（45）：至今未张贴，最迟应在 2020-06-05 张贴。要求：“自治区审定”（2020-05-09）后 20 个工作日内。','请立即张贴并登记。');
INSERT INTO finding VALUES('450124','MS','MS/public-notice/45/short',18514,NULL,0,'short','violation','马山县退出','county-exit','public-notice',NULL,'45',18393,18390,3,'委托方要求','社会公示，广西壮族自治区（45）：2020-05-02 张贴，贴到 2020-05-08，应贴到 2020-05-11，少 3 天。要求：不少于 10 日，首日计入。（说明：所据文件未载明县级公示天数，按委托方要求定为10天）','请重新张贴，自张贴之日起不间断贴满公示期（不少于 10 日，首日不计入）；后续事项等期满后再办。');
INSERT INTO finding VALUES('450124','MS','MS/region-approved/450124/order',18514,NULL,2,'order','violation','马山县退出','county-exit',NULL,'region-approved','450124',18394,18391,3,'桂扶领发〔2020〕10号','自治区审定，马山县（450124）：2020-05-09 办理，比最早日期 2020-05-12 早 3 天。要求：广西壮族自治区（45）的“社会公示”（届满日 2020-05-11）之后。（说明：所据文件未载明县级公示天数，按委托方要求定为10天）','请核对登记的日期；属实的，报告上级，并在 2020-05-12 或之后按顺序重新办理。');
INSERT INTO finding VALUES('450225100200','HX-1','HX-1/group-notice/450225100200001/short',18514,NULL,0,'short','violation','东良村名单','household-exit','group-notice',NULL,'450225100200001',18512,18511,1,'桂扶领办发〔2020〕45号','村民小组公示，上屯（450225100200001）：2020-09-01 张贴，贴到 2020-09-06，应贴到 2020-09-07，少 1 天。要求：不少于 7 日，首日计入。','请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计入）；后续事项等期满后再办。');
INSERT INTO finding VALUES('450225100200','HX-1','HX-1/group-notice/450225100200002/missing',18514,18515,1,'missing','violation','东良村名单','household-exit','group-notice',NULL,'450225100200002',18506,NULL,NULL,'桂扶领办发〔2020〕45号','村民小组公示，下屯（450225100200002）：至今未张贴，最迟应在 2020-09-01 张贴。要求：公示期须在“乡镇审核”（2020-09-08）之前届满。','请立即张贴并登记，贴满公示期（不少于 7 日，首日不计入）。');
INSERT INTO finding VALUES('450225100200','HX-1','HX-1/township-reviewed/450225100200/order',18515,NULL,1,'order','violation','东良村名单','household-exit',NULL,'township-reviewed','450225100200',18522,18513,9,'桂扶领办发〔2020〕45号','乡镇审核，东良村（450225100200）：2020-09-08 办理，比最早日期 2020-09-17 早 9 天。要求：下屯（450225100200002）的“村民小组公示”（届满日 2020-09-16）之后。','请核对登记的日期；属实的，报告上级，并在 2020-09-17 或之后按顺序重新办理。');
CREATE TABLE waiver (			-- findings somebody answers for
	key TEXT NOT NULL PRIMARY KEY,
	ground TEXT NOT NULL,
	who TEXT NOT NULL,
	until INTEGER NOT NULL,		-- last day
	made TEXT NOT NULL,		-- when, UTC
	ended TEXT			-- when, UTC; NULL: it was not
) STRICT, WITHOUT ROWID;
INSERT INTO waiver VALUES('HX-1/group-notice/450225100200002/missing','已约定整改','韦某',18627,'2020-09-09T00:00:00Z',NULL);
INSERT INTO waiver VALUES('MS/public-announcement/45/late','洪水','韦某',18627,'2020-09-09T00:00:00Z',NULL);
INSERT INTO waiver VALUES('MS/public-notice/45/short','已约定整改','韦某',18627,'2020-09-09T00:00:00Z',NULL);
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
INSERT INTO shelf VALUES('45',0,3548,1795918404627284885);
INSERT INTO shelf VALUES('450225100',0,3795,1795918404961749694);
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
PRAGMA user_version = 3;
