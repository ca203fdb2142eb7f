#include "input/grid.h"

#include <stdlib.h>

#include "input/workbook_kind.h"

struct grid {
	struct arena	*arena;
	const char	*path, *name;
	csv_header_fn	*is_header;
	void		*ctx;
	struct csv	*csv;
	const char	*encoding;
	int		 passed;
	struct book	*book;
	size_t		 page;		/* the next one */
	bool		 begun;		/* a worksheet is, or the file */
	struct arena	*header_arena;
	struct row	 header;
};

struct grid *
grid_open_as(const char *path, const char *name, csv_header_fn *is_header,
    void *ctx, struct diags *d)
{
	struct arena	*a = arena_new();
	struct grid	*g = arena_alloc(a, sizeof(*g));

	*g = (struct grid){ .arena = a, .path = arena_dup(a, path),
	    .name = arena_dup(a, name), .is_header = is_header, .ctx = ctx,
	    .header_arena = arena_new() };
	switch (kind_of_file(path, name, d)) {
	case KIND_TEXT:
		return g;
	case KIND_ARCHIVE:
		g->book = book_open(path, name, d);
		if (g->book != NULL)
			return g;
		break;
	case KIND_OTHER:
		break;
	}
	grid_close(g);
	return NULL;
}

struct grid *
grid_open(const char *path, const char *name, struct diags *d)
{
	struct grid	*g = grid_open_as(path, name, NULL, NULL, d);

	if (g == NULL || g->book != NULL)
		return g;
	g->csv = csv_open_all(path, name, d);
	if (g->csv != NULL)
		return g;
	grid_close(g);
	return NULL;
}

const char *
grid_sheet(struct grid *g, struct diags *d)
{
	if (g->book == NULL) {
		if (g->begun)
			return NULL;
		g->begun = true;
		return "";
	}
	g->begun = g->page < book_pages(g->book) && book_begin(g->book,
	    g->page, d);
	return !g->begun ? NULL : book_page(g->book, g->page++)->name;
}

/* Tells the faults of its cells, where nobody else does. */
static bool
is_good(const struct row *r, struct diags *d)
{
	bool	good = true;
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (r->cells[i].fault != NULL && !r->cells[i].copy) {
			diag_error(d, row_at(r, i), "%s", r->cells[i].fault);
			good = false;
		}
	return good;
}

const struct row *
grid_next(struct grid *g, struct diags *d)
{
	const struct row	*r;

	if (g->csv != NULL)
		return csv_next(g->csv, d);
	while (g->begun && (r = book_next(g->book, d)) != NULL)
		if (g->is_header != NULL || is_good(r, d))
			return r;
	return NULL;
}

size_t
grid_pages(const struct grid *g)
{
	return g->book == NULL ? 0 : book_pages(g->book);
}

const struct book_page *
grid_page(const struct grid *g, size_t i)
{
	return book_page(g->book, i);
}

static void
keep_header(struct grid *g, const struct row *r)
{
	struct cell	*to;
	size_t		 i;

	g->header = *r;
	to = arena_array(g->header_arena, r->n + 1, sizeof(*to));
	for (i = 0; i < r->n; i++) {
		to[i] = r->cells[i];
		to[i].text = arena_dup(g->header_arena, r->cells[i].text);
		to[i].fault = NULL;
	}
	g->header.cells = to;
}

static bool
find_in_book(struct grid *g, size_t page, int *passed, struct diags *d)
{
	const struct row	*r;

	g->begun = book_begin(g->book, page, d);
	if (!g->begun)
		return false;
	for (*passed = 0; *passed <= CSV_BEFORE; (*passed)++) {
		r = book_next(g->book, d);
		if (r == NULL)
			break;
		if (!g->is_header(g->ctx, r))
			continue;
		keep_header(g, r);
		return true;
	}
	g->begun = false;
	return false;
}

bool
grid_find(struct grid *g, size_t page, int *passed, struct diags *d)
{
	arena_reset(g->header_arena);
	if (g->book != NULL)
		return find_in_book(g, page, passed, d);
	csv_close(g->csv);
	g->csv = csv_open_as(g->path, g->name, g->is_header, g->ctx,
	    &g->encoding, passed, d);
	if (g->csv != NULL)
		keep_header(g, csv_header(g->csv));
	return g->csv != NULL;
}

const struct row *
grid_header(const struct grid *g)
{
	return &g->header;
}

const char *
grid_encoding(const struct grid *g)
{
	return g->encoding;
}

void
grid_progress(const struct grid *g, long long *done, long long *size)
{
	if (g->csv != NULL)
		csv_progress(g->csv, done, size);
	else
		book_progress(g->book, done, size);
}

const char *
grid_digest(const struct grid *g)
{
	return g->csv != NULL ? csv_digest(g->csv) : book_digest(g->book);
}

void
grid_close(struct grid *g)
{
	if (g == NULL)
		return;
	csv_close(g->csv);
	book_close(g->book);
	arena_free(g->header_arena);
	arena_free(g->arena);
}
