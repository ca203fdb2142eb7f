/*
 * plan, scan and ics: facts laid out, judged, published.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "folder/beside.h"
#include "job/publish.h"
#include "job/scan.h"

/* Opens all that a scan needs; false: errors were added. */
static bool
open_scan(struct context *x, struct scan *s, struct layout *l)
{
	s->top = option_division(x);
	s->county = option_county(x);
	if (s->top == NULL || s->county == NULL ||
	    !option_format(x, &l->format) || !option_jobs(x, &s->jobs))
		return false;
	s->again = open_again(x);
	s->today = x->today;
	if (!open_to_read(x, &s->book, &s->calendars, &s->store, &l->names))
		return false;
	l->out = stdout;
	l->today = x->today;
	l->top = s->top;
	l->colour = l->format == FORMAT_TEXT && is_coloured(stdout);
	l->width = columns_of(stdout);
	s->writer = writer_new(x->arena, *l);
	return true;
}

void
warn_of_nothing(struct context *x, const char *top, long long cases)
{
	if (*top != '\0' && cases == 0 && diags_errors(x->diags) == 0)
		diag_warn(x->diags, NOWHERE, _("--division %s: no "
		    "case has anything there"), top);
}

int
cmd_plan(struct context *x, int argc, char **argv)
{
	struct scan	s = { .detail = LAY_DAYS };
	struct layout	l = { 0 };
	struct totals	t;

	if (is_before(x))
		return plan_before(x, argc);
	if (!open_scan(x, &s, &l))
		return status_of(x);
	(void)scan_plans(&s, (const char *const *)argv, argc, &t, x->diags);
	warn_of_nothing(x, s.top, t.cases);
	store_close(s.store);
	return status_of(x);
}

static void
read_fail_on(struct context *x, enum severity *out)
{
	struct choice	all[SEVERITIES + 1] = { 0 };
	int		i, value;

	for (i = 0; i < SEVERITIES; i++)
		all[i] = (struct choice){ severity_name((enum severity)i), i };
	if (option_choice(x, OPT_FAIL_ON, all, &value))
		*out = (enum severity)value;
}

int
cmd_scan(struct context *x, int argc, char **argv)
{
	enum severity	fail_on = SEVERITY_QUESTION;
	struct scan	s = { 0 };
	struct layout	l = { 0 };
	struct totals	t;
	int		i, status;

	(void)argv;
	(void)no_operands(x, argc);
	if (x->value[OPT_FAIL_ON] != NULL)
		read_fail_on(x, &fail_on);
	if (diags_errors(x->diags) > 0 || !open_scan(x, &s, &l))
		return status_of(x);
	(void)scan_run(&s, &t, x->diags);
	warn_of_nothing(x, s.top, t.cases);
	store_close(s.store);
	status = status_of(x);
	for (i = (int)fail_on; i < SEVERITIES && status == EXIT_FINE; i++)
		if (t.severities[i] > 0)
			status = EXIT_FOUND;
	return status;
}

/* ---- calendars */

static bool
read_ics_options(struct context *x, struct publish *p)
{
	int	level;

	p->top = option_division(x);
	p->dir = x->value[OPT_OUT_DIR];
	p->today = x->today;
	p->now = x->now;
	p->forecast = x->value[OPT_FORECAST] != NULL;
	if (p->dir != NULL && x->value[OPT_OUT] != NULL)
		diag_error(x->diags, NOWHERE,
		    _("--out and --out-dir do not go together"));
	if (p->dir == NULL && x->value[OPT_BY] != NULL)
		diag_error(x->diags, NOWHERE,
		    _("--by goes with --out-dir"));
	p->again = open_again(x);
	if (!option_day(x, OPT_SINCE, &p->since) ||
	    !option_jobs(x, &p->jobs) ||
	    !option_alarms(x, &p->alarms) ||
	    !option_choice(x, OPT_BY, by_levels, &level))
		return false;
	p->by = (enum level)level;
	return p->top != NULL && diags_errors(x->diags) == 0;
}

/*
 * Where the calendar goes: the file behind a link.  *plain: it can be put in
 * place of what is there, which is no device or pipe.
 */
static const char *
target(struct context *x, const char *path, struct stat *st, bool *plain)
{
	char	*real;

	st->st_mode = 0;
	*plain = stat(path, st) != 0 || S_ISREG(st->st_mode);
	if (!*plain)
		return path;
	real = realpath(path, NULL);
	if (real != NULL)
		path = arena_dup(x->arena, real);
	free(real);
	return path;
}

static bool
cannot_write(struct context *x, const char *path)
{
	if (!diags_failed(x->diags))
		(void)diag_unwritten(x->diags, path);
	return false;
}

/* Into what is there already: a device, a pipe. */
static bool
publish_into(struct context *x, const char *path, struct publish *p,
    struct published *done)
{
	bool	good;

	p->out = fopen(path, "w");
	if (p->out == NULL)
		return cannot_write(x, path);
	good = publish_run(x->arena, p, done, x->diags);
	if (fflush(p->out) != 0 || ferror(p->out))
		good = cannot_write(x, path);
	if (fclose(p->out) != 0)
		good = cannot_write(x, path);
	return good;
}

/* Beside its file, and renamed; the file's mode stays. */
static bool
publish_beside(struct context *x, const char *path, mode_t mode,
    struct publish *p, struct published *done)
{
	struct beside	 b;
	bool		 good;

	if (!beside_path(x->arena, path, BESIDE_OUTSIDE, &b, x->diags))
		return false;
	p->out = b.file;
	good = publish_run(x->arena, p, done, x->diags);
	if (good && mode != 0)
		(void)fchmod(fileno(b.file), mode & 07777);
	return beside_close(&b, good, x->diags);
}

/* One calendar: to standard output, or to a file. */
static bool
publish_to_file(struct context *x, struct publish *p, struct published *done)
{
	const char	*path = x->value[OPT_OUT];
	struct stat	 st;
	bool		 plain;

	if (path == NULL || strcmp(path, "-") == 0) {
		p->out = stdout;
		return publish_run(x->arena, p, done, x->diags);
	}
	path = target(x, path, &st, &plain);
	return plain ? publish_beside(x, path, st.st_mode, p, done) :
	    publish_into(x, path, p, done);
}

/* One that cannot be written to still gives its calendar, and says so. */
static struct store *
open_to_remember(struct context *x, bool *remember)
{
	struct context	 quiet = *x;
	struct store	*s;

	quiet.diags = diags_new(x->arena);
	s = open_store(&quiet, STORE_WRITE);
	*remember = s != NULL;
	if (s != NULL)
		return s;
	s = open_store(x, STORE_READ);
	if (s != NULL)
		diag_warn(x->diags, NOWHERE, "%s", hub_named(x) != NULL ?
		    _("a hub remembers what its nights' calendars say, and "
		    "nothing of these: what they say cannot be withdrawn "
		    "later") : _("the database "
		    "cannot be written to: what these calendars say is not "
		    "remembered, and cannot be withdrawn later"));
	return s;
}

int
cmd_ics(struct context *x, int argc, char **argv)
{
	struct publish		p = { .since = DAY_NONE };
	struct published	done = { 0, 0 };

	(void)argv;
	(void)no_operands(x, argc);
	if (!read_ics_options(x, &p))
		return status_of(x);
	p.book = open_rules(x);
	p.calendars = open_calendars(x);
	if (p.book == NULL || p.calendars == NULL)
		return status_of(x);
	if (p.dir == NULL)
		spool_begin();
	p.store = open_to_remember(x, &p.remember);
	if (p.store == NULL)
		return status_of(x);
	p.names = store_names(x, p.store);
	p.words = text_own();
	if (p.dir == NULL)
		(void)publish_to_file(x, &p, &done);
	else if (publish_run(x->arena, &p, &done, x->diags))
		printf(_("%lld entries in %lld calendars in %s\n"),
		    done.entries, done.files, text_safe(x->arena, p.dir));
	store_close(p.store);
	return status_of(x);
}
