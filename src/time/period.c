#include "time/period.h"

/* The first working day on or after d. */
static struct day
rolled(struct day d, const struct workcal *cal, struct day *brink)
{
	if (!day_is(d))
		return d;
	return workcal_after(cal, day_add(d, -1), 1, brink);
}

static struct day
counted(struct period p, struct day act, const struct workcal *cal,
    struct day *brink)
{
	switch (p.unit) {
	case UNIT_DAY:
		return day_add(act, p.n - p.same_day);
	case UNIT_WORKDAY:
		return workcal_after(cal, day_add(act, -p.same_day), p.n,
		    brink);
	case UNIT_MONTH:
		return day_add(day_add_months(act, p.n), -p.same_day);
	}
	return DAY_NONE;
}

struct day
period_last(struct period p, struct day act, const struct workcal *cal,
    struct day *brink)
{
	struct day	last;

	if (brink != NULL)
		*brink = DAY_NONE;
	last = counted(p, act, cal, brink);
	return p.roll && p.unit != UNIT_WORKDAY ? rolled(last, cal, brink) :
	    last;
}

/*
 * The latest day whose day `months` on is on or before `last`: the same day
 * of the month back, and where a short month clamps (28 January to 31
 * January all give 28 February) the last of those that come out the same.
 */
static struct day
months_back(int32_t months, struct day last)
{
	struct day	d = day_add_months(last, -months), next;

	for (next = day_add(d, 1); day_is(next) &&
	    day_is(day_add_months(next, months)) &&
	    day_cmp(day_add_months(next, months), last) <= 0;
	    next = day_add(d, 1))
		d = next;
	return d;
}

/* p's inverse without rolling; last is a day. */
static struct day
act_of(struct period p, struct day last, const struct workcal *cal,
    struct day *brink)
{
	struct day	first;

	switch (p.unit) {
	case UNIT_DAY:
		return day_add(last, -(p.n - p.same_day));
	case UNIT_WORKDAY:
		first = workcal_before(cal, day_add(last, 1), p.n, brink);
		if (!day_is(first) && brink != NULL)
			*brink = day_add(*brink, -!p.same_day);
		return day_add(first, -!p.same_day);
	case UNIT_MONTH:
		return months_back(p.n, day_add(last, p.same_day));
	}
	return DAY_NONE;
}

/*
 * With rolling, acts are tried from the latest down.  From the sum of each (+)
 * days off (.) are passed over up to a working day (w) or one not settled (?):
 *
 *	          last
 *	+....w     |		in time: this is the act
 *	+....?     |		nobody can know: `open` lies by `last`
 *	+..........|..w		too late: one whose sum is earlier must do
 *	+..........|..?		too late, whatever that day is
 *
 * Of what nobody can know the brink is the act for the earliest that it can
 * be: with all days off that are not settled, up to `last`.
 */
struct day
period_act(struct period p, struct day last, const struct workcal *cal,
    struct day *brink)
{
	struct day	act, sum, worked, open, low, limit;

	if (brink != NULL)
		*brink = DAY_NONE;
	if (!day_is(last))
		return DAY_NONE;
	if (!p.roll || p.unit == UNIT_WORKDAY)
		return act_of(p, last, cal, brink);
	for (limit = last;; limit = day_add(sum, -1)) {
		act = act_of(p, limit, cal, NULL);
		sum = counted(p, act, cal, NULL);
		if (!day_is(sum))
			return DAY_NONE;
		worked = rolled(sum, cal, &open);
		if (day_is(worked) && day_cmp(worked, last) <= 0)
			return act;
		if (!day_is(worked) && day_is(open) &&
		    day_cmp(open, last) <= 0)
			break;
	}
	if (brink != NULL && !day_is(workcal_before(cal,
	    day_add(last, 1), 1, &low)))
		*brink = act_of(p, low, cal, NULL);
	return DAY_NONE;
}
