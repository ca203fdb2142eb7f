/*
 * terms.h -- what sheets may say of a posting's medium, an objection's end: the
 * id that is kept, its Chinese in sheets, and its title.
 */
#ifndef RULE_TERMS_H
#define RULE_TERMS_H

struct term {
	const char	*id, *zh;
	const char	*title;		/* msgid */
};

/* Each ended by a NULL id. */
extern const struct term	media_terms[], outcome_terms[];

#endif
