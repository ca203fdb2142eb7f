/*
 * rules.h -- rule files written out again, in either language.
 *
 * What comes out loads to the same rules; comments say each step and event
 * in a sentence that a clerk can hold against the document.  Of a pack that
 * lies over another it is the whole, and a comment says so.
 */
#ifndef REPORT_RULES_H
#define REPORT_RULES_H

#include <stdio.h>

#include "base/text.h"
#include "rule/annual.h"

void	 rules_write_pack(FILE *, const struct pack *, enum lang);
void	 rules_write_annual(FILE *, const struct annual *, enum lang);
void	 rules_write_procedure(FILE *, const struct procedure *, enum lang);

/*
 * What differs, element by element: both phrases, what each is cited by and
 * where it is written.  How many differences there were.
 */
int	 rules_write_diff(FILE *, const struct pack *, const struct pack *,
	    enum lang);
int	 rules_write_diff_of(FILE *, const struct procedure *,
	    const struct procedure *, enum lang);

/* A table of packs and procedures: id, title, scope, in force, path. */
void	 rules_write_list(FILE *, const struct rulebook *);

#endif
