/*
 * push.h -- what a run changed in a mirror goes into its hub.
 *
 * The run works on the mirror as on any file, and its rows that are another
 * are noted (store/changed); of an act (store/act) all rows are held against
 * all.  Before it is committed they are sent: all counties in one transaction,
 * in the order of their codes, or nothing.  The hub commits first; a mirror
 * that was killed before it did is pulled anew.  The run bears the hub's clock
 * and user.
 */
#ifndef JOB_PUSH_H
#define JOB_PUSH_H

#include "hub/hub.h"
#include "store/marks.h"

struct push {
	const char	*words;		/* of the hub */
	const char	*path;		/* of its mirror, which is held */
	const char	*command;
	const char	*county;	/* whose night it is: it alone may
					   change, and its marks go too;
					   NULL: of none */
	struct hub	*holder;	/* of that night, who must be there */
	struct hub	*hub;		/* entered before; NULL, or where it
					   is gone: one is opened */
	bool		 keeps;		/* ... and stays here for the next run,
					   to be closed by whoever asked */
	bool		 unsure;	/* set: the connection was lost as all
					   was to be kept; was it? */
};

/* As store_share() asks: `ctx` is a struct push. */
bool	 push_run(void *ctx, struct store *, struct diags *);

/* A mark as a row that goes into a hub. */
void	 push_mark(struct arena *, struct hub_rows *, const char *county,
	    const struct mark *);

#endif
