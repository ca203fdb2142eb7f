/*
 * warn.h -- what loads, and yet is hardly what was meant.
 *
 * Warnings for whoever writes a pack, by place: a step that nobody can ever
 * miss, what nothing uses, days that an instrument means as working days,
 * bounds that no calendar lets agree.
 */
#ifndef RULE_WARN_H
#define RULE_WARN_H

#include "rule/pack.h"

/* Days up to which a number is one of those that such instruments count. */
enum { WARN_DAYS = 10 };

void		 pack_warn(const struct pack *, struct diags *);

#endif
