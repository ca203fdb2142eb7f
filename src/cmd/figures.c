/*
 * Tables of figures, to a file (--out) or the output, in each format.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/figures.h"
#include "folder/beside.h"

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
	path = arena_printf(x->arena, "%s/figures.xlsx", dir);
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
	struct beside	 b;

	if (!beside_path(x->arena, path, BESIDE_OUTSIDE, &b, x->diags))
		return false;
	l->out = b.file;
	tables_write(x->arena, l, t);
	return beside_close(&b, true, x->diags);
}

bool
write_tables(struct context *x, struct layout *l, const struct tables *t)
{
	const char	*path = x->value[OPT_OUT];
	const bool	 file = path != NULL && strcmp(path, "-") != 0;

	if (l->format == FORMAT_XLSX)
		return file ? tables_workbook(x->arena, path, t, x->diags) :
		    workbook_to_output(x, t);
	if (file)
		return write_file(x, l, t, path);
	tables_write(x->arena, l, t);
	return true;
}

bool
may_write_tables(struct context *x, enum format format)
{
	const char	*path = x->value[OPT_OUT];

	if (format != FORMAT_XLSX || (path != NULL &&
	    strcmp(path, "-") != 0) || !isatty(STDOUT_FILENO))
		return true;
	diag_error(x->diags, NOWHERE, _("a workbook is no text for a "
	    "terminal: name a file with --out, or lead the output into "
	    "one"));
	return false;
}
