/*
 * page_shell.h -- what all pages have around what they say.
 *
 * A page allows nothing from outside: its policy names its own style sheets
 * and its own script by their SHA-256 and nothing else.  All that it says is
 * there without the script, which only filters and sorts.
 *
 * What the script finds: a <table class="sort"> with a head, whose columns are
 * sorted by a click; an element with data-filter="LABEL", of whose children
 * (of a table its rows) those are shown that have the words typed.
 */
#ifndef REPORT_PAGE_SHELL_H
#define REPORT_PAGE_SHELL_H

#include <stdio.h>

#include "base/arena.h"
#include "words/layout.h"

enum {
	PAGE_LIMIT = 2 << 20,		/* bytes of a page at the most */
	PAGE_ROOM = PAGE_LIMIT - (96 << 10)	/* ... of what is in its body */
};

struct page_shell;

/* Made once for all pages of a run; in the language set up. */
struct page_shell *page_shell_new(struct arena *);

/* Another one where any byte around pages is. */
unsigned long long page_shell_hash(const struct page_shell *);

struct page_top {
	const char	*title;
	const char	*root;		/* "" or "../": where index.html is */
	const char	*above;		/* file of the division's first page, */
	const char	*above_name;	/* and its name; NULL: it is that one,
					   or the index */
	bool		 is_index;
};

/* From the doctype to the beginning of <main>, and from its end on. */
void		 page_begin(FILE *, const struct page_shell *,
		    const struct page_top *);
void		 page_end(FILE *);

/* The name of a weekday. */
const char	*page_weekday(struct day);

/* <tag>text</tag>, escaped; `format` is of words alone. */
void		 page_text(FILE *, const char *tag, const char *text);

/* <a href="href">text</a>, both escaped. */
void		 page_link(FILE *, const char *href, const char *text);

#endif
