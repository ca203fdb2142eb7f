/*
 * uses.h -- what of a procedure something else in it asks for.
 */
#ifndef RULE_USES_H
#define RULE_USES_H

#include "rule/pack.h"

struct uses {
	bool	trait[LABELS_MAX];	/* a condition asks for it, */
	bool	dated[LABELS_MAX];	/* one that days depend on */
	bool	asked[POINTS_MAX];	/* a condition asks for the event */
	bool	named[POINTS_MAX];	/* another point counts from it: in a
					   bound, a period, a pause ... */
};

void		 procedure_uses(const struct procedure *, struct uses *);

/* Each citation in a pack, of a list each one. */
typedef void	 basis_fn(void *ctx, const struct basis *);
void		 pack_each_basis(const struct pack *, basis_fn *, void *ctx);

#endif
