/*
 * sample.h -- a database to try things on: invented facts, around today.
 *
 * They lie in a folder of sheets in which a cell `T-12` is the day twelve days
 * before today (`T`, `T+3`); nothing else is put in its place.
 */
#ifndef JOB_SAMPLE_H
#define JOB_SAMPLE_H

#include "rule/pack.h"
#include "store/store.h"

struct sample {
	struct store		*store;
	const struct rulebook	*book;
	const char		*dir;
	struct day		 today;
	const char		*when, *who;
};

/* False: errors were added, and nothing was taken in. */
bool	 sample_take(struct arena *, const struct sample *, struct diags *);

#endif
