/*
 * show.h -- a rule file on its way out; inside report/ only.
 *
 * show.c writes texts as YAML and what stands between brackets,
 * show_bounds.c phrases with what stands beside them, show_notice.c what else
 * a step has, show_words.c the sentences above them; rules.c puts it together.
 * diff.c and diff_rows.c hold two of them against each other.
 */
#ifndef REPORT_SHOW_H
#define REPORT_SHOW_H

#include <stdio.h>

#include "rule/pack.h"
#include "rule/vocab.h"

struct show {
	FILE			*f;
	struct arena		*arena;
	enum lang		 lang;
	const struct procedure	*proc;	/* whose names are named */
};

/* Quoted where YAML would take it for another thing. */
void	 put_text(const struct show *, const char *);

/* Two blanks a depth. */
void	 put_key(const struct show *, int depth, enum word);
void	 put_name(const struct show *, int depth, const char *name);
void	 put_field(const struct show *, int depth, enum word, const char *);
void	 put_word_field(const struct show *, int depth, enum word key,
	    enum word value);

/* Nothing where it says nothing. */
void	 put_counting_field(const struct show *, int depth,
	    const struct counting *);
void	 put_basis_field(const struct show *, int depth,
	    const struct basis *own);

/* [a, b]; one stands alone. */
void	 put_basis(const struct show *, const struct basis *);

/*
 * `{`, then each key with `, ` before it but the first, then `}`: between
 * brackets.  *comma is "" at first.
 */
void	 put_inner(const struct show *, const char **comma, enum word key);
bool	 counting_says(const struct counting *);
void	 put_counting(const struct show *, const struct counting *);

/* for, not-for, when, unless as keys of their own, or between brackets. */
void	 put_condition(const struct show *, int depth,
	    const struct condition *);
void	 put_condition_inner(const struct show *, const char **comma,
	    const struct condition *);

/* By title in Chinese, else by id. */
const char *event_named(const struct show *, int event);
const char *trait_named(const struct show *, int trait);

/* Those bounds that are gates, or those that are not. */
void	 put_bounds(const struct show *, enum word key, const struct bound *,
	    int n, bool gates);
void	 put_parts(const struct show *, int depth, enum word key,
	    const struct period_parts *);
void	 put_parts_inner(const struct show *, const struct period_parts *);
void	 put_down(const struct show *, const struct step_rule *, int index);

/* What is said of a step's notice, but for its period and bounds. */
void	 put_notice(const struct show *, const struct step_rule *);
void	 put_review(const struct show *, int depth, bool review,
	    const struct basis *own);
void	 put_sayings(const struct show *, int depth, enum code_of,
	    const struct sayings *, const struct sayings *above);
void	 put_locals(const struct show *, int depth, enum word,
	    const struct locals *);

/* Single things of it: [A, B], {A: N}, a limit as a key, what upholding does */
void	 put_items(const struct show *, const struct item_rules *,
	    enum word key);
void	 put_times(const struct show *, const struct item_rules *);
void	 put_limit(const struct show *, const char **comma, enum word key,
	    struct period, enum word from);
void	 put_upheld(const struct show *, const struct objection_rule *);

/* Of a pack's file and the head of a procedure's. */
void	 put_at(const struct show *, const struct step_rule *);
void	 put_levels(const struct show *, unsigned levels);
void	 put_label(const struct show *, const struct label *);
void	 put_instrument(const struct show *, const struct instrument *);

/* What a pack is called, where it holds, when: in the language set up. */
const char *pack_words(struct arena *, const struct pack *);
const char *scope_words(struct arena *, const struct pack *);
const char *force_words(struct arena *, const struct pack *);

/* What stands for all below, over what a pack says (NULL: it is the pack). */
void	 put_defaults(const struct show *, const struct defaults *,
	    const struct defaults *above);

/* The sentence above an event or a step. */
void	 comment_event(const struct show *, const struct event_rule *);
void	 comment_step(const struct show *, const struct step_rule *);

#endif
