/*
 * night.h -- what the store keeps from night to night.
 *
 * A night is a day; it is finished when its reports and calendars lie there.
 * Between nights the store knows which cases changed (`dirty`), when each
 * wants to be judged again (`watch`), what was found and when (`finding`),
 * what the verdicts rest on (`ground`: rules, calendars, language), who
 * answers for what (`waiver`), what the inbox brought (`delivery`) and which
 * calendars there are (`shelf`).
 *
 * Functions that write want an open run (store_begin) and mark it changed.
 * False: the database failed, and an error was added.
 */
#ifndef STORE_NIGHT_H
#define STORE_NIGHT_H

#include "case/kept.h"
#include "store/store.h"

struct nights {
	struct day	 since;		/* last finished night of an earlier
					   day; NONE: there is none */
	struct day	 latest;	/* of all nights, finished or not */
	struct day	 finished;	/* the latest day that was finished */
	const char	*when;		/* the last was, UTC; "" never */
	long long	 judged;	/* cases judged on `today` so far */
	bool		 broken_off;	/* some night was not finished */
};

bool		 store_nights(struct store *, struct arena *,
		    struct day today, struct nights *, struct diags *);

/*
 * Begins the night of `today`, or goes on with it.  What came after `since`
 * on other days is forgotten: nights broken off, and, where today lies before
 * them, later ones.  The lives of findings are then what they would be
 * without them.
 */
bool		 store_night_begin(struct store *, struct day today,
		    const struct nights *, struct diags *);

/*
 * What the night of a day knew: facts up to a file, rules and days off as
 * texts of job/fingerprint.  NULL and -1: nobody knows it any more.
 */
struct known {
	long long	 upto;
	const char	*rules, *days;
};

bool		 store_knew(struct store *, struct arena *, struct day since,
		    struct known *, struct diags *);

/* Keeps it of `today`; facts up to now. */
bool		 store_knows(struct store *, struct day today,
		    struct day since, const char *rules, const char *days,
		    struct diags *);

/*
 * What was changed or taken back of a case since then, filled cells left out;
 * in the arena.  None where `upto` is -1.
 */
bool		 store_undone(struct store *, struct arena *,
		    const char *division, const char *id, long long upto,
		    struct undone **, size_t *n, struct diags *);

/* The pass was over all: as many were judged as there are. */
bool		 store_judged_all(struct store *, struct day today,
		    struct diags *);
bool		 store_night_finish(struct store *, struct day today,
		    const char *when, struct diags *);

/* Was there ever a night?  Asked when a run begins. */
bool		 store_watched(const struct store *);

/* What verdicts rest on, by name; "" where it is not known. */
const char	*store_fingerprint(struct store *, struct arena *,
		    const char *name);
bool		 store_set_fingerprint(struct store *, const char *name,
		    const char *value, struct diags *);

/* ---- which cases are to be judged */

bool		 store_dirty_procedure(struct store *, const char *id,
		    struct diags *);

/* Cases at or below the division, and at those above it. */
bool		 store_dirty_division(struct store *, const char *code,
		    struct diags *);

/*
 * Those whose `wake` has come, and those of whose withdrawn entries a year may
 * have passed.
 */
bool		 store_dirty_woken(struct store *, struct day today,
		    struct diags *);
/* Before all are judged: entries of cases that are no more. */
bool		 store_dirty_orphans(struct store *, struct diags *);
bool		 store_dirty_clear(struct store *, struct diags *);

/* Has it changed since its last verdict? */
bool		 store_is_dirty(struct store *, const char *division,
		    const char *id, bool *dirty, struct diags *);

/* By division, then case; also of cases that are no more. */
struct dirty {
	const char	*division, *id;
};
bool		 store_dirty(struct store *, struct arena *, struct dirty **,
		    size_t *n, struct diags *);

/* ---- what was found */

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

/* How many are open (`tight` left out), and entries that hold. */
struct open_counts {
	long long	findings, entries;
};
bool		 store_open_counts(struct store *, struct open_counts *,
		    struct diags *);

struct standing {
	long long	cases, slots;
	long long	states[STATES];
};
bool		 store_standing(struct store *, struct standing *,
		    struct diags *);

/* ---- waivers */

bool		 store_put_waiver(struct store *, const struct waiver *,
		    struct diags *);

/* *was: there was one in force or expired. */
bool		 store_end_waiver(struct store *, const char *key,
		    const char *when, bool *was, struct diags *);

/* All that were not ended, by key, in the arena. */
bool		 store_waivers(struct store *, struct arena *,
		    struct waiver **, size_t *n, struct diags *);

/* Has an open finding this key?  Within a run. */
bool		 store_finding_there(struct store *, const char *key,
		    bool *there, struct diags *);

/* ---- deliveries */

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

/* When one of the name that lies refused of that day as this was taken. */
struct day	 store_taken_since(struct store *, struct day,
		    const char *lies);

/* Who is named for a division; "": nobody. */
void		 store_person(struct store *, struct arena *,
		    const char *division, const char **contact,
		    const char **phone);

/* When the row of a case was taken in last, UTC; "": nobody knows. */
const char	*store_case_came(struct store *, struct arena *,
		    const char *division, const char *id);

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

/* ---- calendars that nights have written */

struct calendar_state {
	const char	*code;
	long long	 stale;		/* changes that it does not show */
	long long	 size, mtime;	/* of the file as a night left it;
					   nanoseconds from 1970 UTC */
};

/* Something changed in this one, in all. */
bool		 store_stale_calendar(struct store *, const char *code,
		    struct diags *);
bool		 store_stale_calendars(struct store *, struct diags *);

/* It lies there as told, and shows as many changes as `stale` says. */
bool		 store_calendar_written(struct store *,
		    const struct calendar_state *, struct diags *);

/* A stale one for every entry that is remembered and has none. */
bool		 store_keep_calendars(struct store *, struct diags *);

bool		 store_calendars(struct store *, struct arena *,
		    struct calendar_state **, size_t *n, struct diags *);

/* Is there any entry in this calendar? */
bool		 store_calendar_lives(struct store *, const char *code,
		    bool *lives, struct diags *);

/* ---- care */

/*
 * Writes a whole copy to `path`, which must not be there (the caller names a
 * file beside the target).  A database that is not sound is not copied.
 */
bool		 store_copy(struct store *, const char *path,
		    struct diags *);

/*
 * A copy of before becomes the database again: each entry of calendars counts
 * as changed at `now` (seconds from 1970 UTC), with the sequence that minute
 * has, and every calendar is to be written anew.  Within a run.
 */
bool		 store_restored(struct store *, long long now, int sequence,
		    struct diags *);

/* Are its pages and keys whole?  Quicker than store_verify. */
bool		 store_sound(struct store *, struct diags *);

/*
 * Looks through everything: pages, keys, dates, what belongs together.  Each
 * fault is an error of the machine; false where there was one.
 */
bool		 store_verify(struct store *, struct diags *);

#endif
