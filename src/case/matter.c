#include "case/matter.h"

#include <string.h>

#include "base/division.h"

const char *
matter_named(struct arena *a, const char *division, const char *id,
    const char *at)
{
	char	county[COUNTY_MAX + 1];

	division_county(division, county);
	if (strlen(at) >= strlen(county) || !division_within(county, at))
		return id;
	return arena_printf(a, "%s:%s", county, id);
}

const char *
matter_first(struct arena *a, const char *first, const char **county)
{
	const size_t	n = strcspn(first, ":");

	*county = arena_ndup(a, first, n);
	return arena_dup(a, first[n] == ':' ? first + n + 1 : "");
}
