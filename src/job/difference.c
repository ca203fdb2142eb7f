#include "job/difference.h"

#include <stdlib.h>
#include <string.h>

static bool
keep_line(void *ctx, int table, const char *text, size_t len)
{
	struct lines	*l = ctx;

	l->all = arena_grow(l->arena, l->all, l->n, &l->cap, sizeof(*l->all));
	l->all[l->n++] = (struct line){ table, arena_ndup(l->arena, text,
	    len - 1), len - 1 };
	return true;
}

/* A cell's byte is two at the most, NULL too. */
void
lines_keep(struct lines *l, int table, const struct parcel_cell *cells, int n)
{
	size_t	room = 1, len;
	char	*text;
	int	i;

	for (i = 0; i < n; i++)
		room += 2 * cells[i].len + 4;
	text = arena_room(l->arena, room);
	len = parcel_row_text(cells, n, text, room);
	(void)keep_line(l, table, text, len);
}

static int
order(const void *a, const void *b)
{
	const struct line	*x = a, *y = b;
	const size_t		 n = x->len < y->len ? x->len : y->len;
	int			 c = (x->table > y->table) -
				    (x->table < y->table);

	if (c == 0)
		c = memcmp(x->text, y->text, n);
	return c != 0 ? c : (x->len > y->len) - (x->len < y->len);
}

void
lines_sort(struct lines *l)
{
	if (l->n > 0)
		qsort(l->all, l->n, sizeof(*l->all), order);
}

bool
lines_read(struct arena *a, struct store *s, const char *county,
    struct lines *l, struct parcel_made *made, struct diags *ds)
{
	const struct parcel	job = { .store = s, .county = county };

	*l = (struct lines){ .arena = a };
	if (!parcel_each(a, &job, keep_line, l, made, ds))
		return false;
	lines_sort(l);
	return true;
}

bool
lines_compare(const struct lines *was, const struct lines *is,
    lines_fn *visit, void *ctx)
{
	size_t	i = 0, j = 0;
	int	c;

	while (i < was->n || j < is->n) {
		c = i == was->n ? 1 : j == is->n ? -1 :
		    order(&was->all[i], &is->all[j]);
		if (c != 0 && !visit(ctx, c < 0 ? &was->all[i] :
		    &is->all[j], c < 0))
			return false;
		i += c <= 0;
		j += c >= 0;
	}
	return true;
}
