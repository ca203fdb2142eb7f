#include "report/tables_parts.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "words/csv.h"

/* ---- cells */

struct cell_value
share_of(long long part, long long of)
{
	long long	n;

	if (of == 0)
		return (struct cell_value){ .kind = CELL_EMPTY };
	n = (part * 2000 + of) / (2 * of);
	if (n == 1000 && part != of)
		n = 999;
	if (n == 0 && part != 0)
		n = 1;
	return (struct cell_value){ .kind = CELL_SHARE,
	    .number = (double)n / 1000 };
}

struct cell_value
number_of(double n)
{
	return (struct cell_value){ .kind = CELL_NUMBER, .number = n };
}

struct cell_value
text_of(const char *s)
{
	return (struct cell_value){ .kind = CELL_TEXT, .text = s };
}

struct cell_value
day_of(struct day d)
{
	return (struct cell_value){ .kind = day_is(d) ? CELL_DAY : CELL_EMPTY,
	    .day = d };
}

const char *
cell_words(struct arena *a, const struct cell_value *c)
{
	char	buf[DAY_TEXT];

	switch (c->kind) {
	case CELL_EMPTY:
		return "";
	case CELL_TEXT:
		return c->text;
	case CELL_NUMBER:
		return arena_printf(a, fabs(c->number) < 1e15 ? "%.15g" :
		    "%.0f", c->number);
	case CELL_DAY:
		return arena_dup(a, day_print(c->day, buf));
	case CELL_SHARE:
		return arena_printf(a, "%.1f%%", c->number * 100);
	}
	return "";
}

bool
column_is_right(const struct table_column *c)
{
	return c->kind != CELL_TEXT && c->kind != CELL_EMPTY;
}

const char *
cell_shown(struct arena *a, const struct table_column *col,
    const struct cell_value *c)
{
	if (c->kind == CELL_EMPTY && column_is_right(col))
		return _("-");
	return text_safe(a, cell_words(a, c));
}

/* ---- headings */

/* From 1 to 99, as parts of a paper are counted. */
static const char *
han_number(struct arena *a, int n)
{
	static const char *const	digits[] = { "", "一", "二", "三",
					    "四", "五", "六", "七", "八",
					    "九" };
	const int			tens = n / 10 % 10;

	return arena_printf(a, "%s%s%s", tens > 1 ? digits[tens] : "",
	    tens > 0 ? "十" : "", digits[n % 10]);
}

const char *
tables_part(struct arena *a, int n, const char *words)
{
	return text_lang() == LANG_ZH ? arena_printf(a, "%s、%s",
	    han_number(a, n), words) : arena_printf(a, "%d. %s", n, words);
}

const char *
tables_item(struct arena *a, int n, const char *words)
{
	return text_lang() == LANG_ZH ? arena_printf(a, "（%s）%s",
	    han_number(a, n), words) : arena_printf(a, "(%d) %s", n, words);
}

const char *
tables_caption(struct arena *a, int n, const char *words)
{
	return arena_printf(a, _("Table %d: %s"), n, words);
}

/* ---- CSV */

static void
csv_table(struct arena *a, FILE *f, const struct table *t, int n)
{
	size_t	i, r;

	fputs("\r\n", f);
	csv_cell(f, tables_caption(a, n, t->title));
	fputs("\r\n", f);
	for (i = 0; i < t->ncolumns; i++) {
		if (i > 0)
			putc_unlocked(',', f);
		csv_cell(f, t->columns[i].title);
	}
	fputs("\r\n", f);
	for (r = 0; r < t->nrows; r++) {
		for (i = 0; i < t->ncolumns; i++) {
			if (i > 0)
				putc_unlocked(',', f);
			csv_cell(f, cell_words(a, &t->rows[r][i]));
		}
		fputs("\r\n", f);
	}
}

static void
tables_csv(struct arena *a, FILE *f, const struct tables *t)
{
	size_t	i;
	int	n = 0;

	fputs("\xef\xbb\xbf", f);
	csv_cell(f, t->title);
	fputs("\r\n", f);
	for (i = 0; i < t->n; i++)
		if (t->list[i].ncolumns > 0)
			csv_table(a, f, &t->list[i], ++n);
}

void
tables_write(struct arena *a, const struct layout *l, const struct tables *t)
{
	if (l->format == FORMAT_CSV)
		tables_csv(a, l->out, t);
	else if (l->format == FORMAT_HTML)
		tables_html(a, l, t);
	else
		tables_text(a, l, t);
}
