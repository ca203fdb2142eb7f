/*
 * Any bytes as a sheet: its encoding and header found, its rows read.
 */
#include "fuzz/scratch.h"

#include "case/sheet.h"
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct row	*r;
	struct header		 h;
	struct csv		*c;
	char			 path[256];
	FILE			*null = fopen("/dev/null", "w");

	scratch_write("x.csv", data, size, path);
	c = csv_open(path, looks, NULL, NULL, NULL, d);
	if (c != NULL && header_read(csv_header(c), &h, d))
		while ((r = csv_next(c, d)) != NULL)
			read_cells(r, &h, d);
	if (c != NULL)
		csv_close(c);
	diags_write(d, null);
	fclose(null);
	arena_free(a);
	return 0;
}
