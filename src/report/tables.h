/*
 * tables.h -- tables of figures, each written once for all formats: text, CSV,
 * a workbook, a page.
 */
#ifndef REPORT_TABLES_H
#define REPORT_TABLES_H

#include "report/workbook.h"
#include "words/layout.h"

struct table_column {
	const char	*title;
	enum cell_kind	 kind;		/* all but texts stand at the right */
	bool		 plain;		/* a code for programs: in CSV and
					   workbooks alone */
};

/* A part of a report: words above, a table (or none), words below. */
struct table {
	const char			*part;	/* a heading, numbered here;
						   NULL: the one before goes
						   on */
	const char			*title;	/* of the table, numbered here;
						   a worksheet's name too */
	bool				 annex;	/* in CSV and workbooks
						   alone */
	const char			*const *above;	/* paragraphs, ended
							   by NULL; or NULL */
	const struct table_column	*columns;	/* ncolumns 0: none */
	size_t				 ncolumns;
	const struct cell_value		*const *rows;	/* ncolumns each, all
						   LOOK_TOTAL or none; an
						   empty cell of numbers is
						   a dash */
	size_t				 nrows;
	const char			*const *below;
};

struct tables {
	const char			*title;	/* above all: 关于……的通报 */
	const char			*lang;	/* "zh-CN", "en": of a page */
	const struct table		*list;
	size_t				 n;
	const char			*const *signature;	/* lines at
						   the end; or NULL */
};

/*
 * Text: as an office's paper, in the layout's width, tables with columns in
 * line, of which long texts are broken.  CSV: the title in a line, then the
 * tables alone, an empty line before each and its title in a line of its own.
 * HTML: a whole page, valid, without a script, printed on A4.  Whatever a text
 * holds is shown as text.
 */
void		 tables_write(struct arena *, const struct layout *,
		    const struct tables *);

/* A worksheet each; first all words, in one of their own. */
bool		 tables_workbook(struct arena *, const char *path,
		    const struct tables *, struct diags *);

/*
 * A share as all formats show it, in thousandths: the nearest, but none that
 * is not all is 1, and none that is something is 0.  CELL_EMPTY where `of`
 * is 0.
 */
struct cell_value share_of(long long part, long long of);

struct cell_value number_of(double);
struct cell_value text_of(const char *);	/* kept, not copied */
struct cell_value day_of(struct day);		/* NONE: empty */

/* "（一）未公示", "(1) not posted": below a part; n from 1, to 99. */
const char	*tables_item(struct arena *, int n, const char *words);

/* A cell as it reads, in the arena: "12", "96.7%", "2020-09-01"; "" empty. */
const char	*cell_words(struct arena *, const struct cell_value *);

#endif
