/*
 * gone.h -- why a finding is there no more.
 *
 * It was put right only where facts were added or time passed.  What went
 * because a record was changed, or the ground under the verdict, is told
 * apart, so that a correction hides nothing.  Interface: "Findings live".
 */
#ifndef CASE_GONE_H
#define CASE_GONE_H

#include "case/plan.h"

/* In the order of the interface: of several the last one counts. */
enum why {
	WHY_FIXED, WHY_CORRECTED, WHY_RULES, WHY_CALENDARS, WHY_PLACE,
	WHY_ROUND, WHY_UNKNOWN, WHYS
};

const char	*why_name(enum why);		/* "corrected"; "" fixed */
bool		 why_parse(const char *, enum why *);

/* A fact that was changed or taken back, named as the history names it; or
   the case itself, whose traits were others. */
struct undone {
	const char	*kind;		/* event, posting, ..., case */
	const char	*key;		/* step/division/day/... */
};

/* What is another for a case than on the night before. */
struct fate {
	const struct matter	*matter;	/* NULL: it is no more */
	const struct plan	*now;		/* NULL: no rule in force */
	struct day		 today;
	const struct undone	*undone;
	size_t			 nundone;
	bool			 rules;		/* changed for it */
	const int		*years;		/* of its calendars, changed */
	size_t			 nyears;
};

struct kept;

/* `k` was there on that night, and is not now. */
enum why	 why_gone(struct arena *, const struct fate *,
		    const struct kept *);

#endif
