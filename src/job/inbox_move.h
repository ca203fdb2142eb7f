/*
 * inbox_move.h -- a delivery is put aside, back, and moved to its end.
 *
 * By descriptor and rename, never over another thing.  False: the machine
 * failed, or it may not be moved and waits, which was warned of.  For
 * src/job/inbox*.c only.
 */
#ifndef JOB_INBOX_MOVE_H
#define JOB_INBOX_MOVE_H

#include "job/inbox_way.h"

/* From the inbox into the workshop; false also where it is left to wait. */
bool		 move_aside(struct way *);

/* Back to where it was, as far as nothing new lies there. */
void		 move_back(struct way *);

/* INBOX/taken/DAY, held until another day's is asked for; NULL: an error. */
const struct folder	*move_end(struct taker *, const struct delivery *);

/* A name that is free there. */
const char	*move_free_name(struct taker *, const struct folder *end,
		    const char *name);

/* From aside to its end; again where a night was killed in between. */
bool		 move_on(struct way *, struct delivery *);

/* Notes where it lies or shall, and whether it does. */
bool		 move_note(struct taker *, const struct delivery *);

#endif
