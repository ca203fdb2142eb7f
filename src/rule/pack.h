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
#include "time/cycle.h"
#include "time/period.h"

enum {
	ID_MAX = 64,		/* bytes; part of keys and UIDs */
	POINTS_MAX = 256, BOUNDS_MAX = 64,
	LABELS_MAX = 64,	/* traits, or amounts, of a procedure */
	LIST_MAX = 64		/* media, contents, parts, pauses in a list */
};

struct instrument {
	const char	*name;
	const char	*title, *title_en, *number, *note;
	const char	*issued, *from, *until;	/* 2020-01-31, 2020-01, 2020 */
	const char	*by, *published;
	bool		 commission;
	bool		 workdays;	/* its `days` are working days */
	struct place	 place;
};

/*
 * A citation: an instrument, and the words as the file has them.  Of a list
 * the first one's `text` has all of them, `；` between.
 */
struct basis {
	const char		*text;
	const struct instrument	*instrument;
	const char		*one;		/* its own words of `text` */
	const struct basis	*also;		/* the next of a list */
};

/* What a `counting:` states; -1 where it says nothing. */
struct counting {
	int	deadline_counted, deadline_roll;
	int	judged_counted, planned_counted, window_roll;
};

enum edge { EDGE_EVENT, EDGE_OPENS, EDGE_CLOSES };

/* A trait or an amount: what a case of a procedure may have. */
struct label {
	const char		*id, *title, *title_en, *note;
	const struct basis	*basis;		/* may be NULL */
	struct place		 place;
};

/* Some of a procedure's traits or events, by index, as the file lists them. */
struct some {
	const int	*of;
	int		 n;
};

/*
 * Where an element applies: all that stand must hold.  Traits are asked of the
 * case, events of what is recorded.  LANGUAGE, "What does not apply".
 */
struct condition {
	struct some	only;		/* for: it has one of these traits */
	struct some	except;		/* not-for: and none of these */
	struct some	when;		/* one of these events is recorded */
	struct some	unless;		/* and none of these */
};

/* Events are points 0 to nevents - 1, steps come behind them. */
struct point {
	int		index;
	enum edge	edge;
	bool		bare;		/* a STEP without .opens or .closes */
};

enum bound_kind {
	BOUND_AFTER,		/* after P */
	BOUND_WITHIN,		/* within N after P: follows P, and is due */
	BOUND_BY,		/* by MM-DD after P, by day DD after P: alike */
	BOUND_WITH,		/* with P: on P's day: alike, never moved on */
	BOUND_LEAST_AFTER,	/* at least N after P */
	BOUND_BEFORE,		/* before P */
	BOUND_LEAST_BEFORE,	/* at least N before P */
	BOUND_GATE		/* publicity must be over (or open) */
};

/* Time that does not count: the days after FROM's through TO's. */
struct pause {
	int	from, to;	/* events; of a step `from` is its point and
				   `to` -1: while its notices stand */
};

struct bound {
	enum bound_kind		 kind;
	struct period		 period;	/* of those with N; else n 0 */
	int			 month, day;	/* BY; month 0: of the month
						   after P's */
	struct point		 point;		/* of `down` also the step's
						   own CLOSES; of an `again`
						   the step's own, not asked */
	const struct condition	*when;		/* NULL: it always applies */
	const struct pause	*pauses;	/* WITHIN, BY */
	int			 npauses;
	struct period		 longer;	/* extends, by; n 0: not so */
	int			 upon;		/* ... on this event */
	bool			 graded;	/* has a severity of its own */
	enum severity		 severity;
	const struct basis	*basis;		/* its own, else inherited */
	bool			 own_basis;
	struct counting		 counting;	/* its own */
	const char		*note;
	struct place		 place;
};

/* One part of a period: of those that apply the latest last day counts. */
enum part_kind {
	PART_LASTS,		/* at least N UNIT */
	PART_UNTIL,		/* until P, or at least N UNIT after it */
	PART_PERMANENT		/* it never ends */
};

struct period_part {
	enum part_kind		 kind;
	struct period		 judged, planned;	/* LASTS */
	struct period		 after;		/* UNTIL; n 0: P's own day */
	int			 event;		/* P */
	const struct condition	*when;		/* NULL: it always applies */
	const struct basis	*basis;		/* its own, else the step's */
	bool			 own_basis;
	struct counting		 counting;	/* its own */
	const char		*note;
	struct place		 place;
};

struct period_parts {
	const struct period_part	*list;
	int			 n;
};

/* A medium of `media`, or an item of `content`. */
struct item_rule {
	const char		*text;		/* of a medium its id */
	const struct condition	*when;		/* NULL: it always applies */
	int			 times;		/* of `times` alone */
};

struct item_rules {
	const struct item_rule	*list;
	int			 n;
};

enum upheld { UPHELD_GOES_ON, UPHELD_AGAIN, UPHELD_STOPS };

/* What is said of objections to a step; a period with n 0 is not there. */
struct objection_rule {
	const char		*handler;	/* "" if none */
	struct period		 raised;	/* ... may be raised, */
	struct place		 raised_at, within_at;
	enum edge		 raised_after;	/* OPENS or CLOSES */
	struct period		 within;	/* ... must be resolved, */
	bool			 within_closes;	/* else from the day received */
	enum upheld		 upheld;
	bool			 again_lasts;	/* with a period of its own: */
	struct period_parts		 again;
	const struct bound	*again_opens;	/* WITHIN its day; or NULL */
};

/* What a step or event says to its findings, all that is above counted in. */
struct sayings {
	enum severity		 severity[CODES];
	const char		*remedy[CODES];	/* NULL: the program's own */
};

/*
 * Keys of a step that may be cited by a document of their own: `bases`, and
 * what an overlay sets.  Bounds have their own place for that, and so have
 * periods and reviews; here is what those without one, as defaults, are cited
 * by.
 */
enum cite {
	CITE_AT, CITE_LASTS, CITE_REVIEW, CITE_ANY, CITE_ALL, CITE_TIMES,
	CITE_CONTENT, CITE_EVIDENCE, CITE_HANDLER, CITE_RAISED, CITE_WITHIN,
	CITE_UPHELD,
	CITES
};

struct event_rule {
	const char		*id, *title, *title_en, *note;
	const struct condition	*when;		/* NULL: it always applies */
	const struct sayings	*sayings;
	bool			 ends;		/* nothing more is owed */
	bool			 optional;	/* it need not happen */
	enum cycle_edge		 calendar;	/* it happens by itself then */
	const struct basis	*basis;		/* may be NULL without bounds */
	bool			 own_basis;
	struct counting		 counting;
	const struct bound	*bounds;	/* `after`, then gates */
	int			 nbounds;
	bool			 repeats;
	struct place		 place;
};

enum kind { KIND_NOTICE, KIND_ANNOUNCEMENT };

struct where {
	enum level	level;		/* NONE: the case's own division */
	bool		each;
};

/* A word for a division and what lies below it, unless that has its own. */
struct local {
	const char	*division;	/* "": wherever none is nearer */
	const char	*text;
};

struct locals {
	const struct local	*list;
	int			 n;
};

/*
 * What a pack or a procedure says for all below it; what is nearer is counted
 * in where a step has it.  Kept for who shows a file: nobody judges by it.
 */
struct defaults {
	bool			 gives_lasts;	/* also `none` */
	struct period_parts	 lasts;
	bool			 gives_review, review;
	const struct basis	*review_basis;	/* its own, or NULL */
	const struct sayings	*sayings;
	const char		*text[2];	/* by kind; NULL: nothing */
	struct locals		 hotline, office;
};

struct step_rule {
	const char		*id, *title, *title_en, *note;
	const struct condition	*when;		/* NULL: it always applies */
	const struct sayings	*sayings;
	enum kind		 kind;
	const struct basis	*basis;
	bool			 own_basis;
	struct counting		 counting;
	const struct where	*at;
	int			 nat;
	const struct bound	*bounds;
	int			 nbounds;
	struct period_parts	 lasts;		/* n 0: no period */
	const struct bound	*down;		/* WITHIN; or NULL */
	struct item_rules		 any, all, times;	/* media */
	struct item_rules		 content;
	bool			 review, evidence;
	const struct basis	*review_basis;	/* its own, else the step's */
	const struct basis	*cites[CITES];	/* NULL: the step's */
	struct objection_rule	 objections;
	const char		*text;		/* its words, or NULL */
	struct locals		 hotline, office;	/* that it gives */
	bool			 own_lasts;	/* else from what is above */
	struct place		 place;
	bool			 own_review_basis;
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
	unsigned long long	 sum;		/* of its file, and of what it
						   lies over */
	const struct pack	*pack;
	const struct node	*root;		/* the tree it was made of */
	const struct laid	*laid;		/* over another; or NULL */
	const struct basis	*own_basis;	/* of the overlay's file */
	unsigned		 levels;	/* bit of each case level */
	enum cycle		 every;		/* it comes round; NONE: no */
	const struct basis	*basis;
	struct counting		 counting;
	const struct label	*traits;
	int			 ntraits;
	const struct label	*amounts;
	int			 namounts;
	bool			 plain;		/* no condition stands anywhere,
						   no event is optional or ends,
						   no objection begins anew */
	struct defaults		 defaults;
	const struct event_rule	*events;
	int			 nevents;
	const struct step_rule	*steps;
	int			 nsteps;
	const int		*order;		/* of all points: each comes
						   behind what it follows, and
						   behind what may pause it */
	const struct ties	*ties;		/* by point */
	const int		*alike;		/* of step i, the first step
						   that is posted where it is */
	const struct by_id	*event_by_id;	/* by bytes of id */
	const struct by_id	*step_by_id;
};

struct pack {
	const char		*id, *title, *title_en, *note, *path;
	unsigned long long	 sum;		/* of pack.yaml, alike */
	const struct node	*root;
	const struct laid	*laid;
	const char		*overlay;	/* what it lies over; NULL */
	const struct pack	*base;		/* that pack; NULL where none */
	const char		**scope;
	int			 nscope;
	struct day		 from, until;	/* NONE: open */
	struct counting		 counting;
	const struct instrument	*instruments;
	int			 ninstruments;
	const char		*why[CODES];	/* behind a code; NULL: - */
	struct defaults		 defaults;
	const struct procedure	*names;		/* what its defaults name, as
						   a procedure with no more */
	const char *const	*hotlines;	/* digits of each it gives */
	int			 nhotlines;
	const struct procedure	*procedures;
	int			 nprocedures;
	const struct annual	*annual;	/* NULL: it has no such file */
};

struct rulebook {
	const struct pack	*packs;
	int			 npacks;
	int			 nunread;	/* files passed over */
	const struct book_entry	*entries;	/* by rulebook_order */
	int			 nentries;	/* 0: not ordered */
};

/* A procedure: by id, then as the packs have them. */
struct book_entry {
	const struct procedure	*of;
	const char		**scope;	/* of its pack, in order */
	int			 place;
};

/* A file of a pack, already a tree. */
struct rule_file {
	const char		*path;
	const struct node	*root;
	unsigned long long	 sum;	/* of its bytes, as they were read */
	const struct laid	*laid;	/* of an overlay (rule/overlay); NULL */
	bool			 annual;	/* no procedure */
};

/*
 * Builds one pack from its pack.yaml and its procedure files, among which that
 * of the yearly report may be.  All faults
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

/* Once all packs are there: what is asked by an id is then found at once. */
void		 rulebook_order(struct arena *, struct rulebook *);

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

/* Are there versions for the division, and all of them over by that day? */
bool		 rulebook_over(const struct rulebook *, const char *id,
		    const char *division, struct day);

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

/* What a notice's text may name in braces, ended by NULL. */
extern const char *const	 notice_blanks[];

/*
 * Whom to call, and who signs, at a division: what the step (by index; -1:
 * none) gives for it, else the procedure, else the pack; NULL: nothing.
 */
const char	*procedure_hotline(const struct procedure *, int step,
		    const char *division);
const char	*procedure_office(const struct procedure *, int step,
		    const char *division);

/* What the codes themselves say, where no rule says anything. */
const struct sayings *sayings_of_codes(struct arena *);

/* What a key of the step is cited by. */
const struct basis *step_basis(const struct step_rule *, enum cite);

/* Points by index: id, title (or id), bounds; a rule file names it by both. */
const char	*point_id(const struct procedure *, int index);
const char	*point_name(const struct procedure *, int index);
const struct bound *point_bounds(const struct procedure *, int index, int *n);

/* Must what it names come first?  All but `before` ask so. */
bool		 bound_follows(const struct bound *);

/* Is it a deadline of its point?  `within`, `by` and `with` are, too. */
bool		 bound_is_due(const struct bound *);

/* Title in the language set up (a title-en where there is one), never "". */
const char	*title_in(const char *id, const char *title,
		    const char *title_en);

#endif
