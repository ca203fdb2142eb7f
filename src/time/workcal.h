/*
 * workcal.h -- which days are worked, off or not settled (工作日历).
 *
 * Covers a run of days; every day outside it is not settled.  A step along
 * the working days is a look-up in a prefix count, whatever its length.  A
 * step that would have to ask a day that is not settled has no answer; its
 * *brink* is the first such day in time.
 */
#ifndef TIME_WORKCAL_H
#define TIME_WORKCAL_H

#include <stddef.h>

#include "time/day.h"

enum day_kind { DAY_OFF, DAY_WORKED, DAY_UNSETTLED };

struct workcal {
	struct day	 first;
	int32_t		 n;		/* days covered */
	const uint8_t	*kind;		/* enum day_kind, by day */
	const int32_t	*count;		/* working days before day i; n + 1 */
	const int32_t	*nth;		/* offset of the k-th working day */
	const int32_t	*open;		/* unsettled days before i; n + 1 */
	const int32_t	*next_open;	/* first unsettled from i on; n + 1 */
};

/* Words of int32_t that workcal_build wants as memory. */
size_t		 workcal_words(int32_t n);

/* `kind` and `memory` must live as long as the result is used. */
struct workcal	 workcal_build(struct day first, int32_t n,
		    const uint8_t *kind, int32_t *memory);

enum day_kind	 workcal_kind(const struct workcal *, struct day);

/* The n-th working day after d (n >= 1; d itself is not asked). */
struct day	 workcal_after(const struct workcal *, struct day d, int32_t n,
		    struct day *brink);

/* The n-th working day before d (n >= 1; d itself is not asked). */
struct day	 workcal_before(const struct workcal *, struct day d,
		    int32_t n, struct day *brink);

#endif
