/*
 * Numbers that cases had first: calendars know them by these.
 */
#include <string.h>

#include "store/inside.h"

const char *
store_first(struct store *s, struct arena *a, const char *division,
    const char *id)
{
	char	county[COUNTY_MAX + 1];

	division_county(division, county);
	sql_text(s, Q_FIRST, 1, county);
	sql_text(s, Q_FIRST, 2, id);
	return sql_word(s, Q_FIRST, a);
}

/* The case that calendars know by a first number; NULL: none. */
static const char *
known_by(struct store *s, struct arena *a, const char *first,
    const char **county)
{
	const struct matter	*m;
	const char		*id = NULL, *number;
	int			 rc;

	sql_text(s, Q_FIRST_OF, 1, first);
	rc = sql_row(s, Q_FIRST_OF);
	if (rc == SQLITE_ROW) {
		id = sql_copy(s->stmt[Q_FIRST_OF], 0, a);
		*county = sql_copy(s->stmt[Q_FIRST_OF], 1, a);
		sql_reset(s, Q_FIRST_OF);
		return id;
	}
	if (rc != SQLITE_DONE)
		sql_lose(s);
	number = matter_first(a, first, county);
	m = store_case(s, a, *county, number);
	return m == NULL || *store_first(s, a, m->division, number) != '\0' ?
	    NULL : number;
}

bool
first_put(struct store *s, const char *county, const char *id,
    const char *first)
{
	s->run.changed = s->run.renamed = true;
	county_touch(s, county);
	sql_text(s, FIRST_PUT, 1, county);
	sql_text(s, FIRST_PUT, 2, id);
	sql_text(s, FIRST_PUT, 3, first);
	return sql_run(s, FIRST_PUT);
}

enum put
store_put_first(struct store *s, struct arena *a, const struct matter *m,
    const char *first, bool fresh, const char **other, struct diags *ds)
{
	const char	*had, *by, *own, *county = "";
	char		 mine[COUNTY_MAX + 1];
	const bool	 given = *first != '\0';
	bool		 differs;

	*other = "";
	if (*first == '\0' && !s->run.renamed)
		return PUT_SAME;
	had = store_first(s, a, m->division, m->id);
	division_county(m->division, mine);
	own = arena_printf(a, "%s:%s", mine, m->id);
	*other = *had == '\0' ? own : had;
	first = given ? first : *other;
	differs = (*had != '\0' || !fresh) && strcmp(*other, first) != 0;
	by = known_by(s, a, first, &county);
	if (by != NULL && (strcmp(by, m->id) != 0 ||
	    strcmp(county, mine) != 0)) {
		*other = arena_printf(a, "%s:%s", county, by);
		return given ? PUT_MANY : PUT_CLASH;
	}
	if (differs)
		return PUT_CLASH;
	if (strcmp(first, *other) == 0)
		return PUT_SAME;
	return first_put(s, mine, m->id, first) ? PUT_NEW :
	    (sql_fail(s, ds), PUT_FAILED);
}
