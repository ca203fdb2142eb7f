/*
 * calendars.h -- what was once written to calendars, and which there are.
 *
 * An entry is remembered as it was written last, by whichever command; the
 * calendars are those that nights write, a file a township.
 */
#ifndef STORE_CALENDARS_H
#define STORE_CALENDARS_H

#include "store/database.h"
#include "time/day.h"

enum { WRITTEN_ALARMS = 3 };

/* An entry as it was written last; the key is its first five fields. */
struct written {
	const char	*division, *id;		/* the case's */
	const char	*step, *at;		/* the slot's */
	int		 kind;			/* 0 window, 1 deadline; 2 and
						   3: the same, old UIDs */
	int		 status;		/* 0 confirmed, 2 cancelled */
	bool		 dropped;		/* cancelled, a year past its
						   end, and in no calendar */
	struct day	 first, last;
	int		 alarms[WRITTEN_ALARMS];
	int		 nalarms;
	int		 sequence;
	long long	 stamp;			/* seconds from 1970 UTC */
	long long	 said;		/* a hash of what it says; 0:
					   not known, it was in words */
	/* as told_write has them; NULL: not read, see below */
	const char	*summary, *location, *description;
};

/*
 * Walks over what was written, by case's division, case, step, division,
 * kind: rewind, then next until *have is false.  With `top` (not "") only
 * those of the cases that store_each_case visits then; with `words` what they
 * say is read at once.  Strings go to the
 * arena.  What is put meanwhile is not met if its key lies before the one
 * read last.  Of a part that is of all cases: those that lie in it.
 */
struct case_part;
void		 store_written_part(struct store *, const struct case_part *);
void		 store_written_rewind(struct store *, const char *top,
		    bool words);
bool		 store_written_next(struct store *, struct arena *,
		    struct written *, bool *have, struct diags *);

/* The words of one that was met; most that are met are only compared. */
bool		 store_written_said(struct store *, struct arena *,
		    struct written *, struct diags *);

/* What was written of one case, in that order, in the arena; within a run. */
bool		 store_written_of(struct store *, struct arena *,
		    const char *division, const char *id, struct written **,
		    size_t *n, struct diags *);

/* Within a run; replaces that of the same key. */
bool		 store_written_put(struct store *, const struct written *,
		    struct diags *);

/* ---- calendars that nights have written; within a run */

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

/* Calendars with entries of cases that lie in another county now, by code. */
bool		 store_strays(struct store *, struct arena *,
		    const char ***codes, size_t *n, struct diags *);

/* Is there any entry in this calendar? */
bool		 store_calendar_lives(struct store *, const char *code,
		    bool *lives, struct diags *);

#endif
