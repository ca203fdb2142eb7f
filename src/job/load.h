/*
 * load.h -- rule packs from folders.
 */
#ifndef JOB_LOAD_H
#define JOB_LOAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "rule/pack.h"

struct rule_folders {
	/*
	 * A pack (it holds pack.yaml) or a folder of packs.  Of a pack every
	 * other *.yaml beside it is a procedure.
	 */
	const char		*dir;

	/*
	 * A folder of packs (NULL or not there: none).  A pack in it is read
	 * instead of the pack of that folder's name in `dir`, or besides: as
	 * a whole, since files of two states of a pack would make a third
	 * that nobody wrote.  A folder there without pack.yaml is an error,
	 * as is a loose *.yaml.
	 */
	const char		*local;

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

/*
 * All faults of all files are reported; NULL where there was one.  A file that
 * seems to be a rule's and is none by its name or place is warned of and
 * counted (`nunread`).
 */
const struct rulebook *load_rules(struct arena *,
		    const struct rule_folders *, struct diags *);

#endif
