#include "desk/owner.h"

#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "desk/division.h"

bool
read_county(struct desk *k, struct fact *f)
{
	const struct typed	*t = cell(k, COL_COUNTY);
	const char		*code;

	f->county = *t->text == '\0' ? k->in->world->county : "";
	if (*t->text == '\0')
		return true;
	code = find_division(k, t, "");
	if (code == NULL)
		return false;
	f->county = code;
	if (strlen(code) <= COUNTY_MAX)
		return true;
	diag_error(k->d, t->at, _("`%s` lies below a county: write the "
	    "county's code or name"), t->text);
	return false;
}

static const char *
sign(struct desk *k, unsigned c)
{
	return c == 0 ? _("none") : arena_printf(k->arena, "U+%04X", c);
}

/* Numbers of one county may not differ in what nobody sees. */
void
complain_twin(struct desk *k, const char *id, const struct matter *twin)
{
	unsigned	 mine, its;
	const char	*what = twin_difference(id, twin->id, &mine, &its);

	diag_error(k->d, cell(k, COL_CASE)->at, _("the case `%s` is there "
	    "already, with a number that differs only in %s (here %s, there "
	    "%s): these do not make two cases"), twin->id, _(what),
	    sign(k, mine), sign(k, its));
}

static const char *
county_of(struct desk *k, const struct matter *m)
{
	const struct world	*w = k->in->world;
	char			 county[COUNTY_MAX + 1];

	division_county(m->division, county);
	return arena_printf(k->arena, "%s %s", county, w->name(w->ctx,
	    k->arena, county));
}

void
complain_counties(struct desk *k, const struct matter *one,
    const struct matter *other)
{
	diag_error(k->d, cell(k, COL_CASE)->at, _("two counties have a case "
	    "`%s`, %s and %s: say which by the column 所属县 (county) or by "
	    "--county"), one->id, county_of(k, one), county_of(k, other));
}

/* ＨＸ-００１ in half width, HX-001; the text itself where nothing is wide. */
static const char *
narrow(struct arena *a, const char *id)
{
	char		*half = arena_alloc(a, strlen(id) + 1), *out = half;
	const char	*s;
	unsigned	 c;
	size_t		 len;

	for (s = id; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c >= 0xff01 && c <= 0xff5e)
			*out++ = (char)(c - 0xfee0);
		else {
			memcpy(out, s, len);
			out += len;
		}
	}
	*out = '\0';
	return strlen(half) == strlen(id) ? id : half;
}

struct matter *
find_owner(struct desk *k, const struct fact *f)
{
	const struct world	*w = k->in->world;
	const char		*id = f->id;
	struct named		 n;

	w->find(w->ctx, f->county, id, &n);
	if (n.one == NULL && n.twin != NULL) {
		id = narrow(k->arena, id);
		if (id != f->id)
			w->find(w->ctx, f->county, id, &n);
	}
	if (n.other != NULL) {
		complain_counties(k, n.one, n.other);
		return NULL;
	}
	if (n.one == NULL) {
		k->in->lacking++;
		diag_error(k->d, cell(k, COL_CASE)->at, _("no case has the "
		    "number `%s`: import its row first, or with this file"),
		    f->id);
		did_you_mean(k, n.twin == NULL ? NULL : n.twin->id);
	}
	return n.one;
}
