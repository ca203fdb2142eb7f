/*
 * privacy.h -- personal numbers in a text that was posted (个人信息).
 *
 * Whole identity-card (18 characters, a day of birth of 1900 to 2099, right
 * check digit, GB 11643), bank-card (16 to 19 digits, the first 3 to 6, Luhn)
 * and mobile numbers (11 digits, 13 to 19; 86 before it or not), full or half
 * width: digits in a row that are no part of a longer row, or their usual
 * groups (3-4-4; 6-8-4; 4-4-4-4 and a rest of one to three) with one blank or
 * hyphen between them.  Characters that take no room (text_is_harmful) part
 * no digits.
 */
#ifndef CASE_PRIVACY_H
#define CASE_PRIVACY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

bool	 privacy_shows(const char *text);

/*
 * The text with a * for each sign of such a number but its first three and
 * last four, in the arena; a text that shows none as it is.  What comes out
 * shows none.
 */
const char	*privacy_mask(struct arena *, const char *text);

/* Visits each of them once as it is written, blanks and hyphens within too. */
typedef void	 privacy_number_fn(void *ctx, const char *from, size_t len);
void		 privacy_each(const char *text, privacy_number_fn *,
		    void *ctx);

/*
 * Paper cannot be put right, so it is asked for more: also for a number whose
 * every digit stands alone, with one blank or hyphen after it, and no other
 * digit beside them that is parted likewise.
 */
void		 privacy_each_printed(const char *text, privacy_number_fn *,
		    void *ctx);

/* One round of masks of those, but where `spares` says true. */
typedef bool	 privacy_spares_fn(const void *ctx, const char *from,
		    size_t len);
const char	*privacy_mask_printed(struct arena *, const char *text,
		    privacy_spares_fn *spares, const void *ctx);

/* Do two texts differ in blanks, hyphens and full width at the most? */
bool		 privacy_alike(const char *a, const char *b);

#endif
