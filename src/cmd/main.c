#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "words/lines.h"

#define OPT(o)	OPTION_BIT(OPT_##o)
#define COMMON	OPTIONS_COMMON

const struct option_row option_table[OPTIONS] = {
	[OPT_DB] = { "db", N_("FILE"), N_("the database (default: $GONGSHI_DB, "
	    "else gongshi.db)") },
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
	[OPT_OUT] = { "out", N_("FILE|DIR"), N_("write one calendar to this "
	    "file (default: standard output); of a night: the folder of its "
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
	    "calendars were changed (nightly); of a calendar: write it") },
	[OPT_UNTIL] = { "until", N_("DATE"), N_("the last day the notice "
	    "stood, or of the waiver") },
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
	[OPT_LIST] = { "list", NULL, N_("show what is waived") },
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
	[OPT_COUNTY] = { "county", N_("CODE"), N_("whose cases the numbers "
	    "name, where two counties have one") },
};

const struct command commands[] = {
	{ "init", "", OPT(DIVISION), N_("make the database"),
	    "gongshi init --division 450225", cmd_init },
	{ "import", N_("FILE..."), OPT(CHECK) | OPT(WHOLE) | OPT(YES) |
	    OPT(COUNTY), N_("take in CSV files (-: standard input), all or "
	    "none"),
	    "gongshi import 区划.csv 办件.csv 张贴记录.csv", cmd_import },
	{ "record", N_("event CASE EVENT DATE | posting CASE STEP DATE | "
	    "objection CASE STEP DATE | void event CASE EVENT DATE | void "
	    "posting CASE STEP DATE | void objection CASE STEP DATE"),
	    OPT(DIVISION) | OPT(UNTIL) | OPT(MEDIUM) | OPT(PLACE) |
	    OPT(CONTENT) | OPT(REVIEWED) | OPT(EVIDENCE) | OPT(NUMBER) |
	    OPT(RESOLVED) | OPT(OUTCOME) | OPT(HANDLER) | OPT(BY) |
	    OPT(COUNTY), N_("take in one fact, or take one back (void)"),
	    "gongshi record posting HX-2020-001 "
	    "行政村公示 2020-09-12 --medium 公开栏", cmd_record },
	{ "export", "", OPT(OUT), N_("the facts as sheets that import to the "
	    "same facts"), "gongshi export --out 导出-2020-10-02",
	    cmd_export },
	{ "rename", N_("CASE NEW"), OPT(COUNTY) | OPT(DIVISION), N_("put a "
	    "case's number or division right; its history and calendar "
	    "entries go along"), "gongshi rename HX-2020-01 HX-2020-001",
	    cmd_rename },
	{ "redact", N_("CASE"), OPT(GROUND) | OPT(BY) | OPT(COUNTY),
	    N_("make masks of the numbers of persons, in facts and history"),
	    "gongshi redact HX-2020-001 --ground 当事人申请 --by 韦主任",
	    cmd_redact },
	{ "sheets", "", OPT(OUT), N_("empty sheets to fill in, every heading "
	    "explained"), "gongshi sheets --out 空表", cmd_sheets },
	{ "history", N_("CASE"), OPT(COUNTY), N_("every fact of a case: when "
	    "it came, from which file, what it replaced"),
	    "gongshi history HX-2020-001", cmd_history },
	{ "plan", N_("[CASE...]"), OPT(FORMAT) | OPT(DIVISION) | OPT(COUNTY),
	    N_("windows and states: what must be posted when"),
	    "gongshi plan HX-2020-001", cmd_plan },
	{ "ics", "", OPT(OUT) | OPT(OUT_DIR) | OPT(BY) | OPT(SINCE) |
	    OPT(FORECAST) | OPT(ALARMS) | OPT(DIVISION),
	    N_("calendars for telephones and desktops"),
	    "gongshi ics --out-dir calendars --by township", cmd_ics },
	{ "scan", "", OPT(FORMAT) | OPT(DIVISION) | OPT(FAIL_ON),
	    N_("findings: what is wrong, with the day and the clause"),
	    "gongshi scan --today 2020-10-20 --format csv", cmd_scan },
	{ "nightly", "", OPT(INBOX) | OPT(OUT) | OPT(FORMAT) | OPT(FULL) |
	    OPT(SETTLE) | OPT(YES) | OPT(ALARMS),
	    N_("take in deliveries, judge, write reports and calendars"),
	    "gongshi nightly --inbox inbox --out out",
	    cmd_nightly },
	{ "status", "", OPT(INBOX) | OPT(FORMAT), N_("is everything as it "
	    "should be?"), "gongshi status --format json", cmd_status },
	{ "waive", N_("KEY | --list | --end KEY"), OPT(GROUND) | OPT(BY) |
	    OPT(UNTIL) | OPT(LIST) | OPT(END) | OPT(AHEAD), N_("answer for a "
	    "finding until a day: it is counted apart"), "gongshi waive "
	    "HX-001/village-notice/450225100200/late --ground 洪水 --by 韦主任 "
	    "--until 2020-12-31", cmd_waive },
	{ "backup", N_("FILE"), 0, N_("a whole copy of the database"),
	    "gongshi backup gongshi-2020-10-02.db", cmd_backup },
	{ "restore", N_("FILE"), 0, N_("a backup becomes the database again; "
	    "what stood is kept beside it"),
	    "gongshi restore gongshi-2020-10-02.db", cmd_restore },
	{ "verify", "", 0, N_("look through the whole database"),
	    "gongshi verify", cmd_verify },
	{ "explain", N_("CASE [STEP|EVENT] | CODE"), OPT(FORMAT) |
	    OPT(DIVISION) | OPT(COUNTY), N_("why each day is what it is, "
	    "counted out; what a finding means"),
	    "gongshi explain HX-2020-001 village-notice", cmd_explain },
	{ "day", N_("[DATE [+|-]N UNIT]"), OPT(DIVISION) | OPT(COUNT),
	    N_("one sum of days; without operands, a line each from standard "
	    "input"), "gongshi day 2020-09-30 +5 workdays --division 45",
	    cmd_day },
	{ "calendar", N_("add FILE... | add --unsettled DATE..DATE"),
	    OPT(DIVISION) | OPT(SOURCE) | OPT(UNSETTLED) | OPT(YES),
	    N_("days off from the notice's own text, a public calendar (.ics) "
	    "or holiday-cn's JSON; --division says whose they are"),
	    "gongshi calendar add 国办通知.txt && gongshi calendar add "
	    "三月三通知.txt --division 45", cmd_calendar },
	{ "rules", N_("check | list | show [NAME...]"), 0,
	    N_("read rule files: name their faults, list them, show them in "
	    "words"), "gongshi rules show household-exit", cmd_rules },
	{ 0 }
};

const char *
command_formats(const struct command *c)
{
	static const struct {
		const char	*command, *formats;
	} rows[] = {
		{ "plan", "text|json|csv" }, { "scan", "text|json|csv" },
		{ "nightly", "text|json" }, { "status", "text|json" },
		{ "explain", "text|json" },
	};
	size_t	i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(rows[i].command, c->name) == 0)
			return rows[i].formats;
	return "text";
}

/* ---- words of the command line */

static void
print_options(const struct command *c, unsigned long long mask)
{
	enum { HELP_AT = 27, WIDTH = 80 };
	char		 left[64];
	const char	*value;
	int		 i;

	for (i = 0; i < OPTIONS; i++) {
		if ((mask & OPTION_BIT(i)) == 0)
			continue;
		value = i == OPT_FORMAT ? command_formats(c) :
		    option_table[i].value;
		snprintf(left, sizeof(left), "  --%s%s%s",
		    option_table[i].name, value == NULL ? "" : " ",
		    value == NULL ? "" : _(value));
		printf("%s%*s", left, HELP_AT - text_width(left,
		    strlen(left)), "");
		text_wrap(stdout, _(option_table[i].help), HELP_AT, HELP_AT,
		    WIDTH);
	}
}

static void
print_help(const struct command *c)
{
	const struct command	*p;

	if (c != NULL) {
		printf(_("usage: gongshi %s [OPTION...]"), c->name);
		printf("%s%s\n", *c->operands == '\0' ? "" : " ",
		    _(c->operands));
		printf("\n%s\n\n", _(c->help));
		print_options(c, c->options);
		if (c->options != 0)
			puts("");
		print_options(c, COMMON);
		printf(_("\nexample:\n  %s\n"), c->example);
		return;
	}
	printf("%s\n\n%s\n\n", _("usage: gongshi [OPTION...] COMMAND "
	    "[OPERAND...]"), _("Computes the windows of public notices and "
	    "finds what was not posted as the documents ask."));
	for (p = commands; p->name != NULL; p++)
		printf("  %-8s %s\n", p->name, _(p->help));
	puts("");
	print_options(NULL, COMMON);
	printf(_("\n`gongshi COMMAND --help` says more of a command.\n"));
	printf(_("\nexample:\n  %s\n"), "gongshi init && gongshi import *.csv "
	    "&& gongshi scan");
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

static void
no_command(struct context *x, const char *name)
{
	const char	*names[32], *near;
	size_t		 n = 0;

	for (const struct command *c = commands; c->name != NULL; c++)
		names[n++] = c->name;
	near = text_nearest(name, names, n);
	diag_error(x->diags, (struct place){ 0 },
	    _("`%s` is no command; see `gongshi --help`"), name);
	if (near != NULL)
		diag_note(x->diags, (struct place){ 0 },
		    _("did you mean `%s`?"), near);
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

/* Takes argv[*i], an option, and its value; false: an error was added. */
static bool
take_option(struct context *x, int argc, char **argv, int *i)
{
	const char	*names[OPTIONS], *near, *word = argv[*i] + 2;
	size_t		 len = strcspn(word, "=");
	int		 o = find_option(word, len), k;

	if (o < 0) {
		for (k = 0; k < OPTIONS; k++)
			names[k] = option_table[k].name;
		diag_error(x->diags, (struct place){ 0 },
		    _("`%s` is no option"), argv[*i]);
		near = text_nearest(word, names, OPTIONS);
		if (near != NULL)
			diag_note(x->diags, (struct place){ 0 },
			    _("did you mean `--%s`?"), near);
		return false;
	}
	if (option_table[o].value == NULL) {
		if (word[len] == '=') {
			diag_error(x->diags, (struct place){ 0 },
			    _("option --%s takes no value"),
			    option_table[o].name);
			return false;
		}
		x->value[o] = "";
	} else if (word[len] == '=')
		x->value[o] = word + len + 1;
	else if (*i + 1 < argc)
		x->value[o] = argv[++*i];
	else {
		diag_error(x->diags, (struct place){ 0 },
		    _("option --%s needs a value: %s"), option_table[o].name,
		    _(option_table[o].value));
		return false;
	}
	return true;
}

/*
 * Options may stand anywhere; the first other word is the command.  A word
 * as -5 is an operand (of `day`).  Returns the operands in argv.
 */
static bool
read_words(struct context *x, int argc, char **argv, int *operands,
    const char **command)
{
	bool	only = false, good = true;
	int	i, n = 0;

	*command = NULL;
	for (i = 1; i < argc; i++) {
		if (!only && strcmp(argv[i], "--") == 0)
			only = true;
		else if (!only && strcmp(argv[i], "-h") == 0)
			x->value[OPT_HELP] = "";
		else if (!only && strncmp(argv[i], "--", 2) == 0)
			good &= take_option(x, argc, argv, &i);
		else if (!only && argv[i][0] == '-' && argv[i][1] != '\0' &&
		    strchr("0123456789", argv[i][1]) == NULL) {
			diag_error(x->diags, (struct place){ 0 },
			    _("`%s` is no option"), argv[i]);
			good = false;
		} else if (*command == NULL)
			*command = argv[i];
		else
			argv[n++] = argv[i];
	}
	*operands = n;
	return good;
}

static bool
refuse_foreign_options(struct context *x)
{
	unsigned long long	allowed = COMMON | x->command->options;
	bool		good = true;
	int		i;

	for (i = 0; i < OPTIONS; i++)
		if (x->value[i] != NULL && (allowed & OPTION_BIT(i)) == 0) {
			diag_error(x->diags, (struct place){ 0 },
			    _("option --%s does not belong to `%s`"),
			    option_table[i].name, x->command->name);
			good = false;
		}
	return good;
}

/* ---- where things lie, and when it is */

static char *
own_folder(struct arena *a)
{
	char	path[4096];
	ssize_t	n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char	*slash;

	if (n <= 0)
		return arena_dup(a, "");
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (slash != NULL)
		*slash = '\0';
	return arena_dup(a, path);
}

static const char *
clean_path(struct arena *a, const char *path)
{
	char		*real = realpath(path, NULL);
	const char	*out = real == NULL ? path : arena_dup(a, real);

	free(real);
	return out;
}

/* Beside the program (in the source tree), in its share, or as compiled. */
static const char *
find_folder(struct arena *a, const char *beside, const char *shared,
    const char *compiled, const char *probe)
{
	const char	*own = own_folder(a), *dir;

	dir = arena_printf(a, "%s%s", own, beside);
	if (access(arena_printf(a, "%s/%s", dir, probe), R_OK) == 0)
		return dir;
	dir = arena_printf(a, "%s/../share/%s", own, shared);
	if (access(arena_printf(a, "%s/%s", dir, probe), R_OK) == 0)
		return clean_path(a, dir);
	return compiled;
}

/*
 * Finds the rules and calendars, and the folder of this machine's own, below
 * the root to which all was installed (`make install DESTDIR=`).  The source
 * tree has none.
 */
static void
find_home(struct context *x)
{
	const char	*own = own_folder(x->arena), *dir;
	size_t		 n = strlen(own), bin = strlen(GONGSHI_BINDIR);

	x->home = find_folder(x->arena, "", "gongshi", GONGSHI_DATADIR,
	    "rules");
	x->local = x->place = NULL;
	if (strcmp(x->home, own) == 0)
		return;
	if (strcmp(x->home, GONGSHI_DATADIR) == 0)
		dir = GONGSHI_SYSCONFDIR "/gongshi";
	else if (n >= bin && strcmp(own + n - bin, GONGSHI_BINDIR) == 0)
		dir = arena_printf(x->arena, "%.*s%s/gongshi", (int)(n - bin),
		    own, GONGSHI_SYSCONFDIR);
	else
		dir = arena_printf(x->arena, "%s/../etc/gongshi", own);
	x->place = dir;
	if (access(dir, R_OK) == 0)
		x->local = x->place = clean_path(x->arena, dir);
}

/* The day at UTC+8, China's one clock. */
static struct day
day_at_utc8(long long now)
{
	return day_add(day_make(1970, 1, 1),
	    (int32_t)((now + 8 * 3600) / 86400));
}

static bool
read_clock(struct context *x)
{
	x->now = (long long)time(NULL);
	x->today = day_at_utc8(x->now);
	if (x->value[OPT_TODAY] == NULL)
		return true;
	x->now = 0;
	if (!option_day(x, OPT_TODAY, &x->today))
		return false;
	x->now = (long long)x->today.n * 86400;
	return true;
}

static bool
set_language(struct context *x)
{
	const char	*dir = find_folder(x->arena, "/locale", "locale",
			    GONGSHI_LOCALEDIR, "zh_CN");
	const char	*asked = x->value[OPT_LANG];

	/* Calendars go to people's telephones: Chinese, unless asked. */
	if (asked == NULL && x->command != NULL &&
	    x->command->run == cmd_ics)
		asked = "zh";
	if (text_setup(asked, dir))
		return true;
	(void)text_setup(NULL, dir);
	diag_error(x->diags, (struct place){ 0 },
	    _("--lang %s: expected zh or en"), asked);
	return false;
}

/* Before the options are read, for complaints about them. */
static void
guess_language(struct context *x, int argc, char **argv)
{
	const char	*asked;
	int		 i;

	for (i = 1; i < argc; i++)
		if (strncmp(argv[i], "--lang=", 7) == 0)
			x->value[OPT_LANG] = argv[i] + 7;
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			x->value[OPT_LANG] = argv[i + 1];
	asked = x->value[OPT_LANG];
	if (asked != NULL && strcmp(asked, "zh") != 0 &&
	    strcmp(asked, "en") != 0)
		x->value[OPT_LANG] = NULL;
	(void)set_language(x);
	x->value[OPT_LANG] = NULL;
}

/* An import holds all its files open: as many as the system lets it. */
static void
allow_files(void)
{
	struct rlimit	r;

	if (getrlimit(RLIMIT_NOFILE, &r) != 0)
		return;
	r.rlim_cur = r.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &r);
}

static int
run(struct context *x, int argc, char **argv)
{
	const char	*name;
	int		 operands;
	bool		 good;

	allow_files();
	/* The language first, so that complaints are in it. */
	guess_language(x, argc, argv);
	find_home(x);
	if (argc > 1 && strcmp(argv[1], "--complete") == 0)
		return cmd_complete(x, argc - 2, argv + 2);
	good = read_words(x, argc, argv, &operands, &name);
	if (name != NULL && strcmp(name, "help") == 0) {
		x->value[OPT_HELP] = "";
		name = operands > 0 ? argv[0] : NULL;
	}
	if (name != NULL)
		x->command = find_command(name);
	good = set_language(x) && good;
	if (x->value[OPT_VERSION] != NULL) {
		printf("gongshi %s\n", GONGSHI_VERSION);
		return EXIT_FINE;
	}
	if (x->value[OPT_HELP] != NULL && (name == NULL ||
	    x->command != NULL)) {
		print_help(x->command);
		return EXIT_FINE;
	}
	if (name == NULL && good) {
		print_help(NULL);
		return EXIT_INPUT;
	}
	if (name != NULL && x->command == NULL) {
		no_command(x, name);
		return EXIT_INPUT;
	}
	if (!good || !refuse_foreign_options(x) || !read_clock(x))
		return EXIT_INPUT;
	return x->command->run(x, operands, argv);
}

int
main(int argc, char **argv)
{
	struct context	x = { .arena = arena_new() };
	int		status;

	x.diags = diags_new(x.arena);
	status = run(&x, argc, argv);
	if (!spool_end() || fflush(stdout) != 0 || ferror(stdout)) {
		diag_fail(x.diags, _("cannot write the output"));
		status = EXIT_MACHINE;
	}
	diags_write(x.diags, stderr);
	names_free(&x);
	arena_free(x.arena);
	return status;
}
