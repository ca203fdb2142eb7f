/*
 * versions.h -- the case asked last: all versions of its procedure, and its
 * slots under each.
 *
 * Rows of a case mostly stand together, so this is worked out once for them
 * all; slots are laid once a row needs them.
 */
#ifndef DESK_VERSIONS_H
#define DESK_VERSIONS_H

#include "case/matter.h"
#include "case/plan.h"
#include "rule/pack.h"

struct version {
	const struct procedure	*rules;
	const struct slot	*slots;		/* once they are laid */
	const int		*first;		/* of each step in them */
};

struct versions;

/* Lives in the arena, but for what versions_free frees. */
struct versions	*versions_new(struct arena *, const struct rulebook *);
void		 versions_free(struct versions *);

/* From now on it is this case, which must stay as it is. */
void		 versions_turn(struct versions *, const struct matter *);

/* Those that there are, *n of them; none where no rules have its procedure. */
const struct version *versions_all(const struct versions *, int *n);

/* The slots of a step in them, version by version; NULL: no more. */
struct visit {
	const struct versions	*of;
	const char		*step;
	int			 version, at, end;
	const struct slot	*slots;
};

struct visit	 versions_visit(struct versions *, const char *step);
const struct slot *visit_next(struct visit *);

#endif
