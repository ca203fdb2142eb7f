/*
 * todo.h -- what is to be posted, or to be left hanging, a line each: the first
 * worksheet of `worksheet`.
 */
#ifndef REPORT_TODO_H
#define REPORT_TODO_H

#include "case/plan.h"
#include "report/workbook.h"
#include "words/layout.h"

enum {
	TODO_STATE, TODO_DO, TODO_CASE, TODO_TITLE, TODO_STEP, TODO_DIVISION,
	TODO_PLACE, TODO_BY, TODO_ADVISED, TODO_THROUGH, TODO_MEDIA,
	TODO_CONTENT, TODO_OBJECTIONS, TODO_BASIS,
	TODO_CELLS
};

struct todo {
	int			 rank;		/* least: most urgent */
	struct day		 by;		/* of one rank: the earlier */
	long long		 order;		/* ... then as they came */
	struct cell_value	 cells[TODO_CELLS];
};

/* A slot as a state makes it; strings in the arena. */
struct todo	 todo_make(struct arena *, const struct plan *all, int slot,
		    enum state, struct day today, const struct names *);

/* Who takes objections there and, below, the number to call; in the arena. */
const char	*todo_hears(struct arena *, const struct plan *,
		    const struct slot *);

/* For qsort. */
int		 todo_compare(const void *, const void *);

/* The same with strings of its own in the arena. */
struct todo	 todo_copy(struct arena *, const struct todo *);

/* Its worksheet, with that title; its rows may come last. */
struct book_page *todo_sheet(struct workbook *, const char *title);

#endif
