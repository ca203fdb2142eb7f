/*
 * fit.h -- does a case fit the rules: its division, the places it names?
 */
#ifndef DESK_FIT_H
#define DESK_FIT_H

#include "desk/desk.h"

/* A case must fit one version of its procedure at least. */
bool		 fits_rules(struct desk *, const struct matter *);

#endif
