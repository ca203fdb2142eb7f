/*
 * wire.h -- records between this program and its children: a few texts each.
 *
 * A child may hang, die or be killed at any byte; the side that waits names
 * how long.
 */
#ifndef ALERT_WIRE_H
#define ALERT_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { WIRE_FIELDS = 160, WIRE_BYTES = 4 * 1024 * 1024 };

enum wire { WIRE_RECORD, WIRE_END, WIRE_LATE };

/* Records that wait to be sent together; begins as { .arena = ... }. */
struct outbox {
	struct arena	*arena;
	char		*bytes;
	size_t		 used;
	size_t		 room;
};

/*
 * Sends a record, or adds it to those that wait, which are sent when there is
 * no more room and by wire_flush.  False: the other side is gone, or the
 * record is larger than it may be.
 */
bool		 wire_put(int fd, const char *const *fields, size_t n);
bool		 wire_add(int fd, struct outbox *, const char *const *fields,
		    size_t n);
bool		 wire_flush(int fd, struct outbox *);

/*
 * The next record's fields (at most WIRE_FIELDS), in the arena.  WIRE_END: the
 * other side is gone, or sent no record.  WIRE_LATE: the record was not there
 * after `wait` milliseconds; nothing may be read behind it.
 */
enum wire	 wire_take(int fd, int wait, struct arena *,
		    const char *fields[static WIRE_FIELDS], size_t *n);

#endif
