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

	/*
	 * If not NULL: a pack, or a folder of packs, beside those of both;
	 * each takes the place of one whose `pack:` is the same.
	 */
	const char		*fresh;

	/*
	 * Where `dir` is a pack and lies over one that is not read, that is
	 * looked for beside it, then in these folders of packs; it is in
	 * force nowhere then.
	 */
	const char *const	*shelves;
	size_t			 nshelves;
};

/* The same from these. */
const struct rulebook *load_rules_from(struct arena *,
		    const struct rule_folders *, struct diags *);

#endif
