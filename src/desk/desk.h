/*
 * desk.h -- what the rooms of the desk work on together.
 */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "desk/cells.h"
#include "desk/intake.h"
#include "desk/versions.h"

struct intake {
	const struct world	*world;
	struct versions		*versions;	/* of the case asked last */
	long long		 lacking;	/* faults another may mend */
};

/* One row, while it is read. */
struct desk {
	struct intake		*in;
	struct arena		*arena;
	const struct cells	*cells;
	struct diags		*d;
};

static inline const struct typed *
cell(const struct desk *k, enum column c)
{
	return k->cells->of[c];
}

/* A remedy under the last complaint, where there is a near word. */
void		 did_you_mean(const struct desk *, const char *near);

const char	*level_word(enum level);

#endif
