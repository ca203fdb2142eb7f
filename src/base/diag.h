/*
 * diag.h -- complaints about input: where, what was expected, what to do.
 *
 * A complaint names a place in a file; lines and columns count from 1, and
 * columns count characters.  Loaders go on after an error and report all they
 * can.  What is wrong with a *case* is a finding (case/judge.h), never this.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

/* Kept at the most; what comes after is only counted, and said so. */
enum { DIAG_MAX = 100000 };

struct place {
	const char	*path;		/* NULL: no file, as an argument */
	const char	*sheet;		/* a worksheet in it, where line and
					   col are its row and column (0: all
					   of it, of the row); or NULL */
	int		 line;		/* 0: the file as a whole */
	int		 col;
	const char	*text;		/* the line itself, or NULL */
	int		 row;		/* of a sheet, as a spreadsheet */
	int		 cell;		/* counts, from 1; 0: no sheet */
};

/* Where that is, as complaints begin: `FILE:LINE:COL`, `FILE[SHEET]!D12`. */
const char	*place_text(struct arena *, const struct place *);

#define NOWHERE	((struct place){ 0 })

struct diags;

struct diags	*diags_new(struct arena *);

/* Who complains where there is no file; gongshi, unless this said another. */
void		 diag_program(const char *name);

/*
 * Files that lie over others.  While this stands, a complaint at a place of
 * the list (or within the text there) also shows what lies below it; one at a
 * file outside `folder` is told at `whole`, and its own place is the note; a
 * warning there is that file's own, and not told.
 */
struct place_over {
	struct place	 over;
	int		 chars;		/* of the text there; at least 1 */
	struct place	 under;
};

struct places_over {
	const char		*folder;
	struct place		 whole;
	const struct place_over	*list;		/* what lies within behind */
	size_t			 n;
};

/* Is it in one of the files that lie over others? */
bool		 places_hold(const struct places_over *,
		    const struct place *);

/* Kept, not copied; NULL: nothing lies over anything any more. */
void		 diag_over(struct diags *, const struct places_over *);

/* Text comes without a full stop or newline.  Places are copied. */
void		 diag_error(struct diags *, struct place, const char *fmt, ...)
		    __attribute__((format(printf, 3, 4)));
void		 diag_warn(struct diags *, struct place, const char *fmt, ...)
		    __attribute__((format(printf, 3, 4)));

/* A second place, or what to do, printed under the last complaint. */
void		 diag_note(struct diags *, struct place, const char *fmt, ...)
		    __attribute__((format(printf, 3, 4)));

/* The note "did you mean `near`?"; false: near is NULL, and nothing is said. */
bool		 diag_meant(struct diags *, const char *near);

/* A failure of the machine (disk, database): exit status 3. */
void		 diag_fail(struct diags *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

/* The same by errno, of reading or of writing a file or folder.  False. */
bool		 diag_errno(struct diags *, const char *path);
bool		 diag_unwritten(struct diags *, const char *path);

size_t		 diags_errors(const struct diags *);
bool		 diags_failed(const struct diags *);

/*
 * `path:line:col: error: text (B12)`, of workbooks
 * `path[sheet]!B12: error: text`, the line and a caret under it, in the
 * order of files as they came, then of lines and columns; control characters
 * made visible.  Forgets what it has printed.
 */
void		 diags_write(struct diags *, FILE *);

#endif
