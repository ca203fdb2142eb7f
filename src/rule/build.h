/*
 * build.h -- what the files that build a pack share; not for others.
 *
 * build.c reads keys, texts and words, basis.c citations; on them stand
 * procedure.c, pack.c and why.c, each a file's.  order.c looks at what came
 * out.
 */
#ifndef RULE_BUILD_H
#define RULE_BUILD_H

#include "rule/pack.h"
#include "rule/statutes.h"
#include "rule/vocab.h"

struct build {
	struct arena	*arena;
	struct diags	*diags;
	struct pack	*pack;
	int		 offers;	/* that were looked for */
};

/*
 * Is it worth while to look for what was meant?  It costs a walk through all
 * names, and behind so many faults nobody reads on.
 */
bool		 build_offers(struct build *);

/* Values of a map's keys by word; complains of what is unknown or twice. */
struct fields {
	const struct node	*key[W_COUNT];
	const struct node	*value[W_COUNT];
};

bool		 build_fields(struct build *, const struct node *map,
		    unsigned groups, struct fields *);

/* Nothing, ~ or null behind a key. */
bool		 build_is_empty(const struct node *);

/* The text of a key's value; "" (and no error) where it is not there. */
const char	*build_text(struct build *, const struct fields *, enum word);

/* A value that is one of the group's words; W_NONE and an error if not. */
enum word	 build_word(struct build *, const struct node *,
		    unsigned groups);
void		 build_counting(struct build *, const struct node *,
		    struct counting *);

/*
 * One that names no instrument is an error, and stands as given all the same
 * (never NULL): nobody is told that a basis is missing.
 */
const struct basis *build_basis(struct build *, const struct node *);

/* `why: {CODE: TEXT}` of a pack; the node may be NULL. */
void		 build_why(struct build *, const struct node *);

/* `over` where it says something, else `base`. */
struct counting	 counting_merge(struct counting base, struct counting over);

struct procedure *build_procedure(struct build *, struct rule_file,
		    struct procedure *out);

/* Cycles, contradictions; fills `order`. */
bool		 build_order(struct build *, struct procedure *);

#define NOTHING_COUNTED	((struct counting){ -1, -1, -1, -1, -1 })

#endif
