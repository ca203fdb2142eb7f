/*
 * Any bytes as a sheet: its encoding and header found, its rows read.  They
 * are UTF-8, and read again as the same where each cell is put in quotes.
 */
#include "fuzz/scratch.h"
#include "fuzz/told.h"

#include "desk/cells.h"
#include "input/csv.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static bool
looks(void *ctx, const struct row *r)
{
	(void)ctx;
	return header_looks(r);
}

/* What a cell means, or its fault, and never both. */
static void
read_cells(struct arena *a, const struct row *r, const struct header *h,
    struct diags *d)
{
	const struct typed	*t;
	struct cells		 cells;
	int			 c;

	cells_begin(&cells, h);
	if (!cells_read(&cells, a, r, d))
		return;
	for (c = COL_CASE; c < COL_IGNORED; c++) {
		t = cells.of[c];
		if (!cell_good(t, d) && (day_is(t->day) || t->code != NULL ||
		    t->levels != 0))
			abort();
	}
}

static void
keep_cells(const struct row *r, FILE *f)
{
	const char	*p;
	size_t		 i;

	for (i = 0; i < r->n; i++) {
		fputs(i > 0 ? ",\"" : "\"", f);
		for (p = r->cells[i].text; *p != '\0'; p++)
			fputs(*p == '"' ? "\"\"" : (char[]){ *p, '\0' }, f);
		putc('"', f);
	}
	putc('\n', f);
}

/* Its rows, every cell in quotes. */
static void
read_sheet(const char *path, bool cells, struct saying *t, struct diags *d)
{
	struct arena		*a = arena_new();
	struct csv		*c = csv_open_as(path, path, looks, NULL,
				    NULL, NULL, d);
	const struct row	*r;
	struct header		 h;

	told_open(t);
	if (c != NULL) {
		keep_cells(csv_header(c), t->f);
		cells = header_read(csv_header(c), &h, d) && cells;
		while ((r = csv_next(c, d)) != NULL) {
			keep_cells(r, t->f);
			if (cells)
				read_cells(a, r, &h, d);
			arena_reset(a);
		}
		csv_close(c);
	}
	arena_free(a);
	told_end(t);
	told_clean(t, 0, NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a), *none = diags_new(a);
	char		 path[256];
	struct saying	 was, is, t;

	scratch_write("x.csv", data, size, path);
	read_sheet(path, true, &was, d);
	scratch_write("x.csv", (const uint8_t *)was.text, was.size, path);
	read_sheet(path, false, &is, none);
	if (strcmp(was.text, is.text) != 0)
		told_wrong(&is, 0, "not the rows that were written");
	told_open(&t);
	diags_write(d, t.f);
	told_end(&t);
	told_clean(&t, 0, "\n");
	free(was.text);
	free(is.text);
	free(t.text);
	arena_free(a);
	return 0;
}
