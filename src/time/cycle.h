/*
 * cycle.h -- what comes round: months, quarters, half-years, years.
 *
 * An interval is one of them: July 2026 is the 7th month of its year, 2026Q3
 * the 3rd quarter.  Its days are those of the calendar, both ends included.
 */
#ifndef TIME_CYCLE_H
#define TIME_CYCLE_H

#include <stdbool.h>

#include "time/day.h"

enum cycle {
	CYCLE_NONE, CYCLE_MONTH, CYCLE_QUARTER, CYCLE_HALF_YEAR, CYCLE_YEAR
};

/* The day of an interval on which an event happens by itself. */
enum cycle_edge { CYCLE_NO_EDGE, CYCLE_FIRST, CYCLE_LAST };

struct interval {
	enum cycle	cycle;		/* NONE: none */
	int		year;
	int		k;		/* from 1 in its year */
};

enum { INTERVAL_TEXT = 16 };	/* room for interval_print, its end counted */

/* How many of it a year has. */
int		 cycle_count(enum cycle);

/* The interval that a day lies in, and the next one. */
struct interval	 interval_of(enum cycle, struct day);
struct interval	 interval_next(struct interval);

struct day	 interval_first(struct interval);
struct day	 interval_last(struct interval);

/* 2026M07, 2026Q3, 2026H2, 2026; inverses. */
void		 interval_print(struct interval, char text[INTERVAL_TEXT]);
bool		 interval_parse(const char *text, struct interval *);

#endif
