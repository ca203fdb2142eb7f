/*
 * yearly.h -- the figures of a year, and the tables that they make.
 */
#ifndef REPORT_YEARLY_H
#define REPORT_YEARLY_H

#include "report/tables.h"
#include "rule/annual.h"
#include "time/stretch.h"

struct yearly_sum {
	const struct label	*label;
	long long		 yuan;
};

/*
 * Of the cases of a procedure that began in the year; of what was due in it,
 * of cases of any year.
 */
struct yearly_procedure {
	const struct procedure	*proc;		/* a version of it */
	long long		 cases, counties;
	long long		 due, good;	/* slots, or events where it has
						   no steps */
	struct yearly_sum	*sums;
	size_t			 nsums, room;
	char			 county[COUNTY_MAX + 1];	/* the last */
};

/* Cases that a line of their own was not found for, or two. */
struct yearly_strays {
	long long	 cases;
	const char	*list;		/* numbers of the first, or "" */
};

struct yearly_table {
	const struct annual_table	*table;
	const struct annual		*of;
	long long			*cells;	/* by row, then column */
	bool				 any;	/* there is a case at all */
	struct yearly_strays		 no_row, no_column;
};

struct yearly {
	int				 year;
	struct stretch			 is;		/* until today */
	long long			 unruled;	/* cases begun under no
							   rule */
	const struct yearly_procedure	*procedures;	/* as they were met */
	size_t				 nprocedures;
	const struct yearly_table	*tables;
	size_t				 ntables;
};

/* False: a cross sum does not hold, or a case is in no line. */
bool	 yearly_holds(const struct yearly *);

void	 yearly_tables(struct arena *, const struct yearly *,
	    struct tables *);

#endif
