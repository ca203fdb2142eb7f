/*
 * Rows that fit each other though their keys are not the same to the letter.
 */
#include <stdio.h>
#include <string.h>

#include "store/put.h"

bool
loose_kind(enum kind k)
{
	return k == KIND_POSTING || k == KIND_OBJECTION;
}

bool
loose_gap(const struct fact *f)
{
	int	i;

	for (i = GAPS_FROM; i < put_keys(f->kind); i++)
		if (field_is_empty(&f->key[i]))
			return true;
	return false;
}

bool
loose_fits(const struct fact *a, const struct fact *b)
{
	int	i;

	for (i = GAPS_FROM; i < put_keys(a->kind); i++)
		if (!field_is_empty(&a->key[i]) &&
		    !field_is_empty(&b->key[i]) &&
		    !field_is_same(&a->key[i], &b->key[i]))
			return false;
	return true;
}

/* ---- the slots of the case that was asked last, each as a mark */

static unsigned
bit_of(enum kind k, const char *step, const char *at)
{
	uint32_t	h = 2166136261U ^ (uint32_t)k;	/* FNV-1a */

	for (; *step != '\0'; step++)
		h = (h ^ (unsigned char)*step) * 16777619U;
	for (h *= 16777619U; *at != '\0'; at++)
		h = (h ^ (unsigned char)*at) * 16777619U;
	return h >> (32 - SLOT_BITS);
}

/* Where the question fails, any may be there. */
static void
learn(struct store *s, const struct fact *f)
{
	enum stmt	 n = f->kind == KIND_POSTING ? POSTING_SLOTS :
			    OBJECTION_SLOTS;
	struct slots	*m = &s->run.slots;
	sqlite3_stmt	*st = s->stmt[n];
	int		 rc;

	memset(m->set, 0, sizeof(m->set));
	m->rows = 0;
	m->kind = (int)f->kind;
	sql_text(s, n, 1, f->key[0].text);
	sql_text(s, n, 2, f->key[1].text);
	while ((rc = sql_row(s, n)) == SQLITE_ROW) {
		m->rows++;
		m->set[bit_of(f->kind,
		    (const char *)sqlite3_column_text(st, 0),
		    (const char *)sqlite3_column_text(st, 1))] = true;
	}
	if (rc != SQLITE_DONE)
		memset(m->set, true, sizeof(m->set));
	snprintf(m->division, sizeof(m->division), "%s", f->key[0].text);
	snprintf(m->id, sizeof(m->id), "%s", f->key[1].text);
}

bool
loose_may_meet(struct store *s, const struct fact *f)
{
	struct slots	*m = &s->run.slots;

	if (m->kind != (int)f->kind || strcmp(m->id, f->key[1].text) != 0 ||
	    strcmp(m->division, f->key[0].text) != 0)
		learn(s, f);
	m->bit = bit_of(f->kind, f->key[2].text, f->key[3].text);
	return m->set[m->bit];
}

void
loose_met(struct store *s, const struct fact *f)
{
	if (!loose_kind(f->kind))
		return;
	s->run.slots.rows++;
	s->run.slots.set[s->run.slots.bit] = true;
}

/* ---- rows that fit */

/* A row of POSTING_DAY or OBJECTION_DAY, with texts of its own. */
static void
read_row(struct store *s, sqlite3_stmt *st, const struct fact *like,
    struct fact *out, long long *src)
{
	struct field	*f;
	int		 i, at = 0, gaps = put_keys(like->kind) - GAPS_FROM;

	*out = *like;
	for (i = 0; i < gaps + put_values(like->kind); i++, at++) {
		f = i < gaps ? &out->key[GAPS_FROM + i] : &out->val[i - gaps];
		if (f->type == TEXT)
			f->text = sql_copy(st, at, s->scratch);
		else
			f->n = sql_day(st, at).n;
	}
	out->has = (unsigned)sqlite3_column_int(st, at);
	*src = sqlite3_column_int64(st, at + 1);
}

bool
loose_find(struct store *s, const struct fact *f, bool with_gap,
    struct fitting *out)
{
	enum stmt	 n = f->kind == KIND_POSTING ? POSTING_DAY :
			    OBJECTION_DAY;
	size_t		 cap = 0, cap_src = 0;
	struct fact	 row;
	long long	 src;
	int		 rc;

	*out = (struct fitting){ 0 };
	put_bind_part(s, n, f, GAPS_FROM);
	while ((rc = sql_row(s, n)) == SQLITE_ROW) {
		read_row(s, s->stmt[n], f, &row, &src);
		if (!loose_fits(f, &row) || (with_gap && !loose_gap(&row)))
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

static bool
has_cells_of(const struct fact *f, const struct fact *row)
{
	int	i;

	for (i = GAPS_FROM; i < put_keys(f->kind); i++)
		if (!field_is_empty(&f->key[i]) &&
		    !field_is_same(&f->key[i], &row->key[i]))
			return false;
	for (i = 0; i < put_values(f->kind); i++)
		if (!field_is_empty(&f->val[i]) &&
		    !field_is_same(&f->val[i], &row->val[i]))
			return false;
	return true;
}

struct fact *
loose_same(const struct fact *f, const struct fitting *l)
{
	size_t	i;

	for (i = 0; i < l->n; i++)
		if (has_cells_of(f, &l->fact[i]))
			return &l->fact[i];
	return NULL;
}

/* "board 屯口, website -" */
void
loose_tell(struct store *s, const struct fitting *l)
{
	const char	*text = "", *cell;
	size_t		 i;
	int		 k;

	for (i = 0; i < l->n; i++)
		for (k = GAPS_FROM; k < put_keys(l->fact[i].kind); k++) {
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

	for (i = 0; i < put_values(f->kind); i++) {
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
	int		 i, keys = put_keys(f->kind);

	if (strncmp(text, head, n) != 0)
		return false;
	p = text + n;
	for (i = GAPS_FROM; i < keys; i++) {
		n = i + 1 < keys ? strcspn(p, "/") : strlen(p);
		row.key[i].text = arena_ndup(s->scratch, p, n);
		p += n + (p[n] == '/');
	}
	return loose_fits(f, &row);
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
	struct day	 on = { f->key[loose_kind(f->kind) ? 4 : 3].n };
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

bool
loose_ever(struct store *s, const struct fact *f, bool *ever)
{
	static const char *const kinds[] = {
		[KIND_DIVISION] = "division", [KIND_CASE] = "case",
		[KIND_EVENT] = "event", [KIND_EVENT_DAY] = "event",
		[KIND_POSTING] = "posting", [KIND_OBJECTION] = "objection",
	};
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
