/*
 * statutes.h -- how instruments print what the rule language says.
 *
 * Some wordings mean one thing and are taken; others may mean it, and are
 * offered in the language's own words.  Forms as in rule/vocab.
 */
#ifndef RULE_STATUTES_H
#define RULE_STATUTES_H

#include "base/arena.h"
#include "rule/vocab.h"

struct wording {
	const char	*form;
	enum form	 means;
};

enum wordings {
	BOUNDS_TAKEN, BOUNDS_OFFERED, PERIODS_TAKEN, PERIODS_OFFERED
};

const struct wording *statute_wordings(enum wordings, size_t *n);

/*
 * The text with the words of documents (之后, 以内, 自...起) as the language
 * has them, blanks tidy; NULL: nothing was to change.
 */
const char	*statute_plain(struct arena *, const char *text);

/* What to say of a text of which nothing can be made, or NULL. */
enum hints {
	OF_BOUNDS, OF_PERIODS, OF_LEVELS, OF_UNITS, OF_SCOPES, OF_KEYS
};

const char	*statute_hint(struct arena *, const char *text, enum hints);

#endif
