/*
 * paper.h -- sheets that are put up or filed: a notice, a certificate.
 *
 * What is written is ready to print on A4: a heading, paragraphs, a table,
 * below them who signs and the day.  As a page: without a script, nothing
 * fetched, every text escaped; a long table breaks across pages with its head
 * on each.  As text: a paragraph a line, as one pastes it elsewhere.
 */
#ifndef REPORT_PAPER_H
#define REPORT_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

/* A table of texts, row by row; none is NULL. */
struct listing {
	const char		*caption;	/* "": none */
	const char		*const *heads;	/* NULL: the first cell of
						   each row is its head */
	size_t			 ncols;
	const char		*const *cells;	/* nrows times ncols */
	size_t			 nrows;
};

struct paragraph {
	const char	*text;		/* "": only the table stands here */
	bool		 table;		/* the table comes behind it */
};

struct paper {
	const char			*lang;	/* "zh-CN", "en" */
	const char			*heading;
	const struct paragraph		*list;
	size_t				 n;
	const struct listing		*table;		/* or NULL; where no
						   paragraph has it, behind
						   the last */
	const char			*const *signs;	/* lines to the right,
						   NULL at its end */
	const char			*code;	/* of the QR code; or NULL */
	const char			*code_label;
};

void	 paper_html(FILE *, struct arena *, const struct paper *);
void	 paper_text(FILE *, struct arena *, const struct paper *);

#endif
