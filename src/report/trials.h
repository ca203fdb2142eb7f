/*
 * trials.h -- what came of the tests of packs, written out.
 *
 * Text for people, in words that one can copy into the file; JSON and JUnit
 * for programs.  gongshi-data(5).
 */
#ifndef REPORT_TRIALS_H
#define REPORT_TRIALS_H

#include "case/expected.h"
#include "words/layout.h"

struct trial_result {
	const char		*file, *kind, *title, *procedure;
	int			 line;
	struct day		 today;
	const struct procedure	*rules;		/* for titles; or NULL */
	const struct expected	*lacking;	/* expected, and did not come */
	const struct expected	*came;		/* came, and was not expected */
	const int		*lines;		/* of what is lacking */
	size_t			 nlacking, ncame;
};

struct pack_result {
	const char		*pack;
	const struct trial_result *tests;
	size_t			 n;
	size_t			 failed;
	size_t			 files;		/* 0: the pack has no tests */
	size_t			 faulty;	/* files with faults */
};

/* The format is text, JSON or JUnit. */
void		 trials_write(struct layout, const struct pack_result *const *,
		    size_t npacks);

/* A finding as a line of a test, without its verb. */
const char	*trials_line(struct arena *, const struct procedure *,
		    const struct expected *);

#endif
