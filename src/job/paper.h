/*
 * paper.h -- what is put up for one slot, and what says that it stood.
 *
 * Facts are found as by explain.  Nothing is reckoned here: days are the
 * plan's.  SURFACES, "Notices and certificates".
 */
#ifndef JOB_PAPER_H
#define JOB_PAPER_H

#include "job/scan.h"

struct paper_order {
	struct scan	 scan;		/* store, rules, days off, today */
	const struct names	*names;
	const char	*id;		/* of the case, as it was typed */
	const char	*step;		/* by id or title */
	const char	*division;	/* "": the step's only one */
	const char	*list;		/* of a notice, the table; or NULL */
	bool		 mask;
	const char	*out;		/* .html or .txt */
};

enum paper_came {
	PAPER_WRITTEN,
	PAPER_REFUSED,		/* an error was added */
	PAPER_PRIVATE		/* it would show a person's number: errors say
				   where */
};

enum paper_came	 paper_notice(struct arena *, const struct paper_order *,
		    struct diags *);

/* Of a slot that stood its period; of any other it is refused, with why. */
enum paper_came	 paper_certificate(struct arena *,
		    const struct paper_order *, struct diags *);

/* Does the path end in .html or .txt?  False: an error was added. */
bool		 paper_kind(const char *path, bool *html, struct diags *);

#endif
