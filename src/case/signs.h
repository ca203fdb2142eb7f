/*
 * signs.h -- texts held against each other as people read them: blanks, full
 * and half width aside.
 */
#ifndef CASE_SIGNS_H
#define CASE_SIGNS_H

#include <stdbool.h>

/* The next sign in half width, blanks passed over; 0 at the end. */
unsigned	 sign_next(const char **s, const char *end);

/* Is what stands before a_end the text b? */
bool		 signs_alike(const char *a, const char *a_end, const char *b);

/* Does b stand somewhere in the text a?  An empty one does. */
bool		 signs_hold(const char *a, const char *b);

#endif
