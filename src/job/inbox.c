#include "job/inbox.h"

#include <string.h>

#include "job/inbox_move.h"
#include "job/inbox_take.h"
#include "job/inbox_tell.h"
#include "job/inbox_wait.h"
#include "job/workshop.h"

enum stage { IN_INBOX, HALF_ASIDE, ASIDE, WAITING, LOST, NOTED, ENDED };

static bool	carry_on(struct way *);

/* As inbox_way.h draws it. */
static enum stage
stage_of(const struct way *w)
{
	const bool	aside = way_is_aside(w);

	if (w->noted != NULL)
		return aside ? NOTED : ENDED;
	if (wait_find(w->t, w->name) != NULL)
		return aside ? WAITING : LOST;
	/* more loose files may have come to those that are aside */
	if (!aside || w->how == HOW_LOOSE)
		return IN_INBOX;
	return w->how == HOW_CODE ? HALF_ASIDE : ASIDE;
}

/* It was changed meanwhile, or the machine failed: another night's. */
static bool
give_back(struct way *w)
{
	move_back(w);
	return !diags_failed(w->t->d) && wait_ends(w->t, w->name);
}

/*
 * Kept and noted; one that was taken moves on at once.  Those refused do so
 * in the end.
 */
static bool
take_aside(struct way *w)
{
	struct taker	*t = w->t;
	struct delivery	 v = { .day = t->in->today, .name = w->name,
			    .lies = "", .faults = "" };
	bool		 failed;

	if (!way_look_aside(w, true, &w->contents) ||
	    taker_waits(t, &w->contents))
		return give_back(w);
	take_in(w, &v, &failed);
	if (failed || (!v.taken && !take_is_same(w)))
		return give_back(w) && !failed;
	if (!v.taken)
		return w->result.lacking > 0 ? wait_for(w, &v) :
		    take_refused(w);
	t->taken++;
	w->noted = &v;
	return carry_on(w);
}

static bool
take(struct way *w)
{
	return move_aside(w) ? take_aside(w) : !diags_failed(w->t->d);
}

/* Told and moved to its end; one that cannot be will be taken in again. */
static void
send_on(struct way *w)
{
	if (((!w->noted->taken && !tell_errors(w, w->noted)) ||
	    !move_on(w, w->noted)) && !diags_failed(w->t->d))
		move_back(w);
}

static bool
note_ended(struct way *w)
{
	w->noted->moved = true;
	return !diags_failed(w->t->d) && move_note(w->t, w->noted);
}

/* From wherever a night left it. */
static bool
carry_on(struct way *w)
{
	const enum stage	at = stage_of(w);

	if (diags_failed(w->t->d))
		return false;
	switch (at) {
	case HALF_ASIDE:
		move_back(w);
		return take(w);
	case IN_INBOX:
		return take(w);
	case ASIDE:
	case WAITING:
		return take_aside(w);
	case LOST:
		return wait_ends(w->t, w->name);
	case NOTED:
		send_on(w);
		return note_ended(w);
	case ENDED:
		break;
	}
	return note_ended(w);
}

/* ---- which comes next */

/*
 * What was noted and did not move on: the refused ones of this night, and
 * all of one that was killed.
 */
static bool
finish_moves(struct taker *t)
{
	struct delivery	*list;
	struct way	 w;
	size_t		 n, i;
	bool		 good;

	good = store_unmoved(t->in->store, t->arena, &list, &n, t->d);
	for (i = 0; i < n && good; i++) {
		w = way_of(t, list[i].name);
		w.noted = &list[i];
		good = carry_on(&w);
		way_end(&w);
	}
	return good;
}

/* What a killed night left aside. */
static bool
take_left(struct taker *t)
{
	struct names	aside;
	struct way	w;
	size_t		i;
	bool		good = taker_names(t, &t->shop, &aside);

	for (i = 0; good && i < aside.n; i++) {
		if (strcmp(aside.list[i], loose_aside) == 0 ||
		    wait_find(t, aside.list[i]) != NULL)
			continue;
		w = way_of(t, aside.list[i]);
		good = carry_on(&w);
		way_end(&w);
	}
	return good;
}

/* A new one of a name that is on its way is the next night's. */
static bool
take_new(struct taker *t)
{
	struct names	here;
	struct way	w;
	size_t		i;
	bool		good = taker_deliveries(t, &here);

	for (i = 0; good && i < here.n; i++) {
		w = way_of(t, here.list[i]);
		if (stage_of(&w) == IN_INBOX)
			good = carry_on(&w);
		way_end(&w);
	}
	return good;
}

static bool
try_again(struct taker *t, const char *name)
{
	struct way	 w = way_of(t, name);
	bool		 good = carry_on(&w);
	struct deferred	*f = wait_find(t, name);

	if (good && f != NULL && f->tried != t->taken)
		wait_drop(t, name);
	way_end(&w);
	return good;
}

static bool
try_deferred(struct taker *t)
{
	struct deferred	*f;

	while ((f = wait_next(t)) != NULL)
		if (!try_again(t, f->name))
			return false;
	return true;
}

/* Nobody brought what they lack. */
static bool
refuse_deferred(struct taker *t)
{
	struct deferred	*f;
	struct way	 w;
	size_t		 i;
	bool		 good = true;

	for (i = 0; good && i < t->ndeferred; i++) {
		f = &t->deferred[i];
		w = way_of(t, f->name);
		w.v = &f->last;
		w.senders = f->senders;
		w.nsenders = f->nsenders;
		good = take_refused(&w);
		way_end(&w);
	}
	return good;
}

static bool
take_here(struct taker *t)
{
	struct workshop	 w;
	bool		 good;
	int		 i;

	if (!workshop_open(t->arena, &t->inbox, &w, t->d))
		return false;
	t->shop = w.folder;
	good = finish_moves(t) && wait_read(t) && take_left(t) &&
	    take_new(t) && try_deferred(t) && refuse_deferred(t) &&
	    finish_moves(t) && !diags_failed(t->d);
	workshop_close(&w);
	for (i = 0; i < 2; i++) {
		folder_close(&t->ends[i].folder);
		folder_close(&t->ends[i].top);
	}
	return good;
}

bool
inbox_take(struct arena *a, const struct inbox *in, struct left *left,
    struct diags *d)
{
	const struct end	none = { FOLDER_NONE, FOLDER_NONE, DAY_NONE };
	struct taker		t = { .arena = a, .in = in, .left = left,
				    .ends = { none, none }, .d = d };
	bool			good;

	*left = (struct left){ 0 };
	if (!folder_open(in->dir, &t.inbox))
		return taker_fails(&t, in->dir);
	good = take_here(&t);
	folder_close(&t.inbox);
	return good;
}
