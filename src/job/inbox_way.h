/*
 * inbox_way.h -- one delivery on its way: what belongs to it, where it is.
 *
 * A way begins in the inbox.  Nothing but what is noted in the database and
 * what lies where says how far it has come, so that a night that was killed
 * goes on from there:
 *
 *	stage		inbox	workshop	noted		what follows
 *	IN_INBOX	all	-		-		put aside
 *	HALF_ASIDE	some	some		-		put back, aside
 *	ASIDE		-	all		-		taken in
 *	WAITING		-	all		as deferred	taken in again
 *	LOST		-	-		as deferred	no more deferred
 *	NOTED		-	all		as a delivery	moved to its end
 *	ENDED		-	-		as a delivery	noted as moved
 *
 * For src/job/inbox*.c only.
 */
#ifndef JOB_INBOX_WAY_H
#define JOB_INBOX_WAY_H

#include "job/contents.h"
#include "job/import.h"
#include "job/inbox.h"
#include "store/night.h"

/* Where deliveries of a day end. */
struct end {
	struct folder	top, folder;
	struct day	day;
};

/* One that lacks what another may bring; it lies aside meanwhile. */
struct deferred {
	const char	*name;
	size_t		 tried;		/* when so many were taken */
	struct delivery	 last;		/* what came of it */
	struct sender	*senders;
	size_t		 nsenders;
};

struct taker {
	struct arena		*arena;
	const struct inbox	*in;
	struct folder		 inbox;
	struct folder		 shop;		/* what is put aside, ours */
	struct end		 ends[2];	/* by `taken` */
	struct deferred		*deferred;	/* by name */
	size_t			 ndeferred, deferred_cap;
	size_t			 taken;		/* by this run */
	struct left		*left;
	struct diags		*d;
};

enum how {
	HOW_WHOLE,		/* a folder, which is moved */
	HOW_LOOSE,		/* files of the inbox itself */
	HOW_CODE		/* what lies in a division's folder */
};

struct way {
	struct taker	*t;
	enum how	 how;
	const char	*name;		/* "." for loose files */
	const char	*aside;		/* its name in the workshop */
	struct folder	 from;		/* where its parts lie; not of WHOLE */
	int		 shut;		/* errno: it cannot be entered */
	const char	*within;	/* rows at or below it only, or NULL */
	struct contents	 contents;	/* as it was put aside */
	struct delivery	*noted;		/* by a night before, or by this one */

	/* of its rows */
	struct delivery	*v;
	struct import_result result;
	struct diags	*d;
	struct dirty	*cases;		/* neighbours are not the same */
	size_t		 ncases, cases_cap;
	struct sender	*senders;
	size_t		 nsenders, senders_cap;
};

struct names {
	const char	**list;
	size_t		 n;
};

/* The folders of the inbox where deliveries end, by `taken`. */
extern const char *const	end_names[2];

/* Of loose files, in the workshop: the folder that they are put into. */
extern const char		loose_aside[];

/* taken, refused, and taken-2 where somebody had put another `taken`. */
bool		 end_is(const char *name);

/* ---- the taker; false: the machine failed, and an error was added */

bool		 taker_fails(struct taker *, const char *path);
const char	*taker_path(struct taker *, const struct folder *,
		    const char *name);

/* False also where it cannot be told, with an error. */
bool		 taker_names(struct taker *, const struct folder *,
		    struct names *);

/* Deliveries in the inbox: folders, and "." where there is another thing. */
bool		 taker_deliveries(struct taker *, struct names *);

/* Nothing is in it, or somebody may still be writing. */
bool		 taker_waits(const struct taker *, const struct contents *);

/* ---- one delivery */

struct way	 way_of(struct taker *, const char *name);
void		 way_end(struct way *);

/* Lies any of it in the workshop? */
bool		 way_is_aside(const struct way *);

/* Its parts in a folder, of one that is not moved as a whole. */
bool		 way_parts(const struct way *, const struct folder *,
		    struct names *);

/* What it holds in the inbox; in the workshop, `hold`: opened. */
bool		 way_look_here(const struct way *, struct contents *);
bool		 way_look_aside(const struct way *, bool hold,
		    struct contents *);

#endif
