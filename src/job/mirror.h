/*
 * mirror.h -- what a user may see of a hub, as a private file.
 *
 * It lies under $XDG_CACHE_HOME/gongshi (else ~/.cache), mode 0600, one for
 * each host, database, user and range of codes; all work is done on it, as on
 * any file.  A county is pulled where its version or its hash is another than
 * what the mirror has; a mirror that holds a county which may not be seen any
 * more is made anew.  What is pulled is of one moment, for who reads the mirror
 * too: all counties come in one transaction.  Each row is looked at as a
 * parcel's is.
 */
#ifndef JOB_MIRROR_H
#define JOB_MIRROR_H

#include "hub/hub.h"

struct mirror {
	struct hub	*hub;		/* entered */
	const char	*when;		/* ISO UTC */
	const char	*who;
	bool		 once;		/* in a file that nobody keeps */
	bool		 hold;		/* keep all others from it until this
					   process ends */
	const char	*county;	/* for its night: it alone, with what
					   its nights know and the names of
					   divisions above and below; made
					   anew, to be removed by whoever
					   asked.  NULL: all that is seen */
	struct mirror_nights *over;	/* for a night over all counties at or
					   below `county`: they, with what
					   their nights know of cases and
					   deliveries, and of them this; NULL:
					   it is no such one */
};

/* Nights of counties that were finished. */
struct mirror_night {
	const char	*county;
	struct day	 since;		/* the last one before today */
	struct day	 last;		/* ... of all; NONE: there is none */
	long long	 judged;	/* cases judged today */
	bool		 written;	/* since then its facts were changed */
};

/*
 * The file keeps those days on which one was finished, but for those that some
 * county has not reached: what it says of nights holds for all that have any.
 */
struct mirror_nights {
	struct day		 today;
	bool			 looks;	/* who asks runs none */
	struct mirror_night	*list;	/* by county, without those that
					   cannot be read */
	size_t			 n;
	struct day		 since;	/* the earliest of theirs; NONE */
	long long		 judged;	/* of all */
};

/*
 * Brings it up to date; its path, in the arena, or NULL: errors were added, and
 * it is as it was.  A county that cannot be read costs that county alone: it
 * is named as a failure, nothing of it stays in the mirror, not what was known
 * before either, and the path is returned all the same.  Who only reads waits
 * for nobody where nothing is to be pulled.
 */
const char	*mirror_pull(struct arena *, const struct mirror *,
		    struct diags *);

/*
 * Has each county of one, pulled whole, the hash that the hub says?  Where not,
 * a failure that names it.
 */
bool		 mirror_holds(struct store *, struct diags *);

/* Of one that was pulled `once`, in $TMPDIR: once it is open nobody needs its
   name. */
void		 mirror_forget(struct arena *, const char *path);

#endif
