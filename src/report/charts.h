/*
 * charts.h -- small drawings of figures, each with its figures as words.
 *
 * Inline SVG that fits its column; page_style has their colours.
 */
#ifndef REPORT_CHARTS_H
#define REPORT_CHARTS_H

#include <stdio.h>

#include "base/arena.h"
#include "rule/code.h"
#include "time/day.h"

/* What stood open at the end of a night. */
struct chart_night {
	struct day	 day;
	long long	 open[SEVERITIES];	/* waived ones left out */
};

/*
 * The nights, by day, the earliest first: a <figure> of a small chart for each
 * severity with its last number, and a folded table of all.  `name` begins ids
 * in it.  Nothing where n is 0; days without a night are gaps.
 */
void		 chart_nights(FILE *, struct arena *,
		    const struct chart_night *, size_t n, const char *name);

/* A bar and "96.4%", for a cell; "–" where whole is 0. */
void		 chart_share(FILE *, long long part, long long whole);

#endif
