/*
 * inbox_take.h -- what lies aside is imported, and noted.
 *
 * For src/job/inbox*.c only.
 */
#ifndef JOB_INBOX_TAKE_H
#define JOB_INBOX_TAKE_H

#include "job/inbox_way.h"

/*
 * Into *v: what came of it.  One that was taken was noted with its facts.
 * *failed: the machine did.
 */
void		 take_in(struct way *, struct delivery *v, bool *failed);

/* Is what lies there what was opened, and did nobody write into it since? */
bool		 take_is_same(void *way);

/* Notes one that was refused. */
bool		 take_refused(struct way *);

#endif
