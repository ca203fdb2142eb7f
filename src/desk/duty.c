#include "desk/duty.h"

#include "base/text.h"
#include "desk/case.h"
#include "desk/division.h"

/* Only a procedure that comes round can be a duty. */
static bool
comes_round(struct desk *k, const char *id)
{
	const struct procedure	*p;
	int			 v;

	for (v = 0; (p = rulebook_version(k->in->world->book, id, v)) != NULL;
	    v++)
		if (p->every != CYCLE_NONE)
			return true;
	diag_error(k->d, cell(k, COL_PROCEDURE)->at, _("`%s` does not come "
	    "round: its rule file says no `every` (周期)"), id);
	return false;
}

static bool
is_at_home(struct desk *k, const char *code)
{
	if (division_within(code, k->in->world->home))
		return true;
	diag_error(k->d, cell(k, COL_DIVISION)->at, _("%s lies outside the "
	    "division %s that this database was made for"), code,
	    k->in->world->home);
	return false;
}

static bool
read_days(struct desk *k, struct fact *f)
{
	const struct typed	*from = cell(k, COL_FROM);
	const struct typed	*until = cell(k, COL_UNTIL);
	const struct typed	*opened = cell(k, COL_OPENED);
	bool			 good = cell_good(from, k->d);

	f->from = from->day;
	f->until = until->day;
	f->opened = opened->day;
	if (good && !day_is(f->from)) {
		diag_error(k->d, from->at, _("the date is missing"));
		good = false;
	}
	good &= cell_good(until, k->d) && cell_good(opened, k->d);
	if (!good || !day_is(f->until) || day_cmp(f->from, f->until) <= 0)
		return good;
	diag_error(k->d, until->at, _("the last day lies before the first"));
	return false;
}

bool
read_duty(struct desk *k, struct fact *f)
{
	bool	good;

	f->procedure = need_procedure(k);
	good = f->procedure != NULL && comes_round(k, f->procedure);
	f->code = find_division(k, cell(k, COL_DIVISION), "");
	good &= f->code != NULL && is_at_home(k, f->code);
	return (f->voided || read_days(k, f)) && good;
}
