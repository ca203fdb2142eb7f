/*
 * sheetfile.h -- the sheets of an import: each CSV file is one, and each
 * worksheet of a workbook that has a header; what stands above that, and its
 * rows, as often as they are read.
 *
 * One file at a time is open, so that no number of files is too large.
 */
#ifndef JOB_SHEETFILE_H
#define JOB_SHEETFILE_H

#include "desk/sheet.h"
#include "input/grid.h"
#include "job/import.h"

enum { TITLES = 32 };		/* rows above a header, read in each way */

struct sheetfile {
	const char	*path;
	const char	*file;		/* as it is shown */
	const char	*name;		/* the same, or FILE[SHEET] */
	size_t		 page;		/* of a workbook */
	bool		 is_log;	/* BOOK_LOG */
	struct header	 header;
	bool		 waits;		/* it has rows that come later */
	const char	*digest;	/* once it was read */

	unsigned long long titles[TITLES]; /* rows above the header */
	size_t		 ntitles;
};

struct sheetfiles {
	struct sheetfile **all;
	size_t		 n;

	/* sheetfile's own */
	struct arena	*arena;
	size_t		 cap;
	FILE		**copies;	/* of what cannot be read twice */
	size_t		 ncopies, copies_cap;
	struct grid	*grid;		/* the file that is open */
	const char	*open;		/* its path */
	struct sheetfile *at;		/* whose header is looked for */
	bool		 looking;	/* for the first time */
	struct row	 nearest;	/* to a header, of those read */
	size_t		 score;
};

void		 sheetfiles_begin(struct sheetfiles *, struct arena *);

/* Adds the sheets of a file; false: errors were added. */
bool		 sheetfiles_add(struct sheetfiles *, const struct import *,
		    const char *path, struct import_result *,
		    struct diags *);
void		 sheetfiles_end(struct sheetfiles *);

/*
 * Its rows once more, until another's are read; NULL and an error, also where
 * it is another sheet by now.
 */
struct grid	*sheetfile_again(struct sheetfiles *, struct sheetfile *,
		    struct diags *);

/* The same once more, whatever it is by now. */
struct grid	*sheetfile_rows(struct sheetfiles *, struct sheetfile *,
		    struct diags *);

/* Is that row one that stood above the header?  Titles stand so above that of
   each page. */
bool		 sheetfile_is_title(const struct sheetfile *,
		    const struct row *);

/* Of a worksheet of our own that nobody has filled in yet? */
bool		 sheetfile_is_blank(const struct sheetfile *,
		    const struct row *);

/* A line for whoever imports. */
void		 import_note(struct arena *, struct import_result *,
		    const char *text);

#endif
