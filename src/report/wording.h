/*
 * wording.h -- the words of a notice, filled in.
 *
 * Each line of them is a paragraph.  A first line without 。，：；！？ and the
 * like is the heading, where others follow.  A line that has nothing but
 * {office} or {today} is left out: who signs, and when, stands below all.
 *
 * A sentence that asks for what has no value is left out whole, and with its
 * last sentence the paragraph; so nothing ever has a hole.
 */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "report/paper.h"

/* In the order of notice_blanks (rule/pack.h). */
enum blank {
	BLANK_TITLE, BLANK_CASE, BLANK_STEP, BLANK_PLACE, BLANK_FROM,
	BLANK_THROUGH, BLANK_DAYS, BLANK_HANDLER, BLANK_HOTLINE, BLANK_OFFICE,
	BLANK_TODAY, BLANK_LIST,
	BLANKS
};

struct wording {
	const char	*value[BLANKS];	/* NULL: it has none; of LIST "" */
};

struct worded {
	const char		*heading;	/* NULL: the words have none */
	struct paragraph	*list;
	size_t			 n;
};

void	 wording_fill(struct arena *, const char *words,
	    const struct wording *, struct worded *);

#endif
