/*
 * hash.h -- FNV-1a, 64 bits: to know content again, not to guard it.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#define HASH_START	14695981039346656037ULL

static inline unsigned long long
hash_add(unsigned long long h, unsigned long long part)
{
	return (h ^ part) * 1099511628211ULL;
}

#endif
