/*
 * logs.h -- the worksheets that an officer fills in: postings, events,
 * objections, and how to.  Their headings are those of an import (desk/sheet).
 *
 * What a row says by itself stands before its day and is locked; a row whose
 * day, and all behind it, is empty says nothing.
 */
#ifndef JOB_LOGS_H
#define JOB_LOGS_H

#include <stdio.h>

#include "case/plan.h"
#include "job/worksheet.h"
#include "report/workbook.h"

struct logs;

/*
 * Postings that were told without their content, review or evidence stand in a
 * worksheet without these columns: an empty cell would tell that there is
 * none.  NULL: an error was added.
 */
struct logs	*logs_begin(struct arena *, struct workbook *,
		    const char *title, const struct names *, struct store *,
		    struct diags *);

/* A slot that may be posted. */
void		 logs_post(struct logs *, const struct plan *,
		    const struct slot *);

/*
 * The postings of a slot that stand without an end, of a case with all its
 * cells (store_whole).  False: there is none.
 */
bool		 logs_standing(struct logs *, const struct matter *whole,
		    const struct plan *, const struct slot *);

/* An event that comes next; objections that are open. */
void		 logs_event(struct logs *, const struct plan *, int event);
void		 logs_objections(struct logs *, const struct matter *whole,
		    const struct plan *);

/* In another process: rows go there instead, each behind this byte, for
   whoever hears them. */
enum { LOGS_ROW = 'r' };
void		 logs_tell(struct logs *, FILE *);

/* One row that was told.  False: it cannot be read. */
bool		 logs_hear(struct logs *, FILE *);

/* Writes what stands at the end, and counts the rows. */
void		 logs_end(struct logs *, struct worksheet_done *);

#endif
