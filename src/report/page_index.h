/*
 * page_index.h -- the first page of all: what is new, who must be called, what
 * must hang by when.
 */
#ifndef REPORT_PAGE_INDEX_H
#define REPORT_PAGE_INDEX_H

#include "report/charts.h"
#include "report/night.h"
#include "report/page_division.h"

struct page_index {
	long long		 counts[SECTIONS][SEVERITIES];
	long long		 cases, slots, due, fine;
	long long		 states[STATES];
	const struct chart_night *nights;	/* the last of them */
	size_t			 nnights;
	const struct day	*week;		/* WEEK_DAYS */
	const struct page_row	*rows;		/* by code */
	size_t			 nrows;
	const struct page_new	*news;		/* the worst of them */
	size_t			 nnews;
	const struct page_new	*fixed;		/* the same */
	size_t			 nfixed;
	const struct page_row	*const *worst;	/* the worst first */
	size_t			 nworst;
	bool			 delivered;	/* any delivery ever came */
	const char		*const *reports;	/* DAY, latest first */
	size_t			 nreports;
};

void		 page_index_write(FILE *, struct arena *,
		    const struct page_run *, const struct page_index *);

/*
 * Where there are too many divisions for one page: those of one county, the
 * index having a row that adds them up.
 */
void		 page_index_part(FILE *, struct arena *,
		    const struct page_run *, const struct day *week,
		    const struct page_row *, const char *title, size_t nrows);

#endif
