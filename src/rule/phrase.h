/*
 * phrase.h -- "within 5 workdays after plan-issued", and the same in Chinese.
 *
 * A phrase is read from a node of a rule file into its parts and printed
 * back; either language, blanks are free.  Names of points stay names here:
 * rule/procedure resolves them.
 */
#ifndef RULE_PHRASE_H
#define RULE_PHRASE_H

#include "base/text.h"
#include "base/tree.h"
#include "rule/pack.h"
#include "rule/vocab.h"

/*
 * What a text says.  Years and quarters are months: 12 and 3 each, so that
 * `n` and `unit` are those of a struct period.
 */
struct phrase {
	enum bound_kind	 kind;		/* of a bound, a point, a limit */
	enum part_kind	 part;		/* of a part of a period */
	int32_t		 n;		/* 0 where there is no `N UNIT` */
	enum unit	 unit;
	int		 month, day;	/* BY; month 0: of the month after */
	const char	*point;		/* name without its edge, or NULL */
	size_t		 at;		/* byte of the name in the text */
	enum edge	 edge;		/* EVENT: none was written */
	enum word	 word;		/* of a limit that runs from a word of
					   its place, else NONE: from `point` */
};

/*
 * The places of `within N UNIT after ...` and a word of that place:
 * `down` (P or the step's own `closes`), `raised` (opens, closes), `within`
 * (received, closes), `opens` of a notice posted again (upheld).
 */
enum anchor { ANCHOR_DOWN, ANCHOR_RAISED, ANCHOR_WITHIN, ANCHOR_AGAIN };

/* Ids and titles of a procedure's points; NULL stands for "not known". */
struct point_names {
	const char *const	*list;
	size_t			 n;
};

bool		 names_have(const struct point_names *, const char *name);

/* A bound; with `bare` a point alone is an `after`.  False: error added. */
bool		 phrase_bound(struct arena *, const struct node *, bool bare,
		    struct phrase *, struct diags *);

/*
 * The same where the names of points are known: only the complaint differs,
 * and a text that is no point's name is looked through as a bound gone wrong.
 * *strange: the text as a whole is none, so that more is to be said (mend).
 */
bool		 phrase_bound_of(struct arena *, const struct node *,
		    bool bare, const struct point_names *, struct phrase *,
		    bool *strange, struct diags *);

/* Notes what would be a bound in the place of this text. */
void		 phrase_expect_bound(struct arena *, const struct node *,
		    const struct point_names *, struct diags *);

/* Is it a bound?  Says nothing; a bare point is none. */
bool		 phrase_is_bound(struct arena *, const struct node *,
		    struct phrase *);

/* A point alone, as in a gate. */
bool		 phrase_point(struct arena *, const struct node *,
		    struct phrase *, struct diags *);

/*
 * A part of a period: `at least N UNIT`, `until P`, `until at least N UNIT
 * after P`, `permanently`.  `none` is no part: see below.
 */
bool		 phrase_part(struct arena *, const struct node *,
		    const struct point_names *, struct phrase *,
		    bool *strange, struct diags *);

/* `none` (无), which ends a default; stands alone, never in a list. */
bool		 phrase_is_none(const struct node *);

bool		 phrase_limit(struct arena *, const struct node *, enum anchor,
		    const struct point_names *, struct phrase *,
		    bool *strange, struct diags *);

/* The words of such a place, and of `down` the points too. */
const struct point_names *phrase_anchors(struct arena *, enum anchor,
		    const struct point_names *points);

/* Notes what would be a limit there. */
void		 phrase_expect_limit(struct arena *, enum anchor,
		    struct diags *);

/* `N UNIT` alone, as `by` of `extends`. */
bool		 phrase_period(struct arena *, const struct node *,
		    struct phrase *, bool *strange, struct diags *);

/* LEVEL, each LEVEL or case. */
bool		 phrase_where(const struct node *, struct where *,
		    struct diags *);

/*
 * Back to words: what the functions above read again.  `from` of a limit is
 * the point, or its word as vocab_text has it (W_EDGE_OPENS, W_EDGE_CLOSES,
 * W_RECEIVED, W_WAS_UPHELD).
 */
const char	*phrase_print(struct arena *, const struct bound *,
		    const char *point, enum lang);
const char	*phrase_print_point(struct arena *, const char *name,
		    struct point, enum lang);
const char	*phrase_print_period(struct arena *, struct period, enum lang);
const char	*phrase_words(struct arena *, const struct phrase *, enum lang);
const char	*phrase_print_part(struct arena *, const struct period_part *,
		    const char *event, enum lang);
const char	*phrase_print_limit(struct arena *, struct period,
		    const char *from, enum lang);
const char	*phrase_print_none(enum lang);
const char	*phrase_print_where(struct arena *, struct where, enum lang);

#endif
