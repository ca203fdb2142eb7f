/*
 * tally.h -- figures of a period and of the one before, by unit, procedure
 * and kind of finding.
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "case/kept.h"

enum { PERIOD_IS, PERIOD_BEFORE, PERIODS };

/*
 * Numbers of days, and how often each came.  The median is the middle one of
 * them in order; of an even number the lower of the two in the middle, so
 * that it is one that there was.  None: -1.
 */
struct spread_of {
	int32_t		days;
	long long	n;
};

struct spread {
	struct spread_of	*list;		/* by days */
	size_t			 n, cap;
	long long		 total;
};

void		 spread_add(struct arena *, struct spread *, int32_t days);
int32_t		 spread_median(const struct spread *);
int32_t		 spread_worst(const struct spread *);

/*
 * Of all, of a unit, of a procedure, of a kind, or of several of these
 * together.  What is found was first seen in the period; what became of it is
 * as of today.
 */
struct tally {
	const char	*unit, *procedure;	/* "": all */
	int		 kind;			/* -1: all; kind_of */

	long long	 cases[PERIODS];	/* that have a slot due */
	long long	 due[PERIODS];		/* slots */
	long long	 good[PERIODS];		/* in order */

	long long	 found[PERIODS];
	long long	 faulty[PERIODS];	/* cases of these */
	long long	 severities[PERIODS][SEVERITIES];
	struct spread	 late[PERIODS];		/* days of `late`; of a kind
						   its own */
	long long	 standing, waived;	/* still there */
	long long	 owed;			/* of those standing all but
						   advice */
	long long	 fixed, later;		/* in the period; after it */
	long long	 gone[WHYS];		/* not put right, by why */
	long long	 mended;		/* of before, in the period */
	const struct kept *example;		/* of a kind: one of them, its
						   key, case, title, sentence,
						   days and end */

	long long	 seen[PERIODS], met[PERIODS];	/* the case counted
							   last */
};

static inline int
kind_of(const struct kept *k)
{
	return (int)k->code * 2 + kept_of_event(k);
}

long long	 tally_gone(const struct tally *);

struct tallies;

struct tallies	*tallies_new(struct arena *);

/* The one, made where there is none yet; strings are copied then. */
struct tally	*tally_of(struct tallies *, const char *unit,
		    const char *procedure, int kind);

/* All, by unit, procedure (by bytes) and kind. */
struct tally	*const *tallies_list(const struct tallies *, size_t *n);

#endif
