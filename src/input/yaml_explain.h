/*
 * yaml_explain.h -- a syntax error in words of somebody who knows no YAML.
 *
 * libyaml tells where it stopped understanding, which is often a line below
 * the mistake.  The usual mistakes of those who type Chinese are looked for
 * in the lines themselves.  Lines and columns here count from 0.
 */
#ifndef INPUT_YAML_EXPLAIN_H
#define INPUT_YAML_EXPLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "input/whole.h"

struct trouble {
	const char	*problem;	/* libyaml's words; NULL if none */
	size_t		 line;
	size_t		 col;
	const char	*context;	/* NULL: it gave none */
	size_t		 context_line;
	size_t		 context_col;
};

/* Where a key is followed by a full-width colon: its column, or -1. */
int		 wide_colon(const char *line);
void		 tell_wide_colon(const struct lines *, size_t line, int col,
		    struct diags *);

/* U+3000 or U+00A0: a blank to the eye, and none to YAML. */
bool		 wide_blank(const char *);
void		 tell_wide_blank(struct place, struct diags *);

/* Says what is wrong and what to write instead. */
void		 yaml_explain(const struct lines *, const struct trouble *,
		    struct diags *);

#endif
