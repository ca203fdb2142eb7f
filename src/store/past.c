#include "store/past.h"

#include <string.h>

#include "store/inside.h"

bool
store_past_nights(struct store *s, struct arena *a, struct day today,
    bool tonight, size_t most, struct day **out, size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_NIGHT];
	struct day	*list = NULL, day;
	size_t		 cap = 0, m = 0;
	int		 rc;

	while ((rc = sql_row(s, Q_NIGHT)) == SQLITE_ROW) {
		day = sql_day(st, 0);
		if (day_cmp(day, today) > 0 ||
		    (sqlite3_column_type(st, 1) == SQLITE_NULL &&
		    !(tonight && day_cmp(day, today) == 0)))
			continue;
		list = arena_grow(a, list, m, &cap, sizeof(*list));
		list[m++] = day;
	}
	*n = m < most ? m : most;
	*out = m == 0 ? NULL : list + (m - *n);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_each_life(struct store *s, struct day from, store_life_fn *visit,
    void *ctx, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_LIVES];
	struct arena	*a = arena_new();
	struct life	 life;
	int		 rc;

	sql_int(s, Q_LIVES, 1, from.n);
	while ((rc = sql_row(s, Q_LIVES)) == SQLITE_ROW) {
		arena_reset(a);
		life = (struct life){ .at = sql_copy(st, 0, a),
		    .first = sql_day(st, 2), .gone = sql_day(st, 3),
		    .waived_from = DAY_NONE };
		if (!sql_day_or_none(st, 5, &life.waived_to))
			life.waived_to = DAY_NONE;
		(void)severity_parse(sql_copy(st, 1, a), &life.severity);
		if (sqlite3_column_type(st, 4) != SQLITE_NULL &&
		    !day_parse(arena_ndup(a, sql_copy(st, 4, a),
		    DAY_TEXT - 1), &life.waived_from))
			life.waived_from = DAY_NONE;
		visit(ctx, &life);
	}
	arena_free(a);
	return rc == SQLITE_DONE || sql_fail(s, ds);
}
