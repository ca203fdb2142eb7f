/*
 * drafting.h -- tables on their way: parts, paragraphs, rows, one by one;
 * inside report/ only.
 */
#ifndef REPORT_DRAFTING_H
#define REPORT_DRAFTING_H

#include "report/tables.h"

struct drafting {
	struct arena	*arena;
	struct table	*list;
	size_t		 n, cap;
};

/* The next part or table, empty; there until one is added behind it. */
struct table	*drafting_add(struct drafting *);

/* Paragraphs, ended by NULL; of none `list` is NULL. */
struct words {
	const char	**list;
	size_t		  n, cap;
};

void		 words_add(struct arena *, struct words *, const char *);

/* Rows of the table added last, cell by cell. */
struct rows {
	struct arena		 *arena;
	struct table		 *t;
	struct cell_value	**list;
	size_t			  n, cap, cell;
};

/* A table is added; title and columns are kept, not copied. */
struct rows	 table_begin(struct drafting *, const char *title,
		    const struct table_column *, size_t n);

/* The same with columns whose titles are msgids. */
struct rows	 table_told(struct drafting *, const char *title,
		    const struct table_column *, size_t n);

#define COLUMNS(c)	(c), sizeof(c) / sizeof(*(c))

void		 row_next(struct rows *);
void		 row_put(struct rows *, struct cell_value);
void		 row_text(struct rows *, const char *);	/* kept */
void		 row_number(struct rows *, long long);
void		 row_yuan(struct rows *, long long);	/* in 万元 */
void		 row_empty(struct rows *);

/* The row is the sum of those above. */
void		 row_is_total(struct rows *);
void		 table_end(struct rows *);

#endif
