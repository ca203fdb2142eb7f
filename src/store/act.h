/*
 * act.h -- what a run does to a case by name, and not by rows of a sheet.
 *
 * Whoever shares what is kept with others (store_share) sends such a run as
 * what it is, since the rows alone do not say it.
 */
#ifndef STORE_ACT_H
#define STORE_ACT_H

#include "store/database.h"
#include "time/day.h"

enum act_kind { ACT_NONE, ACT_RENAME, ACT_REDACT, ACT_WAIVE, ACT_WAIVE_END };

/* Those that an act has not are NULL. */
struct act {
	enum act_kind	 kind;
	const char	*division, *id;		/* of the case, as it was */
	const char	*to_division, *to_id;	/* renamed: as it is */
	bool		 aside;			/* ... and something was known
						   under the number it gets */
	const char	*key;			/* of a waiver */
	const char	*ground, *by;
	struct day	 until;
};

/* Of this run; of ACT_NONE where it did none.  Lives as long as the run. */
const struct act	*store_act(const struct store *);

#endif
