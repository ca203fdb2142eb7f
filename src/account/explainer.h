/*
 * explainer.h -- what the writers of explain.h share; inside account/ only.
 */
#ifndef ACCOUNT_EXPLAINER_H
#define ACCOUNT_EXPLAINER_H

#include "account/explain.h"

struct explainer {
	struct layout			 l;
	struct arena			*a;	/* of one point */
	const struct explained		*x;
	const struct account		*of;	/* the point being told */
	bool				 full;	/* one point was asked for */
	bool				 begun;
};

/* "2020-09-27 Sun" */
const char	*weekday_words(struct arena *, struct day);

/* A sum as rows, a run of ordinary days in one. */
void		 tell_sum(struct explainer *, const struct sum *, int indent);

/* Its months, Monday to Sunday; `safe` (or NONE) is the planned last day. */
void		 tell_grid(struct explainer *, const struct sum *,
		    struct day safe);

/* One line, wrapped. */
void		 tell_line(struct explainer *, int indent, const char *);

void		 explain_json(struct explainer *);

/* Is the finding about the point of this account? */
bool		 finding_of(const struct account *, const struct finding *);

/* "after Plan issued": the bound in words, its point in quotes or not. */
const char	*bound_words(struct explainer *, const struct bound *,
		    bool quoted);

#endif
