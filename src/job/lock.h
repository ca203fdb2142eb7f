/*
 * lock.h -- one night at a time.
 *
 * Locks lie where nobody else may open a file, so that no reader of a folder
 * can hold one.  They go with the process, however that ends.
 */
#ifndef JOB_LOCK_H
#define JOB_LOCK_H

#include <stdio.h>

#include "base/diag.h"
#include "folder/folder.h"

/*
 * Of the file or folder that is open; `told` is what it stands for.  Waits
 * for another night that has it, and says so; in the end it gives up.  False:
 * an error was added.
 */
bool	 lock_take(int fd, const char *told, FILE *say, struct diags *);

/*
 * The lock of the database: a file beside it, which stays.  Where it lies and
 * the database does not, there once was one.
 */
bool	 lock_database(struct arena *, const char *path, FILE *say,
	    struct diags *);

/* Of a folder that nights write, which is made where it is not there. */
bool	 lock_out(const char *dir, FILE *say, struct diags *);

/* Takes its file away again, while it is still held. */
void	 lock_out_end(const char *dir);

/* Leaves the mark that a night leaves, for a database that was just made. */
bool	 lock_mark(struct arena *, const char *path, struct diags *);
bool	 lock_marked(struct arena *, const char *path);

#endif
