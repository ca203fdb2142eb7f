/*
 * timeline_draw.h -- the strokes of timelines; inside report/ only.
 *
 * Places across are those of an axis, written as percent; heights are pixels.
 */
#ifndef REPORT_TIMELINE_DRAW_H
#define REPORT_TIMELINE_DRAW_H

#include "report/timeline.h"

struct drawing {
	FILE			*f;
	struct arena		*a;
	const struct page_look	*look;
	const struct page_case	*c;
	const char		*id;		/* begins ids */
	bool			 open;		/* today is marked */
	struct axis		 x;
};

struct lane {
	int	y, height;
};

/* Days from `from` through `to`; NONE at the right: to the end of the axis. */
void		 draw_days(const struct drawing *, const char *cls, struct day
		    from, struct day to, struct lane);

/* A line across the lane where a day ends; behind the last day of a period. */
void		 draw_end(const struct drawing *, const char *cls, struct day,
		    struct lane);

/* One of the marks of page_marks, in the middle of the day. */
void		 draw_mark(const struct drawing *, const char *mark, struct day,
		    int y);

/* What lies behind all rows, once, to be used by its id; and the axis. */
void		 draw_ground(const struct drawing *);
void		 draw_axis(const struct drawing *);

/* <svg> of a row, `title` its name; until draw_row_end. */
void		 draw_row(const struct drawing *, int height,
		    const char *title);
void		 draw_row_end(const struct drawing *);

#endif
