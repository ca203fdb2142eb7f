/*
 * status, backup, restore and verify: what an administrator asks.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "folder/draft.h"
#include "hub/hub.h"
#include "job/lock.h"
#include "job/mirror.h"
#include "job/status.h"
#include "store/night.h"
#include "words/json.h"
#include "words/lines.h"

/* ---- status */

static void
show_json(const struct rulebook *book, const struct check *checks, int n,
    bool good)
{
	int	i;

	printf("{\"ok\": %s, \"checks\": [", good ? "true" : "false");
	for (i = 0; i < n; i++) {
		printf("%s\n  {\"name\": \"%s\", \"ok\": %s, \"text\": ",
		    i > 0 ? "," : "", checks[i].name,
		    checks[i].good ? "true" : "false");
		json_string(stdout, checks[i].text);
		putchar('}');
	}
	fputs("],\n \"packs\": [", stdout);
	for (i = 0; i < book->npacks; i++) {
		fputs(i > 0 ? ", {\"pack\": " : "{\"pack\": ", stdout);
		json_string(stdout, book->packs[i].id);
		fputs(", \"from\": ", stdout);
		json_day(stdout, book->packs[i].from);
		fputs(", \"until\": ", stdout);
		json_day(stdout, book->packs[i].until);
		putchar('}');
	}
	puts("]}");
}

/* A pack's version is the span of days in which it is in force. */
static void
show_packs(struct context *x, const struct rulebook *book)
{
	char	from[DAY_TEXT], until[DAY_TEXT];
	int	i;

	for (i = 0; i < book->npacks; i++)
		printf(_("      pack %s, in force %s to %s\n"),
		    text_safe(x->arena, book->packs[i].id),
		    day_print(book->packs[i].from, from),
		    day_print(book->packs[i].until, until));
}

static void
show_text(struct context *x, const struct rulebook *book,
    const struct check *checks, int n)
{
	const char *const	titles[CHECKS] = { _("night"), _("calendars"),
				    _("database"), _("deliveries"),
				    _("hub") };
	int			i;

	for (i = 0; i < n; i++)
		printf("%s  %s%s%s\n", checks[i].good ? _("good ") :
		    _("WRONG"), titles[i], _(": "), text_safe(x->arena,
		    checks[i].text));
	show_packs(x, book);
}

/*
 * Asked from anywhere, it is about the installed night: a database that is
 * named, or lies here, goes before.  False: there is none yet, or no more; a
 * new one in the folder where somebody happens to be would help nobody.
 */
static bool
look_for_night(struct context *x)
{
	static const char	home[] = "/var/lib/gongshi";
	static const char	night[] = "/var/lib/gongshi/gongshi.db";
	static const char	lock[] = "/var/lib/gongshi/.gongshi.db.night";

	if (store_named(x) != NULL || access(store_path(x), F_OK) == 0 ||
	    access(home, F_OK) != 0)
		return true;
	if (access(night, F_OK) != 0) {
		diag_error(x->diags, (struct place){ .path = night },
		    access(lock, F_OK) == 0 ? _("the night's database is gone: "
		    "bring a backup back (`gongshi restore`)") : _("no night "
		    "has run yet, and the first makes it: wait for it, or "
		    "`systemctl start gongshi-nightly.service`"));
		return false;
	}
	x->value[OPT_DB] = night;
	fprintf(stderr, _("gongshi: no database is named or lies here: this is "
	    "that of the night, %s\n"), night);
	return true;
}

static int
tell_status(struct context *x, const struct status *s, enum format format)
{
	struct check	checks[CHECKS];
	const int	n = status_run(x->arena, s, checks);
	bool		good = true;
	int		i;

	for (i = 0; i < n; i++)
		good &= checks[i].good;
	if (format == FORMAT_JSON)
		show_json(s->book, checks, n, good);
	else
		show_text(x, s->book, checks, n);
	return good ? EXIT_FINE : EXIT_FOUND;
}

int
cmd_status(struct context *x, int argc, char **argv)
{
	struct status	s = { .today = x->today, .clock = x->now,
			    .by_day = x->value[OPT_TODAY] != NULL,
			    .inbox = x->value[OPT_INBOX],
			    .diags = x->diags };
	enum format	format;
	int		status;

	(void)argv;
	if (!no_operands(x, argc) || !option_format(x, &format))
		return EXIT_INPUT;
	s.book = open_rules(x);
	s.calendars = open_calendars(x);
	if (s.book == NULL || s.calendars == NULL)
		return status_of(x);
	if (!look_for_night(x))
		return status_of(x);
	s.store = open_store(x, STORE_READ);
	if (s.store == NULL && access(store_path(x), F_OK) != 0)
		return status_of(x);
	s.hub = hub_named(x) == NULL ? NULL : hub_entered(x);
	s.nights = x->nights;
	if (hub_named(x) != NULL && s.hub == NULL)
		status = status_of(x);
	else
		status = tell_status(x, &s, format);
	hub_close(s.hub);
	store_close(s.store);
	return status;
}

/* ---- backup */

/* Whatever else is there is not written over. */
static bool
may_be_replaced(struct context *x, const char *path)
{
	struct diags	*quiet = diags_new(x->arena);
	struct stat	 mine, there;
	struct store	*s;

	if (lstat(path, &there) == 0 && S_ISLNK(there.st_mode)) {
		diag_error(x->diags, (struct place){ .path = path },
		    _("this is a link, in whose place nothing is put: name "
		    "the file that it leads to"));
		return false;
	}
	if (stat(path, &there) != 0)
		return true;
	if (stat(store_path(x), &mine) == 0 && mine.st_dev == there.st_dev &&
	    mine.st_ino == there.st_ino) {
		diag_error(x->diags, (struct place){ .path = path },
		    _("this is the database itself"));
		return false;
	}
	s = store_open(path, STORE_READ, quiet);
	store_close(s);
	if (s != NULL)
		return true;
	diag_error(x->diags, (struct place){ .path = path },
	    _("there is such a file already, and it is no database of "
	    "gongshi"));
	return false;
}

static bool
cannot_write(struct context *x, const char *path)
{
	(void)diag_unwritten(x->diags, path);
	return false;
}

/* The copy as SQLite makes it, looked through, on the disk. */
static bool
fill(struct context *x, struct store *s, const char *tmp, int fd,
    const char *path)
{
	struct store	*copy;
	bool		 good = store_copy(s, tmp, x->diags);

	copy = good ? store_open(tmp, STORE_READ, x->diags) : NULL;
	good = copy != NULL && store_sound(copy, x->diags);
	store_close(copy);
	return good && (fsync(fd) == 0 || cannot_write(x, path));
}

enum { NAMESAKES = 1000 };

/* As the file that stood had it, or else as the folder is somebody's. */
static void
give_back(const struct folder *f, const char *name, int fd)
{
	struct stat	st;
	bool		stood = folder_look(f, name, &st);

	if (!stood && fstat(f->fd, &st) != 0)
		return;
	if (geteuid() == 0)
		(void)!fchown(fd, st.st_uid, st.st_gid);
	if (stood)
		(void)fchmod(fd, st.st_mode & 0777);
}

/* Moves the database and what SQLite left of it aside; *as: where. */
static bool
put_by(struct context *x, const struct folder *f, const char *name,
    const char **as)
{
	char		 day[DAY_TEXT];
	const char	*stem = arena_printf(x->arena, "%s.before-%s", name,
			    day_print(x->today, day));
	int		 n;

	*as = stem;
	for (n = 2; !folder_move(f, name, f, *as); n++) {
		if (errno == ENOENT) {
			*as = NULL;
			return true;
		}
		if (errno != EEXIST || n == NAMESAKES)
			return cannot_write(x, *as);
		*as = arena_printf(x->arena, "%s-%d", stem, n);
	}
	/* rolled into another database it would ruin that */
	return folder_move(f, arena_printf(x->arena, "%s-journal", name), f,
	    arena_printf(x->arena, "%s-journal", *as)) || errno == ENOENT ||
	    cannot_write(x, *as);
}

static bool
count_as_changed(struct context *x, const char *path)
{
	struct store	*s = store_open(path, STORE_WRITE, x->diags);
	const long long	 minute = (x->now - day_make(2020, 1, 1).n * 86400LL)
			    / 60;
	bool		 good = s != NULL && store_begin(s, iso_time(x,
			    x->now), user_name(x), "restore", x->diags);

	good = good && store_restored(s, x->now, minute < 0 ? 0 :
	    minute > INT_MAX ? INT_MAX : (int)minute, x->diags) &&
	    store_commit(s, x->diags);
	store_close(s);
	return good;
}

/* What a backup has not: it is changed, and puts by what it replaces. */
static bool
make_ready(struct context *x, const struct folder *f, const char *tmp,
    const char *name, int fd, const char **kept)
{
	if (!count_as_changed(x, tmp))
		return false;
	give_back(f, name, fd);
	return put_by(x, f, name, kept);
}

/*
 * Beside its place, then renamed: what is there is whole, or the old one.  As
 * the database again where `kept` is not NULL: where the old one is kept.
 */
static bool
copy_to(struct context *x, struct store *s, const char *path,
    const char **kept)
{
	struct folder	 f;
	struct draft	*draft;
	const char	*name, *tmp;
	bool		 good;
	int		 fd;

	if (!folder_of(x->arena, path, &f, &name))
		return cannot_write(x, path);
	draft_sweep(&f, name);
	draft = draft_new(&f, name, 0600);
	if (draft == NULL) {
		folder_close(&f);
		return cannot_write(x, path);
	}
	fd = draft_fd(draft);
	tmp = arena_printf(x->arena, "%s/%s", f.path, draft_name(draft));
	good = fill(x, s, tmp, fd, path) && (kept == NULL ||
	    make_ready(x, &f, tmp, name, fd, kept));
	if (!good)
		draft_drop(draft);
	else if (!draft_keep(draft) || !folder_sync(&f))
		good = cannot_write(x, path);
	(void)close(fd);
	folder_close(&f);
	return good;
}

int
cmd_backup(struct context *x, int argc, char **argv)
{
	struct store	*s;

	if (argc != 1) {
		diag_error(x->diags, NOWHERE,
		    _("`backup` needs the name of one file"));
		return EXIT_INPUT;
	}
	s = open_store(x, STORE_READ);
	/* of a hub of which a county cannot be read it would be no backup */
	if (s != NULL && !diags_failed(x->diags) &&
	    may_be_replaced(x, argv[0]) && copy_to(x, s,
	    argv[0], NULL) && is_watched())
		printf(_("the database was copied to %s\n"),
		    text_safe(x->arena, argv[0]));
	store_close(s);
	return status_of(x);
}

/* ---- restore */

static void
tell_restored(struct context *x, struct store *s, const char *from,
    const char *kept)
{
	struct nights	 n;
	char		 day[DAY_TEXT];
	const char	*inbox = store_fingerprint(s, x->arena, "inbox");

	printf(_("%s is the database again\n"), text_safe(x->arena, from));
	if (kept != NULL)
		printf(_("what stood is kept as %s\n"), text_safe(x->arena,
		    kept));
	if (*inbox != '\0' && store_nights(s, x->arena, x->today, &n,
	    x->diags) && day_is(n.finished))
		printf(_("its last night was that of %s: what was taken in "
		    "since lies in %s/taken; put it into the inbox again\n"),
		    day_print(n.finished, day), text_safe(x->arena, inbox));
}

/* A whole database of ours that is another file. */
static struct store *
open_backup(struct context *x, const char *path)
{
	struct stat	 mine, there;
	struct store	*s;

	if (stat(store_path(x), &mine) == 0 && stat(path, &there) == 0 &&
	    mine.st_dev == there.st_dev && mine.st_ino == there.st_ino) {
		diag_error(x->diags, (struct place){ .path = path },
		    _("this is the database itself"));
		return NULL;
	}
	if (access(path, F_OK) != 0) {
		diag_error(x->diags, (struct place){ .path = path },
		    _("cannot be read: %s"), text_error(errno));
		return NULL;
	}
	s = store_open(path, STORE_READ, x->diags);
	if (s == NULL || store_verify(s, x->diags))
		return s;
	store_close(s);
	return NULL;
}

int
cmd_restore(struct context *x, int argc, char **argv)
{
	const char	*kept = NULL;
	struct store	*s;

	if (argc != 1) {
		diag_error(x->diags, NOWHERE,
		    _("`restore` needs the name of one file"));
		return EXIT_INPUT;
	}
	s = open_backup(x, argv[0]);
	if (s != NULL && lock_database(x->arena, store_path(x), stderr,
	    x->diags) && copy_to(x, s, store_path(x), &kept))
		tell_restored(x, s, argv[0], kept);
	store_close(s);
	return status_of(x);
}

/* ---- verify */

int
cmd_verify(struct context *x, int argc, char **argv)
{
	struct store	*s;

	(void)argv;
	if (!no_operands(x, argc))
		return EXIT_INPUT;
	/* what a mirror has already would not be looked at */
	if (hub_named(x) != NULL)
		x->value[OPT_NO_MIRROR] = "";
	s = open_store(x, STORE_READ);
	if (s != NULL && store_verify(s, x->diags) && (hub_named(x) == NULL ||
	    mirror_holds(s, x->diags)) && !diags_failed(x->diags))
		puts(_("the database is whole"));
	store_close(s);
	return status_of(x);
}
