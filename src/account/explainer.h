/*
 * explainer.h -- what the writers of explain.h share; inside account/ only.
 */
#ifndef ACCOUNT_EXPLAINER_H
#define ACCOUNT_EXPLAINER_H

#include "account/explain.h"

struct explainer;

/* How what is told is written: text, or elements of a page. */
struct teller {
	void	(*title)(struct explainer *, const char *);
	void	(*head)(struct explainer *, const char *label,
		    const char *what);
	void	(*line)(struct explainer *, int indent, const char *);
	void	(*sum)(struct explainer *, const struct sum *, int indent);
	void	(*grid)(struct explainer *, const struct sum *,
		    struct day safe);
	bool	findings;		/* are told too */
};

extern const struct teller	text_form, html_form;

struct explainer {
	struct layout			 l;
	const struct teller		*form;
	struct arena			*a;	/* of one point */
	const struct explained		*x;
	const struct account		*of;	/* the point being told */
	const struct bound		*bound;	/* whose sum is told; or NULL */
	bool				 full;	/* one point was asked for */
	bool				 begun;
	int				 nested;	/* html: lists that are
							   open */
};

enum { LEFT = 2, IN = 4, ROWS = 6 };	/* columns that texts begin in */

/* One line, wrapped; and one of "label: what" at LEFT. */
void		 tell_line(struct explainer *, int indent, const char *);
void		 tell_head(struct explainer *, const char *label,
		    const char *what);

/* "2020-09-27 Sun" */
const char	*weekday_words(struct arena *, struct day);

/* "Sun" */
const char	*weekday_word(struct day);

/* A sum as rows, a run of ordinary days in one. */
void		 tell_sum(struct explainer *, const struct sum *, int indent);

/* Its months, Monday to Sunday; `safe` (or NONE) is the planned last day. */
void		 tell_grid(struct explainer *, const struct sum *,
		    struct day safe);

/* sums.c: the same as text. */
void		 text_sum(struct explainer *, const struct sum *, int indent);
void		 text_grid(struct explainer *, const struct sum *,
		    struct day safe);

/*
 * A row of a sum that begins at *at: its days, and what they are; moves *at
 * behind it.  NULL: there is no more.
 */
const char	*sum_row(struct explainer *, const struct sum *,
		    const struct tick **at, const char **days);

/* What a sum says of a day, or NULL; which of its days it is, or 0. */
const struct tick *sum_tick(const struct sum *, struct day);
int32_t		 sum_number(const struct sum *, const struct tick *);

/*
 * The months that a grid shows, from *first (the first day of the first) on:
 * how many; 0: none.  The last day with its extension; *safe NONE where it is
 * no other.
 */
int		 grid_months(const struct sum *, struct day *first,
		    struct day *last, struct day *safe);

/* Is month k of n, from `first` on, left out of a long one? */
bool		 grid_skips(const struct sum *, int k, int n,
		    struct day first);

/* explain.c: one point. */
void		 tell_slot(struct explainer *, int slot);
void		 tell_event(struct explainer *, int event);

void		 explain_json(struct explainer *);

/* Is the finding about the point of this account? */
bool		 finding_of(const struct account *, const struct finding *);

/* "after Plan issued": the bound in words, its point in quotes or not. */
const char	*bound_words(struct explainer *, const struct bound *,
		    bool in_quotes);

/* 'Title', with its place where it is not that of the point told. */
const char	*point_words(struct explainer *, int point, const char *at);

/* reason.c: from its fact to its day; and that a sum cannot be done. */
void		 tell_reason(struct explainer *, const struct reason *,
		    bool planned);
void		 tell_unsettled(struct explainer *, struct day brink);

/* rules.c: what the documents ask. */
struct rule_told {
	const char		*words;
	const struct basis	*basis;		/* NULL: none */
	const struct condition	*when;		/* NULL: always */
	const char		*why_not;	/* NULL: it applies */
};

struct rules_told {
	struct rule_told	*list;		/* its bounds first */
	int			 n;
};

/* Points in quotes as in sentences, or not, as in phrases. */
const struct rules_told	*rules_of(struct explainer *, bool in_quotes);

/* Where a rule applies, and whether it does here; "": always. */
const char	*rule_where(struct explainer *, const struct rule_told *);
void		 tell_rules(struct explainer *);

/* Where something applies ("": always); what keeps it away, or NULL. */
const char	*condition_words(struct explainer *,
		    const struct condition *);
const char	*why_not(struct explainer *, const struct condition *);

/* given.c: what is recorded, what comes before. */
void		 tell_postings(struct explainer *);
void		 tell_runs(struct explainer *);
void		 tell_needs(struct explainer *);

/* days.c: what comes of it. */
void		 tell_earliest(struct explainer *);
void		 tell_allowed(struct explainer *);
void		 tell_deadlines(struct explainer *);
void		 tell_latest(struct explainer *);
void		 tell_until_today(struct explainer *,
		    const struct account *now);
void		 tell_end(struct explainer *);
void		 tell_limit(struct explainer *, const char *label, struct day,
		    const struct reason *, bool planned);

/* period.c */
void		 tell_period(struct explainer *);

/* heard.c: objections, and the rounds that they made. */
void		 tell_rounds(struct explainer *);
void		 tell_objections(struct explainer *);
bool		 is_contested(const struct explainer *,
		    const struct objection *);
bool		 has_limits(const struct step_rule *);

static inline bool
is_fact(const struct reason *r)
{
	return r->known == KNOWN_RECORDED || r->known == KNOWN_POSTED;
}

#endif
