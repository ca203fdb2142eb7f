#include "input/grid.h"

#include "base/arena.h"
#include "input/csv.h"

struct grid {
	struct arena	*arena;
	struct csv	*csv;
	bool		 begun, header;
};

static bool
any(void *ctx, const struct row *r)
{
	(void)ctx;
	return r->n > 0;
}

struct grid *
grid_open(const char *path, const char *name, struct diags *d)
{
	struct arena	*a = arena_new();
	struct grid	*g = arena_alloc(a, sizeof(*g));

	g->arena = a;
	g->csv = csv_open_as(path, name, any, NULL, NULL, NULL, d);
	if (g->csv != NULL)
		return g;
	arena_free(a);
	return NULL;
}

const char *
grid_sheet(struct grid *g, struct diags *d)
{
	(void)d;
	if (g->begun)
		return NULL;
	g->begun = true;
	return "";
}

const struct row *
grid_next(struct grid *g, struct diags *d)
{
	if (g->header)
		return csv_next(g->csv, d);
	g->header = true;
	return csv_header(g->csv);
}

void
grid_close(struct grid *g)
{
	csv_close(g->csv);
	arena_free(g->arena);
}
