/*
 * store.h -- the facts, kept, with their history.
 *
 * The only user of SQLite; nothing of it shows here.  Tables are clustered by
 * (case's division, case), so a full scan is one ordered pass in which cases,
 * places, events, postings and objections are read side by side and merged,
 * each row once.  A division and what lies below it is a range of keys.
 *
 * One transaction per command.  A correction never erases: what it replaced
 * stays in the history with the run and the file it came from.  A run that
 * changes nothing leaves no trace.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/division.h"
#include "case/matter.h"

struct store;

enum store_mode {
	STORE_READ,		/* must exist; works without write access */
	STORE_WRITE,		/* must exist */
	STORE_TRIAL,		/* a copy of one, which may be changed and is
				   gone at the end; needs no write access */
	STORE_CREATE		/* must not exist (init) */
};

/* NULL: an error was added (not there, no such database, too new, disk). */
struct store	*store_open(const char *path, enum store_mode, struct diags *);
void		 store_close(struct store *);

/* How long another's reading or writing is waited for; at first 10 s. */
void		 store_patience(struct store *, int seconds);

/* The division that init was given: a case elsewhere is an error; "" any. */
bool		 store_set_home(struct store *, const char *division,
		    struct diags *);
const char	*store_home(const struct store *);

/* ---- writing: begin, files, put and take back, then commit or roll back */

/* `when` is ISO UTC, `who` a name; recorded only if something changes. */
bool		 store_begin(struct store *, const char *when, const char *who,
		    const char *command, struct diags *);

/*
 * Rows put from now on come from this file (as named on the command line).
 * Where rows with a gap are to come, its digest is given at once: by it rows
 * are known that it has brought before.
 */
bool		 store_file(struct store *, const char *name,
		    const char *digest, struct diags *);

/* Says what was read of the file named last; kept if it changed something. */
bool		 store_file_done(struct store *, const char *sha256,
		    long long rows, struct diags *);
bool		 store_commit(struct store *, struct diags *);

/* Does nothing where no run is open. */
void		 store_rollback(struct store *);

/*
 * A question without diags may have failed, and its answer passed for "there
 * is none": then the error is added, and this is true.
 */
bool		 store_lost(struct store *, struct diags *);

enum put {
	PUT_NEW,
	PUT_SAME,
	PUT_COMPLETED,		/* an empty field was filled */
	PUT_CORRECTED,		/* other values; the old ones are history */
	PUT_CLASH,		/* this run had that key with other values */
	PUT_MANY,		/* a key with a gap fits several rows */
	PUT_FULL,		/* the case has MATTER_ROWS rows of the kind */
	PUT_NEVER,		/* taken back, but it never was there */
	PUT_FAILED		/* the machine; an error was added */
};

/* Who is called about a division. */
struct person {
	const char	*contact, *phone;	/* "": nobody is named */
	unsigned	 has;			/* HAS_CONTACT, HAS_PHONE */
};

/* Level is not kept: it follows from the code.  NULL: no person is told. */
enum put	 store_put_division(struct store *, const char *code,
		    const char *name, const struct person *, struct diags *);

/*
 * The header of a case: id, procedure, division, title, batch, named,
 * places.  Without HAS_PLACES an old case keeps its places.  Procedure and
 * division of a case that is there must be the same (the caller's duty).
 */
enum put	 store_put_case(struct store *, const struct matter *,
		    unsigned has, struct diags *);

/*
 * Facts of a case given by its division and id.  Key of an event: case and
 * event, and the day where it repeats.  Of a posting: step, division, posted,
 * medium, place.  Of an objection: step, division, received, number.
 *
 * An empty medium, place or number stands for any.  A row with one comes after
 * all others of its run (the caller's duty).  Where its key is there to the
 * letter it corrects that row; else it completes the one that it fits: its
 * filled fields replace, also what this run has given, its empty ones leave
 * what is there.  Of several it is one where all that it fills is the same;
 * else PUT_MANY, and store_fitting says which they are.  A row without a gap
 * takes the place of the one row with a gap that it fits.
 */
enum put	 store_put_event(struct store *, const struct matter *,
		    const struct event *, bool repeats, struct diags *);
enum put	 store_put_posting(struct store *, const struct matter *,
		    const struct posting *, unsigned has, struct diags *);
enum put	 store_put_objection(struct store *, const struct matter *,
		    const struct objection *, unsigned has, struct diags *);

/*
 * How often this run had changed the row that the last put has made what it
 * was before: such changes never were.
 */
struct turned {
	long long	completed, corrected;
};

struct turned	 store_turned(const struct store *);

/* Rows that the one of the last PUT_MANY fits; until the next call. */
const char	*store_fitting(const struct store *);

/*
 * The posting that one just put (PUT_NEW) overlaps, of its slot and medium (or
 * one of them without), in the arena: its day, last day, medium and place.
 * False: there is none.
 */
bool		 store_overlap(struct store *, struct arena *,
		    const struct matter *, const struct posting *,
		    struct posting *out);

/*
 * Are two rows of the case within `days` of that day, itself being one?  (Of a
 * case of very many rows some are asked.)  *alone: the case has no other.
 */
bool		 store_near(struct store *, const char *division,
		    const char *id, struct day, int days, bool *alone);

/*
 * Takes a row back by its key, or the one that it fits; a case takes its rows
 * with it.  PUT_SAME: it is not there, but was; PUT_NEVER: it never was;
 * PUT_MANY: it fits several; PUT_CLASH: this run has put that key; else
 * PUT_CORRECTED.  A row put after its key was taken back in the same run is
 * PUT_CLASH.
 */
enum put	 store_void_division(struct store *, const char *code,
		    struct diags *);
enum put	 store_void_case(struct store *, const struct matter *,
		    struct diags *);
enum put	 store_void_event(struct store *, const struct matter *,
		    const struct event *, bool repeats, struct diags *);
enum put	 store_void_posting(struct store *, const struct matter *,
		    const struct posting *, struct diags *);
enum put	 store_void_objection(struct store *, const struct matter *,
		    const struct objection *, struct diags *);

/*
 * Takes back every event, posting and objection that this run did not put,
 * of the cases that it named in any row.  `taken` of `held` facts of these
 * cases went; each is visited (record.gone is the run's time).
 */
typedef bool	 store_taken_fn(void *ctx, const char *id, const char *what,
		    const char *key, const char *values);
bool		 store_take_unsaid(struct store *, store_taken_fn *, void *ctx,
		    long long *taken, long long *held, struct diags *);

/* ---- asking; each sees what the open transaction has written */

/*
 * What a number names, in the arena.  With a county (a code of 2, 4 or 6
 * digits, not "") only its cases.
 */
void		 store_find(struct store *, struct arena *,
		    const char *county, const char *id, struct named *);

/* The one of that county, or NULL. */
struct matter	*store_case(struct store *, struct arena *,
		    const char *county, const char *id);

/*
 * Counties that have or had a case of this number, by code: the first and,
 * not NULL, a second.  False: none ever had.
 */
bool		 store_ever(struct store *, struct arena *, const char *id,
		    const char **one, const char **other);

/* The name of a division, in the arena, or "". */
const char	*store_name(struct store *, struct arena *, const char *code);

/*
 * Visits divisions below `top` (not itself; "" all) by code: all, or those
 * named `name`.  Stops where the visitor says false.
 */
typedef bool	 store_division_fn(void *ctx, const char *code,
		    const char *name);
void		 store_each_division(struct store *, const char *top,
		    const char *name, store_division_fn *, void *ctx);

/* Visits the codes alone of all below `top`, quickly. */
typedef void	 store_code_fn(void *ctx, const char *code);
void		 store_each_code(struct store *, const char *top,
		    store_code_fn *, void *ctx);

/* Visits the headers of the cases of a batch, by division and case. */
typedef bool	 store_case_fn(void *ctx, const struct matter *);
void		 store_each_in_batch(struct store *, struct arena *,
		    const char *batch, store_case_fn *, void *ctx);

/*
 * Visits every case whole, ordered by its division, then number, both by
 * bytes.  With `top` (not "") only the cases at or below it, and those at the
 * divisions above it, first.  The matter and its strings live until the
 * visitor returns; batch, by, evidence and outcome, which no verdict asks,
 * are left "".  False: the visitor stopped, or the database failed (an
 * error was added).  How everyone reads.
 */
bool		 store_each_case(struct store *, const char *top,
		    store_case_fn *, void *ctx, struct diags *);

/* A case whole by its header, in the arena; NULL where there is none. */
struct matter	*store_whole(struct store *, struct arena *,
		    const struct matter *header, struct diags *);

/* The same as store_each_case visits it, by its key. */
bool		 store_visit(struct store *, const char *division,
		    const char *id, store_case_fn *, void *ctx, bool *there,
		    struct diags *);

/*
 * Visits the case numbers that begin with `prefix`, by bytes: the first
 * `most` and the last, so that what these have in common all have.
 */
typedef void	 store_id_fn(void *ctx, const char *id);
void		 store_each_id(struct store *, const char *prefix, int most,
		    store_id_fn *, void *ctx);

/* Cases at or below `top`, quickly, for progress. */
long long	 store_count(struct store *, const char *top);

/* ---- what was once written to calendars */

enum { WRITTEN_ALARMS = 3 };

/* An entry as it was written last; the key is its first five fields. */
struct written {
	const char	*division, *id;		/* the case's */
	const char	*step, *at;		/* the slot's */
	int		 kind;			/* 0 window, 1 deadline; 2 and
						   3: the same, old UIDs */
	int		 status;		/* 0 confirmed, 2 cancelled */
	bool		 dropped;		/* cancelled, a year past its
						   end, and in no calendar */
	struct day	 first, last;
	int		 alarms[WRITTEN_ALARMS];
	int		 nalarms;
	int		 sequence;
	long long	 stamp;			/* seconds from 1970 UTC */
	long long	 said[2];		/* by enum lang; 0: never */
	const char	*summary, *location, *description;
};

/*
 * Walks over what was written, by case's division, case, step, division,
 * kind: rewind, then next until *have is false.  With `top` (not "") only
 * those of the cases that store_each_case visits then.  Strings go to the
 * arena.  What is put meanwhile is not met if its key lies before the one
 * read last.
 */
void		 store_written_rewind(struct store *, const char *top);
bool		 store_written_next(struct store *, struct arena *,
		    struct written *, bool *have, struct diags *);

/* What was written of one case, in that order, in the arena; within a run. */
bool		 store_written_of(struct store *, struct arena *,
		    const char *division, const char *id, struct written **,
		    size_t *n, struct diags *);

/* Within a run; replaces that of the same key. */
bool		 store_written_put(struct store *, const struct written *,
		    struct diags *);

/* ---- cases that had another number first */

/*
 * The first number of a renamed case, or of one that was taken back since, as
 * COUNTY:NUMBER in the arena; "" of others.
 */
const char	*store_first(struct store *, struct arena *,
		    const char *division, const char *id);

/*
 * Within a run: calendars know the case, which is `fresh` in it, by the number
 * `first` ("": by its own).  PUT_SAME, PUT_NEW; PUT_CLASH: they know *other by
 * that, or the case itself by *other.
 */
enum put	 store_put_first(struct store *, struct arena *,
		    const struct matter *, const char *first, bool fresh,
		    const char **other, struct diags *);

/*
 * Within a run and a file of it: the case `from` becomes `to`, another number
 * or division, with its places; all that is known of it goes along, rows at
 * its own division to the new one, and calendars know it by its first number.
 * That no other case has the number, and that each row keeps a slot, is the
 * caller's duty.  PUT_CORRECTED; PUT_CLASH: something is remembered of a case
 * of that number in another county, which was taken back; PUT_FAILED.
 */
enum put	 store_rename(struct store *, const struct matter *from,
		    const struct matter *to, struct diags *);

/*
 * Within a run and a file of it: numbers of persons become masks wherever the
 * database says something of the case, and what had one is remembered, so
 * that the same row does not bring it back.  Each number of its facts and
 * history is told as it was written.  PUT_CORRECTED; PUT_SAME: there was none;
 * PUT_MANY: two rows would have one key; PUT_FAILED.
 */
typedef void	 store_number_fn(void *ctx, const char *from, size_t len);
enum put	 store_redact(struct store *, const struct matter *,
		    const char *ground, const char *by, store_number_fn *,
		    void *ctx, struct diags *);

/* Visits other cases that have a text of its postings that shows one. */
typedef void	 store_sharing_fn(void *ctx, const char *division,
		    const char *id);
bool		 store_each_sharing(struct store *, const struct matter *,
		    store_sharing_fn *, void *ctx, struct diags *);

/* Nothing of what was is left in the file; no run may be open. */
bool		 store_vacuum(struct store *, struct diags *);

/* ---- all facts, a kind after the other, every column of them */

enum item_kind {
	ITEM_DIVISION, ITEM_CASE, ITEM_EVENT, ITEM_POSTING, ITEM_OBJECTION
};

/* A row; of each kind its own part is set, and of facts also whose it is. */
struct item {
	const char		*division, *id;	/* the case's */
	const char		*name;		/* of a division */
	struct person		 person;
	const struct matter	*matter;	/* without facts */
	struct event		 event;
	struct posting		 posting;
	struct objection	 objection;
	unsigned		 has;		/* of a posting: HAS_... */
};

typedef bool	 store_item_fn(void *ctx, const struct item *);

/* In the order of their keys; strings live until the visitor returns. */
bool		 store_each_item(struct store *, enum item_kind,
		    store_item_fn *, void *ctx, struct diags *);

/* Calls for each set of columns that postings have, once. */
typedef void	 store_set_fn(void *ctx, unsigned has);
bool		 store_each_set(struct store *, store_set_fn *, void *ctx,
		    struct diags *);

/* Are there cases of more than one county? */
bool		 store_many_counties(struct store *, bool *many,
		    struct diags *);

/* ---- history */

struct record {
	const char	*what;		/* case, event, posting, objection */
	const char	*key;		/* readable: step/division/posted/... */
	const char	*values;	/* readable: name=value; ... */
	const char	*when;		/* of the run it came with */
	const char	*who;
	const char	*file;
	const char	*gone;		/* when it was replaced or taken back,
					   "" if it holds */
	const char	*gone_file;
	const char	*why;		/* "", corrected, completed, void */
};

typedef bool	 store_record_fn(void *ctx, const struct record *);

/* Every fact of a county's case, past and present, in the order it came. */
bool		 store_each_record(struct store *, const char *county,
		    const char *id, store_record_fn *, void *ctx,
		    struct diags *);

#endif
