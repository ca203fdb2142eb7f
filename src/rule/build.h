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
	struct arena	*scratch;	/* until the next procedure */
	struct diags	*diags;
	struct pack	*pack;
	int		 offers;	/* that were looked for */
	const struct basis *above;	/* of what is being read, or NULL */
	const struct node *lasts;	/* the pack's default, or NULL */
	const struct node **unfounded;	/* citations that were told; one of an
					   overlay stands at many places */
	size_t		 nunfounded, capunfounded;
	const char	**hotlines;	/* so far; into the pack in the end */
	size_t		 nhotlines, caphotlines;
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
		    vocab_set groups, struct fields *);

/* Nothing, ~ or null behind a key. */
bool		 build_is_empty(const struct node *);

/* The text of a key's value; "" (and no error) where it is not there. */
const char	*build_text(struct build *, const struct fields *, enum word);

/* A value that is one of the group's words; W_NONE and an error if not. */
enum word	 build_word(struct build *, const struct node *,
		    vocab_set groups);
void		 build_counting(struct build *, const struct node *,
		    struct counting *);

/*
 * One citation or a list of them.  One that names no instrument is an error,
 * and stands as given all the same (never NULL): nobody is told that a basis
 * is missing.
 */
const struct basis *build_basis(struct build *, const struct node *);

/* `why: {CODE: TEXT}` of a pack; the node may be NULL. */
void		 build_why(struct build *, const struct node *);

/* A key that is to be a code which stands there; says what is wrong. */
bool		 build_code(struct build *, const struct node *key,
		    enum code_of, enum code *);

/* `severity: SEVERITY` of a bound. */
bool		 build_severity(struct build *, const struct node *,
		    enum severity *);

/* `severity` and `remedy` over what is above: that itself where none stands. */
const struct sayings *build_sayings(struct build *, const struct fields *,
		    enum code_of, const struct sayings *above);

/* What `text`, `hotline`, `office` say; kept in `out`, which is zeroed. */
void		 build_text_of(struct build *, const struct fields *,
		    const char *text[2]);
void		 build_locals(struct build *, const struct fields *, enum word,
		    struct locals *);

/* What a pack says for all its procedures. */
void		 build_defaults(struct build *, const struct fields *);

/* `over` where it says something, else `base`. */
struct counting	 counting_merge(struct counting base, struct counting over);

struct procedure *build_procedure(struct build *, struct rule_file,
		    struct procedure *out);

/* Circles and contradictions; fills `order` and what goes with it. */
bool		 build_order(struct build *, struct procedure *);
bool		 build_agree(struct build *, const struct procedure *);

/* The same across units, as warnings: no calendar lets these agree. */
void		 warn_disagree(const struct procedure *, struct diags *);

/* A point as complaints name it: by title in Chinese, else by id. */
const char	*point_called(const struct procedure *, int index);

/* The yearly report, once all procedures are built. */
void		 build_annual(struct build *, struct rule_file);

#define NOTHING_COUNTED	((struct counting){ -1, -1, -1, -1, -1 })

#endif
