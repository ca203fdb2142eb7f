/*
 * What there is: options, commands and the formats of each, choices.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"

#define OPT(o)	OPTION_BIT(OPT_##o)
#define FMT(f)	FORMAT_BIT(FORMAT_##f)
#define REPORTS	(FMT(TEXT) | FMT(JSON) | FMT(CSV))

const struct option_row option_table[OPTIONS] = {
	[OPT_DB] = { "db", N_("FILE|HUB"), N_("the database (default: "
	    "$GONGSHI_DB, else gongshi.db), or the words of a hub, "
	    "postgresql://HOST/NAME") },
	[OPT_NO_MIRROR] = { "no-mirror", NULL, N_("keep nothing of what is "
	    "read from a hub") },
	[OPT_RULES] = { "rules", N_("DIR"), N_("the folder of rule packs") },
	[OPT_CALENDARS] = { "calendars", N_("DIR"), N_("the folder of "
	    "calendars of days off") },
	[OPT_TODAY] = { "today", N_("DATE"), N_("take this day for today") },
	[OPT_LANG] = { "lang", "zh|en", N_("the language of messages") },
	[OPT_HELP] = { "help", NULL, N_("show help and end") },
	[OPT_VERSION] = { "version", NULL, N_("show the version and end") },
	[OPT_DIVISION] = { "division", N_("CODE"), N_("only what lies at or "
	    "below this division") },
	[OPT_FORMAT] = { "format", "text|json|csv", N_("the form of the "
	    "output (default: text)") },
	[OPT_FAIL_ON] = { "fail-on", N_("SEVERITY"), N_("exit status 1 from "
	    "this severity on: advice, question, violation, grave (default: "
	    "question)") },
	[OPT_OUT] = { "out", N_("FILE|DIR"), N_("write to this file "
	    "(default: standard output); of a night: the folder of its "
	    "reports and calendars; of sheets: their folder") },
	[OPT_OUT_DIR] = { "out-dir", N_("DIR"), N_("write a calendar for each "
	    "division into this folder") },
	[OPT_BY] = { "by", N_("LEVEL|NAME"), N_("with --out-dir: township, "
	    "county or village (default: township); of a posting: who put it "
	    "up; of another fact: who says so; of a waiver or a mask: who "
	    "answers for it") },
	[OPT_SINCE] = { "since", N_("DATE"), N_("leave out what ended before "
	    "this day") },
	[OPT_FORECAST] = { "forecast", NULL, N_("also what rests on days that "
	    "are only expected") },
	[OPT_ALARMS] = { "alarms", "relative|absolute", N_("how a calendar's "
	    "alarms are written: from the first day, or in UTC, for desktops "
	    "on evolution-data-server (default: relative)") },
	[OPT_COUNT] = { "count", N_("KIND"), N_("how to count: deadline "
	    "(within N after), judged or planned (the last day of a window; "
	    "default: deadline)") },
	[OPT_WHOLE] = { "whole", NULL, N_("these files are everything about "
	    "the cases they name: take back what is not in them") },
	[OPT_YES] = { "yes", NULL, N_("do not ask: also where more than a "
	    "tenth is taken back (--whole), or goes because rules or "
	    "calendars were changed (nightly), or a parcel is older or takes "
	    "the place of what came otherwise (rollup); of a calendar: write "
	    "it") },
	[OPT_UNTIL] = { "until", N_("DATE"), N_("the last day the notice "
	    "stood, of the waiver, or on which a period of the duty may "
	    "begin") },
	[OPT_MEDIUM] = { "medium", N_("MEDIUM"), N_("board, website, "
	    "newspaper, radio, television, wechat or other") },
	[OPT_INBOX] = { "inbox", N_("INBOX"), N_("the folder where "
	    "deliveries come in") },
	[OPT_FULL] = { "full", NULL, N_("judge every case, and write every "
	    "calendar anew") },
	[OPT_SETTLE] = { "settle", N_("SECONDS"), N_("leave a delivery alone "
	    "in which something changed in the last SECONDS (default: "
	    "120)") },
	[OPT_GROUND] = { "ground", N_("TEXT"), N_("why it is waived, or made "
	    "a mask") },
	[OPT_LIST] = { "list", N_("[FILE]"), N_("show what is waived; of a "
	    "notice: the table that it shows, CSV or .xlsx") },
	[OPT_END] = { "end", N_("KEY"), N_("end the waiver of this key") },
	[OPT_SOURCE] = { "source", N_("TEXT"), N_("the notice's number or "
	    "address, where its text has none") },
	[OPT_UNSETTLED] = { "unsettled", N_("DATE..DATE"), N_("the days that "
	    "wait for a division's own notice") },
	[OPT_AHEAD] = { "ahead", NULL, N_("waive also what is not open yet")
	    },
	[OPT_PLACE] = { "place", N_("TEXT"), N_("where it was put up") },
	[OPT_CHECK] = { "check", NULL, N_("tell all faults and notes, and "
	    "take nothing in") },
	[OPT_CONTENT] = { "content", N_("LIST"), N_("what the notice says, "
	    "with ; between") },
	[OPT_REVIEWED] = { "reviewed", N_("DATE"), N_("the day of the review "
	    "for secrecy") },
	[OPT_EVIDENCE] = { "evidence", N_("TEXT"), N_("where the proof lies: "
	    "a photo's number") },
	[OPT_NUMBER] = { "number", N_("N"), N_("the objection's number") },
	[OPT_RESOLVED] = { "resolved", N_("DATE"), N_("the day the objection "
	    "was settled") },
	[OPT_OUTCOME] = { "outcome", N_("OUTCOME"), N_("rejected, upheld or "
	    "withdrawn") },
	[OPT_HANDLER] = { "handler", N_("TEXT"), N_("the office that settles "
	    "it") },
	[OPT_FROM] = { "from", N_("DATE"), N_("periods that begin then or "
	    "later") },
	[OPT_RUN] = { "run", N_("TEXT"), N_("only the tests whose title has "
	    "this text in it") },
	[OPT_COUNTY] = { "county", N_("CODE"), N_("whose cases the numbers "
	    "name, where two counties have one") },
	[OPT_NEW_RULES] = { "new-rules", N_("DIR"), N_("a pack, or a folder "
	    "of packs, laid beside those in force; one of the same name "
	    "takes its place") },
	[OPT_NEW_CALENDARS] = { "new-calendars", N_("DIR"), N_("a folder of "
	    "calendars laid beside those in force; a file at the same place "
	    "wins") },
	[OPT_THROUGH] = { "through", N_("DATE"), N_("what is to be posted by "
	    "this day (default: six days from today)") },
	[OPT_SAMPLE] = { "sample", NULL, N_("with cases to try things on, "
	    "all of them invented") },
	[OPT_MASK] = { "mask", NULL, N_("show the numbers of persons as "
	    "masks") },
	[OPT_BASE_URL] = { "base-url", "URL", N_("where calendars/ can be "
	    "fetched, for the codes to be photographed") },
	[OPT_YEAR] = { "year", N_("YEAR"), N_("the year of the report") },
	[OPT_JOBS] = { "jobs", N_("COUNT"), N_("processes at once (default: "
	    "the processors, at most 8)") },
	[OPT_PROCEDURE] = { "procedure", N_("PROCEDURE"), N_("a course that "
	    "has not begun, laid on the calendar and not kept") },
	[OPT_PLACES] = { "places", N_("LIST"), N_("the divisions below it "
	    "that it concerns, with ; between") },
	[OPT_TRAITS] = { "traits", N_("LIST"), N_("the traits that it has, "
	    "with ; between") },
	[OPT_EVENT] = { "event", "EVENT=DATE", N_("the day of an event; may "
	    "be given again") },
	[OPT_SIGN] = { "sign", N_("KEYFILE"), N_("sign it with this key of "
	    "ssh-keygen, into FILE.sig beside it") },
	[OPT_SIGNERS] = { "signers", N_("FILE"), N_("whose keys may sign "
	    "which county's parcel, as ssh-keygen's allowed_signers") },
	[OPT_UPGRADE] = { "upgrade", NULL, N_("bring a hub to the version of "
	    "this program") },
	[OPT_GOAL] = { "goal", "POINT=DATE", N_("a day by which a step or "
	    "event is to be reached; may be given again") },
};

const struct command commands[] = {
	{ "init", "", OPT(DIVISION) | OPT(SAMPLE) | OPT(UPGRADE), 0,
	    N_("make the database"),
	    "gongshi init --division 450225", cmd_init, HUB_KNOWN },
	{ "import", N_("FILE..."), OPT(CHECK) | OPT(WHOLE) | OPT(YES) |
	    OPT(COUNTY), 0,
	    N_("take in CSV files, workbooks (-: standard input)"),
	    "gongshi import 区划.csv 办件.csv 张贴记录.csv", cmd_import,
	    HUB_PUSHES },
	{ "record", N_("event CASE EVENT DATE | posting CASE STEP DATE | "
	    "objection CASE STEP DATE | void event CASE EVENT DATE | void "
	    "posting CASE STEP DATE | void objection CASE STEP DATE"),
	    OPT(DIVISION) | OPT(UNTIL) | OPT(MEDIUM) | OPT(PLACE) |
	    OPT(CONTENT) | OPT(REVIEWED) | OPT(EVIDENCE) | OPT(NUMBER) |
	    OPT(RESOLVED) | OPT(OUTCOME) | OPT(HANDLER) | OPT(BY) |
	    OPT(COUNTY), 0,
	    N_("take in one fact, or take one back (void)"),
	    "gongshi record posting HX-2020-001 "
	    "行政村公示 2020-09-12 --medium 公开栏", cmd_record,
	    HUB_PUSHES },
	{ "export", "", OPT(OUT), 0, N_("the facts as sheets that import to "
	    "the same facts"), "gongshi export --out 导出-2020-10-02",
	    cmd_export,
	    HUB_MIRROR },
	{ "rename", N_("CASE NEW"), OPT(COUNTY) | OPT(DIVISION), 0, N_("put "
	    "a case's number or division right; its history and calendar "
	    "entries go along"), "gongshi rename HX-2020-01 HX-2020-001",
	    cmd_rename,
	    HUB_PUSHES },
	{ "redact", N_("CASE"), OPT(GROUND) | OPT(BY) | OPT(COUNTY), 0,
	    N_("make masks of the numbers of persons, in facts and history"),
	    "gongshi redact HX-2020-001 --ground 当事人申请 --by 韦主任",
	    cmd_redact,
	    HUB_PUSHES },
	{ "duty", N_("add PROCEDURE | list | run | end PROCEDURE"),
	    OPT(DIVISION) | OPT(FROM) | OPT(UNTIL), FMT(TEXT) | FMT(JSON),
	    N_("what comes round, kept: cases that open by themselves"),
	    "gongshi duty add 村务公开 --division 450225 --from 2026-07-01",
	    cmd_duty,
	    HUB_PUSHES },
	{ "sheets", "", OPT(OUT), 0,
	    N_("empty sheets to fill in, every heading explained"),
	    "gongshi sheets --out 空表", cmd_sheets,
	    HUB_UNASKED },
	{ "history", N_("CASE"), OPT(COUNTY), 0,
	    N_("every fact of a case: when it came, from which file, what it "
	    "replaced"),
	    "gongshi history HX-2020-001", cmd_history,
	    HUB_MIRROR },
	{ "plan", N_("[CASE...]"), OPT(DIVISION) | OPT(COUNTY) | OPT(JOBS) |
	    OPT(PROCEDURE) | OPT(PLACES) | OPT(TRAITS) | OPT(EVENT) |
	    OPT(GOAL), REPORTS,
	    N_("windows and states: what must be posted when; with "
	    "--procedure of a course that has not begun"),
	    "gongshi plan HX-2020-001", cmd_plan,
	    HUB_MIRROR },
	{ "ics", "", OPT(OUT) | OPT(OUT_DIR) | OPT(BY) | OPT(SINCE) |
	    OPT(FORECAST) | OPT(ALARMS) | OPT(DIVISION) | OPT(JOBS), 0,
	    N_("calendars for telephones and desktops"),
	    "gongshi ics --out-dir calendars --by township", cmd_ics,
	    HUB_MIRROR },
	{ "scan", "", OPT(DIVISION) | OPT(FAIL_ON) | OPT(JOBS), REPORTS,
	    N_("findings: what is wrong, with the day and the clause"),
	    "gongshi scan --today 2020-10-20 --format csv", cmd_scan,
	    HUB_MIRROR },
	{ "worksheet", "", OPT(OUT) | OPT(DIVISION) | OPT(THROUGH) |
	    OPT(JOBS), 0,
	    N_("a workbook: what to post, and the log to fill in, which "
	    "import takes"),
	    "gongshi worksheet --division 450225100 --out 工作表.xlsx",
	    cmd_worksheet,
	    HUB_MIRROR },
	{ "annual", "", OPT(YEAR) | OPT(DIVISION) | OPT(OUT), FMT(TEXT) |
	    FMT(CSV) | FMT(XLSX) | FMT(HTML),
	    N_("the figures of the yearly report, from the records"),
	    "gongshi annual --year 2020 --format xlsx --out 年报.xlsx",
	    cmd_annual,
	    HUB_MIRROR },
	{ "impact", N_("[FILE...]"), OPT(NEW_RULES) | OPT(NEW_CALENDARS) |
	    OPT(DIVISION) | OPT(COUNTY) | OPT(JOBS), REPORTS,
	    N_("what other rules, days off or sheets would change, before "
	    "they do"),
	    "gongshi impact --new-rules 草案/rongshui --division 450225",
	    cmd_impact,
	    HUB_MIRROR },
	{ "report", "", OPT(OUT) | OPT(DIVISION) | OPT(BASE_URL) | OPT(JOBS), 0,
	    N_("pages to look at in any browser, without a network"),
	    "gongshi report --out 页面", cmd_report,
	    HUB_NIGHTS },
	{ "circular", "", OPT(FROM) | OPT(UNTIL) | OPT(BY) | OPT(DIVISION) |
	    OPT(OUT), FMT(TEXT) | FMT(CSV) | FMT(XLSX) | FMT(HTML),
	    N_("a period's circular: shares, ranks, kinds of fault, what is "
	    "to be done"),
	    "gongshi circular --from 2020-09-01 --until 2020-09-30",
	    cmd_circular,
	    HUB_NIGHTS },
	{ "nightly", "", OPT(INBOX) | OPT(OUT) | OPT(FULL) |
	    OPT(SETTLE) | OPT(YES) | OPT(ALARMS) | OPT(BASE_URL) |
	    OPT(JOBS) | OPT(DIVISION),
	    FMT(TEXT) | FMT(JSON),
	    N_("take in deliveries, judge, write reports, calendars and "
	    "pages"),
	    "gongshi nightly --inbox inbox --out out",
	    cmd_nightly, HUB_KNOWN },
	{ "status", "", OPT(INBOX), FMT(TEXT) | FMT(JSON),
	    N_("is everything as it should be?"),
	    "gongshi status --format json", cmd_status,
	    HUB_NIGHTS },
	{ "waive", N_("KEY | --list | --end KEY"), OPT(GROUND) | OPT(BY) |
	    OPT(UNTIL) | OPT(LIST) | OPT(END) | OPT(AHEAD), 0,
	    N_("answer for a finding until a day: it is counted apart"),
	    "gongshi waive "
	    "HX-001/village-notice/450225100200/late --ground 洪水 --by 韦主任 "
	    "--until 2020-12-31", cmd_waive,
	    HUB_PUSHES },
	{ "backup", N_("FILE"), 0, 0,
	    N_("a whole copy of the database"),
	    "gongshi backup gongshi-2020-10-02.db", cmd_backup,
	    HUB_MIRROR },
	{ "restore", N_("FILE"), 0, 0,
	    N_("a backup becomes the database again; what stood is kept "
	    "beside it"),
	    "gongshi restore gongshi-2020-10-02.db", cmd_restore,
	    HUB_REFUSED },
	{ "parcel", "", OPT(DIVISION) | OPT(OUT) | OPT(SIGN), 0,
	    N_("one county as a file: facts, history, findings, hash"),
	    "gongshi parcel --division 450225 --out 450225.parcel",
	    cmd_parcel,
	    HUB_MIRROR },
	{ "rollup", N_("PARCEL..."), OPT(SIGNERS) | OPT(YES), 0,
	    N_("take counties' parcels in, each whole or not at all"),
	    "gongshi rollup 450225.parcel 450226.parcel", cmd_rollup,
	    HUB_KNOWN },
	{ "office", N_("add ROLE CODE read|write | list | drop ROLE"), 0, 0,
	    N_("what a role of a hub's database may see"),
	    "gongshi office add rongshui 450225 read", cmd_office,
	    HUB_KNOWN },
	{ "adopt", N_("FILE.db"), OPT(YES), 0,
	    N_("a county's own file goes into the hub, with its history"),
	    "gongshi adopt rongshui.db --db service=guangxi", cmd_adopt,
	    HUB_KNOWN },
	{ "verify", "", 0, 0,
	    N_("look through the whole database"),
	    "gongshi verify", cmd_verify,
	    HUB_MIRROR },
	{ "explain", N_("CASE [STEP|EVENT] | CODE"),
	    OPT(DIVISION) | OPT(COUNTY), FMT(TEXT) | FMT(JSON),
	    N_("why each day is what it is, counted out; what a finding "
	    "means"),
	    "gongshi explain HX-2020-001 village-notice", cmd_explain,
	    HUB_MIRROR },
	{ "notice", N_("CASE STEP"), OPT(DIVISION) | OPT(COUNTY) | OPT(LIST) |
	    OPT(MASK) | OPT(OUT), 0,
	    N_("the sheet that is put up, ready to print"),
	    "gongshi notice HX-2020-001 村民小组公示 --division "
	    "450225100200001 --list 名单.csv --out 公示.html", cmd_notice,
	    HUB_MIRROR },
	{ "certificate", N_("CASE STEP"), OPT(DIVISION) | OPT(COUNTY) |
	    OPT(OUT), 0,
	    N_("that a notice stood its period, to be sealed"),
	    "gongshi certificate HX-2020-001 行政村公示 --out 公示证明.html",
	    cmd_certificate,
	    HUB_MIRROR },
	{ "day", N_("[DATE [+|-]N UNIT]"), OPT(DIVISION) | OPT(COUNT), 0,
	    N_("one sum of days; without operands, a line each from standard "
	    "input"), "gongshi day 2020-09-30 +5 workdays --division 45",
	    cmd_day,
	    HUB_UNASKED },
	{ "calendar", N_("add FILE... | add --unsettled DATE..DATE"),
	    OPT(DIVISION) | OPT(SOURCE) | OPT(UNSETTLED) | OPT(YES), 0,
	    N_("days off from the notice's own text, a public calendar (.ics) "
	    "or holiday-cn's JSON; --division says whose they are"),
	    "gongshi calendar add 国办通知.txt && gongshi calendar add "
	    "三月三通知.txt --division 45", cmd_calendar,
	    HUB_UNASKED },
	{ "rules", N_("check | list | show [NAME...] | test [PACK...] | "
	    "coverage [PACK...] | sweep [PROCEDURE...] | diff A [B] | schema"),
	    OPT(RUN), FMT(TEXT) | FMT(JSON) | FMT(JUNIT),
	    N_("read rule files: name their faults, list them, show them in "
	    "words, run their tests, try whether they can be kept, hold two "
	    "against each other"),
	    "gongshi rules test guangxi-2020", cmd_rules,
	    HUB_UNASKED },
	{ 0 }
};

const struct choice	by_levels[] = {
	{ "township", LEVEL_TOWNSHIP }, { "county", LEVEL_COUNTY },
	{ "village", LEVEL_VILLAGE }, { 0 }
};

const struct choice	alarm_forms[] = {
	{ "relative", ALARMS_RELATIVE }, { "absolute", ALARMS_ABSOLUTE }, { 0 }
};

const struct choice	counts[] = {
	{ "deadline", COUNT_DEADLINE }, { "judged", COUNT_JUDGED },
	{ "planned", COUNT_PLANNED }, { 0 }
};

unsigned long long
command_options(const struct command *c)
{
	return OPTIONS_COMMON | (c == NULL ? 0 : c->options |
	    (c->formats != 0 ? OPT(FORMAT) : 0));
}

const char *
command_formats(struct arena *a, const struct command *c)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < FORMATS; i++)
		if ((c->formats & FORMAT_BIT(i)) != 0)
			all = arena_printf(a, "%s%s%s", all, *all == '\0' ?
			    "" : "|", format_name((enum format)i));
	return all;
}

const struct command *
find_command(const char *name)
{
	const struct command	*c;

	for (c = commands; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

int
find_option(const char *word, size_t len)
{
	int	i;

	for (i = 0; i < OPTIONS; i++)
		if (strlen(option_table[i].name) == len &&
		    strncmp(option_table[i].name, word, len) == 0)
			return i;
	return -1;
}
