/*
 * inside.h -- what the parts of the store share; for src/store/ only.
 *
 * Statements are prepared once, by number.  A statement that is stepped is
 * reset by whoever stepped it.  A failure of SQLite is told to the diags at
 * hand; where a question has none, it is kept and told by the next that has.
 */
#ifndef STORE_INSIDE_H
#define STORE_INSIDE_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/division.h"
#include "base/hash.h"
#include "store/act.h"
#include "store/store.h"

enum stmt {
	/* asking */
	Q_HOME, Q_CASE, Q_CASE_IN, Q_COUNTIES, Q_CASE_PLACES, Q_NAME,
	Q_DIVISIONS, Q_CODES, Q_NAMED, Q_BATCH, Q_IDS, Q_RECORDS,
	Q_SCAN_CASE, Q_SCAN_PLACE, Q_SCAN_EVENT, Q_SCAN_POSTING,
	Q_SCAN_OBJECTION,
	Q_WIDE_CASE, Q_WIDE_PLACE, Q_WIDE_EVENT, Q_WIDE_POSTING,
	Q_WIDE_OBJECTION, Q_TWINS, Q_WEIGHTS, Q_COUNT,
	Q_ONE_CASE, Q_ONE_PLACE, Q_ONE_EVENT, Q_ONE_POSTING, Q_ONE_OBJECTION,
	Q_ENTRIES, Q_ENTRIES_SAID, ENTRY_SAID,
	Q_NIGHT, Q_NIGHTS, Q_FINGERPRINT, Q_DIRTY, Q_FINDINGS, Q_FIXED,
	Q_NEW_PLACED,
	Q_ALL_RANKED, Q_FIXED_PLACED, Q_OPEN_OF, Q_OPEN, Q_IS_DIRTY,
	ENTRIES_OF, Q_WAIVERS,
	Q_DELIVERIES, Q_UNMOVED, Q_FAULTS, Q_TOTALS, Q_EXEMPT, Q_CALENDARS,
	Q_STRAYS,
	Q_UNTOLD, Q_TOLD, Q_BROUGHT, Q_DEFERRED,
	TOWN_NAMED, Q_TOWNS, Q_SINCE, Q_PERSON, Q_CAME,
	Q_FIRST, Q_FIRST_OF,
	X_DIVISIONS, X_CASES, X_EVENTS, X_POSTINGS, X_OBJECTIONS, X_SETS,
	X_COUNTIES,
	Q_DUTIES, Q_PAST, Q_COUNTY,
	Q_LIVES, Q_SPAN, Q_SENT,
	ASKING,

	/* a run */
	W_HOME = ASKING, W_LAST, W_RUN, W_FILE, W_FILE_DONE,
	SEEN_GET, SEEN_SET, SEEN_CLEAR, SEEN_CASE,

	/* rows: add, read the old one, keep it in the history, change, drop */
	DIVISION_ADD, DIVISION_OLD, DIVISION_KEEP, DIVISION_CHANGE,
	DIVISION_DROP,
	CASE_ADD, CASE_OLD, CASE_KEEP, CASE_CHANGE, CASE_DROP,
	CASE_KEEP_FACTS, CASE_DROP_EVENTS, CASE_DROP_POSTINGS,
	CASE_DROP_OBJECTIONS,
	PLACE_ADD, PLACE_DROP, ENTRY_PUT,
	DIRTY_CASE, DIRTY_BELOW, DIRTY_ABOVE, DIRTY_KIND, DIRTY_WOKEN,
	DIRTY_DROPPED,
	DIRTY_CLEAR,
	NIGHT_ADD, NIGHT_JUDGED, NIGHT_ALL, NIGHT_KNOWS, NIGHT_KNEW,
	NIGHT_FINISH, NIGHT_DROP, CORRECTED,
	FINGERPRINT_SET, WATCH_OLD, WATCH_SET, WATCH_DROP,
	FINDING_OLD, FINDING_PUT, FINDING_END, FINDING_DROP,
	LIFE_DROP, LIFE_JOIN, LIFE_FIRST, LIFE_GONE,
	WAIVER_PUT, WAIVER_END, WAIVER_MADE, WAIVER_ENDED, WAIVER_MET,
	DELIVERY_PUT, DELIVERY_MOVED, FAULTS_DROP,
	BROUGHT_PUT, SENT_PUT, DEFER, DEFER_END, RECEIPTS_DONE, BROUGHT_DROP,
	CALENDAR_PUT, CALENDAR_STALE, CALENDAR_LIVE, CALENDAR_NAMED,
	CALENDAR_WRITTEN, CALENDAR_CASE, CALENDAR_ALL, CASE_BEFORE, ENTRY_MOVE,
	FINDING_MOVE,
	DIRTY_ORPHANS,
	EVENT_ADD, EVENT_OLD, EVENT_KEEP, EVENT_DROP, EVENT_NAMES,
	EVENT_DAY_OLD, EVENT_DAY_KEEP, EVENT_DAY_DROP,
	POSTING_ADD, POSTING_OLD, POSTING_KEEP, POSTING_DROP,
	OBJECTION_ADD, OBJECTION_OLD, OBJECTION_KEEP, OBJECTION_DROP,
	POSTING_SLOTS, OBJECTION_SLOTS, POSTING_DAY, OBJECTION_DAY,
	WAS_POSTING, WAS_OBJECTION, WAS_POSTING_CLEAR, WAS_OBJECTION_CLEAR,
	WAS_POSTING_DAY, WAS_OBJECTION_DAY, WAS_POSTING_DROP,
	WAS_OBJECTION_DROP, POSTING_SOURCE, OBJECTION_SOURCE,
	PAST_POSTING, PAST_OBJECTION, PAST_DROP, PAST_VOID, SAME_FILE,
	KNOWN_FILE,
	POSTING_OVER, Q_NEAR, LOOSE_GET, LOOSE_SET, LOOSE_CLEAR, SEEN_TAKEN,
	PAST_OF, FIRST_PUT, PAST_ADD, TWIN_SET, Q_REMEMBERED,
	REDACTED_ADD, Q_REDACTED, PAST_MASK,
	DUTY_OLD, DUTY_KEEP, DUTY_PUT, DUTY_DROP, DUTY_OPENED, Q_KNOWN,
	Q_CASE_WAS,
	COUNTY_RISE, COUNTY_RISE_ALL, COUNTY_TAKEN, COUNTY_SIGNED, RUN_TOLD,
	STMTS
};

/*
 * The events of one case, each name as a bit: one whose bit is not set is
 * certainly not there.
 */
struct events {
	char		 division[DIVISION_MAX + 1];
	char		 id[MATTER_ID + 1];
	uint64_t	 bits;
	long long	 rows;		/* of the case */
};

/* The slots of one case that have a row of a kind, each as a mark. */
enum { SLOT_BITS = 9 };

struct slots {
	char		 division[DIVISION_MAX + 1];
	char		 id[MATTER_ID + 1];
	int		 kind;
	bool		 set[1 << SLOT_BITS];
	unsigned	 bit;		/* of the slot that was asked last */
	long long	 rows;		/* of the case and kind */
};

struct touched;

/* The run that is being written; its rows appear with its first change. */
struct run {
	bool		 open;
	bool		 changed;	/* other things than facts */
	long long	 moves;		/* facts, but for those turned back */
	bool		 has_row;
	long long	 id;
	const char	*when;
	const char	*who;
	const char	*command;

	bool		 file_has_row;
	bool		 file_set;
	long long	 file;		/* rows that are put come from here */
	const char	*name;
	const char	*sha256;
	const char	*digest;	/* the same, known before; or NULL */
	long long	 rows;

	long long	 before;	/* sources up to here: earlier runs */
	long long	 seq;		/* rows of the history it has written */
	bool		 saw;		/* keys noted as seen */
	bool		 took;		/* keys taken back */
	struct events	 events;	/* of the case that was asked last */
	struct slots	 slots;		/* likewise */
	bool		 met;		/* the slot put last had a row */
	struct turned	 turned;	/* by the row put last */
	const char	*fitting;	/* rows that the last one fitted */
	bool		 watched;	/* nights are kept: mark what changes */
	bool		 redacted;	/* some cells were made masks */
	bool		 renamed;	/* some cases were renamed */
	struct touched	*touched;	/* counties; NULL: none so far */
	struct act	 act;		/* what it does by name */
};

enum { MARK_TABLES = 10 };		/* of store/marks */
struct marks_way;
struct prepared;

struct shape;
struct touched;

/* Do counties share numbers?  Asked once of what is only read. */
enum twins { TWINS_UNASKED, TWINS_NONE, TWINS_SOME };

struct store {
	sqlite3		*db;
	sqlite3_stmt	*stmt[STMTS];
	const struct shape *shape[STMTS];	/* what its rows may hold */
	struct marks_way *marks[MARK_TABLES];	/* store/marks: in */
	struct prepared	*prepared;
	long long	 given[STMTS];	/* rows, since it was begun */
	long long	 most;		/* ... that the file has room for */
	enum twins	 twins;
	const char	*fault;		/* of the row read last, not yet told */
	const char	*path;
	enum store_mode	 mode;
	struct arena	*arena;		/* lives as long as the store */
	struct arena	*run_arena;	/* ... as the run */
	struct arena	*scratch;	/* ... as one call */
	const char	*lost;		/* a question failed, not yet told */
	char		 home[DIVISION_MAX + 1];
	struct run	 run;
	store_share_fn	*share;		/* asked before a commit; or NULL */
	void		*share_ctx;
	/* what was written to calendars is walked over by these: */
	struct division_range	walk[DIVISION_RANGES];
	size_t		 walks, walked;
	enum stmt	 walking;	/* with their words or without */
};

/* ---- schema.c */

extern const int schema_application;	/* application_id of our files */

int		 schema_newest(void);

/*
 * Are tables, indexes and views those that the first `version` migrations
 * make, and is there nothing else?
 */
bool		 schema_is(struct store *, int version, struct diags *);

/* SHA-256 of their names and words, in order.  False: SQLite's error. */
bool		 schema_sum(const struct store *, char out[static SUM_TEXT]);
extern const char schema_newest_sum[SUM_TEXT];	/* of the newest version */

/* Runs the migrations from `version` on; within the caller's transaction. */
bool		 schema_migrate(struct store *, int version);

/* ---- act.c: what a run does by name, copied; the clock of its waiver */

void		 act_note(struct store *, const struct act *);
bool		 act_told(struct store *, const char *when);

/* ---- renamed.c: calendars know the case by that first number */

bool		 first_put(struct store *, const char *county,
		    const char *id, const char *first);

/* ---- rename.c: what was done to a case, in its history */

bool		 past_note(struct store *, const char *division,
		    const char *id, const char *vals, const char *why);

/*
 * ---- prepared.c: a statement by its words, of which there are not many.
 *
 * It is the store's, one caller's at a time, who resets it; NULL: SQLite's
 * error.  One that returns nothing is done at once.
 */

sqlite3_stmt	*sql_prepared(struct store *, const char *sql);
bool		 sql_did(struct store *, const char *sql);
void		 prepared_finalize(struct store *);

/* ---- marks.c */

void		 marks_finalize(struct store *);

/* ---- dirty.c: what a run changed is to be judged anew */

bool		 dirty_case(struct store *, const char *division,
		    const char *id);

/* Its name stands in what is said of cases at, above and below it. */
bool		 dirty_division(struct store *, const char *code);

/*
 * ---- county.c: versions.  Whoever changes what a parcel holds says so: a
 * fact, its history or what is kept with it; or only what nights found.  They
 * rise when the run is committed.
 */

void		 county_touch(struct store *, const char *division);
void		 county_told(struct store *, const char *division);
void		 county_told_all(struct store *);
bool		 county_rise(struct store *);

/* The county whose finding has this key, into out; false: the machine. */
bool		 county_of_key(struct store *, const char *key,
		    char out[static COUNTY_MAX + 1]);

/* ---- lives.c: as if no night had been since, and today came next */

bool		 lives_forget(struct store *, long long since,
		    long long today);

/* ---- duties.c: the row of Q_DUTIES */

struct duty	 duty_read(sqlite3_stmt *, struct arena *);

/* ---- ask.c: a case by the columns of its header, and its places */

struct matter	*ask_header(sqlite3_stmt *, struct arena *);

/* The traits that a column has as one text. */
void		 ask_traits(struct arena *, const char *text,
		    struct matter *);
void		 ask_places(struct store *, struct arena *, struct matter *);

/* ---- sql.c */

/* TRANSLATORS: the file, then what is wrong in it. */
#define DAMAGED		N_("%s: the database is damaged: %s; take a backup " \
			"in its place")

/* Prepares every statement of the mode. */
bool		 sql_prepare(struct store *);
void		 sql_finalize(struct store *);

/* Tells of the row that was refused, or SQLite's last failure; false. */
bool		 sql_fail(struct store *, struct diags *);

/*
 * A question without diags failed.  No answer may pass for "there is none":
 * the next call that has diags tells of it and fails.
 */
void		 sql_lose(struct store *);
bool		 sql_lost(struct store *, struct diags *);

bool		 sql_exec(struct store *, const char *sql);

/* One step of a statement that returns no row; resets it. */
bool		 sql_run(struct store *, enum stmt);

/* The same with one number, or two where it asks for two. */
bool		 sql_run_with(struct store *, enum stmt, long long one,
		    long long two);

/*
 * One more row was given.  False: more than the file has room for; a table
 * whose pages lead back to themselves has no end.
 */
bool		 sql_has_room(struct store *, enum stmt);

static inline bool
sql_count(struct store *s, enum stmt n)
{
	return ++s->given[n] <= s->most || sql_has_room(s, n);
}

/*
 * One row of a statement: SQLITE_ROW (not reset), or else it was reset.  A
 * row that no command of ours can have written is SQLITE_CORRUPT.
 */
int		 sql_row(struct store *, enum stmt);
void		 sql_reset(struct store *, enum stmt);

/* The first column of the one row as yes or no; false: there is no row. */
bool		 sql_flag(struct store *, enum stmt, bool *);

/* That of the first row as text, in the arena; "" where there is none, and
   where the question failed (sql_lose). */
const char	*sql_word(struct store *, enum stmt, struct arena *);

/* The string must live until the statement is reset; or it is copied. */
void		 sql_text(struct store *, enum stmt, int i, const char *);
void		 sql_keep_text(struct store *, enum stmt, int i, const char *);
void		 sql_int(struct store *, enum stmt, int i, long long);

/* The first number of a row, 0 where there is none. */
bool		 sql_number(struct store *, const char *sql, long long *);

/*
 * A column's bytes, without a zero at their end; good until the next step.
 * As a blob: a text would first be copied by SQLite to end it with a zero.
 * The value is asked for once, which is what costs; a connection without
 * mutexes lets it be read in place.
 */
static inline const char *
sql_bytes(sqlite3_stmt *st, int col, size_t *len)
{
	sqlite3_value	*v = sqlite3_column_value(st, col);
	const char	*bytes = sqlite3_value_blob(v);

	*len = (size_t)sqlite3_value_bytes(v);
	return bytes == NULL ? "" : bytes;
}

/* As a string in the arena; as a day. */
const char	*sql_copy(sqlite3_stmt *, int col, struct arena *);
const char	*sql_copy_or_null(sqlite3_stmt *, int col, struct arena *);
struct day	 sql_day(sqlite3_stmt *, int col);

/* The same; false where it is neither a day that there is nor NULL. */
bool		 sql_day_or_none(sqlite3_stmt *, int col, struct day *);

/* What is at or below `top`: division >= top and < this, in the arena. */
const char	*sql_below(struct arena *, const char *top);

#endif
