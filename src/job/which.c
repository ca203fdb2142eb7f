#include "job/which.h"

#include <string.h>

#include "base/text.h"

/* "450225 某县" */
static const char *
told(struct store *s, struct arena *a, const char *county)
{
	const char	*name = store_name(s, a, county);

	return arena_printf(a, "%s%s%s", county, *name == '\0' ? "" : " ",
	    name);
}

static void
complain_two(struct store *s, struct arena *a, const char *id,
    const char *one, const char *other, struct diags *d)
{
	diag_error(d, NOWHERE, _("two counties have a case `%s`, "
	    "%s and %s: say which by --county"), id, told(s, a, one),
	    told(s, a, other));
}

static void
complain_none(const char *id, const struct matter *twin, struct diags *d)
{
	diag_error(d, NOWHERE, _("no case has the number `%s`"),
	    id);
	if (twin != NULL)
		diag_meant(d, twin->id);
}

const struct matter *
which_case(struct store *s, struct arena *a, const char *county,
    const char *id, struct diags *d)
{
	struct named	n;
	char		one[COUNTY_MAX + 1], other[COUNTY_MAX + 1];

	store_find(s, a, county, id, &n);
	if (store_lost(s, d))
		return NULL;
	if (n.other != NULL) {
		division_county(n.one->division, one);
		division_county(n.other->division, other);
		complain_two(s, a, id, one, other, d);
		return NULL;
	}
	if (n.one == NULL)
		complain_none(id, n.twin, d);
	return n.one;
}

const char *
which_county(struct store *s, struct arena *a, const char *county,
    const char *id, struct diags *d)
{
	const char	*one, *other;
	struct named	 n;

	if (*county != '\0')
		return county;
	if (!store_ever(s, a, id, &one, &other)) {
		if (store_lost(s, d))
			return NULL;
		store_find(s, a, "", id, &n);
		complain_none(id, n.twin, d);
		return NULL;
	}
	if (other == NULL)
		return one;
	complain_two(s, a, id, one, other, d);
	return NULL;
}
