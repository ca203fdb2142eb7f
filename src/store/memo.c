/*
 * What was once written to calendars.
 */
#include <stdio.h>
#include <stdlib.h>

#include "store/inside.h"

enum { ALARMS_TEXT = 48 };

void
store_memo_rewind(struct store *s)
{
	sql_reset(s, Q_ENTRIES);
}

/* "-4 -1 0" */
static void
read_alarms(const char *text, struct memo *m)
{
	char	*end;
	long	 v;

	for (m->nalarms = 0; m->nalarms < MEMO_ALARMS; text = end) {
		v = strtol(text, &end, 10);
		if (end == text)
			break;
		m->alarms[m->nalarms++] = (int)v;
	}
}

static const char *
print_alarms(const struct memo *m, char buf[static ALARMS_TEXT])
{
	int	i, n = 0;

	buf[0] = '\0';
	for (i = 0; i < m->nalarms && n < ALARMS_TEXT - 12; i++)
		n += snprintf(buf + n, (size_t)(ALARMS_TEXT - n), "%s%d",
		    i > 0 ? " " : "", m->alarms[i]);
	return buf;
}

bool
store_memo_next(struct store *s, struct arena *a, struct memo *m, bool *have,
    struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_ENTRIES];
	int		 rc = sql_row(s, Q_ENTRIES);

	*have = rc == SQLITE_ROW;
	if (rc == SQLITE_DONE)
		return true;
	if (rc != SQLITE_ROW)
		return sql_fail(s, ds);
	m->division = sql_copy(st, 0, a);
	m->id = sql_copy(st, 1, a);
	m->step = sql_copy(st, 2, a);
	m->at = sql_copy(st, 3, a);
	m->kind = sqlite3_column_int(st, 4);
	m->status = sqlite3_column_int(st, 5);
	m->first = sql_day(st, 6);
	m->last = sql_day(st, 7);
	read_alarms(sql_copy(st, 8, a), m);
	m->sequence = sqlite3_column_int(st, 9);
	m->stamp = sqlite3_column_int64(st, 10);
	m->said[0] = sqlite3_column_int64(st, 11);
	m->said[1] = sqlite3_column_int64(st, 12);
	m->summary = sql_copy(st, 13, a);
	m->location = sql_copy(st, 14, a);
	return true;
}

bool
store_memo_put(struct store *s, const struct memo *m, struct diags *ds)
{
	char	alarms[ALARMS_TEXT];

	s->run.changed = true;
	sql_text(s, ENTRY_PUT, 1, m->division);
	sql_text(s, ENTRY_PUT, 2, m->id);
	sql_text(s, ENTRY_PUT, 3, m->step);
	sql_text(s, ENTRY_PUT, 4, m->at);
	sql_int(s, ENTRY_PUT, 5, m->kind);
	sql_int(s, ENTRY_PUT, 6, m->status);
	sql_int(s, ENTRY_PUT, 7, m->first.n);
	sql_int(s, ENTRY_PUT, 8, m->last.n);
	sql_text(s, ENTRY_PUT, 9, print_alarms(m, alarms));
	sql_int(s, ENTRY_PUT, 10, m->sequence);
	sql_int(s, ENTRY_PUT, 11, m->stamp);
	sql_int(s, ENTRY_PUT, 12, m->said[0]);
	sql_int(s, ENTRY_PUT, 13, m->said[1]);
	sql_text(s, ENTRY_PUT, 14, m->summary);
	sql_text(s, ENTRY_PUT, 15, m->location);
	return sql_run(s, ENTRY_PUT) || sql_fail(s, ds);
}
