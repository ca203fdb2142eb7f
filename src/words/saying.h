/*
 * saying.h -- a finding on its way into words; inside words/ only.
 *
 * sentence.c has what a finding says, because.c why a day was due, remedy.c
 * what to do about it, codes.c lists them by code, next.c has what comes next
 * in a plan.
 */
#ifndef WORDS_SAYING_H
#define WORDS_SAYING_H

#include "words/message.h"
#include "words/parts.h"

struct saying {
	struct arena		*a;
	const struct finding	*f;
	const struct names	*names;
	const struct plan	*plan;		/* never NULL */
	const struct procedure	*proc;
	const struct slot	*slot;		/* NULL: of an event */
};

/* Of a finding under a rule. */
struct saying	 saying_of(struct arena *, const struct finding *,
		    const struct names *);

/* What a finding of one code says (sentence.c), and what to do (remedy.c). */
typedef struct told	 say(const struct saying *);
say	 tell_missing, tell_late, tell_early, tell_short, tell_gate,
	 tell_objection, tell_conflict, tell_unknown, tell_tight,
	 tell_unrecorded, tell_medium, tell_content, tell_review,
	 tell_privacy, tell_handler, tell_upheld, tell_overstay, tell_double,
	 tell_uncovered;
say	 mend_missing, mend_late, mend_early, mend_short, mend_order,
	 mend_gate, mend_objection, mend_conflict, mend_tight,
	 mend_unrecorded, mend_handler, mend_medium, mend_content;

/* A step's title; where it is not that of the finding, its place too. */
struct told	 step_at(const struct saying *, int step,
		    const char *division);

/* What a bound of the finding's own point asks: "within 5 days after ...". */
struct told	 own_reason(const struct saying *, const struct limit *);

/* The sentence with what set the day behind it. */
struct told	 with_reason(const struct saying *, struct told core);

/* Who sets a limit that passed through what does not apply. */
const struct limit *pushing(const struct saying *, const struct limit *);

/* What the rule accepts; what is lacking, and how often: lists or NOTHING. */
say	 accepted_media, lacking_items, lacking_times;

/* The day of an event that a limit rests on; of a conflict, also one ahead. */
struct day	 event_day(const struct saying *, int event);

/* Was the limit set by a bound of the finding's own point? */
bool		 is_own(const struct saying *, const struct limit *);

#endif
