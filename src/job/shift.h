/*
 * shift.h -- what verdicts rest on, then and now.
 *
 * Rules and days off are held as the texts of job/fingerprint; this is what is
 * another between two of them, and for which case.
 */
#ifndef JOB_SHIFT_H
#define JOB_SHIFT_H

#include "base/arena.h"
#include "case/matter.h"

/* A procedure of a pack as it was then or is now, and not at both times. */
struct shift_rule {
	const char	*procedure, *pack, *scopes;
	struct day	 from, until;	/* NONE: open */
	bool		 lost;		/* the pack was there, and is not */
};

/* A year of the days off of a division and what lies below it. */
struct shift_days {
	const char	*prefix;
	int		 year;
	bool		 lost;		/* its file was there, and is not */
};

struct shift {
	struct shift_rule	*rules;
	size_t			 nrules;
	struct shift_days	*days;
	size_t			 ndays;
	const char		*days_then, *days_now;
};

struct texts {
	const char	*rules, *days;	/* NULL: nobody knows */
};

/* In the arena.  What nobody knows is taken for the same. */
struct shift	 shift_between(struct arena *, struct texts then,
		    struct texts now);

/* The first that may rule the case, or NULL. */
const struct shift_rule *shift_rule_of(const struct shift *,
		    const struct matter *);

/*
 * The years in which some day is another for a division, at, above or below
 * it, in the arena; *lost (may be NULL) is the first of a lost file, else the
 * first.
 */
int		*shift_years_of(struct arena *, const struct shift *,
		    const char *division, size_t *n,
		    const struct shift_days **lost);

#endif
