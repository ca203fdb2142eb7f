/*
 * json.h -- strings of JSON (RFC 8259); findings and states in it.
 */
#ifndef WORDS_JSON_H
#define WORDS_JSON_H

#include <stdio.h>

#include "case/kept.h"
#include "words/layout.h"

/*
 * A string in quotes, or null.  What is no UTF-8 becomes U+FFFD, and what
 * could work on a terminal is escaped.
 */
void		 json_string(FILE *, const char *);

/* "2020-09-16", or null for DAY_NONE. */
void		 json_day(FILE *, struct day);

/* The same behind a name: `, "due": `. */
void		 json_member(FILE *, const char *name, const char *);
void		 json_member_day(FILE *, const char *name, struct day);

/*
 * A finding as an object on one line, without a blank before or behind it;
 * with the day it was first seen behind the key where asked.
 */
void		 json_finding(FILE *, struct arena *, const struct catalogue *,
		    const struct kept *, bool first);

/* Those that occur, by name: {"done": 12, "ready": 5}. */
void		 json_states(FILE *, const long long states[static STATES]);

#endif
