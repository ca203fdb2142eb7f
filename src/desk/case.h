/*
 * case.h -- a row of the sheet of cases.
 */
#ifndef DESK_CASE_H
#define DESK_CASE_H

#include "desk/desk.h"

bool		 read_case(struct desk *, struct fact *);

/* The id of the procedure that the row names; NULL: told. */
const char	*need_procedure(struct desk *);

#endif
