/*
 * making.h -- a procedure on its way from a tree; inside rule/ only.
 *
 * names.c knows events, steps and traits by name; on it stand condition.c,
 * bounds.c, parts.c, notice.c, objections.c and cycles.c, a key's values each,
 * and on those procedure.c.  Each complains of what is wrong and goes on.
 */
#ifndef RULE_MAKING_H
#define RULE_MAKING_H

#include "rule/build.h"
#include "rule/mend.h"
#include "rule/overlay.h"

struct making {
	struct build		*b;
	struct procedure	*p;
	struct event_rule	*events;
	struct step_rule	*steps;
	struct label		*traits;
	struct counting		 counting;	/* pack's and procedure's */
	const struct node	**nodes;	/* of all points, by index */
	struct fields		*fields;
	struct point_names	 names;		/* of all points */
	const struct node	*lasts;		/* the default; NULL: none */
	bool			 asked;		/* the step has a period, be it
						   one that was refused */
	bool			 comes_round;	/* `every` stands */
	const struct laid	*laid;		/* over another; or NULL */
	size_t			 cap;		/* of events, if open */
	bool			 open;		/* a pack's defaults: names
						   are taken as they come */
};

/* What a phrase takes over from where it stands. */
struct owner {
	int			 index;		/* the point's */
	const struct basis	*basis;
	struct counting		 counting;	/* merged with what is above */
	bool			 bare;		/* a point alone is a bound */
};

bool		 making_good_id(const char *);

/* Ids and titles of all points; says which name two of them. */
void		 making_names(struct making *, const struct node *events,
		    const struct node *steps);

/* `traits` or `amounts`. */
const struct label *making_labels(struct making *, const struct node *,
		    int *n);

/* The point that a phrase of `own` names; false: told. */
bool		 making_point(struct making *, const struct node *,
		    const struct phrase *, int own, struct point *);

/* The event, step, trait that a text names; -1: told. */
int		 making_event(struct making *, const struct node *, size_t at,
		    const char *name);
int		 making_step(struct making *, const struct node *);
int		 making_trait(struct making *, const struct node *);

/* Does an overlay take away what is named here?  It is told then. */
bool		 making_taken(struct making *, struct place,
		    const char *name);

/* The items of a list, or the one value; none, and told, where too many. */
size_t		 making_items(struct making *, const struct node *,
		    const struct node *const **items);

/* What `for`, `not-for`, `when`, `unless` say; NULL: none stands. */
const struct condition *making_condition(struct making *,
		    const struct fields *);

/* How many bounds a node gives at the most; NULL: none. */
size_t		 making_room(const struct node *);

/* One bound or a list of them, appended to `list`, which has room for them. */
int		 making_bounds(struct making *, const struct owner *,
		    const struct node *, bool gate, struct bound *list,
		    int have);

/* `down`, and `opens` of a notice posted again; NULL: told. */
const struct bound *making_down(struct making *, const struct owner *,
		    const struct node *);
const struct bound *making_again(struct making *, const struct owner *,
		    const struct node *);

/* `lasts`; *given: something stands, if only `none`.  The node may be NULL. */
struct period_parts making_parts(struct making *, const struct owner *,
		    const struct node *, bool *given);
bool		 parts_permanent(const struct period_parts *);

/* The same without complaints: what was told before. */
struct period_parts making_parts_again(struct making *, const struct owner *,
		    const struct node *);

/* `media`, `content`, `evidence` of a step; `review` of anything. */
void		 making_notice(struct making *, struct step_rule *,
		    const struct fields *);
bool		 making_review(struct build *, const struct fields *,
		    bool *asked, const struct basis **basis);

void		 making_objections(struct making *, const struct owner *,
		    struct step_rule *, const struct node *);

/* `every` of a procedure, whose id and levels are read; `calendar`. */
void		 making_every(struct making *, const struct fields *);
enum cycle_edge	 making_calendar(struct making *, const struct fields *);

/* `bases` of a step; the node may be NULL. */
void		 making_bases(struct making *, struct step_rule *,
		    const struct node *);

/* What no step may follow or name: one that stands for ever. */
void		 making_permanent(struct making *);

/* Does anything stand that does not apply to all? */
bool		 making_plain(const struct procedure *);

#endif
