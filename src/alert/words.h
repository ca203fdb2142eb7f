/*
 * words.h -- what an alert says.
 */
#ifndef ALERT_WORDS_H
#define ALERT_WORDS_H

#include "alert/due.h"

/* Plain text, not escaped. */
struct words {
	const char	*title;		/* one line: what, till when */
	const char	*body;		/* short lines: where, what, when */
	const char	*text;		/* in full, for who opens it */
};

struct words	 words_of(struct arena *, const struct alert *,
		    struct moment now);

/* Title and body in one line, without tabs. */
const char	*words_line(struct arena *, const struct words *);

#endif
