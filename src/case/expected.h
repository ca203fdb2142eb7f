/*
 * expected.h -- a finding as a test of a pack expects it: by its ids and days.
 */
#ifndef CASE_EXPECTED_H
#define CASE_EXPECTED_H

#include "case/judge.h"

struct expected {
	enum code	 code;
	enum severity	 severity;
	const char	*step, *event;	/* ids; NULL: none */
	const char	*division;
	struct day	 due, actual;	/* NONE: null */
	int32_t		 days;		/* between them; -1: null */
	const char	*basis;		/* NULL: none, or of a test any */
};

/* What the judge has found, in these terms; it lives as long as that. */
struct expected	 expected_of(const struct finding *);

/* Is that what is expected?  Any basis will do where none is said. */
bool		 expected_is(const struct expected *, const struct expected *);

/* Is it of the same code, point, division and day, whatever was due? */
bool		 expected_near(const struct expected *,
		    const struct expected *);

#endif
