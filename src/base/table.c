#include "base/table.h"

#include <string.h>

#include "base/text.h"

struct place
row_at(const struct row *row, size_t i)
{
	struct place	 at = {
		.path = row->path, .sheet = row->sheet, .line = row->line,
		.text = row->text,
		.row = row->number, .cell = (int)i + 1
	};

	if (row->own != NULL && i < row->n)
		return row->own[i];
	if (i < row->n) {
		at.col = row->cells[i].col;
		if (row->cells[i].line != row->line)
			at.text = NULL;
	} else if (row->sheet != NULL) {
		at.col = (int)i + 1;
	} else if (row->text != NULL) {
		at.col = (int)text_chars(row->text, strlen(row->text)) + 1;
	} else {
		at.col = 1;
	}
	return at;
}
