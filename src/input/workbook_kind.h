/*
 * workbook_kind.h -- what a file is, by its first bytes and not by its name.
 */
#ifndef INPUT_WORKBOOK_KIND_H
#define INPUT_WORKBOOK_KIND_H

#include "base/diag.h"

enum file_kind {
	KIND_TEXT,		/* CSV, or what csv.h will say of it */
	KIND_ARCHIVE,		/* a workbook, or another document */
	KIND_OTHER		/* none of these, and an error said what */
};

/*
 * KIND_OTHER also where it is what it should be and bears another's name (a
 * CSV file called .xlsx, a workbook called .csv), or cannot be read.
 */
enum file_kind	 kind_of_file(const char *path, const char *name,
		    struct diags *);

#endif
