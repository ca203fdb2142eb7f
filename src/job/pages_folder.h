/*
 * pages_folder.h -- a folder of pages that is brought up to date.
 *
 * A page is made in memory and held against what lies there: the same
 * bytes are left alone, others are written beside it and renamed.  The folder's
 * list (`.pages`) says which files are its own and how they were left; what is
 * about to be written is noted before (`.pages-begun`), so that a killed run
 * leaves nothing that the next does not know.  Files that are no more are
 * taken away where they lie as they were left.  What is not its own -- a file
 * not noted that no gongshi made, a link, a folder -- is told and left alone.
 *
 * A file is not brought to the disk by itself: after a loss of power one may
 * be cut short, which the next run sees by the list and writes it again.
 */
#ifndef JOB_PAGES_FOLDER_H
#define JOB_PAGES_FOLDER_H

#include <stdio.h>
#include <sys/types.h>

#include "base/diag.h"
#include "time/day.h"

struct pages_folder;
struct teller;

/* What is noted of a page besides, of those of one case. */
struct page_note {
	unsigned long long	 facts;	/* what it was made of */
	struct day		 turn;	/* until the day before it stays as it
					   is by the passing of days */
	const char		*figures;	/* no blank in it; "" none */
};

/*
 * `mark`: another one where any page may be another whatever its facts are.
 * NULL: an error was added.
 */
struct pages_folder	*pages_folder_open(struct arena *, const char *dir,
			    mode_t, unsigned long long mark, struct diags *);

/*
 * What was noted of NAME.html or FOLDER/NAME.html where it lies as it was left,
 * under the same mark; NULL: it must be made.
 */
const struct page_note	*pages_folder_knows(struct pages_folder *,
			    const char *name);

/* It is not made anew, and stays. */
void	 pages_folder_stay(struct pages_folder *, const char *name);

/* In another process: what is put or stays is told, and nothing written. */
void	 pages_folder_tell(struct pages_folder *, struct teller *);

/* Where a page is made, until it is put; NULL: an error was added. */
FILE	*pages_folder_new(struct pages_folder *);

/* Puts the page made; false: it could not be written, an error was added. */
bool	 pages_folder_put(struct pages_folder *, const char *name,
	    const struct page_note *);

struct pages_written {
	long long	pages;		/* that there are */
	long long	written, removed;
};

/* Takes away what is no more (if all was good), and keeps the list. */
bool	 pages_folder_close(struct pages_folder *, bool good,
	    struct pages_written *);

#endif
