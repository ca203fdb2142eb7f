/*
 * span.h -- the first day and the last in one cell: 2020.9.1-2020.9.7.
 *
 * Ledgers have one column for both (公示时间, 公示起止日期).  The last day may
 * leave out what it shares with the first (2020年9月1日至7日), may be open
 * (2020-09-01至今), and may be followed by how many days it makes (共7天),
 * which must then be so.  Interface: "Data in".
 */
#ifndef DESK_SPAN_H
#define DESK_SPAN_H

#include "time/day.h"

/*
 * NULL: the cell says both, *to is DAY_NONE while it still stands.  "": it
 * does not; else what is wrong with it, a format with one %s for the text.
 */
const char	*span_fault(const char *cell, struct day *from,
		    struct day *to);

#endif
