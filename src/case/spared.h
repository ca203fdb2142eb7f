/*
 * spared.h -- personal numbers in what a pack's notices show; one that the
 * pack gives as its hotline is nobody's own (LANGUAGE, section 9).
 */
#ifndef CASE_SPARED_H
#define CASE_SPARED_H

#include "case/privacy.h"
#include "rule/pack.h"

/* Does the text show one (case/privacy.h) that is no hotline of the pack? */
bool		 spared_shows(const struct pack *, const char *text);

/* Likewise of what is to be printed (privacy_each_printed). */
bool		 spared_prints(const struct pack *, const char *text);

/* The text with those masked; as it is where it prints none. */
const char	*spared_mask(struct arena *, const struct pack *,
		    const char *text);

#endif
