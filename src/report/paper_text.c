/*
 * A sheet as text: a paragraph a line, the table in columns.
 */
#include <string.h>

#include "base/text.h"
#include "report/paper.h"
#include "words/lines.h"

enum { WIDTH = 72 };		/* that headings and signatures stand by */

static int
width_of(const char *s)
{
	return text_width(s, strlen(s));
}

static const char *
clean(struct arena *a, const char *s)
{
	return text_clean(a, s, false);
}

/* What is too wide for the line begins it. */
static void
put_at(FILE *f, int at, const char *s)
{
	text_blanks(f, at);
	fprintf(f, "%s\n", s);
}

static void
put_row(FILE *f, struct arena *a, const char *const *cells, size_t n,
    const int *widths)
{
	const char	*s;
	size_t		 k;

	for (k = 0; k < n; k++) {
		s = clean(a, cells[k]);
		fputs(s, f);
		if (k + 1 < n)
			text_blanks(f, widths[k] - width_of(s) + 2);
	}
	putc('\n', f);
}

static void
widen(int *widths, struct arena *a, const char *const *cells, size_t n)
{
	size_t	k;
	int	w;

	for (k = 0; k < n; k++) {
		w = width_of(clean(a, cells[k]));
		if (w > widths[k])
			widths[k] = w;
	}
}

static void
put_table(FILE *f, struct arena *a, const struct listing *t)
{
	int	*widths = arena_array(a, t->ncols, sizeof(*widths));
	size_t	 i;

	memset(widths, 0, t->ncols * sizeof(*widths));
	if (t->heads != NULL)
		widen(widths, a, t->heads, t->ncols);
	for (i = 0; i < t->nrows; i++)
		widen(widths, a, t->cells + i * t->ncols, t->ncols);
	putc('\n', f);
	if (*t->caption != '\0')
		fprintf(f, "%s\n", clean(a, t->caption));
	if (t->heads != NULL)
		put_row(f, a, t->heads, t->ncols, widths);
	for (i = 0; i < t->nrows; i++)
		put_row(f, a, t->cells + i * t->ncols, t->ncols, widths);
	putc('\n', f);
}

void
paper_text(FILE *f, struct arena *a, const struct paper *p)
{
	const char	*indent = strcmp(p->lang, "en") == 0 ? "" : "　　", *s;
	bool		 shown = p->table == NULL;
	size_t		 i;

	s = clean(a, p->heading);
	put_at(f, (WIDTH - width_of(s)) / 2, s);
	putc('\n', f);
	for (i = 0; i < p->n; i++) {
		if (*p->list[i].text != '\0')
			fprintf(f, "%s%s\n", indent, clean(a,
			    p->list[i].text));
		if (p->list[i].table && !shown) {
			put_table(f, a, p->table);
			shown = true;
		}
	}
	if (!shown)
		put_table(f, a, p->table);
	putc('\n', f);
	for (i = 0; p->signs[i] != NULL; i++) {
		s = clean(a, p->signs[i]);
		put_at(f, WIDTH - width_of(s), s);
	}
}
