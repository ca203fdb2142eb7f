/*
 * owner.h -- whose row it is: the case that its number names, and its county.
 */
#ifndef DESK_OWNER_H
#define DESK_OWNER_H

#include "desk/desk.h"

/* The county that the row says, else that of the command, else "". */
bool		 read_county(struct desk *, struct fact *);

/* A number that cases of two counties have: an error. */
void		 complain_counties(struct desk *, const struct matter *one,
		    const struct matter *other);

/* A number that another case of its county looks like: an error. */
void		 complain_twin(struct desk *, const char *id,
		    const struct matter *twin);

/* The case that a row of another sheet is of, or NULL and an error. */
struct matter	*find_owner(struct desk *, const struct fact *);

#endif
