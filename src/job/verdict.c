#include "job/verdict.h"

#include <string.h>

#include "case/wake.h"
#include "job/ground.h"
#include "job/publish.h"
#include "job/scan.h"
#include "output/message.h"
#include "store/night.h"

enum { SPLICED = 20000 };	/* cases whose entries are held at once */

struct court {
	const struct night	*night;
	struct scan		 scan;
	struct publish		 publish;
	struct arena		*arena;		/* of the case */
	struct splice		*splice;	/* or NULL */
	struct diags		*d;
};

/* ---- one case */

static struct day
wake_of(const struct court *c, const struct matter *m,
    const struct plan *all, const struct plan *now)
{
	struct day	today = c->night->today, next = DAY_NONE;

	if (all != NULL)
		next = wake(all, now, today);
	/* without a recorded day, today chooses the rule */
	if (!day_is(matter_first_day(m)))
		next = day_min(next, rulebook_turn(c->night->book,
		    m->procedure, today));
	return next;
}

static bool
judge_one(void *ctx, const struct matter *m)
{
	struct court		*c = ctx;
	const struct names	*names = c->night->names;
	const struct plan	*all, *now;
	struct dirty		 key = { m->division, m->id };
	struct watch		 watch = { 0 };
	struct verdict		 v;
	struct kept		*list;
	size_t			 i;
	int			 k;

	arena_reset(c->arena);
	(void)scan_lay(&c->scan, c->arena, m, &all, &now);
	judge(c->arena, m, all, now, c->night->today, &v);
	list = arena_array(c->arena, v.n + 1, sizeof(*list));
	for (i = 0; i < v.n; i++) {
		list[i] = message_kept(c->arena, &v.findings[i], names);
		list[i].remedy = message_remedy(c->arena, &v.findings[i],
		    names);
	}
	watch.wake = wake_of(c, m, all, now);
	watch.slots = v.slots;
	for (k = 0; k < STATES; k++)
		watch.states[k] = v.states[k];
	return store_keep(c->night->store, c->night->today, &key, &watch,
	    list, v.n, c->d);
}

static bool
remember_one(void *ctx, const struct matter *m)
{
	struct court	*c = ctx;

	arena_reset(c->arena);
	return publish_remember(c->arena, &c->publish, m->division, m->id, m,
	    c->splice, c->d);
}

/* ---- those that are dirty */

/* A case that is no more has no findings, and its entries are withdrawn. */
static bool
forget(struct court *c, const struct dirty *key, bool entries)
{
	arena_reset(c->arena);
	return entries ? publish_remember(c->arena, &c->publish,
	    key->division, key->id, NULL, c->splice, c->d) :
	    store_keep(c->night->store, c->night->today, key, NULL, NULL, 0,
	    c->d);
}

/* With `all` only those that are no more: the others are met in the pass. */
static bool
each_dirty(struct court *c, const struct dirty *list, size_t n, bool all,
    bool entries)
{
	struct store		*s = c->night->store;
	const struct matter	*m;
	char			 county[COUNTY_MAX + 1];
	bool			 there;
	size_t			 i;

	for (i = 0; i < n; i++) {
		arena_reset(c->arena);
		if (all) {
			division_county(list[i].division, county);
			m = store_case(s, c->arena, county, list[i].id);
			there = m != NULL &&
			    strcmp(m->division, list[i].division) == 0;
		} else if (!store_visit(s, list[i].division, list[i].id,
		    entries ? remember_one : judge_one, c, &there, c->d))
			return false;
		if (!there && !forget(c, &list[i], entries))
			return false;
	}
	return !all || store_each_case(s, "", entries ? remember_one :
	    judge_one, c, c->d);
}

/*
 * Sentences in the language of the reports first, then the entries in that of
 * the calendars.
 */
static bool
judge_all(struct court *c, const struct dirty *list, size_t n, bool all)
{
	enum lang	lang = text_lang();
	bool		good = each_dirty(c, list, n, all, false);

	text_switch(c->night->calendar_lang);
	good = good && each_dirty(c, list, n, all, true);
	text_switch(lang);
	return good;
}

/* What was judged by a later day may be another by this one. */
static bool
goes_back(const struct court *c, const struct nights *n)
{
	char	today[DAY_TEXT], latest[DAY_TEXT];

	if (!day_is(n->latest) || day_cmp(c->night->today, n->latest) >= 0)
		return false;
	diag_warn(c->d, (struct place){ 0 }, _("today (%s) is before the last "
	    "night (%s): the nights since are forgotten"),
	    day_print(c->night->today, today), day_print(n->latest, latest));
	return true;
}

static bool
judge_dirty(struct court *c, struct arena *a, struct shelving *known)
{
	const struct night	*n = c->night;
	struct store		*s = n->store;
	struct nights		 nights;
	struct dirty		*list;
	size_t			 count;
	bool			 all = n->full, anew = false;

	if (!store_nights(s, a, n->today, &nights, c->d) ||
	    !store_night_begin(s, n->today, &nights, c->d) ||
	    !ground_settle(a, s, n->book, n->calendars, n->calendar_lang,
	    &all, &anew, c->d) ||
	    !store_dirty_woken(s, n->today, c->d))
		return false;
	all |= goes_back(c, &nights);
	if (((all || anew) && !store_stale_shelves(s, c->d)) ||
	    (all && !store_dirty_orphans(s, c->d)) ||
	    !store_dirty(s, a, &list, &count, c->d) ||
	    !store_shelves(s, a, &known->before, &known->n, c->d))
		return false;
	if (!all && count <= SPLICED)
		c->splice = known->splice = splice_new(a);
	return judge_all(c, list, count, all) &&
	    (!all || (store_shelve_all(s, c->d) &&
	    store_judged_all(s, n->today, c->d))) &&
	    store_dirty_clear(s, c->d);
}

struct publish
verdict_publish(const struct night *n)
{
	return (struct publish){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .names = n->names, .today = n->today,
	    .top = "", .since = DAY_NONE, .now = n->now,
	    .by = LEVEL_TOWNSHIP };
}

bool
verdict_run(struct arena *a, const struct night *n, struct shelving *known,
    struct diags *d)
{
	struct court	c = { .night = n, .arena = arena_new(), .d = d };
	bool		good = store_begin(n->store, n->when, n->who,
			    "nightly", d);

	c.scan = (struct scan){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .today = n->today, .top = "" };
	c.publish = verdict_publish(n);
	good = good && judge_dirty(&c, a, known);
	good = good && store_commit(n->store, d);
	store_rollback(n->store);
	if (known->splice != NULL)
		splice_sort(known->splice);
	arena_free(c.arena);
	return good;
}
