/*
 * schema.h -- the JSON Schema (draft-07) of rule files, for editors.
 *
 * Made of rule/vocab, whose keys, words and forms it explains and expects in
 * both languages.  It takes all that the loader takes, but for a point's title
 * that reads like a phrase gone wrong; what hangs on names (is there such an
 * event?) is the loader's alone.  The same file serves pack.yaml and
 * procedures, also those of an overlay, where nothing is required.
 */
#ifndef REPORT_SCHEMA_H
#define REPORT_SCHEMA_H

#include <stdio.h>

#include "base/arena.h"

/* In the language set up. */
void	 schema_write(FILE *, struct arena *);

#endif
