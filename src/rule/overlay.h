/*
 * overlay.h -- a pack over a pack: the trees of the one laid over those of the
 * other, before anything is made of them.
 *
 * What comes out is the whole, as somebody would have written it who wrote it
 * at once: maps are laid over maps, all else replaces, `none` takes away, and
 * what the overlay sets bears the citation that stands nearest above it there.
 * Nodes keep their own places, and points the ids of the base.
 */
#ifndef RULE_OVERLAY_H
#define RULE_OVERLAY_H

#include "rule/pack.h"
#include "rule/vocab.h"

/* The files of a pack as trees. */
struct rule_files {
	struct rule_file	 pack;
	const struct rule_file	*list;		/* its procedures */
	int			 n;
};

/* A step, event or trait that the overlay takes away, and where. */
struct taken {
	const char	*id, *title;		/* as the base has them */
	struct place	 place;
};

/* A title that the overlay replaces: phrases of the base still name it. */
struct was {
	const char	*id, *title;
};

/* What is known of a file that was laid over another. */
struct laid {
	const struct pack	*base;
	const struct node	*own;		/* as it was written; NULL: the
						   overlay has no such file */
	struct places_over	 places;
	const struct taken	*taken;
	const struct was	*was;
	size_t			 ntaken, nwas;
};

/* The id of a pack, and of the one that it lies over; "" where none stands. */
const char	*overlay_id(const struct node *pack);
const struct node *overlay_base(const struct node *pack);

/*
 * Lays `over`, a pack in `folder`, over `base`, which was built of `files`.
 * What cannot be laid is told, and stands in *out as it was written.
 */
void		 overlay_lay(struct arena *, const struct pack *base,
		    const struct rule_files *files, const char *folder,
		    const struct rule_files *over, struct rule_files *out,
		    struct diags *);

/* A map's key by word, and what stands there; NULL: it is not there. */
const struct node *laid_key(const struct node *map, enum word);
const struct node *laid_value(const struct node *map, enum word);

/* The same of a map of events, steps or the like, by id. */
const struct node *laid_id(const struct node *map, const char *id);
const struct node *laid_point(const struct node *map, const char *id);

/*
 * What stands nearest above a key in the overlay's own file, where that sets
 * it: of the file (`list` NONE) or of a point in `list`.  `root` is the whole.
 */
const struct node *laid_basis(const struct laid *, const struct node *root,
		    enum word list, const char *id, enum word key);

/* What was taken away under that id or title; NULL: nothing.  laid: or NULL */
const struct taken *laid_taken(const struct laid *, const char *name);

/* The id of what once had that title; NULL: nothing had. */
const char	*laid_was(const struct laid *, const char *title);

#endif
