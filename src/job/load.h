/*
 * load.h -- rule packs from a folder.
 */
#ifndef JOB_LOAD_H
#define JOB_LOAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "rule/pack.h"

/*
 * `dir` is a pack (it holds pack.yaml) or a folder of packs.  Of a pack every
 * other *.yaml beside it is a procedure.  All faults of all files are
 * reported; NULL where there was one.
 */
const struct rulebook *load_rules(struct arena *, const char *dir,
		    struct diags *);

#endif
