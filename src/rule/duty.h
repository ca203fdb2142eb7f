/*
 * duty.h -- cases that the calendar opens, and what their numbers say.
 *
 * A case of a procedure that comes round is one of a period at a division, and
 * its number is PROCEDURE@DIVISION@PERIOD: `affairs@450225100200@2026Q3`.
 * LANGUAGE, "Duties that come round".
 */
#ifndef RULE_DUTY_H
#define RULE_DUTY_H

#include "rule/pack.h"
#include "rule/vocab.h"

enum { DUTY_NUMBER = 64 };	/* bytes of a case number */

/* The word behind `every`; NONE has none. */
enum word	 duty_every(enum cycle);

/* In the arena. */
const char	*duty_number(struct arena *, const char *procedure,
		    const char *division, struct interval);

/*
 * Where it is posted, if that is a level below a case's whose places the case
 * would have to name, which one that the calendar opens does not; else NULL.
 */
const struct where *duty_unplaced(const struct procedure *,
		    const struct step_rule *);

struct duty_case {
	size_t		procedure;	/* bytes of its id, which come first */
	char		division[DIVISION_MAX + 1];
	struct interval	period;
};

/* Is the number one of that form, as duty_number writes it? */
bool		 duty_parse(const char *number, struct duty_case *);

#endif
