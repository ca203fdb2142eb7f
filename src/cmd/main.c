#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "words/lines.h"

/* ---- words of the command line */

static void
print_options(struct arena *a, const struct command *c,
    unsigned long long mask)
{
	enum { HELP_AT = 27, WIDTH = 80 };
	char		 left[64];
	const char	*value;
	int		 i;

	for (i = 0; i < OPTIONS; i++) {
		if ((mask & OPTION_BIT(i)) == 0)
			continue;
		value = i == OPT_FORMAT ? command_formats(a, c) :
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
print_help(struct arena *a, const struct command *c)
{
	unsigned long long	 own = command_options(c) & ~OPTIONS_COMMON;
	const struct command	*p;

	if (c != NULL) {
		printf(_("usage: gongshi %s [OPTION...]"), c->name);
		printf("%s%s\n", *c->operands == '\0' ? "" : " ",
		    _(c->operands));
		printf("\n%s\n\n", _(c->help));
		print_options(a, c, own);
		if (own != 0)
			puts("");
		print_options(a, c, OPTIONS_COMMON);
		printf(_("\nexample:\n  %s\n"), c->example);
		return;
	}
	printf("%s\n\n%s\n\n", _("usage: gongshi [OPTION...] COMMAND "
	    "[OPERAND...]"), _("Computes the windows of public notices and "
	    "finds what was not posted as the documents ask."));
	for (p = commands; p->name != NULL; p++)
		printf("  %-8s %s\n", p->name, _(p->help));
	puts("");
	print_options(a, NULL, OPTIONS_COMMON);
	printf(_("\n`gongshi COMMAND --help` says more of a command.\n"));
	printf(_("\nexample:\n  %s\n"), "gongshi init && gongshi import *.csv "
	    "&& gongshi scan");
}

static void
no_command(struct context *x, const char *name)
{
	const char	**names, *near;
	size_t		 n = 0, i;

	while (commands[n].name != NULL)
		n++;
	names = arena_array(x->arena, n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = commands[i].name;
	near = text_nearest(name, names, n);
	diag_error(x->diags, NOWHERE,
	    _("`%s` is no command; see `gongshi --help`"), name);
	diag_meant(x->diags, near);
}

/* Of --list only commands behind which it stands, and not `waive`, have one. */
static bool
takes_value(int o, const char *command)
{
	if (o == OPT_LIST)
		return command != NULL && strcmp(command, "waive") != 0;
	return option_table[o].value != NULL;
}

/* Of what may be given again all is kept, a line each. */
static void
keep_value(struct context *x, int o, const char *value)
{
	if ((o == OPT_EVENT || o == OPT_GOAL) && x->value[o] != NULL)
		value = arena_printf(x->arena, "%s\n%s", x->value[o], value);
	x->value[o] = value;
}

/*
 * Takes argv[*i], an option, and its value, behind that command (NULL: none
 * yet); false: an error was added.
 */
static bool
take_option(struct context *x, int argc, char **argv, int *i,
    const char *command)
{
	const char	*names[OPTIONS], *near, *word = argv[*i] + 2;
	size_t		 len = strcspn(word, "=");
	int		 o = find_option(word, len), k;

	if (o < 0) {
		for (k = 0; k < OPTIONS; k++)
			names[k] = option_table[k].name;
		diag_error(x->diags, NOWHERE,
		    _("`%s` is no option"), argv[*i]);
		near = text_nearest(word, names, OPTIONS);
		diag_meant(x->diags, near == NULL ? NULL :
		    arena_printf(x->arena, "--%s", near));
		return false;
	}
	if (option_table[o].value == NULL && word[len] == '=') {
		diag_error(x->diags, NOWHERE, _("option --%s takes no value"),
		    option_table[o].name);
		return false;
	}
	if (word[len] == '=')
		keep_value(x, o, word + len + 1);
	else if (!takes_value(o, command))
		x->value[o] = "";
	else if (*i + 1 < argc)
		keep_value(x, o, argv[++*i]);
	else {
		diag_error(x->diags, NOWHERE,
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
			good &= take_option(x, argc, argv, &i, *command);
		else if (!only && argv[i][0] == '-' && argv[i][1] != '\0' &&
		    strchr("0123456789", argv[i][1]) == NULL) {
			diag_error(x->diags, NOWHERE,
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
	unsigned long long	allowed = command_options(x->command);
	bool		good = true;
	int		i;

	for (i = 0; i < OPTIONS; i++)
		if (x->value[i] != NULL && (allowed & OPTION_BIT(i)) == 0) {
			diag_error(x->diags, NOWHERE,
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
	diag_error(x->diags, NOWHERE,
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
	int		 operands, status;
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
		print_help(x->arena, x->command);
		return EXIT_FINE;
	}
	if (name == NULL && good) {
		print_help(x->arena, NULL);
		return EXIT_INPUT;
	}
	if (name != NULL && x->command == NULL) {
		no_command(x, name);
		return EXIT_INPUT;
	}
	if (!good || !refuse_foreign_options(x) || !read_clock(x) ||
	    !hub_is_known(x))
		return EXIT_INPUT;
	status = x->command->run(x, operands, argv);
	hub_forget(x, true);
	return status;
}

int
main(int argc, char **argv)
{
	struct context	x = { .arena = arena_new() };
	static char	line[BUFSIZ];	/* in use until the very end */
	int		status;

	/* A line at once, not each piece of it: there may be thousands. */
	(void)setvbuf(stderr, line, _IOLBF, sizeof(line));
	/* Inherited, it would take away how children have ended. */
	(void)signal(SIGCHLD, SIG_DFL);
	x.diags = diags_new(x.arena);
	status = run(&x, argc, argv);
	if (!spool_end() || fflush(stdout) != 0 || ferror(stdout)) {
		diag_fail(x.diags, _("cannot write the output"));
		status = EXIT_MACHINE;
	}
	diags_write(x.diags, stderr);
	names_free(&x);
	hub_leave(&x);
	arena_free(x.arena);
	return status;
}
