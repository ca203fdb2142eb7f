#include "report/yearly.h"

#include "base/text.h"
#include "report/drafting.h"
#include "words/message.h"

/* ---- procedures, amounts */

static const char *
period_words(struct arena *a, const struct yearly *y)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	return arena_printf(a, _("Counted from the records, from %s through "
	    "%s.  A case is of the year in which it began, a notice of that in "
	    "which its latest day lay (without one, the day it went up); in "
	    "order is one without a violation, waived or not."),
	    day_print(y->is.from, from), day_print(y->is.until, until));
}

static bool
says(const struct yearly_procedure *p)
{
	return p->cases > 0 || p->due > 0;
}

static const char *const *
counted_words(struct arena *a, const struct yearly *y)
{
	struct words	w = { 0 };

	words_add(a, &w, period_words(a, y));
	if (y->unruled > 0)
		words_add(a, &w, arena_printf(a, _("Not counted, since no "
		    "rule was in force: %lld cases."), y->unruled));
	return w.list;
}

static void
procedure_row(struct rows *r, const struct yearly_procedure *q)
{
	row_next(r);
	row_text(r, message_procedure(q->proc));
	row_number(r, q->cases);
	row_number(r, q->counties);
	row_number(r, q->due);
	row_number(r, q->good);
	if (q->due > 0)
		row_put(r, (struct cell_value){ .kind = CELL_SHARE,
		    .number = (double)q->good / (double)q->due });
	else
		row_empty(r);
	row_text(r, q->proc->id);
}

static void
add_procedures(struct drafting *d, const struct yearly *y)
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
	struct rows	r = table_told(d, _("By procedure"),
			    COLUMNS(columns));
	size_t		i;

	r.t->part = _("Notices and announcements");
	r.t->above = counted_words(d->arena, y);
	for (i = 0; i < y->nprocedures; i++)
		if (says(&y->procedures[i]))
			procedure_row(&r, &y->procedures[i]);
	table_end(&r);
}

static void
sum_row(struct rows *r, const struct yearly_procedure *q, const char *what,
    long long yuan)
{
	row_next(r);
	row_text(r, message_procedure(q->proc));
	row_text(r, what);
	row_yuan(r, yuan);
	row_text(r, q->proc->id);
}

static void
sum_rows(struct rows *r, const struct yearly_procedure *q)
{
	const struct label	*l;
	long long		 all = 0;
	size_t			 i;

	for (i = 0; i < q->nsums; i++) {
		l = q->sums[i].label;
		sum_row(r, q, title_in(l->id, l->title, l->title_en),
		    q->sums[i].yuan);
		all += q->sums[i].yuan;
	}
	if (q->nsums > 1)
		sum_row(r, q, _("total"), all);
}

static bool
has_sums(const struct yearly *y)
{
	size_t	i;

	for (i = 0; i < y->nprocedures; i++)
		if (y->procedures[i].nsums > 0)
			return true;
	return false;
}

static void
add_sums(struct drafting *d, const struct yearly *y)
{
	static const struct table_column	columns[] = {
		{ N_("procedure"), CELL_TEXT, false },
		{ N_("amount"), CELL_TEXT, false },
		{ N_("10,000 yuan"), CELL_NUMBER, false },
		{ N_("procedure-id"), CELL_TEXT, true }
	};
	struct rows	r;
	size_t		i;

	if (!has_sums(y))
		return;
	r = table_told(d, _("Amounts"), COLUMNS(columns));
	for (i = 0; i < y->nprocedures; i++)
		sum_rows(&r, &y->procedures[i]);
	table_end(&r);
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
		words_add(a, w, arena_printf(a, _("The cross sum does not "
		    "hold, %s: %s = %lld, but %s = %lld."),
		    line_title(&l->list[k]),
		    side_words(a, y, c, &c->left, k), left,
		    side_words(a, y, c, &c->right, k), right));
	}
	if (bad == 0)
		words_add(a, w, _("The cross sum holds in each line."));
}

static void
say_strays(struct arena *a, struct words *w, const struct yearly_table *y)
{
	if (y->no_column.cases > 0)
		words_add(a, w, arena_printf(a, _("Cases that are not in "
		    "just one column, by their traits: %lld (%s)"),
		    y->no_column.cases, y->no_column.list));
	if (y->no_row.cases > 0)
		words_add(a, w, arena_printf(a, _("Cases done that are not "
		    "in just one row, by their traits: %lld (%s)"),
		    y->no_row.cases,
		    y->no_row.list));
}

static const char *const *
table_words(struct arena *a, const struct yearly_table *y)
{
	struct words	w = { 0 };
	int		i;

	for (i = 0; i < y->table->nchecks; i++)
		say_check(a, &w, y, &y->table->checks[i]);
	say_strays(a, &w, y);
	return w.list;
}

static void
add_table(struct drafting *d, const struct yearly_table *y)
{
	const struct annual_table	*t = y->table;
	const int			 n = t->columns.n;
	const char			*title = title_in(t->id, t->title,
					    t->title_en);
	struct table_column		*own = arena_array(d->arena,
					    (size_t)n + 1, sizeof(*own));
	struct rows			 r;
	int				 i, k;

	own[0] = (struct table_column){ "", CELL_TEXT, false };
	for (k = 0; k < n; k++)
		own[k + 1] = (struct table_column){ line_title(
		    &t->columns.list[k]), CELL_NUMBER, false };
	r = table_begin(d, title, own, (size_t)n + 1);
	r.t->part = title;
	for (i = 0; i < t->rows.n; i++) {
		row_next(&r);
		row_text(&r, line_title(&t->rows.list[i]));
		for (k = 0; k < n; k++)
			row_number(&r, y->cells[i * n + k]);
	}
	table_end(&r);
	r.t->below = table_words(d->arena, y);
}

void
yearly_tables(struct arena *a, const struct yearly *y, struct tables *out)
{
	struct drafting	d = { .arena = a };
	const char	*title = NULL;
	size_t		i;

	add_procedures(&d, y);
	add_sums(&d, y);
	for (i = 0; i < y->ntables; i++)
		if (y->tables[i].any) {
			add_table(&d, &y->tables[i]);
			title = title_in(y->tables[i].of->title,
			    y->tables[i].of->title, y->tables[i].of->title_en);
		}
	*out = (struct tables){ .title = arena_printf(a, _("%s, %d"),
	    title == NULL ? _("Yearly report on disclosure: what the records "
	    "say") : title, y->year), .lang = text_lang() == LANG_ZH ?
	    "zh-CN" : "en", .list = d.list, .n = d.n };
}
