#include "job/rename.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "desk/intake.h"
#include "desk/numbers.h"
#include "job/which.h"
#include "rule/duty.h"

/* Has another case of that county the number, or one that looks the same? */
static bool
is_free(struct arena *a, struct store *s, const struct matter *from,
    const struct matter *to, struct diags *d)
{
	char			 county[COUNTY_MAX + 1];
	struct named		 n;
	const struct matter	*other;

	division_county(to->division, county);
	store_find(s, a, county, to->id, &n);
	if (store_lost(s, d))
		return false;
	other = n.one != NULL ? n.one : n.twin;
	if (other == NULL || (strcmp(other->id, from->id) == 0 &&
	    strcmp(other->division, from->division) == 0))
		return true;
	diag_error(d, NOWHERE, other == n.one ?
	    _("there is a case `%s` in the county %s already") :
	    _("there is a case `%s` in the county %s already, whose number "
	    "looks the same"), other->id, county);
	return false;
}

static bool
number_fits(struct arena *a, const char *id, struct diags *d)
{
	const char	*fault = case_fault(a, id, false);

	if (fault != NULL)
		diag_error(d, NOWHERE, "%s", fault);
	return fault == NULL;
}

/* Rows at both divisions could have one key then. */
static bool
is_apart(const struct matter *m, const char *division, struct diags *d)
{
	size_t	i;
	bool	there = false;

	for (i = 0; i < m->npostings; i++)
		there |= strcmp(m->postings[i].division, division) == 0;
	for (i = 0; i < m->nobjections; i++)
		there |= strcmp(m->objections[i].division, division) == 0;
	if (there)
		diag_error(d, NOWHERE, _("the case `%s` has rows "
		    "at %s already: take these back first"), m->id, division);
	return !there;
}

/* The number of a case of a period says which, and where; so it must go on. */
static bool
keeps_period(struct arena *a, const struct matter *from,
    const struct matter *to, struct diags *d)
{
	struct duty_case	 was;
	const char		*must;

	if (!duty_parse(from->id, &was) || strlen(from->procedure) !=
	    was.procedure || memcmp(from->id, from->procedure,
	    was.procedure) != 0 || strcmp(was.division, from->division) != 0)
		return true;
	must = duty_number(a, from->procedure, to->division, was.period);
	if (strcmp(to->id, must) == 0)
		return true;
	diag_error(d, NOWHERE, _("`%s` is the case of a period, which its "
	    "number says: at %s it is `%s`"), from->id, to->division, must);
	return false;
}

/* ---- what intake asks; ctx is the store */

/* It never asks for another case than that which moves. */
static void
find_none(void *ctx, const char *county, const char *id, struct named *out)
{
	(void)ctx;
	(void)county;
	(void)id;
	*out = (struct named){ 0 };
}

static const char *
find_name(void *ctx, struct arena *a, const char *code)
{
	return store_name(ctx, a, code);
}

static void
each_division(void *ctx, const char *top, const char *name,
    intake_division_fn *fn, void *arg)
{
	store_each_division(ctx, top, name, fn, arg);
}

/* Whether the rules allow it at its new division. */
static bool
fits(struct arena *a, const struct rename *job, const struct matter *from,
    struct matter *to, struct diags *d)
{
	struct world	 w = { job->book, store_home(job->store), job->county,
			    NULL, job->store, find_none, find_name,
			    each_division };
	struct intake	*in;
	bool		 good;

	if (strcmp(from->division, to->division) == 0)
		return true;
	in = intake_new(a, &w);
	good = is_apart(from, to->division, d) && intake_moves(in, a, from,
	    to, d);
	intake_free(in);
	return good;
}

static bool
rename_case(struct arena *a, const struct rename *job,
    const struct matter *from, struct matter *to, struct diags *d)
{
	enum put	p;

	if (!store_file(job->store, "rename", NULL, d) ||
	    !keeps_period(a, from, to, d) ||
	    !is_free(a, job->store, from, to, d) ||
	    !fits(a, job, from, to, d))
		return false;
	p = store_rename(job->store, from, to, d);
	if (p == PUT_CLASH)
		diag_error(d, NOWHERE, _("a case that was taken "
		    "back had the number `%s` in that county: history and "
		    "calendars know it by that; take another number"),
		    to->id);
	return p == PUT_CORRECTED && store_file_done(job->store, "", 0, d) &&
	    store_commit(job->store, d);
}

bool
rename_run(struct arena *a, const struct rename *job, struct diags *d)
{
	const struct matter	*header, *from;
	struct matter		 to;
	bool			 good;

	if (!number_fits(a, job->to, d) || !store_begin(job->store, job->when,
	    job->who, "rename", d))
		return false;
	header = which_case(job->store, a, job->county, job->id, d);
	from = header == NULL ? NULL : store_whole(job->store, a, header, d);
	good = from != NULL;
	if (good) {
		to = *from;
		to.id = job->to;
		if (*job->division != '\0')
			to.division = job->division;
		if (strcmp(to.id, from->id) == 0 && strcmp(to.division,
		    from->division) == 0) {
			diag_error(d, NOWHERE, _("the case `%s` "
			    "has that number and division already"),
			    from->id);
			good = false;
		}
	}
	good = good && rename_case(a, job, from, &to, d);
	store_rollback(job->store);
	return good;
}
