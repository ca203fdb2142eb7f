/*
 * day.h -- a civil day by its serial number.
 *
 * Day 0 is 1970-01-01 of the proleptic Gregorian calendar (民法典 200: years,
 * months and days are those of the common calendar).  A day is a value, and
 * `d + 5` does not compile: whoever moves a day says by what.  DAY_NONE is no
 * day; every function passes it on.
 */
#ifndef TIME_DAY_H
#define TIME_DAY_H

#include <stdbool.h>
#include <stdint.h>

struct day {
	int32_t	n;
};

struct ymd {
	int	year;
	int	month;		/* 1 to 12 */
	int	day;		/* 1 to 31 */
};

enum { DAY_TEXT = 11 };		/* bytes of YYYY-MM-DD and its end */

#define DAY_NONE	((struct day){INT32_MIN})
#define DAY_FIRST	((struct day){-719162})		/* 0001-01-01 */
#define DAY_LAST	((struct day){2932896})		/* 9999-12-31 */

/* DAY_NONE where there is no such date in the years 1 to 9999. */
struct day	 day_make(int year, int month, int day);

/* Exactly YYYY-MM-DD; false where it is not, or is no date. */
bool		 day_parse(const char *, struct day *);

static inline bool
day_is(struct day d)
{
	return d.n != INT32_MIN;
}

/* Before, equal or after: below, at or above 0.  Both must be days. */
static inline int
day_cmp(struct day a, struct day b)
{
	return (a.n > b.n) - (a.n < b.n);
}

/* `days` later (earlier if negative); DAY_NONE past DAY_FIRST or DAY_LAST. */
static inline struct day
day_add(struct day d, int32_t days)
{
	int64_t	n = (int64_t)d.n + days;

	if (!day_is(d) || n < DAY_FIRST.n || n > DAY_LAST.n)
		return DAY_NONE;
	return (struct day){ (int32_t)n };
}

/* The same day of the month `months` on; its last day if it has none (202). */
struct day	 day_add_months(struct day, int32_t months);

/* Calendar days from a to b. */
static inline int32_t
day_diff(struct day a, struct day b)
{
	return b.n - a.n;
}

struct ymd	 day_ymd(struct day);

/* 0 Sunday to 6 Saturday. */
int		 day_weekday(struct day);

/* The earlier or later one; where one is no day, the other. */
static inline struct day
day_min(struct day a, struct day b)
{
	if (!day_is(a))
		return b;
	return day_is(b) && b.n < a.n ? b : a;
}

static inline struct day
day_max(struct day a, struct day b)
{
	return b.n > a.n ? b : a;
}

/* YYYY-MM-DD, or "" for DAY_NONE; returns buf. */
char		*day_print(struct day, char buf[static DAY_TEXT]);

#endif
