/*
 * page_case.h -- what one case looks like on a page.
 *
 * HTML in the language set up, every text escaped, no script, no style and no
 * handler within an element: page_style has the one style sheet, page_marks
 * the drawings that all timelines and findings of a page use, once, at the
 * start of its body.  Nothing here knows of pages as wholes or of links
 * between them.
 *
 * What is written of a case is the same on two days where nothing but the day
 * is another, unless a slot of it is open (page_case_is_open).
 */
#ifndef REPORT_PAGE_CASE_H
#define REPORT_PAGE_CASE_H

#include "case/judge.h"
#include "case/kept.h"
#include "words/layout.h"

struct page_case;
struct page_look;

/*
 * Writes the account of a point, "why": slot i of the plan, or (slot -1) the
 * event.  By account_html (account/explain.h), which report/ may not call.
 */
typedef void	 page_account_fn(FILE *, const struct page_look *,
		    const struct page_case *, int slot, int event);

struct page_look {
	struct day		 today;
	const struct names	*names;
	const struct calendars	*calendars;
	page_account_fn		*account;	/* NULL: no account */
	int			 level;		/* of headings of cases: 2-4 */
};

/* One of the case's findings, and what nights know of it. */
struct page_finding {
	const struct finding	*is;
	struct day		 first;		/* seen; NONE: not known */
	const struct waiver	*waiver;	/* in force; or NULL */
};

struct page_case {
	const struct matter		*matter;
	const struct plan		*all, *now;	/* with reasons; NULL:
							   no rule */
	const struct verdict		*verdict;
	const struct page_finding	*findings;	/* those to show, in
							   their order */
	size_t				 n;
};

/* The id of the case's section: unique for each number, in the arena. */
const char	*page_case_anchor(struct arena *, const struct matter *);

/* The id of a finding, by its key alone. */
const char	*page_finding_anchor(struct arena *, const char *key);

/*
 * A <section> with that id: heading, state, timeline with its table, then the
 * findings, each with its why.
 */
void		 page_case_write(FILE *, struct arena *,
		    const struct page_look *, const struct page_case *);

/* Is a slot of it open, so that the passing of days shows on its page? */
bool		 page_case_is_open(const struct page_look *,
		    const struct page_case *);

/* The drawings; once a page, before the first case, finding or chart. */
void		 page_marks(FILE *);

/* What the marks of timelines mean, folded; once a page, where one is. */
void		 page_legend(FILE *);

/* "<b>grave</b>" with its shape before it. */
void		 page_severity(FILE *, enum severity);

#endif
