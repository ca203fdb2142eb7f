/*
 * Rows that fit each other though their keys are not the same to the letter.
 */
#include <stdio.h>
#include <string.h>

#include "store/loose.h"

/* A row of POSTING_DAY or OBJECTION_DAY, with texts of its own. */
static void
read_row(struct store *s, sqlite3_stmt *st, const struct fact *like,
    struct fact *out, long long *src)
{
	struct field	*f;
	int		 i, at = 0, gaps = fact_keys(like->kind) - GAPS_FROM;

	*out = *like;
	for (i = 0; i < gaps + fact_values(like->kind); i++, at++) {
		f = i < gaps ? &out->key[GAPS_FROM + i] : &out->val[i - gaps];
		if (f->type == TEXT)
			f->text = sql_copy(st, at, s->scratch);
		else
			f->n = sql_day(st, at).n;
	}
	out->has = (unsigned)sqlite3_column_int(st, at);
	*src = sqlite3_column_int64(st, at + 1);
}

static bool
find(struct store *s, enum stmt n, const struct fact *f, bool with_gap,
    struct fitting *out)
{
	size_t		 cap = 0, cap_src = 0;
	struct fact	 row;
	long long	 src;
	int		 rc;

	*out = (struct fitting){ 0 };
	put_bind_part(s, n, f, GAPS_FROM);
	while ((rc = sql_row(s, n)) == SQLITE_ROW) {
		read_row(s, s->stmt[n], f, &row, &src);
		if (!fact_fits(f, &row) || (with_gap && !fact_has_gap(&row)))
			continue;
		out->fact = arena_grow(s->scratch, out->fact, out->n, &cap,
		    sizeof(*out->fact));
		out->src = arena_grow(s->scratch, out->src, out->n, &cap_src,
		    sizeof(*out->src));
		out->fact[out->n] = row;
		out->src[out->n++] = src;
	}
	return rc == SQLITE_DONE;
}

bool
loose_find(struct store *s, const struct fact *f, bool with_gap,
    struct fitting *out)
{
	return find(s, f->kind == KIND_POSTING ? POSTING_DAY : OBJECTION_DAY,
	    f, with_gap, out);
}

struct fact *
loose_same(const struct fact *f, const struct fitting *l, size_t *n)
{
	struct fact	*same = NULL;
	size_t		 i;

	for (*n = i = 0; i < l->n; i++)
		if (fact_has_cells(f, &l->fact[i]) && ++*n == 1)
			same = &l->fact[i];
	return same;
}

static bool
loose_has(const struct fact *f, const struct fitting *l)
{
	size_t	n;

	return loose_same(f, l, &n) != NULL;
}

/* ---- rows as they were before the run */

/* Asks one of the two about the digest of the file that is read now. */
static bool
ask_file(struct store *s, enum stmt n, long long src, bool *yes)
{
	*yes = false;
	if (s->run.digest == NULL || src > s->run.before)
		return true;
	sql_int(s, n, 1, src);
	sql_text(s, n, 2, s->run.digest);
	return sql_flag(s, n, yes);
}

bool
loose_same_file(struct store *s, long long src, bool *same)
{
	return ask_file(s, SAME_FILE, src, same);
}

static enum stmt
of_kind(const struct fact *f, enum stmt posting, enum stmt objection)
{
	return f->kind == KIND_POSTING ? posting : objection;
}

bool
loose_remember(struct store *s, const struct fact *f)
{
	enum stmt	n = of_kind(f, WAS_POSTING, WAS_OBJECTION);

	put_bind_key(s, n, f);
	sql_int(s, n, fact_keys(f->kind) + 1, s->run.before);
	return sql_run(s, n);
}

static bool
fills(const struct fact *f)
{
	int	i;

	for (i = 0; i < fact_values(f->kind); i++)
		if (!field_is_empty(&f->val[i]))
			return true;
	return false;
}

/* The candidate that has the key of the row; -1: none. */
static int
candidate(const struct fact *row, const struct fitting *l)
{
	size_t	k;

	for (k = 0; k < l->n; k++)
		if (fact_same_key(row, &l->fact[k]))
			return (int)k;
	return -1;
}

bool
loose_was(struct store *s, const struct fact *f, const struct fitting *l,
    int *which)
{
	struct fitting	was;
	size_t		i;
	int		k, only = -1, n = 0;
	bool		known;

	*which = -1;
	if (!ask_file(s, KNOWN_FILE, s->run.before, &known))
		return false;
	if (!known || !fills(f))
		return true;
	if (!find(s, of_kind(f, WAS_POSTING_DAY, WAS_OBJECTION_DAY), f, false,
	    &was))
		return false;
	for (i = 0; i < was.n && *which < 0; i++) {
		k = candidate(&was.fact[i], l);
		if (k >= 0 && fact_has_cells(f, &was.fact[i]))
			*which = k;
		only = k >= 0 ? k : only;
		n += k >= 0;
	}
	if (*which < 0 && n == 1 && !loose_has(f, l))
		*which = only;
	return true;
}

bool
loose_came_with(struct store *s, const struct fact *row, long long src,
    bool *same)
{
	struct fitting	was;
	size_t		i;

	*same = false;
	if (src <= s->run.before)
		return loose_same_file(s, src, same);
	if (!find(s, of_kind(row, WAS_POSTING_DAY, WAS_OBJECTION_DAY), row,
	    false, &was))
		return false;
	for (i = 0; i < was.n; i++)
		if (fact_same_key(row, &was.fact[i]))
			return loose_same_file(s, was.src[i], same);
	return true;
}

/* Takes what this run has put into the history of the key; counts it. */
static bool
forget_past(struct store *s, const struct fact *row)
{
	enum stmt	 n = of_kind(row, PAST_POSTING, PAST_OBJECTION);
	const char	*key = "";
	int		 rc;

	put_bind_key(s, n, row);
	if (sql_row(s, n) == SQLITE_ROW) {
		key = sql_copy(s->stmt[n], 0, s->scratch);
		sql_reset(s, n);
	}
	sql_text(s, PAST_DROP, 1, row->key[1].text);
	sql_int(s, PAST_DROP, 2, s->run.before);
	sql_text(s, PAST_DROP, 3, row->key[0].text);
	sql_text(s, PAST_DROP, 4, row->kind == KIND_POSTING ? "posting" :
	    "objection");
	sql_text(s, PAST_DROP, 5, key);
	while ((rc = sql_row(s, PAST_DROP)) == SQLITE_ROW) {
		s->run.moves--;
		if (sqlite3_column_int(s->stmt[PAST_DROP], 0) != 0)
			s->run.turned.corrected++;
		else
			s->run.turned.completed++;
	}
	return rc == SQLITE_DONE;
}

bool
loose_turn_back(struct store *s, const struct fact *row)
{
	enum stmt	n = of_kind(row, POSTING_SOURCE, OBJECTION_SOURCE);
	enum stmt	drop = of_kind(row, WAS_POSTING_DROP,
			    WAS_OBJECTION_DROP);
	struct fitting	was;
	size_t		i;

	if (!find(s, of_kind(row, WAS_POSTING_DAY, WAS_OBJECTION_DAY), row,
	    false, &was))
		return false;
	for (i = 0; i < was.n; i++)
		if (fact_same_row(row, &was.fact[i]))
			break;
	if (i == was.n)
		return true;
	put_bind_key(s, n, row);
	sql_int(s, n, fact_keys(row->kind) + 1, was.src[i]);
	sql_int(s, n, fact_keys(row->kind) + 2, was.fact[i].has);
	return sql_run(s, n) && put_drop(s, drop, row) &&
	    forget_past(s, row);
}

struct turned
store_turned(const struct store *s)
{
	return s->run.turned;
}

/* "board 屯口, website -" */
void
loose_tell(struct store *s, const struct fitting *l)
{
	const char	*text = "", *cell;
	size_t		 i;
	int		 k;

	for (i = 0; i < l->n; i++)
		for (k = GAPS_FROM; k < fact_keys(l->fact[i].kind); k++) {
			cell = l->fact[i].key[k].text;
			text = arena_printf(s->scratch, "%s%s%s", text,
			    k > GAPS_FROM ? " " : i > 0 ? "; " : "",
			    *cell == '\0' ? "-" : cell);
		}
	s->run.fitting = text;
}

const char *
store_fitting(const struct store *s)
{
	return s->run.fitting == NULL ? "" : s->run.fitting;
}

/* ---- what this run has said in rows with a gap */

static const char *
values_of(struct store *s, const struct fact *f)
{
	const struct field	*v;
	const char		*text = "";
	int			 i;

	for (i = 0; i < fact_values(f->kind); i++) {
		v = &f->val[i];
		if ((f->has & v->bit) == 0)
			text = arena_printf(s->scratch, "%s-\x1f", text);
		else if (v->type == TEXT)
			text = arena_printf(s->scratch, "%s+%s\x1f", text,
			    v->text);
		else
			text = arena_printf(s->scratch, "%s+%d\x1f", text,
			    v->n);
	}
	return text;
}

/* Of each column that both have the same? */
static bool
agree(const char *a, const char *b)
{
	size_t	la, lb;

	for (; *a != '\0' && *b != '\0'; a += la + 1, b += lb + 1) {
		la = strcspn(a, "\x1f");
		lb = strcspn(b, "\x1f");
		if (*a == '+' && *b == '+' && (la != lb ||
		    memcmp(a, b, la) != 0))
			return false;
		if (a[la] == '\0' || b[lb] == '\0')
			break;
	}
	return true;
}

bool
loose_note(struct store *s, const struct fact *f, bool *clash)
{
	const char	*mine = values_of(s, f), *key = put_key_text(s, f);
	sqlite3_stmt	*st = s->stmt[LOOSE_GET];
	int		 rc;

	*clash = false;
	put_bind_whose(s, LOOSE_GET, f);
	sql_int(s, LOOSE_GET, 3, f->kind);
	sql_text(s, LOOSE_GET, 4, key);
	while ((rc = sql_row(s, LOOSE_GET)) == SQLITE_ROW)
		*clash |= !agree(mine, (const char *)sqlite3_column_text(st,
		    0));
	if (rc != SQLITE_DONE || *clash)
		return rc == SQLITE_DONE;
	put_bind_whose(s, LOOSE_SET, f);
	sql_int(s, LOOSE_SET, 3, f->kind);
	sql_text(s, LOOSE_SET, 4, key);
	sql_text(s, LOOSE_SET, 5, mine);
	return sql_run(s, LOOSE_SET);
}

/* ---- keys as texts, of this run's memory and of the history */

/*
 * Does the text name a row that f fits?  `head` is the key up to its day, with
 * the stroke behind it; a medium has no stroke, a place may.
 */
static bool
fits_text(struct store *s, const struct fact *f, const char *head,
    const char *text)
{
	struct fact	 row = *f;
	size_t		 n = strlen(head);
	const char	*p;
	int		 i, keys = fact_keys(f->kind);

	if (strncmp(text, head, n) != 0)
		return false;
	p = text + n;
	for (i = GAPS_FROM; i < keys; i++) {
		n = i + 1 < keys ? strcspn(p, "/") : strlen(p);
		row.key[i].text = arena_ndup(s->scratch, p, n);
		p += n + (p[n] == '/');
	}
	return fact_fits(f, &row);
}

bool
loose_taken(struct store *s, const struct fact *f, bool *taken)
{
	const char	*head;
	int		 rc;

	*taken = false;
	if (!s->run.took)
		return true;
	head = arena_printf(s->scratch, "/%s/%s/%d/", f->key[2].text,
	    f->key[3].text, f->key[4].n);
	put_bind_whose(s, SEEN_TAKEN, f);
	sql_int(s, SEEN_TAKEN, 3, f->kind);
	while ((rc = sql_row(s, SEEN_TAKEN)) == SQLITE_ROW)
		*taken |= fits_text(s, f, head, (const char *)
		    sqlite3_column_text(s->stmt[SEEN_TAKEN], 0));
	return rc == SQLITE_DONE;
}

static bool
names_past(struct store *s, const struct fact *f, const char *key,
    const char *vals)
{
	char		 d[DAY_TEXT];
	struct day	 on = { f->key[fact_is_loose(f->kind) ? 4 : 3].n };
	const char	*head;

	switch (f->kind) {
	case KIND_DIVISION:
	case KIND_CASE:
		return true;
	case KIND_EVENT:
		return strcmp(key, f->key[2].text) == 0;
	case KIND_EVENT_DAY:
		return strcmp(key, f->key[2].text) == 0 && strcmp(vals,
		    arena_printf(s->scratch, "day=%s", day_print(on, d))) == 0;
	case KIND_POSTING:
	case KIND_OBJECTION:
		break;
	}
	head = arena_printf(s->scratch, "%s/%s/%s/", f->key[2].text,
	    f->key[3].text, day_print(on, d));
	return fits_text(s, f, head, key);
}

static const char *const kinds[] = {
	[KIND_DIVISION] = "division", [KIND_CASE] = "case",
	[KIND_EVENT] = "event", [KIND_EVENT_DAY] = "event",
	[KIND_POSTING] = "posting", [KIND_OBJECTION] = "objection",
};

bool
loose_gone(struct store *s, const struct fact *f, bool *gone)
{
	int	rc;

	*gone = false;
	if (s->run.digest == NULL || !fact_is_loose(f->kind) ||
	    !fact_has_gap(f))
		return true;
	put_bind_whose(s, PAST_VOID, f);
	sql_text(s, PAST_VOID, 3, kinds[f->kind]);
	sql_text(s, PAST_VOID, 4, s->run.digest);
	sql_int(s, PAST_VOID, 5, s->run.before);
	while ((rc = sql_row(s, PAST_VOID)) == SQLITE_ROW)
		*gone |= names_past(s, f, (const char *)
		    sqlite3_column_text(s->stmt[PAST_VOID], 0), "");
	return rc == SQLITE_DONE;
}

bool
loose_ever(struct store *s, const struct fact *f, bool *ever)
{
	sqlite3_stmt	*st = s->stmt[PAST_OF];
	int		 rc;

	*ever = false;
	put_bind_whose(s, PAST_OF, f);
	sql_text(s, PAST_OF, 3, kinds[f->kind]);
	while ((rc = sql_row(s, PAST_OF)) == SQLITE_ROW)
		*ever |= names_past(s, f, (const char *)sqlite3_column_text(st,
		    0), (const char *)sqlite3_column_text(st, 1));
	return rc == SQLITE_DONE;
}
