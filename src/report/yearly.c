#include "report/yearly.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"

static struct cell_value
text(const char *s)
{
	return (struct cell_value){ .kind = CELL_TEXT, .text = s,
	    .day = DAY_NONE };
}

static struct cell_value
number(double n)
{
	return (struct cell_value){ .kind = CELL_NUMBER, .number = n,
	    .day = DAY_NONE };
}

/* ---- parts of a report on their way */

struct parts {
	struct arena	*arena;
	struct table	*list;
	size_t		 n, cap;
};

/* Lines of words, ended by NULL. */
struct words {
	const char	**list;
	size_t		 n;
};

static void
say(struct arena *a, struct words *w, const char *s)
{
	const char	**list = arena_array(a, w->n + 2, sizeof(*list));

	if (w->n > 0)
		memcpy(list, w->list, w->n * sizeof(*list));
	list[w->n++] = s;
	w->list = list;
}

static struct table *
add(struct parts *p)
{
	p->list = arena_grow(p->arena, p->list, p->n, &p->cap,
	    sizeof(*p->list));
	p->list[p->n] = (struct table){ .title = NULL };
	return &p->list[p->n++];
}

static struct cell_value *
add_row(struct arena *a, struct table *t)
{
	const struct cell_value	**all = arena_array(a, t->nrows + 1,
				    sizeof(*all));
	struct cell_value	*row = arena_array(a, t->ncolumns,
				    sizeof(*row));

	if (t->nrows > 0)
		memcpy(all, t->rows, t->nrows * sizeof(*all));
	all[t->nrows++] = row;
	t->rows = all;
	return row;
}

/* ---- procedures, amounts */

static const char *
period_words(struct arena *a, const struct yearly *y)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	return arena_printf(a, _("Counted from the records, from %s through "
	    "%s.  A case is of the year in which it began, a notice of that in "
	    "which its latest day lay (without one, the day it went up); in "
	    "order is one without a violation, waived or not."),
	    day_print(y->from, from), day_print(y->until, until));
}

static bool
says(const struct yearly_procedure *p)
{
	return p->cases > 0 || p->due > 0;
}

static void
add_procedures(struct parts *p, const struct yearly *y)
{
	static const struct table_column	columns[] = {
		{ N_("procedure"), CELL_TEXT, false },
		{ N_("cases"), CELL_NUMBER, false },
		{ N_("counties"), CELL_NUMBER, false },
		{ N_("due in the year"), CELL_NUMBER, false },
		{ N_("in order"), CELL_NUMBER, false },
		{ N_("share"), CELL_SHARE, false },
		{ N_("procedure-id"), CELL_TEXT, true }
	};
	enum { N = sizeof(columns) / sizeof(*columns) };
	struct table_column	*own = arena_array(p->arena, N, sizeof(*own));
	struct table		*t = add(p);
	struct words		 above = { NULL, 0 };
	const struct yearly_procedure	*q;
	struct cell_value	*row;
	size_t			 i;

	for (i = 0; i < N; i++) {
		own[i] = columns[i];
		own[i].title = _(columns[i].title);
	}
	say(p->arena, &above, period_words(p->arena, y));
	if (y->unruled > 0)
		say(p->arena, &above, arena_printf(p->arena, _("Not counted, "
		    "since no rule was in force: %lld cases."), y->unruled));
	*t = (struct table){ .part = _("Notices and announcements"),
	    .title = _("By procedure"), .above = above.list, .columns = own,
	    .ncolumns = N };
	for (i = 0; i < y->nprocedures; i++) {
		q = &y->procedures[i];
		if (!says(q))
			continue;
		row = add_row(p->arena, t);
		row[0] = text(message_procedure(q->proc));
		row[1] = number((double)q->cases);
		row[2] = number((double)q->counties);
		row[3] = number((double)q->due);
		row[4] = number((double)q->good);
		if (q->due > 0)
			row[5] = (struct cell_value){ .kind = CELL_SHARE,
			    .number = (double)q->good / (double)q->due,
			    .day = DAY_NONE };
		row[6] = text(q->proc->id);
	}
}

static void
add_sums(struct parts *p, const struct yearly *y)
{
	struct table_column	*own = arena_array(p->arena, 4, sizeof(*own));
	struct table		*t = NULL;
	const struct yearly_procedure	*q;
	struct cell_value	*row;
	long long		 all;
	size_t			 i, k;

	own[0] = (struct table_column){ _("procedure"), CELL_TEXT, false };
	own[1] = (struct table_column){ _("amount"), CELL_TEXT, false };
	own[2] = (struct table_column){ _("10,000 yuan"), CELL_NUMBER,
	    false };
	own[3] = (struct table_column){ _("procedure-id"), CELL_TEXT, true };
	for (i = 0; i < y->nprocedures; i++) {
		q = &y->procedures[i];
		for (k = 0, all = 0; k < q->nsums + (q->nsums > 1); k++) {
			if (t == NULL) {
				t = add(p);
				*t = (struct table){ .title = _("Amounts"),
				    .columns = own, .ncolumns = 4 };
			}
			row = add_row(p->arena, t);
			row[0] = text(message_procedure(q->proc));
			row[1] = text(k == q->nsums ? _("total") :
			    title_in(q->sums[k].label->id,
			    q->sums[k].label->title,
			    q->sums[k].label->title_en));
			all += k == q->nsums ? 0 : q->sums[k].yuan;
			row[2] = number((double)(k == q->nsums ? all :
			    q->sums[k].yuan) / 10000);
			row[3] = text(q->proc->id);
		}
	}
}

/* ---- tables that packs declare */

static long long
side(const struct yearly_table *y, const struct check *c,
    const struct some *s, int across)
{
	const int	n = y->table->columns.n;
	long long	sum = 0;
	int		i;

	for (i = 0; i < s->n; i++)
		sum += y->cells[c->of_rows ? s->of[i] * n + across :
		    across * n + s->of[i]];
	return sum;
}

/* How many lines lie across those of a check. */
static int
across(const struct annual_table *t, const struct check *c)
{
	return c->of_rows ? t->columns.n : t->rows.n;
}

static bool
holds(const struct yearly_table *y)
{
	const struct check	*c;
	int			 i, k;

	for (i = 0; i < y->table->nchecks; i++) {
		c = &y->table->checks[i];
		for (k = 0; k < across(y->table, c); k++)
			if (side(y, c, &c->left, k) !=
			    side(y, c, &c->right, k))
				return false;
	}
	return y->no_row.cases == 0 && y->no_column.cases == 0;
}

bool
yearly_holds(const struct yearly *y)
{
	size_t	i;

	for (i = 0; i < y->ntables; i++)
		if (!holds(&y->tables[i]))
			return false;
	return true;
}

/* "Received 5 + carried over 0" */
static const char *
side_words(struct arena *a, const struct yearly_table *y,
    const struct check *c, const struct some *s, int at)
{
	const struct lines	*l = c->of_rows ? &y->table->rows :
				    &y->table->columns;
	const char		*all = "";
	int			 i;

	for (i = 0; i < s->n; i++)
		all = arena_printf(a, _("%s%s%s %lld"), all, i == 0 ? "" :
		    " + ", line_title(&l->list[s->of[i]]), side(y, c,
		    &(struct some){ &s->of[i], 1 }, at));
	return all;
}

static void
say_check(struct arena *a, struct words *w, const struct yearly_table *y,
    const struct check *c)
{
	const struct lines	*l = c->of_rows ? &y->table->columns :
				    &y->table->rows;
	long long		 left, right;
	int			 k, bad = 0;

	for (k = 0; k < l->n; k++) {
		left = side(y, c, &c->left, k);
		right = side(y, c, &c->right, k);
		if (left == right)
			continue;
		bad++;
		say(a, w, arena_printf(a, _("The cross sum does not hold, %s: "
		    "%s = %lld, but %s = %lld."), line_title(&l->list[k]),
		    side_words(a, y, c, &c->left, k), left,
		    side_words(a, y, c, &c->right, k), right));
	}
	if (bad == 0)
		say(a, w, _("The cross sum holds in each line."));
}

static void
say_strays(struct arena *a, struct words *w, const struct yearly_table *y)
{
	if (y->no_column.cases > 0)
		say(a, w, arena_printf(a, _("Cases that are not in just one "
		    "column, by their traits: %lld (%s)"),
		    y->no_column.cases, y->no_column.list));
	if (y->no_row.cases > 0)
		say(a, w, arena_printf(a, _("Cases done that are not in just "
		    "one row, by their traits: %lld (%s)"), y->no_row.cases,
		    y->no_row.list));
}

static void
add_table(struct parts *p, const struct yearly_table *y)
{
	const struct annual_table	*d = y->table;
	const int			 n = d->columns.n;
	struct table_column		*own = arena_array(p->arena,
					    (size_t)n + 1, sizeof(*own));
	struct table			*t = add(p);
	struct words			 below = { NULL, 0 };
	struct cell_value		*row;
	int				 i, k;

	own[0] = (struct table_column){ "", CELL_TEXT, false };
	for (k = 0; k < n; k++)
		own[k + 1] = (struct table_column){ line_title(
		    &d->columns.list[k]), CELL_NUMBER, false };
	t->part = title_in(d->id, d->title, d->title_en);
	t->title = t->part;
	t->columns = own;
	t->ncolumns = (size_t)n + 1;
	for (i = 0; i < d->rows.n; i++) {
		row = add_row(p->arena, t);
		row[0] = text(line_title(&d->rows.list[i]));
		for (k = 0; k < n; k++)
			row[k + 1] = number((double)y->cells[i * n + k]);
	}
	for (i = 0; i < d->nchecks; i++)
		say_check(p->arena, &below, y, &d->checks[i]);
	say_strays(p->arena, &below, y);
	t->below = below.list;
}

void
yearly_tables(struct arena *a, const struct yearly *y, struct tables *out)
{
	struct parts	p = { .arena = a };
	const char	*title = NULL;
	size_t		i;

	add_procedures(&p, y);
	add_sums(&p, y);
	for (i = 0; i < y->ntables; i++)
		if (y->tables[i].any) {
			add_table(&p, &y->tables[i]);
			title = title_in(y->tables[i].of->title,
			    y->tables[i].of->title, y->tables[i].of->title_en);
		}
	*out = (struct tables){ .title = arena_printf(a, _("%s, %d"),
	    title == NULL ? _("Yearly report on disclosure: what the records "
	    "say") : title, y->year), .lang = text_lang() == LANG_ZH ?
	    "zh-CN" : "en", .list = p.list, .n = p.n };
}
