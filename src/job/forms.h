/*
 * forms.h -- empty sheets to fill in.
 *
 * Each a CSV for a spreadsheet, with what each column holds in the row above
 * the headings.  Import takes it as it is: that row is passed over.
 */
#ifndef JOB_FORMS_H
#define JOB_FORMS_H

#include "base/diag.h"
#include "desk/sheet.h"

/*
 * One for each kind, in the language set up.  A file that is there already is
 * an error, and then none is written.
 */
bool	 forms_write(struct arena *, const char *dir, struct diags *);

/* What a column holds, in words; NULL: nothing is said of it. */
const char	*forms_words(enum column);

/* The usual name of a sheet's file, in the language set up. */
const char	*forms_name(enum sheet);

#endif
