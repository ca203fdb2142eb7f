/*
 * names.h -- what the writers of output/ ask from whoever calls them.
 */
#ifndef OUTPUT_NAMES_H
#define OUTPUT_NAMES_H

/* The name of a division, "" if it has none; valid until the next call. */
struct names {
	const char	*(*name)(void *ctx, const char *division);
	void		*ctx;
};

static inline const char *
name_of(const struct names *n, const char *division)
{
	return n == NULL || n->name == NULL ? "" : n->name(n->ctx, division);
}

#endif
