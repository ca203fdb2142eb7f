/*
 * Statements whose words are made as they are needed: each is prepared once.
 */
#include <string.h>

#include "base/hash.h"
#include "store/inside.h"

struct prepared {
	struct prepared		*next;
	unsigned long long	 hash;
	const char		*sql;
	sqlite3_stmt		*st;
};

static struct prepared *
find(struct store *s, const char *sql, unsigned long long hash)
{
	struct prepared	*p = s->prepared;

	while (p != NULL && (p->hash != hash || strcmp(p->sql, sql) != 0))
		p = p->next;
	return p;
}

sqlite3_stmt *
sql_prepared(struct store *s, const char *sql)
{
	const unsigned long long	 hash = hash_text(HASH_START, sql);
	struct prepared			*p = find(s, sql, hash);
	sqlite3_stmt			*st;

	if (p != NULL)
		return p->st;
	if (sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &st, NULL) != SQLITE_OK)
		return NULL;
	p = arena_alloc(s->arena, sizeof(*p));
	*p = (struct prepared){ s->prepared, hash, arena_dup(s->arena, sql),
	    st };
	s->prepared = p;
	return st;
}

bool
sql_did(struct store *s, const char *sql)
{
	sqlite3_stmt	*st = sql_prepared(s, sql);

	if (st == NULL)
		return false;
	while (sqlite3_step(st) == SQLITE_ROW)
		continue;
	return sqlite3_reset(st) == SQLITE_OK;
}

void
prepared_finalize(struct store *s)
{
	for (; s->prepared != NULL; s->prepared = s->prepared->next)
		sqlite3_finalize(s->prepared->st);
}
