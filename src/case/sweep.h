/*
 * sweep.h -- can a procedure be kept?  A course of it from each day.
 *
 * A course (case/course.h) is run for one case of the procedure, with a place
 * at the lowest level that its steps name, from each start day: those on which
 * the pack is in force and a calendar says what is worked; where these are less
 * than a year, every day that a calendar knows.
 *
 * What may be another from case to case makes variants: no trait or one of
 * those that days depend on, with each set of optional events.
 */
#ifndef CASE_SWEEP_H
#define CASE_SWEEP_H

#include "case/plan.h"

/*
 * What is tried of a procedure: so many variants, and so many points laid, some
 * 20 seconds' worth, which no procedure that a document asks for comes near.
 */
enum { SWEEP_VARIANTS = 64, SWEEP_WORK = 100000000 };

/* A deadline that is over before its point can be, with one such day. */
struct unkept {
	const struct bound	*bound;
	int			 point;
	int			 days;		/* start days, of those known */
	struct day		 start;		/* the first */
	struct day		 earliest, due;
};

/* Start days on which a notice goes up, or its period ends, on a day off. */
struct off_days {
	int	up, end;
};

struct swept {
	int			 trait;		/* -1: none */
	const bool		*with;		/* by event: it happens */
	int			 days;		/* start days that are known */
	int			 unknown;	/* ... and not; counted apart */
	int			 shortest, median, longest;	/* days from
						   the first to the last */
	struct day		 start;		/* the first of the longest */
	const struct unkept	*unkept;	/* by point, then bound */
	int			 nunkept;
	struct off_days		 any;		/* of some step */
	const struct off_days	*off;		/* by step */
	const bool		*never;		/* by point: it gets no day */
};

struct sweep {
	const struct procedure	*proc;
	const char		*division;
	struct day		 first, last;	/* start days */
	int			 days;		/* ... how many */
	bool			 all;		/* also out of force */
	const struct swept	*list;		/* the first: none of both */
	int			 n;
	bool			 more;		/* not all of it was tried */
};

/* At or above a prefix of the pack's scope; the result is in the arena. */
const struct sweep *sweep_run(struct arena *, const struct procedure *,
		    const char *prefix, const struct calendars *);

/* Do two variants come to the same? */
bool		 swept_alike(const struct sweep *, const struct swept *,
		    const struct swept *);

#endif
