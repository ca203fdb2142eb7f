/*
 * hub.h -- a hub: the database of PostgreSQL that many offices share.
 *
 * NULL or false: an error was added.  Wrong words, and what is not as it
 * should be by somebody's doing (no schema, a superuser), are errors of input;
 * a server that cannot be reached, refuses, or does not give a lock in time is
 * a failure of the machine.  Messages name the database, its host and the
 * user; never the words, in which anything may stand.
 *
 * A connection belongs to the process that opened it: never fork with one.
 */
#ifndef HUB_HUB_H
#define HUB_HUB_H

#include "base/arena.h"
#include "base/diag.h"
#include "hub/address.h"
#include "store/act.h"
#include "store/parcel.h"

struct hub;

/* Connects.  No password may stand in the words: other users can read them. */
struct hub	*hub_open(const char *words, struct diags *);
void		 hub_close(struct hub *);

/* Does it still answer? */
bool		 hub_is_there(struct hub *);

/* "gongshi (host db.example, user wei)"; lives as long as the hub. */
const char	*hub_name(const struct hub *);

/*
 * Is the schema there, of this program's version, and is the user its owner,
 * or a role that has an office?  One statement, where all is well.
 */
bool		 hub_enter(struct hub *, struct diags *);

/* The owner is connected; else an error was added. */
bool		 hub_is_owner(struct hub *, struct diags *);

/* ---- the schema, as the owner of the database */

/* What was done, and what is left for somebody else: statements of SQL. */
struct hub_made {
	const char		*home;		/* division, normal form */
	const char		*database;	/* its name on the server */
	int			 was, version;	/* 0: there was none */
	const char *const	*rights;	/* ended by NULL; NULL: none */
	const char *const	*superuser;	/* what only one may do; as
						   `rights` */
};

/* All of it or nothing. */
bool		 hub_init(struct hub *, struct arena *, const char *home,
		    struct hub_made *, struct diags *);

/* Brings it to this program's version; was == version: nothing was to do. */
bool		 hub_upgrade(struct hub *, struct arena *, struct hub_made *,
		    struct diags *);

/* ---- offices: what a role may see; as the owner */

struct office {
	const char	*role;
	const char	*code;		/* at most COUNTY_MAX digits */
	bool		 writes;
};

bool		 hub_office_add(struct hub *, const struct office *,
		    struct diags *);
bool		 hub_office_drop(struct hub *, const char *role,
		    struct diags *);

/* In the order of their names. */
bool		 hub_offices(struct hub *, struct arena *, struct office **,
		    size_t *n, struct diags *);

/* ---- counties */

struct hub_county {
	const char	*code;
	long long	 version;
	struct day	 day;		/* of the last change, at UTC+8 */
	const char	*sum;		/* SHA-256 of the parcel of this
					   version */
	const char	*signer;	/* whose key signed one; "" */
};

/* The division that the hub is for; of one that was entered. */
const char	*hub_home(const struct hub *);

/*
 * What tells this hub, this user, and what it may see from any other: a
 * mirror of one is none of another.
 */
const char	*hub_whose(const struct hub *, struct arena *);

/* Those that the user might see when it entered; as hub_counties(). */
const struct hub_county	*hub_counties_then(const struct hub *, size_t *n);

/* Those that the user may see, in the order of their codes. */
bool		 hub_counties(struct hub *, struct arena *,
		    struct hub_county **, size_t *n, struct diags *);

/*
 * The rows of a table of the parcel, in the order of its key and with its
 * columns; false from `visit` ends the walk, and is returned.
 */
typedef bool	 hub_row_fn(void *ctx, const struct parcel_cell *, int n);
bool		 hub_each(struct hub *, const char *county, int table,
		    hub_row_fn *visit, void *ctx, struct diags *);

/* ---- one moment: what is read between is of it; or all is put, or nothing */

bool		 hub_begin(struct hub *, struct diags *);
bool		 hub_commit(struct hub *, struct diags *);

/* As hub_commit(); that a connection was lost is for the caller to tell. */
enum hub_kept { HUB_KEPT, HUB_NOT_KEPT, HUB_LOST };
enum hub_kept	 hub_try_commit(struct hub *, struct diags *);

/* It was, and whether all was kept is not known: an error.  False. */
bool		 hub_is_lost(const struct hub *, struct diags *);

/* Does nothing where nothing was begun. */
void		 hub_rollback(struct hub *);

/* ---- a whole county put; by the owner, within a transaction */

/*
 * Its lock is had, and what was known of it is in *was (version 0: nothing).
 * All its rows go, if there are any.
 */
bool		 hub_clear(struct hub *, struct arena *, const char *county,
		    struct hub_county *was, struct diags *);

/* A row of it as its parcel's line, of the tables in their order. */
bool		 hub_put(struct hub *, const char *county, int table,
		    const char *line, size_t len, struct diags *);

/*
 * All is there; `command` and `source` (a file's name) say how it came.  If it
 * has had nights here the next one judges every case.
 */
bool		 hub_put_end(struct hub *, const struct hub_county *,
		    const char *command, const char *source, struct diags *);

/* Was it changed otherwise since it was put whole? */
bool		 hub_changed(struct hub *, const struct hub_county *,
		    bool *changed, struct diags *);

/* The county's key signed a parcel of it. */
bool		 hub_signed(struct hub *, const char *county, struct diags *);

/* ---- what is to be watched */

/* One that has lasted for more than an hour in this database. */
struct hub_lasting {
	long		 pid;		/* 0: prepared, without a session */
	const char	*user;
	const char	*since;		/* ISO UTC */
};

struct hub_watched {
	struct hub_lasting	*all;	/* the oldest first */
	size_t			 n;
	long long		 hidden;	/* sessions that this user may
						   not look into */
};

bool		 hub_watch(struct hub *, struct arena *,
		    struct hub_watched *, struct diags *);

/* ---- what an office writes: the difference of counties */

/* A role whose office writes is connected; the owner has none. */
bool		 hub_may_write(struct hub *, struct diags *);

/* The server's clock and user, of one transaction, and its session. */
struct hub_hand {
	const char	*at;		/* ISO UTC */
	const char	*who;
	struct day	 day;		/* at UTC+8 */
	const char	*pid;
};

/*
 * Of another connection than its own: a session of the same user that was cut
 * off is over, and its transaction kept or not.  It is waited for, but not for
 * ever.
 */
bool		 hub_has_ended(struct hub *, const struct hub_hand *,
		    struct diags *);

bool		 hub_begin_push(struct hub *, struct arena *,
		    struct hub_hand *, struct diags *);

/* Rows of one table on their way; begins zeroed. */
struct hub_rows {
	char		*text;
	size_t		 n, room;
	long long	 rows;
};

/* Its first n cells of so many; the others are none. */
void		 hub_rows_add(struct hub_rows *, struct arena *,
		    const char *county, const struct parcel_cell *, int n,
		    int width);

enum {
	HUB_FACTS = 8,			/* division, matter, place, event,
					   posting, objection, finding,
					   duty */
	HUB_FILES = 0, HUB_PAST, HUB_GONE, HUB_NOW = HUB_GONE + HUB_FACTS,
	HUB_FIRSTS = HUB_NOW + HUB_FACTS,	/* numbers that new cases
						   had: none of them goes */
	HUB_ARRAYS,
	HUB_PUSH_BYTES = 64 << 20	/* of one call, at the most */
};

/*
 * Of rows that go the keys are sent, of those that change the new ones too.
 * The run is written there: by the hand, and with that command.
 */
struct hub_push {
	const char	*county;
	long long	 version;	/* that was pulled; 0: none */
	const char	*had, *becomes;	/* hash of it; of the next one */
	const char	*command;
	struct hub_rows	 rows[HUB_ARRAYS];
};

enum hub_pushed {
	HUB_PUSHED,
	HUB_AGAIN,			/* roll back and try again: no error
					   was added */
	HUB_NOT_PUSHED
};

enum hub_pushed	 hub_push(struct hub *, struct arena *, struct hub_push *,
		    struct diags *);

/* ---- nights: what is known of a county beside its parcel (store/marks.h) */

/* The code of the user's office; of the owner the hub's own. */
const char	*hub_low(const struct hub *);

/*
 * The county's night is this connection's until it is closed; *got false:
 * somebody else runs it.  Nothing else is asked of the connection meanwhile.
 */
bool		 hub_night_take(struct hub *, const char *county, bool *got,
		    struct diags *);

/* Marks of a county: table, case's division and number, key, values. */
enum { HUB_MARK_CELLS = 5 };
bool		 hub_each_mark(struct hub *, const char *county,
		    hub_row_fn *visit, void *ctx, struct diags *);

/* Was a night of the county finished on that day, and none begun later? */
bool		 hub_night_was(struct hub *, const char *county, struct day,
		    bool *was, struct diags *);

/*
 * Within a transaction: marks of a county of that version; of those that go
 * the keys.  Both lists are empty afterwards.
 */
struct hub_marks {
	const char	*county, *sum;
	long long	 version;
	struct hub_rows	 gone, now;
};

enum hub_pushed	 hub_push_marks(struct hub *, struct arena *,
		    struct hub_marks *, struct diags *);

/* Within a transaction, by the owner: those that are there now, in the place
   of all that was. */
bool		 hub_clear_marks(struct hub *, const char *county,
		    struct diags *);
bool		 hub_put_marks(struct hub *, struct arena *,
		    struct hub_rows *, struct diags *);

/* ---- acts: within hub_begin_push, each a county at a time */

struct hub_change {
	const char	*county;
	long long	 version;	/* that was pulled */
	const char	*had, *becomes;	/* hash of it; of the next one */
};

/* Rows as they read now; those that go by their keys. */
enum {
	HUB_RUN_NOW, HUB_FILE_NOW, HUB_PAST_NOW, HUB_REDACTED_NOW,
	HUB_MATTER_NO, HUB_POSTING_NO, HUB_OBJECTION_NO,
	HUB_MATTER_NOW, HUB_POSTING_NOW, HUB_OBJECTION_NOW,
	HUB_FINDING_NO, HUB_FINDING_NOW, HUB_WAIVER_NO, HUB_WAIVER_NOW,
	HUB_REDACTED
};

enum hub_pushed	 hub_redact(struct hub *, struct arena *,
		    const struct hub_change *, const struct act *,
		    struct hub_rows *, struct diags *);

/* With the places that the case has then. */
enum hub_pushed	 hub_rename(struct hub *, struct arena *,
		    const struct hub_change *, const struct act *,
		    struct hub_rows *places, struct diags *);

enum hub_pushed	 hub_waive(struct hub *, struct arena *,
		    const struct hub_change *, const struct act *,
		    struct diags *);
enum hub_pushed	 hub_waive_end(struct hub *, struct arena *,
		    const struct hub_change *, const struct act *,
		    struct diags *);

#endif
