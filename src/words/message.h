/*
 * message.h -- the one place where findings and states become sentences.
 *
 * A sentence is told in no language (case/told); words/say makes words of it.
 * It ends without a newline and lives in the arena.  Titles of the program are
 * words of the process's own language.
 */
#ifndef WORDS_MESSAGE_H
#define WORDS_MESSAGE_H

#include "case/kept.h"
#include "case/told.h"
#include "words/layout.h"

/* What happened, what was due and why, and the note of the instrument. */
struct told	 message_finding(struct arena *, const struct finding *,
		    const struct names *);

/* The finding with that sentence; `remedy` is left "", its days NONE. */
struct kept	 message_kept(struct arena *, const struct finding *,
		    const struct names *);

/* What to do about it. */
struct told	 message_remedy(struct arena *, const struct finding *,
		    const struct names *);

/* Titles: 未公示 or "not posted"; 严重问题 or "grave"; 可以张贴 or "ready". */
const char	*message_code(enum code, bool of_event);
const char	*message_severity(enum severity);
const char	*message_state(enum state);
const char	*message_kind(enum kind);

/* The word of a medium by its id: 公开栏, "notice board"; "" is not said. */
const char	*message_medium(const char *id);

/* How an objection ended, by its id: 成立, "upheld"; "" is "". */
const char	*message_outcome(const char *id);

/* Title of a step or event. */
const char	*message_step(const struct step_rule *);
const char	*message_event(const struct event_rule *);
const char	*message_procedure(const struct procedure *);

/* The same of a point by its index: events, then steps. */
const char	*message_point(const struct procedure *, int point);

/* The name of a division and its code, or the code. */
const char	*message_place(struct arena *, const struct names *,
		    const char *division);

/* Where a finding is: "Group notice, 北山屯 (450225100200001)". */
struct told	 message_subject(struct arena *, const struct finding *,
		    const struct names *);

/* Its sentence without that, the note behind it. */
struct told	 message_body(struct arena *, const struct finding *,
		    const struct names *);

/* What comes next at slot i of `all`, which is not posted. */
struct told	 message_next(struct arena *, const struct plan *all, int i,
		    enum state, struct day today);

/* What to do with a posted one that has no last day. */
struct told	 message_endless(struct arena *, const struct plan *,
		    const struct slot *);

#endif
