/*
 * court.h -- rules, facts and complaints as short texts, for tests.
 */
#ifndef UNIT_COURT_H
#define UNIT_COURT_H

#include "base/diag.h"
#include "case/judge.h"
#include "rule/pack.h"

/* Messages in that language, from the catalogues that were built. */
bool		 court_speaks(const char *language);

/* What was complained of, with notes, without the lines shown. */
char		*court_complaints(struct arena *, struct diags *);

/* A pack from texts, named pack.yaml and p.yaml; NULL where refused. */
const struct pack *court_pack(struct arena *, const char *pack,
		    const char *const *procedures, int n, struct diags *);

/* Facts of one case, a line each (see court.c), sorted as a store does. */
struct matter	*court_matter(struct arena *, const char *division,
		    const char *places, const char *facts);

/* The divisions that are known to the verdicts below; NULL: none. */
extern const struct land	*court_land;

/*
 * Findings, a line each: `CODE POINT DUE ACTUAL DAYS`, `-` for null.  With
 * `keys` the key instead.
 */
char		*court_findings(struct arena *, const struct procedure *,
		    const struct matter *, const struct calendars *,
		    const char *today, bool keys);

/*
 * Slots, a line each: `STEP DIVISION STATE earliest=.. latest=.. advised=..
 * judged=.. planned=..`, leaving out what is null; `forecast` where it is.
 */
char		*court_slots(struct arena *, const struct procedure *,
		    const struct matter *, const struct calendars *,
		    const char *today);

#endif
