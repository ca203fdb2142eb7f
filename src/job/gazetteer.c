#include "job/gazetteer.h"

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

static bool
take(void *ctx, const char *code, const char *name)
{
	struct gazetteer	*g = ctx;

	(void)name;
	g->codes = arena_grow(g->arena, g->codes, g->n, &g->cap,
	    sizeof(*g->codes));
	g->codes[g->n++] = arena_dup(g->arena, code);
	return true;
}

/* The county of `top`, or `top` where it is above one. */
static void
read_area(struct gazetteer *g, const char *top)
{
	size_t	len = strlen(top), county = division_digits(LEVEL_COUNTY);

	len = len > county ? county : len;
	arena_reset(g->arena);
	g->codes = NULL;
	g->n = g->cap = 0;
	memcpy(g->area, top, len);
	g->area[len] = '\0';
	g->read = true;
	store_each_division(g->store, g->area, NULL, take, g);
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
