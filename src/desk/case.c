#include "desk/case.h"

#include <string.h>

#include "base/text.h"
#include "desk/division.h"
#include "desk/fit.h"
#include "desk/labels.h"
#include "desk/owner.h"
#include "desk/period.h"
#include "desk/places.h"

const char *
need_procedure(struct desk *k)
{
	const struct typed	*t = cell(k, COL_PROCEDURE);
	const char		*names[256];
	const struct rulebook	*book = k->in->world->book;
	const struct procedure	*p;
	size_t			 n = 0;
	int			 i, j;

	p = rulebook_named(book, t->text);
	if (p != NULL)
		return p->id;
	for (i = 0; i < book->npacks; i++)
		for (j = 0; j < book->packs[i].nprocedures && n < 254; j++) {
			names[n++] = book->packs[i].procedures[j].id;
			names[n++] = book->packs[i].procedures[j].title;
		}
	diag_error(k->d, t->at, _("`%s` is no procedure of the rules that are "
	    "loaded"), t->text);
	did_you_mean(k, text_nearest(t->text, names, n));
	return NULL;
}

static bool
same_as_before(struct desk *k, const struct matter *m,
    const struct matter *old)
{
	if (strcmp(old->procedure, m->procedure) != 0) {
		diag_error(k->d, cell(k, COL_PROCEDURE)->at, _("case %s is "
		    "there with another procedure, `%s`"), m->id,
		    old->procedure);
		return false;
	}
	if (strcmp(old->division, m->division) != 0) {
		diag_error(k->d, cell(k, COL_DIVISION)->at, _("case %s is "
		    "there with another division, %s"), m->id, old->division);
		return false;
	}
	return true;
}

/* The division of a case, and with it its county. */
static const char *
need_division(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_DIVISION);
	const char		*code = find_division(k, t, "");
	char			 county[COUNTY_MAX + 1];

	if (code == NULL)
		return NULL;
	division_county(code, county);
	if (*f->county != '\0' && strcmp(f->county, county) != 0) {
		diag_error(k->d, t->at, _("division %s lies in the county %s, "
		    "not in %s"), code, county, f->county);
		return NULL;
	}
	f->county = arena_dup(k->arena, county);
	return code;
}

/*
 * A case that is taken back, in the county that the row says or in that of its
 * division; where it has none that can be read, by its number.  One that is not
 * there has neither procedure nor division: whether it ever was the store
 * knows.
 */
static bool
read_gone(struct desk *k, struct fact *f)
{
	const struct world	*w = k->in->world;
	struct named		 n;
	const char		*code = "";

	if (*cell(k, COL_DIVISION)->text != '\0') {
		code = need_division(k, f);
		if (code == NULL)
			return false;
	}
	w->find(w->ctx, f->county, f->id, &n);
	if (n.other != NULL) {
		complain_counties(k, n.one, n.other);
		return false;
	}
	f->matter.procedure = f->matter.title = f->matter.batch = "";
	f->matter.amounts = "";
	f->matter.division = *code == '\0' ? f->county : code;
	if (n.one != NULL)
		f->matter = *n.one;
	return true;
}

static bool
read_number(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_CASE);
	bool			 good = cell_good(t, k->d);

	good &= read_county(k, f);
	f->matter.id = f->id = t->text;
	return good;
}

/* What can be told of a row that is refused already. */
static void
tell_places(struct desk *k, struct matter *m)
{
	if (m->division != NULL)
		(void)read_places(k, m);
}

static bool
is_at_home(struct desk *k, const struct matter *m)
{
	const char	*home = k->in->world->home;

	if (division_within(m->division, home))
		return true;
	diag_error(k->d, cell(k, COL_DIVISION)->at, _("%s lies outside the "
	    "division %s that this database was made for"), m->division,
	    home);
	return false;
}

/* Against what is known of the case already. */
static bool
read_known(struct desk *k, struct fact *f)
{
	const struct world	*w = k->in->world;
	struct matter		*m = &f->matter;
	struct named		 n;

	w->find(w->ctx, f->county, m->id, &n);
	if (n.one == NULL && n.twin != NULL) {
		complain_twin(k, m->id, n.twin);
		return false;
	}
	if (n.one != NULL && !cell(k, COL_TRAITS)->there) {
		m->traits = n.one->traits;
		m->ntraits = n.one->ntraits;
	}
	return (n.one == NULL || same_as_before(k, m, n.one)) &&
	    settle_places(k, f, n.one) && fits_rules(k, m);
}

bool
read_case(struct desk *k, struct fact *f)
{
	struct matter	*m = &f->matter;
	bool		 good = read_number(k, f);

	if (f->voided)
		return good && read_gone(k, f);
	f->first = cell(k, COL_FIRST)->text;
	good &= cell_good(cell(k, COL_FIRST), k->d);
	m->procedure = need_procedure(k);
	good &= m->procedure != NULL && read_labels(k, m);
	m->division = need_division(k, f);
	m->title = cell(k, COL_TITLE)->text;
	m->batch = cell(k, COL_BATCH)->text;
	if (!good)
		tell_places(k, m);
	return good && m->division != NULL && is_at_home(k, m) &&
	    fits_period(k, m) && read_known(k, f);
}
