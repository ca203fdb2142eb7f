/*
 * export, rename and redact: facts out again, and put right.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "input/csv.h"
#include "job/export.h"
#include "job/rename.h"
#include "words/lines.h"

int
cmd_export(struct context *x, int argc, char **argv)
{
	const char	*dir = x->value[OPT_OUT];
	struct exported	 done;
	struct store	*s;

	(void)argv;
	if (!no_operands(x, argc))
		return EXIT_INPUT;
	if (dir == NULL || *dir == '\0') {
		diag_error(x->diags, (struct place){ 0 }, _("`export` needs "
		    "--out DIR, the folder to write the sheets into"));
		return EXIT_INPUT;
	}
	s = open_store(x, STORE_READ);
	if (s != NULL && export_run(x->arena, s, dir, &done, x->diags))
		printf(_("%s: %d sheets, %lld rows\n"), text_safe(x->arena,
		    dir), done.files, done.rows);
	store_close(s);
	return status_of(x);
}

int
cmd_rename(struct context *x, int argc, char **argv)
{
	struct rename	job = { .county = option_county(x),
			    .division = option_division(x),
			    .when = iso_time(x, x->now), .who = user_name(x) };

	if (job.county == NULL || job.division == NULL)
		return EXIT_INPUT;
	if (argc != 2) {
		diag_error(x->diags, (struct place){ 0 }, _("`rename` needs "
		    "the number of a case and the number that it shall "
		    "have"));
		return EXIT_INPUT;
	}
	job.id = argv[0];
	job.to = csv_cell_of(x->arena, argv[1]);
	if (*job.division != '\0') {
		job.book = open_rules(x);
		if (job.book == NULL)
			return status_of(x);
	}
	job.store = open_store(x, STORE_WRITE);
	if (job.store != NULL && rename_run(x->arena, &job, x->diags) &&
	    is_watched())
		printf(*job.division == '\0' ? _("the case `%s` is `%s` "
		    "now\n") : _("the case `%s` is `%s` at %s now\n"),
		    text_safe(x->arena, job.id), text_safe(x->arena, job.to),
		    job.division);
	store_close(job.store);
	return status_of(x);
}

int
cmd_redact(struct context *x, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return status_of(x);
}
