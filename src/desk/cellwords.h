/*
 * cellwords.h -- the usual words of a cell: media, outcomes, levels, yes, no.
 *
 * A word is taken whole or not at all: nothing is found within another word.
 * A medium may have whose it is or where it hangs before it (县政府网站,
 * 屯活动室公示栏), of names and words that are known.  Blanks, width and
 * case of letters do not matter.  tests/tables/words.txt lists what is taken.
 */
#ifndef DESK_CELLWORDS_H
#define DESK_CELLWORDS_H

#include <stdbool.h>

/* The id of a medium, or NULL; then *list says whether it names several. */
const char	*words_medium(const char *text, bool *list);
const char	*words_outcome(const char *text);

/* The levels that a word may mean, 1U << LEVEL_...; 0: it is none. */
unsigned	 words_levels(const char *text);

/* Yes (1), no or nothing (0), or no such word (-1). */
int		 words_yes(const char *text);

/* A last day that is still to come: 至今, 长期, /. */
bool		 words_open_end(const char *text);

#endif
