/*
 * A copy of the database, and what is another when one is taken back.
 */
#include <limits.h>

#include "base/text.h"
#include "store/inside.h"
#include "store/night.h"

bool
store_copy(struct store *s, const char *path, struct diags *ds)
{
	sqlite3_stmt	*st;
	bool		 good;

	/* pages that lead back to themselves would fill the disk */
	if (!store_sound(s, ds))
		return false;
	/* a reader's transaction ends: the copy is one of its own */
	if (!sqlite3_get_autocommit(s->db) && !sql_exec(s, "COMMIT"))
		return sql_fail(s, ds);
	if (!sql_exec(s, "PRAGMA query_only = OFF") ||
	    sqlite3_prepare_v2(s->db, "VACUUM INTO ?1", -1, &st, NULL) !=
	    SQLITE_OK)
		return sql_fail(s, ds);
	sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC);
	good = sqlite3_step(st) == SQLITE_DONE;
	if (!good)
		diag_fail(ds, _("cannot write %s: %s"), path,
		    sqlite3_errmsg(s->db));
	sqlite3_finalize(st);
	return good;
}

bool
store_restored(struct store *s, long long now, int sequence,
    struct diags *ds)
{
	s->run.changed = true;
	return sql_exec(s, arena_printf(s->scratch, "UPDATE entry SET sequence"
	    " = min(%d, max(sequence + 1, %d)), stamp = %lld;"
	    " UPDATE shelf SET stale = stale + 1", INT_MAX, sequence, now)) ||
	    sql_fail(s, ds);
}
