/*
 * inbox_wait.h -- deliveries that lack what another may bring.
 *
 * They lie aside and are noted as deferred.  After all others the first by
 * name that was not tried since one was taken last is tried again, until there
 * is none: a night that is killed and run again comes to the same.  For
 * src/job/inbox*.c only.
 */
#ifndef JOB_INBOX_WAIT_H
#define JOB_INBOX_WAIT_H

#include "job/inbox_way.h"

/* Those that are noted. */
bool		 wait_read(struct taker *);

struct deferred	*wait_find(struct taker *, const char *name);

/* The next to be tried again, or NULL. */
struct deferred	*wait_next(struct taker *);

/* It waits for another; what came of it is told if none brings that. */
bool		 wait_for(struct way *, const struct delivery *);

/* It is not there any more as it was: it is noted as deferred no more. */
bool		 wait_ends(struct taker *, const char *name);

/* It is not tried again by this night. */
void		 wait_drop(struct taker *, const char *name);

#endif
