/*
 * arena.h -- memory that dies together.
 *
 * Every value of the program lives in an arena that its caller passes.  What
 * comes out is zeroed and aligned for any type.  Memory that cannot be had
 * ends the process here and nowhere else.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena	*arena_new(void);
void		 arena_free(struct arena *);

/* Forgets all that was given; keeps its blocks for the next use. */
void		 arena_reset(struct arena *);

void		*arena_alloc(struct arena *, size_t size);

/* The same with any bytes in it: for a buffer whose pages may go unused. */
void		*arena_room(struct arena *, size_t size);

/* n items of `size` bytes; an overflow ends the process. */
void		*arena_array(struct arena *, size_t n, size_t size);

/*
 * Room for one more item in a growing array: returns `items`, or a larger
 * copy of it where n has reached *cap (which is then raised).
 */
void		*arena_grow(struct arena *, void *items, size_t n, size_t *cap,
		    size_t size);

char		*arena_dup(struct arena *, const char *);
char		*arena_ndup(struct arena *, const char *, size_t len);
char		*arena_printf(struct arena *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

#endif
