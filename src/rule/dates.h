/*
 * dates.h -- a day as people write it in a cell, behind an option or in a rule
 * file.
 */
#ifndef RULE_DATES_H
#define RULE_DATES_H

#include "time/day.h"

/*
 * Reads a text in one of the forms of the interface, 1990 to 2100.  NULL: it
 * is a day, in *out; else what is wrong, a format with one %s for the text.
 */
const char	*day_complaint(const char *text, struct day *out);

/*
 * A day in those forms, of any year from 1000 on, or a month, or a year: its
 * first day and its last, and how it is printed (2020-01-31, 2020-01, 2020).
 */
bool		 days_written(const char *, char text[static DAY_TEXT],
		    struct day *first, struct day *last);

#endif
