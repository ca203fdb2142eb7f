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
 *
 * What only some rules make stands only where there is something to say of it,
 * behind the members above, in this order:
 *
 *	the object	behind "why": "end": DAY (nothing more is owed)
 *	ACCOUNT	behind "advised_by": "owed": DAY, "owed_by": REASON (latest
 *		without what an end cuts off, where it is another)
 *	SLOT	before "state", which is null then: "applies": false,
 *		"why_not": TEXT; behind "planned": "begins": DAY, "rounds":
 *		[{"begins", "posted", "until"}] (the earlier ones), "parts":
 *		[{"phrase", "sets": BOOL}] (of a period that is not one number
 *		of days), "last": DAY, "endless": BOOL, "objections":
 *		[{"number", "received", "late": BOOL, "limit", "resolved",
 *		"outcome"}]
 *	an event	before "recorded": "applies": false, "why_not": TEXT
 *	a rule	"where": TEXT, "applies": BOOL
 *	REASON	"known" may be "passed", "round" or "open"; behind "brink":
 *		"part": TEXT (that sets the window, where it is no number of
 *		days), "least": DAY (no earlier), "held": true (its clock is
 *		stopped)
 *	SUM	"as" may be "paused", "held", "dated" or "moved"; behind
 *		"days": "by": "MM-DD" | "DD" ("n" is 0 then), "held": true,
 *		"longer": SUM (an extension's)
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

/*
 * One point within a page, as nested lists, tables and months: slot i of the
 * plan, or (slot -1) the event; the findings left out.  Of the layout `out`,
 * `today` and `names` are asked.
 */
void		 account_html(struct layout, const struct explained *,
		    int slot, int event);

#endif
