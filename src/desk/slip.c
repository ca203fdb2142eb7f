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
	s->cells[s->row.n++] = (struct cell){ csv_cell_of(a, text), 0, 0 };
	s->header.n = s->row.n;
}
