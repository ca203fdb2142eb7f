#include "store/merge.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/twin.h"

enum { TAKEN = -1 };	/* instead of bits: taken back in this run */

const unsigned put_telling = HAS_CONTENT | HAS_REVIEWED;

struct shape {
	int		keys;
	int		values;
	enum stmt	add;
	enum stmt	old;
	enum stmt	keep;
	enum stmt	drop;
	enum stmt	change;		/* STMTS: dropped and added anew */
	bool		another_day;	/* adding would not meet the old row */
};

static const struct shape shapes[] = {
	[KIND_DIVISION] = {1, 3, DIVISION_ADD, DIVISION_OLD, DIVISION_KEEP,
	    DIVISION_DROP, DIVISION_CHANGE, false},
	[KIND_CASE] = {2, 5, CASE_ADD, CASE_OLD, CASE_KEEP, CASE_DROP,
	    CASE_CHANGE, false},
	[KIND_EVENT] = {3, 1, EVENT_ADD, EVENT_OLD, EVENT_KEEP, EVENT_DROP,
	    STMTS, true},
	[KIND_EVENT_DAY] = {4, 0, EVENT_ADD, EVENT_DAY_OLD, EVENT_DAY_KEEP,
	    EVENT_DAY_DROP, STMTS, false},
	[KIND_POSTING] = {7, 5, POSTING_ADD, POSTING_OLD, POSTING_KEEP,
	    POSTING_DROP, STMTS, false},
	[KIND_OBJECTION] = {6, 3, OBJECTION_ADD, OBJECTION_OLD,
	    OBJECTION_KEEP, OBJECTION_DROP, STMTS, false},
};

/* ---- fields */

int
put_keys(enum kind k)
{
	return shapes[k].keys;
}

int
put_values(enum kind k)
{
	return shapes[k].values;
}

bool
field_is_empty(const struct field *f)
{
	switch (f->type) {
	case TEXT:
		return f->text[0] == '\0';
	case DAY:
		return !day_is((struct day){f->n});
	case FLAG:
		break;
	}
	return f->n == 0;
}

static void
make_empty(struct field *f)
{
	f->n = f->type == DAY ? DAY_NONE.n : 0;
	f->text = "";
}

bool
field_is_same(const struct field *a, const struct field *b)
{
	if (a->type == TEXT)
		return strcmp(a->text, b->text) == 0;
	return a->n == b->n;
}

static void
bind_field(struct store *s, enum stmt n, int i, const struct field *f)
{
	if (f->type == TEXT)
		sql_text(s, n, i, f->text);
	else if (field_is_empty(f) && f->type == DAY)
		sqlite3_bind_null(s->stmt[n], i);
	else
		sql_int(s, n, i, f->n);
}

/* ---- statements on one fact */

void
put_bind_part(struct store *s, enum stmt n, const struct fact *f, int fields)
{
	int	i;

	for (i = 0; i < fields; i++)
		bind_field(s, n, i + 1, &f->key[i]);
}

void
put_bind_key(struct store *s, enum stmt n, const struct fact *f)
{
	put_bind_part(s, n, f, shapes[f->kind].keys);
}

static void
bind_form(struct store *s, enum stmt n, int i, const char *id)
{
	char	*form = arena_alloc(s->scratch, strlen(id) + 1);

	(void)twin_form(id, form);
	sql_text(s, n, i, form);
}

/* Key, values, `has`, source: what all that add or change a row take. */
static bool
write_row(struct store *s, enum stmt n, const struct fact *f)
{
	const struct shape	*shape = &shapes[f->kind];
	int			 i, at = shape->keys + 1;

	put_bind_key(s, n, f);
	for (i = 0; i < shape->values; i++)
		bind_field(s, n, at++, &f->val[i]);
	sql_int(s, n, at++, f->has & ~(unsigned)ALWAYS);
	sql_int(s, n, at++, s->run.file);
	if (n == CASE_ADD)
		bind_form(s, n, at, f->key[1].text);
	return sql_run(s, n);
}

/* Moves what the statement selects by the key into the history. */
static bool
keep(struct store *s, enum stmt n, const struct fact *f, const char *why)
{
	int	at = shapes[f->kind].keys;

	put_bind_key(s, n, f);
	sql_int(s, n, at + 1, s->run.file);
	sql_int(s, n, at + 2, s->run.seq);
	sql_text(s, n, at + 3, why);
	if (!sql_run(s, n))
		return false;
	s->run.seq += sqlite3_changes(s->db);
	return true;
}

bool
put_drop(struct store *s, enum stmt n, const struct fact *f)
{
	put_bind_key(s, n, f);
	return sql_run(s, n);
}

/*
 * The values of the row that has the key of f.  SQLITE_ROW: its texts live
 * until the statement is reset.
 */
static int
read_old(struct store *s, const struct fact *f, struct fact *old,
    long long *src)
{
	const struct shape	*shape = &shapes[f->kind];
	sqlite3_stmt		*st = s->stmt[shape->old];
	struct field		*v;
	int			 i, rc;

	put_bind_key(s, shape->old, f);
	rc = sql_row(s, shape->old);
	if (rc != SQLITE_ROW)
		return rc;
	*old = *f;
	for (i = 0; i < shape->values; i++) {
		v = &old->val[i];
		if (v->type == TEXT)
			v->text = (const char *)sqlite3_column_text(st, i);
		else if (v->type == DAY)
			v->n = sql_day(st, i).n;
		else
			v->n = sqlite3_column_int(st, i) != 0;
		if (v->type == TEXT && v->text == NULL)
			v->text = "";
	}
	old->has = (unsigned)sqlite3_column_int(st, i);
	*src = sqlite3_column_int64(st, i + 1);
	return rc;
}

/* ---- the run and its file appear with the first change */

bool
put_touch(struct store *s)
{
	struct run	*r = &s->run;

	if (r->file_has_row)
		return true;
	assert(r->open && r->file_set);
	if (!r->has_row) {
		sql_int(s, W_RUN, 1, r->id);
		sql_text(s, W_RUN, 2, r->when);
		sql_text(s, W_RUN, 3, r->who);
		sql_text(s, W_RUN, 4, r->command);
		if (!sql_run(s, W_RUN))
			return false;
		r->has_row = true;
	}
	sql_int(s, W_FILE, 1, r->file);
	sql_int(s, W_FILE, 2, r->id);
	sql_text(s, W_FILE, 3, r->name);
	sql_text(s, W_FILE, 4, r->sha256);
	sql_int(s, W_FILE, 5, r->rows);
	r->file_has_row = sql_run(s, W_FILE);
	return r->file_has_row;
}

/* ---- keys that this run has seen without writing them, or taken back */

void
put_bind_whose(struct store *s, enum stmt n, const struct fact *f)
{
	const bool	is_case = f->kind != KIND_DIVISION;
	char		county[COUNTY_MAX + 1] = "";

	if (is_case)
		division_county(f->key[0].text, county);
	sql_keep_text(s, n, 1, county);
	sql_text(s, n, 2, f->key[is_case ? 1 : 0].text);
}

const char *
put_key_text(struct store *s, const struct fact *f)
{
	const char	*text = "";
	int		 i;

	for (i = 2; i < shapes[f->kind].keys; i++)
		text = f->key[i].type == TEXT ?
		    arena_printf(s->scratch, "%s/%s", text, f->key[i].text) :
		    arena_printf(s->scratch, "%s/%d", text, f->key[i].n);
	return text;
}

/* 0 where it was not seen. */
static bool
seen(struct store *s, const struct fact *f, enum kind kind, const char *key,
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

static bool
note(struct store *s, const struct fact *f, int has)
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

/* Has this run taken back the key of f, or its case? */
static bool
was_taken(struct store *s, const struct fact *f, bool *taken)
{
	int	has = 0;

	*taken = false;
	if (!s->run.took)
		return true;
	if (!seen(s, f, f->kind, put_key_text(s, f), &has))
		return false;
	if (has != TAKEN && f->kind != KIND_DIVISION &&
	    !seen(s, f, KIND_CASE, "", &has))
		return false;
	*taken = has == TAKEN;
	return true;
}

/*
 * The columns that this run has given for the key of f: noted, or else those
 * of a row that it has written itself.
 */
static bool
given(struct store *s, const struct fact *f, const struct fact *old,
    long long src, unsigned *has)
{
	int	noted = 0;

	if (s->run.saw && !seen(s, f, f->kind, put_key_text(s, f),
	    &noted))
		return false;
	if (noted == 0 && src > s->run.before)
		*has = old->has | ALWAYS;
	else
		*has = (unsigned)noted;
	return true;
}

/* ---- putting */

/*
 * How a row meets the one that is there: by its key; by its key, which has a
 * gap; or as one that it fits.
 */
enum meeting { BY_KEY, BY_GAP, BY_FIT };

/* Does the field leave what is there as it is? */
static bool
leaves(const struct field *v, enum meeting how, bool given_before)
{
	return field_is_empty(v) && (how == BY_FIT ||
	    (how == BY_GAP && given_before));
}

/*
 * Lays what f gives over the old values.  By its key an old value that this
 * run has given may not be another; a row with a gap comes last, and what it
 * fills replaces.  A column that is new is a change where the judge asks for
 * it.
 */
static enum put
merge(const struct fact *f, struct fact *old, enum meeting how,
    unsigned given_before)
{
	enum put	 result = PUT_SAME;
	const unsigned	 had = old->has | ALWAYS;
	int		 i;

	for (i = 0; i < shapes[f->kind].values; i++) {
		const struct field	*v = &f->val[i];
		bool			 given = (given_before & v->bit) != 0;
		bool			 left = leaves(v, how, given);
		bool			 same = left ||
					    field_is_same(v, &old->val[i]);

		if ((f->has & v->bit) == 0 || (same && ((had & v->bit) ||
		    !(v->bit & put_telling))))
			continue;
		if (!same && given && how == BY_KEY)
			return PUT_CLASH;
		if (!same && !field_is_empty(&old->val[i]))
			result = PUT_CORRECTED;
		else if (result == PUT_SAME)
			result = PUT_COMPLETED;
		if (!left)
			old->val[i] = *v;
	}
	return result;
}

/* The columns that f gives, as far as they count. */
static unsigned
gives(const struct fact *f, enum meeting how)
{
	unsigned	bits = ALWAYS;
	int		i;

	if (how == BY_KEY)
		return f->has;
	for (i = 0; i < shapes[f->kind].values; i++)
		if ((f->has & f->val[i].bit) && !field_is_empty(&f->val[i]))
			bits |= f->val[i].bit;
	return bits;
}

/* Fills the gaps of the key; false: there was none to fill. */
static bool
fill_gaps(const struct fact *f, struct fact *new)
{
	bool	filled = false;
	int	i;

	for (i = GAPS_FROM; loose_kind(f->kind) && i < shapes[f->kind].keys;
	    i++)
		if (field_is_empty(&new->key[i]) &&
		    !field_is_empty(&f->key[i])) {
			new->key[i] = f->key[i];
			filled = true;
		}
	return filled;
}

/* `was` has the key under which the old row is kept. */
static bool
replace(struct store *s, const struct fact *was, const struct fact *f,
    const char *why)
{
	const struct shape	*shape = &shapes[f->kind];

	if (loose_kind(was->kind) && !loose_remember(s, was))
		return false;
	if (!put_touch(s) || !keep(s, shape->keep, was, why))
		return false;
	s->run.moves++;
	if (shape->change != STMTS)
		return write_row(s, shape->change, f);
	return put_drop(s, shape->drop, was) && write_row(s, shape->add, f);
}

/* The old row stays selected, since its texts may go into the new one. */
static enum put
put_over(struct store *s, const struct fact *f, struct fact *old,
    long long src, enum meeting how)
{
	const struct fact	was = *old;
	enum put		result;
	unsigned		before;
	bool			same = false;

	if (!given(s, &was, &was, src, &before) || (how == BY_GAP &&
	    !loose_came_with(s, &was, src, &same)))
		return PUT_FAILED;
	/* it has completed that row before: the same again */
	if (same)
		how = BY_FIT;
	result = merge(f, old, how, before);
	if (result == PUT_CLASH)
		return result;
	if (fill_gaps(f, old) && result == PUT_SAME)
		result = PUT_COMPLETED;
	if (result != PUT_SAME) {
		old->has |= f->has;
		if (!replace(s, &was, old, result == PUT_CORRECTED ?
		    "corrected" : "completed") || (how != BY_KEY &&
		    !loose_turn_back(s, old)))
			return PUT_FAILED;
	}
	if ((before | gives(f, how)) != before &&
	    !note(s, old, (int)(before | gives(f, how))))
		return PUT_FAILED;
	return result;
}

/* ---- the events of the case that was asked last */

static uint64_t
bit_of(const char *s)
{
	uint32_t	h = 2166136261U;	/* FNV-1a */

	for (; s != NULL && *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619U;
	return UINT64_C(1) << (h >> 26);
}

/* Where the question fails, any may be there. */
static void
learn_events(struct store *s, const struct fact *f)
{
	struct events	*e = &s->run.events;
	int		 i, rc;

	*e = (struct events){0};
	for (i = 0; i < 2; i++)
		bind_field(s, EVENT_NAMES, i + 1, &f->key[i]);
	while ((rc = sql_row(s, EVENT_NAMES)) == SQLITE_ROW) {
		e->rows++;
		e->bits |= bit_of((const char *)sqlite3_column_text(
		    s->stmt[EVENT_NAMES], 0));
	}
	if (rc != SQLITE_DONE)
		e->bits = UINT64_MAX;
	snprintf(e->division, sizeof(e->division), "%s", f->key[0].text);
	snprintf(e->id, sizeof(e->id), "%s", f->key[1].text);
}

static bool
is_event(const struct fact *f)
{
	return f->kind == KIND_EVENT || f->kind == KIND_EVENT_DAY;
}

/*
 * May there be a row of this event, whatever its day?  The rows of a case
 * mostly stand together: its events are asked for once.
 */
static bool
may_be_there(struct store *s, const struct fact *f)
{
	const struct events	*e = &s->run.events;

	if (strcmp(e->id, f->key[1].text) != 0 ||
	    strcmp(e->division, f->key[0].text) != 0)
		learn_events(s, f);
	return (e->bits & bit_of(f->key[2].text)) != 0;
}

/* Adds the row; PUT_SAME: one with its key is there. */
static enum put
add(struct store *s, const struct fact *f)
{
	if (!put_touch(s) || !write_row(s, shapes[f->kind].add, f))
		return PUT_FAILED;
	if (is_event(f)) {
		s->run.events.bits |= bit_of(f->key[2].text);
		s->run.events.rows++;
	}
	loose_met(s, f);
	if (sqlite3_changes(s->db) == 0)
		return PUT_SAME;
	s->run.moves++;
	return PUT_NEW;
}

/* By its key, if it is there; *done says whether it was, or all failed. */
static enum put
put_by_key(struct store *s, const struct fact *f, enum meeting how,
    bool *done)
{
	struct fact	old;
	enum put	result = PUT_FAILED;
	long long	src;
	int		rc = read_old(s, f, &old, &src);

	*done = rc != SQLITE_DONE;
	if (rc == SQLITE_ROW) {
		result = put_over(s, f, &old, src, how);
		sql_reset(s, shapes[f->kind].old);
	}
	return result;
}

static enum put
add_loose(struct store *s, const struct fact *f)
{
	return s->run.slots.rows >= MATTER_ROWS ? PUT_FULL : add(s, f);
}

/*
 * Of several: the one that this file made what f says before, where this run
 * has changed it; one that says the same; or none, where f did come before.
 */
static enum put
put_by_many(struct store *s, const struct fact *f, struct fitting *l)
{
	struct fact	*same;
	size_t		 n;
	bool		 found = false;
	int		 was;

	if (!loose_was(s, f, l, &was))
		return PUT_FAILED;
	if (was >= 0)
		return put_over(s, f, &l->fact[was], l->src[was], BY_FIT);
	same = loose_same(f, l, &n);
	if (same != NULL)
		return n > 1 || note(s, same, ALWAYS) ? PUT_SAME : PUT_FAILED;
	for (n = 0; n < l->n && !found; n++)
		if (!loose_same_file(s, l->src[n], &found))
			return PUT_FAILED;
	if (found)
		return PUT_SAME;
	loose_tell(s, l);
	return PUT_MANY;
}

/* One row alone is met by fit. */
static enum put
put_by_fit(struct store *s, const struct fact *f, bool gap)
{
	struct fitting	l;

	if (!loose_find(s, f, !gap, &l))
		return PUT_FAILED;
	if (l.n == 1)
		return put_over(s, f, &l.fact[0], l.src[0], gap ? BY_FIT :
		    BY_KEY);
	return l.n == 0 || !gap ? add_loose(s, f) : put_by_many(s, f, &l);
}

/*
 * A row with a gap that this run has added, where its slot was empty, says
 * itself what it said; that is noted before another meets it.
 */
static bool
note_added(struct store *s, const struct fact *f)
{
	struct fitting	l;
	size_t		i;
	bool		clash;
	int		has;

	if (!loose_find(s, f, true, &l))
		return false;
	for (i = 0; i < l.n; i++) {
		if (l.src[i] <= s->run.before)
			continue;
		if (!seen(s, &l.fact[i], f->kind, put_key_text(s, &l.fact[i]),
		    &has))
			return false;
		l.fact[i].has |= ALWAYS;
		if (has == 0 && !loose_note(s, &l.fact[i], &clash))
			return false;
	}
	return true;
}

/* A posting or an objection, whose key may have a gap. */
static enum put
put_loose(struct store *s, const struct fact *f)
{
	const bool	gap = loose_gap(f);
	enum put	result;
	bool		bad = false, done;

	if (gap && !loose_taken(s, f, &bad))
		return PUT_FAILED;
	if (bad)
		return PUT_CLASH;
	s->run.met = loose_may_meet(s, f);
	if (!s->run.met)
		return add_loose(s, f);
	if (gap && (!note_added(s, f) || !loose_note(s, f, &bad)))
		return PUT_FAILED;
	if (bad)
		return PUT_CLASH;
	result = put_by_key(s, f, gap ? BY_GAP : BY_KEY, &done);
	return done ? result : put_by_fit(s, f, gap);
}

/*
 * A new row is the usual one: it is added without asking, once the run has
 * changed something at all.
 */
enum put
put_fact(struct store *s, struct fact *f)
{
	const struct shape	*shape = &shapes[f->kind];
	enum put		 result;
	bool			 taken, done, there, full;
	int			 i;

	f->has |= ALWAYS;
	for (i = 0; i < shape->values; i++)
		if ((f->has & f->val[i].bit) == 0)
			make_empty(&f->val[i]);
	if (!was_taken(s, f, &taken))
		return PUT_FAILED;
	if (taken)
		return PUT_CLASH;
	if (loose_kind(f->kind)) {
		s->run.turned = (struct turned){ 0, 0 };
		return put_loose(s, f);
	}
	there = is_event(f) && may_be_there(s, f);
	full = is_event(f) && s->run.events.rows >= MATTER_ROWS;
	if (s->run.file_has_row && !full && !(shape->another_day && there)) {
		result = add(s, f);
		if (result != PUT_SAME)
			return result;
	}
	result = put_by_key(s, f, BY_KEY, &done);
	if (done || full)
		return done ? result : PUT_FULL;
	result = add(s, f);
	/* another row stands in the way: the case, in another division */
	return result == PUT_SAME ? PUT_CLASH : result;
}

/* ---- taking back */

/* A case's rows go before it; each is kept. */
static bool
take_case(struct store *s, const struct fact *f)
{
	return keep(s, CASE_KEEP_FACTS, f, "void") &&
	    put_drop(s, PLACE_DROP, f) && put_drop(s, CASE_DROP_EVENTS, f) &&
	    put_drop(s, CASE_DROP_POSTINGS, f) &&
	    put_drop(s, CASE_DROP_OBJECTIONS, f) && put_drop(s, CASE_DROP, f);
}

static bool
take(struct store *s, const struct fact *f)
{
	const struct shape	*shape = &shapes[f->kind];

	if (!put_touch(s))
		return false;
	s->run.moves++;
	if (f->kind == KIND_CASE)
		return take_case(s, f);
	return keep(s, shape->keep, f, "void") && put_drop(s, shape->drop, f);
}

/* Has this run put a row of the case? */
static bool
put_in_case(struct store *s, const struct fact *f, bool *has)
{
	put_bind_key(s, SEEN_CASE, f);
	sql_int(s, SEEN_CASE, 3, s->run.before);
	sql_int(s, SEEN_CASE, 4, KIND_DIVISION);
	if (sql_row(s, SEEN_CASE) != SQLITE_ROW)
		return false;
	*has = sqlite3_column_int(s->stmt[SEEN_CASE], 0) != 0;
	sql_reset(s, SEEN_CASE);
	return true;
}

/* The row that is meant, with its source in *src; SQLITE_DONE: none. */
static int
find_gone(struct store *s, const struct fact *f, struct fact *row,
    long long *src, struct fitting *l)
{
	struct fact	*same;
	size_t		 n;
	int		 rc = read_old(s, f, row, src);

	sql_reset(s, shapes[f->kind].old);
	*row = *f;
	l->n = 0;
	if (rc != SQLITE_DONE || !loose_kind(f->kind))
		return rc;
	if (!loose_find(s, f, !loose_gap(f), l))
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
	return note(s, f, TAKEN) ? PUT_SAME : PUT_FAILED;
}

enum put
put_take_back(struct store *s, const struct fact *f)
{
	struct fact	row;
	struct fitting	l;
	long long	src = 0;
	bool		was_put = false;
	int		has, rc;

	if (!seen(s, f, f->kind, put_key_text(s, f), &has))
		return PUT_FAILED;
	if (!loose_gone(s, f, &was_put))
		return PUT_FAILED;
	if (has == TAKEN || was_put)
		return PUT_SAME;
	rc = find_gone(s, f, &row, &src, &l);
	if (rc == SQLITE_ROW && !seen(s, &row, f->kind, put_key_text(s, &row),
	    &has))
		return PUT_FAILED;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		return PUT_FAILED;
	if (f->kind == KIND_CASE && !put_in_case(s, f, &was_put))
		return PUT_FAILED;
	if (has != 0 || was_put || src > s->run.before)
		return PUT_CLASH;
	if (rc == SQLITE_DONE)
		return not_there(s, f, &l);
	if (!take(s, &row) || !note(s, f, TAKEN) || !note(s, &row, TAKEN))
		return PUT_FAILED;
	return PUT_CORRECTED;
}
