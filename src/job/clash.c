#include "job/clash.h"

#include <string.h>

#include "base/text.h"

enum { SOUGHT = 100 };		/* whose first row is looked for */

struct clash {
	enum sheet		 sheet;
	struct place		 at;
	struct place		 first;		/* no path: not found */
	const struct matter	*matter;	/* without facts */
	const char		*key;
};

struct clashes {
	struct arena	*arena;
	struct arena	*row_arena;
	struct intake	*intake;
	struct clash	*all;
	size_t		 n, cap;
};

struct clashes *
clashes_new(struct arena *a, struct intake *in)
{
	struct clashes	*c = arena_alloc(a, sizeof(*c));

	c->arena = a;
	c->intake = in;
	return c;
}

/* What the key has beside the case. */
static const char *
key_of(struct arena *a, const struct fact *f, const struct matter *m)
{
	const struct posting	*p = &f->posting;
	const struct objection	*o = &f->objection;

	switch (f->sheet) {
	case SHEET_EVENTS:
		return f->repeats ? arena_printf(a, "%s/%d", f->event.event,
		    (int)f->event.day.n) : arena_dup(a, f->event.event);
	case SHEET_POSTINGS:
		return arena_printf(a, "%s/%s/%d/%s/%s", p->step,
		    p->division, (int)p->posted.n, p->medium, p->place);
	case SHEET_OBJECTIONS:
		return arena_printf(a, "%s/%s/%d/%s", o->step,
		    *o->division == '\0' ? m->division : o->division,
		    (int)o->received.n, o->number);
	case SHEET_DIVISIONS:
		return arena_dup(a, f->code);
	case SHEET_DUTIES:
		return arena_printf(a, "%s/%s", f->procedure, f->code);
	default:
		return "";
	}
}

static const struct matter *
copy_of(struct arena *a, const struct matter *m)
{
	struct matter	*copy = arena_alloc(a, sizeof(*copy));
	size_t		 i;

	copy->id = arena_dup(a, m->id == NULL ? "" : m->id);
	copy->procedure = arena_dup(a, m->procedure == NULL ? "" :
	    m->procedure);
	copy->division = arena_dup(a, m->division == NULL ? "" : m->division);
	copy->title = arena_dup(a, m->title == NULL ? "" : m->title);
	copy->batch = arena_dup(a, m->batch == NULL ? "" : m->batch);
	copy->amounts = "";
	copy->named = m->named;
	copy->nplaces = m->nplaces;
	copy->places = arena_array(a, m->nplaces + 1, sizeof(*copy->places));
	for (i = 0; i < m->nplaces; i++)
		copy->places[i] = arena_dup(a, m->places[i]);
	return copy;
}

static struct place
place_kept(struct arena *a, const struct row *row)
{
	struct place	p = row_at(row, 0);

	p.path = p.path == NULL ? NULL : arena_dup(a, p.path);
	p.sheet = p.sheet == NULL ? NULL : arena_dup(a, p.sheet);
	p.text = p.text == NULL ? NULL : arena_dup(a, p.text);
	return p;
}

void
clash_add(struct clashes *c, const struct cells *cells, const struct fact *f,
    const struct matter *m)
{
	struct clash	*x;

	c->all = arena_grow(c->arena, c->all, c->n, &c->cap, sizeof(*c->all));
	x = &c->all[c->n++];
	*x = (struct clash){ .sheet = cells->sheet,
	    .at = place_kept(c->arena, cells->row) };
	if (c->n > SOUGHT)
		return;
	x->key = key_of(c->arena, f, m);
	x->matter = copy_of(c->arena, m);
}

/* ---- the first row with a key */

/* Rows of no case. */
static bool
is_by_itself(enum sheet s)
{
	return s == SHEET_DIVISIONS || s == SHEET_DUTIES;
}

/* Is the row of x's case, or of a batch, by what it says itself? */
static bool
may_be(const struct clash *x, const struct cells *c)
{
	const struct typed	*t = c->of[COL_CASE];

	return x->sheet == c->sheet && x->first.path == NULL &&
	    (is_by_itself(x->sheet) || t->batch != NULL ||
	    *c->of[COL_PERIOD]->text != '\0' ||
	    strcmp(t->text, x->matter->id) == 0);
}

static bool
is_of(const struct clash *x, const struct fact *f)
{
	char	county[COUNTY_MAX + 1];

	if (*f->batch != '\0')
		return strcmp(f->batch, x->matter->batch) == 0 &&
		    division_within(x->matter->division, f->county);
	division_county(x->matter->division, county);
	if (strcmp(f->id, x->matter->id) != 0)
		return false;
	return *f->county == '\0' || strcmp(f->county, county) == 0;
}

/* Does the row have the key of x?  What is wrong with it was told. */
static bool
has_key(struct clashes *c, const struct clash *x, const struct cells *cells,
    struct fact *f, struct diags *unheard)
{
	if (x->sheet == SHEET_CASES)
		return strcmp(f->matter.division, x->matter->division) == 0;
	if (!is_by_itself(x->sheet) && (!is_of(x, f) ||
	    !intake_mean(c->intake, c->row_arena, cells, x->matter, f,
	    unheard)))
		return false;
	return strcmp(key_of(c->row_arena, f, x->matter), x->key) == 0;
}

static void
seek_row(struct clashes *c, const struct row *row, struct cells *cells)
{
	struct arena	*a = c->row_arena;
	struct diags	*unheard;
	struct clash	*x;
	struct fact	 f = { .sheet = SHEET_NONE };	/* not read yet */

	arena_reset(a);
	unheard = diags_new(a);
	if (!cells_read(cells, a, row, unheard))
		return;
	for (x = c->all; x < c->all + c->n && x < c->all + SOUGHT; x++) {
		if (!may_be(x, cells))
			continue;
		if (f.sheet == SHEET_NONE && !intake_row(c->intake, a, cells,
		    &f, unheard))
			return;
		if (has_key(c, x, cells, &f, unheard))
			x->first = place_kept(c->arena, row);
	}
}

static bool
any_of(const struct clashes *c, enum sheet s)
{
	size_t	i;

	for (i = 0; i < c->n && i < SOUGHT; i++)
		if (c->all[i].sheet == s && c->all[i].first.path == NULL)
			return true;
	return false;
}

void
clashes_seek(struct clashes *c, struct sheetfiles *l, struct sheetfile *f)
{
	struct arena		*a;
	struct diags		*unheard;
	struct grid		*g;
	const struct row	*row;
	struct cells		 cells;

	if (!any_of(c, f->header.sheet))
		return;
	a = arena_new();
	c->row_arena = arena_new();
	unheard = diags_new(a);
	cells_begin(&cells, &f->header);
	g = sheetfile_rows(l, f, unheard);
	while (g != NULL && (row = grid_next(g, unheard)) != NULL)
		if (!sheetfile_is_blank(f, row))
			seek_row(c, row, &cells);
	arena_free(c->row_arena);
	arena_free(a);
}

static bool
is_same_row(const struct place *a, const struct place *b)
{
	return a->line == b->line && strcmp(a->path, b->path) == 0 &&
	    (a->sheet == NULL) == (b->sheet == NULL) && (a->sheet == NULL ||
	    strcmp(a->sheet, b->sheet) == 0);
}

void
clashes_tell(const struct clashes *c, struct diags *d)
{
	const struct clash	*x;
	size_t			 i;

	for (i = 0; i < c->n; i++) {
		x = &c->all[i];
		diag_error(d, x->at, _("this row's key stands in this import "
		    "before with other values: one of the two must go"));
		if (x->first.path != NULL && x->at.path != NULL &&
		    !is_same_row(&x->first, &x->at))
			diag_note(d, x->first, _("the first row with this "
			    "key"));
	}
}
