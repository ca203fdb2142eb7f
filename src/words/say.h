/*
 * say.h -- a sentence becomes words, in the language of a catalogue.
 */
#ifndef WORDS_SAY_H
#define WORDS_SAY_H

#include "base/text.h"
#include "case/told.h"

/*
 * In the language of the catalogue, NULL: the process's own.  In the arena, or
 * as long as what it says; "" where nothing is said.  What a
 * database holds is said whatever it is: a hole that nothing fills stays
 * empty, what has no hole is left out.
 */
const char	*told_say(struct arena *, const struct catalogue *,
		    struct told);

/* A title in one of its two languages; the id where it has none. */
const char	*told_titled(const struct catalogue *, const char *id,
		    const char *title, const char *title_en);

#endif
