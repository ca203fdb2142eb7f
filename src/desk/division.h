/*
 * division.h -- which division a cell means: by its code, or by its name.
 */
#ifndef DESK_DIVISION_H
#define DESK_DIVISION_H

#include "desk/desk.h"

/* The code of a cell's division, or of the one below `top` with its name;
   NULL and an error. */
const char	*find_division(struct desk *, const struct typed *,
		    const char *top);

/* A name without blanks of any kind and width, in the arena. */
const char	*squeezed(struct arena *, const char *name);

/* Does a word (squeezed) mean the division of that code and name? */
bool		 division_means(const struct desk *, const char *word,
		    const char *code, const char *name);

#endif
