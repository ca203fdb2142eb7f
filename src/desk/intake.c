#include "desk/intake.h"

#include <string.h>

#include "base/text.h"
#include "desk/case.h"
#include "desk/division.h"
#include "desk/duty.h"
#include "desk/owner.h"
#include "desk/period.h"
#include "desk/slot.h"

struct intake *
intake_new(struct arena *a, const struct world *w)
{
	struct intake	*in = arena_alloc(a, sizeof(*in));

	in->world = w;
	in->versions = versions_new(a, w->book);
	return in;
}

void
intake_free(struct intake *in)
{
	versions_free(in->versions);
}

long long
intake_lacking(const struct intake *in)
{
	return in->lacking;
}

/* ---- what a row says by itself, kind by kind */

static bool
level_fits(struct desk *k, const char *code)
{
	const struct typed	*t = cell(k, COL_LEVEL);

	if (t->levels == 0 || (t->levels & 1U << division_level(code)) != 0)
		return true;
	diag_error(k->d, t->at, _("level `%s` does not fit the code %s, which "
	    "is that of a %s"), t->text, code,
	    level_word(division_level(code)));
	return false;
}

static bool
read_division(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_DIVISION);
	bool			 good = cell_good(cell(k, COL_LEVEL), k->d);

	if (*t->text == '\0')
		diag_error(k->d, t->at, _("the division is missing"));
	else if (cell_good(t, k->d) && t->code == NULL)
		diag_error(k->d, t->at, _("expected a division code here, as "
		    "450225100"));
	if (t->code == NULL)
		return false;
	f->code = t->code;
	f->name = cell(k, COL_NAME)->text;
	f->contact = cell(k, COL_CONTACT)->text;
	f->phone = cell(k, COL_PHONE)->text;
	return level_fits(k, f->code) && good;
}

static bool
read_day(struct desk *k, enum column c, struct day *out)
{
	*out = cell(k, c)->day;
	return cell_good(cell(k, c), k->d);
}

static bool
need_day(struct desk *k, enum column c, struct day *out)
{
	if (!read_day(k, c, out))
		return false;
	if (!day_is(*out))
		diag_error(k->d, cell(k, c)->at, _("the date is missing"));
	return day_is(*out);
}

static bool
read_word(struct desk *k, enum column c, const char **out)
{
	*out = cell(k, c)->id;
	return cell_good(cell(k, c), k->d);
}

static bool
in_order(struct desk *k, struct day from, struct day to, enum column c,
    const char *fault)
{
	if (!day_is(from) || !day_is(to) || day_cmp(from, to) <= 0)
		return true;
	diag_error(k->d, cell(k, c)->at, "%s", fault);
	return false;
}

static bool
read_event(struct desk *k, struct fact *f)
{
	return need_day(k, COL_DATE, &f->event.day);
}

/* One cell says both days, and another the last: they must say the same. */
static bool
ends_agree(struct desk *k)
{
	const struct typed	*p = cell(k, COL_POSTED);
	const struct typed	*u = cell(k, COL_UNTIL);

	if (*u->text == '\0' || (!day_is(p->last) && !day_is(u->day)) ||
	    (day_is(p->last) && day_is(u->day) &&
	    day_cmp(p->last, u->day) == 0))
		return true;
	diag_error(k->d, u->at, _("`%s` is another last day than that of "
	    "`%s`: which of the two is right?"), u->text, p->text);
	return false;
}

/* When it stood: in one cell or in two. */
static bool
read_stand(struct desk *k, struct fact *f)
{
	const struct typed	*p = cell(k, COL_POSTED);
	struct posting		*to = &f->posting;
	bool			 good = need_day(k, COL_POSTED, &to->posted);

	good &= read_day(k, COL_UNTIL, &to->until);
	if (p->spans) {
		good = good && ends_agree(k);
		to->until = p->last;
		f->has |= HAS_UNTIL;
	} else if (good && k->cells->header->span &&
	    *cell(k, COL_UNTIL)->text == '\0') {
		diag_error(k->d, p->at, _("`%s`: this column says from when "
		    "until when; write 2020-09-01至2020-09-07, or "
		    "2020-09-01至今 while it stands"), p->text);
		return false;
	}
	return good;
}

static bool
read_posting(struct desk *k, struct fact *f)
{
	struct posting	*p = &f->posting;
	bool		 good = read_stand(k, f);

	good &= read_day(k, COL_REVIEWED, &p->reviewed);
	good &= read_word(k, COL_MEDIUM, &p->medium);
	p->place = cell(k, COL_PLACE)->text;
	p->content = cell(k, COL_CONTENT)->text;
	p->by = cell(k, COL_BY)->text;
	p->evidence = cell(k, COL_EVIDENCE)->text;
	return good && in_order(k, p->posted, p->until,
	    cell(k, COL_POSTED)->spans ? COL_POSTED : COL_UNTIL,
	    _("the last day lies before the day of posting"));
}

static bool
read_objection(struct desk *k, struct fact *f)
{
	struct objection	*o = &f->objection;
	bool			 good = need_day(k, COL_RECEIVED, &o->received);

	good &= read_day(k, COL_RESOLVED, &o->resolved);
	good &= cell_good(cell(k, COL_NUMBER), k->d);
	good &= read_word(k, COL_OUTCOME, &o->outcome);
	o->number = cell(k, COL_NUMBER)->text;
	o->handler = cell(k, COL_HANDLER)->text;
	return good && in_order(k, o->received, o->resolved, COL_RESOLVED,
	    _("the objection is resolved before it was received"));
}

/* ---- what it means for its case */

/* At, below or above the case's division. */
static bool
is_near(struct desk *k, const struct matter *m, const char *code)
{
	if (division_within(code, m->division) ||
	    division_within(m->division, code))
		return true;
	diag_error(k->d, cell(k, COL_DIVISION)->at, _("%s is neither at, "
	    "below nor above the case's division %s"), code, m->division);
	return false;
}

/* Of a sheet that names cases by number, where it says the division too. */
static bool
is_of_division(struct desk *k, const struct matter *m)
{
	const struct typed	*t = cell(k, COL_DIVISION);

	return *t->text == '\0' || names_period(k) || (cell_good(t, k->d) &&
	    (t->code == NULL || is_near(k, m, t->code)));
}

static bool
mean_event(struct desk *k, const struct matter *m, struct fact *f)
{
	int			 i, v, e, n;
	const struct procedure	*p = need_event(k, &i);
	const struct version	*all;

	if (p == NULL || !is_of_division(k, m) || (!f->voided &&
	    !may_record(k, m, p, i)))
		return false;
	f->event.event = p->events[i].id;
	f->repeats = false;
	all = versions_all(k->in->versions, &n);
	for (v = 0; v < n; v++) {
		e = procedure_event(all[v].rules, f->event.event);
		f->repeats |= e >= 0 && all[v].rules->events[e].repeats;
	}
	return true;
}

static bool
mean_posting(struct desk *k, const struct matter *m, struct fact *f)
{
	int			 i;
	const struct procedure	*p = need_step(k, &i);

	(void)m;
	if (p == NULL) {
		/* of the division a spoilt code can be told at least */
		(void)cell_good(cell(k, COL_DIVISION), k->d);
		return false;
	}
	f->posting.step = p->steps[i].id;
	f->posting.division = need_slot(k, &p->steps[i]);
	return f->posting.division != NULL;
}

/* Of an objection any division will do, and none: then it is of them all. */
static bool
mean_objection(struct desk *k, const struct matter *m, struct fact *f)
{
	const struct typed	*t = cell(k, COL_DIVISION);
	int			 i;
	const struct procedure	*p = need_step(k, &i);

	if (p == NULL)
		return false;
	f->objection.step = p->steps[i].id;
	f->objection.division = *t->text == '\0' ? "" :
	    t->code != NULL ? t->code : need_slot(k, &p->steps[i]);
	return f->objection.division != NULL && (t->code == NULL ||
	    is_near(k, m, t->code));
}

/* The number says which case it is; another name beside it is a slip. */
static void
look_at_name(struct desk *k, const struct matter *m, const struct fact *f)
{
	const struct typed	*t = cell(k, COL_CALLED);

	if (*t->text == '\0' || m->title == NULL || *m->title == '\0' ||
	    *f->batch != '\0' || strcmp(squeezed(k->arena, t->text),
	    squeezed(k->arena, m->title)) == 0)
		return;
	diag_warn(k->d, t->at, _("the case `%s` is called `%s`, not `%s`: is "
	    "the number right?  (taken in by its number)"), m->id, m->title,
	    t->text);
}

/* ---- from end to end */

static const struct {
	bool	(*read)(struct desk *, struct fact *);
	bool	(*mean)(struct desk *, const struct matter *, struct fact *);
} kinds[SHEETS] = {
	[SHEET_DIVISIONS] = { read_division, NULL },
	[SHEET_CASES] = { read_case, NULL },
	[SHEET_EVENTS] = { read_event, mean_event },
	[SHEET_POSTINGS] = { read_posting, mean_posting },
	[SHEET_OBJECTIONS] = { read_objection, mean_objection },
	[SHEET_DUTIES] = { read_duty, NULL },
};

/* Whose row it is, of an event, posting or objection. */
static bool
read_owner(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_CASE);

	f->id = t->text;
	f->batch = t->batch == NULL ? "" : t->batch;
	f->named = names_period(k) ? read_county(k, f) &&
	    find_by_period(k, f) : cell_good(t, k->d) && read_county(k, f);
	return f->named;
}

bool
intake_row(struct intake *in, struct arena *a, const struct cells *c,
    struct fact *f, struct diags *d)
{
	struct desk	k = { in, a, c, d };
	bool		good = !c->stray;

	memset(f, 0, sizeof(*f));
	f->sheet = c->sheet;
	f->has = c->has;
	f->batch = "";
	if (c->ditto)
		return false;
	f->voided = cell(&k, COL_VOID)->yes;
	good &= cell_good(cell(&k, COL_VOID), d);
	if (kinds[f->sheet].mean != NULL)
		good &= read_owner(&k, f);
	return kinds[f->sheet].read(&k, f) && good;
}

struct matter *
intake_case(struct intake *in, struct arena *a, const struct cells *c,
    const struct fact *f, struct diags *d)
{
	struct desk	k = { in, a, c, d };

	return find_owner(&k, f);
}

bool
intake_mean(struct intake *in, struct arena *a, const struct cells *c,
    const struct matter *m, struct fact *f, struct diags *d)
{
	struct desk	k = { in, a, c, d };

	versions_turn(in->versions, m);
	look_at_name(&k, m, f);
	return kinds[f->sheet].mean(&k, m, f);
}
