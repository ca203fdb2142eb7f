/*
 * night.h -- what the store keeps from night to night.
 *
 * A night is a day; it is finished when its reports and calendars lie there.
 * Between nights the store knows which cases changed (`dirty`), when each
 * wants to be judged again (`watch`) and what the verdicts rest on (`ground`:
 * rules, calendars, language).  What was found and when, who answers for
 * what, and what the inbox brought say the headers below.
 *
 * Functions that write want an open run (store_begin) and mark it changed.
 * False: the database failed, and an error was added.
 */
#ifndef STORE_NIGHT_H
#define STORE_NIGHT_H

#include "store/care.h"
#include "store/deliveries.h"
#include "store/findings.h"
#include "store/store.h"
#include "store/waivers.h"

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

/* Nights that were finished, of days from the first through the last. */
struct night_span {
	long long	 n;
	struct day	 first, last;	/* NONE where there is none */
};

bool		 store_nights_between(struct store *, struct day first,
		    struct day last, struct night_span *, struct diags *);

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

/* Facts up to now have come by that file; -1: the database failed. */
long long	 store_upto(struct store *, struct diags *);

/*
 * What was changed or taken back of a case since then, filled cells left out,
 * and the case itself where its traits were others; in the arena.  None where
 * `upto` is -1.
 */
bool		 store_undone(struct store *, struct arena *,
		    const char *division, const char *id, long long upto,
		    struct undone **, size_t *n, struct diags *);

/* The pass was over all: as many were judged as there are. */
bool		 store_judged_all(struct store *, struct day today,
		    struct diags *);
bool		 store_night_finish(struct store *, struct day today,
		    const char *when, struct diags *);

/* Was there a night before this run began?  False where none is open. */
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
bool		 store_dirty(struct store *, struct arena *, struct dirty **,
		    size_t *n, struct diags *);

#endif
