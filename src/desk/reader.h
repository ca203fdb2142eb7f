/*
 * reader.h -- what the files that read tests share; not for others.
 *
 *	suite.c		the file: lines, words, the head, what begins a case
 *	trial.c		the lines of a case, and the rules that it must keep
 */
#ifndef DESK_READER_H
#define DESK_READER_H

#include "desk/suite.h"
#include "rule/testwords.h"

/* A step's division, for lines that name none. */
struct where_line {
	const char	*point;
	struct said	 division;
};

struct reader {
	struct arena		*arena;
	struct diags		*d;
	size_t			 before;	/* errors */
	struct suite		*suite;
	const char		*rest;		/* of the file */
	const char		*text;		/* the line at hand */
	int			 line;
	struct said		*words;
	int			 n;
	struct said		 division, places, traits, period;
	struct where_line	*wheres;
	size_t			 nwheres, wheres_cap;
	struct trial		**givens;
	size_t			 ngivens, givens_cap, trials_cap;
	struct trial		*now;		/* whose lines these are */
	bool			 given;		/* it is a `given` */
	const struct trial	*model;		/* the case above */
};

/* All words from that one on as one, with its place; text NULL: none. */
struct said	 rest_of(struct reader *, int from, const char *between);

/* Has the line fewer words?  True: an error was added. */
bool		 broken_off(struct reader *, int n);

/* The id of a step or event of the suite's procedure by id or title, in any
   version of it; the name itself where there is none. */
const char	*point_of_suite(struct reader *, const char *name);

/* False: it has as many as it may; an error was added. */
bool		 add_fact(struct reader *, struct trial *,
		    const struct told_fact *);

/* A line of a case that begins with that word; false: errors were added. */
bool		 trial_line(struct reader *, enum test_word);

/* Once all lines are read: does it keep the rules of a test? */
void		 trial_check(struct reader *, struct trial *);

#endif
