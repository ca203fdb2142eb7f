/*
 * paper_slot.h -- what papers share; inside job/ only.
 */
#ifndef JOB_PAPER_SLOT_H
#define JOB_PAPER_SLOT_H

#include "job/paper.h"
#include "report/paper.h"

/* The slot that an order means. */
struct paper_slot {
	const struct matter	*m;
	const struct plan	*all, *now;
	int			 i;	/* in both plans */
	const struct slot	*slot;	/* of `all` */
	const struct step_rule	*rule;
};

/* False: an error was added; where there are several it names them. */
bool	 paper_find(struct arena *, const struct paper_order *,
	    struct paper_slot *, struct diags *);

/* 2020年9月12日; 12 September 2020. */
const char	*paper_day(struct arena *, enum lang, struct day);

/* Written beside, and renamed. */
bool	 paper_put(struct arena *, const char *path, const struct paper *,
	    struct diags *);

#endif
