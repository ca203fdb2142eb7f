/*
 * codes.h -- all words that a finding code has, a row each.
 *
 * Names and severities stand below, in rule/code: rules and cases know codes
 * by them and know no word.  Who adds a code adds a row to both.
 */
#ifndef WORDS_CODES_H
#define WORDS_CODES_H

#include "case/told.h"
#include "rule/code.h"

struct saying;

struct code_words {		/* texts are msgids */
	enum code	 code;			/* its place in the table */
	const char	*title;
	const char	*done;			/* of an event; NULL: alike */
	struct told	(*tell)(const struct saying *);
	struct told	(*mend)(const struct saying *);
	const char	*remedy;		/* where there is no `mend` */
	/* for `explain CODE` */
	const char	*meaning;
	const char	*why;
	const char	*mending;
	const char	*raised;	/* an example that raises it */
	const char	*spared;	/* one day apart: it does not */
};

const struct code_words	*code_words(enum code);

/* By its name, or its title in the language set up; false: it is none. */
bool			 code_named(const char *, enum code *);

#endif
