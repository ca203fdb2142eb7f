/*
 * lock.h -- one night at a time.
 */
#ifndef JOB_LOCK_H
#define JOB_LOCK_H

#include <stdio.h>

#include "base/diag.h"

/*
 * A lock on a folder, which is made where it is not there; waits for another
 * that has it, and says so.  It goes with the process, however that ends.
 * False: an error was added.
 */
bool	 lock_folder(const char *dir, bool make, FILE *say, struct diags *);

#endif
