#include "store/merge.h"

#include <string.h>

static struct field
text_field(unsigned bit, const char *text)
{
	return (struct field){TEXT, bit, text, 0};
}

static struct field
day_field(unsigned bit, struct day d)
{
	return (struct field){DAY, bit, NULL, d.n};
}

static struct fact
division_fact(const char *code, const char *name, const struct person *p)
{
	return (struct fact){
		.kind = KIND_DIVISION,
		.has = p == NULL ? 0 : p->has,
		.key = {text_field(0, code)},
		.val = {
			text_field(ALWAYS, name),
			text_field(HAS_CONTACT, p == NULL ? "" : p->contact),
			text_field(HAS_PHONE, p == NULL ? "" : p->phone),
		},
	};
}

/* Places or traits as one text, in their order. */
static const char *
join(struct arena *a, const char *const *words, size_t n)
{
	size_t	 i, len = 1;
	char	*text, *p;

	for (i = 0; i < n; i++)
		len += strlen(words[i]) + 1;
	p = text = arena_alloc(a, len);
	for (i = 0; i < n; i++) {
		len = strlen(words[i]);
		memcpy(p, words[i], len);
		p[len] = i + 1 < n ? ';' : '\0';
		p += len + 1;
	}
	return text;
}

static struct fact
case_fact(struct store *s, const struct matter *m, unsigned has)
{
	return (struct fact){
		.kind = KIND_CASE,
		.has = has,
		.key = {text_field(0, m->division), text_field(0, m->id)},
		.val = {
			text_field(ALWAYS, m->procedure),
			text_field(HAS_TITLE, m->title),
			text_field(HAS_BATCH, m->batch),
			{FLAG, HAS_PLACES, NULL, m->named},
			text_field(HAS_PLACES, join(s->scratch, m->places,
			    m->nplaces)),
			text_field(HAS_TRAITS, join(s->scratch, m->traits,
			    m->ntraits)),
			text_field(HAS_AMOUNTS, m->amounts == NULL ? "" :
			    m->amounts),
		},
	};
}

static struct fact
event_fact(const struct matter *m, const struct event *e, bool repeats)
{
	struct fact	f = {
		.kind = repeats ? KIND_EVENT_DAY : KIND_EVENT,
		.key = {
			text_field(0, m->division), text_field(0, m->id),
			text_field(0, e->event),
		},
	};

	if (repeats)
		f.key[3] = day_field(0, e->day);
	else
		f.val[0] = day_field(ALWAYS, e->day);
	return f;
}

static struct fact
posting_fact(const struct matter *m, const struct posting *p, unsigned has)
{
	return (struct fact){
		.kind = KIND_POSTING,
		.has = has,
		.key = {
			text_field(0, m->division), text_field(0, m->id),
			text_field(0, p->step), text_field(0, p->division),
			day_field(0, p->posted), text_field(0, p->medium),
			text_field(0, p->place),
		},
		.val = {
			day_field(HAS_UNTIL, p->until),
			day_field(HAS_REVIEWED, p->reviewed),
			text_field(HAS_CONTENT, p->content),
			text_field(HAS_BY, p->by),
			text_field(HAS_EVIDENCE, p->evidence),
		},
	};
}

/*
 * One that names no division has the key of the case's: which of the two it
 * is, is a value, which the row written last gives.
 */
static struct fact
objection_fact(const struct matter *m, const struct objection *o, unsigned has)
{
	const bool	named = *o->division != '\0';

	return (struct fact){
		.kind = KIND_OBJECTION,
		.has = has,
		.key = {
			text_field(0, m->division), text_field(0, m->id),
			text_field(0, o->step), text_field(0, named ?
			o->division : m->division),
			day_field(0, o->received), text_field(0, o->number),
		},
		.val = {
			day_field(HAS_RESOLVED, o->resolved),
			text_field(HAS_OUTCOME, o->outcome),
			text_field(HAS_HANDLER, o->handler),
			{FLAG, ALWAYS, NULL, named},
		},
	};
}

/* What was changed is judged anew by the next night. */
static bool
mark(struct store *s, const struct fact *f)
{
	return f->kind == KIND_DIVISION ?
	    dirty_division(s, f->key[0].text) :
	    dirty_case(s, f->key[0].text, f->key[1].text);
}

static enum put
finish(struct store *s, const struct fact *f, enum put result,
    struct diags *ds)
{
	bool	changed = result == PUT_NEW || result == PUT_COMPLETED ||
		    result == PUT_CORRECTED;

	if (changed && s->run.watched && !mark(s, f))
		result = PUT_FAILED;
	if (result == PUT_FAILED)
		sql_fail(s, ds);
	return result;
}

enum put
store_put_division(struct store *s, const char *code, const char *name,
    const struct person *person, struct diags *ds)
{
	struct fact	f = division_fact(code, name, person);

	arena_reset(s->scratch);
	return finish(s, &f, put_fact(s, &f), ds);
}

/*
 * A case taken back and taken in again at another division: what calendars
 * were told of it and the lives of its findings go with it, since UIDs and
 * keys do not name its division.  Its entries stand elsewhere in them now.
 */
static bool
move_memory(struct store *s, const struct matter *m)
{
	static const enum stmt	 moves[] = { ENTRY_MOVE, FINDING_MOVE };
	const char		*old = NULL;
	int			 rc, i;

	sql_text(s, CASE_BEFORE, 1, m->id);
	sql_text(s, CASE_BEFORE, 2, m->division);
	rc = sql_row(s, CASE_BEFORE);
	if (rc == SQLITE_ROW) {
		old = sql_copy(s->stmt[CASE_BEFORE], 0, s->scratch);
		sql_reset(s, CASE_BEFORE);
	}
	if (old == NULL)
		return rc == SQLITE_DONE;
	for (i = 0; i < 2; i++) {
		sql_text(s, moves[i], 1, old);
		sql_text(s, moves[i], 2, m->id);
		sql_text(s, moves[i], 3, m->division);
		if (!sql_run(s, moves[i]))
			return false;
	}
	sql_text(s, CALENDAR_CASE, 1, m->division);
	sql_text(s, CALENDAR_CASE, 2, m->id);
	return sql_run(s, CALENDAR_CASE);
}

/* A case that is new has none yet. */
static bool
put_places(struct store *s, const struct matter *m, const struct fact *f,
    bool new)
{
	size_t	i;

	if (!new && !put_drop(s, PLACE_DROP, f))
		return false;
	put_bind_key(s, PLACE_ADD, f);
	for (i = 0; i < m->nplaces; i++) {
		sql_text(s, PLACE_ADD, 3, m->places[i]);
		if (!sql_run(s, PLACE_ADD))
			return false;
	}
	return true;
}

enum put
store_put_case(struct store *s, const struct matter *m, unsigned has,
    struct diags *ds)
{
	struct fact	f;
	enum put	result;

	arena_reset(s->scratch);
	f = case_fact(s, m, has);
	result = redact_meet(s, &f) ? put_fact(s, &f) : PUT_FAILED;
	if (result == PUT_NEW && !move_memory(s, m))
		result = PUT_FAILED;
	if ((result == PUT_NEW || result == PUT_COMPLETED ||
	    result == PUT_CORRECTED) && (has & HAS_PLACES) &&
	    !put_places(s, m, &f, result == PUT_NEW))
		result = PUT_FAILED;
	return finish(s, &f, result, ds);
}

enum put
store_put_event(struct store *s, const struct matter *m,
    const struct event *e, bool repeats, struct diags *ds)
{
	struct fact	f = event_fact(m, e, repeats);

	arena_reset(s->scratch);
	return finish(s, &f, put_fact(s, &f), ds);
}

enum put
store_put_posting(struct store *s, const struct matter *m,
    const struct posting *p, unsigned has, struct diags *ds)
{
	struct fact	f = posting_fact(m, p, has);

	arena_reset(s->scratch);
	return finish(s, &f, redact_meet(s, &f) ? put_fact(s, &f) :
	    PUT_FAILED, ds);
}

bool
store_overlap(struct store *s, struct arena *a, const struct matter *m,
    const struct posting *p, struct posting *out)
{
	struct fact	 f;
	sqlite3_stmt	*st = s->stmt[POSTING_OVER];
	int		 rc;

	if (!s->run.met)
		return false;
	arena_reset(s->scratch);
	f = posting_fact(m, p, 0);
	if (!redact_meet(s, &f)) {
		sql_lose(s);
		return false;
	}
	put_bind_key(s, POSTING_OVER, &f);
	sql_int(s, POSTING_OVER, 8, day_is(p->until) ? p->until.n :
	    DAY_LAST.n);
	rc = sql_row(s, POSTING_OVER);
	if (rc != SQLITE_ROW) {
		if (rc != SQLITE_DONE)
			sql_lose(s);
		return false;
	}
	*out = (struct posting){ .posted = sql_day(st, 0),
	    .until = sql_day(st, 1), .medium = sql_copy(st, 2, a),
	    .place = sql_copy(st, 3, a) };
	sql_reset(s, POSTING_OVER);
	return true;
}

bool
store_near(struct store *s, const char *division, const char *id,
    struct day day, int days, bool *alone)
{
	bool	near = true;
	int	rc;

	*alone = false;
	sql_text(s, Q_NEAR, 1, division);
	sql_text(s, Q_NEAR, 2, id);
	sql_int(s, Q_NEAR, 3, day.n - days);
	sql_int(s, Q_NEAR, 4, day.n + days);
	rc = sql_row(s, Q_NEAR);
	if (rc == SQLITE_ROW) {
		near = sqlite3_column_int(s->stmt[Q_NEAR], 0) > 1;
		*alone = sqlite3_column_int(s->stmt[Q_NEAR], 1) < 2;
		sql_reset(s, Q_NEAR);
	} else
		sql_lose(s);
	return near;
}

enum put
store_put_objection(struct store *s, const struct matter *m,
    const struct objection *o, unsigned has, struct diags *ds)
{
	struct fact	f = objection_fact(m, o, has);

	arena_reset(s->scratch);
	return finish(s, &f, redact_meet(s, &f) ? put_fact(s, &f) :
	    PUT_FAILED, ds);
}

enum put
store_void_division(struct store *s, const char *code, struct diags *ds)
{
	struct fact	f = division_fact(code, "", NULL);

	arena_reset(s->scratch);
	return finish(s, &f, put_take_back(s, &f), ds);
}

enum put
store_void_case(struct store *s, const struct matter *m, struct diags *ds)
{
	struct fact	f;

	arena_reset(s->scratch);
	f = case_fact(s, m, 0);
	return finish(s, &f, put_take_back(s, &f), ds);
}

enum put
store_void_event(struct store *s, const struct matter *m,
    const struct event *e, bool repeats, struct diags *ds)
{
	struct fact	f = event_fact(m, e, repeats);

	arena_reset(s->scratch);
	return finish(s, &f, put_take_back(s, &f), ds);
}

enum put
store_void_posting(struct store *s, const struct matter *m,
    const struct posting *p, struct diags *ds)
{
	struct fact	f = posting_fact(m, p, 0);

	arena_reset(s->scratch);
	return finish(s, &f, redact_meet(s, &f) ? put_take_back(s, &f) :
	    PUT_FAILED, ds);
}

enum put
store_void_objection(struct store *s, const struct matter *m,
    const struct objection *o, struct diags *ds)
{
	struct fact	f = objection_fact(m, o, 0);

	arena_reset(s->scratch);
	return finish(s, &f, redact_meet(s, &f) ? put_take_back(s, &f) :
	    PUT_FAILED, ds);
}
