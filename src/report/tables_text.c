/*
 * Tables as text: an office's paper on a terminal.
 */
#include <string.h>

#include "base/text.h"
#include "report/tables_parts.h"
#include "words/lines.h"

enum { WIDTH = 80, GAP = 2, TEXT_MIN = 10, INDENT = 4 };

/* Of a column: what it has, and less than what it cannot do with. */
struct measure {
	size_t	column;
	int	width, least;
};

struct drawn {
	struct arena	*arena;
	FILE		*out;
	int		 width;
	int		 gap;		/* between columns */
	struct measure	*list;		/* those that are shown */
	size_t		 n;
	const struct table	*t;
};

static int
width_of(const char *s)
{
	return text_width(s, strlen(s));
}

/* The widest piece that no line is to end within. */
static int
widest_word(const char *s)
{
	int	w, run = 0, most = 0;
	size_t	len;

	for (; *s != '\0'; s += len) {
		(void)text_char(s, &len);
		w = text_width(s, len);
		run = *s == ' ' || w == 2 ? 0 : run + w;
		most = run > most ? run : w > most ? w : most;
	}
	return most;
}

static void
measure(struct drawn *d, struct measure *m)
{
	const struct table_column	*c = &d->t->columns[m->column];
	const bool			 right = column_is_right(c);
	int				 w, values = 0;
	size_t				 r;

	m->width = width_of(c->title);
	m->least = widest_word(c->title);
	if (m->least < 4)
		m->least = 4;
	for (r = 0; r < d->t->nrows; r++) {
		w = width_of(cell_shown(d->arena, c,
		    &d->t->rows[r][m->column]));
		values = w > values ? w : values;
	}
	m->width = values > m->width ? values : m->width;
	if (right)
		m->least = values > m->least ? values : m->least;
	else if (m->least < TEXT_MIN)
		m->least = m->width < TEXT_MIN ? m->width : TEXT_MIN;
}

/* What the page cannot have less of. */
static int
least(const struct drawn *d)
{
	int	w = 0;
	size_t	i;

	for (i = 0; i < d->n; i++)
		w += d->list[i].least + (i == 0 ? 0 : GAP);
	return w;
}

static int
total(const struct drawn *d)
{
	int	w = 0;
	size_t	i;

	for (i = 0; i < d->n; i++)
		w += d->list[i].width + (i == 0 ? 0 : d->gap);
	return w;
}

/* The widest gives way first, as long as the page is too small. */
static void
squeeze(struct drawn *d)
{
	struct measure	*m;
	int		 over;
	size_t		 i;

	for (over = total(d) - d->width; over > 0; over--) {
		m = NULL;
		for (i = 0; i < d->n; i++)
			if (d->list[i].width > d->list[i].least &&
			    (m == NULL || d->list[i].width > m->width))
				m = &d->list[i];
		if (m == NULL)
			return;
		m->width--;
	}
}

/* One line of a row; *s is behind it then.  False: nothing is left. */
static bool
row_line(struct drawn *d, const char **s)
{
	const struct measure	*m;
	int			 pending = 0, w;
	bool			 more = false;
	size_t			 i, n;

	for (i = 0; i < d->n; i++) {
		m = &d->list[i];
		n = text_fit(s[i], m->width);
		w = text_width(s[i], n);
		if (column_is_right(&d->t->columns[m->column]))
			pending += m->width - w;
		if (n > 0) {
			text_blanks(d->out, pending);
			fwrite(s[i], 1, n, d->out);
			pending = 0;
		}
		if (!column_is_right(&d->t->columns[m->column]))
			pending += m->width - w;
		pending += d->gap;
		s[i] += n;
		s[i] += strspn(s[i], " ");
		more |= *s[i] != '\0';
	}
	putc_unlocked('\n', d->out);
	return more;
}

static void
rule(struct drawn *d)
{
	int	i, n = total(d);

	for (i = 0; i < n; i++)
		putc_unlocked('-', d->out);
	putc_unlocked('\n', d->out);
}

static void
draw_rows(struct drawn *d)
{
	const char	**s = arena_array(d->arena, d->n, sizeof(*s));
	size_t		  i, r;

	for (i = 0; i < d->n; i++)
		s[i] = d->t->columns[d->list[i].column].title;
	while (row_line(d, s))
		;
	rule(d);
	for (r = 0; r < d->t->nrows; r++) {
		for (i = 0; i < d->n; i++)
			s[i] = cell_shown(d->arena,
			    &d->t->columns[d->list[i].column],
			    &d->t->rows[r][d->list[i].column]);
		if (d->t->rows[r][0].look == LOOK_TOTAL)
			rule(d);
		while (row_line(d, s))
			;
	}
}

static void
draw(struct drawn *d)
{
	size_t	i;

	d->list = arena_array(d->arena, d->t->ncolumns, sizeof(*d->list));
	for (i = d->n = 0; i < d->t->ncolumns; i++)
		if (!d->t->columns[i].plain) {
			d->list[d->n].column = i;
			measure(d, &d->list[d->n++]);
		}
	d->gap = least(d) > d->width ? 1 : GAP;
	squeeze(d);
	draw_rows(d);
}

static void
paragraphs(struct drawn *d, const char *const *list)
{
	const char	*indent = text_lang() == LANG_ZH ? "　　" : "    ";

	for (; list != NULL && *list != NULL; list++) {
		fputs(indent, d->out);
		text_wrap(d->out, text_safe(d->arena, *list), INDENT, 0,
		    d->width);
	}
}

static void
centred(struct drawn *d, const char *s)
{
	const int	w = width_of(s);

	text_blanks(d->out, (d->width - w) / 2);
	text_wrap(d->out, s, w < d->width ? (d->width - w) / 2 : 0, 0,
	    d->width);
}

static void
signature(struct drawn *d, const char *const *list)
{
	if (list != NULL && *list != NULL)
		putc_unlocked('\n', d->out);
	for (; list != NULL && *list != NULL; list++) {
		text_blanks(d->out, d->width - width_of(*list) - 2 * GAP);
		fprintf(d->out, "%s\n", *list);
	}
}

void
tables_text(struct arena *a, const struct layout *l, const struct tables *t)
{
	struct drawn	d = { .arena = a, .out = l->out,
			    .width = l->width > 0 ? l->width : WIDTH };
	int		part = 0, n = 0;
	size_t		i;

	centred(&d, text_safe(a, t->title));
	for (i = 0; i < t->n; i++) {
		d.t = &t->list[i];
		if (d.t->annex)
			continue;
		if (d.t->part != NULL)
			fprintf(d.out, "\n%s\n", tables_part(a, ++part,
			    d.t->part));
		paragraphs(&d, d.t->above);
		if (d.t->ncolumns > 0) {
			fprintf(d.out, "\n%s\n", text_safe(a,
			    tables_caption(a, ++n, d.t->title)));
			draw(&d);
		}
		if (d.t->ncolumns > 0 && d.t->below != NULL)
			putc_unlocked('\n', d.out);
		paragraphs(&d, d.t->below);
	}
	signature(&d, t->signature);
}
