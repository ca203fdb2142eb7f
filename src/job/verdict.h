/*
 * verdict.h -- the verdicts of a night: which cases, and what is kept of them.
 */
#ifndef JOB_VERDICT_H
#define JOB_VERDICT_H

#include "job/calendars_update.h"
#include "job/night.h"

/*
 * Judges what is dirty (or all) and keeps findings, what is watched, and what
 * calendars are to say.  Opens a run and commits it: all or nothing.  *known
 * is what the calendars were like before, and what is new in them.
 */
bool	 verdict_run(struct arena *, const struct night *,
	    struct calendars_update *known, struct diags *);

/* How the night publishes; `dir` is left NULL. */
struct publish	 verdict_publish(const struct night *);

#endif
