#include "store/seen.h"

bool
seen_get(struct store *s, const struct fact *f, enum kind kind, const char *key,
    int *has)
{
	int	rc;

	*has = 0;
	put_bind_whose(s, SEEN_GET, f);
	sql_int(s, SEEN_GET, 3, kind);
	sql_text(s, SEEN_GET, 4, key);
	rc = sql_row(s, SEEN_GET);
	if (rc == SQLITE_ROW) {
		*has = sqlite3_column_int(s->stmt[SEEN_GET], 0);
		sql_reset(s, SEEN_GET);
	}
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

bool
seen_note(struct store *s, const struct fact *f, int has)
{
	put_bind_whose(s, SEEN_SET, f);
	sql_int(s, SEEN_SET, 3, f->kind);
	sql_text(s, SEEN_SET, 4, put_key_text(s, f));
	sql_int(s, SEEN_SET, 5, has);
	if (has == TAKEN)
		s->run.took = true;
	else
		s->run.saw = true;
	return sql_run(s, SEEN_SET);
}

bool
seen_taken(struct store *s, const struct fact *f, bool *taken)
{
	int	has = 0;

	*taken = false;
	if (!s->run.took)
		return true;
	if (!seen_get(s, f, f->kind, put_key_text(s, f), &has))
		return false;
	if (has != TAKEN && f->kind != KIND_DIVISION &&
	    !seen_get(s, f, KIND_CASE, "", &has))
		return false;
	*taken = has == TAKEN;
	return true;
}

bool
seen_given(struct store *s, const struct fact *f, const struct fact *old,
    long long src, unsigned *has)
{
	int	noted = 0;

	if (s->run.saw && !seen_get(s, f, f->kind, put_key_text(s, f),
	    &noted))
		return false;
	if (noted == 0 && src > s->run.before)
		*has = old->has | ALWAYS;
	else
		*has = (unsigned)noted;
	return true;
}
