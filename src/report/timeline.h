/*
 * timeline.h -- a case's days on one axis; inside report/ only.
 *
 * An *axis* lays days out from left to right, each as wide as the next, but for
 * *folds*: long stretches on which nothing happens are drawn as a short one.
 * Places are in 1/10,000 of the width, so that a drawing fits any column.
 */
#ifndef REPORT_TIMELINE_H
#define REPORT_TIMELINE_H

#include "report/page_case.h"

enum {
	AXIS_WIDTH = 10000,
	AXIS_FOLDS = 24,	/* at most; what else is long stays long */
	FOLD_FROM = 80,		/* days without anything that are folded, */
	FOLD_MARGIN = 7,	/* but for so many beside what happens, */
	FOLD_WIDE = 12		/* as wide as so many days */
};

struct fold {
	struct day	from, to;	/* its first and last day */
};

struct axis {
	struct day	from, to;	/* the first and last day shown */
	struct fold	folds[AXIS_FOLDS];
	int		nfolds;
	int32_t		weight;		/* days, a fold counted as FOLD_WIDE */
};

/* An axis on which all these days have their place; n is not 0; sorts them. */
void		 axis_make(struct axis *, struct day *, size_t n);

/* Where a day begins; beyond either end that end. */
int		 axis_at(const struct axis *, struct day);

/* Where it is in the middle. */
int		 axis_middle(const struct axis *, struct day);

bool		 axis_is_folded(const struct axis *, struct day);

/* A day with a line, and perhaps words. */
struct tick_mark {
	struct day	day;
	int		at;
	enum {
		TICK_BARE,		/* no words */
		TICK_WIDE,		/* only where there is room */
		TICK_ALWAYS
	}		words;
	bool		year;		/* the first that shows of its year */
};

enum { AXIS_TICKS = 64 };

/* By day; *months: they are first days of months, and of nothing less. */
int		 axis_ticks(const struct axis *,
		    struct tick_mark[static AXIS_TICKS], bool *months);

/* The drawing and its table; `id` begins the ids within. */
void		 timeline_write(FILE *, struct arena *,
		    const struct page_look *, const struct page_case *,
		    const char *id);

/* timeline_table.c: the same facts as a table, folded. */
void		 timeline_table(FILE *, struct arena *,
		    const struct page_look *, const struct page_case *);

/* Has it a row: it applies, or something was posted for it? */
static inline bool
is_shown(const struct slot *s)
{
	return s->applies || s->nall > 0;
}

#endif
