/*
 * division.h -- codes of GB/T 2260 and the statistical codes below it (区划).
 *
 * Groups of 2, 2, 2, 3 and 3 digits, then the group's own.  A code is kept
 * without the zero groups at its end; its length then names its level, and
 * what is below it begins with it (below a group nothing is).
 */
#ifndef BASE_DIVISION_H
#define BASE_DIVISION_H

#include <stdbool.h>
#include <stddef.h>

enum level {
	LEVEL_NONE, LEVEL_REGION, LEVEL_CITY, LEVEL_COUNTY, LEVEL_TOWNSHIP,
	LEVEL_VILLAGE, LEVEL_GROUP
};

enum { DIVISION_MAX = 24 };	/* digits of a code, at the most */

/*
 * Is this text of `len` bytes, not ended by a zero, a code: digits, as many as
 * a level has?  Zero groups at its end are no fault here.
 */
bool		 division_is(const char *text, size_t len);

/*
 * The code without zero groups, into out; false where it has other characters
 * than digits or a length that no level has.
 */
bool		 division_parse(const char *text,
		    char out[static DIVISION_MAX + 1]);

/* By length; the code must have been through division_parse. */
enum level	 division_level(const char *code);

/* Digits of a code at that level: 2, 4, 6, 9, 12; 0 for a group. */
size_t		 division_digits(enum level);

/*
 * The division of that level at or above `code`, into out; false where code
 * itself is above that level, or is longer than any code.
 */
bool		 division_above(const char *code, enum level,
		    char out[static DIVISION_MAX + 1]);

/*
 * The county of a case at `code`, into out: its first six digits.  The cases of
 * a city itself, and of a region itself, count as a county each.
 */
enum { COUNTY_MAX = 6 };

void		 division_county(const char *code,
		    char out[static COUNTY_MAX + 1]);

/*
 * Is `code` at or below `top`?  Everything is below "", and nothing below a
 * group: a longer code is another group, since theirs have no fixed length.
 */
bool		 division_within(const char *code, const char *top);

/*
 * The codes that concern `top`, as ranges low <= code < high by bytes: each
 * division above it by itself, from the region on, then all from it downwards
 * ("": all).  Returns how many; the last is that of `top`.
 */
enum { DIVISION_RANGES = LEVEL_GROUP };

struct division_range {
	char	low[DIVISION_MAX + 1], high[DIVISION_MAX + 2];
};

size_t		 division_ranges(const char *top,
		    struct division_range out[static DIVISION_RANGES]);

#endif
