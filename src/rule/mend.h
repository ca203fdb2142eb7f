/*
 * mend.h -- what somebody may have meant by a phrase that was refused.
 *
 * Nothing is offered that the parser would refuse in its turn, and nothing
 * that asks for less than what was written.
 */
#ifndef RULE_MEND_H
#define RULE_MEND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { MEND_ITEMS = 16 };

/* Ids and titles of a procedure's points; NULL stands for "not known". */
struct point_names {
	const char *const	*list;
	size_t			 n;
};

bool		 names_have(const struct point_names *, const char *name);

/* Each the text to write instead, or NULL. */
const char	*mend_bound(struct arena *, const char *text,
		    const struct point_names *);
const char	*mend_lasts(struct arena *, const char *text);
const char	*mend_where(struct arena *, const char *text);

/*
 * The parts of "A、B 和 C", at least two; else 0.  Signs and words that join
 * part it, those of Chinese also without blanks around them.
 */
size_t		 mend_items(struct arena *, const char *text,
		    const char *parts[MEND_ITEMS]);

#endif
