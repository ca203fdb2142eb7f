/*
 * hash.h -- content known again: FNV-1a, SHA-256, names that are UUIDs.
 *
 * hash_add is FNV-1a of 64 bits: quick, and no guard against who means harm.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

#define HASH_START	14695981039346656037ULL

static inline unsigned long long
hash_add(unsigned long long h, unsigned long long part)
{
	return (h ^ part) * 1099511628211ULL;
}

/* With the bytes of a text; whoever adds another behind it adds a mark too. */
static inline unsigned long long
hash_text(unsigned long long h, const char *s)
{
	for (; *s != '\0'; s++)
		h = hash_add(h, (unsigned char)*s);
	return h;
}

/*
 * So many bits of it.  Of texts that differ in their last bytes alone its own
 * uppermost ones are the same.
 */
static inline unsigned
hash_bits(unsigned long long h, int bits)
{
	return (unsigned)((h ^ h >> 32) * 0x9e3779b97f4a7c15ULL >>
	    (64 - bits));
}

/*
 * SHA-256 of what is added, as hexadecimal digits and a zero: of all so far,
 * behind which more may be added.
 */
enum { SUM_TEXT = 65 };

struct sum;

struct sum	*sum_new(struct arena *);
void		 sum_add(struct sum *, const void *bytes, size_t n);
void		 sum_end(const struct sum *, char out[static SUM_TEXT]);

/* The name-based UUID (RFC 9562, version 5) of a URL. */
enum { UUID_TEXT = 37 };

void		 uuid_of(const char *name, char out[static UUID_TEXT]);

#endif
