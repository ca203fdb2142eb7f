/*
 * codes.h -- `explain CODE`: what it means, why it matters, how to mend it.
 */
#ifndef ACCOUNT_CODES_H
#define ACCOUNT_CODES_H

#include "rule/pack.h"
#include "words/codes.h"
#include "words/layout.h"

/*
 * In the layout's format: text, or one object of JSON with the keys code,
 * title, severity, meaning, why, mend, raised, spared, and packs: for each pack
 * of the book that says what stands behind the code {"pack": ID, "why": TEXT}.
 * The book may be NULL.
 */
void		 code_write(struct layout, enum code, const struct rulebook *);

#endif
