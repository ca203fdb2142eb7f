/*
 * impact.h -- what other rules, days off or facts would change, written out.
 *
 * Text for the head of an office, with its summary first; JSON and CSV for
 * programs, fixed in gongshi-data(5).  A case is written when it comes, and
 * only where something of it is another.  Interface: LANGUAGE, section 8.
 */
#ifndef REPORT_IMPACT_H
#define REPORT_IMPACT_H

#include "case/gone.h"
#include "case/judge.h"
#include "words/layout.h"

/* Of the world as it is, and of that which would be. */
enum world { WAS, IS, WORLDS };

/* A finding that goes, and why: as a night would say it. */
struct going {
	const struct finding	*finding;
	enum why		 why;
};

/* A finding or an entry in both worlds; NULL: in this one it is not. */
struct two_findings {
	const struct finding	*of[WORLDS];
};

/* What people see of an entry of their calendars. */
struct shown_entry {
	const char		*uid;
	bool			 window;	/* else a deadline */
	const char		*step, *division;
	struct day		 first, last;	/* both inclusive */
	const char		*summary;
};

struct two_entries {
	const struct shown_entry	*of[WORLDS];
};

enum moved { MOVED_EARLIEST, MOVED_LATEST, MOVED_ADVISED, MOVED_JUDGED,
	MOVED_PLANNED, MOVES };

/* A day of a slot that is another; NONE: there is none, or nobody knows. */
struct move {
	enum moved		 what;
	struct day		 day[WORLDS];
	bool			 unknown[WORLDS];
	const struct basis	*basis;		/* or NULL */
};

struct moved_slot {
	const struct slot	*of[WORLDS];	/* NULL: there it is none */
	const struct step_rule	*rule;
	enum state		 state[WORLDS];	/* STATES: it has none */
	struct move		 moves[MOVES];
	int			 n;
};

/* A word of its facts that the old rules knew, and the new ones do not. */
struct unheard {
	const char	*kind;		/* procedure, event, step, trait */
	const char	*id;
	const char	*title;		/* by the old rules */
};

/* All that is another of a case; lists in the order of a scan or plan. */
struct altered {
	const struct matter	*matter;
	bool			 recorded[WORLDS];
	const struct plan	*all[WORLDS];	/* NULL: no rule is in force,
						   or it is not recorded */
	struct finding		**come;
	struct going		*go;
	struct two_findings	*stay;		/* with other days, or as
						   grave no more */
	struct moved_slot	*slots;
	struct two_entries	*entries;
	struct unheard		*unheard;
	size_t			 ncome, ngo, nstay, nslots, nentries,
				 nunheard;
};

struct impact_totals {
	long long	cases, changed;
	long long	codes[2][CODES];	/* of those that come; of slots,
						   of events */
	long long	severities[SEVERITIES];
	long long	come, go, stay;
	long long	why[WHYS];		/* of those that go */
	long long	slots;
	long long	gained, lost, altered;	/* entries */
	long long	unheard;		/* cases with such words */
	long long	unjudged, judged;	/* cases that no rule judges
						   any more; begins to */
};

/* What the second world has of its own, by name. */
struct grounds {
	const char	**packs;	/* that differ */
	size_t		 npacks, packs_cap;
	const char	**days;		/* as cn/45/2021 */
	size_t		 ndays, days_cap;
	const char	**notes;	/* sentences, of text alone */
	size_t		 nnotes, notes_cap;
};

struct impact_writer;

/* Names of divisions in each world.  The arena lives as long as it. */
struct impact_writer	*impact_writer_new(struct arena *, struct layout,
			    const struct names *names[static WORLDS],
			    const struct grounds *, struct diags *);

/* False: an error was added. */
bool		 impact_begin(struct impact_writer *);
void		 impact_case(struct impact_writer *, struct arena *per_case,
		    const struct altered *);
bool		 impact_end(struct impact_writer *,
		    const struct impact_totals *);

/* One for some of the cases, and its work joined to the whole: report.h. */
struct impact_writer *impact_writer_part(struct arena *,
		    const struct impact_writer *, FILE *);
void		 impact_writer_part_end(const struct impact_writer *,
		    FILE *state);
FILE		*impact_writer_join(struct impact_writer *, FILE *printed,
		    long long *bytes, FILE *state);

const char	*moved_name(enum moved);	/* "earliest" */

#endif
