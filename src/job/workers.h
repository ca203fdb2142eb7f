/*
 * workers.h -- work in parts, each done by whichever process is free.
 *
 * Processes, not threads: each has its own connection, its own memory, its
 * own complaints, and nothing in the program need know of the others.  What a
 * part prints, and what it reckons, go to files without a name; when all
 * processes have ended, with them what they read, this one takes the parts in
 * their order.  So what comes out does not depend on how many there were, and
 * nothing has come out where one died.
 */
#ifndef JOB_WORKERS_H
#define JOB_WORKERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/diag.h"
#include "store/store.h"

enum {
	WORKERS_MOST = 64,
	WORKERS_PARTS = 8	/* a process, since no part is like another */
};

/* The database once more, to read, in another process; for names too. */
struct again {
	struct store	*(*open)(void *ctx, struct diags *);
	void		(*forget)(void *ctx);	/* names of another moment,
						   in this process */
	void		*ctx;
};

/* Those that say false have added errors. */
struct workers {
	void		*ctx;
	size_t		 parts;
	int		 jobs;		/* processes */
	struct store	*store;		/* as it is open here: read by nothing
					   at hand, and in no run */
	struct again	 again;
	bool		 is_dated;	/* the parts are of this moment, and */
	long long	 moment;	/* no other will do */

	/* Once in each, with its own, before its first part. */
	bool	(*begin)(void *ctx, struct store *, struct diags *);

	/* A part: what is printed goes to `out`, what is reckoned to
	   `result`. */
	bool	(*part)(void *ctx, size_t part, FILE *out, FILE *result,
		    struct diags *);

	/* In this process, once the others are begun; may be NULL. */
	bool	(*ready)(void *ctx, struct diags *);

	/* In this process, a part after the other, in their order: so many
	   bytes of each, from where these files stand. */
	bool	(*take)(void *ctx, size_t part, FILE *out, long long printed,
		    FILE *result, struct diags *);
};

enum worked {
	WORKED,
	WORKED_NOT,	/* a worker met an error, which nobody was told, and
			   nothing was taken: in one process it shows as
			   ever */
	WORKED_CHANGED,	/* likewise, and another wrote meanwhile: what was
			   read here before is of another moment */
	WORKED_DIED	/* one died, and nothing was taken; or this process
			   failed: errors were added */
};

/*
 * Does the parts, then takes them.  All that is read is of one moment.
 * Memory does not grow with what is printed.  A worker ends with the process
 * that began it.
 */
enum worked	 workers_run(const struct workers *, struct diags *);

/*
 * The same over the cases at or below `top`: `parts` and `jobs` are set here,
 * by how many were asked for and how many cases there are.
 */
enum worked	 workers_over(struct workers *, struct arena *, int asked,
		    const char *top, struct case_part **, struct diags *);

/* So many bytes as they come.  False: they could not be read, or `to` is
   NULL. */
bool		 workers_copy(FILE *from, FILE *to, long long bytes);

enum { WORKERS_FEW = 2000 };	/* cases: below that one is faster */

/*
 * How many processes: as many as were asked for, or where that is 0 the
 * processors that this program may use, at most 8, and one for few cases.
 */
int		 workers_for(int asked, bool few);

#endif
