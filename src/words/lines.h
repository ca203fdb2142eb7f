/*
 * lines.h -- text for a terminal, broken into lines.
 */
#ifndef WORDS_LINES_H
#define WORDS_LINES_H

#include <stdio.h>

#include "base/text.h"

/*
 * Writes s and a newline, in lines of `width` columns.  `at` columns of the
 * first line are taken; the others begin with `indent` blanks.  Breaks at
 * blanks, and beside wide characters where Chinese typesetting allows it.
 */
void		 text_wrap(FILE *, const char *s, int at, int indent,
		    int width);

/* Bytes of s for a line of `room` columns; all, or at least a character. */
size_t		 text_fit(const char *s, int room);

/* That many blanks; none where n is not above 0. */
void		 text_blanks(FILE *, int n);

#endif
