/*
 * happens.h -- what happens by itself: events that the calendar gives.
 *
 * Nobody records them and nothing keeps them: they follow from the number of
 * a case, which names its period, and from the rules.
 */
#ifndef CASE_HAPPENS_H
#define CASE_HAPPENS_H

#include "case/matter.h"
#include "rule/pack.h"

/*
 * The case with the events that the calendar gives it, by the version in force
 * on the first day of its period, which judges it too, be its first event the
 * last day; a row of such an event, which was recorded while the rules had it
 * otherwise, counts for nothing.  The case itself where its number names no
 * period.
 */
const struct matter *happens_add(struct arena *, const struct rulebook *,
		    const struct matter *);

/*
 * The version in force on the first day of the period that the number of a
 * case names, and that period; NULL: it names none, or no version is.
 */
const struct procedure *happens_by(const struct rulebook *,
		    const struct matter *, struct interval *);

#endif
