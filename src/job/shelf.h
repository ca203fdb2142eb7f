/*
 * shelf.h -- a folder of calendars that is being written.
 *
 * Each is written beside its place, as a draft; all are renamed when all are
 * whole.  A few files are held open at once, whatever their number.
 */
#ifndef JOB_SHELF_H
#define JOB_SHELF_H

#include <stdio.h>
#include <sys/types.h>

#include "base/diag.h"
#include "output/names.h"

struct shelves;

/* Makes the folder where it is not there; NULL: an error was added. */
struct shelves	*shelves_open(struct arena *, const char *dir, mode_t,
		    const struct names *, struct diags *);

/* The calendar of a division, begun if it is new; NULL: an error. */
FILE		*shelves_file(struct shelves *, const char *code);

/* Ends each calendar under its temporary name. */
bool		 shelves_end(struct shelves *);

/* Puts them in their places, or drops them; returns how many there were. */
bool		 shelves_close(struct shelves *, bool keep, long long *files);

/* The title of a calendar, "" that of all. */
const char	*shelf_title(struct arena *, const struct names *,
		    const char *code);

#endif
