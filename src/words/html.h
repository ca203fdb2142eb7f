/*
 * html.h -- text within pages.
 */
#ifndef WORDS_HTML_H
#define WORDS_HTML_H

#include <stdio.h>

/*
 * The text, for between tags and for attributes in double quotes: <, >, & and
 * both quotes as references; what is no UTF-8, and characters that no text may
 * carry on (base/text), as U+FFFD, but for a newline.
 */
void		 html_text(FILE *, const char *);

#endif
