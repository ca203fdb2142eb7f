#include "store/merge.h"

#include <assert.h>
#include <string.h>

#include "base/twin.h"
#include "store/loose.h"
#include "store/maybe.h"
#include "store/seen.h"

/* How a kind is added, read, kept in the history, dropped and changed. */
struct stmts {
	enum stmt	add;
	enum stmt	old;
	enum stmt	keep;
	enum stmt	drop;
	enum stmt	change;		/* STMTS: dropped and added anew */
	bool		another_day;	/* adding would not meet the old row */
};

static const struct stmts stmts[] = {
	[KIND_DIVISION] = {DIVISION_ADD, DIVISION_OLD, DIVISION_KEEP,
	    DIVISION_DROP, DIVISION_CHANGE, false},
	[KIND_CASE] = {CASE_ADD, CASE_OLD, CASE_KEEP, CASE_DROP,
	    CASE_CHANGE, false},
	[KIND_EVENT] = {EVENT_ADD, EVENT_OLD, EVENT_KEEP, EVENT_DROP,
	    STMTS, true},
	[KIND_EVENT_DAY] = {EVENT_ADD, EVENT_DAY_OLD, EVENT_DAY_KEEP,
	    EVENT_DAY_DROP, STMTS, false},
	[KIND_POSTING] = {POSTING_ADD, POSTING_OLD, POSTING_KEEP,
	    POSTING_DROP, STMTS, false},
	[KIND_OBJECTION] = {OBJECTION_ADD, OBJECTION_OLD,
	    OBJECTION_KEEP, OBJECTION_DROP, STMTS, false},
};

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

	for (i = 2; i < fact_keys(f->kind); i++)
		text = f->key[i].type == TEXT ?
		    arena_printf(s->scratch, "%s/%s", text, f->key[i].text) :
		    arena_printf(s->scratch, "%s/%d", text, f->key[i].n);
	return text;
}

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
	put_bind_part(s, n, f, fact_keys(f->kind));
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
	int	i, at = fact_keys(f->kind) + 1;

	put_bind_key(s, n, f);
	for (i = 0; i < fact_values(f->kind); i++)
		bind_field(s, n, at++, &f->val[i]);
	sql_int(s, n, at++, f->has & ~(unsigned)ALWAYS);
	sql_int(s, n, at++, s->run.file);
	if (n == CASE_ADD)
		bind_form(s, n, at, f->key[1].text);
	if (!sql_run(s, n))
		return false;
	/* one that was there is not added, and its county stays as it was */
	if (sqlite3_changes(s->db) > 0)
		county_touch(s, f->key[0].text);
	return true;
}

/* Moves what the statement selects by the key into the history. */
static bool
put_keep(struct store *s, enum stmt n, const struct fact *f, const char *why)
{
	int	at = fact_keys(f->kind);

	county_touch(s, f->key[0].text);
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

enum stmt
put_old(enum kind k)
{
	return stmts[k].old;
}

int
put_read_old(struct store *s, const struct fact *f, struct fact *old,
    long long *src)
{
	const struct stmts	*w = &stmts[f->kind];
	sqlite3_stmt		*st = s->stmt[w->old];
	struct field		*v;
	int			 i, rc;

	put_bind_key(s, w->old, f);
	rc = sql_row(s, w->old);
	if (rc != SQLITE_ROW)
		return rc;
	*old = *f;
	for (i = 0; i < fact_values(f->kind); i++) {
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

/* ---- putting */

/* `was` has the key under which the old row is kept. */
static bool
replace(struct store *s, const struct fact *was, const struct fact *f,
    const char *why)
{
	const struct stmts	*w = &stmts[f->kind];

	if (fact_is_loose(was->kind) && !loose_remember(s, was))
		return false;
	if (!put_touch(s) || !put_keep(s, w->keep, was, why))
		return false;
	s->run.moves++;
	if (w->change != STMTS)
		return write_row(s, w->change, f);
	return put_drop(s, w->drop, was) && write_row(s, w->add, f);
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

	if (!seen_given(s, &was, &was, src, &before) || (how == BY_GAP &&
	    !loose_came_with(s, &was, src, &same)))
		return PUT_FAILED;
	/* it has completed that row before: the same again */
	if (same)
		how = BY_FIT;
	result = fact_merge(f, old, how, before);
	if (result == PUT_CLASH)
		return result;
	if (fact_fill_gaps(f, old) && result == PUT_SAME)
		result = PUT_COMPLETED;
	if (result != PUT_SAME) {
		old->has |= f->has;
		if (!replace(s, &was, old, result == PUT_CORRECTED ?
		    "corrected" : "completed") || (how != BY_KEY &&
		    !loose_turn_back(s, old)))
			return PUT_FAILED;
	}
	if ((before | fact_gives(f, how)) != before &&
	    !seen_note(s, old, (int)(before | fact_gives(f, how))))
		return PUT_FAILED;
	return result;
}

static bool
is_event(const struct fact *f)
{
	return f->kind == KIND_EVENT || f->kind == KIND_EVENT_DAY;
}

/* Adds the row; PUT_SAME: one with its key is there. */
static enum put
add(struct store *s, const struct fact *f)
{
	if (!put_touch(s) || !write_row(s, stmts[f->kind].add, f))
		return PUT_FAILED;
	maybe_added(s, f);
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
	int		rc = put_read_old(s, f, &old, &src);

	*done = rc != SQLITE_DONE;
	if (rc == SQLITE_ROW) {
		result = put_over(s, f, &old, src, how);
		sql_reset(s, stmts[f->kind].old);
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
		return n > 1 || seen_note(s, same, ALWAYS) ? PUT_SAME :
		    PUT_FAILED;
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
		if (!seen_get(s, &l.fact[i], f->kind,
		    put_key_text(s, &l.fact[i]), &has))
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
	const bool	gap = fact_has_gap(f);
	enum put	result;
	bool		bad = false, done;

	if (gap && !loose_taken(s, f, &bad))
		return PUT_FAILED;
	if (bad)
		return PUT_CLASH;
	s->run.met = maybe_slot(s, f);
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
	const struct stmts	*w = &stmts[f->kind];
	enum put		 result;
	bool			 taken, done, there, full;
	int			 i;

	f->has |= ALWAYS;
	for (i = 0; i < fact_values(f->kind); i++)
		if ((f->has & f->val[i].bit) == 0)
			field_empty(&f->val[i]);
	if (!seen_taken(s, f, &taken))
		return PUT_FAILED;
	if (taken)
		return PUT_CLASH;
	if (fact_is_loose(f->kind)) {
		s->run.turned = (struct turned){ 0, 0 };
		return put_loose(s, f);
	}
	there = is_event(f) && maybe_event(s, f);
	full = is_event(f) && s->run.events.rows >= MATTER_ROWS;
	if (s->run.file_has_row && !full && !(w->another_day && there)) {
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
	return put_keep(s, CASE_KEEP_FACTS, f, "void") &&
	    put_drop(s, PLACE_DROP, f) && put_drop(s, CASE_DROP_EVENTS, f) &&
	    put_drop(s, CASE_DROP_POSTINGS, f) &&
	    put_drop(s, CASE_DROP_OBJECTIONS, f) && put_drop(s, CASE_DROP, f);
}

bool
put_take(struct store *s, const struct fact *f)
{
	const struct stmts	*w = &stmts[f->kind];

	if (!put_touch(s))
		return false;
	s->run.moves++;
	if (f->kind == KIND_CASE)
		return take_case(s, f);
	return put_keep(s, w->keep, f, "void") && put_drop(s, w->drop, f);
}
