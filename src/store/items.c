/*
 * All facts, each row with all that it holds.
 */
#include "store/inside.h"

typedef void	 read_fn(struct store *, sqlite3_stmt *, struct arena *,
		    struct item *);

static void
read_division(struct store *s, sqlite3_stmt *st, struct arena *a,
    struct item *i)
{
	(void)s;
	i->division = sql_copy(st, 0, a);
	i->name = sql_copy(st, 1, a);
	i->person = (struct person){ sql_copy(st, 2, a), sql_copy(st, 3, a),
	    HAS_CONTACT | HAS_PHONE };
}

static void
read_case(struct store *s, sqlite3_stmt *st, struct arena *a, struct item *i)
{
	struct matter	*m = ask_header(st, a);

	ask_places(s, a, m);
	i->matter = m;
	i->division = m->division;
	i->id = m->id;
}

/* Division and number of the case, with which a row of a fact begins. */
static void
read_whose(sqlite3_stmt *st, struct arena *a, struct item *i)
{
	i->division = sql_copy(st, 0, a);
	i->id = sql_copy(st, 1, a);
}

static void
read_event(struct store *s, sqlite3_stmt *st, struct arena *a, struct item *i)
{
	(void)s;
	read_whose(st, a, i);
	i->event = (struct event){ sql_copy(st, 2, a), sql_day(st, 3) };
}

static void
read_posting(struct store *s, sqlite3_stmt *st, struct arena *a,
    struct item *i)
{
	(void)s;
	read_whose(st, a, i);
	i->posting = (struct posting){
		.step = sql_copy(st, 2, a), .division = sql_copy(st, 3, a),
		.posted = sql_day(st, 4), .medium = sql_copy(st, 5, a),
		.place = sql_copy(st, 6, a), .until = sql_day(st, 7),
		.reviewed = sql_day(st, 8), .content = sql_copy(st, 9, a),
		.by = sql_copy(st, 10, a), .evidence = sql_copy(st, 11, a),
	};
	i->has = (unsigned)sqlite3_column_int(st, 12);
}

static void
read_objection(struct store *s, sqlite3_stmt *st, struct arena *a,
    struct item *i)
{
	(void)s;
	read_whose(st, a, i);
	i->objection = (struct objection){
		.step = sql_copy(st, 2, a), .division = sql_copy(st, 3, a),
		.received = sql_day(st, 4), .number = sql_copy(st, 5, a),
		.resolved = sql_day(st, 6), .outcome = sql_copy(st, 7, a),
		.handler = sql_copy(st, 8, a),
	};
	if (sqlite3_column_int(st, 9) == 0)
		i->objection.division = "";
	i->has = (unsigned)sqlite3_column_int(st, 10);
}

static void
read_duty(struct store *s, sqlite3_stmt *st, struct arena *a, struct item *i)
{
	(void)s;
	i->duty = duty_read(st, a);
}

bool
store_each_item(struct store *s, enum item_kind kind, store_item_fn *visit,
    void *ctx, struct diags *ds)
{
	static const struct {
		enum stmt	 n;
		read_fn		*read;
	} kinds[] = {
		[ITEM_DIVISION] = { X_DIVISIONS, read_division },
		[ITEM_CASE] = { X_CASES, read_case },
		[ITEM_EVENT] = { X_EVENTS, read_event },
		[ITEM_POSTING] = { X_POSTINGS, read_posting },
		[ITEM_OBJECTION] = { X_OBJECTIONS, read_objection },
		[ITEM_DUTY] = { Q_DUTIES, read_duty },
	};
	const enum stmt	 n = kinds[kind].n;
	struct arena	*a = arena_new();
	struct item	 item;
	bool		 go = true;
	int		 rc = SQLITE_DONE;

	while (go && (rc = sql_row(s, n)) == SQLITE_ROW) {
		arena_reset(a);
		item = (struct item){ .id = "" };
		kinds[kind].read(s, s->stmt[n], a, &item);
		go = visit(ctx, &item);
	}
	if (go && rc != SQLITE_DONE)
		(void)sql_fail(s, ds);
	sql_reset(s, n);
	arena_free(a);
	return !sql_lost(s, ds) && go && rc == SQLITE_DONE;
}

bool
store_each_set(struct store *s, store_set_fn *visit, void *ctx,
    struct diags *ds)
{
	int	rc;

	while ((rc = sql_row(s, X_SETS)) == SQLITE_ROW)
		visit(ctx, (unsigned)sqlite3_column_int(s->stmt[X_SETS], 0));
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_many_counties(struct store *s, bool *many, struct diags *ds)
{
	return sql_flag(s, X_COUNTIES, many) || sql_fail(s, ds);
}
