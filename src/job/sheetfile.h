/*
 * sheetfile.h -- a file of an import: its header, what stands above that, and
 * its rows, as often as they are read.
 *
 * It is open only while it is read, so that no number of files is too large.
 */
#ifndef JOB_SHEETFILE_H
#define JOB_SHEETFILE_H

#include "desk/sheet.h"
#include "input/csv.h"
#include "job/import.h"

enum { TITLES = 32 };		/* rows above a header, read in each way */

struct sheetfile {
	const char	*path;
	const char	*name;		/* as it is shown */
	struct header	 header;
	bool		 good;		/* the header could be read */
	bool		 waits;		/* it has rows that come later */
	const char	*digest;	/* once it was read */

	/* sheetfile's own */
	FILE		*copy;		/* of what cannot be read twice */
	struct arena	*arena;		/* while its header is looked for */
	struct row	 nearest;	/* to a header, of those read */
	size_t		 score;
	unsigned long long titles[TITLES]; /* rows above the header */
	size_t		 ntitles;
};

/* Its header, into a zeroed struct; false: errors were added. */
bool		 sheetfile_open(struct arena *, const struct import *,
		    const char *path, struct sheetfile *,
		    struct import_result *, struct diags *);
void		 sheetfile_close(struct sheetfile *);

/* Its rows, once more; NULL and an error, also where it is another file by
   now. */
struct csv	*sheetfile_again(struct sheetfile *, struct diags *);

/* The same once more, whatever it is by now. */
struct csv	*sheetfile_rows(struct sheetfile *, struct diags *);

/* Is that row one that stood above the header?  Titles stand so above that of
   each page. */
bool		 sheetfile_is_title(const struct sheetfile *,
		    const struct row *);

/* A line for whoever imports. */
void		 import_note(struct arena *, struct import_result *,
		    const char *text);

#endif
