/*
 * page.h -- parts of which reports as text are made; inside report/ only.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "report/writer.h"

enum style { PLAIN, BOLD, RED_BOLD, RED, YELLOW, CYAN };

/* Columns of s. */
int		 page_width(const char *s);

/* s in a style, and blanks up to `width` columns behind it. */
void		 page_cell(struct writer *, enum style, const char *s,
		    int width);

/* A division's name and code, harmless. */
const char	*page_place(struct writer *, struct arena *,
		    const char *division);

/* A line in bold; "Findings as of 2020-09-16". */
void		 page_heading(struct writer *, const char *s);
const char	*page_today(struct writer *, struct arena *,
		    const char *what);

/*
 * The heading of a case, and before it that of its township (or of the
 * division above one) where it is another.  `p` NULL: no rule is in force.
 */
void		 page_case(struct writer *, struct arena *,
		    const struct matter *, const struct plan *p);

/* A line of its own, with a mark before it, from column `indent` on. */
void		 page_marked(struct writer *, struct arena *, int indent,
		    const char *mark, const char *s);

/* How grave a finding is, what, and where; the column of what is below it. */
int		 page_named(struct writer *, struct arena *,
		    const struct finding *);

/* The same, and below it its sentence, what to do, and its clause. */
void		 page_finding(struct writer *, struct arena *,
		    const struct finding *);

/* "grave 1, violation 2": the list with another word, where n is not 0. */
const char	*page_counted(struct arena *, const char *list,
		    const char *word, long long n);

/* The same of a code: of slots and of events, where their words differ. */
const char	*page_codes(struct arena *, const char *list, enum code,
		    const long long of[static 2][CODES]);

#endif
