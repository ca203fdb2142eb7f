/*
 * cites.h -- keys of a step that may be cited by a document of their own.
 */
#ifndef RULE_CITES_H
#define RULE_CITES_H

#include "rule/pack.h"
#include "rule/vocab.h"

struct cite_key {
	enum word	key;
	enum word	holder;		/* the step's key it stands under, or
					   NONE: it is one itself */
	unsigned	groups;		/* in which it is a key there */
};

extern const struct cite_key	cite_keys[CITES];

/* What a key behind `bases` names, whichever language; false: nothing. */
bool	 cite_find(const char *text, enum cite *);

#endif
