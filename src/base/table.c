#include "base/table.h"

#include <string.h>

#include "base/text.h"

struct place
row_at(const struct row *row, size_t i)
{
	struct place	 at = {row->path, row->line, 0, row->text};

	if (i < row->n) {
		at.col = row->cells[i].col;
		if (row->cells[i].line != row->line)
			at.text = NULL;
	} else if (row->text != NULL) {
		at.col = (int)text_chars(row->text, strlen(row->text)) + 1;
	} else {
		at.col = 1;
	}
	return at;
}
