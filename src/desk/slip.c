#include "desk/slip.h"

#include "input/csv.h"

void
slip_begin(struct slip *s, enum sheet sheet)
{
	int	i;

	*s = (struct slip){ .row = { .text = "" } };
	s->row.cells = s->cells;
	for (i = 0; i < COLUMNS; i++)
		s->header.at[i] = -1;
	s->header.sheet = sheet;
}

void
slip_put(struct arena *a, struct slip *s, enum column c, const char *text)
{
	if (text == NULL)
		return;
	s->header.at[c] = (int)s->row.n;
	s->cells[s->row.n++] = (struct cell){ .text = csv_cell_of(a, text) };
	s->header.n = s->row.n;
}

void
slip_begin_at(struct slip *s, enum sheet sheet, struct place at)
{
	slip_begin(s, sheet);
	s->row.path = at.path;
	s->row.line = at.line;
	s->row.text = at.text;
	s->row.own = s->own;
}

void
slip_put_at(struct slip *s, enum column c, const char *text,
    struct place at)
{
	if (text == NULL)
		return;
	s->header.at[c] = (int)s->row.n;
	s->own[s->row.n] = at;
	s->cells[s->row.n++] = (struct cell){ .text = text,
	    .line = at.line, .col = at.col };
	s->header.n = s->row.n;
}
