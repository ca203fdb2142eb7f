/*
 * The yearly report's tables written out again.
 */
#include "report/rules.h"
#include "report/show.h"
#include "rule/annual.h"

/* [a, b]; one stands alone. */
static void
put_list(const struct show *o, const char *const *names, int n)
{
	int	i;

	fputs(n == 1 ? "" : "[", o->f);
	for (i = 0; i < n; i++) {
		fputs(i == 0 ? "" : ", ", o->f);
		put_text(o, names[i]);
	}
	fputs(n == 1 ? "" : "]", o->f);
}

static const char *const *
lines_of(const struct show *o, const struct lines *l, const struct some *s)
{
	const char	**out = arena_array(o->arena, (size_t)s->n + 1,
			    sizeof(*out));
	int		  i;

	for (i = 0; i < s->n; i++)
		out[i] = l->list[s->of[i]].id;
	return out;
}

static const char *const *
names_of(const struct show *o, const struct some *s, bool events)
{
	const char	**out = arena_array(o->arena, (size_t)s->n + 1,
			    sizeof(*out));
	int		  i;

	for (i = 0; i < s->n; i++)
		out[i] = events ? event_named(o, s->of[i]) :
		    trait_named(o, s->of[i]);
	return out;
}

static void
put_names(const struct show *o, int depth, enum word key,
    const char *const *names, int n)
{
	put_key(o, depth, key);
	putc(' ', o->f);
	put_list(o, names, n);
	putc('\n', o->f);
}

static void
put_line(const struct show *o, const struct lines *all, const struct line *l)
{
	static const enum word	words[][2] = {
		[LINE_CAME] = { W_CAME, W_IN_YEAR },
		[LINE_OPEN_START] = { W_OPEN, W_AT_START },
		[LINE_DONE] = { W_DONE, W_IN_YEAR },
		[LINE_OPEN_END] = { W_OPEN, W_AT_END }
	};

	put_name(o, 3, l->id);
	putc('\n', o->f);
	put_field(o, 4, W_TITLE, l->title);
	put_field(o, 4, W_TITLE_EN, l->title_en);
	put_field(o, 4, W_NOTE, l->note);
	if (l->kind == LINE_TRAITS)
		put_names(o, 4, W_TRAITS, names_of(o, &l->of, false),
		    l->of.n);
	else if (l->kind == LINE_SUM)
		put_names(o, 4, W_SUM, lines_of(o, all, &l->of), l->of.n);
	else
		put_word_field(o, 4, words[l->kind][0], words[l->kind][1]);
}

static void
put_lines(const struct show *o, enum word key, const struct lines *l)
{
	int	i;

	put_key(o, 2, key);
	putc('\n', o->f);
	for (i = 0; i < l->n; i++)
		put_line(o, l, &l->list[i]);
}

static void
put_side(const struct show *o, const struct lines *l, const struct some *s)
{
	int	i;

	putc('[', o->f);
	for (i = 0; i < s->n; i++) {
		fputs(i == 0 ? "" : ", ", o->f);
		put_text(o, l->list[s->of[i]].id);
	}
	putc(']', o->f);
}

static void
put_checks(const struct show *o, const struct annual_table *t)
{
	const struct lines	*l;
	int			 i;

	if (t->nchecks == 0)
		return;
	put_key(o, 2, W_CHECK);
	fputs(" [", o->f);
	for (i = 0; i < t->nchecks; i++) {
		l = t->checks[i].of_rows ? &t->rows : &t->columns;
		fputs(i == 0 ? "[" : ", [", o->f);
		put_side(o, l, &t->checks[i].left);
		fputs(", ", o->f);
		put_side(o, l, &t->checks[i].right);
		putc(']', o->f);
	}
	fputs("]\n", o->f);
}

static void
put_table(struct show *o, const struct annual_table *t)
{
	o->proc = t->proc;
	put_name(o, 1, t->id);
	putc('\n', o->f);
	put_field(o, 2, W_TITLE, t->title);
	put_field(o, 2, W_TITLE_EN, t->title_en);
	put_field(o, 2, W_NOTE, t->note);
	put_field(o, 2, W_PROCEDURE, t->proc->id);
	put_field(o, 2, W_CAME, event_named(o, t->came));
	put_names(o, 2, W_DONE, names_of(o, &t->done, true), t->done.n);
	put_lines(o, W_COLUMNS, &t->columns);
	put_lines(o, W_ROWS, &t->rows);
	put_checks(o, t);
}

void
rules_write_annual(FILE *f, const struct annual *a, enum lang lang)
{
	struct show	o = { f, arena_new(), lang, NULL };
	int		i;

	put_field(&o, 0, W_ANNUAL, a->title);
	put_field(&o, 0, W_TITLE_EN, a->title_en);
	put_field(&o, 0, W_NOTE, a->note);
	put_key(&o, 0, W_TABLES);
	putc('\n', f);
	for (i = 0; i < a->ntables; i++)
		put_table(&o, &a->tables[i]);
	arena_free(o.arena);
}
