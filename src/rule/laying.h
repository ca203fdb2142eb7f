/*
 * laying.h -- an overlay on its way; inside rule/ only.
 *
 * lay.c lays maps over maps by a table of keys, citing.c gives what was set
 * its citation, overlay.c goes through the files of a pack.
 */
#ifndef RULE_LAYING_H
#define RULE_LAYING_H

#include "rule/build.h"
#include "rule/overlay.h"

/* A file being laid. */
struct laying {
	struct arena		*arena;
	struct diags		*diags;
	const char		*base;		/* the id of the pack below */
	const struct node	*basis;		/* of the overlay's file, the
						   base's; NULL: none */
	const struct node	*below;
	const struct node	*defaults[2];	/* of the base: its procedure,
						   its pack */
	struct place_over	*places;
	struct taken		*taken;
	struct was		*was;
	size_t			 nplaces, capplaces, ntaken, captaken, nwas,
				 capwas;
};

/* How the keys of a map are told apart. */
enum laying_keys {
	KEYS_WORDS, KEYS_CODES, KEYS_DIVISIONS, KEYS_MEDIA, KEYS_NAMES,
	KEYS_POINTS
};

/* A map's pair by its key's word; NULL: it is not there, or no map. */
const struct pair *lay_pair(const struct node *map, enum word,
		    vocab_set groups);
const struct node *lay_value_of(const struct node *map, enum word,
		    vocab_set groups);

/* Copies: the same node with room for more, and with one pair set or lost. */
struct node	*lay_copy(struct arena *, const struct node *, size_t more);
struct node	*lay_set(struct arena *, const struct node *map, enum word,
		    vocab_set groups, const struct node *value);
struct node	*lay_drop(struct arena *, const struct node *map, enum word,
		    vocab_set groups);

/* {KEY: VALUE}, at the place of the value. */
struct node	*lay_map_of(struct arena *, enum word key,
		    const struct node *value);

/* `over` over `base`, both of these groups; `at` is where the base stands. */
struct node	*lay_map(struct laying *, const struct node *base,
		    const struct node *over, vocab_set groups,
		    struct place at);

/* Does nothing change by this value, as `none` does away with its key? */
bool		 lay_takes(enum word key, const struct node *value);

/* All of `over` (a value) lies over that place. */
void		 lay_note(struct laying *, const struct node *over,
		    struct place under);

/*
 * A point that was laid (`base` NULL: a new one) gets its citations: what
 * `over` sets those of the overlay's file, what it leaves those of the base.
 */
struct node	*cite_point(struct laying *, const struct pair *base,
		    const struct pair *over, struct node *laid,
		    vocab_set groups);

/* `lasts` and `review` of a pack or procedure. */
struct node	*cite_defaults(struct laying *, const struct node *over,
		    struct node *laid, vocab_set groups);

/* A point is taken away: told where no citation stands above. */
void		 cite_taken(struct laying *, const struct node *key,
		    const struct pair *base);

#endif
