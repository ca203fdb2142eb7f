/*
 * splice.h -- a calendar brought up to date case by case.
 *
 * Of a region's nights each touches some cases of many calendars.  What did
 * not change is copied as it stands in the file, byte for byte; the entries
 * of a changed case, which lie together, are put in the place of the old
 * ones.  The result is what publish.h would write anew.
 */
#ifndef JOB_SPLICE_H
#define JOB_SPLICE_H

#include "store/store.h"

struct splice;

struct splice	*splice_new(struct arena *);
void		 splice_free(struct splice *);

/* The entries of a case in the calendar `code`, as iCalendar text. */
void		 splice_add(struct splice *, const char *code,
		    const char *division, const char *id, const char *text);

/* Puts what was added in order; before the next two. */
void		 splice_sort(struct splice *);
bool		 splice_has(const struct splice *, const char *code);

enum spliced {
	SPLICE_DONE,
	SPLICE_CANNOT,		/* the file must be written anew */
	SPLICE_FAILED		/* the machine; an error was added */
};

/* Brings DIR/CODE.ics up to date: beside its place, then renamed. */
enum spliced	 splice_file(const struct splice *, struct store *,
		    const char *dir, const char *code, struct diags *);

#endif
