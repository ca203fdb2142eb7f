/*
 * findings.h -- what was found, kept from night to night.
 *
 * A row of `finding` is one life of a finding, an interval of days: it is
 * there from `first` on, and no more from `gone` on, [first, gone); open,
 * [first, while it is there.  Of one key no two lives have a day in common.
 *
 * A night of day T goes on from the last one finished before it, S: nights
 * between that were broken off, and those of days after T, are forgotten.  By
 * store_night_begin a life becomes what it had been without them:
 *
 *	     S       T			     S       T
 *	     |  [--) |		drop	     |       |
 *	[----|-) [---|-->	join	[----|-------|-->	of one key
 *	     |  [----|-->	first	     |       [-->
 *	[----|----)  |		gone	[----|-------)
 *	[--) |       |		stays	[--) |       |
 *	[----|-------|-->	stays	[----|-------|-->
 *
 * in this order.  What then ends today is taken up again by store_keep where
 * the finding is there.  `tight` has no first day (0): it has no news.
 */
#ifndef STORE_FINDINGS_H
#define STORE_FINDINGS_H

#include "case/kept.h"
#include "store/database.h"

/* A case by its key, also one that is no more. */
struct dirty {
	const char	*division, *id;
};

/* Why one that was there before, and is not now, went. */
typedef enum why store_why_fn(void *ctx, const struct kept *);

/*
 * Keeps the verdict of one case: `list` in its order (first, gone and why are
 * not read), and what is watched.  NULL: the case is no more.
 */
bool		 store_keep(struct store *, struct day today,
		    const struct dirty *, const struct watch *,
		    const struct kept *list, size_t n, store_why_fn *,
		    void *ctx, struct diags *);

typedef bool	 store_kept_fn(void *ctx, const struct kept *);

enum kept_order {
	KEPT_ALL,		/* every finding there is, as in a scan */
	KEPT_WENT,		/* those gone since `today`, as in a scan */
	KEPT_NEW_PLACED,	/* those first seen today, by township */
	KEPT_ALL_RANKED,	/* all, the worst first, then by township */
	KEPT_WENT_PLACED	/* those gone since today, by township */
};

bool		 store_each_kept(struct store *, enum kept_order,
		    struct day today, store_kept_fn *, void *ctx,
		    struct diags *);

/* The open ones of a case, in their order. */
bool		 store_each_open(struct store *, const char *division,
		    const char *id, store_kept_fn *, void *ctx,
		    struct diags *);

/*
 * Lives that begin on `until` or before and are not over before `from`, by
 * case (division, number), then key, then first day.
 */
bool		 store_each_life(struct store *, struct day from,
		    struct day until, store_kept_fn *, void *ctx,
		    struct diags *);

/* How many are open (`tight` left out), and entries that hold. */
struct open_counts {
	long long	findings, entries;
};
bool		 store_open_counts(struct store *, struct open_counts *,
		    struct diags *);

struct standing {
	long long	cases, slots;
	long long	states[STATES];
	long long	paused;
};
bool		 store_standing(struct store *, struct standing *,
		    struct diags *);

/* What only traits keep away in each case, as struct watch has it. */
typedef void	 store_exempt_fn(void *ctx, const char *exempt);
bool		 store_each_exempt(struct store *, store_exempt_fn *, void *ctx,
		    struct diags *);

#endif
