/*
 * walk.h -- random calendars, and working days counted one by one.
 */
#ifndef UNIT_WALK_H
#define UNIT_WALK_H

#include "time/workcal.h"

enum { WALK_DAYS = 160 };

struct calendar {
	struct workcal	cal;
	uint8_t		kind[WALK_DAYS];
	int32_t		memory[4 * (WALK_DAYS + 1)];
};

/*
 * A calendar by its number, always the same: long runs off, weeks, some with
 * days not settled, at the edges or in the midst.
 */
void		calendar_random(struct calendar *, unsigned seed);

/* The same one with its unsettled days made `kind`. */
void		calendar_settle(const struct calendar *, enum day_kind kind,
		    struct calendar *out);

/* The n-th working day after d; else NONE, and the first day not settled. */
struct day	walk_after(const struct workcal *, struct day d, int32_t n,
		    struct day *first);

/* The n-th working day before d, else NONE. */
struct day	walk_before(const struct workcal *, struct day d, int32_t n);

#endif
