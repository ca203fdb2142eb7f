/*
 * sum.h -- one sum of days, counted out day by day as on paper.
 *
 * time/period answers in constant time; this walks along the calendar one
 * day after the other and keeps what it met, so that a reader can recount.
 * That both come out the same is what the tests hold it to.
 */
#ifndef CASE_SUM_H
#define CASE_SUM_H

#include "base/arena.h"
#include "input/holidays.h"
#include "time/reckoning.h"

enum tick_kind {
	TICK_ACT,	/* the day of the act, not counted */
	TICK_COUNTED,	/* the number-th day */
	TICK_PASSED,	/* a day off: passed over */
	TICK_MONTHS,	/* months: the same day so many months on */
	TICK_LANDED,	/* the working day that a last day off moves on to */
	TICK_OPEN,	/* not settled: nobody can count past it */
	TICK_PAUSED,	/* it does not count: passed over */
	TICK_HELD,	/* from here on nothing counts: no last day yet */
	TICK_DATED,	/* the date that is asked for */
	TICK_MOVED,	/* where the last day comes by the days paused */
	TICK_UNSURE	/* nobody knows whether it is paused, nor can count
			   past it */
};

struct tick {
	struct day		 day;
	enum tick_kind		 as;
	int32_t			 number;	/* of COUNTED, else 0 */
	enum day_kind		 kind;
	const struct holiday	*holiday;	/* what a calendar says, or
						   NULL */
};

struct sum {
	struct period		 period;	/* n 0: up to a date */
	int			 month, date;	/* of it, as an amount's */
	const struct pauses	*pauses;	/* that it met; or NULL */
	bool			 held;		/* no last day yet */
	const struct sum	*more;		/* an extension's; or NULL */
	const char		*division;	/* whose days off */
	struct day		 act;		/* what it starts from */
	struct day		 last;		/* NONE: unknown */
	struct day		 brink;		/* of an unknown one */
	struct day		 corresponding;	/* months: same day of the
						   month, clamped */
	bool			 clamped;	/* that month has no such day */
	bool			 rolled;	/* the last day was off */
	struct day		 limit;		/* counted back from, or NONE */
	struct day		 beyond;	/* back: where an act a day
						   later would end */
	const struct tick	*ticks;		/* in order of days; MONTHS and
						   DATED stand behind the run
						   of paused days about them */
	size_t			 n;
};

/* From an act to its last day. */
const struct sum	*sum_from(struct arena *, struct period,
			    struct day act, const struct calendars *,
			    const char *division);

/*
 * The latest act whose last day is on or before `limit`, counted out forward
 * from there.  `act` is NONE where it cannot be known.
 */
const struct sum	*sum_until(struct arena *, struct period,
			    struct day limit, const struct calendars *,
			    const char *division);

/* A deadline's, with its pauses and its extension (`more`). */
const struct sum	*sum_reckoned(struct arena *, struct amount,
			    struct day act, const struct reckoning *,
			    const struct calendars *, const char *division);

/* Did a notice make this Saturday, Sunday or holiday a working day (调休)? */
bool			 tick_made_up(const struct tick *);

#endif
