/*
 * elements.h -- what in a procedure can raise a finding, one by one: what its
 * tests must show.
 *
 * A bound is two elements where it is both a first day and a deadline.  What
 * the program raises of itself, whatever the rules say (privacy, double,
 * tight, unknown, conflict, unrecorded, uncovered), is none.
 * gongshi-rules(5), "Coverage".
 */
#ifndef RULE_ELEMENTS_H
#define RULE_ELEMENTS_H

#include "rule/pack.h"

enum element_kind {
	ELEMENT_FIRST,		/* a bound: not before; early, order */
	ELEMENT_LAST,		/* a bound: a deadline; late, missing */
	ELEMENT_GATE,		/* a point of a gate; gate */
	ELEMENT_MISSING,	/* a step that what follows waits for */
	ELEMENT_PART,		/* a part of its period; short */
	ELEMENT_DOWN,		/* overstay */
	ELEMENT_ANY,		/* media, of which one is enough; medium */
	ELEMENT_ALL,		/* a medium that is asked for; medium */
	ELEMENT_TIMES,		/* a medium, so many times; medium */
	ELEMENT_CONTENT,	/* an item; content */
	ELEMENT_EVIDENCE,	/* content */
	ELEMENT_REVIEW,
	ELEMENT_OBJECTION,	/* what follows waits for objections */
	ELEMENT_HANDLER,
	ELEMENT_RAISED,		/* one raised too late holds up nothing */
	ELEMENT_WITHIN,		/* its own time limit; objection */
	ELEMENT_STOPS,		/* upheld */
	ELEMENT_AGAIN,		/* owed again; missing, late, short */
	ELEMENT_AGAIN_PART,	/* a part of its period then; short */
	ELEMENT_AGAIN_OPENS,	/* late, missing */
	ELEMENT_KINDS
};

/*
 * By what a step that was not posted is past the latest day that what follows
 * leaves it: the first of.
 */
enum owed {
	OWED_BY_FOLLOWERS_DEADLINE,	/* of what waits for it, whether that
					   has come or not */
	OWED_BEFORE_FOLLOWER,		/* what waits came; it had to be over,
					   or there for some days */
	OWED_WITH_FOLLOWER		/* ... or was still free that day */
};

struct element {
	enum element_kind		 kind;
	int				 point;	/* whose it is */
	const struct bound		*bound;
	const struct period_part	*part;
	const struct item_rule		*item;
	enum owed			 owed;	/* of MISSING */
	bool				 never;	/* no case can raise it */
};

/* In the order of the procedure, steps first, as findings; *n of them. */
const struct element *procedure_elements(struct arena *,
		    const struct procedure *, int *n);

/* Can a neighbour a day apart show it?  Else a word of the case is changed. */
bool		 element_has_day(enum element_kind);

#endif
