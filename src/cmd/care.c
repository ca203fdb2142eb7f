/*
 * status, backup and verify: what an administrator asks.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/status.h"
#include "output/json.h"
#include "output/text.h"
#include "store/night.h"

/* ---- status */

static void
show_json(const struct rulebook *book, const struct check *checks, bool good)
{
	int	i;

	printf("{\"ok\": %s, \"checks\": [", good ? "true" : "false");
	for (i = 0; i < CHECKS; i++) {
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
    const struct check *checks)
{
	const char *const	titles[CHECKS] = { _("night"), _("calendars"),
				    _("database"), _("deliveries") };
	int			i;

	for (i = 0; i < CHECKS; i++)
		printf("%s  %s%s%s\n", checks[i].good ? _("good ") :
		    _("WRONG"), titles[i], _(": "), text_safe(x->arena,
		    checks[i].text));
	show_packs(x, book);
}

int
cmd_status(struct context *x, int argc, char **argv)
{
	struct status	s = { .today = x->today, .clock = x->now,
			    .by_day = x->value[OPT_TODAY] != NULL,
			    .inbox = x->value[OPT_INBOX] };
	enum format	format;
	struct check	checks[CHECKS];
	bool		good = true;
	int		i;

	(void)argv;
	if (!no_operands(x, argc) || !option_format(x, &format))
		return EXIT_INPUT;
	s.book = open_rules(x);
	s.calendars = open_calendars(x);
	if (s.book == NULL || s.calendars == NULL)
		return status_of(x);
	s.store = open_store(x, STORE_READ);
	if (s.store == NULL && access(store_path(x), F_OK) != 0)
		return status_of(x);
	status_run(x->arena, &s, checks);
	for (i = 0; i < CHECKS; i++)
		good &= checks[i].good;
	if (format == FORMAT_JSON)
		show_json(s.book, checks, good);
	else
		show_text(x, s.book, checks);
	store_close(s.store);
	return good ? EXIT_FINE : EXIT_FOUND;
}

/* ---- backup */

/* Whatever else is there is not written over. */
static bool
may_be_replaced(struct context *x, const char *path)
{
	struct diags	*quiet = diags_new(x->arena);
	struct stat	 mine, there;
	struct store	*s;

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
sync_file(const char *path)
{
	int	fd = open(path, O_RDONLY);
	bool	good = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return good;
}

/* Beside its place, looked through, then renamed. */
static bool
copy_to(struct context *x, struct store *s, const char *path)
{
	char		*tmp = arena_printf(x->arena, "%s.XXXXXX", path);
	int		 fd = mkstemp(tmp);
	struct store	*copy;
	bool		 good;

	if (fd < 0) {
		diag_fail(x->diags, _("cannot write %s: %s"), path,
		    strerror(errno));
		return false;
	}
	(void)close(fd);
	good = store_copy(s, tmp, x->diags);
	copy = good ? store_open(tmp, STORE_READ, x->diags) : NULL;
	good = copy != NULL && store_sound(copy, x->diags);
	store_close(copy);
	if (good && (!sync_file(tmp) || rename(tmp, path) != 0)) {
		diag_fail(x->diags, _("cannot write %s: %s"), path,
		    strerror(errno));
		good = false;
	}
	if (!good)
		(void)unlink(tmp);
	return good;
}

int
cmd_backup(struct context *x, int argc, char **argv)
{
	struct store	*s;

	if (argc != 1) {
		diag_error(x->diags, (struct place){ 0 },
		    _("`backup` needs the name of one file"));
		return EXIT_INPUT;
	}
	s = open_store(x, STORE_READ);
	if (s != NULL && may_be_replaced(x, argv[0]))
		(void)copy_to(x, s, argv[0]);
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
	s = open_store(x, STORE_READ);
	if (s != NULL && store_verify(s, x->diags))
		puts(_("the database is whole"));
	store_close(s);
	return status_of(x);
}
