#include "store/maybe.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

/* ---- the events of the case that was asked last, each name as a bit */

static uint64_t
bit_of_event(const char *s)
{
	return UINT64_C(1) << hash_bits(hash_text(HASH_START, s == NULL ? "" :
	    s), 6);
}

static void
learn_events(struct store *s, const struct fact *f)
{
	struct events	*e = &s->run.events;
	int		 i, rc;

	*e = (struct events){0};
	for (i = 0; i < 2; i++)
		sql_text(s, EVENT_NAMES, i + 1, f->key[i].text);
	while ((rc = sql_row(s, EVENT_NAMES)) == SQLITE_ROW) {
		e->rows++;
		e->bits |= bit_of_event((const char *)sqlite3_column_text(
		    s->stmt[EVENT_NAMES], 0));
	}
	if (rc != SQLITE_DONE)
		e->bits = UINT64_MAX;
	snprintf(e->division, sizeof(e->division), "%s", f->key[0].text);
	snprintf(e->id, sizeof(e->id), "%s", f->key[1].text);
}

bool
maybe_event(struct store *s, const struct fact *f)
{
	const struct events	*e = &s->run.events;

	if (strcmp(e->id, f->key[1].text) != 0 ||
	    strcmp(e->division, f->key[0].text) != 0)
		learn_events(s, f);
	return (e->bits & bit_of_event(f->key[2].text)) != 0;
}

/* ---- the slots of the case that was asked last, each as a mark */

static unsigned
bit_of_slot(enum kind k, const char *step, const char *at)
{
	unsigned long long	h = hash_add(HASH_START, k);

	h = hash_add(hash_text(h, step == NULL ? "" : step), 0);
	return hash_bits(hash_text(h, at == NULL ? "" : at), SLOT_BITS);
}

static void
learn_slots(struct store *s, const struct fact *f)
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
		m->set[bit_of_slot(f->kind,
		    (const char *)sqlite3_column_text(st, 0),
		    (const char *)sqlite3_column_text(st, 1))] = true;
	}
	if (rc != SQLITE_DONE)
		memset(m->set, true, sizeof(m->set));
	snprintf(m->division, sizeof(m->division), "%s", f->key[0].text);
	snprintf(m->id, sizeof(m->id), "%s", f->key[1].text);
}

bool
maybe_slot(struct store *s, const struct fact *f)
{
	struct slots	*m = &s->run.slots;

	if (m->kind != (int)f->kind || strcmp(m->id, f->key[1].text) != 0 ||
	    strcmp(m->division, f->key[0].text) != 0)
		learn_slots(s, f);
	m->bit = bit_of_slot(f->kind, f->key[2].text, f->key[3].text);
	return m->set[m->bit];
}

void
maybe_added(struct store *s, const struct fact *f)
{
	if (fact_is_loose(f->kind)) {
		s->run.slots.rows++;
		s->run.slots.set[s->run.slots.bit] = true;
	} else if (f->kind == KIND_EVENT || f->kind == KIND_EVENT_DAY) {
		s->run.events.rows++;
		s->run.events.bits |= bit_of_event(f->key[2].text);
	}
}
