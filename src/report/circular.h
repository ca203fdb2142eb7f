/*
 * circular.h -- a circular (通报): how notices stood in a period, unit by unit.
 *
 * The figures are job/circular's; here they become words and tables.
 */
#ifndef REPORT_CIRCULAR_H
#define REPORT_CIRCULAR_H

#include "report/report.h"
#include "report/tables.h"
#include "report/tally.h"
#include "time/stretch.h"

/* A county, a township, or a division above these with what is its own. */
struct circular_unit {
	const char		*code;
	const struct tally	*all;
	int			 rank;		/* from 1; 0: nothing due */
	bool			 delivered;	/* in the period */
	long long		 overdue;	/* slots, today */
	long long		 broken;
	long long		 coming;	/* to be posted by `next` */
	struct day		 soonest;	/* the latest day of the first
						   of these; or NONE */
};

/* Sums of one name of amounts, of cases with a slot due in the period. */
struct circular_sum {
	const char	*unit;			/* "": all */
	const char	*procedure, *name;
	long long	 cases, yuan;
	long long	 good_cases, good_yuan;	/* with all slots in order */
};

struct circular {
	struct stretch		 is, before;
	struct day		 next;		/* last day of the period that
						   is to be told of next */
	struct day		 today;
	enum level		 by;
	long long		 nights[PERIODS]; /* that were finished */
	struct day		 since;		/* first night of all */
	struct day		 known;		/* last one until today */
	bool			 inbox;		/* a delivery was taken in the
						   period */
	struct tally		*const *list;	/* by unit, procedure, kind */
	size_t			 n;
	const struct circular_unit *units;	/* by rank, then code */
	size_t			 nunits;
	const struct circular_sum *sums;	/* by unit, procedure, name */
	size_t			 nsums;
	struct totals		 totals;	/* as of today: left out */
	const struct rulebook	*book;
	const struct pack	*const *packs;	/* that judged what was due */
	size_t			 npacks;
	const char		*office;	/* who signs; NULL: not said */
	const struct names	*names;
};

/* All of it, in the arena. */
void		 circular_tables(struct arena *, const struct circular *,
		    struct tables *);

#endif
