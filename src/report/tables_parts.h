/*
 * tables_parts.h -- what writers of tables share; inside report/ only.
 */
#ifndef REPORT_TABLES_PARTS_H
#define REPORT_TABLES_PARTS_H

#include "report/tables.h"

/* "一、基本情况", "1. Overall"; n counts from 1, to 99. */
const char	*tables_part(struct arena *, int n, const char *words);

/* "表1　各县情况", "Table 1: by county". */
const char	*tables_caption(struct arena *, int n, const char *words);

/* Do the cells of a column stand in line at the right? */
bool		 column_is_right(const struct table_column *);

/* A cell as a reader sees it: cell_words, but a dash where none is. */
const char	*cell_shown(struct arena *, const struct table_column *,
		    const struct cell_value *);

void		 tables_text(struct arena *, const struct layout *,
		    const struct tables *);
void		 tables_html(struct arena *, const struct layout *,
		    const struct tables *);

#endif
