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
		for (s = cell_own(&r->cells[i]); *s != '\0'; s++)
			h = hash_add(h, (unsigned char)*s);
	return h;
}

/* The row that comes nearest to a header, for whoever must be told. */
static void
keep_nearest(struct sheetfiles *l, const struct row *r)
{
	size_t	score = header_score(r), i;

	if (l->nearest.n > 0 && score <= l->score)
		return;
	l->score = score;
	l->nearest = *r;
	l->nearest.cells = arena_array(l->arena, r->n + 1,
	    sizeof(*r->cells));
	for (i = 0; i < r->n; i++) {
		l->nearest.cells[i] = r->cells[i];
		l->nearest.cells[i].text = arena_dup(l->arena,
		    cell_own(&r->cells[i]));
	}
}

static bool
looks(void *ctx, const struct row *r)
{
	struct sheetfiles	*l = ctx;
	struct sheetfile	*f = l->at;

	if (header_looks(r))
		return true;
	if (l->looking) {
		keep_nearest(l, r);
		if (f->ntitles < TITLES)
			f->titles[f->ntitles++] = row_hash(r);
	}
	return false;
}

/* What is no file with a beginning (a pipe) is put by, and read from there. */
static bool
put_by(struct sheetfiles *l, struct sheetfile *f, FILE *in, struct diags *d)
{
	FILE	*copy = in == NULL ? NULL : tmpfile();
	char	 buf[1 << 16];
	size_t	 n;
	bool	 good = copy != NULL;

	while (good && (n = fread(buf, 1, sizeof(buf), in)) > 0)
		good = fwrite(buf, 1, n, copy) == n;
	good = good && !ferror(in) && fflush(copy) == 0;
	if (!good)
		diag_error(d, (struct place){ .path = f->file },
		    _("cannot be read: %s"), text_error(errno));
	if (in != NULL && in != stdin)
		fclose(in);
	if (copy == NULL)
		return false;
	l->copies = arena_grow(l->arena, l->copies, l->ncopies,
	    &l->copies_cap, sizeof(FILE *));
	l->copies[l->ncopies++] = copy;
	f->path = arena_printf(l->arena, "/dev/fd/%d", fileno(copy));
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
find_file(struct sheetfiles *l, const struct import *job, const char *path,
    struct sheetfile *f, struct diags *d)
{
	f->path = path;
	f->file = path + job->skip;
	if (job->lend != NULL) {
		f->path = arena_printf(l->arena, "/dev/fd/%d", job->lend(
		    job->ctx, path));
		return true;
	}
	if (strcmp(path, "-") == 0) {
		f->file = _("standard input");
		return put_by(l, f, stdin, d);
	}
	return !is_pipe(path) || put_by(l, f, fopen(path, "r"), d);
}

/* ---- the file that is open */

static void
close_grid(struct sheetfiles *l)
{
	grid_close(l->grid);
	l->grid = NULL;
	l->open = NULL;
}

/* A workbook stays open while its worksheets are read one after another. */
static bool
open_grid(struct sheetfiles *l, const struct sheetfile *f, struct diags *d)
{
	if (l->grid != NULL && strcmp(l->open, f->path) == 0)
		return true;
	close_grid(l);
	l->grid = grid_open_as(f->path, f->file, looks, l, d);
	l->open = f->path;
	return l->grid != NULL;
}

struct grid *
sheetfile_rows(struct sheetfiles *l, struct sheetfile *f, struct diags *d)
{
	int	passed;

	l->at = f;
	return open_grid(l, f, d) && grid_find(l->grid, f->page, &passed, d) ?
	    l->grid : NULL;
}

static bool
is_same(const struct header *a, const struct header *b)
{
	return a->sheet == b->sheet && memcmp(a->at, b->at, sizeof(a->at)) ==
	    0;
}

struct grid *
sheetfile_again(struct sheetfiles *l, struct sheetfile *f, struct diags *d)
{
	const size_t	 before = diags_errors(d);
	struct grid	*g = sheetfile_rows(l, f, d);
	struct arena	*a = arena_new();
	struct header	 h;
	bool		 good;

	good = g != NULL && header_read(grid_header(g), &h, diags_new(a)) &&
	    is_same(&h, &f->header);
	arena_free(a);
	if (good)
		return g;
	if (diags_errors(d) == before)
		diag_error(d, (struct place){ .path = f->file },
		    _("the file was changed while it was read"));
	return NULL;
}

/* ---- its sheets */

/* How it was read, where that is not what one sees. */
static void
tell_reading(struct arena *a, const struct sheetfile *f, const struct grid *g,
    int passed, struct import_result *r)
{
	const char		*encoding = grid_encoding(g);
	const struct book_page	*page = grid_pages(g) == 0 ? NULL :
				    grid_page(g, f->page);

	if (encoding != NULL && strcmp(encoding, "UTF-8") != 0)
		import_note(a, r, arena_printf(a, _("%s: read as %s"),
		    f->name, encoding));
	if (page != NULL && page->hidden)
		import_note(a, r, arena_printf(a, _("%s: this worksheet is "
		    "hidden; it is read like the others"), f->name));
	if (page != NULL && (page->hides || page->filtered))
		import_note(a, r, arena_printf(a, _("%s: rows or columns are "
		    "hidden or filtered out; they are read like the others"),
		    f->name));
	if (passed > 0)
		import_note(a, r, arena_printf(a, text_plural(
		    "%s: %d line before the header passed over",
		    "%s: %d lines before the header passed over",
		    (unsigned long)passed), f->name, passed));
}

/* The header that was found makes it a sheet; false: it lacks something. */
static bool
take_sheet(struct sheetfiles *l, struct sheetfile *f, int passed,
    struct import_result *r, struct diags *d)
{
	tell_reading(l->arena, f, l->grid, passed, r);
	if (!header_read(grid_header(l->grid), &f->header, d))
		return false;
	r->seen[f->header.sheet] = true;
	l->all = arena_grow(l->arena, l->all, l->n, &l->cap,
	    sizeof(*l->all));
	l->all[l->n++] = f;
	return true;
}

static bool
no_header(struct sheetfiles *l, const struct sheetfile *f, bool in_sheet,
    struct diags *d)
{
	struct place	at = { .path = f->file };

	if (in_sheet) {
		at = row_at(&l->nearest, 0);
		at.col = 0;
		diag_error(d, at, _("this row has headings of a sheet, and "
		    "not all of them"));
	} else
		diag_error(d, at, _("none of the first %d rows of any "
		    "worksheet names the columns"), CSV_BEFORE + 1);
	header_wanted(l->arena, l->score > 0 ? &l->nearest : NULL, d);
	return false;
}

/* What was filled in below it would be lost without a word. */
static bool
no_head_of_ours(const struct sheetfiles *l, struct diags *d)
{
	struct place	at = row_at(&l->nearest, 0);

	at.col = 0;
	diag_error(d, at, _("none of the first %d rows of this worksheet, "
	    "which `gongshi worksheet` wrote, names its columns: put the row "
	    "of headings back above the others"), CSV_BEFORE + 1);
	return false;
}

/* A worksheet without a header: one of another purpose, or one that lacks
   some. */
static bool
pass_page(struct sheetfiles *l, const struct sheetfile *f, struct diags *heard,
    struct import_result *r, struct diags *d)
{
	int	passed;

	if (diags_errors(heard) > 0) {
		/* what is wrong with its form, told where it is heard */
		l->looking = false;
		(void)grid_find(l->grid, f->page, &passed, d);
		return false;
	}
	if (l->nearest.n == 0)
		return true;
	if (header_known(&l->nearest) >= 2)
		return no_header(l, f, true, d);
	if (f->is_log)
		return no_head_of_ours(l, d);
	import_note(l->arena, r, arena_printf(l->arena, _("%s: none of the "
	    "first %d rows names the columns of a sheet; this worksheet is "
	    "passed over"), f->name, CSV_BEFORE + 1));
	return true;
}

static bool
add_page(struct sheetfiles *l, struct sheetfile *f, struct import_result *r,
    struct diags *d)
{
	struct diags	*heard = diags_new(l->arena);
	int		 passed;
	bool		 found;

	l->at = f;
	l->nearest.n = l->score = 0;
	l->looking = true;
	found = grid_find(l->grid, f->page, &passed, heard);
	l->looking = false;
	return found ? take_sheet(l, f, passed, r, d) : pass_page(l, f,
	    heard, r, d);
}

static bool
add_pages(struct sheetfiles *l, const struct sheetfile *file,
    struct import_result *r, struct diags *d)
{
	const size_t		 before = l->n, n = grid_pages(l->grid);
	const struct book_page	*page;
	struct sheetfile	*f;
	bool			 good = true, ours = false;
	size_t			 i;

	for (i = 0; i < n; i++) {
		page = grid_page(l->grid, i);
		ours |= page->mark != BOOK_FOREIGN;
		if (page->mark == BOOK_TODO || page->mark == BOOK_HELP)
			continue;
		f = arena_alloc(l->arena, sizeof(*f));
		*f = *file;
		f->page = i;
		f->is_log = page->mark == BOOK_LOG;
		f->name = arena_printf(l->arena, "%s[%s]", f->file,
		    page->name);
		good &= add_page(l, f, r, d);
	}
	return good && (l->n > before || ours || no_header(l, file, false,
	    d));
}

static bool
add_text(struct sheetfiles *l, struct sheetfile *f, struct import_result *r,
    struct diags *d)
{
	int	passed;
	bool	found;

	f->name = f->file;
	l->at = f;
	l->nearest.n = l->score = 0;
	l->looking = true;
	found = grid_find(l->grid, 0, &passed, d);
	l->looking = false;
	if (found)
		return take_sheet(l, f, passed, r, d);
	if (l->nearest.n > 0)
		header_wanted(l->arena, l->score > 0 ? &l->nearest : NULL, d);
	return false;
}

void
sheetfiles_begin(struct sheetfiles *l, struct arena *a)
{
	*l = (struct sheetfiles){ .arena = a };
}

bool
sheetfiles_add(struct sheetfiles *l, const struct import *job,
    const char *path, struct import_result *r, struct diags *d)
{
	struct sheetfile	*f = arena_alloc(l->arena, sizeof(*f));

	if (!find_file(l, job, path, f, d))
		return false;
	/* a path may come twice, and be another file then */
	close_grid(l);
	if (!open_grid(l, f, d))
		return false;
	return grid_pages(l->grid) == 0 ? add_text(l, f, r, d) :
	    add_pages(l, f, r, d);
}

void
sheetfiles_end(struct sheetfiles *l)
{
	size_t	i;

	close_grid(l);
	for (i = 0; i < l->ncopies; i++)
		fclose(l->copies[i]);
}

/* ---- rows that are none */

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

bool
sheetfile_is_blank(const struct sheetfile *f, const struct row *row)
{
	static const enum column	dates[SHEETS] = {
		[SHEET_EVENTS] = COL_DATE, [SHEET_POSTINGS] = COL_POSTED,
		[SHEET_OBJECTIONS] = COL_RECEIVED
	};
	const int			at = f->header.at[
					    dates[f->header.sheet]];
	size_t				i;

	if (!f->is_log || dates[f->header.sheet] == COL_NONE || at < 0)
		return false;
	for (i = (size_t)at; i < row->n; i++)
		if (*row->cells[i].text != '\0')
			return false;
	return true;
}
