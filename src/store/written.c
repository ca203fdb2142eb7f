/*
 * What was once written to calendars.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/inside.h"

enum { ALARMS_TEXT = 48, CANCELLED = 2, DROPPED = 3 };

/* The next range of divisions; false: that was the last. */
static bool
next_range(struct store *s)
{
	const struct division_range	*r;

	sql_reset(s, s->walking);
	if (s->walked == s->walks)
		return false;
	r = &s->walk[s->walked++];
	sql_text(s, s->walking, 1, r->low);
	sql_text(s, s->walking, 2, r->high);
	return true;
}

void
store_written_rewind(struct store *s, const char *top, bool words)
{
	sql_reset(s, Q_ENTRIES);
	sql_reset(s, Q_ENTRIES_SAID);
	s->walking = words ? Q_ENTRIES_SAID : Q_ENTRIES;
	s->walks = division_ranges(top, s->walk);
	s->walked = 0;
	(void)next_range(s);
}

void
store_written_part(struct store *s, const struct case_part *p)
{
	store_written_rewind(s, "", false);
	s->walk[0] = p->range;
	s->walked = 0;
	(void)next_range(s);
}

/* "-4 -1 0" */
static void
read_alarms(const char *text, struct written *m)
{
	char	*end;
	long	 v;

	for (m->nalarms = 0; m->nalarms < WRITTEN_ALARMS; text = end) {
		v = strtol(text, &end, 10);
		if (end == text)
			break;
		m->alarms[m->nalarms++] = (int)v;
	}
}

static const char *
print_alarms(const struct written *m, char buf[static ALARMS_TEXT])
{
	int	i, n = 0;

	buf[0] = '\0';
	for (i = 0; i < m->nalarms && n < ALARMS_TEXT - 12; i++)
		n += snprintf(buf + n, (size_t)(ALARMS_TEXT - n), "%s%d",
		    i > 0 ? " " : "", m->alarms[i]);
	return buf;
}

static void
read_written(sqlite3_stmt *st, struct arena *a, struct written *m)
{
	m->division = sql_copy(st, 0, a);
	m->id = sql_copy(st, 1, a);
	m->step = sql_copy(st, 2, a);
	m->at = sql_copy(st, 3, a);
	m->kind = sqlite3_column_int(st, 4);
	m->status = sqlite3_column_int(st, 5);
	m->dropped = m->status == DROPPED;
	if (m->dropped)
		m->status = CANCELLED;
	m->first = sql_day(st, 6);
	m->last = sql_day(st, 7);
	read_alarms(sql_copy(st, 8, a), m);
	m->sequence = sqlite3_column_int(st, 9);
	m->stamp = sqlite3_column_int64(st, 10);
	m->said = sqlite3_column_int64(st, 11);
	m->summary = m->location = m->description = NULL;
}

static void
read_said(sqlite3_stmt *st, int column, struct arena *a, struct written *m)
{
	m->summary = sql_copy(st, column, a);
	m->location = sql_copy(st, column + 1, a);
	m->description = sql_copy(st, column + 2, a);
}

bool
store_written_next(struct store *s, struct arena *a, struct written *m,
    bool *have, struct diags *ds)
{
	int	rc;

	do
		rc = sql_row(s, s->walking);
	while (rc == SQLITE_DONE && next_range(s));
	*have = rc == SQLITE_ROW;
	if (rc == SQLITE_DONE)
		return true;
	if (rc != SQLITE_ROW)
		return sql_fail(s, ds);
	read_written(s->stmt[s->walking], a, m);
	if (s->walking == Q_ENTRIES_SAID)
		read_said(s->stmt[s->walking], 12, a, m);
	return true;
}

bool
store_written_said(struct store *s, struct arena *a, struct written *m,
    struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[ENTRY_SAID];

	if (m->summary != NULL)
		return true;
	sql_text(s, ENTRY_SAID, 1, m->division);
	sql_text(s, ENTRY_SAID, 2, m->id);
	sql_text(s, ENTRY_SAID, 3, m->step);
	sql_text(s, ENTRY_SAID, 4, m->at);
	sql_int(s, ENTRY_SAID, 5, m->kind);
	if (sql_row(s, ENTRY_SAID) != SQLITE_ROW)
		return sql_fail(s, ds);
	read_said(st, 0, a, m);
	sql_reset(s, ENTRY_SAID);
	return true;
}

bool
store_written_of(struct store *s, struct arena *a, const char *division,
    const char *id, struct written **list, size_t *n, struct diags *ds)
{
	size_t	cap = 0;
	int	rc;

	*list = NULL;
	*n = 0;
	sql_text(s, ENTRIES_OF, 1, division);
	sql_text(s, ENTRIES_OF, 2, id);
	while ((rc = sql_row(s, ENTRIES_OF)) == SQLITE_ROW) {
		*list = arena_grow(a, *list, *n, &cap, sizeof(**list));
		read_written(s->stmt[ENTRIES_OF], a, &(*list)[(*n)++]);
	}
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_written_put(struct store *s, const struct written *m, struct diags *ds)
{
	char	alarms[ALARMS_TEXT];

	s->run.changed = true;
	sql_text(s, ENTRY_PUT, 1, m->division);
	sql_text(s, ENTRY_PUT, 2, m->id);
	sql_text(s, ENTRY_PUT, 3, m->step);
	sql_text(s, ENTRY_PUT, 4, m->at);
	sql_int(s, ENTRY_PUT, 5, m->kind);
	sql_int(s, ENTRY_PUT, 6, m->dropped ? DROPPED : m->status);
	sql_int(s, ENTRY_PUT, 7, m->first.n);
	sql_int(s, ENTRY_PUT, 8, m->last.n);
	sql_text(s, ENTRY_PUT, 9, print_alarms(m, alarms));
	sql_int(s, ENTRY_PUT, 10, m->sequence);
	sql_int(s, ENTRY_PUT, 11, m->stamp);
	sql_int(s, ENTRY_PUT, 12, m->said);
	sql_text(s, ENTRY_PUT, 13, m->summary);
	sql_text(s, ENTRY_PUT, 14, m->location);
	sql_text(s, ENTRY_PUT, 15, m->description);
	return sql_run(s, ENTRY_PUT) || sql_fail(s, ds);
}
