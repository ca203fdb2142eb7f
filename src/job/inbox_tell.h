/*
 * inbox_tell.h -- what officers are told, in the folder that they brought.
 *
 * For src/job/inbox*.c only; receipts are in inbox.h.
 */
#ifndef JOB_INBOX_TELL_H
#define JOB_INBOX_TELL_H

#include "job/inbox_way.h"

/* errors.txt; of loose files in the folder of their day. */
bool		 tell_errors(struct way *, const struct delivery *);

#endif
