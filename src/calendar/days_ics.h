/*
 * days_ics.h -- a year's days off as the file that input/ics_days reads.
 *
 * The same properties as the shipped files have; the UID names the day alone,
 * so that where its kind changes the new entry takes the old one's place.
 */
#ifndef CALENDAR_DAYS_ICS_H
#define CALENDAR_DAYS_ICS_H

#include "input/ics_days.h"

/* The file's text, in the arena. */
const char	*days_ics(struct arena *, const struct ics_days *);

#endif
