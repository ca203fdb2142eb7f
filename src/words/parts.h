/*
 * parts.h -- what sentences are made of: days, periods, titles in quotation
 * marks.  In no language yet; in the arena.
 */
#ifndef WORDS_PARTS_H
#define WORDS_PARTS_H

#include "case/plan.h"
#include "case/told.h"
#include "words/layout.h"

/* "3 days"; "some days" where n is below 0. */
struct told	 days_told(struct arena *, int32_t n);

/* One part of a period: "at least 7 days, the first day not counted". */
struct told	 part_told(struct arena *, const struct procedure *,
		    const struct period_part *, bool planned);

/* All parts that apply to a slot, or NOTHING: there is none. */
struct told	 parts_told(struct arena *, const struct plan *,
		    const struct slot *, bool planned);

/* Titles, as the rules have them. */
struct told	 step_told(struct arena *, const struct step_rule *);
struct told	 point_titled(struct arena *, const struct procedure *,
		    int point);

/* A title within a sentence, in quotation marks. */
struct told	 quoted_told(struct arena *, struct told title);
struct told	 event_told(struct arena *, const struct procedure *,
		    int event);
struct told	 point_told(struct arena *, const struct procedure *,
		    int point);

/* The name of a division and its code, or the code. */
struct told	 place_told(struct arena *, const struct names *,
		    const char *division);

/* A medium by its id: the notice board. */
struct told	 medium_told(const char *id);

/* ---- the same as words, in the process's own language */

/* "2020-09-16"; "3 days"; both say so where there is none. */
const char	*day_words(struct arena *, struct day);
const char	*days_words(struct arena *, int32_t n);

/* "5 working days"; "at least 7 days, the first day counted" */
const char	*period_words(struct arena *, struct period);
const char	*lasts_words(struct arena *, struct period);

const char	*part_words(struct arena *, const struct procedure *,
		    const struct period_part *, bool planned);
const char	*quoted(struct arena *, const char *title);
const char	*event_title(struct arena *, const struct procedure *,
		    int event);
const char	*point_title(struct arena *, const struct procedure *,
		    int point);

/* As a rule file has it: "at least 7 days", "until P". */
const char	*part_phrase(struct arena *, const struct procedure *,
		    const struct period_part *);

#endif
