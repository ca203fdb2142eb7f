#include "job/verdict.h"

#include <string.h>

#include "job/fingerprint.h"
#include "job/gazetteer.h"
#include "job/publish.h"
#include "job/scan.h"
#include "job/shift.h"
#include "store/night.h"
#include "words/message.h"

enum { SPLICED = 20000 };	/* cases whose entries are held at once */

struct court {
	const struct night	*night;
	struct scan		 scan;
	struct publish		 publish;
	struct arena		*arena;		/* of the case */
	struct land		 land;
	struct shift		 shift;		/* since the night before */
	struct known		 knew;		/* ... which knew that */
	struct fate		 fate;		/* of the case at hand, */
	bool			 learned;	/* in full, as few ask */
	bool			 failed;	/* learning it */
	struct splice		*splice;	/* or NULL */
	struct diags		*d;
};

/* ---- one case */

static struct day
wake_of(const struct court *c, const struct matter *m, struct day next)
{
	struct day	today = c->night->today;

	/* without a recorded day, today chooses the rule */
	if (!day_is(matter_first_day(m)))
		next = day_min(next, rulebook_turn(c->night->book,
		    m->procedure, today));
	return next;
}

/* What is another for the case than on the night before. */
static bool
learn_fate(struct court *c)
{
	struct fate		*f = &c->fate;
	const struct matter	*m = f->matter;
	struct undone		*undone = NULL;

	if (m == NULL)
		return true;
	f->rules = shift_rule_of(&c->shift, m) != NULL;
	f->years = shift_years_of(c->arena, &c->shift, m->division,
	    &f->nyears, NULL);
	if (!store_undone(c->night->store, c->arena, m->division, m->id,
	    c->knew.upto, &undone, &f->nundone, c->d))
		return false;
	f->undone = undone;
	return true;
}

static enum why
why_of(void *ctx, const struct kept *k)
{
	struct court	*c = ctx;

	if (!c->learned && !learn_fate(c))
		c->failed = true;
	c->learned = true;
	return why_gone(c->arena, &c->fate, k);
}

/* Keeps a verdict; `m` and `now` as in struct fate. */
static bool
keep(struct court *c, const struct dirty *key, const struct watch *w,
    const struct kept *list, size_t n, const struct matter *m,
    const struct plan *now)
{
	c->fate = (struct fate){ .matter = m, .now = now,
	    .today = c->night->today };
	c->learned = false;
	return store_keep(c->night->store, c->night->today, key, w, list, n,
	    why_of, c, c->d) && !c->failed;
}

static void
leave_out(struct arena *a, const struct plan *all, const struct plan *now,
    struct watch *w)
{
	struct leftout	out = { 0 };
	int		i;

	w->exempt = "";
	if (all == NULL)
		return;
	plan_left_out(all, now, "", &out);
	w->paused = out.paused;
	for (i = 0; i < all->proc->ntraits; i++)
		if (out.exempt[i] > 0)
			w->exempt = arena_printf(a, "%s%s%s=%d", w->exempt,
			    *w->exempt == '\0' ? "" : ";",
			    all->proc->traits[i].id, out.exempt[i]);
}

/* What calendars are to say of it; where no rule judges it, what they say. */
static bool
remember(struct court *c, const struct dirty *key, const struct plan *all,
    const struct plan *now)
{
	struct entry	*list = NULL;
	size_t		 n = all == NULL ? 0 : publish_entries(c->arena, all,
			    now, false, c->night->names, &list);

	return publish_remember(c->arena, &c->publish, key->division, key->id,
	    list, n, c->splice, c->d);
}

/* A case is laid once: its findings and its entries come of the same plans. */
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
	(void)scan_lay(&c->scan, c->arena, &m, &all, &now);
	judge(c->arena, m, all, now, c->night->today, &c->land, &v);
	list = arena_array(c->arena, v.n + 1, sizeof(*list));
	for (i = 0; i < v.n; i++) {
		list[i] = message_kept(c->arena, &v.findings[i], names);
		list[i].remedy = message_remedy(c->arena, &v.findings[i],
		    names);
	}
	watch.wake = wake_of(c, m, v.wake);
	watch.slots = v.slots;
	leave_out(c->arena, all, now, &watch);
	for (k = 0; k < STATES; k++)
		watch.states[k] = v.states[k];
	return keep(c, &key, &watch, list, v.n, m, now) &&
	    remember(c, &key, all, now);
}

/* ---- those that are dirty */

/* A case that is no more has no findings, and its entries are withdrawn. */
static bool
forget(struct court *c, const struct dirty *key)
{
	struct entry	none;

	arena_reset(c->arena);
	return keep(c, key, NULL, NULL, 0, NULL, NULL) &&
	    publish_remember(c->arena, &c->publish, key->division, key->id,
	    &none, 0, c->splice, c->d);
}

/* With `all` only those that are no more: the others are met in the pass. */
static bool
judge_each(struct court *c, const struct dirty *list, size_t n, bool all)
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
		    judge_one, c, &there, c->d))
			return false;
		if (!there && !forget(c, &list[i]))
			return false;
	}
	return !all || store_each_case(s, "", judge_one, c, c->d);
}

/* What the night before knew, held against now; and now is kept. */
static bool
learn_shift(struct court *c, struct arena *a, const struct nights *n)
{
	const struct night	*job = c->night;
	const struct texts	 now = { fingerprint_rules(a, job->book),
				    calendars_digest(job->calendars, a) };
	struct texts		 then;

	if (!store_knew(job->store, a, n->since, &c->knew, c->d))
		return false;
	then = (struct texts){ c->knew.rules, c->knew.days };
	c->shift = shift_between(a, then, now);
	return store_knows(job->store, job->today, n->since, now.rules,
	    now.days, c->d);
}

static bool
judge_dirty(struct court *c, struct arena *a, struct calendars_update *known)
{
	const struct night	*n = c->night;
	struct store		*s = n->store;
	struct nights		 nights;
	struct dirty		*list;
	size_t			 count;
	bool			 all = n->full, anew = false;

	if (!store_nights(s, a, n->today, &nights, c->d) ||
	    !store_night_begin(s, n->today, &nights, c->d) ||
	    !learn_shift(c, a, &nights) ||
	    !fingerprint_settle(a, s, n->book, n->calendars, &all, &anew,
	    c->d) || !fingerprint_calendars(a, s, n->calendar_lang, n->alarms,
	    &anew, c->d) ||
	    !store_dirty_woken(s, n->today, c->d))
		return false;
	/* what was judged by a later day may be another by this one */
	all |= day_is(nights.latest) &&
	    day_cmp(n->today, nights.latest) < 0;
	if (((all || anew) && !store_stale_calendars(s, c->d)) ||
	    (all && !store_dirty_orphans(s, c->d)) ||
	    !store_dirty(s, a, &list, &count, c->d) ||
	    !store_calendars(s, a, &known->before, &known->n, c->d))
		return false;
	if (!all && count <= SPLICED)
		c->splice = known->splice = splice_new(a);
	return judge_each(c, list, count, all) &&
	    (!all || (store_keep_calendars(s, c->d) &&
	    store_judged_all(s, n->today, c->d))) &&
	    store_dirty_clear(s, c->d);
}

struct publish
verdict_publish(const struct night *n)
{
	return (struct publish){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .names = n->names,
	    .words = text_catalogue(n->calendar_lang), .today = n->today,
	    .top = "", .since = DAY_NONE, .now = n->now,
	    .by = LEVEL_TOWNSHIP, .alarms = n->alarms };
}

bool
verdict_run(struct arena *a, const struct night *n,
    struct calendars_update *known, struct diags *d)
{
	struct gazetteer	*g = gazetteer_new(a, n->store);
	struct court		 c = { .night = n, .arena = arena_new(),
				    .land = gazetteer_land(g), .d = d };
	bool			 good = store_begin(n->store, n->when, n->who,
				    "nightly", d);

	c.scan = (struct scan){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .today = n->today, .detail = LAY_DAYS,
	    .top = "" };
	c.publish = verdict_publish(n);
	good = good && judge_dirty(&c, a, known);
	good = good && store_commit(n->store, d);
	store_rollback(n->store);
	if (known->splice != NULL)
		splice_sort(known->splice);
	arena_free(c.arena);
	gazetteer_free(g);
	return good;
}
