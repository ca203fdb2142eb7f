/*
 * parts.h -- what sentences are made of: days, periods, titles in quotation
 * marks.  In the language set up; in the arena.
 */
#ifndef WORDS_PARTS_H
#define WORDS_PARTS_H

#include "case/plan.h"

/* "2020-09-16"; "3 days"; both say so where there is none. */
const char	*day_words(struct arena *, struct day);
const char	*days_words(struct arena *, int32_t n);

/* "5 working days"; "at least 7 days, the first day counted" */
const char	*period_words(struct arena *, struct period);
const char	*lasts_words(struct arena *, struct period);

/* One part of a period; as a rule file has it: "at least 7 days", "until P". */
const char	*part_words(struct arena *, const struct procedure *,
		    const struct period_part *, bool planned);
const char	*part_phrase(struct arena *, const struct procedure *,
		    const struct period_part *);

/* All parts that apply to a slot, or NULL: there is none. */
const char	*parts_words(struct arena *, const struct plan *,
		    const struct slot *, bool planned);

/* A title within a sentence, in quotation marks. */
const char	*quoted(struct arena *, const char *title);
const char	*event_title(struct arena *, const struct procedure *,
		    int event);
const char	*point_title(struct arena *, const struct procedure *,
		    int point);

#endif
