/*
 * page_finding.h -- the findings of a case on its page; inside report/ only.
 */
#ifndef REPORT_PAGE_FINDING_H
#define REPORT_PAGE_FINDING_H

#include "report/page_case.h"

/*
 * One <article> for each, in their order; those that follow each other and say
 * the same of several places are one, with the places and their keys below.
 */
void		 page_findings_write(FILE *, struct arena *,
		    const struct page_look *, const struct page_case *);

#endif
