#include "store/changed.h"

const char *
changed_list(struct arena *a, const struct watched *w, const char *of,
    int from, int to)
{
	const char	*list = "";
	int		 i;

	for (i = from; i < to && w->columns[i] != NULL; i++)
		list = arena_printf(a, "%s%s%s.%s", list, i > from ? ", " :
		    "", of, w->columns[i]);
	return list;
}

static const char *
keys_of(struct arena *a, const struct watched *w, const char *of)
{
	return changed_list(a, w, of, 0, w->keys);
}

/* What is not the key, as one value. */
static const char *
values_of(struct arena *a, const struct watched *w, const char *of)
{
	enum { ALL = 100 };

	return arena_printf(a, "json_array(%s)", changed_list(a, w, of,
	    w->keys, ALL));
}

/* "a, b" */
static const char *
names_of(struct arena *a, const struct watched *w)
{
	const char	*list = w->columns[0];
	int		 i;

	for (i = 1; i < w->keys; i++)
		list = arena_printf(a, "%s, %s", list, w->columns[i]);
	return list;
}

/* The first that is noted of a row is what was there before the run. */
static const char *
noting(struct arena *a, const struct watched *w, const char *of,
    const char *was)
{
	return arena_printf(a, " INSERT INTO changed_%s VALUES (%s, %s)"
	    " ON CONFLICT DO NOTHING;", w->table, keys_of(a, w, of), was);
}

static const char *
trigger(struct arena *a, const struct watched *w, const char *on,
    const char *does)
{
	return arena_printf(a, "CREATE TEMP TRIGGER changed_%s_%s AFTER %s"
	    " ON main.%s BEGIN%s END;", w->table, on, on, w->table, does);
}

bool
changed_watch(struct store *s, const struct watched *w)
{
	struct arena	*a = arena_new();
	const char	*came = noting(a, w, "new", "NULL");
	const char	*went = noting(a, w, "old", values_of(a, w, "old"));
	const bool	 good = sql_exec(s, arena_printf(a, "PRAGMA"
			    " recursive_triggers = ON;"	/* REPLACE deletes */
			    "CREATE TEMP TABLE changed_%s (%s, was,"
			    " PRIMARY KEY (%s)) WITHOUT ROWID;%s%s%s",
			    w->table, names_of(a, w), names_of(a, w),
			    trigger(a, w, "INSERT", came),
			    trigger(a, w, "DELETE", went),
			    trigger(a, w, "UPDATE", arena_printf(a, "%s%s",
			    went, came))));

	arena_free(a);
	return good;
}

bool
changed_clear(struct store *s, const struct watched *w)
{
	struct arena	*a = arena_new();
	const bool	 good = sql_did(s, arena_printf(a,
			    "DELETE FROM temp.changed_%s", w->table));

	arena_free(a);
	return good;
}

const char *
changed_rows(struct arena *a, const struct watched *w)
{
	const char	*on = "";
	int		 i;

	for (i = 0; i < w->keys; i++)
		on = arena_printf(a, "%s%st.%s = k.%s", on, i > 0 ? " AND " :
		    "", w->columns[i], w->columns[i]);
	return arena_printf(a, "FROM temp.changed_%s AS k LEFT JOIN main.%s"
	    " AS t ON %s WHERE ((k.was IS NULL) <> (t.%s IS NULL)"
	    " OR (t.%s IS NOT NULL AND k.was <> %s))", w->table, w->table, on,
	    w->columns[0], w->columns[0], values_of(a, w, "t"));
}
