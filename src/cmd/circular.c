/*
 * circular: how notices stood in a period, unit by unit.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "folder/beside.h"
#include "job/circular.h"

static const struct choice	levels[] = {
	{ "county", LEVEL_COUNTY }, { "township", LEVEL_TOWNSHIP }, { 0 }
};

/* ---- which period */

static bool
is_in_order(struct context *x, struct stretch s)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	if (day_cmp(s.from, s.until) > 0)
		diag_error(x->diags, NOWHERE, _("--from %s: it lies behind "
		    "--until %s"), day_print(s.from, from),
		    day_print(s.until, until));
	else if (day_cmp(s.until, x->today) > 0)
		diag_error(x->diags, NOWHERE, _("--until %s: the day is "
		    "still to come; a circular tells of days that are over, "
		    "or of today"), day_print(s.until, until));
	else
		return true;
	return false;
}

/*
 * The last whole month before today; from a day on through today; up to a
 * day from the first of its month.
 */
static bool
read_period(struct context *x, struct stretch *s)
{
	const struct stretch	month = stretch_month(x->today);

	*s = stretch_month(day_add(month.from, -1));
	if (!option_day(x, OPT_FROM, &s->from) ||
	    !option_day(x, OPT_UNTIL, &s->until))
		return false;
	if (!day_is(s->from) && !day_is(s->until))
		*s = stretch_month(day_add(month.from, -1));
	else if (!day_is(s->until))
		s->until = x->today;
	else if (!day_is(s->from))
		s->from = stretch_month(s->until).from;
	return is_in_order(x, *s);
}

/* ---- where it goes */

static bool
copy_to_output(struct context *x, const char *path)
{
	char	 buf[16384];
	FILE	*f = fopen(path, "r");
	size_t	 n;
	bool	 good = f != NULL;

	while (good && (n = fread(buf, 1, sizeof(buf), f)) > 0)
		good = fwrite(buf, 1, n, stdout) == n;
	good = (good && !ferror(f)) || diag_errno(x->diags, path);
	if (f != NULL)
		fclose(f);
	return good;
}

/* A workbook is a file: one is made where nobody else looks, and copied. */
static bool
workbook_to_output(struct context *x, const struct tables *t)
{
	const char	*tmp = getenv("TMPDIR");
	char		*dir = arena_printf(x->arena, "%s/gongshi-XXXXXX",
			    tmp == NULL || *tmp == '\0' ? "/tmp" : tmp);
	const char	*path;
	bool		 good;

	if (mkdtemp(dir) == NULL)
		return diag_unwritten(x->diags, dir);
	path = arena_printf(x->arena, "%s/circular.xlsx", dir);
	good = tables_workbook(x->arena, path, t, x->diags) &&
	    copy_to_output(x, path);
	(void)unlink(path);
	(void)rmdir(dir);
	return good;
}

static bool
write_file(struct context *x, struct layout *l, const struct tables *t,
    const char *path)
{
	struct folder	 f;
	struct beside	 b;
	const char	*name;
	bool		 good;

	if (!folder_of(x->arena, path, &f, &name))
		return diag_unwritten(x->diags, path);
	draft_sweep(&f, name);
	good = beside_at(x->arena, &f, name, BESIDE_OUTSIDE, &b, x->diags);
	if (good) {
		l->out = b.file;
		tables_write(x->arena, l, t);
		good = beside_close(&b, true, x->diags);
	}
	folder_close(&f);
	return good;
}

static bool
write_it(struct context *x, struct layout *l, const struct tables *t,
    const char *path)
{
	const bool	file = path != NULL && strcmp(path, "-") != 0;

	if (l->format == FORMAT_XLSX)
		return file ? tables_workbook(x->arena, path, t, x->diags) :
		    workbook_to_output(x, t);
	if (file)
		return write_file(x, l, t, path);
	tables_write(x->arena, l, t);
	return true;
}

/* ---- the command */

static bool
read_options(struct context *x, struct circular_ask *ask, struct layout *l)
{
	const char	*path = x->value[OPT_OUT];
	int		 level;

	ask->top = option_division(x);
	ask->today = x->today;
	if (ask->top == NULL || !option_format(x, &l->format) ||
	    !option_choice(x, OPT_BY, levels, &level) ||
	    !read_period(x, &ask->is))
		return false;
	ask->by = (enum level)level;
	if (l->format != FORMAT_XLSX || (path != NULL &&
	    strcmp(path, "-") != 0) || !isatty(STDOUT_FILENO))
		return true;
	diag_error(x->diags, NOWHERE, _("a workbook is no text for a "
	    "terminal: name a file with --out, or lead the output into "
	    "one"));
	return false;
}

int
cmd_circular(struct context *x, int argc, char **argv)
{
	struct circular_ask	ask = { 0 };
	struct layout		l = { .out = stdout };
	struct circular		c;
	struct tables		t;

	(void)argv;
	if (!no_operands(x, argc) || !read_options(x, &ask, &l))
		return status_of(x);
	ask.book = open_rules(x);
	ask.calendars = open_calendars(x);
	if (ask.book == NULL || ask.calendars == NULL)
		return status_of(x);
	ask.store = open_store(x, STORE_READ);
	if (ask.store == NULL)
		return status_of(x);
	ask.names = store_names(x, ask.store);
	l.today = x->today;
	l.width = columns_of(stdout);
	if (circular_make(x->arena, &ask, &c, x->diags)) {
		circular_tables(x->arena, &c, &t);
		store_close(ask.store);
		(void)write_it(x, &l, &t, x->value[OPT_OUT]);
	} else
		store_close(ask.store);
	return status_of(x);
}
