#include "desk/period.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "case/happens.h"
#include "desk/case.h"
#include "desk/division.h"
#include "desk/owner.h"
#include "rule/dates.h"
#include "rule/duty.h"
#include "rule/numerals.h"

/* ---- a period, as people write it */

/* What follows the year, and the number in it. */
static const struct style {
	const char	*before, *after;
	enum cycle	 cycle;
	int		 k;		/* 0: a number between the two */
} styles[] = {
	{ "", "", CYCLE_YEAR, 1 },
	{ "年", "", CYCLE_YEAR, 1 },
	{ "年度", "", CYCLE_YEAR, 1 },
	{ "Q", "", CYCLE_QUARTER, 0 },
	{ "M", "", CYCLE_MONTH, 0 },
	{ "H", "", CYCLE_HALF_YEAR, 0 },
	{ "-", "", CYCLE_MONTH, 0 },
	{ "年", "季度", CYCLE_QUARTER, 0 },
	{ "年第", "季度", CYCLE_QUARTER, 0 },
	{ "年", "季", CYCLE_QUARTER, 0 },
	{ "年第", "季", CYCLE_QUARTER, 0 },
	{ "年度第", "季度", CYCLE_QUARTER, 0 },
	{ "年", "月", CYCLE_MONTH, 0 },
	{ "年", "月份", CYCLE_MONTH, 0 },
	{ "年上半年", "", CYCLE_HALF_YEAR, 1 },
	{ "年下半年", "", CYCLE_HALF_YEAR, 2 },
	{ "上半年", "", CYCLE_HALF_YEAR, 1 },
	{ "下半年", "", CYCLE_HALF_YEAR, 2 },
};

static bool
is_style(const struct style *e, const char *rest, int *k)
{
	const size_t	before = strlen(e->before), len = strlen(rest);
	size_t		at = before;
	int32_t		n = e->k;

	if (strncmp(rest, e->before, before) != 0)
		return false;
	if (e->k == 0) {
		at += rest[at] == '0';
		if (take_number(rest, &at, len, &n) != NUMBER_OK)
			return false;
	}
	*k = (int)n;
	return strcmp(rest + at, e->after) == 0 && *k >= 1 &&
	    *k <= cycle_count(e->cycle);
}

bool
interval_read(struct arena *a, const char *text, struct interval *out)
{
	char	*s = arena_alloc(a, strlen(text) + 1);
	size_t	 i;
	int	 year, k;

	(void)twin_form(text, s);
	if (strspn(s, "0123456789") != 4 || (*s != '1' && *s != '2'))
		return false;
	year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 +
	    (s[3] - '0');
	for (i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (is_style(&styles[i], s + 4, &k)) {
			*out = (struct interval){ styles[i].cycle, year, k };
			return true;
		}
	return false;
}

const char *
interval_words(struct arena *a, struct interval t)
{
	static const char *const	numbers[] = {
		"", "一", "二", "三", "四"
	};

	switch (t.cycle) {
	case CYCLE_MONTH:
		return arena_printf(a, "%d年%d月", t.year, t.k);
	case CYCLE_QUARTER:
		return arena_printf(a, "%d年第%s季度", t.year, numbers[t.k]);
	case CYCLE_HALF_YEAR:
		return arena_printf(a, "%d年%s半年", t.year, t.k == 1 ? "上" :
		    "下");
	default:
		return arena_printf(a, "%d年", t.year);
	}
}

/* ---- the number of a case */

/* How often the versions come round, as bits, and how many do not. */
struct rhythm {
	unsigned	cycles;
	enum cycle	one;		/* of them */
	bool		by_itself;	/* in each something happens so */
	unsigned	levels;
};

static bool
has_calendar(const struct procedure *p)
{
	int	i;

	for (i = 0; i < p->nevents; i++)
		if (p->events[i].calendar != CYCLE_NO_EDGE)
			return true;
	return false;
}

static struct rhythm
rhythm_of(const struct rulebook *book, const char *id)
{
	struct rhythm		 r = { 0, CYCLE_NONE, true, 0 };
	const struct procedure	*p;
	int			 v;

	for (v = 0; (p = rulebook_version(book, id, v)) != NULL; v++) {
		r.by_itself &= has_calendar(p);
		if (p->every == CYCLE_NONE)
			continue;
		r.cycles |= 1U << p->every;
		r.one = p->every;
		r.levels |= p->levels;
	}
	return r;
}

static const char *
every_words(enum cycle c)
{
	return vocab_text(duty_every(c), text_lang());
}

/* The procedure that a number begins with, where that one comes round. */
static const char *
procedure_in(struct desk *k, const char *number, const struct duty_case *c)
{
	const char	*id = arena_ndup(k->arena, number, c->procedure);

	return rhythm_of(k->in->world->book, id).cycles == 0 ? NULL : id;
}

/* Its days are facts like any. */
static bool
is_of_our_years(struct desk *k, struct interval t)
{
	char		 text[DAY_TEXT];
	struct day	 d;
	const char	*fault = day_complaint(day_print(interval_first(t),
			    text), &d);

	if (fault != NULL)
		diag_error(k->d, cell(k, COL_CASE)->at, fault, text);
	return fault == NULL;
}

/* `duty` opens none such; in one of a sheet the calendar gives nothing. */
static void
warn_without_rule(struct desk *k, const struct matter *m,
    const struct duty_case *c)
{
	struct day	first = interval_first(c->period);
	char		day[DAY_TEXT];

	if (rulebook_in_force(k->in->world->book, m->procedure, m->division,
	    first, first) == NULL)
		diag_warn(k->d, cell(k, COL_CASE)->at, _("`%s`: no rule of "
		    "`%s` is in force at %s on %s, the first day of its "
		    "period: what the calendar gives does not happen in it"),
		    m->id, m->procedure, m->division, day_print(first, day));
}

/* One that begins as the procedure's do. */
static bool
period_fits(struct desk *k, const struct matter *m, const struct duty_case *c,
    const struct rhythm *r)
{
	if (strcmp(c->division, m->division) != 0) {
		diag_error(k->d, cell(k, COL_CASE)->at, _("by its number "
		    "`%s` is the case of %s, and its division is %s: which "
		    "of the two is right?"), m->id, c->division, m->division);
		return false;
	}
	if ((r->cycles & 1U << c->period.cycle) != 0) {
		warn_without_rule(k, m, c);
		return is_of_our_years(k, c->period);
	}
	diag_error(k->d, cell(k, COL_CASE)->at, _("`%s`: `%s` comes round "
	    "`%s`, and this is another period"), m->id, m->procedure,
	    every_words(r->one));
	return false;
}

bool
fits_period(struct desk *k, const struct matter *m)
{
	const struct rhythm	 r = rhythm_of(k->in->world->book,
				    m->procedure);
	const char		*of = NULL;
	struct duty_case	 c;

	if (strchr(m->id, '@') != NULL && duty_parse(m->id, &c))
		of = procedure_in(k, m->id, &c);
	if (of != NULL && strcmp(of, m->procedure) == 0)
		return period_fits(k, m, &c, &r);
	if (of != NULL) {
		diag_error(k->d, cell(k, COL_CASE)->at, _("`%s` is the number "
		    "of a case of `%s`, not of `%s`"), m->id, of,
		    m->procedure);
		return false;
	}
	if (r.cycles == 0 || !r.by_itself)
		return true;
	diag_error(k->d, cell(k, COL_CASE)->at, _("a case of `%s` is that of "
	    "a period, and its number says which: `%s`; `gongshi duty add` "
	    "opens such cases by itself"), m->procedure,
	    duty_number(k->arena, m->procedure, m->division,
	    interval_of(r.one, day_make(2026, 7, 1))));
	return false;
}

/* ---- what happens by itself */

/* Is it so in each version that has the event? */
static bool
always_by_itself(const struct rulebook *book, const struct procedure *of,
    const char *event)
{
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; (p = rulebook_version(book, of->id, v)) != NULL; v++) {
		i = procedure_event(p, event);
		if (i >= 0 && p->events[i].calendar == CYCLE_NO_EDGE)
			return false;
	}
	return true;
}

bool
may_record(struct desk *k, const struct matter *m, const struct procedure *of,
    int event)
{
	const struct rulebook	*book = k->in->world->book;
	const char		*id = of->events[event].id;
	struct interval		 t;
	const struct procedure	*p = happens_by(book, m, &t);
	int			 i = p == NULL ? -1 : procedure_event(p, id);

	if (i >= 0 ? p->events[i].calendar == CYCLE_NO_EDGE :
	    !always_by_itself(book, of, id))
		return true;
	diag_error(k->d, cell(k, COL_EVENT)->at, _("`%s` happens by itself, "
	    "on a day of the calendar: nobody records it; take the row out"),
	    of->events[event].title);
	return false;
}

/* ---- a row that names its case by the period */

bool
names_period(const struct desk *k)
{
	return *cell(k, COL_PERIOD)->text != '\0';
}

struct names {
	struct arena	*arena;
	const char	*code;
	int		 n;
};

static bool
take_name(void *ctx, const char *code, const char *name)
{
	struct names	*f = ctx;

	(void)name;
	if (f->n++ == 0)
		f->code = arena_dup(f->arena, code);
	return f->n < 2;
}

/* By code or by name; of the same names the one in the sender's folder. */
static const char *
row_division(struct desk *k)
{
	const struct world	*w = k->in->world;
	const struct typed	*t = cell(k, COL_DIVISION);
	const char		*top = w->within == NULL ? "" : w->within;
	struct names		 f = { .arena = k->arena };

	if (*top == '\0' || *t->text == '\0' || t->fault != NULL ||
	    t->code != NULL)
		return find_division(k, t, "");
	if (strcmp(w->name(w->ctx, k->arena, top), t->text) == 0)
		return top;
	w->each(w->ctx, top, t->text, take_name, &f);
	return f.n == 1 ? f.code : find_division(k, t, "");
}

/* Cases of the period, from the region's down to the row's own division. */
struct owners {
	const struct matter	*found[2];
	int			 n;
};

static void
seek_owner(struct desk *k, const char *number, const char *code,
    struct owners *o)
{
	const struct world	*w = k->in->world;
	char			 county[COUNTY_MAX + 1];
	struct named		 n;
	struct matter		*copy;

	division_county(code, county);
	w->find(w->ctx, county, number, &n);
	if (n.one == NULL || o->n == 2)
		return;
	copy = arena_alloc(k->arena, sizeof(*copy));
	copy->id = arena_dup(k->arena, n.one->id);
	copy->division = arena_dup(k->arena, n.one->division);
	o->found[o->n++] = copy;
}

static struct owners
seek_owners(struct desk *k, const char *procedure, const char *code,
    const struct rhythm *r, struct interval t)
{
	struct owners	o = { .n = 0 };
	char		up[DIVISION_MAX + 1];
	int		l;

	for (l = LEVEL_REGION; l <= (int)division_level(code); l++)
		if ((r->levels & 1U << l) != 0 && division_above(code,
		    (enum level)l, up))
			seek_owner(k, duty_number(k->arena, procedure, up, t),
			    up, &o);
	return o;
}

static bool
complain_owners(struct desk *k, const struct owners *o, const char *procedure,
    const char *code, const struct rhythm *r)
{
	const struct typed	*t = cell(k, COL_PERIOD);

	if (o->n == 2)
		diag_error(k->d, t->at, _("two cases are meant, `%s` and "
		    "`%s`: write the number of one into the column 办件编号 "
		    "(case)"), o->found[0]->id, o->found[1]->id);
	else if (r->cycles == 0)
		diag_error(k->d, cell(k, COL_PROCEDURE)->at, _("`%s` does not "
		    "come round: name the case by its number, in the column "
		    "办件编号 (case)"), procedure);
	else {
		k->in->lacking++;
		diag_error(k->d, t->at, _("`%s` has no case of `%s` at or "
		    "above %s"), procedure, t->text, code);
		if ((r->cycles & 1U << t->period.cycle) == 0)
			diag_note(k->d, NOWHERE, _("it comes round `%s`: a "
			    "period is as `%s`"), every_words(r->one),
			    interval_words(k->arena, interval_of(r->one,
			    interval_first(t->period))));
		else
			diag_note(k->d, NOWHERE, _("`gongshi duty list` says "
			    "what is kept, `gongshi duty add` keeps it"));
	}
	return false;
}

/* A number beside the period must be that of the same case. */
static bool
agrees(struct desk *k, const char *number)
{
	const struct typed	*t = cell(k, COL_CASE);

	if (*t->text == '\0' || strcmp(t->text, number) == 0)
		return true;
	diag_error(k->d, t->at, _("`%s` is not the case of this period, "
	    "which is `%s`: take one of the two out"), t->text, number);
	return false;
}

bool
find_by_period(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_PERIOD);
	const char		*id = need_procedure(k), *code;
	char			*county;
	struct rhythm		 r;
	struct owners		 o;

	code = row_division(k);
	if (!cell_good(t, k->d) || id == NULL || code == NULL)
		return false;
	r = rhythm_of(k->in->world->book, id);
	o = seek_owners(k, id, code, &r, t->period);
	if (o.n != 1)
		return complain_owners(k, &o, id, code, &r);
	county = arena_alloc(k->arena, COUNTY_MAX + 1);
	division_county(o.found[0]->division, county);
	f->id = o.found[0]->id;
	f->county = county;
	return agrees(k, f->id);
}
