/*
 * code.h -- the codes of findings and how grave each is.
 *
 * Rules name codes and cases raise them, so they stand below both; their words
 * stand in words/codes.  Codes never change.  Interface: "Findings".
 */
#ifndef RULE_CODE_H
#define RULE_CODE_H

#include "base/text.h"

/* In the order of the interface, which is that of output. */
enum code {
	CODE_MISSING, CODE_LATE, CODE_EARLY, CODE_SHORT, CODE_ORDER,
	CODE_GATE, CODE_OBJECTION, CODE_CONFLICT, CODE_UNKNOWN, CODE_TIGHT,
	CODE_UNRECORDED, CODE_MEDIUM, CODE_CONTENT, CODE_REVIEW,
	CODE_PRIVACY, CODE_HANDLER, CODE_UPHELD, CODE_OVERSTAY,
	CODE_DOUBLE, CODE_UNCOVERED, CODES
};

enum severity {		/* a higher one is worse */
	SEVERITY_ADVICE, SEVERITY_QUESTION, SEVERITY_VIOLATION,
	SEVERITY_GRAVE, SEVERITIES
};

const char	*code_name(enum code);			/* "missing" */
const char	*severity_name(enum severity);		/* "grave" */
enum severity	 code_severity(enum code);

/* False where it names none. */
bool		 severity_parse(const char *, enum severity *);
bool		 code_parse(const char *, enum code *);

/* Of what a rule file speaks: some codes are raised of one of the two alone. */
enum code_of { CODE_OF_ANY, CODE_OF_EVENT, CODE_OF_STEP };

bool		 code_stands(enum code, enum code_of);

/*
 * As rule files have it: "missing", 未公示, of an event 未办理; they may use
 * any.
 */
const char	*code_word(enum code, enum code_of, enum lang);
bool		 code_find(const char *, enum code *);

/* The word nearest to a wrong one, of those that stand there; or NULL. */
const char	*code_nearest(const char *, enum code_of);

/* "grave", 严重问题. */
const char	*severity_word(enum severity, enum lang);
bool		 severity_find(const char *, enum severity *);
const char	*severity_nearest(const char *);

#endif
