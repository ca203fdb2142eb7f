/*
 * night.h -- the county's night: take in, judge, keep, write.
 *
 * A night is incremental: it judges the cases whose facts, rules or calendars
 * changed and those whose `wake` has come, and what it says is what a full
 * one would say.  The order of its steps is what makes it safe to kill: facts
 * are kept before deliveries move, findings and the calendars' memory are
 * kept in one piece before files show them, and the night is finished last.
 */
#ifndef JOB_NIGHT_H
#define JOB_NIGHT_H

#include "base/text.h"
#include "calendar/ics.h"
#include "case/judge.h"
#include "input/holidays.h"
#include "job/workers.h"
#include "rule/pack.h"
#include "store/store.h"
#include "words/layout.h"

struct night {
	struct store			*store;
	const struct rulebook		*book;
	const struct calendars		*calendars;
	const struct names		*names;
	struct day			 today;
	long long			 now;	/* stamp of calendars, secs */
	long long			 clock;	/* the machine's, secs */
	const char			*when, *who;	/* for the history */
	const char			*inbox, *out;	/* folders; both NULL:
						   judged and kept, and
						   nothing taken in or
						   written */
	long long			 settle;	/* secs */
	bool				 full;	/* judge every case */
	int				 jobs;	/* processes asked for; 0:
						   what is usual */
	struct again			 again;	/* for them */
	bool				 yes;	/* whatever may go by changed
						   rules and calendars */
	enum lang			 calendar_lang;
	enum alarms			 alarms;	/* of calendars */
	const char			*base;	/* their address, for pages;
						   NULL: none is known */
	FILE				*progress;	/* or NULL */
	const struct night_over		*over;	/* of counties in a hub; NULL:
						   of the store's own */
};

/*
 * Over counties that had their own nights: the store has what these know, and
 * what it keeps is nobody's.  Each case is judged from its facts, and nothing
 * is taken in or opened.
 */
struct night_over {
	struct day		 since;		/* the earliest of their last
						   nights before today */
	long long		 judged;	/* by theirs, today */
	const struct night_late	*late;		/* who had none today */
	size_t			 nlate;
};

struct night_done {
	long long	severities[SEVERITIES];	/* of what is not waived */
	long long	refused;		/* deliveries, today */
	long long	stuck;			/* may not be moved */
	const char	*json, *text;		/* the reports' paths */
};

/* Says so where the clock has gone back: the nights since are forgotten. */
void	 night_warn_back(struct arena *, const struct night *, struct diags *);

/*
 * False: the machine failed (an error was added) and the night is not
 * finished; run again, it goes on.
 */
bool	 night_run(struct arena *, const struct night *, struct night_done *,
	    struct diags *);

#endif
