/*
 * Waivers: what somebody answers for.
 */
#include <stdlib.h>
#include <string.h>

#include "store/inside.h"
#include "store/night.h"

bool
store_put_waiver(struct store *s, const struct waiver *w, struct diags *ds)
{
	char	county[COUNTY_MAX + 1];

	if (!county_of_key(s, w->key, county))
		return sql_fail(s, ds);
	county_touch(s, county);
	s->run.changed = true;
	act_note(s, &(struct act){ .kind = ACT_WAIVE, .key = w->key,
	    .ground = w->ground, .by = w->who, .until = w->until });
	sql_text(s, WAIVER_PUT, 1, w->key);
	sql_text(s, WAIVER_PUT, 2, w->ground);
	sql_text(s, WAIVER_PUT, 3, w->who);
	sql_int(s, WAIVER_PUT, 4, w->until.n);
	sql_text(s, WAIVER_PUT, 5, w->made);
	return sql_run(s, WAIVER_PUT) || sql_fail(s, ds);
}

bool
store_end_waiver(struct store *s, const char *key, const char *when,
    bool *was, struct diags *ds)
{
	char	county[COUNTY_MAX + 1];

	if (!county_of_key(s, key, county))
		return sql_fail(s, ds);
	sql_text(s, WAIVER_END, 1, key);
	sql_text(s, WAIVER_END, 2, when);
	if (!sql_run(s, WAIVER_END))
		return sql_fail(s, ds);
	*was = sqlite3_changes(s->db) > 0;
	s->run.changed |= *was;
	if (*was) {
		county_touch(s, county);
		act_note(s, &(struct act){ .kind = ACT_WAIVE_END,
		    .key = key });
	}
	return true;
}

bool
store_waivers(struct store *s, struct arena *a, struct waiver **list,
    size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_WAIVERS];
	size_t		 cap = 0;
	int		 rc;

	*list = NULL;
	*n = 0;
	while ((rc = sql_row(s, Q_WAIVERS)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		(*list)[(*n)++] = (struct waiver){ sql_copy(st, 0, a),
		    sql_copy(st, 1, a), sql_copy(st, 2, a), sql_day(st, 3),
		    sql_copy(st, 4, a), false };
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

static int
by_key(const void *key, const void *w)
{
	return strcmp(key, ((const struct waiver *)w)->key);
}

struct waiver *
waivers_find(struct waiver *list, size_t n, const char *key)
{
	return n == 0 ? NULL : bsearch(key, list, n, sizeof(*list), by_key);
}

bool
store_finding_there(struct store *s, const char *key, bool *there,
    struct diags *ds)
{
	sql_text(s, WAIVER_MET, 1, key);
	return sql_flag(s, WAIVER_MET, there) || sql_fail(s, ds);
}
