/*
 * nightly and waive: the county's night, and what somebody answers for.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "folder/folder.h"
#include "hub/hub.h"
#include "job/region_night.h"
#include "job/lock.h"
#include "job/night.h"
#include "store/night.h"
#include "words/lines.h"

enum {
	SETTLE = 120, SETTLE_MAX = 86400,
	PATIENCE = 1800		/* secs: a backup reads for long */
};

/* Nothing but blanks, also those of Chinese type. */
static bool
is_blank(const char *s)
{
	static const char	wide[] = "\xe3\x80\x80";

	for (;;)
		if (*s == ' ' || *s == '\t')
			s++;
		else if (strncmp(s, wide, sizeof(wide) - 1) == 0)
			s += sizeof(wide) - 1;
		else
			return *s == '\0';
}

static bool
need(struct context *x, enum option o)
{
	if (x->value[o] != NULL && !is_blank(x->value[o]))
		return is_text(x, x->value[o]);
	diag_error(x->diags, NOWHERE, _("`%s` needs --%s"),
	    x->command->name, option_table[o].name);
	return false;
}

/* ---- nightly */

static bool
option_settle(struct context *x, long long *out)
{
	const char	*text = x->value[OPT_SETTLE];
	char		*end;

	*out = SETTLE;
	if (text == NULL)
		return true;
	errno = 0;
	*out = strtoll(text, &end, 10);
	if (errno == 0 && end != text && *end == '\0' && *out >= 0 &&
	    *out <= SETTLE_MAX)
		return true;
	diag_error(x->diags, NOWHERE, _("--settle %s: expected a "
	    "number of seconds, at most %d"), text, SETTLE_MAX);
	return false;
}

/* Without a slash at its end, which would stand doubled in messages. */
static const char *
folder_name(struct context *x, enum option o)
{
	size_t	n = strlen(x->value[o]);

	while (n > 1 && x->value[o][n - 1] == '/')
		n--;
	return arena_ndup(x->arena, x->value[o], n);
}

/* The path without links, also of what is not there yet. */
static const char *
real_path(struct context *x, const char *path)
{
	char		*real = realpath(path, NULL), *slash;
	const char	*out = path, *dir;

	if (real != NULL)
		out = arena_dup(x->arena, real);
	free(real);
	if (out != path)
		return out;
	slash = strrchr(path, '/');
	dir = slash == NULL ? "." : slash == path ? "/" :
	    arena_ndup(x->arena, path, (size_t)(slash - path));
	if (strcmp(dir, path) == 0 || (real = realpath(dir, NULL)) == NULL)
		return path;
	out = arena_printf(x->arena, "%s/%s", real, slash == NULL ? path :
	    slash + 1);
	free(real);
	return out;
}

static bool
lies_in(const char *path, const char *dir)
{
	size_t	n = strlen(dir);

	return strncmp(path, dir, n) == 0 && (path[n] == '/' ||
	    path[n] == '\0');
}

/* What lies in the inbox would be taken for a delivery. */
static bool
keep_apart(struct context *x, const char *path, const char *inbox)
{
	if (!lies_in(real_path(x, path), inbox))
		return true;
	diag_error(x->diags, (struct place){ .path = path }, _("this lies in "
	    "the inbox, and would be taken for a delivery: another place is "
	    "needed"));
	return false;
}

static bool
is_inbox(struct context *x, const char *path)
{
	struct folder	f;

	if (folder_open(path, &f)) {
		folder_close(&f);
		return true;
	}
	if (folder_fault(errno) == FOLDER_ABSENT)
		diag_error(x->diags, (struct place){ .path = path },
		    _("there is no such folder"));
	else
		(void)diag_errno(x->diags, path);
	return false;
}

static bool
read_inbox(struct context *x, struct night *n)
{
	n->inbox = folder_name(x, OPT_INBOX);
	if (!is_inbox(x, n->inbox))
		return false;
	n->inbox = real_path(x, n->inbox);
	return keep_apart(x, n->out, n->inbox) &&
	    keep_apart(x, store_path(x), n->inbox);
}

static bool
read_night_options(struct context *x, struct night *n, enum format *format,
    bool many)
{
	bool	inbox = many || need(x, OPT_INBOX), out = need(x, OPT_OUT);

	if (!inbox || !out || !option_format(x, format) ||
	    !option_settle(x, &n->settle) ||
	    !option_alarms(x, &n->alarms) || !option_base_url(x, &n->base) ||
	    !option_jobs(x, &n->jobs))
		return false;
	n->out = folder_name(x, OPT_OUT);
	if (!many && !read_inbox(x, n))
		return false;
	n->today = x->today;
	n->now = x->now;
	n->when = iso_time(x, x->now);
	n->who = user_name(x);
	n->again = open_again(x);
	n->full = x->value[OPT_FULL] != NULL;
	n->yes = x->value[OPT_YES] != NULL;
	n->calendar_lang = x->value[OPT_LANG] == NULL ? LANG_ZH :
	    text_lang();
	n->progress = isatty(STDERR_FILENO) ? stderr : NULL;
	return true;
}

static void
show_file(struct context *x, const char *path)
{
	FILE	*f = fopen(path, "r");
	char	 buf[16384];
	size_t	 n;

	while (f != NULL && (n = fread(buf, 1, sizeof(buf), f)) > 0)
		fwrite(buf, 1, n, stdout);
	if (f == NULL || ferror(f))
		(void)diag_errno(x->diags, path);
	if (f != NULL)
		fclose(f);
}

static int
status_of_night(const struct context *x, const struct night_done *done)
{
	int	i, status = status_of(x);

	if (status != EXIT_FINE)
		return status;
	for (i = SEVERITY_QUESTION; i < SEVERITIES; i++)
		if (done->severities[i] > 0)
			return EXIT_FOUND;
	return done->refused + done->stuck > 0 ? EXIT_FOUND : EXIT_FINE;
}

/*
 * What a night has once worked on is not made anew in silence: an empty
 * database would say that nothing is wrong.
 */
static bool
find_database(struct context *x, const char **path)
{
	*path = real_path(x, store_path(x));
	if (access(*path, F_OK) == 0 || errno != ENOENT)
		return true;
	if (lock_marked(x->arena, *path))
		diag_fail(x->diags, _("%s: the database is gone: bring it "
		    "back from a backup (`gongshi --db %s restore FILE`); "
		    "only if all is to begin anew, `gongshi init`"), *path,
		    *path);
	else
		diag_error(x->diags, (struct place){ .path = *path },
		    _("there is no database; `gongshi init` makes one"));
	return false;
}

/* What a night is to do, and did. */
struct tonight {
	struct night		night;
	struct night_done	done;
	enum format		format;
	const char		*code;		/* of a county in a hub */
};

typedef bool	 run_fn(struct context *, struct tonight *);

static bool
open_rulings(struct context *x, struct night *n)
{
	n->clock = (long long)time(NULL);
	n->book = open_rules(x);
	n->calendars = open_calendars(x);
	return n->book != NULL && n->calendars != NULL;
}

/* Nobody else writes to the folder; its report is shown meanwhile. */
static void
run_locked(struct context *x, struct tonight *t, run_fn *run)
{
	if (!lock_out(t->night.out, stderr, x->diags))
		return;
	if (run(x, t))
		show_file(x, t->format == FORMAT_JSON ? t->done.json :
		    t->done.text);
	lock_out_end(t->night.out);
}

/* ---- on a file */

static bool
run_file(struct context *x, struct tonight *t)
{
	struct night	*n = &t->night;
	bool		 good;

	if (!open_rulings(x, n))
		return false;
	n->store = open_store(x, STORE_WRITE);
	if (n->store == NULL)
		return false;
	store_patience(n->store, PATIENCE);
	n->names = store_names(x, n->store);
	night_warn_back(x->arena, n, x->diags);
	diags_write(x->diags, stderr);
	good = night_run(x->arena, n, &t->done, x->diags);
	store_close(n->store);
	return good;
}

static void
run_on_file(struct context *x, struct tonight *t)
{
	const char	*db;

	if (x->value[OPT_DIVISION] != NULL)
		diag_error(x->diags, NOWHERE, _("--division is for a hub: the "
		    "night of a file is that of all its cases"));
	else if (find_database(x, &db) && lock_database(x->arena, db, stderr,
	    x->diags))
		run_locked(x, t, run_file);
}

/* ---- on a hub */

static const struct names *
names_of_county(void *ctx, const char *path, struct store *s)
{
	struct context	*x = ctx;

	x->mirror = path;
	return store_names(x, s);
}

/* Whose: the division asked for, else the user's own. */
static bool
find_county(struct context *x, const char **code)
{
	struct hub	*h;

	*code = option_division(x);
	if (*code == NULL || **code != '\0')
		return *code != NULL;
	h = hub_entered(x);
	if (h != NULL)
		*code = arena_dup(x->arena, hub_low(h));
	hub_close(h);
	return h != NULL;
}

static bool
on_hub(struct context *x, struct tonight *t, struct county_night *job)
{
	if (!open_rulings(x, &t->night))
		return false;
	*job = (struct county_night){ .words = hub_named(x),
	    .county = t->code, .night = t->night, .names = names_of_county,
	    .ctx = x };
	return true;
}

static bool
run_county(struct context *x, struct tonight *t)
{
	struct county_night	job;

	if (!on_hub(x, t, &job))
		return false;
	switch (county_night_run(x->arena, &job, &t->done, x->diags)) {
	case COUNTY_NIGHT_RAN:
		return true;
	case COUNTY_NIGHT_BUSY:
		diag_fail(x->diags, _("the night of %s is being run by "
		    "somebody else; try again when it has ended"), t->code);
		return false;
	default:
		return false;
	}
}

static bool
run_region(struct context *x, struct tonight *t)
{
	struct county_night	job;

	return on_hub(x, t, &job) && region_night_run(x->arena, &job,
	    &t->done, x->diags);
}

int
cmd_nightly(struct context *x, int argc, char **argv)
{
	struct tonight	t = { .format = FORMAT_TEXT };
	const bool	hub = hub_named(x) != NULL;
	bool		many;

	(void)argv;
	if (!no_operands(x, argc) || (hub && !find_county(x, &t.code)))
		return status_of(x);
	/* with an inbox it is that of a city's own cases, or the region's */
	many = hub && strlen(t.code) < COUNTY_MAX && x->value[OPT_INBOX] ==
	    NULL;
	if (!read_night_options(x, &t.night, &t.format, many))
		return status_of(x);
	if (hub)
		run_locked(x, &t, many ? run_region : run_county);
	else
		run_on_file(x, &t);
	return status_of_night(x, &t.done);
}

/* ---- waive */

static void
list_waivers(struct context *x, struct store *s)
{
	struct waiver	*list;
	char		 until[DAY_TEXT];
	size_t		 n, i;

	if (!store_waivers(s, x->arena, &list, &n, x->diags))
		return;
	for (i = 0; i < n; i++)
		printf(_("%s\n  until %s%s, by %s: %s\n"),
		    text_safe(x->arena, list[i].key),
		    day_print(list[i].until, until),
		    day_cmp(list[i].until, x->today) < 0 ? _(" (over)") : "",
		    text_safe(x->arena, list[i].who),
		    text_safe(x->arena, list[i].ground));
	if (n == 0)
		puts(_("nothing is waived"));
}

static bool
end_waiver(struct context *x, struct store *s)
{
	bool	was;

	if (!store_end_waiver(s, x->value[OPT_END], iso_time(x, x->now), &was,
	    x->diags))
		return false;
	if (!was)
		diag_error(x->diags, NOWHERE,
		    _("no waiver has the key `%s`; see `gongshi waive --list`"),
		    x->value[OPT_END]);
	return was;
}

/* One without ground, signer and end is none. */
static bool
read_waiver(struct context *x, const char *key, struct waiver *w)
{
	bool	ground = need(x, OPT_GROUND), by = need(x, OPT_BY);
	bool	until = need(x, OPT_UNTIL);

	if (!ground || !by || !until || !option_day(x, OPT_UNTIL, &w->until))
		return false;
	w->key = key;
	w->ground = x->value[OPT_GROUND];
	w->who = x->value[OPT_BY];
	w->made = iso_time(x, x->now);
	if (*key != '\0' && day_cmp(w->until, x->today) >= 0)
		return true;
	if (*key == '\0')
		diag_error(x->diags, NOWHERE,
		    _("`waive` needs the key of a finding"));
	else
		diag_error(x->diags, NOWHERE, _("--until %s: "
		    "that day is over"), x->value[OPT_UNTIL]);
	return false;
}

static bool
put_waiver(struct context *x, struct store *s, const char *key)
{
	struct waiver	w = { 0 };
	bool		there;

	if (!read_waiver(x, key, &w) ||
	    !store_finding_there(s, key, &there, x->diags))
		return false;
	if (there || x->value[OPT_AHEAD] != NULL)
		return store_put_waiver(s, &w, x->diags);
	diag_error(x->diags, NOWHERE, _("no finding that is open "
	    "has the key `%s`; with --ahead it is waived all the same"), key);
	return false;
}

static void
change_waivers(struct context *x, struct store *s, int argc, char **argv)
{
	bool	good;

	if (!store_begin(s, iso_time(x, x->now), user_name(x), "waive",
	    x->diags))
		return;
	good = (argc == 1 ? put_waiver(x, s, argv[0]) : end_waiver(x, s)) &&
	    store_commit(s, x->diags);
	store_rollback(s);
	if (good && is_watched() && argc == 1)
		printf(_("waived until %s; the next report says so\n"),
		    x->value[OPT_UNTIL]);
	else if (good && is_watched())
		puts(_("the waiver is ended"));
}

int
cmd_waive(struct context *x, int argc, char **argv)
{
	bool		 list = x->value[OPT_LIST] != NULL;
	bool		 end = x->value[OPT_END] != NULL;
	struct store	*s;

	if ((argc == 1) + list + end != 1 || argc > 1) {
		diag_error(x->diags, NOWHERE, _("expected `waive "
		    "KEY --ground TEXT --by NAME --until DATE`, `waive --list` "
		    "or `waive --end KEY`"));
		return EXIT_INPUT;
	}
	s = open_store(x, list ? STORE_READ : STORE_WRITE);
	if (s == NULL)
		return status_of(x);
	if (list)
		list_waivers(x, s);
	else
		change_waivers(x, s, argc, argv);
	store_close(s);
	return status_of(x);
}
