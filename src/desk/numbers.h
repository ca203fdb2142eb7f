/*
 * numbers.h -- numbers as people write them: of cases and objections, codes.
 *
 * What a spreadsheet has spoilt is named with its remedy.  Each function says
 * what is wrong, or NULL where nothing is.
 */
#ifndef DESK_NUMBERS_H
#define DESK_NUMBERS_H

#include <stdbool.h>

#include "base/arena.h"

/* What a case number may not be; `merged`: its cell may have been merged away
   with those above. */
const char	*case_fault(struct arena *, const char *text, bool merged);

/* The number of an objection, which may be empty. */
const char	*number_fault(const char *text);

/* A number of 万元: as it is kept (case/amount.h) in *out. */
const char	*amount_fault(struct arena *, const char *text,
		    const char **out);

/* The batch that the cell of a case names (batch:B1, 批次：B1), or NULL. */
const char	*text_batch(const char *);

/* The normal code of a text that is one, in *code; NULL there: it is a name.
   The text is not empty. */
const char	*code_fault(struct arena *, const char *text,
		    const char **code);

#endif
