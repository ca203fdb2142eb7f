/*
 * Facts taken back by whoever told them.
 */
#include <string.h>

#include "store/loose.h"
#include "store/seen.h"

/* Has this run put a row of the case? */
static bool
put_in_case(struct store *s, const struct fact *f, bool *has)
{
	put_bind_key(s, SEEN_CASE, f);
	sql_int(s, SEEN_CASE, 3, s->run.before);
	sql_int(s, SEEN_CASE, 4, KIND_DIVISION);
	return sql_flag(s, SEEN_CASE, has);
}

/* The row that is meant, with its source in *src; SQLITE_DONE: none. */
static int
find_gone(struct store *s, const struct fact *f, struct fact *row,
    long long *src, struct fitting *l)
{
	struct fact	*same;
	size_t		 n;
	int		 rc = put_read_old(s, f, row, src);

	sql_reset(s, put_old(f->kind));
	*row = *f;
	l->n = 0;
	if (rc != SQLITE_DONE || !fact_is_loose(f->kind))
		return rc;
	if (!loose_find(s, f, !fact_has_gap(f), l))
		return SQLITE_ERROR;
	if (l->n == 0)
		return SQLITE_DONE;
	same = loose_same(f, l, &n);
	if (l->n == 1)
		same = &l->fact[0];
	else if (n != 1)
		return SQLITE_DONE;
	*row = *same;
	*src = l->src[same - l->fact];
	return SQLITE_ROW;
}

/* What is not there: it was, it never was, or nobody can say which. */
static enum put
not_there(struct store *s, const struct fact *f, const struct fitting *l)
{
	bool	ever;

	if (l->n > 1) {
		loose_tell(s, l);
		return PUT_MANY;
	}
	if (!loose_ever(s, f, &ever))
		return PUT_FAILED;
	if (!ever)
		return PUT_NEVER;
	return seen_note(s, f, TAKEN) ? PUT_SAME : PUT_FAILED;
}

enum put
put_take_back(struct store *s, const struct fact *f)
{
	struct fact	row;
	struct fitting	l;
	long long	src = 0;
	bool		was_put = false;
	int		has, rc;

	if (!seen_get(s, f, f->kind, put_key_text(s, f), &has))
		return PUT_FAILED;
	if (!loose_gone(s, f, &was_put))
		return PUT_FAILED;
	if (has == TAKEN || was_put)
		return PUT_SAME;
	rc = find_gone(s, f, &row, &src, &l);
	if (rc == SQLITE_ROW && !seen_get(s, &row, f->kind,
	    put_key_text(s, &row), &has))
		return PUT_FAILED;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		return PUT_FAILED;
	if (f->kind == KIND_CASE && !put_in_case(s, f, &was_put))
		return PUT_FAILED;
	if (has != 0 || was_put || src > s->run.before)
		return PUT_CLASH;
	if (rc == SQLITE_DONE)
		return not_there(s, f, &l);
	if (!put_take(s, &row) || !seen_note(s, f, TAKEN) ||
	    !seen_note(s, &row, TAKEN))
		return PUT_FAILED;
	return PUT_CORRECTED;
}
