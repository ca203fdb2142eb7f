/*
 * festival.h -- the days of the year that the moon and the sun give.
 *
 * A table, not a theory: computed once by a program of the old calendar, and
 * held against the days that the State Council's notices gave from 2014 on.
 */
#ifndef TIME_FESTIVAL_H
#define TIME_FESTIVAL_H

#include "time/day.h"

enum festival {
	FESTIVAL_NEW_YEAR,		/* 正月初一 */
	FESTIVAL_BRIGHT,		/* 清明 */
	FESTIVAL_BOAT,			/* 五月初五 */
	FESTIVAL_MOON			/* 八月十五 */
};

/* DAY_NONE outside the years 2008 to 2099. */
struct day	 festival_day(int year, enum festival);

#endif
