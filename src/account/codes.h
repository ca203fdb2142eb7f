/*
 * codes.h -- each finding code: what it means, why it matters, how to mend it.
 *
 * One table; `explain CODE` and the manual come from it.
 */
#ifndef ACCOUNT_CODES_H
#define ACCOUNT_CODES_H

#include "case/judge.h"
#include "words/layout.h"

struct code_text {		/* msgids */
	const char	*meaning;
	const char	*why;
	const char	*mend;
	const char	*raised;	/* an example that raises it */
	const char	*spared;	/* one day apart: it does not */
};

const struct code_text	*code_text(enum code);

/* By its name, or its title in the language set up; false: it is none. */
bool			 code_named(const char *, enum code *);

/*
 * In the layout's format: text, or one object of JSON with the keys code,
 * title, severity, meaning, why, mend, raised, spared.
 */
void			 code_write(struct arena *, struct layout, enum code);

#endif
