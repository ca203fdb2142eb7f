/*
 * The tables of a circular.
 */
#include <string.h>

#include "base/text.h"
#include "report/circular_parts.h"
#include "report/night_text.h"
#include "words/message.h"

static struct rows
begin(struct draft_of *d, const char *title,
    const struct table_column *columns, size_t n)
{
	return table_told(&d->parts, title, columns, n);
}

static void
put_days(struct rows *r, int32_t days)
{
	if (days < 0)
		row_empty(r);
	else
		row_number(r, days);
}

static void
put_share(struct rows *r, const struct tally *t, int period)
{
	row_put(r, share_of(t->good[period], t->due[period]));
}

/* ---- overall */

static const char *
changed(struct arena *a, long long by)
{
	if (by == 0)
		return _("unchanged");
	return by > 0 ? arena_printf(a, _("up %lld"), by) :
	    arena_printf(a, _("down %lld"), -by);
}

static void
pair(struct rows *r, const struct circular *c, const char *what,
    const long long n[static PERIODS], bool found)
{
	const bool	known = !found || c->nights[PERIOD_BEFORE] > 0;

	row_next(r);
	row_text(r, what);
	row_number(r, n[PERIOD_IS]);
	if (known)
		row_number(r, n[PERIOD_BEFORE]);
	else
		row_empty(r);
	row_text(r, known ? changed(r->arena, n[PERIOD_IS] -
	    n[PERIOD_BEFORE]) : "");
}

/* By how many tenths of a hundredth the shares that are shown differ. */
static const char *
share_changed(struct arena *a, const struct tally *t)
{
	const struct cell_value	is = share_of(t->good[PERIOD_IS],
				    t->due[PERIOD_IS]);
	const struct cell_value	was = share_of(t->good[PERIOD_BEFORE],
				    t->due[PERIOD_BEFORE]);
	long long		by;

	if (is.kind == CELL_EMPTY || was.kind == CELL_EMPTY)
		return "";
	by = (long long)(is.number * 1000 + .5) -
	    (long long)(was.number * 1000 + .5);
	if (by == 0)
		return _("unchanged");
	return arena_printf(a, by > 0 ? _("up %lld.%lld points") :
	    _("down %lld.%lld points"), (by > 0 ? by : -by) / 10,
	    (by > 0 ? by : -by) % 10);
}

static void
overall_days(struct rows *r, const struct circular *c, const char *what,
    int32_t (*of)(const struct spread *), const struct tally *t)
{
	row_next(r);
	row_text(r, what);
	put_days(r, of(&t->late[PERIOD_IS]));
	if (c->nights[PERIOD_BEFORE] > 0)
		put_days(r, of(&t->late[PERIOD_BEFORE]));
	else
		row_empty(r);
	row_text(r, "");
}

static void
overall_fate(struct rows *r, const char *what, long long n)
{
	row_next(r);
	row_text(r, what);
	row_number(r, n);
	row_empty(r);
	row_text(r, "");
}

static void
overall_found(struct rows *r, const struct circular *c,
    const struct tally *t)
{
	int		i;
	long long	n[PERIODS];

	pair(r, c, _("findings first seen"), t->found, true);
	for (i = SEVERITIES - 1; i >= 0; i--) {
		n[PERIOD_IS] = t->severities[PERIOD_IS][i];
		n[PERIOD_BEFORE] = t->severities[PERIOD_BEFORE][i];
		pair(r, c, arena_printf(r->arena, _("of these: %s"),
		    message_severity((enum severity)i)), n, true);
	}
	pair(r, c, _("cases of these findings"), t->faulty, true);
	overall_days(r, c, _("posted late, days: median"), spread_median, t);
	overall_days(r, c, _("posted late, days: worst"), spread_worst, t);
	overall_fate(r, _("of these findings standing today"), t->standing);
	overall_fate(r, _("waived today"), t->waived);
	overall_fate(r, _("put right in the period"), t->fixed);
	overall_fate(r, _("put right after it"), t->later);
	overall_fate(r, _("no longer listed, not put right"), tally_gone(t));
	overall_fate(r, _("older ones put right in the period"), t->mended);
}

void
circular_overall(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Figure"), CELL_TEXT, false },
		{ N_("This period"), CELL_NUMBER, false },
		{ N_("The one before"), CELL_NUMBER, false },
		{ N_("Change"), CELL_TEXT, false },
	};
	const struct tally	*t = circular_tally(d->c, "", "", -1);
	struct rows		 r = begin(d, _("Overall"),
				    COLUMNS(columns));

	pair(&r, d->c, _("cases with a notice due"), t->cases, false);
	pair(&r, d->c, _("notices due"), t->due, false);
	pair(&r, d->c, _("in order"), t->good, false);
	row_next(&r);
	row_text(&r, _("share in order"));
	put_share(&r, t, PERIOD_IS);
	put_share(&r, t, PERIOD_BEFORE);
	row_text(&r, share_changed(d->a, t));
	overall_found(&r, d->c, t);
	table_end(&r);
}

/* ---- by procedure */

static void
put_due(struct rows *r, const struct tally *t)
{
	row_number(r, t->cases[PERIOD_IS]);
	row_number(r, t->due[PERIOD_IS]);
	row_number(r, t->good[PERIOD_IS]);
	put_share(r, t, PERIOD_IS);
	put_share(r, t, PERIOD_BEFORE);
}

static bool
has_due(const struct tally *t)
{
	return t->due[PERIOD_IS] + t->due[PERIOD_BEFORE] +
	    t->found[PERIOD_IS] + t->found[PERIOD_BEFORE] + t->mended > 0;
}

static void
procedure_row(struct rows *r, const struct tally *t)
{
	put_due(r, t);
	row_number(r, t->found[PERIOD_IS]);
	row_number(r, t->standing);
}

void
circular_procedures(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Procedure"), CELL_TEXT, false },
		{ N_("procedure-id"), CELL_TEXT, true },
		{ N_("Cases"), CELL_NUMBER, false },
		{ N_("Due"), CELL_NUMBER, false },
		{ N_("In order"), CELL_NUMBER, false },
		{ N_("Share"), CELL_SHARE, false },
		{ N_("Share before"), CELL_SHARE, false },
		{ N_("Found"), CELL_NUMBER, false },
		{ N_("Still open"), CELL_NUMBER, false },
	};
	const struct tally	*t;
	struct rows		 r = begin(d, _("By procedure"),
				    COLUMNS(columns));
	size_t			 i;

	for (i = 0; i < d->c->n; i++) {
		t = d->c->list[i];
		if (*t->unit != '\0' || *t->procedure == '\0' ||
		    t->kind >= 0 || !has_due(t))
			continue;
		row_next(&r);
		row_text(&r, circular_procedure(d, t->procedure));
		row_text(&r, t->procedure);
		procedure_row(&r, t);
	}
	row_next(&r);
	row_text(&r, _("All"));
	row_text(&r, "");
	procedure_row(&r, circular_tally(d->c, "", "", -1));
	row_is_total(&r);
	table_end(&r);
}

/* ---- amounts */

static const char *
amount_title(const struct draft_of *d, const struct circular_sum *s)
{
	const struct procedure	*p;
	int			 i, v;

	for (v = 0; (p = rulebook_version(d->c->book, s->procedure, v)) !=
	    NULL; v++)
		for (i = 0; i < p->namounts; i++)
			if (strcmp(p->amounts[i].id, s->name) == 0)
				return title_in(p->amounts[i].id,
				    p->amounts[i].title,
				    p->amounts[i].title_en);
	return s->name;
}

static void
put_sum(struct rows *r, const struct draft_of *d,
    const struct circular_sum *s)
{
	row_text(r, circular_procedure(d, s->procedure));
	row_text(r, amount_title(d, s));
	row_text(r, s->name);
	row_number(r, s->cases);
	row_yuan(r, s->yuan);
	row_number(r, s->good_cases);
	row_yuan(r, s->good_yuan);
	row_put(r, share_of(s->good_yuan, s->yuan));
}

static const struct table_column	sum_columns[] = {
	{ N_("Unit"), CELL_TEXT, false },
	{ N_("unit-code"), CELL_TEXT, true },
	{ N_("Procedure"), CELL_TEXT, false },
	{ N_("Amount"), CELL_TEXT, false },
	{ N_("amount-id"), CELL_TEXT, true },
	{ N_("Cases"), CELL_NUMBER, false },
	{ N_("Sum, 10,000 yuan"), CELL_NUMBER, false },
	{ N_("Cases in order"), CELL_NUMBER, false },
	{ N_("Their sum, 10,000 yuan"), CELL_NUMBER, false },
	{ N_("Share of the sum"), CELL_SHARE, false },
};

enum { UNIT_COLUMNS = 2 };	/* of which tables of all have none */

void
circular_sums(struct draft_of *d)
{
	struct rows	r;
	size_t		i;

	if (d->c->nsums == 0)
		return;
	r = begin(d, _("Amounts of the cases with a notice due"),
	    sum_columns + UNIT_COLUMNS, sizeof(sum_columns) /
	    sizeof(*sum_columns) - UNIT_COLUMNS);
	for (i = 0; i < d->c->nsums; i++)
		if (*d->c->sums[i].unit == '\0') {
			row_next(&r);
			put_sum(&r, d, &d->c->sums[i]);
		}
	table_end(&r);
}

/* ---- exempt */

void
circular_exempt(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Trait"), CELL_TEXT, false },
		{ N_("trait-id"), CELL_TEXT, true },
		{ N_("Notices not to be posted"), CELL_NUMBER, false },
	};
	const struct totals	*t = &d->c->totals;
	struct rows		 r;
	size_t			 i;

	if (t->nexempt == 0)
		return;
	r = begin(d, _("Exempt by trait, as of today"), COLUMNS(columns));
	for (i = 0; i < t->nexempt; i++) {
		row_next(&r);
		row_text(&r, t->exempt[i].title);
		row_text(&r, t->exempt[i].trait);
		row_number(&r, t->exempt[i].slots);
	}
	table_end(&r);
}

/* ---- units */

static void
put_unit(struct rows *r, const struct draft_of *d, const char *code)
{
	row_text(r, circular_unit_name(d, code));
	row_text(r, code);
}

void
circular_ranks(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Rank"), CELL_NUMBER, false },
		{ N_("Unit"), CELL_TEXT, false },
		{ N_("unit-code"), CELL_TEXT, true },
		{ N_("Cases"), CELL_NUMBER, false },
		{ N_("Due"), CELL_NUMBER, false },
		{ N_("In order"), CELL_NUMBER, false },
		{ N_("Share"), CELL_SHARE, false },
		{ N_("Share before"), CELL_SHARE, false },
		{ N_("Change"), CELL_TEXT, false },
	};
	struct rows			 r = begin(d, _("Units by their "
					    "share in order"),
					    COLUMNS(columns));
	const struct circular_unit	*u;
	const struct tally		*t;
	size_t				 i;

	for (i = 0; i < d->c->nunits && d->c->units[i].rank > 0; i++) {
		u = &d->c->units[i];
		row_next(&r);
		row_number(&r, u->rank);
		put_unit(&r, d, u->code);
		put_due(&r, u->all);
		row_text(&r, share_changed(d->a, u->all));
	}
	t = circular_tally(d->c, "", "", -1);
	row_next(&r);
	row_empty(&r);
	row_text(&r, _("All"));
	row_text(&r, "");
	put_due(&r, t);
	row_text(&r, share_changed(d->a, t));
	row_is_total(&r);
	table_end(&r);
}

static void
put_fates(struct rows *r, const struct tally *t)
{
	row_number(r, t->standing);
	row_number(r, t->waived);
	row_number(r, t->fixed);
	row_number(r, t->later);
	row_number(r, tally_gone(t));
	row_number(r, t->mended);
}

static void
put_found(struct rows *r, const struct tally *t)
{
	row_number(r, t->found[PERIOD_IS]);
	row_number(r, t->severities[PERIOD_IS][SEVERITY_GRAVE]);
	put_days(r, spread_median(&t->late[PERIOD_IS]));
	put_days(r, spread_worst(&t->late[PERIOD_IS]));
	put_fates(r, t);
}

void
circular_found(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Unit"), CELL_TEXT, false },
		{ N_("unit-code"), CELL_TEXT, true },
		{ N_("Found"), CELL_NUMBER, false },
		{ N_("Grave"), CELL_NUMBER, false },
		{ N_("Late: median"), CELL_NUMBER, false },
		{ N_("Late: worst"), CELL_NUMBER, false },
		{ N_("Still open"), CELL_NUMBER, false },
		{ N_("Waived"), CELL_NUMBER, false },
		{ N_("Fixed in it"), CELL_NUMBER, false },
		{ N_("Fixed later"), CELL_NUMBER, false },
		{ N_("Not listed"), CELL_NUMBER, false },
		{ N_("Older fixed"), CELL_NUMBER, false },
	};
	struct rows		 r = begin(d, _("Findings by unit"),
				    COLUMNS(columns));
	const struct tally	*t;
	size_t			 i;

	for (i = 0; i < d->c->nunits; i++) {
		t = d->c->units[i].all;
		if (t->found[PERIOD_IS] + t->mended == 0)
			continue;
		row_next(&r);
		put_unit(&r, d, t->unit);
		put_found(&r, t);
	}
	row_next(&r);
	row_text(&r, _("All"));
	row_text(&r, "");
	put_found(&r, circular_tally(d->c, "", "", -1));
	row_is_total(&r);
	table_end(&r);
}

/* ---- kinds */

static void
put_kind(struct rows *r, const struct draft_of *d, const struct tally *t)
{
	row_number(r, t->found[PERIOD_IS]);
	if (d->c->nights[PERIOD_BEFORE] > 0)
		row_number(r, t->found[PERIOD_BEFORE]);
	else
		row_empty(r);
	row_number(r, t->faulty[PERIOD_IS]);
	put_days(r, spread_median(&t->late[PERIOD_IS]));
	put_days(r, spread_worst(&t->late[PERIOD_IS]));
	put_fates(r, t);
}

static const char *
kind_id(struct arena *a, int kind)
{
	return kind < 0 ? "" : arena_printf(a, "%s%s", code_name((enum code)
	    (kind / 2)), kind % 2 != 0 ? ":event" : "");
}

void
circular_kinds(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Kind"), CELL_TEXT, false },
		{ N_("code-id"), CELL_TEXT, true },
		{ N_("Found"), CELL_NUMBER, false },
		{ N_("Before"), CELL_NUMBER, false },
		{ N_("Cases"), CELL_NUMBER, false },
		{ N_("Days: median"), CELL_NUMBER, false },
		{ N_("Days: worst"), CELL_NUMBER, false },
		{ N_("Still open"), CELL_NUMBER, false },
		{ N_("Waived"), CELL_NUMBER, false },
		{ N_("Fixed in it"), CELL_NUMBER, false },
		{ N_("Fixed later"), CELL_NUMBER, false },
		{ N_("Not listed"), CELL_NUMBER, false },
		{ N_("Older fixed"), CELL_NUMBER, false },
	};
	struct rows		 r = begin(d, _("Kinds of fault"),
				    COLUMNS(columns));
	const struct tally	*t;
	size_t			 i;

	for (i = 0; i < d->c->n; i++) {
		t = d->c->list[i];
		if (*t->unit != '\0' || *t->procedure != '\0' || t->kind < 0)
			continue;
		row_next(&r);
		row_text(&r, circular_kind(t->kind));
		row_text(&r, kind_id(d->a, t->kind));
		put_kind(&r, d, t);
	}
	table_end(&r);
}

void
circular_gone(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Why"), CELL_TEXT, false },
		{ N_("why-id"), CELL_TEXT, true },
		{ N_("Findings no longer listed"), CELL_NUMBER, false },
	};
	const struct tally	*t = circular_tally(d->c, "", "", -1);
	struct rows		 r;
	int			 i;

	if (tally_gone(t) == 0)
		return;
	r = begin(d, _("No longer listed though nothing was put right"),
	    COLUMNS(columns));
	for (i = 0; i < WHYS; i++)
		if (t->gone[i] > 0) {
			row_next(&r);
			row_text(&r, night_why((enum why)i));
			row_text(&r, why_name((enum why)i));
			row_number(&r, t->gone[i]);
		}
	table_end(&r);
}

/* ---- demands */

void
circular_demands(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Unit"), CELL_TEXT, false },
		{ N_("unit-code"), CELL_TEXT, true },
		{ N_("Overdue, to be posted at once"), CELL_NUMBER, false },
		{ N_("Broken off, to be posted again"), CELL_NUMBER, false },
		{ N_("Findings to be put right"), CELL_NUMBER, false },
		{ N_("By"), CELL_DAY, false },
		{ N_("Notices to come"), CELL_NUMBER, false },
		{ N_("The first by"), CELL_DAY, false },
	};
	struct rows			 r = begin(d, _("What is to be done, "
					    "and by when"),
					    COLUMNS(columns));
	const struct circular_unit	*u;
	size_t				 i;

	for (i = 0; i < d->c->nunits; i++) {
		u = &d->c->units[i];
		if (u->overdue + u->broken + u->coming + u->all->owed == 0)
			continue;
		row_next(&r);
		put_unit(&r, d, u->code);
		row_number(&r, u->overdue);
		row_number(&r, u->broken);
		row_number(&r, u->all->owed);
		row_put(&r, day_of(u->all->owed > 0 ? d->c->next : DAY_NONE));
		row_number(&r, u->coming);
		row_put(&r, day_of(u->soonest));
	}
	table_end(&r);
}

/* ---- annexes: unit by procedure, and kind */

static const struct table_column	annex_columns[] = {
	{ N_("Unit"), CELL_TEXT, false },
	{ N_("unit-code"), CELL_TEXT, true },
	{ N_("Procedure"), CELL_TEXT, false },
	{ N_("procedure-id"), CELL_TEXT, true },
	{ N_("Cases"), CELL_NUMBER, false },
	{ N_("Due"), CELL_NUMBER, false },
	{ N_("In order"), CELL_NUMBER, false },
	{ N_("Share"), CELL_SHARE, false },
	{ N_("Share before"), CELL_SHARE, false },
	{ N_("Found"), CELL_NUMBER, false },
	{ N_("Grave"), CELL_NUMBER, false },
	{ N_("Late: median"), CELL_NUMBER, false },
	{ N_("Late: worst"), CELL_NUMBER, false },
	{ N_("Still open"), CELL_NUMBER, false },
	{ N_("Waived"), CELL_NUMBER, false },
	{ N_("Fixed in it"), CELL_NUMBER, false },
	{ N_("Fixed later"), CELL_NUMBER, false },
	{ N_("Not listed"), CELL_NUMBER, false },
	{ N_("Older fixed"), CELL_NUMBER, false },
};

static void
annex_due(struct draft_of *d)
{
	struct rows		 r = begin(d, _("Annex: by unit and "
				    "procedure"), COLUMNS(annex_columns));
	const struct tally	*t;
	size_t			 i;

	r.t->annex = true;
	for (i = 0; i < d->c->n; i++) {
		t = d->c->list[i];
		if (*t->unit == '\0' || *t->procedure == '\0' ||
		    t->kind >= 0)
			continue;
		row_next(&r);
		put_unit(&r, d, t->unit);
		row_text(&r, circular_procedure(d, t->procedure));
		row_text(&r, t->procedure);
		put_due(&r, t);
		put_found(&r, t);
	}
	table_end(&r);
}

static void
annex_kind(struct rows *r, const struct draft_of *d, const struct tally *t)
{
	int	i;

	row_next(r);
	put_unit(r, d, t->unit);
	row_text(r, circular_procedure(d, t->procedure));
	row_text(r, t->procedure);
	row_text(r, circular_kind(t->kind));
	row_text(r, kind_id(d->a, t->kind));
	put_kind(r, d, t);
	for (i = 0; i < WHYS; i++)
		if (i != WHY_FIXED)
			row_number(r, t->gone[i]);
}

static void
annex_kinds(struct draft_of *d)
{
	static const struct table_column	columns[] = {
		{ N_("Unit"), CELL_TEXT, false },
		{ N_("unit-code"), CELL_TEXT, true },
		{ N_("Procedure"), CELL_TEXT, false },
		{ N_("procedure-id"), CELL_TEXT, true },
		{ N_("Kind"), CELL_TEXT, false },
		{ N_("code-id"), CELL_TEXT, true },
		{ N_("Found"), CELL_NUMBER, false },
		{ N_("Before"), CELL_NUMBER, false },
		{ N_("Cases"), CELL_NUMBER, false },
		{ N_("Days: median"), CELL_NUMBER, false },
		{ N_("Days: worst"), CELL_NUMBER, false },
		{ N_("Still open"), CELL_NUMBER, false },
		{ N_("Waived"), CELL_NUMBER, false },
		{ N_("Fixed in it"), CELL_NUMBER, false },
		{ N_("Fixed later"), CELL_NUMBER, false },
		{ N_("Not listed"), CELL_NUMBER, false },
		{ N_("Older fixed"), CELL_NUMBER, false },
		{ N_("a record corrected"), CELL_NUMBER, false },
		{ N_("other rules"), CELL_NUMBER, false },
		{ N_("other days off"), CELL_NUMBER, false },
		{ N_("no such slot or case"), CELL_NUMBER, false },
		{ N_("a new round"), CELL_NUMBER, false },
		{ N_("cannot be judged"), CELL_NUMBER, false },
	};
	struct rows		 r = begin(d, _("Annex: by unit, procedure "
				    "and kind"), COLUMNS(columns));
	size_t			 i;

	r.t->annex = true;
	for (i = 0; i < d->c->n; i++)
		if (*d->c->list[i]->unit != '\0' &&
		    *d->c->list[i]->procedure != '\0' &&
		    d->c->list[i]->kind >= 0)
			annex_kind(&r, d, d->c->list[i]);
	table_end(&r);
}

static void
annex_sums(struct draft_of *d)
{
	struct rows	r;
	size_t		i;

	if (d->c->nsums == 0)
		return;
	r = begin(d, _("Annex: amounts by unit"), COLUMNS(sum_columns));
	r.t->annex = true;
	for (i = 0; i < d->c->nsums; i++)
		if (*d->c->sums[i].unit != '\0') {
			row_next(&r);
			put_unit(&r, d, d->c->sums[i].unit);
			put_sum(&r, d, &d->c->sums[i]);
		}
	table_end(&r);
}

void
circular_annexes(struct draft_of *d)
{
	annex_due(d);
	annex_kinds(d);
	annex_sums(d);
}
