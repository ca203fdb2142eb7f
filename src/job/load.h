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
 * reported; NULL where there was one.  A file that seems to be a rule's and is
 * none by its name or place is warned of and counted (`nunread`).
 *
 * A pack in `local`, a folder of packs (NULL or not there: none), is read
 * instead of the pack of that folder's name in `dir`, or besides: as a whole,
 * since files of two states of a pack would make a third that nobody wrote.  A
 * folder there without pack.yaml is an error, as is a loose *.yaml.
 */
const struct rulebook *load_rules(struct arena *, const char *dir,
		    const char *local, struct diags *);

struct rule_folders {
	const char		*dir, *local;	/* as above */
	const char		*fresh;		/* not in force yet; or NULL */
	const char *const	*shelves;	/* folders of packs */
	size_t			 n;		/* of them */
};

/*
 * The same.  The packs of `fresh`, or the pack that it is, stand beside the
 * others, each in the place of one whose `pack:` is the same.  Where `dir` is
 * a pack and lies over one that is not read, that is looked for beside it,
 * then on the shelves; it is in force nowhere then.
 */
const struct rulebook *load_rules_from(struct arena *,
		    const struct rule_folders *, struct diags *);

#endif
