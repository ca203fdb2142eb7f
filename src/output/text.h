/*
 * text.h -- text for a terminal: made safe, and broken into lines.
 */
#ifndef OUTPUT_TEXT_H
#define OUTPUT_TEXT_H

#include <stdio.h>

#include "base/arena.h"

/*
 * The same words without anything that works on a terminal or turns text
 * round: such a character is shown in a visible form, what is no UTF-8 as
 * U+FFFD.
 */
const char	*text_safe(struct arena *, const char *);

/*
 * Writes s and a newline, in lines of `width` columns.  `at` columns of the
 * first line are taken; the others begin with `indent` blanks.  Breaks at
 * blanks, and beside wide characters where Chinese typesetting allows it.
 */
void		 text_wrap(FILE *, const char *s, int at, int indent,
		    int width);

#endif
