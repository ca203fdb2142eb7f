/*
 * meant.h -- what a text that is refused may mean, in the language's words.
 *
 * By what instruments print (rule/statutes), by a word that lacks, by a name
 * that stands in it.  Whatever is found has been read again.
 */
#ifndef RULE_MEANT_H
#define RULE_MEANT_H

#include "rule/phrase.h"

enum { MEANT_MAX = 3 };

/* What to write instead: none, one text, or several that it can mean. */
struct meant {
	const char	*text[MEANT_MAX];
	int		 n;
};

void		 meant_add(struct meant *, const char *text);

/* Of a bound: by its wording; by a name that stands in its point. */
struct meant	 meant_wording(struct arena *, const char *text,
		    const struct point_names *);

/* Adds to it; the name, or NULL. */
const char	*meant_inside(struct arena *, const char *text,
		    const struct point_names *, struct meant *);

/* The one, else the other. */
struct meant	 meant_bound(struct arena *, const char *text,
		    const struct point_names *);

/* Of a part of a period; `lasts` adds `at least N UNIT` alone. */
struct meant	 meant_part(struct arena *, const char *text,
		    const struct point_names *);
void		 meant_lasts(struct arena *, const char *text,
		    struct meant *);

#endif
