/*
 * past.h -- the nights that were, and what stood open on each.
 */
#ifndef STORE_PAST_H
#define STORE_PAST_H

#include "case/kept.h"
#include "store/database.h"

/*
 * The last `most` nights that were finished, up to today, by day; today's own
 * too where `tonight` says that it is about to be.
 */
bool		 store_past_nights(struct store *, struct arena *,
		    struct day today, bool tonight, size_t most,
		    struct day **, size_t *n, struct diags *);

/* A life of a finding, [first, gone), and the days on which it was waived. */
struct life {
	const char	*at;
	enum severity	 severity;
	struct day	 first, gone;		/* gone NONE: it is open */
	struct day	 waived_from, waived_to;	/* both days; or NONE */
};

typedef void	 store_life_fn(void *ctx, const struct life *);

/* Those that were there on that day or later. */
bool		 store_each_life(struct store *, struct day from,
		    store_life_fn *, void *ctx, struct diags *);

#endif
