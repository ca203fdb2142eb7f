/*
 * sheaf.h -- entries of calendars on their way from one process to another.
 *
 * Those of one county at a time are held in memory, file by file, and handed
 * on as bytes.
 */
#ifndef JOB_SHEAF_H
#define JOB_SHEAF_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

struct sheaf;

struct sheaf	*sheaf_new(struct arena *);

/* Where entries of the calendar `code` go; NULL: no memory for it. */
FILE		*sheaf_file(struct sheaf *, const char *code);

/* Hands all on, and begins anew; then the end. */
bool		 sheaf_hand(struct sheaf *, FILE *out);
void		 sheaf_end(FILE *out);

/* What was handed on, calendar by calendar.  False: it cannot be read, or
   `to` has said so. */
bool		 sheaf_take(FILE *in, FILE *(*to)(void *ctx, const char *code),
		    void *ctx);

#endif
