/*
 * explain.h -- a case explained: why each day is what it is, counted out.
 *
 * Text folds runs of ordinary days into a line; JSON has every day.
 *
 * JSON is one object, its keys in this order, absent values null:
 *
 *	{"today": DAY, "case": ID, "title": TEXT, "procedure": ID,
 *	 "pack": ID, "division": CODE, "why": {CODE: TEXT of the pack, ...},
 *	 "slots": [{"step": ID, "division": CODE, ACCOUNT, SLOT}, ...],
 *	 "events": [{"event": ID, ACCOUNT, "recorded": [DAY, ...]}, ...]}
 *
 *	ACCOUNT	"title", "rules": [{"phrase", "basis"}], "needs": [{"phrase",
 *		"gate": BOOL, "sets": BOOL, "of": [REASON, ...]}],
 *		"earliest": DAY, "forecast": BOOL, "earliest_by": REASON,
 *		"allowed": DAY, "allowed_by": REASON (by facts alone, where it
 *		differs), "due": DAY, "due_by": [REASON, ...], "latest": DAY,
 *		"latest_by": REASON, "advised": DAY, "advised_by": REASON,
 *		"findings": [FINDING as of `scan`, ...]
 *	SLOT	"state", "posted": DAY, "until": DAY, "runs": [{"from",
 *		"until", "judged", "postings": N, "enough": BOOL,
 *		"early": BOOL, "stands": BOOL}], "judged": SUM, "planned": SUM
 *	REASON	"kind": "after" | "due" | "ahead", "phrase", "basis",
 *		"point": ID (of the other point), "division", "known": "no" |
 *		"unknown" | "recorded" | "posted" | "earliest" | "latest" |
 *		"advised", "base": DAY (of the other point), "why": REASON
 *		(of a base that is no fact), "window": SUM, "count": SUM,
 *		"edge": DAY, "day": DAY (what comes out), "brink": DAY
 *	SUM	"n", "unit": "day" | "workday" | "month", "first_day_counted",
 *		"rolls": BOOL, "division" (whose days off), "act": DAY,
 *		"limit": DAY (counted back from), "last": DAY, "brink": DAY,
 *		"beyond": DAY (back: where a day later would end),
 *		"days": [{"day", "is": "worked" | "off" | "unsettled",
 *		"made_up": BOOL, "holiday", "notice", "as": "act" | "counted" |
 *		"passed" | "months" | "landed" | "open", "number"}, ...]
 */
#ifndef ACCOUNT_EXPLAIN_H
#define ACCOUNT_EXPLAIN_H

#include "case/explain.h"
#include "case/judge.h"
#include "words/layout.h"

struct explained {
	const struct plan	*all, *now;	/* never NULL */
	const struct calendars	*calendars;
	const struct verdict	*verdict;
	int			 step;		/* -1: none asked for */
	int			 event;		/* -1: none asked for */
};

/*
 * In the layout's format (text or JSON), only slots at or below its `top`.
 * Without a step or event: all of them, the days counted out only where they
 * rest on facts and without grids.
 */
void		 write_explained(struct layout, const struct explained *);

#endif
