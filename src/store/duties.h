/*
 * duties.h -- duties that are kept: cases that the calendar opens.
 */
#ifndef STORE_DUTIES_H
#define STORE_DUTIES_H

#include "store/put.h"

struct duty {
	const char	*procedure, *division;
	struct day	 from;		/* periods that begin then or later, */
	struct day	 until;		/* ... and not after this; NONE */
	struct day	 opened;	/* first day of the last period that
					   was dealt with; NONE: none was */
	bool		 ended;		/* added again, it is a new one */
	long long	 added;		/* the file that it first came with */
};

/* All, by procedure and division, in the arena. */
bool		 store_duties(struct store *, struct arena *, struct duty **,
		    size_t *n, struct diags *);

/*
 * Keeps it, or corrects its days; `opened` is taken over where it is new and
 * is forgotten where `from` has become earlier.  `added` is not asked.  Of one
 * that is ended here what was is taken over.  What it was goes into the history
 * of its division.  Within a run; PUT_CLASH: this run has put it with other
 * days.
 */
enum put	 store_put_duty(struct store *, const struct duty *,
		    struct diags *);

/* Takes it back, into the history; PUT_NEVER: there is none. */
enum put	 store_void_duty(struct store *, const char *procedure,
		    const char *division, struct diags *);

/* Its periods that begin on or before that day were dealt with. */
bool		 store_duty_opened(struct store *, const struct duty *,
		    struct day, struct diags *);

/*
 * Visits the divisions at or below the duty's, by code.  `since` is the day
 * (UTC+8) on which one became known that was not when the duty was first
 * kept, else NONE.  The visitor may write cases; false stops.
 */
typedef bool	 store_known_fn(void *ctx, const char *code, const char *name,
		    struct day since);
bool		 store_each_known(struct store *, const struct duty *,
		    store_known_fn *, void *ctx, struct diags *);

/* Is there a case of that number, or was there, taken back or renamed? */
bool		 store_case_was(struct store *, const char *division,
		    const char *id, bool *was, struct diags *);

#endif
