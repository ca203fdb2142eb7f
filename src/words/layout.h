/*
 * layout.h -- what writers ask of whoever calls: names, a form.
 */
#ifndef WORDS_LAYOUT_H
#define WORDS_LAYOUT_H

#include <stdio.h>

#include "base/arena.h"
#include "base/text.h"
#include "time/day.h"

/* The name of a division, "" if it has none; valid until the next call. */
struct names {
	const char	*(*name)(void *ctx, const char *division);
	void		*ctx;
};

static inline const char *
name_of(const struct names *n, const char *division)
{
	return n == NULL || n->name == NULL ? "" : n->name(n->ctx, division);
}

enum format {
	FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_JUNIT, FORMAT_XLSX,
	FORMAT_HTML, FORMATS
};

const char	*format_name(enum format);

/* False where it names none. */
bool		 format_parse(const char *, enum format *);

struct layout {
	FILE			*out;
	enum format		 format;
	struct day		 today;
	const char		*top;	/* only slots at or below; "" all */
	const struct names	*names;
	bool			 colour;	/* text: a terminal */
	int			 width;		/* columns; 0: 80 */
	const struct catalogue	*words;	/* of findings; NULL: text_own() */
};

#endif
