#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/workbook_inside.h"

/* ---- what may stand behind the rows, before them */

struct looking {
	struct page	*page;
	struct arena	*arena;
	bool		 full;
};

/* "B2:C9"; a range of one cell, and one right of what is read, says nothing. */
static void
keep_merged(struct looking *l, const char *ref)
{
	struct page	*p = l->page;
	const char	*colon = strchr(ref, ':');
	struct merged	 m;

	if (colon == NULL || !reference_read(arena_ndup(l->arena, ref,
	    (size_t)(colon - ref)), &m.top, &m.left) ||
	    !reference_read(colon + 1, &m.bottom, &m.right) ||
	    m.top > m.bottom || m.left > m.right || m.top < 1 ||
	    m.left > BOOK_CELLS || (m.top == m.bottom && m.left == m.right))
		return;
	l->full = l->full || p->nmerged >= BOOK_MERGED;
	if (l->full)
		return;
	m.right = m.right > BOOK_CELLS ? BOOK_CELLS : m.right;
	p->merged = arena_grow(l->arena, p->merged, p->nmerged, &p->cap,
	    sizeof(*p->merged));
	p->merged[p->nmerged++] = m;
}

static void
look_start(void *ctx, const char *name, const char **attributes)
{
	struct looking	*l = ctx;
	const char	*ref;

	if (name[0] == 'c' && name[1] == '\0')
		return;
	if (strcmp(name, "row") == 0 || strcmp(name, "col") == 0)
		l->page->page.hides |= xml_is(attributes, "hidden");
	else if (strcmp(name, "filterColumn") == 0)
		l->page->page.filtered = true;
	else if (strcmp(name, "mergeCell") == 0) {
		ref = xml_attribute(attributes, "ref");
		if (ref != NULL)
			keep_merged(l, ref);
	}
}

static int
by_top(const void *va, const void *vb)
{
	const struct merged	*a = va, *b = vb;

	if (a->top != b->top)
		return a->top < b->top ? -1 : 1;
	return (a->left > b->left) - (a->left < b->left);
}

static struct place
place_of(const struct archive *z, const struct page *p)
{
	return (struct place){ .path = archive_name(z),
	    .sheet = p->page.name };
}

bool
page_look(struct page *p, struct arena *a, struct archive *z,
    struct diags *d)
{
	static const struct xml_calls	calls = { .start = look_start };
	struct looking			l = { p, a, false };

	if (!p->looked && !xml_read(z, p->part, &calls, &l, d))
		return false;
	p->looked = !l.full;
	if (p->nmerged > 1)
		qsort(p->merged, p->nmerged, sizeof(*p->merged), by_top);
	if (l.full)
		diag_error(d, place_of(z, p), _("this worksheet has more than "
		    "%d merged ranges: take the merging back (取消合并)"),
		    BOOK_MERGED);
	return !l.full;
}

/* ---- its rows */

/* A merged range that goes over the row at hand. */
struct range {
	bool		 taken;		/* its first cell was met */
	struct cell	 first;
};

struct sheet_rows {
	struct arena		*arena;		/* as long as it is open */
	struct arena		*row_arena;
	const struct archive	*archive;
	const struct page	*page;
	struct values		 values;
	struct xml		*xml;
	struct diags		*d;		/* while it is run */

	int			 number;	/* of the row, from 1 */
	int			 column;	/* of the cell, from 1 */
	bool			 in_row, in_cell, in_value, bad, crowded;
	bool			 own_text;	/* of the cell, was met */
	int			 phonetic;
	struct raw		 raw;
	char			 type[12];
	struct pieces		 pieces;
	struct cell		 cells[BOOK_CELLS];
	size_t			 n;
	struct row		 row;
	bool			 found;		/* a row to be handed out */

	size_t			 next;		/* merged range to come */
	int			 until[BOOK_CELLS];	/* the last row of what
							   covers a column, */
	int			 owner[BOOK_CELLS];	/* and its first one */
	struct range		 ranges[BOOK_CELLS];	/* by their first */
	int			 last;		/* column that a range covers */
};

static struct place
here(const struct sheet_rows *s, int column)
{
	struct place	p = place_of(s->archive, s->page);

	p.line = s->number;
	p.col = column;
	return p;
}

static void
row_start(struct sheet_rows *s, const char **attributes)
{
	const char	*r = xml_attribute(attributes, "r");
	long		 n = r == NULL ? s->number + 1L : strtol(r, NULL, 10);
	const int	 before = s->number;

	s->in_row = true;
	s->bad = n <= before || n > BOOK_ROWS;
	s->column = 0;
	s->crowded = false;
	if (s->bad)
		diag_error(s->d, here(s, 0), n > BOOK_ROWS ? _("a row behind "
		    "this one has a number beyond %d") : _("behind this row "
		    "comes one with its number or an earlier one: open the "
		    "workbook in the spreadsheet and save it as .xlsx (另存为) "
		    "once more (a row has a number of 1 to %d)"), BOOK_ROWS);
	else
		s->number = (int)n;
	memset(s->cells, 0, (s->n > (size_t)s->last ? s->n :
	    (size_t)s->last) * sizeof(*s->cells));
	s->n = 0;
	arena_reset(s->row_arena);
}

/* Where the cell stands; false: nowhere that can be right, and it was said. */
static bool
cell_place(struct sheet_rows *s, const char *ref)
{
	int	row, column;

	if (ref == NULL) {
		s->column++;
		return s->column <= BOOK_COLUMNS;
	}
	if (!reference_read(ref, &row, &column) || row != s->number) {
		diag_error(s->d, here(s, s->column), _("behind this cell comes "
		    "one that says that it is %s, which cannot be in this "
		    "row"), ref);
		return false;
	}
	if (column <= s->column) {
		diag_error(s->d, here(s, column), _("this cell comes twice, "
		    "or behind one that stands right of it: open the workbook "
		    "in the spreadsheet and save it as .xlsx (另存为) once "
		    "more"));
		return false;
	}
	s->column = column;
	return true;
}

static void
cell_start(struct sheet_rows *s, const char **attributes)
{
	const char	*ref = NULL, *type = "n", *style = NULL;

	for (; *attributes != NULL; attributes += 2)
		if (attributes[0][1] != '\0')
			continue;
		else if (attributes[0][0] == 'r')
			ref = attributes[1];
		else if (attributes[0][0] == 't')
			type = attributes[1];
		else if (attributes[0][0] == 's')
			style = attributes[1];
	s->in_cell = !s->bad && cell_place(s, ref);
	strncpy(s->type, type, sizeof(s->type) - 1);
	s->raw = (struct raw){ .type = s->type, .style = style == NULL ? 0 :
	    strtoul(style, NULL, 10) };
	s->phonetic = 0;
	s->own_text = false;
	if (s->in_cell)
		pieces_begin(&s->pieces, s->arena);
}

/* A <v>, or a <t> of a text that stands in the cell, which goes before it. */
static void
value_start(struct sheet_rows *s, char c)
{
	if (c == 't' && s->type[0] == 'i' && !s->own_text) {
		pieces_begin(&s->pieces, s->arena);
		s->own_text = true;
	}
	s->in_value = s->phonetic == 0 && (c == 't' || !s->own_text);
}

static void
on_start(void *ctx, const char *name, const char **attributes)
{
	struct sheet_rows	*s = ctx;
	const char		 c = name[1] == '\0' ? name[0] : '\0';

	if (c == 'c' && s->in_row)
		cell_start(s, attributes);
	else if ((c == 'v' || c == 't') && s->in_cell)
		value_start(s, c);
	else if (c == 'f' && s->in_cell)
		s->raw.formula = true;
	else if (c != '\0' || *name != 'r')
		return;
	else if (strcmp(name, "row") == 0)
		row_start(s, attributes);
	else if (strcmp(name, "rPh") == 0)
		s->phonetic++;
}

/* Numbers and indexes as they stand, unless there are blanks around. */
static const char *
short_text(struct sheet_rows *s)
{
	struct pieces	*t = &s->pieces;

	if (t->n == 0)
		return "";
	if (t->n < 32 && t->p[0] > ' ' && t->p[t->n - 1] > ' ')
		return arena_ndup(s->row_arena, t->p, t->n);
	return pieces_text(t, s->row_arena);
}

static void
cell_end(struct sheet_rows *s)
{
	const bool	 texts = s->type[0] == 'i' || (s->type[0] == 's' &&
			    s->type[1] != '\0');
	struct cell	*c;

	s->in_cell = s->in_value = false;
	if (s->pieces.n == 0 && !s->raw.formula)
		return;
	if (s->column > BOOK_CELLS) {
		if (!s->crowded)
			diag_error(s->d, here(s, s->column), _("no cell right "
			    "of column %d is read: delete the columns that "
			    "are not needed"), BOOK_CELLS);
		s->crowded = true;
		return;
	}
	s->raw.cut = s->pieces.cut;
	s->raw.value = texts ? pieces_text(&s->pieces, s->row_arena) :
	    short_text(s);
	c = &s->cells[s->column - 1];
	s->n = (size_t)s->column;
	s->values.arena = s->row_arena;
	value_read(&s->values, &s->raw, c);
}

/* ---- merged ranges */

/* The ranges that begin on this row or above; false: two lie over each
   other. */
static bool
begin_ranges(struct sheet_rows *s)
{
	const struct page	*p = s->page;
	const struct merged	*m;
	struct range		*r;
	int			 c;

	for (; s->next < p->nmerged && p->merged[s->next].top <= s->number;
	    s->next++) {
		m = &p->merged[s->next];
		for (c = m->left; c <= m->right; c++) {
			if (s->until[c - 1] >= m->top)
				return false;
			s->until[c - 1] = m->bottom;
			s->owner[c - 1] = m->left;
		}
		r = &s->ranges[m->left - 1];
		*r = (struct range){ .taken = m->top < s->number };
		r->first.text = "";
		s->last = m->right > s->last ? m->right : s->last;
	}
	return true;
}

static void
fill_cell(struct sheet_rows *s, struct range *r, int column)
{
	struct cell	*c = &s->cells[column - 1];

	if (!r->taken) {
		r->first = *c;
		r->first.text = c->text == NULL ? "" : arena_dup(s->arena,
		    c->text);
		r->first.fault = c->fault == NULL ? NULL : arena_dup(s->arena,
		    c->fault);
		r->taken = true;
	}
	*c = r->first;
	c->copy = column > s->owner[column - 1];
}

/* Puts the first cell's value in each; how many have one that is their own. */
static size_t
fill_merged(struct sheet_rows *s)
{
	size_t		 own = 0, i;
	int		 c;
	struct range	*r;
	bool		 first;

	for (c = 1; c <= s->last; c++) {
		if (s->until[c - 1] < s->number)
			continue;
		r = &s->ranges[s->owner[c - 1] - 1];
		first = !r->taken;
		fill_cell(s, r, c);
		own += first && *s->cells[c - 1].text != '\0';
		if ((size_t)c > s->n && *s->cells[c - 1].text != '\0')
			s->n = (size_t)c;
	}
	for (i = 0; i < s->n; i++)
		own += s->until[i] < s->number && s->cells[i].text != NULL &&
		    *s->cells[i].text != '\0';
	return own;
}

static void
row_end(struct sheet_rows *s)
{
	size_t	own, i;

	s->in_row = false;
	if (s->bad)
		return;
	if (!begin_ranges(s)) {
		diag_error(s->d, here(s, 0), _("merged ranges lie over each "
		    "other here: take the merging back (取消合并)"));
		s->next = s->page->nmerged;
	}
	own = fill_merged(s);
	if (own == 0)
		return;
	for (i = 0; i < s->n; i++) {
		if (s->cells[i].text == NULL)
			s->cells[i].text = "";
		s->cells[i].line = s->number;
		s->cells[i].col = (int)i + 1;
	}
	s->row = (struct row){ .path = archive_name(s->archive),
	    .sheet = s->page->page.name, .line = s->number,
	    .number = s->number, .cells = s->cells, .n = s->n };
	s->found = true;
	xml_stop(s->xml);
}

static void
on_end(void *ctx, const char *name)
{
	struct sheet_rows	*s = ctx;
	const char		 c = name[1] == '\0' ? name[0] : '\0';

	if (c == 'c' && s->in_cell)
		cell_end(s);
	else if (c == 'v' || c == 't')
		s->in_value = false;
	else if (c != '\0' || *name != 'r')
		return;
	else if (strcmp(name, "row") == 0)
		row_end(s);
	else if (strcmp(name, "rPh") == 0 && s->phonetic > 0)
		s->phonetic--;
}

static void
on_text(void *ctx, const char *text, int len)
{
	struct sheet_rows	*s = ctx;

	if (s->in_value && s->in_cell)
		pieces_add(&s->pieces, text, len);
}

struct sheet_rows *
sheet_rows_open(struct archive *z, const struct page *p,
    const struct values *v, struct diags *d)
{
	static const struct xml_calls	 calls = { on_start, on_end, on_text };
	struct arena			*a = arena_new();
	struct sheet_rows		*s = arena_alloc(a, sizeof(*s));

	s->arena = a;
	s->row_arena = arena_new();
	s->archive = z;
	s->page = p;
	s->values = *v;
	s->xml = xml_open(z, p->part, &calls, s, d);
	if (s->xml != NULL)
		return s;
	sheet_rows_close(s);
	return NULL;
}

const struct row *
sheet_rows_next(struct sheet_rows *s, struct diags *d)
{
	s->d = d;
	s->found = false;
	while (!s->found && !xml_ended(s->xml))
		if (!xml_run(s->xml, d))
			return NULL;
	return s->found ? &s->row : NULL;
}

void
sheet_rows_progress(const struct sheet_rows *s, long long *done,
    long long *size)
{
	xml_progress(s->xml, done, size);
}

void
sheet_rows_close(struct sheet_rows *s)
{
	if (s == NULL)
		return;
	xml_close(s->xml);
	arena_free(s->row_arena);
	arena_free(s->arena);
}
