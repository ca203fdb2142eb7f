/*
 * matter.h -- what is recorded of one case (办件).
 *
 * Ids are those of the rule files; divisions are codes without the zero
 * groups at their end.  Strings are never NULL: "" is empty.  Everything is
 * read-only once built and belongs to the arena it was built in.
 */
#ifndef CASE_MATTER_H
#define CASE_MATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "time/day.h"

enum {
	MATTER_ID = 64,			/* bytes of a case number */
	MATTER_ROWS = 1000000		/* rows of one case and kind at most */
};

/*
 * Which optional columns the sheet had: an absent column leaves what is
 * there, an empty cell empties it.
 */
enum {
	HAS_TITLE = 1 << 0, HAS_PLACES = 1 << 1, HAS_BATCH = 1 << 2,
	HAS_UNTIL = 1 << 3, HAS_REVIEWED = 1 << 4, HAS_CONTENT = 1 << 5,
	HAS_BY = 1 << 6, HAS_EVIDENCE = 1 << 7, HAS_RESOLVED = 1 << 8,
	HAS_OUTCOME = 1 << 9, HAS_HANDLER = 1 << 10,	/* 1 << 11 is free */
	HAS_CONTACT = 1 << 12, HAS_PHONE = 1 << 13,	/* of a division */
	HAS_TRAITS = 1 << 14, HAS_AMOUNTS = 1 << 15,	/* of a case */
	HAS_ALL = (HAS_AMOUNTS << 1) - 1	/* all bits that there are */
};

struct event {
	const char	*event;
	struct day	 day;
};

struct posting {
	const char	*step;
	const char	*division;
	struct day	 posted;
	struct day	 until;		/* last day it stood; NONE: it stands */
	const char	*medium;
	const char	*place;
	const char	*content;
	const char	*by;
	const char	*evidence;
	struct day	 reviewed;
	bool		 has_content;	/* the sheet had the column */
	bool		 has_reviewed;
	bool		 has_evidence;
};

struct objection {
	const char	*step;
	const char	*division;	/* "": none was named; it has the key
					   of one at the case's division */
	const char	*number;
	struct day	 received;
	struct day	 resolved;	/* NONE: not resolved */
	const char	*outcome;
	const char	*handler;
};

/*
 * Of a case that named its places, a code with this before it is none of
 * them: it was known below one of them when the case was taken in.
 */
#define PLACE_KNOWN	'+'

struct matter {
	const char		*id;
	const char		*procedure;
	const char		*division;
	const char		*title;
	const char		*batch;
	const char		**traits;	/* ids, sorted by bytes */
	size_t			 ntraits;
	const char		*amounts;	/* "NAME=NUMBER", `;` between,
						   sorted; case/amount.h */
	bool			 named;	/* the row named its places */
	const char		**places;	/* sorted by bytes; where it
						   named none, those known */
	size_t			 nplaces;
	const struct event	*events;	/* by event, day */
	size_t			 nevents;
	const struct posting	*postings;	/* by step, division, posted, */
	size_t			 npostings;	/* medium, place */
	const struct objection	*objections;	/* by step, division (or
						   the case's), received, */
	size_t			 nobjections;	/* number */
	bool			 periodic;	/* its number names a period, */
	struct day		 begins;	/* which begins then */
};

/*
 * The number of a case of `division` as keys and UIDs name it at the division
 * `at`: where that lies above the case's county, whose numbers are unique in
 * it alone, the county's code and ':' come before it.  In the arena, or id.
 */
const char	*matter_named(struct arena *, const char *division,
		    const char *id, const char *at);

/*
 * The first number of a case that was renamed is kept as COUNTY:NUMBER; its
 * number, and in *county its county, in the arena.
 */
const char	*matter_first(struct arena *, const char *first,
		    const char **county);

/* What a number names: headers of cases, without facts. */
struct named {
	struct matter	*one;		/* letter for letter; NULL: none */
	struct matter	*other;		/* another county has it too */
	struct matter	*twin;		/* one whose number looks the same */
};

#endif
