/*
 * almanac.h -- a year's calendar of days off, made from the official notice.
 *
 * Notices are laid over what is there, in the order of their days; feeds and
 * JSON are held against them, or laid where no notice came.  Nothing is
 * written before all holds and almanac_write is called.
 */
#ifndef JOB_ALMANAC_H
#define JOB_ALMANAC_H

#include "input/ics_days.h"

/* One year's file as it is to be. */
struct book {
	struct ics_days	 now, was;
	bool		 there;			/* a file was */
	bool		 said[ICS_YEAR];	/* by what is added */
	struct place	 place[ICS_YEAR];	/* where */
	struct book	*next;			/* by year */
};

struct almanac {
	struct arena	*arena;
	struct diags	*diags;
	const char	*target;	/* the folder to be written */
	const char	*shipped;	/* holds what is not there; or NULL */
	const char	*division;	/* "": the country's */
	const char	*basis;		/* where a text names none; or NULL */
	struct book	*books;		/* of the division, by year */
	struct book	*country;	/* only looked at */
};

/* Reads files and lays them.  False: an error was added. */
bool	 almanac_add(struct almanac *, char *const *paths, int n);

/* Leaves [from, to] of one year open at the division. */
bool	 almanac_unsettle(struct almanac *, struct day from, struct day to);

/* Does a file differ from what is there? */
bool	 almanac_changes(const struct almanac *);
bool	 book_changes(const struct book *);

/* What a book says of a day now or before; NULL: nothing. */
const struct holiday	*book_says(const struct ics_days *, size_t day);

/* "cn/45/2027.ics", in the arena. */
const char	*book_name(struct arena *, const struct book *);

/* Each file beside its place and renamed.  False: an error was added. */
bool	 almanac_write(struct almanac *);

#endif
