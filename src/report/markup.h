/*
 * markup.h -- elements of a page; inside report/ only.
 */
#ifndef REPORT_MARKUP_H
#define REPORT_MARKUP_H

#include <stdio.h>

#include "base/arena.h"
#include "report/ink.h"
#include "words/html.h"

/* <tag class="cls">text</tag>, the text escaped; cls NULL: no class. */
static inline void
markup(FILE *f, const char *tag, const char *cls, const char *text)
{
	struct ink	k;

	ink_begin(&k, f);
	ink(&k, "<");
	ink(&k, tag);
	if (cls != NULL) {
		ink(&k, " class=\"");
		ink(&k, cls);
		ink(&k, "\"");
	}
	ink(&k, ">");
	ink_end(&k);
	html_text(f, text);
	ink(&k, "</");
	ink(&k, tag);
	ink(&k, ">");
	ink_end(&k);
}

/* The day within <time>; "–" where there is none. */
static inline void
markup_day(FILE *f, struct day d)
{
	struct ink	k;

	ink_begin(&k, f);
	ink_day(&k, d);
	ink_end(&k);
}

/* The text, each day in it (YYYY-MM-DD) within <time>, which no line breaks. */
void		 markup_days(FILE *, struct arena *, const char *text);

/* One of the marks of page_marks within a line of text. */
static inline void
markup_shape(FILE *f, const char *mark)
{
	fprintf(f, "<svg class=\"shape\" aria-hidden=\"true\">"
	    "<use href=\"#m-%s\" x=\"7\" y=\"7\"/></svg>", mark);
}

/* A wide table's frame, for the keyboard too; what is said before its label. */
static inline void
markup_scroll(FILE *f, const char *before, const char *label)
{
	fputs("<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
	    "aria-label=\"", f);
	html_text(f, before);
	html_text(f, label);
	fputs("\">", f);
}

/* The frame and its table. */
static inline void
markup_table(FILE *f, const char *label)
{
	markup_scroll(f, "", label);
	fputs("<table>", f);
}

static inline void
markup_table_end(FILE *f)
{
	fputs("</table></div>\n", f);
}

#endif
