/*
 * pages_case.h -- one case told on the pages that it concerns.  Inside job/
 * only, for job/pages.
 */
#ifndef JOB_PAGES_CASE_H
#define JOB_PAGES_CASE_H

#include "job/pages_said.h"
#include "job/scan.h"
#include "report/page_case.h"
#include "report/page_index.h"

enum { NEWS = 10 };	/* on the index */

/* What the cases of a run add up to, and what they are told with. */
struct cases {
	const struct pages	*job;
	const struct page_run	*run;
	struct page_look	 look;
	struct scan		 scan;
	struct land		 land;
	struct arena		*arena;		/* of the case */
	struct leaves		*leaves;
	struct pages_folder	*folder;
	struct waiver		*waivers;	/* by key */
	size_t			 nwaivers;
	struct day		 week[WEEK_DAYS];	/* of the index */
	struct page_index	 sum;
	struct page_new		 news[NEWS];	/* the worst first */
	size_t			 nnews;
	struct arena		*kept;		/* of the run */
	struct diags		*d;
};

/* A point's account, as pages show it. */
void	 cases_account(FILE *, const struct page_look *,
	    const struct page_case *, int slot, int event);

/* The code of the page on which a division is told. */
void	 cases_page(const char *division, char out[static DIVISION_MAX + 1]);

/* What another process said of a case; its bytes are read from there. */
bool	 cases_hear(struct cases *, const struct said *, FILE *bytes);

/* Adds it to the pages and the sums; for store_each_case. */
bool	 cases_add(void *ctx, const struct matter *);

#endif
