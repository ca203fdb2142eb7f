/*
 * reason.h -- why each day of a plan is what it is, back to the facts.
 *
 * A *reason* is one bound at work: another point has a day (a fact, or a day
 * of its own that has a reason again: `next`), a period may be counted in
 * between, and out comes a day.  Reasons are kept while a plan is laid, by
 * whoever finds the day; nothing is found here.
 */
#ifndef CASE_REASON_H
#define CASE_REASON_H

#include "case/plan.h"
#include "case/sum.h"

/* How the day of the other point is known. */
enum known {
	KNOWN_NOT,		/* no day at all */
	KNOWN_UNKNOWN,		/* nobody can know it yet */
	KNOWN_RECORDED,		/* an event of that day */
	KNOWN_POSTED,		/* a slot whose standing run begins then */
	KNOWN_EARLIEST,		/* no fact: its own earliest day */
	KNOWN_LATEST,		/* no fact: the last day that is left to it */
	KNOWN_ADVISED,		/* the same by the planned count */
	KNOWN_PASSED,		/* it does not apply: the day that what it
				   must follow itself allows */
	KNOWN_ROUND,		/* none is asked: its round begins then */
	KNOWN_OPEN		/* posted, and it has no last day (yet) */
};

enum reason_kind {
	REASON_AFTER,	/* self must follow other: not before `day` */
	REASON_DUE,	/* a deadline of self: `day` at the latest */
	REASON_AHEAD	/* other must follow self: `day` at the latest */
};

struct reason {
	enum reason_kind	 kind;
	const struct bound	*bound;		/* NULL: that a round begins */
	int			 self;		/* the point explained */
	const char		*self_at;	/* its division; NULL: event */
	int			 other;
	const char		*at;		/* of other; NULL: event */
	enum known		 known;
	struct day		 base;		/* day of other: of a slot the
						   one on which it opens */
	const struct reason	*next;		/* why, where no fact */
	const struct period_part *part;		/* that sets the window */
	const struct sum	*window;	/* the period between: other's,
						   of AHEAD self's; or NULL */
	const struct sum	*count;		/* the bound's period or NULL */
	struct day		 edge;		/* AFTER, DUE: what the bound
						   runs from (base, or where
						   the window ends); AHEAD:
						   where self's window or self
						   must end at the latest */
	struct day		 day;		/* NONE: none or unknown */
	struct day		 brink;		/* of an unknown one: the day
						   that is not settled */
	struct day		 least;		/* DUE: no earlier; or NONE */
	bool			 held;		/* an endless pause holds it */
	const struct reason	*more;		/* of the same point */
};

#endif
