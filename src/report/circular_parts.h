/*
 * circular_parts.h -- what the words and the tables of a circular share;
 * inside report/ only.
 */
#ifndef REPORT_CIRCULAR_PARTS_H
#define REPORT_CIRCULAR_PARTS_H

#include "report/circular.h"
#include "report/drafting.h"

struct unit_name {
	const char	*code, *name;
};

/* A circular on its way into tables. */
struct draft_of {
	struct arena		*a;
	const struct circular	*c;
	const struct unit_name	*names;		/* of its units, by code */
	bool			 wide;		/* of several counties */
	struct drafting		 parts;
};

/*
 * Names, harmless; of a unit without one its code, and with its code where
 * two have one name.
 */
const char	*circular_unit_name(const struct draft_of *,
		    const char *code);
const char	*circular_procedure(const struct draft_of *, const char *id);
const char	*circular_kind(int kind);

/* The figures of one; of what there is none, of nothing. */
const struct tally *circular_tally(const struct circular *, const char *unit,
		    const char *procedure, int kind);

/* Tables behind the words of each part, and the annexes. */
void		 circular_overall(struct draft_of *);
void		 circular_procedures(struct draft_of *);
void		 circular_sums(struct draft_of *);
void		 circular_exempt(struct draft_of *);
void		 circular_ranks(struct draft_of *);
void		 circular_found(struct draft_of *);
void		 circular_kinds(struct draft_of *);
void		 circular_gone(struct draft_of *);
void		 circular_demands(struct draft_of *);
void		 circular_annexes(struct draft_of *);

#endif
