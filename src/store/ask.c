#include "store/form.h"

#include <assert.h>
#include <string.h>

#include "base/twin.h"

void
ask_traits(struct arena *a, const char *text, struct matter *m)
{
	size_t	n, cap = 0;

	for (; *text != '\0'; text += n + (text[n] == ';')) {
		n = strcspn(text, ";");
		m->traits = arena_grow(a, m->traits, m->ntraits, &cap,
		    sizeof(*m->traits));
		m->traits[m->ntraits++] = arena_ndup(a, text, n);
	}
}

struct matter *
ask_header(sqlite3_stmt *st, struct arena *a)
{
	struct matter	*m = arena_alloc(a, sizeof(*m));

	m->division = sql_copy(st, 0, a);
	m->id = sql_copy(st, 1, a);
	m->procedure = sql_copy(st, 2, a);
	m->title = sql_copy(st, 3, a);
	m->batch = sql_copy(st, 4, a);
	m->named = sqlite3_column_int(st, 5) != 0;
	ask_traits(a, sql_copy(st, 6, a), m);
	m->amounts = sql_copy(st, 7, a);
	return m;
}

void
ask_places(struct store *s, struct arena *a, struct matter *m)
{
	size_t	cap = 0;
	int	rc;

	sql_text(s, Q_CASE_PLACES, 1, m->division);
	sql_text(s, Q_CASE_PLACES, 2, m->id);
	while ((rc = sql_row(s, Q_CASE_PLACES)) == SQLITE_ROW) {
		m->places = arena_grow(a, m->places, m->nplaces, &cap,
		    sizeof(*m->places));
		m->places[m->nplaces++] =
		    sql_copy(s->stmt[Q_CASE_PLACES], 0, a);
	}
	if (rc != SQLITE_DONE)
		sql_lose(s);
}

/* The next of the cases that have the twin form, with its places. */
static struct matter *
next_twin(struct store *s, enum stmt n, struct arena *a)
{
	struct matter	*m;
	int		 rc = sql_row(s, n);

	if (rc != SQLITE_ROW) {
		if (rc != SQLITE_DONE)
			sql_lose(s);
		return NULL;
	}
	m = ask_header(s->stmt[n], a);
	ask_places(s, a, m);
	return m;
}

void
store_find(struct store *s, struct arena *a, const char *county,
    const char *id, struct named *f)
{
	const enum stmt	 n = *county == '\0' ? Q_CASE : Q_CASE_IN;
	char		*form = arena_alloc(a, strlen(id) + 1);
	struct matter	*m;

	*f = (struct named){ 0 };
	(void)twin_form(id, form);
	sql_text(s, n, 1, form);
	if (n == Q_CASE_IN)
		sql_text(s, n, 2, county);
	while ((m = next_twin(s, n, a)) != NULL)
		if (strcmp(m->id, id) != 0)
			f->twin = m;
		else if (f->one == NULL)
			f->one = m;
		else if (f->other == NULL)
			f->other = m;
}

struct matter *
store_case(struct store *s, struct arena *a, const char *county,
    const char *id)
{
	struct named	f;

	store_find(s, a, county, id, &f);
	return f.one;
}

bool
store_ever(struct store *s, struct arena *a, const char *id,
    const char **one, const char **other)
{
	char	*form = arena_alloc(a, strlen(id) + 1);
	int	 rc;

	*one = *other = NULL;
	(void)twin_form(id, form);
	sql_text(s, Q_COUNTIES, 1, form);
	sql_text(s, Q_COUNTIES, 2, id);
	while ((rc = sql_row(s, Q_COUNTIES)) == SQLITE_ROW)
		if (*one == NULL)
			*one = sql_copy(s->stmt[Q_COUNTIES], 0, a);
		else if (*other == NULL)
			*other = sql_copy(s->stmt[Q_COUNTIES], 0, a);
	if (rc != SQLITE_DONE)
		sql_lose(s);
	return *one != NULL;
}

const char *
store_name(struct store *s, struct arena *a, const char *code)
{
	const char	*name;
	int		 rc;

	sql_text(s, Q_NAME, 1, code);
	rc = sql_row(s, Q_NAME);
	if (rc != SQLITE_ROW) {
		if (rc != SQLITE_DONE)
			sql_lose(s);
		return "";
	}
	name = sql_copy(s->stmt[Q_NAME], 0, a);
	sql_reset(s, Q_NAME);
	return name;
}

void
store_each_division(struct store *s, const char *top, const char *name,
    store_division_fn *visit, void *ctx)
{
	const bool	 all = name == NULL || name[0] == '\0';
	const enum stmt	 n = all ? Q_DIVISIONS : Q_NAMED;
	struct arena	*a = arena_new();
	sqlite3_stmt	*st = s->stmt[n];
	int		 rc;

	assert(!sqlite3_stmt_busy(st));
	sql_text(s, n, 1, top);
	sql_text(s, n, 2, sql_below(a, top));
	if (!all)
		sql_text(s, n, 3, name);
	while ((rc = sql_row(s, n)) == SQLITE_ROW)
		if (!visit(ctx, (const char *)sqlite3_column_text(st, 0),
		    (const char *)sqlite3_column_text(st, 1)))
			break;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		sql_lose(s);
	sql_reset(s, n);
	arena_free(a);
}

/* Looked at as a scan does, since these are as many. */
static bool
next_code(struct store *s, const char **code, int *rc)
{
	sqlite3_stmt	*st = s->stmt[Q_CODES];
	size_t		 len;

	*rc = sqlite3_step(st);
	if (*rc != SQLITE_ROW)
		return false;
	*code = sql_bytes(st, 0, &len);
	if (sql_count(s, Q_CODES) && division_is(*code, len))
		return true;
	(void)form_fits(s->shape[Q_CODES], st, s->arena, &s->fault);
	*rc = SQLITE_CORRUPT;
	return false;
}

void
store_each_code(struct store *s, const char *top, store_code_fn *visit,
    void *ctx)
{
	struct arena	*a = arena_new();
	const char	*code;
	int		 rc;

	assert(!sqlite3_stmt_busy(s->stmt[Q_CODES]));
	sql_text(s, Q_CODES, 1, top);
	sql_text(s, Q_CODES, 2, sql_below(a, top));
	while (next_code(s, &code, &rc))
		visit(ctx, code);
	if (rc != SQLITE_DONE)
		sql_lose(s);
	sql_reset(s, Q_CODES);
	arena_free(a);
}

/* Visited after they are read, so that the visitor may write. */
void
store_each_in_batch(struct store *s, struct arena *a, const char *batch,
    store_case_fn *visit, void *ctx)
{
	struct matter	**found = NULL;
	size_t		  i, n = 0, cap = 0;
	int		  rc;

	sql_text(s, Q_BATCH, 1, batch);
	while ((rc = sql_row(s, Q_BATCH)) == SQLITE_ROW) {
		found = arena_grow(a, found, n, &cap, sizeof(struct matter *));
		found[n++] = ask_header(s->stmt[Q_BATCH], a);
	}
	if (rc != SQLITE_DONE)
		sql_lose(s);
	for (i = 0; i < n; i++) {
		ask_places(s, a, found[i]);
		if (!visit(ctx, found[i]))
			return;
	}
}

void
store_each_id(struct store *s, const char *prefix, int most,
    store_id_fn *visit, void *ctx)
{
	struct arena	*a = arena_new();
	char		*form = arena_alloc(a, strlen(prefix) + 1);
	sqlite3_stmt	*st = s->stmt[Q_IDS];
	const char	*id;
	int		 rc;

	assert(!sqlite3_stmt_busy(st));
	(void)twin_form(prefix, form);
	sql_text(s, Q_IDS, 1, form);
	sql_text(s, Q_IDS, 2, arena_printf(a, "%s\xf4\x8f\xbf\xbf", form));
	sql_int(s, Q_IDS, 3, most);
	while ((rc = sql_row(s, Q_IDS)) == SQLITE_ROW) {
		id = (const char *)sqlite3_column_text(st, 0);
		if (id != NULL)
			visit(ctx, id);
	}
	if (rc != SQLITE_DONE)
		sql_lose(s);
	arena_free(a);
}

static bool
pass(void *ctx, const struct matter *m)
{
	(void)ctx;
	(void)m;
	return true;
}

/* What holds of the case now is shown by views: is each row as it may be? */
static bool
case_fits(struct store *s, struct arena *a, const char *county,
    const char *id, struct diags *ds)
{
	const struct matter	*m = store_case(s, a, county, id);
	bool			 there;

	return m == NULL || store_visit(s, m->division, m->id, pass, NULL,
	    &there, ds);
}

bool
store_each_record(struct store *s, const char *county, const char *id,
    store_record_fn *visit, void *ctx, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_RECORDS];
	struct arena	*a = arena_new();
	char		*form = arena_alloc(a, strlen(id) + 1);
	struct record	 r;
	bool		 go = true;
	int		 rc = SQLITE_DONE;

	assert(!sqlite3_stmt_busy(st));
	(void)twin_form(id, form);
	if (!case_fits(s, a, county, id, ds)) {
		arena_free(a);
		return false;
	}
	sql_text(s, Q_RECORDS, 1, id);
	sql_text(s, Q_RECORDS, 2, county);
	sql_keep_text(s, Q_RECORDS, 3, form);
	while (go && (rc = sql_row(s, Q_RECORDS)) == SQLITE_ROW) {
		arena_reset(a);
		r = (struct record){
			sql_copy(st, 0, a), sql_copy(st, 1, a),
			sql_copy(st, 2, a), sql_copy(st, 3, a),
			sql_copy(st, 4, a), sql_copy(st, 5, a),
			sql_copy(st, 6, a), sql_copy(st, 7, a),
			sql_copy(st, 8, a),
		};
		go = visit(ctx, &r);
	}
	if (go && rc != SQLITE_DONE)
		sql_fail(s, ds);
	sql_reset(s, Q_RECORDS);
	arena_free(a);
	return !sql_lost(s, ds) && go && rc == SQLITE_DONE;
}
