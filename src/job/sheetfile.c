#include "job/sheetfile.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/text.h"

void
import_note(struct arena *a, struct import_result *r, const char *text)
{
	r->notes = arena_grow(a, r->notes, r->nnotes, &r->notes_cap,
	    sizeof(*r->notes));
	r->notes[r->nnotes++] = text;
}

static unsigned long long
row_hash(const struct row *r)
{
	unsigned long long	 h = HASH_START;
	const char		*s;
	size_t			 i;

	for (i = 0; i < r->n; i++)
		for (s = r->cells[i].text; *s != '\0'; s++)
			h = hash_add(h, (unsigned char)*s);
	return h;
}

/* The row that comes nearest to a header, for whoever must be told. */
static void
keep_nearest(struct sheetfile *f, const struct row *r)
{
	size_t	score = header_score(r), i;

	if (f->nearest.n > 0 && score <= f->score)
		return;
	f->score = score;
	f->nearest = *r;
	f->nearest.cells = arena_array(f->arena, r->n + 1,
	    sizeof(*r->cells));
	for (i = 0; i < r->n; i++) {
		f->nearest.cells[i] = r->cells[i];
		f->nearest.cells[i].text = arena_dup(f->arena,
		    r->cells[i].text);
	}
}

static bool
looks(void *ctx, const struct row *r)
{
	struct sheetfile	*f = ctx;

	if (header_looks(r))
		return true;
	if (f->arena != NULL) {
		keep_nearest(f, r);
		if (f->ntitles < TITLES)
			f->titles[f->ntitles++] = row_hash(r);
	}
	return false;
}

/* What is no file with a beginning (a pipe) is put by, and read from there. */
static bool
put_by(struct arena *a, struct sheetfile *f, FILE *in, struct diags *d)
{
	char	 buf[1 << 16];
	size_t	 n;
	bool	 good;

	f->copy = in == NULL ? NULL : tmpfile();
	good = f->copy != NULL;
	while (good && (n = fread(buf, 1, sizeof(buf), in)) > 0)
		good = fwrite(buf, 1, n, f->copy) == n;
	good = good && !ferror(in) && fflush(f->copy) == 0;
	if (!good)
		diag_error(d, (struct place){ .path = f->name },
		    _("cannot be read: %s"), text_error(errno));
	if (in != NULL && in != stdin)
		fclose(in);
	if (good)
		f->path = arena_printf(a, "/dev/fd/%d", fileno(f->copy));
	return good;
}

static bool
is_pipe(const char *path)
{
	struct stat	st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode) &&
	    !S_ISDIR(st.st_mode);
}

/* Where it is read, and what it is called; false and an error. */
static bool
find_file(struct arena *a, const struct import *job, const char *path,
    struct sheetfile *f, struct diags *d)
{
	f->path = path;
	f->name = path + job->skip;
	if (job->lend != NULL) {
		f->path = arena_printf(a, "/dev/fd/%d", job->lend(job->ctx,
		    path));
		return true;
	}
	if (strcmp(path, "-") == 0) {
		f->name = _("standard input");
		return put_by(a, f, stdin, d);
	}
	return !is_pipe(path) || put_by(a, f, fopen(path, "r"), d);
}

/* How it was read, where that is not what one sees. */
static void
tell_reading(struct arena *a, const struct sheetfile *f, const char *encoding,
    int passed, struct import_result *r)
{
	if (strcmp(encoding, "UTF-8") != 0)
		import_note(a, r, arena_printf(a, _("%s: read as %s"),
		    f->name, encoding));
	if (passed > 0)
		import_note(a, r, arena_printf(a, text_plural(
		    "%s: %d line before the header passed over",
		    "%s: %d lines before the header passed over",
		    (unsigned long)passed), f->name, passed));
}

bool
sheetfile_open(struct arena *a, const struct import *job, const char *path,
    struct sheetfile *f, struct import_result *r, struct diags *d)
{
	const char	*encoding;
	struct csv	*csv;
	int		 passed;

	if (!find_file(a, job, path, f, d))
		return false;
	f->arena = a;
	csv = csv_open_as(f->path, f->name, looks, f, &encoding, &passed, d);
	f->arena = NULL;
	if (csv == NULL && f->nearest.n > 0)
		header_wanted(a, f->score > 0 ? &f->nearest : NULL, d);
	if (csv == NULL)
		return false;
	tell_reading(a, f, encoding, passed, r);
	f->good = header_read(csv_header(csv), &f->header, d);
	csv_close(csv);
	r->seen[f->header.sheet] |= f->good;
	return f->good;
}

void
sheetfile_close(struct sheetfile *f)
{
	if (f->copy != NULL)
		fclose(f->copy);
}

struct csv *
sheetfile_rows(struct sheetfile *f, struct diags *d)
{
	return csv_open_as(f->path, f->name, looks, f, NULL, NULL, d);
}

static bool
is_same(const struct header *a, const struct header *b)
{
	return a->sheet == b->sheet && memcmp(a->at, b->at, sizeof(a->at)) ==
	    0;
}

struct csv *
sheetfile_again(struct sheetfile *f, struct diags *d)
{
	struct csv	*csv = sheetfile_rows(f, d);
	struct arena	*a;
	struct header	 h;
	bool		 good;

	if (csv == NULL)
		return NULL;
	a = arena_new();
	good = header_read(csv_header(csv), &h, diags_new(a)) &&
	    is_same(&h, &f->header);
	arena_free(a);
	if (good)
		return csv;
	diag_error(d, (struct place){ .path = f->name },
	    _("the file was changed while it was read"));
	csv_close(csv);
	return NULL;
}

bool
sheetfile_is_title(const struct sheetfile *f, const struct row *row)
{
	unsigned long long	h = row_hash(row);
	size_t			i;

	for (i = 0; i < f->ntitles; i++)
		if (f->titles[i] == h)
			return true;
	return false;
}
