/*
 * A case at another division: what it keeps, and what would have no slot.
 */
#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/fit.h"
#include "desk/intake.h"
#include "desk/places.h"


enum { LOST_TOLD = 20 };	/* rows without a slot that are told */

static const char *
moved(const struct matter *old, const struct matter *to, const char *code)
{
	return strcmp(code, old->division) == 0 ? to->division : code;
}

/* The places that it keeps; false: one that it named is told. */
static bool
move_places(struct desk *k, const struct matter *old, struct matter *to)
{
	const char	*code;
	size_t		 i, out = 0;

	to->traits = old->traits;
	to->ntraits = old->ntraits;
	to->named = old->named;
	to->places = old->places;
	to->nplaces = old->nplaces;
	for (i = 0; i < old->nplaces; i++) {
		code = old->places[i] + (*old->places[i] == PLACE_KNOWN);
		if (division_within(code, to->division))
			continue;
		if (old->named)
			diag_error(k->d, NOWHERE, _("place %s "
			    "lies outside the case's division %s"), code,
			    to->division);
		out++;
	}
	if (out == 0 || old->named)
		return out == 0;
	to->places = NULL;
	to->nplaces = 0;
	take_all_known(k, to);
	return true;
}

static void
lose_posting(struct desk *k, const struct posting *p, int *n)
{
	char	day[DAY_TEXT];

	if (++*n > LOST_TOLD)
		return;
	diag_error(k->d, NOWHERE, _("the posting of `%s` at %s on "
	    "%s would have no slot then: take it back first, or put its "
	    "division right"), p->step, p->division, day_print(p->posted,
	    day));
}

/* False: rows that lost their slots were told. */
static bool
rows_fit(struct desk *k, const struct matter *old, const struct matter *to)
{
	const struct objection	*o;
	const char		*code;
	char			 day[DAY_TEXT];
	size_t			 i;
	int			 n = 0;

	for (i = 0; i < old->npostings; i++)
		if (!intake_has_slot(k->in, to, old->postings[i].step,
		    moved(old, to, old->postings[i].division)))
			lose_posting(k, &old->postings[i], &n);
	for (i = 0; i < old->nobjections; i++) {
		o = &old->objections[i];
		code = moved(old, to, o->division);
		if (*code == '\0' || division_within(code, to->division) ||
		    division_within(to->division, code) || ++n > LOST_TOLD)
			continue;
		diag_error(k->d, NOWHERE, _("the objection to "
		    "`%s` at %s of %s would lie neither at, below nor above "
		    "the case's division then: take it back first"), o->step,
		    o->division, day_print(o->received, day));
	}
	if (n > LOST_TOLD)
		diag_note(k->d, NOWHERE, _("... and %d more"),
		    n - LOST_TOLD);
	return n == 0;
}

bool
intake_moves(struct intake *in, struct arena *a, const struct matter *old,
    struct matter *to, struct diags *d)
{
	const struct typed	empty = { .text = "", .id = "" };
	struct cells		none = { .sheet = SHEET_CASES };
	struct desk		k = { in, a, &none, d };
	int			i;

	for (i = 0; i < COLUMNS; i++)
		none.of[i] = &empty;
	if (!division_within(to->division, in->world->home)) {
		diag_error(d, NOWHERE, _("%s lies outside the "
		    "division %s that this database was made for"),
		    to->division, in->world->home);
		return false;
	}
	return move_places(&k, old, to) && fits_rules(&k, to) &&
	    rows_fit(&k, old, to);
}
