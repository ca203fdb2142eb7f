/*
 * Any bytes as a sheet: its encoding and header found, its rows read.  They
 * are UTF-8, and read again as the same where each cell is put in quotes.
 */
#include "fuzz/scratch.h"
#include "fuzz/told.h"

#include "desk/sheet.h"
#include "input/csv.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static bool
looks(void *ctx, const struct row *r)
{
	(void)ctx;
	return header_looks(r);
}

static void
read_cells(const struct row *r, const struct header *h, struct diags *d)
{
	char		code[DIVISION_MAX + 1];
	struct day	day;
	bool		is;
	int		c;

	for (c = COL_CASE; c < COL_IGNORED; c++) {
		(void)cell_day(r, h, (enum column)c, &day, d);
		(void)cell_code(cell_of(r, h, (enum column)c),
		    place_of(r, h, (enum column)c), code, d);
	}
	(void)cell_case(r, h, d);
	(void)cell_medium(r, h, d);
	(void)cell_outcome(r, h, d);
	(void)cell_void(r, h, &is, d);
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
				read_cells(r, &h, d);
		}
		csv_close(c);
	}
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
