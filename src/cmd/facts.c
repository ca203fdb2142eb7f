/*
 * init and import: facts in.
 */
#include <pwd.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/import.h"

int
cmd_init(struct context *x, int argc, char **argv)
{
	const char	*home = option_division(x);
	struct store	*s;

	(void)argv;
	if (argc > 0)
		diag_error(x->diags, (struct place){ 0 },
		    _("`init` takes no operands"));
	if (home == NULL || argc > 0)
		return EXIT_INPUT;
	s = open_store(x, STORE_CREATE);
	if (s == NULL)
		return status_of(x);
	if (*home != '\0')
		(void)store_set_home(s, home, x->diags);
	store_close(s);
	return status_of(x);
}

static const char *
iso_time(struct context *x)
{
	time_t		t = (time_t)x->now;
	struct tm	tm;
	char		buf[32];

	gmtime_r(&t, &tm);
	strftime(buf, sizeof(buf), "%Y-%m-%dT%H:%M:%SZ", &tm);
	return arena_dup(x->arena, buf);
}

static const char *
user_name(struct context *x)
{
	struct passwd	*p = getpwuid(geteuid());

	return p == NULL ? arena_printf(x->arena, "%ld", (long)geteuid()) :
	    arena_dup(x->arena, p->pw_name);
}

static void
tell(struct context *x, const struct import_result *r)
{
	const struct import_count	*c;
	size_t				 i;
	int				 s;

	(void)x;
	for (i = 0; i < r->nnotes; i++)
		fprintf(stderr, "%s\n", r->notes[i]);
	for (s = SHEET_DIVISIONS; s < SHEETS; s++) {
		c = &r->of[s];
		if (c->rows == 0)
			continue;
		printf(_("%s: %lld rows: %lld new, %lld unchanged"),
		    sheet_name((enum sheet)s), c->rows, c->fresh, c->same);
		if (c->completed > 0)
			printf(_(", %lld completed"), c->completed);
		if (c->corrected > 0)
			printf(_(", %lld corrected"), c->corrected);
		if (c->voided > 0)
			printf(_(", %lld taken back"), c->voided);
		putchar('\n');
	}
}

int
cmd_import(struct context *x, int argc, char **argv)
{
	struct import		job = { .files = (const char *const *)argv,
				    .nfiles = argc, .command = "import" };
	struct import_result	result;

	if (argc == 0) {
		diag_error(x->diags, (struct place){ 0 },
		    _("`import` needs the names of CSV files"));
		return EXIT_INPUT;
	}
	job.book = open_rules(x);
	if (job.book == NULL)
		return status_of(x);
	job.store = open_store(x, STORE_WRITE);
	if (job.store == NULL)
		return status_of(x);
	job.when = iso_time(x);
	job.who = user_name(x);
	job.progress = isatty(STDERR_FILENO) ? stderr : NULL;
	if (import_run(x->arena, &job, &result, x->diags))
		tell(x, &result);
	else
		diag_warn(x->diags, (struct place){ 0 },
		    _("nothing was taken in; the database is as it was"));
	store_close(job.store);
	return status_of(x);
}
