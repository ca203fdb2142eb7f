#include "job/gazetteer.h"

#include <stdio.h>
#include <string.h>

struct gazetteer {
	struct store	 *store;
	struct arena	 *arena;	/* of the codes */
	bool		  read;
	char		  area[DIVISION_MAX + 1];	/* theirs */
	const char	**codes;			/* sorted by bytes */
	size_t		  n, cap;
};

struct gazetteer *
gazetteer_new(struct arena *a, struct store *s)
{
	struct gazetteer	*g = arena_alloc(a, sizeof(*g));

	g->store = s;
	g->arena = arena_new();
	return g;
}

void
gazetteer_free(struct gazetteer *g)
{
	arena_free(g->arena);
}

static void
take(void *ctx, const char *code)
{
	struct gazetteer	*g = ctx;

	g->codes = arena_grow(g->arena, g->codes, g->n, &g->cap,
	    sizeof(*g->codes));
	g->codes[g->n++] = arena_dup(g->arena, code);
}

/* All below `top`: those of one case, and of all that lie below it. */
static void
read_area(struct gazetteer *g, const char *top)
{
	arena_reset(g->arena);
	g->codes = NULL;
	g->n = g->cap = 0;
	snprintf(g->area, sizeof(g->area), "%s", top);
	g->read = true;
	store_each_code(g->store, g->area, take, g);
}

/* The first from `from` on that comes after `top`; `all`: and all below it. */
static size_t
behind(const struct gazetteer *g, size_t from, const char *top, bool all)
{
	size_t	lo = from, hi = g->n, mid, len = strlen(top);
	int	c;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		c = all ? strncmp(g->codes[mid], top, len) :
		    strcmp(g->codes[mid], top);
		if (c <= 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void
below(void *ctx, const char *top, const char *const **codes, size_t *n)
{
	struct gazetteer	*g = ctx;
	size_t			 first;

	if (!g->read || !division_within(top, g->area))
		read_area(g, top);
	first = behind(g, 0, top, false);
	*codes = g->n == 0 ? NULL : (const char *const *)&g->codes[first];
	*n = behind(g, first, top, true) - first;
}

struct land
gazetteer_land(struct gazetteer *g)
{
	return (struct land){ below, g };
}
