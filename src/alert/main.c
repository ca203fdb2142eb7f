/*
 * gongshi-alert: plays the alarms of calendars on the desktop.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "alert/look.h"
#include "base/text.h"

enum { EXIT_FINE = 0, EXIT_INPUT = 2, EXIT_MACHINE = 3 };

enum { RETRY = 60, TAKE_OVER = 3000 };

struct program {
	struct arena	*arena;
	struct diags	*diags;
	struct asked	 asked;
	struct bubbles	 bubbles;
	bool		 once;
	const char	*now;		/* as asked for, or NULL */
	const char	*lang;
	int64_t		 offset;	/* from the clock to what is asked */
};

/* ---- where things lie */

static const char *
catalogues(struct arena *a)
{
	char		 own[4096];
	ssize_t		 n = readlink("/proc/self/exe", own, sizeof(own) - 1);
	const char	*dir;
	char		*slash;

	own[n > 0 ? n : 0] = '\0';
	slash = strrchr(own, '/');
	if (slash != NULL)
		*slash = '\0';
	dir = arena_printf(a, "%s/locale", own);
	if (access(arena_printf(a, "%s/zh_CN", dir), R_OK) == 0)
		return dir;
	dir = arena_printf(a, "%s/../share/locale", own);
	if (access(arena_printf(a, "%s/zh_CN/LC_MESSAGES/gongshi.mo", dir),
	    R_OK) == 0)
		return dir;
	return GONGSHI_LOCALEDIR;
}

static void
default_folders(struct program *p)
{
	const char	*data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	const char	**paths = arena_array(p->arena, 2, sizeof(*paths));
	size_t		 n = 0;

	if (data != NULL && *data == '/')
		paths[n++] = arena_printf(p->arena, "%s/gongshi/calendars",
		    data);
	else if (home != NULL && *home == '/')
		paths[n++] = arena_printf(p->arena,
		    "%s/.local/share/gongshi/calendars", home);
	paths[n++] = "/var/lib/gongshi/calendars";
	p->asked.paths = paths;
	p->asked.npaths = n;
}

static struct moment
now_of(const struct program *p)
{
	return moment_add(moment_local(time(NULL)), p->offset);
}

/* ---- words of the command line */

static void
print_help(void)
{
	printf("%s\n\n%s\n\n", _("usage: gongshi-alert [OPTION...] "
	    "[FILE|FOLDER...]"), _("Shows the alarms of calendars (.ics) on "
	    "the desktop when their time has come."));
	printf("%s", _(
	    "  --once          look once and end; else stay and look again\n"
	    "  --dry-run       print what would be shown, and change nothing\n"
	    "  --now DATETIME  take this for now, as 2020-09-16T09:00\n"
	    "  --lang zh|en    the language\n"
	    "  --help          show help and end\n"
	    "  --version       show the version and end\n"));
	printf("\n%s\n", _("Without FILE or FOLDER: the folders "
	    "~/.local/share/gongshi/calendars and\n"
	    "/var/lib/gongshi/calendars."));
	printf(_("\nexample:\n  %s\n"),
	    "gongshi-alert --dry-run --now 2020-09-16T09:00 calendars");
}

static bool
take_now(struct program *p)
{
	struct moment	m;

	if (p->now == NULL)
		return true;
	if (!moment_parse(p->now, &m)) {
		diag_error(p->diags, NOWHERE, _("--now %s: "
		    "expected a time, as 2020-09-16T09:00"), p->now);
		return false;
	}
	p->offset = m.s - moment_local(time(NULL)).s;
	return true;
}

/* The value of argv[*i], an option with one; NULL: it is another option. */
static const char *
value_of(const char *name, int argc, char **argv, int *i)
{
	size_t	len = strlen(name);

	if (strncmp(argv[*i], name, len) != 0)
		return NULL;
	if (argv[*i][len] == '=')
		return argv[*i] + len + 1;
	if (argv[*i][len] != '\0')
		return NULL;
	return *i + 1 < argc ? argv[++*i] : "";
}

/* True: argv[*i] was an option. */
static bool
take_option(struct program *p, int argc, char **argv, int *i)
{
	const char	*value;

	if (strcmp(argv[*i], "--once") == 0)
		p->once = true;
	else if (strcmp(argv[*i], "--dry-run") == 0)
		p->asked.dry = true;
	else if ((value = value_of("--now", argc, argv, i)) != NULL)
		p->now = value;
	else if ((value = value_of("--lang", argc, argv, i)) != NULL)
		p->lang = value;
	else
		return false;
	return true;
}

static bool
asks(int argc, char **argv, const char *option)
{
	int	i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], option) == 0)
			return true;
	return false;
}

/* A word that is no option that there is; with the nearest one that is. */
static void
no_option(struct program *p, const char *word)
{
	static const char *const	 names[] = {
		"--once", "--dry-run", "--now", "--lang", "--help", "--version"
	};
	const char			*near;

	diag_error(p->diags, NOWHERE, _("`%s` is no option"),
	    word);
	near = text_nearest(word, names, sizeof(names) / sizeof(*names));
	diag_meant(p->diags, near);
}

static bool
read_words(struct program *p, int argc, char **argv)
{
	const char	**paths = arena_array(p->arena, (size_t)argc,
			    sizeof(*paths));
	bool		  only = false, good = true;
	int		  i;

	p->asked.paths = paths;
	for (i = 1; i < argc; i++) {
		if (!only && strcmp(argv[i], "--") == 0)
			only = true;
		else if (!only && take_option(p, argc, argv, &i))
			continue;
		else if (!only && argv[i][0] == '-' && argv[i][1] != '\0') {
			no_option(p, argv[i]);
			good = false;
		} else
			paths[p->asked.npaths++] = argv[i];
	}
	p->asked.named = p->asked.npaths > 0;
	return good;
}

/* The language first, so that complaints are in it. */
static bool
set_language(struct program *p, int argc, char **argv)
{
	const char	*dir = catalogues(p->arena), *asked = NULL, *value;
	int		 i;

	for (i = 1; i < argc; i++)
		if ((value = value_of("--lang", argc, argv, &i)) != NULL)
			asked = value;
	if (text_setup(asked, dir))
		return true;
	(void)text_setup(NULL, dir);
	diag_error(p->diags, NOWHERE,
	    _("--lang %s: expected zh or en"), asked);
	return false;
}

/* ---- staying */

/*
 * One for each user: that of the newest session, which is the one where
 * somebody sits.  The one before is asked to end.  False: it does not.
 */
static bool
be_the_one(struct program *p)
{
	long	 holder = 0;
	char	 path[64], name[32] = "";
	FILE	*f;

	if (p->asked.folder == NULL || state_lock(p->asked.folder,
	    LOCK_RESIDENT, 0, &holder, p->diags) >= 0)
		return true;
	if (diags_failed(p->diags))
		return false;
	snprintf(path, sizeof(path), "/proc/%ld/comm", holder);
	f = holder > 1 ? fopen(path, "r") : NULL;
	if (f != NULL) {
		if (fgets(name, sizeof(name), f) != NULL &&
		    strcmp(name, "gongshi-alert\n") == 0)
			(void)kill((pid_t)holder, SIGTERM);
		fclose(f);
	}
	if (state_lock(p->asked.folder, LOCK_RESIDENT, TAKE_OVER, &holder,
	    p->diags) >= 0)
		return true;
	fprintf(stderr, "%s\n", _("gongshi-alert: it is running already, and "
	    "does not make way"));
	return false;
}

/* By the clock on the wall, so that sleep and a clock set count. */
static void
set_timer(int fd, int64_t seconds)
{
	struct itimerspec	t = { .it_value.tv_sec = time(NULL) +
				    (seconds < 1 ? 1 : (time_t)seconds) };

	(void)timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET,
	    &t, NULL);
}

static int
watch_signals(void)
{
	sigset_t	set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGUSR1);
	sigaddset(&set, SIGCHLD);
	(void)sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

enum heard { HEARD_NOTHING, HEARD_TIMER, HEARD_LOOK, HEARD_END };

static enum heard
hear_signals(int fd)
{
	struct signalfd_siginfo	 s;
	enum heard		 heard = HEARD_NOTHING;

	while (read(fd, &s, sizeof(s)) == (ssize_t)sizeof(s)) {
		if (s.ssi_signo == SIGUSR1 && heard == HEARD_NOTHING)
			heard = HEARD_LOOK;
		else if (s.ssi_signo != SIGUSR1 && s.ssi_signo != SIGCHLD)
			heard = HEARD_END;
	}
	return heard;
}

static void
hear_click(struct program *p)
{
	struct arena	*a = arena_new();
	const char	*uid = bubbles_click(&p->bubbles, a);

	if (uid != NULL)
		look_again(&p->asked, uid, now_of(p));
	arena_free(a);
}

/* Until it is time to look again, or to end. */
static enum heard
wait_for(struct program *p, int signals, int timer)
{
	struct pollfd	f[3];
	enum heard	heard;
	uint64_t	ticks;

	for (;;) {
		f[0] = (struct pollfd){ .fd = signals, .events = POLLIN };
		f[1] = (struct pollfd){ .fd = timer, .events = POLLIN };
		f[2] = (struct pollfd){ .fd = p->bubbles.fd,
		    .events = POLLIN };
		if (poll(f, 3, -1) < 0 && errno != EINTR)
			return HEARD_END;
		heard = hear_signals(signals);
		if (heard != HEARD_NOTHING)
			return heard;
		if (p->bubbles.fd >= 0 && f[2].revents != 0)
			hear_click(p);
		/* Cancelled: somebody set the clock. */
		if (f[1].revents != 0 &&
		    (read(timer, &ticks, sizeof(ticks)) > 0 ||
		    errno == ECANCELED))
			return HEARD_TIMER;
	}
}

static int
stay(struct program *p)
{
	struct looked	l;
	int64_t		left;
	bool		soon;
	enum heard	heard;
	int		signals = watch_signals();
	int		timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC |
			    TFD_NONBLOCK);

	if (signals < 0 || timer < 0)
		return EXIT_MACHINE;
	if (!be_the_one(p))
		return diags_failed(p->diags) ? EXIT_MACHINE : EXIT_FINE;
	do {
		l = look(&p->asked, now_of(p));
		left = l.next.s - now_of(p).s;
		soon = l.kept && left > RETRY;
		set_timer(timer, soon ? RETRY : left);
		heard = wait_for(p, signals, timer);
		p->asked.first = false;
		p->asked.retry = soon && heard == HEARD_TIMER;
	} while (heard != HEARD_END);
	(void)close(timer);
	(void)close(signals);
	return EXIT_FINE;
}

static int
run(struct program *p, int argc, char **argv)
{
	struct looked	l;
	bool		good = set_language(p, argc, argv);

	if (asks(argc, argv, "--version")) {
		printf("gongshi-alert %s\n", GONGSHI_VERSION);
		return EXIT_FINE;
	}
	if (asks(argc, argv, "--help") || asks(argc, argv, "-h")) {
		print_help();
		return EXIT_FINE;
	}
	good = read_words(p, argc, argv) && good;
	if (!good || !take_now(p))
		return EXIT_INPUT;
	if (!p->asked.named)
		default_folders(p);
	p->asked.folder = state_folder(p->arena);
	if (p->asked.folder == NULL && !p->asked.dry) {
		diag_error(p->diags, NOWHERE, _("neither "
		    "XDG_STATE_HOME nor HOME says where to remember what was "
		    "shown"));
		return EXIT_INPUT;
	}
	p->asked.first = true;
	p->asked.bubbles = &p->bubbles;
	p->asked.resident = !p->once && !p->asked.dry;
	p->bubbles.stays = p->asked.resident;
	if (p->asked.resident)
		return stay(p);
	l = look(&p->asked, now_of(p));
	return l.failed ? EXIT_MACHINE : EXIT_FINE;
}

int
main(int argc, char **argv)
{
	struct program	p = { .arena = arena_new(), .bubbles.fd = -1 };
	int		status;

	diag_program("gongshi-alert");
	p.diags = diags_new(p.arena);
	status = run(&p, argc, argv);
	bubbles_end(&p.bubbles);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		diag_fail(p.diags, _("cannot write the output"));
		status = EXIT_MACHINE;
	}
	diags_write(p.diags, stderr);
	arena_free(p.arena);
	return status;
}
