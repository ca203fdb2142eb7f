/*
 * duty.h -- a row of the sheet of duties: what is kept, from when on.
 */
#ifndef DESK_DUTY_H
#define DESK_DUTY_H

#include "desk/desk.h"

bool		 read_duty(struct desk *, struct fact *);

#endif
