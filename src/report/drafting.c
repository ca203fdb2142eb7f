#include "report/drafting.h"

#include "base/text.h"

struct table *
drafting_add(struct drafting *d)
{
	d->list = arena_grow(d->arena, d->list, d->n, &d->cap,
	    sizeof(*d->list));
	d->list[d->n] = (struct table){ 0 };
	return &d->list[d->n++];
}

/* A NULL stands behind the last. */
void
words_add(struct arena *a, struct words *w, const char *s)
{
	w->list = arena_grow(a, w->list, w->n, &w->cap, sizeof(*w->list));
	w->list[w->n++] = s;
	w->list = arena_grow(a, w->list, w->n, &w->cap, sizeof(*w->list));
	w->list[w->n] = NULL;
}

/* ---- rows */

struct rows
table_begin(struct drafting *d, const char *title,
    const struct table_column *columns, size_t n)
{
	struct table	*t = drafting_add(d);

	t->title = title;
	t->columns = columns;
	t->ncolumns = n;
	return (struct rows){ .arena = d->arena, .t = t };
}

struct rows
table_told(struct drafting *d, const char *title,
    const struct table_column *columns, size_t n)
{
	struct table_column	*told = arena_array(d->arena, n,
				    sizeof(*told));
	size_t			 i;

	for (i = 0; i < n; i++) {
		told[i] = columns[i];
		told[i].title = text_in(columns[i].title);
	}
	return table_begin(d, title, told, n);
}

void
row_next(struct rows *r)
{
	r->list = arena_grow(r->arena, r->list, r->n, &r->cap,
	    sizeof(*r->list));
	r->list[r->n++] = arena_array(r->arena, r->t->ncolumns,
	    sizeof(**r->list));
	r->cell = 0;
}

void
row_put(struct rows *r, struct cell_value v)
{
	r->list[r->n - 1][r->cell++] = v;
}

void
row_text(struct rows *r, const char *s)
{
	row_put(r, text_of(s));
}

void
row_number(struct rows *r, long long n)
{
	row_put(r, number_of((double)n));
}

void
row_yuan(struct rows *r, long long yuan)
{
	row_put(r, number_of((double)yuan / 10000));
}

void
row_empty(struct rows *r)
{
	row_put(r, (struct cell_value){ .kind = CELL_EMPTY });
}

void
row_is_total(struct rows *r)
{
	size_t	i;

	for (i = 0; i < r->t->ncolumns; i++)
		r->list[r->n - 1][i].look = LOOK_TOTAL;
}

void
table_end(struct rows *r)
{
	r->t->rows = (const struct cell_value *const *)r->list;
	r->t->nrows = r->n;
}
