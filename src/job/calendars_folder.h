/*
 * calendars_folder.h -- a folder of calendars that is being written.
 *
 * Each is written beside its place, as a draft; all are renamed when all are
 * whole.  A few files are held open at once, whatever their number.
 */
#ifndef JOB_CALENDARS_FOLDER_H
#define JOB_CALENDARS_FOLDER_H

#include <stdio.h>
#include <sys/types.h>

#include "base/diag.h"
#include "words/layout.h"

struct calendars_folder;

/* Makes the folder where it is not there; NULL: an error was added. */
struct calendars_folder	*calendars_folder_open(struct arena *,
				    const char *dir, mode_t,
				    const struct names *,
				    const struct catalogue *,
				    struct diags *);

/* The calendar of a division, begun if it is new; NULL: an error. */
FILE	*calendars_folder_file(struct calendars_folder *, const char *code);

/* Ends each calendar under its temporary name. */
bool	 calendars_folder_end(struct calendars_folder *);

/* Puts them in their places, or drops them; returns how many there were. */
bool	 calendars_folder_close(struct calendars_folder *, bool keep,
	    long long *files);

/* The title of a calendar, "" that of all. */
const char	*calendar_title(struct arena *, const struct catalogue *,
		    const struct names *, const char *code);

#endif
