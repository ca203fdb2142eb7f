/*
 * ink.h -- an element of a page put together before it is written; inside
 * report/ only.
 *
 * Timelines are most of what a night writes, and are many small pieces: by
 * stdio's formats, one call for each, they took twice the time of the night
 * without them.
 */
#ifndef REPORT_INK_H
#define REPORT_INK_H

#include <stdio.h>
#include <string.h>

#include "time/day.h"

struct ink {
	FILE	*f;
	size_t	 n;
	char	 text[240];
};

/* Nothing is in it yet. */
static inline void
ink_begin(struct ink *k, FILE *f)
{
	k->f = f;
	k->n = 0;
}

/* It is written, and empty again. */
static inline void
ink_end(struct ink *k)
{
	fwrite(k->text, 1, k->n, k->f);
	k->n = 0;
}

/* As it stands: nothing is escaped.  What has no room is written at once. */
static inline void
ink(struct ink *k, const char *s)
{
	const size_t	n = strlen(s);

	if (n > sizeof(k->text) - k->n)
		ink_end(k);
	if (n > sizeof(k->text)) {
		fwrite(s, 1, n, k->f);
		return;
	}
	memcpy(k->text + k->n, s, n);
	k->n += n;
}

/* In decimal, with zeros before it up to so many digits, at most ten. */
static inline void
ink_number(struct ink *k, int n, int digits)
{
	char		 text[16], *at = text + sizeof(text) - 1;
	unsigned	 left = n < 0 ? 0U - (unsigned)n : (unsigned)n;

	*at = '\0';
	for (; left > 0 || digits > 0; left /= 10, digits--)
		*--at = (char)('0' + left % 10);
	if (n < 0)
		*--at = '-';
	ink(k, at);
}

/* As YYYY-MM-DD within <time>; "–" where there is none. */
static inline void
ink_day(struct ink *k, struct day d)
{
	char	day[DAY_TEXT];

	if (!day_is(d)) {
		ink(k, "\xe2\x80\x93");
		return;
	}
	ink(k, "<time>");
	ink(k, day_print(d, day));
	ink(k, "</time>");
}

#endif
