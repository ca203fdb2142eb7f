/*
 * annual.h -- the tables of the yearly report that a pack declares.
 *
 * A table counts the cases of one procedure: rows and columns are lines, each
 * of which says which cases it takes.  Where neither of the two lines of a
 * cell says when, those done in the year count.
 */
#ifndef RULE_ANNUAL_H
#define RULE_ANNUAL_H

#include "rule/pack.h"

enum line_kind {
	LINE_TRAITS,		/* cases that have one of these traits */
	LINE_CAME,		/* received in the year */
	LINE_OPEN_START,	/* came before, and were not done then */
	LINE_DONE,		/* done in the year */
	LINE_OPEN_END,		/* came by its end, and were not done then */
	LINE_SUM		/* of other lines of its kind, none a sum of
				   itself */
};

enum { LINES_MAX = 64, CHECKS_MAX = 16, TABLES_MAX = 32 };

struct line {
	const char	*id, *title, *title_en, *note;
	enum line_kind	 kind;
	struct some	 of;		/* traits, or lines, before it or
					   behind */
	struct place	 place;
};

struct lines {
	const struct line	*list;
	int			 n;
};

/* The sum of some lines is that of others: in each line across. */
struct check {
	bool		 of_rows;
	struct some	 left, right;
};

struct annual_table {
	const char		*id, *title, *title_en, *note;
	const struct procedure	*proc;
	int			 came;		/* events */
	struct some		 done;		/* the first that comes */
	struct lines		 rows, columns;
	const struct check	*checks;
	int			 nchecks;
	struct place		 place;
};

struct annual {
	const char			*title, *title_en, *note;
	const struct annual_table	*tables;
	int				 ntables;
};

/* What a line is called where no title stands: "Received in the year". */
const char	*line_title(const struct line *);

#endif
