-- A database as gongshi 0.1.0 (schema 9) left it after the nights of 9 and 10
-- September 2020, in Chinese, with the words of its time: sqlite3's .dump, with
-- the numbers that it leaves out.
PRAGMA application_id = 1735356007;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE brought (			-- until the receipt is written
	day INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (day, seq, division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE deferred (		-- lack what another may bring
	name TEXT NOT NULL PRIMARY KEY
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
INSERT INTO "delivery" VALUES(18514,1,'a',1,1,11,0,'','a','区划：共 4 行，新增 4 条，未变 0 条
办件：共 2 行，新增 2 条，未变 0 条
事件：共 3 行，新增 3 条，未变 0 条
张贴记录：共 2 行，新增 2 条，未变 0 条
',1);
CREATE TABLE dirty (			-- cases that changed since a verdict
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE division (
	code TEXT NOT NULL PRIMARY KEY,	-- without zero groups at its end
	name TEXT NOT NULL,
	src INTEGER NOT NULL REFERENCES file
, contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "division" VALUES('450225100','融水镇',1,'','');
INSERT INTO "division" VALUES('450225100200','东良村',1,'','');
INSERT INTO "division" VALUES('450225100200001','一屯',1,'','');
INSERT INTO "division" VALUES('450225100200002','二屯',1,'','');
CREATE TABLE duty (
	procedure TEXT NOT NULL,
	division TEXT NOT NULL,
	start INTEGER NOT NULL,		-- day
	until INTEGER,			-- last day on which one may begin
	opened INTEGER,			-- first day of the last one opened
	ended INTEGER NOT NULL,		-- added again, it is a new one
	added INTEGER NOT NULL REFERENCES file,	-- it first came with
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (procedure, division)
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
INSERT INTO "entry" VALUES('450225100200','HX-1','group-notice','450225100200001',0,0,18507,18511,'5',362880,1599609600,-4808209531339480738,0,'【中断】一屯 村民小组公示 · 东良村名单 HX-1','一屯','自 2020-09-02 张贴，只贴到 2020-09-06 就撤下了，本应贴到 2020-09-08
须重新张贴，公示期从重新张贴之日起整个重算
公示期不少于 7 日
之后：“乡镇审核”
载体：公开栏
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：一屯（450225100200001）
办件：东良村名单（HX-1）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-1','group-notice','450225100200002',0,0,18507,18512,'6',362880,1599609600,-4146484388410505988,0,'【中断】二屯 村民小组公示 · 东良村名单 HX-1','二屯','自 2020-09-02 张贴，只贴到 2020-09-07 就撤下了，本应贴到 2020-09-08
须重新张贴，公示期从重新张贴之日起整个重算
公示期不少于 7 日
之后：“乡镇审核”
载体：公开栏
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：二屯（450225100200002）
办件：东良村名单（HX-1）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-2','group-notice','450225100200001',0,0,18506,18513,'0',362880,1599609600,-4443562120691866401,0,'【待贴】一屯 村民小组公示 · 名单（二） HX-2','一屯','可于 2020-09-01 起张贴
如 2020-09-01 张贴，则公示到 2020-09-08（含当天）；2020-09-07 是届满日
之后（如当天张贴）：“乡镇审核”，就本处而言最早 2020-09-08
载体：不限
须写明：脱贫户初审名单
张贴前须经保密审查
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：一屯（450225100200001）
办件：名单（二）（HX-2）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-2','group-notice','450225100200001',1,0,18504,18504,'-4 -2 0',362880,1599609600,-7940930042687761865,0,'【截止】一屯 村民小组公示 · 名单（二） HX-2','一屯','建议不晚于 2020-08-30 张贴，最迟 2020-08-31
公示期不少于 7 日
之后：“乡镇审核”
载体：不限
须写明：脱贫户初审名单
张贴前须经保密审查
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：一屯（450225100200001）
办件：名单（二）（HX-2）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-2','group-notice','450225100200002',0,0,18506,18513,'0',362880,1599609600,-8969417003014460170,0,'【待贴】二屯 村民小组公示 · 名单（二） HX-2','二屯','可于 2020-09-01 起张贴
如 2020-09-01 张贴，则公示到 2020-09-08（含当天）；2020-09-07 是届满日
之后（如当天张贴）：“乡镇审核”，就本处而言最早 2020-09-08
载体：不限
须写明：脱贫户初审名单
张贴前须经保密审查
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：二屯（450225100200002）
办件：名单（二）（HX-2）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-2','group-notice','450225100200002',1,0,18504,18504,'-4 -2 0',362880,1599609600,-7318368562782575458,0,'【截止】二屯 村民小组公示 · 名单（二） HX-2','二屯','建议不晚于 2020-08-30 张贴，最迟 2020-08-31
公示期不少于 7 日
之后：“乡镇审核”
载体：不限
须写明：脱贫户初审名单
张贴前须经保密审查
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：二屯（450225100200002）
办件：名单（二）（HX-2）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
INSERT INTO "entry" VALUES('450225100200','HX-2','village-notice','450225100200',0,0,18512,18519,'0',362880,1599609600,2488992100579404948,0,'【待贴】东良村 行政村公示 · 名单（二） HX-2','东良村','可于 2020-09-07 起张贴
如 2020-09-07 张贴，则公示到 2020-09-14（含当天）；2020-09-13 是届满日
之后（如当天张贴）：“乡镇上报县”，就本处而言最早 2020-09-14
载体：不限
须写明：脱贫户审核名单
张贴前须经保密审查
异议处理单位：乡镇人民政府
程序：贫困户脱贫摘帽
环节：行政村公示（公示）
区划：东良村（450225100200）
办件：名单（二）（HX-2）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》');
CREATE TABLE event (			-- 事件
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	event TEXT NOT NULL,
	day INTEGER NOT NULL,
	src INTEGER NOT NULL REFERENCES file,
	PRIMARY KEY (division, id, event, day),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO "event" VALUES('450225100200','HX-1','deliberated',18505,3);
INSERT INTO "event" VALUES('450225100200','HX-2','deliberated',18506,3);
INSERT INTO "event" VALUES('450225100200','HX-2','township-reviewed',18512,3);
CREATE TABLE file (			-- read by a run, changed something
	id INTEGER NOT NULL PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "file" VALUES(1,1,'a/divisions.csv','90de7bf004aaea71958637dfe3c701653f48c643830caf47aedab85f5e6bfbc0',4);
INSERT INTO "file" VALUES(2,1,'a/cases.csv','d3ac2d98648e766324f0902dd0f68482fde38343c96e18fc9bb63fc16c9cb371',2);
INSERT INTO "file" VALUES(3,1,'a/events.csv','20eb9e3607426ffc1d014a723a75e40c0cbb8890ba85527794f81d2db7190155',3);
INSERT INTO "file" VALUES(4,1,'a/postings.csv','5ae42daf2d807e2d88969a59ebec243098221784f02634b3ec67291fe813374a',2);
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
INSERT INTO "finding" VALUES('450225100200','HX-1','HX-1/group-notice/450225100200001/content',18514,NULL,1,'content','advice','东良村名单','household-exit','group-notice',NULL,'450225100200001',NULL,18507,NULL,'桂扶领办发〔2020〕45号','村民小组公示，一屯（450225100200001）：2020-09-02 张贴，但各次张贴都没有写明“脱贫户初审名单”。','请在公示内容中补上“脱贫户初审名单”，重新张贴，并登记所载内容；原已写明的，补登即可。',NULL);
INSERT INTO "finding" VALUES('450225100200','HX-1','HX-1/group-notice/450225100200001/short',18514,NULL,0,'short','violation','东良村名单','household-exit','group-notice',NULL,'450225100200001',18513,18511,2,'桂扶领办发〔2020〕45号','村民小组公示，一屯（450225100200001）：2020-09-02 张贴，贴到 2020-09-06，应贴到 2020-09-08，少 2 天。要求：不少于 7 日，首日计入。','请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计入）；后续事项等期满后再办。',NULL);
INSERT INTO "finding" VALUES('450225100200','HX-1','HX-1/group-notice/450225100200002/content',18514,NULL,3,'content','advice','东良村名单','household-exit','group-notice',NULL,'450225100200002',NULL,18507,NULL,'桂扶领办发〔2020〕45号','村民小组公示，二屯（450225100200002）：2020-09-02 张贴，但各次张贴都没有写明“脱贫户初审名单”。','请在公示内容中补上“脱贫户初审名单”，重新张贴，并登记所载内容；原已写明的，补登即可。',NULL);
INSERT INTO "finding" VALUES('450225100200','HX-1','HX-1/group-notice/450225100200002/short',18514,NULL,2,'short','violation','东良村名单','household-exit','group-notice',NULL,'450225100200002',18513,18512,1,'桂扶领办发〔2020〕45号','村民小组公示，二屯（450225100200002）：2020-09-02 张贴，贴到 2020-09-07，应贴到 2020-09-08，少 1 天。要求：不少于 7 日，首日计入。','请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计入）；后续事项等期满后再办。',NULL);
INSERT INTO "finding" VALUES('450225100200','HX-2','HX-2/group-notice/450225100200001/missing',18514,NULL,0,'missing','violation','名单（二）','household-exit','group-notice',NULL,'450225100200001',18505,NULL,NULL,'桂扶领办发〔2020〕45号','村民小组公示，一屯（450225100200001）：至今未张贴，最迟应在 2020-08-31 张贴。要求：公示期须在“乡镇审核”（2020-09-07）之前届满。','已经张贴的，请补登记；没有张贴的，请立即张贴并登记，贴满公示期（不少于 7 日，首日不计入）。',NULL);
INSERT INTO "finding" VALUES('450225100200','HX-2','HX-2/group-notice/450225100200002/missing',18514,NULL,1,'missing','violation','名单（二）','household-exit','group-notice',NULL,'450225100200002',18505,NULL,NULL,'桂扶领办发〔2020〕45号','村民小组公示，二屯（450225100200002）：至今未张贴，最迟应在 2020-08-31 张贴。要求：公示期须在“乡镇审核”（2020-09-07）之前届满。','已经张贴的，请补登记；没有张贴的，请立即张贴并登记，贴满公示期（不少于 7 日，首日不计入）。',NULL);
CREATE TABLE ground (			-- what the verdicts rest on
	name TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "ground" VALUES('calendars',' 2014 1 58911225d2634cb1
 2015 1 2ddd13afe69b124c
 2016 1 a2266442e79e8ac7
 2017 1 9a51029f9572b9f0
 2018 1 91376c60462c991b
 2019 1 75ed27b40ffb70a5
 2020 1 b75912a1779dc01e
 2021 1 3bff82e7ce178a85
 2022 1 d99002d9f581eeee
 2023 1 7f936dc28e856624
 2024 1 9f2c83ad15b17348
 2025 1 3c27525f3b31954b
 2026 1 b50ec2fcf9315f48
45 2014 1 ebcf6911ccd525bb
45 2015 1 a0eeb1f2e52494d2
45 2016 1 f33f7c076a32d029
45 2017 1 a799e574a80800cc
45 2018 1 9bc2b310c78a6d51
45 2019 1 dbdfb8df5d265115
45 2020 0 b75912a1779dc01e
45 2021 1 983a90f2498fb7c3
45 2022 1 1d35e28c174330de
45 2023 1 912495321451cf9c
45 2024 1 24cb2a1a19eee73a
45 2025 1 caa8369d796df4b1
45 2026 1 21c013c09c827ac6
');
INSERT INTO "ground" VALUES('inbox','/srv/inbox');
INSERT INTO "ground" VALUES('language','zh zh');
INSERT INTO "ground" VALUES('out','/srv/out');
INSERT INTO "ground" VALUES('program','0.1.0');
INSERT INTO "ground" VALUES('rules','annual-plan 	guangxi-2020	2020-01-01	2021-12-31	45,	cfa8a52199b78efc
annual-report 	guangxi-2020	2020-01-01	2021-12-31	45,	0c9a6e6e3e02096b
basic-information 	guangxi-2020	2020-01-01	2021-12-31	45,	d3f38afef168a2f6
budget 	budget	2020-10-01		,	07994977286a1ab6
budget-report 	budget	2020-10-01		,	bbfdba06c48d61fb
catalogue 	guangxi-2020	2020-01-01	2021-12-31	45,	e3b6f733a974f8de
children 	relief	2021-07-01		,	07d56bba37de8d6d
civil-servants 	recruitment	2019-06-01		,	4acc8ee135b5edb2
collective-appraisal 	zhejiang-collective	2020-09-24		33,	237de40655bf0783
collective-finance 	collective	2025-05-01		,	e0f2acddc8407635
collective-matter 	collective	2025-05-01		,	8e46c259ee10d8da
collective-month 	zhejiang-collective	2020-09-24		33,	9976ad1dfecfc589
collective-plan 	zhejiang-collective	2020-09-24		33,	19c21126f6c93630
collective-quarter 	zhejiang-collective	2020-09-24		33,	781c537c1818154f
collective-weighty 	zhejiang-collective	2020-09-24		33,	5a24a505b4495eae
competition 	recruitment	2019-06-01		,	7c006491ed3cf3ed
conscripts 	conscription	2023-05-01		,	456dfa53dc1f7537
cooperation-funds 	guangxi-2020	2020-01-01	2021-12-31	45,	4f954c7024bdc4c1
county-catalogue 	guangxi-2020	2020-01-01	2021-12-31	45,	1f8e2661cf8df33a
county-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	cfbba54f3a2ecae1
decision 	decisions	2019-09-01		,	d95b3fa22335d018
degree-right 	degrees	2025-01-01		,	57588936b92e4549
department-budget 	guangxi-2020	2020-01-01	2021-12-31	45,	5661be273ac17ce0
dibao 	relief	2021-07-01		,	26838ea8b68e0118
disaster-goods 	disaster	2019-03-02		,	058efc9c14af441f
disaster-house 	disaster	2019-03-02		,	1d2abdd727e03213
disaster-village-goods 	disaster	2019-03-02		,	7818011e3aece996
disclosure-request 	guangxi-2020	2020-01-01	2021-12-31	45,	dc7221d05f6d5abe
eia 	eia	2026-08-15		,	e58db76cac6a0172
final-accounts 	budget	2020-10-01		,	8f6dbebe7c433e86
flood-compensation 	flood	2025-06-23		,	f3982008174ba78d
flood-registration 	flood	2025-06-23		,	a8645fc979a68ae5
fund-allocation 	guangxi-2020	2020-01-01	2021-12-31	45,	830d0d9d40b78f42
fund-integration 	guangxi-2020	2020-01-01	2021-12-31	45,	8f4816d0102a815a
fund-use 	guangxi-2020	2020-01-01	2021-12-31	45,	fe09eaea7ca046a8
government-report 	information	2019-05-15		,	02c1acbb9916040f
grade 	recruitment	2019-06-01		,	1c9186afdfefd81f
henan-project 	henan-poverty	2018-01-01		41,	dd3b12ffd0ef3fcf
heritage-works 	heritage	2017-10-07		,	e71d4929d9c7f6ce
homestead 	homestead	2021-09-01		,	830569a5e7d1b818
house-expropriation 	house-expropriation	2019-05-15		,	6b013d734fbe5006
household-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	057d4a700f88e5be
information 	information	2019-05-15		,	7ebd6f505beaf4e0
information-report 	information	2019-05-15		,	e15d6f2f58081100
information-request 	information	2019-05-15		,	d0ee2916855a6f73
institution 	recruitment	2019-06-01		,	22b66bb61ed10920
land-taking 	land-taking	2021-09-01		,	2986e8c31604644a
land-taking 	land-taking-guangdong	2022-08-01		44,	8e8560ce966d4bc9
medical-relief 	relief-2026	2026-07-01		,	2200933a5624e5d8
place-name 	place-names	2022-05-01		,	88e50db0d94b3533
policy 	guangxi-2020	2020-01-01	2021-12-31	45,	be815b876ae26a02
procurement-award 	procurement	2015-03-01		,	8a3f27cd54e55313
procurement-prequalification 	procurement	2015-03-01		,	efa2003ee2bb77cf
procurement-query 	procurement	2015-03-01		,	85334435a91cf9b0
project 	guangxi-2020	2020-01-01	2021-12-31	45,	583491dd5b2ba1f9
project-application 	guangxi-2020	2020-01-01	2021-12-31	45,	0e8811c537077ba1
project-library 	guangxi-2020	2020-01-01	2021-12-31	45,	76dffa060734312b
proposal-reply 	guangxi-2020	2020-01-01	2021-12-31	45,	7d092447fba1b1ca
reforestation 	forest	2016-02-06		,	20508de57df5a2db
relief-decision 	relief-2026	2026-07-01		,	4c43965d7dcafef6
relief-funds 	relief-2026	2026-07-01		,	a3127915b8edfb0a
resettlement-survey 	resettlement	2017-04-14		,	85a433416fddb8d0
residents-assembly 	village	2026-01-01		,	25bc3afab5e4b686
residents-assembly 	village-chongqing	2026-01-01		50,	754aae5e809bf9c8
residents-assembly 	village-shandong	2026-01-01		37,	0d34c84162dbb8a2
residents-audit 	village	2026-01-01		,	de50229af339194e
residents-audit 	village-chongqing	2026-01-01		50,	d4d40e261ba07880
residents-audit 	village-shandong	2026-01-01		37,	8ca0c713c44f6dba
residents-election 	village	2026-01-01		,	1925a41979634553
residents-election 	village-chongqing	2026-01-01		50,	d57769964733d357
residents-election 	village-shandong	2026-01-01		37,	0737a4c3e9ab44a9
residents-matter 	village	2026-01-01		,	d90ca06ffec8a772
residents-matter 	village-chongqing	2026-01-01		50,	a65a835c56ea7a6c
residents-matter 	village-shandong	2026-01-01		37,	c40c68bb0510d46e
residents-representatives 	village	2026-01-01		,	4419a0c49d4ce294
residents-representatives 	village-chongqing	2026-01-01		50,	08a467e9548e08c6
residents-representatives 	village-shandong	2026-01-01		37,	210d1c775db92564
rule-draft 	rulemaking	2018-05-01		,	a92a2d517a45a494
single-source 	procurement	2015-03-01		,	b108cd3b5c79e19c
site-plan 	planning	2019-05-15		,	bf686be0eba852aa
tekun 	relief	2021-07-01		,	d2b13d2d9f1be622
tekun-end 	relief	2021-07-01		,	cbbde98cf232c648
temporary-relief 	relief-2026	2026-07-01		,	9c942ecedbb0aa8f
tender-award 	tender	2019-03-02		,	5ba9a8528868f048
tender-documents 	tender	2019-03-02		,	208c4d9c60a58af4
town-plan 	planning	2019-05-15		,	540c1561111aedba
village-assembly 	village	2026-01-01		,	490251839b5e4aeb
village-assembly 	village-chongqing	2026-01-01		50,	ab94f02e63acbebf
village-assembly 	village-shandong	2026-01-01		37,	d98d19474de018d1
village-audit 	village	2026-01-01		,	9b43fa6a35951c27
village-audit 	village-chongqing	2026-01-01		50,	a4f7c37e7059f7e3
village-audit 	village-shandong	2026-01-01		37,	d66831992050161d
village-election 	village	2026-01-01		,	480aebecef63f60b
village-election 	village-chongqing	2026-01-01		50,	df77659d90f6cd1f
village-election 	village-shandong	2026-01-01		37,	41eb57805b087c71
village-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	bd714673c3c23556
village-matter 	village	2026-01-01		,	7eda79bb48cf3b81
village-matter 	village-chongqing	2026-01-01		50,	387c00fb38144e3c
village-matter 	village-shandong	2026-01-01		37,	7c95e2c1c9dc5685
village-month 	village	2026-01-01		,	be45dbf7494e4bbb
village-month 	village-chongqing	2026-01-01		50,	8e281c5d4e1dd2f2
village-month 	village-shandong	2026-01-01		37,	10cac6281ea90261
village-plan 	planning	2019-05-15		,	16c55f746ada0386
village-quarter 	village	2026-01-01		,	2b9016aa13d5aea7
village-quarter 	village-chongqing	2026-01-01		50,	d6d11c08f99938df
village-quarter 	village-shandong	2026-01-01		37,	b244e5904aab1b5e
village-representatives 	village	2026-01-01		,	ffb7a6c80e0b83b3
village-representatives 	village-chongqing	2026-01-01		50,	2859cefe8eb3c5f7
village-representatives 	village-shandong	2026-01-01		37,	2901161a8817ec09
wage-account 	wages	2020-05-01		,	3254b715cf896d21
wage-board 	wages	2020-05-01		,	a2a95c7bd6352198
work-plan 	guangxi-2020	2020-01-01	2021-12-31	45,	53eb9503a715ddff
');
CREATE TABLE matter (			-- a case (办件)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	procedure TEXT NOT NULL,
	title TEXT NOT NULL,
	batch TEXT NOT NULL,
	named INTEGER NOT NULL,		-- its row named its places
	has INTEGER NOT NULL,		-- bits: columns its sheets had
	src INTEGER NOT NULL REFERENCES file, twin TEXT NOT NULL DEFAULT '', traits TEXT NOT NULL DEFAULT '', amounts TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "matter" VALUES('450225100200','HX-1','household-exit','东良村名单','',0,3,2,'HX-1','','');
INSERT INTO "matter" VALUES('450225100200','HX-2','household-exit','名单（二）','',0,3,2,'HX-2','','');
CREATE TABLE night (			-- nights that were begun
	day INTEGER NOT NULL PRIMARY KEY,
	finished TEXT,			-- when, UTC
	judged INTEGER NOT NULL		-- cases judged that day
, upto INTEGER, rules TEXT, days TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "night" VALUES(18514,'2020-09-09T00:00:00Z',2,4,'annual-plan 	guangxi-2020	2020-01-01	2021-12-31	45,	cfa8a52199b78efc
annual-report 	guangxi-2020	2020-01-01	2021-12-31	45,	0c9a6e6e3e02096b
basic-information 	guangxi-2020	2020-01-01	2021-12-31	45,	d3f38afef168a2f6
budget 	budget	2020-10-01		,	07994977286a1ab6
budget-report 	budget	2020-10-01		,	bbfdba06c48d61fb
catalogue 	guangxi-2020	2020-01-01	2021-12-31	45,	e3b6f733a974f8de
children 	relief	2021-07-01		,	07d56bba37de8d6d
civil-servants 	recruitment	2019-06-01		,	4acc8ee135b5edb2
collective-appraisal 	zhejiang-collective	2020-09-24		33,	237de40655bf0783
collective-finance 	collective	2025-05-01		,	e0f2acddc8407635
collective-matter 	collective	2025-05-01		,	8e46c259ee10d8da
collective-month 	zhejiang-collective	2020-09-24		33,	9976ad1dfecfc589
collective-plan 	zhejiang-collective	2020-09-24		33,	19c21126f6c93630
collective-quarter 	zhejiang-collective	2020-09-24		33,	781c537c1818154f
collective-weighty 	zhejiang-collective	2020-09-24		33,	5a24a505b4495eae
competition 	recruitment	2019-06-01		,	7c006491ed3cf3ed
conscripts 	conscription	2023-05-01		,	456dfa53dc1f7537
cooperation-funds 	guangxi-2020	2020-01-01	2021-12-31	45,	4f954c7024bdc4c1
county-catalogue 	guangxi-2020	2020-01-01	2021-12-31	45,	1f8e2661cf8df33a
county-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	cfbba54f3a2ecae1
decision 	decisions	2019-09-01		,	d95b3fa22335d018
degree-right 	degrees	2025-01-01		,	57588936b92e4549
department-budget 	guangxi-2020	2020-01-01	2021-12-31	45,	5661be273ac17ce0
dibao 	relief	2021-07-01		,	26838ea8b68e0118
disaster-goods 	disaster	2019-03-02		,	058efc9c14af441f
disaster-house 	disaster	2019-03-02		,	1d2abdd727e03213
disaster-village-goods 	disaster	2019-03-02		,	7818011e3aece996
disclosure-request 	guangxi-2020	2020-01-01	2021-12-31	45,	dc7221d05f6d5abe
eia 	eia	2026-08-15		,	e58db76cac6a0172
final-accounts 	budget	2020-10-01		,	8f6dbebe7c433e86
flood-compensation 	flood	2025-06-23		,	f3982008174ba78d
flood-registration 	flood	2025-06-23		,	a8645fc979a68ae5
fund-allocation 	guangxi-2020	2020-01-01	2021-12-31	45,	830d0d9d40b78f42
fund-integration 	guangxi-2020	2020-01-01	2021-12-31	45,	8f4816d0102a815a
fund-use 	guangxi-2020	2020-01-01	2021-12-31	45,	fe09eaea7ca046a8
government-report 	information	2019-05-15		,	02c1acbb9916040f
grade 	recruitment	2019-06-01		,	1c9186afdfefd81f
henan-project 	henan-poverty	2018-01-01		41,	dd3b12ffd0ef3fcf
heritage-works 	heritage	2017-10-07		,	e71d4929d9c7f6ce
homestead 	homestead	2021-09-01		,	830569a5e7d1b818
house-expropriation 	house-expropriation	2019-05-15		,	6b013d734fbe5006
household-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	057d4a700f88e5be
information 	information	2019-05-15		,	7ebd6f505beaf4e0
information-report 	information	2019-05-15		,	e15d6f2f58081100
information-request 	information	2019-05-15		,	d0ee2916855a6f73
institution 	recruitment	2019-06-01		,	22b66bb61ed10920
land-taking 	land-taking	2021-09-01		,	2986e8c31604644a
land-taking 	land-taking-guangdong	2022-08-01		44,	8e8560ce966d4bc9
medical-relief 	relief-2026	2026-07-01		,	2200933a5624e5d8
place-name 	place-names	2022-05-01		,	88e50db0d94b3533
policy 	guangxi-2020	2020-01-01	2021-12-31	45,	be815b876ae26a02
procurement-award 	procurement	2015-03-01		,	8a3f27cd54e55313
procurement-prequalification 	procurement	2015-03-01		,	efa2003ee2bb77cf
procurement-query 	procurement	2015-03-01		,	85334435a91cf9b0
project 	guangxi-2020	2020-01-01	2021-12-31	45,	583491dd5b2ba1f9
project-application 	guangxi-2020	2020-01-01	2021-12-31	45,	0e8811c537077ba1
project-library 	guangxi-2020	2020-01-01	2021-12-31	45,	76dffa060734312b
proposal-reply 	guangxi-2020	2020-01-01	2021-12-31	45,	7d092447fba1b1ca
reforestation 	forest	2016-02-06		,	20508de57df5a2db
relief-decision 	relief-2026	2026-07-01		,	4c43965d7dcafef6
relief-funds 	relief-2026	2026-07-01		,	a3127915b8edfb0a
resettlement-survey 	resettlement	2017-04-14		,	85a433416fddb8d0
residents-assembly 	village	2026-01-01		,	25bc3afab5e4b686
residents-assembly 	village-chongqing	2026-01-01		50,	754aae5e809bf9c8
residents-assembly 	village-shandong	2026-01-01		37,	0d34c84162dbb8a2
residents-audit 	village	2026-01-01		,	de50229af339194e
residents-audit 	village-chongqing	2026-01-01		50,	d4d40e261ba07880
residents-audit 	village-shandong	2026-01-01		37,	8ca0c713c44f6dba
residents-election 	village	2026-01-01		,	1925a41979634553
residents-election 	village-chongqing	2026-01-01		50,	d57769964733d357
residents-election 	village-shandong	2026-01-01		37,	0737a4c3e9ab44a9
residents-matter 	village	2026-01-01		,	d90ca06ffec8a772
residents-matter 	village-chongqing	2026-01-01		50,	a65a835c56ea7a6c
residents-matter 	village-shandong	2026-01-01		37,	c40c68bb0510d46e
residents-representatives 	village	2026-01-01		,	4419a0c49d4ce294
residents-representatives 	village-chongqing	2026-01-01		50,	08a467e9548e08c6
residents-representatives 	village-shandong	2026-01-01		37,	210d1c775db92564
rule-draft 	rulemaking	2018-05-01		,	a92a2d517a45a494
single-source 	procurement	2015-03-01		,	b108cd3b5c79e19c
site-plan 	planning	2019-05-15		,	bf686be0eba852aa
tekun 	relief	2021-07-01		,	d2b13d2d9f1be622
tekun-end 	relief	2021-07-01		,	cbbde98cf232c648
temporary-relief 	relief-2026	2026-07-01		,	9c942ecedbb0aa8f
tender-award 	tender	2019-03-02		,	5ba9a8528868f048
tender-documents 	tender	2019-03-02		,	208c4d9c60a58af4
town-plan 	planning	2019-05-15		,	540c1561111aedba
village-assembly 	village	2026-01-01		,	490251839b5e4aeb
village-assembly 	village-chongqing	2026-01-01		50,	ab94f02e63acbebf
village-assembly 	village-shandong	2026-01-01		37,	d98d19474de018d1
village-audit 	village	2026-01-01		,	9b43fa6a35951c27
village-audit 	village-chongqing	2026-01-01		50,	a4f7c37e7059f7e3
village-audit 	village-shandong	2026-01-01		37,	d66831992050161d
village-election 	village	2026-01-01		,	480aebecef63f60b
village-election 	village-chongqing	2026-01-01		50,	df77659d90f6cd1f
village-election 	village-shandong	2026-01-01		37,	41eb57805b087c71
village-exit 	guangxi-2020	2020-01-01	2021-12-31	45,	bd714673c3c23556
village-matter 	village	2026-01-01		,	7eda79bb48cf3b81
village-matter 	village-chongqing	2026-01-01		50,	387c00fb38144e3c
village-matter 	village-shandong	2026-01-01		37,	7c95e2c1c9dc5685
village-month 	village	2026-01-01		,	be45dbf7494e4bbb
village-month 	village-chongqing	2026-01-01		50,	8e281c5d4e1dd2f2
village-month 	village-shandong	2026-01-01		37,	10cac6281ea90261
village-plan 	planning	2019-05-15		,	16c55f746ada0386
village-quarter 	village	2026-01-01		,	2b9016aa13d5aea7
village-quarter 	village-chongqing	2026-01-01		50,	d6d11c08f99938df
village-quarter 	village-shandong	2026-01-01		37,	b244e5904aab1b5e
village-representatives 	village	2026-01-01		,	ffb7a6c80e0b83b3
village-representatives 	village-chongqing	2026-01-01		50,	2859cefe8eb3c5f7
village-representatives 	village-shandong	2026-01-01		37,	2901161a8817ec09
wage-account 	wages	2020-05-01		,	3254b715cf896d21
wage-board 	wages	2020-05-01		,	a2a95c7bd6352198
work-plan 	guangxi-2020	2020-01-01	2021-12-31	45,	53eb9503a715ddff
',' 2014 1 58911225d2634cb1
 2015 1 2ddd13afe69b124c
 2016 1 a2266442e79e8ac7
 2017 1 9a51029f9572b9f0
 2018 1 91376c60462c991b
 2019 1 75ed27b40ffb70a5
 2020 1 b75912a1779dc01e
 2021 1 3bff82e7ce178a85
 2022 1 d99002d9f581eeee
 2023 1 7f936dc28e856624
 2024 1 9f2c83ad15b17348
 2025 1 3c27525f3b31954b
 2026 1 b50ec2fcf9315f48
45 2014 1 ebcf6911ccd525bb
45 2015 1 a0eeb1f2e52494d2
45 2016 1 f33f7c076a32d029
45 2017 1 a799e574a80800cc
45 2018 1 9bc2b310c78a6d51
45 2019 1 dbdfb8df5d265115
45 2020 0 b75912a1779dc01e
45 2021 1 983a90f2498fb7c3
45 2022 1 1d35e28c174330de
45 2023 1 912495321451cf9c
45 2024 1 24cb2a1a19eee73a
45 2025 1 caa8369d796df4b1
45 2026 1 21c013c09c827ac6
');
INSERT INTO "night" VALUES(18515,'2020-09-10T00:00:00Z',0,4,NULL,NULL);
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
	src INTEGER NOT NULL REFERENCES file, named INTEGER NOT NULL DEFAULT 0,
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
CREATE TABLE place (			-- places of a case (涉及区划)
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	place TEXT NOT NULL,
	PRIMARY KEY (division, id, place),
	FOREIGN KEY (division, id) REFERENCES matter
) STRICT, WITHOUT ROWID;
INSERT INTO "place" VALUES('450225100200','HX-1','450225100200001');
INSERT INTO "place" VALUES('450225100200','HX-1','450225100200002');
INSERT INTO "place" VALUES('450225100200','HX-2','450225100200001');
INSERT INTO "place" VALUES('450225100200','HX-2','450225100200002');
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
INSERT INTO "posting" VALUES('450225100200','HX-1','group-notice','450225100200001',18507,'board','',18511,NULL,'名单','','',40,4);
INSERT INTO "posting" VALUES('450225100200','HX-1','group-notice','450225100200002',18507,'board','',18512,NULL,'名单','','',40,4);
CREATE TABLE redacted (
	county TEXT NOT NULL,
	id TEXT NOT NULL,
	step TEXT NOT NULL,
	at TEXT NOT NULL,
	day INTEGER NOT NULL,
	cell TEXT NOT NULL,
	PRIMARY KEY (county, id, step, at, day, cell)
) STRICT, WITHOUT ROWID;
CREATE TABLE renamed (
	county TEXT NOT NULL,
	id TEXT NOT NULL,		-- the number that it has now
	first TEXT NOT NULL,
	PRIMARY KEY (county, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE run (			-- a command that changed something
	id INTEGER NOT NULL PRIMARY KEY,
	at TEXT NOT NULL,		-- when, UTC
	who TEXT NOT NULL,
	command TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "run" VALUES(1,'2020-09-09T00:00:00Z','county','nightly');
CREATE TABLE sent (			-- whose delivery it was
	town TEXT NOT NULL,
	day INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	acts INTEGER NOT NULL,		-- not of cases and divisions alone
	PRIMARY KEY (town, day, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "sent" VALUES('450225100',18514,1,3);
CREATE TABLE setting (
	name TEXT NOT NULL PRIMARY KEY,	-- home: the division of init
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE shelf (			-- calendars of the nights
	code TEXT NOT NULL PRIMARY KEY,
	stale INTEGER NOT NULL,		-- changes it does not show
	size INTEGER NOT NULL,		-- of the file as a night left it
	mtime INTEGER NOT NULL		-- ... nanoseconds from 1970 UTC
) STRICT, WITHOUT ROWID;
INSERT INTO "shelf" VALUES('450225100',0,9018,1795979023736874244);
CREATE TABLE waiver (			-- findings somebody answers for
	key TEXT NOT NULL PRIMARY KEY,
	ground TEXT NOT NULL,
	who TEXT NOT NULL,
	until INTEGER NOT NULL,		-- last day
	made TEXT NOT NULL,		-- when, UTC
	ended TEXT			-- when, UTC; NULL: it was not
) STRICT, WITHOUT ROWID;
INSERT INTO "waiver" VALUES('HX-2/group-notice/450225100200001/missing','已补','韦',18627,'2020-09-10T00:00:00Z',NULL);
CREATE TABLE watch (			-- a case until its next verdict
	division TEXT NOT NULL,
	id TEXT NOT NULL,
	wake INTEGER,			-- day; NULL: days change nothing
	judged INTEGER NOT NULL,	-- day
	slots INTEGER NOT NULL,
	s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL,
	s3 INTEGER NOT NULL, s4 INTEGER NOT NULL, s5 INTEGER NOT NULL,
	s6 INTEGER NOT NULL, s7 INTEGER NOT NULL, s8 INTEGER NOT NULL, s9 INTEGER NOT NULL DEFAULT 0, paused INTEGER NOT NULL DEFAULT 0, exempt TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (division, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "watch" VALUES('450225100200','HX-1',NULL,18514,4,0,0,2,0,0,2,0,0,0,0,0,'');
INSERT INTO "watch" VALUES('450225100200','HX-2',NULL,18514,4,0,0,0,1,0,1,2,0,0,0,0,'');
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
CREATE VIEW v_source AS SELECT file.id AS src, run, at, who, command,
	name, sha256, rows FROM file JOIN run ON run.id = file.run;
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
CREATE VIEW f_case AS SELECT 'case' AS kind, division, id, id AS key,
	'procedure=' || procedure || '; division=' || division ||
	iif(title = '', '', '; title=' || title) ||
	iif(batch = '', '', '; batch=' || batch) ||
	iif(traits = '', '', '; traits=' || traits) ||
	iif(amounts = '', '', '; amounts=' || amounts) ||
	coalesce('; places=' || (SELECT group_concat(place, ';')
		FROM (SELECT place FROM place WHERE place.division =
		matter.division AND place.id = matter.id ORDER BY place)),
		'') AS vals, src
	FROM matter;
CREATE VIEW v_objection AS SELECT division, id, step,
	iif(named, at, '') AS at, number,
	date(received * 86400, 'unixepoch') AS received,
	date(resolved * 86400, 'unixepoch') AS resolved,
	outcome, handler, src FROM objection;
CREATE VIEW f_objection AS SELECT 'objection' AS kind, division, id,
	step || '/' || at || '/' || date(received * 86400, 'unixepoch') ||
	'/' || number AS key,
	substr(iif(named, '', '; division=none') ||
	coalesce('; resolved=' ||
		date(resolved * 86400, 'unixepoch'), '') ||
	iif(outcome = '', '', '; outcome=' || outcome) ||
	iif(handler = '', '', '; handler=' || handler), 3) AS vals,
	src, step, at, received, number
	FROM objection;
CREATE VIEW v_duty AS SELECT procedure, division,
	date(start * 86400, 'unixepoch') AS start,
	date(until * 86400, 'unixepoch') AS until,
	date(opened * 86400, 'unixepoch') AS opened, ended, added, src
	FROM duty;
PRAGMA user_version = 9;
COMMIT;
