/*
 * twin.h -- numbers that look the same to whoever reads them.
 *
 * The twin form of a case number is the number without blanks and zero-width
 * signs, in half width, with one kind of dash and in upper case.  Numbers of
 * one form are twins: they do not make two cases.
 */
#ifndef BASE_TWIN_H
#define BASE_TWIN_H

#include <stddef.h>

/*
 * The form of `id` into out, which has room for strlen(id) + 1 bytes; returns
 * its length.  A form's own form is itself.
 */
size_t		 twin_form(const char *id, char *out);

/*
 * In what two twins first differ: the character of `a` there and that of `b`,
 * 0 where one has none, and words for it (a msgid).  Both have one form.
 */
const char	*twin_difference(const char *a, const char *b, unsigned *in_a,
		    unsigned *in_b);

#endif
