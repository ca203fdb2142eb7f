/*
 * mend.h -- phrases read, and what somebody may have meant by one refused.
 *
 * Nothing is offered that the parser would refuse in its turn, and nothing
 * that asks for less than what was written.  Where a text can mean two things
 * both are shown.
 */
#ifndef RULE_MEND_H
#define RULE_MEND_H

#include "rule/phrase.h"

enum { MEND_ITEMS = 16 };

/* As the functions of rule/phrase; notes say what was meant, if anything. */
bool		 mend_read_bound(struct arena *, const struct node *,
		    bool bare, const struct point_names *, struct phrase *,
		    struct diags *);
bool		 mend_read_part(struct arena *, const struct node *,
		    const struct point_names *, struct phrase *,
		    struct diags *);
bool		 mend_read_limit(struct arena *, const struct node *,
		    enum anchor, const struct point_names *, struct phrase *,
		    struct diags *);
bool		 mend_read_period(struct arena *, const struct node *,
		    struct phrase *, struct diags *);
bool		 mend_read_where(struct arena *, const struct node *,
		    struct where *, struct diags *);

/* The text to write instead, or NULL. */
const char	*mend_where(struct arena *, const char *text);

/*
 * The parts of "A、B 和 C", at least two; else 0.  Signs and words that join
 * part it, those of Chinese also without blanks around them.
 */
size_t		 mend_items(struct arena *, const char *text,
		    const char *parts[MEND_ITEMS]);

#endif
