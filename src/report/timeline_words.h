/*
 * timeline_words.h -- what a timeline says in words; inside report/ only.
 *
 * In the language set up, in the arena, not escaped.
 */
#ifndef REPORT_TIMELINE_WORDS_H
#define REPORT_TIMELINE_WORDS_H

#include "report/timeline.h"

/*
 * Is the finding at that slot, or (slot -1) of that event?  One at no slot is
 * at its step's first.
 */
bool		 timeline_finds(const struct plan *, const struct finding *,
		    int slot, int event);

/* The name of a division, or its code. */
const char	*timeline_place(struct arena *, const struct page_look *,
		    const char *division);

/* "posted 2020-09-16 to 2020-09-25; last day 2020-09-24" */
const char	*timeline_slot_days(struct arena *, const struct slot *);
const char	*timeline_event_days(struct arena *, const struct page_look *,
		    const struct event_plan *);

/* All of a row: what, where, its state, what was asked and what was. */
const char	*timeline_slot_title(struct arena *, const struct page_look *,
		    const struct page_case *, int slot);
const char	*timeline_event_title(struct arena *, const struct page_look *,
		    const struct page_case *, int event);

/* "done 52, overdue 6": of a step; -1: of the whole case. */
const char	*timeline_states(struct arena *, const struct page_look *,
		    const struct page_case *, int step);

#endif
