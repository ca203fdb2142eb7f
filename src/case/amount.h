/*
 * amount.h -- sums of money of a case, exactly.
 *
 * They are written in 万元 with at most four decimals, which is whole yuan:
 * so many are kept, and nothing is ever rounded.
 */
#ifndef CASE_AMOUNT_H
#define CASE_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	AMOUNT_DIGITS = 10,	/* before the point, at the most */
	AMOUNT_DECIMALS = 4,
	AMOUNT_TEXT = 24	/* with the zero, of any sum */
};

/*
 * The yuan of a number as it is kept: ASCII digits, no zero before them but
 * one alone, a point only with decimals, none of which is a zero at the end.
 */
bool		 amount_parse(const char *, size_t len, long long *yuan);

/* So; returns buf. */
const char	*amount_print(long long yuan, char buf[static AMOUNT_TEXT]);

/*
 * The next of "NAME=NUMBER;NAME=NUMBER", *list behind it then; false: there is
 * none, or what stands there is none (*list is not "" then).
 */
struct amount {
	const char	*name;		/* not ended by a zero */
	size_t		 len;
	long long	 yuan;
};

bool		 amount_next(const char **list, struct amount *);

#endif
