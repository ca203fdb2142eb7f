/*
 * court.h -- what the files that judge a case share; not for others.
 *
 *	judge.c			slots, events, what came after the case
 *	judge_notice.c		what a notice must be
 *	judge_objection.c	objections, and what follows them
 */
#ifndef CASE_COURT_H
#define CASE_COURT_H

#include "case/judge.h"

struct court {
	struct arena		*arena;
	const struct plan	*all, *now;
	struct clock		 clock;
	const struct land	*land;
	struct verdict		*out;
};

/* A new finding, its severity by the step or event it is about. */
struct finding	*raise_finding(struct court *, enum code, int step, int event,
		    const char *division);

/* At a slot, cited by the step's own basis; at an event likewise. */
struct finding	*raise_slot(struct court *, enum code, const struct slot *);
struct finding	*raise_event(struct court *, enum code, int event);

void		 set_days(struct finding *, struct day due,
		    struct day actual);

/* The day its run opens, without a run that of its first posting. */
static inline struct day
slot_seen(const struct slot *s)
{
	return s->posted ? s->opens : s->postings[0].posted;
}

/* Must the point follow what is named, as far as this case goes? */
bool		 must_follow(const struct plan *, int point, int named);

/* judge_notice.c: what is judged of what hangs there. */
void		 judge_privacy(struct court *, const struct slot *);
void		 judge_notice(struct court *, const struct slot *, bool ended);

/* judge_objection.c */
void		 judge_objections(struct court *);

#endif
