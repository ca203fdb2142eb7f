/*
 * database.h -- a database opened, and a run that writes.
 *
 * One transaction per command; a run that changes nothing leaves no trace.
 */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include "base/arena.h"
#include "base/diag.h"

struct store;

enum store_mode {
	STORE_READ,		/* must exist; works without write access */
	STORE_WRITE,		/* must exist */
	STORE_TRIAL,		/* a copy of one, which may be changed and is
				   gone at the end; needs no write access */
	STORE_CREATE,		/* must not exist (init) */
	STORE_MEMORY		/* a new one in memory, by this name */
};

/* NULL: an error was added (not there, no such database, too new, disk). */
struct store	*store_open(const char *path, enum store_mode, struct diags *);
void		 store_close(struct store *);

/*
 * For processes that are to read the same beside this one.  A connection that
 * is reading or writing may not be taken along into another process: this one
 * lets go of it, begins the others, each of which opens its own, and reads
 * on.  Not in a run.  `moment` is another after each change by anybody; where
 * it is the same, the same was read.
 */
bool		 store_let_go(struct store *, long long *moment,
		    struct diags *);
bool		 store_again(struct store *, struct diags *);

/* Of what is being read, by a reader or in a run. */
bool		 store_moment(struct store *, long long *, struct diags *);

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

/*
 * Whoever shares what is kept with others is asked before each commit of a
 * run that changed something: false, with an error, and it is rolled back.
 * Until then no byte of the file moves, and who reads it sees what was.  Each
 * run notes which rows it changes (store/parcel.h, store/marks.h).
 */
typedef bool	 store_share_fn(void *ctx, struct store *, struct diags *);
bool		 store_share(struct store *, store_share_fn *, void *ctx,
		    struct diags *);
bool		 store_is_shared(const struct store *);

/*
 * The file is a copy that is made anew each time: what a failing machine would
 * lose of it need not be waited for.
 */
bool		 store_spare(struct store *, struct diags *);

/*
 * Within a run: another clock and another user than it was begun with; the
 * waiver that it made or ended bears that clock.
 */
bool		 store_run_told(struct store *, const char *when,
		    const char *who, struct diags *);

bool		 store_in_run(const struct store *);

/* Does nothing where no run is open. */
void		 store_rollback(struct store *);

/*
 * A question without diags may have failed, and its answer passed for "there
 * is none": then the error is added, and this is true.
 */
bool		 store_lost(struct store *, struct diags *);

#endif
