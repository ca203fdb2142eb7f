/*
 * export, rename and redact: facts out again, and put right.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/export.h"
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
	(void)argc;
	(void)argv;
	return status_of(x);
}

int
cmd_redact(struct context *x, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return status_of(x);
}
