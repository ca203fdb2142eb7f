/*
 * deliveries.h -- what the inbox brought, and what became of it.
 *
 * A delivery is noted with its facts, then moved on, then noted as moved;
 * `brought` keeps whose cases it named until its receipt is final, `sent` of
 * which townships it came.  Functions that write want an open run.
 */
#ifndef STORE_DELIVERIES_H
#define STORE_DELIVERIES_H

#include "store/findings.h"

/* What a delivery brought, for its receipt and for whom it is counted. */
struct cargo {
	const char		*told;		/* lines of the receipt */
	const struct dirty	*cases;
	size_t			 ncases;
	const struct sender	*senders;
	size_t			 nsenders;
};

/* Behind those of its day (sets seq); it is deferred no more. */
bool		 store_put_delivery(struct store *, struct delivery *,
		    const struct cargo *, struct diags *);

/* `moved` or not, and the name under which it lies or shall. */
bool		 store_delivery_lies(struct store *,
		    const struct delivery *, struct diags *);

/*
 * The faults of the one that is on its way; of "." those of all that day's,
 * which lie in one folder.
 */
typedef void	 store_fault_fn(void *ctx, const char *faults);
bool		 store_each_fault(struct store *, const struct delivery *,
		    store_fault_fn *, void *ctx, struct diags *);

/*
 * Each township that deliveries came of up to today, by code: last, acts and
 * refused are told.
 */
typedef void	 store_town_fn(void *ctx, const struct town *);
bool		 store_each_town(struct store *, struct day today,
		    store_town_fn *, void *ctx, struct diags *);

/* Each town, by code, of which a delivery was taken from one day to another. */
bool		 store_each_sent(struct store *, struct day from,
		    struct day until, void (*)(void *ctx, const char *town),
		    void *ctx, struct diags *);

/* When one of the name that lies refused of that day as this was taken. */
struct day	 store_taken_since(struct store *, struct day,
		    const char *lies);

/*
 * The township whose code or name a folder's name is or begins with, in the
 * arena; NULL: none, or it cannot be told which.
 */
const char	*store_town_named(struct store *, struct arena *,
		    const char *name);

/* Those that lack what another may bring, by name; a night tries them again. */
bool		 store_defer(struct store *, const char *name,
		    struct diags *);
bool		 store_deferred(struct store *, struct arena *,
		    const char ***, size_t *n, struct diags *);
bool		 store_defer_end(struct store *, const char *name,
		    struct diags *);

/* Taken ones whose receipt is not final: today's, and of killed nights. */
bool		 store_receipts_due(struct store *, struct arena *,
		    struct day today, struct delivery **, size_t *n,
		    struct diags *);
const char	*store_receipt_words(struct store *, struct arena *,
		    const struct delivery *);

/* New ones and those that went today at the cases that it brought. */
bool		 store_each_brought(struct store *, const struct delivery *,
		    struct day today, store_kept_fn *, void *ctx,
		    struct diags *);

/* The night is over: what lay there is told. */
bool		 store_receipts_done(struct store *, struct day today,
		    struct diags *);

/* Of earlier days: they stand in errors.txt. */
bool		 store_drop_faults(struct store *, struct day today,
		    struct diags *);

/* Of any day: noted, and not noted as moved. */
bool		 store_unmoved(struct store *, struct arena *,
		    struct delivery **, size_t *n, struct diags *);
/* Of `faults` the beginning. */
bool		 store_deliveries(struct store *, struct arena *,
		    struct day today, struct delivery **, size_t *n,
		    struct diags *);

#endif
