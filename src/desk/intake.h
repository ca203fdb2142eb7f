/*
 * intake.h -- typed rows to facts, against the rules and the places.
 *
 * Every import, whatever it came from, passes here.  Reading a row has two
 * parts: what the row says by itself, and what it means for a case (a batch
 * means many).  What is known already is asked through `struct world`.
 */
#ifndef DESK_INTAKE_H
#define DESK_INTAKE_H

#include "case/matter.h"
#include "desk/cells.h"
#include "rule/pack.h"

/* Called for each division that is asked for; false stops. */
typedef bool	 intake_division_fn(void *ctx, const char *code,
		    const char *name);

struct world {
	const struct rulebook	*book;
	const char		*home;	/* a case must be at or below; "" any */
	const char		*county;	/* where a row says none; "" */
	const char		*within;	/* names of divisions are first
						   looked for below; or NULL */
	void			*ctx;

	/* What a number names, good until another is asked; county "": in
	   any. */
	void (*find)(void *ctx, const char *county, const char *id,
	    struct named *);
	/* The name of a division, in the arena, or "". */
	const char *(*name)(void *ctx, struct arena *, const char *code);
	/* Divisions strictly below top ("" all), named so (NULL all). */
	void (*each)(void *ctx, const char *top, const char *name,
	    intake_division_fn *, void *arg);
};

/* Its strings live as long as the cells, the arena and the case it is of. */
struct fact {
	enum sheet		 sheet;
	bool			 voided;
	unsigned		 has;		/* HAS_... of case/matter.h */
	const char		*batch;		/* "": of one case */
	const char		*id;		/* the case number */
	const char		*county;	/* its code, "": not said */
	bool			 named;		/* of an event, posting or
						   objection: case and county
						   could be read */

	const char		*procedure;	/* of a duty, at `code`, */
	struct day		 from, until;	/* ... for periods so, */
	struct day		 opened;	/* ... which were dealt with */

	const char		*code, *name;	/* a division */
	const char		*contact, *phone;	/* ... who is called */
	struct matter		 matter;	/* a case */
	const char		*first;		/* its first number, or "" */
	bool			 fewer;		/* a place it had is left out */

	/* days and words by intake_row, points and divisions by intake_mean */
	struct event		 event;
	bool			 repeats;
	struct posting		 posting;
	struct objection	 objection;
};

struct intake;

struct intake	*intake_new(struct arena *, const struct world *);
void		 intake_free(struct intake *);

/* Faults so far that cases or divisions taken in since would mend. */
long long	 intake_lacking(const struct intake *);

/*
 * What the row says by itself; of a case and a division all there is to it.
 * False: errors were added.
 */
bool		 intake_row(struct intake *, struct arena *,
		    const struct cells *, struct fact *, struct diags *);

/* The case that a fact names, as `find` has it, or NULL and an error. */
struct matter	*intake_case(struct intake *, struct arena *,
		    const struct cells *, const struct fact *,
		    struct diags *);

/* What the row means for that case; false: errors were added. */
bool		 intake_mean(struct intake *, struct arena *,
		    const struct cells *, const struct matter *,
		    struct fact *, struct diags *);

/*
 * May the case `old` (whole) be `to`, whose number and division are given?
 * Its places are set: as they were, or, of one that named none and had others,
 * those known there.  Rows at its own division go with it; where another would
 * have no slot, that row is an error.
 */
bool		 intake_moves(struct intake *, struct arena *,
		    const struct matter *old, struct matter *to,
		    struct diags *);

/* Has the case a slot of that step there, in any version of its procedure? */
bool		 intake_has_slot(struct intake *, const struct matter *,
		    const char *step, const char *division);

#endif
