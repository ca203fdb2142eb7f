/*
 * export, rename and redact: facts out again, and put right.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "input/csv.h"
#include "job/export.h"
#include "job/redact.h"
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
		diag_error(x->diags, NOWHERE, _("`export` needs "
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
		diag_error(x->diags, NOWHERE, _("`rename` needs "
		    "the number of a case and the number that it shall "
		    "have"));
		return EXIT_INPUT;
	}
	if (!is_text(x, argv[1]))
		return EXIT_INPUT;
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

/* What is no part of the database, and must be seen to by hand. */
static void
tell_rest(struct context *x, const struct redacted *r)
{
	enum { TOLD = 20 };
	size_t	i;

	for (i = 0; i < r->ncases && i < TOLD; i++)
		diag_warn(x->diags, NOWHERE, _("the case %s has "
		    "the same text: redact it too"), r->cases[i]);
	if (r->ncases > TOLD)
		diag_warn(x->diags, NOWHERE, _("... and %zu "
		    "more cases"), r->ncases - TOLD);
	for (i = 0; i < r->nfiles; i++)
		diag_warn(x->diags, (struct place){ .path = r->files[i] },
		    _("shows one still: calendars and report are written "
		    "anew by the next night; delete the others"));
	if (hub_named(x) != NULL) {
		diag_warn(x->diags, NOWHERE, _("backups of the hub made "
		    "before, parcels of %s that were sent, others' mirrors "
		    "until they are pulled again, and the sheets that brought "
		    "them, hold them still"), r->code);
		return;
	}
	diag_warn(x->diags, NOWHERE, *r->inbox == '\0' ?
	    _("backups made before, and the sheets that brought them, hold "
	    "them still") : _("backups made before, and the sheets that "
	    "brought them (%s/taken), hold them still"), r->inbox);
}

static bool
is_given(const char *text)
{
	return text != NULL && *text != '\0';
}

int
cmd_redact(struct context *x, int argc, char **argv)
{
	struct redact	job = { .county = option_county(x),
			    .when = iso_time(x, x->now), .who = user_name(x),
			    .ground = x->value[OPT_GROUND],
			    .by = x->value[OPT_BY] };
	struct redacted	r;
	bool		good;

	if (job.county == NULL)
		return EXIT_INPUT;
	if (argc != 1)
		diag_error(x->diags, NOWHERE,
		    _("`redact` needs the number of one case"));
	else if (!is_given(job.ground) || !is_given(job.by))
		diag_error(x->diags, NOWHERE, _("`redact` needs "
		    "--ground TEXT and --by NAME"));
	(void)is_text(x, job.ground);
	(void)is_text(x, job.by);
	if (diags_errors(x->diags) > 0)
		return EXIT_INPUT;
	job.id = argv[0];
	job.store = open_store(x, STORE_WRITE);
	good = job.store != NULL && redact_run(x->arena, &job, &r, x->diags);
	if (good && r.numbers == 0)
		puts(_("no number of a person was found"));
	/* also where the disk was too full to make the file anew */
	if (job.store != NULL && r.numbers > 0) {
		printf(text_plural("%lld number is a mask now\n",
		    "%lld numbers are masks now\n",
		    (unsigned long)r.numbers), r.numbers);
		tell_rest(x, &r);
	}
	store_close(job.store);
	return status_of(x);
}
