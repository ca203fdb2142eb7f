/*
 * labels.h -- traits and amounts of a case: those that its procedure names.
 */
#ifndef DESK_LABELS_H
#define DESK_LABELS_H

#include "desk/desk.h"

/* What the row says, into the case, whose procedure is known; false: errors
   were added. */
bool		 read_labels(struct desk *, struct matter *);

#endif
