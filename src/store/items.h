/*
 * items.h -- all facts, a kind after the other, every column of them.
 */
#ifndef STORE_ITEMS_H
#define STORE_ITEMS_H

#include "store/duties.h"

enum item_kind {
	ITEM_DIVISION, ITEM_CASE, ITEM_EVENT, ITEM_POSTING, ITEM_OBJECTION,
	ITEM_DUTY
};

/* A row; of each kind its own part is set, and of facts also whose it is. */
struct item {
	const char		*division, *id;	/* the case's */
	const char		*name;		/* of a division */
	struct person		 person;
	const struct matter	*matter;	/* without facts */
	struct event		 event;
	struct posting		 posting;
	struct objection	 objection;
	struct duty		 duty;
	unsigned		 has;		/* of a posting: HAS_... */
};

typedef bool	 store_item_fn(void *ctx, const struct item *);

/* In the order of their keys; strings live until the visitor returns. */
bool		 store_each_item(struct store *, enum item_kind,
		    store_item_fn *, void *ctx, struct diags *);

/* Calls for each set of columns that postings have, once. */
typedef void	 store_set_fn(void *ctx, unsigned has);
bool		 store_each_set(struct store *, store_set_fn *, void *ctx,
		    struct diags *);

/* Are there cases of more than one county? */
bool		 store_many_counties(struct store *, bool *many,
		    struct diags *);

#endif
