/*
 * suite.h -- a file of a pack's tests, read: cases, and what each expects.
 *
 * The form is said in gongshi-rules(5).  Facts are kept as they were written,
 * each word with its place: what they mean, an import says (desk/cells).  What
 * is expected is read here, and so are the rules of a test itself: that a
 * neighbour differs by one day, that nothing expects the same as its case.
 */
#ifndef DESK_SUITE_H
#define DESK_SUITE_H

#include "case/expected.h"
#include "desk/sheet.h"
#include "rule/pack.h"

enum {
	SUITE_BYTES = 1 << 20,	/* of a file, at the most */
	SUITE_LINE = 4096,	/* bytes of a line */
	SUITE_TESTS = 4096,	/* cases and neighbours of a file */
	SUITE_FACTS = 512	/* of a case, and findings expected of it */
};

/* A word of the file; text NULL: nothing was said, "": it said `-`. */
struct said {
	const char	*text;
	struct place	 at;
};

/* What a fact has besides its point and its division, by column. */
enum { VALUES = 7 };
extern const enum column	suite_columns[SHEETS][VALUES + 1];

/* A fact as a line tells it. */
struct told_fact {
	enum sheet	 sheet;
	const char	*key;		/* what replaces it has the same */
	struct said	 name;		/* the event, or the step */
	struct said	 where;		/* the division */
	struct said	*value;		/* by suite_columns; of an event its
					   days */
	int		 n;
};

/* A finding that is expected, and where. */
struct awaited {
	struct expected	 finding;
	struct place	 at;
};

enum trial_kind { TRIAL_CASE, TRIAL_NEIGHBOUR, TRIAL_OTHERWISE };

/* A case, or what stands below one and takes over its lines. */
struct trial {
	const struct suite	*suite;
	enum trial_kind		 kind;
	const char		*title;
	struct place		 at;		/* where it begins */
	const struct trial	*model;		/* the case; NULL: it is one */
	struct said		 division, places, traits, period, today;
	struct day		 day;		/* of today */
	const struct told_fact	**facts;
	size_t			 nfacts, cap;
	const char		**own;		/* keys of those that are not
						   taken over */
	size_t			 nown, own_cap;
	struct awaited		*expects;
	size_t			 nexpects, room;
	bool			 faulty;	/* a line was refused */
	int			 differs;	/* words that are others in its
						   case; -1: other facts */
	bool			 apart;		/* one: a day, by one day */
};

struct suite {
	const char		*path;
	const struct rulebook	*book;
	struct said		 procedure;
	const char		*id;		/* of the procedure; "" */
	struct trial		**trials;
	size_t			 n;
};

const char	*trial_word(enum trial_kind, enum lang);

/* NULL: it has faults, which were told. */
const struct suite *suite_read(struct arena *, const char *path,
		    const struct rulebook *, struct diags *);

#endif
