/*
 * kept.h -- a finding as the database keeps it from night to night.
 *
 * Its sentence is told already, in no language: a report in any can be made
 * without judging the case again.  `first` is the day of the night that saw it
 * first in its present life, `gone` that of the first night without it.  The
 * code `tight` is kept only while it stands: `first` is NONE.
 */
#ifndef CASE_KEPT_H
#define CASE_KEPT_H

#include "case/gone.h"
#include "case/judge.h"
#include "case/told.h"

struct kept {
	const char	*key;
	const char	*division, *id;		/* the case's */
	const char	*title, *procedure;
	const char	*step, *event;		/* NULL: none */
	const char	*at;			/* the finding's division */
	enum code	 code;
	enum severity	 severity;
	struct day	 due, actual;		/* NONE: null */
	int32_t		 days;			/* -1: null */
	const char	*basis;			/* NULL: none */
	struct told	 message, remedy;
	struct day	 first, gone;		/* NONE: not yet */
	enum why	 why;			/* of one that is gone */
};

/* Is it about an event, and not about a slot? */
static inline bool
kept_of_event(const struct kept *k)
{
	return k->step == NULL && k->event != NULL;
}

/* What is watched of a case until its next verdict. */
struct watch {
	struct day	 wake;		/* its verdict may change; NONE: never
					   by the passing of days */
	int		 slots;
	int		 states[STATES];
	int		 paused;	/* deadlines that do not run */
	const char	*exempt;	/* "secret=3;movable=1", slots; "" */
};

/* A township, or a division above one, that a delivery has rows of. */
struct sender {
	const char	*code;
	bool		 acts;		/* not of cases and divisions alone */
};

/* A township in a report, or a division above one. */
struct town {
	const char	*code;
	long long	 open[SEVERITIES], fresh;	/* fresh: new tonight */
	struct day	 last;		/* its own was taken; NONE: never */
	struct day	 acts;		/* ... of more than cases, divisions */
	struct day	 others;	/* one for several was, with acts */
	struct day	 refused;	/* its latest was, that day; or NONE */
	const char	*contact, *phone;	/* "": nobody is named */
};

/* What lies refused, as DAY/NAME. */
struct refused {
	const char	*name;
	struct day	 again;		/* its like was taken since; or NONE */
};

/* Who is called about a finding, and what to say. */
struct caller {
	const char	*contact, *phone;
	struct day	 refused;	/* as of its township */
	struct day	 silent;	/* none came since its case did, then;
					   NONE: one came */
};

/* A delivery of the inbox as a night met it. */
struct delivery {
	struct day	 day;
	const char	*name;		/* of the folder; "." loose files */
	bool		 taken;		/* else refused */
	bool		 moved;		/* out of the inbox */
	bool		 mended;	/* refused, and taken later that day */
	long long	 rows, errors;
	const char	*faults;	/* of a refused one, a line each */
	const char	*lies;		/* its name where it was moved to; "" */
	long long	 seq;		/* of its day, set when it is kept */
	bool		 waits;		/* in the inbox, and is not kept */
};

/* A finding that somebody answers for, until a day (inclusive). */
struct waiver {
	const char	*key;
	const char	*ground, *who;
	struct day	 until;
	const char	*made;		/* when, UTC */
	bool		 met;		/* a finding has the key */
};

#endif
