/*
 * slot.h -- where in its case's procedure a row belongs: the event or the step
 * that it names, and of a step the division.  desk->in->versions is turned to
 * that case.
 */
#ifndef DESK_SLOT_H
#define DESK_SLOT_H

#include "desk/desk.h"

/* The first version with an event or a step as the column names it, its index
   there in *index; NULL and an error. */
const struct procedure *need_event(struct desk *, int *index);
const struct procedure *need_step(struct desk *, int *index);

/* The division of a step's slot: by its code, a unique name, or as the only
   one that the step has; NULL and an error. */
const char	*need_slot(struct desk *, const struct step_rule *);

#endif
