/*
 * dates.h -- a day as people write it in a cell or behind an option.
 */
#ifndef RULE_DATES_H
#define RULE_DATES_H

#include "time/day.h"

/*
 * Reads a text in one of the forms of the interface, 1990 to 2100.  NULL: it
 * is a day, in *out; else what is wrong, a format with one %s for the text.
 */
const char	*day_complaint(const char *text, struct day *out);

#endif
