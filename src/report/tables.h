/*
 * tables.h -- tables of figures, each written once for all formats: text, CSV,
 * a worksheet, part of a page.
 */
#ifndef REPORT_TABLES_H
#define REPORT_TABLES_H

#include "report/workbook.h"
#include "words/layout.h"

struct table_column {
	const char	*id;		/* of CSV beside the title; or NULL */
	const char	*title;
	enum cell_kind	 kind;
};

/* A part of a report: words above, a table (or none), words below. */
struct table {
	const char			*title;
	const char			*const *above;	/* paragraphs; NULL
							   ends, or NULL */
	const struct table_column	*columns;	/* ncolumns 0: none */
	size_t				 ncolumns;
	const struct cell_value		*const *rows;	/* ncolumns each */
	size_t				 nrows;
	const char			*const *below;
};

/* What stands above all: 关于……的通报. */
struct tables {
	const char			*title;
	const char			*lang;	/* "zh-CN", "en": of a page */
	const struct table		*list;
	size_t				 n;
};

/*
 * Text: as an office's paper, tables with columns in line.  CSV: the tables
 * one after the other, an empty line between, the title in a line of its own.
 * HTML: a whole page, valid, without a script, printed well on A4.  Workbook:
 * a worksheet each (what has no table: one 说明 first).
 */
bool		 tables_write(struct arena *, const struct layout *,
		    const struct tables *);
bool		 tables_workbook(struct arena *, const char *path,
		    const struct tables *, struct diags *);

#endif
