/*
 * pack.h -- what the documents ask: packs of procedures, as values.
 *
 * A procedure is a set of points (events, and steps with an opening and a
 * closing) with bounds between them.  What a point must *follow* (the points
 * behind `after` and those of its gates) has no cycle; `order` lists the
 * points so that each comes behind all that it follows.  Everything is built
 * once from trees, belongs to the arena and never changes.
 */
#ifndef RULE_PACK_H
#define RULE_PACK_H

#include "base/arena.h"
#include "base/division.h"
#include "base/tree.h"
#include "rule/code.h"
#include "time/period.h"

enum { POINTS_MAX = 256, BOUNDS_MAX = 64 };

struct instrument {
	const char	*name;
	const char	*title, *title_en, *number, *issued, *note;
	const char	*from, *until;	/* in-force, as written */
	bool		 commission;
};

/* A citation: an instrument, and the words as the file has them. */
struct basis {
	const char		*text;
	const struct instrument	*instrument;
};

/* What a `counting:` states; -1 where it says nothing. */
struct counting {
	int	deadline_counted, deadline_roll;
	int	judged_counted, planned_counted, window_roll;
};

enum edge { EDGE_EVENT, EDGE_OPENS, EDGE_CLOSES };

/* Events are points 0 to nevents - 1, steps come behind them. */
struct point {
	int		index;
	enum edge	edge;
	bool		bare;		/* a STEP without .opens or .closes */
};

enum bound_kind {
	BOUND_AFTER,		/* after P */
	BOUND_WITHIN,		/* within N after P: follows P, and is due */
	BOUND_LEAST_AFTER,	/* at least N after P */
	BOUND_BEFORE,		/* before P */
	BOUND_LEAST_BEFORE,	/* at least N before P */
	BOUND_GATE		/* publicity must be over (or open) */
};

struct bound {
	enum bound_kind		 kind;
	struct period		 period;	/* not of AFTER, BEFORE, GATE */
	struct point		 point;
	const struct basis	*basis;		/* its own, else inherited */
	bool			 own_basis;
	struct counting		 counting;	/* its own */
	const char		*note;
	struct place		 place;
};

struct event_rule {
	const char		*id, *title, *title_en, *note;
	const struct basis	*basis;		/* may be NULL without bounds */
	bool			 own_basis;
	struct counting		 counting;
	const struct bound	*bounds;	/* `after`, then gates */
	int			 nbounds;
	bool			 repeats;
};

enum kind { KIND_NOTICE, KIND_ANNOUNCEMENT };

struct where {
	enum level	level;		/* NONE: the case's own division */
	bool		each;
};

struct step_rule {
	const char		*id, *title, *title_en, *note;
	enum kind		 kind;
	const struct basis	*basis;
	bool			 own_basis;
	struct counting		 counting;
	const struct where	*at;
	int			 nat;
	const struct bound	*bounds;
	int			 nbounds;
	bool			 lasts;		/* has a period at all */
	struct period		 judged, planned;
	const struct basis	*lasts_basis;	/* its own, else the step's */
	bool			 own_lasts_basis;
	struct counting		 lasts_counting;
	const char		*handler;	/* "" if none */
};

/* The bounds of a point by what they do; a `within` does both. */
struct ties {
	const struct bound	**follows;	/* it follows what they name */
	int			 nfollows;
	const struct bound	**dues;		/* its own deadlines */
	int			 ndues;
};

struct by_id {
	const char	*id;
	int		 index;
};

struct procedure {
	const char		*id, *title, *title_en, *note;
	const char		*path;
	unsigned long long	 sum;		/* of its file */
	const struct pack	*pack;
	unsigned		 levels;	/* bit of each case level */
	const struct basis	*basis;
	struct counting		 counting;
	const struct event_rule	*events;
	int			 nevents;
	const struct step_rule	*steps;
	int			 nsteps;
	const int		*order;		/* of all points */
	const struct ties	*ties;		/* by point */
	const int		*alike;		/* of step i, the first step
						   that is posted where it is */
	const struct by_id	*event_by_id;	/* by bytes of id */
	const struct by_id	*step_by_id;
};

struct pack {
	const char		*id, *title, *title_en, *note, *path;
	unsigned long long	 sum;		/* of pack.yaml */
	const char		**scope;
	int			 nscope;
	struct day		 from, until;	/* NONE: open */
	struct counting		 counting;
	const struct instrument	*instruments;
	int			 ninstruments;
	const char		*why[CODES];	/* behind a code; NULL: - */
	const struct procedure	*procedures;
	int			 nprocedures;
};

struct rulebook {
	const struct pack	*packs;
	int			 npacks;
	int			 nunread;	/* files passed over */
};

/* A file of a pack, already a tree. */
struct rule_file {
	const char		*path;
	const struct node	*root;
	unsigned long long	 sum;	/* of its bytes, as they were read */
};

/*
 * Builds one pack from its pack.yaml and its procedure files.  All faults
 * are reported; NULL where there was one.
 */
const struct pack *pack_build(struct arena *, struct rule_file pack,
		    const struct rule_file *procedures, int n,
		    struct diags *);

/*
 * Refuses packs equally near in scope that are in force on one day.  Each
 * procedure is told once, beside the first other that it meets.
 */
bool		 rulebook_check(const struct rulebook *, struct diags *);

/*
 * The procedure with that id or title in any pack (the first one), or NULL.
 */
const struct procedure *rulebook_named(const struct rulebook *,
		    const char *name);

/* The i-th version (from 0) of a procedure in any pack, or NULL. */
const struct procedure *rulebook_version(const struct rulebook *,
		    const char *id, int i);

/*
 * The version for a case at `division` whose first recorded day is `first`;
 * without one (NONE) that in force today, else the newest; NULL: none.
 */
const struct procedure *rulebook_in_force(const struct rulebook *,
		    const char *id, const char *division, struct day first,
		    struct day today);

/*
 * The next day after `today` on which another version could be the answer
 * for a case without a recorded day; NONE: never.
 */
struct day	 rulebook_turn(const struct rulebook *, const char *id,
		    struct day today);

/* Index by id or title, -1 where there is none. */
int		 procedure_event(const struct procedure *, const char *name);
int		 procedure_step(const struct procedure *, const char *name);

/* The nearest word for a misspelt event or step, or NULL. */
const char	*procedure_nearest(const struct procedure *, const char *name,
		    bool step);

/* Points by index: id, title (or id), bounds; a rule file names it by both. */
const char	*point_id(const struct procedure *, int index);
const char	*point_name(const struct procedure *, int index);
const struct bound *point_bounds(const struct procedure *, int index, int *n);

/* Does an `after`, `within`, `at least ... after` or gate stand here? */
bool		 bound_follows(const struct bound *);

/* Title in the language set up (a title-en where there is one), never "". */
const char	*title_in(const char *id, const char *title,
		    const char *title_en);

#endif
