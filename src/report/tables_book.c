/*
 * Tables as a workbook: a worksheet each.
 */
#include <string.h>

#include "base/text.h"
#include "report/tables_parts.h"
#include "words/lines.h"

enum { COLUMN_MIN = 8, COLUMN_MAX = 48, WORDS_WIDTH = 60, INDENT = 4 };

static void
book_line(struct workbook *w, enum look look, const char *s)
{
	workbook_row(w, &(struct cell_value){ .kind = CELL_TEXT,
	    .look = look, .text = s }, 1);
}

/* A line a row: not every program makes a row as high as its text. */
static void
book_lines(struct arena *a, struct workbook *w, const char *const *list)
{
	const char	*s, *indent;
	size_t		 n;

	for (; list != NULL && *list != NULL; list++) {
		indent = text_lang() == LANG_ZH ? "　　" : "    ";
		for (s = *list; *s != '\0'; s += n, s += strspn(s, " ")) {
			n = text_fit(s, WORDS_WIDTH - INDENT);
			book_line(w, LOOK_NOTE, arena_printf(a, "%s%.*s",
			    indent, (int)n, s));
			indent = "";
		}
	}
}

static void
book_words(struct arena *a, struct workbook *w, const struct tables *t)
{
	const struct book_column	column = { .title = t->title,
					    .width = WORDS_WIDTH,
					    .kind = CELL_TEXT };
	size_t				i;
	int				part = 0;

	workbook_sheet(w, &(struct book_sheet){ .name = _("Words"),
	    .columns = &column, .ncolumns = 1 });
	for (i = 0; i < t->n; i++) {
		if (t->list[i].part != NULL)
			book_line(w, LOOK_TITLE, tables_part(a, ++part,
			    t->list[i].part));
		book_lines(a, w, t->list[i].above);
		book_lines(a, w, t->list[i].below);
	}
	book_lines(a, w, t->signature);
}

static int
book_width(struct arena *a, const struct table *t, size_t i)
{
	const char	*s = t->columns[i].title;
	int		 w = text_width(s, strlen(s)), one;
	size_t		 r;

	for (r = 0; r < t->nrows; r++) {
		s = cell_words(a, &t->rows[r][i]);
		one = text_width(s, strlen(s));
		w = one > w ? one : w;
	}
	w += 2;
	return w < COLUMN_MIN ? COLUMN_MIN : w > COLUMN_MAX ? COLUMN_MAX : w;
}

static void
book_table(struct arena *a, struct workbook *w, const struct table *t, int n)
{
	struct book_column	*columns = arena_array(a, t->ncolumns,
				    sizeof(*columns));
	size_t			 i;

	for (i = 0; i < t->ncolumns; i++)
		columns[i] = (struct book_column){
		    .title = t->columns[i].title,
		    .width = book_width(a, t, i),
		    .kind = t->columns[i].kind };
	workbook_sheet(w, &(struct book_sheet){
	    .name = arena_printf(a, "%d %s", n, t->title),
	    .title = tables_caption(a, n, t->title), .columns = columns,
	    .ncolumns = t->ncolumns });
	for (i = 0; i < t->nrows; i++)
		workbook_row(w, t->rows[i], t->ncolumns);
}

bool
tables_workbook(struct arena *a, const char *path, const struct tables *t,
    struct diags *d)
{
	struct workbook	*w = workbook_begin(a, path, d);
	size_t		 i;
	int		 n = 0;

	if (w == NULL)
		return false;
	book_words(a, w, t);
	for (i = 0; i < t->n; i++)
		if (t->list[i].ncolumns > 0)
			book_table(a, w, &t->list[i], ++n);
	return workbook_end(w, true, d);
}
