#include "job/listing.h"

#include <string.h>

#include "base/text.h"
#include "case/spared.h"
#include "input/grid.h"

enum { HEAD_WITHIN = 6, TOLD = 100 };

struct reading {
	struct arena		*arena;
	const struct pack	*pack;
	bool			 mask;
	const char		**cells;	/* ncols a row */
	size_t			 n, cap, ncols, bytes;
	const char		**heads;	/* NULL: not met yet */
	const char		*caption;
	struct listed		*out;
	struct diags		*d;
};

static bool
has_two(const struct row *r)
{
	const char	*first = NULL;
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		if (*r->cells[i].text == '\0')
			continue;
		if (first != NULL && strcmp(first, r->cells[i].text) != 0)
			return true;
		first = r->cells[i].text;
	}
	return false;
}

/* The file's own line is not told: it would show the number once more. */
static const char *
take_cell(struct reading *g, const struct row *r, size_t i)
{
	const char	*s = i < r->n ? r->cells[i].text : "";
	struct place	 at;

	g->bytes += strlen(s) + 1;
	if (!spared_prints(g->pack, s))
		return arena_dup(g->arena, s);
	if (g->mask)
		return arena_dup(g->arena, spared_mask(g->arena, g->pack, s));
	at = row_at(r, i);
	at.text = NULL;
	if (g->out->private++ < TOLD)
		diag_error(g->d, at, _("this cell shows the whole number of "
		    "an identity card, a bank card or a mobile telephone"));
	return "";
}

static void
take_caption(struct reading *g, const struct row *r)
{
	const char	*s, *last = "";
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		s = take_cell(g, r, i);
		if (*s == '\0' || strcmp(s, last) == 0)
			continue;
		g->caption = arena_printf(g->arena, "%s%s%s", g->caption,
		    *g->caption == '\0' ? "" : " ", s);
		last = s;
	}
}

static void
take_head(struct reading *g, const struct row *r)
{
	size_t	i;

	for (g->ncols = r->n; g->ncols > 1 &&
	    *r->cells[g->ncols - 1].text == '\0'; g->ncols--)
		;
	g->heads = arena_array(g->arena, g->ncols, sizeof(*g->heads));
	for (i = 0; i < g->ncols; i++)
		g->heads[i] = take_cell(g, r, i);
}

/* What stands beyond the head's last column would be shown nowhere. */
static bool
take_row(struct reading *g, const struct row *r)
{
	size_t	i;

	for (i = g->ncols; i < r->n; i++)
		if (*r->cells[i].text != '\0') {
			diag_error(g->d, row_at(r, i), _("this cell has no "
			    "heading above it"));
			return true;
		}
	for (i = 0; i < g->ncols; i++) {
		g->cells = arena_grow(g->arena, g->cells, g->n, &g->cap,
		    sizeof(*g->cells));
		g->cells[g->n++] = take_cell(g, r, i);
	}
	if (g->n / g->ncols <= LISTING_ROWS && g->bytes <= LISTING_BYTES)
		return true;
	diag_error(g->d, row_at(r, 0), _("the table is too long for a notice: "
	    "%d rows and %d MiB are the most"), LISTING_ROWS,
	    LISTING_BYTES >> 20);
	return false;
}

/* ---- the first rows, among which the head is */

struct first_rows {
	struct row	 list[HEAD_WITHIN];
	int		 n, head;	/* -1: none has two texts */
};

/* A row lives until the next one is read. */
static void
keep_row(struct reading *g, struct first_rows *f, const struct row *r)
{
	struct row	*to = &f->list[f->n++];
	struct place	*own;
	size_t		 i;

	*to = *r;
	to->text = NULL;
	to->cells = arena_array(g->arena, r->n, sizeof(*to->cells));
	own = arena_array(g->arena, r->n, sizeof(*own));
	for (i = 0; i < r->n; i++) {
		to->cells[i] = r->cells[i];
		to->cells[i].text = arena_dup(g->arena, r->cells[i].text);
		own[i] = row_at(r, i);
		own[i].text = NULL;
	}
	to->own = own;
	if (f->head < 0 && has_two(to))
		f->head = f->n - 1;
}

static bool
take_first(struct reading *g, const struct first_rows *f)
{
	int	i, head = f->head < 0 ? 0 : f->head;

	for (i = 0; i < head; i++)
		take_caption(g, &f->list[i]);
	take_head(g, &f->list[head]);
	for (i = head + 1; i < f->n; i++)
		if (!take_row(g, &f->list[i]))
			return false;
	return true;
}

static bool
read_rows(struct reading *g, struct grid *grid)
{
	struct first_rows	 f = { .head = -1 };
	const struct row	*r;

	while (f.n < HEAD_WITHIN && f.head < 0 &&
	    (r = grid_next(grid, g->d)) != NULL)
		keep_row(g, &f, r);
	if (f.n == 0 || !take_first(g, &f))
		return f.n == 0;
	while ((r = grid_next(grid, g->d)) != NULL)
		if (!take_row(g, r))
			return false;
	return true;
}

/* Others with rows are left out, and named. */
static bool
read_sheets(struct reading *g, struct grid *grid, const char *path)
{
	const char	*name;

	while ((name = grid_sheet(grid, g->d)) != NULL) {
		if (g->heads == NULL) {
			if (!read_rows(g, grid))
				return false;
		} else if (grid_next(grid, g->d) != NULL)
			diag_warn(g->d, (struct place){ .path = path },
			    _("the worksheet %s is not shown: a notice has "
			    "one table, that of the first one"), name);
	}
	return true;
}

bool
listing_read(struct arena *a, const char *path, const struct pack *p,
    bool mask, struct listed *out, struct diags *d)
{
	struct reading	 g = { .arena = a, .pack = p, .mask = mask,
			    .caption = "", .out = out, .d = d };
	size_t		 before = diags_errors(d);
	struct grid	*grid = grid_open(path, path, d);
	bool		 good;

	*out = (struct listed){ 0 };
	if (grid == NULL)
		return false;
	good = read_sheets(&g, grid, path);
	grid_close(grid);
	if (good && g.heads == NULL && diags_errors(d) == before)
		diag_error(d, (struct place){ .path = path }, _("the file has "
		    "no rows"));
	out->table = (struct listing){ g.caption, g.heads, g.ncols, g.cells,
	    g.ncols == 0 ? 0 : g.n / g.ncols };
	return good && g.heads != NULL && diags_errors(d) - before ==
	    (size_t)(out->private < TOLD ? out->private : TOLD);
}
