/*
 * workbook_zip.h -- the archive that a workbook is.
 *
 * Parts are known by their names as the format compares them: from the root,
 * without regard to case.  Nothing is written, and no path of it is opened.
 */
#ifndef INPUT_WORKBOOK_ZIP_H
#define INPUT_WORKBOOK_ZIP_H

#include "base/arena.h"
#include "base/diag.h"

struct archive;
struct part;

/* NULL: it is no archive or a damaged one; an error was added. */
struct archive	*archive_open(struct arena *, const char *path,
		    const char *name, struct diags *);
void		 archive_close(struct archive *);
const char	*archive_name(const struct archive *);
const char	*archive_digest(const struct archive *);

/* Is it on the disk as it was when it was opened? */
bool		 archive_same(const struct archive *);

bool		 archive_has(const struct archive *, const char *part);

/*
 * The part that `target` names, as part `from` says it ("" for the root):
 * relative or absolute, %20 or not; NULL where it would leave the archive.
 */
char		*archive_target(struct arena *, const char *from,
		    const char *target);

/*
 * Opens a part; NULL: it is not there, twice, encrypted or too large, and an
 * error was added.
 */
struct part	*part_open(struct archive *, const char *name,
		    struct diags *);

/* Up to n bytes; 0: the end; -1: an error was added. */
int		 part_read(struct part *, void *, size_t n, struct diags *);
void		 part_progress(const struct part *, long long *done,
		    long long *size);
void		 part_close(struct part *);

#endif
